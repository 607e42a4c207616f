"""The page of a feed of one's own, to which its picture leads a phone: a link for the calendar of the phone.

A camera opens what it reads in a browser, which would save the feed once and follow nothing. The page has
the address of the feed without its ending, so that the key is cut short in logs as there; nothing of it goes
to another page or site: no Referer, and no script, which would tell its own address to the service.

Only a browser gets the page. A calendar program that was given its address is told that there is no feed: a
page with status 200 would empty a calendar.
"""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.errors import Problem
from api.limits import count_stranger
from api.pages.ways import ways
from api.rendering import page_language, render
from scheduler.errors import NotFound
from scheduler.feeds.across import AskedFeed, Revoked, TokenFeeds
from scheduler.locale import Words

router = APIRouter()
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}


@router.get("/feeds/{token}")
def show_own_feed(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """How to follow it; the page is there as long as the feed is, and is no fetch of it."""
    if "text/html" not in request.headers.get("accept", ""):
        raise Problem("not-found", _NO_FEED, headers=PRIVATE)
    feeds = TokenFeeds(house.engine, house.settings, house.clock, house.machine_time)
    try:
        found = feeds.state(AskedFeed(token)).feed
    except NotFound as error:
        count_stranger(request, "keys")
        raise Problem(
            "not-found", Words(vi=error.vi, en=error.en), code=error.code, headers=PRIVATE
        ) from None
    except Revoked as error:
        raise Problem("gone", Words(vi=error.vi, en=error.en), code=error.code, headers=PRIVATE) from None
    page = render(
        request,
        "own_feed.html",
        page_language(request),
        scripted=False,
        label=found.label,
        ways=ways(house, f"/feeds/{token}.ics", found.label),
    )
    page.headers.update(PRIVATE)
    return page


_NO_FEED = Words(
    vi="Ở địa chỉ này chỉ có một trang cho trình duyệt; địa chỉ của lịch kết thúc bằng .ics.",
    en="At this address there is only a page for browsers; the address of the feed ends in .ics.",
)
