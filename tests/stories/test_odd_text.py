"""Odd text in every field of every form, and what was stored of it on every page: no failure, no markup.

Each day the same is tried. The long run takes a new seed, which is told at the end; PAGES_SEED repeats one.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import httpx
import pytest
from sqlalchemy import Engine

from scheduler.accounts.people import find_person
from scheduler.accounts.sessions import begin
from scheduler.store.database.engine import transaction
from tests.api.service import Service
from tests.stories.house import MACHINE_TIME, an_office
from tests.stories.test_every_page import CALENDAR, OPEN, OWN, TRIED
from tests.stories.test_rights_of_pages import FIELDS, LEAST, filled
from tests.stories.test_stories import an_airing

ASKED, SEED = 200, 20240402  # each day the same
LONG = 600  # seconds, from a seed of its own
FEEDS = ("/plans/kien-giang-2024.ics", "/plans/kien-giang-2024.ics?form=series&lang=en")
# Where it stands as it is, text has become markup.
MARKUP = "<i data-odd>"
ODD = (
    MARKUP, f'"\'>{MARKUP}', "{{ 7*7 }}", "{% raw %}", "%(name)s", "${7*7}", "'; DROP TABLE plan; --", "\\",
    "\x00", "a\x07b", "\x1b[31m", "\u2028", "\x85", "\ue000\ue001", "\ue000K\ue001", "\u202e\u202d", "\u200b",
    "\xad", "\ufeff", "\ufffe", "\U000e0001", "e" + "\u0301" * 300, "\U0001f468\u200d\U0001f469", "ｅxample",
    "٣", "1²5", "lần 1²5 lần 15", "lần ٣", "2024-02-30", "2024-02-30T08:00", "0000-00-00", "0200099999", "-1",
    "1e9", "9" * 5000, "NaN", " ", "\r\n", "a\r\nSet-Cookie: b=c", "//host/x", "javascript:alert(1)",
    "x" * 20_000, "null", "[]", "2024-06-20T25:61", "8h thứ Tư", "hằng ngày " * 600, "an@example.org",
    "an@xn--", "../../etc/passwd", "%2e%2e%2f", "%ff",
)  # fmt: skip
# The service ends a connection after a failure of its own, and the next request would not be answered.
HEADERS = {"Accept": "text/html", "Connection": "close"}
RAW = (b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80", b"%ED%A0%80", b"&&==", b"a=%")
RIGHT = FIELDS | {
    "/account": {"deed": "facts", "name": "An", "language": "vi"},
    "/account/tokens": {"label": "Máy", "scope": "read"},
    "/subscribe/calendar": {"label": "Lịch", "plan": "kien-giang-2024"},
    "/subscribe/mails": {"email": "an@example.org", "plan": "kien-giang-2024", "leads": "P1D"},
    "/accounts": {"email": "moi@example.org", "role": "viewer", "name": "Mới"},
    "/sign-in": {"email": "an@example.org", "password": "x", "to": "/"},
}
WISHES = (
    "year",
    "day",
    "phrase",
    "target",
    "weeks",
    "lang",
    "cursor",
    "q",
    "plan",
    "item",
    "channel",
    "kind",
    "to",
)
WITHIN = re.compile(r'name="([^"]+)"')


@dataclass
class Office:
    """A service, somebody signed in there, and what its forms are called."""

    service: Service
    stored: Engine
    client: httpx.Client
    chance: random.Random
    names: list[str] = field(default_factory=list)
    csrf: str = ""

    def __post_init__(self) -> None:
        # While they are where they were: what is sent may move them.
        self.forms = {path: filled(path, self.stored, token="made-up", token_id="1") for path in LEAST}
        one = f"/occurrences/{an_airing(self.stored, '2.2', '2024-06-19')}"
        self.pages = (*OPEN, *TRIED, *CALENDAR, *OWN, one, *FEEDS)

    def sign_in(self, email: str) -> None:
        """Take somebody's place, whatever became of their sessions."""
        with transaction(self.stored) as connection:
            person = find_person(connection, email)
            assert person is not None
            _, cookie = begin(connection, person, machine_time=lambda: MACHINE_TIME)
        self.client.cookies.set("airslot", cookie)
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', self.client.get("/account").text)
        self.csrf = found[1] if found else ""

    def text(self) -> str:
        """Something that people seldom write."""
        parts = self.chance.choices(ODD, k=self.chance.choice((1, 1, 1, 2)))
        return "".join(parts)

    def form(self, path: str) -> dict[str, str]:
        """Fields of a form: one of them odd, so that it may be stored, or several, also of other forms."""
        chance, known = self.chance, RIGHT.get(path, {})
        if known and chance.random() < 0.6:
            return known | {chance.choice(list(known)): self.text(), "csrf": self.csrf}
        given = {name: value for name, value in known.items() if chance.random() < 0.9}
        for name in chance.sample([*known, *self.names], chance.randrange(1, 6)):
            given[name] = self.text() if chance.random() < 0.9 else "1"
        return given | {"csrf": self.csrf}

    def ask(self) -> tuple[str, httpx.Response]:
        """Send one form, or ask for a page with odd wishes; gives what was sent."""
        chance = self.chance
        if chance.random() < 0.3:
            path = chance.choice(self.pages).partition("?")[0]
            wishes = {chance.choice((*WISHES, *self.names)): self.text()[:300] for _ in range(2)}
            return f"GET {path} {shortened(wishes)}", self.client.get(path, params=wishes)
        path = chance.choice(list(RIGHT) if chance.random() < 0.8 else list(self.forms))
        address = self.forms[path]
        if chance.random() < 0.05:
            raw = chance.choice(RAW)
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            return f"{address} {raw!r}", self.client.post(address, content=raw, headers=headers)
        given = self.form(path)
        sent = given if chance.random() < 0.9 else None
        files = None if sent else {name: (None, value) for name, value in given.items()}
        return f"{address} {shortened(given)}", self.client.post(address, data=sent, files=files)

    def read(self) -> Iterator[tuple[str, httpx.Response]]:
        """Every page as it is now, and the feeds."""
        for path in self.pages:
            yield path, self.client.get(path, headers={"Accept-Language": self.chance.choice(("vi", "en"))})


