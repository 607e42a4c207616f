"""Accounts and tokens at the desk: what the command line may do for every office, and who else may not."""

from __future__ import annotations

import pytest

from scheduler.accounts import people as stored
from scheduler.accounts import sign_in
from scheduler.accounts.person import Person
from scheduler.accounts.rights import Actor
from scheduler.accounts.tokens import find_actor
from scheduler.desk import own_account, people, tokens
from scheduler.errors import Conflict, Forbidden, NotFound
from scheduler.store.database.engine import reading
from tests.desk.samples import OFFICE, OTHER_OFFICE, Offices

OPERATOR = Actor("command line (an)", "admin", "cli")
PASSWORD = "mot hai ba bon nam"


@pytest.fixture
def shared(offices: Offices) -> Person:
    """Somebody of both offices."""
    for office in (OFFICE, OTHER_OFFICE):
        found, _ = offices.do(
            people.add_person, "binh@example.org", "viewer", office_id=offices.ids[office], actor=OPERATOR
        )
    assert isinstance(found, Person)
    return found


def own(found: Person, office_id: int, **facts: object) -> Actor:
    return Actor(found.name, "viewer", "page", found.id, office_id, **facts)  # type: ignore[arg-type]


def test_the_command_line_changes_what_offices_share(offices: Offices, shared: Person) -> None:
    of = offices.ids[OFFICE]
    admin = offices.actor("admin")
    with pytest.raises(Conflict) as refused:
        offices.do(people.change_person, shared.id, active=False, actor=admin)
    assert refused.value.code == "person-shared"
    with pytest.raises(Forbidden):
        offices.do(people.set_password, shared.id, PASSWORD, actor=admin)
    offices.do(people.change_person, shared.id, name="Bình", office_id=of, actor=OPERATOR)
    last = offices.log()[0]
    assert (last.who, last.door, last.person_id) == ("command line (an)", "cli", None)
    assert (last.before, last.after) == ({"name": "binh"}, {"name": "Bình"})
    with pytest.raises(NotFound) as nowhere:
        offices.do(people.change_person, shared.id, role="admin", actor=OPERATOR)
    assert nowhere.value.code == "office-not-found"


def test_passwords_and_links_are_in_the_log_without_their_text(offices: Offices, shared: Person) -> None:
    of = offices.ids[OFFICE]
    offices.do(people.set_password, shared.id, PASSWORD, office_id=of, actor=OPERATOR)
    token = offices.do(people.make_link, shared.id, office_id=of, actor=OPERATOR)
    with reading(offices.engine) as connection:
        assert sign_in.by_password(connection, shared.email, PASSWORD).id == shared.id
        assert sign_in.owner_of(connection, token, machine_time=offices.machine_time)
    log = offices.log(subject_kind="person", subject=shared.id)
    assert [one.action for one in log] == ["link", "change", "add"]
    assert token not in str(log) and PASSWORD not in str(log)


def test_a_viewer_changes_nobody_else(offices: Offices, shared: Person) -> None:
    of = offices.ids[OFFICE]
    other, _ = offices.do(
        people.add_person, "chi@example.org", "viewer", password=PASSWORD, office_id=of, actor=OPERATOR
    )
    viewer = own(shared, of)
    for deed in (
        lambda desk: people.set_password(desk, other.id, None),
        lambda desk: people.make_link(desk, other.id),
        lambda desk: own_account.change_own(desk, name="x", language="vi"),
        lambda desk: own_account.change_own_password(desk, "sau bay tam chin", current="", proven=True),
    ):
        with pytest.raises(Forbidden):
            offices.do(deed, actor=own(shared, of, scope="read"))
    for deed in (
        lambda desk: people.set_password(desk, other.id, None),
        lambda desk: people.make_link(desk, other.id),
    ):
        with pytest.raises(Forbidden):
            offices.do(deed, actor=viewer)
    with reading(offices.engine) as connection:
        assert stored.get_person(connection, other.id).has_password


def test_what_a_token_made_lives_no_longer(offices: Offices, shared: Person) -> None:
    of = offices.ids[OFFICE]
    first, _ = offices.do(tokens.create_token, "write", days=10, actor=own(shared, of))
    second, _ = offices.do(tokens.create_token, "write", actor=own(shared, of, token_id=first.id))
    third, text = offices.do(tokens.create_token, "read", days=90, actor=own(shared, of, token_id=second.id))
    assert first.expires_at == second.expires_at == third.expires_at
    offices.do(tokens.revoke_token, first.id, actor=own(shared, of))
    with reading(offices.engine) as connection:
        assert find_actor(connection, text, machine_time=offices.machine_time) is None
    with pytest.raises(Forbidden):
        offices.do(own_account.answer_invitation, of, accepted=True, actor=own(shared, of, token_id=first.id))


def test_ones_own_token_ends_from_whichever_office(offices: Offices, shared: Person) -> None:
    here, there = own(shared, offices.ids[OFFICE]), own(shared, offices.ids[OTHER_OFFICE])
    made, _ = offices.do(tokens.create_token, "read", actor=there)
    with pytest.raises(NotFound):
        offices.do(tokens.revoke_token, made.id, actor=offices.actor("admin"))
    offices.do(tokens.revoke_token, made.id, actor=here)
    log = offices.log(of=OTHER_OFFICE, subject_kind="token")
    assert [(one.action, one.person_id) for one in log] == [("revoke", shared.id), ("create", shared.id)]
    with pytest.raises(Forbidden):
        offices.do(tokens.create_token, "read", actor=OPERATOR)
