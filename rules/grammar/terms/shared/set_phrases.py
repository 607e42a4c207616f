"""Single words and set phrases that both languages share: replays, exceptions, shifts, settings.

Above each production stand phrases that a test reads; those of the last three are refused.
"""

from __future__ import annotations

from collections.abc import Callable

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Problem, Refusal, written
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.targets import target_quotas
from rules.schedule import CalendarDay, MissingDay, Period, WeekConvention
from rules.vocabulary import Kind
from rules.vocabulary.doubts import MOVED, OUT

_ENDS = frozenset({Kind.COMMA, Kind.SEMICOLON, Kind.DOT, Kind.CLOSE, Kind.END})
_INSTEAD = frozenset({"riêng", "rieng"})
_INCLUDING = frozenset({"kể cả", "gồm cả", "bao gồm cả", "ke ca"})
_CLOSURES = frozenset(
    {
        "closed", "shut off", "shut down", "nghỉ", "tạm nghỉ", "cho nghỉ", "tạm dừng", "tạm ngừng",
        "tạm ngưng", "dừng", "ngừng", "ngưng", "đóng cửa", "tạm đóng cửa",
    }
)  # fmt: skip
_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL_PREFIX, Kind.WORKDAY})
_LONGEST_PURPOSE = 12  # words
_LONGEST_NOUN = 4  # words
_PLAIN = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL})
_MOVES = frozenset({"chuyển sang", "dời sang", "đổi sang", "chuyen sang", "doi sang"})
_DATED = frozenset({Kind.DAY, Kind.NUMBER, Kind.WEEKDAY, Kind.MONTH_NAME})
_LISTED = frozenset({"days", "dates", "holidays", "public holidays", "bank holidays"})
# What a pause may begin with: days and months, not a time.
_PAUSED = frozenset(
    {
        Kind.WEEKDAY, Kind.WEEKDAYS, Kind.MONTH, Kind.MONTH_NAME, Kind.DAY, Kind.WEEK, Kind.QUARTER,
        Kind.EVERY, Kind.EACH, Kind.NUMBER, Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.DAY_OFF, Kind.FROM,
    }
)  # fmt: skip


# replay: phát lại | with replay at
def replay(c: Cursor) -> p.Replay | None:
    """The word with which a replay begins."""
    c.take()
    heads = c.kind() is Kind.COLON
    c.skip(Kind.COLON, Kind.FILLER)
    return p.Replay(heads)


# same_time: cùng giờ | at the same time
def same_time(c: Cursor) -> p.SameTime | None:
    """A replay at its premiere's time."""
    return p.SameTime() if c.accept(Kind.SAME_TIME) else None


# replay_week: cùng tuần | tuần sau | of the following week
def replay_week(c: Cursor) -> p.ReplayWeek | None:
    """The week of a replay's weekday."""
    token = c.accept(Kind.SAME_WEEK, Kind.NEXT_WEEK)
    return p.ReplayWeek(token.kind is Kind.NEXT_WEEK) if token else None


# regular: thường xuyên | regularly | thường xuyên trong tháng | regularly during the quarter
def regular(c: Cursor) -> p.Regular | None:
    """Ongoing, without dates; within a month or a quarter that is not named it is no more."""
    c.take()
    at = c.at
    within = c.accept(Kind.THROUGHOUT) is not None
    c.skip(Kind.FILLER)
    if not within or c.accept(Kind.MONTH, Kind.QUARTER) is None or c.kind() not in _ENDS:
        c.at = at
    return p.Regular()


# except_: trừ | except
def except_(c: Cursor) -> p.Except | None:
    """The word with which an exception begins."""
    return p.Except(but=c.take().text.lower().split()[0] not in ("not", "but", "không"))


_ALL = frozenset({"cả", "ca", "all"})


# also: thêm | also
def also(c: Cursor) -> p.Also | None:
    """What follows holds beside what stands before; "in July, also" would be of those months alone."""
    before = c.kind(-2) if c.kind(-1) is Kind.COMMA else c.kind(-1)
    return None if before is Kind.MONTH_NAME else p.Also() if c.accept(Kind.ALSO) else None


def timeless(c: Cursor, *, noun_of_date: bool) -> p.Timeless | None:
    """A day has no time of its own; `noun_of_date`: the word for "day" is left for the date behind it."""
    if c.accept(Kind.NO_TIME):
        return p.Timeless(behind=True)
    if c.peek().text.lower() not in _ALL:
        return None
    words = 1
    while c.peek(words).text.lower() in _ALL:
        words += 1
    noun = c.peek(words)
    if noun.kind is not Kind.DAY or noun.text.lower() == "days":
        return None
    c.at += words if noun_of_date else words + 1
    return p.Timeless()


