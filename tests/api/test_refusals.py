"""What cannot be answered is refused with a sentence, its place and a remedy; nothing breaks."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import create_app
from scheduler.clock import FixedClock
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine
from tests.api.conftest import NOW
from tests.api.service import Service, running

OCCURRENCES = "/api/v1/occurrences"


def problem(answer: httpx.Response, status: int) -> dict[str, Any]:
    """The problem document of an answer, its common members looked at."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    document: dict[str, Any] = answer.json()
    assert document["status"] == status
    assert document["type"].startswith("/api/v1/docs#problem-")
    for member in ("title", "code", "detail", "remedy"):
        assert document[member], member
    assert "Traceback" not in answer.text and 'File "' not in answer.text
    return document


# query, parameter that is named, code, a piece of the sentence
BAD_QUERIES = [
    ("from=2024-05-01&to=2024-04-01", "from", "range-reversed", "Swap the two days"),
    ("from=2024-01-01&to=7024-01-01", "to", "day", "1900 to 2199"),
    ("from=1900-01-01&to=2199-12-31", "to", "range-too-long", "at most 100 years"),
    ("from=2024-02-30", "from", "day", "no day of the calendar"),
    ("from=20240230", "from", "day", "2024-04-02"),
    ("from=1704067200", "from", "day", "2024-04-02"),
    ("to=2024-01-01T10:00", "to", "day", "2024-04-02"),
    ("to=hôm nay", "to", "day", "hôm nay"),
    ("to=٢٠٢٤-٠١-٠١", "to", "day", "no day"),
    ("from=", "from", "day", "no day"),
    ("limit=0", "limit", "greater-than-equal", "at least 1"),
    ("limit=501", "limit", "less-than-equal", "at most 500"),
    ("limit=-7", "limit", "greater-than-equal", "at least 1"),
    ("limit=ten", "limit", "int-parsing", "whole number"),
    ("limit=1e3", "limit", "int-parsing", "whole number"),
    ("limit=" + "9" * 5000, "limit", "int-parsing", "whole number"),
    ("kind=show", "kind", "literal-error", "premiere, replay, window"),
    ("state=PLANNED", "state", "literal-error", "planned, delivered, missed, cancelled"),
    ("plan=", "plan", "string-too-short", "empty"),
    ("q=" + "x" * 201, "q", "string-too-long", "at most 200"),
    ("q=a%00b", "q", "control-character", "control character"),
    ("plan=%00", "plan", "control-character", "control character"),
    ("item=2.2%0A", "item", "control-character", "control character"),
    ("form=2024", "form", "unknown-parameter", "“from” may be meant"),
    ("page=2", "page", "unknown-parameter", "There is no parameter “page”"),
    ("limit=5&limit=6", "limit", "repeated-parameter", "more than once"),
]


@pytest.mark.parametrize(("query", "name", "code", "piece"), BAD_QUERIES)
def test_a_bad_parameter_is_named_with_a_sentence(
    service: Service, query: str, name: str, code: str, piece: str
) -> None:
    document = problem(service.client.get(f"{OCCURRENCES}?{query}"), 422)
    wrong = document["errors"][0]
    assert (wrong["parameter"], wrong["code"]) == (name, code)
    assert piece in wrong["detail"]


def test_every_bad_parameter_is_told_at_once(service: Service) -> None:
    document = problem(service.client.get(f"{OCCURRENCES}?from=x&limit=0&kind=y&nix=1"), 422)
    assert {wrong["parameter"] for wrong in document["errors"]} == {"from", "limit", "kind", "nix"}


@pytest.mark.parametrize(
    "cursor",
    [
        "abc",
        "%00",
        "MjAyNC0wMS0wMXxvY2NfMQ==",
        "=",
        "e30",
        "ÿ",
        "MjAyNC0wMS0wMVQwMDowMDowMCswMDowMHwnOy0tCg",
        "x" * 400,
    ],
)
def test_a_made_up_cursor_is_refused(client: httpx.Client, cursor: str) -> None:
    for path in (
        OCCURRENCES,
        f"{OCCURRENCES}/upcoming",
        "/api/v1/plans",
        "/api/v1/plans/kien-giang-2024/items",
    ):
        document = problem(client.get(f"{path}?cursor={cursor}"), 400)
        assert document["code"] == "bad-cursor"
        assert document["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize("path", ["/api/v1/plans", "/api/v1/health", "/api/v1/plans/kien-giang-2024"])
def test_a_parameter_is_refused_where_none_is_taken(service: Service, path: str) -> None:
    assert problem(service.client.get(f"{path}?nix=1"), 422)["errors"][0]["parameter"] == "nix"


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/nix",
        "/api/v1/plans/nix",
        "/api/v1/plans/%00",
        "/api/v1/plans/nix/items",
        "/api/v1/occurrences/nix",
        "/api/v1/occurrences/a%00b",
        "/api/v1/occurrences/" + "x" * 3000,
        "/api/v1/plans/..%2f..%2fetc%2fpasswd",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/nix",
        "/occurrences/%00",
    ],
)
def test_what_is_not_there_is_a_problem_for_programs(client: httpx.Client, path: str) -> None:
    assert problem(client.get(path), 404)["code"] in {"not-found", "plan-not-found", "occurrence-not-found"}


