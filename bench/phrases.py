"""Phrases to schedules, without any cache of results: the plan's own twelve, the longest
sentence, and crowds of one word; and what a phrase costs on each floor of the grammar.

python -m bench phrases
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench.race import Runner, measure
from rules.grammar.choices import Surroundings
from rules.grammar.drafting.forest import drafts
from rules.grammar.lexing.lexer import lex
from rules.grammar.meaning.ways import assemble_each, ways_of
from rules.grammar.recognizing.sentence import sentence
from rules.grammar.sentences.grammar import trees
from rules.grammar.sentences.row import row_of
from rules.grammar.sentences.settling import settled
from rules.phrases import LONGEST_PHRASE, Context, read
from scheduler.planning.plan_file.document import read_plan

PLAN = Path(__file__).parent.parent / "plans" / "kien-giang-2024.yaml"
CONTEXT = Context(year=2024)
TIMES = 40
LEAST = 1_000  # phrases a second
LONGEST_MS = 20
MOST_MS = 50  # any text
# Long texts of one piece that once took seconds, and the longest sentence of real words.
CROWDS = (
    "3, ",
    "of ",
    "kỳ ",
    "ngày 31; ",
    "every Monday at 5:45 ",
    "5:45; ",
    "1/2; ",
    "hoặc ",
    "thứ Tư 8h, ",
)
LONG_SENTENCE = (
    "Chuyên mục cải cách hành chính do các phòng phối hợp thực hiện, phát lúc 17 giờ 45 thứ Tư, tuần 3. "
)


def main() -> bool:
    """Measure and print; False where a line was missed."""
    phrases = [item.when for item in read_plan(PLAN).items]

    def all_phrases() -> None:
        for _ in range(TIMES):
            for phrase in phrases:
                read(phrase, CONTEXT)

    rate = measure([Runner("read", all_phrases, TIMES * len(phrases))], 7)["read"]
    longest = spent_ms((LONG_SENTENCE * 60)[:LONGEST_PHRASE], 11)
    crowded = {piece: spent_ms((piece * LONGEST_PHRASE)[:LONGEST_PHRASE], 5) for piece in CROWDS}
    worst = max(crowded, key=crowded.__getitem__)
    print(f"  phrases of the plan read, no cache: {rate:,.0f}/s; no peer reads them")
    print(f"    {'ok    ' if rate >= LEAST else 'MISSED'} at least {LEAST:,}/s")
    for floor, spent in floors(phrases).items():
        print(f"    of it, {floor}: {spent:.2f} ms a phrase")
    print(f"  a sentence of {LONGEST_PHRASE:,} characters: {longest:.1f} ms")
    print(f"    {'ok    ' if longest <= LONGEST_MS else 'MISSED'} at most {LONGEST_MS} ms")
    print(f"  {LONGEST_PHRASE:,} characters of one piece, the worst {worst!r}: {crowded[worst]:.1f} ms")
    print(f"    {'ok    ' if crowded[worst] <= MOST_MS else 'MISSED'} at most {MOST_MS} ms")
    return rate >= LEAST and longest <= LONGEST_MS and crowded[worst] <= MOST_MS


def floors(phrases: list[str]) -> dict[str, float]:
    """Milliseconds a phrase on each floor of the grammar, the median of some rounds."""
    around = Surroundings("vi", CONTEXT.year, CONTEXT.weeks)
    terms = [sentence(lex(phrase, "vi"), "vi", len(phrase)).parts for phrase in phrases]
    ways = [parts for row in terms for parts, _ in ways_of(row)]
    rows = [row_of(settled(parts).parts) for parts in ways]

    def recognize() -> None:
        for phrase in phrases:
            sentence(lex(phrase, "vi"), "vi", len(phrase))

    def parse() -> None:
        for row in rows:
            trees(row)

    def draft() -> None:
        for parts in ways:
            drafts(parts)

    def whole() -> None:
        for row in terms:
            assemble_each(row, around)

    spent = {}
    for name, work in (("terms", recognize), ("forest", parse), ("drafts", draft), ("meaning", whole)):
        rounds = []
        for _ in range(11):
            begin = time.process_time()
            work()
            rounds.append((time.process_time() - begin) * 1000 / len(phrases))
        spent[name] = statistics.median(rounds)
    return {
        "terms": spent["terms"],
        "the forest of trees": spent["forest"],
        "scopes and drafts": spent["drafts"] - spent["forest"],
        "meaning": spent["meaning"] - spent["drafts"],
    }


def spent_ms(text: str, rounds: int) -> float:
    """The median of the processor's time for one reading, in milliseconds."""
    spent = []
    for _ in range(rounds):
        begin = time.process_time()
        read(text, CONTEXT)
        spent.append((time.process_time() - begin) * 1000)
    return statistics.median(spent)
