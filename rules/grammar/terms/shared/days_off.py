"""What happens on a day off: left out, or moved to a working day, or from a weekend to its Monday or Friday.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import ordinal
from rules.schedule import ShiftTo
from rules.vocabulary import TEMPORAL, Kind
from rules.vocabulary.doubts import MOVED
from rules.vocabulary.kinds import EVEN

Which: TypeAlias = Literal["all", "holidays", "weekends"]

_BEFORE_DAYS_OFF = frozenset(
    {Kind.FILLER, Kind.OF, Kind.TEXT, Kind.DAY_OFF, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DAY, Kind.EVERY}
)
_NAMES_A_DAY = frozenset({Kind.TEXT, Kind.FILLER, Kind.DAY, Kind.NUMBER, Kind.UNIT, Kind.MEASURE})
_CONDITIONS = frozenset({"nếu", "trường hợp", "trong trường hợp", "neu", "truong hop", "if", "when", "where"})
_BETWEEN_DAYS_OFF = frozenset({Kind.COMMA, Kind.AND, Kind.SLASH})
_WEEKEND = {5, 6}
_MOST_WORDS = 12  # between the days off and where their airings go
_LONGEST_HOLIDAY = 5  # words: "nghỉ Tết Dương lịch", "nghỉ lễ Giỗ Tổ Hùng Vương"
_TOWARDS = {0: ShiftTo.MONDAY, 4: ShiftTo.FRIDAY}
# The word beside the Monday or the Friday: before it (in English alone), or behind it.
_AHEAD = {ShiftTo.MONDAY: ("following", "next"), ShiftTo.FRIDAY: ("previous", "preceding")}
_BEHIND = {
    ShiftTo.MONDAY: (
        "following", "after", "next", "thereafter", "immediately",
        "kế tiếp", "tiếp theo", "liền kề", "liền sau", "ngay sau", "ngay sau đó", "sau đó", "tuần kế tiếp",
        "tuần tiếp theo", "tuần sau", "của tuần kế tiếp", "của tuần tiếp theo", "liền sau đó", "kế đó",
    ),
    ShiftTo.FRIDAY: (
        "before", "preceding", "immediately",
        "liền trước", "trước đó", "liền trước đó", "ngay trước", "ngay trước đó", "liền kề trước đó",
        "liền kề trước", "trước",
    ),
}  # fmt: skip


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


# shift_of: trường hợp ngày tiếp công dân trùng vào ngày nghỉ thì chuyển sang ngày làm việc kế tiếp
# shift_of: nếu ngày 20 trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
# shift_of: if the reception falls on a public holiday, the next working day
# shift_of: nếu ngày 5 rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp
def shift_of(c: Cursor) -> p.Shift | None:
    """The same where what falls on a day off is named between: "nếu ngày 20 trùng ngày nghỉ"."""
    if c.take().text.lower() not in _CONDITIONS:
        return None
    words = 0
    numbers: list[int] = []
    while c.kind() in _NAMES_A_DAY and words < 6:
        token = c.take()
        numbers += [token.number] if token.kind is Kind.NUMBER else []
        words += 1
    found = shift(c)
    return None if found is None else replace(found, numbers=tuple(numbers))


# shift_first: moved to the next working day if it falls on a weekend
# shift_first: the next working day if that is a public holiday
def shift_first(c: Cursor) -> p.Shift | None:
    """The same with where it goes in front."""
    if c.kind() is Kind.UNSURE:
        if c.take().value != MOVED:
            return None
        c.skip(Kind.FILLER)
    to = c.accept(Kind.SHIFT_TO)
    c.accept(Kind.COMMA)
    if to is None or c.accept(Kind.SHIFT_IF) is None:
        return None
    which = _which(c)
    if which is None:
        return None
    return p.Shift(ShiftTo(str(to.value)), which == "holidays", which == "weekends")


# anyway: the 12th of each month, even if it falls on a weekend or a public holiday
def anyway(c: Cursor) -> p.Aside | None:
    """A day off that changes nothing."""
    word = c.accept(Kind.SHIFT_IF)
    if word is None or word.value != EVEN:
        return None
    return None if _which(c) is None else p.Aside()


# shift: nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
# shift: if that is a holiday, the next working day
# shift: if it falls on a Saturday, Sunday or public holiday, the next working day
# shift: nếu trùng vào thứ Bảy, Chủ nhật, ngày lễ thì chuyển sang ngày làm việc kế tiếp
# shift: nếu trùng thứ Bảy, Chủ nhật thì tiếp vào thứ Hai tuần kế tiếp
# shift: if that falls on a weekend, on the following Monday | if it falls on a weekend, the Friday before
# shift: Tuesdays; if this falls on a holiday, the meeting will be held the following Tuesday
def shift(c: Cursor) -> p.Shift | None:
    """What to do on a day off."""
    at = c.at
    word = c.accept(Kind.SHIFT_IF)
    if word is None or word.value == EVEN:
        return None
    which = _which(c)
    if which is None:
        return None
    words = 0
    while c.kind() is not Kind.SHIFT_TO and words < _MOST_WORDS:
        if c.kind() is Kind.NEXT_DAY and c.peek().value == 1 and which == "all":
            c.take()
            return p.Shift(ShiftTo.NEXT)  # a next day that is off is passed over in its turn
        if which == "weekends" and c.kind() in (Kind.WEEKDAY, Kind.RELATIVE):
            to_weekday = _to_weekday(c)
            return None if to_weekday is None else p.Shift(to_weekday, weekends_only=True)
        if which == "holidays" and c.kind() in (Kind.WEEKDAY, Kind.RELATIVE, Kind.ORDINAL, Kind.NUMBER):
            return p.Shift(ShiftTo.WEEK, holidays_only=True) if _a_week_later(c, at) else None
        if c.kind() in TEMPORAL - {Kind.UNSURE} or c.kind() in (Kind.END, Kind.SEMICOLON):
            return None
        c.take()
        words += 1
    to = c.accept(Kind.SHIFT_TO)
    c.accept(Kind.DAYS_LATER)  # "ngày làm việc liền kề sau đó"
    return p.Shift(ShiftTo(str(to.value)), which == "holidays", which == "weekends") if to else None


def _to_weekday(c: Cursor) -> ShiftTo | None:
    """The Monday behind a weekend or the Friday before it; a weekday alone may be of any week."""
    before = c.peek(-1).text.lower()
    token = c.take()
    if token.kind is Kind.RELATIVE:
        return ShiftTo.MONDAY if token.text.lower() == "next monday" else None
    to = _TOWARDS.get(token.number)
    if to is None:
        return None
    return to if before in _AHEAD[to] or _said_behind(c, _BEHIND[to]) else None


def _a_week_later(c: Cursor, at: int) -> bool:
    """ "The following Tuesday", of a rule on Tuesdays; "the second Monday", of one on the first Monday."""
    before = [token for token in c.tokens[:at] if token.kind in (Kind.WEEKDAY, Kind.WEEKDAYS)]
    led = c.peek(-1).text.lower() in _AHEAD[ShiftTo.MONDAY]
    ordinals = _ordinals_of(c.tokens[:at])
    nth = ordinal(c)
    token = c.take()
    words = token.text.lower().split()
    if token.kind is Kind.RELATIVE and words[:1] == ["next"]:
        led, named = True, [one for one in before if one.text.lower() == words[-1]]
    elif token.kind is Kind.WEEKDAY:
        named = [one for one in before if one.value == token.value]
    else:
        return False
    if not before or named != before:
        return False
    if nth is not None:
        return len(ordinals) == 1 and nth == ordinals[0] + 1
    return led or _said_behind(c, _BEHIND[ShiftTo.MONDAY])


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
    for count in (4, 3, 2, 1):
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
            weekend |= set(token.numbers) if token.kind is Kind.WEEKDAYS else {token.number}
        elif token.kind is Kind.TEXT and (found or weekend == _WEEKEND):
            c.at -= 1
            break
        if weekend == _WEEKEND and not found and c.kind() is Kind.FILLER:
            break
    if weekend not in (set(), _WEEKEND) or not (found or weekend):
        return None
    if not found:
        return "weekends"
    return "holidays" if found == {True} and not weekend else "all"


def _between(c: Cursor) -> bool:
    """ "or" between the days off of a shift leaves nothing open; a long weekend beside them is theirs."""
    return c.kind() in _BETWEEN_DAYS_OFF or c.peek().text.lower() in ("or", "hoặc", "long weekend")


# no_airing: không phát sóng vào các ngày lễ | no broadcast on public holidays
def no_airing(c: Cursor) -> p.Shift | None:
    """What is not aired on days off."""
    to = c.accept(Kind.SHIFT_TO)
    if to is None or to.value != "skip":
        return None
    c.skip(Kind.FILLER, Kind.AT, Kind.EVERY, Kind.OF)
    off = c.accept(Kind.DAY_OFF)
    return None if off is None else p.Shift(ShiftTo.SKIP, bool(off.value))
