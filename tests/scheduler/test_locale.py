"""The catalogues: nothing untranslated, nothing stale, and dates as people write them."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from scheduler.locale import LANGUAGES, Language, both, catalogue_path, refresh, say
from scheduler.locale.dates import day_text, moment_text, money_text, zone_text
from scheduler.locale.refresh import find_messages

HOLES = re.compile(r"%\(\w+\)s")


def catalogue(language: Language) -> Catalog:
    with catalogue_path(language).open("rb") as source:
        return read_po(source, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_exactly_the_messages_of_the_code(language: Language) -> None:
    kept = {message.id for message in catalogue(language) if message.id}
    assert kept == {message.id for message in find_messages() if message.id}, (
        "run: python -m scheduler.locale.refresh"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_untranslated(language: Language) -> None:
    for message in catalogue(language):
        texts = message.string if isinstance(message.string, tuple | list) else [message.string]
        assert all(texts), f"{language}: {message.id!r} has no translation"
        assert not (message.id and message.fuzzy), f"{language}: {message.id!r} is marked fuzzy"


def test_a_refresh_keeps_what_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {language: catalogue(language) for language in LANGUAGES}
    for language in LANGUAGES:
        shutil.copyfile(catalogue_path(language), tmp_path / language)
    monkeypatch.setattr(refresh, "catalogue_path", lambda language: tmp_path / language)

    refresh.main()

    for language in LANGUAGES:
        after = read_po(io.BytesIO((tmp_path / language).read_bytes()), locale=language)
        assert {m.id: m.string for m in after if m.id} == {m.id: m.string for m in before[language] if m.id}


def test_a_translation_fills_the_same_holes() -> None:
    for message in catalogue("vi"):
        if not message.id:
            continue
        originals = message.id if isinstance(message.id, tuple | list) else [message.id]
        texts = message.string if isinstance(message.string, tuple | list) else [message.string]
        for text in texts:
            assert set(HOLES.findall(str(text))) == set(HOLES.findall(originals[-1])), message.id


def test_a_message_is_said_in_the_language_asked_for() -> None:
    assert say("vi", "Coming next") == "Sắp tới"
    assert say("en", "Coming next") == "Coming next"
    words = both("There is nothing at %(path)s.", path="/nix%(x)s")
    assert words.to("vi") == "Không có gì ở /nix%(x)s." and words.to("en") == "There is nothing at /nix%(x)s."


def test_days_and_times_are_written_as_people_write_them() -> None:
    moment = datetime(2024, 1, 17, 17, 45)
    assert moment_text(moment, "vi") == "17:45 thứ Tư, 17/01/2024"
    assert moment_text(moment, "en") == "17:45 Wednesday, 17 January 2024"
    assert moment_text(date(2024, 4, 7), "vi") == "Chủ nhật, 07/04/2024"
    assert day_text(date(2024, 4, 7), "en", weekday=False) == "7 April 2024"
    assert (money_text(91_596_756, "vi"), money_text(91_596_756, "en")) == ("91.596.756", "91,596,756")


def test_a_zone_is_named_with_its_distance_from_utc() -> None:
    moment = datetime(2024, 4, 2, 8, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert zone_text("Asia/Ho_Chi_Minh", moment) == "Asia/Ho_Chi_Minh, UTC+07:00"
