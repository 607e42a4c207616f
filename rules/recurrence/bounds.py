"""How much work a recurrence text may cost, and what is said where it would cost more."""

from __future__ import annotations

MOST_STARTS = 15_000
MOST_TIMES = 1_440  # different times of day: every minute
MOST_DAYS = 25_000  # that are looked at
MOST_WORK = 100_000  # times of day that are looked at
YEARS_AHEAD = 28  # after so many years weekdays and leap days come back


class TooMuch(ValueError):  # noqa: N818 - it says what is wrong with a range, not with the program
    """More work than a range of a rule may cost; its text is a sentence, `vi` the same in Vietnamese."""

    def __init__(self, en: str, vi: str) -> None:
        super().__init__(en)
        self.vi = vi


def too_many_starts() -> TooMuch:
    """The rule names too many."""
    return TooMuch(
        f"The rule names more than {MOST_STARTS:,} starts here: choose a shorter range, or a later DTSTART "
        "for a rule with COUNT.",
        f"Quy tắc cho hơn {MOST_STARTS} lần trong khoảng này: hãy chọn khoảng ngắn hơn, hoặc DTSTART muộn "
        "hơn nếu quy tắc có COUNT.",
    )


def too_long(begin: object, until: object) -> TooMuch:
    """The range is too long for the rule."""
    return TooMuch(
        f"From {begin} to {until} is too long for this rule: choose a shorter range, or a later DTSTART "
        "for a rule with COUNT.",
        f"Từ {begin} đến {until} là quá dài với quy tắc này: hãy chọn khoảng ngắn hơn, hoặc DTSTART muộn "
        "hơn nếu quy tắc có COUNT.",
    )
