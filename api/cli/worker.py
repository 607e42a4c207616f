"""`airslot worker`: sends reminders, beside or without the service."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scheduler.errors import Invalid


def worker(
    pulse: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Touch this file every few seconds while all is well: a health check looks at its age.",
        ),
    ] = None,
) -> None:
    """Send reminders until Ctrl-C or SIGTERM. Any number of workers may run on one database."""
    import logging

    from api.logs import write_log
    from scheduler.settings import load_settings
    from scheduler.worker import run_worker

    settings = load_settings()
    write_log(settings)
    said = lambda: logging.getLogger("airslot.worker").info("the worker runs")  # noqa: E731
    if pulse is None:
        run_worker(settings, said)
    else:
        touch(pulse)
        run_worker(settings, said, pulse.touch)


def touch(file: Path) -> None:
    """Touch a file; raises Invalid where that cannot be done."""
    try:
        file.touch()
    except OSError as error:
        raise Invalid(
            "pulse-unwritable",
            f"The file {file} cannot be written: {error.strerror}. Name one in a folder that is there.",
            f"Không ghi được tệp {file}: {error.strerror}. Hãy chọn tệp trong một thư mục có sẵn.",
            where="--pulse",
        ) from error
