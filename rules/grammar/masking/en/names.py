"""Titles and places: names of other things than time, with those of `number_names`.

They are recognised in the tokens by what stands around them, before any production looks, and are listed as
ignored text. A word that may be a day as well as part of a title becomes `DOUBTFUL`, which is a problem: a
title never hides a date, and a title's weekday is never taken for one in silence.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rules.grammar.lexing.row import NUMBERS, End, Row
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.en import number_names, seasons
from rules.grammar.masking.shared import items
from rules.vocabulary import TEMPORAL, Kind
from rules.vocabulary.en import SHORT_WEEKDAYS

_DAY_NAMES = frozenset({Kind.WEEKDAY, Kind.MONTH_NAME})
_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL, Kind.EACH})
_OPENS_DATE = frozenset(
    {Kind.EVERY, Kind.ORDINAL, Kind.FROM, Kind.TO, Kind.OF, Kind.EXCEPT, Kind.HEDGE, Kind.DUE}
)
_JOINS_LETTERS = frozenset({Kind.DASH, Kind.SLASH, Kind.COLON, Kind.AND, Kind.DOT})
_BEFORE_LETTERS = frozenset(
    {Kind.COMMA, Kind.SEMICOLON, Kind.AND, Kind.SLASH, Kind.DASH, Kind.DOT, Kind.DAYPART, Kind.CLOSE, Kind.TO}
    | {Kind.NAMED_TIME}
)
_WORDS = frozenset({Kind.TEXT, Kind.UNIT, Kind.PLACE, Kind.THING, Kind.LABEL})
_LONGEST_NAME = 3
_BEHIND_MAY = frozenset(
    {
        "be", "have", "contain", "include", "change", "vary", "require", "need", "involve", "use", "cause",
        "not",
    }
)  # fmt: skip
_PERSON = frozenset({"mr", "mrs", "ms", "dr", "with", "by"})


def set_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with those of names as `NAME`, those of doubtful names as `DOUBTFUL`."""
    row = Row(tokens)
    made: list[Token] | None = None
    at = 0
    while at < len(tokens):
        end, kind = _name(row, at) if tokens[at].kind in _BEGINNINGS else (None, Kind.NAME)
        if end is None:
            at += 1
            continue
        made = made or list(tokens)
        made[at:end] = [token._replace(kind=kind, value=None) for token in tokens[at:end]]
        at = end
    return made if made is not None else tokens


def _name(row: Row, at: int) -> tuple[End, Kind]:
    for finder in _FINDERS.get(row.kind(at), ()):
        end = finder(row, at)
        if end is not None:
            return end, Kind.NAME
    if row.kind(at) is Kind.MONTH_NAME and row.kind(at + 1) is Kind.DAY and row.capital(at + 1):
        return at + 2, Kind.NAME  # May Day Centre
    for doubtful in _DOUBTS.get(row.kind(at), ()):
        end = doubtful(row, at)
        if end is not None:
            return end, Kind.DOUBTFUL
    if row.kind(at) in _DAY_NAMES:
        return _title_of_a_day(row, at)
    return None, Kind.NAME


def _programme(row: Row, at: int) -> End:
    """Saturday Night Live: “Chris Rock”, 11:25pm: the title of a programme, with that of one of its pieces.

    Where the phrase has no other day, the title's may be the day itself.
    """
    end = at + 2
    while row.kind(end) in _WORDS and row.capital(end):
        end += 1
    titled = row.kind(at + 1) is Kind.DAYPART and row.capital(at) and row.capital(at + 1) and end > at + 2
    quoted = row.kind(end) is Kind.COLON and row.kind(end + 1) is Kind.QUOTE
    return end if titled and quoted and not row.any(_DAYS, end, len(row)) else None


def _other_clock(row: Row, at: int) -> bool:
    return any(
        row.kind(k) in NUMBERS and row.kind(k + 1) in (Kind.COLON, Kind.DOT, Kind.DAYPART)
        for k in range(len(row))
        if abs(k - at) > 1
    )


