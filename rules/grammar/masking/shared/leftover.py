"""What becomes of words that no production uses: plain text, silence, or a problem.

A word of time is never passed over; a word that loosens or denies a time is a problem where it may do so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.masking.shared.asides import aside
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import TEMPORAL, Kind, Lang, fold, index
from rules.vocabulary.doubts import ENDS, OUT, TURNS
from rules.vocabulary.kinds import ABOUT, AIMS, BEFORE, CLOSES, EACH_ONE, NO_REPLAY, ONWARDS

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


_CLOCKS = frozenset({Kind.DAYPART, Kind.COLON, Kind.NAMED_TIME, Kind.HOUR})
_SEPARATORS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS, Kind.SLASH})
_UNREAD = {
    Kind.HEDGE: "not-understood/hedge",
    Kind.DUE: "not-understood/hedge",
    Kind.RELATIVE: "not-understood/relative",
    Kind.UNSURE: "not-understood/unsure",
    Kind.NO_MONTHS: "not-understood/no-months",
}
# Kinds that are a problem when a word of them has lost its accents in front of a time, or behind one.
_ACCENTED_AHEAD = frozenset(
    {
        Kind.TO,
        Kind.EXCEPT,
        Kind.OF,
        Kind.DURATION,
        Kind.HEDGE,
        Kind.DUE,
        Kind.UNSURE,
        Kind.DAYPART,
        Kind.ORDINAL,
    }
)
_ACCENTED_BEHIND = frozenset(
    {Kind.ORDINAL, Kind.UNIT, Kind.MINUTE, Kind.HALF_HOUR, Kind.LESS, Kind.DAYPART, Kind.TIMES_A}
)
# English words that place something in the time behind them: "ends on 6 December", "the half of June".
_PLACES_IN_TIME = frozenset(
    {"end", "ends", "ending", "ended", "finishes", "finishing", "concludes", "middle", "half", "rest"}
)
_AFTER_SOME_DAY = frozenset(
    {"following", "upcoming", "forthcoming", "next", "coming", "previous", "preceding"}
)
# "the Tuesday following the meeting", "thứ Ba tiếp theo": which Tuesday that is, only the event says.
_BESIDE_AN_EVENT = frozenset(
    {
        "following", "preceding", "succeeding", "prior", "tiếp", "kế", "trước", "ngay trước", "liền trước",
    }
)  # fmt: skip
_NOT_TWICE = (
    TEMPORAL | {Kind.NUMBER_WORD, Kind.ORDINAL, Kind.FROM, Kind.TO, Kind.FILLER, Kind.EVERY, Kind.TIMES_A}
) - {Kind.NUMBER}
_ADDED_TO = TEMPORAL | {Kind.YEAR}  # "va" behind these is "và"
_PERIODS = frozenset({Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.YEAR})
_ENDS_A_ROW = frozenset({Kind.CLOSE, Kind.SEMICOLON, Kind.DOT, Kind.COMMA})
_WORDS = frozenset({Kind.TEXT, Kind.UNIT, Kind.FILLER, Kind.MEASURE, Kind.COUNTED})
_MOST_BETWEEN = 3
_OF_A_YEAR = 4  # digits
_NUMBERED = frozenset({Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.ORDINAL_PREFIX})
_COUNTED_AHEAD = frozenset({Kind.YEAR, Kind.DAY, Kind.NUMBER_WORD, Kind.ORDINAL, Kind.TIMES_WORD})
_PASSED_OVER = frozenset({Kind.FILLER, Kind.OF, Kind.AT, Kind.EVERY, Kind.THROUGHOUT, Kind.COLON, Kind.ABOUT})


# "15 January, 15 February and so on": more than is named.
_AND_SO_ON = frozenset({"and so on", "and so forth", "etc", "et cetera"})
# "other Sundays": those that another rule does not name.
_OTHER_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.WORKDAY})


# Keys of what is read, but with a remark.
REMARKS = frozenset({"usually", "about"})


def left_over(tokens: Sequence[Token], at: int, lang: Lang) -> str:
    """What becomes of a token that no production uses: "ignored", "silent", or the key of its problem."""
    kind = tokens[at].kind
    unread = _UNREAD.get(kind, "not-understood")
    if kind is Kind.ABOUT:
        return "about"
    if kind is Kind.USUAL:
        return "usually" if _doubts(tokens, at) else "ignored"
    if aside(tokens, at, lang) is not None:
        return "ignored"  # some of them are doubts
    if kind is Kind.UNSURE:
        heads = tokens[at].value == TURNS and not at
        return unread if _doubts(tokens, at) and not heads else "ignored"
    if tokens[at].value == AIMS and not _before_a_time(tokens, at):
        return unread if _of_a_month(tokens, at) else "ignored"  # "nhằm nâng cao nhận thức"
    if kind is Kind.DUE and tokens[at].value == CLOSES:
        before = tokens[at - 1] if at else None
        heads = before is None or before.kind in _ENDS_A_ROW or before.text.lower() in ("we", "they", "will")
        closes = "closes" in tokens[at].text.lower() or (heads and _before_a_clock(tokens, at))
        return unread if closes else "ignored"
    if tokens[at].value == ENDS:
        behind = tokens[at + 1].kind if at + 1 < len(tokens) else Kind.END
        month = lang == "vi" and behind in (Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER, Kind.YEAR)
        return unread if month or _before_a_clock(tokens, at) else "ignored"
    if tokens[at].value == ONWARDS:
        return unread if _behind_a_date(tokens, at) else "ignored"
    if tokens[at].value == NO_REPLAY and _before_a_time(tokens, at):
        return unread
    if kind in (Kind.FROM, Kind.TO, Kind.HEDGE, Kind.DUE, Kind.BETWEEN):
        # "from week 2" is not week 2; "news from the province" says nothing of time.
        if kind is Kind.TO and tokens[at].text.lower().split()[-1] in _PLACES_IN_TIME:
            return unread
        loose = tokens[at].text.lower() in _LOOSE_BEHIND and _behind_a_time(tokens, at)
        loose = loose or _beside_an_event(tokens, at) or _before_a_far_day(tokens, at)
        if tokens[at].text.lower() == "gates open" and sum(token.kind in _CLOCKS for token in tokens) == 1:
            return "ignored"  # "the park gates open daily at 7am": there is no other time
        end = (
            kind is Kind.DUE and not tokens[at].text.lower().startswith("due") and _before_a_part(tokens, at)
        )
        led = loose or end or _before_a_place_in_time(tokens, at)
        either = tokens[at].value == NO_REPLAY or tokens[at].text.lower() in ("hoặc", "hay")
        if either and tokens[at + 1 : at + 2] and tokens[at + 1].kind is Kind.FROM:
            led = led or _before_a_time(tokens, at + 1)  # "hoặc từ 5/3 đến 9/3"
        return unread if led or _before_a_time(tokens, at) else "ignored"
    if kind is Kind.LABEL and tokens[at].text == "part" and _beside_a_count(tokens, at):
        return unread  # "ten-part" is a count, "ten-drama part" nothing
    if kind is Kind.HALF_HOUR or (kind is Kind.HALF and _before_a_time(tokens, at)):
        return unread
    if kind is Kind.OCCASION and tokens[at].text.lower().startswith("nhân") and _behind_months(tokens, at):
        return "not-understood/two-events"  # "Tháng 10, nhân ngày 20/10": on that day, or in that month?
    if kind is Kind.ALSO:
        return unread if _of_months_alone(tokens, at) else "silent"
    if kind is Kind.DURATION and _for_a_time(tokens, at):
        return unread
    if kind is Kind.HOUR and not _counted(tokens, at):
        return "ignored"  # "the story hour", "khung giờ vàng"
    if kind is Kind.TEXT:
        return _text(tokens, at, lang)
    often = {token.text.lower() for token in tokens[at + 1 : at + 2]} & {"weekly", "fortnightly", "monthly"}
    if kind is Kind.NUMBER_WORD and often:
        return unread  # "six weekly sessions" are six
    if kind is Kind.NUMBER_WORD and lang == "en" and tokens[at].number > 1 and _counts_pieces(tokens, at):
        return unread  # "two further reports a month" is not one a month
    if kind is Kind.ORDINAL and lang == "en" and _listed(tokens, at):
        return unread  # "fortnightly on the second and fourth"
    if kind is Kind.NUMBER_WORD and _behind_an_exception(tokens, at):
        return unread  # "except two in August"
    joined = tokens[at + 1 : at + 2] and tokens[at + 1].kind is Kind.DASH and tokens[at + 1].glued
    if kind is Kind.TIMES_WORD and tokens[at].number > 1 and (joined or _before_a_time(tokens, at)):
        return unread  # "twice on Mondays"
    if tokens[at].text.lower() == "final" and _before_a_noun(tokens, at):
        return "ignored"  # "final report by 11 March"
    if kind is Kind.ORDINAL and (_of_a_period(tokens, at) or _alone_of_several(tokens, at)):
        return unread  # "buổi cuối cùng của tháng" is not the month
    if kind is Kind.ORDINAL and at + 1 < len(tokens) and lang == "en":
        if tokens[at + 1].kind is Kind.REPLAY:
            place = sum(token.kind is Kind.REPLAY for token in tokens[: at + 2])
            return "silent" if tokens[at].number == place else unread  # "second repeat"
        if tokens[at + 1].kind is Kind.EACH:
            return unread  # "the fifth of each month"
    if tokens[at].text.lower() == "one" and at + 1 < len(tokens) and tokens[at + 1].kind is Kind.OF:
        return "silent"  # "one in May and one in September"
    if kind in TEMPORAL or (kind in _NEIGHBOURLY and _beside_temporal(tokens, at)):
        return unread
    if lang == "vi" and kind in (Kind.NUMBER_WORD, Kind.YEAR) and _weekday_torn_off(tokens, at):
        return unread
    return "silent" if kind in _SILENT else "ignored"


def _behind_a_date(tokens: Sequence[Token], at: int) -> bool:
    """ "4 May onwards", where no "from" says so before."""
    begins = any(token.kind is Kind.FROM for token in tokens[:at])
    return not begins and any(
        token.kind in (Kind.MONTH_NAME, Kind.SLASH) for token in tokens[max(0, at - 3) : at]
    )


def _listed(tokens: Sequence[Token], at: int) -> bool:
    """ "And" stands before an ordinal and a word of time before that, or behind it and one behind that."""
    before = [token for token in tokens[max(0, at - _MOST_BETWEEN) : at] if token.kind is not Kind.FILLER][
        ::-1
    ]
    behind = [token for token in tokens[at + 1 : at + 1 + _MOST_BETWEEN] if token.kind is not Kind.FILLER]
    return any(
        len(two) > 1 and two[0].kind is Kind.AND and two[1].kind in _NEIGHBOURS | {Kind.ORDINAL}
        for two in (before, behind)
    )


def _behind_an_exception(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[max(0, at - _MOST_BETWEEN) : at]
    before = next((t for t in reversed(near) if t.kind is not Kind.FILLER), None)
    return before is not None and (before.kind is Kind.EXCEPT or before.value == OUT)


# Words before 24/7 that make it the 24th of July.
_LEADS_DATE = frozenset(
    {Kind.DAY, Kind.AT, Kind.FROM, Kind.TO, Kind.COMMA, Kind.AND, Kind.WEEKDAY, Kind.HOUR}
)


def round_the_clock(tokens: Sequence[Token], at: int) -> bool:
    """24/7 behind plain words ("open 24/7"): all hours of all days, and no date."""
    texts = _texts(tokens[at : at + 3])
    if texts != ["24", "/", "7"] or not (tokens[at + 1].glued and tokens[at + 2].glued):
        return False
    before = tokens[at - 1] if at else None
    behind = tokens[at + 3].kind if at + 3 < len(tokens) else Kind.END
    led = before is None or before.kind in _LEADS_DATE or before.text.lower() in ("on", "vào", "vao")
    timed = before is not None and before.kind in (Kind.NUMBER, Kind.DAYPART)
    return not (led or timed or behind in (Kind.AT, Kind.SLASH, Kind.NUMBER, Kind.COLON))


def words_twice(tokens: Sequence[Token]) -> Iterator[Problem]:
    """ "June June", "thứ thứ 2", "mỗi quý quý": looked for before titles and places are set aside."""
    for at, (one, two) in enumerate(pairwise(tokens)):
        if one.kind is two.kind or two.correction:
            noted = two.kind in _NOT_TWICE or one.text.lower() == "year" or one.value == ABOUT
            again = noted and one.text.lower() == two.text.lower()
        else:
            periods = one.kind is Kind.EACH and two.kind in _PERIODS
            again = periods and one.text.lower().endswith(f" {two.text.lower()}")
            numbered = len(tokens) <= at + 2 or tokens[at + 2].kind is Kind.NUMBER
            again = again and not (numbered and two.kind in (Kind.MONTH, Kind.YEAR))
            again = again or _part_of(one, two) or _part_of(two, one)
        if again:  # but "hằng tháng tháng 1" is each January
            yield problem("not-understood/twice", one.start, two.end, text=two.text)


def _part_of(one: Token, two: Token) -> bool:
    """ "Chủ Chủ nhật": a word of the weekday beside it."""
    if two.kind is not Kind.WEEKDAY or one.kind is not Kind.TEXT:
        return False
    words = two.text.lower().split()
    return len(words) > 1 and one.text.lower() == (words[0] if one.start < two.start else words[-1])


def said_twice(tokens: Sequence[Token], parts: Sequence[p.Part]) -> Iterator[Problem]:
    """ "10:00-12:00 12:00", "ngày 5 5": one of the two is a slip, and perhaps for another word."""
    for at, (one, two) in enumerate(pairwise(tokens)):
        if one.text == two.text and one.text.isdigit():
            numbers = one.kind is two.kind is Kind.NUMBER and not _of_two_nouns(tokens, at)
            if numbers or len(one.text) == _OF_A_YEAR:
                yield problem("not-understood/twice", one.start, two.end, text=two.text)
        if two.kind is Kind.EACH and one.text.lower() == "a" and two.text.lower().startswith("a "):
            yield problem("not-understood/twice", one.start, two.end, text=one.text)
    for at, token in enumerate(tokens):
        if token.text.lower() == "tháng tu":  # tư, or từ
            yield problem("not-understood/without-accents", token.start, token.end, text="tu")
        if token.kind is not Kind.NUMBER:
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].glued:
            end += 1
        again = tokens[end : 2 * end - at]
        if end > at + 1 and _texts(again) == _texts(tokens[at:end]):
            yield problem("not-understood/twice", token.start, again[-1].end, text="".join(_texts(again)))
    for part, next_part in pairwise(parts):
        first, second = part.meaning, next_part.meaning
        if isinstance(first, p.Clock) and isinstance(second, p.Clock):
            ends = 60 * first.at.hour + first.at.minute + (first.minutes or 0)
            if 60 * second.at.hour + second.at.minute == ends % (24 * 60):
                yield problem("not-understood/does-not-fit", part.start, next_part.end)


def _of_two_nouns(tokens: Sequence[Token], at: int) -> bool:
    """ "tháng 7 7h", "thứ 7 7:30": the first number is the noun's before it, the second an hour."""
    before = tokens[at - 1].kind if at else Kind.END
    behind = tokens[at + 2].kind if at + 2 < len(tokens) else Kind.END
    return before in _NUMBERED and behind in (Kind.HOUR, Kind.COLON)


