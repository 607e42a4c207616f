"""Texts that are constants of a class, as the members of an `Enum` are.

The reader asks for the kind of a token at each step. In Python 3.11 a member of an `Enum` takes five times as
long to look up as an attribute of a plain class: a fifth of the time of a long sentence. From 3.12 on the two
are alike, and an `Enum` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

    Constants = StrEnum
else:

    class Constants(str):
        """Each text that the body of a subclass names is a constant of it, which knows its name."""

        def __init_subclass__(cls) -> None:
            cls.__members__ = {name: cls(text) for name, text in vars(cls).items() if name.isupper()}
            for name, constant in cls.__members__.items():
                constant.name = name
                setattr(cls, name, constant)
