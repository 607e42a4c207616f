"""A plan file read and written: YAML text in, a `PlanDocument` out, and back.

`docs/plan-file.md` describes the format. Reading tells every fault at once, each with its line, up to fifty.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from scheduler.errors import Invalid, NotFound
from scheduler.planning.plan_file.entries import GroupEntry, ItemEntry, Notice, OutletEntry, PlanDocument
from scheduler.planning.plan_file.nodes import EnoughFaultsError, Faults, Mapping, Mark, Node, build_nodes
from scheduler.planning.plan_file.plan_fields import read_fields
from scheduler.planning.plan_file.writing import write_plan

__all__ = ["GroupEntry", "ItemEntry", "Notice", "OutletEntry", "PlanDocument", "read_plan", "write_plan"]

MAX_BYTES = 5_000_000


def read_plan(source: Path | bytes, name: str | None = None) -> PlanDocument:
    """The plan that a file holds; `source` is its path or its bytes, `name` is said in errors.

    Raises Invalid with every fault up to fifty (line, column, where, sentence and remedy), NotFound where
    there is no such file.
    """
    shown = name or (str(source) if isinstance(source, Path) else "plan file")
    content = _fetch(source, shown) if isinstance(source, Path) else source
    faults = Faults()
    document = None
    text = _decode(content, faults)
    if text is not None:
        root = _whole(text, faults)
        with suppress(EnoughFaultsError):
            document = read_fields(root, faults) if root is not None else None
    if faults.found or document is None:
        raise Invalid.of(
            sorted(faults.found, key=lambda fault: (fault.line or 0, fault.column or 0)), where=shown
        )
    return document


def _fetch(path: Path, shown: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise NotFound(
            "plan-file-not-found",
            f"There is no file {shown}; check the name and the folder.",
            f"Không có tệp {shown}; hãy kiểm tra tên và thư mục.",
            where=shown,
        ) from None
    except OSError as error:
        raise Invalid(
            "plan-file-unreadable",
            f"{shown} cannot be read ({error.strerror}); give a plan file that you may open.",
            f"Không đọc được {shown} ({error.strerror}); hãy chọn tệp kế hoạch mà bạn có quyền mở.",
            where=shown,
        ) from None


def _decode(content: bytes, faults: Faults) -> str | None:
    if len(content) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        faults.add(
            Mark(1, 1),
            "",
            "too-large",
            f"The file is larger than {limit} MB, more than any plan needs; is it really a plan file?",
            f"Tệp lớn hơn {limit} MB, quá lớn so với một kế hoạch; đây có đúng là tệp kế hoạch không?",
        )
        return None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        faults.add(
            Mark(before.count(b"\n") + 1, column),
            "",
            "not-utf-8",
            "The file is not in UTF-8 from here on; save it again with the encoding UTF-8.",
            "Từ chỗ này tệp không theo bảng mã UTF-8; hãy lưu lại với bảng mã UTF-8 (Unicode).",
        )
        return None


def _whole(text: str, faults: Faults) -> Mapping | None:
    root: Node | None = build_nodes(text, faults)
    if isinstance(root, Mapping):
        return root
    if not faults.found:
        faults.add(
            root.mark if root else Mark(1, 1),
            "",
            "not-a-plan",
            "This is no plan file: it must begin with keys such as `slug: ...` and `title: ...`.",
            "Đây không phải tệp kế hoạch: tệp phải bắt đầu bằng các khóa như `slug: ...` và `title: ...`.",
        )
    return None
