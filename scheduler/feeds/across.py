"""A feed behind a token: what its filter lets through, from all plans, around today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Engine, select

from scheduler.clock import Clock
from scheduler.errors import AirslotError, NotFound
from scheduler.feeds.access import Feed, find_feed
from scheduler.feeds.document import render_across
from scheduler.feeds.head import FeedHead
from scheduler.feeds.publication import UNSET_CLOCK
from scheduler.feeds.shelf import Mark, Rendered, Shelf
from scheduler.feeds.wording import Language
from scheduler.machine_time import MachineTime
from scheduler.settings import Settings
from scheduler.store.engine import reading
from scheduler.store.instants import zone
from scheduler.store.occurrences import OccurrenceFilter, all_occurrences
from scheduler.store.tables import plan

NO_PLAN_ZONE = "Asia/Ho_Chi_Minh"


class Revoked(AirslotError):  # noqa: N818 - like its siblings, it says what happened
    """The feed was there, and its owner has ended it: whoever follows it should stop asking."""


@dataclass(frozen=True, slots=True)
class AskedFeed:
    """What an address asks for. None takes what was chosen when the feed was made."""

    token: str
    alarms: tuple[timedelta, ...] | None = None
    lang: Language | None = None


class PlanMark(NamedTuple):
    """What of a plan's row a feed depends on."""

    slug: str
    title: str
    timezone: str
    revision: int
    written: datetime


@dataclass(frozen=True, slots=True)
class FeedState:
    """All that the bytes depend on: the feed, its plans, and the day in the zone of most of them."""

    feed: Feed
    plans: tuple[PlanMark, ...]
    zone: str
    day: date


class TokenFeeds:
    """The feeds behind tokens of one process."""

    def __init__(self, engine: Engine, settings: Settings, clock: Clock, machine_time: MachineTime) -> None:
        self._engine, self._settings = engine, settings
        self._clock, self._machine_time = clock, machine_time
        self.shelf = Shelf()

    def state(self, asked: AskedFeed) -> FeedState:
        """The state of the feed: its row and those of its plans. Raises NotFound and Revoked."""
        with reading(self._engine) as connection:
            return self._state(connection, asked)

    def mark(self, state: FeedState) -> Mark:
        """What tells this state from others; rendered first where this process has not done so."""
        return self.shelf.mark(state) or self.body(state).mark

    def body(self, state: FeedState) -> Rendered:
        """The bytes of the state."""
        found = self.shelf.rendered(state)
        if found is not None:
            return found
        with self.shelf.alone(state):
            return self.shelf.rendered(state) or self._render(state)

    def _state(self, connection: Connection, asked: AskedFeed) -> FeedState:
        found = find_feed(connection, asked.token)
        if found is None:
            raise _not_found()
        if found.revoked_at is not None:
            raise _revoked()
        question = select(plan.c.slug, plan.c.title, plan.c.timezone, plan.c.revision, plan.c.updated_at)
        if found.wanted.plans:
            question = question.where(plan.c.slug.in_(found.wanted.plans))
        plans = tuple(PlanMark(*row) for row in connection.execute(question.order_by(plan.c.slug)))
        alarms = found.alarms if asked.alarms is None else asked.alarms
        # When it was fetched says nothing about what is in it.
        own = replace(
            found,
            alarms=alarms,
            language=asked.lang or found.language,
            last_fetched_at=None,
            last_fetched_by=None,
        )
        local = _main_zone(plans)
        return FeedState(own, plans, local, self._clock.today(local))

    def _render(self, state: FeedState) -> Rendered:
        settings, feed = self._settings, state.feed
        wanted = OccurrenceFilter(
            first=state.day - timedelta(days=settings.feed_past_days),
            last=state.day + timedelta(days=settings.feed_future_days),
        )
        with reading(self._engine) as connection:
            rows = all_occurrences(connection, wanted, feed.wanted.condition())
        head = FeedHead(
            slug="",
            title=feed.label,
            timezone=state.zone,
            public_url=settings.public_url,
            lang=feed.language,
            default_minutes=settings.default_minutes,
            day_hour=settings.day_hour,
            alarms=feed.alarms,
        )
        heads = {
            one.slug: replace(head, slug=one.slug, title=one.title, timezone=one.timezone)
            for one in state.plans
        }
        # A plan that was loaded since the state was read has its turn in the next state.
        rows = [row for row in rows if row.plan in heads]
        body = render_across(head, heads, rows, today=state.day)
        return self.shelf.put((feed.id, feed.alarms, feed.language), state, body, self._modified(state))

    def _modified(self, state: FeedState) -> datetime:
        """When a plan or the feed was last written, or the day began: rows come and go with the day.

        The day is plan time; where that clock was set elsewhere, it is told in machine time.
        """
        begun = datetime.combine(state.day, time(), zone(state.zone)).astimezone(UTC)
        ahead = self._clock.now() - self._machine_time()
        begun = begun if abs(ahead) < UNSET_CLOCK else begun - ahead
        return max(begun, state.feed.created_at, *(one.written for one in state.plans))


def _main_zone(plans: Sequence[PlanMark]) -> str:
    """The zone of most plans: its day is the feed's."""
    counts = Counter(one.timezone for one in plans).most_common(1)
    return counts[0][0] if counts else NO_PLAN_ZONE


def _not_found() -> NotFound:
    return NotFound(
        "feed-not-found",
        "There is no feed at this address. Check that it was copied whole, or ask for a new one.",
        "Không có lịch nào ở địa chỉ này. Hãy kiểm tra xem đã chép đủ chưa, hoặc xin địa chỉ mới.",
        where="token",
    )


def _revoked() -> Revoked:
    return Revoked(
        "feed-revoked",
        "This feed has been ended. Remove it from the calendar, or ask for a new address.",
        "Lịch này đã ngừng. Hãy gỡ khỏi chương trình lịch, hoặc xin địa chỉ mới.",
        where="token",
    )
