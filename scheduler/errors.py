"""The family of errors that a person may meet. They know no HTTP and no terminal.

    AirslotError
    ├── NotFound       what was asked for is not there
    ├── Invalid        what was given cannot be used; lists every fault at once
    │   └── SettingsError
    ├── Forbidden      it is there, and whoever asks may not do that with it
    ├── SignInNeeded   nobody knows who is asking
    ├── TooMany        too many tries in a short time
    ├── Conflict       it was right when it was read, and somebody changed it since
    └── Unavailable    the service cannot answer now (database away, schema too old)

Each carries its text in English and Vietnamese: what is wrong, where, what would be right.
"""

# ruff: noqa: N818 - the names say what happened; the family's name says that it is an error
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self, TypeAlias

Lang: TypeAlias = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `where` is a path such as ``items[2].budget``; lines count from 1.

    `choices` are the values that would be right, each in Vietnamese and English, where they can be named.
    """

    code: str
    en: str
    vi: str
    where: str | None = None
    line: int | None = None
    column: int | None = None
    choices: tuple[tuple[str, str], ...] = ()

    def text(self, lang: Lang = "en") -> str:
        """The sentence in one language."""
        return self.vi if lang == "vi" else self.en


class AirslotError(Exception):
    """A condition that a person can understand and mend.

    code    stable word for programs, such as ``plan-not-found``
    en, vi  the sentence in English and Vietnamese
    where   what it is about: a field, a file, a setting; or None
    """

    def __init__(self, code: str, en: str, vi: str, *, where: str | None = None) -> None:
        super().__init__(en)
        self.code = code
        self.en = en
        self.vi = vi
        self.where = where

    def text(self, lang: Lang = "en") -> str:
        """The sentence in one language."""
        return self.vi if lang == "vi" else self.en


class NotFound(AirslotError):
    """What was asked for is not there."""


class Invalid(AirslotError):
    """What was given cannot be used. `faults` holds every fault that was found, in order of place."""

    def __init__(
        self, code: str, en: str, vi: str, *, where: str | None = None, faults: Iterable[Fault] = ()
    ) -> None:
        super().__init__(code, en, vi, where=where)
        self.faults = tuple(faults) or (Fault(code, en, vi, where),)

    @classmethod
    def of(cls, faults: Iterable[Fault], *, where: str | None = None) -> Self:
        """One error for one or more faults, its text all of their sentences, one a line."""
        found = tuple(faults)
        if not found:
            raise ValueError("an error needs at least one fault")
        code = found[0].code if len(found) == 1 else "several-faults"
        en, vi = ("\n".join(fault.text(lang) for fault in found) for lang in ("en", "vi"))
        return cls(code, en, vi, where=where, faults=found)


class SettingsError(Invalid):
    """One or more settings cannot be used."""


class Forbidden(AirslotError):
    """Whoever asks may not do that."""


class SignInNeeded(AirslotError):
    """It takes somebody who is signed in, and nobody is; or the sign-in was wrong."""


class TooMany(AirslotError):
    """Too many tries. `retry_after` is in seconds."""

    def __init__(
        self, code: str, en: str, vi: str, *, where: str | None = None, retry_after: int = 60
    ) -> None:
        super().__init__(code, en, vi, where=where)
        self.retry_after = retry_after


class Conflict(AirslotError):
    """Somebody else changed it since it was read; nothing was written."""


class Unavailable(AirslotError):
    """The service cannot answer now. `retry_after` is in seconds, or None where waiting will not help.

    `for_all`: the sentence tells nothing of the inside, so a stranger may read it.
    """

    def __init__(
        self,
        code: str,
        en: str,
        vi: str,
        *,
        where: str | None = None,
        retry_after: int | None = None,
        for_all: bool = False,
    ) -> None:
        super().__init__(code, en, vi, where=where)
        self.retry_after = retry_after
        self.for_all = for_all
