"""Each form is told apart and read; what cannot be read is said, and nothing of it is loaded."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest

from scheduler.errors import Invalid
from scheduler.fulfilment.listings.reading import MOST_BYTES, read_listing
from tests.fulfilment.listings.samples import AS_RUN, TEXT, TRAFFIC, XMLTV, said

ZONE = "Asia/Ho_Chi_Minh"
COLUMN = "Chuyên mục cải cách hành chính"


def test_a_week_as_people_type_it() -> None:
    found = read_listing(TEXT.encode(), ZONE)
    day, after = date(2024, 4, 17), date(2024, 4, 18)
    assert found.form == "text" and found.unread == ()
    assert [said(one) for one in found.aired] == [
        (day, time(5), "Đài hiệu + Giới thiệu chương trình", None, None, None),
        (day, time(6, 25), "T Báo + Q Cáo", None, None, None),
        (day, time(17, 45), "Chuyên mục : Cải cách hành chính", None, None, None),
        (day, time(18), "Thời sự", None, True, None),
        (after, time(6), COLUMN, None, True, None),
        (after, time(6, 30), "Thể dục", None, None, None),
    ]


@pytest.mark.parametrize(
    ("line", "at", "title"),
    [
        ("17:45 17/04/2024 Chuyên mục CCHC", time(17, 45), "Chuyên mục CCHC"),
        ("2024-04-17 17:45:30 Chuyên mục CCHC", time(17, 45), "Chuyên mục CCHC"),
        ("17/04/2024 17 giờ 45 phút - 18h00 Chuyên mục CCHC", time(17, 45), "Chuyên mục CCHC"),
        ("• 9h Tin (12 phút), ngày 17.4.2024", time(9), "Tin , ngày"),
    ],
)
def test_a_pasted_line_may_bring_its_own_day(line: str, at: time, title: str) -> None:
    [one] = read_listing(line.encode(), ZONE).aired
    assert (one.day, one.at, one.title) == (date(2024, 4, 17), at, title)


def test_a_channel_stands_in_a_heading_or_a_line() -> None:
    text = "Kênh KG ngày 17/04/2024\n17h45 A\n18h B kênh KG1\n19h C"
    assert [one.channel for one in read_listing(text.encode(), ZONE).aired] == ["KG", "KG1", "KG"]


def test_a_line_before_any_day_is_told_as_unread() -> None:
    found = read_listing("5h00 Sớm\nNgày 17/04/2024\n6h00 Sáng".encode(), ZONE)
    assert found.unread == ((1, "5h00 Sớm"),) and len(found.aired) == 1


def test_an_as_run_csv() -> None:
    found = read_listing(AS_RUN.encode(), ZONE)
    assert found.form == "as-run"
    assert [said(one) for one in found.aired] == [
        (date(2024, 1, 17), time(17, 45), "CCHC CHUYEN MUC T01", None, None, None),
        (date(2024, 2, 21), time(17, 52), "CCHC CHUYEN MUC T02", None, None, None),
        (date(2024, 2, 22), time(6), "QUANG CAO", None, None, "00:00"),
    ]
    assert found.aired[0].minutes == 12


def test_a_traffic_file_says_what_did_not_air() -> None:
    found = read_listing(TRAFFIC.encode(), ZONE)
    assert found.form == "traffic"
    assert [said(one) for one in found.aired] == [
        (date(2024, 1, 17), time(17, 45), "CCHC CHUYEN MUC T01", None, None, None),
        (date(2024, 3, 20), time(17, 45), "CCHC CHUYEN MUC T03", None, None, "3"),
    ]


def test_xmltv_is_read_in_the_plans_zone_and_its_document_type_is_not_loaded() -> None:
    found = read_listing(XMLTV.encode(), ZONE)
    assert found.form == "xmltv" and len(found.unread) == 1
    assert [said(one) for one in found.aired] == [
        (date(2024, 5, 15), time(17, 45), COLUMN, "KG", False, None),
        (date(2024, 5, 16), time(6), COLUMN, "kg1.example", True, None),
    ]
    assert found.aired[0].minutes == 12


@pytest.mark.parametrize("coding", ["utf-8-sig", "utf-16", "cp1258"])
def test_other_letters_are_read(coding: str) -> None:
    text = "17/04/2024\r\n17h45 Chuyên mục"
    data = (unicodedata.normalize("NFD", text) if coding == "cp1258" else text).encode(coding, "ignore")
    assert len(read_listing(data, ZONE).aired) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "Không có gì ở đây".encode(),
        b"x" * (MOST_BYTES + 1),
        XMLTV[:300].encode(),
        XMLTV.replace('"xmltv.dtd"', '"x" [<!ENTITY a "b">]').encode(),
        b'<?xml version="1.0"?><!DOCTYPE tv [<!ENTITY a SYSTEM "file:///etc/passwd">]><tv>&a;</tv>',
        bytes(range(128, 160)),
    ],
)
def test_what_is_no_listing_is_one_sentence(data: bytes) -> None:
    with pytest.raises(Invalid) as wrong:
        read_listing(data, ZONE)
    assert wrong.value.code == "listing-bad" and wrong.value.vi
