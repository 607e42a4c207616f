"""Channels and outlets: a name behind a word for a channel, behind "on", "trên", or a frequency.

A name is one of the plan's own, or it looks like one: VTV1, KG, BBC Two, FM 99.4. A common noun ("kênh
thời sự", "on air") is none; it stays plain text, which the reader is told. Above each production stand
phrases that a test reads.
"""

from __future__ import annotations

import re

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind
from rules.vocabulary.outlets import BANDS, LEAD_OUTLETS, NO_OUTLETS, OUTLET_ROOM, ROADS, STATION, WAVES

_ACRONYM = re.compile(r"[A-Z]{2,}|[A-Z]{3,}[a-z]{1,4}")  # KG, VTVcab
_NUMBERED = re.compile(r"[A-Za-z]{1,5}\d{1,2}")
_VOWELS = frozenset("AEIOUY")
_LONGEST_NAME = 4  # words
_LONGEST_NUMBER = 2  # digits
_BEHIND_A_FREQUENCY = frozenset({Kind.TEXT, Kind.COMMA, Kind.DOT})
_MEGAHERTZ = range(87, 109)
_ENDS = frozenset(
    {Kind.COMMA, Kind.SEMICOLON, Kind.COLON, Kind.DOT, Kind.CLOSE, Kind.OPEN, Kind.DASH, Kind.END}
)
# Behind a number these say that it is none of a channel: "Kênh 7 giờ", "VTV 3 lần/tuần".
_NO_NUMBER = frozenset(
    {
        Kind.HOUR, Kind.SLASH, Kind.MINUTE, Kind.TIMES_A, Kind.UNIT, Kind.MEASURE, Kind.COUNTED,
        Kind.MONTH, Kind.MONTH_NAME, Kind.WEEK, Kind.DAY, Kind.DAYPART, Kind.TO, Kind.LABEL, Kind.EACH,
    }
)  # fmt: skip
# Behind capitals these say that they belong to a longer name: "on UN Day", "on NHS premises".
_GOES_ON = frozenset(
    {Kind.TEXT, Kind.UNIT, Kind.DAY, Kind.THING, Kind.PLACE, Kind.LABEL, Kind.MEASURE, Kind.DOCUMENT}
)


# channel: Kênh KG | trên sóng KG1 | kênh truyền hình Kiên Giang: thứ Hai | Kênh 14 | kênh VTV 1
# channel: on channel KG | on Channel 4 | on KG1 | KG1 channel
def channel(c: Cursor) -> p.Channel | None:
    """A channel by its name."""
    token = c.peek()
    if token.kind is Kind.TEXT and token.text.upper() not in (token.text, *BANDS):
        return None  # as nearly every word
    station = False
    marked = c.kind() is Kind.CHANNEL
    while c.kind() is Kind.CHANNEL:
        station = c.take().value == STATION
    if marked:
        c.skip(Kind.COLON, Kind.QUOTE)
        name = _name(c, c.peek(-1) if c.kind(-1) is Kind.CHANNEL else None, outlet=station)
        if name is not None:
            c.accept(Kind.QUOTE)
        return None if name is None else p.Channel(name)
    if token.kind is Kind.CHANNEL_NAME:
        c.take()
        c.accept(Kind.CHANNEL)
        return p.Channel(str(token.value))
    if token.kind is not Kind.TEXT:
        return None
    made = c.attempt(frequency)
    if made is not None or not _identifier(token.text):
        return made
    if _goes_on_from_a_channel(c):
        name = _name(c, None, outlet=True)
        return None if name is None else p.Channel(name)
    behind = c.kind(1) is Kind.CHANNEL and c.lang == "en" and not _identifier(c.peek(2).text)
    if not (behind or _heads_a_clause(c)):
        return None
    c.take()
    if behind:
        c.accept(Kind.CHANNEL)
    return p.Channel(token.text)


# numbered: BBC Two, Mondays 8pm
def numbered(c: Cursor) -> p.Channel | None:
    """BBC Two, alone between marks: no other names are of capitals and a number in words."""
    token = c.take()
    one_of = c.kind() is Kind.NUMBER_WORD and c.peek().text.istitle() and c.kind(1) in _ENDS
    if not (one_of and token.text.isupper() and _ACRONYM.fullmatch(token.text)):
        return None
    return p.Channel(f"{token.text} {c.take().text}")


