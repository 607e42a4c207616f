"""`airslot expand --batch`: one JSON request a line in, one result a line out, as they come."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from api.cli import exits
from api.cli.terminal import console, print_json, tracked
from scheduler.errors import AirslotError, Fault, Invalid
from scheduler.planning.expanding.expand_request import read_request
from scheduler.planning.expanding.expansion import Entered, Expansion, expand_phrase, refused

MAX_LINE = 1_000_000  # bytes


def expand_batch(
    name: str, defaults: Mapping[str, object], today: date, entered: Entered, *, as_json: bool
) -> int:
    """Answer every line of the file (`-`: standard input); the exit code.

    `defaults` hold for what a line leaves out; `entered` are the office's days off. A line that cannot be
    read gets a refused result. Blank lines are passed over.
    """
    with opened(name) as source:
        results = answers(source, defaults, today, entered)
        if as_json:
            for result in tracked(results, "Expanding"):
                print_json(result)
        else:
            from api.cli.expand_view import show_batch

            show_batch(results, console())
    return exits.OK


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file, or standard input, as bytes. Raises Invalid where the file cannot be read."""
    with ExitStack() as kept:
        if name == "-":
            yield sys.stdin.buffer
            return
        try:
            source = kept.enter_context(Path(name).open("rb"))
        except OSError as error:
            raise Invalid(
                "unreadable-file",
                f"{name} cannot be read: {error.strerror}. Give a file with one JSON object a line.",
                f"Không đọc được {name}: {error.strerror}. Hãy đưa tệp có mỗi dòng một đối tượng JSON.",
                where=name,
            ) from error
        yield source


def answers(
    source: BinaryIO, defaults: Mapping[str, object], today: date, entered: Entered
) -> Iterator[Expansion]:
    """One result for each line that is not blank."""
    number = 0
    while line := source.readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE:
            skip_to_end_of_line(source, line)
            yield refused(
                None, [line_fault(number, f"over {MAX_LINE:,} bytes long", f"dài hơn {MAX_LINE} byte")]
            )
        elif line.strip():
            yield answer(line, number, defaults, today, entered)


def answer(
    line: bytes, number: int, defaults: Mapping[str, object], today: date, entered: Entered
) -> Expansion:
    """The result for one line of the batch."""
    given: object = None
    try:
        given = json.loads(line.decode("utf-8-sig"))
        if not isinstance(given, dict):
            raise ValueError("it is not an object")  # noqa: TRY004 - as what is no JSON
        stated = {key: value for key, value in given.items() if value is not None}
        return expand_phrase(read_request({**defaults, **stated}, today), entered=entered)
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
        return refused(None, [line_fault(number, f"not UTF-8 at {place}", f"không phải UTF-8 tại {place}")])
    except Invalid as error:
        return refused(given, error.faults)
    except AirslotError as error:
        return refused(given, [Fault(error.code, error.en, error.vi)])
    except RecursionError:
        return refused(None, [line_fault(number, "nested too deeply", "lồng nhau quá sâu")])
    except ValueError as error:
        return refused(
            None, [line_fault(number, f"not a JSON object: {error}", f"không phải đối tượng JSON: {error}")]
        )


def line_fault(number: int, en: str, vi: str) -> Fault:
    """What is wrong with a line as a whole."""
    return Fault(
        "bad-line",
        f'Line {number} is {en}. Write one object a line: {{"id": 1, "phrase": "..."}}.',
        f'Dòng {number} {vi}. Hãy ghi mỗi dòng một đối tượng: {{"id": 1, "phrase": "..."}}.',
        line=number,
    )


def skip_to_end_of_line(source: BinaryIO, piece: bytes) -> None:
    """Read on, in pieces, to the end of the line that `piece` begins."""
    while piece and not piece.endswith(b"\n"):
        piece = source.readline(MAX_LINE)
