"""The service as clients meet it: the plan that ships, what a person does to it, and a road that may fail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from pydantic import SecretStr
from sqlalchemy import Engine

from api.app import create_app
from scheduler.clock import FixedClock
from scheduler.feeds.showing import showing
from scheduler.machine_time import utcnow
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from tests.api.service import SECRET, free_port, serving
from tests.calendars.parsers import Dates, Told, told
from tests.planning import overrides

PLAN = (Path(__file__).parents[2] / "plans" / "kien-giang-2024.yaml").read_text("utf-8")
SLUG = "kien-giang-2024"
HALF_AN_HOUR = timedelta(minutes=30)


@dataclass
class Road:
    """Between clients and the service: notes what is answered, and answers in its place when told to."""

    app: Any
    instead: tuple[int, bytes] | None = None
    answered: list[int] = field(default_factory=list)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def note(message: Any) -> None:
            if message["type"] == "http.response.start":
                self.answered.append(message["status"])
            await send(message)

        if self.instead is None:
            await self.app(scope, receive, note)
            return
        status, body = self.instead
        headers = [(b"content-type", b"text/calendar; charset=utf-8"), (b"content-length", b"%d" % len(body))]
        await note({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


@dataclass
class House:
    """The running service."""

    url: str
    engine: Engine
    clock: FixedClock
    road: Road

    def feed(self, form: str = "expanded") -> str:
        """The address to follow."""
        return f"{self.url}/plans/{SLUG}.ics?form={form}"

    def rows(self) -> list[Occurrence]:
        """What the feed shows now."""
        with reading(self.engine) as connection:
            rows = plan_occurrences(connection, SLUG)
        return list(showing(rows, "Asia/Ho_Chi_Minh", self.clock.today("Asia/Ho_Chi_Minh")).occurrences)

    def expected(self, *, cancelled: bool = True) -> Told:
        """The dates of it; some clients list no cancelled ones."""
        dates: Dates = []
        for one in self.rows():
            if one.state == "cancelled" and not cancelled:
                continue
            if isinstance(one.start, datetime):
                dates.append((one.starts_at, one.ends_at or one.starts_at + HALF_AN_HOUR))
            else:
                last = one.end if type(one.end) is date else one.start
                dates.append((one.start, last + timedelta(days=1)))
        return told(dates)

    def move(self) -> None:
        """An airing of item 2.2 to another day and hour."""
        one = self._at("2024-05-15 17:45:00")
        with transaction(self.engine) as connection:
            overrides.move(connection, one.id, datetime(2024, 5, 17, 20, 0))

    def cancel(self) -> None:
        """One of item 2.6."""
        one = self._at("2024-06-20 05:45:00")
        with transaction(self.engine) as connection:
            overrides.cancel(connection, one.id, self.clock)

    def _at(self, start: str) -> Occurrence:
        [found] = [one for one in self.rows() if str(one.start) == start]
        return found

    def withdraw(self) -> None:
        """Item 1.2, from now on: what is over stays."""
        first, last = (PLAN.index(f'  - number: "{number}"') for number in ("1.2", "2.1"))
        shorter = PLAN[:first] + PLAN[last:]
        self._load("".join(line for line in shorter.splitlines(True) if "total:" not in line))

    def _load(self, text: str) -> None:
        with transaction(self.engine) as connection:
            load(connection, read_plan(text.encode()), self.clock, uid_domain="airslot.example")


@contextmanager
def opened(engine: Engine, clock: FixedClock) -> Iterator[House]:
    """Serve the plan until the block ends."""
    with free_port() as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        settings = Settings(public_url=url, secret=SecretStr(SECRET))
        road = Road(create_app(settings, clock=clock, engine=engine, machine_time=utcnow))
        house = House(url, engine, clock, road)
        house._load(PLAN)
        config = uvicorn.Config(road, log_level="critical", lifespan="on", timeout_graceful_shutdown=2)
        with serving(config, listening):
            yield house
