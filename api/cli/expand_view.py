"""An expand object as a person reads it: the status, the phrase with its faults, the dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.cli.days import month, parsed, when
from api.cli.readings_view import show_readings
from scheduler.errors import Lang
from scheduler.planning.expanding.expand_request import ExpandRequest

Answer: TypeAlias = Mapping[str, Any]
Part: TypeAlias = tuple[int, int, str]  # from, to, style

STATUS_STYLE = {"understood": "bold green", "ambiguous": "bold yellow", "refused": "bold red"}
BADGE_STYLE = {"understood": "black on green", "ambiguous": "black on yellow", "refused": "white on red"}
DOUBTED = "not dim bold yellow underline"
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "understood": "understood", "ambiguous": "ambiguous", "refused": "refused",
        "premiere": "premiere", "replay": "replay", "window": "window", "span": "span",
        "premieres": "premieres", "replays": "replays", "windows": "windows", "spans": "spans",
        "day": "Day", "time": "Time", "what": "What", "channel": "Channel", "length": "Length",
        "rule": "RRULE", "ignored": "not used (names no time)", "due": "due",
        "corrected": "read as", "nothing": "No day of the range is named.", "month": "Month",
        "conventions": "Dates under each week convention; read as {weeks}, * differs, choose with --weeks:",
        "range": "{first} to {last}", "moved": "Why", "off": "from {day}: {reason}",
        "days_off": "Days off: the calendar of {country} and what {office} has entered.",
        "days_off_alone": "Days off: the calendar of {country} alone; no office's own.",
        "left_out": "Not aired, a day off:", "meets": "goes to {day}, where one is aired already",
    },
    "vi": {
        "understood": "đã hiểu", "ambiguous": "chưa rõ", "refused": "không đọc được",
        "premiere": "phát mới", "replay": "phát lại", "window": "thời hạn", "span": "khoảng thời gian",
        "day": "Ngày", "time": "Giờ", "what": "Lần", "channel": "Kênh", "length": "Thời lượng",
        "rule": "RRULE", "ignored": "không dùng (không nói về thời gian)",
        "due": "định mức", "corrected": "đọc là", "nothing": "Không có ngày nào trong khoảng này.",
        "month": "Tháng",
        "conventions": "Ngày theo từng quy ước tuần; đang đọc theo {weeks}, * là khác, chọn bằng --weeks:",
        "range": "{first} đến {last}", "moved": "Vì sao", "off": "từ {day}: {reason}",
        "days_off": "Ngày nghỉ: lịch {country} và ngày do {office} nhập.",
        "days_off_alone": "Ngày nghỉ: chỉ theo lịch {country}, không có ngày riêng của cơ quan.",
        "left_out": "Không phát vì ngày nghỉ:", "meets": "chuyển sang {day}, đã có lần phát",
    },
}  # fmt: skip


def show(answer: Answer, request: ExpandRequest, console: Console, lang: Lang) -> None:
    """Print one expand object."""
    words = WORDS[lang]
    status = answer["status"]
    console.print()
    badge = Text(f" {words[status].upper()} ", BADGE_STYLE[status])
    show_phrase(str(answer["phrase"]), parts(answer), badge, console)
    for problem in answer["problems"]:
        console.print(Text("  ✗ ", "red").append(problem[lang], "default"))
    show_remarks(answer, console, lang)
    if answer["schedule"]:
        show_schedule(answer, request, console, lang)
    if answer["readings"]:
        show_readings(answer, console, lang)
    if answer["days_off"]:
        used = answer["days_off"]
        said = words["days_off" if used["office"] else "days_off_alone"]
        console.print(Text("\n  " + said.format(**used), "dim"))
    console.print()


def show_batch(answers: Iterable[Answer], console: Console) -> None:
    """Print a batch as a table: one line a phrase, with its reading or its first problem."""
    table = Table("id", "status", "dates", "first", "reading", box=None, pad_edge=False, header_style="bold")
    for answer in answers:
        starts = [instance["start"] for instance in answer["instances"]]
        said = [p["message"] for p in answer["problems"]] or [r["why"]["message"] for r in answer["readings"]]
        reading = answer["schedule"]["en"] if answer["schedule"] else " / ".join(said)
        table.add_row(
            Text("" if answer["id"] is None else str(answer["id"])),
            Text(answer["status"], STATUS_STYLE[answer["status"]]),
            str(len(starts)) if answer["schedule"] else "",
            starts[0] if starts else "",
            Text(reading),
        )
    console.print(table)


# --- the phrase and what is said about it -------------------------------------------------


def parts(answer: Answer) -> list[Part]:
    """The parts of the phrase to be marked: problems, doubts, corrections, words that were not used."""
    marks = [(p["from"], p["to"], "bold red underline") for p in answer["problems"]]
    marks += [(c["from"], c["to"], "yellow underline") for c in answer["corrections"]]
    marks += [(i["from"], i["to"], "dim") for i in answer["ignored"]]
    return marks + [(d["from"], d["to"], DOUBTED) for d in answer["doubts"]]


def show_phrase(phrase: str, marks: Sequence[Part], badge: Text, console: Console) -> None:
    """The phrase with its marked parts in colour, or with carets below where there is no colour."""
    # One character for one, so that the places of the marks stay true.
    shown = "".join(" " if character.isspace() else character for character in phrase)
    if console.color_system is not None and not console.no_color:
        text = Text(shown, "bold")
        for start, end, style in marks:
            text.stylize(style, start, max(end, start + 1))
        console.print(badge, Padding(text, (0, 2), expand=False), sep="\n\n")
        return
    console.print(badge, "", sep="\n")
    pointed = [mark for mark in marks if "red" in mark[2] or mark[2] == DOUBTED]
    carets = [(start, max(end, start + 1)) for start, end, _ in pointed]
    for start, line in folded(shown, console.width - 4):
        console.print(Text("  " + line), soft_wrap=True)
        if below := caret_line(line, start, carets):
            console.print(Text("  " + below), soft_wrap=True)


def folded(text: str, width: int) -> Iterable[tuple[int, str]]:
    """The text in lines of at most `width` columns, each with the place of its first character."""
    start, line, used = 0, "", 0
    for place, character in enumerate(text):
        columns = cell_len(character)
        if used + columns > width:
            yield start, line
            start, line, used = place, "", 0
        line, used = line + character, used + columns
    yield start, line


def caret_line(line: str, start: int, carets: Sequence[tuple[int, int]]) -> str:
    """Carets under the marked characters of a line that begins at `start`; empty where none are."""
    # A combining mark takes no column, so the caret line is measured, not counted.
    below = ""
    for place, character in enumerate(line + " ", start):
        inside = any(first <= place < last for first, last in carets)
        below += ("^" if inside else " ") * cell_len(character)
    return below.rstrip()


def show_remarks(answer: Answer, console: Console, lang: Lang) -> None:
    """Corrections, warnings and unused text, a line each."""
    words = WORDS[lang]
    for correction in answer["corrections"]:
        console.print(
            Text(f'  ~ "{correction["was"]}" {words["corrected"]} "{correction["read_as"]}"', "yellow")
        )
    for warning in answer["warnings"]:
        console.print(Text("  ! ", "yellow").append(warning[lang], "default"))
    for ignored in answer["ignored"]:
        console.print(Text(f'  - "{ignored["text"].strip()}": {words["ignored"]}', "dim"))


# --- one reading --------------------------------------------------------------------------


def show_schedule(reading: Answer, request: ExpandRequest, console: Console, lang: Lang) -> None:
    """The wording in both languages, the rules, the quotas and the dates of one reading."""
    words, schedule = WORDS[lang], reading["schedule"]
    facts = Table.grid(padding=(0, 2))
    facts.add_row(Text("vi", "dim"), Text(schedule["vi"]))
    facts.add_row(Text("en", "dim"), Text(schedule["en"]))
    for rule in schedule["rrule"]:
        facts.add_row(Text(words["rule"], "dim"), Text(rule, "dim"))
    for quota in reading["quota"]:
        due = " ".join(str(part) for part in (quota["count"], quota["unit"]) if part is not None)
        facts.add_row(Text(words["due"], "dim"), Text(f"{due} / {quota['period']}"))
    console.print(Padding(facts, (1, 2), expand=False))
    bounds = words["range"].format(first=request.first, last=request.last)
    if not reading["instances"]:
        show_left_out(reading["left_out"], console, lang)
        if schedule["kind"] in ("airing", "window"):
            console.print(Text(f"  {words['nothing']} ({bounds})"))
        return
    counts = Counter(instance["kind"] for instance in reading["instances"])
    counted = ", ".join(
        f"{count} {words.get(kind + 's' * (count > 1), words[kind])}" for kind, count in counts.items()
    )
    console.print(Text(f"  {bounds}: ").append(counted, "bold"))
    console.print(Padding(instance_table(reading["instances"], lang), (0, 2), expand=False))
    show_left_out(reading["left_out"], console, lang)
    if reading["conventions"]:
        console.print(Text("\n  " + words["conventions"].format(weeks=schedule["weeks"])))
        console.print(
            Padding(convention_table(reading["conventions"], schedule["weeks"], lang), (0, 2), expand=False)
        )


def instance_table(instances: Sequence[Answer], lang: Lang) -> Table:
    """The dates, one a line; columns that would be empty are left out."""
    words = WORDS[lang]
    rows = []
    for instance in instances:
        start, end = parsed(instance["start"]), parsed(instance["end"])
        day, time = when(start, end, lang) if start is not None else ("", "")
        facts = (words[instance["kind"]], instance["channel"] or "", length(instance), moved(instance, lang))
        rows.append((day, time, *facts))
    names = [words[name] for name in ("day", "time", "what", "channel", "length", "moved")]
    used = [column for column in range(len(names)) if any(row[column] for row in rows)]
    table = Table(*(names[column] for column in used), box=None, padding=(0, 2, 0, 0), header_style="dim")
    for row, instance in zip(rows, instances, strict=True):
        style = "dim" if instance["kind"] == "replay" else ""
        table.add_row(*(Text(row[column], style) for column in used))
    return table


def moved(instance: Answer, lang: Lang) -> str:
    """From which day off an airing was moved, and what day off that is."""
    origin = parsed(instance["shifted_from"])
    if origin is None or instance["reasons"] is None:
        return ""
    return WORDS[lang]["off"].format(day=when(origin, None, lang)[0], reason=instance["reasons"][lang])


def show_left_out(missing: Sequence[Answer], console: Console, lang: Lang) -> None:
    """The airings that days off take away, a line each."""
    if not missing:
        return
    words, table = WORDS[lang], Table.grid(padding=(0, 2, 0, 0))
    for one in missing:
        start, meets = parsed(one["start"]), parsed(one["meets"])
        day, time = when(start, None, lang) if start is not None else ("", "")
        where = "" if meets is None else words["meets"].format(day=when(meets, None, lang)[0])
        table.add_row(day, time, one["channel"] or "", Text(one["reasons"][lang]), Text(where, "dim"))
    console.print(Text("\n  " + words["left_out"]))
    console.print(Padding(table, (0, 2), expand=False))


def length(instance: Answer) -> str:
    """The duration as people write it."""
    if instance["minutes"] is None:
        return ""
    upper = f"-{instance['minutes_max']}" if instance["minutes_max"] else ""
    return f"{instance['minutes']}{upper}'"


def convention_table(conventions: Mapping[str, Sequence[str]], own: str, lang: Lang) -> Table:
    """Days by month, one column a convention; what differs from the chosen one is bold."""
    cells: dict[str, dict[tuple[int, int], list[int]]] = {}
    months: dict[tuple[int, int], date] = {}
    for name, starts in conventions.items():
        days: dict[tuple[int, int], list[int]] = defaultdict(list)
        for text in starts:
            start = parsed(text)
            if start is None:
                continue
            key = (start.year, start.month)
            months.setdefault(key, start.date() if isinstance(start, datetime) else start)
            if start.day not in days[key]:
                days[key].append(start.day)
        cells[name] = days
    table = Table(WORDS[lang]["month"], *cells, box=None, padding=(0, 2, 0, 0), header_style="dim")
    for key in sorted(months):
        chosen = cells[own].get(key)
        row = []
        for days in cells.values():
            same = days.get(key) == chosen
            row.append(Text(", ".join(str(day) for day in days.get(key, ())) or "-", "" if same else "bold"))
            row[-1].append("" if same else "*")
        table.add_row(month(months[key], lang), *row)
    return table
