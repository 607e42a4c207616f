"""Which item of a new document is which stored item, also where items were inserted and numbers shifted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias, TypeVar

from scheduler.planning.plan_file.entries import ItemEntry
from scheduler.store.plans.read_model import Item

Key: TypeAlias = Callable[[ItemEntry | Item], Hashable]
One = TypeVar("One", ItemEntry, Item)


def match_items(entries: Sequence[ItemEntry], stored: Sequence[Item]) -> dict[str, Item]:
    """The stored item of each entry, by the entry's number; an entry that is new has none.

    The same number and title are the same item. Of the rest, what alone has a title and phrase, then what
    alone has a title, is the same item under another number; what is left is matched by number.
    """
    found: dict[str, Item] = {}
    for key in (_number_and_title, _title_and_phrase, _title, _number):
        taken = {item.id for item in found.values()}
        free = [entry for entry in entries if entry.number not in found]
        if not free:
            break
        before = _alone(key, [item for item in stored if item.id not in taken])
        for one, entry in _alone(key, free).items():
            if one in before:
                found[entry.number] = before[one]
    return found


def _alone(key: Key, ones: Sequence[One]) -> dict[Hashable, One]:
    """Those that no other shares the key with."""
    keys = [key(one) for one in ones]
    many = Counter(keys)
    return {one_key: one for one_key, one in zip(keys, ones, strict=True) if many[one_key] == 1}


def _number_and_title(one: ItemEntry | Item) -> Hashable:
    return one.number, one.title


def _title_and_phrase(one: ItemEntry | Item) -> Hashable:
    return one.title, one.when if isinstance(one, ItemEntry) else one.phrase


def _title(one: ItemEntry | Item) -> Hashable:
    return one.title


def _number(one: ItemEntry | Item) -> Hashable:
    return one.number
