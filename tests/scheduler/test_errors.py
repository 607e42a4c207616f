"""Errors speak two languages and tell every fault."""

import pytest

from scheduler.errors import AirslotError, Fault, Invalid, NotFound, SettingsError, Unavailable

BUDGET = Fault("budget", "The budget is negative.", "Kinh phí âm.", where="items[0].budget", line=3, column=5)
TITLE = Fault("title", "The title is missing.", "Thiếu tên.", where="items[1].title", line=9)


def test_an_error_speaks_both_languages() -> None:
    error = NotFound("plan-not-found", "There is no plan.", "Không có kế hoạch.", where="plan")
    assert (error.text("en"), error.text("vi"), str(error)) == (
        "There is no plan.",
        "Không có kế hoạch.",
        "There is no plan.",
    )


def test_one_fault_is_the_error() -> None:
    error = Invalid.of([BUDGET], where="plan.yaml")
    assert (error.code, error.en, error.where, error.faults) == (
        "budget",
        BUDGET.en,
        "plan.yaml",
        (BUDGET,),
    )


def test_several_faults_are_told_one_a_line() -> None:
    error = SettingsError.of([BUDGET, TITLE])
    assert isinstance(error, SettingsError)
    assert error.code == "several-faults"
    assert error.text("vi") == "Kinh phí âm.\nThiếu tên."


def test_an_invalid_value_without_a_list_has_one_fault() -> None:
    error = Invalid("limit", "The limit is too large.", "Giới hạn quá lớn.", where="limit")
    assert error.faults == (Fault("limit", "The limit is too large.", "Giới hạn quá lớn.", "limit"),)


def test_no_fault_is_no_error() -> None:
    with pytest.raises(ValueError, match="at least one fault"):
        Invalid.of([])


def test_unavailable_tells_when_to_come_back() -> None:
    error = Unavailable("database-unavailable", "Away.", "Vắng.", retry_after=10)
    assert isinstance(error, AirslotError)
    assert error.retry_after == 10
