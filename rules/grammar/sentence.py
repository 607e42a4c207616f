"""Tokens -> parts: at each place the productions of the language are tried in order.

Law 6 is kept here: a token that no production uses is reported. A temporal word or a number that
is left over is a problem; other text is listed as ignored.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rules.grammar import calendar, clock, en, vi
from rules.grammar import parts as p
from rules.grammar.cursor import Cursor
from rules.grammar.tokens import Problem, Refusal, Token
from rules.schedule import MissingDay, ShiftTo, WeekConvention
from rules.targets import target_quotas
from rules.vocabulary import TEMPORAL, Kind, Lang

Production = Callable[[Cursor], p.Meaning | None]


class Sentence(NamedTuple):
    """What was made of a phrase's tokens."""

    parts: list[p.Part]
    ignored: list[Token]
    problems: list[Problem]


def replay(c: Cursor) -> p.Replay | None:
    """phát lại | with replay at."""
    if c.accept(Kind.REPLAY) is None:
        return None
    c.skip(Kind.COLON, Kind.FILLER)
    return p.Replay()


def same_time(c: Cursor) -> p.SameTime | None:
    """cùng giờ | at the same time."""
    return p.SameTime() if c.accept(Kind.SAME_TIME) else None


def replay_week(c: Cursor) -> p.ReplayWeek | None:
    """cùng tuần | tuần sau | of the following week."""
    token = c.accept(Kind.SAME_WEEK, Kind.NEXT_WEEK)
    return p.ReplayWeek(token.kind is Kind.NEXT_WEEK) if token else None


def channel(c: Cursor) -> p.Channel | None:
    """Kênh KG | trên sóng KG1 | on channel KG | on KG1 | KG1 channel."""
    marked = c.accept(Kind.CHANNEL)
    token = c.peek()
    if marked is not None:
        c.skip(Kind.COLON, Kind.QUOTE)
        token = c.peek()
        if token.kind is Kind.CHANNEL_NAME or token.kind is Kind.TEXT or _single_number(c):
            c.take()
            c.skip(Kind.QUOTE)
            return p.Channel(token.text)
        return None
    if token.kind is Kind.CHANNEL_NAME:
        c.take()
        c.accept(Kind.CHANNEL)
        return p.Channel(str(token.value))
    if token.kind is Kind.TEXT and _identifier(token.text):
        behind = c.kind(1) is Kind.CHANNEL and c.lang == "en" and not _identifier(c.peek(2).text)
        led = c.kind(-1) in (Kind.FILLER, Kind.AND, Kind.COMMA, Kind.SLASH, Kind.PLUS) and _led_by_channel(c)
        if behind or led:
            c.take()
            c.accept(Kind.CHANNEL) if behind else None
            return p.Channel(token.text)
    return None


def _single_number(c: Cursor) -> bool:
    """ "channel 5", but not "Kênh 7 giờ"."""
    return c.kind() is Kind.NUMBER and c.kind(1) not in (
        Kind.HOUR,
        Kind.COLON,
        Kind.SLASH,
        Kind.DASH,
        Kind.MINUTE,
    )


def _identifier(text: str) -> bool:
    return len(text) >= 2 and text.isascii() and text.isalnum() and text.upper() == text and text[0].isalpha()


def _led_by_channel(c: Cursor) -> bool:
    """ "on KG1"; or a list that goes on: "Kênh KG và KG1"."""
    before = c.peek(-1)
    if before.kind is Kind.FILLER:
        return before.text.lower() in ("on", "on the")
    return c.kind(-3) is Kind.CHANNEL or (c.kind(-3) is Kind.FILLER and c.peek(-3).text.lower() == "on")


def regular(c: Cursor) -> p.Regular | None:
    """thường xuyên | regularly."""
    return p.Regular() if c.accept(Kind.REGULAR) else None


def except_(c: Cursor) -> p.Except | None:
    """trừ | except."""
    return p.Except() if c.accept(Kind.EXCEPT) else None


def day_off(c: Cursor) -> p.DayOff | None:
    """ngày nghỉ | public holidays."""
    token = c.accept(Kind.DAY_OFF)
    return p.DayOff(bool(token.value)) if token else None


