"""Try a phrase: what was understood, the dates, the other readings, the words that were not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.identity import TheVisitor
from api.rendering import page_language, render
from api.visibility import own_days_off
from rules.schedule import WeekConvention
from scheduler.errors import Invalid
from scheduler.locale import Language, mark
from scheduler.planning.expand_request import read_request
from scheduler.planning.expansion import expand_phrase

router = APIRouter()
# Without a plan there is no plan's zone.
ZONE = "Asia/Ho_Chi_Minh"
MOST_SHOWN = 120
EXAMPLES = (
    "17 giờ 45 phút thứ Tư, Tuần 3, phát lại 6 giờ 0 phút ngày hôm sau",
    "Vào tuần đầu và tuần cuối của tháng",
    "thứ Bảy tuần 2 hằng tháng lúc 8h, trừ tháng 2",
    "Wednesday week 3 at 17:45 with replay at 06:00",
    "cuối tháng lúc 8h",
)
CONVENTIONS = {
    "blocks": mark("weeks of seven days from the 1st"),
    "monday": mark("calendar weeks from Monday, the first holds the 1st"),
    "sunday": mark("calendar weeks from Sunday, the first holds the 1st"),
    "monday-full": mark("the first whole week from Monday"),
    "iso": mark("calendar weeks from Monday with four days or more in the month"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the phrase and what became of it: problem, correction, ignored or used."""

    text: str
    kind: str


@router.get("/try")
def try_phrase(
    request: Request,
    house: TheHouse,
    visitor: TheVisitor,
    phrase: str = "",
    target: str = "",
    weeks: str = "blocks",
    year: str = "",
) -> HTMLResponse:
    """The form, and under it what the phrase says."""
    language = page_language(request)
    today = house.clock.today(ZONE)
    asked_year = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else today.year
    answer, faults = None, []
    if phrase.strip():
        given = {"phrase": phrase, "target": target.strip() or None, "weeks": weeks}
        given |= {"from": f"{asked_year}-01-01", "to": f"{asked_year}-12-31"}
        try:
            answer = expand_phrase(
                read_request(given, today), language, partial(own_days_off, house, visitor)
            )
        except Invalid as error:
            faults = [fault.text(language) for fault in error.faults]
    values: dict[str, Any] = {
        "phrase": phrase[:6000],
        "target": target[:500],
        "weeks": weeks if weeks in CONVENTIONS else "blocks",
        "year": asked_year,
        "conventions": CONVENTIONS,
        "examples": EXAMPLES,
        "answer": answer,
        "faults": faults,
        "pieces": [] if answer is None else list(pieces(str(answer["phrase"]), answer)),
        "readings": [] if answer is None else _readings(answer, language),
    }
    return render(request, "try.html", language, **values)


def pieces(phrase: str, answer: Mapping[str, Any]) -> Iterable[Piece]:
    """The phrase cut at what is to be marked; a problem outranks a correction, that outranks the unused."""
    marks = ["used"] * len(phrase)
    for kind in ("ignored", "corrections", "problems"):
        for one in answer[kind]:
            for place in range(one["from"], min(max(one["to"], one["from"] + 1), len(phrase))):
                marks[place] = kind
    begin = 0
    for place in range(1, len(phrase) + 1):
        if place == len(phrase) or marks[place] != marks[begin]:
            yield Piece(phrase[begin:place], marks[begin])
            begin = place


def _readings(answer: Mapping[str, Any], language: Language) -> list[dict[str, Any]]:
    """Each reading with its dates as values; one without a reason where the phrase is understood."""
    whole = [answer] if answer["schedule"] else answer["readings"]
    return [
        {
            "why": one["why"][language] if "why" in one else "",
            "said": one["schedule"][language],
            "other": one["schedule"]["en" if language == "vi" else "vi"],
            "quotas": one["quota"],
            "weeks": one["schedule"]["weeks"],
            "instances": [_instance(each) for each in one["instances"][:MOST_SHOWN]],
            "count": len(one["instances"]),
            "conventions": _conventions(one),
        }
        for one in whole
    ]


def _instance(one: Mapping[str, Any]) -> dict[str, Any]:
    return {**one, "start": _moment(one["start"]), "end": _moment(one["end"])}


def _conventions(one: Mapping[str, Any]) -> list[tuple[str, list[date | datetime]]]:
    """The first dates under each convention, where they differ."""
    return [
        (name, [moment for text in starts[:6] if (moment := _moment(text)) is not None])
        for name, starts in one["conventions"].items()
        if name in set(WeekConvention)
    ]


def _moment(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
