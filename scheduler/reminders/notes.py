"""Why a reminder ended, waits, or may have arrived: codes that the outbox keeps, and the words for readers.

A code begins with a sign that no mail server's answer does; what it is about in particular stands behind a
colon. What a server said is kept as it is. Rows from before there were codes hold the English sentence.
"""

from __future__ import annotations

from typing import Final

from scheduler.locale import Words

_SIGN = "@"
MOVED: Final = "@moved"
NOT_ASKED_FOR: Final = "@not-asked-for"
SUBJECT_GONE: Final = "@subject-gone"
TAKEN_BACK: Final = "@taken-back"
TOO_LATE: Final = "@too-late"
UNSUBSCRIBED: Final = "@unsubscribed"
LEASE_OVER: Final = "@lease-over"
VANISHED: Final = "@worker-vanished"
IN_DOUBT: Final = "@restored"
NO_TIME_LEFT: Final = "@no-time-left"
FORGOTTEN: Final = "@forgotten"
NOTHING_AHEAD: Final = "@nothing-ahead"
NOTHING_TO_CONFIRM: Final = "@nothing-to-confirm"
ON_PACE: Final = "@on-pace"
EDITED_AGAIN: Final = "@edited-again"
NOT_WRITTEN: Final = "@not-written"
NOT_WRITTEN_YET: Final = "@not-written-yet"
SUPPRESSED: Final = "@suppressed"
ARRIVED: Final = "@arrived"
SEND_AGAIN: Final = "@send-again"
QUIET: Final = "@quiet"

WORDS: Final[dict[str, Words]] = {
    MOVED: Words("lịch đã dời", "it was moved"),
    NOT_ASKED_FOR: Words("người nhận không còn đăng ký nội dung này", "the reader no longer asks for it"),
    SUBJECT_GONE: Words("kế hoạch không còn nội dung này", "the plan no longer holds what it is about"),
    "@subject-cancelled": Words("lần phát, lần đăng này đã bị hủy", "what it is about is cancelled"),
    "@subject-delivered": Words(
        "lần phát, lần đăng này đã được xác nhận thực hiện", "what it is about is delivered"
    ),
    "@subject-missed": Words("lần phát, lần đăng này không được thực hiện", "what it is about is missed"),
    TAKEN_BACK: Words(
        "thay đổi đã được rút lại trước khi có ai được báo",
        "the change was taken back before anybody was told",
    ),
    TOO_LATE: Words("khi gửi được thì đã quá muộn", "it was no longer useful when it could have been sent"),
    UNSUBSCRIBED: Words("người nhận đã thôi đăng ký", "the subscriber unsubscribed"),
    LEASE_OVER: Words("tiến trình gửi giữ quá thời hạn", "its worker's lease was over"),
    VANISHED: Words(
        "tiến trình gửi ngừng đúng lúc máy chủ thư đang nhận",
        "its worker ended or stood still while the relay was taking it",
    ),
    IN_DOUBT: Words(
        "đến hạn trước khi cơ sở dữ liệu được khôi phục, có thể lúc đó đã gửi",
        "it was due before the database was restored, and may have gone out then",
    ),
    NO_TIME_LEFT: Words("không còn kịp để thử lại", "no time left to try again"),
    "@reader-active": Words("người nhận đã xác nhận đăng ký rồi", "the reader is active"),
    "@reader-unsubscribed": Words("người nhận đã thôi đăng ký", "the reader is unsubscribed"),
    "@reader-suppressed": Words("địa chỉ này không được gửi thư nữa", "the reader is suppressed"),
    "@reader-pending": Words("người nhận chưa xác nhận đăng ký", "the reader is pending"),
    FORGOTTEN: Words("dữ liệu của người nhận đã được xóa", "the person's data is deleted"),
    NOTHING_AHEAD: Words("không có gì sắp tới để tổng hợp", "nothing is ahead that the digest could tell"),
    NOTHING_TO_CONFIRM: Words(
        "không còn gì thuộc phần việc của người nhận phải xác nhận", "nothing is theirs to confirm"
    ),
    ON_PACE: Words("đã kịp tiến độ", "it is on pace"),
    EDITED_AGAIN: Words("lịch vừa được sửa lần nữa", "it was edited again"),
    NOT_WRITTEN: Words("không soạn được thư", "the mail could not be written"),
    NOT_WRITTEN_YET: Words(
        "không soạn được thư; nhật ký dịch vụ có ghi lý do", "the mail could not be written; the log says why"
    ),
    SUPPRESSED: Words("địa chỉ này không được gửi thư nữa", "the address is suppressed"),
    ARRIVED: Words("có người xác nhận thư đã đến", "a person says that it arrived"),
    SEND_AGAIN: Words("có người yêu cầu gửi lại", "a person asks to send it again"),
    QUIET: Words("giờ yên tĩnh của người nhận còn kéo dài", "the reader's quiet hours last"),
}
# Whoever words a sentence anew keeps the one before here: rows hold it.
_OF_BEFORE: Final[dict[str, str]] = {words.en: code for code, words in WORDS.items()}
_QUIET_BEFORE = "the reader's quiet hours last until "


def about_subject(state: str) -> str:
    """The code for a date that is over, by its state."""
    return f"@subject-{state}"


def about_reader(state: str) -> str:
    """The code for a reader who is not to be written to, by their state."""
    return f"@reader-{state}"


def with_detail(code: str, detail: str) -> str:
    """A code and what it is about in particular."""
    return f"{code}: {detail}"


def code_of(note: str | None) -> str | None:
    """The code of a note, whichever way it was written down; None where it is a mail server's own words."""
    said = note or ""
    if said.startswith(_QUIET_BEFORE):
        return QUIET
    head = said.partition(": ")[0]
    if said.startswith(_SIGN):
        return head if head in WORDS else None
    return _OF_BEFORE.get(said) or _OF_BEFORE.get(head)


def spellings(note: str) -> list[str]:
    """All ways in which the same note may be written down; who looks for one gives any, or its words."""
    code = code_of(note) or next((code for code, words in WORDS.items() if words.vi == note), None)
    if code is None:
        return [note]
    detail = note.partition(": ")[2]
    return [f"{one}: {detail}" if detail else one for one in (code, WORDS[code].en)]


def noted(note: str | None) -> Words:
    """A note in both languages. What a mail server said stays in its own words, also behind a code."""
    said, code = note or "", code_of(note)
    if code is None:
        return Words(said, said)
    if code == QUIET and not said.startswith(_SIGN):
        return Words(f"{WORDS[QUIET].vi}: {said.removeprefix(_QUIET_BEFORE)}", said)
    _, colon, detail = said.partition(": ")
    return Words(*(f"{words}{colon}{detail}" for words in WORDS[code]))
