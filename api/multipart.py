"""Forms with files: multipart/form-data as browsers send it (RFC 7578), out of a body that is in memory.

Its parts do not nest and name no encoding of their own, so a body is cut at its boundaries and nowhere
else: no text in it can make reading it slow.
"""

from __future__ import annotations

from email.message import Message
from typing import NamedTuple

from scheduler.errors import Invalid

MOST_FIELDS = 10_000
MEDIA_TYPE = "multipart/form-data"


class Parts(NamedTuple):
    """The texts of a form and its files, by name; a file field in which none was chosen is left out."""

    fields: dict[str, list[str]]
    files: dict[str, bytes]


def read_multipart(content_type: str, body: bytes) -> Parts:
    """The parts of a body. Raises Invalid where it ends too early or names no boundary."""
    boundary = _parameter("content-type", content_type, "boundary")
    if not boundary:
        raise _broken()
    # The line end before a boundary belongs to it; before the first there may be none.
    first, *pieces = (b"\r\n" + body).split(b"\r\n--" + boundary.encode("utf-8", "replace"), MOST_FIELDS + 1)
    if first.strip() or not pieces or not pieces.pop().startswith(b"--"):
        raise _broken()
    found = Parts({}, {})
    for piece in pieces:
        _add(found, piece)
    return found


def too_many_fields() -> Invalid:
    """The refusal of a form that no page of ours sends."""
    return Invalid(
        "form-too-long",
        f"The form has more than {MOST_FIELDS} fields.",
        f"Biểu mẫu có hơn {MOST_FIELDS} trường.",
    )


def _add(found: Parts, piece: bytes) -> None:
    head, gap, content = piece.partition(b"\r\n\r\n")
    lines = head.decode("utf-8", "replace").split("\r\n")
    named = [line.partition(":") for line in lines]
    said = next((value for name, _, value in named if name.strip().lower() == "content-disposition"), "")
    name = _parameter("content-disposition", said, "name")
    if not gap or not name:
        raise _broken()
    filename = _parameter("content-disposition", said, "filename")
    if filename is None:
        found.fields.setdefault(name, []).append(content.decode("utf-8", "replace"))
    elif filename or content:
        found.files[name] = content


def _parameter(header: str, value: str, name: str) -> str | None:
    message = Message()
    message[header] = " ".join(value.split())
    found = message.get_param(name, header=header)
    return found if isinstance(found, str) else None


def _broken() -> Invalid:
    return Invalid(
        "form-broken",
        "The form did not arrive whole. Go back and send it again.",
        "Biểu mẫu chưa được gửi đầy đủ. Hãy quay lại và gửi lại.",
    )
