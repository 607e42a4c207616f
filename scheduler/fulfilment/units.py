"""In which units an item is counted: those of its quotas, or of its target."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import cast

from rules.phrases import read_target
from rules.understanding import PhraseError
from rules.vocabulary import Lang
from scheduler.store.plans.read_model import Item


def item_units(item: Item, language: str) -> tuple[str, ...]:
    """The units of an item in their order, as the office wrote them; `language` is the plan's."""
    if item.quotas:
        return tuple(dict.fromkeys(one.unit for one in item.quotas if one.unit is not None))
    return _target_units(item.target, language) if item.target else ()


def same_unit(units: tuple[str, ...], given: str) -> str | None:
    """The unit that is meant, in any case and form of its letters; None where it is none of them."""
    return next((unit for unit in units if _folded(unit) == _folded(given)), None)


@lru_cache(maxsize=1_000)
def _target_units(target: str, language: str) -> tuple[str, ...]:
    try:
        found = read_target(target, cast(Lang, language))
    except PhraseError:
        return ()
    return tuple(dict.fromkeys(one.unit for one in found if one.unit is not None))


def _folded(unit: str) -> str:
    return unicodedata.normalize("NFC", unit).casefold().strip()
