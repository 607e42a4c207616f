"""How long a way takes and when it is over are no times of day of what is planned."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from rules.instances import expand
from rules.phrases import Context, read


@pytest.mark.parametrize(
    ("phrase", "at"),
    [
        ("Tàu SE19 xuất phát Hà Nội lúc 20h00, đến Đồng Hới lúc 6h14, từ ngày 8/7 đến 20/7", time(20)),
        ("Tàu xuất phát tại Quảng Ngãi lúc 12h10 và đến Sài Gòn lúc 9h20 hằng ngày", time(12, 10)),
        ("Xe khởi hành 8h thứ Hai, đến Cần Thơ lúc 12h", time(8)),
        ("8h thứ Hai, thời gian di chuyển khoảng 3 giờ 30 phút", time(8)),
        ("Thời gian bay 3 giờ, khởi hành 8h thứ Hai", time(8)),
        ("8h thứ Hai, thời gian từ 50 phút - 1h15 phút", time(8)),
    ],
)
def test_the_beginning_is_the_only_time(phrase: str, at: time) -> None:
    found = read(phrase, Context(lang="vi", year=2024))
    assert found.schedule is not None
    airings = expand(found.schedule, date(2024, 7, 1), date(2024, 7, 31))
    assert {datetime.time(one.start) for one in airings if isinstance(one.start, datetime)} == {at}
