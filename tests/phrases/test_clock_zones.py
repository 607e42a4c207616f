"""A phrase may name the plan's own clock zone, and none else."""

from __future__ import annotations

import pytest

from rules.phrases import Context, read

HO_CHI_MINH, NEW_YORK = "Asia/Ho_Chi_Minh", "America/New_York"


@pytest.mark.parametrize(
    ("phrase", "zone"),
    [
        ("Sundays 20:00 GMT+7", HO_CHI_MINH),
        ("Sundays 20:00 UTC+07:00", HO_CHI_MINH),
        ("Sundays 20:00 ICT", HO_CHI_MINH),
        ("20h (GMT+7) Chủ nhật", HO_CHI_MINH),
        ("20h giờ Việt Nam Chủ nhật", HO_CHI_MINH),
        ("Sundays at 8pm Eastern", NEW_YORK),
        ("Sundays at 8pm ET", NEW_YORK),
    ],
)
def test_the_plans_own_zone_is_read(phrase: str, zone: str) -> None:
    assert read(phrase, Context(year=2024, zone=zone)).status == "understood"


@pytest.mark.parametrize(
    ("phrase", "zone", "words"),
    [
        ("Sundays 20:00 GMT+8", HO_CHI_MINH, "GMT+8"),
        ("20h giờ Hà Nội Chủ nhật", "Europe/Paris", "giờ Hà Nội"),
        ("Sundays at 8pm EST", NEW_YORK, "EST"),  # in summer that is another time
        ("Sundays at 8pm Eastern", None, "Eastern"),
        ("Sundays at 8pm GMT+7", "Nowhere/At_All", "GMT+7"),
    ],
)
def test_another_zone_is_refused_by_its_words(phrase: str, zone: str | None, words: str) -> None:
    understanding = read(phrase, Context(year=2024, zone=zone))
    assert understanding.status == "refused"
    assert [phrase[fault.start : fault.end] for fault in understanding.problems] == [words]
    assert words in understanding.problems[0].en
    assert words in understanding.problems[0].vi
