"""What docs/threats.md says holds: each guard's test is there, and the numbers are those of the program."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from api import bodies, connections, forms, identity, masking, multipart
from rules import likeness
from rules.phrases import LONGEST_PHRASE
from scheduler.accounts import creations, rates, sessions, sign_in
from scheduler.desk.texts import MAX_NOTE
from scheduler.planning.expanding.expansion import MAX_INSTANCES
from scheduler.planning.loading.work import MOST_DATES
from scheduler.planning.plan_file.nodes import MAX_FAULTS
from scheduler.reminders.readers.subscribers import CONFIRM_WITHIN
from scheduler.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "threats.md").read_text("utf-8")
NAMED = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)
KB, MB = 1024, 1024**2
CONNECTIONS = Settings.model_fields["connections"].default
PATIENCE = int(Settings.model_fields["patience_seconds"].default)
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_each_guard_has_its_test(path: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (ROOT / path).read_text("utf-8"), re.MULTILINE)


def test_every_line_of_guards_names_a_test() -> None:
    for section in re.findall(r"\| guard \| kept by \|\n\|---\|---\|\n((?:\|.*\n)+)", TEXT):
        assert all("`tests/" in line for line in section.splitlines())
    assert len(NAMED) > 20


@pytest.mark.parametrize(
    "said",
    [
        f"{sessions.IDLE // HOUR} hours after the last use, at most {sessions.LONGEST // DAY} days",
        f"its tries are counted apart | {identity.KNOWN_FOR // DAY} days",
        f"{sign_in.LINK_LIVES // MINUTE} minutes, once; made by an administrator",
        f"at the command line {sign_in.FIRST_LINK_LIVES // HOUR} hours",
        f"{CONFIRM_WITHIN // DAY} days, once",
        f"the same answer again, to the same person | {creations.KEPT // HOUR} hours",
        f"down to {masking.KEPT} characters",
        f"of one person from one address | {rates.OF_PERSON_AND_PLACE.free} free",
        f"that they have signed in with before | {rates.OF_BROWSER.free} free",
        f"of one person from everywhere | {rates.OF_PERSON.free} free",
        f"passwords, from one address | {rates.OF_PLACE.free} free",
        f"present passwords, of one person | {rates.PRESENT.free} free",
        f"a link followed in the last {sessions.PROOF // MINUTE} minutes",
        f"links, of one person | {rates.LINKS_OF_PERSON.free} free",
        f"links, from one address | {rates.LINKS_OF_PLACE.free} free",
        f"at most {rates.OF_PERSON.longest.seconds} seconds between two",
        f"2, 4, 8 and {rates.LINKS_OF_PERSON.longest // MINUTE}",
        f"{forms.LONGEST_NUMBER} digits",
        f"| {CONNECTIONS} (`AIRSLOT_CONNECTIONS`) |",
        f"more of it | {PATIENCE} seconds (`AIRSLOT_PATIENCE_SECONDS`)",
        f"to be taken | {PATIENCE} seconds (`AIRSLOT_PATIENCE_SECONDS`)",
        f"a second more for every {bodies.LEAST_RATE // 1000} kB that came",
        f"less than {connections.LEAST_RATE // 1000} kB a second",
        f"{bodies.MAX_BODY // KB} kB; a plan document {bodies.MAX_UPLOAD // MB} MB",
        f"bodies, and answers that are not taken | {bodies.MOST_HELD // MB} MB each",
        f"{multipart.MOST_FIELDS:,} fields; {multipart.MOST_HEADS} lines",
        f"lines of {multipart.LONGEST_HEAD // KB} kB before a part",
        f"dates of a phrase | {MAX_INSTANCES:,} |",
        f"of {likeness.MOST_COMPARED:,} dates at most",
        f"dates of a plan | {MOST_DATES:,} |",
        f"faults of a plan file | {MAX_FAULTS} |",
        f"{LONGEST_PHRASE:,} characters each",
        f"{MAX_NOTE:,} characters each",
    ],
)
def test_the_numbers_are_those_of_the_program(said: str) -> None:
    assert said in TEXT


@pytest.mark.parametrize(
    "name", ["stranger", "stranger_feeds", "stranger_renders", "stranger_keys", "rest", "rest_writes"]
)
def test_the_limits_are_those_of_the_settings(name: str) -> None:
    number = Settings.model_fields[f"{name}_per_minute"].default
    assert f"| {number} a minute (`AIRSLOT_{name.upper()}_PER_MINUTE`) |" in TEXT
    assert rates.QUIET == HOUR


def test_bodies_and_answers_have_one_bound() -> None:
    assert bodies.MOST_HELD == connections.MOST_UNREAD
