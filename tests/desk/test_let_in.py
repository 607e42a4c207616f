"""Whoever may not, at every address: with no key, one that is not good, another's, or two that do not fit.

How many were tried and let in is told at the end of the run: some hundreds by chance every day, and all of
them in `dev.py test --long`. KEYS_SEED repeats what chance has tried.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from scheduler.accounts.rights import ROLES
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.odd_text import routes
from tests.desk.samples import OFFICE, OTHER_OFFICE, Offices
from tests.desk.test_rights import ANYBODY, BODIES, LEAST, LINK, values
from tests.stories.test_rights_of_pages import FIELDS, OWN
from tests.stories.test_rights_of_pages import LEAST as LEAST_OF_FORMS

DAILY = 500
SEED = 20240402  # of the daily part: the same each day
SAFE = ("GET", "HEAD")
REFUSED = (401, 403, 404)
# What stands in answers to the office alone: of its plan and of its people.
HIDDEN = ("Phát sóng 2024", "Chuyên mục", "manager@example.org")
PLAN = {"slug": "moi-2025", "title": "Mới", "first_day": "2025-01-01", "last_day": "2025-12-31"}
EXAMPLES = {f"{REST}/docs", f"{REST}/openapi.json"}  # written by hand
# To make of a good key one that is not.
SPOILT: dict[str, Callable[[str], str]] = {
    "cut": lambda key: key[:-1],
    "longer": lambda key: key + "A",
    "other case": str.swapcase,
    "backwards": lambda key: key[::-1],
    "twice": lambda key: key * 2,
    "as it is stored": lambda key: hashlib.sha256(key.encode()).hexdigest(),
    "without its head": lambda key: key.partition("_")[2] or key[4:],
    "quoted": lambda key: f"%22{key}%22",
    "empty": lambda key: "",
    "made up": lambda key: "airslot_" + "A" * 32,
}


@dataclass
class Address:
    """An address with the least role that it takes; None where anybody is answered, with what is public."""

    method: str
    path: str
    least: str | None
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def form(self) -> bool:
        """Whether a page's form is sent there."""
        return self.method == "POST" and not self.path.startswith(REST)


@dataclass
class Attempt:
    """Somebody who may not, as their request says it: headers, and what a form carries as `csrf`."""

    what: str
    headers: dict[str, str] = field(default_factory=dict)
    csrf: str = ""
    query: dict[str, str] = field(default_factory=dict)
    member: bool = False  # of the office: its plan is shown to them


def addresses(doors: Doors) -> list[Address]:
    """Every address of the service that is not everybody's, with real things of the office in it."""
    parts, found = values(doors, "admin"), []
    for method, path in routes(doors.service.app):
        operation = f"{method} {path.removeprefix(REST)}"
        rest = path.startswith(REST)
        least = LEAST.get(operation) if rest else LEAST_OF_FORMS.get(path) if method == "POST" else None
        least = {ANYBODY: None, LINK: None, OWN: ROLES[0]}.get(str(least), least)
        if method == "HEAD" or path in EXAMPLES or (method not in SAFE and least is None):
            continue
        facts: dict[str, Any] = {"data": FIELDS.get(path, {})} if method == "POST" and not rest else {}
        if rest:
            facts = {"json": PLAN} if operation == "POST /plans" else BODIES.get(operation, {})
        found.append(Address(method, put_in(path, parts), least, facts))
    return found


def put_in(path: str, parts: dict[str, str]) -> str:
    for name, value in parts.items():
        path = path.replace(name, value).replace(name.replace(":path", ""), value)
    return path.replace("{view}", "list").replace("{when}", "2024-05-01").replace("{feed_id}", "feed_1")


def attempts(doors: Doors, at: Address) -> Iterator[Attempt]:
    """All who may not."""
    token, (cookie, csrf) = doors.tokens["admin"], doors.cookies["admin"]
    yield Attempt("nobody")
    yield Attempt("a token in the address", query={"token": token, "access_token": token})
    yield Attempt("a proof without a session", {"X-CSRF-Token": csrf}, csrf)
    yield Attempt("a token as a password", {"Authorization": f"Basic {token}"})
    yield Attempt("a session as a token", bearer(cookie))
    yield Attempt("a token as a session", session(token, csrf), csrf)
    for how, spoil in SPOILT.items():
        yield Attempt(f"a token {how}", bearer(spoil(token)))
        yield Attempt(f"a session {how}", session(spoil(cookie), csrf), csrf)
        if at.method not in SAFE:
            yield Attempt(f"a proof {how}", session(cookie, spoil(csrf)), spoil(csrf), member=True)
    yield from _others(doors, at)


