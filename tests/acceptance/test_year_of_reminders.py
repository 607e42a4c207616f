"""The story of 2024 as its readers see it: three subscribers, the real plan, every mail of the year.

What must be sent is worked out here from `expected-2024.json` by plain arithmetic on wall times, without any
code of the service. The year is lived by the worker's own code, on a fake clock and a copy of the database.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection, Engine, func, select

from scheduler.clock import FixedClock
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.reminders.due.lead import Lead
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.reminders.simulate import Act, Sent, Simulation, simulate
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.occurrences.selection import Selection
from scheduler.store.tables import reminder, reminder_log
from tests.planning import overrides

HERE = Path(__file__).parent
PLAN = HERE.parent.parent / "plans" / "kien-giang-2024.yaml"
SLUG = "kien-giang-2024"
EXPECTED: dict[str, Any] = json.loads((HERE / "expected-2024.json").read_text(encoding="utf-8"))
MACHINE_TIME = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
SIGNED = date(2024, 4, 2)
DAY_HOUR = time(8)
DAY, TWO_HOURS = timedelta(days=1), timedelta(hours=2)

# Everything, early; two columns with nights of quiet; one mail a week.
AN, BINH, CHI = "an@example.org", "binh@example.org", "chi@example.org"
BINHS_ITEMS = ("2.2", "2.6")
QUIET_FROM, QUIET_UNTIL = time(21), time(6, 30)
BEFORE_QUIET = time(20, 45)  # mails that would fall into the night go out a quarter of an hour before it

# One premiere is moved, and with it its replay, after the day's reminders went out; another is cancelled.
MOVED_AT = datetime(2024, 6, 19, 10, 0)
MOVED_FROM, MOVED_TO = datetime(2024, 6, 19, 17, 45), datetime(2024, 6, 21, 19, 30)
REPLAY_FROM, REPLAY_TO = datetime(2024, 6, 20, 6, 0), datetime(2024, 6, 22, 6, 0)
CANCELLED_AT, CANCELLED = datetime(2024, 7, 17, 9, 0), datetime(2024, 7, 17, 17, 45)
RESTS = timedelta(minutes=5)


class Mail(NamedTuple):
    """What one mail is, in wall time of the plan."""

    to: str
    what: str
    item: str | None
    kind: str | None
    start: str
    lead: str | None
    sent_at: datetime


# --- what must be sent ---------------------------------------------------------------------------


def expected_mails() -> list[Mail]:
    mails = [mail for airing in airings() for mail in reminders_of(*airing)]
    for window in EXPECTED["windows"]:
        mails += window_mails(window["item"], *map(date.fromisoformat, (window["first"], window["last"])))
    return sorted([*mails, *digest_mails(), *change_mails(), *quota_mails()], key=str)


def airings() -> list[tuple[str, str, datetime]]:
    """Item, kind and start of each airing as it ends up, before it was signed or not."""
    found = []
    for one in EXPECTED["airings"]:
        start = datetime.fromisoformat(one["start"])
        if one["item"] == "2.2":
            start = {MOVED_FROM: MOVED_TO, REPLAY_FROM: REPLAY_TO}.get(start, start)
        found.append((one["item"], one["kind"], start))
    return found


def reminders_of(item: str, kind: str, start: datetime) -> Iterator[Mail]:
    if start.date() < SIGNED:
        return
    dues = {
        "P7D": datetime.combine(start.date() - 7 * DAY, DAY_HOUR),
        "P1D": datetime.combine(start.date() - DAY, DAY_HOUR),
        "PT2H": start - TWO_HOURS,
    }
    for lead, due in dues.items():
        for to in (AN, BINH):
            if to == BINH and (lead == "P7D" or item not in BINHS_ITEMS):
                continue
            sent_at = before_quiet(due) if to == BINH else due
            mail = Mail(to, "reminder", item, kind, start.isoformat(timespec="minutes"), lead, sent_at)
            if start in (MOVED_TO, REPLAY_TO) and item == "2.2":
                # A week before, it still stood at its old place, and that is what the mail told.
                was = MOVED_FROM if start == MOVED_TO else REPLAY_FROM
                yield from moved_reminders(mail, was)
            elif not (item == "2.2" and start == CANCELLED and sent_at > CANCELLED_AT):
                yield mail


def moved_reminders(mail: Mail, was: datetime) -> Iterator[Mail]:
    assert mail.lead is not None
    old_due = {
        "P7D": datetime.combine(was.date() - 7 * DAY, DAY_HOUR),
        "P1D": datetime.combine(was.date() - DAY, DAY_HOUR),
        "PT2H": was - TWO_HOURS,
    }[mail.lead]
    if old_due < MOVED_AT:
        yield mail._replace(start=was.isoformat(timespec="minutes"), sent_at=old_due)
    if mail.sent_at > MOVED_AT:
        yield mail


def before_quiet(due: datetime) -> datetime:
    if due.time() >= QUIET_FROM:
        return datetime.combine(due.date(), BEFORE_QUIET)
    if due.time() < QUIET_UNTIL:
        return datetime.combine(due.date() - DAY, BEFORE_QUIET)
    return due


def window_mails(item: str, first: date, last: date) -> Iterator[Mail]:
    if first < SIGNED:
        return
    opening, closing = (datetime.combine(day, DAY_HOUR) for day in (first, last - DAY))
    yield Mail(AN, "opening", item, "window", first.isoformat(), None, opening)
    if closing > opening:
        yield Mail(AN, "closing", item, "window", first.isoformat(), None, closing)


def digest_mails() -> Iterator[Mail]:
    monday = date(2024, 1, 1)
    assert monday.weekday() == 0
    while monday <= date(2024, 12, 31):
        at = datetime.combine(monday, DAY_HOUR)
        if anything_ahead(at, until=monday + 8 * DAY):
            yield Mail(CHI, "digest", None, None, monday.isoformat(), None, at)
        monday += 7 * DAY


def anything_ahead(at: datetime, until: date) -> bool:
    """Whether a digest has anything to tell: an airing to come, or a window that is not over."""
    timed = any(
        at <= start < datetime.combine(until, time()) and start.date() >= SIGNED and start != CANCELLED
        for _, _, start in airings()
    )
    open_window = any(
        SIGNED <= date.fromisoformat(one["first"]) < until and date.fromisoformat(one["last"]) >= at.date()
        for one in EXPECTED["windows"]
    )
    return timed or open_window


def change_mails() -> Iterator[Mail]:
    for to in (AN, BINH):
        for kind, start, at in (
            ("premiere", MOVED_TO, MOVED_AT),
            ("replay", REPLAY_TO, MOVED_AT),
            ("premiere", CANCELLED, CANCELLED_AT),
        ):
            yield Mail(to, "change", "2.2", kind, start.isoformat(timespec="minutes"), None, at + RESTS)


def quota_mails() -> Iterator[Mail]:
    """Nothing of 3, 4 and 6 is ever delivered: on each first that finds a whole piece due."""
    for month in range(5, 13):
        day = date(2024, month, 1)
        gone = (day - date(2024, 1, 1)).days
        for item, most in (("3", 39), ("4", 4), ("6", 1)):
            if most * gone // 366:
                yield Mail(AN, "quota", item, None, day.isoformat(), None, datetime.combine(day, DAY_HOUR))


# --- what is sent --------------------------------------------------------------------------------


class Lived(NamedTuple):
    """The year, and the database that it was lived beside."""

    engine: Engine
    year: Simulation
    mails: list[Mail]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lived]:
    """2024, lived once beside each database."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("year") / "airslot.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        engine = open_engine(f"sqlite:///{path}")
    else:
        server = request.getfixturevalue("postgres")
        engine = open_engine(server.url(server.create(request.getfixturevalue("postgres_template"))))
    fill(engine)
    year = simulate(
        engine,
        Settings(),
        b"a secret of this test alone, 32+",
        date(2024, 1, 1),
        date(2024, 12, 31),
        acts=acts(),
    )
    yield Lived(engine, year, sorted(map(mail_of, year.sent), key=str))
    engine.dispose()


