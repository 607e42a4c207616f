"""Whatever a title holds, a mail is written, and no link of it is one that the title's writer chose."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest

from tests.desk.odd_text import TEXTS
from tests.reminders.mails.letters import ALL, AT, READER, letter, renderer

OLD_MARKS = "\ue000preferences\ue001 \ue000unsubscribe\ue001 \ue000confirm\ue001"
LINKED = f"https://example.net/?k={OLD_MARKS}"


def texts(content: bytes) -> tuple[str, ...]:
    message = message_from_bytes(content, policy=default)
    found = []
    for kind in ("plain", "html"):
        body = message.get_body((kind,))
        assert body is not None
        found.append(body.get_content())
    return (str(message["Subject"]), *found)


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize("title", [LINKED, *TEXTS.values()], ids=["marks", *TEXTS])
def test_a_mail_is_written_and_the_key_stands_in_its_own_links_alone(kind: str, title: str) -> None:
    writer, one = renderer(), letter(kind)
    odd: dict[str, Any] = {
        "title": title,
        "note": title,
        "item": title,
        "channel": title,
        "outlet": title,
        "reason": title,
    }
    facts = {name: title if name in ("title", "item", "channel", "old_channel") else value
             for name, value in one.facts.items()}  # fmt: skip
    one = replace(
        one,
        facts=facts,
        occurrence=one.occurrence and replace(one.occurrence, **odd),
        occurrences=tuple(replace(each, **odd) for each in one.occurrences),
    )
    tokens = [token for token in writer.tokens(one) if token]
    plain = writer.mail(letter(kind), AT).content
    for told, written in zip(texts(writer.mail(one, AT).content), texts(plain), strict=True):
        for token in tokens:
            assert told.count(token) == written.count(token)
            assert f"k={token}" not in told


def test_a_digest_with_marks_of_another_process_is_whole() -> None:
    one = letter("digest")
    bad = replace(one.occurrences[0], title=LINKED)
    told = texts(renderer().mail(replace(one, occurrences=(bad, *one.occurrences[1:])), AT).content)[1]
    assert all(each.title in told for each in one.occurrences[1:])
    assert READER.email not in told


@pytest.mark.parametrize(
    ("language", "told"), [("vi", "Có 1 mục không ghi được"), ("en", "1 entry could not be written here")]
)
def test_a_digest_says_that_something_is_left_out(language: str, told: str) -> None:
    one = letter("digest", language)
    content = renderer().mail(replace(one, facts={**one.facts, "left_out": 1}), AT).content
    assert told in texts(content)[1]
