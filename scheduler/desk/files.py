"""Files that people give as proofs: what they are is told by their first bytes, never by their name.

Only pictures and PDF are taken, which no program runs. They are given back as downloads (`api.pages.pieces`).
"""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.accounts.rights import require_writer
from scheduler.desk.desk import Desk
from scheduler.desk.texts import text
from scheduler.errors import Invalid
from scheduler.store.files import keep

MOST_BYTES = 5_000_000  # a little less than a form may be long
LONGEST_NAME = 200
_BEGINNINGS: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (8, b"WEBP", "image/webp", "webp"),
    (4, b"ftypheic", "image/heic", "heic"),
    (0, b"%PDF-", "application/pdf", "pdf"),
)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that is stored: its sha256, and what whoever gave it called it."""

    sha256: str
    name: str


def keep_file(desk: Desk, name: str, content: bytes) -> KeptFile:
    """Store a file. Raises SignInNeeded, Forbidden; Invalid where it is too large or of another type."""
    require_writer(desk.actor)  # for which outlet they work is asked when the proof is given
    return keep_given(desk, name, content)


def keep_given(desk: Desk, name: str, content: bytes) -> KeptFile:
    """The same for whoever has shown another right than an account, such as a link of the proof inbox."""
    if len(content) > MOST_BYTES:
        raise Invalid(
            "file-too-large",
            f"The file has more than {MOST_BYTES // 1_000_000} MB. Make the picture smaller.",
            f"Tệp lớn hơn {MOST_BYTES // 1_000_000} MB. Hãy giảm kích thước ảnh.",
            where="file",
        )
    found = _type_of(content)
    if found is None:
        raise Invalid(
            "file-type",
            "The file is neither a picture (JPEG, PNG, WebP, HEIC) nor a PDF.",
            "Tệp không phải ảnh (JPEG, PNG, WebP, HEIC) hay PDF.",
            where="file",
        )
    media_type, ending = found
    called = text("file", name.replace("\\", "/").rpartition("/")[2], LONGEST_NAME, lines=False)
    return KeptFile(
        keep(desk.connection, content, media_type, desk.machine_time()), called or f"minh-chung.{ending}"
    )


def _type_of(content: bytes) -> tuple[str, str] | None:
    for at, beginning, media_type, ending in _BEGINNINGS:
        if content[at : at + len(beginning)] == beginning:
            return media_type, ending
    return None
