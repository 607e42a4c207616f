"""Words -> numbers, weekdays, months, periods: the table that a maintainer extends.

An entry is a spelling (one or more words, lower case, with its accents), the kind of token that it
makes, and the token's value. Accents may be missing in a phrase, or sit on the other vowel
(*quý*, *qúy*); the lexer allows for that, so each word stands here once for each true spelling.
Order does not matter: the longest entry that fits wins.
"""

from __future__ import annotations

import enum
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from rules.schedule import Period

Lang: TypeAlias = Literal["vi", "en"]


class Kind(enum.StrEnum):
    """What a token is. Those in `TEMPORAL` must be used by a production, or the phrase is refused."""

    # numbers
    NUMBER = "number"
    NUMBER_WORD = "number word"
    BAD_NUMBER = "unreadable number"
    ORDINAL = "ordinal"
    ORDINAL_PREFIX = "ordinal prefix"  # thứ, before a digit
    # days and periods
    WEEKDAY = "weekday"
    WEEKDAYS = "weekdays"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    MONTH_NAME = "month name"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    EVERY = "every"
    EACH = "each period"
    ALTERNATE = "every other"
    TIMES_A = "times"  # lần, kỳ: "2 lần/tháng"
    TIMES_WORD = "so many times"  # once, twice
    REGULAR = "regularly"
    THROUGHOUT = "throughout"
    WHOLE_YEAR = "the whole year"
    MIDDLE = "middle"
    VAGUE = "vague"
    LUNAR = "lunar calendar"
    # clock
    HOUR = "hour"
    MINUTE = "minute"
    HALF_HOUR = "half past"
    LESS = "minutes to"
    PAST = "minutes past or to"
    DAYPART = "part of the day"
    NAMED_TIME = "named time"
    SAME_TIME = "same time"
    DURATION = "duration"
    AT = "at"
    # replays
    REPLAY = "replay"
    SAME_DAY = "same day"
    NEXT_DAY = "next day"
    DAYS_LATER = "days later"
    SAME_WEEK = "same week"
    NEXT_WEEK = "next week"
    # structure
    FROM = "from"
    TO = "to"
    AND = "and"
    EXCEPT = "except"
    OF = "of"
    FILLER = "filler"
    # the rest
    CHANNEL = "channel"
    CHANNEL_NAME = "channel name"
    UNIT = "piece"
    MEASURE = "measure"
    STAY = "stays on show"
    DAY_OFF = "day off"
    SHIFT_IF = "if it falls on"
    SHIFT_TO = "shift to"
    TARGET = "target"
    ONE_PIECE = "once within"
    CONVENTION = "week convention"
    MISSING = "in a month without the day"
    ANCHOR = "counting from the week of"
    # punctuation and text
    COMMA = ","
    SEMICOLON = ";"
    COLON = ":"
    SLASH = "/"
    DASH = "-"
    PLUS = "+"
    DOT = "."
    OPEN = "("
    CLOSE = ")"
    QUOTE = "quote"
    TEXT = "text"
    END = "end of phrase"


TEMPORAL = frozenset(
    {
        Kind.NUMBER, Kind.BAD_NUMBER, Kind.ORDINAL_PREFIX, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.WEEK,
        Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER, Kind.EACH, Kind.ALTERNATE, Kind.REGULAR, Kind.LUNAR,
        Kind.HOUR, Kind.NAMED_TIME, Kind.REPLAY, Kind.SAME_DAY, Kind.NEXT_DAY, Kind.DAYS_LATER,
        Kind.SAME_WEEK, Kind.NEXT_WEEK, Kind.EXCEPT, Kind.SHIFT_IF, Kind.SHIFT_TO, Kind.DAY_OFF,
        Kind.DAYPART, Kind.PAST, Kind.VAGUE, Kind.MIDDLE, Kind.SAME_TIME, Kind.CONVENTION, Kind.ANCHOR,
    }
)  # fmt: skip


