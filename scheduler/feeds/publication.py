"""A plan's feed as it stands now: read from the store, rendered once for each state, kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Engine, bindparam, select

from scheduler.clock import Clock
from scheduler.errors import NotFound
from scheduler.feeds.document import Form, render
from scheduler.feeds.head import FeedHead
from scheduler.feeds.shelf import Mark, Rendered, Shelf
from scheduler.feeds.showing import showing
from scheduler.feeds.wording import Language
from scheduler.machine_time import MachineTime
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.occurrences.series import series_of_plan
from scheduler.store.plans.read_model import Plan, find_plan, get_plan
from scheduler.store.tables import plan as plan_table

_MINUTE = timedelta(minutes=1)
UNSET_CLOCK = timedelta(seconds=5)  # two readings of one clock are less than this apart


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for. `lang` None is the plan's own language."""

    slug: str
    form: Form = "expanded"
    alarms: tuple[timedelta, ...] = ()
    lang: Language | None = None


@dataclass(frozen=True, slots=True)
class State:
    """All that a feed's bytes depend on within one process."""

    asked: Asked
    plan: int
    revision: int
    written: datetime | None
    day: date


class Publications:
    """The public feeds of one process."""

    def __init__(self, engine: Engine, settings: Settings, clock: Clock, machine_time: MachineTime) -> None:
        self._engine, self._settings = engine, settings
        self._clock, self._machine_time = clock, machine_time
        self.shelf = Shelf()

    def state(self, asked: Asked) -> State:
        """The state the feed is in: one indexed row. Raises NotFound where the plan is not public."""
        with reading(self._engine) as connection:
            found = connection.execute(_PLAN_STATE, {"slug": asked.slug}).first()
        if found is None or not found.public:
            raise _not_found(asked.slug)
        plan_id, _, revision, written, zone = found
        return State(asked, plan_id, revision, written, self._clock.today(zone))

    def known(self, state: State) -> Mark | None:
        """What tells this state from others; None where this process has not rendered it."""
        return self.shelf.mark(state)

    def kept(self, state: State) -> Rendered | None:
        """The bytes of the state, where they need not be made."""
        return self.shelf.rendered(state)

    def body(self, state: State) -> Rendered:
        """The bytes of the state, or of the one that has followed it since."""
        found = self.shelf.rendered(state)
        if found is not None:
            return found
        with self.shelf.alone(state):
            return self.shelf.rendered(state) or self._render(state.asked)

    def _render(self, asked: Asked) -> Rendered:
        with reading(self._engine) as connection:
            plan = find_plan(connection, asked.slug)
            if plan is None or not plan.public:
                raise _not_found(asked.slug)
            rows = plan_occurrences(connection, asked.slug)
            series = series_of_plan(connection, asked.slug) if asked.form == "series" else None
        today = self._clock.today(plan.timezone)
        state = State(asked, plan.id, plan.revision, plan.updated_at, today)
        head = feed_head(plan, self._settings, alarms=asked.alarms, lang=asked.lang)
        body = render(head, rows, form=asked.form, today=today, series=series, ahead=self._ahead())
        return self.shelf.put(asked, state, body, self._modified(plan, rows, today))

    def _modified(self, plan: Plan, rows: Sequence[Occurrence], today: date) -> datetime:
        """When the plan was last written, or the later moment at which a cancelled row left the feed.

        Rows leave by plan time; where the plan's clock was set elsewhere, that is told in machine time.
        """
        written = plan.updated_at or datetime.fromtimestamp(0, UTC)
        left = showing(rows, plan.timezone, today).last_left
        if left is None:
            return written
        return max(written, left - self._ahead())

    def _ahead(self) -> timedelta:
        """How far plan time is before machine time, in whole minutes: two looks at it must agree."""
        ahead = self._clock.now() - self._machine_time()
        return timedelta() if abs(ahead) < UNSET_CLOCK else timedelta(minutes=round(ahead / _MINUTE))


def feed_head(
    plan: Plan, settings: Settings, *, alarms: tuple[timedelta, ...] = (), lang: Language | None = None
) -> FeedHead:
    """The head of a plan's feed under these settings."""
    return FeedHead(
        slug=plan.slug,
        title=plan.title,
        timezone=plan.timezone,
        public_url=settings.public_url,
        lang=lang or ("en" if plan.language == "en" else "vi"),
        default_minutes=settings.default_minutes,
        day_hour=settings.day_hour,
        alarms=alarms,
    )


def print_feed(connection: Connection, asked: Asked, settings: Settings, today: date | None = None) -> bytes:
    """The document of a plan, public or not, for somebody who may read the database itself."""
    plan = get_plan(connection, asked.slug)
    head = feed_head(plan, settings, alarms=asked.alarms, lang=asked.lang)
    rows, series = plan_occurrences(connection, asked.slug), series_of_plan(connection, asked.slug)
    return render(head, rows, form=asked.form, today=today, series=series)


# Built once: a poll asks nothing else.
_PLAN_STATE = select(
    plan_table.c.id,
    plan_table.c.public,
    plan_table.c.revision,
    plan_table.c.updated_at,
    plan_table.c.timezone,
).where(plan_table.c.slug == bindparam("slug"))


def _not_found(slug: str) -> NotFound:
    """The same for a plan that is not public as for one that is not there: which it is stays private."""
    return NotFound(
        "plan-not-found",
        f"There is no public plan {slug!r}. Check the address of the feed.",
        f"Không có kế hoạch công khai {slug!r}. Hãy kiểm tra lại địa chỉ của lịch.",
        where="plan",
    )
