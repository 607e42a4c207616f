"""Replays of a programme on days in a row: on each of them, or seen from each of them."""

from __future__ import annotations

from tests.phrases.almanac import DAILY, at, dates
from tests.phrases.corpus.case import Case, clear, refused

THREE = dates((10, 2), (10, 3), (10, 4))

CASES: list[Case] = [
    clear(
        "Airs October 2-4 from 7-9pm, with a repeat each night beginning at 9pm.",
        at(THREE, "19:00"),
        replays=at(THREE, "21:00"),
    ),
    clear(
        "The three-part series will air on Wednesday–Friday, October 2-4 from 7-9pm, with a repeat each "
        "night beginning at 9pm.",
        at(THREE, "19:00"),
        replays=at(THREE, "21:00"),
    ),
    clear(
        "October 2-4 at 7pm, repeated the next day at 9am",
        at(THREE, "19:00"),
        replays=at(dates((10, 3), (10, 4), (10, 5)), "09:00"),
    ),
    clear("Daily at 6pm, repeated every night at 11pm", at(DAILY, "18:00"), replays=at(DAILY, "23:00")),
    refused("Mondays at 6pm, repeated every night at 11pm", "every"),
    refused("Mondays, 6 May to 27 May, at 6pm, repeated every night at 11pm", "every"),
    refused("The three-part series will air October 2-5 at 7pm", "three-part"),
]
