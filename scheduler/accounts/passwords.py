"""Passwords: argon2id through pwdlib, with its recommended cost."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from scheduler.accounts.guessing import is_guessable
from scheduler.errors import Invalid

if TYPE_CHECKING:
    from pwdlib import PasswordHash

# Length is what counts, and that nobody guesses it first (NIST SP 800-63B, 3.1.1.2): no rules about which
# characters.
SHORTEST, LONGEST = 12, 200


def hash_password(password: str, own: Iterable[str] = ()) -> str:
    """The hash to store. Raises Invalid for a password that is too short, too long, or guessed first.

    `own` is what others know of its person: address, name, offices.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(
            "password-length",
            f"A password has {SHORTEST} to {LONGEST} characters; several words in a row are good.",
            f"Mật khẩu dài từ {SHORTEST} đến {LONGEST} ký tự; nên dùng vài từ ghép lại.",
            where="password",
        )
    if is_guessable(password, own):
        raise Invalid(
            "password-guessable",
            "This password is guessed too soon: it is made of common words, rows of keys, repetitions, or of"
            " your own address, name or office. Put several words together that have nothing to do with you.",
            "Mật khẩu này quá dễ đoán: gồm từ thông dụng, dãy phím, ký tự lặp lại, hoặc địa chỉ thư, tên, cơ"
            " quan của chính bạn. Hãy ghép vài từ không liên quan đến bạn.",
            where="password",
        )
    return _hasher().hash(password)


def is_right(password: str, stored: str | None) -> bool:
    """Whether the password is the one stored. Where none is, it takes as long: nobody learns who has one."""
    if len(password) > LONGEST:
        return False
    return _hasher().verify(password, stored or _no_password()) and stored is not None


@cache
def _hasher() -> PasswordHash:
    from pwdlib import PasswordHash

    return PasswordHash.recommended()


@cache
def _no_password() -> str:
    return _hasher().hash("nobody's")
