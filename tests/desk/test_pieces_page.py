"""The page of an item's pieces: n of m, a form with a file, withdrawing, and files that nothing runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from scheduler.store.database.engine import transaction
from scheduler.store.piece_tables import file
from scheduler.store.pieces import PieceFilter, find_pieces
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OWN, PLAN, Offices
from tests.desk.test_desk_page import QUOTAS, look, send

AT = f"/plans/{OWN}/items/3/pieces"
PHOTO = b"\xff\xd8\xff\xe0" + b"anh" * 100


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    offices.load(PLAN.replace("total: 6000", QUOTAS + "total: 6000"))
    with open_doors(offices) as opened:
        yield opened


def give(doors: Doors, who: str, content: bytes, name: str = "Ảnh <1>.jpg", **fields: str) -> httpx.Response:
    cookie, proof = doors.cookies[who]
    wanted = {
        "csrf": proof,
        "plan": OWN,
        "item": "3",
        "unit": "ảnh",
        "day": "2024-03-05",
        "kind": "published",
    }
    return doors.service.client.post(
        "/pieces",
        data=wanted | fields,
        files={"file": (name, content, "text/html")},
        headers={"Cookie": f"__Host-airslot={cookie}", "Accept": "text/html"},
    )


def stored(doors: Doors) -> int:
    with transaction(doors.offices.engine) as connection:
        return len(connection.execute(file.select()).all())


def test_a_photo_is_recorded_counted_withdrawn_and_counted_again(doors: Doors) -> None:
    assert "0 trên 37" in look(doors, "paper", AT).text
    done = give(doors, "paper", PHOTO, count="3", title="Bộ ảnh", link="https://example.org/tin")
    assert done.status_code == 303, done.text
    page = look(doors, "paper", done.headers["location"]).text
    for shown in (
        "3 trên 37",
        "0 trên 39",
        "Bộ ảnh",
        "https://example.org/tin",
        "Đã ghi nhận: 1.",
        "Hoàn tác",
    ):
        assert shown in page, shown
    assert "Ảnh &lt;1&gt;.jpg" in page and "paper" in page
    desk = look(doors, "paper").text
    assert "3 trên 37" in desk and "ghi nhận sản phẩm" in desk
    assert "ghi nhận sản phẩm" not in look(doors, "station").text
    piece = re.search(r'action="/pieces/(\d+)/withdraw"', page)
    assert piece
    refused = send(doors, "paper", f"/pieces/{piece[1]}/withdraw", reason="")
    assert refused.status_code == 422 and 'role="alert"' in refused.text
    gone = send(doors, "paper", f"/pieces/{piece[1]}/withdraw", reason="Trùng bài trước")
    page = look(doors, "paper", gone.headers["location"]).text
    assert "0 trên 37" in page and "Trùng bài trước" in page and "Đã rút lại: 1." in page
    act = re.search(r'name="act" value="(\w+)"', page)
    assert act and send(doors, "paper", "/undo", act=act[1], back=AT).status_code == 303
    assert "3 trên 37" in look(doors, "paper", AT).text


def test_a_file_is_given_back_to_be_kept_and_to_its_office_alone(doors: Doors) -> None:
    for _ in range(2):
        assert give(doors, "paper", PHOTO).status_code == 303
    assert stored(doors) == 1
    with transaction(doors.offices.engine) as connection:
        one, other = find_pieces(connection, PieceFilter(OWN, item="3"))
    assert one.proofs[0].file == other.proofs[0].file and len(one.proofs[0].file or "") == 64
    path = f"/proofs/{one.proofs[0].id}/file"
    answer = look(doors, "viewer", path)
    assert answer.content == PHOTO and answer.headers["content-type"] == "image/jpeg"
    told = answer.headers["content-disposition"]
    assert told.startswith('attachment; filename="_nh_1_.jpg"') and "<" not in told
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert look(doors, "other", path).status_code == 404
    assert doors.service.client.get(path).status_code == 401
    assert look(doors, "viewer", "/proofs/999/file").status_code == 404


@pytest.mark.parametrize(
    "content", [b"<script>alert(1)</script>", b"MZ\x90\x00", b"", b"\x00" * 20, b"GIF89a<script>"]
)
def test_what_is_no_picture_is_refused_whatever_it_is_called(doors: Doors, content: bytes) -> None:
    refused = give(doors, "paper", content, title="Giữ lại")
    assert refused.status_code == 422 and "Tệp không phải ảnh" in refused.text
    assert "Giữ lại" in refused.text, "what was written is still there"
    assert stored(doors) == 0 and "0 trên 37" in look(doors, "paper", AT).text


def test_who_may_not_record_stores_no_file(doors: Doors) -> None:
    for who in ("viewer", "station", "other"):
        assert give(doors, who, PHOTO).status_code in (403, 404), who
    assert give(doors, "paper", b"\xff\xd8\xff" + b"0" * 5_500_000).status_code in (413, 422)
    assert give(doors, "viewer", b"\xff\xd8\xff" + b"0" * 200_000).status_code in (403, 413)
    assert stored(doors) == 0
    assert (
        "+ Ghi nhận" not in look(doors, "viewer").text and "/withdraw" not in look(doors, "viewer", AT).text
    )


def test_of_an_occurrence_the_piece_delivers_it(doors: Doors) -> None:
    one = doors.offices.row("2024-03-20")
    at = f"/plans/{OWN}/items/2.2/pieces"
    page = look(doors, "station", f"{at}?occurrence={one.id}").text
    assert f'name="occurrence" value="{one.id}"' in page and 'value="2024-03-20"' in page
    done = give(
        doors, "station", PHOTO, item="2.2", unit="", occurrence=one.id, kind="aired", day="2024-03-20"
    )
    assert done.status_code == 303, done.text
    assert doors.offices.again(one).state == "delivered"
    assert "/file" in look(doors, "viewer", f"/occurrences/{one.id}").text
