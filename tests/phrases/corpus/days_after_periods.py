"""So many days after the end of a period: a day of the month behind it."""

from __future__ import annotations

from tests.phrases.almanac import FIRST_OF_QUARTERS, monthly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear("Due 20 days after the end of each quarter", monthly(20, FIRST_OF_QUARTERS)),
    clear(
        "A return is due no later than twenty (20) days after the end of each calendar quarter",
        monthly(20, FIRST_OF_QUARTERS),
    ),
    clear("Reports due within 30 days after the end of each quarter", monthly(30, FIRST_OF_QUARTERS)),
    clear("Within 10 days following the end of the month", monthly(10)),
    clear("Due 15 days after each month end", monthly(15)),
    clear("28 days after quarter end", monthly(28, FIRST_OF_QUARTERS)),
    refused("Due 30 days after each month end"),
    refused("Due 45 days after the end of each quarter"),
    refused("Reports are due within 20 days of the end of each quarter"),
    refused("Within 10 days after the end of quarter 2"),
    refused("Within 14 days after the meeting"),
    refused("Due 20 working days after the end of each quarter"),
    refused("Two weeks after the end of each quarter"),
    refused("Twenty (21) days after the end of each quarter"),
    refused("At least 10 days after the end of each month", "At least"),
]
