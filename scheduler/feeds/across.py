"""A feed behind a token: what its filter lets through, from all plans, around today."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, Engine, bindparam, select

from scheduler.clock import Clock
from scheduler.errors import AirslotError, NotFound
from scheduler.feeds.access import Feed, find_feed, note_rights
from scheduler.feeds.document import render_across
from scheduler.feeds.head import FeedHead
from scheduler.feeds.notice import Notice
from scheduler.feeds.publication import UNSET_CLOCK
from scheduler.feeds.shelf import Mark, Rendered, Shelf
from scheduler.feeds.showing import CANCELLED_SHOWN
from scheduler.feeds.wording import Language
from scheduler.machine_time import MachineTime
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from scheduler.store.instants import zone
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, all_occurrences
from scheduler.store.stamps import Stamps
from scheduler.store.tables import plan

log = logging.getLogger("airslot.feeds")
NO_PLAN_ZONE = "Asia/Ho_Chi_Minh"
NOTICE_SHOWN = CANCELLED_SHOWN  # as long as anything else that readers should have seen
# Built once: each poll asks one of them. The columns of a `PlanMark`, then who may see the plan.
_PLANS = select(
    plan.c.slug,
    plan.c.title,
    plan.c.timezone,
    plan.c.revision,
    plan.c.updated_at,
    plan.c.public,
    plan.c.office_id,
).order_by(plan.c.slug)
_NAMED = _PLANS.where(plan.c.slug.in_(bindparam("slugs", expanding=True)))


class Revoked(AirslotError):  # noqa: N818 - like its siblings, it says what happened
    """The feed was there, and its owner has ended it: whoever follows it should stop asking."""


@dataclass(frozen=True, slots=True)
class AskedFeed:
    """What an address asks for. None takes what was chosen when the feed was made."""

    token: str
    alarms: tuple[timedelta, ...] | None = None
    lang: Language | None = None
    overdue: bool = False  # say what is overdue


class PlanMark(NamedTuple):
    """What of a plan's row a feed depends on."""

    slug: str
    title: str
    timezone: str
    revision: int
    written: datetime


@dataclass(frozen=True, slots=True)
class FeedState:
    """All that the bytes depend on: the feed, its plans that may be seen, the day in the zone of most."""

    feed: Feed
    plans: tuple[PlanMark, ...]
    zone: str
    day: date
    overdue: bool = False


