"""Keyset pages: where one ends and the next begins, so that its cost does not grow with what lies before."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from scheduler.errors import Invalid

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """The last row of a page; its text is opaque to whoever asks for the next one."""

    starts_at: datetime
    id: str

    def __str__(self) -> str:
        """The text that `Cursor.read` takes back."""
        plain = f"{self.starts_at.astimezone(UTC).isoformat()}|{self.id}"
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> Cursor:
        """The cursor of a text; raises Invalid where it was not given out by this service."""
        try:
            plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode()
            at, bar, row_id = plain.partition("|")
            starts_at = datetime.fromisoformat(at).astimezone(UTC)
            if bar and row_id.startswith("occ_") and row_id.isascii() and str(cls(starts_at, row_id)) == text:
                return cls(starts_at, row_id)
        except (ValueError, OverflowError, binascii.Error):
            pass
        raise Invalid(
            "cursor-unknown",
            "The cursor is not one that this service gave. Take it from `next` of the page before,"
            " or leave it out to begin at the first page.",
            "Con trỏ trang không phải do dịch vụ này cấp. Hãy lấy từ `next` của trang trước,"
            " hoặc bỏ đi để bắt đầu từ trang đầu.",
            where="cursor",
        )


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some rows in order, and where the next page begins; `next` None is the last page."""

    items: tuple[T, ...]
    next: Cursor | None = None
