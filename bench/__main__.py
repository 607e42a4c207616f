"""Run the measurements: python -m bench [name...].

A measurement is a module of this package, named in `NAMES` or `BY_NAME`, whose `main()` prints its lines and
gives False where one was missed. Figures are medians of the processor's time; on a busy machine trust the
ratios only.
"""

from __future__ import annotations

import sys
from importlib import import_module

NAMES = ("expansion", "feeds", "mails", "occurrences", "pages", "phrases", "planning", "reminders", "startup")
BY_NAME = ("growth",)  # takes minutes, so only where it is asked for


def main(asked: list[str]) -> int:
    """Run those asked for, or all; 1 where a line was missed, 2 for a name that is none of them."""
    known = NAMES + BY_NAME
    unknown = [name for name in asked if name not in known]
    if unknown:
        print(
            f"No measurement is called {', '.join(unknown)}: choose from {', '.join(known)}.", file=sys.stderr
        )
        return 2
    missed = False
    for name in asked or NAMES:
        print(f"\n{name}")
        missed = import_module(f"bench.{name}").main() is False or missed
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