def _quoted(row: Row, at: int) -> End:
    """A title in quotes that holds a word of time, with a capital or without.

    Where all its words are of time, they stay, unless words at the quotes say that they are a title's
    and there is another day: the show "late saturday" airs Sunday.
    """
    end = at + 1
    while end < len(row) and row.kind(end) is not Kind.QUOTE:
        end += 1
    if end >= len(row) or not row.any(TEMPORAL | {Kind.ORDINAL, Kind.NUMBER_WORD}, at + 1, end):
        return None
    outside = row.any(TEMPORAL, 0, at) or row.any(TEMPORAL, end + 1, len(row))
    words = any(row.kind(k) in _WORDS for k in range(at + 1, end))
    if not words:
        days = row.any(_DAYS, 0, at) or row.any(_DAYS, end + 1, len(row))
        beside = row.kind(at - 1) in _WORDS or row.kind(end + 1) in _WORDS | {Kind.FILLER}
        words = days and (beside or row[end + 1].text.lower() == "by")
    return end + 1 if outside and words and not _dates_within(row, at + 1, end) else None


def _quoted_rule(row: Row, at: int) -> End:
    """ "Every Sunday" is shown Saturdays: the title of a thing, or when it is?"""
    end = at + 1
    while end < len(row) and row.kind(end) is not Kind.QUOTE:
        end += 1
    if end >= len(row) or not row.any(frozenset({Kind.EVERY}), at + 1, end):
        return None
    weekday = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})
    timed = row.any(frozenset({Kind.NUMBER}), at + 1, end)
    other = row.any(weekday, end + 1, len(row)) and not row.any(frozenset({Kind.QUOTE}), end + 1, len(row))
    doubtful = row.any(weekday, at + 1, end) and other and not timed
    return end + 1 if doubtful and row.kind(end + 1) in _WORDS | {Kind.FILLER} else None


def _dates_within(row: Row, first: int, last: int) -> bool:
    """A date or a time of day, which no title may hide."""
    for k in range(first, last):
        behind = row.kind(k + 1)
        if row.kind(k) is Kind.NUMBER and behind in (Kind.MONTH_NAME, Kind.DAYPART, Kind.COLON, Kind.SLASH):
            return True
        if row.kind(k) is Kind.MONTH_NAME and behind is Kind.NUMBER and k + 1 < last:
            return True
        if row.kind(k) in (Kind.EVERY, Kind.EACH):
            return True
    return False


def _place(row: Row, at: int) -> End:
    """May Street, First Avenue, second floor: not where more words follow ("5 May Street Party")."""
    if row.kind(at) is Kind.ORDINAL and number_names.numbered_thing(row, at + 1):
        return at + 2
    if row.kind(at + 1) is not Kind.PLACE or not (row.capital(at) and row.capital(at + 1)):
        return None
    if row.kind(at - 1) in NUMBERS or (row.capital(at + 2) and row.kind(at + 2) is Kind.TEXT):
        return None
    return at + 2


def _title_of_a_day(row: Row, at: int) -> tuple[End, Kind]:
    """Friday Night Music, The Monday Club: a weekday's or month's name with capitals behind it.

    It is a title where another day follows before any time of day ("Friday Night Music, every Thursday at
    9 pm"), and doubtful where that day comes later or the name is a month's.
    """
    token, before = row[at], row[at - 1]
    if token.kind is Kind.MONTH_NAME and before.text.lower() in _PERSON and row.kind(at + 1) is Kind.TEXT:
        return at + 2, Kind.NAME
    if not _heads_a_title(row, at):
        return None, Kind.NAME
    end = at + 1
    while row.capital(end) and row.kind(end) in (Kind.TEXT, Kind.UNIT, Kind.DAYPART, Kind.PLACE, Kind.THING):
        end += 1
    others = _other_days(row)
    if not others:
        return None, Kind.NAME
    first = next(
        (k for k in range(end, len(row)) if row.kind(k) in TEMPORAL or row.kind(k) in _DAYS), len(row)
    )
    if token.kind is Kind.WEEKDAY and first in others:
        return end, Kind.NAME
    if token.kind is Kind.MONTH_NAME and first in others and _all_dated(row, others):
        return end, Kind.NAME
    if row.kind(first) in NUMBERS and _own_time(row, first, others):
        return None, Kind.NAME
    return end, Kind.DOUBTFUL


def _all_dated(row: Row, others: Sequence[int]) -> bool:
    """May Queen rehearsal Sunday 28 April, parade Saturday 4 May: each day has a number and a month."""
    return all(
        row.kind(k) is Kind.WEEKDAY and row.kind(k + 1) is Kind.NUMBER and row.kind(k + 2) is Kind.MONTH_NAME
        for k in others
    )


