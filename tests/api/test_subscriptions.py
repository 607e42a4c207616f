"""Subscriptions by REST and by the links in mails, over real HTTP on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, func, select

from scheduler.clock import FixedClock
from scheduler.errors import NotFound
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import Links, links
from scheduler.reminders.readers.subscription import Subscriber
from scheduler.store.database.engine import reading
from scheduler.store.tables import reminder, subscriber
from tests.api.conftest import NOW, fill
from tests.api.service import SECRET, running

EMAIL = "nguoi.nhan@example.org"
ASKED = {"email": EMAIL, "leads": ["PT2H", "P1D"], "filters": {"items": ["2.2"]}}
BROWSER = {"Accept": "text/html"}
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@dataclass
class Desk:
    """A service that may be written to, and what its database holds."""

    client: httpx.Client
    engine: Engine

    def ask(self, **changes: object) -> httpx.Response:
        return self.client.post("/api/v1/subscriptions", json=ASKED | changes)

    def stored(self) -> Subscriber:
        with reading(self.engine) as connection:
            found = subscribers.find_by_email(connection, EMAIL)
        assert found is not None
        return found

    def links(self) -> Links:
        """The links that the newest mail has, as paths."""
        found = self.stored()
        with reading(self.engine) as connection:
            owed = connection.scalar(select(func.max(reminder.c.id)).where(reminder.c.what == "confirm"))
        return links("", SECRET.encode(), found.id, found.link_salt, owed)

    def active(self) -> Links:
        """Subscribe and confirm."""
        assert self.ask().status_code == 201
        found = self.links()
        assert self.client.post(str(found.confirm)).status_code == 200
        return found

    def rest(self) -> str:
        return f"/api/v1/subscriptions/{self.links().preferences.rpartition('/')[2]}"


@pytest.fixture
def desk(engine: Engine) -> Iterator[Desk]:
    fill(engine)
    at = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)
    with running(engine, FixedClock(NOW), lambda: at) as service:
        yield Desk(service.client, engine)


# --- REST -------------------------------------------------------------------------------------


def test_who_asks_is_pending_and_is_owed_a_mail(desk: Desk) -> None:
    answer = desk.ask()
    assert answer.status_code == 201
    assert answer.headers["cache-control"] == "no-store"
    assert (answer.json()["state"], answer.json()["leads"]) == ("pending", ["P1D", "PT2H"])
    assert "salt" not in answer.text
    with reading(desk.engine) as connection:
        [owed] = connection.execute(select(reminder.c.what, reminder.c.state, reminder.c.due_at)).all()
    assert tuple(owed) == ("confirm", "due", NOW)


def test_asking_twice_is_a_conflict(desk: Desk) -> None:
    desk.ask()
    again = desk.ask(email=EMAIL.upper())
    assert (again.status_code, again.json()["code"]) == (409, "subscriber-exists")


def test_every_fault_of_the_body_is_named(desk: Desk) -> None:
    wrong = {
        "email": "x",
        "leads": ["soon"],
        "filters": {"item": ["1"]},
        "quiet_from": "9pm",
        "notices": "yes",
        "digest": 3,
        "colour": "red",
    }
    answer = desk.client.post("/api/v1/subscriptions", json=wrong)
    assert answer.status_code == 422
    assert {one["pointer"] for one in answer.json()["errors"]} == {
        "#/email",
        "#/leads",
        "#/filters",
        "#/quiet_from",
        "#/notices",
        "#/digest",
        "#/colour",
    }
    assert desk.ask(email="x").json()["errors"][0]["pointer"] == "#/email"
    assert desk.ask(filters={"items": ["9.9"]}).json()["errors"][0]["pointer"] == "#/filters/items"
    assert desk.client.post("/api/v1/subscriptions", json={}).json()["errors"][0]["code"] == "email-missing"


def test_the_holder_of_the_link_sees_changes_and_ends_it(desk: Desk) -> None:
    desk.ask()
    address = desk.rest()
    assert desk.client.get(address).json()["email"] == EMAIL
    changed = desk.client.patch(address, json={"digest": "weekly", "filters": {"channels": ["KG"]}})
    assert changed.status_code == 200
    assert (changed.json()["digest"], changed.json()["revision"]) == ("weekly", 2)
    assert changed.json()["leads"] == ["P1D", "PT2H"]  # what is not named stays
    assert (
        desk.client.patch(address, json={"email": "b@example.org"}).json()["errors"][0]["code"]
        == "email-fixed"
    )
    assert desk.client.patch(address, json={"state": "active"}).status_code == 422
    assert desk.client.patch(address, json={"state": "unsubscribed"}).json()["state"] == "unsubscribed"


def test_a_person_gets_all_their_data_and_can_have_it_removed(desk: Desk) -> None:
    desk.ask()
    address = desk.rest()
    kept = desk.client.get(f"{address}/data").json()
    assert kept["subscriber"]["email"] == EMAIL
    assert [one["what"] for one in kept["reminders"]] == ["confirm"]
    assert desk.client.delete(address).status_code == 204
    assert desk.client.get(address).status_code == 404
    with reading(desk.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(subscriber)) == 0


@pytest.mark.parametrize("token", ["x", "a.b", "%C3%A9.x", "0" * 300])
def test_a_key_that_is_none_is_404(desk: Desk, token: str) -> None:
    address = f"/api/v1/subscriptions/{token}"
    answers = [
        desk.client.get(address),
        desk.client.patch(address, json={}),
        desk.client.delete(address),
        *(desk.client.get(f"/{page}/{token}") for page in ("confirm", "preferences", "unsubscribe")),
        *(desk.client.post(f"/{page}/{token}") for page in ("confirm", "preferences", "unsubscribe")),
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.json()["detail"] for answer in answers}) == 1


def test_the_key_of_one_purpose_opens_no_other(desk: Desk) -> None:
    desk.ask()
    token = desk.links().unsubscribe.rpartition("/")[2]
    assert desk.client.get(f"/preferences/{token}").status_code == 404
    assert desk.client.delete(f"/api/v1/subscriptions/{token}").status_code == 404
    assert desk.stored().state == "pending"


def test_a_stranger_adds_nobody_but_may_leave(desk: Desk) -> None:
    found = desk.active()
    known_by: dict[str, Any] = {"public_url": "https://lich.example.org", "allow_public_listen": True}
    with running(desk.engine, FixedClock(NOW), **known_by) as public:
        asked = public.client.post("/api/v1/subscriptions", json=ASKED | {"email": "b@example.org"})
        assert (asked.status_code, asked.json()["code"]) == (401, "sign-in-needed")
        chosen = public.client.patch(desk.rest(), json={"filters": {}})
        assert chosen.status_code == 401
        assert public.client.patch(desk.rest(), json={"leads": []}).status_code == 200
        assert public.client.post(found.unsubscribe, data=ONE_CLICK).status_code == 200
    assert desk.stored().state == "unsubscribed"


def test_without_a_secret_links_are_not_to_be_had(desk: Desk, tmp_path: object) -> None:
    found = desk.active()
    with running(desk.engine, FixedClock(NOW), secret=None, secret_file=f"{tmp_path}/none") as service:
        answer = service.client.get(found.preferences)
    assert (answer.status_code, answer.json()["code"]) == (503, "secret-unreadable")


# --- the pages --------------------------------------------------------------------------------


def test_a_link_that_is_looked_at_confirms_nobody(desk: Desk) -> None:
    desk.ask()
    page = desk.client.get(str(desk.links().confirm), headers=BROWSER)
    assert page.status_code == 200
    assert (page.headers["cache-control"], page.headers["x-robots-tag"]) == ("no-store", "noindex")
    assert '<form method="post"' in page.text and EMAIL in page.text
    assert desk.stored().state == "pending"
    assert desk.client.post(str(desk.links().confirm)).status_code == 200
    assert desk.stored().state == "active"


def test_a_thousand_looks_unsubscribe_nobody_and_one_post_does(desk: Desk) -> None:
    found = desk.active()
    statuses = {desk.client.get(found.unsubscribe).status_code for _ in range(1000)}
    assert statuses == {200}
    assert desk.client.head(found.unsubscribe).status_code == 200
    assert desk.stored().state == "active"
    assert desk.client.post(found.unsubscribe, data=ONE_CLICK).status_code == 200
    assert desk.stored().state == "unsubscribed"


@pytest.mark.parametrize(
    "send",
    [
        lambda client, to: client.post(to, data=ONE_CLICK),
        lambda client, to: client.post(to, files={"List-Unsubscribe": (None, "One-Click")}),
        lambda client, to: client.post(to),
        lambda client, to: client.post(to, json={"List-Unsubscribe": "One-Click"}),
        lambda client, to: client.post(to, content=b"\xff" * 100_000),
        lambda client, to: client.post(to, content=b"x" * 6_000_000),
        lambda client, to: client.post(to, content=iter([b"List-Unsubscribe=", b"One-Click" * 10_000])),
        lambda client, to: client.post(to, content=b"--", headers={"Content-Type": "multipart/form-data"}),
        lambda client, to: client.post(to, content=b"a=1&" * 20_000, headers={"Content-Type": "text/x; a=("}),
    ],
)
def test_one_click_works_in_every_form_that_mail_programs_send(
    desk: Desk, send: Callable[[httpx.Client, str], httpx.Response]
) -> None:
    found = desk.active()
    answer = send(desk.client, found.unsubscribe)
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert desk.stored().state == "unsubscribed"
    assert send(desk.client, found.unsubscribe).status_code == 200


def test_preferences_are_shown_and_saved(desk: Desk) -> None:
    found = desk.active()
    page = desk.client.get(found.preferences, headers=BROWSER)
    assert 'value="P1D" checked' in page.text and 'value="P7D" checked' not in page.text
    form = {
        "leads": ["P7D", "PT30M"],
        "quiet_from": "21:00",
        "quiet_until": "06:00",
        "digest": "daily",
        "language": "en",
    }
    saved = desk.client.post(found.preferences, data=form, headers=BROWSER)
    assert saved.status_code == 200 and "Saved." in saved.text
    after = desk.stored()
    assert [str(lead) for lead in after.leads] == ["P7D", "PT30M"]
    assert (after.language, after.digest, after.notices) == ("en", "daily", False)
    assert after.filter.items == ("2.2",)  # what the page does not ask for stays
    assert 'value="21:00"' in desk.client.get(found.preferences).text


def test_a_wrong_preference_is_told_and_nothing_is_saved(desk: Desk) -> None:
    found = desk.active()
    before = desk.stored()
    answer = desk.client.post(
        found.preferences, data={"quiet_from": "21:00", "language": "vi"}, headers=BROWSER
    )
    assert answer.status_code == 422
    assert "Giờ yên tĩnh" in answer.text
    assert desk.stored() == before


def test_the_page_gives_the_data_and_forgets_the_person(desk: Desk) -> None:
    found = desk.active()
    data = desk.client.get(f"{found.preferences}/data")
    assert data.headers["content-disposition"] == 'attachment; filename="airslot.json"'
    assert data.json()["subscriber"]["email"] == EMAIL
    assert desk.client.get(f"{found.preferences}/forget").status_code == 405
    assert desk.client.post(f"{found.preferences}/forget").status_code == 200
    with reading(desk.engine) as connection, pytest.raises(NotFound):
        subscribers.by_token(connection, found.preferences.rpartition("/")[2], "preferences", SECRET.encode())


def test_pages_speak_the_readers_language_unless_asked_otherwise(desk: Desk) -> None:
    desk.ask(language="en")
    address = str(desk.links().confirm)
    assert '<html lang="en">' in desk.client.get(address).text
    assert '<html lang="vi">' in desk.client.get(address, params={"lang": "vi"}).text


def test_a_dead_link_is_told_in_both_languages(desk: Desk) -> None:
    page = desk.client.get("/confirm/x.y", headers=BROWSER)
    assert page.status_code == 404
    assert "Thư mới nhất" in page.text and "The newest mail" in page.text
