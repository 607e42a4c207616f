"""Phrase -> tokens: marks temporal words by the vocabulary and leaves the rest as text.

Accents may be missing, composed or decomposed; a slip in one word of a two-word entry ("thử Sáu")
is read and reported. A letter inside a number is never trimmed: it becomes a `BAD_NUMBER`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from rules.grammar.lexing.doubled import once
from rules.grammar.lexing.quotes import paired
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import TEMPORAL, Entry, Kind, Lang, fold, index, spelling
from rules.vocabulary.zones import GLUED_ZONES

_CHUNK = re.compile(r"[^\W_]+|[^\w\s]|_|\n")
_MARKS = {
    ",": Kind.COMMA, "、": Kind.COMMA, ";": Kind.SEMICOLON, "\n": Kind.SEMICOLON, "•": Kind.SEMICOLON,
    "|": Kind.SEMICOLON, ":": Kind.COLON, "/": Kind.SLASH, "-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH,
    "−": Kind.DASH, "‑": Kind.DASH, "~": Kind.DASH, "+": Kind.PLUS, ".": Kind.DOT, "!": Kind.DOT,
    "(": Kind.OPEN, "[": Kind.OPEN, ")": Kind.CLOSE, "]": Kind.CLOSE, '"': Kind.QUOTE, "“": Kind.QUOTE,
    "”": Kind.QUOTE,
    "«": Kind.QUOTE, "»": Kind.QUOTE, "„": Kind.QUOTE, "‟": Kind.QUOTE, "‹": Kind.QUOTE, "›": Kind.QUOTE,
    "「": Kind.QUOTE, "」": Kind.QUOTE, "《": Kind.QUOTE, "》": Kind.QUOTE,
}  # fmt: skip
_SPLIT = re.compile(r"\d+|[^\W\d_]+")
# What may be written against a digit and still be read: 17h45, 12p, 15th, 5pm, 20:00UTC, T5, Q2, W3.
_UNITS = frozenset(
    {
        "h", "g", "giờ", "gio", "hr", "hrs", "p", "ph", "phút", "phut", "m", "min", "mins", "minutes",
        "am", "pm", "st", "nd", "rd", "th", "s", "x", "k", "đ", "mhz", "khz", "fm",
        "noon", "midday", "midnight", *GLUED_ZONES,
    }
)  # fmt: skip
_PREFIXED = {
    "vi": re.compile(r"(?:(?P<weekday>t)(?P<d>[2-7])|(?P<quarter>q)(?P<q>[1-4])|(?P<month>t)(?P<m>1?\d))$"),
    "en": re.compile(r"(?:(?P<quarter>q)(?P<q>[1-4])|(?P<week>w|wk)(?P<w>[1-6]))$"),
}
# A letter that a scanner or a hand puts for a digit before a time: "l7h45", "O8h".
_SCANNED = re.compile(r"[lIoOSBZ]\d?[hg]\d*$")
_LONGEST_SCANNED = 2  # letters, where no digit is among them
# "17G", "PHÁT LÚC 6G15"; 2G to 6G alone are networks.
_HOUR_IN_CAPITALS = re.compile(r"\b([01]?[7-9]|1\d|2[0-4]|0\d)G\b|\b[012]?\dG\d\d\b")
_BLANKS = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
# A time with a word or a number written against it: cells of a table whose line ends were lost.
_RUN_TOGETHER = re.compile(r"[:hg]\d\d(?=[A-ZĐ][a-zà-ỹ]{2})|\d ?[AaPp][Mm](?=[A-Z][a-z]{2})|\bnoon(?=\d)")
_RUN_ON = re.compile(r"([^\W\d_]{3,})\d")
_OF_TIME = TEMPORAL | {Kind.NAMED_TIME, Kind.DAYPART}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
# Words that are safe to read without accents even where the rest of the phrase has them.
_PLAIN_SAFE = frozenset(
    {Kind.WEEK, Kind.MONTH, Kind.DAY, Kind.HOUR, Kind.MINUTE, Kind.QUARTER, Kind.CHANNEL, Kind.EACH}
)
# Accentless spellings that more than one single-word entry claims: the one that is meant.
_PLAIN_CHOICE = {
    "tu": Kind.FROM,
    "sau": Kind.DAYS_LATER,
    "nam": Kind.YEAR,
    "toi": Kind.DAYPART,
}
_WEEKDAY_BEGINS = frozenset({"thu", "chu", "chua", "cn"})
_SLIP_KINDS = frozenset({Kind.WEEKDAY, Kind.REPLAY, Kind.NEXT_DAY, Kind.SAME_DAY, Kind.EACH})


# Behind these words a channel's name counts in any case of letters, with its accents or without.
_LEADS_CHANNEL = frozenset({"kenh", "song", "hinh", "thanh", "dai", "tren", "channel", "station", "on"})
_LEADS_PLACE = frozenset({"tai", "tinh", "huyen"})  # "tại Kiên Giang" is no channel of that name
# English words that are more often something else when they are not capitals: "may be shown", "he sat".
_EVERYDAY = frozenset({"may", "march", "mar", "sat", "sun", "wed", "mon"})
_BEFORE_MONTH = frozenset(
    {"in", "of", "from", "until", "till", "since", "every", "each", "on", "last", "first"}
)


class Lexeme(NamedTuple):
    """A raw run of letters or digits, or one mark."""

    text: str
    folded: str
    start: int
    end: int
    glued: bool


class Normalised(NamedTuple):
    """The phrase in NFC, with the place of each of its characters in the phrase as written."""

    text: str
    places: tuple[int, ...] | None  # None: the phrase already was NFC

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the phrase as written."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end]


def normalise(phrase: str) -> Normalised:
    """NFC with a map back, so that reported spans count the characters that the person typed.

    Cells of a table that have run together are parted again: "17:30Chúa nhật", "4 PMSunday". Blanks in a row,
    tabs and blanks of a web page are one blank.
    """
    cuts = {match.end() for match in _RUN_TOGETHER.finditer(phrase)}
    if not cuts and unicodedata.is_normalized("NFC", phrase) and _BLANKS.search(phrase) is None:
        return Normalised(phrase, None)
    out: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(phrase):
        if at in cuts:
            out.append("\n")
            places.append(at)
        end = at + 1
        while end < len(phrase) and unicodedata.combining(phrase[end]):
            end += 1
        composed = unicodedata.normalize("NFC", phrase[at:end])
        if composed != "\n" and composed.isspace():
            composed = "" if out[-1:] == [" "] else " "
        out.append(composed)
        places.extend([at] * len(composed))
        at = end
    return Normalised("".join(out), (*places, len(phrase)))


def lex(text: str, lang: Lang, channels: Sequence[str] = ()) -> list[Token]:
    """Tokens of an NFC text in a language; `channels` are the plan's own names."""
    lexemes = list(_lexemes(text))
    plain = lang == "vi" and text.isascii()
    table = index(lang)
    names = _channel_names(channels)
    tokens: list[Token] = []
    at = 0
    while at < len(lexemes):
        lexeme = lexemes[at]
        found = (_channel_name(lexemes, at, names) if names else None) or _entry(
            lexemes, at, table, plain, text
        )
        if found is not None:
            kind, value, length, correction = found
            last = lexemes[at + length - 1]
            tokens.append(
                Token(
                    kind,
                    value,
                    text[lexeme.start : last.end],
                    lexeme.start,
                    last.end,
                    lexeme.glued,
                    correction,
                )
            )
            at += length
            continue
        tokens.extend(_bare(lexeme, lang))
        at += 1
    if "(" in text or "[" in text:
        tokens = once(tokens)
    return paired(tokens) if "'" in text or "‘" in text or "‚" in text else tokens


