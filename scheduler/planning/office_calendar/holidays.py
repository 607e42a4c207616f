"""Public holidays of a country, from the package `holidays`, loaded when a phrase first leans on them.

A country is written VN, or with a part of it as DE-BY (ISO 3166). The package knows the holidays that the
law names; which working days a government swaps it learns only from its releases. `decided_until` says how
far that is, and a plan or an office adds what it knows itself (`days_off`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rules.phrases import Message
from rules.schedule import DaysOff
from scheduler.reasons import Reason

if TYPE_CHECKING:
    from holidays import HolidayBase

DEFAULT_COUNTRY = "VN"
_ENGLISH = ("en_US", "en_GB", "en")
_NUMERIC_DATE = re.compile(r"\b(\d\d)/(\d\d)/(\d{4})\b")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,4})?")


class _Swap(NamedTuple):
    """A working day that is off, and the weekend day that is worked in its place."""

    off: date
    worked: date


# Decided when the package's releases of that year were out. VN: notice of the Government, 25 December 2025.
_LATER_SWAPS = {"VN": (_Swap(date(2026, 1, 2), date(2026, 1, 10)),)}


def country_days_off(country: str, first: int, last: int) -> DaysOff:
    """The country's public holidays and swapped days from the year `first` to `last`, and its weekend."""
    years = [_days_off_of_year(country, year) for year in range(first, last + 1)]
    names = {day: name for year in years for day, name in year.holidays.items()}
    worked = frozenset[date]().union(*(year.worked for year in years))
    return DaysOff(names, worked - names.keys(), years[-1].weekend)


def is_country(text: str) -> bool:
    """True for a country, or a part of one, that the package knows."""
    if text == DEFAULT_COUNTRY:
        return True
    if not _COUNTRY.fullmatch(text):
        return False
    import holidays

    country, _, part = text.partition("-")
    parts = holidays.list_supported_countries(include_aliases=False).get(country)
    return parts is not None and (not part or part in parts)


def remarks(country: str, first: date, last: date, entered: frozenset[int]) -> Iterator[Message]:
    """What is not known of the days off in the range; `entered` are years of which a person entered some."""
    years = set(range(first.year, last.year + 1)) - entered
    known = _known_years(country)
    if unknown := sorted(year for year in years if year not in known):
        yield _unknown(country, unknown)
    decided = decided_until(country)
    if open_ := sorted(year for year in years if year in known and decided is not None and year > decided):
        yield _undecided(country, open_)


@lru_cache(maxsize=64)
def decided_until(country: str) -> int | None:
    """The last year of which the package knows swapped days; None where the country swaps none."""
    later = max((swap.off.year for swap in _LATER_SWAPS.get(country, ())), default=0)
    calendar = _calendar(country, None, None)
    special: dict[int, object] = getattr(calendar, "special_public_holidays", {})
    return max(later, *special) if special and calendar.has_substituted_holidays else later or None


@lru_cache(maxsize=64)
def _known_years(country: str) -> range:
    calendar = _calendar(country, None, None)
    return range(calendar.start_year, calendar.end_year + 1)


@lru_cache(maxsize=512)
def _days_off_of_year(country: str, year: int) -> DaysOff:
    native = _calendar(country, year, None)
    english = next((one for one in _ENGLISH if one in native.supported_languages), None)
    in_english = native if english is None else _calendar(country, year, english)
    names = {
        day: Reason(name, _NUMERIC_DATE.sub(_iso, in_english.get(day) or name)).stored
        for day, name in native.items()
    }
    worked = set(native.weekend_workdays)
    for swap in _LATER_SWAPS.get(country, ()):
        if swap.off.year == year:
            names.setdefault(swap.off, _swapped(swap).stored)
            worked.add(swap.worked)
    return DaysOff(names, frozenset(worked), frozenset(native.weekend))


def _iso(found: re.Match[str]) -> str:
    # American English puts the month first, and readers elsewhere would take it for the day.
    month, day, year = found.groups()
    return f"{year}-{month}-{day}"


def _swapped(swap: _Swap) -> Reason:
    return Reason(
        f"Ngày nghỉ (thay cho ngày {swap.worked:%d/%m/%Y})", f"Day off (substituted from {swap.worked})"
    )


def _calendar(country: str, year: int | None, language: str | None) -> HolidayBase:
    from holidays import country_holidays

    code, _, part = country.partition("-")
    # Without a language the package would ask the machine's locale.
    native = _native(code) if language is None else language
    return country_holidays(code, subdiv=part or None, years=year, language=native, expand=False)


@lru_cache(maxsize=64)
def _native(code: str) -> str | None:
    from holidays import country_holidays

    return country_holidays(code, expand=False).default_language


def _unknown(country: str, years: list[int]) -> Message:
    return Message(
        "holidays-unknown",
        f"The public holidays of {country} in {_listed(years)} are not known: only weekends and the days that"
        " were entered count as days off. Check these dates by hand.",
        f"Chưa có lịch nghỉ lễ của {country} năm {_listed(years)}: chỉ tính ngày cuối tuần và những ngày đã"
        " nhập là ngày nghỉ. Hãy tự kiểm tra các ngày này.",
    )


def _undecided(country: str, years: list[int]) -> Message:
    return Message(
        "holidays-undecided",
        f"Public holidays of {country} in {_listed(years)} are those that the law names; the government may"
        " still swap working days or set Tết another way. Enter what it decides on the page “Days off”, or"
        " with: airslot day-off add",
        f"Ngày nghỉ lễ của {country} năm {_listed(years)} tính theo luật; Chính phủ còn có thể hoán đổi ngày"
        " làm việc hoặc điều chỉnh lịch nghỉ Tết. Khi có quyết định, hãy nhập ở trang “Ngày nghỉ”, hoặc"
        " bằng: airslot day-off add",
    )


def _listed(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"
