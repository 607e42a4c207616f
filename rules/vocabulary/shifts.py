"""The parts of a condition on days off: "if the 15th falls on a holiday, the next working day".

Its days off, the verbs of falling on them and the whole names of where an airing goes are words of the
tables; here stand those that are other words elsewhere.
"""

from __future__ import annotations

from rules.schedule import ShiftTo

# What begins a condition; in Vietnamese two of them may stand together.
CONDITIONS = frozenset(
    {
        "if", "when", "unless", "in case", "nếu", "trường hợp", "trong trường hợp", "neu",
        "truong hop", "nếu có", "should it", "should this", "should that", "should the date",
        "should that date", "should the day",
    }
)  # fmt: skip
# Between what may fall on a day off and the day off, where no verb of falling stands.
COPULAS = frozenset({"is", "are", "be", "being", "là", "vào"})
# A day off in a list of a condition, and another thing elsewhere: "lễ" is a service, too.
DAYS_OFF = frozenset({"lễ", "tết"})
# The word beside a working day, the Monday or the Friday: before it (in English alone), or behind it.
AHEAD: dict[ShiftTo, tuple[str, ...]] = {
    ShiftTo.NEXT: ("following", "next"),
    ShiftTo.MONDAY: ("following", "next"),
    ShiftTo.PREVIOUS: ("previous", "preceding"),
    ShiftTo.FRIDAY: ("previous", "preceding"),
}
_LATER = (
    "following", "after", "next", "thereafter", "immediately", "afterwards", "immediately after",
    "immediately following", "kế tiếp", "tiếp theo", "liền kề", "liền sau", "ngay sau", "ngay sau đó",
    "sau đó", "tuần kế tiếp", "tuần tiếp theo", "tuần sau", "của tuần kế tiếp", "của tuần tiếp theo",
    "của tuần sau", "liền sau đó", "kế đó",
)  # fmt: skip
_EARLIER = (
    "before", "preceding", "immediately", "immediately before", "liền trước", "trước đó", "liền trước đó",
    "ngay trước", "ngay trước đó", "liền kề trước đó", "liền kề trước", "trước",
)  # fmt: skip
BEHIND: dict[ShiftTo, tuple[str, ...]] = {
    ShiftTo.MONDAY: _LATER,
    ShiftTo.FRIDAY: _EARLIER,
    ShiftTo.NEXT: (
        *_LATER, "kế", "sau", "đầu tiên sau đó", "đầu tiên tiếp theo", "đầu tiên kế tiếp", "gần nhất sau đó",
        "gần nhất tiếp theo", "gần nhất kế tiếp", "gần nhất liền sau", "gần nhất liền kề sau đó",
    ),
    ShiftTo.PREVIOUS: (*_EARLIER, "gần nhất trước đó", "gần nhất liền trước"),
}  # fmt: skip
