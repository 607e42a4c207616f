"""Days off: what is known of them. Until the calendar of public holidays is here, that is weekends alone."""

from __future__ import annotations

from rules.phrases import Message

# A shift or "except public holidays" must not pass as if it knew them.
UNKNOWN = Message(
    "holidays-unknown",
    "Public holidays are not known to this version yet: only weekends count as days off, and dates that"
    " fall on a public holiday stay where they are. Check them by hand.",
    "Phiên bản này chưa có lịch nghỉ lễ: chỉ tính thứ Bảy, Chủ nhật là ngày nghỉ; ngày trùng lễ, Tết vẫn giữ"
    " nguyên. Hãy tự kiểm tra các ngày này.",
)
