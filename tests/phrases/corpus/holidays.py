"""Holidays in a list with weekdays: no rule says which days these are, so the reader asks."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, at, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

_WEEKENDS = at(weekly(SAT, SUN), "09:00")

CASES: list[Case] = [
    asked("Saturday-Sunday, national holidays, 9am-6pm", _WEEKENDS),
    asked("Saturday and Sunday and public holidays 9am", _WEEKENDS),
    asked("Saturday, Sunday, HOLIDAYS: 9am", _WEEKENDS),
    asked("Sundays, holidays: 9am; Mondays 9am", at(weekly(SUN, MON), "09:00")),
    asked("Thứ Bảy, Chủ nhật, ngày lễ: 9h", _WEEKENDS),
    asked("Thứ Bảy, Chủ nhật và ngày lễ 9h", _WEEKENDS),
    clear("Saturdays and Sundays 9am, closed public holidays", _WEEKENDS),
    refused("Saturday, Sunday, holidays closed"),
    refused("Saturday, holidays, 5 May 9am", "holidays"),
    refused("Holidays 9am"),
    refused("Thứ Bảy, Chủ nhật, ngày lễ nghỉ", "ngày lễ"),
    clear("Thứ Hai 9h, Chủ nhật, ngày lễ: nghỉ", at(weekly(MON), "09:00")),
    clear("Thứ Hai đến thứ Sáu 9h; thứ 7, Chủ nhật, ngày lễ nghỉ.", at(weekly(*range(5)), "09:00")),
    clear("9h hằng ngày; Chủ nhật và ngày lễ, Tết: nghỉ", at(weekly(*range(6)), "09:00")),
    clear("Thứ Hai 9h (ngày lễ, Tết nghỉ)", at(weekly(MON), "09:00")),
    refused("9h hằng ngày, ngày lễ nghỉ", "ngày lễ"),
    refused("9h ngày lễ nghỉ", "9h"),
    refused("Ngày lễ 9h"),
]
