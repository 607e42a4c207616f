"""The proof inbox: a link opens one outlet's list alone, and nothing is booked without a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from api.masking import masked
from scheduler.accounts import people
from scheduler.clock import FixedClock
from scheduler.desk import inbox, occurrences
from scheduler.desk.inbox import Given
from scheduler.desk.keys import end_keys
from scheduler.errors import Conflict, Forbidden, Invalid, NotFound
from scheduler.retention import keep_house
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.database.schema import HEAD, downgrade, migrate
from scheduler.store.inbox import InboxLink, Proposal, given_by_link, links_of_plan
from scheduler.store.inbox_tables import inbox_link, proposal
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.piece_tables import file
from scheduler.store.pieces import Piece, PieceFilter, find_pieces
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OFFICE, OTHER_OFFICE, OWN, PAPER, STATION, Offices

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)
PHOTO = b"\x89PNG\r\n\x1a\n" + b"x" * 20
JANUARY, MAY = "2024-01-17", "2024-05-15"


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def made(offices: Offices, outlet: str = STATION, **facts: Any) -> tuple[InboxLink, str]:
    found: tuple[InboxLink, str] = offices.do(inbox.make_link, OWN, outlet, FIRST, LAST, **facts)
    return found


def given(offices: Offices, token: str, on: str = JANUARY, **facts: Any) -> Proposal:
    facts = facts or {"link": "https://dai.example.vn/1"}
    found: Proposal = offices.do(inbox.give, token, Given(offices.row(on).id, **facts), actor=None)
    return found


def due(offices: Offices, token: str) -> list[Occurrence]:
    with reading(offices.engine) as connection:
        link = inbox.open_link(connection, token, offices.machine_time)
        return inbox.due_list(connection, link)


def pieces(offices: Offices) -> list[Piece]:
    with reading(offices.engine) as connection:
        return find_pieces(connection, PieceFilter(OWN))


def test_a_link_shows_what_its_outlet_owes_in_its_days_and_nothing_else(offices: Offices) -> None:
    _, token = made(offices)
    assert [(str(one.start)[:10], one.kind) for one in due(offices, token)] == [
        ("2024-01-17", "premiere"), ("2024-02-21", "premiere"), ("2024-03-20", "premiere"),
    ]  # fmt: skip
    _, of_paper = made(offices, PAPER)
    assert {one.outlet for one in due(offices, of_paper)} == {PAPER}


def test_the_token_is_kept_as_a_hash_alone(offices: Offices) -> None:
    _, token = made(offices)
    with reading(offices.engine) as connection:
        rows = connection.execute(select(inbox_link)).all()
    assert token not in str(rows) and len(token) >= 32
    assert token not in str(offices.log())


def test_a_link_that_ended_opens_nothing(offices: Offices) -> None:
    link, token = made(offices)
    _, other = made(offices, days=1)
    offices.do(inbox.revoke_link, OWN, link.id)
    for dead in (token, "", "không", "x" * 99, other[:-1]):
        with pytest.raises(NotFound) as refused:
            due(offices, dead)
        assert refused.value.code == "dead-link"
        with pytest.raises(NotFound):
            offices.do(inbox.give, dead, Given(offices.row(JANUARY).id, note="x"), actor=None)
    with transaction(offices.engine) as connection:
        connection.execute(inbox_link.update().values(expires_at=offices.machine_time()))
    with pytest.raises(NotFound):
        due(offices, other)


def test_what_is_given_waits_and_books_nothing(offices: Offices) -> None:
    _, token = made(offices)
    before = offices.rows()
    waits = given(offices, token, note="Đã phát", file=("anh.png", PHOTO))
    assert (waits.state, waits.outlet, waits.file_name) == ("waiting", STATION, "anh.png")
    assert offices.rows() == before and pieces(offices) == []
    told = offices.log()[0]
    assert (told.action, told.who, told.person_id) == ("give", f"outlet ({STATION})", None)


def test_a_person_accepts_and_it_is_as_if_they_had_recorded_it(offices: Offices) -> None:
    _, token = made(offices)
    waits = given(offices, token, link="https://dai.example.vn/1", note="Đã phát", file=("a.png", PHOTO))
    again = given(offices, token, note="Thêm")
    assert offices.do(inbox.accept, waits.id).state == "accepted"
    [piece] = pieces(offices)
    [proof] = piece.proofs
    assert offices.row(JANUARY).state == "delivered" and piece.who == "An"
    assert (proof.kind, proof.link, proof.note) == (
        "aired",
        "https://dai.example.vn/1",
        f"{STATION}: Đã phát",
    )
    assert (proof.file, proof.file_name) == (waits.file, "a.png")
    offices.do(inbox.accept, again.id)
    assert [each.note for each in pieces(offices)[0].proofs] == [f"{STATION}: Đã phát", f"{STATION}: Thêm"]
    for deed, more in ((inbox.accept, ()), (inbox.decline, ("Trùng",))):
        with pytest.raises(Conflict) as refused:
            offices.do(deed, waits.id, *more)
        assert refused.value.code == "proposal-decided"


def test_a_person_declines_with_a_reason(offices: Offices) -> None:
    link, token = made(offices)
    waits = given(offices, token)
    with pytest.raises(Invalid):
        offices.do(inbox.decline, waits.id, " ")
    offices.do(inbox.decline, waits.id, "Ảnh mờ")
    with reading(offices.engine) as connection:
        [known] = given_by_link(connection, link.id)
    assert (known.state, known.reason, known.decided_by) == ("declined", "Ảnh mờ", "An")
    assert offices.row(JANUARY).state == "planned" and pieces(offices) == []
    assert offices.log()[0].action == "turn-down"


def test_an_accepting_that_cannot_be_booked_leaves_it_waiting(offices: Offices) -> None:
    link, token = made(offices)
    waits = given(offices, token)
    one = offices.row(JANUARY)
    offices.do(occurrences.cancel, one.id)
    with pytest.raises(Conflict) as refused:
        given(offices, token)
    assert refused.value.code == "takes-nothing"
    with pytest.raises(Conflict):
        offices.do(inbox.accept, waits.id)
    with reading(offices.engine) as connection:
        assert [one.state for one in given_by_link(connection, link.id)] == ["waiting"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"day": date(2024, 1, 17)}, "bad-given"),
        ({"note": " "}, "bad-given"),
        ({"link": "javascript:alert(1)"}, "bad-link"),
        ({"note": "x\x00"}, "bad-note"),
        ({"note": "x" * 2_001}, "bad-note"),
        ({"file": ("a.png", b"<svg onload=alert(1)>")}, "file-type"),
        ({"file": ("a.png", PHOTO + b"x" * 5_000_000)}, "file-too-large"),
        ({"note": "x", "day": date(2030, 1, 1)}, "bad-day"),
    ],
)
def test_what_is_given_is_checked_as_a_proof_is(offices: Offices, facts: dict[str, Any], code: str) -> None:
    _, token = made(offices)
    with pytest.raises(Invalid) as refused:
        given(offices, token, **facts)
    assert refused.value.code == code


def test_nothing_is_given_for_what_the_link_does_not_show(offices: Offices) -> None:
    _, token = made(offices, PAPER)
    for day in (JANUARY, MAY):
        with pytest.raises(Invalid) as refused:
            given(offices, token, day)
        assert refused.value.code == "bad-occurrence"


def test_a_link_cannot_fill_the_database(offices: Offices) -> None:
    _, token = made(offices)
    for n in range(inbox.MOST_WAITING):
        given(offices, token, note=str(n))
    with pytest.raises(Conflict) as refused:
        given(offices, token, note="noch")
    assert refused.value.code == "inbox-full"


def test_the_page_keeps_its_key_to_itself(doors: Doors) -> None:
    """Not kept, not indexed, not told to another site or a script, masked in the log; dead keys likewise."""
    _, token = made(doors.offices)
    doors.offices.do(inbox.make_link, OWN, PAPER, FIRST, LAST)
    client = doors.service.client
    for key, status in ((token, 200), (f"{token[:-1]}_", 404)):
        answer = client.get(f"/give/{key}")
        assert answer.status_code == status
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-robots-tag"] == "noindex"
        assert "script-src" not in answer.headers["content-security-policy"]
    page = client.get(f"/give/{token}")
    assert page.headers["referrer-policy"] == "no-referrer" and "<script" not in page.text
    assert "Chuyên mục" in page.text and PAPER not in page.text.replace("Báo cáo", "")
    assert "5.000" not in page.text and "@" not in page.text
    assert masked(f"GET /give/{token}") == f"GET /give/{token[:4]}…"
    assert "/give/" in client.get("/robots.txt").text


def test_a_large_file_is_taken_behind_a_good_key_alone(doors: Doors) -> None:
    _, token = made(doors.offices)
    client, one = doors.service.client, doors.offices.row(JANUARY).id
    for key, status in ((token, 200), ("khong", 404)):
        photo = {"file": ("a.png", PHOTO + b"x" * 200_000, "image/png")}
        assert client.post(f"/give/{key}", data={"occurrence": one}, files=photo).status_code == status
    shown = doors.ask("station", "GET", f"/plans/{OWN}/inbox").json()
    [waits] = shown["waiting"]
    assert (waits["file_name"], waits["state"]) == ("a.png", "waiting")
    path = f"/proposals/{waits['id']}/file"
    for who, status in (("station", 200), ("paper", 403), ("other", 404)):
        cookie = {"Cookie": f"__Host-airslot={doors.cookies[who][0]}"}
        assert client.get(path, headers=cookie).status_code == status, who
    assert client.get(path).status_code == 401
    decided = {"accepted": False, "reason": "Mờ"}
    answer = doors.ask("station", "POST", f"/proposals/{waits['id']}/decision", json=decided)
    assert (answer.status_code, answer.json()["state"]) == (200, "declined")
    assert "Mờ" in client.get(f"/give/{token}").text


def test_links_are_counted_as_keys(offices: Offices) -> None:
    with open_doors(offices, stranger_keys_per_minute=2, proxies="127.0.0.1") as opened:
        found = [
            opened.service.client.get("/give/x", headers={"X-Forwarded-For": "203.0.113.9"}).status_code
            for _ in range(3)
        ]
    assert found == [404, 404, 429]


def test_who_works_for_another_outlet_or_office_neither_makes_nor_decides(offices: Offices) -> None:
    link, token = made(offices)
    waits = given(offices, token)
    paper = offices.actor("editor", outlets=frozenset({PAPER}))
    for actor, wrong in (
        (paper, Forbidden), (offices.actor("viewer"), Forbidden),
        (offices.actor("admin", OTHER_OFFICE), NotFound),
    ):  # fmt: skip
        for deed, facts in (
            (inbox.make_link, (OWN, STATION, FIRST, LAST)),
            (inbox.revoke_link, (OWN, link.id)),
            (inbox.accept, (waits.id,)),
            (inbox.decline, (waits.id, "x")),
        ):
            with pytest.raises(wrong):
                offices.do(deed, *facts, actor=actor)
    station = offices.actor("editor", outlets=frozenset({STATION}))
    with reading(offices.engine) as connection:
        assert inbox.inbox_of(connection, paper, offices.plan()) == ([], [])
        links, waiting = inbox.inbox_of(connection, station, offices.plan())
    assert ([one.id for one in links], [one.id for one in waiting]) == ([link.id], [waits.id])
    with reading(offices.engine) as connection, pytest.raises(Forbidden):
        inbox.inbox_of(connection, offices.actor("viewer"), offices.plan())


def test_a_link_is_for_an_outlet_of_the_plan_and_some_days(offices: Offices) -> None:
    for facts, code in (
        ((OWN, "Báo khác", FIRST, LAST), "bad-outlet"),
        ((OWN, STATION, LAST, FIRST), "bad-last"),
        ((OWN, STATION, FIRST, LAST, 0), "bad-days"),
        ((OWN, STATION, FIRST, LAST, 91), "bad-days"),
    ):
        with pytest.raises(Invalid) as refused:
            offices.do(inbox.make_link, *facts)
        assert refused.value.code == code


def test_the_links_of_who_leaves_end(offices: Offices) -> None:
    with transaction(offices.engine) as connection:
        one = people.add_person(
            connection,
            "b@example.org",
            "editor",
            office_id=offices.ids[OFFICE],
            machine_time=offices.machine_time,
        )
    _, token = made(offices)
    with transaction(offices.engine) as connection:
        connection.execute(inbox_link.update().values(person_id=one.id))
    offices.do(end_keys, one.id)
    with pytest.raises(NotFound):
        due(offices, token)


def test_the_night_removes_old_links_and_files_that_nothing_names(offices: Offices) -> None:
    """What waits stays, and so does the file of a piece."""
    keys = [made(offices)[1] for _ in range(3)]
    waits = given(offices, keys[0], "2024-02-21", file=("a.png", PHOTO + b"a"))
    taken = given(offices, keys[1], file=("b.png", PHOTO + b"b"))
    no = given(offices, keys[2], file=("c.png", PHOTO + b"c"))
    offices.do(inbox.accept, taken.id)
    offices.do(inbox.decline, no.id, "Mờ")
    settings = Settings(keep_keys_days=30)
    for weeks in range(30):
        at = offices.machine_time() + timedelta(weeks=weeks, days=1)
        keep_house(offices.engine, at, settings, FixedClock(at).now)
    with reading(offices.engine) as connection:
        assert set(connection.scalars(select(file.c.sha256))) == {waits.file, taken.file}
        assert list(connection.scalars(select(proposal.c.id))) == [waits.id]


def test_the_migration_goes_down_and_up_with_data(offices: Offices) -> None:
    """What was accepted is a piece and stays; a link is asked for anew."""
    _, token = made(offices)
    offices.do(inbox.accept, given(offices, token).id)
    given(offices, token, "2024-02-21", note="x")
    kept = pieces(offices)
    downgrade(offices.engine, "2026_12_01_graded_conflicts")
    assert pieces(offices) == kept
    migrate(offices.engine)
    assert HEAD == "2026_12_01_proof_inbox" and pieces(offices) == kept
    with reading(offices.engine) as connection:
        assert links_of_plan(connection, offices.plan().id) == []
    assert given(offices, made(offices)[1], note="nữa").state == "waiting"
