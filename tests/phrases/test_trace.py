"""The trace: a person who extends the grammar sees what became of a phrase on each floor."""

from __future__ import annotations

import subprocess
import sys


def trace(phrase: str) -> str:
    command = [sys.executable, "-m", "rules.grammar", phrase, "--year", "2024"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def test_trace_names_tokens_terms_trees_licences_and_readings() -> None:
    told = trace("17h45 thứ Tư tuần 3 tại Rạch Giá, phát lại 21h và thứ Bảy 9h")
    for heading in ("tokens", "terms", "trees", "licences", "readings"):
        assert f"\n{heading}" in told
    assert "'thứ Tư' weekday = 2" in told
    assert "Weeks(weeks=(3,))" in told
    assert "'tại Rạch Giá': " in told
    assert "phát lại 21:00 cùng ngày, phát lại 09:00 thứ Bảy" in told


def test_trace_tells_which_preference_put_a_tree_aside() -> None:
    told = trace("8h thứ Hai, 9h thứ Tư, từ 1/3 đến 30/4")
    assert "put aside" in told
    assert "P5: two pieces over a comma are one day only where they must be" in told


def test_trace_of_a_refused_phrase_names_the_problem() -> None:
    assert "problem no-day" in trace("17h45")
