"""Lines 16 to 19: rules that count, addresses, both forms of a feed, what strangers hang on to it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from random import Random
from urllib.parse import quote

import idna
from dateutil.rrule import rrulestr

from scheduler.errors import Invalid
from scheduler.mailbox import normal_email
from scheduler.reminders.mails.message import POLICY
from scheduler.trigger import PhraseTrigger
from tests.api.small_office import small_office
from tests.calendars.rows import row
from tests.calendars.test_series import same_in_both_forms
from tests.campaigns.conftest import Begin
from tests.scheduler.test_trigger import fires

FEED = "/plans/phat-song-2024.ics"
LETTERS = ["a", "b", "q", "straße", "đài", "hà-nội", "ελλάς", "x1", "1", "sở", "xn--strae-oqa"]
SIGNS = ["=?", "?=", "?q?", "utf-8", "?b?", "a", "b", ".", "+", "_", "1", "'", "!", "=", "?"]
FOREIGN = ["fbclid", "gclid", "utm_source", "utm_x", "_", "_ga", "mc_cid", "mc_eid", "igshid", "msclkid"]
VALUES = ["", "1", "é%", "a&b", "<b>", "\0", "x" * 300, "' OR 1=1", "../..", "ngày"]


def rule(dice: Random) -> str:
    """A rule that counts, whose first day is one of its own."""
    begin = datetime(2024, 1, 1) + timedelta(hours=dice.randrange(366 * 24))
    freq = dice.choice(("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"))
    text = f"FREQ={freq};INTERVAL={dice.randint(1, 5)};COUNT={dice.randint(1, 40)}"
    if freq == "WEEKLY":
        days = {begin.weekday(), *dice.sample(range(7), dice.randint(0, 3))}
        text += ";WKST=MO;BYDAY=" + ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in days)
    return f"DTSTART:{begin:%Y%m%dT%H%M%S}\nRRULE:{text}"


def test_a_rule_that_counts_fires_as_often_as_it_says_and_ends(campaign: Begin) -> None:
    with campaign("16 rules that count, beside dateutil", 20, 1_000) as counted:
        for dice in counted.each():
            text = rule(dice)
            wanted = [at.replace(tzinfo=UTC) for at in rrulestr(text)]
            trigger = PhraseTrigger(text, timezone=UTC)
            found = fires(trigger, datetime(2023, 12, 1, tzinfo=UTC), datetime(2500, 1, 1, tzinfo=UTC))
            more = trigger.get_next_fire_time(wanted[-1], wanted[-1])
            lost = len(Counter(wanted) - Counter(found))
            doubled = len(Counter(found) - Counter(wanted)) + (more is not None)
            counted.judge(lost=lost, doubled=doubled, wrong=text if lost or doubled else "")


def judged_address(written: str) -> tuple[int, str]:
    """Whether it was let in though no mail reaches it, or reaches another's domain."""
    try:
        email = normal_email(written)
    except Invalid:
        return 0, ""
    domain = written.rpartition("@")[2].strip()
    message = EmailMessage(policy=POLICY)
    message["To"] = email
    read = message_from_bytes(message.as_bytes(), policy=SMTP)
    same = [one.addr_spec for one in read["To"].addresses] == [email]
    # Small letters first, which no domain is told apart by; then IDNA 2008 strictly, with nothing mapped.
    own = email.rpartition("@")[2] == idna.encode(domain.lower(), uts46=True).decode()
    for label, shown in zip(email.rpartition("@")[2].split("."), domain.lower().split("."), strict=False):
        own = own and ("ß" not in shown or label == idna.alabel(shown).decode())
    return (0, "") if same and own else (1, f"{written!r} {email!r}")


def test_no_address_is_taken_that_no_mail_reaches_or_that_is_anothers(campaign: Begin) -> None:
    with campaign("17 addresses of odd signs and domains", 300, 30_000) as counted:
        taken = 0
        for dice in counted.each():
            local = "".join(dice.choice(SIGNS) for _ in range(dice.randint(1, 6)))
            labels = [
                "".join(dice.choice(LETTERS) for _ in range(dice.randint(1, 2)))
                for _ in range(dice.randint(1, 3))
            ]
            domain = ".".join((*labels, dice.choice(("org", "vn", "de"))))
            written = f"{local}@{domain.upper() if dice.random() < 0.2 else domain}"
            let_in, wrong = judged_address(written)
            taken += not let_in
            counted.judge(let_in=let_in, wrong=wrong)


def test_both_forms_of_a_feed_say_the_same(campaign: Begin) -> None:
    with campaign("18 both forms of a feed, any days and changes", 3, 150) as counted:
        for dice in counted.each():
            first = date(2024, 1, 1) + timedelta(days=dice.randrange(30))
            step = dice.choice((1, 7, 14, 28))
            days = [first + timedelta(days=step * n) for n in range(dice.randint(1, 30))]
            days = sorted({day + timedelta(days=dice.choice((0, 0, 0, 1))) for day in days})
            rows = [
                row(
                    number,
                    datetime.combine(day, time(dice.choice((17, 17, 17, 6)), 45)),
                    slot=str(number // dice.choice((1, 3, 100))),
                    title=dice.choice(("A", "A", "A", "B")),
                    note=dice.choice((None, None, None, "x")),
                )
                for number, day in enumerate(days)
            ]
            same_in_both_forms(rows)
            counted.judge()


def test_what_strangers_hang_on_to_a_feed_changes_nothing(
    campaign: Begin, sqlite_template: Path, tmp_path: Path
) -> None:
    with (
        campaign("19 foreign parameters, headers and methods at a feed", 20, 1_500) as counted,
        small_office(sqlite_template, tmp_path) as office,
    ):
        plain = office.client.get(FEED)
        for dice in counted.each():
            names = [dice.choice(FOREIGN) for _ in range(dice.randint(1, 4))]
            query = "&".join(f"{name}={quote(dice.choice(VALUES))}" for name in names)
            ahead = {"If-Modified-Since": "Mon, 05 Jan 2099 03:04:05 GMT"}
            headers = ahead if dice.random() < 0.5 else {}
            answer = office.client.get(f"{FEED}?{query}", headers=headers)
            lost = answer.status_code != 200 or answer.content != plain.content
            refused = office.client.request(dice.choice(("PUT", "DELETE", "PATCH")), FEED)
            let_in = refused.status_code not in (401, 403, 405)
            counted.judge(lost=lost, let_in=let_in, wrong=f"{answer.status_code} {query}" if lost else "")
