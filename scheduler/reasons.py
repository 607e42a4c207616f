"""Why a day off moves an airing: the holiday's name in both languages, kept as one text.

`rules` hands the text on without reading it, and it is stored with the occurrence, so that every door
can say it in its reader's language. Two lines are the Vietnamese and the English name; one line is both.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from rules.shifts import WEEKEND


class Reason(NamedTuple):
    """The same reason in both languages."""

    vi: str
    en: str

    @property
    def stored(self) -> str:
        """The text that is kept; `read_reason` gives the reason back."""
        return self.vi if self.vi == self.en else f"{self.vi}\n{self.en}"

    def to(self, language: str) -> str:
        """The reason for a reader of `language`."""
        return self.vi if language == "vi" else self.en


_WEEKEND = Reason("cuối tuần", "weekend")


def read_reason(text: str) -> Reason:
    """The reason that a text keeps; a text of one line is the same in both languages."""
    if text == WEEKEND:
        return _WEEKEND
    vi, _, en = text.partition("\n")
    return Reason(vi, en or vi)


def say_reason(text: str | None, language: Literal["vi", "en"]) -> str | None:
    """The reason in a language; None where there is none."""
    return None if text is None else read_reason(text).to(language)
