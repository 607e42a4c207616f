"""From a claimed reminder to its mail, with what only the database can add: the contents of a digest."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, func, select

from scheduler.errors import Unavailable
from scheduler.machine_time import MachineTime
from scheduler.reminders import notes
from scheduler.reminders.due import digests
from scheduler.reminders.outbox.claiming import Claimed
from scheduler.reminders.paces import Behind, behind_now, day_of_target
from scheduler.reminders.sending.verdicts import Drop, Later, verdict
from scheduler.reminders.transport.answers import named
from scheduler.reminders.transport.sink import Letter, Mail, Renderer
from scheduler.reminders.weekly_lists import UNCONFIRMED, is_weekly_list, unconfirmed_for
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.occurrences.selection import Selection
from scheduler.store.plans.sight import plans_told
from scheduler.store.tables import plan, subscriber

log = logging.getLogger("airslot.reminders")

Written: TypeAlias = Mail | Drop | Later

_AFTER_A_FAULT = timedelta(minutes=5)


class Writer:
    """Writes the mails of one worker, in one thread. Remembers the days that many readers' digests tell."""

    def __init__(
        self, engine: Engine, renderer: Renderer, settings: Settings, machine_time: MachineTime
    ) -> None:
        self._engine, self._renderer, self._settings = engine, renderer, settings
        self._machine_time = machine_time
        self._digests: tuple[object, dict[str, list[Occurrence]]] = (None, {})

    def written(self, claimed: Claimed, now: datetime) -> Written:
        """The mail, or what becomes of the row without one; never raises."""
        said = verdict(claimed, now, timedelta(minutes=self._settings.change_delay_minutes))
        if said is not None:
            return said
        try:
            letter = self._letter(claimed, now)
            return letter if isinstance(letter, Drop) else self._mail(letter, self._machine_time())
        # One letter that cannot be written must not hold up all that are due after it.
        except (Unavailable, OSError, MemoryError):
            log.exception("reminder %s cannot be written now; it is tried again later", claimed.id)
            return Later(now + _AFTER_A_FAULT, notes.NOT_WRITTEN_YET)
        except Exception as fault:
            # Of its own: another try would end the same way, until it is too late.
            log.exception("reminder %s cannot be written and is given up", claimed.id)
            return Drop("failed", notes.with_detail(notes.NOT_WRITTEN, named(fault)))

    def _mail(self, letter: Letter, at: datetime) -> Mail:
        """The mail; of a digest without what cannot be written, which the mail counts and the log names."""
        try:
            return self._renderer.mail(letter, at)
        except Exception:
            fit = self._fit(letter, list(letter.occurrences), at)
            if not fit:
                raise
            left_out = {one.id for one in letter.occurrences} - {one.id for one in fit}
            log.exception("a digest leaves out what cannot be written: %s", ", ".join(sorted(left_out)))
            facts = {**letter.facts, "left_out": len(left_out)}
            return self._renderer.mail(replace(letter, occurrences=fit, facts=facts), at)

    def _fit(self, letter: Letter, found: list[Occurrence], at: datetime) -> list[Occurrence]:
        """Those that can be written: all, or what each half has, so that one bad one costs few tries."""
        try:
            self._renderer.mail(replace(letter, occurrences=found), at)
        except Exception:
            half = len(found) // 2
            if not half:
                return []
            return self._fit(letter, found[:half], at) + self._fit(letter, found[half:], at)
        return found

    def _letter(self, claimed: Claimed, now: datetime) -> Letter | Drop:
        assert claimed.recipient is not None  # noqa: S101 - `verdict` has looked
        occurrences: list[Occurrence] = []
        facts = _facts(claimed)
        if is_weekly_list(claimed.what, claimed.lead):
            with reading(self._engine) as connection:
                occurrences = unconfirmed_for(connection, claimed.recipient.id, now) or []
            if not occurrences:
                return Drop("cancelled", notes.NOTHING_TO_CONFIRM)
        elif claimed.what == "quota":
            with reading(self._engine) as connection:
                behind = _behind(connection, claimed)
            if behind is None:
                return Drop("cancelled", notes.ON_PACE)
            facts = behind.facts
        elif claimed.what == "digest":
            occurrences = self._digest(claimed, now)
            if not occurrences:
                return Drop("cancelled", notes.NOTHING_AHEAD)
        return Letter(
            reminder_id=claimed.id,
            key=claimed.key,
            what=claimed.what,
            lead=claimed.lead if claimed.what == "reminder" else "",
            recipient=claimed.recipient,
            target_start=claimed.target_start,
            now=now,
            occurrence=claimed.occurrence,
            occurrences=occurrences,
            facts=facts,
        )

    def _digest(self, claimed: Claimed, now: datetime) -> list[Occurrence]:
        period = digests.Period.read(claimed.subject)
        assert claimed.recipient is not None  # noqa: S101 - `verdict` has looked
        with reading(self._engine) as connection:
            plans = connection.execute(select(func.count(), func.sum(plan.c.revision))).one()
            theirs = select(subscriber.c.filters, subscriber.c.office_id)
            row = connection.execute(theirs.where(subscriber.c.id == claimed.recipient.id)).one_or_none()
            if row is None:
                return []
            wanted, told = Selection.from_json(row.filters), plans_told(connection)
            # Many readers' digests tell the same days; they are read again once a plan changes.
            seen = tuple(plans), now.replace(second=0, microsecond=0)
            if self._digests[0] != seen:
                self._digests = seen, {}
            known = self._digests[1]
            if claimed.subject not in known:
                known[claimed.subject] = digests.ahead(connection, period, now)
        zone = ZoneInfo(claimed.recipient.timezone)
        found = known[claimed.subject]
        if told is not None:
            found = [one for one in found if one.plan in told[row.office_id]]
        return digests.contents(found, period, wanted, zone)


def _behind(connection: Connection, claimed: Claimed) -> Behind | None:
    """How far the item is behind its pace now, on the day that the row is about."""
    day = day_of_target(claimed.target_start, str(claimed.facts["timezone"]))
    return behind_now(connection, int(claimed.subject), day)


def _facts(claimed: Claimed) -> dict[str, Any]:
    if claimed.what != "digest":
        return dict(claimed.facts)
    period = digests.Period.read(claimed.subject)
    facts = {"first": period.first.isoformat(), "last": period.last.isoformat(), "days": period.days}
    weekly = is_weekly_list(claimed.what, claimed.lead)
    return {"first": facts["first"], UNCONFIRMED: True} if weekly else facts
