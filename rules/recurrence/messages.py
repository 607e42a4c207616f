"""What is said about a recurrence text, in English and Vietnamese, under a stable key."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """A fault or a remark; `start` and `end` are characters of the text as it was given."""

    code: str
    en: str
    vi: str
    start: int = 0
    end: int = 0


class Fault(Exception):  # noqa: N818 - it says what is wrong with a text, not with the program
    """Raised where a text cannot be read; carries what is said."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.en)
        self.said = said


SENTENCES: dict[str, tuple[str, str]] = {
    # --- the lines ---
    "rule-text/other": (
        "a recurrence rule has only the lines DTSTART, RRULE, RDATE and EXDATE; take this out: {given}",
        "quy tắc lặp chỉ có các dòng DTSTART, RRULE, RDATE và EXDATE; hãy bỏ phần này: {given}",
    ),
    "rule-text/twice": (
        "{name} stands twice: keep one, or make two items",
        "{name} xuất hiện hai lần: hãy giữ một, hoặc tách thành hai mục",
    ),
    "rule-text/exrule": (
        "EXRULE is no longer part of the standard: list the days to leave out as EXDATE",
        "EXRULE không còn trong tiêu chuẩn: hãy liệt kê các ngày bỏ ra bằng EXDATE",
    ),
    "rule-text/nothing": (
        "there is neither a rule nor a day: write RRULE:FREQ=…, or RDATE with days",
        "chưa có quy tắc hay ngày nào: hãy ghi RRULE:FREQ=…, hoặc RDATE với các ngày",
    ),
    "rule-text/parameter": (
        "{given} is not known here: only VALUE=DATE, VALUE=DATE-TIME and TZID=… may stand before the colon",
        "không rõ {given}: trước dấu hai chấm chỉ ghi VALUE=DATE, VALUE=DATE-TIME hoặc TZID=…",
    ),
    "rule-text/many": (
        "{count} days are listed; at most {most} are read: write a rule for them",
        "có {count} ngày được liệt kê; chỉ đọc tối đa {most}: hãy viết thành quy tắc",
    ),
    # --- days and times ---
    "rule-date/form": (
        "{given} is no day or time of this form: write 20240117 or 20240117T174500",
        "{given} không đúng dạng ngày giờ: hãy ghi 20240117 hoặc 20240117T174500",
    ),
    "rule-date/none": (
        "there is no such day or time: {given}",
        "không có ngày giờ này: {given}",
    ),
    "rule-date/type": (
        "{name} and DTSTART must both be days or both have a time: write {form} here",
        "{name} và DTSTART phải cùng là ngày hoặc cùng có giờ: ở đây hãy ghi dạng {form}",
    ),
    "rule-zone/unknown": (
        "{zone} is no time zone: write a name such as Asia/Ho_Chi_Minh, or leave TZID out",
        "không có múi giờ {zone}: hãy ghi tên như Asia/Ho_Chi_Minh, hoặc bỏ TZID",
    ),
    "rule-zone/plan": (
        "the plan's times are those of {plan}, these are of {zone}: write them as local time, without zone",
        "giờ của kế hoạch theo {plan}, còn đây theo {zone}: hãy ghi giờ địa phương, không kèm múi giờ",
    ),
    "rule-zone/mixed": (
        "{name} is in another zone than DTSTART: write all times in one zone",
        "{name} khác múi giờ với DTSTART: hãy ghi tất cả theo một múi giờ",
    ),
    # --- the parts of a rule ---
    "rule-part/form": (
        "{given} is no part of a rule: parts look like BYDAY=MO,WE and are parted by ;",
        "{given} không phải thành phần của quy tắc: ghi như BYDAY=MO,WE, cách nhau bằng dấu ;",
    ),
    "rule-part/unknown": (
        "{name} is not known: RFC 5545 has FREQ, INTERVAL, COUNT, UNTIL, WKST, BYDAY, {numbers}",
        "không rõ {name}: RFC 5545 có FREQ, INTERVAL, COUNT, UNTIL, WKST, BYDAY, {numbers}",
    ),
    "rule-part/rscale": (
        "{name} (RFC 7529) is not read: leave it out; a day that a month lacks is skipped",
        "không đọc {name} (RFC 7529): hãy bỏ đi; ngày mà tháng không có sẽ được bỏ qua",
    ),
    "rule-part/twice": ("{name} stands twice in the rule", "{name} xuất hiện hai lần trong quy tắc"),
    "rule-part/frequency": (
        "the rule needs one FREQ out of {frequencies}",
        "quy tắc cần một FREQ trong số {frequencies}",
    ),
    "rule-part/number": (
        "{given} does not fit {name}, which takes numbers from {least} to {most}{negative}",
        "{given} không hợp với {name}, chỉ nhận số từ {least} đến {most}{negative_vi}",
    ),
    "rule-part/weekday": (
        "{given} is no weekday: write MO, TU, WE, TH, FR, SA or SU, as in 3WE or -1FR",
        "{given} không phải thứ trong tuần: ghi MO, TU, WE, TH, FR, SA hoặc SU, ví dụ 3WE, -1FR",
    ),
    "rule-part/both-ends": (
        "a rule ends by COUNT or by UNTIL, never by both",
        "quy tắc kết thúc bằng COUNT hoặc UNTIL, không dùng cả hai",
    ),
    "rule-part/count": (
        "{given} times is more than is counted here ({most}): end the rule with UNTIL",
        "{given} lần vượt quá mức đếm ở đây ({most}): hãy kết thúc bằng UNTIL",
    ),
    # --- parts that do not go together ---
    "rule-mix/forbidden": (
        "RFC 5545 does not allow {part} with {other}: take one of them out",
        "RFC 5545 không cho dùng {part} với {other}: hãy bỏ một trong hai",
    ),
    "rule-mix/ordinal": (
        "no month or year has a {given}: the number goes to {most}",
        "không tháng hay năm nào có {given}: số thứ tự chỉ đến {most}",
    ),
    "rule-mix/position-alone": (
        "BYSETPOS chooses from other BY parts: add one, such as BYDAY",
        "BYSETPOS chọn trong các thành phần BY khác: hãy thêm, ví dụ BYDAY",
    ),
    "rule-mix/time-of-day": (
        "DTSTART is a day without a time, so {part} means nothing: write DTSTART with a time",
        "DTSTART là ngày không có giờ nên {part} không có nghĩa: hãy ghi DTSTART kèm giờ",
    ),
    "rule-disputed/month-day": (
        "programs differ on BYMONTHDAY without BYMONTH in a yearly rule: add BYMONTH, or write FREQ=MONTHLY",
        "các chương trình hiểu khác nhau khi quy tắc hằng năm có BYMONTHDAY mà không có BYMONTH: hãy thêm "
        "BYMONTH hoặc ghi FREQ=MONTHLY",
    ),
    "rule-disputed/week-day": (
        "programs differ on which days of the week BYWEEKNO alone names: add BYDAY",
        "các chương trình hiểu khác nhau về ngày trong tuần khi chỉ có BYWEEKNO: hãy thêm BYDAY",
    ),
    "rule-disputed/week-interval": (
        "programs count years differently for BYWEEKNO with INTERVAL: list the years as items of their own",
        "các chương trình đếm năm khác nhau khi dùng BYWEEKNO với INTERVAL: hãy tách mỗi năm thành một mục",
    ),
    "rule-disputed/week-position": (
        "programs differ on BYSETPOS in a week that the year's end cuts: write the days without BYSETPOS",
        "các chương trình hiểu khác nhau về BYSETPOS ở tuần giao năm: hãy ghi ngày mà không dùng BYSETPOS",
    ),
    "rule-disputed/first-week": (
        "programs differ on BYSETPOS where DTSTART lies within a week: let DTSTART be a week's first day",
        "các chương trình hiểu BYSETPOS khác nhau khi DTSTART ở giữa tuần: hãy để DTSTART là ngày đầu tuần",
    ),
    # --- the start ---
    "rule-start/day": (
        "the rule does not say which day: add {part}, or a line DTSTART",
        "quy tắc chưa nói rõ ngày: hãy thêm {part}, hoặc dòng DTSTART",
    ),
    "rule-start/time": (
        "the rule does not say the whole time: give BYHOUR and BYMINUTE, or a line DTSTART with the time",
        "quy tắc chưa nói đủ giờ: hãy ghi BYHOUR và BYMINUTE, hoặc dòng DTSTART kèm giờ",
    ),
    "rule-start/from": (
        "no DTSTART is written, so the rule is counted from {day}",
        "không ghi DTSTART nên quy tắc được đếm từ {day}",
    ),
    "rule-start/not-in-rule": (
        "the rule does not name its own start {start}, so that is no airing; the first is {first}",
        "quy tắc không gồm ngày bắt đầu {start} nên đó không phải lần phát; lần đầu là {first}",
    ),
    # --- what it gives ---
    "rule-empty/never": (
        "the rule names no day at all in {years} years: check the parts against each other",
        "trong {years} năm quy tắc không cho ngày nào: hãy kiểm tra các thành phần có mâu thuẫn không",
    ),
    "rule-empty/over": (
        "the rule ends on {until}, before its first day: check UNTIL and DTSTART",
        "quy tắc kết thúc ngày {until}, trước ngày đầu tiên: hãy kiểm tra UNTIL và DTSTART",
    ),
    "rule-often": (
        "the rule names more than {most} different times of day: give the times with BYHOUR and BYMINUTE",
        "quy tắc cho hơn {most} giờ khác nhau trong ngày: hãy ghi giờ bằng BYHOUR và BYMINUTE",
    ),
    "rule-exception-misses": (
        "{given} in EXDATE is no airing of the rule, so nothing is left out there",
        "{given} trong EXDATE không phải lần phát của quy tắc nên không bỏ gì",
    ),
    "rule-zone/gap": (
        "{zone} has no {moment}, since the clocks go forward then: choose another time, or leave TZID out",
        "{zone} không có lúc {moment} vì đồng hồ chỉnh nhanh lên: hãy chọn giờ khác hoặc bỏ TZID",
    ),
    "rule-zone-read": (
        "{given} is read as the time zone {zone}",
        "{given} được đọc là múi giờ {zone}",
    ),
    "rule-zone-taken": (
        "the times are wall times in {zone}",
        "giờ được hiểu là giờ địa phương ở {zone}",
    ),
    "rule-until-utc": (
        "UNTIL ends in Z, but no time zone is known: it is read as local time",
        "UNTIL kết thúc bằng Z nhưng không rõ múi giờ: được đọc như giờ địa phương",
    ),
    # --- readings ---
    "rule-until/zone": (
        "UNTIL {given} is universal time: in {zone} that is {until}",
        "UNTIL {given} là giờ quốc tế: ở {zone} là {until}",
    ),
    "rule-until/local": (
        "UNTIL {given} is meant as local time, whatever its Z says",
        "UNTIL {given} được hiểu là giờ địa phương, bỏ qua chữ Z",
    ),
    "rule-until/whole-day": (
        "UNTIL {given} includes that whole day",
        "UNTIL {given} tính cả ngày đó",
    ),
    "rule-until/midnight": (
        "UNTIL {given} ends when that day begins",
        "UNTIL {given} kết thúc khi ngày đó bắt đầu",
    ),
}


def said(key: str, start: int = 0, end: int = 0, /, **facts: object) -> Said:
    """The sentence of a key in both languages for a span of the text."""
    en, vi = SENTENCES[key]
    return Said(key.partition("/")[0], en.format(**facts), vi.format(**facts), start, end)


def fault(key: str, start: int = 0, end: int = 0, /, **facts: object) -> Fault:
    """The same, to be raised."""
    return Fault(said(key, start, end, **facts))


def shown(text: str) -> str:
    """A piece of the text, cut short."""
    text = " ".join(text.split())
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
