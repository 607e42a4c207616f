"""Machine time: the real instant, which nothing sets. Leases, `updated_at`, DTSTAMP and audit use it.

It is handed in as a callable (`MachineTime`), so that a test or a simulation gives its own.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

MachineTime: TypeAlias = Callable[[], datetime]


def utcnow() -> datetime:
    """The real instant, aware, UTC."""
    return datetime.now(UTC)