_PAUSED_THINGS = frozenset(
    {
        Kind.TEXT, Kind.UNIT, Kind.MEASURE, Kind.FILLER, Kind.AND, Kind.COLON, Kind.PLACE, Kind.NAME,
        Kind.DOCUMENT,
    }
)  # fmt: skip
# Without accents the second half of many other words: "ap dung", "de nghi".
_HALVES = frozenset({"dung", "nghi", "ngung"})
_PURPOSE = frozenset({Kind.TEXT, Kind.UNIT, Kind.MEASURE, Kind.FILLER, Kind.EVERY})


def out(
    c: Cursor, *, of_days_before: bool = False
) -> p.Except | p.Instead | p.Break | p.Moved | p.Aside | None:
    """A pause, with the days that it takes out of those before it; "no" may have a noun with it.

    `of_days_before`: its days may stand before it, and what is paused between it and the days behind it.
    """
    token = c.take()
    if token.text.lower() == "instead":
        return p.Instead(behind=True) if c.kind() in _ENDS else None
    if token.text.lower() in _INSTEAD:
        return p.Break() if _of_others(c) else p.Instead() if c.kind() in _PAUSED else None
    if token.text.lower() in _MOVES:
        if _moved(c):
            return p.Aside()
        return p.Moved(token.text) if c.kind() in _DATED else None
    if token.value == MOVED:
        c.skip(Kind.FILLER)
        return p.Moved(token.text) if c.kind() in _DATED else None
    if token.text.lower() in _INCLUDING:
        return p.Aside() if _said_already(c) else None
    if token.value != OUT or (token.text.lower() in _HALVES and c.kind(-2) is Kind.TEXT):
        return None
    if of_days_before and _ends(c):
        return p.Except(behind=True)
    if token.text.lower() == "no":
        for _ in range(3):
            c.accept(Kind.TEXT, Kind.UNIT)
        if c.kind(1) is not Kind.NUMBER:
            c.accept(Kind.LABEL)  # "no class in August"
    closure = token.text.lower() in _CLOSURES
    if closure and _skip_heading(c):
        c.skip(
            Kind.NAME, Kind.COMMA, Kind.COLON, Kind.DASH
        )  # "closed on the following days: Easter, 9 April"
    elif closure and c.kind() in (Kind.DURATION, Kind.TO) and c.kind(1) in _PURPOSE:
        c.at += 2  # "closed for stocktaking", "closed to pupils:"
        c.skip(Kind.COLON, *_PURPOSE)
    elif closure and of_days_before:
        _skip_purpose(c)
    while c.kind() in (Kind.FILLER, Kind.OF, Kind.AT, Kind.THROUGHOUT, Kind.DURATION):
        if c.take().text.lower() == "with":
            return None
    return p.Except(closure=closure) if c.kind() in _PAUSED else None


def _ends(c: Cursor) -> bool:
    """ "Thứ Hai không tổ chức", or with what the phrase is about: "… không tổ chức lễ viếng"."""
    at = c.at
    while c.kind() in _PLAIN and c.at < at + _LONGEST_NOUN:
        c.take()
    noun, before = (written(tokens).lower() for tokens in (c.since(at), c.tokens[: at - 1]))
    of_it = not noun or (noun in before and c.tokens[at - 2].kind is Kind.WEEKDAY)
    if c.kind() in _ENDS and of_it:
        return True
    c.at = at
    return False


def _of_others(c: Cursor) -> bool:
    """ "riêng lớp 1 ngày 22/8": another group, with a date of its own."""
    at = c.at
    before = {token.kind for token in c.tokens[: at - 1]}
    if Kind.SLASH not in before or before & {Kind.EACH, *_WEEKDAYS}:
        return False  # of days that come again, it takes some out
    while c.kind() in (Kind.NAME, Kind.TEXT, Kind.UNIT, Kind.MEASURE) and c.at < at + _LONGEST_PURPOSE:
        c.take()
    group = c.at > at
    c.skip(Kind.COLON, Kind.FILLER)
    c.accept(Kind.DAY)
    dated = c.kind() is Kind.NUMBER and c.kind(1) is Kind.SLASH
    c.at = at
    return group and dated


def _skip_purpose(c: Cursor) -> None:
    """What is paused, before the days: "ngừng tiếp nhận hồ sơ từ …", "đóng cửa đường Lê Lợi ngày …"."""
    for _ in range(_LONGEST_PURPOSE):
        if c.kind() not in _PAUSED_THINGS:
            return
        c.take()


def _skip_heading(c: Cursor) -> bool:
    """What heads a list of days: "closed on the following days:", "closed for the following holidays:"."""
    at = c.at
    c.skip(Kind.FILLER, Kind.OF, Kind.DURATION)
    if c.take().text.lower() == "following" and c.take().text.lower() in _LISTED:
        c.skip(Kind.COLON, Kind.SEMICOLON, Kind.DASH)
        return True
    c.at = at
    c.skip(Kind.FILLER)
    if c.accept(Kind.COLON) is None:
        c.at = at
        return False
    c.skip(Kind.SEMICOLON, Kind.DASH)
    return True


