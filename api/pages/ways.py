"""The ways in which a calendar program follows an address, or takes one date."""

from __future__ import annotations

import io
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from api.dependencies import House
from scheduler.feeds.one_date import google_address, outlook_address
from scheduler.feeds.publication import feed_head
from scheduler.locale import Language
from scheduler.settings import is_loopback
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.plans.read_model import Plan


@dataclass(frozen=True, slots=True)
class Ways:
    """A feed's address, whole and as a path of ours, and as links for the usual calendars."""

    path: str
    https: str
    webcal: str
    google: str
    outlook: str
    outlook_home: str  # accounts of one's own, outside an organisation
    reachable: bool  # False where only this computer can open the address
    page: str  # where a phone is led to, as its browser would save a feed once and follow nothing

    @property
    def code(self) -> Markup:
        """The page's address as a QR picture (SVG), for a phone."""
        import segno

        out = io.BytesIO()
        made = segno.make(self.page, micro=False, error="m")
        made.save(out, kind="svg", xmldecl=False, scale=4, border=4, dark="#000", light="#fff", omitsize=True)
        return Markup(out.getvalue().decode())  # noqa: S704 - the picture is made here, of squares


def ways(house: House, path: str, title: str, page: str = "/subscribe") -> Ways:
    """How calendars of all kinds follow the feed at a path of ours; a phone is led to `page`."""
    https = f"{house.public_url}{path}"
    webcal = "webcal:" + https.partition(":")[2]
    by_web = f"/calendar/0/addfromweb?url={quote(https, safe='')}&name={quote(title, safe='')}"
    return Ways(
        path=path,
        https=https,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}",
        outlook=f"https://outlook.office.com{by_web}",
        outlook_home=f"https://outlook.live.com{by_web}",
        page=f"{house.public_url}{page}",
        reachable=not is_loopback(urlsplit(house.public_url).hostname or ""),
    )


@dataclass(frozen=True, slots=True)
class DateWays:
    """The links that add one date to a calendar of somebody's own."""

    google: str
    outlook: str
    file: str


def date_ways(house: House, plan: Plan, one: Occurrence, language: Language) -> DateWays:
    """How calendars of all kinds take an occurrence."""
    head = feed_head(plan, house.settings, lang=language)
    file = f"/occurrences/{one.id}.ics?lang={language}"
    return DateWays(google_address(head, one), outlook_address(head, one), file)
