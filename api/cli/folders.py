"""Whether the folders that Airslot is made of are its own: their names are short, and others use them too."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

OURS = ("api", "rules", "scheduler", "migrations")


def strange_folders(ours: tuple[str, ...] = OURS) -> list[str]:
    """The names that Python would find elsewhere than beside this file, and where. It runs at each start."""
    root = Path(__file__).resolve().parents[2]
    found = []
    for name in ours:
        spec = find_spec(name)
        places = (
            [] if spec is None else [Path(one).resolve() for one in spec.submodule_search_locations or ()]
        )
        if places[:1] != [root / name]:
            found.append(f"{name} ({places[0] if places else 'not there'})")
    return found


def shared_folders(ours: tuple[str, ...] = OURS) -> list[str]:
    """The names under which several installed packages have put files: one may have overwritten another's."""
    from importlib.metadata import packages_distributions

    owners = packages_distributions()
    return [
        f"{name} ({', '.join(sorted(set(owners[name])))})"
        for name in ours
        if len(set(owners.get(name, ()))) > 1
    ]


def altered_files(name: str = "airslot") -> list[str]:
    """Files of the installed release that are gone, or are not as the release brought them.

    A package that put its own in their place and was taken away again leaves no other trace. An editable
    installation has no files of its own, and nothing is looked at.
    """
    from base64 import urlsafe_b64encode
    from hashlib import new
    from importlib.metadata import files

    found = []
    for file in files(name) or ():
        if file.hash is None or file.parts[0] not in OURS:
            continue
        place = Path(str(file.locate()))
        digest = new(file.hash.mode, place.read_bytes()).digest() if place.is_file() else b""
        if urlsafe_b64encode(digest).rstrip(b"=").decode() != file.hash.value:
            found.append(str(file))
    return found


def refusal(found: list[str]) -> str:
    """The sentence for whoever starts it in such an environment."""
    return (
        f"airslot: another package has the name of a part of Airslot: {', '.join(found)}."
        " Install Airslot into a virtual environment of its own, and start it from there."
    )
