"""`airslot conflicts`: what one channel would carry at once."""

from __future__ import annotations

from tests.cli.conftest import Airslot


def test_the_command_line_tells_the_same(loaded: Airslot) -> None:
    assert loaded("conflicts", "--json").json == {"items": [], "next": None}
    assert "Nothing overlaps." in loaded("conflicts", "--plan", "kien-giang-2024").err
    assert loaded("conflicts", "--plan", "nope").code == 1
