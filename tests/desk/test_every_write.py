"""Every route of pages and REST: what it writes it writes at the desk, with a line of the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from fastapi.routing import APIRoute

from api import feeds, metrics, pages, rest
from scheduler.accounts import people, sign_in, tokens
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import links
from scheduler.reminders.readers.subscription import Subscriber, Subscription
from scheduler.store.database.engine import transaction
from scheduler.store.tables import reminder
from tests.api.service import SECRET
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.samples import OFFICE, OTHER_OFFICE, OWN, PLAN
from tests.desk.test_rights import BODIES, routes, values
from tests.desk.writes import seen_writes

# What opens a door, and what is noted of its use. It is nobody's deed, and no line of the log tells of it.
KEYS = {"session", "sign_in_link", "attempt", "attempt.tried", "idempotency"}
NOTES = {
    "api_token.used_at",
    "feed.last_fetched_at",
    "session.seen_at",
    "session.office_id",
    "sign_in_link.used_at",
    "idempotency.status",
}
Send = Callable[["Hand"], httpx.Response]


class Hand:
    """Somebody of the office who fills in forms, with their browser's session or a program's token."""

    def __init__(self, doors: Doors) -> None:
        self.doors, self.parts, self.made = doors, values(doors, "admin"), 0

    def post(self, path: str, who: str = "admin", **fields: Any) -> httpx.Response:
        """A form of a page."""
        cookie, proof = self.doors.cookies[who]
        return self.doors.service.client.post(
            self.filled(path),
            data={"csrf": proof} | fields,
            headers={"Cookie": f"__Host-airslot={cookie}"},
        )

    def nobody(self, path: str, **fields: Any) -> httpx.Response:
        """A form of somebody who is not signed in."""
        return self.doors.service.client.post(path, data=fields)

    def rest(self, operation: str) -> httpx.Response:
        """A right request of REST."""
        method, path = routes()[operation]
        facts = dict(BODIES.get(operation, {}))
        return self.doors.ask("admin", method, self.filled(path), **facts)

    def filled(self, path: str) -> str:
        """The path with real things of the office in it."""
        for name, value in self.parts.items():
            path = path.replace(name, value).replace(name.replace(":path", ""), value)
        return path

    def listing(self) -> httpx.Response:
        """One line of a station's listing, booked as it was planned."""
        one = self.doors.offices.row("2024-02-21")
        key = f"as-planned.2.{one.id}"
        text = f"21/02/2024\n{one.start:%Hh%M} {one.title}"
        return self.post(
            "/plans/{slug}/listing", text=text, channel=one.channel or "", book="yes", choose=key
        )

    def reader(self, *, confirmed: bool = True) -> tuple[Subscriber, str]:
        """A new subscriber of the office; with the token that confirms where they are pending."""
        self.made += 1
        offices = self.doors.offices
        with transaction(offices.engine) as connection:
            found, token = subscribers.add(
                connection,
                Subscription(f"nguoi.nhan{self.made}@example.org"),
                machine_time=offices.machine_time,
                confirmed=confirmed,
                now=offices.clock.now(),
                secret=SECRET.encode(),
                office_id=offices.ids[OFFICE],
            )
        return found, token or ""

    def link(self, purpose: str) -> str:
        """The path of a link out of a mail to a new subscriber."""
        found, _ = self.reader()
        return str(getattr(links("", SECRET.encode(), found.id, found.link_salt), purpose))

    def keys(self) -> str:
        """The token of a preferences link, for REST."""
        return self.link("preferences").rpartition("/")[2]

    def invited(self) -> tuple[str, str]:
        """A link that signs somebody in whom the office has invited, and who they are."""
        self.made += 1
        self.post("/accounts", email=f"duoc.moi{self.made}@example.org", role="viewer")
        offices = self.doors.offices
        with transaction(offices.engine) as connection:
            found = people.find_person(connection, f"duoc.moi{self.made}@example.org")
            assert found is not None
            link = sign_in.make_link(connection, found.id, machine_time=offices.machine_time)
        return link, found.id

    def colleague(self) -> str:
        """Somebody of the other office, invited into this one; the name of their session."""
        offices, name = self.doors.offices, "other"
        with transaction(offices.engine) as connection:
            people.invite(
                connection,
                "other@example.org",
                "viewer",
                office_id=offices.ids[OFFICE],
                machine_time=offices.machine_time,
            )
        return name

    def act(self) -> str:
        """What was done last in the office, which is a note beside a date."""
        self.rest("PATCH /occurrences/{occurrence_id}")
        return str(log(self.doors)[0].act)

    def feed(self) -> str:
        """A feed of the administrator's own."""
        made = self.post("/subscribe/calendar", plan=OWN, label="Lịch")
        assert made.status_code == 200, made.text
        with transaction(self.doors.offices.engine) as connection:
            return str(connection.exec_driver_sql("SELECT max(id) FROM feed").scalar())

    def token(self) -> str:
        """A token of the administrator's own."""
        offices = self.doors.offices
        with transaction(offices.engine) as connection:
            owner = people.get_person(connection, self.doors.people["admin"])
            made, _ = tokens.create_token(
                connection, owner, offices.ids[OFFICE], "read", machine_time=offices.machine_time
            )
        return made.id

    def unknown_ones(self) -> httpx.Response:
        """All mails of a kind of which nobody knows are said to have arrived."""
        self.unknown()
        return self.post(
            "/reminders/unknown", what="reminder", said="", until="2030-01-01T00:00:00Z", arrived="yes"
        )

    def unknown(self) -> str:
        """A reminder of which nobody knows whether it arrived."""
        offices = self.doors.offices
        about, (found, _) = offices.row("2024-04-17"), self.reader()
        at = offices.machine_time()
        row = reminder.insert().values(
            subscriber_id=found.id,
            what="reminder",
            subject_kind="occurrence",
            subject=about.id,
            lead="P15D",
            target_start=about.starts_at,
            state="unknown",
            due_at=offices.clock.now(),
            useful_until=about.starts_at,
            attempts=1,
            created_at=at,
            updated_at=at,
        )
        with transaction(offices.engine) as connection:
            return str(connection.scalar(row.returning(reminder.c.id)))


