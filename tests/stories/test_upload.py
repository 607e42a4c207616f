"""A plan file sent from the computer: what is wrong with it, what it changes, and that it is sent once."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect
from sqlalchemy import Engine

from api import forms
from api.bodies import MAX_BODY, MAX_UPLOAD
from api.pages import plans
from scheduler.planning.plan_file.document import MAX_BYTES
from scheduler.store.database.engine import reading
from scheduler.store.plans.read_model import find_plan
from tests.stories.conftest import Visit
from tests.stories.house import PLAN, an_office
from tests.stories.test_rights_of_pages import signed_in
from tests.stories.test_stories import PHONE, fits_the_screen

TEXT = PLAN.read_text("utf-8")
BROWSER = {"Accept": "text/html"}


def a_file(content: bytes) -> dict[str, object]:
    return {"name": "ke-hoach.yaml", "mimeType": "application/x-yaml", "buffer": content}


def test_the_manager_sends_a_file_on_a_phone_and_sees_what_it_changes(visit: Visit, stored: Engine) -> None:
    page = visit("ke.hoach@example.org", viewport=PHONE, java_script_enabled=False)
    page.goto("/plans/load")
    page.get_by_label("Chọn tệp kế hoạch").set_input_files(a_file(b"\n\nslug: sai ten\ntitle: A\n"))  # type: ignore[arg-type]
    page.get_by_role("button", name="Xem trước thay đổi").click()
    expect(page.get_by_role("alert")).to_contain_text("Dòng 3:")
    expect(page.get_by_label("hoặc dán nội dung tệp")).to_have_value("\n\nslug: sai ten\ntitle: A\n")
    assert fits_the_screen(page)

    changed = TEXT.replace("17 giờ 45 phút thứ Tư, Tuần 3", "17 giờ 45 phút thứ Năm, Tuần 3", 1)
    assert changed != TEXT
    page.get_by_label("Chọn tệp kế hoạch").set_input_files(a_file(b"\xef\xbb\xbf" + changed.encode()))  # type: ignore[arg-type]
    page.get_by_role("button", name="Xem trước thay đổi").click()
    shown = page.get_by_role("region").filter(has=page.get_by_role("button", name="Nạp kế hoạch"))
    expect(shown).to_contain_text("17:45 thứ Tư, 19/06/2024 → 17:45 thứ Năm, 20/06/2024")
    assert fits_the_screen(page)
    page.get_by_role("button", name="Nạp kế hoạch").click()
    page.wait_for_url("**/plans/kien-giang-2024")
    expect(page.get_by_text("thứ Năm, Tuần 3").first).to_be_visible()


def test_a_file_that_is_too_large_is_told_of_before_it_is_sent(visit: Visit) -> None:
    page = visit("ke.hoach@example.org")
    page.goto("/plans/load")
    chosen = page.get_by_label("Chọn tệp kế hoạch")
    chosen.set_input_files(a_file(b"#" * (MAX_BYTES + 1)))  # type: ignore[arg-type]
    assert "lớn hơn 5 MB" in str(chosen.evaluate("node => node.validationMessage"))
    chosen.set_input_files(a_file(b"slug: a"))  # type: ignore[arg-type]
    assert chosen.evaluate("node => node.validationMessage") == ""


Send = Callable[..., str]


@pytest.fixture
def send(sqlite_template: Path, tmp_path: Path) -> Iterator[Send]:
    """Sends a file, and other fields, as the manager; gives the page in plain text."""
    with (
        an_office(sqlite_template, tmp_path) as (service, stored),
        httpx.Client(base_url=service.url, headers=BROWSER, timeout=20) as client,
    ):
        csrf = signed_in(client, "manager")

        def post(content: bytes, status: int = 422, **fields: str) -> str:
            answer = client.post(
                "/plans/load", data={"csrf": csrf} | fields, files={"file": ("a.yaml", content)}
            )
            assert answer.status_code == status, answer.text
            return html.unescape(answer.text)

        yield post
        with reading(stored) as connection:
            assert find_plan(connection, "thu-nghiem-2024") is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (TEXT.encode("utf-16"), "bảng mã UTF-8"),
        (b"slug: a\ntitle: " + "Ngày".encode("cp1258") + b"\xe0\n", "Dòng 2: "),
        (b"\x89PNG\r\n\x1a\n\x00", "bảng mã UTF-8"),
        (b"PK\x03\x04 a b", "Dòng 1: "),
        ("Kính gửi các đơn vị".encode(), "Đây không phải tệp kế hoạch"),
        (b"", "Hãy chọn tệp kế hoạch, hoặc dán nội dung tệp."),
        (b" \n", "Hãy chọn tệp kế hoạch, hoặc dán nội dung tệp."),
        (b"#" * (MAX_BYTES + 1), "Tệp lớn hơn 5 MB"),
    ],
    ids=["utf-16", "old Vietnamese", "a picture", "a Word file", "a letter", "empty", "blank", "too large"],
)
def test_what_is_no_plan_file_is_answered_in_a_sentence(send: Send, content: bytes, said: str) -> None:
    page = send(content)
    assert said in page
    assert "Chưa nạp gì cả" in page


def test_a_file_with_words_in_doubt_asks_once_for_its_one_reading(send: Send) -> None:
    phrase = "Ban hành thông báo trong tháng 6"
    line = next(line for line in TEXT.splitlines() if "when: " in line)
    text = TEXT.replace("kien-giang-2024", "thu-nghiem-2024").replace(line, f"    when: {phrase}", 1)
    page = send(text.encode())
    ((name, wording),) = re.findall(r'name="(reading [^"]+)" value="([^"]+)"', page)
    assert "Có phải ý này không?" in page and "“Ban hành” không làm thay đổi ngày giờ" in page
    shown = send(text.encode(), 200, **{name: wording})
    assert "Nạp kế hoạch" in shown and "Có phải ý này không?" not in shown


def test_a_body_beyond_the_limit_is_answered_with_a_page(send: Send) -> None:
    page = send(b"#" * MAX_UPLOAD, 413)
    assert "5120 kB" in page and "</html>" in page


def test_a_large_file_needs_no_second_sending(send: Send) -> None:
    """The page that shows the change carries the text, in a form that makes nothing of it longer."""
    filled = TEXT.replace("slug: kien-giang-2024", "slug: thu-nghiem-2024") + "# thời gian\n" * 10_000
    assert len(filled.encode()) > MAX_BODY
    page = send(filled.encode(), 200)
    form = re.search(r'<form method="post"[^>]*>\s*<input[^>]*>\s*<textarea name="document" hidden>\n', page)
    assert form and 'enctype="multipart/form-data"' in form[0]
    assert page[form.end() :].startswith(filled[:2000])
    # As a browser sends a text area on: its line ends are two signs.
    again = send(b"", 200, document=filled.replace("\n", "\r\n"))
    assert "Nạp kế hoạch" in again


@pytest.mark.parametrize(("who", "status"), [(None, 401), ("viewer", 403), ("editor", 403), ("manager", 422)])
def test_a_form_is_read_when_the_right_is_known_and_beside_other_answers(
    sqlite_template: Path, tmp_path: Path, who: str | None, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def reads(content_type: str, body: bytes) -> forms.Form:
        with pytest.raises(RuntimeError):
            asyncio.get_running_loop()
        read.append(len(body))
        return forms.Form({})

    with (
        an_office(sqlite_template, tmp_path) as (service, _),
        httpx.Client(base_url=service.url, headers=BROWSER, timeout=20) as client,
    ):
        if who is not None:
            signed_in(client, who)
        monkeypatch.setattr(forms, "read_form", reads)
        monkeypatch.setattr(plans, "check_form", lambda *given: None)
        assert client.post("/plans/load", files={"file": ("a", b"a")}).status_code == status
    assert bool(read) == (who == "manager")
