"""People, rights, sessions, links, tokens, tries and the audit log, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, Executable, delete, event, text, update
from sqlalchemy.exc import DBAPIError

from scheduler.accounts import people, sessions, sign_in, tokens
from scheduler.accounts.audit import entries, record
from scheduler.accounts.offices import the_office_id
from scheduler.accounts.person import Person
from scheduler.accounts.rights import ROLES, Actor, Right, require
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound, SignInNeeded
from scheduler.store.account_tables import audit
from scheduler.store.database.engine import reading, transaction
from tests.hands import Hands
from tests.store.samples import AT, STATION, a_month

PASSWORD = "mot hai ba bon nam"


@pytest.fixture
def hands() -> Hands:
    return Hands(AT)


@pytest.fixture
def office(engine: Engine) -> Engine:
    a_month(engine)
    return engine


def somebody(engine: Engine, hands: Hands, role: str = "admin", **facts: object) -> Person:
    with transaction(engine) as connection:
        return people.add_person(
            connection,
            f"{role}@example.org",
            role,
            machine_time=hands,
            **facts,  # type: ignore[arg-type]
        )


def test_a_person_has_a_role_in_an_office(office: Engine, hands: Hands) -> None:
    found = somebody(office, hands, "editor", name="Biên tập viên", outlets=[STATION])
    assert [(m.office, m.role, m.outlets) for m in found.memberships] == [("Sở Nội vụ", "editor", (STATION,))]
    with reading(office) as connection:
        assert people.find_person(connection, " Editor@Example.ORG ") == found
        assert people.people_of(connection, found.memberships[0].office_id) == [found]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"email": "nobody"}, "email-bad"),
        ({"role": "king"}, "role-unknown"),
        ({"language": "fr"}, "language-unknown"),
        ({"outlets": ["Đài khác"]}, "outlet-unknown"),
        ({"role": "viewer", "outlets": [STATION]}, "outlets-for-editors"),
        ({"password": "short"}, "password-length"),
        ({"name": "a\x00b"}, "name-bad"),
    ],
)
def test_what_an_account_cannot_have(
    office: Engine, hands: Hands, facts: dict[str, object], code: str
) -> None:
    asked = {"email": "a@example.org", "role": "editor"} | facts
    with pytest.raises(Invalid) as wrong, transaction(office) as connection:
        people.add_person(connection, machine_time=hands, **asked)  # type: ignore[arg-type]
    assert wrong.value.code == code
    with reading(office) as connection:
        assert not people.anybody(connection)


def test_an_office_keeps_an_admin(office: Engine, hands: Hands) -> None:
    admin = somebody(office, hands)
    of = admin.memberships[0].office_id

    def refused(change: dict[str, object]) -> None:
        with pytest.raises(Conflict), transaction(office) as connection:
            people.change_person(connection, admin.id, office_id=of, machine_time=hands, **change)  # type: ignore[arg-type]

    refused({"role": "viewer"})
    refused({"active": False})
    with pytest.raises(Conflict), transaction(office) as connection:
        people.remove_person(connection, admin.id, of)
    with transaction(office) as connection:
        other = people.add_person(connection, "hai@example.org", "admin", machine_time=hands)
        changed = people.change_person(connection, admin.id, office_id=of, role="viewer", machine_time=hands)
        assert changed.memberships[0].role == "viewer"
        people.remove_person(connection, admin.id, of)
        assert people.people_of(connection, of) == [other]


def test_password_signs_in_and_a_wrong_one_says_nothing_of_the_account(office: Engine, hands: Hands) -> None:
    somebody(office, hands, password=PASSWORD)
    with transaction(office) as connection:
        found = sign_in.by_password(connection, "Admin@example.org", PASSWORD)
        assert found.email == "admin@example.org"
    said = set()
    for email, password in (
        ("admin@example.org", "wrong"),
        ("nobody@example.org", PASSWORD),
        ("x", "y" * 500),
    ):
        with pytest.raises(SignInNeeded) as wrong, transaction(office) as connection:
            sign_in.by_password(connection, email, password)
        said.add(wrong.value.en)
    assert len(said) == 1


def test_a_link_works_once_and_not_for_ever(office: Engine, hands: Hands) -> None:
    admin = somebody(office, hands)
    with transaction(office) as connection:
        first, second = (sign_in.make_link(connection, admin.id, machine_time=hands) for _ in range(2))
        assert sign_in.owner_of(connection, first, machine_time=hands)
        assert sign_in.by_link(connection, first, machine_time=hands) == admin
        for dead in (first, "made up"):
            with pytest.raises(NotFound):
                sign_in.by_link(connection, dead, machine_time=hands)
        hands.now += sign_in.LINK_LIVES
        with pytest.raises(NotFound):
            sign_in.by_link(connection, second, machine_time=hands)


def test_a_session_ends_when_it_rests_and_when_the_account_is_closed(office: Engine, hands: Hands) -> None:
    admin = somebody(office, hands)
    of = admin.memberships[0].office_id
    with transaction(office) as connection:
        people.add_person(connection, "hai@example.org", "admin", machine_time=hands)
        _, cookie = sessions.begin(connection, admin, machine_time=hands)

        def found() -> sessions.Session | None:
            return sessions.find_session(connection, cookie, machine_time=hands)

        assert found() is not None and found().actor.role == "admin"
        hands.now += sessions.IDLE - timedelta(minutes=1)
        one = found()
        assert one is not None and sessions.must_note_use(one, machine_time=hands)
        sessions.note_use(connection, one, machine_time=hands)
        hands.now += sessions.IDLE - timedelta(minutes=1)
        assert found() is not None
        hands.now += timedelta(minutes=1)
        assert found() is None
        _, cookie = sessions.begin(connection, admin, machine_time=hands)
        assert found() is not None
        people.change_person(connection, admin.id, office_id=of, active=False, machine_time=hands)
        assert found() is None


def test_a_form_is_of_one_session(office: Engine, hands: Hands) -> None:
    admin = somebody(office, hands)
    with transaction(office) as connection:
        one, _ = sessions.begin(connection, admin, machine_time=hands)
        other, _ = sessions.begin(connection, admin, machine_time=hands)
    token = sessions.csrf_token(b"secret", one)
    assert sessions.is_csrf_token(b"secret", one, token)
    assert not sessions.is_csrf_token(b"secret", other, token)
    assert not sessions.is_csrf_token(b"another", one, token)
    assert not sessions.is_csrf_token(b"secret", one, "đã sửa")


def test_a_token_has_its_owners_rights_within_its_scope(office: Engine, hands: Hands) -> None:
    editor = somebody(office, hands, "editor", outlets=[STATION])
    of = editor.memberships[0].office_id
    with transaction(office) as connection:
        kept, text_ = tokens.create_token(
            connection, editor, of, "read", label="Màn hình", machine_time=hands
        )
        found = tokens.find_actor(connection, text_, machine_time=hands)
        assert found is not None and found[1] == kept and text_ not in str(kept)
        assert found[0].may(Right.SEE) and not found[0].may(Right.WORK, STATION)
        tokens.note_use(connection, kept, machine_time=hands)
        assert tokens.get_token(connection, kept.id).used_at == AT
        tokens.revoke_token(connection, kept.id, machine_time=hands)
        assert tokens.find_actor(connection, text_, machine_time=hands) is None
        brief, text_ = tokens.create_token(
            connection, editor, of, "write", lives=timedelta(days=1), machine_time=hands
        )
        assert tokens.find_actor(connection, text_, machine_time=hands) is not None
        hands.now += timedelta(days=1)
        assert tokens.find_actor(connection, text_, machine_time=hands) is None
        assert {one.id for one in tokens.tokens_of(connection, of)} == {kept.id, brief.id}


RIGHTS = {
    "viewer": {Right.SEE},
    "editor": {Right.SEE, Right.WORK},
    "manager": {Right.SEE, Right.WORK, Right.PLAN, Right.TELL},
    "admin": set(Right),
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_may_just_what_it_may(role: str) -> None:
    actor = Actor("x", role, "page", "per_1", 1)  # type: ignore[arg-type]
    assert {right for right in Right if actor.may(right)} == RIGHTS[role]
    for right in set(Right) - RIGHTS[role]:
        with pytest.raises(Forbidden):
            require(actor, right)
    with pytest.raises(SignInNeeded):
        require(None, Right.SEE)


def test_an_editor_works_for_the_named_outlets() -> None:
    actor = Actor("x", "editor", "page", "per_1", 1, frozenset({STATION}))
    assert actor.may(Right.WORK, STATION) and not actor.may(Right.WORK, "Báo") and not actor.may(Right.WORK)
    with pytest.raises(Forbidden) as no:
        require(actor, Right.WORK, "Báo")
    assert STATION in no.value.vi


def test_the_audit_log_cannot_be_changed(office: Engine, hands: Hands) -> None:
    actor = Actor("An", "editor", "page", "per_1", 1)
    with transaction(office) as connection:
        for number in range(5):
            record(
                connection,
                actor,
                "move",
                "occurrence",
                f"occ_{number}",
                machine_time=hands,
                after={"n": number},
            )
    changes: list[Executable] = [update(audit).values(who="x"), delete(audit)]
    if office.dialect.name == "postgresql":
        changes.append(text("TRUNCATE audit"))
    for change in changes:
        with pytest.raises((DBAPIError, AirslotError)), transaction(office) as connection:
            connection.execute(change)
    with reading(office) as connection:
        newest, following = entries(connection, 1, limit=3)
        assert [one.subject for one in newest] == ["occ_4", "occ_3", "occ_2"]
        rest, over = entries(connection, 1, before_id=following, limit=3)
        assert [one.subject for one in rest] == ["occ_1", "occ_0"] and over is None
        assert entries(connection, 2) == ([], None)


def test_people_with_their_outlets_are_read_in_three_statements(office: Engine, hands: Hands) -> None:
    for number in range(4):
        with transaction(office) as connection:
            people.add_person(
                connection, f"b{number}@example.org", "editor", outlets=[STATION], machine_time=hands
            )
    asked: list[str] = []
    with reading(office) as connection:
        of = the_office_id(connection)
        event.listen(connection, "before_cursor_execute", lambda *call: asked.append(call[2]))
        found = people.people_of(connection, of)
    assert [one.memberships[0].outlets for one in found] == [(STATION,)] * 4
    assert len(asked) == 3