def shift(c: Cursor) -> p.Shift | None:
    """nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo | if that is a holiday, the next working day."""
    if c.accept(Kind.SHIFT_IF) is None:
        return None
    off = None
    while off is None and c.kind() in (Kind.FILLER, Kind.DAY_OFF, Kind.OF, Kind.TEXT):
        off = c.accept(Kind.DAY_OFF) or (c.take() and None)
    if off is None:
        return None
    if c.accept(Kind.COMMA, Kind.AND) and c.kind() is Kind.DAY_OFF:
        both = c.take()
        off = off if not off.value else both
    words = 0
    while c.kind() is not Kind.SHIFT_TO and words < 8:
        if c.kind() in TEMPORAL or c.kind() in (Kind.END, Kind.SEMICOLON):
            return None
        c.take()
        words += 1
    to = c.accept(Kind.SHIFT_TO)
    return p.Shift(ShiftTo(str(to.value)), bool(off.value)) if to else None


def target(c: Cursor) -> p.Target | None:
    """chỉ tiêu: 39 bài, 37 ảnh/năm | target: 2 issues per month."""
    if c.accept(Kind.TARGET) is None:
        return None
    at = c.at
    while c.kind() not in (Kind.SEMICOLON, Kind.END):
        c.take()
    tokens = list(c.since(at))
    if not tokens:
        return None
    found = target_quotas(tokens, Cursor(tokens, c.lang, tokens[-1].end))
    if isinstance(found, Problem):
        raise Refusal(found)
    return p.Target(found)


def one_piece(c: Cursor) -> p.OnePiece | None:
    """một lần trong khoảng | once within."""
    return p.OnePiece() if c.accept(Kind.ONE_PIECE) else None


def convention(c: Cursor) -> p.Convention | None:
    """cách tính tuần: monday-full | weeks counted by: iso."""
    if c.accept(Kind.CONVENTION) is None:
        return None
    c.skip(Kind.COLON)
    at, name = c.at, ""
    while c.kind() not in (Kind.SEMICOLON, Kind.END, Kind.CLOSE):
        name += c.take().text.lower()
    if name not in set(WeekConvention):
        c.at = at
        return None
    return p.Convention(WeekConvention(name))


def missing(c: Cursor) -> p.Missing | None:
    """tháng thiếu ngày thì bỏ qua | in a month without it the last day."""
    token = c.accept(Kind.MISSING)
    return p.Missing(MissingDay(str(token.value))) if token else None


def anchor(c: Cursor) -> p.Anchor | None:
    """tính từ tuần có ngày 1/1/2024 | counting from the week of 1 January 2024."""
    if c.accept(Kind.ANCHOR) is None:
        return None
    day = (vi if c.lang == "vi" else en).dated(c)
    return p.Anchor(day) if day is not None and day.year is not None else None


def lunar(c: Cursor) -> None:
    """tháng Giêng, rằm, mùng … : the lunar calendar, which is not read as the solar one."""
    token = c.take()
    raise Refusal(
        Problem(
            "lunar-calendar",
            f"'{token.text}' belongs to the lunar calendar, which is not read: write the solar date",
            f"“{token.text}” là âm lịch, chưa đọc được: hãy ghi ngày dương lịch",
            token.start,
            token.end,
        )
    )


def bad_number(c: Cursor) -> None:
    """A number with a letter in it: refused, never trimmed."""
    token = c.take()
    raise Refusal(
        Problem(
            "unreadable-number",
            f"'{token.text}' is not a number that can be read: is a letter written for a digit?",
            f"“{token.text}” không đọc được thành số: có chữ cái viết thay chữ số?",
            token.start,
            token.end,
        )
    )


_SHARED_LATE: tuple[Production, ...] = (clock.measure, calendar.quota, calendar.year)


