"""The sentences of the log: why a reader got a message, or did not, in Vietnamese and English.

Each is a `Line`: a stable code for programs and the sentence for people. Times stand as wall times of the
zone that is asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.locale import Language, Words
from scheduler.locale.dates import moment_text
from scheduler.reminders.due.lead import Lead
from scheduler.reminders.notes import IN_DOUBT, MOVED, NOT_WRITTEN, code_of, noted
from scheduler.reminders.transport.relay import Stop
from scheduler.reminders.weekly_lists import is_weekly_list

WHAT_NAMES = {
    "reminder": Words(vi="nhắc lịch", en="reminder"),
    "change": Words(vi="báo thay đổi", en="notice of a change"),
    "opening": Words(vi="báo mở thời hạn", en="notice that the window opens"),
    "closing": Words(vi="báo sắp hết thời hạn", en="notice that the window closes"),
    "quota": Words(vi="báo định mức", en="notice about the quota"),
    "digest": Words(vi="bản tổng hợp", en="digest"),
}
WEEKLY_LIST = Words(vi="danh sách tuần chưa xác nhận", en="weekly list of what is unconfirmed")
_FIELDS = {
    "plans": Words(vi="kế hoạch", en="plans"),
    "items": Words(vi="mục", en="items"),
    "outlets": Words(vi="đơn vị phát hành", en="outlets"),
    "channels": Words(vi="kênh", en="channels"),
    "kinds": Words(vi="loại", en="kinds"),
}
_REASONS = {
    "bounce": Words(vi="thư gửi đến bị trả lại", en="mail to it came back"),
    "complaint": Words(vi="chủ địa chỉ khiếu nại", en="its owner complained"),
    "person": Words(vi="có người yêu cầu", en="a person asked for it"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to say: `code` for programs, `text` for people."""

    code: str
    text: Words


class Times:
    """Writes instants as wall times of one zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def __call__(self, at: datetime) -> Words:
        """The instant in both languages, to the minute."""
        return moment(at.astimezone(self._zone))


def moment(at: date | datetime) -> Words:
    """A wall time or a day in both languages."""
    return Words(vi=moment_text(at, "vi"), en=moment_text(at, "en"))


def lead_name(text: str) -> Words:
    """A lead in words: "2 hours before"."""
    lead = Lead.parse(text)
    hours, minutes = divmod(int(lead.clock.total_seconds()) // 60, 60)
    parts = ((lead.days, "ngày", "day"), (hours, "giờ", "hour"), (minutes, "phút", "minute"))
    vi = " ".join(f"{count} {unit}" for count, unit, _ in parts if count)
    en = " ".join(f"{count} {unit}{'s' * (count > 1)}" for count, _, unit in parts if count)
    return Words(vi=f"trước {vi}", en=f"{en} before")


def message_name(what: str, lead: str) -> Words:
    """A message by what it is and, of a reminder, its lead."""
    if is_weekly_list(what, lead):
        return WEEKLY_LIST
    name = WHAT_NAMES[what]
    if what != "reminder" or not lead:
        return name
    before = lead_name(lead)
    return Words(vi=f"{name.vi} {before.vi}", en=f"{name.en} {before.en}")


# --- about the subscriber and the occurrence -----------------------------------------------------


def pending(email: str, since: Words) -> Line:
    """Nobody has confirmed."""
    return Line(
        "pending",
        Words(
            vi=f"{email} được đăng ký lúc {since.vi} nhưng chưa xác nhận; trước đó thì không gửi gì.",
            en=f"{email} was asked for at {since.en} and is not confirmed yet; nothing is sent before that.",
        ),
    )


def unsubscribed(email: str, at: Words) -> Line:
    """The reader has had enough."""
    return Line(
        "unsubscribed",
        Words(vi=f"{email} đã thôi đăng ký lúc {at.vi}.", en=f"{email} unsubscribed at {at.en}."),
    )


def suppressed(email: str, reason: str | None, at: Words) -> Line:
    """The address is not written to."""
    why = _REASONS.get(reason or "", Words(vi="không rõ lý do", en="for a reason not noted"))
    return Line(
        "suppressed",
        Words(
            vi=f"Từ {at.vi} không gửi gì đến {email}: {why.vi}.",
            en=f"Since {at.en} nothing is sent to {email}: {why.en}.",
        ),
    )


def not_asked_for(email: str, field: str, wanted: Sequence[str], value: str | None) -> Line:
    """The subscriber's filter leaves the occurrence out."""
    name, list_ = _FIELDS[field], ", ".join(wanted)
    return Line(
        "not-subscribed",
        Words(
            vi=f"{email} chỉ nhận {name.vi} {list_}; lần này là {value or 'không rõ'}.",
            en=f"{email} takes the {name.en} {list_} only; this one is {value or 'not known'}.",
        ),
    )