class Entry(NamedTuple):
    """One spelling: its words, their folded forms, what it makes."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    kind: Kind
    value: object


# Each line: spellings separated by "|", kind, value.
_VI: tuple[tuple[str, Kind, object], ...] = (
    ("thứ hai|thứ nhì", Kind.WEEKDAY, 0),
    ("thứ ba", Kind.WEEKDAY, 1),
    ("thứ tư", Kind.WEEKDAY, 2),
    ("thứ năm", Kind.WEEKDAY, 3),
    ("thứ sáu", Kind.WEEKDAY, 4),
    ("thứ bảy|thứ bẩy", Kind.WEEKDAY, 5),
    ("chủ nhật|chúa nhật|ngày chủ nhật", Kind.WEEKDAY, 6),
    ("cn", Kind.WEEKDAY, 6),
    ("thứ", Kind.ORDINAL_PREFIX, None),
    ("ngày thường|ngày trong tuần|các ngày trong tuần|các ngày làm việc trong tuần", Kind.WEEKDAYS, (0, 1, 2, 3, 4)),
    ("ngày cuối tuần|các ngày cuối tuần|dịp cuối tuần|hai ngày cuối tuần", Kind.WEEKDAYS, (5, 6)),
    ("thứ nhất|đầu tiên|đầu|nhất", Kind.ORDINAL, 1),
    ("cuối cùng|cuối|sau cùng", Kind.ORDINAL, -1),
    ("áp chót|kế cuối", Kind.ORDINAL, -2),
    ("một|mốt", Kind.NUMBER_WORD, 1),
    ("hai|nhì", Kind.NUMBER_WORD, 2),
    ("ba", Kind.NUMBER_WORD, 3),
    ("bốn|tư", Kind.NUMBER_WORD, 4),
    ("năm", Kind.YEAR, 5),
    ("sáu", Kind.NUMBER_WORD, 6),
    ("bảy|bẩy", Kind.NUMBER_WORD, 7),
    ("tám", Kind.NUMBER_WORD, 8),
    ("chín", Kind.NUMBER_WORD, 9),
    ("mười", Kind.NUMBER_WORD, 10),
    ("mười một", Kind.NUMBER_WORD, 11),
    ("mười hai", Kind.NUMBER_WORD, 12),
    ("mười ba", Kind.NUMBER_WORD, 13),
    ("mười bốn", Kind.NUMBER_WORD, 14),
    ("mười lăm", Kind.NUMBER_WORD, 15),
    ("hai mươi", Kind.NUMBER_WORD, 20),
    ("ba mươi", Kind.NUMBER_WORD, 30),
    ("bốn mươi lăm", Kind.NUMBER_WORD, 45),
    ("ngày", Kind.DAY, None),
    ("tuần|tuần lễ", Kind.WEEK, None),
    ("tháng", Kind.MONTH, None),
    ("quý|quí", Kind.QUARTER, None),
    ("nửa", Kind.HALF, None),
    ("tháng một", Kind.MONTH_NAME, 1),
    ("tháng hai", Kind.MONTH_NAME, 2),
    ("tháng ba", Kind.MONTH_NAME, 3),
    ("tháng tư|tháng bốn", Kind.MONTH_NAME, 4),
    ("tháng năm", Kind.MONTH_NAME, 5),
    ("tháng sáu", Kind.MONTH_NAME, 6),
    ("tháng bảy|tháng bẩy", Kind.MONTH_NAME, 7),
    ("tháng tám", Kind.MONTH_NAME, 8),
    ("tháng chín", Kind.MONTH_NAME, 9),
    ("tháng mười", Kind.MONTH_NAME, 10),
    ("tháng mười một", Kind.MONTH_NAME, 11),
    ("tháng mười hai", Kind.MONTH_NAME, 12),
    ("tháng giêng|tháng chạp|âm lịch|ngày rằm|rằm|mùng|mồng|ngày mùng", Kind.LUNAR, None),
    ("hằng|hàng|mỗi|từng|các|những|tất cả các|cả|mọi", Kind.EVERY, None),
    ("hằng ngày|hàng ngày|mỗi ngày|tất cả các ngày|các ngày trong tháng|ngày nào cũng", Kind.EACH, Period.DAY),
    ("hằng tuần|hàng tuần|mỗi tuần|các tuần|tất cả các tuần", Kind.EACH, Period.WEEK),
    ("hằng tháng|hàng tháng|mỗi tháng|các tháng|từng tháng|tất cả các tháng", Kind.EACH, Period.MONTH),
    ("hằng quý|hàng quý|hằng quí|hàng quí|mỗi quý|mỗi quí|từng quý", Kind.EACH, Period.QUARTER),
    ("hằng năm|hàng năm|mỗi năm", Kind.EACH, Period.YEAR),
    ("sáu tháng một lần|nửa năm một lần", Kind.EACH, Period.HALF),
    ("cách tuần|tuần cách tuần", Kind.ALTERNATE, Period.WEEK),
    ("cách ngày", Kind.ALTERNATE, Period.DAY),
    ("cách tháng", Kind.ALTERNATE, Period.MONTH),
    ("lần|kỳ|kì", Kind.TIMES_A, None),
    ("chỉ tiêu|định mức|chỉ tiêu năm|chỉ tiêu cả năm", Kind.TARGET, None),
    ("một lần trong khoảng", Kind.ONE_PIECE, None),
    ("cách tính tuần", Kind.CONVENTION, None),
    ("tính từ tuần có ngày|tính từ tuần ngày|bắt đầu từ tuần có ngày", Kind.ANCHOR, None),
    ("tháng thiếu ngày thì bỏ qua|tháng không có ngày đó thì bỏ qua|tháng thiếu thì bỏ qua", Kind.MISSING, "skip"),
    ("tháng thiếu ngày thì lấy ngày cuối tháng|tháng không có ngày đó thì lấy ngày cuối tháng|"
     "tháng thiếu thì lấy ngày cuối tháng|hoặc ngày cuối tháng", Kind.MISSING, "last"),
    ("tháng thiếu ngày thì lấy ngày kế tiếp|tháng không có ngày đó thì lấy ngày kế tiếp", Kind.MISSING, "next"),
    ("thường xuyên|liên tục|thường kỳ", Kind.REGULAR, None),
    ("cả năm|suốt năm|quanh năm|trọn năm|trong cả năm|trong suốt năm", Kind.WHOLE_YEAR, None),
    ("trong|suốt|cả", Kind.THROUGHOUT, None),
    ("giữa", Kind.MIDDLE, "middle"),
    ("giờ|h|g", Kind.HOUR, None),
    ("tiếng|tiếng đồng hồ", Kind.MEASURE, "hour"),
    ("phút|ph|p", Kind.MINUTE, None),
    ("rưỡi", Kind.HALF_HOUR, None),
    ("kém", Kind.LESS, None),
    ("sáng|buổi sáng|sáng sớm|rạng sáng", Kind.DAYPART, "morning"),
    ("trưa|buổi trưa", Kind.DAYPART, "noon"),
    ("chiều|buổi chiều|xế chiều", Kind.DAYPART, "afternoon"),
    ("tối|buổi tối", Kind.DAYPART, "evening"),
    ("đêm|khuya|ban đêm|nửa đêm|giữa đêm", Kind.DAYPART, "night"),
    ("thời lượng|độ dài|thời lượng phát sóng|thời lượng chương trình|kéo dài|trong vòng|dài", Kind.DURATION, None),
    ("lúc|vào lúc|hồi|bắt đầu lúc|bắt đầu từ lúc|khung giờ|giờ phát sóng|vào khung giờ", Kind.AT, None),
    ("phát lại|phát sóng lại|chiếu lại|đăng lại|tái phát|phát lại vào|phát lại lúc", Kind.REPLAY, None),
    ("cùng ngày|trong ngày|ngay trong ngày|ngày hôm đó|trong cùng ngày|cùng hôm|hôm đó", Kind.SAME_DAY, 0),
    ("ngày hôm sau|hôm sau|ngày sau|ngày kế tiếp|ngày tiếp theo|ngày kế|ngày liền kề|ngày sau đó|hôm sau đó|"
     "ngày hôm sau đó|ngày liền sau|ngày mai|hôm kế tiếp|hôm tiếp theo", Kind.NEXT_DAY, 1),
    ("sáng hôm sau|sáng ngày hôm sau|sáng ngày sau", Kind.NEXT_DAY, (1, "morning")),
    ("trưa hôm sau|trưa ngày hôm sau", Kind.NEXT_DAY, (1, "noon")),
    ("chiều hôm sau|chiều ngày hôm sau", Kind.NEXT_DAY, (1, "afternoon")),
    ("tối hôm sau|tối ngày hôm sau", Kind.NEXT_DAY, (1, "evening")),
    ("sáng cùng ngày", Kind.SAME_DAY, (0, "morning")),
    ("trưa cùng ngày", Kind.SAME_DAY, (0, "noon")),
    ("chiều cùng ngày", Kind.SAME_DAY, (0, "afternoon")),
    ("tối cùng ngày", Kind.SAME_DAY, (0, "evening")),
    ("cùng tối", Kind.SAME_DAY, (0, "evening")),
    ("tối hôm đó|tối đó", Kind.SAME_DAY, (0, "evening")),
    ("cùng giờ|cùng khung giờ|cùng thời điểm|cùng giờ đó", Kind.SAME_TIME, None),
    ("ngày hôm kia|ngày kia|hôm kia", Kind.NEXT_DAY, 2),
    ("sau|sau đó|sau khi phát|kể từ ngày phát", Kind.DAYS_LATER, None),
    ("cùng tuần|tuần đó|trong tuần đó|của tuần đó|trong cùng tuần|trong tuần", Kind.SAME_WEEK, None),
    ("tuần sau|tuần kế tiếp|tuần tiếp theo|tuần sau đó|tuần kế", Kind.NEXT_WEEK, None),
    ("từ|kể từ|bắt đầu từ", Kind.FROM, None),
    ("đến|tới|đến hết|cho đến|tới hết|đến cuối|cho đến hết|->|→", Kind.TO, None),
    ("và|cùng với|cùng|&|với", Kind.AND, None),
    ("trừ|ngoại trừ|không kể|không phát|trừ các|trừ ra", Kind.EXCEPT, None),
    ("của|trong|thuộc", Kind.OF, None),
    ("vào|ở|tại|là|được|phát|phát sóng|lên sóng|đăng|đăng tải|đăng phát|ra|ngày phát|thời gian|phát hành|vào các|"
     "thời gian phát|thời gian phát sóng|phát vào|phát sóng vào|vào dịp|phát trên|lịch phát|ra mắt|khoảng",
     Kind.FILLER, None),
    ("kênh|trên kênh|trên sóng|sóng|kênh truyền hình|kênh sóng|trên kênh sóng|kênh phát thanh|trên sóng kênh",
     Kind.CHANNEL, None),
    ("số|số báo|kỳ báo|số tạp chí|bài|bài viết|tin|tin bài|tin, bài|ảnh|hình ảnh|hình|clip|video|video clip|"
     "phóng sự|chuyên mục|chuyên đề|chuyên trang|chương trình|cuộc|hội nghị|hội thi|tiểu phẩm|tọa đàm|buổi|lớp|"
     "tập|bản tin|phim|kịch|cuộc thi|ấn phẩm|tạp chí|sản phẩm|lượt|infographic|tờ|đợt|trailer|spot|podcast|chuyến|"
     "hội nghị tập huấn|lớp tập huấn|bản", Kind.UNIT, None),
    ("trang|trang báo|giây|đồng|người|%|km|mét|tầng|phòng số|trang a4|từ", Kind.MEASURE, "other"),
    ("treo|giữ|lưu|duy trì|đăng treo|treo trên|hiển thị", Kind.STAY, None),
    ("ngày nghỉ|ngày nghỉ lễ|ngày thứ bảy, chủ nhật", Kind.DAY_OFF, False),
    ("ngày lễ|ngày lễ, tết|lễ, tết|ngày lễ tết|lễ tết|ngày tết|các ngày lễ|các ngày lễ, tết|các ngày lễ tết|"
     "dịp lễ, tết|ngày lễ, ngày tết|nghỉ lễ, tết|nghỉ lễ|nghỉ tết", Kind.DAY_OFF, True),
    ("nếu trùng|nếu trùng vào|nếu rơi vào|trường hợp trùng|trường hợp trùng vào|trùng vào|gặp|nếu gặp|trùng|"
     "nếu là|trong trường hợp trùng", Kind.SHIFT_IF, None),
    ("thì chuyển sang ngày làm việc tiếp theo|chuyển sang ngày làm việc tiếp theo|ngày làm việc tiếp theo|"
     "ngày làm việc kế tiếp|ngày làm việc liền kề|ngày làm việc liền sau|ngày làm việc sau đó|ngày làm việc đầu tiên sau đó",
     Kind.SHIFT_TO, "next"),
    ("ngày làm việc liền trước|ngày làm việc trước đó|ngày làm việc liền kề trước đó|ngày làm việc trước",
     Kind.SHIFT_TO, "previous"),
    ("thì không phát|thì nghỉ|thì bỏ qua|thì không đăng|không phát sóng|thì thôi", Kind.SHIFT_TO, "skip"),
)  # fmt: skip

_EN: tuple[tuple[str, Kind, object], ...] = (
    ("monday|mondays|mon", Kind.WEEKDAY, 0),
    ("tuesday|tuesdays|tue|tues", Kind.WEEKDAY, 1),
    ("wednesday|wednesdays|wed|weds", Kind.WEEKDAY, 2),
    ("thursday|thursdays|thu|thur|thurs", Kind.WEEKDAY, 3),
    ("friday|fridays|fri", Kind.WEEKDAY, 4),
    ("saturday|saturdays|sat", Kind.WEEKDAY, 5),
    ("sunday|sundays|sun", Kind.WEEKDAY, 6),
    ("weekday|weekdays|working day|working days|business days|workdays", Kind.WEEKDAYS, (0, 1, 2, 3, 4)),
    ("weekend|weekends", Kind.WEEKDAYS, (5, 6)),
    ("first", Kind.ORDINAL, 1),
    ("second", Kind.ORDINAL, 2),
    ("third", Kind.ORDINAL, 3),
    ("fourth", Kind.ORDINAL, 4),
    ("fifth", Kind.ORDINAL, 5),
    ("sixth", Kind.ORDINAL, 6),
    ("last|final", Kind.ORDINAL, -1),
    ("second last|second to last|second-to-last|penultimate|last but one|next to last", Kind.ORDINAL, -2),
    ("one", Kind.NUMBER_WORD, 1),
    ("two", Kind.NUMBER_WORD, 2),
    ("three", Kind.NUMBER_WORD, 3),
    ("four", Kind.NUMBER_WORD, 4),
    ("five", Kind.NUMBER_WORD, 5),
    ("six", Kind.NUMBER_WORD, 6),
    ("seven", Kind.NUMBER_WORD, 7),
    ("eight", Kind.NUMBER_WORD, 8),
    ("nine", Kind.NUMBER_WORD, 9),
    ("ten", Kind.NUMBER_WORD, 10),
    ("eleven", Kind.NUMBER_WORD, 11),
    ("twelve", Kind.NUMBER_WORD, 12),
    ("fifteen", Kind.NUMBER_WORD, 15),
    ("twenty", Kind.NUMBER_WORD, 20),
    ("thirty", Kind.NUMBER_WORD, 30),
    ("day|days", Kind.DAY, None),
    ("week|weeks|wk|wks", Kind.WEEK, None),
    ("month|months", Kind.MONTH, None),
    ("quarter|quarters", Kind.QUARTER, None),
    ("half", Kind.HALF, None),
    ("year|years", Kind.YEAR, None),
    ("january|jan", Kind.MONTH_NAME, 1),
    ("february|feb", Kind.MONTH_NAME, 2),
    ("march|mar", Kind.MONTH_NAME, 3),
    ("april|apr", Kind.MONTH_NAME, 4),
    ("may", Kind.MONTH_NAME, 5),
    ("june|jun", Kind.MONTH_NAME, 6),
    ("july|jul", Kind.MONTH_NAME, 7),
    ("august|aug", Kind.MONTH_NAME, 8),
    ("september|sep|sept", Kind.MONTH_NAME, 9),
    ("october|oct", Kind.MONTH_NAME, 10),
    ("november|nov", Kind.MONTH_NAME, 11),
    ("december|dec", Kind.MONTH_NAME, 12),
    ("lunar|lunar calendar", Kind.LUNAR, None),
    ("every|each|all", Kind.EVERY, None),
    ("daily|every day|each day", Kind.EACH, Period.DAY),
    ("weekly|every week|each week|a week|per week", Kind.EACH, Period.WEEK),
    ("monthly|every month|each month|a month|per month|of the month|of each month|of every month|in the month|"
     "in each month|in every month", Kind.EACH, Period.MONTH),
    ("quarterly|every quarter|each quarter|a quarter|per quarter|of each quarter|of every quarter", Kind.EACH, Period.QUARTER),
    ("half-yearly|half yearly|every half year|each half year|per half year|every six months|"
     "each half-year|every half-year|biannually", Kind.EACH, Period.HALF),
    ("yearly|annually|every year|each year|a year|per year", Kind.EACH, Period.YEAR),
    ("a day|per day", Kind.EACH, Period.DAY),
    ("every other|every other week|every second week|biweekly|fortnightly|every fortnight|alternate weeks|bi-weekly", Kind.ALTERNATE, Period.WEEK),
    ("every other month|every second month|bimonthly|bi-monthly|alternate months", Kind.ALTERNATE, Period.MONTH),
    ("every other day|every second day|alternate days", Kind.ALTERNATE, Period.DAY),
    ("times|time", Kind.TIMES_A, None),
    ("once", Kind.TIMES_WORD, 1),
    ("twice", Kind.TIMES_WORD, 2),
    ("thrice", Kind.TIMES_WORD, 3),
    ("target|quota", Kind.TARGET, None),
    ("once within", Kind.ONE_PIECE, None),
    ("weeks counted by", Kind.CONVENTION, None),
    ("counting from the week of|starting from the week of|starting the week of", Kind.ANCHOR, None),
    ("skipped in a month without it|a month without that day has none", Kind.MISSING, "skip"),
    ("in a month without it the last day|or the last day of a shorter month", Kind.MISSING, "last"),
    ("in a month without it the next day", Kind.MISSING, "next"),
    ("regularly|continuously|ongoing|on a regular basis", Kind.REGULAR, None),
    ("all year|all year round|year-round|year round|the whole year|all through the year", Kind.WHOLE_YEAR, None),
    ("throughout|during|within", Kind.THROUGHOUT, None),
    ("beginning of the month|start of the month|early in the month|beginning of each month|"
     "beginning of every month|start of each month|beginning of the quarter|beginning of the year", Kind.VAGUE, "beginning"),
    ("end of the month|month-end|month end|end of each month|end of every month|end of the quarter|"
     "end of the year|end of the week|late in the month", Kind.VAGUE, "end"),
    ("mid-month|mid month|middle of the month|midmonth|midweek|mid-week|mid-year|middle of each month", Kind.VAGUE, "middle"),
    ("o'clock|hrs|hours|hour|h", Kind.HOUR, None),
    ("minutes|minute|mins|min|m", Kind.MINUTE, None),
    ("am|a.m.|a.m|in the morning", Kind.DAYPART, "am"),
    ("pm|p.m.|p.m|in the afternoon|in the evening", Kind.DAYPART, "pm"),
    ("morning|mornings", Kind.DAYPART, "morning"),
    ("afternoon|afternoons", Kind.DAYPART, "afternoon"),
    ("evening|evenings", Kind.DAYPART, "evening"),
    ("night|nights", Kind.DAYPART, "night"),
    ("quarter to|a quarter to", Kind.PAST, -15),
    ("quarter past|a quarter past", Kind.PAST, 15),
    ("half past", Kind.PAST, 30),
    ("noon|midday", Kind.NAMED_TIME, 12),
    ("midnight", Kind.NAMED_TIME, 0),
    ("duration|lasting|running time|length|long|for|lasts", Kind.DURATION, None),
    ("at|@|starting at", Kind.AT, None),
    ("replay|replays|repeat|repeats|repeated|replayed|rerun|reruns|re-run|rebroadcast|rebroadcasts|re-broadcast|"
     "re-aired|reaired|rerun|encore|re-airs|re-air|with replay|with a replay|with repeat|with a repeat|"
     "with replays|with repeats|and replay|repeat broadcast", Kind.REPLAY, None),
    ("same day|the same day|that day|that same day|on the same day|later that day|later the same day", Kind.SAME_DAY, 0),
    ("same evening|that evening|the same evening|that same evening|that night|the same night|same night",
     Kind.SAME_DAY, (0, "evening")),
    ("that morning|the same morning", Kind.SAME_DAY, (0, "morning")),
    ("that afternoon|the same afternoon", Kind.SAME_DAY, (0, "afternoon")),
    ("next day|the next day|following day|the following day|day after|the day after|on the next day|tomorrow|"
     "on the following day|one day later", Kind.NEXT_DAY, 1),
    ("same time|at the same time|the same time", Kind.SAME_TIME, None),
    ("next morning|the next morning|following morning|the following morning|the morning after", Kind.NEXT_DAY, (1, "morning")),
    ("next afternoon|the next afternoon|following afternoon|the following afternoon", Kind.NEXT_DAY, (1, "afternoon")),
    ("next evening|the next evening|following evening|the following evening", Kind.NEXT_DAY, (1, "evening")),
    ("days later|day later|days after|days afterwards", Kind.DAYS_LATER, None),
    ("same week|the same week|that week|of the same week|of that week|in the same week", Kind.SAME_WEEK, None),
    ("next week|the next week|the following week|following week|of the following week|of the next week|"
     "in the following week", Kind.NEXT_WEEK, None),
    ("from|starting|beginning|since", Kind.FROM, None),
    ("to|until|till|through|up to|thru|->|→", Kind.TO, None),
    ("and|&|as well as", Kind.AND, None),
    ("except|excluding|but not|except for|other than|not|skip|excepting|bar", Kind.EXCEPT, None),
    ("of|in|within|of the", Kind.OF, None),
    ("the|on|broadcast|aired|airs|published|publish|with|shown|is|are|then|its|a|an|on the|also|by|end of",
     Kind.FILLER, None),
    ("channel|on channel|channels|on channels|station", Kind.CHANNEL, None),
    ("issue|issues|article|articles|photo|photos|picture|pictures|clip|clips|video|videos|report|reports|"
     "programme|programmes|program|programs|episode|episodes|story|stories|conference|conferences|contest|"
     "contests|piece|pieces|post|posts|play|plays|column|columns|edition|editions|session|sessions|broadcast|"
     "broadcasts|talk show|talk shows|training conference|item|items|bulletin|bulletins|course|courses|stage contest",
     Kind.UNIT, None),
    ("page|pages|%|people|floor|seconds|room|words", Kind.MEASURE, "other"),
    ("stays online|stays on the website|kept online|keep online|on the website for|online for|stays up", Kind.STAY, None),
    ("day off|days off|non-working day|non-working days", Kind.DAY_OFF, False),
    ("holiday|holidays|public holiday|public holidays|bank holiday|bank holidays", Kind.DAY_OFF, True),
    ("if that is a|if it falls on|if that falls on|if it falls on a|if this falls on a|when it falls on a|"
     "if that falls on a|if it is a|if this is a|falling on a", Kind.SHIFT_IF, None),
    ("next working day|the next working day|next business day|the next business day|the following working day|"
     "following working day", Kind.SHIFT_TO, "next"),
    ("previous working day|the previous working day|the preceding working day|the working day before|"
     "previous business day", Kind.SHIFT_TO, "previous"),
    ("it is skipped|skip it|it is cancelled|no broadcast", Kind.SHIFT_TO, "skip"),
)  # fmt: skip

_D_STROKE = str.maketrans("đĐ", "dD")


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """The word without accents, lower case, `đ` as d: what is compared when accents are missing."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower().translate(_D_STROKE))
    return "".join(c for c in plain if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def spelling(word: str) -> tuple[str, str]:
    """Letters and accents apart, so that *quý* equals *qúy* and composed equals decomposed."""
    plain = unicodedata.normalize("NFD", word.lower().replace("đ", "d\u0335"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return letters, "".join(sorted(c for c in plain if unicodedata.combining(c)))


def entries(lang: Lang) -> Iterator[Entry]:
    """Each spelling of a language as an entry."""
    for spellings, kind, value in _VI if lang == "vi" else _EN:
        for text in spellings.split("|"):
            words = tuple(split_words(text))
            yield Entry(words, tuple(fold(w) for w in words), kind, value)


def split_words(text: str) -> list[str]:
    """Words and marks of a spelling, as the lexer cuts a phrase: runs of letters or digits, single marks."""
    words: list[str] = []
    run = ""
    for c in text:
        if c.isalnum():
            run += c
            continue
        if run:
            words.append(run)
            run = ""
        if not c.isspace():
            words.append(c)
    return [*words, run] if run else words


@cache
def index(lang: Lang) -> dict[str, tuple[Entry, ...]]:
    """Entries by their first folded word, longest first."""
    table: dict[str, list[Entry]] = {}
    for entry in entries(lang):
        table.setdefault(entry.folded[0], []).append(entry)
    return {word: tuple(sorted(found, key=lambda e: -len(e.words))) for word, found in table.items()}
