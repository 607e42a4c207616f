"""Numbers of other things than time: rooms, ages, prices, telephones, references, addresses.

Each function takes the place of a token and gives where the name ends. What a number belongs to is told by
the noun before it ("Room 12"), the noun behind it ("30 people"), or a mark ("£3.50").
"""

from __future__ import annotations

import re

from rules.grammar.lexing.row import NUMBERS, End, Row
from rules.vocabulary import Kind

_JOINS = frozenset({Kind.DASH, Kind.TO, Kind.AND, Kind.SLASH})
_STREET_WORDS = frozenset({Kind.TEXT, Kind.ORDINAL, Kind.PLACE, Kind.CHANNEL, Kind.UNIT, Kind.LABEL})
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?$")
_SLASHED = [Kind.SLASH, Kind.NUMBER, Kind.SLASH, Kind.NUMBER]
_OF_MINUTES, _HOUR = 2, 60  # digits, minutes
_HIGHWAYS = frozenset({"hwy", "highway", "route", "rte"})
_NOON = 12
_MONEY = "£$€₫"
_ENDS = frozenset({Kind.COMMA, Kind.DOT, Kind.SEMICOLON, Kind.CLOSE, Kind.END})


def _bare(row: Row, at: int) -> bool:
    """A number that nothing behind it makes a time or a date."""
    if row.kind(at) not in NUMBERS:
        return False
    behind = row[at + 1]
    if behind.kind in (Kind.DAYPART, Kind.HOUR, Kind.MONTH_NAME, Kind.MONTH, Kind.WEEK, Kind.DAY):
        return False
    if behind.glued and behind.text.lower() in ("st", "nd", "rd", "th"):
        return False
    marked = behind.kind in (Kind.COLON, Kind.DOT) and behind.glued
    return not (marked and row.kind(at + 2) in NUMBERS and row[at + 2].glued)


def label(row: Row, at: int) -> End:
    """Room 12, Studio 2, ages 5 to 7, page 12, Ref. 12/2024, Minute 45 of 3 May 2024."""
    token = row[at]
    end = at + 1
    while row.kind(end) in (Kind.DOT, Kind.COLON) or row[end].text.lower() in ("no", "number", "nr", "#"):
        end += 1
    if token.value == "time":
        return _other_time(row, end)
    if token.value == "phone":
        return _phone(row, end)
    if token.value == "document" and _dated(row, end) > end:
        return _dated(row, end)
    if row.kind(end) is Kind.TEXT and len(row[end].text) == 1 and token.value == "place":
        return end + 1  # Building B
    if token.value == "place" and _coded(row, end):
        return end + 2
    if token.value == "place" and _dotted(row, end):
        end += 3
        while row.kind(end) in _JOINS and _dotted(row, end + 1, listed=True):
            end += 4
        return end
    if not _numbers(row, end, str(token.value)):
        return None
    end += 1
    while _goes_on(row, end, str(token.value)) or _listed(row, at, end):
        end += 2
    if row.kind(end) is Kind.PLUS and token.value == "age":
        end += 1
    if token.value == "document":
        return _of_how_many(row, _dated(row, end))
    return end


def _of_how_many(row: Row, end: int) -> int:
    """ "Part 3 of 6", "Episode 3 of 6": how many there are, where nothing goes on with the number."""
    if row.kind(end) is not Kind.OF or not _bare(row, end + 1) or len(row[end + 1].text) > _OF_MINUTES:
        return end
    over = row.kind(end + 2) in _ENDS | {Kind.COLON, Kind.DASH}
    listed = row[end + 2].glued and row[end + 3].glued and row.kind(end + 3) in NUMBERS  # "of 6-8pm"
    return end + 2 if over and not listed else end


def _listed(row: Row, at: int, end: int) -> bool:
    """Wards 4,2,7 and 5: no space stands before the next number, and no hour is listed so."""
    several = row[at].value == "place" and row[at].text.endswith("s") and row.kind(end) is Kind.COMMA
    return several and row[end].glued and row[end + 1].glued and _bare(row, end + 1)


def _coded(row: Row, at: int) -> bool:
    """Room Q2, Block W3: a letter and a number that are written as one."""
    letter = row.kind(at) in (Kind.QUARTER, Kind.WEEK) and row[at].text in ("Q", "W")
    return letter and row.kind(at + 1) is Kind.NUMBER and row[at + 1].glued


