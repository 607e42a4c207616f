"""Exit codes of the command; docs/cli.md explains them to those who write scripts."""

from __future__ import annotations

from typing import Final

OK: Final = 0
FAULT: Final = 1
USAGE: Final = 2
NEEDS_CONSENT: Final = 3
AMBIGUOUS: Final = 4
REFUSED: Final = 5
EXPANDED: Final = {"understood": OK, "ambiguous": AMBIGUOUS, "refused": REFUSED}
INTERRUPTED: Final = 130
CUT_OFF: Final = 141  # what a shell reports of cat, grep or git in the same place: 128 + SIGPIPE
