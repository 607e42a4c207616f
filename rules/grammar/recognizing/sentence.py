"""Tokens -> parts: at each place the productions of the language are tried in order.

Law 6 is kept here: a token that no production uses is reported. A temporal word or a number that
is left over is a problem; other text is listed as ignored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Problem, Refusal, Token
from rules.grammar.masking.shared.day_or_count import day_or_count
from rules.grammar.masking.shared.hours_of_periods import hours_of_periods
from rules.grammar.masking.shared.leftover import (
    REMARKS,
    left_over,
    round_the_clock,
    said_twice,
    words_twice,
)
from rules.grammar.masking.shared.series import of_a_series
from rules.grammar.masking.table import SET_ASIDE
from rules.grammar.messages import problem
from rules.grammar.recognizing.among_words import among_words, title_beside_dates
from rules.grammar.recognizing.turns import turns
from rules.grammar.terms import parts as p
from rules.grammar.terms.table import Production, Table, behind_a_number, worth_trying
from rules.vocabulary import Kind, Lang


class Sentence(NamedTuple):
    """What was made of a phrase's tokens.

    asides   words and numbers that a production knows to be no dates; ignored: plain text. Both are
             listed as ignored, but plain text must not hold a temporal word of the other language.
    remarks  what was read in a way that a person should know of: "usually", "before the 20th"
    unread   the places of words that may say something, and the keys of their problems
    slashed  a date was read that has another meaning when the month stands first
    tokens   those of the phrase, with names set aside
    """

    parts: list[p.Part]
    ignored: list[Token]
    asides: list[Token]
    problems: list[Problem]
    remarks: list[Problem]
    unread: list[tuple[int, str]]
    slashed: bool = False
    tokens: Sequence[Token] = ()


_PUNCTUATION: dict[Kind, p.Meaning] = {
    Kind.OPEN: p.Open(),
    Kind.CLOSE: p.Close(),
    Kind.COMMA: p.Joint(","),
    Kind.AND: p.Joint("and"),
    Kind.PLUS: p.Joint("and"),
    Kind.COLON: p.Joint(":"),
    Kind.SLASH: p.Joint("/"),
    Kind.DASH: p.Joint("-"),
}

_NTH = (p.NthWeekdays, p.Weeks, p.Workdays, p.MonthDays, p.DayRange)
_THINGS = frozenset({Kind.TEXT, Kind.LABEL, Kind.UNIT, Kind.FILLER, Kind.THROUGHOUT})


def sentence(tokens: Sequence[Token], lang: Lang, length: int, *, month_first: bool = False) -> Sentence:
    """Read the tokens of a phrase of `length` characters into parts.

    `month_first` reads 5/6 as 6 May, in English alone; the sentence says whether that made a difference.
    """
    doubtful = [*day_or_count(tokens, lang), *words_twice(tokens), *of_a_series(tokens, lang)]
    tokens = SET_ASIDE[lang](tokens)
    c = Cursor(tokens, lang, length, month_first=month_first)
    made = Sentence([], [], [], doubtful, [], [])
    words: list[Token] = []  # since the last part
    productions = worth_trying(lang, frozenset({token.kind for token in tokens}))
    while c.at < len(tokens):
        if not (_set_aside(c, made, words) or _termed(c, made, words, productions)):
            _marked(c, made, words)
    if made.parts and words:
        made.parts[-1] = replace(made.parts[-1], words_behind=tuple(words))
    _told_of(made, tokens)
    made.problems.extend(said_twice(tokens, made.parts))
    made.problems.extend(turns(tokens, made.parts, lang, length))
    return made._replace(slashed=c.slashed, tokens=tokens)


def _set_aside(c: Cursor, made: Sentence, words: list[Token]) -> bool:
    """A name, and "24/7", are no terms."""
    at, token = c.at, c.tokens[c.at]
    if token.kind is Kind.NAME:
        words.append(token)
        c.at = at + 1
    elif token.text == "24" and round_the_clock(c.tokens, at):
        c.at = at + 3
    made.asides.extend(c.tokens[at : c.at])
    return c.at > at


def _termed(c: Cursor, made: Sentence, words: list[Token], productions: Table) -> bool:
    """What a production reads is a part; or it is set aside, or refused with what is wrong with it."""
    at, token = c.at, c.tokens[c.at]
    try:
        numeric = token.kind is Kind.NUMBER
        meaning = _produce(
            c, behind_a_number(c.lang, c.kind(1)) if numeric else productions.get(token.kind, ())
        )
    except Refusal as refusal:
        made.problems.append(refusal.problem)
        # Go on behind the words that were refused, so that all faults are shown at once.
        while c.at < len(c.tokens) and c.tokens[c.at].start < refusal.problem.end:
            c.at += 1
        c.at = max(c.at, at + 1)
        return True
    if isinstance(meaning, p.Aside):
        made.asides.extend(c.tokens[at : c.at])
    elif meaning is not None:
        made.parts.append(p.Part(meaning, token.start, c.tokens[c.at - 1].end, tuple(words)))
        made.asides.extend(one for one in c.tokens[at : c.at] if one.kind is Kind.NAME)
        made.remarks.extend(_remarks(made.parts[-1], c.tokens[at : c.at]))
        words.clear()
    return meaning is not None


def _marked(c: Cursor, made: Sentence, words: list[Token]) -> None:
    """A mark is a part; any other word stands between parts, and is told of where it may say something."""
    at, token = c.at, c.tokens[c.at]
    c.at = at + 1
    mark = _mark(token)
    if mark == p.Break("\n") and made.parts and made.parts[-1].meaning == p.Joint(":") and not words:
        return  # the colon has parted them already
    if mark is not None:
        made.parts.append(p.Part(mark, token.start, token.end, tuple(words)))
        words.clear()
        return
    words.append(token)
    left = "not-understood" if _counts_in_a_thing(c, made, words) else left_over(c.tokens, at, c.lang)
    if left == "ignored":
        made.ignored.append(token)
    elif left in REMARKS:
        made.remarks.append(problem(left, token.start, token.end, text=token.text))
    elif left != "silent":
        made.unread.append((at, left))


def _counts_in_a_thing(c: Cursor, made: Sentence, words: Sequence[Token]) -> bool:
    """ "Thứ Hai đầu tiên của khóa học", "the third week of the course": no month is what it is counted in."""
    of = words[-1].kind is Kind.OF and words[-1].text.lower().split()[0] != "in"  # "in the hall"
    led = of or (words[-1].kind is Kind.THROUGHOUT and c.kind(-2) is Kind.ORDINAL)
    if not led or len(words) > 1 or c.kind() not in _THINGS or not made.parts:
        return False
    days = made.parts[-1].meaning
    by_number = isinstance(days, p.MonthDays | p.DayRange) and c.kind(-2) is not Kind.ORDINAL
    return isinstance(days, _NTH) and not by_number  # "ngày 15 của Hội"


def _told_of(made: Sentence, tokens: Sequence[Token]) -> None:
    """A problem for each word that may say something and that no part explains; what parts do not keep."""
    for at, key in made.unread:
        if among_words(tokens, at, made.parts) or title_beside_dates(tokens, at, made.parts):
            made.asides.append(tokens[at])
        else:
            made.problems.append(problem(key, tokens[at].start, tokens[at].end, text=tokens[at].text))
    for hour in hours_of_periods(made.parts, tokens):
        if not hour.doubtful:
            made.asides.extend(token for token in tokens if hour.start <= token.start < hour.end)
        if not (hour.doubtful or hour.edge):
            made.remarks.append(problem("hour-of-a-period", hour.start, hour.end))


def _mark(token: Token) -> p.Meaning | None:
    if token.text == "|":
        return p.Joint(",")  # cells of one row part less than rows do
    if token.kind in (Kind.SEMICOLON, Kind.DOT):
        return p.Break(token.text)
    return _PUNCTUATION.get(token.kind)


def _remarks(part: p.Part, tokens: Sequence[Token]) -> Iterator[Problem]:
    """That a deadline is the day before the one that is written, that a time is about so."""
    for token in tokens:
        if token.kind is Kind.ABOUT:
            yield problem("about", token.start, token.end, text=token.text)
    ways = part.meaning.ways if isinstance(part.meaning, p.Either) else ()
    if any(isinstance(one, p.Due) and one.before for way in ways for one in way.meanings):
        yield problem("day-before", part.start, part.end)


def _produce(c: Cursor, productions: tuple[Production, ...]) -> p.Meaning | None:
    at = c.at
    for production in productions:
        meaning = production(c)
        if meaning is not None and c.at > at:
            return meaning
        c.at = at
    return None
