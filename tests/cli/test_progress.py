"""`airslot progress` and `airslot cut-offs`: the report of the plan that ships."""

from __future__ import annotations

from tests.cli.conftest import Airslot
from tests.fulfilment.test_figures import DUE, NAMES, VALUE

SLUG = ("--plan", "kien-giang-2024")
ROW = {
    "item", "unit", "planned", "open", "delivered", "kept", "missed", "cancelled", "moved", "unconfirmed",
    "ahead", "early", "late", "extra", "made_good", "pace", "percent",
}  # fmt: skip


def test_the_object_of_the_report(loaded: Airslot) -> None:
    for basis, figures in DUE.items():
        for place, name in enumerate(NAMES):
            found = loaded("progress", *SLUG, "--period", name, "--basis", basis, "--json").json
            assert (found["plan"], found["period"], found["basis"]) == (SLUG[1], name, basis)
            totals = found["totals"]
            assert (totals["planned"], totals["value_due"]) == (figures[place], VALUE[basis][place])
            assert set(found["rows"][0]) >= ROW
    assert set(totals) == {
        "planned", "delivered", "missed", "open", "unconfirmed", "value_due", "value_delivered",
    }  # fmt: skip


def test_the_table_says_basis_and_days(loaded: Airslot) -> None:
    shown = loaded("progress", *SLUG, "--period", "2024-Q1", "--basis", "reporting").out
    assert "2024-Q1 (reporting: Fri 15 Dec 2023 - Thu 14 Mar 2024)" in shown
    assert "0 of 16 delivered" in shown and "57,666,126" in shown
    assert "16 due before the plan was signed." in shown
    assert "3 bài viết: Behind its pace: 0 of 7." in shown
    assert max(map(len, shown.splitlines())) <= 100


def test_two_days_are_a_period_and_another_word_is_refused(loaded: Airslot) -> None:
    found = loaded("progress", *SLUG, "--period", "2024-01-01..2024-01-31", "--json").json
    assert (found["first"], found["last"], found["totals"]["planned"]) == ("2024-01-01", "2024-01-31", 7)
    refused = loaded("progress", *SLUG, "--period", "2024-M1")
    assert refused.code == 2 and "is no period" in refused.err
    refused = loaded("progress", *SLUG, "--period", "2024", "--basis", "lunar")
    assert refused.code == 2 and "is no basis" in refused.err


def test_the_office_closes_its_figures_on_other_days(loaded: Airslot) -> None:
    assert loaded("cut-offs").out == "03-14 06-14 09-14 12-14\n"
    assert loaded("cut-offs", "03-20", "06-20", "09-20", "12-20").code == 0
    found = loaded("progress", *SLUG, "--period", "2024-Q1", "--basis", "reporting", "--json").json
    assert (found["first"], found["last"]) == ("2023-12-21", "2024-03-20")
    assert loaded("cut-offs", "03-20").code == 2
    assert loaded("cut-offs", "--usual", "--json").json == {"cut_offs": ["03-14", "06-14", "09-14", "12-14"]}


def test_what_is_overdue_is_listed_and_counted(loaded: Airslot) -> None:
    found = loaded("occurrences", "--state", "overdue", "--json").json["items"]
    assert len(found) == 22 and {one["state"] for one in found} == {"planned"}
    progress = loaded("progress", "--plan", "kien-giang-2024", "--period", "2024-Q1", "--json").json
    assert progress["totals"]["unconfirmed"] == 22