def _texts(tokens: Sequence[Token]) -> list[str]:
    return [token.text for token in tokens]


def _of_months_alone(tokens: Sequence[Token], at: int) -> bool:
    """ "Tuesdays and, in July, also Thursdays": the months belong to what is added."""
    before = next((t.kind for t in reversed(tokens[:at]) if t.kind is not Kind.COMMA), Kind.END)
    return before is Kind.MONTH_NAME and _before_a_time(tokens, at)


def _for_a_time(tokens: Sequence[Token], at: int) -> bool:
    """ "7.30pm for 8pm": people come at the one time, and it begins at the other."""
    kinds = [token.kind for token in tokens[at + 1 : at + 3]]
    timed = kinds[:1] == [Kind.NUMBER] and kinds[1:] in ([Kind.DAYPART], [Kind.DOT], [Kind.COLON], [])
    before = tokens[at - 1].kind if at else Kind.END
    return before in (Kind.DAYPART, Kind.NUMBER) and timed and tokens[at].text.lower() == "for"


def _text(tokens: Sequence[Token], at: int, lang: Lang) -> str:
    """Ignored, unless it is glued to a number ("17h4S") or is a word of time but for its accents ("tru")."""
    token = tokens[at]
    before = tokens[at - 1].kind if at else Kind.END
    by = token.text.lower() in ("x", "×")  # 3x4
    if token.glued and before is Kind.NUMBER and not by:
        return "unreadable-number"
    goes_on = lang == "en" and token.text.lower() in _AND_SO_ON
    if goes_on and at and _behind_a_time(tokens, at - (tokens[at - 1].kind is Kind.COMMA)):
        return "not-understood"
    others = lang == "en" and token.text.lower() in ("other", "remaining", "rest")
    if others and tokens[at + 1 : at + 2] and tokens[at + 1].kind in _OTHER_DAYS:
        return "not-understood"
    if lang == "en" and token.text.lower() in _PLACES_IN_TIME and _before_a_time(tokens, at):
        return "not-understood"
    if lang == "en" and _joined_to_often(tokens, at):
        return "not-understood"
    if lang == "en" and token.text.lower() in _AFTER_SOME_DAY and _no_replay(tokens, at):
        return "not-understood/relative"
    if _beside_an_event(tokens, at):
        return "not-understood/hedge"
    if _torn(tokens, at, lang):
        return "not-understood"
    if token.text in _WITHOUT_ACCENTS and _weekday_torn_off(tokens, at):
        return "not-understood"
    word = token.text.lower()
    if lang == "vi" and word.isascii() and (token.text.islower() or not at):
        entries = [entry for entry in index("vi").get(word, ()) if len(entry.words) == 1]
        alone = before is Kind.WEEKDAY and (at + 1 >= len(tokens) or tokens[at + 1].kind in _ENDS_A_ROW)
        if (alone or word not in _OFTEN_ANOTHER) and any(entry.value == OUT for entry in entries):
            return "not-understood/without-accents"  # "ngung phục vụ từ 1/5"
        kinds = {entry.kind for entry in entries}
        ahead = kinds & _ACCENTED_AHEAD and _before_a_time(tokens, at)
        behind = tokens[at + 1].kind if at + 1 < len(tokens) else Kind.END
        ahead = ahead or (Kind.EXCEPT in kinds and behind in (Kind.UNIT, Kind.TIMES_A))
        ahead = ahead or (Kind.DAYPART in kinds and before is Kind.EVERY)  # "mỗi toi"
        each = any(entry.value == EACH_ONE for entry in entries)
        ahead = ahead or (each and behind is Kind.DAYPART)  # "moi tối"
        ahead = ahead or (Kind.AND in kinds and before in _ADDED_TO and _before_a_time(tokens, at))
        if ahead or (kinds & _ACCENTED_BEHIND and before in _NEIGHBOURS):
            return "not-understood/without-accents"
    return "ignored"


