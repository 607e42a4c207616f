"""The counts of a target: how many pieces in which period, "2 số/tháng (24 số/năm)", "39 articles a year"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.messages import problem
from rules.grammar.terms.shared.calendar import period_noun
from rules.schedule import PER_YEAR, Period, Quota
from rules.vocabulary import Kind


def same_count(one: Quota, other: Quota) -> bool:
    """True when two counts say the same over a year."""
    return one.count * PER_YEAR[one.period] == other.count * PER_YEAR[other.period]


def target_quotas(tokens: list[Token], cursor: Cursor) -> tuple[Quota, ...] | Problem:
    """The quotas of a target's tokens: "2 số/tháng (24 số/năm)", "39 articles and 37 photos a year".

    A count without a period takes that of the next count, or the year. Counts of one thing in two
    periods must agree; the shorter period is kept.
    """
    found = list(_counts(cursor))
    if not found:
        return problem("no-count", 0, tokens[-1].end if tokens else 0)
    kept: list[Quota] = []
    totals: set[Quota] = set()  # written without any period
    for at, (count, unit, period, token, _) in enumerate(found):
        shared = period or _shared_period(found[at:])
        quota = Quota(count, unit, shared or Period.YEAR)
        if shared is None:
            totals.add(quota)
        other = next(
            (
                k
                for k in kept
                if (k.unit == unit or k.unit is None or unit is None) and k.period is not quota.period
            ),
            None,
        )
        if other is None:
            kept.append(quota)
            continue
        if not same_count(other, quota) and not _covers_part_of_the_year(other, quota, totals):
            return problem(
                "quota-disagrees",
                token.start,
                token.end,
                count=other.count,
                period=other.period,
                other_count=quota.count,
                other_period=quota.period,
            )
        finer = max(other, quota, key=lambda q: PER_YEAR[q.period])
        kept[kept.index(other)] = replace(finer, unit=other.unit or quota.unit)
    return tuple(kept)


def _covers_part_of_the_year(one: Quota, other: Quota, totals: set[Quota]) -> bool:
    """ "6 clip (1 clip/tháng)", January to June: a total without a period may be less than the year's."""
    total, paced = (one, other) if one in totals else (other, one)
    return total in totals and total.count < paced.count * PER_YEAR[paced.period]


_Count: TypeAlias = tuple[int, str | None, Period | None, Token, bool]


def _shared_period(counts: list[_Count]) -> Period | None:
    """The period of the last of a list is that of all.

    "39 bài và 37 ảnh/năm" is a list; "12 clip (1 clip/tháng)" is none.
    """
    for _, _, period, _, listed in counts:
        if period is not None or not listed:
            return period
    return None


def _counts(c: Cursor) -> Iterator[_Count]:
    while c.kind() is not Kind.END:
        token = c.peek()
        if c.kind() is Kind.TIMES_WORD:
            c.take()
            yield token.number, None, _period(c), token, _listed(c)
            continue
        if c.kind() is Kind.EACH:
            period = Period(str(c.take().value))
            c.skip(Kind.COLON, Kind.FILLER)
            count = c.number()
            if count is not None:
                yield count, _unit(c), period, token, _listed(c)
            continue
        count = c.number()
        if count is None:
            c.take()
            continue
        fraction = c.kind() is Kind.SLASH and c.kind(1) is Kind.NUMBER
        if fraction or c.kind() in (Kind.MINUTE, Kind.MEASURE, Kind.HOUR):
            c.at += 3 if fraction else 1
            continue
        unit = _unit(c)
        yield count, unit, _period(c), token, _listed(c)


def _listed(c: Cursor) -> bool:
    return c.kind() in (Kind.AND, Kind.COMMA, Kind.PLUS)


def _unit(c: Cursor) -> str | None:
    """The words of what is counted, up to a mark, a period or the next number."""
    at = c.at
    while c.kind() in (Kind.UNIT, Kind.TEXT, Kind.TIMES_A, Kind.CHANNEL) or (
        c.kind() is Kind.FILLER and c.at > at
    ):
        c.take()
    words = [t.text for t in c.since(at) if t.kind is not Kind.TIMES_A]
    while words and words[-1].lower() in ("a", "an", "the", "in", "trong"):
        words.pop()
    return " ".join(words).lower() or None


def _period(c: Cursor) -> Period | None:
    at = c.at
    if c.accept(Kind.SLASH):
        c.skip(Kind.NUMBER, Kind.NUMBER_WORD)
        found = period_noun(c)
        if found is not None:
            return found
    elif c.kind() is Kind.EACH:
        return Period(str(c.take().value))
    else:
        c.skip(Kind.FILLER, Kind.EVERY, Kind.OF, Kind.THROUGHOUT)
        if c.at > at:
            found = period_noun(c)
            if found is not None:
                return found
    c.at = at
    return None
