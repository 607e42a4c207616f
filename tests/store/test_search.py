"""Folding: what a person types finds what the office wrote."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.store.statements.search import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Sở Nội vụ", "so noi vu"),
        ("ĐÀI PT-TH", "dai pt-th"),
        ("  Kênh\n KG  ", "kenh kg"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_composed_and_decomposed_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
