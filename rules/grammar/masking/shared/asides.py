"""Words of time and of doubt that stand in plain text, where no number, day or time touches them.

"Kế hoạch tháng về công ty", "gặp gia đình", "sau khóa lễ", and a sentence of its own without any term ("Có
thể thay đổi theo thông báo."). Where the rule says itself what such a word could say, it is plain text;
elsewhere it is a doubt that a person settles: the reading stands, and the word is shown beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import TEMPORAL, Kind, Lang
from rules.vocabulary.doubts import APART, IF, MEETS, REST
from rules.vocabulary.kinds import BEFORE

IGNORED, DOUBT = "ignored", "doubt"
HOLIDAYS = "holidays"  # value of a `NAME` that a person confirms
_PLAIN = frozenset(
    {Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.DOCUMENT, Kind.COUNTED, Kind.NAME, Kind.THING, Kind.PLACE}
)
_PEOPLE = _PLAIN | {Kind.MEASURE}
_NOUNS = frozenset({Kind.TEXT, Kind.MEASURE, Kind.COUNTED, Kind.NAME})
_GOES_ON = _PLAIN | {Kind.THROUGHOUT, Kind.FILLER, Kind.OF}
_ENDS = frozenset({Kind.SEMICOLON, Kind.DOT})
_OVER = _ENDS | {Kind.CLOSE, Kind.COMMA, Kind.END}
_SENDS = frozenset({"gửi", "nộp", "trình", "gui", "nop", "về"})
_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})
_SHIFTS = frozenset({Kind.DAY_OFF, Kind.SHIFT_TO})
_IF_OR_OFF = _SHIFTS | {Kind.UNSURE, Kind.EXCEPT}
_OF_TIME = (TEMPORAL - {Kind.UNSURE}) | {
    Kind.NUMBER_WORD, Kind.EACH, Kind.ORDINAL_PREFIX, Kind.ORDINAL, Kind.REPLAY, Kind.EXCEPT, Kind.YEAR,
    Kind.BAD_NUMBER,
}  # fmt: skip


def aside(tokens: Sequence[Token], at: int, lang: Lang) -> str | None:
    """IGNORED or DOUBT for a word that stands so; None for every other one."""
    token = tokens[at]
    match token.kind:
        case Kind.SHIFT_IF if token.value == MEETS:
            shifted = any(one.kind in _SHIFTS for one in tokens)
            return IGNORED if _kind(tokens, at + 1) in _PEOPLE and not shifted else None
        case Kind.SHIFT_IF if lang == "en" and not any(one.kind in _IF_OR_OFF for one in tokens):
            return IGNORED  # "The meeting falls on the first Monday"
        case Kind.QUARTER | Kind.ORDINAL_PREFIX if _of_other_things(tokens, at):
            return IGNORED
        case Kind.MONTH | Kind.WEEK | Kind.QUARTER if lang == "vi":
            return _period(tokens, at)
        case Kind.NAME if token.value == HOLIDAYS:
            return DOUBT
        case Kind.DAYS_LATER:
            return _behind_an_event(tokens, at)
        case Kind.UNSURE if token.value == APART and _kind(tokens, at - 1) in _PLAIN:
            if _kind(tokens, at + 1) in _OVER:
                return IGNORED
            heads = not any(one.kind in _OF_TIME for one in tokens[:at])
            return DOUBT if heads and _kind(tokens, at + 1) is Kind.FILLER else _alone(tokens, at)
        case Kind.UNSURE if token.value == REST:
            nouns = _kind(tokens, at - 1) in _NOUNS
            return IGNORED if nouns and _kind(tokens, at + 1) in _GOES_ON else None
        case Kind.UNSURE if token.value in (None, APART):
            return _alone(tokens, at)
        case Kind.UNSURE if token.value == IF and lang == "en":
            return DOUBT if token.text.lower() == "when" and _of_a_date(tokens, at) else None
    return None


def _of_a_date(tokens: Sequence[Token], at: int) -> bool:
    """ "On Saturday 2 September, when training resumes": what takes place, where no day comes again."""
    before = [token.kind for token in tokens[:at] if token.kind is not Kind.COMMA][-3:]
    dated = Kind.MONTH_NAME in before and Kind.NUMBER in before
    again = any(token.kind in (Kind.EVERY, Kind.EACH, Kind.ALTERNATE, Kind.EXCEPT) for token in tokens)
    rule = any(token.kind is Kind.WEEKDAY and token.text.endswith("days") for token in tokens)
    happens = at + 1 < len(tokens) and tokens[at + 1].kind in (Kind.FILLER, Kind.TEXT)
    return dated and happens and not (again or rule)


def _kind(tokens: Sequence[Token], at: int) -> Kind:
    return tokens[at].kind if 0 <= at < len(tokens) else Kind.END


def _period(tokens: Sequence[Token], at: int) -> str | None:
    """ "Nộp kế hoạch tháng về công ty trước ngày 25 hằng tháng": said again behind, or in doubt."""
    if _kind(tokens, at - 1) not in _PLAIN:
        return None
    if _of_a_report(tokens, at) or _heads_weekdays(tokens, at):
        return IGNORED
    noun = str(tokens[at].kind)
    for token in tokens[at + 1 :]:
        if token.kind in _ENDS:
            break
        if token.kind is Kind.EACH and token.value == noun:
            return IGNORED if _led_by_words(tokens, at) else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    plain = behind is not None and behind.kind is Kind.TEXT and behind.value is None
    reported = _kind(tokens, at - 1) is Kind.DOCUMENT or (behind and behind.text.lower() in _SENDS)
    return DOUBT if plain and not reported else None


def _heads_weekdays(tokens: Sequence[Token], at: int) -> bool:
    """ "Báo cáo tuần: trước 10 giờ thứ Bảy": weekdays behind it are those of each week."""
    heads = tokens[at].kind is Kind.WEEK and _kind(tokens, at + 1) is Kind.COLON
    return heads and any(one.kind in _WEEKDAYS for one in tokens[at:])


def _behind_an_event(tokens: Sequence[Token], at: int) -> str | None:
    """ "Sau khóa lễ có khóa thiền từ 14h30": at the head of its words, and no replay is counted."""
    heads = _kind(tokens, at - 1) in _OVER
    counted = any(one.kind is Kind.REPLAY for one in tokens)
    return DOUBT if heads and _kind(tokens, at + 1) in _PLAIN and not counted else None


def _of_a_report(tokens: Sequence[Token], at: int) -> bool:
    """ "Báo cáo quý chậm nhất ngày 10 của tháng đầu quý sau": the period is said again behind."""
    behind = at + 1
    while behind < len(tokens) and (
        tokens[behind].kind in (Kind.COLON, Kind.COMMA) or tokens[behind].text.lower() in _SENDS
    ):
        behind += 1
    if behind >= len(tokens) or not at:
        return False
    if tokens[behind].kind is not Kind.DUE and tokens[behind].value != BEFORE:
        return False
    rest = tokens[behind:]
    noun = str(tokens[at].kind)
    return tokens[at - 1].kind in (Kind.TEXT, Kind.UNIT, Kind.DOCUMENT, Kind.NAME) and any(
        token.kind is tokens[at].kind
        or (token.kind is Kind.EACH and token.value == noun)
        or (token.kind is Kind.RELATIVE and token.text.lower() == f"{tokens[at].text.lower()} sau")
        for token in rest
    )


def _of_other_things(tokens: Sequence[Token], at: int) -> bool:
    """ "báo cáo quý gửi …", "thu vien" without accents: a quarter or an ordinal has a number behind it."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    plain_text = behind is not None and behind.kind is Kind.TEXT and behind.value is None
    return plain_text and (tokens[at].kind is Kind.QUARTER or tokens[at].text.isascii())


def _led_by_words(tokens: Sequence[Token], at: int) -> bool:
    """No word of time goes on with the period: "tháng về công ty", not "tháng 5", "tháng sau"."""
    behind = _kind(tokens, at + 1)
    return behind in _PLAIN or behind in (Kind.HEDGE, Kind.FILLER)


def _alone(tokens: Sequence[Token], at: int) -> str | None:
    """A doubt where its sentence, or its line, has no other word of time and no number."""
    first = at
    while first and tokens[first - 1].kind not in _ENDS:
        first -= 1
    last = at
    while last < len(tokens) and tokens[last].kind not in _ENDS:
        last += 1
    of_time = any(k != at and tokens[k].kind in _OF_TIME for k in range(first, last))
    return None if of_time else DOUBT
