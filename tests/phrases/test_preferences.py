"""Each preference of the grammar decides its sentence: without it, it is asked, refused or read otherwise.

The counter-example is a sentence that goes against the preference, or has no need of it: it is read the same
with it and without.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from rules.grammar.sentences import chart, grammar, preferences, scopes
from rules.grammar.sentences.preferences import TABLE, Marks, Preference
from rules.phrases import Context, Understanding, read

CONTEXT = Context(year=2024)
PAGE = Path(__file__).parents[2] / "docs" / "decisions" / "phrases.md"


def without(preference: Preference, monkeypatch: pytest.MonkeyPatch) -> None:
    """Switch one preference off: what goes against it is as good as what does not."""

    def better(one: Marks, other: Marks) -> bool:
        return preferences.better(_blind(one), _blind(other))

    def _blind(marks: Marks) -> Marks:
        return tuple(0 if at == preference else mark for at, mark in enumerate(marks))

    for module in (chart, grammar, scopes):
        monkeypatch.setattr(module, "better", better)


def _meant(found: Understanding) -> tuple[object, ...]:
    return found.status, found.schedule, frozenset(reading.schedule for reading in found.readings)


def test_the_table_has_each_preference_in_order() -> None:
    assert list(TABLE) == list(Preference)
    assert [number for number, *_ in TABLE.values()] == [f"P{at}" for at in range(1, len(TABLE) + 1)]


@pytest.mark.parametrize("preference", Preference, ids=lambda one: TABLE[one][0])
def test_the_sentence_is_clear_only_because_of_the_preference(
    preference: Preference, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, example, _ = TABLE[preference]
    before = read(example, CONTEXT)
    assert before.status == "understood"
    without(preference, monkeypatch)
    assert _meant(read(example, CONTEXT)) != _meant(before)


@pytest.mark.parametrize("preference", Preference, ids=lambda one: TABLE[one][0])
def test_the_preference_does_not_act_on_the_counter_example(
    preference: Preference, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, _, example = TABLE[preference]
    before = read(example, CONTEXT)
    assert before.status == "understood"
    without(preference, monkeypatch)
    assert _meant(read(example, CONTEXT)) == _meant(before)
