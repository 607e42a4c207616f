"""Two offices: one with a weekly column, its replay and windows, another with a public plan of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Engine, select

from scheduler.accounts.audit import Entry, entries
from scheduler.accounts.rights import Actor, Role
from scheduler.clock import FixedClock
from scheduler.desk import documents
from scheduler.desk.desk import Desk
from scheduler.machine_time import MachineTime
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.store.database.engine import transaction
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id, plan_occurrences
from scheduler.store.plans.read_model import Plan, get_plan
from scheduler.store.tables import office

OFFICE, OTHER_OFFICE = "Sở Nội vụ", "Sở Tư pháp"
STATION, PAPER = "Đài PT-TH", "Báo"
UID_DOMAIN = "airslot.example"
OWN, OTHERS = "phat-song-2024", "truyen-thong-2024"

PLAN = """\
slug: phat-song-2024
title: Phát sóng 2024
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets:
  - {name: Đài PT-TH, channels: [KG, KG1]}
  - {name: Báo}
groups:
  - {number: "1", title: Báo, subtotal: 1000}
  - {number: "2", title: Đài, subtotal: 5000}
items:
  - {number: "1.1", title: Tin, outlet: Báo, when: "Tuần 1 hằng tháng", budget: 1000}
  - number: "2.2"
    title: Chuyên mục
    outlet: Đài PT-TH
    when: 17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ Kênh KG ngày hôm sau, thời lượng 12 phút
    budget: 5000
total: 6000
"""
OTHERS_PLAN = """\
slug: truyen-thong-2024
title: Truyền thông 2024
office: Sở Tư pháp
year: 2024
timezone: Asia/Ho_Chi_Minh
public: true
outlets: [{name: Đài PT-TH, channels: [KG]}]
items:
  - {number: "1", title: Bản tin, outlet: Đài PT-TH, when: "17 giờ 45 thứ Tư, Tuần 3 Kênh KG", minutes: 9}
"""


class Offices:
    """Both of them, with their clock, and people to act in them."""

    def __init__(self, engine: Engine, clock: FixedClock, machine_time: MachineTime) -> None:
        self.engine = engine
        self.clock = clock
        self.machine_time = machine_time
        for text in (PLAN, OTHERS_PLAN):
            self.load(text)
        with transaction(engine) as connection:
            rows = connection.execute(select(office.c.name, office.c.id))
            self.ids = {name: int(office_id) for name, office_id in rows}

    def load(self, text: str) -> None:
        """Load a plan file, as the command line does."""
        with transaction(self.engine) as connection:
            load(
                connection,
                read_plan(text.encode(), "plan"),
                self.clock,
                uid_domain=UID_DOMAIN,
                machine_time=self.machine_time,
            )

    def actor(self, role: Role = "manager", of: str = OFFICE, outlets: frozenset[str] | None = None) -> Actor:
        """Somebody of an office."""
        return Actor("An", role, "page", None, self.ids[of], outlets)

    def do(
        self, deed: Callable[..., Any], *given: Any, actor: Actor | str | None = "manager", **facts: Any
    ) -> Any:
        """Call a deed at the desk of somebody, in one transaction."""
        who = self.actor() if actor == "manager" else actor
        assert not isinstance(who, str)
        with transaction(self.engine) as connection:
            desk = Desk(connection, who, self.clock, self.machine_time, UID_DOMAIN)
            return deed(desk, *given, **facts)

    def compare_document(self, text: str, **facts: Any) -> Any:
        """What a plan file would change, compared at the desk of the manager."""
        return self.do(documents.compare_document, documents.read_document(text), **facts)

    def load_document(self, text: str, *, readings: Mapping[str, str] | None = None, **facts: Any) -> Any:
        """A plan file read, and loaded at the desk of the manager or of another `actor`."""
        return self.do(documents.load_document, documents.read_document(text, readings=readings), **facts)

    def rows(self, slug: str = OWN) -> list[Occurrence]:
        """All occurrences of a plan by start."""
        with transaction(self.engine) as connection:
            return plan_occurrences(connection, slug)

    def row(self, day: str, kind: str = "premiere", slug: str = OWN) -> Occurrence:
        """The one occurrence of that kind that starts on a day."""
        found = [one for one in self.rows(slug) if str(one.start)[:10] == day and one.kind == kind]
        assert len(found) == 1, found
        return found[0]

    def again(self, one: Occurrence) -> Occurrence:
        """The occurrence as it is now."""
        with transaction(self.engine) as connection:
            return occurrences_by_id(connection, [one.id])[one.id]

    def plan(self, slug: str = OWN) -> Plan:
        """A plan as it is now."""
        with transaction(self.engine) as connection:
            return get_plan(connection, slug)

    def log(self, of: str = OFFICE, **facts: Any) -> list[Entry]:
        """The audit log of an office, newest first."""
        with transaction(self.engine) as connection:
            return entries(connection, self.ids[of], limit=500, **facts)[0]
