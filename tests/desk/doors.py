"""The service over both offices, with a token and a browser's session for each role."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from scheduler.accounts import people, sessions, tokens
from scheduler.accounts.rights import ROLES
from scheduler.store.database.engine import transaction
from tests.api.service import SECRET, Service, running
from tests.desk.samples import OFFICE, OTHER_OFFICE, PAPER, STATION, Offices

REST = "/api/v1"


@dataclass
class Doors:
    """Who may ask, by name: each role, `reads` (an admin's token that only reads), `paper`, `stranger`."""

    offices: Offices
    service: Service
    tokens: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, tuple[str, str]] = field(default_factory=dict)

    def ask(self, who: str | None, method: str, path: str, **facts: Any) -> httpx.Response:
        """A request of somebody with their token; None is nobody."""
        headers = dict(facts.pop("headers", {}))
        if who is not None:
            headers["Authorization"] = f"Bearer {self.tokens[who]}"
        return self.service.client.request(method, REST + path, headers=headers, **facts)


@contextmanager
def open_doors(offices: Offices, **settings: object) -> Iterator[Doors]:
    """Serve until the block ends; the service is known by a public name, so nobody is trusted."""
    public = {"public_url": "https://lich.example.org", "rest_writes_per_minute": 0, "rest_per_minute": 0}
    with running(offices.engine, offices.clock, offices.machine_time, **(public | settings)) as service:
        doors = Doors(offices, service)
        _let_in(doors)
        yield doors


def _let_in(doors: Doors) -> None:
    offices = doors.offices
    wanted: list[tuple[str, str, str, tuple[str, ...], str]] = [
        *((role, role, OFFICE, (), "write") for role in ROLES),
        ("station", "editor", OFFICE, (STATION,), "write"),
        ("paper", "editor", OFFICE, (PAPER,), "write"),
        ("reads", "admin", OFFICE, (), "read"),
        ("other", "admin", OTHER_OFFICE, (), "write"),
    ]
    with transaction(offices.engine) as connection:
        for name, role, office, outlets, scope in wanted:
            one = people.add_person(
                connection,
                f"{name}@example.org",
                role,
                office_id=offices.ids[office],
                outlets=outlets,
                machine_time=offices.machine_time,
            )
            _, text = tokens.create_token(
                connection, one, offices.ids[office], scope, machine_time=offices.machine_time
            )
            found, cookie = sessions.begin(connection, one, machine_time=offices.machine_time)
            doors.tokens[name], doors.people[name] = text, one.id
            doors.cookies[name] = cookie, sessions.csrf_token(SECRET.encode(), found)
