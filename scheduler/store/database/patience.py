"""How long PostgreSQL is waited for.

The server ends a statement that takes too long, and TCP a line on which nothing is acknowledged. What is
silent all the same is left to `patient_connection`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

LONGEST_STATEMENT = 60.0  # seconds
AT_THE_END = 3.0  # for each answer, once the process is to stop
_CONNECT = 10
_MORE_THAN_THE_SERVER = 1.1  # its own word about a statement that took too long comes first
# A transaction that nobody goes on with keeps its rows locked. Longer than any work between statements.
_LEFT_ALONE = 300_000  # ms
_KEEPALIVES = {"keepalives": 1, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
_ACKNOWLEDGED_IN = 20_000  # ms
_SERVER_TOO = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"


class Patience:
    """The waiting of an engine's connections, changed for all at once."""

    def __init__(self, longest_statement: float) -> None:
        self._longest_statement = longest_statement
        self.seconds = longest_statement * _MORE_THAN_THE_SERVER

    def hurry(self) -> None:
        """The process is to stop: wait but shortly, also for what is waited for already."""
        self.seconds = min(self.seconds, AT_THE_END)

    @property
    def limits(self) -> str:
        """What the server is told at the beginning of a connection."""
        return (
            f"-c statement_timeout={math.ceil(self._longest_statement * 1000)}"
            f" -c idle_in_transaction_session_timeout={_LEFT_ALONE} {_SERVER_TOO}"
        )

    @property
    def connect_arguments(self) -> dict[str, Any]:
        """What libpq is told."""
        seconds = math.ceil(min(_CONNECT, self.seconds))
        return {"connect_timeout": seconds, "tcp_user_timeout": _ACKNOWLEDGED_IN, **_KEEPALIVES}


@contextmanager
def without_limit(connection: Connection) -> Iterator[None]:
    """For a transaction that takes as long as it takes: a migration."""
    if connection.dialect.name != "postgresql":
        yield
        return
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    driver: Any = connection.connection.driver_connection
    before, driver.patience = driver.patience, None
    try:
        yield
    finally:
        driver.patience = before
