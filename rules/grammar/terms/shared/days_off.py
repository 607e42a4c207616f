"""What happens on a day off: left out, or moved to a working day, or from a weekend to its Monday or Friday.

A condition is a word of condition, what may fall on a day off, the verb of falling, the days off, any words
for what is done then, and where it goes. Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import ordinal
from rules.schedule import ShiftTo
from rules.vocabulary import TEMPORAL, Kind
from rules.vocabulary.doubts import MOVED, OUT
from rules.vocabulary.kinds import EVEN
from rules.vocabulary.shifts import AHEAD, BEHIND, CONDITIONS, COPULAS, DAYS_OFF

Which: TypeAlias = Literal["all", "holidays", "weekends"]

_BEFORE_DAYS_OFF = frozenset(
    {Kind.FILLER, Kind.OF, Kind.TEXT, Kind.DAY_OFF, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DAY, Kind.EVERY}
)
_NAMES_A_DAY = frozenset(
    {
        Kind.TEXT, Kind.FILLER, Kind.DAY, Kind.NUMBER, Kind.UNIT, Kind.MEASURE, Kind.EVERY, Kind.EACH,
        Kind.OF, Kind.MONTH, Kind.WEEKDAY, Kind.ORDINAL,
        Kind.LABEL, Kind.HEDGE, Kind.COMMA, Kind.AND, Kind.SAME_DAY,
    }
)  # fmt: skip
_BETWEEN_DAYS_OFF = frozenset({Kind.COMMA, Kind.AND, Kind.SLASH})
_CLAUSE_ENDS = frozenset({Kind.END, Kind.SEMICOLON, Kind.DOT, Kind.CLOSE})
_TO_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.RELATIVE})
_WEEKEND = {5, 6}
_MOST_NAMING = 10  # words between the condition and the verb
_MOST_WORDS = 12  # between the days off and where their airings go
_LONGEST_HOLIDAY = 5  # words: "nghỉ Tết Dương lịch", "nghỉ lễ Giỗ Tổ Hùng Vương"
_LONGEST_BEHIND = 5
_TOWARDS = {0: ShiftTo.MONDAY, 4: ShiftTo.FRIDAY}


class Condition(NamedTuple):
    """Which days off are meant, and what the words say of the days that may fall on them."""

    which: Which
    numbers: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    ordinals: tuple[int, ...] = ()


# day_off: ngày nghỉ | public holidays
def day_off(c: Cursor) -> p.DayOff | p.Except | None:
    """Days off, or public holidays alone; with dates behind it "nghỉ lễ 30/4" is a pause on these."""
    token = c.take()
    at = c.at
    if token.text.lower().startswith("nghỉ"):
        for _ in range(_LONGEST_HOLIDAY):
            c.accept(Kind.TEXT, Kind.FILLER, Kind.COLON, Kind.NO_MONTHS)
        if c.kind() in (Kind.NUMBER, Kind.DAY, Kind.FROM):
            return p.Except(closure=True)
        c.at = at
    return p.DayOff(bool(token.value))


# shift_first: moved to the next working day if it falls on a weekend
# shift_first: the next working day if that is a public holiday
def shift_first(c: Cursor) -> p.Shift | None:
    """A shift with where it goes in front."""
    if c.kind() is Kind.UNSURE:
        if c.take().value != MOVED:
            return None
        c.skip(Kind.FILLER)
    to = c.accept(Kind.SHIFT_TO)
    c.accept(Kind.COMMA)
    condition = None if to is None else _condition(c)
    return None if to is None or condition is None else _shift(ShiftTo(str(to.value)), condition)


# anyway: the 12th of each month, even if it falls on a weekend or a public holiday
def anyway(c: Cursor) -> p.Aside | None:
    """A day off that changes nothing."""
    return None if c.take().value != EVEN or _named(c) is None else p.Aside()


# shift: nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
# shift: nếu trùng vào thứ Bảy, Chủ nhật, ngày lễ thì chuyển sang ngày làm việc kế tiếp
# shift: trường hợp ngày tiếp công dân trùng vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp
# shift: nếu ngày 20 hằng tháng trùng ngày nghỉ, lễ, Tết thì lùi sang 01 ngày làm việc gần nhất sau đó
# shift: nếu ngày 5 rơi vào thứ Bảy, Chủ nhật thì tiếp vào thứ Hai tuần kế tiếp
# shift: if that is a holiday, the next working day | if the reception is on a day off, the day after
# shift: if it falls on a Saturday, Sunday or public holiday, it is held on the first working day after
# shift: if that falls on a weekend, on the following Monday | if it falls on a weekend, the Friday before
# shift: Tuesdays; if this falls on a holiday, the meeting will be held the following Tuesday
# shift: Mondays (unless the Monday is a holiday, then the meeting will be held on Tuesday)
def shift(c: Cursor) -> p.Shift | None:
    """What to do on a day off; where it cannot be told where the airing goes, that is refused."""
    at = c.at
    condition = _condition(c)
    if condition is None:
        return None
    to = _target(c, condition.which, c.tokens[:at])
    if to is None:
        raise refuse("not-understood/shift-to", c.tokens[at : max(c.at, at + 1)])
    return _shift(to, condition)


def _shift(to: ShiftTo, condition: Condition) -> p.Shift:
    which, *named = condition
    return p.Shift(to, which == "holidays", which == "weekends", *named)


def _condition(c: Cursor) -> Condition | None:
    """The words up to the days off; the verb stands behind what falls on them, or behind them."""
    if c.kind() is not Kind.SHIFT_IF and c.peek().text.lower() not in CONDITIONS:
        return None
    while c.peek().text.lower() in CONDITIONS:
        c.take()
    return _named(c)


def _named(c: Cursor) -> Condition | None:
    """What falls on days off, the verb, and the days off; "a holiday falls on Monday" turns them round."""
    at = c.at
    verb = _verb(c)
    words = c.tokens[at:verb]
    c.at = at if verb is None else verb + 1
    before = c.at
    which = _which(c)
    if which is None and verb is not None:
        c.at = at
        which = _which(c)
        if which is None or c.at > verb:
            return None
        c.at = verb + 1
        while c.kind() in (Kind.FILLER, Kind.WEEKDAY, Kind.DAY):
            c.take()
        words = c.tokens[before : c.at]
    if which is None or not all(token.kind in _NAMES_A_DAY for token in words):
        return None
    return Condition(
        which,
        tuple(token.number for token in words if token.kind is Kind.NUMBER),
        tuple(token.number for token in words if token.kind is Kind.WEEKDAY),
        tuple(token.number for token in words if token.kind is Kind.ORDINAL),
    )


def _verb(c: Cursor) -> int | None:
    """The place of the verb: one of falling, else the first "is"."""
    places = range(c.at, min(c.at + _MOST_NAMING, len(c.tokens)))
    ends = (k for k in places if c.tokens[k].kind in _CLAUSE_ENDS)
    places = range(c.at, next(ends, places.stop))
    falls = (k for k in places if c.tokens[k].kind is Kind.SHIFT_IF)
    copulas = (k for k in places if c.tokens[k].text.lower() in COPULAS)
    return next(falls, next(copulas, None))


def _target(c: Cursor, which: Which, before: Sequence[Token]) -> ShiftTo | None:
    """Where what falls on a day off goes: behind any words that name no time."""
    words = 0
    while words < _MOST_WORDS and c.kind() not in _CLAUSE_ENDS:
        kind = c.kind()
        if kind is Kind.SHIFT_TO:
            return _whole_target(c)
        if kind is Kind.WORKDAY:
            return _beside(c, ShiftTo.NEXT) or _beside(c, ShiftTo.PREVIOUS)
        if kind is Kind.NEXT_DAY and c.peek().value == 1 and which == "all":
            c.take()
            return ShiftTo.NEXT  # a next day that is off is passed over in its turn
        if which == "weekends" and kind in _TO_WEEKDAYS:
            return _to_weekday(c)
        if which != "weekends" and kind in (*_TO_WEEKDAYS, Kind.ORDINAL, Kind.NUMBER) and not _one(c):
            return _of_a_weekday(c, before)
        if kind is Kind.UNSURE and c.peek().value == OUT:
            return _left_out(c)
        if kind in TEMPORAL - {Kind.UNSURE} and not _one(c):
            c.take()
            return None
        c.take()
        words += 1
    return None


def _one(c: Cursor) -> bool:
    """ "01 ngày làm việc liền kề", "the first working day after"."""
    ahead = c.kind(1) in (Kind.WORKDAY, Kind.SHIFT_TO)
    return ahead and c.peek().value == 1 and c.kind() in (Kind.NUMBER, Kind.ORDINAL)


def _whole_target(c: Cursor) -> ShiftTo:
    to = ShiftTo(str(c.take().value))
    if not _said_behind(c, BEHIND.get(to, ())):  # "ngày làm việc liền kề sau đó"
        c.accept(Kind.DAYS_LATER)
    return to


def _left_out(c: Cursor) -> ShiftTo | None:
    """ "There is no meeting": with no time behind it in its clause."""
    while c.kind() not in _CLAUSE_ENDS:
        if c.take().kind in TEMPORAL - {Kind.UNSURE}:
            return None
    return ShiftTo.SKIP


def _beside(c: Cursor, to: ShiftTo) -> ShiftTo | None:
    """The day here, with a word before it or behind it that says in which direction it lies."""
    led = c.peek(-1).text.lower() in AHEAD[to]
    at = c.at
    c.take()
    if _said_behind(c, BEHIND[to]) or led:
        return to
    c.at = at
    return None


def _to_weekday(c: Cursor) -> ShiftTo | None:
    """The Monday behind a weekend or the Friday before it; a weekday alone may be of any week."""
    token = c.peek()
    if token.kind is Kind.RELATIVE:
        c.take()
        return ShiftTo.MONDAY if token.text.lower() == "next monday" else None
    to = _TOWARDS.get(token.number)
    found = None if to is None else _beside(c, to)
    c.at += found is None
    return found


def _of_a_weekday(c: Cursor, tokens: Sequence[Token]) -> ShiftTo | None:
    """ "The following Tuesday" of a rule on Tuesdays, "the second Monday" of one on the first: a week later.

    "On Tuesday" of a rule on Mondays is the next day.
    """
    before = [token for token in tokens if token.kind in (Kind.WEEKDAY, Kind.WEEKDAYS)]
    led = c.peek(-1).text.lower() in AHEAD[ShiftTo.MONDAY]
    ordinals = _ordinals_of(tokens)
    nth = ordinal(c)
    token = c.take()
    words = token.text.lower().split()
    if token.kind is Kind.RELATIVE and words[:1] == ["next"]:
        led, named = True, [one for one in before if one.text.lower() == words[-1]]
    elif token.kind is Kind.WEEKDAY:
        named = [one for one in before if one.value == token.value]
    else:
        return None
    later = _said_behind(c, BEHIND[ShiftTo.MONDAY])
    if token.kind is Kind.WEEKDAY and nth is None and before and not named:
        days = {one.value for one in before}
        return ShiftTo.NEXT if days == {token.number - 1} and token.number not in _WEEKEND else None
    if not before or named != before:
        return None
    if nth is not None:
        return ShiftTo.WEEK if len(ordinals) == 1 and nth == ordinals[0] + 1 else None
    return ShiftTo.WEEK if led or later else None


def _ordinals_of(tokens: Sequence[Token]) -> list[int]:
    """The ordinals before weekdays: "the first Monday", "the 1st Monday"."""
    found: list[int] = []
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else None
        if token.kind is not Kind.WEEKDAY or before is None:
            continue
        if before.kind is Kind.ORDINAL:
            found.append(before.number)
        elif before.glued and at > 1 and tokens[at - 2].kind is Kind.NUMBER:
            found.append(tokens[at - 2].number)
    return found


def _said_behind(c: Cursor, phrases: tuple[str, ...]) -> bool:
    """Take the longest of the phrases that stands here."""
    for count in range(_LONGEST_BEHIND, 0, -1):
        words = [token.text.lower() for token in c.tokens[c.at : c.at + count]]
        if len(words) == count and " ".join(words) in phrases:
            c.at += count
            return True
    return False


def _which(c: Cursor) -> Which | None:
    """Which days a shift leaves: holidays alone, weekends alone, or both; None where none are named.

    Saturday and Sunday beside a holiday are the weekend; without one they say nothing of holidays.
    """
    weekend: set[int] = set()
    found: set[bool] = set()
    while c.kind() in _BEFORE_DAYS_OFF or (found | weekend and _between(c)):
        token = c.take()
        if token.kind is Kind.DAY_OFF:
            found.add(bool(token.value))
        elif token.kind is Kind.WEEKDAYS and (token.value is None or c.kind(-2) is Kind.WEEKDAY):
            return None  # "các ngày trong tuần" names no days, "a Sunday weekend" one too many
        elif token.kind in (Kind.WEEKDAY, Kind.WEEKDAYS):
            if c.kind(-2) is Kind.DAY_OFF and c.peek(-2).value is False:
                found.discard(False)  # "ngày nghỉ thứ Bảy, Chủ nhật" are these
            weekend |= set(token.numbers) if token.kind is Kind.WEEKDAYS else {token.number}
        elif token.kind is Kind.TEXT and token.text.lower() in DAYS_OFF:
            found.add(True)
        elif token.kind is Kind.TEXT and (found or weekend == _WEEKEND):
            c.at -= 1
            break
        if weekend == _WEEKEND and not found and c.kind() is Kind.FILLER and not _joins(token):
            break
    if weekend not in (set(), _WEEKEND) or not (found or weekend):
        return None
    if not found:
        return "weekends"
    return "holidays" if found == {True} and not weekend else "all"


def _between(c: Cursor) -> bool:
    """A mark or a word between days off; a long weekend beside them is theirs."""
    return c.kind() in _BETWEEN_DAYS_OFF or _joins(c.peek()) or c.peek().text.lower() == "long weekend"


def _joins(token: Token) -> bool:
    """ "or" between the days off of a shift leaves nothing open."""
    return token.kind is Kind.AND or token.text.lower() in ("or", "hoặc")


# no_airing: không phát sóng vào các ngày lễ | no broadcast on public holidays
def no_airing(c: Cursor) -> p.Shift | None:
    """What is not aired on days off."""
    to = c.accept(Kind.SHIFT_TO)
    if to is None or to.value != "skip":
        return None
    c.skip(Kind.FILLER, Kind.AT, Kind.EVERY, Kind.OF)
    off = c.accept(Kind.DAY_OFF)
    return None if off is None else p.Shift(ShiftTo.SKIP, bool(off.value))
