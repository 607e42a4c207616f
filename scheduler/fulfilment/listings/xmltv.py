"""XMLTV: programmes with offsets. Every such file names a document type, which is never loaded."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from xml.parsers import expat  # entities are refused below, and none is ever loaded
from zoneinfo import ZoneInfo

from scheduler.fulfilment.listings.aired import Aired, Listing, refused

_INSTANT = re.compile(r"(\d{12})(\d{2})?\s*(?:([+-])(\d{2})(\d{2}))?")


def read_xmltv(data: bytes, zone: str) -> Listing:
    """The programmes as wall times of the plan's zone; one without an offset is such already."""
    reader = _Reader(ZoneInfo(zone))
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler, parser.EndElementHandler = reader.begin, reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _no_entities
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise refused(
            f"This is no whole XMLTV file: line {fault.lineno} cannot be read.",
            f"Tệp XMLTV này không trọn vẹn: không đọc được dòng {fault.lineno}.",
        ) from None
    return Listing("xmltv", tuple(reader.aired), tuple(reader.unread))


def _no_entities(*_: object) -> None:
    raise refused(
        "The file declares entities; a listing has none. It was not read.",
        "Tệp có khai báo thực thể; danh sách phát sóng không cần. Chưa đọc gì.",
    )


class _Reader:
    """Collects programmes, and the names by which channels are shown."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.aired: list[Aired] = []
        self.unread: list[tuple[int, str]] = []
        self._names: dict[str, str] = {}
        self._place = 0
        self._open: dict[str, str] | None = None
        self._channel, self._said = "", ""
        self._title = ""
        self._replay: bool | None = None

    def begin(self, name: str, facts: dict[str, str]) -> None:
        """An element opens."""
        self._said = ""
        if name == "channel":
            self._channel = facts.get("id", "")
        elif name == "programme":
            self._open, self._title, self._replay = facts, "", None
            self._place += 1
        elif name == "previously-shown":
            self._replay = True
        elif name in ("premiere", "new"):
            self._replay = False

    def text(self, said: str) -> None:
        """What stands in it."""
        self._said += said

    def end(self, name: str) -> None:
        """It closes."""
        if name == "display-name":
            self._names.setdefault(self._channel, self._said.strip())
        elif name == "title":
            self._title = self._title or " ".join(self._said.split())
        elif name == "programme" and self._open is not None:
            self._close(self._open)
            self._open = None

    def _close(self, facts: dict[str, str]) -> None:
        start, stop = self._wall(facts.get("start", "")), self._wall(facts.get("stop", ""))
        channel = facts.get("channel", "")
        line = f"{facts.get('start', '')} {channel} {self._title}".strip()
        if start is None or not self._title:
            self.unread.append((self._place, line))
            return
        lasts = None if stop is None or stop <= start else round((stop - start) / timedelta(minutes=1))
        named = self._names.get(channel) or channel or None
        self.aired.append(
            Aired(
                self._place, line, start.date(), start.time(), self._title, named, lasts, self._replay
            )
        )  # fmt: skip

    def _wall(self, said: str) -> datetime | None:
        found = _INSTANT.match(said)
        if found is None:
            return None
        try:
            at = datetime.strptime(found[1] + (found[2] or "00"), "%Y%m%d%H%M%S")  # noqa: DTZ007 - its zone follows
        except ValueError:
            return None
        if found[3]:
            ahead = timedelta(hours=int(found[4]), minutes=int(found[5])) * (1 if found[3] == "+" else -1)
            at = (at - ahead).replace(tzinfo=ZoneInfo("UTC")).astimezone(self.zone).replace(tzinfo=None)
        return at.replace(second=0)