def _lexemes(text: str) -> list[Lexeme]:
    found: list[Lexeme] = []
    previous_end = -1
    in_hours = "G" in text and _HOUR_IN_CAPITALS.search(text) is not None
    for match in _CHUNK.finditer(text):
        chunk, start = match.group(), match.start()
        mixed = not chunk.isalpha() and chunk.isalnum() and not chunk.isdigit()
        for piece in _pieces(chunk, in_hours) if mixed else (chunk,):
            found.append(Lexeme(piece, fold(piece), start, start + len(piece), start == previous_end))
            start += len(piece)
            previous_end = start
    return found


def _pieces(chunk: str, in_hours: bool) -> list[str]:
    """A mixed run cut at digits where every letter part is a unit that may follow a digit; else whole.

    `in_hours`: a G behind a number is an hour, as another one of the phrase can be nothing else.
    """
    if not chunk[0].isdigit():
        return [chunk]
    pieces = _SPLIT.findall(chunk)
    if pieces[-1] == "G" and len(pieces) == 2 and not in_hours:
        return [chunk]  # 5G
    if all(p.isdigit() or p.lower() in _UNITS for p in pieces) and "".join(pieces) == chunk:
        return pieces
    return [chunk]


_Found = tuple[Kind, object, int, str | None]


def _entry(
    lexemes: list[Lexeme], at: int, table: dict[str, tuple[Entry, ...]], plain: bool, text: str
) -> _Found | None:
    """The longest entry that fits at this place; a slip only where nothing fits without one."""
    best: _Found | None = None
    entries = table.get(lexemes[at].folded)
    if entries is None:
        return None
    behind = lexemes[at + 1].folded if at + 1 < len(lexemes) else None
    for entry in entries:
        length = len(entry.words)
        if best is not None and length < best[2]:
            break
        if length > 1 and entry.folded[1] != behind:
            continue
        if length > 2 and (
            at + length > len(lexemes)
            or any(lexemes[at + k].folded != entry.folded[k] for k in range(2, length))
        ):
            continue
        if length == 1 and lexemes[at].text in _EVERYDAY and not _named(lexemes, at, text):
            continue
        if entry.kind is Kind.RELATIVE and _between_weekdays(lexemes, at, entry):
            continue
        if entry.meant and entry.kind is Kind.ORDINAL and not _weekday_behind(lexemes, at):
            continue  # "back and forth"
        fit = _fit(lexemes, at, entry, plain)
        if fit is None:
            continue
        if fit == "slip" and (entry.kind is Kind.TEXT or _several_meant(lexemes, at, entry, table)):
            continue  # no slip makes a word of no time of one that may be: "quý ba" is no "quý bà"
        if fit == "exact":
            return (entry.kind, entry.value, length, entry.meant)
        if best is None or (length == 1 and _PLAIN_CHOICE.get(entry.folded[0]) is entry.kind):
            true = " ".join(entry.words)
            best = (entry.kind, entry.value, length, None if fit == "plain" else true)
    return best


