"""Tokens -> parts: at each place the productions of the language are tried in order.

Law 6 is kept here: a token that no production uses is reported. A temporal word or a number that
is left over is a problem; other text is listed as ignored.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias

from rules.grammar import names, vi_names
from rules.grammar import parts as p
from rules.grammar.cursor import Cursor
from rules.grammar.messages import problem
from rules.grammar.productions import PRODUCTIONS, Production
from rules.grammar.tokens import Problem, Refusal, Token
from rules.vocabulary import TEMPORAL, Kind, Lang

_Leftover: TypeAlias = Literal["problem", "ignored", "silent"]


class Sentence(NamedTuple):
    """What was made of a phrase's tokens.

    asides   words and numbers that a production knows to be no dates; ignored: plain text. Both are
             listed as ignored, but plain text must not hold a temporal word of the other language.
    slashed  a date was read that has another meaning when the month stands first
    """

    parts: list[p.Part]
    ignored: list[Token]
    asides: list[Token]
    problems: list[Problem]
    slashed: bool = False


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
# Words that say nothing where no production uses them.
_SILENT = frozenset(
    {
        Kind.FILLER, Kind.OF, Kind.AT, Kind.EVERY, Kind.QUOTE, Kind.THROUGHOUT, Kind.DURATION, Kind.DAY,
        Kind.YEAR, Kind.TIMES_A, Kind.HALF, Kind.MINUTE, Kind.TIMES_WORD,
    }
)  # fmt: skip
# Words that say something of dates when they stand beside a temporal word.
_NEIGHBOURLY = frozenset(
    {Kind.ORDINAL, Kind.NUMBER_WORD, Kind.HALF, Kind.TIMES_WORD, Kind.TIMES_A, Kind.YEAR}
)
_NEIGHBOURS = frozenset(
    {
        Kind.WEEK, Kind.WEEKDAY, Kind.MONTH, Kind.QUARTER, Kind.DAY, Kind.MONTH_NAME, Kind.WEEKDAYS,
        Kind.HOUR, Kind.NUMBER, Kind.NUMBER_WORD,
    }
)  # fmt: skip


_SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SLASH})
_UNREAD = {
    Kind.HEDGE: "not-understood/hedge",
    Kind.RELATIVE: "not-understood/relative",
    Kind.UNSURE: "not-understood/unsure",
    Kind.NO_MONTHS: "not-understood/no-months",
    Kind.DOUBTFUL: "not-understood/title-or-day",
}
_PASSED_OVER = frozenset({Kind.FILLER, Kind.OF, Kind.AT, Kind.EVERY, Kind.THROUGHOUT, Kind.COLON})


def sentence(tokens: Sequence[Token], lang: Lang, length: int, *, month_first: bool = False) -> Sentence:
    """Read the tokens of a phrase of `length` characters into parts.

    `month_first` reads 5/6 as 6 May, in English alone; the sentence says whether that made a difference.
    """
    tokens = vi_names.set_aside(tokens) if lang == "vi" else names.set_aside(tokens, lang)
    c = Cursor(tokens, lang, length, month_first=month_first)
    table = PRODUCTIONS[lang]
    made = Sentence([], [], [], [])
    while c.at < len(tokens):
        at = c.at
        token = tokens[at]
        if token.kind is Kind.NAME:
            made.asides.append(token)
            c.at = at + 1
            continue
        try:
            meaning = _produce(c, table.get(token.kind, ()))
        except Refusal as refusal:
            made.problems.append(refusal.problem)
            # Go on behind the words that were refused, so that all faults are shown at once.
            while c.at < len(tokens) and tokens[c.at].start < refusal.problem.end:
                c.at += 1
            c.at = max(c.at, at + 1)
            continue
        if isinstance(meaning, p.Aside):
            made.asides.extend(tokens[at : c.at])
            continue
        if meaning is not None:
            made.parts.append(p.Part(meaning, token.start, tokens[c.at - 1].end))
            continue
        c.at = at + 1
        mark = _PUNCTUATION.get(token.kind)
        if mark is not None:
            made.parts.append(p.Part(mark, token.start, token.end))
            continue
        match _left_over(tokens, at):
            case "problem":
                key = _UNREAD.get(token.kind, "not-understood")
                if token.kind is Kind.TEXT:
                    key = "unreadable-number"
                made.problems.append(problem(key, token.start, token.end, text=token.text))
            case "ignored":
                made.ignored.append(token)
    return made._replace(slashed=c.slashed)


def _produce(c: Cursor, productions: Sequence[Production]) -> p.Meaning | None:
    at = c.at
    for production in productions:
        meaning = production(c)
        if meaning is not None and c.at > at:
            return meaning
        c.at = at
    return None


def _left_over(tokens: Sequence[Token], at: int) -> _Leftover:
    """What becomes of a token that no production uses."""
    kind = tokens[at].kind
    if kind is Kind.UNSURE:
        return "problem" if _doubts(tokens, at) else "ignored"
    if kind in (Kind.FROM, Kind.TO, Kind.HEDGE, Kind.BETWEEN):
        # "from week 2" is not week 2; "news from the province" says nothing of time.
        loose = tokens[at].text.lower() in _LOOSE_BEHIND and _behind_a_time(tokens, at)
        return "problem" if loose or _before_a_time(tokens, at) else "ignored"
    if kind in (Kind.HOUR, Kind.TIMES_A) and _of_a_zone(tokens, at):
        return "problem"
    if kind is Kind.HOUR and not _counted(tokens, at):
        return "ignored"  # "the story hour", "khung giờ vàng"
    if kind is Kind.TEXT and tokens[at].glued and at and tokens[at - 1].kind is Kind.NUMBER:
        return "problem"  # "17h4S"
    if kind in TEMPORAL or (kind in _NEIGHBOURLY and _beside_temporal(tokens, at)):
        return "problem"
    return "silent" if kind in _SILENT else "ignored"


# Words without accents that are more often another word: nghi(ỉ, ị), thuong (ờ, ơ), doi (ời, ờ).
_OFTEN_ANOTHER = frozenset({"nghi", "dung", "ngung", "huy", "thuong", "doi", "tuy", "chua", "hoan"})


def _doubts(tokens: Sequence[Token], at: int) -> bool:
    """False for "No. 12", and for a word without accents that names no time behind it."""
    word = tokens[at].text.lower()
    if word == "no":
        behind = next((t.kind for t in tokens[at + 1 :] if t.kind is not Kind.DOT), Kind.END)
        return behind is not Kind.NUMBER
    return word not in _OFTEN_ANOTHER or _before_a_time(tokens, at)


def _beside_temporal(tokens: Sequence[Token], at: int) -> bool:
    """True when the word before or behind is one of time; a comma or "and" does not part them."""
    before = next((t.kind for t in reversed(tokens[:at]) if t.kind not in _SEPARATORS), Kind.END)
    behind = next((t.kind for t in tokens[at + 1 :] if t.kind not in _SEPARATORS), Kind.END)
    return before in _NEIGHBOURS or behind in _NEIGHBOURS


def _before_a_time(tokens: Sequence[Token], at: int) -> bool:
    """True when the next word that says anything is one of time."""
    behind = next((t.kind for t in tokens[at + 1 :] if t.kind not in _PASSED_OVER), Kind.END)
    return behind in TEMPORAL or behind in (Kind.YEAR, Kind.DAY, Kind.NUMBER_WORD, Kind.ORDINAL)


# "9:00 or so", "the Friday before Easter"; but "9:00 near the church" is no doubt of the time.
_LOOSE_BEHIND = frozenset({"or", "before", "after", "hoặc", "hoac", "trước khi", "sau khi"})


def _behind_a_time(tokens: Sequence[Token], at: int) -> bool:
    """True when the word before that says anything is one of time."""
    before = next((t.kind for t in reversed(tokens[:at]) if t.kind not in _PASSED_OVER), Kind.END)
    return before in TEMPORAL or before in (Kind.YEAR, Kind.DAY, Kind.MINUTE, Kind.NUMBER_WORD)


def _of_a_zone(tokens: Sequence[Token], at: int) -> bool:
    """ "20h giờ Tokyo", "19:00 London time": the clock of another place."""
    if tokens[at].kind is Kind.HOUR:
        near = tokens[at + 1 : at + 2]
        return _behind_a_time(tokens, at) and any(t.kind is Kind.TEXT and t.text[0].isupper() for t in near)
    near = tokens[max(0, at - 1) : at]
    return any(t.kind is Kind.TEXT and t.text[0].isupper() for t in near) and _behind_a_time(tokens, at - 1)


def _counted(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].kind in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.BAD_NUMBER)
