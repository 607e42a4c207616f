"""Phrases to schedules, without any cache of results: the plan's own twelve, and a long sentence.

python -m bench phrases
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench.race import Runner, measure
from rules.phrases import Context, read
from scheduler.planning.document import read_plan

PLAN = Path(__file__).parent.parent / "plans" / "kien-giang-2024.yaml"
CONTEXT = Context(year=2024)
TIMES = 40
LEAST = 1_000  # phrases a second
LONGEST_MS = 20
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
    sentence = "; ".join([LONG_SENTENCE] * 5)
    spent = []
    for _ in range(11):
        begin = time.process_time()
        read(sentence, CONTEXT)
        spent.append((time.process_time() - begin) * 1000)
    longest = statistics.median(spent)
    print(f"  phrases of the plan read, no cache: {rate:,.0f}/s; no peer reads them")
    print(f"    {'ok    ' if rate >= LEAST else 'MISSED'} at least {LEAST:,}/s")
    print(f"  a sentence of {len(sentence)} characters: {longest:.1f} ms")
    print(f"    {'ok    ' if longest <= LONGEST_MS else 'MISSED'} at most {LONGEST_MS} ms")
    return rate >= LEAST and longest <= LONGEST_MS
