"""A count beside its period alone is what is due; beside months it says how many there are."""

from __future__ import annotations

from tests.phrases.almanac import MON, WED, weekly, whole_months
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear("Mỗi tháng họp 2 lần", quotas=((2, None, "month"),)),
    clear("Chi bộ sinh hoạt mỗi quý 2 kỳ", quotas=((2, None, "quarter"),)),
    clear("Hội đồng nhân dân họp mỗi năm ít nhất hai kỳ", quotas=((2, None, "year"),)),
    clear("Giao lưu văn nghệ ít nhất 2 lần/năm", quotas=((2, None, "year"),)),
    clear("Mỗi năm tổ chức tối thiểu 02 cuộc", quotas=((2, "cuộc", "year"),)),
    clear("Mỗi tuần họp 2 lần vào thứ Hai và thứ Tư", weekly(MON, WED)),
    clear("Mỗi năm họp 2 lần, tháng 6 và tháng 12", periods=whole_months(6, 12)),
    clear("Each year in June and December", periods=whole_months(6, 12)),
    clear("Mỗi năm vào tháng 3, tháng 9", periods=whole_months(3, 9)),
    refused("Mỗi tuần họp 3 lần vào thứ Hai và thứ Tư", "3 lần"),
    refused("Mỗi năm họp 3 lần, tháng 6 và tháng 12", "3 lần"),
    refused("Họp 3 lần trong tháng 6", "3 lần"),
    refused("Thứ Hai ít nhất 2 lần", "ít nhất 2 lần"),
]
