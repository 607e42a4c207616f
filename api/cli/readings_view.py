"""The readings of an ambiguous phrase, side by side: what each means, its first days, how to choose it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.cli.days import parsed, when
from scheduler.errors import Lang

Answer: TypeAlias = Mapping[str, Any]
Airing: TypeAlias = tuple[str, str | None, str]  # start, end, kind

FIRST_DAYS = 4
WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "choose": "It can be read in {count} ways:",
        "one": "It can be read in one way, which a person confirms:",
        "reading": "Reading {number}",
        "days": "{count} dates",
        "day": "1 date",
        "none": "no dates",
        "only": "only here",
        "same": "the same dates as reading {number}",
        "pin": "To take one, here: {command}",
        "confirm": "To confirm it, here: {command}",
        "file": "in a plan file, below `when`:",
    },
    "vi": {
        "choose": "Có {count} cách hiểu:",
        "one": "Có một cách hiểu, cần người xác nhận:",
        "reading": "Cách hiểu {number}",
        "days": "{count} ngày",
        "day": "1 ngày",
        "none": "không có ngày",
        "only": "chỉ ở đây",
        "same": "cùng ngày với cách hiểu {number}",
        "pin": "Chọn một cách, tại đây: {command}",
        "confirm": "Xác nhận, tại đây: {command}",
        "file": "trong tệp kế hoạch, dưới `when`:",
    },
}


def show_readings(answer: Answer, console: Console, lang: Lang) -> None:
    """Each reading with its number, and how one is pinned."""
    words, readings = WORDS[lang], answer["readings"]
    alone = len(readings) == 1
    console.print(Text("\n  " + words["one" if alone else "choose"].format(count=len(readings))))
    airings = [airings_of(reading) for reading in readings]
    for number, reading in enumerate(readings, 1):
        title = Text("\n  " + words["reading"].format(number=number), "bold yellow")
        if reading["why"][lang]:
            title.append(f"  {reading['why'][lang]}", "not bold default")
        console.print(title)
        others = [other for place, other in enumerate(airings, 1) if place != number]
        console.print(Padding(facts(reading, airings, number, others, lang), (0, 4), expand=False))
    phrase = " ".join(str(answer["phrase"]).split())
    command = f"airslot expand {shlex.quote(phrase)} --reading 1"
    console.print(Text("\n  " + words["confirm" if alone else "pin"].format(command=command)), soft_wrap=True)
    console.print(Text(f"  {words['file']}"))
    for reading in readings:
        # In the language of the plan the same wording is taken as in the other.
        console.print(Text(f"      reading: {quoted(reading['schedule'][lang])}", "cyan"), soft_wrap=True)


def facts(
    reading: Answer,
    airings: Sequence[Sequence[Airing]],
    number: int,
    others: Sequence[Sequence[Airing]],
    lang: Lang,
) -> Table:
    """The wording in both languages, the first dates, and those that no other reading has."""
    words, own = WORDS[lang], airings[number - 1]
    table = Table.grid(padding=(0, 2))
    for language in ("vi", "en"):
        table.add_row(Text(language, "dim"), Text(reading["schedule"][language]))
    named = "none" if not own else "day" if len(own) == 1 else "days"
    table.add_row(Text(words[named].format(count=len(own)), "dim"), Text(listed(own, lang)))
    same = next((place for place, other in enumerate(airings[: number - 1], 1) if other == own), None)
    if same is not None and own:
        table.add_row("", Text(words["same"].format(number=same), "dim"))
    elsewhere = {airing for other in others for airing in other}
    alone = [airing for airing in own if airing not in elsewhere]
    if alone and len(alone) < len(own):
        table.add_row(Text(words["only"], "dim"), Text(listed(alone, lang), "bold"))
    return table


def airings_of(reading: Answer) -> list[Airing]:
    """What is compared between readings."""
    return [(one["start"], one["end"], one["kind"]) for one in reading["instances"]]


def listed(airings: Sequence[Airing], lang: Lang) -> str:
    """The first of them, short."""
    shown = []
    for start, end, _ in airings[:FIRST_DAYS]:
        begins = parsed(start)
        if begins is not None:
            shown.append(" ".join(when(begins, parsed(end), lang)).rstrip())
    more = ["…"] if len(airings) > FIRST_DAYS else []
    return "; ".join(shown + more)


def quoted(text: str) -> str:
    """As a plan file takes it, whatever signs it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
