"""`airslot backup` and `airslot restore`: the whole installation as one file, and back."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from api.cli.house import open_house
from api.cli.terminal import language, note, working
from scheduler.errors import AirslotError, Conflict, Invalid

if TYPE_CHECKING:
    from scheduler.backup.form import Manifest

PIPE = Path("-")


def backup(
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help="Where it is written; - is the standard output."),
    ] = None,
) -> None:
    """Write everything that is stored into one file, while the service runs."""
    from scheduler.backup.writing import write_backup
    from scheduler.machine_time import utcnow
    from scheduler.secret import find_secret, fingerprint

    with open_house() as house:
        at = utcnow()
        path = Path(f"airslot-{at:%Y-%m-%d-%H%M%S}.zip") if out is None else out
        secret = find_secret(house.settings)
        proof = None if secret is None else fingerprint(secret)
        with working("Backing up"), whole_file(path) as file:
            made = write_backup(house.engine, file, at, house.clock.now(), proof)
    note(f"{path}: {made.rows} rows of {len(made.tables)} tables, as of {at:%Y-%m-%dT%H:%M:%SZ}.")
    if proof is not None:
        note("The secret is not in it. Keep that too, apart from it, and the settings: docs/backup.md")


def restore(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Of `airslot backup`; - is the standard input.")
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Put it in the place of the data that the database holds.")
    ] = False,
    nothing_sent: Annotated[
        bool,
        typer.Option(
            "--nothing-sent", help="The service stood still since the backup was made: hold nothing."
        ),
    ] = False,
) -> None:
    """Put a backup into the database of the settings, SQLite or PostgreSQL. Stop the service before."""
    from scheduler.backup.reading import open_backup
    from scheduler.backup.restoring import restore as put_back
    from scheduler.clock import Clock
    from scheduler.reminders.sending.doubting import doubt
    from scheduler.settings import load_settings

    settings = load_settings()
    now = Clock.starting_at(settings.now).now
    with readable(file) as opened, open_backup(opened, str(file)) as found, working("Restoring"):
        doubted = put_back(
            settings.database_url,
            found,
            lambda connection: 0 if nothing_sent else doubt(connection, now(), settings),
            replace=replace,
        )
    note(
        f"{file} is restored: {found.manifest.rows} rows, as of {found.manifest.made_at:%Y-%m-%dT%H:%M:%SZ}."
    )
    if doubted:
        note(
            f"{doubted} mails were due by now and may have gone out since the backup was made: they are held."
            " Decide: airslot reminders unknown"
        )
    trouble = secret_trouble(found.manifest)
    if trouble is not None:
        note(trouble)


def secret_trouble(manifest: Manifest) -> str | None:
    """What another secret than the backup's would break, and what helps; None where it is the same."""
    from scheduler.secret import find_secret, fingerprint
    from scheduler.settings import load_settings

    if manifest.secret is None:
        return None
    try:
        secret = find_secret(load_settings())
    except AirslotError as error:
        return error.text(language())
    if secret is not None and fingerprint(secret) == manifest.secret:
        return None
    said = "No secret is set here" if secret is None else "The secret here is another than the backup's"
    return (
        f"{said}: the links in mails that were sent would lead nowhere, and who was asked to confirm would"
        " have to be asked again. Before you start the service, give it the former secret: the file `secret`"
        " beside the former database, AIRSLOT_SECRET or AIRSLOT_SECRET_FILE. Feeds, tokens and passwords go"
        " on without it."
    )


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that only its owner reads and that has its name once it is whole.

    A backup may have that name already. Raises Conflict and Invalid.
    """
    from scheduler.backup.reading import is_backup
    from scheduler.private_files import open_new

    if path == PIPE:
        yield sys.stdout.buffer
        return
    if path.exists() and not is_backup(path):
        raise Conflict(
            "file-exists",
            f"{path} is there already and is no backup; nothing was written. Choose another name.",
            f"{path} đã có và không phải là bản sao lưu; chưa ghi gì. Hãy chọn tên khác.",
            where="-o",
        )
    growing = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open_new(growing) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        growing.replace(path)
    except OSError as error:
        raise Invalid(
            "file-unwritable",
            f"{path} cannot be written: {error.strerror}.",
            f"Không ghi được {path}: {error.strerror}.",
            where="-o",
        ) from error
    finally:
        growing.unlink(missing_ok=True)


@contextmanager
def readable(path: Path) -> Iterator[IO[bytes]]:
    """A file in which one can go back; what comes through a pipe is kept in one without a name."""
    if path == PIPE:
        with tempfile.TemporaryFile() as kept:
            shutil.copyfileobj(sys.stdin.buffer, kept)
            yield kept
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise Invalid(
            "file-unreadable",
            f"{path} cannot be read: {error.strerror}.",
            f"Không đọc được {path}: {error.strerror}.",
            where="FILE",
        ) from error
    with file:
        yield file