def test_rest_never_answers_with_a_page(service: Service) -> None:
    asked_for = {"Accept": "text/html,*/*"}
    problem(service.client.get("/api/v1/nix", headers=asked_for), 404)
    problem(service.client.get("/plans/nix.ics", headers=asked_for), 404)


def test_a_method_that_is_not_taken_names_those_that_are(service: Service) -> None:
    answer = service.client.delete("/api/v1/plans")
    assert problem(answer, 405)["code"] == "method-not-allowed"
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert problem(service.client.get("/api/v1/expand"), 405)
    assert problem(service.client.request("PROPFIND", "/"), 405)


def test_problems_are_told_in_the_language_of_the_reader(service: Service) -> None:
    path = f"{OCCURRENCES}?from=2024-05-01&to=2024-04-01"
    english = problem(service.client.get(path), 422)
    answer = service.client.get(path, headers={"Accept-Language": "fr;q=1, vi-VN;q=0.8, en;q=0.3"})
    vietnamese = problem(answer, 422)
    assert "Hãy đổi chỗ hai ngày" in vietnamese["detail"] and answer.headers["content-language"] == "vi"
    assert vietnamese["code"] == english["code"] and vietnamese["title"] != english["title"]
    assert "Accept-Language" in answer.headers["vary"]


@pytest.mark.parametrize("header", ["vi;q=0", "vi;q=abc", "*", ";;;,,,", "en, vi;q=0.9"])
def test_english_is_told_where_vietnamese_is_not_preferred(service: Service, header: str) -> None:
    answer = service.client.get("/api/v1/nix", headers={"Accept-Language": header})
    assert answer.headers["content-language"] == "en"


# --- bodies ---------------------------------------------------------------------------------


def expand(service: Service, body: bytes | str, media_type: str = "application/json") -> httpx.Response:
    content = body.encode() if isinstance(body, str) else body
    return service.client.post("/api/v1/expand", content=content, headers={"Content-Type": media_type})


BAD_BODIES = [
    (b"", 422),
    (b"{", 400),
    (b"\xff\xfe{", 400),
    (b'{"phrase": "\xc3"}', 400),
    (b"[1]", 422),
    (b"null", 422),
    (b'"text"', 422),
    (b"{}", 422),
    (b'{"phrase": 5}', 422),
    (b'{"phrase": null}', 422),
    (b'{"phrase": "\\ud800"}', 400),
    (b'{"phrase": "a", "\\ud800": 1}', 400),
    (b'{"phrase": "a", "lang": "\\ud800"}', 400),
    (b'{"phrase": "a", "lang": ["\\ud800"]}', 422),
    (b"[" * 60_000, 400),
    (b'{"phrase": "a", "id": ' + b"9" * 5000 + b"}", 400),
    (b'{"phrase": "a", "id": NaN}', 422),
    (b'{"phrase": "a", "lang": "fr"}', 422),
    (b'{"phrase": "a", "weeks": "lunar"}', 422),
    (b'{"phrase": "a", "from": "2024-05-01", "to": "2024-04-01"}', 422),
    (b'{"phrase": "a", "from": "2024-01-01", "to": "7024-01-01"}', 422),
    (b'{"phrase": "a", "target": "x"}', 422),
]


@pytest.mark.parametrize(("body", "status"), BAD_BODIES)
def test_a_bad_body_is_refused(service: Service, body: bytes, status: int) -> None:
    problem(expand(service, body), status)


def test_faults_of_a_body_are_named_by_their_pointer(service: Service) -> None:
    body = json.dumps({"phrase": "a", "from": "2024-05-01", "to": "2024-04-01", "lang": "fr"})
    pointers = {wrong["pointer"] for wrong in problem(expand(service, body), 422)["errors"]}
    assert pointers == {"#/from", "#/lang"}


def test_a_phrase_of_100000_characters_is_too_large(service: Service) -> None:
    document = problem(expand(service, json.dumps({"phrase": "thứ Tư " * 14_286})), 413)
    assert "64 kB" in document["detail"]


def test_a_body_without_a_length_is_stopped_at_the_limit(service: Service) -> None:
    def endless() -> Any:
        yield b'{"phrase": "'
        for _ in range(100):
            yield b"x" * 1024
        yield b'"}'

    answer = service.client.post(
        "/api/v1/expand", content=endless(), headers={"Content-Type": "application/json"}
    )
    problem(answer, 413)


def test_a_phrase_longer_than_any_is_refused_as_a_phrase(service: Service) -> None:
    answer = expand(service, json.dumps({"phrase": "thứ Tư " * 1000}))
    assert answer.status_code == 200
    assert answer.json()["status"] == "refused" and answer.json()["problems"][0]["code"] == "too-long"


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", "application/xml"])
def test_a_body_that_is_not_json_is_refused(service: Service, media_type: str) -> None:
    assert problem(expand(service, "phrase=x", media_type), 415)["code"] == "unsupported-media-type"


