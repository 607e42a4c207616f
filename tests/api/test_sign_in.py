"""Signing in through the real service: passwords, links in mails, the first run, cookies, forms, tokens."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Engine

from api.cli.serve import first_run_link
from scheduler.accounts import people, rates, sign_in, tokens
from scheduler.accounts.audit import entries
from scheduler.accounts.offices import the_office_id
from scheduler.accounts.person import Person
from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime, utcnow
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from tests.api.service import Service, running
from tests.store.samples import AT, STATION, a_month

PASSWORD = "mot hai ba bon nam"
EMAIL = "quan.tri@example.org"


@pytest.fixture
def mails(tmp_path: Path) -> Path:
    return tmp_path / "mails"


@pytest.fixture
def service(engine: Engine, clock: FixedClock, machine_time: MachineTime, mails: Path) -> Iterator[Service]:
    a_month(engine)
    with running(engine, clock, machine_time, mail_folder=mails, mail_sink="folder") as found:
        yield found


@pytest.fixture
def admin(engine: Engine, service: Service) -> Person:
    with transaction(engine) as connection:
        return people.add_person(
            connection, EMAIL, "admin", password=PASSWORD, name="Quản trị", machine_time=lambda: AT
        )


def csrf(page: httpx.Response) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page.text)
    assert found
    return found[1]


def enter(service: Service, password: str = PASSWORD, **more: str) -> httpx.Response:
    return service.client.post("/sign-in", data={"email": EMAIL, "password": password} | more)


def test_a_password_signs_in_and_out(service: Service, admin: Person) -> None:
    assert service.client.get("/account").headers["location"] == "/sign-in?to=/account"
    done = enter(service, to="/account")
    assert (done.status_code, done.headers["location"]) == (303, "/account")
    cookie = done.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie
    page = service.client.get("/account")
    assert EMAIL in page.text and page.headers["cache-control"] == "no-store"
    out = service.client.post("/sign-out", data={"csrf": csrf(page)})
    assert out.status_code == 303
    assert service.client.get("/account").status_code == 303


def test_a_wrong_password_is_told_and_counted(service: Service, admin: Person) -> None:
    for _ in range(rates.OF_PERSON_AND_PLACE.free):
        page = enter(service, "sai mat khau roi")
        assert page.status_code == 401 and "không đúng" in page.text
    much = enter(service)
    assert much.status_code == 429 and "đợi 2 giây" in much.text and much.headers["retry-after"] == "2"


def test_the_owner_comes_in_while_somebody_guesses(service: Service, admin: Person) -> None:
    """From the same address even: with the browser they know, or by a link."""
    with httpx.Client(base_url=service.url) as owner:
        right = {"email": EMAIL, "password": PASSWORD}
        known = owner.post("/sign-in", data=right)
        assert known.status_code == 303
        cookie = next(one for one in known.headers.get_list("set-cookie") if "airslot-known=" in one).lower()
        assert "httponly" in cookie and "samesite=lax" in cookie
        for _ in range(rates.OF_PERSON_AND_PLACE.free + 1):
            guess = enter(service, "sai mat khau roi")
        assert guess.status_code == 429
        assert service.client.post("/sign-in/link", data={"email": EMAIL}).status_code == 200
        assert owner.post("/sign-in", data=right).status_code == 303
        stolen = {"cookie": f"airslot-known={'x' * 16}.{'0' * 64}"}
        assert service.client.post("/sign-in", data=right, headers=stolen).status_code == 429


@pytest.mark.parametrize(
    "spelt", ["quan.tri@ｅxample.org", "quan.tri@exam\u00adple.org", " Quan.Tri@EXAMPLE。org"]
)
def test_another_spelling_of_the_address_is_no_other_account(
    service: Service, admin: Person, spelt: str
) -> None:
    for _ in range(rates.OF_PERSON_AND_PLACE.free):
        enter(service, "sai mat khau roi")
    guess = {"email": spelt, "password": "sai mat khau roi"}
    assert service.client.post("/sign-in", data=guess).status_code == 429


def test_links_are_mailed_a_few_at_a_time_and_the_page_says_where_they_are(
    service: Service, admin: Person
) -> None:
    for _ in range(rates.LINKS_OF_PERSON.free):
        assert service.client.post("/sign-in/link", data={"email": EMAIL}).status_code == 200
    much = service.client.post("/sign-in/link", data={"email": EMAIL})
    assert much.status_code == 429 and "xem hộp thư" in much.text
    assert enter(service).status_code == 303


ELSEWHERE = (
    "//example.net/",
    "///example.net",
    "////example.net/%2e%2e",
    "https://example.net/",
    "https:example.net",
    "/\\example.net",
    "\\/example.net",
    "/\t/example.net",
    "/\n/example.net",
    "\x00//example.net",
    "javascript:alert(1)",
    "x" * 600,
)


@pytest.mark.parametrize("to", ELSEWHERE)
def test_signing_in_leads_to_no_other_site(service: Service, admin: Person, to: str) -> None:
    assert enter(service, to=to).headers["location"] == "/"
    assert service.client.get("/account").status_code == 200
    assert service.client.get("/sign-in", params={"to": to}).headers["location"] == "/"


@pytest.mark.parametrize(
    "path", ["//example.net/x", "///example.net", "/%2Fexample.net", "/%5Cexample.net", "/%09/example.net"]
)
def test_no_page_leads_to_another_site(service: Service, admin: Person, path: str) -> None:
    """Whatever the address, each link of the page stays within the service."""
    for signed_in in (False, True):
        if signed_in:
            enter(service)
        page = service.client.send(
            httpx.Request("GET", httpx.URL(service.url).copy_with(raw_path=path.encode()),
                          headers={"accept": "text/html"})
        )  # fmt: skip
        assert page.status_code == 404
        found = [html.unescape(one) for one in re.findall(r'(?:href|action|src)="([^"]*)"', page.text)]
        assert found and all(re.fullmatch(r"[/#](?![/\\])[^\\\s]*", one) for one in found), found


def test_a_form_of_another_site_is_refused(service: Service, admin: Person) -> None:
    for headers in ({"origin": "https://example.net"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}):
        answer = service.client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD}, headers=headers)
        assert answer.status_code == 403 and "set-cookie" not in answer.headers
    enter(service)
    for data in ({}, {"csrf": "0" * 64}, {"csrf": "é"}):
        assert service.client.post("/account", data=data | {"name": "Kẻ lạ"}).status_code == 403
    assert "Kẻ lạ" not in service.client.get("/account").text


def test_a_link_in_a_mail_signs_in_once(service: Service, admin: Person, mails: Path) -> None:
    for email in (EMAIL, "khong.co@example.org"):
        page = service.client.post("/sign-in/link", data={"email": email})
        assert page.status_code == 200 and email in page.text
    # The mail is written once the answer is on its way; each further answer gives it time.
    for _ in range(200):
        if service.client.get("/sign-in").is_success and mails.exists() and list(mails.glob("*.eml")):
            break
    (mail,) = mails.glob("*.eml")
    message = message_from_bytes(mail.read_bytes(), policy=default)
    body = message.get_body(("plain",))
    assert body is not None and message["To"] == EMAIL
    (path,) = re.findall(re.escape(service.url) + r"(/sign-in/\S+)", body.get_content())
    for _ in range(3):
        assert "Đăng nhập ngay" in service.client.get(path).text
    assert service.client.get("/account").status_code == 303
    assert service.client.post(path).status_code == 303
    assert EMAIL in service.client.get("/account").text
    assert service.client.post(path).status_code == 404
    assert service.client.get(path).status_code == 404


def test_the_first_run_makes_one_administrator(service: Service, engine: Engine) -> None:
    with transaction(engine) as connection:
        paths = [f"/sign-in/{sign_in.make_link(connection, None, machine_time=lambda: AT)}" for _ in range(2)]
    page = service.client.get(paths[0])
    assert "Quản trị viên đầu tiên" in page.text and "Tên cơ quan" not in page.text
    bad = service.client.post(paths[0], data={"email": "x", "password": "short"})
    assert bad.status_code == 422 and "địa chỉ thư" in bad.text
    done = service.client.post(paths[0], data={"email": EMAIL, "name": "Quản trị", "password": PASSWORD})
    assert done.status_code == 303
    assert EMAIL in service.client.get("/account").text
    for path in paths:
        assert service.client.get(path).status_code == 404
        assert service.client.post(path, data={"email": "hai@example.org"}).status_code == 404
    with reading(engine) as connection:
        assert [one.email for one in people.people_of(connection, the_office_id(connection))] == [EMAIL]


def test_without_an_office_the_first_run_asks_for_its_name(
    engine: Engine, clock: FixedClock, machine_time: MachineTime
) -> None:
    with transaction(engine) as connection:
        path = f"/sign-in/{sign_in.make_link(connection, None, machine_time=lambda: AT)}"
    with running(engine, clock, machine_time) as service:
        assert "Tên cơ quan" in service.client.get(path).text
        data = {"email": EMAIL, "office": "Sở Văn hóa", "password": PASSWORD}
        assert service.client.post(path, data=data).status_code == 303
        assert "Sở Văn hóa" in service.client.get("/account").text


def test_serve_gives_the_first_link_as_long_as_nobody_has_an_account(
    database_url: str, engine: Engine
) -> None:
    settings = Settings(database_url=database_url, public_url="http://127.0.0.1:8000")
    link = first_run_link(settings)
    assert link is not None and link.startswith("http://127.0.0.1:8000/sign-in/")
    with reading(engine) as connection:
        token = link.rpartition("/")[2]
        assert sign_in.is_first_link(connection, token, machine_time=utcnow)
    a_month(engine)
    with transaction(engine) as connection:
        people.add_person(connection, EMAIL, "admin", machine_time=utcnow)
    assert first_run_link(settings) is None


def test_private_plans_are_of_their_office(service: Service, engine: Engine, admin: Person) -> None:
    with transaction(engine) as connection:
        connection.exec_driver_sql("UPDATE plan SET public = false")
    assert service.client.get("/api/v1/plans").json()["items"] == []
    assert service.client.get("/plans/plan-2024", headers={"accept": "text/html"}).status_code == 404
    enter(service)
    assert [one["slug"] for one in service.client.get("/api/v1/plans").json()["items"]] == ["plan-2024"]
    assert service.client.get("/plans/plan-2024").status_code == 200
    assert len(service.client.get("/api/v1/occurrences").json()["items"]) == 5


def test_a_token_is_shown_once_and_reads_until_it_is_ended(
    service: Service, admin: Person, engine: Engine
) -> None:
    enter(service)
    page = service.client.get("/account")
    made = service.client.post(
        "/account/tokens", data={"csrf": csrf(page), "scope": "read", "label": "Màn hình"}
    )
    (text,) = re.findall(r"<code>(airslot_[\w-]+)</code>", made.text)
    assert text not in service.client.get("/account").text
    bearer = {"authorization": f"Bearer {text}"}
    with httpx.Client(base_url=service.url) as program:
        assert program.get("/api/v1/plans", headers=bearer).status_code == 200
        (token_id,) = re.findall(r"/account/tokens/(tok_\w+)/revoke", made.text)
        service.client.post(f"/account/tokens/{token_id}/revoke", data={"csrf": csrf(page)})
        ended = program.get("/api/v1/plans", headers=bearer)
        assert (ended.status_code, ended.json()["code"]) == (401, "token-unknown")
        assert "invalid_token" in ended.headers["www-authenticate"]
    with reading(engine) as connection:
        log, _ = entries(connection, admin.memberships[0].office_id, subject_kind="token")
    assert [(e.action, e.door, e.person_id, e.subject) for e in log] == [
        (deed, "page", admin.id, token_id) for deed in ("revoke", "create")
    ]
    assert text not in str(log)


def test_somebody_elses_token_is_not_there(service: Service, admin: Person, engine: Engine) -> None:
    with transaction(engine) as connection:
        viewer = people.add_person(
            connection, "xem@example.org", "viewer", password=PASSWORD, machine_time=lambda: AT
        )
        of = admin.memberships[0].office_id
        made, _ = tokens.create_token(connection, admin, of, "write", machine_time=lambda: AT)
    service.client.post("/sign-in", data={"email": viewer.email, "password": PASSWORD})
    page = service.client.get("/account")
    tried = service.client.post(f"/account/tokens/{made.id}/revoke", data={"csrf": csrf(page)})
    assert tried.status_code == 404
    with reading(engine) as connection:
        assert tokens.get_token(connection, made.id).revoked_at is None
        assert entries(connection, of) == ([], None)


def test_a_new_password_ends_the_other_sessions(service: Service, admin: Person, engine: Engine) -> None:
    enter(service)
    with httpx.Client(base_url=service.url) as other:
        other.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
        assert other.get("/account").status_code == 200
        page = service.client.get("/account")
        short = service.client.post("/account", data={"csrf": csrf(page), "language": "vi", "password": "x"})
        assert short.status_code == 422
        kept = {"language": "en", "weekly": "yes"}
        fresh = {"csrf": csrf(page), "name": "An", "password": "sau bay tam chin muoi"} | kept
        for wrong in ("", "sai mat khau roi"):
            assert service.client.post("/account", data=fresh | {"current": wrong}).status_code == 422
        assert other.get("/account").status_code == 200
        fresh["current"] = PASSWORD
        assert service.client.post("/account", data=fresh).status_code == 303
        assert other.get("/account").status_code == 303
    page = service.client.get("/account")
    assert page.status_code == 200 and 'lang="en"' in page.text
    with reading(engine) as connection:
        log, _ = entries(connection, admin.memberships[0].office_id)
    assert [(e.action, e.person_id, e.after) for e in log] == [
        ("change", admin.id, {"password": "changed"}),
        ("change", admin.id, {"name": "An", "language": "en"}),
    ]
    assert fresh["password"] not in str(log)


def test_an_editor_of_one_outlet_sees_their_role(service: Service, engine: Engine) -> None:
    with transaction(engine) as connection:
        people.add_person(
            connection, EMAIL, "editor", outlets=[STATION], password=PASSWORD, machine_time=lambda: AT
        )
        found = people.find_person(connection, EMAIL)
        assert found is not None
        tokens.create_token(connection, found, 1, "write", machine_time=lambda: AT)
    enter(service)
    assert STATION in service.client.get("/account").text
