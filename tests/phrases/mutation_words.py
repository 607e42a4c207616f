"""Words of time for `test_mutations`, listed apart from the reader's own vocabulary."""

from __future__ import annotations

OF_TIME = {
    "vi": """thứ hai ba tư năm sáu bảy chủ nhật cn tuần tháng quý ngày giờ sáng trưa chiều tối đêm đầu cuối
        giữa trừ từ đến hết hằng hàng mỗi lại sau hôm lẻ chẵn nửa rưỡi kém lần cách t2 t3 t4 t5 t6 t7""",
    "en": """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays
        fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun week weeks month months
        quarter day days daily weekly monthly january february march april may june july august september
        october november december jan feb mar apr jun jul aug sep sept oct nov dec first second third
        fourth fifth last every each am pm noon midnight morning afternoon evening night except from until
        to till half past weekday weekdays weekend weekends other alternate fortnightly repeated repeat
        next same not""",
}
# A word of time and another one that says another time.
REPLACED = {
    "vi": """hai/tư ba/năm tư/sáu năm/ba sáu/hai bảy/tư tuần/tháng tháng/tuần sáng/tối chiều/sáng tối/sáng
        đầu/cuối cuối/đầu quý/tháng trừ/cả đến/và""",
    "en": """monday/friday tuesday/sunday wednesday/monday thursday/tuesday friday/monday saturday/thursday
        sunday/wednesday mondays/fridays tuesdays/sundays wednesdays/mondays thursdays/tuesdays
        fridays/mondays saturdays/thursdays sundays/wednesdays first/third second/last third/first
        fourth/second last/first january/june march/april may/june june/october september/may am/pm pm/am
        morning/evening week/month except/and to/and until/from""",
}
INSERTED = {
    "vi": ["thứ Ba", "chủ nhật", "tuần 4", "tháng 8", "ngày 17", "9h40", "23/8", "trừ tháng 7", "quý III"],
    "en": [
        "Tuesday",
        "Sunday",
        "week 4",
        "August",
        "on 17 July",
        "09:40",
        "23 August",
        "except July",
        "03:20",
    ],
}
MONTHS = {"tháng 8": (8,), "August": (8,), "quý III": (7, 8, 9)}
WEEKDAYS = {"thứ Ba": 1, "chủ nhật": 6, "Tuesday": 1, "Sunday": 6}
# Words beside which a number or a noun says another thing: "issue 2", "end of June", "in May", "01 bài".
LEADING = """issue issues end the of in between may two four một hai ba bốn bài dài kéo radio cùng đầu cuối
    đóng cửa"""
# Words that repeat what others in the sentence say: without one of them the meaning stays.
REDUNDANT = (
    # "hằng tháng" beside a week or a day, "of each month" beside "the first Monday": it is monthly anyway;
    # "every Monday" and "Mondays" are one rule, and so are "ngày thứ Hai" and "thứ Hai".
    "hằng hàng mỗi tháng tuần quý ngày each every month months week weekly monthly day days of",
    # "sáng 8h", "19h tối", "9 giờ 00": the hour says it already.
    "sáng trưa chiều tối đêm morning afternoon evening night noon giờ phút",
    # "từ 8h đến 9h" and "8h-9h", "from Monday to Friday" and "Monday to Friday", "until the end of May".
    "từ from hết đến to until cuối end",
    # What a replay does without a word: the next day where it is earlier, the same day where it is later.
    "lại hôm sau next same day repeat cùng",
)
