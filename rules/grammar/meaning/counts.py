"""Counts that a phrase states: quotas, each in its period; "2 a month (24 a year)" must agree with itself."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rules.grammar.choices import Assembling
from rules.grammar.drafting.drafts import Draft
from rules.grammar.terms.shared.targets import same_count
from rules.schedule import NO_LIMITS, PER_YEAR, EachPeriod, Period, Quota, Window


class _Stated(NamedTuple):
    """A quota and its span in the phrase."""

    quota: Quota
    span: tuple[int, int]


def quotas(a: Assembling, windows: list[Window]) -> tuple[Quota, ...]:
    """The quotas in the order in which they are written; those of one thing are one, of the shorter period.

    Windows of a period in which several pieces are due say no more than the quota: they are taken out, but
    for those of some months alone.
    """
    each = next((window.of.period for window in windows if isinstance(window.of, EachPeriod)), None)
    stated = _stated(a, each)
    kept: list[Quota] = []
    for quota, span in sorted(stated, key=lambda one: PER_YEAR[one.quota.period], reverse=True):
        same = next((k for k in kept if k.unit == quota.unit or k.unit is None or quota.unit is None), None)
        if same is None or same.period is quota.period:
            kept.append(quota)
        elif not same_count(same, quota) and same.period not in (Period.WEEK, Period.DAY):
            a.fault(
                "quota-disagrees",
                span,
                count=same.count,
                period=same.period,
                other_count=quota.count,
                other_period=quota.period,
            )
        elif same.unit is None and quota.unit is not None:
            kept[kept.index(same)] = replace(same, unit=quota.unit)
    if any(quota.period is each for quota in kept) and any(quota.count != 1 for quota in kept):
        windows[:] = [one for one in windows if not isinstance(one.of, EachPeriod) or one.limits != NO_LIMITS]
    return tuple(sorted(kept, key=lambda quota: _place(quota, stated)))


def once_in(draft: Draft) -> Period | None:
    """The period in which one piece is due, as the phrase's only count says: "1 số/tháng"."""
    if len(draft.facts.quotas) != 1:
        return None
    quota = draft.facts.quotas[0][0]
    return quota.period if quota.count == 1 and quota.period is not Period.DAY else None


def _stated(a: Assembling, each: Period | None) -> list[_Stated]:
    """A count without a period takes that of the next count, of the phrase, of the one before, or a year."""
    written = a.draft.facts.quotas
    stated: list[_Stated] = []
    for at, (quota, start, end) in enumerate(written):
        following = (later.period for later, _, _ in written[at + 1 :] if later.period)
        before = (earlier.period for earlier, _, _ in reversed(written[:at]) if earlier.period)
        period = quota.period or next(following, None) or each or next(before, None) or Period.YEAR
        stated.append(_Stated(Quota(quota.count, quota.unit, period), (start, end)))
    return stated


def _place(quota: Quota, stated: list[_Stated]) -> int:
    """Where a quota was written; the unit may have come from another place."""
    same = (
        at
        for at, one in enumerate(stated)
        if one.quota.period is quota.period and one.quota.count == quota.count
    )
    return next(same, 0)
