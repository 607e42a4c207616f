"""Zone data of a machine whose rules were changed: a folder that zoneinfo reads before all others."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo


@contextmanager
def changing_rules(folder: Path, zone: str) -> Iterator[Callable[[str], None]]:
    """Within, what is given lets the rules of `zone` be those of another from that moment on."""
    with other_rules(folder, zone, like=zone):

        def become(like: str) -> None:
            new = folder / "new"
            new.write_bytes(_rules_of(like))
            new.replace(folder / zone)

        yield become


@contextmanager
def other_rules(folder: Path, zone: str, like: str) -> Iterator[None]:
    """Within, the rules of `zone` are those of `like`; whoever has read the former ones is not told."""
    file = folder / zone
    file.parent.mkdir(parents=True)
    file.write_bytes(_rules_of(like))
    (folder / "+VERSION").write_text("2099a\n")
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=[str(folder), *before])
    try:
        yield
    finally:
        zoneinfo.reset_tzpath(to=before)
        ZoneInfo.clear_cache()


def _rules_of(zone: str) -> bytes:
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / zone).is_file():
            return (folder / zone).read_bytes()
    return files("tzdata").joinpath("zoneinfo", *zone.split("/")).read_bytes()
