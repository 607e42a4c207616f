"""Days, times and money as people here write them: 17:45 thứ Tư, 17/01/2024 and 91.596.756."""

from __future__ import annotations

from datetime import date, datetime

from babel.numbers import format_decimal

from scheduler.locale import Language

WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
SHORT_WEEKDAYS: dict[Language, tuple[str, ...]] = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day_text(day: date, language: Language, *, weekday: bool = True) -> str:
    """A day: "thứ Tư, 17/01/2024" or "Wednesday, 17 January 2024"; the weekday can be left out."""
    if language == "vi":
        written = f"{day.day:02}/{day.month:02}/{day.year:04}"
    else:
        written = f"{day.day} {MONTHS[day.month - 1]} {day.year:04}"
    return f"{WEEKDAYS[language][day.weekday()]}, {written}" if weekday else written


def month_text(day: date, language: Language) -> str:
    """The month of a day: "Tháng 4 năm 2024" or "April 2024"."""
    if language == "vi":
        return f"Tháng {day.month} năm {day.year}"
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_day_text(day: date, language: Language) -> str:
    """A day of a year that is known: "17/4" or "17 Apr"."""
    return f"{day.day}/{day.month}" if language == "vi" else f"{day.day} {MONTHS[day.month - 1][:3]}"


def moment_text(moment: date | datetime, language: Language) -> str:
    """A wall time to the minute with its day, or the day alone where no time is known."""
    if isinstance(moment, datetime):
        return f"{moment:%H:%M} {day_text(moment.date(), language)}"
    return day_text(moment, language)


def money_text(amount: int, language: Language) -> str:
    """Whole đồng with the language's own separators, without the unit."""
    return format_decimal(amount, locale=language)


def zone_text(zone: str, moment: datetime) -> str:
    """A zone with its distance from UTC at an aware `moment`: "Asia/Ho_Chi_Minh, UTC+07:00"."""
    offset = f"{moment:%z}"
    return f"{zone}, UTC{offset[:3]}:{offset[3:5]}"
