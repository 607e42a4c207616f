"""English: parts of a series, versions, a programme's title, dates that are all taken out."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, SUN, TUE, at, dates, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

# How many parts there are.
PARTS = [
    clear("Part 3 of 6, Sundays 8pm", at(weekly(SUN), "20:00")),
    clear("Episode 3 of 6\nSunday 5 May, 8pm", at(dates((5, 5)), "20:00")),
    clear("Part 3 of 6 - 8pm, Sunday 5 May", at(dates((5, 5)), "20:00")),
    clear("Part 3 of 6, 5 May 8pm", at(dates((5, 5)), "20:00")),
    refused("Part 3 of 6 Sundays 8pm"),
    refused("Part 3 of 6 May, 8pm"),
]

# A lone 0 behind the first number is no day, month or year.
VERSIONS = [
    clear("Release 2.1.0: last Tuesday of the month", in_week(TUE, -1)),
    asked("We release every last Tuesday of the month, e.g. 2.0.0 to 2.1.0", in_week(TUE, -1)),
    refused("Meeting 2.0.24, 8pm", "2.0.24"),
    refused("Meeting 2.0.2024, 8pm"),
]

# The title of a programme, with that of one of its pieces, is no day that it is on.
PROGRAMMES = [
    clear("Saturday Night Live: “The Host” Sundays 8pm", at(weekly(SUN), "20:00")),
    refused("Saturday Night Live: “The Host”, 11:25pm", "Saturday Night Live"),
    refused("Friday Evening Stories: “The Fox”\n8pm"),
]

_MONDAYS = [day for day in weekly(MON) if day not in (date(2024, 11, 25), date(2024, 12, 30))]

# "Or" between full dates that are all taken out.
OUT = [
    clear("Mondays at 8pm except Monday, November 25 or Monday, December 30", at(_MONDAYS, "20:00")),
    clear("Mondays at 8pm except Monday 25 November or Monday 30 December 2024", at(_MONDAYS, "20:00")),
    clear(
        "Mondays at 8pm.\n\nNote: No meeting on Monday, November 25, 2024 or Monday, December 30, 2024.",
        at(_MONDAYS, "20:00"),
    ),
    asked("Mondays at 8pm except Tuesday, November 25 or Monday, December 30"),
    refused("Mondays at 8pm, no meeting on Mondays or December 30", "or"),
    refused("Mondays at 8pm except November or Monday, December 30", "or"),
    refused("Mondays at 8pm, not Monday, December 30 or Tuesdays", "or"),
    refused("Meeting on Monday, November 25 or Monday, December 30", "or"),
]

CASES: list[Case] = [*PARTS, *VERSIONS, *PROGRAMMES, *OUT]
