"""Plans, items, quotas, outlets and channels: what is written comes back, on both databases."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError

from rules.schedule import Period, Quota, WeekConvention
from scheduler.errors import NotFound
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.plan_rows import (
    add_items,
    bump_plan,
    delete_items,
    renumber_items,
    replace_items,
    save_office,
    save_outlets,
    save_plan,
)
from scheduler.store.plans.read_model import (
    Channel,
    Group,
    Item,
    Outlet,
    find_item,
    find_plan,
    get_plan,
    list_outlets,
    list_plans,
    plan_items,
)
from scheduler.store.plans.sight import PUBLIC
from scheduler.store.tables import item, quota
from tests.store.samples import AT, ITEMS, LATER, PLAN, STATION, store

FULL = Item(
    number="2.4",
    title="Phóng sự",
    position=9,
    product="1 phóng sự",
    outlet=STATION,
    phrase="Tháng 11 - tháng 12 năm 2024",
    target="1/năm",
    budget=9_007_199_254_740_993,
    minutes=15,
    valid_from=date(2024, 3, 1),
    valid_until=date(2024, 12, 31),
    shift="next",
    reading="2",
    responsible="Sở Nội vụ",
    cooperating="Các cơ quan liên quan",
    note="như năm trước",
    quotas=(Quota(1, None, Period.YEAR), Quota(2, "tin", Period.MONTH)),
    withdrawn=True,
    weeks="iso",
    group_number="2",
    fingerprint="abc",
)


# --- plans ----------------------------------------------------------------------------------


def test_a_plan_comes_back_as_it_was_written(engine: Engine) -> None:
    plan = replace(PLAN, weeks=WeekConvention.ISO, timezone="Asia/Bangkok", language="en")
    with transaction(engine) as connection:
        saved = save_plan(connection, plan, AT)
        assert saved == plan
        assert (saved.revision, saved.created_at, saved.updated_at) == (1, AT, AT)
        assert get_plan(connection, plan.slug) == plan
        assert find_plan(connection, plan.slug, lock=True) == plan
        assert saved.groups[0] == Group("1", "Báo", 72_000_000)


def test_the_same_plan_again_is_not_written(engine: Engine) -> None:
    with transaction(engine) as connection:
        save_plan(connection, PLAN, AT)
        again = save_plan(connection, PLAN, LATER)
    assert (again.revision, again.updated_at) == (1, AT)


def test_a_changed_plan_keeps_its_row_and_raises_its_revision(engine: Engine) -> None:
    with transaction(engine) as connection:
        before = save_plan(connection, PLAN, AT)
        after = save_plan(connection, replace(PLAN, title="Kế hoạch sửa đổi", office="Sở Thông tin"), LATER)
    assert (after.id, after.revision) == (before.id, 2)
    assert (after.title, after.office) == ("Kế hoạch sửa đổi", "Sở Thông tin")
    assert (after.created_at, after.updated_at) == (AT, LATER)


def test_a_change_below_raises_the_plan_s_revision(engine: Engine) -> None:
    with transaction(engine) as connection:
        plan_id = save_plan(connection, PLAN, AT).id
        bump_plan(connection, plan_id, LATER)
        after = get_plan(connection, PLAN.slug)
    assert (after.revision, after.updated_at) == (2, LATER)


def test_an_unknown_plan_is_told(engine: Engine) -> None:
    with reading(engine) as connection:
        with pytest.raises(NotFound, match="'plan-2023'"):
            get_plan(connection, "plan-2023")
        assert find_plan(connection, "plan-2023") is None


def test_plans_are_listed_the_latest_first(engine: Engine) -> None:
    with transaction(engine) as connection:
        for slug, year, public in (("b", 2024, True), ("c", 2025, False), ("a", 2024, True)):
            save_plan(connection, replace(PLAN, slug=slug, year=year, public=public), AT)
        assert [plan.slug for plan in list_plans(connection)] == ["c", "a", "b"]
        assert [plan.slug for plan in list_plans(connection, PUBLIC)] == ["a", "b"]


def test_a_plan_that_ends_before_it_begins_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        save_plan(connection, replace(PLAN, last_day=date(2023, 12, 31)), AT)


# --- items ----------------------------------------------------------------------------------


def test_items_come_back_in_order_of_the_document(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection, items=(ITEMS[2], ITEMS[0], ITEMS[1]))
        found = plan_items(connection, PLAN.slug)
        assert tuple(found) == ITEMS
        assert {one.number: one.id for one in found} == stored.items
        assert plan_items(connection, "no-such-plan") == []


def test_every_fact_of_an_item_is_kept(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection, items=(FULL,))
        found = find_item(connection, stored.plan_id, "2.4")
        assert found == FULL
        assert found is not None
        assert found.fingerprint == "abc"
        assert find_item(connection, stored.plan_id, "9") is None


def test_withdrawn_items_are_given_where_asked_for(engine: Engine) -> None:
    with transaction(engine) as connection:
        store(connection, items=(*ITEMS, FULL))
        assert FULL not in plan_items(connection, PLAN.slug)
        assert plan_items(connection, PLAN.slug, withdrawn=True) == [*ITEMS, FULL]


def test_replaced_items_keep_their_rows(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        before = plan_items(connection, PLAN.slug)
        changed = replace(before[1], title="Tên mới", outlet=None, quotas=(Quota(6, None, Period.HALF),))
        replace_items(connection, stored.plan_id, [changed], LATER)
        after = plan_items(connection, PLAN.slug)
        assert after == [before[0], changed, before[2]]
        assert [one.id for one in after] == [one.id for one in before]
        written = dict(connection.execute(select(item.c.number, item.c.updated_at)).all())
    assert written == {"1.1": AT, "2.2": LATER, "3": AT}


def test_items_may_exchange_their_numbers(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        one, two, _ = plan_items(connection, PLAN.slug)
        swapped = [replace(one, number=two.number), replace(two, number=one.number)]
        renumber_items(connection, swapped)
        replace_items(connection, stored.plan_id, swapped, LATER)
        assert plan_items(connection, PLAN.slug)[:2] == swapped


def test_two_items_of_one_number_are_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        store(connection, items=(ITEMS[0], replace(ITEMS[0], position=2)))


def test_a_negative_budget_is_refused(engine: Engine) -> None:
    with pytest.raises(IntegrityError), transaction(engine) as connection:
        store(connection, items=(replace(ITEMS[0], budget=-1),))


def test_deleted_items_take_their_quotas_along(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        delete_items(connection, list(stored.items.values()))
        assert plan_items(connection, PLAN.slug) == []
        assert connection.execute(select(quota)).all() == []


def test_more_items_than_one_statement_can_name(engine: Engine) -> None:
    many = [Item(str(n), "Mục", n, quotas=(Quota(n, None, Period.YEAR),)) for n in range(1, 1202)]
    with transaction(engine) as connection:
        stored = store(connection, items=())
        ids = add_items(connection, stored.plan_id, many, AT)
        assert plan_items(connection, PLAN.slug) == many
        delete_items(connection, list(ids.values()))
        assert plan_items(connection, PLAN.slug) == []


# --- outlets --------------------------------------------------------------------------------


def test_outlets_and_channels_are_made_once(engine: Engine) -> None:
    paper = Outlet("Báo tỉnh", (Channel("print"), Channel("web", "Báo điện tử")))
    with transaction(engine) as connection:
        first = save_outlets(connection, "Sở Nội vụ", [paper], AT)
        second = save_outlets(connection, "Sở Nội vụ", [paper, Outlet("Cổng thông tin")], LATER)
        assert second == first | {"Cổng thông tin": second["Cổng thông tin"]}
        assert list_outlets(connection, "Sở Nội vụ") == [paper, Outlet("Cổng thông tin")]
        assert list_outlets(connection, "Sở khác") == []


def test_a_channel_gets_a_name_and_keeps_it(engine: Engine) -> None:
    with transaction(engine) as connection:
        for name in (None, "Kênh một", None):
            save_outlets(connection, "Sở Nội vụ", [Outlet(STATION, (Channel("KG", name),))], AT)
        assert list_outlets(connection) == [Outlet(STATION, (Channel("KG", "Kênh một"),))]


def test_an_office_is_made_once(engine: Engine) -> None:
    with transaction(engine) as connection:
        assert save_office(connection, "Sở Nội vụ", AT) == save_office(connection, "Sở Nội vụ", LATER)
        assert save_office(connection, "Sở khác", AT) != save_office(connection, "Sở Nội vụ", AT)