def _of_a_month(tokens: Sequence[Token], at: int) -> bool:
    """ "Nhằm tổng kết quý I": the purpose has a period, which is none of the schedule."""
    for token in tokens[at + 1 :]:
        if token.kind in (Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER, Kind.YEAR, Kind.SLASH):
            return True
        if token.kind in _CLAUSE_ENDS or token.kind in (Kind.COMMA, Kind.HOUR, Kind.WEEKDAY, Kind.EACH):
            return False
    return False


def _torn(tokens: Sequence[Token], at: int, lang: Lang) -> bool:
    """ "hằng ngày việc làm": a word of a longer term ("hằng ngày làm việc") right behind its beginning."""
    before = tokens[at - 1] if at else None
    if before is None or before.kind is not Kind.EACH or lang != "vi":
        return False
    words = tuple(before.text.lower().split())
    entries = index(lang).get(fold(words[0]), ())
    return any(
        entry.words[: len(words)] == words and tokens[at].text.lower() in entry.words[len(words) :]
        for entry in entries
    )


def _joined_to_often(tokens: Sequence[Token], at: int) -> bool:
    """ "multi-weekly": what is joined to a word for how often says how often, too."""
    dash, often = (*tokens[at + 1 : at + 3], None, None)[:2]
    if dash is None or often is None or dash.kind is not Kind.DASH or often.kind is not Kind.EACH:
        return False
    return dash.glued and often.glued and often.text.lower().endswith("ly")


