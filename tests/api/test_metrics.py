"""Counting a large outbox takes a while; who asks often must not keep the database busy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, create_engine

from api.metrics import Kept
from scheduler.reminders.metrics import OutboxCounts
from tests.reminders.samples import NOW


@pytest.fixture
def some() -> Iterator[Engine]:
    engine = create_engine("sqlite://")
    yield engine
    engine.dispose()


def test_what_took_long_is_kept_and_what_did_not_is_fresh(some: Engine) -> None:
    clock, taking, counted = [100.0], [0.5], []

    def count() -> OutboxCounts:
        clock[0] += taking[0]
        counted.append(clock[0])
        return OutboxCounts(NOW, {}, {}, waiting=len(counted))

    kept = Kept(lambda: clock[0])
    assert kept.get(some, count).waiting == 1
    clock[0] += 4.9
    assert kept.get(some, count).waiting == 1
    clock[0] += 0.1
    taking[0] = 0.001
    assert kept.get(some, count).waiting == 2
    clock[0] += 0.02
    assert kept.get(some, count).waiting == 3


def test_each_database_has_its_own(some: Engine) -> None:
    kept = Kept(lambda: 0.0)
    other = create_engine("sqlite://")
    one, two = (OutboxCounts(NOW, {}, {}, waiting=number) for number in (1, 2))

    assert kept.get(some, lambda: one).waiting == 1
    assert kept.get(other, lambda: two).waiting == 2
