"""The desk as the home page: what it shows to whom, how quickly, and that each entry leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from time import process_time

import httpx
import pytest

from scheduler.desk import delivery, one_offs
from scheduler.desk.proofs import Proof
from scheduler.store.database.engine import transaction
from scheduler.store.tables import plan
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OFFICE, OWN, PLAN, Offices

QUOTAS = """\
  - {number: "3", title: Tin bài, outlet: Báo, when: Thường xuyên, target: 39 bài viết và 37 ảnh/năm}
"""
DAILY = """\
  - number: "{n}"
    title: Thời sự {n}
    outlet: Đài PT-TH
    when: 17 giờ 45 phút hằng ngày Kênh KG
    minutes: 5
"""


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    offices.load(PLAN.replace("total: 6000", QUOTAS + "total: 6000"))
    with open_doors(offices) as opened:
        yield opened


def look(doors: Doors, who: str, path: str = "/") -> httpx.Response:
    cookie, _ = doors.cookies[who]
    headers = {"Cookie": f"__Host-airslot={cookie}", "Accept": "text/html"}
    return doors.service.client.get(path, headers=headers)


def send(doors: Doors, who: str, path: str, **fields: object) -> httpx.Response:
    cookie, proof = doors.cookies[who]
    headers = {"Cookie": f"__Host-airslot={cookie}", "Accept": "text/html"}
    return doors.service.client.post(path, data={"csrf": proof} | fields, headers=headers)


def test_who_is_signed_in_comes_to_the_desk_and_a_stranger_to_the_plans(doors: Doors) -> None:
    assert "Bàn làm việc" in look(doors, "viewer").text
    assert "The desk" in look(doors, "viewer", "/?lang=en").text
    assert "Bàn làm việc" not in doors.service.client.get("/").text


def test_a_station_sees_its_own_outlet_alone(doors: Doors) -> None:
    own, all_ = look(doors, "station").text, look(doors, "manager").text
    assert "Chuyên mục" in own and "Tin bài" not in own and ">Tin<" not in own
    assert re.findall(r'class="count">(\d+)<', own)[0] == "3"
    assert re.findall(r'class="count">(\d+)<', all_)[0] == "6"
    assert "Thư sẽ gửi" in all_ and "Thư sẽ gửi" not in own
    assert "0 trên 39" in all_ and "chậm: đến hôm nay lẽ ra phải đạt 9" in all_
    # Nothing of the other office, whose plan is public.
    assert "Bản tin" not in all_


def test_who_only_looks_has_nothing_to_tick(doors: Doors) -> None:
    page = look(doors, "viewer").text
    assert "Quá hạn, chưa xác nhận" in page and "checkbox" not in page and "/batch" not in page


def test_every_link_of_the_desk_leads_somewhere(doors: Doors) -> None:
    office = doors.offices
    office.do(delivery.deliver, office.row("2024-03-20").id, Proof("aired"))
    for minute in (0, 5):
        at = datetime(2024, 4, 10, 9, minute)
        office.do(one_offs.add_one_off, OWN, "2.2", at, channel="KG", minutes=20)
    page = look(doors, "admin").text
    assert "Trùng giờ trên cùng kênh" in page and "đã xác nhận" in page
    links = {each.replace("&amp;", "&") for each in re.findall(r'<a [^>]*href="(/[^"#]*)', page)}
    assert len(links) > 15
    assert [each for each in sorted(links) if look(doors, "admin", each).status_code >= 400] == []


def test_an_office_without_a_plan_is_shown_how_to_begin(doors: Doors) -> None:
    with transaction(doors.offices.engine) as connection:
        connection.execute(plan.update().values(office_id=doors.offices.ids["Sở Tư pháp"]))
    assert (
        "/plans/load" in look(doors, "manager").text and "Chưa có kế hoạch nào" in look(doors, "manager").text
    )
    assert 'href="/plans/load"' not in look(doors, "viewer").text


def test_to_miss_is_shown_first_with_one_reason_and_then_done(doors: Doors) -> None:
    office = doors.offices
    ids = [office.row(day).id for day in ("2024-01-17", "2024-02-21")]
    shown = send(doors, "station", "/batch", deed="miss", occurrence=ids)
    assert shown.status_code == 200 and "Sẽ ghi là bỏ lỡ: 2." in shown.text and "required" in shown.text
    assert office.row("2024-01-17").state == "planned"
    refused = send(doors, "station", "/batch", deed="miss", occurrence=ids, sure="yes")
    assert refused.status_code == 422 and 'role="alert"' in refused.text
    done = send(
        doors, "station", "/batch", deed="miss", occurrence=ids, sure="yes", reason="Mất điện", back="/"
    )
    assert done.status_code == 303
    page = look(doors, "station", done.headers["location"]).text
    assert "Đã ghi là bỏ lỡ: 2." in page and "Hoàn tác" in page
    assert [office.row(day).state for day in ("2024-01-17", "2024-02-21")] == ["missed", "missed"]


def test_a_move_asks_by_how_much_and_shows_it(doors: Doors) -> None:
    one = doors.offices.row("2024-05-15")
    asked = send(doors, "station", "/batch", deed="move", occurrence=[one.id])
    assert 'name="days"' in asked.text and "Thực hiện" not in asked.text
    for days, status in (("x", 422), ("9999", 422), ("-1", 200)):
        shown = send(doors, "station", "/batch", deed="move", occurrence=[one.id], days=days, show="yes")
        assert shown.status_code == status, days
    assert "Sẽ dời: 1. Lần phát lại dời theo: 1." in shown.text
    done = send(doors, "station", "/batch", deed="move", occurrence=[one.id], days="-1", sure="yes")
    assert done.status_code == 303 and doors.offices.again(one).start == datetime(2024, 5, 14, 17, 45)


def test_nothing_ticked_and_anothers_outlet_are_told(doors: Doors) -> None:
    assert "Hãy đánh dấu" in send(doors, "station", "/batch", deed="deliver").text
    window = doors.offices.row("2024-03-01", "window")
    refused = send(doors, "station", "/batch", deed="deliver", occurrence=[window.id])
    assert refused.status_code == 403 and doors.offices.again(window).state == "planned"
    outside = send(
        doors, "station", "/batch", occurrence=[doors.offices.row("2024-03-20").id], back="//evil.example"
    )
    assert outside.headers["location"].startswith("/?act=")


def test_the_calendar_and_the_list_confirm_at_once(doors: Doors) -> None:
    one = doors.offices.row("2024-03-20")
    for path in ("/calendar/month/2024-03", "/calendar/week/2024-03-18", "/calendar/list/2024-03-20"):
        assert f'value="{one.id}"' in look(doors, "station", path).text
        for who in ("viewer", "paper", "other"):
            assert f'value="{one.id}"' not in look(doors, who, path).text, (who, path)
    done = send(doors, "station", "/batch", occurrence=[one.id], back="/calendar/month/2024-03?item=2.2")
    assert done.headers["location"].startswith("/calendar/month/2024-03?item=2.2&act=")
    page = look(doors, "station", done.headers["location"]).text
    assert "Đã xác nhận: 1." in page and f'value="{one.id}"' not in page


@pytest.mark.parametrize("who", ["admin", "station"])
def test_the_desk_of_five_thousand_dates_is_quick_and_small(offices: Offices, who: str) -> None:
    items = "".join(DAILY.replace("{n}", str(10 + n)).replace("17 giờ", f"{6 + n} giờ") for n in range(14))
    offices.load(PLAN.replace("total: 6000", QUOTAS + items + "total: 6000"))
    assert len(offices.rows()) > 5_000
    with open_doors(offices) as doors:
        look(doors, who)
        times = []
        for _ in range(5):
            began = process_time()
            page = look(doors, who)
            times.append(process_time() - began)
    assert page.status_code == 200 and len(page.content) <= 300_000
    assert min(times) <= 0.2, times
    assert len(doors.offices.log(of=OFFICE)) >= 0