def _behind_months(tokens: Sequence[Token], at: int) -> bool:
    """A month stands before, in the same clause."""
    for token in reversed(tokens[:at]):
        if token.kind is Kind.SEMICOLON:
            return False
        if token.kind in (Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER):
            return True
    return False


def _of_a_period(tokens: Sequence[Token], at: int) -> bool:
    kinds = [token.kind for token in tokens[at + 1 : at + 3]]
    return kinds[:1] == [Kind.OF] and kinds[1:] in (
        [Kind.MONTH],
        [Kind.QUARTER],
        [Kind.EACH],
        [Kind.MONTH_NAME],
    )


def _alone_of_several(tokens: Sequence[Token], at: int) -> bool:
    """ "First and third Tuesdays (first only in July)": one of the days before."""
    before = next((t.text.lower() for t in reversed(tokens[:at]) if t.kind is not Kind.FILLER), "")
    behind = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    return "only" in (before, behind) or before == "just"


_WITHOUT_ACCENTS = frozenset({"Tu", "Nam", "Sau", "Bay"})
_TORN = frozenset({Kind.NUMBER_WORD, Kind.YEAR, Kind.SEMICOLON, Kind.OPEN, Kind.COMMA, Kind.AND})
_NAMES_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.WORKDAY, Kind.WEEK, Kind.ORDINAL})
_CLAUSE_ENDS = frozenset({Kind.SEMICOLON, Kind.DOT, Kind.COLON})


