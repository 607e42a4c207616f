"""Bring the catalogues up to date with the texts in the code: `python -m scheduler.locale.refresh`.

New messages are added empty, to be translated by a person; messages that no text uses any more
are removed. English needs no translator: its catalogue repeats the message.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from scheduler.locale import DOMAIN, LANGUAGES, Language, catalogue_path

ROOT = Path(__file__).parents[2]
SOURCES = ("api", "scheduler")
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt.jinja", "jinja2")]
KEYWORDS = {**DEFAULT_KEYWORDS, "mark": None, "both": None, "say": (2,)}
HEADER = "# What Airslot says. Refresh with: python -m scheduler.locale.refresh"
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}


def find_messages() -> Catalog:
    """Every message that the code and the templates mark for translation."""
    found = Catalog(domain=DOMAIN)
    for source in SOURCES:
        rows = extract_from_dir(ROOT / source, METHODS, OPTIONS, keywords=KEYWORDS)
        for path, _line, message, comments, context in rows:
            # Elsewhere a function may be called `mark` and mean something else.
            if path.endswith(".py") and "scheduler.locale" not in (ROOT / source / path).read_text("utf-8"):
                continue
            found.add(message, locations=[(f"{source}/{path}", 0)], auto_comments=comments, context=context)
    return found


def refreshed(language: Language) -> Catalog:
    """The catalogue of `language` with exactly the messages of the code, translations kept."""
    path = catalogue_path(language)
    catalogue = Catalog(locale=language, domain=DOMAIN)
    if path.exists():
        with path.open("rb") as source:
            catalogue = read_po(source, locale=language, domain=DOMAIN)
    catalogue.update(find_messages(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    for message in catalogue:
        if language == "en" and message.id:
            message.string = message.id
    catalogue.header_comment = HEADER
    catalogue.project, catalogue.version, catalogue.msgid_bugs_address = "Airslot", "1", ""
    catalogue.fuzzy = False
    return catalogue


def main() -> None:
    """Write both catalogues."""
    for language in LANGUAGES:
        path = catalogue_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        # Read before it is opened for writing, which empties it.
        catalogue = refreshed(language)
        with path.open("wb") as target:
            write_po(target, catalogue, width=100, sort_output=True, include_lineno=False)


if __name__ == "__main__":
    main()