def _others(doors: Doors, at: Address) -> Iterator[Attempt]:
    """Those whose keys are good, and not for this."""
    if "2.2" in at.path or any(mark in at.path for mark in ("phat-song", "occ_", "per_", "sub_")):
        yield Attempt("another office's token", bearer(doors.tokens["other"]))
        yield Attempt("another office's session", session(*doors.cookies["other"]), doors.cookies["other"][1])
    if at.least is None:
        return
    for role in ROLES[: ROLES.index(at.least)]:
        yield Attempt(f"a {role}'s token", bearer(doors.tokens[role]), member=True)
        yield Attempt(
            f"a {role}'s session", session(*doors.cookies[role]), doors.cookies[role][1], member=True
        )
    if at.method not in SAFE:
        theirs = doors.cookies["viewer"][1]
        yield Attempt("another's proof", session(doors.cookies["admin"][0], theirs), theirs, member=True)
        if at.least != ROLES[0]:  # what a viewer may send writes nothing of the office's
            yield Attempt("a token that reads", bearer(doors.tokens["reads"]), member=True)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}".strip()}


def session(cookie: str, csrf: str) -> dict[str, str]:
    return {"Cookie": f"__Host-airslot={cookie}", "X-CSRF-Token": csrf}


def let_in(doors: Doors, at: Address, who: Attempt) -> str | None:
    """Send it; gives what was tried where it was not refused, or where the answer shows what is hidden."""
    facts: dict[str, Any] = dict(at.facts)
    if at.form:
        facts["data"] = at.facts["data"] | {"csrf": who.csrf}
    if who.query:
        facts["params"] = who.query
    answer = doors.service.client.request(at.method, at.path, headers=who.headers, **facts)
    shown = not who.member and any(text in answer.text for text in HIDDEN)
    # REST knows no parameter of that name, and says so before it looks at anything else.
    refused = answer.status_code in (*REFUSED, 422) if who.query else answer.status_code in REFUSED
    refused = refused or answer.headers.get("location", "").startswith("/sign-in")
    if shown or answer.status_code >= 500 or (at.least is not None and not refused):
        return f"{who.what}: {at.method} {at.path} {answer.status_code}"
    return None


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def kept(doors: Doors) -> tuple[object, ...]:
    offices = doors.offices
    return offices.rows(), offices.plan(), offices.log(OFFICE), offices.log(OTHER_OFFICE)


@pytest.mark.parametrize("database_kind", ["sqlite"])
@pytest.mark.parametrize("most", [DAILY, pytest.param(None, marks=pytest.mark.long)], ids=["some", "all"])
def test_whoever_may_not_is_let_in_nowhere(
    doors: Doors, told: Callable[[str], None], most: int | None
) -> None:
    by_chance = random.SystemRandom().randrange(2**32) if most is None else SEED
    seed = int(os.environ.get("KEYS_SEED") or by_chance)
    every = [(at, who) for at in addresses(doors) for who in attempts(doors, at)]
    random.Random(seed).shuffle(every)  # noqa: S311
    before, chosen = kept(doors), every[:most]
    wrong = [found for at, who in chosen if (found := let_in(doors, at, who))]
    told(f"15 whoever may not: tried {len(chosen)}, let in {len(wrong)}, KEYS_SEED={seed}")
    assert not wrong, "\n".join(wrong)
    assert kept(doors) == before


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_who_may_is_let_in(doors: Doors) -> None:
    """What is refused above is there, and the good key is what was missing."""
    good = Attempt("an administrator", bearer(doors.tokens["admin"]))
    asked = [at for at in addresses(doors) if at.method == "GET" and at.least is not None]
    assert asked
    for at in asked:
        answer = doors.service.client.get(at.path, headers=good.headers, **at.facts)
        assert answer.status_code not in (401, 403), at.path
    assert let_in(
        doors, Address("GET", "/plans", None), Attempt("an administrator", bearer(doors.tokens["admin"]))
    )