# outlet: trên VTV1 | phát trên KG | on BBC Two | on ITV1 | on KQED 88.5 FM
def outlet(c: Cursor) -> p.Channel | None:
    """A name behind "on" or "trên" alone: one of the plan's own, or capitals that look like a channel's."""
    lead = c.take()
    if lead.text.lower() not in LEAD_OUTLETS:
        return None
    name = _name(c, lead, outlet=True)
    return None if name is None else p.Channel(name)


# frequency: FM 99,4 MHz | FM 89MHz | 99.4 FM | 648 kHz
def frequency(c: Cursor) -> p.Channel | None:
    """A channel by its frequency, as it is written."""
    band = c.take().text if c.kind() is not Kind.NUMBER and c.peek().text.upper() in BANDS else None
    number = c.accept(Kind.NUMBER)
    if number is None or (band is None and c.kind() not in _BEHIND_A_FREQUENCY):
        return None
    name = number.text
    if c.kind() in (Kind.COMMA, Kind.DOT) and c.peek().glued and c.kind(1) is Kind.NUMBER and c.peek(1).glued:
        name += c.take().text + c.take().text
    wave = c.peek().text.lower() in WAVES
    if wave:
        name += ("" if c.peek().glued else " ") + c.take().text
    elif band is None and c.peek().text == "FM":
        name += f" {c.take().text}"
    elif band is None or (band.upper() == "AM" and len(number.text) <= _LONGEST_NUMBER):
        return None  # "AM 7" is a time
    return p.Channel(name if band is None else f"{band} {name}")


def _name(c: Cursor, lead: Token | None, *, outlet: bool) -> str | None:
    """The name at this place; behind a word for a channel (`outlet` False) plain names count, too."""
    if c.kind() is Kind.CHANNEL_NAME:
        return str(c.take().value)
    by_frequency = c.attempt(frequency)
    if by_frequency is not None:
        return by_frequency.name
    if not outlet and _single_number(c):
        return c.take().text
    first = c.peek()
    if first.kind is Kind.NUMBER_WORD and not outlet and c.lang == "en" and first.text.istitle():
        return c.take().text  # Channel Four
    if first.kind is not Kind.TEXT or first.text.lower() in NO_OUTLETS:
        return None
    if _NUMBERED.fullmatch(first.text):
        led_by_noun = lead is not None and lead.kind is Kind.CHANNEL
        return c.take().text if led_by_noun or _numbered_outlet(first.text) else None
    if _ACRONYM.fullmatch(first.text):
        if _all_in_capitals(c) and _VOWELS & set(first.text):
            return None
        return c.attempt(_of_a_station) or c.attempt(lambda c: _acronym(c, outlet=outlet))
    if outlet or _all_in_capitals(c) or not _plain_name_may_follow(c, lead):
        return None
    return c.attempt(_words)


def _numbered_outlet(text: str) -> bool:
    """KG1, VTV8, E4; but no road: QL61, A12."""
    return text.isupper() and not any(
        text.lower().startswith(road) and text[len(road) :].isdigit() for road in ROADS
    )


def _of_a_station(c: Cursor) -> str | None:
    """KQED 88.5 FM, WBUR 90.9: a station's letters and its frequency are one name."""
    letters = c.take().text
    found = c.attempt(frequency)
    if found is not None:
        return f"{letters} {found.name}"
    number = c.accept(Kind.NUMBER)
    mark, tenths = c.take(), c.take()
    decimal = mark.kind is Kind.DOT and tenths.kind is Kind.NUMBER and tenths.glued and len(tenths.text) == 1
    if number is None or not decimal or number.number not in _MEGAHERTZ:
        return None
    return f"{letters} {number.text}.{tenths.text}"


