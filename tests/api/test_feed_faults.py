"""No fault of a feed looks like a calendar: a 200 with another body empties the reader's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from scheduler.feeds import publication
from scheduler.store.database.engine import transaction
from scheduler.store.plans.plan_rows import save_plan
from scheduler.store.plans.read_model import Plan, get_plan
from tests.api.small_office import FEED, Office
from tests.calendars.reading import listed


def assert_problem(answer: httpx.Response, status: int) -> None:
    """A problem document: no page, no calendar, nothing that a client would take for a feed."""
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["status"] == status
    assert answer.headers["cache-control"] == "no-store"
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/plans/noi-bo.ics",
        "/plans/none.ics",
        "/plans/.ics",
        "/plans/%00.ics",
        f"/plans/{'a' * 300}.ics",
        "/plans/ệ.ics",
    ],
)
def test_plan_that_is_not_public_or_not_there_is_not_found(office: Office, path: str) -> None:
    assert_problem(office.client.get(path, headers={"Accept": "text/html"}), 404)


def test_private_plan_is_refused_in_the_words_for_one_that_is_not_there(office: Office) -> None:
    private, none = office.client.get("/plans/noi-bo.ics").json(), office.client.get("/plans/none.ics").json()
    assert {k: v for k, v in private.items() if k != "detail"} == {
        k: v for k, v in none.items() if k != "detail"
    }
    assert private["detail"].replace("noi-bo", "none") == none["detail"]


def test_plan_that_stops_being_public_is_gone_at_once(office: Office) -> None:
    held = {"If-None-Match": office.client.get(FEED).headers["etag"]}
    with transaction(office.engine) as connection:
        plan = get_plan(connection, "phat-song-2024")
        facts = {
            name: getattr(plan, name) for name in ("slug", "title", "office", "year", "first_day", "last_day")
        }
        save_plan(connection, Plan(public=False, **facts), office.machine[0])
    assert_problem(office.client.get(FEED, headers=held), 404)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("form=list", "form"),
        ("form=", "form"),
        ("form=series&form=expanded", "form"),
        ("from=2024-01-01", "from"),
        ("alarms=soon", "alarms"),
        ("alarms=P", "alarms"),
        ("alarms=PT", "alarms"),
        ("alarms=PT0M", "alarms"),
        ("alarms=P29D", "alarms"),
        ("alarms=-P1D", "alarms"),
        ("alarms=P1D,", "alarms"),
        ("alarms=P1D,P2D,P3D,P4D,P5D,P6D", "alarms"),
        ("alarms=%D9%A1", "alarms"),
        ("lang=fr", "lang"),
        # Misspelt, or those of REST: passed over, they would give another calendar than was asked for.
        ("alarm=P1D", "alarm"),
        ("Form=series", "Form"),
        ("form_=series", "form_"),
        ("language=en", "language"),
        ("item=2.2", "item"),
        ("fbclid=x&forms=series", "forms"),
    ],
)
def test_unknown_parameter_or_value_is_refused_by_name(office: Office, query: str, parameter: str) -> None:
    answer = office.client.get(f"{FEED}?{query}")
    assert_problem(answer, 400)
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


def test_all_wrong_parameters_are_told_at_once(office: Office) -> None:
    answer = office.client.get(f"{FEED}?form=x&alarms=y&z=1")
    assert {error["parameter"] for error in answer.json()["errors"]} == {"form", "alarms", "z"}


@pytest.mark.parametrize("accepted", ["identity;q=0", "*;q=0", "br, identity;q=0, gzip;q=0"])
def test_request_that_takes_no_coding_of_ours_is_told_so(office: Office, accepted: str) -> None:
    assert_problem(office.client.get(FEED, headers={"Accept-Encoding": accepted}), 406)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_feed_is_only_read(office: Office, method: str) -> None:
    assert_problem(office.client.request(method, FEED), 405)


def test_slash_at_the_end_does_not_redirect(office: Office) -> None:
    assert office.client.get(FEED + "/").status_code == 404


def test_database_that_breaks_off_between_rows_is_unavailable(office: Office) -> None:
    def break_off(*call: Any) -> None:
        if "occurrence" in call[2]:
            raise OSError("the disk is gone")

    event.listen(office.engine, "before_cursor_execute", break_off)
    for method in ("GET", "HEAD"):
        answer = office.client.request(method, FEED)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
    assert_problem(office.client.get(FEED), 503)
    event.remove(office.engine, "before_cursor_execute", break_off)
    assert office.client.get(FEED).status_code == 200


def test_database_that_is_gone_is_unavailable_and_tells_no_path(office: Office, tmp_path: Path) -> None:
    assert office.client.get(FEED).status_code == 200
    office.engine.dispose()
    for part in tmp_path.glob("airslot.db*"):
        part.rename(part.with_name("away-" + part.name))
    answer = office.client.get(FEED)
    assert_problem(answer, 503)
    assert int(answer.headers["retry-after"]) > 0
    assert str(tmp_path) not in answer.text


def test_error_while_rendering_is_unavailable_and_nothing_of_it_is_kept(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> bytes:
        raise RuntimeError("in the middle of an event")

    with monkeypatch.context() as patched:
        patched.setattr(publication, "render", fail)
        answer = office.client.get(FEED)
        assert_problem(answer, 503)
        assert "in the middle" not in answer.text
    assert sum(listed(office.client.get(FEED).content).values()) == 24