def _counts_pieces(tokens: Sequence[Token], at: int) -> bool:
    """ "Three walks for families each week": read as one a week, two of them would be lost."""
    if any(token.kind in _NAMES_DAYS for token in tokens):
        return False
    for token in tokens[at + 1 :]:
        if token.kind is Kind.EACH:
            return token.value is not Period.DAY
        if token.kind in _CLAUSE_ENDS or (token.kind in TEMPORAL and token.kind is not Kind.DAYPART):
            return False
    return False


def _no_replay(tokens: Sequence[Token], at: int) -> bool:
    """ "the following Thursday" is a replay's day; for a premiere it says nothing of which Thursday."""
    weekday = at + 1 < len(tokens) and tokens[at + 1].kind in (Kind.WEEKDAY, Kind.WEEKDAYS)
    weekday = weekday or (at > 0 and tokens[at - 1].kind is Kind.WEEKDAY and tokens[at].text == "next")
    return weekday and not any(t.kind in (Kind.REPLAY, Kind.SHIFT_IF, Kind.SHIFT_TO) for t in tokens[:at])


def _before_a_noun(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].kind in (Kind.TEXT, Kind.UNIT)


# Words without accents that are more often another word: nghi(ỉ, ị), thuong (ờ, ơ), doi (ời, ờ).
_OFTEN_ANOTHER = frozenset({"nghi", "dung", "huy", "thuong", "doi", "tuy", "chua", "hoan"})


