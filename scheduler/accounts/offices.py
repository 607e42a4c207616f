"""The offices: the first one, and one by its id or name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from scheduler.errors import NotFound
from scheduler.store.tables import office


def the_office_id(connection: Connection) -> int:
    """The first office; raises NotFound before any plan is loaded."""
    found = connection.scalar(select(office.c.id).order_by(office.c.id).limit(1))
    if found is None:
        raise NotFound(
            "no-office",
            "There is no office yet: the first plan makes it. Load one: airslot plan load FILE",
            "Chưa có cơ quan nào: kế hoạch đầu tiên sẽ tạo ra. Hãy nạp kế hoạch: airslot plan load TỆP",
        )
    return int(found)


def the_only_office(connection: Connection) -> int | None:
    """The office where there is one alone; None where there are several, or none yet."""
    found = connection.scalars(select(office.c.id).limit(2)).all()
    return int(found[0]) if len(found) == 1 else None


def get_office(connection: Connection, office_id: int) -> str:
    """The name of an office; raises NotFound."""
    found = connection.scalar(select(office.c.name).where(office.c.id == office_id))
    if found is None:
        raise NotFound(
            "office-not-found", f"There is no office {office_id}.", f"Không có cơ quan {office_id}."
        )
    return str(found)


def office_named(connection: Connection, name: str) -> int:
    """The id of the office of that name, or NotFound."""
    found = connection.scalar(select(office.c.id).where(office.c.name == name))
    if found is None:
        names = connection.scalars(select(office.c.name).order_by(office.c.id)).all()
        known = "; ".join(names) or "–"
        raise NotFound(
            "office-not-found",
            f"There is no office {name!r}. Known: {known}.",
            f"Không có cơ quan {name!r}. Hiện có: {known}.",
            where="office",
        )
    return int(found)
