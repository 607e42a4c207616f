from __future__ import annotations

import json
from pathlib import Path

import pytest

from scheduler.accounts.audit import Entry, entries
from scheduler.accounts.offices import the_office_id
from scheduler.store.database.engine import open_engine, reading
from tests.cli.conftest import Airslot

EMAIL = "nguoi.nhan@example.org"


def test_a_subscriber_is_added_listed_and_removed(loaded: Airslot) -> None:
    options = ("--lang", "en", "--lead", "PT2H", "--lead", "P1D", "--item", "2.2", "--channel", "KG")
    more = ("--quiet", "21:00-06:00", "--digest", "weekly", "--confirmed", "--json")
    added = loaded("subscriber", "add", EMAIL.upper(), *options, *more)
    assert added.code == 0, added.err
    one = added.json
    assert (one["email"], one["state"], one["language"]) == (EMAIL, "active", "en")
    assert one["leads"] == ["P1D", "PT2H"]
    assert one["filters"] == {"plans": [], "items": ["2.2"], "outlets": [], "channels": ["KG"], "kinds": []}
    assert (one["quiet_from"], one["quiet_until"], one["digest"]) == ("21:00", "06:00", "weekly")
    assert loaded("subscriber", "list", "--json").json == {"items": [one], "next": None}
    assert loaded("subscriber", "list", "--state", "pending", "--json").json["items"] == []
    table = loaded("subscriber", "list").out
    assert "items 2.2; channels KG" in table and "21:00-06:00" in table
    Path("var/mail").mkdir()
    Path("var/mail/1.eml").write_bytes(f"To: {EMAIL}\r\n\r\n".encode())
    assert loaded("subscriber", "remove", EMAIL).code == 0
    assert list(Path("var/mail").iterdir()) == []
    assert loaded("subscriber", "list", "--json").json["items"] == []
    assert "Nobody is subscribed" in loaded("subscriber", "list").out


def test_who_asks_for_a_digest_alone_gets_no_lead(loaded: Airslot) -> None:
    alone = loaded("subscriber", "add", EMAIL, "--digest", "weekly", "--json").json
    both = loaded("subscriber", "add", f"x{EMAIL}", "--digest", "weekly", "--lead", "P1D", "--json").json
    plain = loaded("subscriber", "add", f"y{EMAIL}", "--json").json
    assert (alone["leads"], both["leads"], plain["leads"]) == ([], ["P1D"], ["P1D"])


def test_without_confirmed_they_are_asked(loaded: Airslot) -> None:
    added = loaded("subscriber", "add", EMAIL)
    assert (added.code, "pending" in added.out) == (0, True)
    assert "asks them to confirm" in added.err
    owed = loaded("subscriber", "export", EMAIL).json
    assert [(one["what"], one["state"]) for one in owed["reminders"]] == [("confirm", "due")]
    assert [one["purpose"] for one in owed["links"]] == ["confirm"]
    assert owed["subscriber"]["leads"] == ["P1D"]


def test_an_export_holds_all_that_is_kept(loaded: Airslot) -> None:
    loaded("subscriber", "add", EMAIL, "--confirmed", "--lead", "none", "--no-notices")
    loaded("feed", "create", "--subscriber", EMAIL, "--label", "Lịch")
    loaded("subscriber", "suppress", EMAIL)
    kept = loaded("subscriber", "export", EMAIL).json
    assert kept["subscriber"]["state"] == "suppressed"
    assert kept["suppressed"]["reason"] == "person"
    assert [one["label"] for one in kept["feeds"]] == ["Lịch"]
    assert (kept["subscriber"]["leads"], kept["subscriber"]["notices"]) == ([], False)
    assert "hash" not in json.dumps(kept) and "salt" not in json.dumps(kept)


