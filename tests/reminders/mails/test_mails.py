"""What mails say and hold: in both languages, as text, as HTML, as a calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import icalendar
import pytest

from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.transport.sink import Letter
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import Occurrence
from tests.calendars.rows import HEAD, placed, row
from tests.reminders.mails.letters import AIRING, ALL, AT, SECRET, WINDOW, letter, renderer

LANGUAGES = ("vi", "en")


def mail(one: Letter, **settings: str) -> EmailMessage:
    message = message_from_bytes(renderer(**settings).mail(one, AT).content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def text(one: Letter) -> str:
    return str(mail(one).get_body(("plain",)).get_content()).replace("\r\n", "\n")


def html(one: Letter) -> str:
    return str(mail(one).get_body(("html",)).get_content())


def calendar(message: EmailMessage) -> list[icalendar.Component]:
    events = []
    for part in message.iter_attachments():
        assert part.get_content_type() in ("text/calendar", "application/ics")
        events += icalendar.Calendar.from_ical(part.get_content()).walk("VEVENT")
    return events


def test_a_reminder_says_when_where_what() -> None:
    vi, en = mail(letter("reminder")), mail(letter("reminder", "en"))
    assert vi["Subject"] == "Nhắc lịch: 17:45 thứ Tư, 17/04/2024 – 2.2 Chuyên mục cải cách hành chính"
    assert en["Subject"] == "Reminder: 17:45 Wednesday, 17 April 2024 – 2.2 Chuyên mục cải cách hành chính"
    assert text(letter("reminder")).splitlines()[:16] == [
        "SẮP PHÁT SÓNG",
        "",
        "17:45–17:57 thứ Tư, 17/04/2024",
        "Mục 2.2: Chuyên mục cải cách hành chính",
        "",
        "Báo trước 1 ngày theo đăng ký của bạn.",
        "",
        "Kênh: KG",
        "Đơn vị phát hành: Đài PT-TH Kiên Giang",
        "Loại: Phát lần đầu",
        "Thời lượng: 12 đến 15 phút",
        f"Kế hoạch: {HEAD.title}",
        "",
        "Xem chi tiết:",
        "https://lich.example.org/occurrences/occ_00000001",
        "",
    ]


@pytest.mark.parametrize(
    ("lead", "vi", "en"),
    [
        ("P7D", "7 ngày", "7 days"),
        ("P1D", "1 ngày", "1 day"),
        ("PT2H", "2 giờ", "2 hours"),
        ("PT90M", "1 giờ 30 phút", "1 hour 30 minutes"),
        ("P1W", "7 ngày", "7 days"),
    ],
)
def test_a_lead_is_said_in_words(lead: str, vi: str, en: str) -> None:
    assert f"Báo trước {vi} theo" in text(replace(letter("reminder"), lead=lead))
    assert f"told {en} ahead" in text(replace(letter("reminder", "en"), lead=lead))


def test_a_day_without_a_time_is_no_midnight() -> None:
    one = letter("day")
    assert "00:00" not in text(one) + html(one) + mail(one)["Subject"]
    assert "Thứ Tư, 17/04/2024" in text(one)


def test_a_window_says_its_last_day_and_what_is_owed() -> None:
    assert mail(letter("opening"))["Subject"].startswith("Bắt đầu thời hạn đăng: 1.1 ")
    assert "Một sản phẩm phải đăng trong những ngày này." in text(letter("opening"))
    closing = text(letter("closing", "en"))
    assert "Friday, 5 April 2024 – Monday, 15 April 2024" in closing
    assert "Last day: Monday, 15 April 2024. Nothing has been confirmed as published yet." in closing


def test_a_move_says_from_where_to_where() -> None:
    said = text(letter("moved"))
    assert "Lịch cũ: 17:45–17:57 thứ Tư, 17/04/2024\nLịch mới: 17:45–17:57 thứ Năm, 18/04/2024\n" in said
    assert "<s>17:45–17:57 thứ Tư, 17/04/2024</s>" in html(letter("moved"))
    assert mail(letter("moved", "en"))["Subject"].startswith("Moved to 17:45 Thursday, 18 April 2024 – 2.2")


def test_another_channel_alone_is_no_move() -> None:
    said = text(letter("channel"))
    assert "Kênh cũ: KG\nKênh: KG1\n" in said
    assert "Lịch mới" not in said


def test_a_cancelled_airing_is_cancelled_in_the_calendar_too() -> None:
    message = mail(letter("cancelled"))
    assert message["Subject"].startswith("Hủy lịch: 17:45")
    [event] = calendar(message)
    assert (event["STATUS"], event["UID"]) == ("CANCELLED", AIRING.uid)


def test_an_occurrence_that_is_gone_has_no_page() -> None:
    [event] = calendar(mail(letter("gone")))
    assert (event["UID"], event["SEQUENCE"], event.get("URL")) == (AIRING.uid, 1, None)
    assert "/occurrences/" not in text(letter("gone")) + html(letter("gone"))


@pytest.mark.parametrize("kind", ["reminder", "day", "opening", "closing"])
def test_a_date_can_be_added_to_the_usual_calendars(kind: str) -> None:
    page = html(letter(kind, "en"))
    assert 'href="https://calendar.google.com/calendar/render?action=TEMPLATE&amp;text=' in page
    assert 'href="https://outlook.office.com/calendar/deeplink/compose?path=' in page


@pytest.mark.parametrize("kind", ["moved", "cancelled", "restored", "digest", "quota", "confirm"])
def test_what_may_be_there_already_is_not_added_once_more(kind: str) -> None:
    assert "calendar.google.com" not in html(letter(kind)) and ".ics" not in html(letter(kind))


@pytest.mark.parametrize("public", [False, True])
def test_a_file_without_sign_in_is_linked_of_public_plans_alone(public: bool) -> None:
    """Whoever the mail is passed on to may open its links."""
    one = letter("reminder", "en")
    assert one.occurrence is not None
    written = MailRenderer(Settings(), SECRET, {HEAD.slug: HEAD.title}.get, {HEAD.slug: public}.__getitem__)
    draft = written.draft(one)
    address = f"/occurrences/{one.occurrence.id}.ics?lang=en"
    assert (address in draft.html, address in draft.text) == (public, public)
    assert "/feeds/" not in draft.html + draft.text


def test_a_digest_lists_what_is_ahead_by_day() -> None:
    said = text(letter("digest", "en"))
    order = [
        "Monday, 15 April 2024",
        "1.1 Bài viết",
        "Wednesday, 17",
        "  17:45  2.2",
        "Thursday, 18",
        "  06:00  2.2",
    ]
    places = [said.index(part) for part in order]
    assert places == sorted(places)
    assert len(calendar(mail(letter("digest")))) == 4


def test_an_empty_digest_says_so() -> None:
    said = text(replace(letter("digest"), occurrences=()))
    assert "Trong những ngày này không có lịch." in said
    assert calendar(mail(replace(letter("digest"), occurrences=()))) == []


def test_a_digest_of_two_plans_has_a_calendar_for_each() -> None:
    one = letter("digest")
    other = replace(row(77, datetime(2024, 4, 20, 9, 0)), plan="other", timezone="Asia/Tokyo")
    message = mail(replace(one, occurrences=(*one.occurrences, other)))
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["airslot-kien-giang-2024.ics", "airslot-other.ics"]


def digest_of(*occurrences: Occurrence) -> str:
    facts = {"first": "2024-03-30", "last": "2024-03-31"}
    return text(replace(letter("digest", "en"), occurrences=occurrences, facts=facts))


def airing_in(zone: str, start: str, number: int = 77) -> Occurrence:
    return placed(row(number, datetime.fromisoformat(start)), zone)


def test_a_digest_of_two_zones_names_the_zone_of_each() -> None:
    said = digest_of(
        airing_in("Asia/Ho_Chi_Minh", "2024-03-31T06:00"), airing_in("Europe/Berlin", "2024-03-31T22:00", 78)
    )
    assert "Times are of the zone that stands beside each." in said
    assert "Asia/Ho_Chi_Minh, UTC+07:00" in said and "Europe/Berlin, UTC+02:00" in said


def test_a_digest_over_a_change_of_the_clock_tells_both_offsets() -> None:
    said = digest_of(
        airing_in("Europe/Berlin", "2024-03-30T22:00"), airing_in("Europe/Berlin", "2024-03-31T22:00", 78)
    )
    assert said.count("Europe/Berlin, UTC+01:00") == said.count("Europe/Berlin, UTC+02:00") == 1


def test_a_digest_has_the_offset_of_its_times_and_not_of_its_first_midnight() -> None:
    said = digest_of(airing_in("Europe/Berlin", "2024-03-31T22:00"))
    assert "Times are of the zone Europe/Berlin, UTC+02:00." in said


def test_a_long_digest_says_how_much_it_leaves_out() -> None:
    many = tuple(row(n, datetime(2024, 4, 15) + timedelta(minutes=n)) for n in range(250))
    one = replace(letter("digest", "en"), occurrences=many)
    assert "The first 200 of 250 are listed." in text(one)
    assert len(html(one).encode()) < 102_000 * 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["reminder", "day", "opening", "closing", "moved", "restored"])
def test_the_calendar_has_the_uid_of_the_feed(kind: str, language: str) -> None:
    one = letter(kind, language)
    [event] = calendar(mail(one))
    assert one.occurrence is not None
    assert event["UID"] == one.occurrence.uid
    assert event["SEQUENCE"] == one.occurrence.sequence


@pytest.mark.parametrize("kind", [kind for kind in ALL if kind != "confirm"])
def test_one_click_takes_a_reader_off(kind: str) -> None:
    message = mail(letter(kind))
    assert re.fullmatch(
        r"<https://lich\.example\.org/unsubscribe/[A-Za-z0-9._-]{40,}>", message["List-Unsubscribe"]
    )
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Unsubscribe"].strip("<>") in text(letter(kind))
    assert message["List-Unsubscribe"].strip("<>") in html(letter(kind))


def test_unsubscribing_by_mail_is_offered_where_somebody_reads_it() -> None:
    ways = mail(letter("reminder"), mail_unsubscribe="thoi@example.org")["List-Unsubscribe"]
    assert ways.endswith(">, <mailto:thoi@example.org>")


def test_whoever_has_not_subscribed_is_not_asked_to_unsubscribe() -> None:
    message = mail(letter("confirm"))
    assert message["List-Unsubscribe"] is None
    assert "unsubscribe" not in text(letter("confirm")) + html(letter("confirm"))
    assert "/confirm/" in text(letter("confirm"))


def test_headers() -> None:
    message = mail(
        letter("reminder"), mail_sender="Lịch phát sóng <lich@example.org>", mail_reply_to="vp@example.org"
    )
    assert [name for name in message if name.lower().startswith("x-")] == []
    assert message["From"].addresses[0].display_name == "Lịch phát sóng"
    assert message["From"].addresses[0].addr_spec == "lich@example.org"
    assert message["To"] == "bien.tap@dai.example"
    assert message["Reply-To"] == "vp@example.org"
    assert message["Date"].datetime == AT
    assert re.fullmatch(r"<[0-9a-f]{32}@airslot\.example>", message["Message-ID"])
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "vi"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ALL)
def test_html_loads_nothing_and_is_closed(kind: str, language: str) -> None:
    page = html(letter(kind, language))
    checker = _Tags()
    checker.feed(page)
    assert checker.open == []
    assert checker.unstyled == 0
    assert not re.search(r"<(img|script|link|iframe|form)\b|url\(|@import|@font-face|\ssrc=", page)
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize("kind", ALL)
def test_text_needs_no_html(kind: str) -> None:
    said = text(letter(kind))
    assert not re.search(r"<[a-z/]|&[a-z]+;|\n\n\n|[ \t]+\n(?<!-- \n)", said)


def test_titles_are_text_in_html_and_one_line_in_the_subject() -> None:
    wild = replace(AIRING, title='<b>Tin</b> & "ảnh" %s {{x}}\r\nBcc: a@b.example')
    one = replace(letter("reminder"), occurrence=wild)
    assert "<b>" not in html(one)
    assert "%s {{x}}" in html(one)
    message = mail(one)
    assert message["Bcc"] is None
    assert "Bcc: a@b.example" in message["Subject"]


def test_a_long_title_leaves_the_subject_readable() -> None:
    long = replace(AIRING, title="Tuyên truyền cải cách thủ tục hành chính " * 6)
    subject = mail(replace(letter("reminder"), occurrence=long))["Subject"]
    assert subject.endswith("…")
    assert len(subject) < 130


def test_a_missing_fact_has_no_row() -> None:
    bare = replace(WINDOW, outlet=None, channel=None)
    said = text(replace(letter("opening"), occurrence=bare))
    assert "None" not in said
    assert "Kênh:" not in said


def test_dates_may_come_as_values_or_as_text() -> None:
    one = letter("digest")
    values = {"first": date(2024, 4, 15), "last": date(2024, 4, 21)}
    assert text(replace(one, facts=values)) == text(one)


class _Tags(HTMLParser):
    void = frozenset({"meta", "br"})
    bare = frozenset({"html", "head", "title", "style", "tr", "s", "meta", "br", "table", "span"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.unstyled = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.void:
            self.open.append(tag)
        if tag not in self.bare and not any(name == "style" for name, _ in attrs):
            self.unstyled += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
