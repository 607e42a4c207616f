"""Calendars with lines missing, doubled, changed in place or in a character."""

from __future__ import annotations

from hypothesis import strategies as st

Change = tuple[str, int, int]
HOW = ("drop", "double", "swap", "letter")
changes: st.SearchStrategy[list[Change]] = st.lists(
    st.tuples(st.sampled_from(HOW), st.integers(0, 400), st.integers(0, 400)),
    min_size=1,
    max_size=4,
)


def spoilt(document: str, wanted: list[Change]) -> bytes:
    """The document after the changes; numbers count round."""
    lines = document.split("\r\n")
    for how, at, where in wanted:
        at %= len(lines)
        if how == "double":
            lines.insert(where % len(lines), lines[at])
        elif how == "swap":
            other = where % len(lines)
            lines[at], lines[other] = lines[other], lines[at]
        elif how == "letter" and lines[at]:
            place = where % len(lines[at])
            lines[at] = lines[at][:place] + "ZT9;:,=-"[where % 8] + lines[at][place + 1 :]
        elif len(lines) > 1:
            del lines[at]
    return "\r\n".join(lines).encode()
