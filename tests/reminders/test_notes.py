"""What the outbox notes is a code, said in the reader's language; older rows hold a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from scheduler.reminders import notes
from scheduler.reminders.notes import WORDS, code_of, noted, spellings
from scheduler.reminders.outbox.deciding import Which, resolve_all
from scheduler.store.database.engine import transaction
from scheduler.store.tables import reminder
from tests.reminders.samples import AT, NOW, many_owed, rows

ROOT = Path(__file__).parents[2]
# What rows hold that were written before there were codes. Nobody changes a line of it.
SENTENCES = (
    "it was moved",
    "the reader no longer asks for it",
    "the plan no longer holds what it is about",
    "what it is about is cancelled",
    "what it is about is delivered",
    "what it is about is missed",
    "the change was taken back before anybody was told",
    "it was no longer useful when it could have been sent",
    "the subscriber unsubscribed",
    "its worker's lease was over",
    "its worker ended or stood still while the relay was taking it",
    "it was due before the database was restored, and may have gone out then",
    "no time left to try again: 451 later",
    "the reader is active",
    "the reader is unsubscribed",
    "the reader is suppressed",
    "the reader is pending",
    "the person's data is deleted",
    "nothing is ahead that the digest could tell",
    "it was edited again",
    "the mail could not be written: ValueError: no zone",
    "the mail could not be written; the log says why",
    "the address is suppressed: bounce",
    "a person says that it arrived",
    "a person asks to send it again",
    "the reader's quiet hours last until 2024-04-17 23:00 UTC",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_a_row_of_before_holds_is_said_in_both_languages(sentence: str) -> None:
    words = noted(sentence)
    assert words.en == sentence
    assert words.vi != sentence
    assert code_of(sentence) in WORDS


@pytest.mark.parametrize("code", WORDS)
def test_a_code_is_said_with_what_stands_behind_it(code: str) -> None:
    assert noted(code) == WORDS[code]
    assert noted(f"{code}: 451 later") == tuple(f"{words}: 451 later" for words in WORDS[code])
    assert {code_of(one) for one in spellings(code)} == {code}


def test_every_code_of_a_state_has_its_words() -> None:
    assert {notes.about_subject(state) for state in ("cancelled", "delivered", "missed")} < set(WORDS)
    assert {notes.about_reader(state) for state in ("pending", "active", "unsubscribed", "suppressed")} < set(
        WORDS
    )


@pytest.mark.parametrize("said", ["550 no such user: an", "@unknown: x", "moved", ""])
def test_a_servers_own_words_stay(said: str) -> None:
    assert noted(said) == (said, said)
    assert spellings(said) == [said]


def test_no_sentence_is_written_into_the_outbox() -> None:
    """Their one place is the table of codes."""
    places = [*(ROOT / "scheduler").rglob("*.py"), *(ROOT / "api").rglob("*.py")]
    texts = {path: path.read_text(encoding="utf-8") for path in places if path.name != "notes.py"}
    said = {words.en for words in WORDS.values()}
    assert [path.name for path, text in texts.items() if said & set(re.findall(r'"([^"\n]+)"', text))] == []


@pytest.mark.parametrize("asked", [notes.VANISHED, *WORDS[notes.VANISHED]])
def test_who_decides_about_many_finds_them_however_the_note_was_written(engine: Engine, asked: str) -> None:
    many_owed(engine, 3)
    for row, note in zip(rows(engine), (notes.VANISHED, WORDS[notes.VANISHED].en, "reset"), strict=True):
        with transaction(engine) as connection:
            change = update(reminder).where(reminder.c.id == row.id)
            connection.execute(change.values(state="unknown", last_error=note, sent_at=NOW))

    with transaction(engine) as connection:
        resolve_all(connection, Which(said=asked), True, NOW, machine_time=lambda: AT)

    assert sorted(row.state for row in rows(engine)) == ["accepted", "accepted", "unknown"]
