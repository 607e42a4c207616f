"""Which passwords are taken: long ones that nobody guesses first."""

from __future__ import annotations

import pytest

from scheduler.accounts.passwords import hash_password, is_right
from scheduler.errors import Invalid

OWN = ("quan.tri@so-noi-vu.example.org", "Nguyễn Văn An", "Sở Nội vụ")
GUESSED = (
    "aaaaaaaaaaaa",
    "abababababab",
    "xyzxyzxyzxyz",
    "123456789012",
    "210987654321",
    "abcdefghijkl",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "Password1234!",
    "P@ssw0rd2024",
    "Mậtkhẩu2024!!",
    "iloveyou1234",
    "adminadminadmin",
    "correct horse battery staple",
    "quan.tri@so-noi-vu.example.org",
    "Quan.Tri.2024!",
    "nguyenvanan1990",
    "Sở Nội vụ 2026",
)
TAKEN = (
    "mot hai ba bon nam",
    "Thu 7 tuan 3 phat song",
    "x9$kQ2!vLm0p",
    "con ca vang bo dao",
    "739105826417",
    "tre già măng mọc nhanh",
)


@pytest.mark.parametrize("password", GUESSED)
def test_what_is_guessed_first_is_refused(password: str) -> None:
    with pytest.raises(Invalid) as wrong:
        hash_password(password, OWN)
    assert wrong.value.code == "password-guessable"


@pytest.mark.parametrize("password", TAKEN)
def test_words_of_ones_own_are_taken(password: str) -> None:
    assert is_right(password, hash_password(password, OWN))


@pytest.mark.parametrize("password", ["short", "x" * 201])
def test_length_is_told_first(password: str) -> None:
    with pytest.raises(Invalid) as wrong:
        hash_password(password, OWN)
    assert wrong.value.code == "password-length"