def _said_already(c: Cursor) -> bool:
    """ "kể cả ngày lễ": kept anyway; "hằng ngày, kể cả Chủ nhật": so is a weekday of every day."""
    before = c.tokens[: c.at]
    daily = any(t.kind is Kind.EACH and t.value == Period.DAY for t in before)
    numbered = any(t.kind is Kind.DAY for t in before) and not any(t.kind in _WEEKDAYS for t in before)
    daily = daily or numbered  # "ngày 18 hằng tháng, kể cả thứ Bảy, Chủ nhật"
    at = c.at
    while c.kind() in (Kind.DAY_OFF, Kind.AND, Kind.COMMA, Kind.EVERY) or (
        daily and c.kind() is Kind.WEEKDAY
    ):
        c.take()
    return c.at > at


def _moved(c: Cursor) -> bool:
    """True where "chuyển sang" says nothing more: behind "riêng …", or a beginning without an older time."""
    before = c.tokens[: c.at - 1]
    if any(t.text.lower() in _INSTEAD for t in before):
        return True
    older = any(t.kind in (Kind.HOUR, Kind.WEEKDAY, Kind.WEEK, Kind.EACH, Kind.WEEKDAYS) for t in before)
    return not older and bool(before) and before[0].kind is Kind.FROM


# target: chỉ tiêu: 39 bài, 37 ảnh/năm | target: 2 issues per month
def target(c: Cursor) -> p.Target | p.Aside | None:
    """A target within the phrase."""
    c.take()
    at = c.at
    while c.kind() not in (Kind.SEMICOLON, Kind.END):
        c.take()
    tokens = list(c.since(at))
    if not tokens:
        return None
    if all(t.kind not in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.TIMES_WORD) for t in tokens):
        return p.Aside()  # "chỉ tiêu 250 đơn vị máu": a count of something else
    found = target_quotas(tokens, Cursor(tokens, c.lang, tokens[-1].end))
    if isinstance(found, Problem):
        raise Refusal(found)
    return p.Target(found)


# one_piece: một lần trong khoảng | once within
def one_piece(c: Cursor) -> p.OnePiece | None:
    """One piece within the period that follows."""
    return p.OnePiece() if c.accept(Kind.ONE_PIECE) else None


def until(c: Cursor, ending: Callable[[Cursor], CalendarDay | None]) -> p.DateRange | None:
    """An end without a beginning; `ending` reads its day."""
    joined = c.kind(-1) is Kind.AND
    token = c.accept(Kind.TO)
    if token is None or (joined and token.text.lower() == "hết"):
        return None
    at = c.at
    day = c.attempt(ending)
    weekdays = [token.number for token in c.since(at) if token.kind is Kind.WEEKDAY]
    return None if day is None else p.DateRange(None, day, None, weekdays[0] if weekdays else None)


# convention: cách tính tuần: monday-full | weeks counted by: iso
def convention(c: Cursor) -> p.Convention | None:
    """How weeks of the month are counted."""
    c.take()
    c.skip(Kind.COLON)
    at, name = c.at, ""
    while c.kind() not in (Kind.SEMICOLON, Kind.END, Kind.CLOSE):
        name += c.take().text.lower()
    if name not in set(WeekConvention):
        c.at = at
        return None
    return p.Convention(WeekConvention(name))


# missing: tháng thiếu ngày thì bỏ qua | in a month without it the last day
def missing(c: Cursor) -> p.Missing | None:
    """What to do in a month that lacks the day."""
    token = c.accept(Kind.MISSING)
    return p.Missing(MissingDay(str(token.value))) if token else None


def anchor(c: Cursor, dated: Callable[[Cursor], CalendarDay | None]) -> p.Anchor | None:
    """A day of one week that counts, for "every two weeks"; `dated` reads it."""
    c.take()
    day = dated(c)
    return p.Anchor(day) if day is not None and day.year is not None else None


def lunar(c: Cursor) -> None:
    """tháng Giêng, rằm, mùng … : the lunar calendar, which is not read as the solar one."""
    token = c.take()
    raise refuse("lunar-calendar", [token], text=token.text)


def bad_number(c: Cursor) -> None:
    """A number with a letter in it: refused, never trimmed."""
    token = c.take()
    raise refuse("unreadable-number", [token], text=token.text)


def doubtful(c: Cursor) -> None:
    """Words that may be a title or a day: one problem for all that stand together."""
    at = c.at
    while c.accept(Kind.DOUBTFUL) is not None:
        pass
    raise refuse("not-understood/title-or-day", c.since(at), text=written(c.since(at)))
