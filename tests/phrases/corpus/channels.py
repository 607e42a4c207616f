"""Channels and outlets: names that a plan knows, names that look like one, and words that are none.

A channel of "" says that none may be read.
"""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, TUE, WED, at, dates, in_week, later, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "20:00")
OWN = ("KG", "Kiên Giang", "Radio North")

NAMES_VI = [
    clear("17h45 thứ Tư tuần 3 trên kênh truyền hình KG", at(in_week(WED, 3), "17:45"), channel="KG"),
    clear("20h thứ Hai trên kênh truyền hình Vĩnh Long", MONDAYS, channel="Vĩnh Long"),
    clear("Phát sóng trên kênh Vĩnh Long 1 20h thứ Hai", MONDAYS, channel="Vĩnh Long 1"),
    clear("20h thứ Hai trên VTV1", MONDAYS, channel="VTV1"),
    clear("17h45 thứ Tư trên sóng PTTH KG", at(weekly(WED), "17:45"), channel="PTTH KG"),
    clear("Phát trên HTV7 lúc 20h thứ Hai", MONDAYS, channel="HTV7"),
    clear("20h trên VTV 3 thứ Hai", MONDAYS, channel="VTV 3"),
    clear("Kênh 14: 20h thứ Hai", MONDAYS, channel="14"),
    clear("20h thứ Hai, lên sóng THVL1", MONDAYS, channel="THVL1"),
    clear("20h thứ Hai trên VTVcab 5", MONDAYS, channel="VTVcab 5"),
    clear("Kênh 2 chiếu phim 20h thứ Hai", MONDAYS, channel="2"),
    clear("KÊNH KG 20H THỨ HAI", MONDAYS, channel="KG"),
    clear(
        "20h thứ Hai, phát lại 6h ngày hôm sau trên VTV3", MONDAYS, replays=at(later(weekly(MON), 1), "06:00")
    ),
    clear("20h thứ Hai trên sóng FM 89MHz", MONDAYS, channel="FM 89MHz"),
    clear("20h thứ Hai trên tần số 99,4 MHz", MONDAYS, channel="99,4 MHz"),
    clear("20h thứ Hai trên 99,4 FM", MONDAYS, channel="99,4 FM"),
    refused("20h trên VTV 3 lần/tuần", "20h"),
]

KNOWN = [
    clear("20h thứ Hai kênh kg", MONDAYS, channel="KG", known_channels=OWN),
    clear("20h thứ Hai trên kg", MONDAYS, channel="KG", known_channels=OWN),
    clear("20h thứ Hai trên đài Kiên Giang", MONDAYS, channel="Kiên Giang", known_channels=OWN),
    clear("20h thứ Hai trên kênh truyền hình kien giang", MONDAYS, channel="Kiên Giang", known_channels=OWN),
    clear("Họp tại Kiên Giang 20h thứ Hai", MONDAYS, channel="", known_channels=OWN),
    clear("Mondays 8pm on radio north", MONDAYS, channel="Radio North", known_channels=OWN),
]

NO_NAMES_VI = [
    clear("Lịch phát sóng phụ: 20h thứ Hai hằng tuần", MONDAYS, channel=""),
    clear("20h thứ Hai trên kênh thời sự", MONDAYS, channel=""),
    clear("20h thứ Hai trên kênh chính thức của huyện", MONDAYS, channel=""),
    clear("KÊNH THỜI SỰ 20H THỨ HAI", MONDAYS, channel=""),
    clear("Kênh Quốc hội Việt Nam, 20h thứ Hai", MONDAYS, channel=""),
    clear("20h thứ Hai trên kênh Truyền hình Quốc phòng Việt Nam", MONDAYS, channel=""),
    clear("20h thứ Hai trên Đài PT-TH Kiên Giang", MONDAYS, channel=""),
    clear("20h thứ Hai trên sóng Đài Phát thanh Kiên Giang", MONDAYS, channel=""),
    clear("Tuần tra 20h thứ Hai trên QL61", MONDAYS, channel=""),
    clear("20h thứ Hai trên trang Facebook", MONDAYS, channel=""),
    clear("20h thứ Hai trên 200 người xem", MONDAYS, channel=""),
]

NAMES_EN = [
    clear("Mondays 8pm on BBC Two", MONDAYS, channel="BBC Two"),
    clear("The show airs on ITV1 Mondays 8pm", MONDAYS, channel="ITV1"),
    clear("Mondays 8pm on Channel 4", MONDAYS, channel="4"),
    clear("Mondays 8pm on channel FM1", MONDAYS, channel="FM1"),
    clear("Mondays 8pm on BBC Radio 4", MONDAYS, channel="BBC Radio 4"),
    clear("Mondays 8pm on 99.4 FM", MONDAYS, channel="99.4 FM"),
    clear("Mondays 8pm on FM 99.4 MHz", MONDAYS, channel="FM 99.4 MHz"),
    clear("Mondays 8pm on KQED 88.5 FM", MONDAYS, channel="KQED 88.5 FM"),
    clear("Mondays 8pm on 88.5FM", MONDAYS, channel="88.5 FM"),
    clear("Mondays 8pm on WBUR 90.9", MONDAYS, channel="WBUR 90.9"),
    clear("BBC Two, Mondays 8pm", MONDAYS, channel="BBC Two"),
    clear("Watch on NBC 4 Mondays 8pm", MONDAYS, channel="NBC 4"),
    clear("On NBC 6 May at 8pm", at(dates((5, 6)), "20:00"), channel="NBC"),
    clear("Mondays 8pm on WXYZ Channel 7", MONDAYS, channel="WXYZ Channel 7"),
    clear("Channel 4's show, Mondays 8pm", MONDAYS, channel="4"),
    clear("Sundays at 7 AM on 648 kHz", at(weekly(SUN), "07:00"), channel="648 kHz"),
]

NO_NAMES_EN = [
    clear("Mondays 8pm on air", MONDAYS, channel=""),
    clear("Mondays 8pm on the radio", MONDAYS, channel=""),
    clear("Mondays 8pm on TV", MONDAYS, channel=""),
    clear("On Monday 6 May at 8pm", at(dates((5, 6)), "20:00"), channel=""),
    clear("Channel Islands meeting, Mondays 8pm", MONDAYS, channel=""),
    clear("Roadworks on the A12, Mondays 8pm", MONDAYS, channel=""),
    clear("Clean-up on NHS premises Saturdays 8pm", at(weekly(SAT), "20:00"), channel=""),
    clear("On 7 AM Tuesdays", at(weekly(TUE), "07:00"), channel=""),
    refused("Mondays 8pm, on demand", "on demand"),
]

CASES: list[Case] = [*NAMES_VI, *KNOWN, *NO_NAMES_VI, *NAMES_EN, *NO_NAMES_EN]