def _dotted(row: Row, at: int, *, listed: bool = False) -> bool:
    """Room 2.14, Rooms 2.14 and 2.15: a floor and a door; "Room 2.30" may have a time behind it."""
    joined = row.kind(at + 1) is Kind.DOT and row[at + 1].glued and row[at + 2].glued
    if not joined or row.kind(at) is not Kind.NUMBER or row.kind(at + 2) is not Kind.NUMBER:
        return False
    if row.kind(at + 3) in (Kind.DAYPART, Kind.HOUR) or (row.kind(at + 3) is Kind.DOT and row[at + 4].glued):
        return False
    number = row[at + 2]
    return listed or len(number.text) != _OF_MINUTES or number.number % 5 != 0 or number.number >= _HOUR


def _numbers(row: Row, at: int, label: str) -> bool:
    """True for what a label of this kind may number with."""
    if label in ("event", "place") and row.kind(at + 1) is Kind.SLASH:
        dated = label == "event" or (row.kind(at + 2) in NUMBERS and row.kind(at + 3) is Kind.SLASH)
        return not dated and _bare(row, at)
    if label == "document":
        return row.kind(at) in NUMBERS or (
            row.kind(at) is Kind.TEXT and (any(c.isdigit() for c in row[at].text) or _lettered(row, at))
        )
    return _bare(row, at) or (label == "age" and row.kind(at) is Kind.NUMBER_WORD)


def _lettered(row: Row, at: int) -> bool:
    """TRO/2024/117, HC-114: capitals, then a number that a mark joins to them."""
    mark = row.kind(at + 1) in (Kind.SLASH, Kind.DASH) and row[at + 1].glued and row[at + 2].glued
    return mark and row[at].text.isupper() and row.kind(at + 2) in (*NUMBERS, Kind.TEXT)


def _goes_on(row: Row, at: int, label: str) -> bool:
    """Another number of the same label: "ages 5 to 7", "12/2024", "Rooms 1 and 2"."""
    if label == "document" and row.kind(at) in (Kind.SLASH, Kind.DASH, Kind.DOT, Kind.COLON):
        return row[at].glued and row[at + 1].glued and row.kind(at + 1) in (*NUMBERS, Kind.TEXT)
    if label == "event" or (row.kind(at) is Kind.SLASH and row.kind(at + 2) is Kind.SLASH):
        return False  # "Gallery talk 5/6", "Room 12/5/2024" have dates
    if label == "age" and row.kind(at) in _JOINS and row.kind(at + 1) is Kind.NUMBER_WORD:
        return True
    return row.kind(at) in _JOINS and _bare(row, at + 1) and len(row[at + 1].text) <= 4


def unit(row: Row, at: int) -> End:
    """Episode 1, issue 5: one of the pieces by its number; "2 issues 5 May" is none."""
    if row.kind(at - 1) in (*NUMBERS, Kind.NUMBER_WORD, Kind.UNIT) or row[at].text.endswith("s"):
        return None
    if row[at - 1].text.lower() == "no":
        return None  # no session 24 and 31 December
    tenth = row.kind(at + 1) is Kind.NUMBER and row.kind(at + 2) is Kind.DOT and len(row[at + 3].text) == 1
    if tenth and row[at + 3].glued and row.kind(at + 3) is Kind.NUMBER:
        return at + 4  # Item 2.3
    if not _bare(row, at + 1) or row.kind(at + 2) in (Kind.SLASH, Kind.UNIT):
        return None
    return _of_how_many(row, at + 2)


def version(row: Row, at: int) -> End:
    """2.1.0, 2.0.1: three numbers with a lone 0 behind the first, which no date has."""
    dots = [row.kind(at + k) is Kind.DOT and row[at + k].glued for k in (1, 3)]
    numbers = [row.kind(at + k) is Kind.NUMBER and (not k or row[at + k].glued) for k in (0, 2, 4)]
    if not all(dots + numbers) or len(row[at + 4].text) != 1:
        return None
    behind = row[at + 5]
    if behind.kind in (Kind.DAYPART, Kind.HOUR) or (
        behind.kind is Kind.DOT and behind.glued and row[at + 6].glued
    ):
        return None
    return at + 5 if "0" in (row[at + 2].text, row[at + 4].text) else None


def minute(row: Row, at: int) -> End:
    """Minute 45 of 3 May 2024, minutes of 3 January."""
    if row.kind(at - 1) in (*NUMBERS, Kind.NUMBER_WORD, Kind.DASH):
        return None
    end = at + 2 if row.capital(at) and _bare(row, at + 1) else at + 1
    dated = _dated(row, end)
    return dated if dated > at + 1 else None


def school_year(row: Row, at: int) -> End:
    """Year 4, Years 5 and 6: classes of a school."""
    number = row[at + 1]
    named = row.capital(at) and number.kind is Kind.NUMBER and len(number.text) <= 2
    if not (named and _bare(row, at + 1)):
        return None
    end = at + 2
    while row[at].text.endswith("s") and row.kind(end) in (*_JOINS, Kind.COMMA) and _bare(row, end + 1):
        end += 2
    return end


