from __future__ import annotations

from datetime import UTC, datetime, timedelta
from secrets import token_bytes

from scheduler.feeds.shelf import Shelf


def test_shelf_forgets_bodies_by_size_and_keeps_their_marks() -> None:
    shelf, at = Shelf(most_bytes=5000), datetime(2024, 4, 2, tzinfo=UTC)
    for number in range(3):
        shelf.put("address", number, token_bytes(1000), at)
    assert shelf.rendered(0) is None
    assert shelf.rendered(2) is not None
    assert shelf.mark(0) is not None


def test_shelf_moves_the_date_with_the_bytes_and_only_with_them() -> None:
    shelf, at = Shelf(), datetime(2024, 4, 2, tzinfo=UTC)
    first = shelf.put("address", 1, b"a", at).mark
    assert shelf.put("address", 2, b"a", at + timedelta(hours=1)).mark == first
    assert shelf.put("address", 3, b"b", at).mark.modified > first.modified


def test_shelf_does_not_keep_what_is_larger_than_all_of_it() -> None:
    shelf = Shelf(most_bytes=10_000)
    shelf.put("address", 1, token_bytes(100_000), datetime(2024, 4, 2, tzinfo=UTC))
    assert shelf.rendered(1) is None


def test_shelf_keeps_a_large_body_compressed_alone() -> None:
    shelf, body = Shelf(most_bytes=10_000), b"a" * 100_000
    shelf.put("address", 1, body, datetime(2024, 4, 2, tzinfo=UTC))
    kept = shelf.rendered(1)
    assert kept is not None and kept.plain is None
    assert kept.body == body
    small = shelf.put("address", 2, b"b" * 1000, datetime(2024, 4, 2, tzinfo=UTC))
    assert small.plain == small.body == b"b" * 1000
