"""How the log is written: for people as lines of text, for programs as one JSON object a line, on stderr."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from api.masking import masked
from scheduler.settings import Settings

_TEXT = "%(asctime)s %(levelname)-8s %(name)s  %(message)s"


class JsonLines(logging.Formatter):
    """time (UTC), level, logger, message; of an error also its traceback. Keys in addresses are masked."""

    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": masked(record.getMessage()),
        }
        if record.exc_info:
            said["traceback"] = masked(self.formatException(record.exc_info))
        return json.dumps(said, ensure_ascii=False)


def write_log(settings: Settings) -> None:
    """Write what this process says to stderr, in the form and from the level that the settings name."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines() if settings.log_format == "json" else logging.Formatter(_TEXT))
    logging.basicConfig(level=settings.log_level.upper(), handlers=[handler])


def server_log(settings: Settings) -> dict[str, Any]:
    """The same as the server's own configuration of its log."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}, "text": {"format": _TEXT}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": settings.log_format}},
        "root": {"handlers": ["stderr"], "level": settings.log_level.upper()},
        # Said outright: another server in this process may have turned them elsewhere.
        "loggers": {
            name: {"handlers": [], "level": "NOTSET", "propagate": True}
            for name in ("uvicorn", "uvicorn.error", "uvicorn.access")
        },
    }
