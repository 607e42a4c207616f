"""What an installed copy is made of."""

from __future__ import annotations

import pytest

from api.cli.folders import OURS
from tests.cli.conftest import ROOT

wheel = pytest.importorskip("hatchling.builders.wheel", reason="it comes with the dev extra")


def test_a_wheel_holds_every_file_of_the_four_folders_and_nothing_else() -> None:
    inside = {file.distribution_path for file in wheel.WheelBuilder(str(ROOT)).recurse_included_files()}

    there = {
        str(path.relative_to(ROOT))
        for name in OURS
        for path in (ROOT / name).rglob("*")
        if path.is_file() and path.parent.name not in ("__pycache__", "vendor")
    }
    # What npm brings is there only once it was fetched.
    assert {one for one in inside if not one.startswith("api/static/vendor/")} == there
    assert {"scheduler/locale/vi/LC_MESSAGES/airslot.po", "migrations/script.py.mako"} < inside