def _enter(hand: Hand) -> httpx.Response:
    link, _ = hand.invited()
    return hand.nobody(f"/sign-in/{link}", accept=str(hand.doors.offices.ids[OFFICE]))


def _day(hand: Hand) -> httpx.Response:
    day = {"deed": "enter", "day": "2024-06-19", "kind": "holiday", "name": "Ngày hội"}
    shown = hand.post("/days-off", **day, show="yes")
    assert shown.status_code == 200, shown.text
    revision = shown.text.partition('name="agreed" value="')[2].partition('"')[0]
    return hand.post("/days-off", **day, agreed=revision)


NEW_PLAN = PLAN.replace("phat-song-2024", "moi-2024")
# How each form is sent by somebody who may.
FORMS: dict[str, Send] = {
    "/plans/load": lambda hand: hand.post("/plans/load", document=NEW_PLAN, agreed="0"),
    "/plans/{slug}/add-item": lambda hand: hand.post(
        "/plans/{slug}/add-item", number="9.9", title="Tin", phrase="Tuần 2 hằng tháng"
    ),
    "/plans/{slug}/settings": lambda hand: hand.post(
        "/plans/{slug}/settings", title="Tên khác", first_day="2024-01-01", last_day="2024-12-31"
    ),
    "/plans/{slug}/listing": lambda hand: hand.listing(),
    "/subscribers": lambda hand: hand.post("/subscribers", email="moi@example.org", leads=["P1D"]),
    "/subscribers/{subscriber_id}": lambda hand: hand.post(f"/subscribers/{hand.reader()[0].id}"),
    "/plans/{slug}/items/{number}": lambda hand: hand.post(
        "/plans/{slug}/items/2.2", deed="change", number="2.2", title="Tên khác", phrase="Tuần 2 hằng tháng"
    ),
    "/plans/{slug}/items/{number}/occurrences": lambda hand: hand.post(
        "/plans/{slug}/items/1.1/occurrences", day="2024-06-20"
    ),
    "/batch": lambda hand: hand.post("/batch", occurrence=hand.doors.offices.row("2024-02-21").id),
    "/pieces": lambda hand: hand.post("/pieces", plan=OWN, item="2.2", day="2024-03-21"),
    "/pieces/{piece_id}/withdraw": lambda hand: hand.post("/pieces/{piece_id}/withdraw", reason="Trùng"),
    "/plans/{slug}/inbox": lambda hand: hand.post(
        "/plans/{slug}/inbox", outlet="Báo", first="2024-01-01", last="2024-03-31"
    ),
    "/plans/{slug}/inbox/{link_id}/revoke": lambda hand: hand.post("/plans/{slug}/inbox/{link_id}/revoke"),
    "/proposals/{proposal_id}": lambda hand: hand.post("/proposals/{proposal_id}", accept="yes"),
    "/give/{token}": lambda hand: hand.nobody(
        hand.filled("/give/{link_key}"), occurrence=hand.doors.offices.row("2024-01-17").id, note="Đã phát"
    ),
    "/undo": lambda hand: hand.post("/undo", act=hand.act()),
    "/days-off": _day,
    "/occurrences/{occurrence_id}": lambda hand: hand.post(
        "/occurrences/{occurrence_id}", deed="note", note="một"
    ),
    "/occurrences/{occurrence_id}/evidence": lambda hand: hand.post(
        "/occurrences/{delivered}/evidence", kind="aired"
    ),
    "/subscribe/calendar": lambda hand: hand.post("/subscribe/calendar", plan=OWN, label="Lịch"),
    "/subscribe/mails": lambda hand: hand.post("/subscribe/mails", plan=OWN, email="doc@example.org"),
    "/reminders/{reminder_id}": lambda hand: hand.post(f"/reminders/{hand.unknown()}", arrived="yes"),
    "/reminders/unknown": lambda hand: hand.unknown_ones(),
    "/accounts": lambda hand: hand.post("/accounts", email="khac@example.org", role="viewer"),
    "/accounts/feeds/{feed_id}/revoke": lambda hand: hand.post(f"/accounts/feeds/{hand.feed()}/revoke"),
    "/accounts/{person_id}": lambda hand: hand.post("/accounts/{person_id}", role="admin", active="yes"),
    "/account": lambda hand: hand.post("/account", name="An", language="en"),
    "/account/tokens": lambda hand: hand.post("/account/tokens", scope="read"),
    "/account/tokens/{token_id}/revoke": lambda hand: hand.post(f"/account/tokens/{hand.token()}/revoke"),
    "/account/feeds/{feed_id}/revoke": lambda hand: hand.post(f"/account/feeds/{hand.feed()}/revoke"),
    "/account/invitations": lambda hand: hand.post(
        "/account/invitations", who=hand.colleague(), accept=str(hand.doors.offices.ids[OFFICE])
    ),
    "/office": lambda hand: hand.post("/office", office=str(hand.doors.offices.ids[OFFICE])),
    "/sign-out": lambda hand: hand.post("/sign-out", who="viewer"),
    "/sign-in": lambda hand: hand.nobody("/sign-in", email="admin@example.org", password="sai"),
    "/sign-in/link": lambda hand: hand.nobody("/sign-in/link", email="admin@example.org"),
    "/sign-in/{token}": _enter,
    "/confirm/{token}": lambda hand: hand.nobody(f"/confirm/{hand.reader(confirmed=False)[1]}"),
    "/unsubscribe/{token}": lambda hand: hand.nobody(hand.link("unsubscribe")),
    "/preferences/{token}": lambda hand: hand.nobody(hand.link("preferences"), language="en", leads=["P7D"]),
    "/preferences/{token}/forget": lambda hand: hand.nobody(hand.link("preferences") + "/forget"),
}
# What of REST takes more than the body that tests/desk/test_rights.py sends.
OPERATIONS: dict[str, Send] = {
    "POST /plans": lambda hand: hand.doors.ask(
        "admin", "POST", "/plans", content=NEW_PLAN, headers={"Content-Type": "application/yaml"}
    ),
    "DELETE /occurrences/{occurrence_id}": lambda hand: hand.doors.ask(
        "admin", "DELETE", hand.filled("/occurrences/{added}")
    ),
    "POST /occurrences/batch": lambda hand: hand.doors.ask(
        "admin",
        "POST",
        "/occurrences/batch",
        json={"deed": "cancel", "occurrences": [hand.parts["{occurrence_id}"]], "reason": "Nghỉ"},
    ),
    "POST /occurrences/{occurrence_id}/evidence": lambda hand: hand.doors.ask(
        "admin",
        "POST",
        hand.filled("/occurrences/{delivered}/evidence"),
        json={"evidence": [{"kind": "aired"}]},
    ),
    "POST /reminders/{reminder_id}/decision": lambda hand: hand.doors.ask(
        "admin", "POST", f"/reminders/{hand.unknown()}/decision", json={"arrived": True}
    ),
    "PATCH /subscriptions/{token}": lambda hand: hand.doors.ask(
        None, "PATCH", f"/subscriptions/{hand.keys()}", json={"notices": False}
    ),
    "DELETE /subscriptions/{token}": lambda hand: hand.doors.ask(
        None, "DELETE", f"/subscriptions/{hand.keys()}"
    ),
}
# Forms and operations that only open or close a door, or that write nothing by what they are.
WITHOUT_A_DEED = {
    "/office",
    "/sign-out",
    "/sign-in",
    "/sign-in/link",
    "POST /expand",
    "POST /plans/{slug}/listings",
}


