"""Try a phrase: what was understood, the dates, the other readings, the words that were not understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import forms
from api.dependencies import TheHouse
from api.identity import TheVisitor
from api.pages.faults import sentences
from api.rendering import CONVENTIONS, page_language, render
from api.visibility import own_days_off
from rules.schedule import WeekConvention
from scheduler.errors import Invalid
from scheduler.locale import Language
from scheduler.planning.expanding.expand_request import read_request
from scheduler.planning.expanding.expansion import Entered, expand_phrase

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


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the phrase and what became of it: problem, correction, doubt, ignored or used."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the pages show of a phrase; `answer` is the expand object, None where nothing could be asked."""

    answer: Mapping[str, Any] | None = None
    pieces: Sequence[Piece] = ()
    readings: Sequence[Mapping[str, Any]] = ()
    faults: Sequence[str] = ()


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
    asked_year = forms.year(year) or today.year
    given = {"phrase": phrase, "target": target.strip() or None, "weeks": weeks}
    given |= {"from": f"{asked_year}-01-01", "to": f"{asked_year}-12-31"}
    values: dict[str, Any] = {
        "phrase": phrase[:6000],
        "target": target[:500],
        "weeks": weeks if weeks in CONVENTIONS else "blocks",
        "year": asked_year,
        "examples": EXAMPLES,
        "found": read_phrase(given, today, language, partial(own_days_off, house, visitor)),
    }
    return render(request, "try.html", language, **values)


def read_phrase(given: Mapping[str, object], today: date, language: Language, entered: Entered) -> Found:
    """What a phrase says; nothing where there is none yet.

    `given` is as `read_request` takes it, `entered` gives the days off that an office has entered.
    """
    if not str(given["phrase"]).strip():
        return Found()
    try:
        answer = expand_phrase(read_request(given, today), language, entered)
    except Invalid as error:
        return Found(faults=sentences(error, language))
    return Found(answer, list(pieces(str(answer["phrase"]), answer)), _readings(answer, language), ())


def pieces(phrase: str, answer: Mapping[str, Any]) -> Iterable[Piece]:
    """The phrase cut at what is to be marked: a problem before a correction, a doubt, what is unused."""
    marks = ["used"] * len(phrase)
    for kind in ("ignored", "doubts", "corrections", "problems"):
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
            "wording": {"vi": one["schedule"]["vi"], "en": one["schedule"]["en"]},
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
