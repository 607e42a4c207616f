"""What `airslot doctor` found out about one thing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `ok` None is not known. `remedy` is empty where it is well."""

    what: str
    ok: bool | None
    found: str
    remedy: str = ""
