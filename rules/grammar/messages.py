"""Every sentence that the grammar says to a person, in English and Vietnamese, under a stable key.

A key is a code, or ``code/detail`` where one code has several sentences; what is reported carries
the code alone. A sentence says what is wrong and what to write instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rules.grammar.lexing.tokens import Problem, Refusal, Token
from rules.lexicon import EN, VI, Lexicon
from rules.schedule import CalendarDay, Period


class Texts(NamedTuple):
    """A sentence in both languages."""

    en: str
    vi: str


class WeekdayName(NamedTuple):
    """A weekday (Monday = 0) that each language names."""

    weekday: int


# Facts stand in braces. A period is named in the language of the sentence.
SENTENCES: dict[str, Texts] = {
    # --- times of day ---
    "impossible-time": Texts(
        "there is no such time of day: hours go from 0 to 23, minutes from 0 to 59",
        "không có giờ này: giờ từ 0 đến 23, phút từ 0 đến 59",
    ),
    "midnight": Texts(
        "24:00 belongs to the next day: write 00:00 and the day that it is in",
        "24 giờ thuộc về ngày hôm sau: hãy viết 0 giờ và ngày tương ứng",
    ),
    "midnight-of/end": Texts(
        "the midnight with which the day ends, 00:00 of the next day",
        "nửa đêm khi hết ngày, 0 giờ ngày hôm sau",
    ),
    "midnight-of/beginning": Texts(
        "the midnight with which the day begins, 00:00", "nửa đêm khi bắt đầu ngày, 0 giờ"
    ),
    "contradicting-time": Texts(
        "the hour and the part of the day do not fit together: write the hour alone, as in 17:45",
        "giờ và buổi trong ngày không khớp nhau: hãy chỉ ghi giờ, ví dụ 17 giờ 45",
    ),
    "am-or-pm/morning": Texts("in the morning, at {at:%H:%M}", "buổi sáng, lúc {at:%H:%M}"),
    "am-or-pm/evening": Texts(
        "in the afternoon or evening, at {at:%H:%M}", "buổi chiều hoặc tối, lúc {at:%H:%M}"
    ),
    "day-before": Texts(
        "'before' leaves the day itself out, so it is due on the day before: write 'by' if that day counts",
        "“trước” không tính ngày đó, nên hạn là ngày liền trước: nếu tính cả ngày đó, hãy ghi “chậm nhất”",
    ),
    "usually": Texts(
        "'{text}' says that it is not always so: the days are given as the rule says",
        "“{text}” cho biết không phải lúc nào cũng vậy: ngày được tính đúng theo quy tắc đã ghi",
    ),
    "about": Texts(
        "'{text}' says that it is not to the minute: the time is given as it is written",
        "“{text}” cho biết giờ không chính xác từng phút: giờ được tính đúng như đã ghi",
    ),
    "hour-of-a-period": Texts(
        "a period is kept in whole days: the hours with which it begins and ends are not",
        "khoảng thời gian được tính theo ngày: giờ bắt đầu và giờ kết thúc không được giữ",
    ),
    "no-clock-time": Texts(
        "a part of the day is no clock time, so no time is kept: write one if there is one, as in 19:30",
        "buổi trong ngày không cho biết giờ phát, nên không ghi giờ: nếu có, hãy ghi giờ, ví dụ 19 giờ 30",
    ),
    "impossible-range/stretch": Texts(
        "one airing over several days, or these hours on each of them? Write 'from Monday 9am to Friday "
        "5pm', or 'Monday to Friday 9am - 5pm'",
        "một lần kéo dài nhiều ngày, hay mỗi ngày trong khoảng giờ đó? Hãy ghi “từ 8h thứ Hai đến 17h thứ "
        "Sáu” hoặc “thứ Hai đến thứ Sáu, 8h - 17h”",
    ),
    "impossible-range/times": Texts(
        "the time range must end after it starts, and within twelve hours: 17:45 - 18:00",
        "khoảng giờ phải kết thúc sau khi bắt đầu và không quá 12 giờ: 17h45 - 18h00",
    ),
    # --- days, weeks, months ---
    "no-day": Texts(
        "a time is written, but on which day? Write it too: 'Wednesday week 3', 'every day'",
        "có giờ nhưng chưa rõ ngày nào: hãy ghi thêm ngày, ví dụ “thứ Tư tuần 3”, “hằng ngày”",
    ),
    "impossible-weekday": Texts(
        "there is no weekday 'thứ {number}': they go from thứ 2 to thứ 7, then Chủ nhật",
        "không có thứ {number}: chỉ có thứ 2 đến thứ 7 và Chủ nhật",
    ),
    "impossible-week": Texts(
        "a month has weeks 1 to 5, in some conventions 6",
        "một tháng có tuần 1 đến tuần 5, theo một số cách tính có tuần 6",
    ),
    "impossible-week/convention": Texts(
        "no month has a week {week} by the convention '{convention}': weeks go from 1 to {most}",
        "theo cách tính “{convention}” không tháng nào có tuần {week}: chỉ có tuần 1 đến tuần {most}",
    ),
    "impossible-week/weekday": Texts(
        "a month has at most five of a weekday: write first to fifth, or last",
        "mỗi tháng có nhiều nhất năm lần một thứ: hãy ghi lần 1 đến lần 5, hoặc cuối cùng",
    ),
    "which-week": Texts(
        "which week of the month is meant? Write it: 'week 3', 'the last week'",
        "chưa rõ là tuần nào trong tháng: hãy ghi “tuần 3” hoặc “tuần cuối”",
    ),
    "weeks-of/year": Texts("the week of that number in the year", "tuần mang số đó trong năm"),
    "weeks-of/month": Texts("the week of that number in each month", "tuần mang số đó của mỗi tháng"),
    "which-week/weekly": Texts(
        "one of these days has its week of the month and this one has none: write it, or part them by ';'",
        "ngày này chưa ghi tuần nào trong tháng trong khi ngày kia có: hãy ghi thêm, hoặc tách bằng dấu “;”",
    ),
    "which-week/deadline": Texts(
        "a deadline on a weekday needs its week or its date: write 'every', or the date",
        "hạn vào một thứ trong tuần cần ghi rõ tuần nào: hãy ghi “hằng tuần” hoặc ngày, tháng",
    ),
    "which-period": Texts(
        "does this day lie in the period that is written beside another? Write the period for each, by ';'",
        "ngày này có thuộc khoảng thời gian ghi cho ngày kia không? Hãy ghi cho từng ý, cách bằng dấu “;”",
    ),
    "which-weekday": Texts(
        "this week has no weekday while another has: write it, or part them by ';'",
        "tuần này chưa ghi thứ trong khi tuần khác có: hãy ghi thêm, hoặc tách bằng dấu “;”",
    ),
    "which-weekday/behind": Texts(
        "days of the month, or the weekday that stands behind? Write it with them: 'the 1st and 3rd Sundays'",
        "ngày trong tháng, hay thứ được ghi phía sau? Hãy ghi rõ, ví dụ “Chủ nhật tuần 1 và tuần 3”",
    ),
    "which-weekday/of-several": Texts(
        "'{text}' names several days: write which of them, 'last Friday', or 'last working day'",
        "“{text}” gồm nhiều ngày: hãy ghi rõ thứ nào, hoặc “ngày làm việc cuối cùng”",
    ),
    "which-month": Texts(
        "this day has no month while another has: write 'of each month', or the month itself",
        "ngày này chưa ghi tháng trong khi ngày khác có: hãy ghi “hằng tháng” hoặc ghi rõ tháng",
    ),
    "which-time": Texts(
        "this day has no time of its own while another has: write it, or part them by ';'",
        "ngày này chưa có giờ trong khi ngày khác có: hãy ghi thêm, hoặc tách bằng dấu “;”",
    ),
    "which-time/same": Texts(
        "the same time as what? Write the time itself: '19:00'",
        "cùng giờ với lần nào? Hãy ghi rõ giờ, ví dụ “19h00”",
    ),
    "which-month/out": Texts(
        "is the whole of the last month out, or the day of it? Write the date as 24/12, and the month apart",
        "nghỉ cả tháng sau, hay chỉ ngày đó của tháng? Hãy ghi ngày như 24/12, và ghi riêng tháng",
    ),
    "impossible-day": Texts("days of a month go from 1 to 31", "ngày trong tháng chỉ từ 1 đến 31"),
    "impossible-day/working": Texts(
        "working days of a month are counted from 1 to {most}: more, not every month has",
        "ngày làm việc trong tháng chỉ đếm từ 1 đến {most}: không phải tháng nào cũng có nhiều hơn",
    ),
    "impossible-month": Texts("months go from 1 to 12", "tháng chỉ từ 1 đến 12"),
    "impossible-quarter": Texts("quarters go from I to IV (1 to 4)", "quý chỉ từ I đến IV (1 đến 4)"),
    "impossible-date/month": Texts(
        "there is no month {month}: write day/month, with months from 1 to 12",
        "không có tháng {month}: hãy viết ngày/tháng, với tháng từ 1 đến 12",
    ),
    "impossible-date/day": Texts(
        "month {month} has no day {day}: its days go from 1 to {longest}",
        "tháng {month} không có ngày {day}: chỉ có ngày 1 đến ngày {longest}",
    ),
    "impossible-date/leap-day": Texts(
        "29 February comes in leap years alone, and the plan's year is none: write another day",
        "ngày 29/2 chỉ có trong năm nhuận, mà năm của kế hoạch không nhuận: hãy ghi ngày khác",
    ),
    "impossible-date/day-of-year": Texts(
        "month {month} of {year} has no day {day}: its days go from 1 to {longest}",
        "tháng {month} năm {year} không có ngày {day}: chỉ có ngày 1 đến ngày {longest}",
    ),
    "impossible-date/year": Texts(
        "a year has two or four digits, from 1900 to 2999: write day/month/year",
        "năm phải có hai hoặc bốn chữ số, từ 1900 đến 2999: hãy viết ngày/tháng/năm",
    ),
    "impossible-range/days": Texts(
        "the range of days must end after it starts: 'from the 1st to the 5th'",
        "khoảng ngày phải kết thúc sau khi bắt đầu: “từ ngày 1 đến ngày 5”",
    ),
    "impossible-range/days-or-date": Texts(
        "the range of days must end after it starts: 'from the 1st to the 5th'; "
        "for a date write {first}/{last}",
        "khoảng ngày phải kết thúc sau khi bắt đầu: “từ ngày 1 đến ngày 5”; nếu là một ngày, hãy viết "
        "{first}/{last}",
    ),
    "impossible-range/period": Texts(
        "the period ends before it starts: write the earlier date first",
        "khoảng thời gian kết thúc trước khi bắt đầu: hãy ghi ngày sớm hơn trước",
    ),
    "open-span": Texts(
        "a period needs its first and its last day: 'from 1 March until 30 November'",
        "khoảng thời gian cần có ngày đầu và ngày cuối: “từ ngày 1/3 đến ngày 30/11”",
    ),
    "open-span/begins": Texts(
        "is this when what follows begins? Write 'from 8 to 18 October' there; or 'also' before what follows",
        "đây có phải ngày bắt đầu của ý sau không? Hãy ghi ở đó “từ ngày 8/10 đến ngày 18/10”; hoặc thêm chữ "
        "“thêm” trước ý sau",
    ),
    "open-span/series": Texts(
        "{count} pieces from a date on: until when? Write 'until 30 June'",
        "{count} kỳ kể từ một ngày: đến khi nào? Hãy ghi “đến ngày 30/6”",
    ),
    "deadline/both": Texts(
        "the deadline is a date of its own, beside the other", "hạn chót cũng là một mốc, bên cạnh lịch kia"
    ),
    "deadline/event": Texts(
        "only what the deadline is for has dates", "chỉ lấy ngày của việc chính, không lấy hạn chót"
    ),
    "day-or-month-first/day": Texts(
        "the day stands first, then the month", "ngày đứng trước, tháng đứng sau"
    ),
    "day-or-month-first/month": Texts(
        "the month stands first, then the day", "tháng đứng trước, ngày đứng sau"
    ),
    "weekday-and-day": Texts(
        "a weekday and a day of the month do not go together: leave one out",
        "thứ và ngày trong tháng không đi cùng nhau: hãy bỏ một",
    ),
    "weekday-contradicts-date/range": Texts(
        "{day:%-d %B} is a {weekday} in that year, not as written: correct the date or the weekday",
        "ngày {day:%-d/%-m} năm đó là {weekday}, không như đã ghi: hãy sửa ngày hoặc thứ",
    ),
    "weekday-contradicts-date/date": Texts(
        "the date {day:%-d %B}, whatever its weekday", "theo ngày {day:%-d/%-m}, bất kể thứ"
    ),
    "weekday-contradicts-date/weekday": Texts(
        "the weekday in that week, {day:%-d %B}", "theo thứ trong tuần đó, ngày {day:%-d/%-m}"
    ),
    "weekday-contradicts-date/week": Texts(
        "the weekday of that week of the month, {day:%-d %B}",
        "theo thứ và tuần trong tháng, ngày {day:%-d/%-m}",
    ),
    "missing-day/skip": Texts("a month without that day has none", "tháng không có ngày đó thì bỏ qua"),
    "missing-day/last": Texts(
        "a month without that day takes its last day", "tháng không có ngày đó thì lấy ngày cuối tháng"
    ),
    "missing-day/next": Texts(
        "a month without that day takes the next day", "tháng không có ngày đó thì lấy ngày kế tiếp"
    ),
    "month-or-quarter/month": Texts("in each month of the quarter", "trong mỗi tháng của quý"),
    "month-or-quarter/of-quarter": Texts("in month {n} of each quarter", "trong tháng thứ {n} của mỗi quý"),
    "which-month/period": Texts(
        "in which month? Write it: 'every year on the first Monday of May'",
        "chưa rõ tháng nào: hãy ghi thêm tháng",
    ),
    "month-or-quarter/quarter": Texts(
        "counted in the quarter: its first or last month only",
        "tính trong cả quý: chỉ tháng đầu hoặc tháng cuối quý",
    ),
    # --- places in a period that several days fit ---
    "vague-day/days": Texts("days {first} to {last}", "từ ngày {first} đến ngày {last}"),
    "vague-day/to-the-end": Texts("from day {first} to the end", "từ ngày {first} đến hết tháng"),
    "vague-day/first-seven": Texts("the first seven days", "bảy ngày đầu tháng"),
    "vague-day/first": Texts("the first day", "ngày đầu tháng"),
    "vague-day/from": Texts("from {first}", "từ {first}"),
    "vague-day/until": Texts("until {last}", "đến {last}"),
    "vague-day/between": Texts("from {first} until {last}", "từ {first} đến {last}"),
    "vague-day/fifteenth": Texts("the 15th", "ngày 15"),
    "vague-day/last-seven": Texts("the last seven days", "bảy ngày cuối"),
    "vague-day/month-of-quarter": Texts("within that month of the quarter", "trong tháng đó của quý"),
    "vague-day/months-of-year": Texts("months {first} to {last}", "từ tháng {first} đến tháng {last}"),
    "vague-day/monday": Texts("on Monday", "thứ Hai"),
    "vague-day/monday-tuesday": Texts("on Monday and Tuesday", "thứ Hai và thứ Ba"),
    "vague-day/wednesday": Texts("on Wednesday", "thứ Tư"),
    "vague-day/tuesday-thursday": Texts("on Tuesday to Thursday", "thứ Ba đến thứ Năm"),
    "vague-day/weekend": Texts("on Saturday and Sunday", "thứ Bảy và Chủ nhật"),
    "vague-day/saturday": Texts("on Saturday", "thứ Bảy"),
    "vague-day/sunday": Texts("on Sunday", "Chủ nhật"),
    "even-days/of-month": Texts("days of the month with such a number", "ngày trong tháng có số như vậy"),
    "even-days/of-week": Texts(
        "even: Monday, Wednesday, Friday (thứ 2, 4, 6); odd: Tuesday, Thursday, Saturday (thứ 3, 5, 7)",
        "chẵn: thứ 2, 4, 6; lẻ: thứ 3, 5, 7",
    ),
    "all-days/working": Texts("Monday to Friday", "thứ Hai đến thứ Sáu"),
    "figures/weekdays": Texts(
        "weekdays: 2 is Monday, 7 is Saturday", "các thứ trong tuần: 2 là thứ Hai, 7 là thứ Bảy"
    ),
    "figures/month-days": Texts("days of each month", "các ngày trong mỗi tháng"),
    "date-or-days/date": Texts("on day {first} of month {last}", "ngày {first} tháng {last}"),
    "date-or-days/days": Texts(
        "from day {first} to day {last} of the month", "từ ngày {first} đến ngày {last} của tháng"
    ),
    "all-days/workdays": Texts("every working day", "các ngày làm việc"),
    "all-days/seven": Texts("all seven days of the week", "cả bảy ngày trong tuần"),
    "week-or-month/weeks": Texts("in both weeks of each month", "cả hai tuần của mỗi tháng"),
    "week-or-month/month": Texts("in week {week} of month {month}", "tuần {week} của tháng {month}"),
    "list-or-date/list": Texts("each number is one of the list", "mỗi số là một mục của danh sách"),
    "list-or-date/date": Texts(
        "the last of them is the date {day}/{month}", "cuối danh sách là ngày {day}/{month}"
    ),
    "list-or-date/month": Texts("all of them in month {month}", "tất cả trong tháng {month}"),
    "vague-day/last": Texts("the last day", "ngày cuối tháng"),
    # --- every so many periods ---
    "needs-anchor": Texts(
        "from which week does this count? Write 'from' and a date",
        "tính từ tuần nào? Hãy ghi “từ ngày …”",
    ),
    "needs-anchor/week": Texts(
        "which week is meant? Write its first day with the month and the year",
        "chưa rõ là tuần nào: hãy ghi đủ ngày, tháng, năm của ngày đầu tuần",
    ),
    "needs-anchor/weekday": Texts(
        "write the weekday, and the date from which it counts: 'every 2 weeks on Friday from 5 January'",
        "hãy ghi rõ thứ trong tuần và ngày bắt đầu tính: “2 tuần một lần vào thứ Sáu từ ngày 5/1”",
    ),
    "needs-anchor/weeks": Texts(
        "this does not go with a weekday: write how many weeks lie between, as in 'every 2 weeks'",
        "không đi cùng thứ trong tuần: hãy ghi số tuần, ví dụ “2 tuần một lần”",
    ),
    "needs-anchor/from": Texts(
        "counting from the week of {day:%-d %B}", "tính từ tuần có ngày {day:%-d/%-m}"
    ),
    "needs-anchor/month-from": Texts("counting from {first:%B}", "tính từ tháng {first:%-m}"),
    "needs-anchor/days": Texts(
        "every so many days is not read: write the weekdays or the dates",
        "chưa đọc được “cứ mấy ngày một lần”: hãy ghi thứ trong tuần hoặc ngày",
    ),
    "needs-anchor/months": Texts(
        "this does not go with these days: write the months, as in 'in March and September'",
        "không đi cùng những ngày này: hãy ghi các tháng, ví dụ “tháng 3 và tháng 9”",
    ),
    "every-nth/weeks": Texts("every {count} weeks", "{count} tuần một lần"),
    "every-nth/of-month": Texts("number {n} of each month", "lần thứ {n} của mỗi tháng"),
    "every-nth/spaced": Texts("one {period} in {count}", "{count} {period} một lần"),
    "every-nth/so-often": Texts("{count} in each {period}", "mỗi {period} {count} lần"),
    # --- replays ---
    "replay-without-premiere": Texts(
        "a replay needs a premiere: when is the first airing? Write it before the replay",
        "phát lại phải có lần phát đầu: hãy ghi lần đầu phát khi nào trước phần phát lại",
    ),
    "replay-without-time": Texts(
        "the replay has neither a time nor a day: write one, as in 'replay at 6:00 the next day'",
        "phần phát lại không có giờ hoặc ngày: hãy ghi thêm, ví dụ “phát lại 6 giờ ngày hôm sau”",
    ),
    "replay-without-day": Texts(
        "the premiere has no time, so the replay's day must be written: 'the same day', 'the next day'",
        "lần phát đầu không có giờ nên phải ghi ngày phát lại: “cùng ngày”, “ngày hôm sau”",
    ),
    "replay-without-day/same-time": Texts(
        "a replay at the same time needs its day: 'the next day', 'on Friday'",
        "phát lại cùng giờ thì phải ghi ngày: “ngày hôm sau”, “thứ Sáu”",
    ),
    "replay-before-premiere": Texts(
        "that day of the same week lies before the premiere: write a later day, or 'of the following week'",
        "ngày đó trong cùng tuần lại trước lần phát đầu: hãy ghi ngày sau đó, hoặc “tuần sau”",
    ),
    "replay-before-premiere/week": Texts(
        "that week lies before the premiere: write the same week or a later one",
        "tuần đó trước lần phát đầu: hãy ghi cùng tuần hoặc tuần sau đó",
    ),
    "replay-before-premiere/date": Texts(
        "the replay's date lies before the premiere: write the premiere's date or a later one",
        "ngày phát lại trước lần phát đầu: hãy ghi cùng ngày hoặc ngày sau đó",
    ),
    "replay-before-premiere/following": Texts(
        "the first {weekday} after each premiere", "{weekday} đầu tiên sau mỗi lần phát đầu"
    ),
    "replay-before-premiere/literal": Texts(
        "that day even where it lies before the premiere, as on {day:%-d %B}",
        "đúng ngày đó kể cả khi trước lần phát đầu, như ngày {day:%-d/%-m}",
    ),
    "past-midnight/same": Texts("on the same calendar day", "trong cùng ngày theo lịch"),
    "past-midnight/next": Texts("on the next calendar day", "vào ngày hôm sau theo lịch"),
    "replay-day/same": Texts("on the same calendar day", "trong cùng ngày theo lịch"),
    "replay-day/next": Texts("on the next calendar day", "vào ngày hôm sau theo lịch"),
    "words-in-doubt": Texts(
        "if {words} changes no day and no time: confirm it once, or leave the words out",
        "nếu {words} không làm thay đổi ngày giờ: hãy xác nhận một lần, hoặc bỏ các chữ đó",
    ),
    "check-disagrees/counted": Texts(
        "the day as counted from the premiere ({day:%-d %B}), not as checked in the phrase",
        "theo ngày tính từ lần phát đầu ({day:%-d/%-m}), không theo phần ghi chú",
    ),
    "check-disagrees/checked": Texts(
        "the day as the phrase checks it, not as counted from the premiere",
        "theo phần ghi chú, không theo ngày tính từ lần phát đầu",
    ),
    # --- counts ---
    "quota-disagrees": Texts(
        "{count} a {period} is not {other_count} a {other_period}: correct one or leave it out",
        "{count} mỗi {period} không bằng {other_count} mỗi {other_period}: hãy sửa hoặc bỏ một số",
    ),
    "no-count": Texts(
        "a target needs a number: 2/month, 39 articles a year",
        "chỉ tiêu phải có số lượng: 2 số/tháng, 39 bài/năm",
    ),
    "target": Texts("the target: {fault}", "chỉ tiêu: {fault}"),
    "needs-target/stay": Texts(
        "the phrase says how long the piece stays on show, not when it appears: "
        "add a target such as 1/quarter",
        "cụm từ chỉ nói treo bao lâu, chưa nói khi nào đăng: hãy thêm chỉ tiêu, ví dụ 1 tác phẩm/quý",
    ),
    "needs-target/regularly": Texts(
        "regularly names no dates: add a target such as 39 articles a year",
        "“thường xuyên” không cho biết ngày: hãy thêm chỉ tiêu, ví dụ 39 bài/năm",
    ),
    # --- words ---
    "not-understood": Texts(
        "'{text}' could not be given a meaning here: write it another way, or leave it out",
        "không rõ “{text}” ở đây có nghĩa gì: hãy viết cách khác hoặc bỏ đi",
    ),
    "not-understood/hedge": Texts(
        "'{text}' leaves the time open: write the exact day or time, or the first and the last day",
        "“{text}” làm thời gian không rõ: hãy ghi đúng ngày, giờ, hoặc ngày đầu và ngày cuối",
    ),
    "not-understood/except-what": Texts(
        "which days are left out? Write them behind 'except': a weekday, a date, a month",
        "chưa rõ trừ những ngày nào: hãy ghi thứ, ngày hoặc tháng sau chữ “trừ”",
    ),
    "not-understood/pause": Texts(
        "this says when nothing takes place: write when it does, and then 'except' these days",
        "ý này nói khi nào không có: hãy ghi khi nào có, rồi ghi “trừ” những ngày này",
    ),
    "not-understood/clock-zone": Texts(
        "'{text}' is the clock of another place: write the time by the plan's own clock, and no zone",
        "“{text}” là giờ của nơi khác: hãy đổi sang giờ của kế hoạch và không ghi múi giờ",
    ),
    "not-understood/relative": Texts(
        "'{text}' depends on the day when it is read: write the month, the year or the date",
        "“{text}” tùy thuộc vào ngày đọc: hãy ghi rõ tháng, năm hoặc ngày",
    ),
    "not-understood/unsure": Texts(
        "'{text}' leaves open whether or when it happens: write the days and times that hold",
        "“{text}” làm chưa rõ có diễn ra hay không, hoặc khi nào: hãy ghi ngày, giờ chắc chắn",
    ),
    "not-understood/no-months": Texts(
        "'{text}' names no certain days: write the months, or the first and the last day",
        "“{text}” chưa rõ từ ngày nào đến ngày nào: hãy ghi tháng, hoặc ngày đầu và ngày cuối",
    ),
    "not-understood/day-or-count": Texts(
        "is the number in '{text}' one more day, or a count? Write 'and the 20th', or part the count from it",
        "số trong “{text}” là thêm một ngày hay là số lượng? Hãy ghi “và ngày 20”, hoặc tách số lượng ra",
    ),
    "not-understood/count-of-what": Texts(
        "is this count meant for each of these days, or in all? Write it with its period, as '2 a week'",
        "số lượng này tính cho mỗi ngày hay tính tất cả? Hãy ghi kèm kỳ, ví dụ “2 bài/tuần”",
    ),
    "not-understood/title-or-day": Texts(
        "'{text}' may be part of a title or name a day: put the title alone in quotes, or leave it out",
        "“{text}” có thể là tên gọi hoặc là ngày: hãy chỉ đặt tên gọi trong ngoặc kép, hoặc bỏ đi",
    ),
    "not-understood/of-a-series": Texts(
        "'{text}' is one of several, and which day that is stands elsewhere: write the day itself",
        "“{text}” là một trong nhiều kỳ, rơi vào ngày nào thì ở đây không nói: hãy viết chính ngày đó",
    ),
    "not-understood/does-not-fit": Texts(
        "these words say something of dates that does not fit the rest of the phrase: "
        "write them as a rule of their own behind ';', or leave them out",
        "những chữ này nói về thời gian nhưng không khớp với phần còn lại: "
        "hãy viết thành ý riêng sau dấu “;” hoặc bỏ đi",
    ),
    "not-understood/contradicts": Texts(
        "these words contradict each other, as 'every week' and 'week 2 of the month': leave one out",
        "những chữ này trái nhau, ví dụ “hằng tuần” và “tuần 2 trong tháng”: hãy bỏ một",
    ),
    "not-understood/shift-to": Texts(
        "where it goes from a day off could not be read: write 'the next working day', or 'the following "
        "Monday'",
        "không rõ chuyển sang ngày nào khi trùng ngày nghỉ: hãy ghi “ngày làm việc tiếp theo”, hoặc “thứ Hai "
        "kế tiếp”",
    ),
    "not-understood/one-of-series": Texts(
        "this date is said to be one of the rule's days, and is none of them, or not that one: leave it out, "
        "or write 'also' before it",
        "ngày này được nêu như một ngày của lịch trên, nhưng không phải ngày đó: hãy bỏ đi, hoặc ghi “thêm” "
        "trước ngày này",
    ),
    "count-disagrees/run": Texts(
        "from which date does this count? Write 'from' and the first date",
        "tính từ ngày nào? Hãy ghi “từ ngày …”",
    ),
    "count-disagrees": Texts(
        "the phrase says {count} but names {found}: correct one",
        "cụm từ nói {count} nhưng lại kể ra {found}: hãy sửa một trong hai",
    ),
    "too-many-ways": Texts(
        "these days and times can be put together in too many ways: write each rule in a line of its own",
        "các ngày giờ này có thể ghép với nhau theo quá nhiều cách: hãy viết mỗi quy định trên một dòng",
    ),
    "line-end/break": Texts("the line ends part what stands on them", "mỗi dòng là một ý riêng"),
    "line-end/blank": Texts("the text runs on over the line ends", "câu viết liền qua chỗ xuống dòng"),
    "not-understood/list-or-date": Texts(
        "is this a list, or is there a date in it? Write 'week 3 and week 5', or the date apart: '; 5 March'",
        "đây là danh sách hay có một ngày trong đó? Ghi “tuần 3 và tuần 5”, hoặc tách ngày: “; ngày 5/3”",
    ),
    "attachment": Texts(
        "the words can be put together in more than one way: way {n}",
        "các chữ có thể ghép với nhau theo nhiều cách: cách {n}",
    ),
    "adds-or-replaces/month": Texts(
        "does this take the place of the days before in that month, or add to them? Write "
        "'15th of each month except August; 20 August', or 'also' before it",
        "ý này thay cho các ngày nêu trước trong tháng đó, hay thêm vào? Hãy ghi “ngày 15 hằng tháng trừ "
        "tháng 8; ngày 20/8”, hoặc “thêm” trước ý này",
    ),
    "adds-or-replaces/week": Texts(
        "does this take the place of the day before in that week, or add to it? Write 'instead' or 'also'",
        "ý này thay cho ngày nêu trước trong tuần đó, hay thêm vào? Hãy ghi “riêng” hoặc “thêm” trước ý này",
    ),
    "adds-or-replaces/replaces": Texts(
        "the rule with fewer days takes the place of the other one on them",
        "ý có ít ngày hơn thay cho ý kia vào những ngày đó",
    ),
    "adds-or-replaces/adds": Texts("both hold on these days", "cả hai ý đều có hiệu lực vào những ngày đó"),
    "not-understood/twice": Texts(
        "'{text}' stands twice in a row: leave one out",
        "“{text}” bị lặp lại liền nhau: hãy bỏ một",
    ),
    "not-understood/without-accents": Texts(
        "'{text}' stands beside a time and has no accents: write it with them, so that its meaning is sure",
        "“{text}” đứng cạnh thời gian mà không có dấu: hãy viết đủ dấu để rõ nghĩa",
    ),
    "not-understood/other-year": Texts(
        "does the year say when, or is it part of a name? "
        "Put the name in quotes, or write 'in' before the year",
        "năm này chỉ thời gian hay thuộc tên gọi? Hãy đặt tên trong ngoặc kép, hoặc ghi “năm” trước số đó",
    ),
    "not-understood/day-off": Texts(
        "what should happen on these days? Write 'except public holidays', "
        "or 'if that is a public holiday, the next working day'",
        "chưa rõ những ngày này thì làm gì: hãy ghi “trừ ngày lễ”, "
        "hoặc “nếu trùng ngày lễ thì chuyển sang ngày làm việc tiếp theo”",
    ),
    "not-understood/working-day-of-week": Texts(
        "working days are counted in a month, not in a week: write the weekday, as in 'every Monday'",
        "ngày làm việc được đếm trong tháng, không đếm trong tuần: hãy ghi thứ, ví dụ “thứ Hai hằng tuần”",
    ),
    "not-understood/two-ends": Texts(
        "write the first and the last of the period as two rules, parted by ';'",
        "hãy tách lần đầu và lần cuối của kỳ thành hai ý, cách nhau bằng dấu “;”",
    ),
    "not-understood/replay-week": Texts(
        "a replay in a numbered week needs a premiere in one: 'Monday week 1, replay Tuesday week 2'",
        "phát lại theo tuần thì lần đầu cũng phải theo tuần: “thứ Hai tuần 1, phát lại thứ Ba tuần 2”",
    ),
    "not-understood/replay-date": Texts(
        "a replay on a date needs a premiere on one date: '5 May, replay on 6 May'",
        "phát lại theo ngày thì lần đầu cũng phải là một ngày: “ngày 5/5, phát lại ngày 6/5”",
    ),
    "unreadable-number": Texts(
        "'{text}' is not a number that can be read: is a letter written for a digit?",
        "“{text}” không đọc được thành số: có chữ cái viết thay chữ số?",
    ),
    "unreadable-number/run-together": Texts(
        "'{text}' is no day of a month: two numbers may have run together, as 0918 for 09, 18",
        "“{text}” không phải là một ngày: có thể hai số bị viết dính nhau, ví dụ 0918 thay vì 09, 18",
    ),
    "lunar-calendar": Texts(
        "'{text}' belongs to the lunar calendar, which is not read: write the solar date",
        "“{text}” là âm lịch, chưa đọc được: hãy ghi ngày dương lịch",
    ),
    "two-languages": Texts(
        "'{text}' is a word of time in another language than the rest: write one language",
        "“{text}” là từ chỉ thời gian của ngôn ngữ khác: hãy viết một ngôn ngữ",
    ),
    "no-schedule": Texts(
        "no day, time or period was found: write when, as in '17:45 Wednesday week 3' or 'in May'",
        "không tìm thấy ngày, giờ hay khoảng thời gian nào: hãy ghi khi nào, "
        "ví dụ “17 giờ 45 thứ Tư tuần 3” hoặc “tháng 5”",
    ),
    "except-nth/weekday": Texts(
        "number {n} of these weekdays in the month", "lần thứ {n} của thứ đó trong tháng"
    ),
    "except-nth/day": Texts("day {n} of the month", "ngày {n} của tháng"),
    "no-dates": Texts(
        "together these words name no day of the plan's year: correct the months, the range or the exception",
        "những chữ này gộp lại không có ngày nào trong năm của kế hoạch: hãy xem lại tháng, khoảng ngày "
        "hoặc phần “trừ”",
    ),
    "no-dates/outside": Texts(
        "a date lies outside the range beside it: part the two by ';' if they are two rules, or correct one",
        "có ngày nằm ngoài khoảng ghi bên cạnh: hãy tách bằng dấu “;” nếu là hai ý, hoặc sửa một",
    ),
    "not-understood/two-events": Texts(
        "is the date beside this range or weekday an event of its own? Part the two by ';', or write one",
        "ngày bên cạnh khoảng hay thứ này là việc riêng? Hãy tách bằng dấu “;”, hoặc chỉ ghi một",
    ),
    "too-many-rules/numbers": Texts(
        "a phrase has at most {most} numbers: split it into items",
        "một cụm có nhiều nhất {most} con số: hãy tách thành nhiều mục",
    ),
    "too-many-rules/words": Texts(
        "a phrase has at most {most} words and signs: split it into items",
        "một cụm có nhiều nhất {most} từ và dấu: hãy tách thành nhiều mục",
    ),
    "too-many-rules": Texts(
        "a phrase has at most {most} rules: split it into items",
        "một cụm có nhiều nhất {most} quy tắc: hãy tách thành nhiều mục",
    ),
    "too-long": Texts("a phrase has at most {most} characters", "cụm từ dài nhất {most} ký tự"),
}


def code_of(key: str) -> str:
    """The code that is reported for a sentence."""
    return key.partition("/")[0]


def say(key: str, **facts: object) -> Texts:
    """The sentence of a key with its facts filled in."""
    texts = SENTENCES[key]
    return Texts(texts.en.format(**_named(facts, EN)), texts.vi.format(**_named(facts, VI)))


def problem(key: str, start: int, end: int, **facts: object) -> Problem:
    """The problem of a key for the characters from `start` to `end` of the normalised phrase."""
    return Problem(code_of(key), *say(key, **facts), start, end)


def refuse(key: str, tokens: Sequence[Token], **facts: object) -> Refusal:
    """The refusal of a key that spans the given tokens."""
    return Refusal(problem(key, tokens[0].start, tokens[-1].end, **facts))


def _named(facts: dict[str, object], words: Lexicon) -> dict[str, object]:
    """Facts as a language says them."""
    return {name: _worded(fact, words) for name, fact in facts.items()}


def _worded(fact: object, words: Lexicon) -> object:
    if isinstance(fact, WeekdayName):
        return words.weekdays[fact.weekday]
    if isinstance(fact, CalendarDay):
        return words.bound(fact)
    if isinstance(fact, Period):
        return words.period(fact, 1)
    if isinstance(fact, Texts):
        return fact.vi if words is VI else fact.en
    return fact