class TokenFeeds:
    """The feeds behind tokens of one process."""

    def __init__(self, engine: Engine, settings: Settings, clock: Clock, machine_time: MachineTime) -> None:
        self._engine, self._settings = engine, settings
        self._clock, self._machine_time = clock, machine_time
        self._stamps = Stamps(engine, "what feeds leave out")
        self.shelf = Shelf()

    def state(self, asked: AskedFeed) -> FeedState:
        """The state of the feed: its row and those of its plans. Raises NotFound and Revoked.

        What its maker may see is looked at each time; where that is another than before, it is written down.
        """
        with reading(self._engine) as connection:
            state, hidden = self._state(connection, asked)
        if hidden != state.feed.hidden:
            state = self._narrow(state, hidden)
        since = state.feed.narrowed_on
        if not state.plans and since is not None and state.day > since + NOTICE_SHOWN:
            raise _nothing_left()
        return state

    def known(self, state: FeedState) -> Mark | None:
        """What tells this state from others; None where this process has not rendered it."""
        return self.shelf.mark(state)

    def kept(self, state: FeedState) -> Rendered | None:
        """The bytes of the state, where they need not be made."""
        return self.shelf.rendered(state)

    def body(self, state: FeedState) -> Rendered:
        """The bytes of the state."""
        found = self.shelf.rendered(state)
        if found is not None:
            return found
        with self.shelf.alone(state):
            return self.shelf.rendered(state) or self._render(state)

    def _state(self, connection: Connection, asked: AskedFeed) -> tuple[FeedState, tuple[str, ...]]:
        """The state, and which of the plans that the feed names it may not tell."""
        found = find_feed(connection, asked.token)
        if found is None:
            raise _not_found()
        if found.revoked_at is not None or _is_over(found.expires_at, self._machine_time):
            raise _revoked()
        named = found.wanted.plans
        rows = connection.execute(_NAMED, {"slugs": named}) if named else connection.execute(_PLANS)
        plans, hidden = [], []
        for *facts, public, office_id in rows:
            one = PlanMark(*facts)
            if found.sight is not None and found.sight.shows(public, office_id):
                plans.append(one)
            elif named:
                hidden.append(one.slug)
        if found.sight is None:
            hidden = ["*"]
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
        return FeedState(own, tuple(plans), local, self._clock.today(local), asked.overdue), tuple(hidden)

    def _narrow(self, state: FeedState, hidden: tuple[str, ...]) -> FeedState:
        """The state of a feed that leaves out other plans than before; the log is told once."""
        found, at = state.feed, self._machine_time()
        since = state.day if hidden else None
        first = self._stamps.write(lambda connection: note_rights(connection, found, hidden, since, at))
        if first and hidden:
            log.warning(
                "feed %s tells %s no more: whoever made it may not see that now", found.id, ", ".join(hidden)
            )
        elif first:
            log.warning("feed %s tells all that it names again", found.id)
        return replace(state, feed=replace(found, hidden=hidden, narrowed_on=since, rights_at=at))

    def _render(self, state: FeedState) -> Rendered:
        settings, feed = self._settings, state.feed
        rows: list[Occurrence] = []
        if state.plans and feed.sight is not None:
            wanted = OccurrenceFilter(
                first=state.day - timedelta(days=settings.feed_past_days),
                last=state.day + timedelta(days=settings.feed_future_days),
                sight=feed.sight,
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
            overdue_on=state.day if state.overdue else None,
        )
        heads = {
            one.slug: replace(head, slug=one.slug, title=one.title, timezone=one.timezone)
            for one in state.plans
        }
        # A plan that was loaded since the state was read has its turn in the next state.
        rows = [row for row in rows if row.plan in heads]
        body = render_across(head, heads, rows, today=state.day, notice=self._notice(state))
        return self.shelf.put(
            (feed.id, feed.alarms, feed.language, state.overdue), state, body, self._modified(state)
        )

    def _notice(self, state: FeedState) -> Notice | None:
        """For some days the reader is told that the feed shows less, where they look for it."""
        found = state.feed
        since, at = found.narrowed_on, found.rights_at
        if since is None or at is None or state.day > since + NOTICE_SHOWN:
            return None
        uid = f"notice-{found.id}-{since:%Y%m%d}@{self._settings.uid_domain}"
        return Notice(uid, since, at, whole=not state.plans)

    def _modified(self, state: FeedState) -> datetime:
        """When a plan or the feed was last written, or the day began: rows come and go with the day.

        The day is plan time; where that clock was set elsewhere, it is told in machine time.
        """
        begun = datetime.combine(state.day, time(), zone(state.zone)).astimezone(UTC)
        ahead = self._clock.now() - self._machine_time()
        begun = begun if abs(ahead) < UNSET_CLOCK else begun - ahead
        found = state.feed
        return max(begun, found.rights_at or found.created_at, *(one.written for one in state.plans))


def _is_over(expires_at: datetime | None, machine_time: MachineTime) -> bool:
    return expires_at is not None and expires_at <= machine_time()


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


def _nothing_left() -> Revoked:
    return Revoked(
        "feed-ended",
        "Nothing of this feed may be shown any more: the account that made it is closed, or may not see its"
        " plans now. Remove it from the calendar, or ask the office for a new address.",
        "Lịch này không còn gì được phép hiển thị: tài khoản đã tạo lịch đã đóng, hoặc không còn được xem các"
        " kế hoạch đó. Hãy gỡ khỏi chương trình lịch, hoặc xin cơ quan địa chỉ mới.",
        where="token",
    )


def _revoked() -> Revoked:
    return Revoked(
        "feed-revoked",
        "This feed has been ended. Remove it from the calendar, or ask for a new address.",
        "Lịch này đã ngừng. Hãy gỡ khỏi chương trình lịch, hoặc xin địa chỉ mới.",
        where="token",
    )
