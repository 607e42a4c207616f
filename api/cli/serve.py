"""`airslot serve`: the service itself."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from scheduler.errors import Unavailable


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on; AIRSLOT_HOST otherwise.")] = None,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Port to listen on; AIRSLOT_PORT otherwise.")
    ] = None,
) -> None:
    """Serve feeds, REST and pages until Ctrl-C. The real time counts, unless AIRSLOT_NOW is set."""
    from scheduler.settings import load_settings

    stated = {"host": host, "port": port}
    settings = load_settings()
    settings = settings.model_copy(update={name: value for name, value in stated.items() if value})
    settings.check_listen()
    require_free(settings.host, settings.port)

    from api.serve import serve as serve_forever

    serve_forever(settings)


def require_free(host: str, port: int) -> None:
    """Raise Unavailable where nothing can listen there: the server itself would only log it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            # As the server does: a port that was left a moment ago counts as free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise Unavailable(
            "cannot-listen",
            f"Nothing can listen on {host} port {port}: {error.strerror}. "
            "End the program that uses it, or choose another port with --port.",
            f"Không mở được {host} cổng {port}: {error.strerror}. "
            "Hãy tắt chương trình đang dùng, hoặc chọn cổng khác bằng --port.",
            where="port",
        ) from error