def fill(engine: Engine) -> None:
    signing = FixedClock(datetime.fromisoformat("2024-04-02T08:00+07:00"))
    wanted = (
        Subscription(AN, language="vi", leads=leads("P7D", "P1D", "PT2H")),
        Subscription(
            BINH,
            language="en",
            leads=leads("P1D", "PT2H"),
            filter=Selection(items=BINHS_ITEMS),
            quiet_from=QUIET_FROM,
            quiet_until=QUIET_UNTIL,
        ),
        Subscription(CHI, leads=(), digest="weekly"),
    )
    with transaction(engine) as connection:
        load(
            connection,
            read_plan(PLAN.read_bytes()),
            signing,
            uid_domain="airslot.example",
            machine_time=lambda: MACHINE_TIME,
        )
        for one in wanted:
            subscribers.add(connection, one, machine_time=lambda: MACHINE_TIME, confirmed=True)


def leads(*texts: str) -> tuple[Lead, ...]:
    return tuple(Lead.parse(text) for text in texts)


def acts() -> list[Act]:
    def move(connection: Connection) -> None:
        overrides.move(
            connection, airing_at(connection, MOVED_FROM).id, MOVED_TO, machine_time=instant(MOVED_AT)
        )

    def cancel(connection: Connection) -> None:
        found, clock = airing_at(connection, CANCELLED), FixedClock(instant(CANCELLED_AT)())
        overrides.cancel(connection, found.id, clock, machine_time=clock.now)

    return [(instant(MOVED_AT)(), move), (instant(CANCELLED_AT)(), cancel)]


