"""Vietnamese: what to do on a day off.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar import parts as p
from rules.grammar.cursor import Cursor
from rules.schedule import Period, ShiftTo
from rules.vocabulary import Kind

_WEEKEND = frozenset({5, 6})
_MOST_WORDS = 10
# What may stand between the day off and where its airing goes.
_PASSED = frozenset(
    {
        Kind.TEXT,
        Kind.FILLER,
        Kind.OF,
        Kind.UNSURE,
        Kind.COMMA,
        Kind.AND,
        Kind.MEASURE,
        Kind.UNIT,
        Kind.TO,
        Kind.AT,
    }
)


# shift: nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo
# shift: nếu trùng vào thứ Bảy, Chủ nhật hoặc ngày lễ thì chuyển sang ngày làm việc kế tiếp
# shift: nếu ngày tiếp công dân trùng vào ngày nghỉ, ngày lễ thì lùi sang ngày làm việc liền kề sau đó
# shift: trùng ngày nghỉ thì dời sang ngày hôm sau | nếu rơi vào ngày lễ thì không phát
def shift(c: Cursor) -> p.Shift | None:
    """What to do on a day off: Saturday and Sunday together are days off, as "ngày nghỉ" is."""
    if c.kind() is not Kind.SHIFT_IF and not _leads_to_it(c):
        return None
    c.take()
    holidays_only = _days_off(c)
    if holidays_only is None:
        return None
    words = 0
    while c.kind() in _PASSED and words < _MOST_WORDS:
        c.take()
        words += 1
    to = c.accept(Kind.SHIFT_TO)
    if to is not None:
        c.accept(Kind.DAYS_LATER)  # "… liền kề sau đó"
        return p.Shift(ShiftTo(str(to.value)), holidays_only)
    # The next day off is passed over in its turn; behind a holiday alone the next day may be a Saturday.
    if c.kind() is Kind.NEXT_DAY and c.peek().value == 1 and not holidays_only:
        c.take()
        return p.Shift(ShiftTo.NEXT, holidays_only)
    return None


def _leads_to_it(c: Cursor) -> bool:
    """ "nếu ngày tiếp công dân trùng vào …": a few words up to the one that a shift begins with."""
    if c.peek().text.lower() not in ("nếu", "trường hợp", "trong trường hợp", "neu", "truong hop", "khi"):
        return False
    for ahead in range(1, _MOST_WORDS):
        if c.kind(ahead) is Kind.SHIFT_IF:
            c.at += ahead
            return True
        if c.kind(ahead) not in (*_PASSED, Kind.DAY, Kind.WEEKDAY):
            return False
    return False


def _days_off(c: Cursor) -> bool | None:
    """True for holidays alone, False where weekends are among them; None where no day off is named."""
    holidays: set[bool] = set()
    weekend: set[int] = set()
    words = 0
    at = c.at
    while words < _MOST_WORDS:
        token = c.peek()
        if token.kind is Kind.DAY_OFF or token.text.lower() in ("lễ", "tết"):
            holidays.add(token.value is not False)
        elif token.kind is Kind.WEEKDAY:
            weekend.add(token.number)
        elif token.kind is Kind.EACH and token.value == Period.WEEK and holidays:
            pass  # "ngày nghỉ hằng tuần"
        elif token.text.lower() in (
            "hoặc",
            "hay",
            "là",
            "vào",
            "với",
            "các",
            "dịp",
            "ngày",
            ",",
            "và",
            "của",
        ):
            pass
        else:
            break
        c.take()
        words += 1
        if holidays or weekend:
            at = c.at
    c.at = at
    if weekend not in (set(), _WEEKEND) or not (holidays or weekend):
        return None
    return False not in holidays and not weekend