def _dated(row: Row, at: int) -> int:
    """A document's own date: "Minute 45 of 3 May 2024"."""
    if row[at].text.lower() not in ("of", "dated") or row.kind(at + 1) not in NUMBERS:
        return at
    if row.kind(at + 2) is not Kind.MONTH_NAME:
        return at
    end = at + 3
    return end + 1 if row.kind(end) is Kind.NUMBER and len(row[end].text) == 4 else end


def _other_time(row: Row, at: int) -> End:
    """Last admission 4.30pm: a time that is not the opening's."""
    end = at
    while row.kind(end) in (Kind.AT, Kind.FILLER):
        end += 1
    if row.kind(end) is not Kind.NUMBER:
        return None
    end += 1
    if row.kind(end) in (Kind.COLON, Kind.DOT) and row[end].glued and row.kind(end + 1) is Kind.NUMBER:
        end += 2
    return end + 1 if row.kind(end) in (Kind.DAYPART, Kind.HOUR) else end


def _phone(row: Row, at: int) -> End:
    """tel. 01632 960170, call us on 555-0123."""
    end, words = at, 0
    while row.kind(end) in (Kind.TEXT, Kind.FILLER) and words < 2:
        end, words = end + 1, words + 1
    if row.kind(end) is Kind.OPEN or row.kind(end) is Kind.PLUS:
        end += 1
    if row.kind(end) not in NUMBERS or len(row[end].text) < 3:
        return None
    while row.kind(end) in NUMBERS or (
        row.kind(end) in (Kind.DASH, Kind.DOT, Kind.CLOSE, Kind.SLASH) and row.kind(end + 1) in NUMBERS
    ):
        end += 1
    return end if row.kind(end) not in (Kind.COLON, Kind.DAYPART, Kind.HOUR, Kind.MONTH_NAME) else None


def number(row: Row, at: int) -> End:
    """10 Station Road, 30 people, 24/7 is none; 1st floor; 01632 960170; 24 Hour Library."""
    if len(row[at].text) >= 3 and row[at].text[0] == "0" and row.kind(at + 1) is Kind.NUMBER:
        return _phone(row, at) if len(row[at + 1].text) >= 3 else None
    end = at + 1
    if row[end].glued and row[end].text.lower() in ("st", "nd", "rd", "th"):
        corner = row.kind(end + 1) is Kind.AND and row.kind(end + 2) is Kind.TEXT and row.capital(end + 2)
        street = row.kind(end + 1) is Kind.PLACE and row.capital(end + 1)  # 5th St
        return end + 2 if numbered_thing(row, end + 1) or street else end + 3 if corner else None
    if row.kind(end) is Kind.HOUR and row.kind(end + 1) is Kind.TEXT and row.capital(end + 1):
        return end + 2
    pence = row[end].glued and row.kind(end) is Kind.TEXT and row[end].text == "p"
    if pence and len(row[at].text) == _OF_MINUTES and row[at].number > _NOON:
        return end + 1  # 50p; "10p" may be a time of day
    if _thousands(row, end) > end:
        return _thousands(row, end)
    decimal = row[end].glued and row[end + 1].glued
    mark = row.kind(end) in _JOINS or (decimal and row.kind(end) in (Kind.DOT, Kind.COMMA))
    dated = row.kind(at - 1) is Kind.MONTH_NAME and not decimal  # "May 15 and 20 copies"
    if (
        mark
        and not dated
        and row.kind(end + 1) is Kind.NUMBER
        and (row.kind(end + 2) is Kind.MEASURE or row[end + 2].text.lower() in ("page", "pages"))
    ):
        return end + 3
    while row.kind(end) is Kind.TEXT and end < at + 4 and not row.capital(end):
        end += 1
    if row.kind(end) is Kind.MEASURE and end <= at + 2:
        return end + 1
    return _address(row, at + 1)


def numbered_thing(row: Row, at: int) -> bool:
    """True at a noun that an ordinal numbers: 2nd floor, 50th anniversary."""
    return row.kind(at) is Kind.THING or (row.kind(at) is Kind.LABEL and row[at].value == "place")


def _thousands(row: Row, at: int) -> int:
    """91,596,756: groups of three digits behind commas."""
    end = at
    while row.kind(end) in (Kind.COMMA, Kind.DOT) and row[end].glued and row[end + 1].glued:
        if row.kind(end + 1) is not Kind.NUMBER or len(row[end + 1].text) != 3:
            break
        end += 2
    return end


