"""A reader of xlsx that shares no code with what writes them: the zip, its XML, and a cell's format."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Book:
    """The one sheet of a file: cells as text, number, or what their format makes of the number."""

    rows: list[list[Any]]
    formulas: int
    links: int
    head: str


def read_xlsx(body: bytes) -> Book:
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        assert file.testzip() is None
        names = file.namelist()
        sheet = ElementTree.fromstring(file.read("xl/worksheets/sheet1.xml"))
        styles = ElementTree.fromstring(file.read("xl/styles.xml"))
        strings = []
        if "xl/sharedStrings.xml" in names:
            shared = ElementTree.fromstring(file.read("xl/sharedStrings.xml"))
            strings = [plain("".join(each.text or "" for each in one.iter(f"{MAIN}t"))) for one in shared]
    codes = {one.get("numFmtId"): str(one.get("formatCode")) for one in styles.iter(f"{MAIN}numFmt")}
    wanted = styles.find(f"{MAIN}cellXfs")
    assert wanted is not None
    formats = [codes.get(one.get("numFmtId"), "") for one in wanted]
    head = sheet.find(f"{MAIN}headerFooter/{MAIN}oddHeader")
    rows = []
    for row in sheet.iter(f"{MAIN}row"):
        cells: dict[int, Any] = {}
        for cell in row.iter(f"{MAIN}c"):
            value = cell.find(f"{MAIN}v")
            if value is not None and value.text is not None:
                cells[place(str(cell.get("r")))] = (
                    strings[int(value.text)]
                    if cell.get("t") == "s"
                    else as_shown(float(value.text), formats[int(cell.get("s") or 0)])
                )
        rows.append([cells.get(n) for n in range(max(cells, default=-1) + 1)])
    return Book(
        rows,
        sum(1 for _ in sheet.iter(f"{MAIN}f")),
        sum(1 for _ in sheet.iter(f"{MAIN}hyperlink")),
        "" if head is None else str(head.text),
    )


def plain(text: str) -> str:
    """The text of what the format writes for signs that XML cannot hold: _x000D_ (ECMA-376, ST_Xstring)."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def place(name: str) -> int:
    """0 of A7, 27 of AB3."""
    number = 0
    for sign in name.rstrip("0123456789"):
        number = number * 26 + ord(sign) - ord("A") + 1
    return number - 1


def as_shown(value: float, code: str) -> Any:
    """A day or a time where the format makes one of it (days since 30 December 1899), else the number."""
    if "yy" in code:
        return (datetime(1899, 12, 30) + timedelta(days=value)).date()
    if "hh" in code:
        return (datetime(1899, 12, 30) + timedelta(seconds=round(value * 86_400))).time()
    return int(value) if value == int(value) else value