def test_a_suppressed_address_is_refused_until_it_is_allowed(loaded: Airslot) -> None:
    loaded("subscriber", "suppress", EMAIL)
    refused = loaded("subscriber", "add", EMAIL, "--confirmed")
    assert refused.code == 1
    assert "airslot subscriber allow" in refused.err
    assert "may be added" in loaded("subscriber", "allow", EMAIL).err
    assert loaded("subscriber", "add", EMAIL, "--confirmed").code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("add", "nobody"), 2, "no mail address"),
        (("add", EMAIL, "--lead", "soon"), 2, "no lead"),
        (("add", EMAIL, "--item", "9.9"), 2, "nothing named '9.9'"),
        (("add", EMAIL, "--lang", "fr"), 2, "no language"),
        (("add", EMAIL, "--digest", "hourly"), 2, "no digest"),
        (("add", EMAIL, "--quiet", "late"), 2, "21:00-06:00"),
        (("add", EMAIL, "--timezone", "Nowhere"), 2, "no time zone"),
        (("list", "--state", "gone"), 2, "no state"),
        (("remove", EMAIL), 1, "is no subscriber"),
        (("export", "x"), 2, "no mail address"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    loaded: Airslot, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = loaded("subscriber", *arguments)
    assert done.code == code
    assert told in " ".join(done.err.replace("│", " ").split())
    assert "Traceback" not in done.err


def test_a_feed_is_made_listed_and_ended(loaded: Airslot) -> None:
    made = loaded("feed", "create", "--label", "Lịch của tôi", "--item", "2.2", "--alarm", "P1D")
    assert made.code == 0, made.err
    address = made.out.strip()
    assert address.startswith("http://127.0.0.1:8000/feeds/") and address.endswith(".ics")
    [one] = loaded("feed", "list", "--json").json["items"]
    assert one["id"] in made.err
    assert (one["label"], one["filters"]["items"], one["revoked_at"]) == ("Lịch của tôi", ["2.2"], None)
    assert address.rpartition("/")[2][:-4] not in loaded("feed", "list").out
    assert loaded("feed", "revoke", one["id"]).code == 0
    assert loaded("feed", "list", "--json").json["items"][0]["revoked_at"]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("create", "--item", "9.9"), 2, "nothing named"),
        (("create", "--alarm", "often"), 2, "alarms="),
        (("create", "--lang", "fr"), 2, "no language"),
        (("create", "--subscriber", "a@example.org"), 1, "is no subscriber"),
        (("create", "--subscriber", "a@example.org", "--item", "2.2"), 2, "follows their filter"),
        (("revoke", "feed_0"), 1, "no feed"),
    ],
)
def test_a_feed_that_cannot_be_is_told(
    loaded: Airslot, arguments: tuple[str, ...], code: int, told: str
) -> None:
    done = loaded("feed", *arguments)
    assert done.code == code
    assert told in " ".join(done.err.replace("│", " ").split())


def test_each_write_is_a_line_of_the_audit_log_that_names_the_command_line(loaded: Airslot) -> None:
    assert loaded("subscriber", "add", EMAIL, "--confirmed").code == 0
    for command in ("suppress", "allow", "remove"):
        assert loaded("subscriber", command, EMAIL).code == 0
    loaded("subscriber", "suppress", "khac@example.org")
    made = loaded("feed", "create", "--label", "Lịch", "--json").json["id"]
    assert loaded("feed", "revoke", made).code == 0

    lines = log()
    told = [(one.action, one.subject_kind) for one in lines]
    writes = ("add", "suppress", "allow", "remove", "suppress")
    assert told == [*((action, "subscriber") for action in writes), ("create", "feed"), ("revoke", "feed")]
    assert all(one.door == "cli" and one.who.startswith("command line") for one in lines)
    assert "example.org" not in repr(lines)


def log() -> list[Entry]:
    """What the log of the office tells of subscribers and feeds, the oldest first."""
    engine = open_engine("sqlite:///var/airslot.db")
    with reading(engine) as connection:
        found, _ = entries(connection, the_office_id(connection))
    engine.dispose()
    return [one for one in reversed(found) if one.subject_kind in ("subscriber", "feed")]
