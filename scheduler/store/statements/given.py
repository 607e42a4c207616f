"""Many rows of values in one statement: they travel as one JSON text and are a table there.

A bound value for each (`IN (:a, :b, ...)`, `VALUES`) is slow to write, to plan and to keep; this is the same
text however many rows there are, so drivers and servers prepare it once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    JSON,
    FromClause,
    Text,
    bindparam,
    cast,
    column,
    func,
    select,
)
from sqlalchemy.types import TypeEngine

_NAME = "given"


def given(database: str, types: Mapping[str, TypeEngine[Any]], name: str = _NAME) -> FromClause:
    """A table of the rows that `as_given` makes, for an `UPDATE … FROM`; column by column what type it has.

    `database` is the dialect's name: no expression says it on both. Two in one statement need two names.
    """
    text = bindparam(name, type_=Text())
    if database == "postgresql":
        columns = [column(name, its_type) for name, its_type in types.items()]
        rows = func.json_to_recordset(cast(text, JSON()))
        return rows.table_valued(*columns, name=name).render_derived(name=name, with_types=True)
    each = func.json_each(text).table_valued(column("value", Text()), name="each")
    read = [
        func.json_extract(each.c.value, f"$.{key}", type_=its_type).label(key)
        for key, its_type in types.items()
    ]
    return select(*read).subquery(name)


def as_given(rows: Sequence[Mapping[str, Any]], name: str = _NAME) -> dict[str, str]:
    """The rows as the parameter of a statement with `given`: text, numbers, None, and JSON of these."""
    return {name: json.dumps(rows, ensure_ascii=False, separators=(",", ":"))}
