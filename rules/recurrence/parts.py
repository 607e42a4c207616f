"""The value of an RRULE, read part by part: what RFC 5545 forbids is refused here, before dateutil.

dateutil takes unknown weekdays in names of its own, INTERVAL=0 (without end), BYDAY=3MO,WE (nothing),
ordinals in weekly rules (ignored), BYxxx beside the wrong FREQ: none of that gets through.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rules.recurrence.lines import Piece
from rules.recurrence.messages import Fault
from rules.recurrence.text import FREQUENCIES, NUMBERS, WEEKDAYS, WITHIN_A_DAY, Rule

MOST_COUNT = 10_000
_MOST_INTERVAL = 1_000_000

# Name -> least, most, whether it also counts from the end.
_LIMITS = {
    "BYMONTH": (1, 12, False),
    "BYWEEKNO": (1, 53, True),
    "BYYEARDAY": (1, 366, True),
    "BYMONTHDAY": (1, 31, True),
    "BYHOUR": (0, 23, False),
    "BYMINUTE": (0, 59, False),
    "BYSECOND": (0, 59, False),
    "BYSETPOS": (1, 366, True),
}
_FIELDS = dict(
    zip(
        NUMBERS,
        ("months", "week_numbers", "year_days", "month_days", "hours", "minutes", "seconds", "positions"),
        strict=True,
    )
)
# Weeks that have all their days in one year, whatever the year.
_WITHIN_A_YEAR = {*range(2, 52), *range(-51, -2)}
_NUMBER = re.compile(r"[+-]?[0-9]{1,7}")
_WEEKDAY = re.compile(rf"([+-]?[0-9]{{1,2}})?({'|'.join(WEEKDAYS)})")
# FREQ -> what RFC 5545 (3.3.10) says must not stand beside it.
_FORBIDDEN = {
    "MONTHLY": ("BYWEEKNO", "BYYEARDAY"),
    "WEEKLY": ("BYWEEKNO", "BYYEARDAY", "BYMONTHDAY"),
    "DAILY": ("BYWEEKNO", "BYYEARDAY"),
    "HOURLY": ("BYWEEKNO",),
    "MINUTELY": ("BYWEEKNO",),
    "SECONDLY": ("BYWEEKNO",),
}


def read_rule(value: Piece) -> tuple[Rule, Piece | None, dict[str, Piece]]:
    """The rule without its UNTIL, the text of that, and where each part stands. Raises `Fault`."""
    parts = _named(value)
    frequency = parts.get("FREQ")
    if frequency is None or frequency.text not in FREQUENCIES:
        raise (frequency or value).fault("rule-part/frequency", frequencies=", ".join(FREQUENCIES))
    facts: dict[str, Any] = {}
    for name, piece in parts.items():
        if name in _FIELDS:
            facts[_FIELDS[name]] = _numbers(name, piece)
        elif name == "BYDAY":
            facts["weekdays"] = _weekdays(piece)
    if "INTERVAL" in parts:
        facts["interval"] = _number(parts["INTERVAL"], "INTERVAL", 1, _MOST_INTERVAL, negative=False)
    if "COUNT" in parts:
        facts["count"] = _count(parts["COUNT"])
        if "UNTIL" in parts:
            raise parts["UNTIL"].fault("rule-part/both-ends")
    if "WKST" in parts:
        if parts["WKST"].text not in WEEKDAYS:
            raise parts["WKST"].fault("rule-part/weekday")
        facts["week_start"] = WEEKDAYS.index(parts["WKST"].text)
    rule = replace(Rule(frequency.text), **facts)
    _check(rule, parts)
    return rule, parts.get("UNTIL"), parts


def _named(value: Piece) -> dict[str, Piece]:
    parts: dict[str, Piece] = {}
    pieces = value.parted(";")
    if len(pieces) > 1 and not pieces[-1].text:
        pieces.pop()  # one ; too many at the end is common and means nothing
    for piece in pieces:
        name, sign, _ = piece.text.partition("=")
        key = name.strip()
        if " " in key or not key.isascii():
            raise piece.cut(0, len(name)).fault("rule-text/other")
        if not sign:
            raise piece.fault("rule-part/form")
        if key in ("RSCALE", "SKIP"):
            raise piece.fault("rule-part/rscale", name=key)
        if key not in ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", *NUMBERS):
            raise piece.fault("rule-part/unknown", name=key or "=", numbers=", ".join(NUMBERS))
        if key in parts:
            raise piece.fault("rule-part/twice", name=key)
        parts[key] = piece.cut(len(name) + 1, len(piece.text))
    return parts


def _numbers(name: str, piece: Piece) -> tuple[int, ...]:
    least, most, negative = _LIMITS[name]
    return tuple(sorted({_number(one, name, least, most, negative=negative) for one in piece.parted(",")}))


def _number(piece: Piece, name: str, least: int, most: int, *, negative: bool) -> int:
    if _NUMBER.fullmatch(piece.text):
        number = int(piece.text)
        size = -number if negative and number < 0 else number
        if least <= size <= most and (negative or piece.text[0] not in "+-"):
            return number
    raise piece.fault(
        "rule-part/number",
        name=name,
        least=least,
        most=most,
        negative=", or from the end with -" if negative else "",
        negative_vi=", hoặc đếm từ cuối với dấu -" if negative else "",
    )


def _count(piece: Piece) -> int:
    if piece.text.isascii() and piece.text.isdigit() and len(piece.text) > 4:
        number = int(piece.text[:12])
        if number > MOST_COUNT:
            raise piece.fault("rule-part/count", most=MOST_COUNT)
    return _number(piece, "COUNT", 1, MOST_COUNT, negative=False)


def _weekdays(piece: Piece) -> tuple[tuple[int, int], ...]:
    found = set()
    for one in piece.parted(","):
        match = _WEEKDAY.fullmatch(one.text)
        if match is None or (match[1] is not None and int(match[1]) == 0):
            raise one.fault("rule-part/weekday")
        found.add((int(match[1] or 0), WEEKDAYS.index(match[2])))
    return tuple(sorted(found, key=lambda day: (day[0] < 0, abs(day[0]), day[1])))


# --- parts that do not go together --------------------------------------------------------


def _check(rule: Rule, parts: dict[str, Piece]) -> None:
    for test in (_forbidden, _ordinals, _positions, _disputed):
        found: Fault | None = test(rule, lambda name: parts[name])
        if found is not None:
            raise found


def _forbidden(rule: Rule, at: Callable[[str], Piece]) -> Fault | None:
    for name in _FORBIDDEN.get(rule.frequency, ()):
        if getattr(rule, _FIELDS[name]):
            return at(name).fault("rule-mix/forbidden", part=name, other=f"FREQ={rule.frequency}")
    return None


def _ordinals(rule: Rule, at: Callable[[str], Piece]) -> Fault | None:
    highest = max((abs(ordinal) for ordinal, _ in rule.weekdays), default=0)
    if not highest:
        return None
    if rule.frequency not in ("YEARLY", "MONTHLY"):
        other = f"FREQ={rule.frequency}"
        return at("BYDAY").fault("rule-mix/forbidden", part="a numbered BYDAY", other=other)
    if rule.week_numbers:
        return at("BYDAY").fault("rule-mix/forbidden", part="a numbered BYDAY", other="BYWEEKNO")
    most = 5 if rule.frequency == "MONTHLY" or rule.months else 53
    if highest > most:
        return at("BYDAY").fault("rule-mix/ordinal", most=most)
    return None


def _positions(rule: Rule, at: Callable[[str], Piece]) -> Fault | None:
    chosen_from = (
        rule.months, rule.week_numbers, rule.year_days, rule.month_days, rule.weekdays,
        rule.hours, rule.minutes, rule.seconds,
    )  # fmt: skip
    if rule.positions and not any(chosen_from):
        return at("BYSETPOS").fault("rule-mix/position-alone")
    return None


def _disputed(rule: Rule, at: Callable[[str], Piece]) -> Fault | None:
    """Where programs give different dates for one rule, none is chosen."""
    if rule.frequency != "YEARLY":
        return None
    if rule.month_days and not (rule.months or rule.year_days):
        return at("BYMONTHDAY").fault("rule-disputed/month-day")
    if rule.week_numbers and not rule.weekdays:
        return at("BYWEEKNO").fault("rule-disputed/week-day")
    if rule.week_numbers and rule.interval > 1:
        return at("INTERVAL").fault("rule-disputed/week-interval")
    if rule.week_numbers and rule.positions and not set(rule.week_numbers) <= _WITHIN_A_YEAR:
        return at("BYSETPOS").fault("rule-disputed/week-position")
    # -52 and -53 may be week 1 of a year: it is counted from the beginning then.
    if rule.week_numbers and rule.week_numbers[0] < -51:
        return at("BYWEEKNO").fault(
            "rule-part/number", name="BYWEEKNO", least=1, most=53, negative="; from the end to -51",
            negative_vi="; đếm từ cuối đến -51",
        )  # fmt: skip
    return None


def needs_start(rule: Rule) -> str | None:
    """The part that a rule without DTSTART lacks to say its days; None where it says them."""
    if rule.frequency in WITHIN_A_DAY:
        return "BYHOUR"
    if rule.frequency == "WEEKLY" and not rule.weekdays:
        return "BYDAY"
    if rule.frequency in ("MONTHLY", "YEARLY") and not (rule.weekdays or rule.month_days or rule.year_days):
        return "BYDAY, BYMONTHDAY"
    return None
