"""New instances as rows to be stored: each gets its id and UID, and a replay its premiere's id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from rules.schedule import Instance
from scheduler.planning.by_hand.placing import Wall, last_day
from scheduler.store.identity import mint
from scheduler.store.occurrences.row import OccurrenceRow

# The id of the premiere that (slot, start as the phrase gives it) names, within one item.
PremiereIds: TypeAlias = dict[tuple[str, Wall], str]


@dataclass(frozen=True, slots=True)
class NewOccurrences:
    """Instances of one item that become occurrences, with their minted (id, uid).

    `premieres` holds the ids of all premieres that the replays among them may belong to.
    """

    instances: Sequence[Instance]
    minted: Sequence[tuple[str, str]]
    premieres: PremiereIds = field(default_factory=dict)


def mint_new(added: Sequence[Sequence[Instance]], uid_domain: str, at: datetime) -> list[NewOccurrences]:
    """Mint id and UID for the new instances of each item, in one go."""
    minted = mint(sum(map(len, added)), uid_domain, at)
    found, begin = [], 0
    for instances in added:
        pairs = minted[begin : begin + len(instances)]
        begin += len(instances)
        found.append(NewOccurrences(instances, pairs, _premieres(instances, pairs)))
    return found


def _premieres(instances: Sequence[Instance], minted: Sequence[tuple[str, str]]) -> PremiereIds:
    return {
        (instance.slot, instance.start): ids[0]
        for instance, ids in zip(instances, minted, strict=True)
        if instance.kind == "premiere"
    }


def new_rows(plan_id: int, item_id: int, new: NewOccurrences) -> Iterator[OccurrenceRow]:
    """The rows of one item's new occurrences."""
    premieres = new.premieres
    for instance, (row_id, uid) in zip(new.instances, new.minted, strict=True):
        premiere = instance.premiere
        yield OccurrenceRow(
            row_id,
            uid,
            plan_id,
            item_id,
            instance.slot,
            instance.period,
            instance.kind,
            instance.start,
            last_day(instance),
            instance.channel,
            instance.minutes,
            instance.minutes_max,
            instance.end_written,
            None if premiere is None else premieres.get((instance.slot.partition(".")[0], premiere)),
            shifted_from=instance.shifted_from,
            reason=instance.reason,
        )