def _between_weekdays(lexemes: list[Lexeme], at: int, entry: Entry) -> bool:
    """ "thứ Hai tới thứ Sáu" is a range, "thứ Hai tới" the next Monday."""
    behind = at + len(entry.words)
    return entry.folded[-1] == "toi" and behind < len(lexemes) and lexemes[behind].folded in _WEEKDAY_BEGINS


def _weekday_behind(lexemes: list[Lexeme], at: int) -> bool:
    """ "The forth Thursday": an ordinal, where a weekday stands behind it."""
    behind = lexemes[at + 1].folded if at + 1 < len(lexemes) else ""
    return any(entry.kind is Kind.WEEKDAY for entry in index("en").get(behind, ()))


def _named(lexemes: list[Lexeme], at: int, text: str) -> bool:
    """True when an everyday word stands where a month or weekday would, or nothing here has capitals."""
    if text.islower():
        return True
    near = [lexemes[k].text for k in (at - 1, at + 1) if 0 <= k < len(lexemes)]
    before = lexemes[at - 1].folded if at else ""
    return before in _BEFORE_MONTH or any(word[0].isdigit() for word in near)


def _fit(lexemes: list[Lexeme], at: int, entry: Entry, plain: bool) -> str | None:
    """How the words fit: exact, plain (typed without accents), slip, or None."""
    unaccented = wrong = 0
    for k, word in enumerate(entry.words):
        lexeme = lexemes[at + k]
        if lexeme.text.lower() == word or spelling(lexeme.text) == spelling(word):
            continue
        if lexeme.text.isascii():
            unaccented += 1
        else:
            wrong += 1
    if not unaccented and not wrong:
        return "exact"
    if plain and not wrong:
        return "plain"
    several = len(entry.words) > 1
    if not wrong and ((several and unaccented < len(entry.words)) or entry.kind in _PLAIN_SAFE):
        return "slip"
    if wrong == 1 and not unaccented and several and entry.kind in _SLIP_KINDS and _meant(lexemes, at, entry):
        return "slip"
    return None


def _several_meant(lexemes: list[Lexeme], at: int, entry: Entry, table: dict[str, tuple[Entry, ...]]) -> bool:
    """ "thứ Bả" may be thứ Ba or thứ Bảy: a slip is read only where one word alone is meant."""
    return any(
        other.kind is entry.kind
        and other.value != entry.value
        and len(other.words) == len(entry.words)
        and all(
            word == meant or meant.startswith(word)
            for word, meant in zip(
                (lexeme.text.lower() for lexeme in lexemes[at : at + len(entry.words)]),
                other.words,
                strict=True,
            )
        )
        for other in table.get(lexemes[at].folded, ())
    )


