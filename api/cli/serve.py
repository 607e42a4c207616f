"""`airslot serve`: the service itself."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.errors import Unavailable

if TYPE_CHECKING:
    from scheduler.settings import Settings


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
    require_ready(settings)

    from api.serve import addressed
    from api.serve import serve as serve_forever

    link = first_run_link(addressed(settings))
    if link is not None:
        typer.echo(f"Nobody has an account yet. This link makes the first administrator, once:\n  {link}\n")
    serve_forever(settings)


def require_ready(settings: Settings) -> None:
    """Raise Unavailable where the database is not at this version's schema, or is damaged."""
    from scheduler.store.database.engine import open_engine
    from scheduler.store.database.schema import require_current
    from scheduler.store.database.soundness import require_sound

    engine = open_engine(settings.database_url)
    try:
        require_current(engine)
        require_sound(engine)
    finally:
        engine.dispose()


def first_run_link(settings: Settings) -> str | None:
    """The address at which the first administrator makes their account; None where there are accounts, or
    where nothing can be written: what can be read is served all the same."""
    from scheduler.accounts.people import anybody
    from scheduler.accounts.sign_in import FIRST_LINK_LIVES, make_link
    from scheduler.errors import Unavailable
    from scheduler.machine_time import utcnow
    from scheduler.store.database.engine import open_engine, transaction

    engine = open_engine(settings.database_url)
    try:
        with transaction(engine) as connection:
            if anybody(connection):
                return None
            token = make_link(connection, None, machine_time=utcnow, lives=FIRST_LINK_LIVES)
    except Unavailable:
        return None
    finally:
        engine.dispose()
    return f"{str(settings.public_url).rstrip('/')}/sign-in/{token}"


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
