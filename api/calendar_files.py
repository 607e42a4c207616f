"""One date, or those of an item, as a calendar file: GET and HEAD /occurrences/{id}.ics and the like.

Who may see the page of the same address without its ending gets the file, and nobody else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.feeds import PUBLIC_CACHING, answer_feed, asked_language, file_name, guarded
from api.identity import TheVisitor, Visitor, count_visit
from api.visibility import path_word, visible_occurrence, visible_plan
from scheduler.errors import NotFound
from scheduler.feeds.file import calendar_file
from scheduler.feeds.publication import feed_head
from scheduler.feeds.shelf import Mark, Rendered, packed
from scheduler.feeds.showing import showing
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, all_occurrences
from scheduler.store.plans.read_model import Plan, find_item

router = APIRouter(include_in_schema=False, dependencies=[Depends(count_visit)])
PRIVATE = "private, no-store"


class _Made:
    """A file is made for whoever asks; none is kept."""

    def known(self, state: Rendered) -> Mark | None:
        """What tells it from another."""
        return state.mark

    def kept(self, state: Rendered) -> Rendered:
        """The file itself: it need not be made again."""
        return state

    def body(self, state: Rendered) -> Rendered:
        """The file itself."""
        return state


@router.head("/occurrences/{occurrence_id}.ics")
@router.get("/occurrences/{occurrence_id}.ics")
def one_date(request: Request, occurrence_id: str, house: TheHouse, visitor: TheVisitor) -> Response:
    """One occurrence, cancelled ones too: whoever has added it can bring it up to date."""

    def answer() -> Response:
        with reading(house.engine) as connection:
            one = visible_occurrence(visitor, connection, occurrence_id)
            plan = visible_plan(visitor, connection, one.plan)
        return _file(request, house, plan, [one], one.id)

    return guarded(request, f"the occurrence {occurrence_id!r}", answer)


@router.head("/plans/{slug}/items/{number}.ics")
@router.get("/plans/{slug}/items/{number}.ics")
def dates_of_item(request: Request, slug: str, number: str, house: TheHouse, visitor: TheVisitor) -> Response:
    """All dates of an item that the plan's feed shows."""

    def answer() -> Response:
        plan, dates = _dates(house, visitor, slug, number)
        shown = showing(dates, plan.timezone, house.clock.today(plan.timezone)).occurrences
        return _file(request, house, plan, shown, f"{plan.slug}-{number}")

    return guarded(request, f"an item of {slug!r}", answer)


def _dates(house: House, visitor: Visitor, slug: str, number: str) -> tuple[Plan, list[Occurrence]]:
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, slug)
        if find_item(connection, plan.id, path_word(number)) is None:
            raise NotFound(
                "item-not-found",
                f"The plan {plan.slug} has no item {number[:60]!r}.",
                f"Kế hoạch {plan.slug} không có mục {number[:60]!r}.",
                where="item",
            )
        wanted = OccurrenceFilter(plan=plan.slug, item=number, sight=visitor.sight)
        return plan, all_occurrences(connection, wanted)


def _file(request: Request, house: House, plan: Plan, shown: Sequence[Occurrence], name: str) -> Response:
    head = feed_head(plan, house.settings, lang=asked_language(request))
    body = calendar_file(head, shown)
    written = max((one.updated_at for one in shown), default=house.machine_time())
    made = packed(body, Mark(hashlib.blake2b(body, digest_size=16).hexdigest(), written))
    return answer_feed(request, _Made(), made, file_name(name), PUBLIC_CACHING if plan.public else PRIVATE)