def _heads_a_title(row: Row, at: int) -> bool:
    token, before = row[at], row[at - 1]
    if not token.text[:1].isupper() or len(token.text) < 3 or token.text.lower().endswith("days"):
        return False
    if before.kind in _OPENS_DATE or before.kind in NUMBERS or before.text.lower() in ("on", "and", "&", "-"):
        return False
    behind = at + 2 if row.kind(at + 1) in (Kind.DAYPART, Kind.DAY) and row.capital(at + 1) else at + 1
    return row.kind(behind) in (Kind.TEXT, Kind.UNIT) and row.capital(behind) and len(row[behind].text) > 1


def _other_days(row: Row) -> Sequence[int]:
    """Places of the days that are no titles themselves; looked for once in a phrase."""
    if row.days is None:
        row.days = [k for k in range(len(row)) if _other_day(row, k)]
    return row.days


def _other_day(row: Row, at: int) -> bool:
    """A day that is no title itself."""
    kind = row.kind(at)
    if kind is Kind.ORDINAL:
        return row.kind(at + 1) in (Kind.WEEKDAY, Kind.WEEK, Kind.AND, Kind.DAY)
    if kind not in _DAYS:
        return False
    return kind is not Kind.WEEKDAY or not _heads_a_title(row, at)


def _own_time(row: Row, first: int, others: Sequence[int]) -> bool:
    """True where the day before a time and each other day have times of their own, as in a listing."""
    return row.kind(first + 1) in (Kind.MONTH_NAME, Kind.SLASH) or any(
        row.kind(k) in NUMBERS
        for k in range(max((k for k in others if row.kind(k - 1) is not Kind.EXCEPT), default=0), len(row))
    )


def _week_of_a_title(row: Row, at: int) -> End:
    """Farming Week, film of the week: the noun alone, behind a word of a title and before a mark."""
    if row.kind(at + 1) not in (Kind.COLON, Kind.COMMA, Kind.DASH, Kind.END):
        return None
    titled = row.kind(at - 1) is Kind.TEXT and row.capital(at - 1) and row.capital(at)
    of = row.kind(at - 1) is Kind.OF and row.kind(at - 2) in (Kind.TEXT, Kind.UNIT)
    return at + 1 if titled or of else None


def _possessive(row: Row, at: int) -> End:
    """August Wilson's plays, December's edition, St May's Church: perhaps a name."""
    end = at + 1
    if row.kind(end) is Kind.TEXT and row.capital(end):
        end += 1
    owned = (
        row.kind(end) is Kind.MINUTE and row[end].glued and row[end + 1].glued and row[end + 1].text == "s"
    )
    saint = row.kind(at - 1) is Kind.PLACE and row[at - 1].text == "St"
    return end + 2 if owned else at + 1 if saint else None


def _of_another_day(row: Row, at: int) -> End:
    """ "Friday prayers on Thursdays", "The Man Who Was Thursday, Fridays 8pm": one of the two is a name."""
    if row[at].text.lower().endswith("days") or row.kind(at - 1) in _OPENS_DATE | {Kind.AND, Kind.COMMA}:
        return None
    titled = row.kind(at - 1) is Kind.TEXT and row.capital(at - 1) and row.capital(at - 2)
    if titled and row.kind(at + 1) is Kind.COMMA and row.kind(at + 2) is Kind.WEEKDAY:
        return at + 1 if row[at + 2].text.lower().endswith("days") else None
    end = at + 1
    while row.kind(end) in (Kind.TEXT, Kind.UNIT) and end <= at + _LONGEST_NAME:
        end += 1
    if end > at + 1 and row.kind(end) is Kind.COMMA and row[end + 1].text.lower().endswith("days"):
        return at + 1 if row.kind(end + 1) is Kind.WEEKDAY else None  # "Sunday best, Saturdays 8pm"
    on = end > at + 1 and row[end].text.lower() == "on"
    return (
        at + 1 if on and row.kind(end + 1) is Kind.WEEKDAY and row.kind(end + 2) is not Kind.NUMBER else None
    )


