"""The library as its page shows it: every example runs, and asking for nothing loads nothing."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import rules

DOCS = Path(__file__).parents[2] / "docs"


def run_examples(text: str, name: str) -> int:
    """Run the >>> examples of a text; how many there were."""
    # A fence ends an example's output, as a blank line does.
    test = doctest.DocTestParser().get_doctest(
        text.replace("```python", "").replace("```", ""), {}, name, name, 0
    )
    told: list[str] = []
    result = doctest.DocTestRunner().run(test, out=told.append)
    assert result.failed == 0, "".join(told)
    return len(test.examples)


def test_the_examples_of_the_page_run() -> None:
    assert run_examples((DOCS / "library.md").read_text(encoding="utf-8"), "library.md") > 15


def test_the_example_of_the_package_runs() -> None:
    assert run_examples(rules.__doc__ or "", "rules") > 3


def test_import_is_cheap_and_the_names_come_when_asked() -> None:
    script = (
        "import sys, rules;"
        "print([n for n in sys.modules if n.startswith('rules.')]);"
        "from rules import Instance; print([n for n in sys.modules if n.startswith('rules.')])"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["[]", "['rules.schedule']"]


@pytest.mark.parametrize("name", rules.__all__)
def test_each_public_name_is_there_and_says_what_it_is(name: str) -> None:
    assert name in dir(rules)
    assert getattr(rules, name).__doc__


def test_another_name_is_told_as_python_does() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = rules.nothing
