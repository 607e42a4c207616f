"""Ids and UIDs. Both are minted once, when an occurrence is first stored, and never derived again."""

from __future__ import annotations

import os
from datetime import datetime

_RANDOM_BYTES = 7


def mint(count: int, uid_domain: str, at: datetime) -> list[tuple[str, str]]:
    """`count` new pairs (id, uid), such as ``("occ_018f…", "018f…@airslot.example")``.

    They sort by the millisecond of `at` (machine time) and by place in the list, so that rows written
    together lie together in the indexes; 56 random bits keep two processes apart.
    """
    moment = f"{int(at.timestamp() * 1000):012x}"
    random = os.urandom(_RANDOM_BYTES * count).hex()
    width = 2 * _RANDOM_BYTES
    bodies = [f"{moment}{n:06x}{random[n * width : (n + 1) * width]}" for n in range(count)]
    return [(f"occ_{body}", f"{body}@{uid_domain}") for body in bodies]
