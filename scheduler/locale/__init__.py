"""The words that pages, REST problems and mails say to a person, in Vietnamese and English.

Messages are written in English in the code and found again in the gettext catalogues
`<language>/LC_MESSAGES/airslot.po`, which are read as text when first needed: nothing compiled
is kept, so that a catalogue can be corrected with any editor.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

Language: TypeAlias = Literal["vi", "en"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DOMAIN = "airslot"


class Words(NamedTuple):
    """The same sentence in both languages."""

    vi: str
    en: str

    def to(self, language: Language) -> str:
        """The sentence for a reader of `language`."""
        return self.vi if language == "vi" else self.en


def mark(message: str) -> str:
    """The message itself: marks a text that is translated later, so that the catalogues list it."""
    return message


def say(language: Language, message: str, **values: object) -> str:
    """The message in `language`, its `%(name)s` filled from `values`."""
    text = translations(language).ugettext(message)
    return text % values if values else text


def both(message: str, **values: object) -> Words:
    """The message in both languages."""
    return Words(*(say(language, message, **values) for language in LANGUAGES))


def catalogue_path(language: Language) -> Path:
    """Where the catalogue of `language` lies."""
    return Path(__file__).parent / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def translations(language: Language) -> Translations:
    """The catalogue of `language`, compiled in memory once per process."""
    with catalogue_path(language).open("rb") as source:
        catalogue = read_po(source, locale=language, domain=DOMAIN)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, domain=DOMAIN)