def _table(lang: Lang) -> dict[Kind, tuple[Production, ...]]:
    """For each kind of first token, the productions to try, in order."""
    if lang == "vi":
        by_number: tuple[Production, ...] = (
            clock.measure, calendar.every, vi.some_months, vi.weeks, vi.when, clock.clock, clock.duration,
            calendar.quota, vi.dates, calendar.year,
        )  # fmt: skip
        weekday: tuple[Production, ...] = (vi.weekdays,)
        ordinal: tuple[Production, ...] = (vi.vague, vi.weekdays)
        week: tuple[Production, ...] = (vi.weeks,)
        month: tuple[Production, ...] = (vi.months,)
        quarter: tuple[Production, ...] = (vi.quarters,)
        day: tuple[Production, ...] = (vi.dates, vi.month_days, vi.weekdays)
        some: Production = vi.some_months
        until, when, vague = vi.until, vi.when, vi.vague
    else:
        by_number = (
            clock.measure, en.when, en.nth_weekdays, en.weeks, en.some_months, en.quarters, clock.clock, clock.duration,
            calendar.quota, en.dates, en.month_days, calendar.year,
        )  # fmt: skip
        weekday = (en.weekdays,)
        ordinal = (en.some_months, en.quarters, en.nth_weekdays, en.weeks, en.dates, en.month_days)
        week = (en.weeks,)
        month = (en.dates, en.months)
        quarter = (en.quarters,)
        day = (en.month_days,)
        some = en.some_months
        until, when, vague = en.until, en.when, en.vague
    opening = (clock.clock, *((vi.dates, vi.month_days, vi.months, vi.quarters) if lang == "vi" else
               (en.dates, en.month_days, en.months, en.quarters)), *weekday)  # fmt: skip
    return {
        Kind.NUMBER: by_number,
        Kind.NUMBER_WORD: (
            calendar.every,
            some,
            vi.weeks if lang == "vi" else en.when,
            when,
            clock.clock,
            clock.duration,
            calendar.quota,
        ),
        Kind.TIMES_WORD: (calendar.quota,),
        Kind.BAD_NUMBER: (bad_number,),
        Kind.ORDINAL: ordinal,
        Kind.ORDINAL_PREFIX: weekday,
        Kind.WEEKDAY: weekday,
        Kind.WEEKDAYS: weekday,
        Kind.DAY: day,
        Kind.WEEK: week,
        Kind.MONTH: month,
        Kind.MONTH_NAME: month,
        Kind.QUARTER: quarter,
        Kind.HALF: (some,),
        Kind.YEAR: (calendar.year, calendar.quota),
        Kind.EVERY: (
            calendar.every,
            *(() if lang == "vi" else (en.nth_weekdays,)),
            *week,
            *weekday,
            *month,
            *quarter,
            *day,
        ),
        Kind.EACH: (*((vi.months,) if lang == "vi" else ()), calendar.each),
        Kind.ALTERNATE: (calendar.every,),
        Kind.REGULAR: (regular,),
        Kind.WHOLE_YEAR: (calendar.year,),
        Kind.THROUGHOUT: (calendar.year, some, *month, *quarter),
        Kind.OF: (calendar.year, some, *month, *quarter),
        Kind.MIDDLE: (vague,),
        Kind.VAGUE: (vague,),
        Kind.LUNAR: (lunar,),
        Kind.DAYPART: (clock.clock, clock.daypart),
        Kind.NAMED_TIME: (clock.clock,),
        Kind.PAST: (clock.clock,),
        Kind.SAME_TIME: (same_time,),
        Kind.DURATION: (clock.duration,),
        Kind.AT: opening,
        Kind.FROM: opening,
        Kind.TO: (until,),
        Kind.REPLAY: (replay,),
        Kind.SAME_DAY: (when,),
        Kind.NEXT_DAY: (when,),
        Kind.DAYS_LATER: (when,),
        Kind.SAME_WEEK: (replay_week,),
        Kind.NEXT_WEEK: (replay_week,),
        Kind.EXCEPT: (except_,),
        Kind.CHANNEL: (channel,),
        Kind.CHANNEL_NAME: (channel,),
        Kind.TEXT: (channel,),
        Kind.STAY: (calendar.stay,),
        Kind.DAY_OFF: (day_off,),
        Kind.SHIFT_IF: (shift,),
        Kind.MEASURE: (clock.measure,),
        Kind.TARGET: (target,),
        Kind.ONE_PIECE: (one_piece,),
        Kind.CONVENTION: (convention,),
        Kind.MISSING: (missing,),
        Kind.ANCHOR: (anchor,),
    }


