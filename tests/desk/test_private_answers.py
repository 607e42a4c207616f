"""What is somebody's own stays theirs: staff addresses, answers in caches, keys after a new password."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from scheduler.accounts import people, sign_in
from scheduler.store.database.engine import reading, transaction
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.samples import OFFICE, OTHERS, OWN, Offices

PASSWORD, FRESH = "mot hai ba bon nam", "sau bay tam chin muoi"
STAFF = "nhan.vien@example.org"


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def history(doors: Doors, who: str) -> str:
    headers = {"Authorization": f"Bearer {doors.tokens[who]}"}
    return doors.service.client.get("/history", headers=headers).text


def test_the_history_names_staff_to_administrators_alone(doors: Doors) -> None:
    doors.ask("admin", "POST", "/people", json={"email": STAFF, "role": "viewer"})
    doors.ask("manager", "POST", "/subscribers", json={"email": "doc@example.org"})
    doors.ask("manager", "PATCH", f"/plans/{OWN}", json={"title": "Tên mới"})
    assert STAFF in history(doors, "admin")
    for who in ("reads", "viewer", "editor", "manager"):
        told = history(doors, who)
        assert "Tên mới" in told and STAFF not in told and "@example.org" not in told, who
    assert "người nhận" in history(doors, "manager").lower()
    assert "người nhận" not in re.sub(r"<nav.*?</nav>", "", history(doors, "viewer"), flags=re.S).lower()


def test_what_is_hidden_leaves_no_hole_in_the_pages(doors: Doors) -> None:
    doors.ask("manager", "PATCH", f"/plans/{OWN}", json={"title": "Tên đầu"})
    for number in range(60):
        doors.ask("admin", "POST", "/tokens", json={"label": f"t{number}"})
    assert "Tên đầu" in history(doors, "viewer")


READS = (
    "/plans",
    f"/plans/{OWN}",
    f"/plans/{OWN}/items",
    f"/plans/{OWN}/items/2.2",
    f"/plans/{OWN}/history",
    "/occurrences",
    "/occurrences/upcoming",
    "/days-off",
    "/me",
    "/tokens",
    "/plans/no-such-plan",
)


@pytest.mark.parametrize("path", READS)
def test_an_answer_to_somebody_known_is_kept_by_no_cache(doors: Doors, path: str) -> None:
    for who in ("viewer", "reads"):
        found = doors.ask(who, "GET", path)
        kept = found.headers.get("cache-control", "")
        assert "no-store" in kept, (path, kept)
        varies = {name.strip().lower() for name in found.headers.get("vary", "").split(",")}
        assert {"authorization", "cookie"} <= varies, (path, varies)


def test_pages_and_one_occurrence_likewise(doors: Doors) -> None:
    cookie, _ = doors.cookies["viewer"]
    one = doors.offices.row("2024-05-15").id
    for path in (
        "/",
        "/plans",
        f"/plans/{OWN}",
        "/history",
        f"/occurrences/{one}",
        f"{REST}/occurrences/{one}",
    ):
        found = doors.service.client.get(path, headers={"Cookie": f"__Host-airslot={cookie}"})
        assert found.status_code == 200, path
        assert found.headers["cache-control"].startswith("private, no-"), path
        assert "cookie" in found.headers["vary"].lower(), path


def test_a_stranger_gets_what_is_public_and_a_word_that_it_varies(doors: Doors) -> None:
    found = doors.ask(None, "GET", f"/plans/{OTHERS}")
    assert found.status_code == 200 and "no-store" not in found.headers.get("cache-control", "")
    assert "authorization" in found.headers["vary"].lower()


class Owner:
    """Somebody with a password, a browser, a link, a token and a calendar address."""

    def __init__(self, doors: Doors) -> None:
        self.doors, offices = doors, doors.offices
        with transaction(offices.engine) as connection:
            self.person = people.add_person(
                connection,
                "chu@example.org",
                "viewer",
                password=PASSWORD,
                office_id=offices.ids[OFFICE],
                machine_time=offices.machine_time,
            )
            self.link = sign_in.make_link(connection, self.person.id, machine_time=offices.machine_time)
        self.cookie = self.enter("/sign-in", email=self.person.email, password=PASSWORD)
        made = self.post("/account/tokens", scope="write")
        (self.token,) = re.findall(r"<code>(airslot_[\w-]+)</code>", made.text)
        made = self.post("/subscribe/calendar", plan=OWN, label="Lịch")
        self.feed = re.findall(r"/feeds/[\w-]+\.ics", made.text)[0]

    def enter(self, path: str, **fields: str) -> str:
        done = self.doors.service.client.post(path, data=fields)
        assert done.status_code == 303, done.text
        return done.headers["set-cookie"].partition(";")[0]

    def post(self, path: str, **fields: str) -> httpx.Response:
        client, headers = self.doors.service.client, {"Cookie": self.cookie}
        (proof, *_) = re.findall(
            r'name="csrf" value="([0-9a-f]+)"', client.get("/account", headers=headers).text
        )
        return client.post(path, data={"csrf": proof, "language": "vi"} | fields, headers=headers)

    def alive(self) -> set[str]:
        """Which of the keys still open a door."""
        client = self.doors.service.client
        bearer = {"Authorization": f"Bearer {self.token}"}
        keys = {
            "session": client.get("/account", headers={"Cookie": self.cookie}),
            "link": client.get(f"/sign-in/{self.link}"),
            "token": client.get(f"{REST}/me", headers=bearer),
            "feed": client.get(self.feed),
        }
        return {name for name, answer in keys.items() if answer.status_code == 200}

    def signs_in_with(self) -> set[str]:
        found = set()
        with reading(self.doors.offices.engine) as connection:
            for password in (PASSWORD, FRESH):
                try:
                    sign_in.by_password(connection, self.person.email, password)
                except Exception:  # noqa: S112 - a wrong one
                    continue
                found.add(password)
        return found


@pytest.fixture
def owner(doors: Doors) -> Owner:
    found = Owner(doors)
    assert found.alive() == {"session", "link", "token", "feed"}
    return found


def test_a_new_password_ends_whatever_opens_doors(owner: Owner) -> None:
    assert owner.post("/account", password=FRESH, current=PASSWORD).status_code == 303
    assert owner.alive() == set()
    assert owner.signs_in_with() == {FRESH}


def test_programs_and_calendars_go_on_where_the_owner_says_so(owner: Owner) -> None:
    assert owner.post("/account", password=FRESH, current=PASSWORD, keep="yes").status_code == 303
    assert owner.alive() == {"token", "feed"}


@pytest.mark.parametrize("current", ["", "sai mat khau roi"])
def test_a_new_password_takes_the_present_one(owner: Owner, current: str) -> None:
    refused = owner.post("/account", password=FRESH, current=current, name="Kẻ lạ")
    assert refused.status_code == 422 and "Mật khẩu hiện tại" in refused.text
    assert owner.alive() == {"session", "link", "token", "feed"}
    assert owner.signs_in_with() == {PASSWORD}
    with reading(owner.doors.offices.engine) as connection:
        assert people.get_person(connection, owner.person.id).name == owner.person.name


def test_tries_at_the_present_password_are_counted(owner: Owner) -> None:
    statuses = {owner.post("/account", password=FRESH, current="sai").status_code for _ in range(12)}
    assert statuses == {422, 429}


def test_who_forgot_it_sets_another_by_a_link_that_was_just_followed(owner: Owner) -> None:
    owner.cookie = owner.enter(f"/sign-in/{owner.link}")
    assert owner.post("/account", password=FRESH).status_code == 303
    assert owner.signs_in_with() == {FRESH}


def test_weak_passwords_are_refused_on_the_page(owner: Owner) -> None:
    for weak in ("aaaaaaaaaaaa", owner.person.email, "Sở Nội vụ 2026"):
        refused = owner.post("/account", password=weak, current=PASSWORD)
        assert refused.status_code == 422 and "dễ đoán" in refused.text, weak
    assert owner.signs_in_with() == {PASSWORD}