def before_signing(plan: str, signed: date) -> Line:
    """The occurrence precedes the plan itself."""
    day = moment(signed)
    return Line(
        "before-signing",
        Words(
            vi=f"Lần này diễn ra trước ngày ký kế hoạch {plan} ({day.vi}) nên không ai được nhắc.",
            en=f"It precedes the day on which the plan {plan} was signed ({day.en}): nobody is told of it.",
        ),
    )


def not_planned(state: str, at: Words | None) -> Line:
    """The occurrence is cancelled, delivered or missed."""
    vi = {
        "cancelled": "đã bị hủy",
        "delivered": "đã được xác nhận thực hiện",
        "missed": "không được thực hiện",
    }[state]
    when = at or Words("", "")
    vi_at, en_at = (f" lúc {when.vi}" if at else ""), (f" at {when.en}" if at else "")
    text = Words(vi=f"Lần này {vi}{vi_at}; không nhắc nữa.", en=f"It is {state}{en_at}; no reminder is due.")
    return Line(f"occurrence-{state}", text)


def digest_only(email: str, rhythm: str) -> Line:
    """No reminders of their own were asked for."""
    vi = {"daily": "hằng ngày", "weekly": "hằng tuần"}[rhythm]
    return Line(
        "digest-only",
        Words(
            vi=f"{email} chỉ nhận bản tổng hợp {vi}, không nhận nhắc riêng từng lần.",
            en=f"{email} asks for a {rhythm} digest and for no reminder of each occurrence.",
        ),
    )


def no_leads(email: str) -> Line:
    """Only notices were asked for."""
    return Line(
        "no-leads",
        Words(
            vi=f"{email} không chọn khoảng báo trước nào nên không có nhắc lịch.",
            en=f"{email} has chosen no lead, so no reminder comes before an airing.",
        ),
    )


def too_short_for_days(lead: str) -> Line:
    """A lead of hours says nothing about a day without a time."""
    name = lead_name(lead)
    return Line(
        "lead-not-for-days",
        Words(
            vi=f"Lần này không có giờ nên khoảng báo {name.vi} không áp dụng.",
            en=f"It has no time of day, so the lead “{name.en}” does not apply to it.",
        ),
    )


def relay_stopped(stop: Stop, times: Times) -> Line:
    """No mail leaves at all."""
    since = times(stop.stopped_at)
    return Line(
        "relay-stopped",
        Words(
            vi=f"Máy chủ thư ngừng nhận từ {since.vi}: {stop.reason}. Chưa gửi được thư nào.",
            en=f"The mail relay has been stopped since {since.en}: {stop.reason}. No mail leaves meanwhile.",
        ),
    )


def went(occurrence_id: str) -> Line:
    """The occurrence is in the plan no more."""
    return Line(
        "occurrence-gone",
        Words(
            vi=f"Kế hoạch không còn lần phát, lần đăng {occurrence_id}.",
            en=f"The plan no longer holds the occurrence {occurrence_id}.",
        ),
    )


# --- about one message ---------------------------------------------------------------------------


def quiet_moved(before: Words, after: Words) -> Line:
    """Quiet hours brought it forward."""
    return Line(
        "quiet-hours",
        Words(
            vi=f"Giờ yên tĩnh đã dời từ {before.vi} sang {after.vi}.",
            en=f"Quiet hours moved it from {before.en} to {after.en}.",
        ),
    )


def told_old_start(start: Words) -> Line:
    """It went out before the occurrence was moved."""
    return Line(
        "old-start",
        Words(
            vi=f"Thư này nói về lịch cũ, {start.vi}; sau đó lịch đã dời.",
            en=f"It told of the old start, {start.en}; that was moved afterwards.",
        ),
    )


def ahead(due: Words) -> Line:
    """Its time has not come."""
    return Line("ahead", Words(vi=f"Sẽ gửi lúc {due.vi}.", en=f"It will be sent at {due.en}."))


def never_made(due: Words, useful_until: Words, known: Words) -> Line:
    """There is no row, and its time is over."""
    return Line(
        "past-when-made",
        Words(
            vi=f"Lẽ ra gửi lúc {due.vi}, muộn nhất {useful_until.vi}; nhưng đến lúc đó chưa có gì để gửi:"
            f" {known.vi}, hoặc khi ấy không có tiến trình gửi nào chạy.",
            en=f"It would have been due at {due.en} and useful until {useful_until.en}, but nothing was owed"
            f" by then: {known.en}, or no worker ran at that time.",
        ),
    )


def of_row(row: Any, accepted: str | None, now: datetime, times: Times) -> Line:
    """What became of a message that has a row; `accepted` is what the relay said when it took it."""
    return _SAID[row.state](row, accepted, now, times)


