"""Which form a listing has, and its lines."""

from __future__ import annotations

import unicodedata

from scheduler.fulfilment.listings.aired import Listing, refused
from scheduler.fulfilment.listings.exports import is_as_run, is_traffic, read_as_run, read_traffic
from scheduler.fulfilment.listings.text import read_text
from scheduler.fulfilment.listings.xmltv import read_xmltv

MOST_BYTES = 2_000_000
_CODINGS = ("utf-8-sig", "cp1258")


def read_listing(data: bytes, zone: str) -> Listing:
    """The listing in whichever form it is; `zone` is the plan's. Raises Invalid where there is nothing."""
    if len(data) > MOST_BYTES:
        raise refused("A listing has at most 2 MB.", "Danh sách phát sóng lớn nhất 2 MB.")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<!DOCTYPE tv", b"<tv")):
        found = read_xmltv(data, zone)
    else:
        text = decoded(data)
        if is_as_run(text):
            found = read_as_run(text)
        elif is_traffic(text):
            found = read_traffic(text)
        else:
            found = read_text(text)
    if not found.aired:
        raise refused(
            "No airing was found. Write the day above, as 17/04/2024, and a line for each: 17h45 Title.",
            "Không tìm thấy lần phát nào. Hãy ghi ngày ở trên, ví dụ 17/04/2024, rồi mỗi lần một dòng:"
            " 17h45 Tên chương trình.",
        )
    return found


def decoded(data: bytes) -> str:
    """The text of a listing, in UTF-8, UTF-16 or the Vietnamese code page. Raises Invalid."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return unicodedata.normalize("NFC", data.decode("utf-16", errors="replace"))
    for coding in _CODINGS:
        try:
            return unicodedata.normalize("NFC", data.decode(coding)).replace("\r\n", "\n").lstrip("\n")
        except UnicodeDecodeError:
            continue
    raise refused(
        "The letters of this file cannot be read; save it as UTF-8.",
        "Không đọc được chữ trong tệp này; hãy lưu lại theo mã UTF-8.",
    )
