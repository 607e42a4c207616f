from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.feeds.text import clean, escape, fold

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)


def unfold(text: str) -> str:
    return text.replace("\r\n ", "")


def unescape(value: str) -> str:
    """The inverse as RFC 5545, 3.3.11 gives it, a character at a time."""
    letters, found = iter(value), ""
    for letter in letters:
        if letter == "\\":
            following = next(letters)
            found += "\n" if following in "nN" else following
        else:
            assert letter not in ";,\n"
            found += letter
    return found


@given(ANY_TEXT)
def test_escaped_text_reads_back_as_the_cleaned_text(text: str) -> None:
    assert unescape(escape(text)) == clean(text)


@given(ANY_TEXT)
def test_clean_text_is_nfc_without_controls_and_stays_as_it_is(text: str) -> None:
    found = clean(text)
    assert unicodedata.is_normalized("NFC", found)
    assert not [letter for letter in found if unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n"]
    assert len(found.splitlines()) <= found.count("\n") + 1
    assert clean(found) == found


@given(st.text(max_size=30).map(clean).map(lambda text: text.replace("\n", " ")), st.integers(1, 12))
def test_folded_line_unfolds_to_itself_within_75_octets(text: str, times: int) -> None:
    line = "SUMMARY:" + text * times
    folded = fold(line)
    assert unfold(folded) == line
    for piece in folded.split("\r\n"):
        assert 0 < len(piece.encode()) <= 75


def test_line_of_75_octets_is_not_folded_and_76_are() -> None:
    assert fold("X:" + "a" * 73) == "X:" + "a" * 73
    assert fold("X:" + "a" * 74) == "X:" + "a" * 73 + "\r\n a"
    assert fold("X:" + "ệ" * 24 + "a") == "X:" + "ệ" * 24 + "a"  # 3 octets each


def test_fold_never_cuts_a_character_nor_leaves_a_space_at_the_cut() -> None:
    pieces = fold("SUMMARY:" + " ".join(["Chuyên mục cải cách hành chính"] * 9)).split("\r\n ")
    assert len(pieces) > 4
    assert [piece.strip() for piece in pieces] == pieces


def test_line_of_spaces_is_folded_all_the_same() -> None:
    assert unfold(fold("X:" + " " * 200)) == "X:" + " " * 200


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\r\nb\rc\nd", "a\\nb\\nc\\nd"),
        ("một; hai, ba\\", "một\\; hai\\, ba\\\\"),
        ("a\x00b\x1bc\x7fd\u0085e\u2028f", "abcd\\ne\\nf"),
        ("tab\there", "tab here"),
        ("to\u0302\u0301t", "tốt"),
        ("\ufeffđầu", "đầu"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_escape_of(written: str, read: str) -> None:
    assert escape(written) == read
