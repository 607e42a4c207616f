"""What the documents point to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
INDEX = ROOT / "docs" / "decisions" / "README.md"
DECISIONS = sorted(set(INDEX.parent.glob("*.md")) - {INDEX})
UNNAMED = ("calendar",)  # a page of several files
# "D7. 2026-11-23. In force." stands under the heading of a decision.
_STANDING = re.compile(
    r"(D\d+)\. (\d{4}-\d\d-\d\d)(?:, written anew \d{4}-\d\d-\d\d)?\. (In force|Replaced by D\d+)\."
)


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


def test_every_room_stands_on_the_map() -> None:
    """Below the grammar's rooms and the pages' a reader is guided by the files themselves."""
    (plan,) = re.findall(r"## The map\n(.*?)\n## ", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    rooms = {
        path.relative_to(ROOT)
        for top in ("rules", "scheduler", "api")
        for path in (ROOT / top).glob("**/__init__.py")
        for path in [path.parent]
        if len(path.relative_to(ROOT).parts) <= 3
    }

    assert {str(room) for room in rooms if f"{room.name}/" not in plan and room.name not in UNNAMED} == set()


def test_no_file_of_sentences_is_named_by_when_it_came() -> None:
    when = re.compile(r"(^|_)(round|fresh|new|newest|more|again|later|latest|old|next|part|\d+)(_(vi|en))?$")

    assert [
        path.stem for path in (ROOT / "tests/phrases/corpus").glob("*.py") if when.search(path.stem)
    ] == []


def _standing(page: Path) -> tuple[str, ...] | None:
    """The number, the day and the state of a decision, as the page says them."""
    found = _STANDING.fullmatch(page.read_text(encoding="utf-8").split("\n")[2])
    return None if found is None else found.groups()


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_says_its_number_its_day_and_whether_it_holds(page: Path) -> None:
    assert _standing(page) is not None


def test_the_index_of_decisions_says_what_the_pages_say() -> None:
    rows = re.findall(
        r"^\| (D\d+) \| \[(.+)\]\((.+)\) \| (\S+) \| (.+) \|$", INDEX.read_text("utf-8"), re.MULTILINE
    )
    said = []
    for page in DECISIONS:
        number, day, state = _standing(page) or ("", "", "")
        heading = page.read_text("utf-8").split("\n")[0].removeprefix("# ")
        said.append((number, heading, page.name, day, state[:1].lower() + state[1:]))

    assert rows == sorted(said, key=lambda row: int(row[0].removeprefix("D")))
    assert [row[0] for row in rows] == [f"D{at + 1}" for at in range(len(rows))]


def test_the_files_that_the_recipes_name_are_there() -> None:
    named = set(re.findall(r"`([\w/.-]+)`", (ROOT / "docs" / "adding.md").read_text(encoding="utf-8")))
    paths = {name for name in named if "/" in name}

    assert len(paths) > 30
    assert {path for path in paths if not (ROOT / path).exists()} == set()
