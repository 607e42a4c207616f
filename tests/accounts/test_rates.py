"""Tries to sign in: counted by the person and the place, slowed down and never shut out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from scheduler.accounts import rates
from scheduler.accounts.rates import Tries
from scheduler.accounts.sign_in import LINK_LIVES
from scheduler.errors import TooMany
from scheduler.store.account_tables import attempt
from scheduler.store.database.engine import reading, transaction
from tests.hands import Hands
from tests.store.samples import AT

OWNER = "quan.tri@example.org"
FREE = rates.OF_PERSON_AND_PLACE.free


@pytest.fixture
def hands() -> Hands:
    return Hands(AT)


def may_try(engine: Engine, tries: Tries, hands: Hands) -> int:
    """0, or how many seconds are to be waited."""
    try:
        with transaction(engine) as connection:
            rates.count_try(connection, tries, machine_time=hands)
    except TooMany as much:
        return much.retry_after
    return 0


def guess(engine: Engine, hands: Hands, place: str = "203.0.113.9", times: int = FREE) -> None:
    for _ in range(times):
        assert may_try(engine, Tries("password", OWNER, place), hands) == 0


@pytest.mark.parametrize(
    "spelt",
    ["Quan.Tri@Example.Org ", "quan.tri@ｅxample.org", "quan.tri@exam\u00adple.org", "quan.tri@example。org",
     "quan.tri@exam\u200bple.org"],
)  # fmt: skip
def test_every_spelling_of_an_address_counts_for_its_person(engine: Engine, hands: Hands, spelt: str) -> None:
    guess(engine, hands)
    assert may_try(engine, Tries("password", spelt, "203.0.113.9"), hands) > 0


def test_who_guesses_keeps_nobody_else_out(engine: Engine, hands: Hands) -> None:
    guess(engine, hands)
    assert may_try(engine, Tries("password", OWNER, "203.0.113.9"), hands) > 0
    assert may_try(engine, Tries("password", OWNER, "198.51.100.7"), hands) == 0
    assert may_try(engine, Tries("link", OWNER, "203.0.113.9"), hands) == 0
    assert may_try(engine, Tries("password", "khac@example.org", "203.0.113.9"), hands) == 0


def test_waits_grow_to_a_minute_and_no_further(engine: Engine, hands: Hands) -> None:
    guess(engine, hands)
    waits = []
    for _ in range(8):
        waits.append(may_try(engine, Tries("password", OWNER, "203.0.113.9"), hands) - 1)
        # Asking again while one waits makes the wait no longer.
        assert may_try(engine, Tries("password", OWNER, "203.0.113.9"), hands) == waits[-1] + 1
        hands.now += timedelta(seconds=waits[-1])
        guess(engine, hands, times=1)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    hands.now += rates.QUIET
    guess(engine, hands)


def test_guesses_from_many_places_are_slowed_down_together(engine: Engine, hands: Hands) -> None:
    for number in range(rates.OF_PERSON.free):
        guess(engine, hands, f"2001:db8:{number}::/64", times=1)
    assert may_try(engine, Tries("password", OWNER, "2001:db8:ffff::/64"), hands) > 0
    at_home = Tries("password", OWNER, "198.51.100.7", browser="known")
    assert may_try(engine, at_home, hands) == 0


def test_one_place_that_tries_many_addresses_is_slowed_down(engine: Engine, hands: Hands) -> None:
    for number in range(rates.OF_PLACE.free):
        assert may_try(engine, Tries("password", f"nguoi.{number}@example.org", "203.0.113.9"), hands) == 0
    assert may_try(engine, Tries("password", "x", "203.0.113.9"), hands) > 0


def test_a_right_try_is_not_counted_as_a_guess(engine: Engine, hands: Hands) -> None:
    """A whole office behind one address signs in in the morning."""
    for number in range(3 * rates.OF_PLACE.free):
        tries = Tries("password", f"nguoi.{number}@example.org", "203.0.113.9")
        assert may_try(engine, tries, hands) == 0
        with transaction(engine) as connection:
            rates.forget_tries(connection, tries)


def test_who_waits_for_a_link_has_one_that_still_works(engine: Engine, hands: Hands) -> None:
    last = None
    for _ in range(100):
        if may_try(engine, Tries("link", OWNER, "203.0.113.9"), hands) == 0:
            last = hands.now
        assert last is not None and hands.now - last < LINK_LIVES
        hands.now += timedelta(seconds=61)


def test_tries_at_once_are_counted_one_after_the_other(engine: Engine, hands: Hands) -> None:
    def one(_: int) -> int:
        return may_try(engine, Tries("password", OWNER, "203.0.113.9"), hands)

    with ThreadPoolExecutor(8) as threads:
        waits = list(threads.map(one, range(4 * FREE)))
    assert waits.count(0) == FREE


def test_what_is_counted_is_swept_away_after_a_while(engine: Engine, hands: Hands) -> None:
    guess(engine, hands, times=1)
    hands.now += rates.QUIET
    assert may_try(engine, Tries("link", "khac@example.org", "198.51.100.7"), hands) == 0
    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(attempt)) == 2


def test_a_clock_that_was_set_back_keeps_nobody_out(engine: Engine, hands: Hands) -> None:
    guess(engine, hands)
    hands.now -= timedelta(days=1)
    guess(engine, hands, times=1)
