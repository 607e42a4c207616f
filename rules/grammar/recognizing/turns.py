"""Clauses that turn against what stands before them: "from then on at 10am", "though 15 April goes ahead".

No part says what such words mean, and without them the rest reads as another plan: they are problems.
Each pattern stands beside the sentence that it was made for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import Kind, Lang

_DAYS = (p.Weekdays, p.NthWeekdays, p.Weeks, p.MonthDays, p.Workdays, p.DayRange, p.Dates)
_PERIODS = (p.DateRange, p.Months)
_OF_DAYS = (*_DAYS, *_PERIODS, p.Each, p.Every, p.Stretch)
_SURE_DAYS = (*_PERIODS, p.Dates, p.Weeks, p.NthWeekdays, p.Each)  # beside them a feast is a title
_MARKS = (p.Open, p.Close, p.Joint)

# "Mondays 11am to 29 April, thereafter at 10am": the days before it are no longer meant.
_THEREAFTER = re.compile(
    r"\b(thereafter|after that|after this|afterwards?|subsequently|from then|from that (date|day|point)|"
    r"after which|(từ|sau|tiếp|kể từ) (đó|ấy)|về sau|trở đi|đó|đó trở đi)( on)?( onwards?)?"
    r"( at| on| in| lúc| vào| thì)*$"
)
_LED = re.compile(r"^(from (then|that)|(kể từ|từ|sau) (đó|ấy))\b")
_THEN = re.compile(r"\bthen( at)?$")
# "except in April, though 15 April goes ahead": not out, although its month is.
_AHEAD = re.compile(
    r"\b(though|although|but|goes? ahead|going ahead|takes? place|taking place|still|as usual|as normal|"
    r"apart from|nhưng|vẫn|song|tuy|có (phát|họp|học|chiếu|đăng|làm)|bình thường)\b"
)
_WEEKDAY_VI = r"(thứ (hai|ba|tư|năm|sáu|bảy|bẩy|\d)|chủ nhật|t ?\d|cn)"
_DATE_VI = r"((ngày |mùng )?\d+( ?/ ?\d+)*)"
_WEEKDAY_EN = r"(mon|tues|wednes|thurs|fri|satur|sun)day"
_ANY_EN = rf"({_WEEKDAY_EN}s?|\d+ [a-z]+|[a-z]+ \d+)"
# One night, named by the two days that it touches.
_NIGHT = {
    "vi": re.compile(
        rf"\b(đêm|tối|khuya) ({_WEEKDAY_VI}|{_DATE_VI}) ?([,/-] ?)?(rạng )?sáng ({_WEEKDAY_VI}|{_DATE_VI})"
    ),
    "en": re.compile(
        rf"\b{_ANY_EN} (night|evening)s? ?(in ?to|to|[/,-]|through to|through) ?(the )?"
        rf"({_ANY_EN}( |$)|early|morning)|"
        rf"\bovernight,? (from |on )?{_ANY_EN} ?(in ?to|to|[/-]|and) ?{_ANY_EN}"
    ),
}
# "Xuất phát lúc 12h10 và đến Sài Gòn lúc 9h20": the second is when it is over.
_JOURNEY = {
    "vi": re.compile(
        r"\b(xuất phát|khởi hành|rời ga|cất cánh) [^;.]*?"
        r"\b(đến|tới|hạ cánh|cập) (?!(hết|cuối|khi|thứ|ngày|tháng|chủ) )([^\W\d]+ ){1,5}(vào )?lúc \d"
    ),
    "en": re.compile(r"\b(depart(s|ing)?|leav(es|ing)) [^;.]*?\b(arriv(es?|ing)|reach(es|ing)?)\b[^;.]*?\d"),
}
# "| 04:00 | 10:00 |": a beginning and an end, or two times? The heads of the columns say.
_IN_CELLS = re.compile(r"\d{1,2}(:|h|g| giờ ?)\d{0,2} ?\| ?\d{1,2}(:|h|g| giờ ?)\d{0,2}")
# Days that come once a year, or titles: a weekday, but not each week's.
_FEAST = {
    "vi": re.compile(
        r"\b(chủ nhật|thứ (hai|ba|tư|năm|sáu|bảy|bẩy)) "
        r"(xanh|đỏ|đen|hồng|trắng|vàng|tím|tình nguyện|tuần thánh|chay|lễ lá|phục sinh|siêu)\b"
    ),
    "en": re.compile(
        r"\b(giving|super|black|cyber|shrove|pancake|fat|palm|ash|holy|maundy|spy|mothering|easter|whit|"
        r"pentecost|trinity|advent|remembrance|stir-up|stir up|plough|bloody|blue|green|red|small business|"
        rf"election|low|passion|rogation|manic|throwback|transfer) {_WEEKDAY_EN}\b"
    ),
}
# "ngày 6/5, tức thứ Hai": the weekday is the date's.
_BEGINS = re.compile(r"\b(khai giảng|khai mạc|mở lớp|nhập học|opening|launch|enrolment)\b")
_THAT_IS = re.compile(r"\b(tức|nhằm|đúng|rơi|là)\b")


def turns(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang, length: int) -> Iterator[Problem]:
    """The problems of such clauses, each with its place."""
    line = _line(tokens, length)
    for pattern in (_NIGHT[lang], _IN_CELLS):
        yield from _places(pattern, line)
    named = [token for token in tokens if token.kind is Kind.NAME]
    for fault in _places(_JOURNEY[lang], line):
        if not any(token.start < fault.end <= token.end for token in named):
            yield fault
    if not any(isinstance(one, _SURE_DAYS) for part in parts for one in _meanings(part)):
        feasts = [
            one
            for one in _FEAST[lang].finditer(line)
            if not any(token.start <= one.start() < token.end for token in named)
        ]
        weekdays = sum(isinstance(part.meaning, p.Weekdays) for part in parts)
        if feasts and weekdays <= len(feasts):
            yield from (
                problem("not-understood/title-or-day", one.start(), one.end(), text=one.group())
                for one in feasts
            )
    yield from _one_of_a_series(parts)
    dated = any(isinstance(part.meaning, p.Dates) for part in parts)
    if parts and not dated and _THEREAFTER.search(_said(parts[-1].words_behind)):
        behind = parts[-1].words_behind  # "Mondays 8pm from then on": from when?
        text = _said(behind)
        yield problem("not-understood/unsure", behind[0].start, behind[-1].end, text=text)
    for at, part in enumerate(parts):
        if isinstance(part.meaning, (p.Clock, *_DAYS)) and _changes(parts, at, line):
            start = part.words[0].start if part.words else part.start
            text = line[start : part.end]
            yield problem("not-understood/unsure", start, part.end, text=text)
        if isinstance(part.meaning, p.Dates | p.MonthDays) and _goes_ahead(parts, at):
            yield problem("not-understood/except-what", part.start, part.end)
        if isinstance(part.meaning, _PERIODS) and (end := _of_what_follows(parts, at)):
            yield problem("not-understood/does-not-fit", part.start, end)
        begins = _date_of_a_beginning(parts, at) if isinstance(part.meaning, p.Weekdays) else None
        if begins is not None:
            yield problem("not-understood/two-events", begins, part.end)


def _meanings(part: p.Part) -> Sequence[p.Meaning]:
    """What a part says; of words with several meanings, the first of them."""
    return part.meaning.ways[0].meanings if isinstance(part.meaning, p.Either) else (part.meaning,)


def _line(tokens: Sequence[Token], length: int) -> str:
    """The tokens in small letters, each at its place."""
    line, end = "", 0
    for token in tokens:
        width = token.end - token.start
        line += " " * (token.start - end) + token.text.lower()[:width].ljust(width)
        end = token.end
    return line.ljust(length)


def _places(pattern: re.Pattern[str], line: str) -> Iterator[Problem]:
    for one in pattern.finditer(line):
        yield problem("not-understood/unsure", one.start(), one.end(), text=one.group().strip())


def _said(words: Sequence[Token]) -> str:
    return " ".join(word.text.lower() for word in words)


def _changes(parts: Sequence[p.Part], at: int, line: str) -> bool:
    """A time or days from some day on, behind another time: "…, thereafter at 10am"."""
    words = _said(parts[at].words)
    turned = _THEREAFTER.search(words) or _LED.search(line[parts[at].start : parts[at].end])
    if not (turned or _THEN.search(words)):
        return False
    before = [part.meaning for part in parts[:at]]
    if not any(isinstance(one, (p.Clock, *_DAYS)) for one in before):
        return False
    if turned:
        return True
    last = next((one for one in reversed(before) if not isinstance(one, _MARKS)), None)
    return isinstance(last, p.DateRange) and last.last is not None


def _goes_ahead(parts: Sequence[p.Part], at: int) -> bool:
    """A date in the clause of an exception, with words that say that it holds."""
    begun = next(
        (k for k in range(at - 1, -1, -1) if isinstance(parts[k].meaning, (p.Except, p.Break, p.DayOff))),
        None,
    )
    if begun is None:
        return False
    if isinstance(parts[begun].meaning, p.Break) and not any(
        isinstance(part.meaning, p.Except) for part in parts[:begun]
    ):
        return False  # but "except in December; 5 December goes ahead"
    behind = [*parts[at].words_behind]
    for part in parts[at + 1 : at + 3]:
        behind += part.words
        if not isinstance(part.meaning, _MARKS):
            break
    words = [_said(part.words) for part in parts[begun + 1 : at + 1]] + [_said(behind)]
    return any(_AHEAD.search(said) for said in words)


def _of_what_follows(parts: Sequence[p.Part], at: int) -> int | None:
    """Where the days end that a period between them limits: "…, từ tháng 4 thêm ngày 25" is no period of
    the days before it.
    """
    if at == 0 or at + 1 >= len(parts) or not isinstance(parts[at - 1].meaning, p.Joint):
        return None
    clause = at
    while clause and not isinstance(parts[clause - 1].meaning, (p.Break, p.Except)):
        clause -= 1
    if clause and isinstance(parts[clause - 1].meaning, p.Except):
        return None
    if not any(isinstance(part.meaning, _DAYS) for part in parts[clause:at]):
        return None
    behind = at + 1
    enclosed = at >= 2 and all(isinstance(part.meaning, p.Joint) for part in parts[at - 2 : at])
    if enclosed and isinstance(parts[behind].meaning, p.Joint) and behind + 1 < len(parts):
        behind += 1
    timeless = isinstance(parts[behind].meaning, p.Timeless) and behind + 1 < len(parts)
    also = isinstance(parts[behind].meaning, p.Also)
    own = isinstance(parts[behind + timeless].meaning, _DAYS) and (enclosed or timeless)
    return parts[behind].end if also or own else None


def _date_of_a_beginning(parts: Sequence[p.Part], at: int) -> int | None:
    """Where the date begins of "lớp mở ngày 6/5, học thứ Hai 8h": the lessons are not on that date alone."""
    before: int = at - 1
    words = [_said(parts[at].words)]
    while before > 0 and isinstance(parts[before].meaning, (p.Clock, p.DayPart)):
        words.append(_said(parts[before].words))
        before -= 1
    if before < 1 or parts[before].meaning != p.Joint(","):
        return None
    date = parts[before - 1]
    if not isinstance(date.meaning, p.Dates) or len(date.meaning.days) > 1:
        return None
    between = [word for part in parts[before + 1 : at + 1] for word in part.words]
    texts = any(word.kind in (Kind.TEXT, Kind.UNIT) for word in between)
    texts = texts or bool(_BEGINS.search(_said(parts[before].words)))
    said = " ".join(words)
    return date.start if texts and not _THAT_IS.search(said) else None


def _one_of_a_series(parts: Sequence[p.Part]) -> Iterator[Problem]:
    """ "Tập 1 phát ngày 2/5, mỗi ngày một tập": one date, and a rate that goes on behind it."""
    days = [part.meaning for part in parts if isinstance(part.meaning, _OF_DAYS)]
    if not days or not isinstance(days[0], p.Dates) or len(days[0].days) > 1:
        return
    if not all(isinstance(one, p.Each) for one in days[1:]):
        return
    for at, part in enumerate(parts):
        rate = isinstance(part.meaning, p.Quota) and part.meaning.period not in (None, Period.YEAR)
        each = isinstance(part.meaning, p.Each) and at and parts[at - 1].meaning == p.Joint(",")
        if rate or each:
            yield problem("not-understood/does-not-fit", part.start, part.end)