def _meant(lexemes: list[Lexeme], at: int, entry: Entry) -> bool:
    """A slipped weekday needs a sign that a weekday is meant: a capital, or what follows it.

    "thử Sáu" is a weekday; "thử ba lần" (try three times) is not.
    """
    if entry.kind is not Kind.WEEKDAY:
        return True
    if lexemes[at + 1].text[0].isupper():
        return True
    after = at + len(entry.words)
    return after < len(lexemes) and lexemes[after].folded in {"tuan", "hang", "moi", "dau", "cuoi"}


def _bare(lexeme: Lexeme, lang: Lang) -> list[Token]:
    """A number, a mark, or text that no entry claims."""
    word, start, end, glued = lexeme.text, lexeme.start, lexeme.end, lexeme.glued
    if _has_foreign_number(word, lang):
        return [Token(Kind.BAD_NUMBER, None, word, start, end, glued)]
    if word.isalpha() and len(word) > _LONGEST_SCANNED:
        return [Token(Kind.TEXT, _ROMAN.get(word.lower()), word, start, end, glued)]
    if word.isdigit():
        return [Token(Kind.NUMBER, int(word[:9]), word, start, end, glued)]
    mark = _MARKS.get(word)
    if mark is not None:
        return [Token(mark, None, word, start, end, glued)]
    if word in "'′’":
        return [Token(Kind.MINUTE, None, word, start, end, glued)]
    if word[0].isdigit() or _SCANNED.match(word):
        return [Token(Kind.BAD_NUMBER, None, word, start, end, glued)]
    if (match := _PREFIXED[lang].match(word.lower())) is not None:
        return _prefixed(match, lexeme)
    if _runs_on(word, lang):
        return [Token(Kind.BAD_NUMBER, None, word, start, end, glued)]
    return [Token(Kind.TEXT, _ROMAN.get(word.lower()), word, start, end, glued)]


def _has_foreign_number(word: str, lang: Lang) -> bool:
    """True for a number in other digits than 0 to 9: "1²", "٣", "T٣"; "CO₂" and "m²" are names."""
    if word.isascii():
        return False
    plain = "".join(str(unicodedata.digit(sign, sign)) for sign in word)
    return plain != word and (plain[0].isdigit() or _PREFIXED[lang].match(plain.lower()) is not None)


def _runs_on(word: str, lang: Lang) -> bool:
    """True where a number runs into a word of time: "noon1st", "Monday9"."""
    run = _RUN_ON.match(word)
    entries = index(lang).get(fold(run.group(1)), ()) if run is not None else ()
    return any(len(entry.words) == 1 and entry.kind in _OF_TIME for entry in entries)


def _prefixed(match: re.Match[str], lexeme: Lexeme) -> list[Token]:
    """T5 (a weekday), T8 and T12 (months), Q2, W3: a letter for the noun, then its number."""
    groups = {k: v for k, v in match.groupdict().items() if v}
    word, start, end = lexeme.text, lexeme.start, lexeme.end
    if "d" in groups:
        return [Token(Kind.WEEKDAY, int(groups["d"]) - 2, word, start, end, lexeme.glued)]
    noun, kind = next(
        (n, k)
        for n, k in (("quarter", Kind.QUARTER), ("week", Kind.WEEK), ("month", Kind.MONTH))
        if n in groups
    )
    cut = start + len(groups[noun])
    return [
        Token(kind, None, word[: cut - start], start, cut, lexeme.glued),
        Token(Kind.NUMBER, int(word[cut - start :]), word[cut - start :], cut, end, True),
    ]


def _channel_names(channels: Sequence[str]) -> list[tuple[list[str], str]]:
    named = [([m.group() for m in _CHUNK.finditer(name)], name) for name in channels]
    return sorted(named, key=lambda pair: -len(pair[0]))


def _channel_name(lexemes: list[Lexeme], at: int, names: list[tuple[list[str], str]]) -> _Found | None:
    """One of the plan's own channels, written as the plan writes it."""
    before = lexemes[at - 1].folded if at else ""
    if before in _LEADS_PLACE:
        return None
    led = before in _LEADS_CHANNEL
    best: tuple[int, bool, str] | None = None
    for words, name in names:
        written = lexemes[at : at + len(words)]
        exact = [one.text for one in written] == words
        if exact or (led and [one.folded for one in written] == [fold(w) for w in words]):
            found = (len(words), exact, name)
            best = found if best is None or found[:2] > best[:2] else best
    return None if best is None else (Kind.CHANNEL_NAME, best[2], best[0], None)
