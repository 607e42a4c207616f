"""A second derivation of RFC 5545 rules, that asks every single day. It shares nothing with `rules`.

Only the calendar parts: FREQ from DAILY to YEARLY, INTERVAL, COUNT, UNTIL, WKST, BYMONTH, BYMONTHDAY, BYDAY,
BYYEARDAY, BYSETPOS, for days without a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def brute_days(start: date, parts: Mapping[str, str], last: date) -> list[date]:
    """The days of the rule from its start to `last`, before any is taken out."""
    frequency, interval = parts["FREQ"], int(parts.get("INTERVAL", "1"))
    week_start = NAMES.index(parts.get("WKST", "MO"))
    asked = {name: value.split(",") for name, value in parts.items() if name.startswith("BY")}
    if not {"BYDAY", "BYMONTHDAY", "BYYEARDAY"} & set(asked):
        if frequency == "YEARLY":
            asked.setdefault("BYMONTH", [str(start.month)])
        if frequency in ("YEARLY", "MONTHLY"):
            asked["BYMONTHDAY"] = [str(start.day)]
        if frequency == "WEEKLY":
            asked["BYDAY"] = [NAMES[start.weekday()]]
    intervals: dict[Any, list[date]] = defaultdict(list)
    # From before the first interval to after the last, so that every set is whole.
    day = date(start.year, 1, 1) - timedelta(days=8)
    while day <= last + timedelta(days=370):
        number = interval_number(frequency, week_start, day) - interval_number(frequency, week_start, start)
        if number >= 0 and number % interval == 0 and fits(frequency, asked, day):
            intervals[number].append(day)
        day += timedelta(days=1)
    found = [day for number in sorted(intervals) for day in chosen(intervals[number], asked)]
    found = [day for day in found if day >= start]
    if "UNTIL" in parts:
        found = [day for day in found if f"{day:%Y%m%d}" <= parts["UNTIL"]]
    if "COUNT" in parts:
        found = found[: int(parts["COUNT"])]
    return [day for day in found if day <= last]


def interval_number(frequency: str, week_start: int, day: date) -> int:
    if frequency == "YEARLY":
        return day.year
    if frequency == "MONTHLY":
        return day.year * 12 + day.month
    if frequency == "DAILY":
        return day.toordinal()
    return (day.toordinal() - 1 - week_start) // 7  # day 1 was a Monday


def fits(frequency: str, asked: Mapping[str, list[str]], day: date) -> bool:
    month_end = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - timedelta(days=1)).day
    year_end = date(day.year, 12, 31).timetuple().tm_yday
    place = day.timetuple().tm_yday
    if "BYMONTH" in asked and str(day.month) not in asked["BYMONTH"]:
        return False
    if "BYMONTHDAY" in asked and not {str(day.day), str(day.day - month_end - 1)} & set(asked["BYMONTHDAY"]):
        return False
    if "BYYEARDAY" in asked and not {str(place), str(place - year_end - 1)} & set(asked["BYYEARDAY"]):
        return False
    if "BYDAY" not in asked:
        return True
    name = NAMES[day.weekday()]
    if frequency == "MONTHLY" or (frequency == "YEARLY" and "BYMONTH" in asked):
        before, after = (day.day - 1) // 7, (month_end - day.day) // 7
    else:
        before, after = (place - 1) // 7, (year_end - place) // 7
    return bool({name, f"{before + 1}{name}", f"-{after + 1}{name}"} & set(asked["BYDAY"]))


def chosen(days: list[date], asked: Mapping[str, list[str]]) -> list[date]:
    if "BYSETPOS" not in asked:
        return days
    places = {int(text) for text in asked["BYSETPOS"]}
    return [day for at, day in enumerate(days) if at + 1 in places or at - len(days) in places]