def film_mark(row: Row, at: int) -> End:
    """3D, 4K, 5G: a number and a letter that name a thing."""
    return at + 1 if row[at].text.upper() in ("2D", "3D", "4K", "8K", "4G", "5G") else None


def _address(row: Row, at: int) -> End:
    """10 Station Road: capitalised words and a street behind the number."""
    end = at
    while end < at + 4 and row.capital(end) and row.kind(end) in _STREET_WORDS:
        end += 1
        if row.kind(end - 1) is Kind.PLACE and end > at + 1:
            return end
    if row[at].value == "place" and row[at].text.lower() in _HIGHWAYS and row.kind(at + 1) is Kind.NUMBER:
        return at + 2  # 811 Hwy 31
    named = row.kind(at) in (Kind.MONTH_NAME, Kind.WEEKDAY) and row.capital(at)
    if named and row.kind(at + 1) is Kind.PLACE and row.capital(at + 1) and not row.capital(at + 2):
        return at + 2  # 12 September Street, but not "5 May Street Party"
    return None


def counted(row: Row, at: int) -> End:
    """up to 20 people, at least 15 places: the words before a number that counts other things."""
    end = at + 1
    if row.kind(end) is Kind.DOT:
        end += 1
    if row.kind(end) is Kind.NUMBER_WORD and row.kind(end + 1) in (Kind.MEASURE, Kind.COUNTED):
        return end + 2  # any three members
    if row.kind(end) is not Kind.NUMBER:
        return None
    found = number(row, end)
    return found if found is not None and row.kind(found - 1) is Kind.MEASURE else None


def word(row: Row, at: int) -> End:
    """£3.50, a post code, a web or mail address, under-5s, max. 15 places."""
    token = row[at]
    if token.text in _MONEY:
        return _price(row, at + 1)
    if token.text.lower() in ("under", "over"):
        end = at + 2 if row.kind(at + 1) is Kind.DASH else at + 1
        plural = row[end + 1].glued and row[end + 1].text == "s"
        return end + 2 if row.kind(end) is Kind.NUMBER and plural else None
    if token.text.lower() in ("max", "maximum", "min", "minimum"):
        return counted(row, at)
    if not (token.text.isupper() or row.capital(at) or row[at + 1].glued):
        return None
    if _POSTCODE.match(token.text) and row.kind(at + 1) is Kind.BAD_NUMBER and len(row[at + 1].text) == 3:
        return at + 2
    if row.capital(at) and row.kind(at + 1) is Kind.DASH and row[at + 1].glued and row[at + 2].glued:
        return at + 3 if row.kind(at + 2) in NUMBERS and len(token.text) > 1 else None  # COVID-19
    if _lettered(row, at) and [row.kind(k) for k in range(at + 1, at + 5)] == _SLASHED:
        by_year = len(row[at + 2].text) == len("2024") and row[at + 4].glued
        return at + 5 if by_year and row.kind(at + 5) is not Kind.SLASH else None  # TRO/2024/117
    return _hall(row, at) or _link(row, at)


def _hall(row: Row, at: int) -> End:
    """MATH 507, PSYCH 207: a hall and a door, behind a time of day; "NEWS 730" may have a time."""
    number, behind = row[at + 1], row.kind(at + 2)
    named = row[at].text.isupper() and len(row[at].text) > 1 and number.kind is Kind.NUMBER
    decimal = row[at + 2].glued and row.kind(at + 3) in NUMBERS and row[at + 3].glued
    if not named or len(number.text) != 3 or behind not in _ENDS or decimal:
        return None
    timed = row.any(frozenset({Kind.DAYPART, Kind.NAMED_TIME}), 0, at)
    return at + 2 if timed and (number.number % 5 or number.number % 100 >= _HOUR) else None


def _price(row: Row, at: int) -> End:
    end = at
    while row.kind(end) in NUMBERS or (
        row.kind(end) in (Kind.DOT, Kind.COMMA) and row[end + 1].glued and row.kind(end + 1) in NUMBERS
    ):
        end += 1
    return end if end > at else None


def _link(row: Row, at: int) -> End:
    """www.example.org, info@example.org: words that marks join without a space."""
    end = at + 1
    while (
        row[end].glued and row[end + 1].glued and row.kind(end) in (Kind.DOT, Kind.AT, Kind.SLASH, Kind.DASH)
    ):
        if row.kind(end + 1) not in (Kind.TEXT, Kind.FILLER, Kind.UNIT, *NUMBERS):
            break
        end += 2
    joined = any(row.kind(k) is Kind.AT or row[k].text == "." for k in range(at, end))
    return end if joined else None