def shortened(given: dict[str, str]) -> str:
    """Fields as a line tells them."""
    return repr({name: value[:80] for name, value in given.items() if name != "csrf"})


def is_wrong(answer: httpx.Response) -> bool:
    """A failure, or text that became markup."""
    page = answer.headers.get("content-type", "").startswith("text/html")
    return answer.status_code >= 500 or (page and MARKUP in answer.text)


def test_no_text_breaks_a_page(sqlite_template: Path, tmp_path: Path) -> None:
    wrong = dict(found for _, found in tried(sqlite_template, tmp_path, random.Random(SEED)) if found)  # noqa: S311
    assert wrong == {}


@pytest.mark.long
def test_ten_minutes_of_odd_text_break_no_page(
    sqlite_template: Path, tmp_path: Path, told: Callable[[str], None]
) -> None:
    seed = int(os.environ.get("PAGES_SEED") or random.SystemRandom().randrange(2**32))
    chance, until, count, wrong = random.Random(seed), monotonic() + LONG, 0, dict[str, str]()  # noqa: S311
    while monotonic() < until:
        folder = tmp_path / str(count)
        folder.mkdir()
        for answers, found in tried(sqlite_template, folder, chance):
            count += answers
            wrong |= dict([found] if found else [])
            if monotonic() > until:
                break
    told(f"odd text: {count} answers of pages and forms, PAGES_SEED={seed}")
    assert wrong == {}


def tried(
    template: Path, folder: Path, chance: random.Random
) -> Iterator[tuple[int, tuple[str, str] | None]]:
    """Asks an office of its own; after each step how many answers came, and one that is wrong."""
    limits = {"rest_per_minute": 0, "rest_writes_per_minute": 0}
    with (
        an_office(template, folder, **limits) as (service, stored),
        httpx.Client(base_url=service.url, timeout=60, headers=HEADERS) as client,
    ):
        office = Office(service, stored, client, chance)
        office.sign_in("quan.tri@example.org")
        office.names = sorted({name for _, page in office.read() for name in WITHIN.findall(page.text)})
        for step in range(1, ASKED + 1):
            asked, answer = office.ask()
            found = [(asked, answer)]
            if answer.status_code == 401:
                office.sign_in("quan.tri@example.org")
            if step % 40 == 0:
                found += office.read()
            wrong = [
                (one.partition("{")[0], f"{told.status_code} {one}") for one, told in found if is_wrong(told)
            ]
            yield len(found), wrong[0] if wrong else None
