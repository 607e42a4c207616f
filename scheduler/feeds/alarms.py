"""Alarms that a feed's address asks for: `alarms=P1D,PT2H`."""

from __future__ import annotations

import re
from datetime import time, timedelta

from scheduler.errors import Invalid
from scheduler.feeds.text import clean, line

MOST_ALARMS = 5
LONGEST_LEAD = timedelta(days=28)

_LEAD = re.compile(
    r"P(?:(?P<weeks>\d{1,4})W|(?:(?P<days>\d{1,4})D)?"
    r"(?:T(?=\d)(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,5})M)?)?)",
    re.ASCII,
)


def read_alarms(text: str) -> tuple[timedelta, ...]:
    """The leads, longest first and each once. Raises Invalid with the part that is no lead."""
    parts = [part.strip().upper() for part in text.split(",")] if text.strip() else []
    if len(parts) > MOST_ALARMS:
        raise _refusal(text, f"at most {MOST_ALARMS} alarms", f"nhiều nhất {MOST_ALARMS} lần báo")
    leads = set()
    for part in parts:
        found = _LEAD.fullmatch(part)
        lead = timedelta(**{k: int(v or 0) for k, v in found.groupdict().items()}) if found else None
        if lead is None or not timedelta() < lead <= LONGEST_LEAD:
            raise _refusal(
                part,
                "durations such as P1D, PT2H or PT30M, longer than nothing and up to 28 days",
                "những khoảng như P1D, PT2H hay PT30M, lớn hơn không và không quá 28 ngày",
            )
        leads.add(lead)
    return tuple(sorted(leads, reverse=True))


def trigger(lead: timedelta, day_hour: time | None) -> str:
    """The TRIGGER of a lead before the start; for a whole day, before `day_hour` of that day."""
    offset = -lead
    if day_hour is not None:
        offset += timedelta(hours=day_hour.hour, minutes=day_hour.minute)
    sign, offset = ("-", -offset) if offset < timedelta() else ("", offset)
    hours, rest = divmod(offset.seconds // 60, 60)
    clock = (f"{hours}H" if hours else "") + (f"{rest}M" if rest else "")
    days = f"{offset.days}D" if offset.days else ""
    return f"{sign}P{days}T{clock}" if clock else f"{sign}P{days or 'T0S'}"


def valarms(leads: tuple[timedelta, ...], text: str, day_hour: time | None) -> str:
    """The VALARM components that show `text` (escaped already)."""
    description = line("DESCRIPTION", text)
    return "".join(
        f"BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:{trigger(lead, day_hour)}\r\n{description}END:VALARM\r\n"
        for lead in leads
    )


def _refusal(found: str, en: str, vi: str) -> Invalid:
    shown = clean(found)[:40]
    return Invalid(
        "alarms-unknown",
        f"alarms={shown!r} cannot be used. Write {en}, with commas between them.",
        f"alarms={shown!r} không dùng được. Hãy ghi {vi}, cách nhau bằng dấu phẩy.",
        where="alarms",
    )
