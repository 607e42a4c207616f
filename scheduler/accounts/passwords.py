"""Passwords: argon2id through pwdlib, with its recommended cost."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scheduler.errors import Invalid

if TYPE_CHECKING:
    from pwdlib import PasswordHash

# Length is what counts (NIST SP 800-63B, 3.1.1.2): no rules about which characters.
SHORTEST, LONGEST = 12, 200


def hash_password(password: str) -> str:
    """The hash to store. Raises Invalid for a password that is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Invalid(
            "password-length",
            f"A password has {SHORTEST} to {LONGEST} characters; several words in a row are good.",
            f"Mật khẩu dài từ {SHORTEST} đến {LONGEST} ký tự; nên dùng vài từ ghép lại.",
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
