"""What each language sets aside before its productions look: the names of other things than time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.en import names as en_names
from rules.grammar.masking.en.named_issues import named
from rules.grammar.masking.en.negations import joined
from rules.grammar.masking.en.restated import restated
from rules.grammar.masking.en.rounded_times import rounded
from rules.grammar.masking.shared import cells
from rules.grammar.masking.shared.chains import listed
from rules.grammar.masking.shared.holidays import unnamed
from rules.grammar.masking.vi import names as vi_names
from rules.grammar.masking.vi.titles import without_titles
from rules.vocabulary import Lang

_Tokens: TypeAlias = Sequence[Token]


def _english(tokens: _Tokens) -> _Tokens:
    return rounded(joined(restated(named(en_names.set_aside(unnamed(listed(cells.joined(tokens))))))))


def _vietnamese(tokens: _Tokens) -> _Tokens:
    return vi_names.set_aside(unnamed(listed(cells.joined(tokens))))


SET_ASIDE: dict[Lang, Callable[[_Tokens], _Tokens]] = {"vi": _vietnamese, "en": _english}
# For a phrase that is refused as it stands: its tokens with those of titles set aside too, where it has some.
WITHOUT_TITLES: dict[Lang, Callable[[_Tokens], _Tokens | None]] = {
    "vi": without_titles,
    "en": lambda _: None,
}
