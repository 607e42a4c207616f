"""The forms of a page, read out of its HTML: where each is sent to, and with what it is filled."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """A form that is sent by POST; `values` are as the page fills it in."""

    action: str
    values: dict[str, str] = field(default_factory=dict)


def forms(page: str) -> list[PageForm]:
    """All of them, in order."""
    reader = _Reader()
    reader.feed(page)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[PageForm] = []
        self.inside: PageForm | None = None
        self.named: str | None = None  # the select or text area that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = PageForm(facts.get("action", "")) if facts.get("method") == "post" else None
            if self.inside is not None:
                self.found.append(self.inside)
        if self.inside is None:
            return
        name, values = facts.get("name"), self.inside.values
        if tag in ("input", "button") and name:
            values.setdefault(name, facts.get("value", ""))
        elif tag in ("select", "textarea") and name:
            self.named = name
            values.setdefault(name, "")
        elif tag == "option" and self.named and (not values[self.named] or "selected" in facts):
            values[self.named] = facts.get("value", "")

    def handle_data(self, data: str) -> None:
        if self.inside is not None and self.named and self.lasttag == "textarea":
            self.inside.values[self.named] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        if tag in ("select", "textarea"):
            self.named = None
