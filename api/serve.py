"""Serving: the application behind uvicorn, until a signal ends it."""

from __future__ import annotations

from typing import Any

import uvicorn

from api.app import create_app
from api.connections import connections
from api.logs import server_log
from scheduler.settings import Settings

GRACE_SECONDS = 10
LONGEST_HEAD = 64 * 1024  # bytes; h11's own 16 kB count only for a head that comes in pieces


def serve(settings: Settings) -> None:
    """Listen on the settings' host and port until Ctrl-C or SIGTERM; answers that have begun are finished.

    Reminders are sent too, unless the settings leave that to workers beside it.

    Raises SettingsError where the host is open to others and nothing allows that.
    """
    settings.check_listen()
    uvicorn.run(
        create_app(addressed(settings), with_worker=settings.worker_inside),
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        log_config=server_log(settings),
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        **bounds(settings),
        **trusted_proxies(settings),
    )


def bounds(settings: Settings) -> dict[str, Any]:
    """How many clients are served at a time, and for how long they are waited for."""
    most = settings.connections
    return {
        "http": connections(most, settings.patience_seconds),
        "h11_max_incomplete_event_size": LONGEST_HEAD,
        # Where each of so many is being answered, one more is told to come again.
        "limit_concurrency": most + 1,
        "ws": "none",
    }


def trusted_proxies(settings: Settings) -> dict[str, Any]:
    """Whom uvicorn believes who is asking. Left alone it believes every program of this machine."""
    named = list(settings.proxy_addresses)
    return {"proxy_headers": bool(named), "forwarded_allow_ips": named}


def addressed(settings: Settings) -> Settings:
    """The settings with the public address following the port, unless it was set on its own."""
    if "public_url" in settings.model_fields_set:
        return settings
    return settings.model_copy(update={"public_url": f"http://127.0.0.1:{settings.port}"})
