"""What each language sets aside before its productions look: the names of other things than time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.en import brackets, changes, closing_times, doors
from rules.grammar.masking.en import names as en_names
from rules.grammar.masking.en.named_issues import named
from rules.grammar.masking.en.negations import joined
from rules.grammar.masking.en.restated import restated
from rules.grammar.masking.en.short_halves import written_out
from rules.grammar.masking.shared import cells, explained
from rules.grammar.masking.shared.chains import days_listed, listed
from rules.grammar.masking.shared.holidays import unnamed
from rules.grammar.masking.shared.rounded_times import rounded, rounded_lengths
from rules.grammar.masking.vi import names as vi_names
from rules.grammar.masking.vi.titles import without_titles
from rules.vocabulary import Lang

_Tokens: TypeAlias = Sequence[Token]


_SHARED: tuple[Callable[[_Tokens], _Tokens], ...] = (cells.joined, listed, unnamed, explained.set_aside)
_ENGLISH = (
    *_SHARED, changes.settled, written_out, brackets.set_aside, closing_times.joined, doors.set_aside,
    en_names.set_aside, named, restated, joined, rounded,
)  # fmt: skip
_VIETNAMESE = (
    cells.joined,
    listed,
    days_listed,
    unnamed,
    explained.set_aside,
    vi_names.set_aside,
    rounded_lengths,
)


def _through(steps: Sequence[Callable[[_Tokens], _Tokens]], tokens: _Tokens) -> _Tokens:
    for step in steps:
        tokens = step(tokens)
    return tokens


SET_ASIDE: dict[Lang, Callable[[_Tokens], _Tokens]] = {
    "vi": partial(_through, _VIETNAMESE),
    "en": partial(_through, _ENGLISH),
}
# For a phrase that is refused as it stands: its tokens with those of titles set aside too, where it has some.
WITHOUT_TITLES: dict[Lang, Callable[[_Tokens], _Tokens | None]] = {
    "vi": without_titles,
    "en": lambda _: None,
}
