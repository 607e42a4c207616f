"""The names of rules, in the words around their days and times: with a name each, two are two programmes."""

from __future__ import annotations

from rules.grammar.drafting.drafts import Rule
from rules.grammar.sentences.titles import names


def title(rule: Rule) -> set[str]:
    """The words that may name what a rule is about."""
    return names(rule.words)


def two_programmes(one: Rule, other: Rule) -> bool:
    """True for "Sung Eucharist every Sunday 10 am; Evensong on the first Sunday 6.30 pm": both are named."""
    titles, others = title(one), title(other)
    return bool(titles and others) and not titles & others