def airing_at(connection: Connection, start: datetime) -> Occurrence:
    (found,) = [one for one in plan_occurrences(connection, SLUG) if (one.item, one.start) == ("2.2", start)]
    return found


def instant(wall: datetime) -> Any:
    """A machine time that stands at a wall time of the plan."""
    at = datetime.fromisoformat(wall.isoformat() + "+07:00")
    return lambda: at


def mail_of(one: Sent) -> Mail:
    sent_at = datetime.fromisoformat(one.sent_at)
    assert sent_at.utcoffset() == timedelta(hours=7)
    wall = sent_at.replace(tzinfo=None)
    return Mail(one.to, one.what, one.item, one.kind, one.start, one.lead, wall)


# --- the story -----------------------------------------------------------------------------------


def test_every_mail_of_the_year_is_the_one_that_was_expected(lived: Lived) -> None:
    expected = expected_mails()
    assert len(expected) > 300
    assert lived.mails == expected


def test_nobody_is_told_of_what_precedes_the_signature(lived: Lived) -> None:
    assert min(mail.sent_at for mail in lived.mails).date() > SIGNED
    told = {mail.start[:10] for mail in lived.mails}
    assert min(told) > SIGNED.isoformat()
    early = {one["start"][:10] for one in EXPECTED["airings"] if one["start"] < SIGNED.isoformat()}
    assert early and not early & told


def test_each_reader_gets_each_mail_once(lived: Lived) -> None:
    keys = Counter((mail.to, mail.what, mail.item, mail.kind, mail.start, mail.lead) for mail in lived.mails)
    assert set(keys.values()) == {1}
    ids = Counter(one.message_id for one in lived.year.sent)
    assert set(ids.values()) == {1} and all(one.startswith("<") for one in ids)


def test_a_move_and_a_cancellation_are_told_to_those_who_knew(lived: Lived) -> None:
    changes = Counter(mail.to for mail in lived.mails if mail.what == "change")
    assert changes == {AN: 3, BINH: 3}
    stale = [
        mail
        for mail in lived.mails
        if mail.start in (MOVED_FROM.isoformat(timespec="minutes"), REPLAY_FROM.isoformat(timespec="minutes"))
        and mail.item == "2.2"
        and mail.sent_at > MOVED_AT
    ]
    assert stale == []


def test_quiet_hours_hold(lived: Lived) -> None:
    to_binh = [mail for mail in lived.mails if mail.to == BINH]
    assert all(QUIET_UNTIL <= mail.sent_at.time() < QUIET_FROM for mail in to_binh)
    at_dawn = [mail for mail in to_binh if mail.item == "2.6" and mail.start.endswith("T05:45")]
    evenings = [mail.sent_at for mail in at_dawn if mail.lead == "PT2H"]
    assert len(evenings) == 9 and {at.time() for at in evenings} == {BEFORE_QUIET}
    assert any(mail.sent_at.time() == time(3, 45) for mail in lived.mails if mail.to == AN)


def test_windows_open_and_close(lived: Lived) -> None:
    july = [
        (m.item, m.what, m.sent_at.date())
        for m in lived.mails
        if m.kind == "window" and m.start == "2024-07-01"
    ]
    assert ("2.5", "opening", date(2024, 7, 1)) in july
    assert ("2.5", "closing", date(2024, 7, 30)) in july
    assert ("2.3", "closing", date(2024, 9, 29)) in july


def test_a_digest_alone_is_all_that_its_reader_gets(lived: Lived) -> None:
    to_chi = [mail for mail in lived.mails if mail.to == CHI]
    assert {mail.what for mail in to_chi} == {"digest"}
    assert {mail.sent_at.weekday() for mail in to_chi} == {0}
    assert {mail.to for mail in lived.mails if mail.what == "digest"} == {CHI}


def test_the_counts_add_up(lived: Lived) -> None:
    counts, whats = lived.year.counts, Counter(mail.what for mail in lived.mails)
    assert {what: counts[what] for what in whats} == whats
    assert counts["sent"] == len(lived.mails)
    assert (counts["late"], counts["failed"], counts["unknown"]) == (0, 0, 0)


def test_the_database_is_as_it_was(lived: Lived) -> None:
    with reading(lived.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(reminder)) == 0
        assert connection.scalar(select(func.count()).select_from(reminder_log)) == 0
        found = plan_occurrences(connection, SLUG)
    assert not any(one.sequence or one.state != "planned" for one in found)
