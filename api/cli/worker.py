"""`airslot worker`: sends reminders, beside or without the service."""

from __future__ import annotations


def worker() -> None:
    """Send reminders until Ctrl-C or SIGTERM. Any number of workers may run on one database."""
    import logging

    from scheduler.settings import load_settings
    from scheduler.worker import run_worker

    settings = load_settings()
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)-8s %(name)s  %(message)s"
    )
    run_worker(settings, lambda: logging.getLogger("airslot.worker").info("the worker runs"))
