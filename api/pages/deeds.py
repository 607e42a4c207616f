"""Forms read as deeds at the desk: what a person asks for on the page of an occurrence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, TypeAlias

from api.forms import Form, whole_number
from scheduler.desk import delivery, occurrences
from scheduler.desk.deeds import SCOPES, Done, Scope
from scheduler.desk.desk import Desk
from scheduler.desk.proofs import KINDS, Proof
from scheduler.errors import Invalid
from scheduler.store.occurrences.read_model import Occurrence

Deed: TypeAlias = Callable[[Desk], Done]
MOST_MINUTES = 99_999


def read_deed(form: Form, one: Occurrence) -> Deed:
    """What the form asks for. Raises Invalid where a field cannot be read."""
    make = DEEDS.get(form.one("deed"))
    if make is None:
        raise Invalid("deed-unknown", "Choose what to do.", "Hãy chọn việc cần làm.", where="deed")
    return make(form, one)


def read_proof(form: Form) -> Proof:
    """The evidence of a form."""
    kind = form.one("kind")
    if kind not in KINDS:
        raise Invalid(
            "kind-unknown",
            "Say whether it was aired or published.",
            "Hãy cho biết đã phát sóng hay đã đăng.",
            where="kind",
        )
    words: dict[str, Any] = {
        name: form.one(name) or None for name in ("link", "issue", "page", "log", "note")
    }
    return Proof(kind, read_day(form, "day"), read_time(form, "time"), **words)


def read_day(form: Form, name: str) -> date | None:
    """A day of a date field; None where it is empty."""
    text = form.one(name)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Invalid(
            "day-bad", f"{text[:40]!r} is no day.", f"{text[:40]!r} không phải là ngày.", where=name
        ) from None


def read_time(form: Form, name: str) -> time | None:
    """A time of a time field; None where it is empty."""
    text = form.one(name)
    try:
        found = time.fromisoformat(text) if text else None
    except ValueError:
        found = None
    if text and (found is None or found.tzinfo is not None):
        raise Invalid(
            "time-bad", f"{text[:40]!r} is no time of day.", f"{text[:40]!r} không phải là giờ.", where=name
        )
    return None if found is None else found.replace(second=0, microsecond=0)


def read_revision(form: Form) -> int | None:
    """What was seen when the form was made; None where it does not say. Raises Invalid."""
    text = form.one("revision")
    found = whole_number(text)
    if text and found is None:
        raise Invalid(
            "revision-bad",
            "The form does not say what you saw when it was made. Load the page again.",
            "Biểu mẫu không cho biết bạn đã xem bản nào. Hãy tải lại trang.",
            where="revision",
        )
    return found


def _move(form: Form, one: Occurrence) -> Deed:
    day, at = read_day(form, "day"), read_time(form, "time")
    if day is None:
        raise Invalid("day-missing", "Choose the new day.", "Hãy chọn ngày mới.", where="day")
    start = day if at is None or one.kind == "window" else datetime.combine(day, at)
    channel, reason = form.one("channel") or None, form.one("reason") or None
    scope, revision = _scope(form), read_revision(form)
    end = read_day(form, "end") if one.kind == "window" else None
    return lambda at_desk: occurrences.move(
        at_desk, one.id, start, end=end, channel=channel, scope=scope, reason=reason, if_revision=revision
    )


def _retime(form: Form, one: Occurrence) -> Deed:
    minutes = whole_number(form.one("minutes"), MOST_MINUTES) or 0
    scope, revision = _scope(form), read_revision(form)
    return lambda at_desk: occurrences.retime(
        at_desk, one.id, minutes=minutes, scope=scope, if_revision=revision
    )


def _cancel(form: Form, one: Occurrence) -> Deed:
    reason, scope, revision = form.one("reason") or None, _scope(form), read_revision(form)
    return lambda at_desk: occurrences.cancel(
        at_desk, one.id, reason=reason, scope=scope, if_revision=revision
    )


def _restore(form: Form, one: Occurrence) -> Deed:
    scope, revision = _scope(form), read_revision(form)
    return lambda at_desk: occurrences.restore(at_desk, one.id, scope=scope, if_revision=revision)


def _note(form: Form, one: Occurrence) -> Deed:
    words, revision = form.one("note") or None, read_revision(form)
    return lambda at_desk: occurrences.note(at_desk, one.id, words, if_revision=revision)


def _deliver(form: Form, one: Occurrence) -> Deed:
    proof, revision = read_proof(form), read_revision(form)
    return lambda at_desk: delivery.deliver(at_desk, one.id, proof, if_revision=revision)


def _miss(form: Form, one: Occurrence) -> Deed:
    reason, revision = form.one("reason") or None, read_revision(form)
    return lambda at_desk: delivery.miss(at_desk, one.id, reason=reason, if_revision=revision)


def _take_back(form: Form, one: Occurrence) -> Deed:
    reason, revision = form.one("reason"), read_revision(form)
    if one.state == "missed":
        return lambda at_desk: delivery.take_back_missed(
            at_desk, one.id, reason=reason or None, if_revision=revision
        )
    return lambda at_desk: delivery.take_back_delivery(at_desk, one.id, reason, if_revision=revision)


def _discard(form: Form, one: Occurrence) -> Deed:
    reason, revision = form.one("reason") or None, read_revision(form)
    return lambda at_desk: occurrences.discard(at_desk, one.id, reason=reason, if_revision=revision)


DEEDS: Mapping[str, Callable[[Form, Occurrence], Deed]] = {
    "move": _move,
    "retime": _retime,
    "cancel": _cancel,
    "restore": _restore,
    "note": _note,
    "deliver": _deliver,
    "miss": _miss,
    "take-back": _take_back,
    "discard": _discard,
}


def _scope(form: Form) -> Scope:
    asked = form.one("scope")
    return next((scope for scope in SCOPES if scope == asked), "this")
