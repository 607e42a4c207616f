"""The words of a feed, in Vietnamese and English: all of them are on this page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from scheduler.feeds.text import clean, shortened

LONGEST_TITLE = 80  # characters of a title in SUMMARY: a month shows fewer, a phone's list about as many
Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences and labels of one language; braces are filled by the functions below."""

    kinds: dict[str, str]
    marks: dict[str, str]
    cancelled: str
    plan: str
    item: str
    outlet: str
    channel: str
    length: str
    length_range: str
    length_unknown: str
    time_unknown: str
    window: str
    moved: str
    shifted: str
    reason: str
    note: str
    states: dict[str, str]
    overdue: str
    orphaned: str
    feed: str
    series: str
    narrowed: str
    ended: str
    why_narrowed: str


VI = Wording(
    kinds={"premiere": "Phát chính", "replay": "Phát lại", "window": "Thời hạn đăng"},
    marks={"premiere": "", "replay": " (phát lại)", "window": " (thời hạn đăng)"},
    cancelled="ĐÃ HỦY: ",
    plan="Kế hoạch: {}",
    item="Mục {}: {}",
    outlet="Đơn vị: {}",
    channel="Kênh: {}",
    length="Thời lượng: {} phút",
    length_range="Thời lượng: {} - {} phút",
    length_unknown="Kế hoạch không ghi thời lượng; lịch này tạm giữ {} phút.",
    time_unknown="Kế hoạch không ghi giờ; lịch này ghi cả ngày.",
    window="Một sản phẩm phải đăng trong những ngày này.",
    moved="Đã dời từ {}.",
    shifted="Đã dời từ {} vì ngày nghỉ.",
    reason="Lý do: {}",
    note="Ghi chú: {}",
    states={"delivered": "Đã phát, đăng.", "missed": "Không phát, đăng.", "cancelled": "Đã hủy."},
    overdue="QUÁ HẠN: đã qua ngày mà chưa ai xác nhận.",
    orphaned="Lịch của mục không còn ngày này; ngày được giữ vì đã có người điều chỉnh.",
    feed="Lịch phát sóng và đăng tin theo kế hoạch. Giờ theo múi {}.",
    series="Một chuỗi ngày của mục này; từng ngày có trang riêng trong kế hoạch.",
    narrowed="Lịch này không còn hiện đủ các kế hoạch",
    ended="Lịch này đã ngừng",
    why_narrowed=(
        "Tài khoản đã tạo lịch này không còn được xem một số kế hoạch, nên các ngày đó không hiện ở đây nữa."
        " Chúng không bị hủy. Hãy hỏi cơ quan chủ trì, hoặc tạo địa chỉ mới."
    ),
)

EN = Wording(
    kinds={"premiere": "Premiere", "replay": "Replay", "window": "Publishing window"},
    marks={"premiere": "", "replay": " (replay)", "window": " (publishing window)"},
    cancelled="CANCELLED: ",
    plan="Plan: {}",
    item="Item {}: {}",
    outlet="Outlet: {}",
    channel="Channel: {}",
    length="Duration: {} minutes",
    length_range="Duration: {} to {} minutes",
    length_unknown="The plan names no duration; this calendar keeps {} minutes.",
    time_unknown="The plan names no time of day; this calendar shows the whole day.",
    window="One piece must appear within these days.",
    moved="Moved from {}.",
    shifted="Moved from {}, a day off.",
    reason="Reason: {}",
    note="Note: {}",
    states={"delivered": "Delivered.", "missed": "Missed.", "cancelled": "Cancelled."},
    overdue="OVERDUE: its day is over, and nobody has confirmed it.",
    orphaned="The item's schedule no longer holds this; it is kept because a person has changed it.",
    feed="Airings and publications of the plan. Times are those of {}.",
    series="A series of days of this item; each day has its own page in the plan.",
    narrowed="This calendar no longer shows all of its plans",
    ended="This calendar has ended",
    why_narrowed=(
        "The account that made this calendar may not see some of its plans any more, so their dates are not"
        " shown here. They are not cancelled. Ask the office in charge, or make a new address."
    ),
)


def wording_for(language: Language) -> Wording:
    """The wording of the plan's language."""
    return EN if language == "en" else VI


def summary(words: Wording, item: str, title: str, kind: str = "premiere", *, cancelled: bool = False) -> str:
    """The line by which calendars show an event; the whole title stands in its text."""
    prefix = words.cancelled if cancelled else ""
    return f"{prefix}{item} {shortened(clean(title), LONGEST_TITLE)}{words.marks[kind]}"


def moment(at: date | datetime) -> str:
    """A day or wall time as people write it in both languages: 17:45 17/01/2024."""
    if isinstance(at, datetime):
        return f"{at:%H:%M} {at.day:02}/{at.month:02}/{at.year:04}"
    return f"{at.day:02}/{at.month:02}/{at.year:04}"
