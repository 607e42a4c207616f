"""The expanded form, judged by a strict reader of lines and by the icalendar library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.feeds.document import render
from scheduler.feeds.text import clean, escape
from scheduler.feeds.wording import Language
from tests.calendars.reading import check_lines, listed, parse
from tests.calendars.rows import HEAD, WRITTEN, by_start, column, placed, row, window

AT = datetime(2024, 1, 17, 17, 45)


def test_long_title_is_cut_in_the_summary_and_whole_in_the_text() -> None:
    title = "Tuyên truyền về cải cách thủ tục hành chính trên địa bàn tỉnh " * 3 + "Hết"
    event = only_event(render(HEAD, [row(1, AT, title=title)]))
    assert len(event["SUMMARY"]) <= 90
    assert event["SUMMARY"].startswith("2.2 Tuyên truyền") and event["SUMMARY"].endswith("…")
    assert title in event["DESCRIPTION"]
    replay = only_event(render(HEAD, [row(1, AT, title=title, kind="replay", state="cancelled")]))
    assert replay["SUMMARY"].startswith("ĐÃ HỦY: 2.2 ") and replay["SUMMARY"].endswith("… (phát lại)")


def only_event(document: bytes) -> Any:
    (event,) = parse(document).walk("VEVENT")
    return event


def test_airing_is_written_line_by_line() -> None:
    one = row(1, AT, sequence=3, premiere_uid=None, updated_at=datetime(2024, 5, 6, 7, 8, 9, 999, tzinfo=UTC))
    lines = check_lines(render(HEAD, [one]))
    assert lines[: lines.index("BEGIN:VTIMEZONE")] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Airslot//Feed//EN",
        "CALSCALE:GREGORIAN",
        "NAME:Kế hoạch truyền thông cải cách hành chính năm 2024",
        "X-WR-CALNAME:Kế hoạch truyền thông cải cách hành chính năm 2024",
        "X-WR-CALDESC:Lịch phát sóng và đăng tin theo kế hoạch. Giờ theo múi Asia/Ho_Chi_Minh.",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "COLOR:steelblue",
        "URL:http://127.0.0.1:8000/plans/kien-giang-2024",
    ]
    assert lines[lines.index("BEGIN:VEVENT") :] == [
        "BEGIN:VEVENT",
        "UID:00000001@airslot.example",
        "DTSTAMP:20240506T070809Z",
        "CREATED:20240402T010000Z",
        "LAST-MODIFIED:20240506T070809Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Asia/Ho_Chi_Minh:20240117T174500",
        "DTEND;TZID=Asia/Ho_Chi_Minh:20240117T175700",
        "SUMMARY:2.2 Chuyên mục cải cách hành chính",
        "LOCATION:KG",
        "CATEGORIES:Phát chính",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "X-AIRSLOT-ITEM:2.2",
        "X-AIRSLOT-KIND:premiere",
        "X-AIRSLOT-MINUTES:12",
        "DESCRIPTION:Mục 2.2: Chuyên mục cải cách hành chính\\n"
        "Kế hoạch: Kế hoạch truyền thông cải cách hành chính năm 2024\\nPhát chính\\n"
        "Đơn vị: Đài PT-TH Kiên Giang\\nKênh: KG\\nThời lượng: 12 phút\\n"
        "http://127.0.0.1:8000/occurrences/occ_00000001",
        "URL:http://127.0.0.1:8000/occurrences/occ_00000001",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_window_is_whole_days_with_an_exclusive_end() -> None:
    lines = check_lines(render(HEAD, [window(1, date(2024, 2, 23), date(2024, 2, 29))]))
    assert "DTSTART;VALUE=DATE:20240223" in lines
    assert "DTEND;VALUE=DATE:20240301" in lines
    assert not [line for line in lines if line.startswith("LOCATION")]


def test_airing_without_a_time_is_a_whole_day_and_says_so() -> None:
    event = only_event(render(HEAD, [row(1, date(2024, 1, 17))]))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2024, 1, 17), date(2024, 1, 18))
    assert "không ghi giờ" in event["DESCRIPTION"]


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "không ghi thời lượng; lịch này tạm giữ 25 phút"), ("en", "keeps 25 minutes")]
)
def test_airing_without_a_duration_takes_the_default_and_says_so(lang: Any, said: str) -> None:
    head = replace(HEAD, lang=lang, default_minutes=25)
    event = only_event(render(head, [row(1, AT, end=None, minutes=None)]))
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=25)
    assert said in event["DESCRIPTION"]
    assert "X-AIRSLOT-MINUTES" not in event


def test_range_of_durations_is_told() -> None:
    event = only_event(render(HEAD, [row(1, AT, minutes=10, minutes_max=12, end=AT + timedelta(minutes=10))]))
    assert "Thời lượng: 10 - 12 phút" in event["DESCRIPTION"]


def test_replay_is_related_to_its_premiere() -> None:
    event = only_event(render(HEAD, [row(2, AT, kind="replay", premiere_uid="00000001@airslot.example")]))
    assert event["RELATED-TO"] == "00000001@airslot.example"
    assert event["SUMMARY"].endswith("(phát lại)")


def test_cancelled_is_marked_for_thirty_days_then_gone() -> None:
    cancelled = row(
        1, AT, state="cancelled", sequence=1, cancelled_at=datetime(2024, 4, 1, 17, 30, tzinfo=UTC)
    )
    # 17:30 UTC on the first is the second of April in the plan's zone.
    event = only_event(render(HEAD, [cancelled], today=date(2024, 5, 2)))
    assert event["STATUS"] == "CANCELLED"
    assert event["SUMMARY"].startswith("ĐÃ HỦY: ")
    assert not parse(render(HEAD, [cancelled], today=date(2024, 5, 3))).walk("VEVENT")


@pytest.mark.parametrize("state", ["planned", "delivered", "missed"])
def test_what_is_not_cancelled_is_confirmed(state: str) -> None:
    assert only_event(render(HEAD, [row(1, AT, state=state)]))["STATUS"] == "CONFIRMED"


def test_what_a_person_did_is_told_in_the_description() -> None:
    moved = row(
        1,
        AT + timedelta(days=1),
        original_start=AT,
        reason="Họp HĐND",
        note="Gọi lại, trước 9 giờ",
        orphaned=True,
    )
    text = only_event(render(HEAD, [moved]))["DESCRIPTION"]
    assert "Đã dời từ 17:45 17/01/2024." in text
    assert "Lý do: Họp HĐND" in text
    assert "Ghi chú: Gọi lại, trước 9 giờ" in text
    assert "được giữ" in text
    assert text.endswith("/occurrences/occ_00000001")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("vi", ["Đã dời từ 17:45 17/01/2024 vì ngày nghỉ.", "Lý do: Quốc khánh"]),
        ("en", ["Moved from 17:45 17/01/2024, a day off.", "Reason: National Day"]),
    ],
)
def test_a_day_off_is_named_in_the_language_of_the_feed(lang: Language, told: list[str]) -> None:
    start = AT + timedelta(days=1)
    shifted = row(1, start, original_start=start, shifted_from=AT, reason="Quốc khánh\nNational Day")
    text = only_event(render(replace(HEAD, lang=lang), [shifted]))["DESCRIPTION"]
    assert [line for line in text.splitlines() if line in told] == told


def test_document_has_no_method_and_no_alarm_unless_asked() -> None:
    lines = check_lines(render(HEAD, column()))
    assert not [line for line in lines if line.startswith("METHOD") or "VALARM" in line]
    assert lines.index("BEGIN:VTIMEZONE") < lines.index("BEGIN:VEVENT")


def test_alarms_count_from_the_start_or_from_the_hour_of_the_day() -> None:
    head = replace(HEAD, alarms=(timedelta(days=1), timedelta(hours=2)))
    rows = [row(1, AT), window(2, date(2024, 2, 1), date(2024, 2, 7)), row(3, AT, state="cancelled")]
    document = render(head, rows)
    check_lines(document)
    timed, days, cancelled = parse(document).walk("VEVENT")
    assert [alarm["TRIGGER"].dt for alarm in timed.walk("VALARM")] == [
        timedelta(days=-1),
        timedelta(hours=-2),
    ]
    assert [alarm["TRIGGER"].dt for alarm in days.walk("VALARM")] == [
        timedelta(hours=-16),
        timedelta(hours=6),
    ]
    assert {str(alarm["ACTION"]) for alarm in timed.walk("VALARM")} == {"DISPLAY"}
    assert not cancelled.walk("VALARM")


def test_same_rows_give_the_same_bytes() -> None:
    assert render(HEAD, column(), today=date(2024, 4, 2)) == render(HEAD, column(), today=date(2025, 4, 2))


def test_feed_without_occurrences_is_a_calendar_all_the_same() -> None:
    calendar = parse(render(HEAD, []))
    assert len(calendar.walk("VTIMEZONE")) == 1


def test_long_addresses_and_uids_are_folded() -> None:
    head = replace(HEAD, public_url="https://lich.phat-song.tinh-kien-giang.example.org/cong-thong-tin")
    one = row(1, AT, uid="1" * 90 + "@airslot.example")
    document = render(head, [one])
    check_lines(document)
    event = only_event(document)
    assert event["UID"] == one.uid
    assert event["URL"] == f"{head.public_url}/occurrences/{one.id}"
    assert event["DESCRIPTION"].endswith(event["URL"])


@pytest.mark.parametrize(
    ("zone", "start", "minutes", "end"),
    [
        ("Europe/Berlin", datetime(2024, 3, 31, 1, 30), 60, "2024-03-31T03:30:00+02:00"),
        ("Europe/Berlin", datetime(2024, 10, 27, 1, 30), 60, "2024-10-27T00:30:00+00:00"),
        ("Europe/Berlin", datetime(2024, 10, 27, 2, 30), 60, "2024-10-27T01:30:00+00:00"),
        ("America/New_York", datetime(2024, 7, 4, 20, 0), 45, "2024-07-04T20:45:00-04:00"),
        ("Australia/Sydney", datetime(2024, 1, 17, 23, 50), 20, "2024-01-18T00:10:00+11:00"),
    ],
)
def test_end_is_so_many_minutes_later_where_clocks_change(
    zone: str, start: datetime, minutes: int, end: str
) -> None:
    one = placed(row(1, start, minutes=minutes), zone)
    event = only_event(render(replace(HEAD, timezone=zone), [one]))
    assert event["DTSTART"].dt.astimezone(UTC) == one.starts_at
    assert event["DTEND"].dt.astimezone(UTC) == datetime.fromisoformat(end).astimezone(UTC)


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=120)
AIRINGS = st.builds(
    row,
    st.integers(1, 10**6),
    st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)).map(
        lambda at: at.replace(second=0, microsecond=0)
    ),
    title=TEXT,
    item=TEXT,
    channel=st.none() | TEXT,
    outlet=st.none() | TEXT,
    note=st.none() | TEXT,
    sequence=st.integers(0, 99),
    kind=st.sampled_from(["premiere", "replay"]),
    state=st.sampled_from(["planned", "delivered", "missed", "cancelled"]),
)


@given(st.lists(AIRINGS, max_size=4), TEXT)
def test_any_text_is_read_back_as_it_was(rows: list[Any], title: str) -> None:
    document = render(replace(HEAD, title=title, alarms=(timedelta(hours=1),)), rows)
    assert f"X-WR-CALNAME:{escape(title)}" in check_lines(document)
    calendar = parse(document)
    for one, event in zip(rows, calendar.walk("VEVENT"), strict=True):
        assert event["SUMMARY"].removeprefix("ĐÃ HỦY: ").startswith(clean(one.item))
        assert clean(one.title) in event["SUMMARY"]
        assert event.get("LOCATION") == (None if one.channel is None else clean(one.channel))
        assert event["DTEND"].dt > event["DTSTART"].dt


def test_bytes_parse_to_what_the_icalendar_library_would_write() -> None:
    rows = by_start([*column(), window(50, date(2024, 2, 1), date(2024, 2, 7)), row(60, date(2024, 3, 5))])
    ours = parse(render(HEAD, rows))
    theirs = icalendar.Calendar.from_ical(_written_by_library(rows).to_ical())
    for mine, other in zip(ours.walk("VEVENT"), theirs.walk("VEVENT"), strict=True):
        assert mine.to_ical() == other.to_ical()


def _written_by_library(rows: list[Any]) -> icalendar.Calendar:
    zone, calendar = ZoneInfo(HEAD.timezone), icalendar.Calendar()
    for one, mine in zip(rows, parse(render(HEAD, rows)).walk("VEVENT"), strict=True):
        timed = isinstance(one.start, datetime)
        event = icalendar.Event()
        event.add("uid", one.uid)
        for name in ("dtstamp", "created", "last-modified"):
            event.add(name, WRITTEN)
        event.add("sequence", 0)
        event.add("dtstart", one.start.replace(tzinfo=zone) if timed else one.start)
        end = one.end if timed else (one.end or one.start) + timedelta(days=1)
        event.add("dtend", end.replace(tzinfo=zone) if timed else end)
        mark = {"premiere": "", "replay": " (phát lại)", "window": " (thời hạn đăng)"}[one.kind]
        event.add("summary", f"{one.item} {one.title}{mark}")
        if one.channel is not None:
            event.add("location", one.channel)
        kind = {"premiere": "Phát chính", "replay": "Phát lại", "window": "Thời hạn đăng"}[one.kind]
        event.add("categories", [kind])
        event.add("status", "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        event.add("x-microsoft-cdo-busystatus", "FREE")
        event.add("x-airslot-item", one.item)
        event.add("x-airslot-kind", one.kind)
        if one.minutes is not None:
            event.add("x-airslot-minutes", str(one.minutes))
        event.add("description", str(mine["DESCRIPTION"]))
        event.add("url", HEAD.occurrence_address(one.id))
        if one.premiere_uid is not None:
            event.add("related-to", one.premiere_uid)
        calendar.add_component(event)
    return calendar


def test_listing_has_every_row_once() -> None:
    found = listed(render(HEAD, column()))
    assert sum(found.values()) == len(found) == 24
    noon = datetime.combine(date(2024, 2, 22), time(6, 0), ZoneInfo(HEAD.timezone))
    ends = noon + timedelta(minutes=12)
    assert found["2.2", noon.isoformat(), ends.isoformat(), "KG", 12, "replay", "CONFIRMED"] == 1
