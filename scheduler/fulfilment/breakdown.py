"""A plan by its outlets and by its channels: the same counting over a part of what is owed.

An outlet has whole items. A channel has the obligations that are to appear on it and the pieces that did;
an item of several channels has a part in each, and no budget there, since the plan divides none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from scheduler.fulfilment.values import ItemFacts


def on_channel(facts: ItemFacts, channel: str) -> ItemFacts | None:
    """What an item owes and has on a channel; None of a target without dates, which names no channel."""
    if facts.targets:
        return None
    return replace(
        facts,
        budget=None,
        obligations=tuple(one for one in facts.obligations if one.channel == channel),
        pieces=tuple(piece for piece in facts.pieces if piece.channel == channel),
    )


def channels_of(every: Iterable[ItemFacts]) -> list[str]:
    """The channels on which something dated is owed or has appeared, in order of their codes."""
    every = [facts for facts in every if not facts.targets]
    found = {one.channel for facts in every for one in facts.obligations if one.kind != "replay"}
    found |= {piece.channel for facts in every for piece in facts.pieces}
    return sorted(channel for channel in found if channel is not None)
