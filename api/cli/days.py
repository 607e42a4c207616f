"""Days and times short enough for a table: "Wed 17 Jan 2024", "T4 17/01/2024", "17:45-17:57"."""

from __future__ import annotations

from datetime import date, datetime

from scheduler.errors import Lang

WEEKDAYS: dict[Lang, tuple[str, ...]] = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
}
MONTHS: dict[Lang, tuple[str, ...]] = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "vi": tuple(f"Th{month}" for month in range(1, 13)),
}


def day(value: date, lang: Lang) -> str:
    """A weekday and a day."""
    name = WEEKDAYS[lang][value.weekday()]
    if lang == "vi":
        return f"{name} {value:%d/%m}/{value.year}"
    return f"{name} {value.day:2} {MONTHS['en'][value.month - 1]} {value.year}"


def when(start: date | datetime, end: date | datetime | None, lang: Lang) -> tuple[str, str]:
    """The day and the time of an airing, or the first and last day of a window and no time."""
    if isinstance(start, datetime):
        until = f"-{end:%H:%M}" if isinstance(end, datetime) else ""
        return day(start.date(), lang), f"{start:%H:%M}{until}"
    if isinstance(end, date) and not isinstance(end, datetime):
        return f"{day(start, lang)} - {day(end, lang)}", ""
    return day(start, lang), ""


def parsed(text: str | None) -> date | datetime | None:
    """A day or a wall time from its ISO text; nothing stays None."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def month(value: date, lang: Lang) -> str:
    """A month and its year."""
    return f"{MONTHS[lang][value.month - 1]} {value.year}"


def read_day(text: str) -> date:
    """A day that was typed as an option; Typer says the sentence of a BadParameter."""
    import typer

    try:
        if len(text) == 10:
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise typer.BadParameter(f"{text!r} is no day of the calendar; write it as 2024-04-02.")