def _doubts(tokens: Sequence[Token], at: int) -> bool:
    """False for "No. 12", and for a word without accents that names no time behind it."""
    word = tokens[at].text.lower()
    if word == "no":
        behind = next((t.kind for t in tokens[at + 1 :] if t.kind is not Kind.DOT), Kind.END)
        return behind is not Kind.NUMBER
    opened = tokens[at + 1 : at + 2] and tokens[at + 1].kind is Kind.FROM
    return word not in _OFTEN_ANOTHER or _before_a_time(tokens, at + 1 if opened else at)


def _beside_temporal(tokens: Sequence[Token], at: int) -> bool:
    """True when the word before or behind is one of time; a comma or "and" does not part them."""
    before = next((t.kind for t in reversed(tokens[:at]) if t.kind not in _SEPARATORS), Kind.END)
    behind = next((t.kind for t in tokens[at + 1 :] if t.kind not in _SEPARATORS), Kind.END)
    return before in _NEIGHBOURS or behind in _NEIGHBOURS


def _weekday_torn_off(tokens: Sequence[Token], at: int) -> bool:
    """ "thứ Hai; Tư; Sáu", "thứ Ba (Năm)": a weekday whose first word stands at the weekdays before."""
    behind = tokens[at + 1].kind if at + 1 < len(tokens) else Kind.END
    before = at
    while before and (tokens[before].kind in _TORN or tokens[before].text in _WITHOUT_ACCENTS):
        before -= 1
    marked = tokens[at - 1].kind in (Kind.SEMICOLON, Kind.OPEN, Kind.COMMA, Kind.AND)
    named = tokens[before].kind is Kind.WEEKDAY or (
        before > 0 and tokens[before].kind is Kind.NUMBER and tokens[before - 1].kind is Kind.ORDINAL_PREFIX
    )
    return at > 0 and marked and named and behind not in (Kind.TEXT, Kind.UNIT, Kind.COUNTED, Kind.MEASURE)


