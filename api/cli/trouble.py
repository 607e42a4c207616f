"""What goes wrong becomes a sentence and an exit code, never a stack trace."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from api.cli import exits
from api.cli.terminal import language
from scheduler.errors import AirslotError, Fault, Invalid, Lang

OWNERS = {"item": "mục", "outlet": "đơn vị", "group": "nhóm"}


def guarded(arguments: Sequence[str]) -> int:
    """Run the command with these arguments; its exit code."""
    try:
        code = ran(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough (`| head`). What is left in the buffer would raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return exits.CUT_OFF
    return code


def ran(arguments: Sequence[str]) -> int:
    """The same, but raises BrokenPipeError where nobody reads the output any more."""
    from api.cli.app import app

    try:
        app(args=list(arguments), prog_name="airslot")
    except SystemExit as end:
        # Typer and Rich make an exit code of their own of a broken pipe.
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        return end.code if isinstance(end.code, int) else exits.OK if end.code is None else exits.FAULT
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except BrokenPipeError:
        raise
    except AirslotError as error:
        say(error)
        return exits.USAGE if isinstance(error, Invalid) else exits.FAULT
    except Exception as error:
        if os.environ.get("AIRSLOT_DEBUG"):
            raise
        print(
            f"airslot: this should not have happened: {type(error).__name__}: {first_line(error)}\n"
            "Nothing half done was kept. Run it again with AIRSLOT_DEBUG=1 for the details to report.",
            file=sys.stderr,
        )
        return exits.FAULT
    return exits.OK


def say(error: AirslotError) -> None:
    """Print an error to a person: one sentence, or one line a fault with its place in the file."""
    for line in sentences(error):
        print(f"airslot: {line}", file=sys.stderr)


def sentences(error: AirslotError) -> list[str]:
    """The sentences of an error; a fault with a line of its file begins with that place."""
    faults = error.faults if isinstance(error, Invalid) else ()
    if not faults:
        return [error.text(language())]
    lines = []
    for fault in faults:
        name = error.where if fault.line is not None and error.where else None
        place = ":".join(str(part) for part in (name, fault.line, fault.column) if part is not None)
        parts = (place, owner(fault, language()) if place else "", fault.text(language()))
        lines.append(": ".join(part for part in parts if part))
    return lines


def owner(fault: Fault, lang: Lang) -> str:
    """Whose key of a file is wrong, in words: "item 2.2, when"; nothing for a key of the file itself."""
    kind, blank, rest = (fault.where or "").partition(" ")
    if not blank:
        return ""
    return f"{OWNERS.get(kind, kind) if lang == 'vi' else kind} {rest}"


def first_line(error: BaseException) -> str:
    """The first line of an error's text."""
    return (str(error).strip().splitlines() or ["no further text"])[0]
