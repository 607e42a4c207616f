"""How a phrase is read: `python -m rules.grammar "17h45 thứ Tư tuần 3" [--year 2024] [--lang vi|en]`."""

from __future__ import annotations

import argparse

from rules.grammar.reading import language
from rules.grammar.trace import traced
from rules.understanding import Context


def main() -> None:
    """Print the tokens, terms, trees and licences of a phrase."""
    parser = argparse.ArgumentParser(prog="python -m rules.grammar", description="How a phrase is read.")
    parser.add_argument("phrase")
    parser.add_argument("--year", type=int, help="the plan's year")
    parser.add_argument("--lang", choices=("vi", "en"))
    given = parser.parse_args()
    context = Context(year=given.year, lang=given.lang)
    for line in traced(given.phrase, language(given.phrase, given.lang), context):
        print(line)


if __name__ == "__main__":
    main()
