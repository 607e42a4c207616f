"""Listings in the four forms, made by hand: what each must give stands beside it."""

from __future__ import annotations

from datetime import date, time

from scheduler.fulfilment.listings.aired import Aired

TEXT = """\
CHƯƠNG TRÌNH PHÁT THANH TỪ NGÀY 15/04/2024 ĐẾN NGÀY 21/04/2024

CHƯƠNG TRÌNH PHÁT THANH NGÀY 17/04/2024

*********** BUỔI SÁNG ***********
– 5h00 Đài hiệu + Giới thiệu chương trình
– 6h25 T Báo + Q Cáo :
************ BUỔI CHIỀU ************
– 17h45 Chuyên mục : Cải cách hành chính
– 18h00 Thời sự ( PL 16 / 04 / 2024 )
NGÀY 18-4-2024
06:00 Chuyên mục cải cách hành chính (PL)
6g30 phút Thể dục
"""
AS_RUN = """\
24-01-17,17:45:17,on-air,100200,001,"CCHC CHUYEN MUC T01      SO NOI VU               ",12:00,17:45:00,0|-|0|0
24-02-21,17:52:21,on-air,100202,001,"CCHC CHUYEN MUC T02      SO NOI VU               ",12:00,17:45:00,2|-|2|0
24-02-22,06:00:00,on-air,100203,001,"QUANG CAO                                        ",00:00,06:00:00,2|-|2|0
"""


def traffic_line(at: str, length: str, code: str, title: str, day: str) -> str:
    """One line in fixed columns."""
    head = f"{at} {length}{code:>5}          "[:24].ljust(24)
    return f"{head}C1745:00CCHC01         {title:<24}0011200".ljust(160) + f"{day}17:45   "


TRAFFIC = "\n".join(
    (
        traffic_line("17:45:00", "12:00", "", "CCHC CHUYEN MUC T01", "01/17/24"),
        traffic_line("17:45:00", "00:00", "3", "CCHC CHUYEN MUC T03", "03/20/24"),
    )
)
XMLTV = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tv SYSTEM "xmltv.dtd">
<tv>
  <channel id="kg.example"><display-name lang="vi">KG</display-name></channel>
  <programme start="20240515174500 +0700" stop="20240515175700 +0700" channel="kg.example">
    <title lang="vi">Chuyên mục cải cách hành chính</title><premiere />
  </programme>
  <programme start="20240515230000 +0000" channel="kg1.example">
    <title>Chuyên mục cải cách hành chính</title>
    <previously-shown start="20240515174500 +0700" />
  </programme>
  <programme channel="kg.example"><title>Không giờ</title></programme>
</tv>
"""


def said(one: Aired) -> tuple[date, time, str, str | None, bool | None, str | None]:
    return one.day, one.at, one.title, one.channel, one.replay, one.reason
