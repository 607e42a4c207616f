"""The `airslot` command: a door like the others. One file a noun; what is heavy is imported late.

`airslot --help` answers in 0.3 s and `airslot expand` in 0.6 s, so a command's file imports Typer
and nothing heavier at its top; the store, the web framework and the tables come when they are used.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code (docs/cli.md lists them)."""
    from api.cli.folders import refusal, strange_folders

    if found := strange_folders():
        sys.exit(refusal(found))

    from api.cli.terminal import speak_utf8
    from api.cli.trouble import guarded

    speak_utf8()
    sys.exit(guarded(sys.argv[1:]))