def _holiday_things(row: Row, at: int) -> End:
    """ "A holiday class with Kim": a day off that says what kind of thing it is, and not when."""
    led = row.kind(at - 1) in _WORDS or row[at - 1].text.lower() in ("a", "an", "the", "our", "for")
    noun = row.kind(at + 1) in (Kind.TEXT, Kind.UNIT, Kind.LABEL) and row[at + 1].text.islower()
    return at + 1 if led and noun and row[at].text.lower() == "holiday" else None


def _modal(row: Row, at: int) -> End:
    """ "May contain nuts": no month, where a sentence begins with it."""
    begins = at == 0 or row.kind(at - 1) in (Kind.SEMICOLON, Kind.DOT, Kind.OPEN)
    return at + 1 if begins and row[at].text == "May" and row[at + 1].text in _BEHIND_MAY else None


def _repeat_mark(row: Row, at: int) -> End:
    """(R): a repeat, in some listings; which showing is, the mark does not say."""
    marked = row[at].text == "R" and row.kind(at - 1) is Kind.OPEN
    return at + 1 if marked else None


def _short_weekday(row: Row, at: int) -> End:
    """M-F 9am-5pm, Sa 10am-2pm; T/Th 9am: letters before a time are a weekday's, and no title's."""
    if row[at].text not in SHORT_WEEKDAYS:
        return None
    behind = at + 1
    while row.kind(behind) in _JOINS_LETTERS and behind <= at + 2:
        behind += 2 if row[behind + 1].text in SHORT_WEEKDAYS else 1
    marked = at == 0 or row.kind(at - 1) in _BEFORE_LETTERS
    timed = row.kind(behind) is Kind.NAMED_TIME or row.kind(behind) in NUMBERS
    return at + 1 if marked and timed else None


def _of_a_time(row: Row, at: int) -> End:
    """Midnight Mass, Noon Records: where another time of day is written, the name's is none."""
    titled = row.capital(at) and row.capital(at + 1) and row.kind(at + 1) in (Kind.TEXT, Kind.UNIT)
    return at + 2 if titled and _other_clock(row, at) else None


def _of_a_number(row: Row, at: int) -> End:
    """John 3:16: no time of day that a programme would begin at."""
    verse = row.kind(at - 1) is Kind.TEXT and row.capital(at - 1) and row.kind(at + 1) is Kind.COLON
    if not verse or not row[at + 1].glued or row.kind(at + 2) is not Kind.NUMBER:
        return None
    odd = row[at + 2].number % 5 and row[at].number <= 12 and row[at].text[0] != "0"
    return at + 3 if odd and row.kind(at + 3) is not Kind.DAYPART else None


_Finder = Callable[[Row, int], End]
_FINDERS: dict[Kind, tuple[_Finder, ...]] = {
    Kind.QUOTE: (_quoted,),
    Kind.LABEL: (number_names.label,),
    Kind.UNIT: (number_names.unit,),
    Kind.YEAR: (number_names.school_year,),
    Kind.MINUTE: (number_names.minute,),
    Kind.NUMBER: (number_names.version, items.item, number_names.number),
    Kind.OPEN: (items.item,),
    Kind.BAD_NUMBER: (number_names.film_mark,),
    Kind.WEEK: (_week_of_a_title,),
    Kind.NO_MONTHS: (
        seasons.heading,
        seasons.explained,
        seasons.dated_feast,
        seasons.season,
        seasons.of_a_date,
    ),
    Kind.DATE_NAME: (seasons.dated_feast, seasons.of_a_date),
    Kind.DAY_OFF: (_holiday_things,),
    Kind.UNSURE: (seasons.explained,),
    Kind.TO: (number_names.counted,),
    Kind.HEDGE: (number_names.counted,),
    Kind.DUE: (number_names.counted,),
    Kind.TEXT: (number_names.word,),
    Kind.WEEKDAY: (_place,),
    Kind.MONTH_NAME: (_place,),
    Kind.ORDINAL: (_place,),
}
_DOUBTS: dict[Kind, tuple[_Finder, ...]] = {
    Kind.QUOTE: (_quoted_rule,),
    Kind.MONTH_NAME: (_possessive, _modal),
    Kind.WEEKDAY: (_possessive, _of_another_day, _programme),
    Kind.NAMED_TIME: (_of_a_time,),
    Kind.TEXT: (_repeat_mark, _short_weekday),
    Kind.NUMBER: (_of_a_number,),
}
_BEGINNINGS = _DAY_NAMES.union(_FINDERS, _DOUBTS)
