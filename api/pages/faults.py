"""What is wrong, as a page says it: its sentences, the readings to pick from, the status of the answer."""

from __future__ import annotations

from scheduler.errors import AirslotError, Fault, Forbidden, Invalid
from scheduler.locale import Language
from scheduler.planning.plan_file.interpretation import CHOOSE, CONFIRM


def faults_of(error: AirslotError | None) -> tuple[Fault, ...]:
    """Every single thing that is wrong; none where nothing is."""
    if error is None:
        return ()
    return error.faults if isinstance(error, Invalid) else (Fault(error.code, error.en, error.vi),)


def said(fault: Fault, language: Language) -> str:
    """The sentence without the lines of a plan file that mend it: a page has buttons for that."""
    text = fault.text(language)
    for line in (CHOOSE, CONFIRM):
        text = text.partition(line.to(language))[0]
    return text


def sentences(error: AirslotError | None, language: Language) -> list[str]:
    """All of them."""
    return [said(fault, language) for fault in faults_of(error)]


def choices(error: AirslotError | None) -> list[tuple[str, str]]:
    """The readings that may be picked, as (vi, en)."""
    return [choice for fault in faults_of(error) for choice in fault.choices]


def status_of(error: AirslotError | None) -> int:
    """The status of a page that shows the form again."""
    match error:
        case None:
            return 200
        case Invalid():
            return 422
        case Forbidden():
            return 403
    return 409
