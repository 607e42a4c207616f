"""Whether the service can do its work: database, schema, clock."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter, Depends
from fastapi.responses import JSONResponse

from api.dependencies import House, TheHouse
from api.errors import Problem
from api.rest.query import no_parameters
from api.rest.shapes import HealthShape, problems
from scheduler.errors import AirslotError
from scheduler.locale import Words, both
from scheduler.reminders.outbox.deciding import count_unknown
from scheduler.reminders.sending.pulse import find_pulse, silence
from scheduler.reminders.transport.relay import find_stop
from scheduler.store.database import schema
from scheduler.store.database.engine import reading

router = APIRouter(tags=["service"])


@router.get(
    "/health",
    summary="Is the service well?",
    response_model=HealthShape,
    responses=problems(422, 503),
    dependencies=[Depends(no_parameters)],
)
def health(house: TheHouse) -> JSONResponse:
    """200 when the database answers, its schema is this version's and the worker inside ticks; else 503."""
    body: dict[str, Any] = {
        "version": version("airslot"),
        "plan_time": _second(house.clock.now()),
        "machine_time": _second(house.machine_time()),
    }
    trouble = find_trouble(house)
    database = {"ok": trouble is None, "text": trouble.en if trouble else "answers; its schema is up to date"}
    body["checks"] = {"database": database, "clock": {"ok": True, "text": _clock_text(house)}}
    if trouble is None:
        body["checks"]["relay"] = check_relay(house)
        body["checks"]["worker"] = check_worker(house)
        body["checks"]["mails"] = check_mails(house)
        if house.worker is not None and not body["checks"]["worker"]["ok"]:
            trouble = both("The worker inside does not work: nothing is sent.")
    if trouble is not None:
        raise Problem("unavailable", trouble, code="not-well", headers={"Retry-After": "10"}, extra=body)
    return JSONResponse({"status": "ok"} | body, headers={"Cache-Control": "no-store"})


def find_trouble(house: House) -> Words | None:
    """Why the database cannot be worked with, or None; its address is told on this computer only."""
    try:
        schema.require_current(house.engine)
    except AirslotError as error:
        if house.public_only:
            return both("The database does not answer, or its schema is not this version's.")
        return Words(vi=error.vi, en=error.en)
    return None


def check_relay(house: House) -> dict[str, Any]:
    """Whether mails leave. A stopped relay leaves the service well: to start it again would not help."""
    with reading(house.engine) as connection:
        stop = find_stop(connection)
    if stop is None:
        return {"ok": True, "text": "takes mail, as far as is known"}
    reason = "" if house.public_only else f": {stop.reason}"
    return {"ok": False, "text": f"has taken no mail since {_second(stop.stopped_at)}{reason}"}


def check_mails(house: House) -> dict[str, Any]:
    """Whether any wait for a person's word, as they do after a restore. The service itself is well then."""
    with reading(house.engine) as connection:
        waiting = count_unknown(connection)
    if not waiting:
        return {"ok": True, "text": "of each it is known what became of it"}
    return {
        "ok": False,
        "text": f"{waiting} may have arrived or not; a person decides: airslot reminders unknown",
    }


def check_worker(house: House) -> dict[str, Any]:
    """Whether mails are looked after. One beside this process leaves the service well when it is silent.

    The worker inside is asked by the time that passes; another one's last sign is read in the database.
    """
    longest = silence(house.settings)
    if house.worker is not None:
        stands, jump = house.worker.stands_for(), house.worker.held_for()
        if stands > longest:
            return {"ok": False, "text": f"has not moved for {stands.total_seconds():.0f} s"}
        if jump is None:
            return {"ok": True, "text": "works in this process"}
        held = f"the machine's clock jumped by {jump.total_seconds():+.0f} s"
    else:
        with reading(house.engine) as connection:
            pulse = find_pulse(connection)
        if pulse is None:
            return {"ok": False, "text": "none has run yet; start one with: airslot worker"}
        if pulse.age(house.machine_time()) > longest:
            return {"ok": False, "text": f"has given no sign since {_second(pulse.at)}"}
        if pulse.held is None:
            return {"ok": True, "text": f"gave a sign at {_second(pulse.at)}"}
        held = pulse.held
    # To start the service again would not help: the hold ends by itself.
    return {"ok": True, "text": f"sends nothing for the moment: {held}"}


def _clock_text(house: House) -> str:
    if house.settings.now is None:
        return "plan time is the real time"
    return "plan time was started elsewhere by AIRSLOT_NOW and runs on from there"


def _second(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
