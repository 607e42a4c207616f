"""Channels whose names differ in their letters' size alone: asked about before there is a second one.

Phrases are read without regard to case, so `k1` beside `K1` is nearly always a slip. Whoever means two
channels names both side by side in the outlet's list, which is the answer to the question.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator

from rules.schedule import Schedule
from scheduler.errors import Fault
from scheduler.planning.plan_file.entries import OutletEntry
from scheduler.store.plans.read_model import Outlet


def likely_meant(code: str, known: Collection[str]) -> str | None:
    """The known channel that `code` is but for case; None where it is known itself, or like none."""
    if code in known:
        return None
    return next((one for one in known if _plain(one) == _plain(code)), None)


def asked(outlet: str, code: str, meant: str, where: str = "outlets") -> Fault:
    """The question, and how either answer is given."""
    return Fault(
        "channel-twin",
        f'The outlet "{outlet}" has a channel {meant}. Did you mean {meant}? Write it so; if {code} is'
        f" another one, confirm it by naming both in the outlet's channels: {meant}, {code}.",
        f'Đơn vị "{outlet}" đã có kênh {meant}. Có phải ý bạn là {meant}? Nếu đúng, hãy ghi như vậy; nếu'
        f" {code} là kênh khác, hãy xác nhận bằng cách ghi cả hai trong danh sách kênh của đơn vị:"
        f" {meant}, {code}.",
        where,
    )


def doubtful(wanted: Iterable[OutletEntry], known: Iterable[Outlet]) -> Iterator[Fault]:
    """A question for each channel that is like one of its outlet's and does not stand beside it."""
    before = {one.name: [channel.code for channel in one.channels] for one in known}
    for entry in wanted:
        codes = before.get(entry.name, [])
        for code in entry.channels:
            meant = likely_meant(code, codes)
            if meant is not None and meant not in entry.channels:
                yield asked(entry.name, code, meant)


def channels_of(schedule: Schedule) -> tuple[str, ...]:
    """The channels that a schedule names, premieres' and replays'."""
    named: list[str | None] = []
    for slot in (slot for each in schedule.recurrences for slot in each.slots):
        named += [slot.channel, *(replay.channel for replay in slot.replays)]
    return tuple(dict.fromkeys(code for code in named if code is not None))


def _plain(code: str) -> str:
    return unicodedata.normalize("NFC", code).casefold()
