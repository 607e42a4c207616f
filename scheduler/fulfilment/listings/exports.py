"""Exports of a station's own programs: as-run csv (Rivendell), traffic reconciliation (fixed columns)."""

from __future__ import annotations

import csv
import re
from datetime import date, datetime, time

from scheduler.fulfilment.listings.aired import Aired, Listing

# Where the columns of a reconciliation file stand.
_AIRED, _LENGTH, _REASON = slice(0, 8), slice(9, 14), slice(14, 24)
_TITLE, _DATE = slice(47, 71), re.compile(r"(\d{2})/(\d{2})/(\d{2})(\d{2}):(\d{2})\s*$")
_CLOCK = re.compile(r"\d{2}:\d{2}:\d{2}")


def is_as_run(text: str) -> bool:
    """24-01-17,17:45:17,on-air,…"""
    return re.match(r"\d{2}-\d{2}-\d{2},\d{2}:\d{2}:\d{2},", text) is not None


def read_as_run(text: str) -> Listing:
    """Each row: day, time of airing, event, cut, title and agency padded to columns, length, …"""
    aired, unread = [], []
    for place, row in enumerate(csv.reader(text.splitlines()), 1):
        line = ",".join(row)
        try:
            day = datetime.strptime(row[0], "%y-%m-%d").date()  # noqa: DTZ007 - a day
            at = time.fromisoformat(row[1])
            title, minutes = row[5][:25].strip(), _minutes(row[6])
        except (IndexError, ValueError):
            unread.append((place, line))
            continue
        reason = None if minutes is None or minutes > 0 else "00:00"
        aired.append(Aired(place, line, day, at.replace(second=0), title, minutes=minutes, reason=reason))
    return Listing("as-run", tuple(aired), tuple(unread))


def is_traffic(text: str) -> bool:
    """17:45:00 12:00 … C1745:00CCHC01 … 01/17/2417:45"""
    first = text.splitlines()[0] if text else ""
    return _CLOCK.match(first) is not None and _DATE.search(first) is not None


def read_traffic(text: str) -> Listing:
    """Fixed columns, a US date of two digits of a year at the end; no length and a code: it did not air."""
    aired, unread = [], []
    for place, line in enumerate(text.splitlines(), 1):
        dated, clock = _DATE.search(line), _CLOCK.match(line[_AIRED])
        try:
            if dated is None or clock is None:
                raise ValueError(line)
            day = date(2000 + int(dated[3]), int(dated[1]), int(dated[2]))
            at = time.fromisoformat(line[_AIRED]).replace(second=0)
            minutes, code = _minutes(line[_LENGTH]), line[_REASON].strip().strip("C")
        except ValueError:
            if line.strip():
                unread.append((place, line.strip()))
            continue
        reason = (code or "00:00") if not minutes else None
        title = line[_TITLE].strip()
        shown = " ".join(line.split())
        aired.append(Aired(place, shown, day, at, title, minutes=minutes or None, reason=reason))
    return Listing("traffic", tuple(aired), tuple(unread))


def _minutes(text: str) -> int | None:
    """Whole minutes of MM:SS, up."""
    minutes, _, seconds = text.strip().partition(":")
    return int(minutes) + (int(seconds or 0) >= 30)
