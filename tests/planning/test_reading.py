"""What is said of a stored phrase is what was loaded: with the item's weeks, reading and channels."""

from __future__ import annotations

from rules.wording import wording
from scheduler.planning.plan_file.document import read_plan
from scheduler.planning.plan_file.reading import read_items
from scheduler.planning.plan_file.stored_document import stored_document
from scheduler.store.plans.read_model import get_plan, plan_items
from tests.planning.samples import Desk

LEANING = """
slug: nuong-theo-2024
title: Kế hoạch 2024
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets:
  - name: Đài A
    channels: [Phương Nam]
  - name: Đài B
items:
  - number: "1"
    title: Tuần theo ISO
    when: 17 giờ 45 thứ Tư tuần 3
    weeks: iso
  - number: "2"
    title: Chọn cách hiểu
    when: thứ Tư cách tuần 17h45
    reading: 17:45 thứ Tư 2 tuần một lần tính từ tuần có ngày 8/1/2024
  - number: "3"
    title: Có kênh
    outlet: Đài A
    when: 17h45 thứ Tư tuần 3 Phương Nam
  - number: "4"
    title: Không có kênh
    outlet: Đài B
    when: 17h45 thứ Tư tuần 3 Phương Nam
  - number: "5"
    title: Có định mức
    when: Trong năm 2024
    target: 1 số/tháng
"""


def test_a_stored_phrase_is_read_as_it_was_loaded(desk: Desk) -> None:
    document = read_plan(LEANING.encode())
    desk.load_document(document)

    items = desk.do(plan_items, document.slug)
    readings = desk.do(read_items, desk.do(get_plan, document.slug), items)

    loaded = [
        {"vi": wording(item.schedule, "vi"), "en": wording(item.schedule, "en")} for item in document.items
    ]
    assert readings == loaded
    vi = [reading["vi"] for reading in readings]
    assert vi[1].endswith("8/1/2024")
    assert "kênh Phương Nam" in vi[2]
    assert "Phương Nam" not in vi[3]
    assert desk.do(stored_document, document.slug) == document


def test_some_items_are_read_like_all_of_them(desk: Desk) -> None:
    document = read_plan(LEANING.encode())
    desk.load_document(document)
    plan, items = desk.do(get_plan, document.slug), desk.do(plan_items, document.slug)

    every = desk.do(read_items, plan, items)

    assert desk.do(read_items, plan, items[2:4]) == every[2:4]
