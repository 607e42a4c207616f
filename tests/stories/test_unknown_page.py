"""The reminder log after a relay that dropped after the dot: one press decides about all mails of a kind."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx
from sqlalchemy import Engine, insert, select, update

from scheduler.store.account_tables import audit
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import occurrence, office, reminder, subscriber
from tests.reminders.samples import NOW, owed, rows, states, subscriber_facts
from tests.stories.house import an_office
from tests.stories.test_rights_of_pages import signed_in

REASON = "the line broke after the final dot: <reset>"


def leave_open(engine: Engine, count: int) -> None:
    """So many readers whose reminder nobody knows the end of."""
    with transaction(engine) as connection:
        office_id = connection.scalar(select(office.c.id)) or 0
        about = str(connection.scalar(select(occurrence.c.id).limit(1)))
        people = [subscriber_facts(f"{n:03}", office_id) for n in range(count)]
        connection.execute(insert(subscriber), people)
        connection.execute(insert(reminder), [owed(one["id"], about, sent_at=NOW) for one in people])
        theirs = reminder.c.subscriber_id.in_([one["id"] for one in people])
        connection.execute(update(reminder).where(theirs).values(state="unknown", last_error=REASON))


def test_all_of_a_kind_are_decided_about_with_one_press(sqlite_template: Path, tmp_path: Path) -> None:
    with an_office(sqlite_template, tmp_path) as (service, stored):
        before = states(stored)
        leave_open(stored, 60)
        with httpx.Client(base_url=service.url) as client:
            csrf = signed_in(client, "manager")
            page = client.get("/reminders").text
            assert page.count("Tất cả đã đến") == page.count("Gửi lại tất cả") == 1
            assert "60 ×" in page
            form = dict(re.findall(r'name="(what|said|until)" value="([^"]*)"', page))
            assert unescape(form["said"]) == REASON
            fields = {name: unescape(value) for name, value in form.items()} | {"csrf": csrf}
            assert client.post("/reminders/unknown", data=fields | {"until": ""}).status_code == 422
            done = client.post("/reminders/unknown", data=fields | {"arrived": "yes"})
            assert (done.status_code, done.headers["location"]) == (303, "/reminders?state=unknown")
            assert "Tất cả đã đến" not in client.get("/reminders").text
        assert states(stored) - before == {"accepted": 60}
        with reading(stored) as connection:
            [deed] = connection.execute(select(audit).where(audit.c.action == "decide"))
        assert deed.after == {"arrived": True, "what": "reminder", "count": 60}
        assert rows(stored, "id", state="unknown") == []