def _before_a_time(tokens: Sequence[Token], at: int) -> bool:
    """True when the next word that says anything is one of time."""
    behind = next((t.kind for t in tokens[at + 1 :] if t.kind not in _PASSED_OVER), Kind.END)
    return behind in TEMPORAL or behind in _COUNTED_AHEAD


def _beside_an_event(tokens: Sequence[Token], at: int) -> bool:
    """A word for before or after directly behind a weekday; a replay or a shift counts from its own day."""
    if not at or tokens[at - 1].kind not in (Kind.WEEKDAY, Kind.WEEKDAYS):
        return False
    counted = any(t.kind in (Kind.REPLAY, Kind.SHIFT_IF, Kind.SHIFT_TO) for t in tokens[:at])
    return tokens[at].text.lower() in _BESIDE_AN_EVENT and not counted


def _before_a_far_day(tokens: Sequence[Token], at: int) -> bool:
    """ "Before entries 3 June", "trước thành ngày 27/8": a deadline with words between, or something else."""
    if tokens[at].value != BEFORE:
        return False
    behind = at + 1
    while behind < len(tokens) and behind <= at + _MOST_BETWEEN and tokens[behind].kind in _WORDS:
        behind += 1
    kinds = [token.kind for token in tokens[behind : behind + 2]]
    dated = kinds in (
        [Kind.NUMBER, Kind.MONTH_NAME],
        [Kind.MONTH_NAME, Kind.NUMBER],
        [Kind.NUMBER, Kind.TEXT],
    )
    return behind > at + 1 and (dated or kinds == [Kind.DAY, Kind.NUMBER])


def _before_a_place_in_time(tokens: Sequence[Token], at: int) -> bool:
    """ "until the end of the month": which month? The end of a corridor is no time."""
    behind = [token.kind for token in tokens[at + 1 : at + 6] if token.kind not in _PASSED_OVER]
    return behind[:1] == [Kind.PART_OF] and behind[1:2] != [] and behind[1] in _PERIODS | {Kind.EACH}


def _before_a_clock(tokens: Sequence[Token], at: int) -> bool:
    """ "Returning 6pm", "về 17h": a time of day, not a date, stands directly behind."""
    begin = at + 1
    while begin < len(tokens) and tokens[begin].kind in (Kind.AT, Kind.COLON):
        begin += 1
    kinds = [token.kind for token in tokens[begin : begin + 2]]
    if kinds[:1] in ([Kind.NAMED_TIME], [Kind.PAST]):
        return True
    return kinds[:1] == [Kind.NUMBER] and (
        begin > at + 1 or kinds[1:] in ([Kind.DAYPART], [Kind.DOT], [Kind.COLON], [Kind.HOUR], [])
    )


def _before_a_part(tokens: Sequence[Token], at: int) -> bool:
    """ "By the end of", "hạn: và": what a deadline stands before, and no production reads."""
    behind = next((t.kind for t in tokens[at + 1 :] if t.kind not in _PASSED_OVER), Kind.END)
    return behind in (Kind.PART_OF, Kind.TO, Kind.AND)


# "9:00 or so", "the Friday before Easter"; but "9:00 near the church" is no doubt of the time.
_LOOSE_BEHIND = frozenset(
    {"or", "before", "after", "approx.", "approximately", "hoặc", "hoac", "trước khi", "sau khi"}
)


def _beside_a_count(tokens: Sequence[Token], at: int) -> bool:
    return any(token.kind in (Kind.NUMBER, Kind.NUMBER_WORD) for token in tokens[max(0, at - 3) : at])


def _behind_a_time(tokens: Sequence[Token], at: int) -> bool:
    """True when the word before that says anything is one of time."""
    before = next((t.kind for t in reversed(tokens[:at]) if t.kind not in _PASSED_OVER), Kind.END)
    return before in TEMPORAL or before in (Kind.YEAR, Kind.DAY, Kind.MINUTE, Kind.NUMBER_WORD)


def _counted(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].kind in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.BAD_NUMBER)
