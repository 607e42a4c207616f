"""Texts that a person writes: what no database and no page can hold is refused."""

from __future__ import annotations

from datetime import date

from scheduler.errors import Invalid
from scheduler.signs import unfit_sign

MAX_NOTE = 5_000
FIRST_YEAR, LAST_YEAR = 1900, 2199


def text(where: str, given: str | None, limit: int = MAX_NOTE, *, lines: bool = True) -> str | None:
    """The text without blanks around it, None where nothing is left.

    Raises Invalid for one over `limit` characters, for control characters (line ends only where there may be
    `lines`), half a character and signs of private use.
    """
    if given is None or not given.strip():
        return None
    given = given.strip()
    if len(given) > limit:
        raise Invalid(
            f"bad-{where}",
            f"The text has {len(given)} characters; at most {limit} are kept. Shorten it.",
            f"Nội dung dài {len(given)} ký tự; chỉ lưu tối đa {limit}. Hãy rút ngắn.",
            where=where,
        )
    kept = "\n\r\t" if lines else ""
    unfit = unfit_sign(given, kept)
    if unfit is not None:
        raise Invalid(
            f"bad-{where}",
            f"The text holds control characters, or signs of private use ({unfit}); take them out.",
            f"Nội dung có ký tự điều khiển hoặc ký tự dùng riêng ({unfit}); hãy xóa đi.",
            where=where,
        )
    return given


def needed(where: str, given: str | None, limit: int = MAX_NOTE) -> str:
    """The same for a text that must be there."""
    found = text(where, given, limit)
    if found is None:
        raise Invalid(
            f"{where}-missing",
            f"“{where}” is missing: say why, for whoever reads the history.",
            f"Thiếu “{where}”: hãy ghi lý do để người xem lịch sử hiểu.",
            where=where,
        )
    return found


def sane_days(**days: date | None) -> None:
    """Raise Invalid for a day that no plan has: at the ends of the calendar a zone's offset leaves it."""
    for where, day in days.items():
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise Invalid(
                f"bad-{where}",
                f"The year {day.year} is too far off; give one from {FIRST_YEAR} to {LAST_YEAR}.",
                f"Năm {day.year} quá xa; hãy cho năm từ {FIRST_YEAR} đến {LAST_YEAR}.",
                where=where,
            )