_TABLES: dict[Lang, dict[Kind, tuple[Production, ...]]] = {"vi": _table("vi"), "en": _table("en")}
_PUNCTUATION: dict[Kind, p.Meaning] = {
    Kind.OPEN: p.Open(),
    Kind.CLOSE: p.Close(),
    Kind.SEMICOLON: p.Break(),
    Kind.DOT: p.Break(),
    Kind.COMMA: p.Joint(","),
    Kind.AND: p.Joint("and"),
    Kind.PLUS: p.Joint("and"),
    Kind.COLON: p.Joint(":"),
    Kind.SLASH: p.Joint("/"),
    Kind.DASH: p.Joint("-"),
}
_SILENT = frozenset(
    {
        Kind.FILLER, Kind.OF, Kind.AT, Kind.EVERY, Kind.QUOTE, Kind.UNIT, Kind.THROUGHOUT, Kind.DURATION, Kind.DAY,
        Kind.YEAR, Kind.TIMES_A, Kind.STAY, Kind.CHANNEL, Kind.NUMBER_WORD, Kind.ORDINAL, Kind.HALF, Kind.MINUTE,
        Kind.MEASURE, Kind.TIMES_WORD,
    }
)  # fmt: skip
# Of those, the ones that say something of dates when they stand beside a temporal word.
_NEIGHBOURLY = frozenset(
    {Kind.ORDINAL, Kind.NUMBER_WORD, Kind.HALF, Kind.TIMES_WORD, Kind.TIMES_A, Kind.YEAR}
)


def sentence(tokens: Sequence[Token], lang: Lang, length: int) -> Sentence:
    """Read the tokens of a phrase of `length` characters into parts."""
    c = Cursor(tokens, lang, length)
    table = _TABLES[lang]
    made = Sentence([], [], [])
    while c.at < len(tokens):
        at = c.at
        token = tokens[at]
        try:
            meaning = _produce(c, table.get(token.kind, ()))
        except Refusal as refusal:
            made.problems.append(refusal.problem)
            # Go on behind the words that were refused, so that all faults are shown at once.
            while c.at < len(tokens) and tokens[c.at].start < refusal.problem.end:
                c.at += 1
            c.at = max(c.at, at + 1)
            continue
        if meaning is not None:
            made.parts.append(p.Part(meaning, token.start, tokens[c.at - 1].end))
            continue
        c.at = at + 1
        mark = _PUNCTUATION.get(token.kind)
        if mark is not None:
            made.parts.append(p.Part(mark, token.start, token.end))
        elif token.kind is Kind.HOUR and not _counted(tokens, at):
            made.ignored.append(token)  # "the story hour", "khung giờ vàng"
        elif token.kind in TEMPORAL or token.kind is Kind.FROM or token.kind is Kind.TO:
            if token.kind in (Kind.FROM, Kind.TO):
                made.ignored.append(token)
            else:
                made.problems.append(_left_over(token))
        elif token.kind in _NEIGHBOURLY and _beside_temporal(tokens, at):
            made.problems.append(_left_over(token))
        elif token.kind not in _SILENT or token.kind in (
            Kind.UNIT,
            Kind.ORDINAL,
            Kind.NUMBER_WORD,
            Kind.MEASURE,
            Kind.STAY,
            Kind.CHANNEL,
        ):
            made.ignored.append(token)
    return made


def _produce(c: Cursor, productions: Sequence[Production]) -> p.Meaning | None:
    at = c.at
    for production in productions:
        meaning = production(c)
        if meaning is not None and c.at > at:
            return meaning
        c.at = at
    return None


def _beside_temporal(tokens: Sequence[Token], at: int) -> bool:
    near = (Kind.WEEK, Kind.WEEKDAY, Kind.MONTH, Kind.QUARTER, Kind.DAY, Kind.MONTH_NAME, Kind.WEEKDAYS)
    return any(0 <= k < len(tokens) and tokens[k].kind in near for k in (at - 1, at + 1))


def _counted(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].kind in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.BAD_NUMBER)


def _left_over(token: Token) -> Problem:
    return Problem(
        "not-understood",
        f"'{token.text}' could not be given a meaning here",
        f"không rõ “{token.text}” ở đây có nghĩa gì",
        token.start,
        token.end,
    )