@pytest.fixture
def doors(offices: Any) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def addresses(*, of: Any, writes: bool) -> set[str]:
    """The paths of a router that take GET, or anything else."""
    found, waiting = set(), list(of.routes)
    for route in waiting:
        if isinstance(route, APIRoute):
            found |= {route.path} if writes is bool(route.methods - {"GET", "HEAD"}) else set()
        else:
            waiting += route.original_router.routes
    return found


def writing_operations() -> set[str]:
    return {name for name, (method, _) in routes().items() if method != "GET"}


def test_every_form_has_somebody_who_sends_it() -> None:
    assert addresses(of=pages.router, writes=True) == set(FORMS)


def all_deeds() -> dict[str, Send]:
    """Every form and every operation that may write, each with a way to send it."""
    by_rest = {
        name: OPERATIONS.get(name) or (lambda hand, name=name: hand.rest(name))
        for name in writing_operations()
    }
    return {path: FORMS[path] for path in addresses(of=pages.router, writes=True) if path in FORMS} | by_rest


@pytest.mark.parametrize("route", sorted(all_deeds()))
def test_what_a_route_writes_is_a_deed_of_the_desk(doors: Doors, route: str) -> None:
    hand = Hand(doors)
    lines = len(log(doors))
    with seen_writes(doors.offices.engine) as committed:
        answer = all_deeds()[route](hand)
    good = 401 if route == "/sign-in" else 399
    assert answer.status_code <= good, answer.text
    told = [written - KEYS - NOTES for written in committed if written - KEYS - NOTES]
    if route in WITHOUT_A_DEED:
        assert told == []
    else:
        assert told, "it wrote nothing: the request is not one that does something"
        assert [written for written in told if "audit" not in written] == []
        assert len(log(doors)) > lines


