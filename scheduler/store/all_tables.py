"""Every table: whoever walks through the metadata takes it from here, so that none is missed."""

from __future__ import annotations

import scheduler.store.account_tables
import scheduler.store.inbox_tables
import scheduler.store.piece_tables  # noqa: F401 - all have tables that belong to the metadata
from scheduler.store.tables import metadata

__all__ = ["metadata"]