def _acronym(c: Cursor, *, outlet: bool) -> str | None:
    """KG, VTV 1, BBC Two, BBC Radio 4, WXYZ Channel 7."""
    words = [c.take().text]
    if c.kind() is Kind.DASH and c.peek().glued and c.peek(1).glued and _ACRONYM.fullmatch(c.peek(1).text):
        return None  # PT-TH is a sort of station
    room = c.peek().text in OUTLET_ROOM or c.peek().kind is Kind.CHANNEL
    if room and c.kind(1) in (Kind.NUMBER, Kind.NAME):
        words += [c.take().text, c.take().text]
    elif _single_number(c) and c.kind(1) is not Kind.TEXT:
        words.append(c.take().text)
    elif c.kind() is Kind.TEXT and _ACRONYM.fullmatch(c.peek().text) and not _all_in_capitals(c):
        words.append(c.take().text)  # PTTH KG
    else:
        words += c.attempt(_english_words) or []
    if len(words) == 1 and outlet and c.kind() in _GOES_ON and not c.peek().text.isupper():
        return None
    return " ".join(words)


def _english_words(c: Cursor) -> list[str] | None:
    """ "BBC World Service", "BBC Two"; in Vietnamese only where no other word follows ("VOV Giao thông")."""
    words: list[str] = []
    while c.kind() in (Kind.TEXT, Kind.NUMBER_WORD) and len(words) < _LONGEST_NAME:
        if not (c.peek().text.istitle() and c.peek().text.isascii()):
            break
        words.append(c.take().text)
    return None if c.lang == "vi" and c.kind() is Kind.TEXT else words


def _plain_name_may_follow(c: Cursor, lead: Token | None) -> bool:
    """ "Channel Islands", "Channel Tunnel" are places: a capital makes the word for a channel their own."""
    return c.lang == "vi" or lead is None or lead.text.islower()


def _words(c: Cursor) -> str | None:
    """Kiên Giang, Vĩnh Long 1: words with capitals; none where a small word goes on ("Quốc hội")."""
    words: list[str] = []
    while c.kind() is Kind.TEXT and _titled(c.peek().text) and len(words) < _LONGEST_NAME:
        words.append(c.take().text)
    if not words or (c.kind() in _GOES_ON and not _titled(c.peek().text)):
        return None
    if _single_number(c):
        words.append(c.take().text)
    return " ".join(words)


def _titled(text: str) -> bool:
    return text[:1].isupper()


def _all_in_capitals(c: Cursor) -> bool:
    """True in a phrase in capitals throughout, where they say nothing."""
    return not any(len(token.text) > 1 and token.text.upper() != token.text for token in c.tokens)


def _single_number(c: Cursor) -> bool:
    """ "channel 5", but not "Kênh 7 giờ"."""
    owner = c.kind(1) is Kind.MINUTE and c.peek(2).glued and c.peek(2).text == "s"  # Channel 4's
    if c.kind() is not Kind.NUMBER or len(c.peek().text) > _LONGEST_NUMBER:
        return False
    if c.kind(1) in _NO_NUMBER and not owner:
        return False
    marked = c.kind(1) in (Kind.COLON, Kind.DOT, Kind.COMMA) and c.peek(2).glued
    return not ((marked or c.kind(1) is Kind.DASH) and c.kind(2) is Kind.NUMBER)


def _identifier(text: str) -> bool:
    return len(text) >= 2 and text.isascii() and text.isalnum() and text.upper() == text and text[0].isalpha()


def _goes_on_from_a_channel(c: Cursor) -> bool:
    """A list that goes on: "Kênh KG và KG1", "on KG and KG1"."""
    if c.kind(-1) not in (Kind.AND, Kind.COMMA, Kind.SLASH, Kind.PLUS):
        return False
    before = -2
    while c.kind(before) in (Kind.TEXT, Kind.NUMBER, Kind.NUMBER_WORD) and before > -_LONGEST_NAME - 2:
        before -= 1
    led = c.kind(before) is Kind.CHANNEL or c.peek(before).text.lower() in LEAD_OUTLETS
    return led and before < -2


def _heads_a_clause(c: Cursor) -> bool:
    """ "Kênh KG: 17h30 …; KG1: 20h …": the second of a row of channels."""
    row = c.kind(1) is Kind.COLON and c.kind(-1) in (Kind.SEMICOLON, Kind.DOT)
    return row and any(
        token.kind is Kind.CHANNEL and c.tokens[k + 2 : k + 3] and c.tokens[k + 2].kind is Kind.COLON
        for k, token in enumerate(c.tokens[: c.at])
    )
