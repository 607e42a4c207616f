"""An administrator invites; the person accepts before anything else of theirs is touched."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from scheduler.accounts import people, sessions, sign_in
from scheduler.accounts.person import Person
from scheduler.accounts.rights import Actor
from scheduler.desk import own_account, tokens
from scheduler.desk import people as deeds
from scheduler.errors import Conflict, NotFound
from scheduler.store.database.engine import reading, transaction
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OFFICE, OTHER_OFFICE, OWN, Offices

EMAIL = "other@example.org"  # an administrator of the other office


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def known(offices: Offices, email: str = EMAIL) -> Person:
    with reading(offices.engine) as connection:
        found = people.find_person(connection, email)
    assert found is not None
    return found


def invite(doors: Doors, email: str = EMAIL, **facts: str) -> dict[str, object]:
    answer = doors.ask("admin", "POST", "/people", json={"email": email, "role": "viewer"} | facts)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def page(doors: Doors, who: str, path: str, **fields: str) -> httpx.Response:
    cookie, proof = doors.cookies[who]
    headers = {"Cookie": f"__Host-airslot={cookie}"}
    if not fields:
        return doors.service.client.get(path, headers=headers)
    return doors.service.client.post(path, data={"csrf": proof} | fields, headers=headers)


def test_to_enrol_somebody_ends_nothing_of_theirs_elsewhere(doors: Doors) -> None:
    one = invite(doors)
    for method, body in (("PATCH", {"active": False}), ("PATCH", {"name": "Kẻ khác"}), ("DELETE", None)):
        doors.ask("admin", method, f"/people/{one['id']}", json=body)
    assert page(doors, "other", "/account").status_code == 200
    assert doors.ask("other", "GET", "/me").status_code == 200
    assert (known(doors.offices).name, known(doors.offices).active) == ("other", True)


def test_an_invitation_tells_nothing_of_who_has_an_account(doors: Doors) -> None:
    facts = {"name": "Bà Chi", "language": "en"}
    told = [invite(doors, email, **facts) for email in (EMAIL, "khong.co@example.org")]
    assert {name: value for name, value in told[0].items() if name not in ("id", "email")} == {
        name: value for name, value in told[1].items() if name not in ("id", "email")
    }
    assert (told[0]["name"], told[0]["language"], told[0]["invited"]) == ("Bà Chi", "en", True)
    for one in told:
        shut = doors.ask("admin", "PATCH", f"/people/{one['id']}", json={"active": False})
        assert (shut.status_code, shut.json()["code"]) == (409, "not-accepted")


def test_an_invitation_is_no_right_until_it_is_accepted(doors: Doors) -> None:
    invite(doors)
    office_id = doors.offices.ids[OFFICE]
    page(doors, "other", "/office", office=str(office_id))
    assert doors.ask("other", "GET", f"/plans/{OWN}").status_code == 404
    assert OFFICE in page(doors, "other", "/account").text
    assert page(doors, "other", "/account/invitations", accept=str(office_id)).status_code == 303
    member = known(doors.offices).in_office(office_id)
    assert member is not None and member.role == "viewer"
    log = doors.offices.log(OFFICE)
    assert [one.action for one in log[:2]] == ["accept", "add"]
    assert log[0].person_id == doors.people["other"]
    # Nobody accepts twice, or for another office.
    for again in (str(office_id), "999", "x"):
        assert page(doors, "other", "/account/invitations", accept=again).status_code == 404


def test_who_has_no_account_accepts_by_the_link_and_is_let_in(doors: Doors) -> None:
    offices, email, of = doors.offices, "moi@example.org", doors.offices.ids[OFFICE]
    invite(doors, email, name="Người mới")
    client = doors.service.client
    with transaction(offices.engine) as connection:
        link = sign_in.make_link(connection, known(offices, email).id, machine_time=offices.machine_time)
    for _ in range(2):
        assert OFFICE in client.get(f"/sign-in/{link}").text
    # Without an answer nobody is let in, and the link goes on working.
    assert client.post(f"/sign-in/{link}", data={}).status_code == 200
    assert client.post(f"/sign-in/{link}", data={"accept": "999"}).status_code == 200
    done = client.post(f"/sign-in/{link}", data={"accept": str(of)})
    assert done.status_code == 303 and "__Host-airslot" in done.headers["set-cookie"]
    assert (known(offices, email).name, known(offices, email).memberships[0].office_id) == ("Người mới", of)
    assert client.post(f"/sign-in/{link}", data={"accept": str(of)}).status_code == 404


def test_who_declines_is_forgotten(doors: Doors) -> None:
    offices, email = doors.offices, "moi@example.org"
    invite(doors, email)
    with transaction(offices.engine) as connection:
        link = sign_in.make_link(connection, known(offices, email).id, machine_time=offices.machine_time)
    declined = doors.service.client.post(f"/sign-in/{link}", data={"decline": str(offices.ids[OFFICE])})
    assert declined.status_code == 200 and "set-cookie" not in declined.headers
    assert offices.log(OFFICE)[0].action == "decline"
    with reading(offices.engine) as connection:
        assert people.find_person(connection, email) is None


def test_to_be_taken_out_of_one_office_leaves_the_session_in_another(offices: Offices) -> None:
    boss = Actor("An", "admin", "cli")
    for office in (OFFICE, OTHER_OFFICE):
        found, _ = offices.do(
            deeds.add_person, "hai@example.org", "viewer", office_id=offices.ids[office], actor=boss
        )
    cookies = {}
    with transaction(offices.engine) as connection:
        for office, office_id in offices.ids.items():
            _, cookies[office] = sessions.begin(
                connection, found, office_id=office_id, machine_time=offices.machine_time
            )
    offices.do(deeds.remove_person, found.id, actor=offices.actor("admin"))
    with reading(offices.engine) as connection:
        left = {
            office
            for office, cookie in cookies.items()
            if sessions.find_session(connection, cookie, machine_time=offices.machine_time)
        }
    assert left == {OTHER_OFFICE}


def test_an_invitation_that_was_taken_back_is_not_open(offices: Offices) -> None:
    admin = offices.actor("admin")
    one, _ = offices.do(deeds.add_person, "moi@example.org", "editor", actor=admin)
    with pytest.raises(Conflict):
        offices.do(deeds.add_person, "moi@example.org", "viewer", actor=admin)
    of = offices.ids[OTHER_OFFICE]
    offices.do(deeds.add_person, one.email, "viewer", actor=offices.actor("admin", OTHER_OFFICE))
    offices.do(deeds.remove_person, one.id, actor=admin)
    # The other office's invitation stays, and is no way into this one.
    them = Actor("moi", "viewer", "page", one.id, of)
    with pytest.raises(NotFound):
        offices.do(own_account.answer_invitation, offices.ids[OFFICE], accepted=True, actor=them)
    with pytest.raises(NotFound):
        offices.do(tokens.create_token, "read", actor=them)
    offices.do(own_account.answer_invitation, of, accepted=True, actor=them)
    assert [(m.office, m.role) for m in known(offices, one.email).memberships] == [(OTHER_OFFICE, "viewer")]
