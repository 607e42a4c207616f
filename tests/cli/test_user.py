"""`airslot user` and `airslot token`."""

from __future__ import annotations

from scheduler.accounts import people, sign_in, tokens
from scheduler.accounts.audit import entries
from scheduler.machine_time import utcnow
from scheduler.store.database.engine import open_engine, reading
from tests.cli.conftest import Airslot

EMAIL = "bien.tap@example.org"
PASSWORD = "mot hai ba bon nam"


def test_a_person_is_added_listed_changed_and_removed(loaded: Airslot) -> None:
    loaded("user", "add", "quan.tri@example.org", "--role", "admin")
    outlet = loaded("occurrences", "--json").json["items"][0]["outlet"]
    added = loaded(
        "user", "add", EMAIL, "--role", "editor", "--outlet", outlet, "--password-stdin", "--json",
        given=PASSWORD.encode() + b"\n",
    )  # fmt: skip
    assert added.code == 0, added.err
    one = added.json
    assert (one["email"], one["has_password"]) == (EMAIL, True)
    assert [(o["role"], o["outlets"]) for o in one["offices"]] == [("editor", [outlet])]
    assert one in loaded("user", "list", "--json").json
    changed = loaded("user", "change", EMAIL, "--role", "manager", "--no-password", "--json")
    assert (changed.json["offices"][0]["role"], changed.json["has_password"]) == ("manager", False)
    assert loaded("user", "remove", EMAIL).code == 0
    assert EMAIL not in loaded("user", "list").out
    engine = open_engine("sqlite:///var/airslot.db")
    with reading(engine) as connection:
        found, _ = entries(connection, 1)
    engine.dispose()
    deeds = ("remove", "change", "change", "add", "add", "load")
    assert [(e.action, e.door) for e in found] == [(deed, "cli") for deed in deeds]
    assert found[1].after == {"role": "manager", "outlets": []}
    assert found[2].after == {"password": "removed"}
    assert {e.person_id for e in found} == {None}
    assert all(e.who.startswith("command line") for e in found)
    assert PASSWORD not in str(found)


def test_a_wrong_account_is_told(loaded: Airslot) -> None:
    for arguments, said in (
        (("user", "add", EMAIL, "--role", "king"), "viewer, editor, manager, admin"),
        (("user", "add", EMAIL, "--role", "editor", "--outlet", "Đài khác"), "no outlet 'Đài khác'"),
        (("user", "add", EMAIL, "--role", "admin", "--office", "Sở khác"), "no office 'Sở khác'"),
        (("user", "change", EMAIL, "--role", "admin"), "has no account"),
        (("token", "create", "--user", EMAIL), "has no account"),
        (("token", "revoke", "tok_1"), "no token 'tok_1'"),
    ):
        answer = loaded(*arguments)
        assert answer.code in (1, 2) and said in answer.err, answer.err
    assert "no accounts yet" in loaded("user", "list").err


def test_a_link_signs_in(loaded: Airslot) -> None:
    loaded("user", "add", EMAIL, "--role", "admin")
    link = loaded("user", "link", EMAIL).out.strip()
    assert link.startswith("http://127.0.0.1:8000/sign-in/")
    engine = open_engine("sqlite:///var/airslot.db")
    with reading(engine) as connection:
        assert sign_in.owner_of(connection, link.rpartition("/")[2], machine_time=utcnow)
        found, _ = entries(connection, 1)
    assert (found[0].action, found[0].subject_kind, found[0].door) == ("link", "person", "cli")
    engine.dispose()


def test_a_token_is_made_listed_and_revoked(loaded: Airslot) -> None:
    loaded("user", "add", EMAIL, "--role", "manager")
    made = loaded(
        "token", "create", "--user", EMAIL, "--scope", "write", "--label", "Trang tin", "--json"
    ).json
    listed = loaded("token", "list", "--json").json
    assert listed == [{name: value for name, value in made.items() if name != "token"}]
    engine = open_engine("sqlite:///var/airslot.db")
    with reading(engine) as connection:
        found = tokens.find_actor(connection, made["token"], machine_time=utcnow)
    assert found is not None and (found[0].role, found[0].scope) == ("manager", "write")
    assert loaded("token", "revoke", made["id"]).code == 0
    assert "revoked" in loaded("token", "list").out
    assert loaded("token", "revoke", made["id"]).code == 0
    with reading(engine) as connection:
        log, _ = entries(connection, 1, subject_kind="token", subject=made["id"])
        owner = people.find_person(connection, EMAIL)
    assert owner is not None
    assert [(e.action, e.after) for e in log] == [
        ("revoke", None),
        ("create", {"scope": "write", "label": "Trang tin", "person": owner.id}),
    ]
    plain = loaded("token", "create", "--user", EMAIL)
    assert plain.out.startswith("airslot_") and "cannot be shown again" in plain.err
    engine.dispose()
