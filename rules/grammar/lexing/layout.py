"""Line ends: each may part what stands beside it, or only have no room left on its line.

A text is read both ways. A line end in front of a bullet or an item's number, behind a colon or at the end
of a sentence parts.
"""

from __future__ import annotations

import re

# The end of a line that may be wrapped: none behind ":", ";", "." or an empty line, none before an item. The
# dot of "p.m." may end no sentence.
_WRAP = re.compile(
    r"(?:(?<![:;.!?\n])|(?<=\b[a-z]\.[a-z]\.))[ \t]*\n"
    r"(?=[ \t]*[^\s\-+*•–—|])(?![ \t]*(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]\s)",
    re.IGNORECASE,
)


def unwrapped(text: str) -> str | None:
    """The text with a blank for each line end that may be a wrapped line's; None where there is none.

    Every character keeps its place.
    """
    joined = _WRAP.sub(lambda end: " " * len(end.group()), text)
    return joined if joined != text else None
