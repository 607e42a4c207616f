"""YAML text as a tree in which each value knows its line and column.

The tree is built from the parser's stream of marks, without recursion and without YAML's guesses
of types: `2.10` stays "2.10" and `no` stays "no". Aliases, tags and second documents have no use
in a plan file and are faults; so are keys that are given twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from scheduler.errors import Fault

MAX_DEPTH = 12
MAX_FAULTS = 50
# All but the printable characters of YAML 1.1 (5.1).
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the file; line and column count from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar:
    """A single value as it is written; `plain` where it stands without quotes."""

    text: str
    plain: bool
    mark: Mark

    @property
    def empty(self) -> bool:
        """True for nothing at all, `~` and `null`."""
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Listing:
    """A list of values."""

    mark: Mark
    nodes: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file."""

    mark: Mark
    entries: dict[str, Node] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)


Node: TypeAlias = Scalar | Listing | Mapping


class EnoughFaultsError(Exception):
    """So many faults are noted that reading on would only be noise."""


class Faults:
    """Collects faults with their places; at `MAX_FAULTS` it ends the reading (EnoughFaultsError)."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def add(
        self,
        mark: Mark | None,
        where: str,
        code: str,
        en: str,
        vi: str,
        choices: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Note one fault at `mark`; `where` says the place in words ("item 2.2, when")."""
        line, column = (mark.line, mark.column) if mark else (None, None)
        self.found.append(Fault(code, en, vi, where or None, line, column, choices))
        if len(self.found) >= MAX_FAULTS:
            raise EnoughFaultsError


class _UnreadableError(Exception):
    """The rest of the file cannot be read; the fault is already noted."""


class _Builder:
    """Puts the parser's events together; `open` holds the collections not yet closed."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.root: Node | None = None
        self.open: list[tuple[Listing | Mapping, str | None]] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the parser's stream."""
        mark = _mark(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                mark,
                "alias",
                f"Aliases (*{event.anchor}) are not used in a plan file; write the value again here.",
                f"Tệp kế hoạch không dùng bí danh (*{event.anchor}); hãy ghi lại giá trị tại đây.",
            )
            self._place(Scalar("", True, mark), mark)
        elif isinstance(event, yaml.ScalarEvent):
            self._check_properties(event, mark)
            self._place(Scalar(event.value, not event.style, mark), mark)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            self._check_properties(event, mark)
            self._open(Listing(mark) if isinstance(event, yaml.SequenceStartEvent) else Mapping(mark), mark)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self.open.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self._refuse(
                mark,
                "second-document",
                "A second document begins here; a plan file holds one plan. Put the other in its own file.",
                "Tại đây bắt đầu một tài liệu thứ hai; mỗi tệp chỉ chứa một kế hoạch. Hãy tách ra tệp riêng.",
            )
            raise _UnreadableError

    def _open(self, node: Listing | Mapping, mark: Mark) -> None:
        if len(self.open) >= MAX_DEPTH:
            self._refuse(
                mark,
                "nested-too-deep",
                f"The values are nested more than {MAX_DEPTH} deep; a plan file needs four levels.",
                f"Giá trị lồng nhau quá {MAX_DEPTH} cấp; tệp kế hoạch chỉ cần bốn cấp.",
            )
            raise _UnreadableError
        self._place(node, mark)
        self.open.append((node, None))

    def _place(self, node: Node, mark: Mark) -> None:
        if not self.open:
            self.root = node
            return
        parent, key = self.open[-1]
        if isinstance(parent, Listing):
            parent.nodes.append(node)
        elif key is None:
            self.open[-1] = (parent, self._key(parent, node, mark))
        else:
            parent.entries.setdefault(key, node)
            self.open[-1] = (parent, None)

    def _key(self, parent: Mapping, node: Node, mark: Mark) -> str:
        if not isinstance(node, Scalar):
            self._refuse(
                mark,
                "bad-key",
                "A key must be a single word, as in `title: ...`.",
                "Khóa phải là một từ, ví dụ `title: ...`.",
            )
            raise _UnreadableError
        first = parent.marks.setdefault(node.text, mark)
        if first is not mark:
            self._refuse(
                mark,
                "duplicate-key",
                f'The key "{node.text}" is given twice (first on line {first.line}); keep one of the two.',
                f'Khóa "{node.text}" được ghi hai lần (lần đầu ở dòng {first.line}); hãy giữ lại một.',
            )
        return node.text

    def _check_properties(self, event: yaml.NodeEvent, mark: Mark) -> None:
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._refuse(
                mark,
                "tag",
                f"Tags ({tag}) are not used in a plan file; write the plain value.",
                f"Tệp kế hoạch không dùng thẻ kiểu ({tag}); hãy ghi giá trị bình thường.",
            )

    def _refuse(self, mark: Mark, code: str, en: str, vi: str) -> None:
        self.faults.add(mark, "", code, en, vi)


def build_nodes(text: str, faults: Faults) -> Node | None:
    """The tree of `text`, or None where it cannot be read; what is wrong is noted in `faults`."""
    builder = _Builder(faults)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except (_UnreadableError, EnoughFaultsError):
        return None
    except yaml.MarkedYAMLError as error:
        place = error.problem_mark or error.context_mark
        faults.add(_mark(place) if place else None, "", "not-yaml", *_syntax_sentence(error))
        return None
    except yaml.YAMLError as error:
        faults.add(
            _forbidden(text),
            "",
            "forbidden-characters",
            f"The file holds characters that YAML forbids ({_reason(error)}); remove them.",
            f"Tệp có ký tự mà YAML không cho phép ({_reason(error)}); hãy xóa chúng.",
        )
        return None
    return builder.root


def _mark(mark: object) -> Mark:
    return Mark(getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1)


def _forbidden(text: str) -> Mark | None:
    """Where the first character stands that no YAML may hold."""
    found = _FORBIDDEN.search(text)
    if found is None:
        return None
    before = text[: found.start()]
    return Mark(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _reason(error: Exception) -> str:
    return " ".join(str(getattr(error, "reason", "") or error).split())[:120]


def _syntax_sentence(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    problem = " ".join((error.problem or error.context or "").split())
    return (
        f"This is not well-formed YAML: {problem}. Look for a missing quote, a tab, or a colon or a "
        "wrong indent just before this place; put text that holds a colon in quotes.",
        f"Chỗ này không đúng cú pháp YAML ({problem}). Hãy xem ngay trước đó có thiếu dấu nháy, dấu tab, "
        "dấu hai chấm hoặc thụt dòng sai không; chữ có dấu hai chấm phải đặt trong dấu nháy.",
    )
