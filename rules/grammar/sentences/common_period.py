"""A period in a clause of its own: it bounds the rules beside it, or it is refused.

"Class A: Saturdays 9am; class B: Saturdays 10am; 7 September to 30 November": rules that run all year
beside a window would be dates that nobody has written.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.messages import problem
from rules.grammar.sentences.drafts import Draft, Rule
from rules.grammar.sentences.titles import title

# Words that say of a period only that it holds.
_OF_VALIDITY = frozenset(
    {
        "term", "course", "classes", "dates", "valid", "applies", "apply", "effective", "period", "runs",
        "running", "throughout", "all", "áp dụng", "áp", "dụng", "thực", "hiện", "thực hiện", "hiệu",
        "lực", "hiệu lực", "khóa", "khoá", "học", "đợt", "kéo", "dài", "diễn ra", "thời gian", "bắt đầu",
    }
)  # fmt: skip


def bound_by_clause(draft: Draft) -> None:
    """Bounds that stand alone in the last or the first clause are those of every rule beside them.

    Between other clauses, with a name of its own, beside a second period, or beside rules some of which have
    bounds, whose it is stays open: refused. "Also" and a count of its own make it a programme.
    """
    rules = [rule for rule in draft.rules if not rule.empty]
    bare = [rule for rule in rules if _bare(draft, rule)]
    repeating = [rule for rule in rules if _repeats(rule)]
    unbounded = [rule for rule in repeating if not _bounded(rule) and not rule.instead]
    if not bare or not unbounded:
        _behind_the_last(draft, rules, unbounded)
        return
    one = bare[0]
    plain = len(bare) == 1 and one in (rules[0], rules[-1]) and not (one.led or one.lead_channels)
    whole = one.between is None or (one.between.first is not None and one.between.last is not None)
    if not (plain and whole) or any(map(_bounded, repeating)) or title(one) - _OF_VALIDITY:
        draft.problems += [problem("which-period", *rule.span) for rule in bare]
        return
    for rule in unbounded:
        rule.months, rule.between, rule.year = one.months, one.between, rule.year or one.year
        rule.exceptions += [found for found in one.exceptions if all(found is not e for e in rule.exceptions)]
    draft.rules[:] = [rule for rule in draft.rules if rule is not one]


def _behind_the_last(draft: Draft, rules: Sequence[Rule], unbounded: Sequence[Rule]) -> None:
    """ "Mondays 9am; Tuesdays 10am, 6 to 31 May": behind a comma the period may be both clauses'."""
    last = rules[-1] if rules else None
    if (
        last is not None
        and last.bound_apart
        and not last.adds
        and any(rule.run != last.run for rule in unbounded)
    ):
        draft.problems.append(problem("which-period", *last.span))


def _bare(draft: Draft, rule: Rule) -> bool:
    """True where a period is all that a clause says."""
    if (
        rule.has_days
        or rule.slots
        or rule.each
        or rule.one_piece
        or rule.replays
        or rule.adds
        or rule.instead
    ):
        return False
    counted = any(rule.start <= start <= rule.end for _, start, _ in draft.quotas)
    return bool(rule.months or rule.between or rule.year) and not counted


def _repeats(rule: Rule) -> bool:
    return rule.has_days and not rule.dates


def _bounded(rule: Rule) -> bool:
    return bool(rule.months or rule.between or rule.year)
