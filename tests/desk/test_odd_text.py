"""Stored odd text, odd addresses and odd forms: everything is answered in words, never with 5xx."""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable, Iterator
from urllib.parse import quote

import httpx
import pytest

from tests.desk.doors import Doors, open_doors
from tests.desk.odd_text import TEXTS, routes, store
from tests.desk.page_forms import forms
from tests.desk.samples import OWN, Offices

VALUES = ("0200099999", "9" * 5_000, "٣", "²", "-1", "2024-02-30", "\ue000confirm\ue001", "\u202e", "x" * 300)
NAMES = (
    "year", "plan", "day", "to", "state", "after", "before", "phrase", "target", "weeks", "cursor", "limit",
    "from", "q", "kind", "item", "channel", "outlet", "lang", "occurrence",
)  # fmt: skip
# What ends the sessions that the test goes on with.
LEFT_ALONE = {"/sign-out", "/account"}
ROUNDS = 250
LONG = 1_000
# Of the members of bodies those that are numbers, or of which a program might make one.
CHOSEN_NAMES = (
    "minutes", "minutes_max", "budget", "subtotal", "total", "revision", "agreed", "number", "year", "start",
    "time", "title", "note", "email", "phrase", "reading", "leads", "limit",
)  # fmt: skip
WITH_FORMS = (
    "/plans/load", "/plans/{slug}/settings", "/plans/{slug}/items/{number}", "/plans/{slug}/add-item",
    "/occurrences/{occurrence_id}", "/days-off?year=2024&day=2024-05-20", "/subscribe", "/accounts",
    "/account", "/my-reminders", "/reminders", "/history", "/sign-in", "/try",
)  # fmt: skip
TEN_MINUTES = 600
HALF = 0.5


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def visitors(doors: Doors) -> Iterator[dict[str, str]]:
    """A browser's session, a token that writes, nobody."""
    yield {"cookie": f"__Host-airslot={doors.cookies['admin'][0]}", "accept": "text/html"}
    yield {"authorization": f"Bearer {doors.tokens['admin']}", "accept": "text/html"}
    yield {"accept": "text/html"}


def filled(path: str, real: dict[str, str], otherwise: str) -> str:
    """The path with its parameters: real ones where there are, else `otherwise`."""
    return re.sub(r"\{(\w+)(:\w+)?\}", lambda found: quote(real.get(found[1], otherwise), safe=""), path)


def failed(answer: httpx.Response) -> list[str]:
    return [] if answer.status_code < 500 else [f"{answer.status_code} {answer.request.url}"[:200]]


@pytest.mark.parametrize(
    ("database_kind", "name"),
    [("postgresql", "impossible day"), ("postgresql", "line ends"), *(("sqlite", name) for name in TEXTS)],
)
def test_whatever_is_stored_every_address_shows_it(doors: Doors, name: str) -> None:
    real = store(doors, TEXTS[name]) | {"view": "list", "when": "2024-05-01"}
    broken = []
    for headers in visitors(doors):
        for method, path in routes(doors.service.app):
            if method == "GET":
                broken += failed(doors.service.client.get(filled(path, real, "x"), headers=headers))
    assert broken == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
@pytest.mark.parametrize("note", ["2024-02-29", "2024-02-30", "9999-12-31T23:59"])
def test_a_note_is_shown_as_it_was_written(doors: Doors, note: str) -> None:
    one = doors.offices.row("2024-05-15")
    assert doors.ask("editor", "PATCH", f"/occurrences/{one.id}", json={"note": note}).status_code == 200
    headers = {"cookie": f"__Host-airslot={doors.cookies['admin'][0]}", "accept": "text/html"}
    for path in (f"/occurrences/{one.id}", "/history"):
        page = doors.service.client.get(path, headers=headers)
        assert page.status_code == 200 and page.text.count(note) >= 1 and "29/02/2024" not in page.text


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_whatever_an_address_says_it_is_answered_in_words(doors: Doors) -> None:
    broken = []
    for headers in visitors(doors):
        for method, path in routes(doors.service.app):
            if method != "GET":
                continue
            for value in VALUES:
                asked = filled(path, {"slug": OWN}, value)
                # An address has no room for more of the longest.
                for names in (NAMES[:10], NAMES[10:]) if len(value) > LONG else (NAMES,):
                    query = "&".join(f"{name}={quote(value)}" for name in names)
                    broken += failed(doors.service.client.get(f"{asked}?{query}", headers=headers))
    assert broken == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_whatever_a_form_holds_it_is_answered_in_words(doors: Doors) -> None:
    chosen = random.Random(10)  # noqa: S311 - the same forms each time
    assert [why for _ in range(ROUNDS) for why in send_oddly(doors, chosen)] == []


@pytest.mark.long
@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_ten_minutes_of_odd_forms_are_answered_in_words(doors: Doors, told: Callable[[str], None]) -> None:
    seed = int(os.environ.get("FORMS_SEED") or random.SystemRandom().randrange(2**32))
    chosen, sent, broken, until = random.Random(seed), 0, list[str](), time.monotonic() + TEN_MINUTES  # noqa: S311
    while time.monotonic() < until and not broken:
        broken = send_oddly(doors, chosen)
        sent += 1
    told(f"odd forms: sent {sent}, answered with a failure {len(broken)}, FORMS_SEED={seed}")
    assert broken == []


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_number_of_any_length_in_a_body_is_refused_in_words(doors: Doors) -> None:
    document = doors.service.client.get("/api/v1/openapi.json").json()
    real = {"slug": OWN, "number": "2.2", "occurrence_id": doors.offices.row("2024-05-15").id}
    broken = []
    for path, methods in document["paths"].items():
        for method in sorted({"post", "patch", "delete"} & methods.keys()):
            # Python itself reads no number of 5,000 digits; one of 4,000 reaches what looks at the value.
            for digits in (4_000, 5_000) if method != "delete" else (5_000,):
                body = "{" + ", ".join(f'"{name}": {"9" * digits}' for name in CHOSEN_NAMES) + "}"
                asked = {"content-type": "application/json", "if-match": f'"{"9" * digits}"'}
                asked["authorization"] = f"Bearer {doors.tokens['admin']}"
                where = filled(path, real, "9" * digits)
                broken += failed(doors.service.client.request(method, where, content=body, headers=asked))
    assert broken == []


def send_oddly(doors: Doors, chosen: random.Random) -> list[str]:
    """Fill in one form of one page as it is, but for one or two fields, and send it."""
    who = chosen.choice(["admin", "manager", "station"])
    headers = {"cookie": f"__Host-airslot={doors.cookies[who][0]}", "accept": "text/html"}
    real = {"slug": OWN, "number": chosen.choice(["2.2", "1.1"]), "view": "list", "when": "2024-05-01"}
    real |= {"occurrence_id": chosen.choice(doors.offices.rows()).id}
    path = filled(chosen.choice(WITH_FORMS), real, "x")
    found = [
        one
        for one in forms(doors.service.client.get(path, headers=headers).text)
        if one.action.partition("?")[0] not in LEFT_ALONE
    ]
    if not found:
        return []
    form = chosen.choice(found)
    odd = [name for name in form.values if name != "csrf"]
    for name in chosen.sample(odd, min(len(odd), chosen.choice([1, 1, 2]))):
        form.values[name] = chosen.choice([*VALUES, *TEXTS.values(), ""])
    if chosen.random() < HALF and "show" in form.values:
        del form.values["show"]
    return failed(doors.service.client.post(form.action, data=form.values, headers=headers))
