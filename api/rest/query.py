"""The kinds of values that query parameters and paths take, each checked to the letter."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Annotated, Any

from fastapi import Request
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from api.errors import Problem, invalid, wrong_parameter
from api.validation import shown, unknown_parameter
from scheduler.errors import Invalid
from scheduler.locale import Words, both
from scheduler.store.statements.paging import Cursor

FIRST_YEAR, LAST_YEAR = 1900, 2199
MAX_YEARS = 100
DAY = re.compile(r"(?:19|2[01])\d\d-\d\d-\d\d", re.ASCII)


def _day(value: Any) -> Any:
    # Pydantic alone would also take a count of seconds, a time, and a year of four signs.
    if isinstance(value, str) and DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day", "not a day")


def _digits(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"-?\d{1,9}", value, re.ASCII):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _true_or_false(value: Any) -> Any:
    if isinstance(value, str) and value not in {"true", "false"}:
        raise PydanticCustomError("bool_parsing", "not true or false")
    return value


def _printable(value: str) -> str:
    if not value.isprintable():
        raise PydanticCustomError("control_character", "not printable")
    return value


Day = Annotated[
    date,
    BeforeValidator(_day),
    Field(json_schema_extra={"pattern": "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}$"}, examples=["2024-04-02"]),
]
Word = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_printable)]
YesNo = Annotated[bool, BeforeValidator(_true_or_false)]
Limit = Annotated[int, BeforeValidator(_digits), Field(ge=1, le=500)]
Opaque = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Query(BaseModel):
    """A set of query parameters: one that it does not name is refused, never passed over."""

    model_config = ConfigDict(extra="forbid", populate_by_name=False)


class PageQuery(Query):
    """The two parameters that every list takes."""

    cursor: Opaque | None = Field(None, description="The value of `next` of the page before.")
    limit: Limit = Field(100, description="How many rows a page holds.")


async def once_each(request: Request) -> None:
    """Refuse a parameter that is given twice: which of the two is meant cannot be known (dependency)."""
    counts = Counter(name for name, _ in request.query_params.multi_items())
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        raise invalid(*(wrong_parameter(name, "repeated-parameter", _twice(name)) for name in twice))


async def no_parameters(request: Request) -> None:
    """Refuse every query parameter, at an address that takes none (dependency)."""
    names = sorted(set(request.query_params))
    if names:
        sentences = ((name, unknown_parameter(name, [])) for name in names)
        raise invalid(*(wrong_parameter(name, "unknown-parameter", words) for name, words in sentences))


def read_cursor(text: str | None) -> Cursor | None:
    """The cursor of a page; raises the problem `bad-cursor` where this service did not give it."""
    if text is None:
        return None
    try:
        return Cursor.read(text)
    except Invalid as error:
        raise bad_cursor(Words(vi=error.vi, en=error.en)) from None


def bad_cursor(detail: Words) -> Problem:
    """The problem of a cursor that was not given out by this list."""
    return Problem("bad-cursor", detail, errors=[wrong_parameter("cursor", "bad-cursor", detail)])


def check_range(first: date | None, last: date | None) -> None:
    """Refuse a range that runs backwards or is longer than a plan can be."""
    if first is None or last is None:
        return
    if first > last:
        detail = both(
            "The range runs backwards: “from” is %(first)s and “to” is %(last)s. Swap the two days.",
            first=first,
            last=last,
        )
        raise invalid(wrong_parameter("from", "range-reversed", detail))
    if last.year - first.year > MAX_YEARS:
        detail = both(
            "%(first)s to %(last)s is too long a range; ask for at most %(years)s years at once.",
            first=first,
            last=last,
            years=MAX_YEARS,
        )
        raise invalid(wrong_parameter("to", "range-too-long", detail))


def _twice(name: str) -> Words:
    return both("“%(name)s” is given more than once; give it once.", name=shown(name))
