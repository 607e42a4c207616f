"""A phrase in, its dates out: the same object as `airslot expand --json`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Request
from fastapi.responses import JSONResponse

from api.dependencies import TheHouse, asked_language
from api.errors import Problem
from api.identity import TheVisitor
from api.rest import examples
from api.rest.query import no_parameters
from api.rest.shapes import ExpandBody, ExpansionShape, problems
from api.visibility import own_days_off
from scheduler.locale import both
from scheduler.planning.expanding.expand_request import read_request
from scheduler.planning.expanding.expansion import expand_phrase

router = APIRouter(tags=["phrases"])
# Without a plan there is no plan's zone; the clock's year is asked for where plans are made.
ZONE = "Asia/Ho_Chi_Minh"


async def json_only(request: Request) -> None:
    """Refuse a body that does not say that it is JSON (dependency)."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != "application/json":
        detail = both("The body must be JSON; its Content-Type is “%(given)s”.", given=media_type or "—")
        raise Problem("unsupported-media-type", detail, headers={"Accept": "application/json"})


@router.post(
    "/expand",
    summary="Read a phrase and give its dates",
    response_model=ExpansionShape,
    responses=problems(400, 413, 415, 422),
    dependencies=[Depends(json_only), Depends(no_parameters)],
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": ExpandBody.model_json_schema(ref_template="#/components/schemas/{model}"),
                    "example": examples.EXPAND_BODY,
                }
            },
        }
    },
)
def expand(
    request: Request, house: TheHouse, visitor: TheVisitor, given: Annotated[dict[str, Any], Body()]
) -> JSONResponse:
    """A phrase that is not understood is an answer too, with `status` and the place in the phrase.

    Where it leans on days off, those that the office of whoever asks has entered count too.
    """
    _check_characters(given)
    asked = read_request(given, house.clock.today(ZONE))
    # Without `lang` the messages are in the language of the reader; the phrase's own is found out.
    language = asked.lang or asked_language(request)
    answer = expand_phrase(asked, language, partial(own_days_off, house, visitor))
    return JSONResponse(answer, headers={"Content-Language": language})


def _check_characters(given: dict[str, Any]) -> None:
    """JSON can name half a character (a lone surrogate), which no text holds and no answer can repeat."""
    for value in (*given, *given.values()):
        if isinstance(value, str) and any("\ud800" <= letter <= "\udfff" for letter in value):
            detail = both(
                "The body holds half a character (a lone surrogate, \\ud800 to \\udfff); take it out."
            )
            raise Problem("unreadable-body", detail)