def log(doors: Doors) -> list[Any]:
    return [*doors.offices.log(OFFICE), *doors.offices.log(OTHER_OFFICE)]


def test_to_look_writes_nothing(doors: Doors) -> None:
    hand = Hand(doors)
    cookie, _ = doors.cookies["admin"]
    found, token = hand.reader(confirmed=False)
    link, _ = hand.invited()
    own = links("", SECRET.encode(), found.id, found.link_salt)
    key = own.preferences.rpartition("/")[2]
    by_link = {
        "/confirm/{token}": f"/confirm/{token}",
        "/unsubscribe/{token}": own.unsubscribe,
        "/preferences/{token}": own.preferences,
        "/preferences/{token}/data": f"{own.preferences}/data",
        "/sign-in/{token}": f"/sign-in/{link}",
        "/give/{token}": hand.filled("/give/{link_key}"),
        "/api/v1/subscriptions/{token}": f"{REST}/subscriptions/{key}",
        "/api/v1/subscriptions/{token}/data": f"{REST}/subscriptions/{key}/data",
    }
    paths = {
        path
        for router in (pages.router, rest.router, feeds.router, metrics.router)
        for path in addresses(of=router, writes=False)
    }
    wrong = []
    for path in sorted(paths):
        with seen_writes(doors.offices.engine) as committed:
            answer = doors.service.client.get(
                by_link.get(path) or hand.filled(path), headers={"Cookie": f"__Host-airslot={cookie}"}
            )
        assert answer.status_code < 500, path
        wrong += [(path, written) for written in committed if written - NOTES]
    assert wrong == []
