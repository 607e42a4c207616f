"""What a token can be, and which kinds a phrase must not leave unused."""

from __future__ import annotations

from typing import Literal, TypeAlias

from rules.vocabulary.constants import Constants

Lang: TypeAlias = Literal["vi", "en"]
OTHER: dict[Lang, Lang] = {"vi": "en", "en": "vi"}


class Kind(Constants):
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
    DATE_NAME = "date by its name"  # Christmas Day
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    EVERY = "every"
    EACH = "each period"
    ALTERNATE = "every other"
    THEREAFTER = "and so on weekly"
    EITHER = "so many in each or one in so many"  # biweekly
    TIMES_IN = "so many in each"  # semi-monthly
    TIMES_A = "times"  # lần, kỳ: "2 lần/tháng"
    TIMES_WORD = "so many times"  # once, twice
    REGULAR = "regularly"
    THROUGHOUT = "throughout"
    WHOLE_YEAR = "the whole year"
    MIDDLE = "middle"
    PARITY = "even or odd"
    PART_OF_MONTH = "part of the month"
    VAGUE = "vague"
    PART_OF = "early, middle or late in"  # before a month: "early May"
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
    BY_CLOCK = "as the clock shows it"  # behind a duration
    NO_TIME = "no time is known"
    ZONE = "clock zone"
    AT = "at"
    # replays
    REPLAY = "replay"
    SAME_DAY = "same day"
    NEXT_DAY = "next day"
    DAYS_LATER = "days later"
    SAME_WEEK = "same week"
    NEXT_WEEK = "next week"
    # words that change what stands behind them, and that no production reads yet
    HEDGE = "hedge"  # before, about, or, not: a problem in front of a time
    DUE = "deadline"  # by, no later than, due, deadline
    RELATIVE = "relative to today"
    UNSURE = "leaves open whether or when"  # usually, cancelled, unless: a problem wherever it stands
    USUAL = "usually"  # read as the rule behind it, with a remark
    ABOUT = "about"  # directly before a time of day: read as that time, with a remark
    NO_MONTHS = "names no certain months"  # spring, term time
    # structure
    FROM = "from"
    BETWEEN = "between"
    TO = "to"
    AND = "and"
    EXCEPT = "except"
    OF = "of"
    ALSO = "also"
    FILLER = "filler"
    # the rest
    CHANNEL = "channel"
    CHANNEL_NAME = "channel name"
    UNIT = "piece"
    MEASURE = "measure"
    COUNTED = "people and things that are counted"  # behind a number alone
    LABEL = "names the number behind it"  # room, ages, tel.
    PLACE = "street"
    THING = "numbered thing"  # 2nd floor
    DOCUMENT = "document"
    PHONE = "telephone"
    OCCASION = "anniversary"
    PAST_DAY = "day of the past"  # born on
    NAME = "name of another thing"
    DOUBTFUL = "perhaps a name, perhaps a day"
    STAY = "stays on show"
    DAY_OFF = "day off"
    WORKDAY = "working day"
    SHIFT_IF = "if it falls on"
    SHIFT_TO = "shift to"
    TARGET = "target"
    TOTAL = "in total"
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
        Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER, Kind.EACH, Kind.ALTERNATE, Kind.EITHER, Kind.TIMES_IN,
        Kind.THEREAFTER,
        Kind.REGULAR, Kind.DATE_NAME, Kind.LUNAR, Kind.HOUR, Kind.NAMED_TIME, Kind.REPLAY, Kind.SAME_DAY,
        Kind.NEXT_DAY, Kind.DAYS_LATER,
        Kind.SAME_WEEK, Kind.NEXT_WEEK, Kind.EXCEPT, Kind.SHIFT_IF, Kind.SHIFT_TO, Kind.DAY_OFF,
        Kind.WORKDAY,
        Kind.DAYPART, Kind.PAST, Kind.VAGUE, Kind.MIDDLE, Kind.SAME_TIME, Kind.CONVENTION, Kind.ANCHOR,
        Kind.PARITY, Kind.PART_OF_MONTH, Kind.RELATIVE, Kind.UNSURE, Kind.NO_MONTHS, Kind.DOUBTFUL,
        Kind.NO_TIME, Kind.BY_CLOCK,
    }
)  # fmt: skip

ABOUT = "about"  # value of a `HEDGE` that is read before a time of day
NO_REPLAY = "no replay"  # value of a `HEDGE` that says nothing where no time stands behind it
BEFORE = "before"  # value of a `HEDGE` that makes a deadline of the date behind it, which is itself out
EACH_ONE = "each one"  # value of an `EVERY` that needs no list behind it: mỗi, hằng; not các

# Values of a `DUE` that does not only stand directly before its day or time.
DOORS = "doors"  # value of a `HEDGE`: when people are let in, which is not when it begins
NO_REPLAY = "no replay"  # value of a `FILLER`: on some days alone it says that there are others
ONWARDS = "onwards"  # value of a `HEDGE`: behind a date without "from" the date is a beginning
READERS_DAY = "reader's day"  # today, tomorrow: a date behind it says which
NAMES_DEADLINE = "noun"  # deadline, hạn nộp: other words may stand between
CLOSES = "closes"  # a deadline for what is open until then: applications, a consultation

NAMED_BY_A_MONTH = "issue"  # value of a `UNIT` that a month may name: "the March issue"
EVEN = "even"  # value of an `UNSURE` that changes nothing: "even if it falls on a holiday"
AIMS = "aims"  # value of a `SHIFT_IF` that is "in order to" before words of no time: nhằm

# A line of a table: spellings parted by "|", the kind of token that they make, its value.
Line: TypeAlias = tuple[str, Kind, object]
