"""A time that the clocks skip is told when a plan is compared and loaded, and on the airing's page."""

from __future__ import annotations

from tests.desk.doors import Doors, open_doors
from tests.desk.samples import PLAN, Offices

BERLIN = (
    PLAN.replace("phat-song-2024", "sonntags")
    .replace("Asia/Ho_Chi_Minh", "Europe/Berlin")
    .replace("17 giờ 45 phút thứ Tư, Tuần 3", "2 giờ 30 phút Chủ nhật hằng tuần,")
)


def test_a_plan_that_is_compared_or_loaded_tells_the_time_that_the_clocks_skip(offices: Offices) -> None:
    for done in (offices.compare_document(BERLIN), offices.load_document(BERLIN)):
        [(item, notice)] = [each for each in done.notices if "03:30" in each[1].en]
        assert item == "2.2" and "31 March 2024" in notice.en and "31/03/2024" in notice.vi


def test_the_page_of_the_airing_tells_what_it_becomes(offices: Offices) -> None:
    offices.load_document(BERLIN)
    gap, other = (offices.row(day, slug="sonntags") for day in ("2024-03-31", "2024-04-07"))
    with open_doors(offices) as doors:
        for language, words in (("en", "it becomes 03:30"), ("vi", "sẽ thành 03:30")):
            assert words in page(doors, gap.id, language)
            assert words not in page(doors, other.id, language)


def page(doors: Doors, occurrence_id: str, language: str) -> str:
    cookie, _ = doors.cookies["manager"]
    given = {"Accept": "text/html", "Cookie": f"__Host-airslot={cookie}"}
    answer = doors.service.client.get(f"/occurrences/{occurrence_id}?lang={language}", headers=given)
    assert answer.status_code == 200
    return answer.text