# --- the house ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "[::1", "0.0.0.0", ""]
)
def test_a_host_that_is_not_ours_is_refused(service: Service, host: str) -> None:
    problem(service.client.get("/", headers={"Host": host, "Accept": "text/html"}), 421)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]:8000"])
def test_loopback_names_are_ours(service: Service, host: str) -> None:
    assert service.client.get("/", headers={"Host": host}).status_code == 200


def test_the_public_name_and_bare_addresses_are_ours_when_strangers_are_let_in(
    public_service: Service,
) -> None:
    for host in ("lich.example.org", "192.168.1.7:8000"):
        assert public_service.client.get("/", headers={"Host": host}).status_code == 200
    problem(public_service.client.get("/", headers={"Host": "evil.example"}), 421)


def test_a_database_that_is_not_migrated_is_503_with_the_remedy(bare_url: str, tmp_path: Path) -> None:
    if bare_url.startswith("sqlite"):
        bare_url = f"sqlite:///{tmp_path / 'empty.db'}"
        (tmp_path / "empty.db").touch()
    engine = open_engine(bare_url)
    with running(engine, FixedClock(NOW)) as bare:
        document = problem(bare.client.get("/api/v1/health"), 503)
        assert document["code"] == "not-well" and "airslot migrate" in document["detail"]
        assert document["checks"]["database"]["ok"] is False
        assert "airslot migrate" in problem(bare.client.get("/api/v1/plans"), 503)["detail"]
        page = bare.client.get("/", headers={"Accept": "text/html"})
        assert page.status_code == 503 and page.headers["content-type"].startswith("text/html")
    engine.dispose()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_file_that_was_replaced_is_503_with_the_remedy(
    sqlite_template: Path, tmp_path: Path, method: str
) -> None:
    path = tmp_path / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    with running(engine, FixedClock(NOW)) as moved:
        assert moved.client.get("/api/v1/plans").status_code == 200
        shutil.copyfile(path, other := tmp_path / "backup.db")
        other.replace(path)
        answer = moved.client.request(method, "/api/v1/plans", json={})
        document = problem(answer, 503)
        assert document["code"] == "database-replaced"
        assert "stop every airslot program" in document["detail"]
        problem(moved.client.get("/api/v1/health"), 503)
    engine.dispose()


def test_strangers_are_not_told_where_the_database_is(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'nix.db'}")
    with running(engine, FixedClock(NOW), allow_public_listen=True) as bare:
        for path in ("/api/v1/health", "/api/v1/plans", "/"):
            answer = bare.client.get(path)
            problem(answer, 503)
            assert "nix.db" not in answer.text
    engine.dispose()


def test_an_error_of_ours_gives_nothing_of_the_inside_away(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr("api.rest.plans.list_plans", fail)
    with running(engine, FixedClock(NOW)) as broken:
        answer = broken.client.get("/api/v1/plans")
        assert problem(answer, 500)["code"] == "internal"
        assert "secret" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"
    engine.dispose()


def test_an_application_opens_the_database_of_its_settings(sqlite_template: Path) -> None:
    app = create_app(Settings(database_url=f"sqlite:///{sqlite_template}"))
    assert str(app.state.house.engine.url).endswith("airslot.db")
    app.state.house.engine.dispose()


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", "GET, HEAD, OPTIONS"),
        ("/plans/kien-giang-2024.ics", "GET, HEAD, OPTIONS"),
        ("/plans/kien-giang-2024", "GET, HEAD, OPTIONS"),
        ("/occurrences/occ_1", "GET, HEAD, OPTIONS, POST"),
        ("/robots.txt", "GET, HEAD, OPTIONS"),
        ("/api/v1/expand", "OPTIONS, POST"),
        ("/static/frame.css", "GET, HEAD, OPTIONS"),
    ],
)
def test_options_tells_what_an_address_takes(client: httpx.Client, path: str, allowed: str) -> None:
    answer = client.options(path)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == allowed


def test_options_of_what_is_not_there_is_not_there(client: httpx.Client) -> None:
    assert client.options("/nothing/here").status_code == 404


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/subscribe/mails", "/subscribe"),
        ("/subscribe/calendar", "/subscribe"),
        ("/account/tokens/tok_1/revoke", "/account"),
        ("/accounts/feeds/feed_1/revoke", "/accounts"),
        ("/occurrences/occ_1/evidence", "/occurrences/occ_1"),
        ("/plans/kien-giang-2024/items/2.2/occurrences", "/plans/kien-giang-2024/items/2.2"),
        ("/sign-out", "/"),
    ],
)
def test_an_address_that_only_takes_a_form_says_so_in_words(service: Service, path: str, page: str) -> None:
    answer = service.client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 405 and answer.headers["allow"] == "OPTIONS, POST"
    for words in ("only takes what a form sends", "chỉ nhận dữ liệu gửi từ biểu mẫu"):
        assert words in answer.text
    assert f'<a href="{page}">Đến trang có biểu mẫu</a>' in answer.text
    assert f'<a href="{page}?lang=en">To the page with the form</a>' in answer.text
    assert problem(service.client.get(path), 405)["code"] == "method-not-allowed"