def _due(row: Any, _: str | None, now: datetime, times: Times) -> Line:
    due, tries = times(row.due_at), row.attempts
    if row.due_at > now and not tries:
        return ahead(due)
    if not tries:
        return Line(
            "waiting", Words(vi=f"Đang chờ gửi từ {due.vi}.", en=f"It has been waiting since {due.en}.")
        )
    vi, en = noted(row.last_error)
    return Line(
        "retrying",
        Words(
            vi=f"Đã thử {tries} lần mà chưa được: {vi}. Thử lại từ {due.vi}.",
            en=f"Tried {tries} time{'s' * (tries > 1)} without success: {en}. Tried again from {due.en} on.",
        ),
    )


def _under_way(_row: Any, _: str | None, _now: datetime, _times: Times) -> Line:
    return Line("under-way", Words(vi="Đang được gửi đi.", en="A worker is sending it at this moment."))


def _accepted(row: Any, answer: str | None, _now: datetime, times: Times) -> Line:
    sent = times(row.sent_at or row.due_at)
    if row.message_id is None:  # what was sent is not stored here
        return Line(
            "accepted",
            Words(
                vi=f"Đến hạn lúc {sent.vi}, trước khi khôi phục; đã có người xác nhận thư đến nơi.",
                en=f"It was due at {sent.en}, before a restore; a person says that it arrived.",
            ),
        )
    said = f" ({answer})" if answer else ""
    return Line(
        "accepted",
        Words(
            vi=f"Máy chủ thư đã nhận lúc {sent.vi}{said}; Message-ID {row.message_id}.",
            en=f"The mail server accepted it at {sent.en}{said}; Message-ID {row.message_id}.",
        ),
    )


def _unknown(row: Any, _: str | None, _now: datetime, times: Times) -> Line:
    sent, (vi, en) = times(row.sent_at or row.due_at), noted(row.last_error)
    decide = f"airslot reminders resolve {row.id}"
    if code_of(row.last_error) == IN_DOUBT:
        return Line(
            "unknown",
            Words(
                vi=f"Đến hạn lúc {sent.vi}, trước khi cơ sở dữ liệu được khôi phục; không rõ lúc đó đã gửi"
                f" chưa. Hãy hỏi người nhận rồi chọn: {decide} --arrived hoặc --send-again.",
                en=f"It was due at {sent.en}, before the database was restored; nobody knows whether it went"
                f" out then. Ask the reader, then choose: {decide} --arrived or --send-again.",
            ),
        )
    return Line(
        "unknown",
        Words(
            vi=f"Đã giao lúc {sent.vi} nhưng không rõ có đến không: {vi}. Hãy hỏi người nhận rồi chọn:"
            f" {decide} --arrived hoặc --send-again.",
            en=f"It was handed over at {sent.en}, and nobody knows whether it arrived: {en}. Ask the reader,"
            f" then choose: {decide} --arrived or --send-again.",
        ),
    )


def _failed(row: Any, _: str | None, _now: datetime, _times: Times) -> Line:
    vi, en = noted(row.last_error)
    if code_of(row.last_error) == NOT_WRITTEN:
        return Line("failed", Words(vi=f"Không gửi: {vi}", en=f"It was not sent: {en}"))
    return Line(
        "failed",
        Words(vi=f"Máy chủ thư từ chối hẳn: {vi}", en=f"The mail server refused it for good: {en}"),
    )


def _expired(row: Any, _: str | None, _now: datetime, times: Times) -> Line:
    useful, target, (vi, en) = times(row.useful_until), times(row.target_start), noted(row.last_error)
    if code_of(row.last_error) == MOVED:
        text = Words(
            vi=f"Là thư về lịch cũ, {target.vi}; lịch đã dời nên không gửi.",
            en=f"It was about the old start, {target.en}; that was moved, so it was not sent.",
        )
        return Line("moved-away", text)
    return Line(
        "expired",
        Words(
            vi=f"Không gửi được trước {useful.vi}, sau đó thì quá muộn: {vi}.",
            en=f"It could not be sent before {useful.en}, when it would have been too late: {en}.",
        ),
    )


def _cancelled(row: Any, why: str | None, _now: datetime, _times: Times) -> Line:
    vi, en = noted(row.last_error or why)
    return Line("cancelled", Words(vi=f"Không gửi nữa: {vi}.", en=f"It was called off: {en}."))


_SAID: dict[str, Callable[[Any, str | None, datetime, Times], Line]] = {
    "due": _due,
    "claimed": _under_way,
    "handing_over": _under_way,
    "accepted": _accepted,
    "unknown": _unknown,
    "failed": _failed,
    "expired": _expired,
    "cancelled": _cancelled,
}


def joined(lines: Iterable[Line], language: Language) -> str:
    """The sentences one after the other."""
    return " ".join(line.text.to(language) for line in lines)
