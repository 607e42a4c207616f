"""What a request writes: the tables of each transaction that was committed, as the database was asked."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

_WRITES = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?(?:\s+SET\s+(\w+))?')


@contextmanager
def seen_writes(engine: Engine) -> Iterator[list[set[str]]]:
    """The writes of each transaction of the service: tables, of an update with its first column (plan.title).

    What the test itself writes meanwhile, in its own thread, is left out.
    """
    committed: list[set[str]] = []
    own = threading.get_ident()

    def asked(connection: Any, _: Any, statement: str, *__: Any) -> None:
        if found := _WRITES.match(statement):
            name = f"{found[1]}.{found[2]}" if found[2] else found[1]
            connection.info.setdefault("written", []).append(name)

    def savepoint(connection: Any, *_: Any) -> None:
        # It has no name yet; the one that was begun last ends first.
        connection.info.setdefault("marks", []).append(len(connection.info.get("written", [])))

    def release_savepoint(connection: Any, *_: Any) -> None:
        connection.info["marks"].pop()

    def rollback_savepoint(connection: Any, *_: Any) -> None:
        del connection.info.get("written", [])[connection.info["marks"].pop() :]

    def commit(connection: Any) -> None:
        written = set(connection.info.pop("written", []))
        if written and threading.get_ident() != own:
            committed.append(written)

    def rollback(connection: Any) -> None:
        connection.info.pop("written", None)

    hooks: dict[str, Callable[..., None]] = {
        "before_cursor_execute": asked,
        "savepoint": savepoint,
        "release_savepoint": release_savepoint,
        "rollback_savepoint": rollback_savepoint,
        "commit": commit,
        "rollback": rollback,
    }
    for name, hook in hooks.items():
        event.listen(engine, name, hook)
    try:
        yield committed
    finally:
        for name, hook in hooks.items():
            event.remove(engine, name, hook)
