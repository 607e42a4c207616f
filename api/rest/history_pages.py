"""Pages of the audit log, and the cursors of lists that go by the ids of their rows."""

from __future__ import annotations

import base64
import binascii
import re

from fastapi.responses import JSONResponse

from api.rest.changing import PRIVATE
from api.rest.query import bad_cursor
from scheduler.accounts.audit import Entry
from scheduler.desk.history import entry_objects
from scheduler.locale import both

_ID = re.compile(r"[1-9]\d{0,17}", re.ASCII)


def history_page(found: tuple[list[Entry], int | None]) -> JSONResponse:
    """A page of entries with the cursor of the next."""
    entries, following = found
    cursor = None if following is None else row_cursor(following)
    return JSONResponse({"items": entry_objects(entries), "next": cursor}, headers=PRIVATE)


def read_row_cursor(cursor: str | None) -> int | None:
    """The id that a cursor holds. Raises the problem `bad-cursor`."""
    if cursor is None:
        return None
    try:
        plain = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (ValueError, binascii.Error):
        plain = ""
    row_id = plain.removeprefix("entry:")
    if plain.startswith("entry:") and _ID.fullmatch(row_id):
        return int(row_id)
    raise bad_cursor(both("The cursor does not belong to this list, or its row is gone."))


def row_cursor(row_id: int) -> str:
    """The cursor that holds an id."""
    return base64.urlsafe_b64encode(f"entry:{row_id}".encode()).decode().rstrip("=")
