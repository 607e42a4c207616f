"""`airslot serve`: the service itself."""

from __future__ import annotations

from typing import Annotated

import typer


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; AIRSLOT_HOST otherwise.")] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port to listen on; AIRSLOT_PORT otherwise.")
    ] = None,
) -> None:
    """Serve feeds, REST and pages until Ctrl-C. The real time counts, unless AIRSLOT_NOW is set."""
    from api.serve import serve as serve_forever
    from scheduler.settings import load_settings

    stated = {"host": host, "port": port}
    settings = load_settings()
    serve_forever(settings.model_copy(update={name: value for name, value in stated.items() if value}))
