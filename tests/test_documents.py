"""What the documents point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))

    missing = [link for link in links if "://" not in link and not (document.parent / link).exists()]

    assert missing == []


def test_every_room_of_the_map_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (plan,) = re.findall(r"## The map\n(.*?)\n## ", text, re.DOTALL)
    rooms, missing = {-2: ROOT}, []
    for indent, name in re.findall(r"^ {4}( *)([a-z_]+/?) {2,}", plan, re.MULTILINE):
        place = rooms[len(indent)] = rooms[len(indent) - 2] / name
        if not (place.is_dir() or place.with_suffix(".py").exists()):
            missing.append(str(place.relative_to(ROOT)))

    assert missing == []
