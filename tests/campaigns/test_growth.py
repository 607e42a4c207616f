"""Line 13: what is old is removed at random moments of a life of changes, while mails go out."""

from __future__ import annotations

import shutil
from random import Random
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from scheduler.store.database.engine import open_engine, reading
from scheduler.store.tables import reminder
from tests.campaigns.conftest import Begin, Fresh
from tests.planning.overrides import cancel, move, restore
from tests.scheduler.test_retention_property import AIRINGS, Act, Life, an_office

WAITS = (1, 20, 24, 30, 24 * 7, 24 * 40, 24 * 95)
LEADS: tuple[list[str], ...] = (["P1D"], ["P7D", "PT2H"], ["P30D", "P1D"])


class Sometimes(Life):
    """Removes in some of the nights alone."""

    dice: Random

    def look(self) -> None:
        self.removing = self.dice.random() < 0.5
        super().look()


def acts(dice: Random) -> list[Act]:
    """What people do to a plan, and waits between."""
    kinds: list[Any] = ["wait", "wait", move, cancel, restore, "leads", "plan time back"]
    found: list[Act] = []
    for _ in range(dice.randint(6, 12)):
        what = dice.choice(kinds)
        if what == "wait":
            found.append((what, dice.choice(WAITS)))
        elif what is move:
            found.append((what, dice.randrange(AIRINGS), dice.randint(-60, 120)))
        elif what == "leads":
            found.append((what, dice.choice(LEADS)))
        elif what == "plan time back":
            found.append((what, dice.choice((2, 30, 24 * 20, 24 * 89))))
        else:
            found.append((what, dice.randrange(AIRINGS + 1)))
    return found


def left(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(reminder)) or 0


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_removing_at_random_moments_changes_no_mail(campaign: Begin, fresh: Fresh) -> None:
    with campaign("13 what is old removed at random while mails go out", 1, 40) as counted:
        removed = mails = 0
        for dice in counted.each():
            lived = acts(dice)
            with fresh() as engine:
                an_office(engine)
                engine.dispose()
                path = str(engine.url.database)
                shutil.copyfile(path, f"{path}.other")
                other = open_engine(f"sqlite:///{path}.other")
                wanted, rows = Life(engine, removing=False).live(lived), left(engine)
                removing = Sometimes(other, removing=True)
                removing.dice = dice
                found, gone = removing.live(lived), rows - left(other) - removing.removed
                other.dispose()
            removed, mails = removed + removing.removed, mails + len(wanted)
            counted.judge(
                lost=len(set(wanted) - set(found)) + max(gone, 0),
                doubled=len(found) - len(set(found)),
                wrong=str(set(found) - set(wanted) or ""),
            )
        counted.beside += [f"mails {mails}", f"rows removed {removed}"]
