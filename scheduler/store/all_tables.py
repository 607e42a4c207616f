"""Every table: whoever walks through the metadata takes it from here, and misses none that nobody imported."""

from __future__ import annotations

import scheduler.store.account_tables
import scheduler.store.piece_tables  # noqa: F401 - both have tables that belong to the metadata
from scheduler.store.tables import metadata

__all__ = ["metadata"]
