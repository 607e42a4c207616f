from __future__ import annotations

import io
import unicodedata

import pytest
from rich.console import Console
from rich.text import Text

from api.cli.expand_view import caret_line, folded, length, show_phrase


def shown(phrase: str, marks: list[tuple[int, int, str]], *, colour: bool, width: int = 40) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        force_terminal=colour,
        color_system="standard" if colour else None,
        width=width,
        highlight=False,
    )
    show_phrase(phrase, marks, Text("REFUSED"), console)
    return out.getvalue()


def test_carets_stand_below_the_marked_words() -> None:
    lines = shown("thứ Tư tuần 6 KG", [(7, 13, "red")], colour=False).splitlines()

    assert lines[-2:] == ["  thứ Tư tuần 6 KG", "         ^^^^^^"]


def test_carets_are_measured_in_columns_not_characters() -> None:
    phrase = unicodedata.normalize("NFD", "thứ Tư tuần 6")
    start = phrase.index("6")

    assert caret_line(phrase, 0, [(start, start + 1)]) == " " * 12 + "^"


def test_a_span_without_characters_has_one_caret() -> None:
    assert "  17h45\n       ^" in shown("17h45", [(5, 5, "red")], colour=False)


def test_a_long_phrase_has_its_carets_in_the_right_line() -> None:
    lines = shown("x" * 30 + "yy" + "x" * 30, [(30, 32, "red")], colour=False, width=24).splitlines()

    assert lines[-5:] == [
        "  " + "x" * 20,
        "  " + "x" * 10 + "yy" + "x" * 8,
        " " * 12 + "^^",
        "  " + "x" * 20,
        "  xx",
    ]


def test_colour_underlines_instead_of_carets() -> None:
    text = shown("thứ Tư tuần 6", [(7, 13, "bold red underline")], colour=True)

    assert "\x1b[1;4;31mtuần 6" in text
    assert "^" not in text


@pytest.mark.parametrize("blank", ["\n", "\t", "\r\n"])
def test_line_breaks_of_a_cell_do_not_move_the_marks(blank: str) -> None:
    phrase = f"17h45{blank}thứ 8"
    start = phrase.index("thứ 8")

    line = shown(phrase, [(start, start + 5, "red")], colour=False).splitlines()

    assert line[-1].index("^") == line[-2].index("thứ 8")


def test_folding_loses_nothing() -> None:
    text = "Thứ Tư tuần 3 " * 9

    parts = list(folded(text, 17))

    assert "".join(line for _, line in parts) == text
    assert all(text[start:].startswith(line) for start, line in parts)


def test_length_is_shown_as_written() -> None:
    assert length({"minutes": 10, "minutes_max": 12}) == "10-12'"
    assert length({"minutes": None, "minutes_max": None}) == ""
