"""Typed values out of a node: each reading either gives a value or notes a fault with its remedy."""

from __future__ import annotations

import calendar
import difflib
import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from scheduler.planning.plan_file.nodes import Faults, Listing, Mapping, Mark, Node, Scalar
from scheduler.signs import unfit_sign

MAX_TEXT = 10_000
MAX_MONEY = 10**15
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONEY = re.compile(r"\d+(_\d{3})*")
_GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+")
Word = TypeVar("Word", bound=str)


class Fields:
    """The keys of one mapping; `where` names it in words ("item 2.2"), "" for the plan itself.

    A key that is not among the `known` is a fault; None leaves that to another reading of the mapping.
    """

    def __init__(self, node: Mapping, where: str, known: Sequence[str] | None, faults: Faults) -> None:
        self.node = node
        self.where = where
        self.faults = faults
        if known is None:
            return
        for key in node.entries:
            if key not in known:
                self._refuse_key(key, known)

    def path(self, key: str) -> str:
        """The place of a key in words."""
        return f"{self.where}, {key}" if self.where else key

    def mark(self, key: str) -> Mark:
        """Where the value of `key` stands, or the mapping itself where there is none."""
        node = self.node.entries.get(key)
        return node.mark if node is not None else self.node.mark

    def refuse(
        self, key: str, code: str, en: str, vi: str, choices: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Note a fault at the value of `key`."""
        self.faults.add(self.mark(key), self.path(key), code, en, vi, choices)

    def value(self, key: str) -> Node | None:
        """The node at `key`; None where the key is missing or empty."""
        node = self.node.entries.get(key)
        return None if isinstance(node, Scalar) and node.empty else node

    def text(self, key: str, limit: int = MAX_TEXT) -> str | None:
        """A text as it is written, without the blanks around it."""
        node = self.value(key)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.refuse(
                key,
                "not-text",
                f"{key} must be one text, not a list or keys.",
                f"{key} phải là một đoạn chữ, không phải danh sách hay nhóm khóa.",
            )
            return None
        text = node.text.strip()
        if len(text) > limit:
            self.refuse(
                key,
                "too-long",
                f"{key} has {len(text)} characters; at most {limit} are taken. Shorten it.",
                f"{key} dài {len(text)} ký tự; chỉ nhận tối đa {limit}. Hãy rút ngắn.",
            )
            return None
        return (text or None) if self._is_fit(node, key, text) else None

    def required_text(self, key: str, example: str, limit: int = MAX_TEXT) -> str | None:
        """Like `text`; a missing or blank value is a fault that shows `example`."""
        node = self.value(key)
        if node is None or (isinstance(node, Scalar) and not node.text.strip()):
            self.refuse(
                key,
                "missing",
                f"{key} is missing; add a line such as `{key}: {example}`.",
                f"Thiếu {key}; hãy thêm một dòng như `{key}: {example}`.",
            )
            return None
        return self.text(key, limit)

    def day(self, key: str) -> date | None:
        """A day written as 2024-04-02."""
        text = self.text(key)
        if text is None:
            return None
        found = _DAY.fullmatch(text)
        if found is None:
            self.refuse(
                key,
                "bad-day",
                f'"{_short(text)}" is no day; write year-month-day, as in 2024-04-02.',
                f'"{_short(text)}" không phải ngày; hãy ghi năm-tháng-ngày, ví dụ 2024-04-02.',
            )
            return None
        year, month, day = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            self.refuse(key, "no-such-day", *_no_such_day(text, year, month))
            return None

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`."""
        text = self.text(key)
        if text is None:
            return None
        if re.fullmatch(r"-?\d{1,18}", text) and low <= int(text) <= high:
            return int(text)
        self.refuse(
            key,
            "bad-number",
            f'"{_short(text)}" is no whole number from {low} to {high}.',
            f'"{_short(text)}" không phải số nguyên từ {low} đến {high}.',
        )
        return None

    def money(self, key: str) -> int | None:
        """Whole đồng, 72000000 or 72_000_000; never negative."""
        text = self.text(key)
        if text is None:
            return None
        if _MONEY.fullmatch(text) and len(text) <= 25 and int(text) <= MAX_MONEY:
            return int(text)
        if text.startswith("-") and _MONEY.fullmatch(text[1:]):
            self.refuse(
                key,
                "negative",
                f"{key} is {text}, below zero; write 0 or more, or leave it out where none is known.",
                f"{key} là {text}, nhỏ hơn 0; hãy ghi từ 0 trở lên, hoặc bỏ trống nếu chưa có.",
            )
            return None
        example = re.sub(r"[.,]", "", text) if _GROUPED.fullmatch(text) else "72000000"
        self.refuse(
            key,
            "bad-money",
            f'"{_short(text)}" is no amount in whole đồng; write digits only, as in {example}.',
            f'"{_short(text)}" không phải số tiền (đồng); hãy ghi chữ số liền nhau, ví dụ {example}.',
        )
        return None

    def flag(self, key: str) -> bool:
        """True or false; a missing value is false."""
        return self.choice(key, ("true", "false")) == "true"

    def choice(self, key: str, words: Sequence[Word]) -> Word | None:
        """One of `words`."""
        text = self.text(key)
        if text is None:
            return None
        for word in words:
            if word == text:
                return word
        near = difflib.get_close_matches(text, words, 1)
        self.refuse(
            key,
            "bad-choice",
            f'"{_short(text)}" is not one of {", ".join(words)}.'
            + (f" Did you mean {near[0]}?" if near else " Choose one of them."),
            f'"{_short(text)}" không thuộc: {", ".join(words)}.'
            + (f" Có phải là {near[0]}?" if near else " Hãy chọn một trong số đó."),
        )
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        node = self.value(key)
        if node is None:
            return ()
        found = []
        for entry in node.nodes if isinstance(node, Listing) else [node]:
            if not isinstance(entry, Scalar) or entry.empty:
                self.faults.add(
                    entry.mark,
                    self.path(key),
                    "not-text",
                    f"Each entry of {key} must be one text.",
                    f"Mỗi phần tử của {key} phải là một đoạn chữ.",
                )
            elif self._is_fit(entry, key, entry.text):
                found.append(entry.text.strip())
        return tuple(found)

    def mappings(self, key: str, example: str) -> list[Mapping]:
        """A list of key groups; `example` shows one in a fault."""
        node = self.value(key)
        if node is None:
            return []
        entries = node.nodes if isinstance(node, Listing) else [node]
        found = []
        for entry in entries:
            if isinstance(node, Listing) and isinstance(entry, Mapping):
                found.append(entry)
                continue
            self.faults.add(
                entry.mark,
                self.path(key),
                "not-a-list",
                f"{key} must be a list, each entry with keys of its own, as in `- {example}`.",
                f"{key} phải là danh sách, mỗi phần tử có các khóa riêng, ví dụ `- {example}`.",
            )
        return found

    def _is_fit(self, node: Scalar, key: str, text: str) -> bool:
        """Whether a text may be stored; where it may not, the fault is noted."""
        unfit = unfit_sign(text, "\n\t")
        if unfit is not None:
            self.faults.add(
                node.mark,
                self.path(key),
                "control-characters",
                f"{key} holds control characters, or signs of private use ({unfit}); remove them.",
                f"{key} có ký tự điều khiển hoặc ký tự dùng riêng ({unfit}); hãy xóa đi.",
            )
        return unfit is None

    def _refuse_key(self, key: str, known: Sequence[str]) -> None:
        near = difflib.get_close_matches(key, known, 1, 0.6)
        en = f" Did you mean {near[0]}?" if near else f" Known here: {', '.join(known)}."
        vi = f" Có phải là {near[0]}?" if near else f" Các khóa dùng được: {', '.join(known)}."
        self.faults.add(
            self.node.marks[key],
            self.where,
            "unknown-key",
            f'The key "{_short(key)}" is unknown.{en}',
            f'Không có khóa "{_short(key)}".{vi}',
        )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:57] + "..."


def _no_such_day(text: str, year: int, month: int) -> tuple[str, str]:
    if 1 <= month <= 12 and year >= 1:
        length = calendar.monthrange(year, month)[1]
        return (
            f"The day {text} does not exist: month {month} of {year} has {length} days.",
            f"Không có ngày {text}: tháng {month} năm {year} có {length} ngày.",
        )
    return (
        f"The day {text} does not exist; the month goes from 01 to 12.",
        f"Không có ngày {text}; tháng từ 01 đến 12.",
    )
