"""What the words of a language leave open that those of the other settle."""

from __future__ import annotations

from typing import NamedTuple

from rules.vocabulary import Lang


class Habits(NamedTuple):
    """What is asked of the words of a language.

    day_of_a_month    "on the 2nd at 9:00" is a day of one month: of which? "Ngày 2" is one of each month
    adverbs_of_rate   "quarterly on the 10th" does not say in which month; "ngày 10 hằng quý" does
    """

    day_of_a_month: bool
    adverbs_of_rate: bool


HABITS: dict[Lang, Habits] = {
    "vi": Habits(day_of_a_month=False, adverbs_of_rate=False),
    "en": Habits(day_of_a_month=True, adverbs_of_rate=True),
}
