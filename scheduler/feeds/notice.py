"""The one entry of a feed that is no date of a plan: that it shows less than it did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scheduler.feeds.head import FeedHead
from scheduler.feeds.text import escape, line
from scheduler.feeds.times import basic, stamp
from scheduler.feeds.wording import wording_for


@dataclass(frozen=True, slots=True)
class Notice:
    """What to say on which day. `at` dates the entry (machine time); `whole`: nothing else is left."""

    uid: str
    day: date
    at: datetime
    whole: bool


def notice_event(head: FeedHead, notice: Notice) -> bytes:
    """The whole VEVENT: a day that makes nobody busy. It names no plan."""
    words = wording_for(head.lang)
    at = stamp(notice.at)
    return "".join(
        (
            "BEGIN:VEVENT\r\n",
            line("UID", notice.uid),
            f"DTSTAMP:{at}\r\nCREATED:{at}\r\nLAST-MODIFIED:{at}\r\nSEQUENCE:0\r\n",
            f"DTSTART;VALUE=DATE:{basic(notice.day)}\r\n",
            f"DTEND;VALUE=DATE:{basic(notice.day + timedelta(days=1))}\r\n",
            line("SUMMARY", escape(words.ended if notice.whole else words.narrowed)),
            "STATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n",
            line("DESCRIPTION", escape(words.why_narrowed)),
            line("URL", head.address),
            "END:VEVENT\r\n",
        )
    ).encode()
