"""Clock zones: another than the plan's is refused by its words; names that only look like one are none."""

from __future__ import annotations

from tests.phrases.almanac import MON, SUN, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "10:00")

OTHER_CLOCKS = [
    refused("Mondays at 8pm Eastern", "Eastern"),
    refused("Mondays at 8pm Eastern Time", "Eastern Time"),
    refused("Mondays at 8pm eastern", "eastern"),
    refused("Mondays 8pm PT", "PT"),
    refused("Mondays 8pm (ET)", "ET"),
    refused("Mondays 8pm EST", "EST"),
    refused("Mondays 20:00 UTC", "UTC"),
    refused("Mondays 20:00 GMT+8", "GMT+8"),
    refused("Mondays 20:00 CET", "CET"),
    refused("Mondays at 8pm Eastern and Pacific", "Pacific"),
    refused("Mondays at 9/8c", "9/8c"),
    refused("Mondays at 9pm/8c", "8c"),
    refused("Mondays at 8 Central", "Central"),
    refused("19:00 New York time, Mondays", "New York time"),
    # Two clocks for one airing are never two airings.
    refused("Saturday nights, 10pm East / 7pm West", "East"),
    refused("Saturdays at 8pm East Coast, 5pm West Coast", "West Coast"),
    refused("Saturdays at 4pm Pacific (8pm GMT)", "GMT"),
    refused("We meet on Thu 9AM US/Pacific.", "US/Pacific"),
    refused("Thursdays at 16:00UTC", "UTC"),
    refused("Thursdays at 8EST", "EST"),
    refused("20h giờ GMT thứ Hai", "giờ GMT"),
    refused("20h giờ Tokyo thứ Hai", "giờ Tokyo"),
    refused("20h (GMT+9) thứ Hai", "GMT+9"),
    refused("20h ngày 5/5 (giờ Mỹ)", "giờ Mỹ"),
    refused("20h thứ Hai theo giờ Bắc Kinh", "giờ Bắc Kinh"),
    refused("Mondays 8pm (London time)", "London time"),
    refused("20h thứ Sáu hằng tuần, Pacific Time", "Pacific Time"),
]

OWN_CLOCK = [
    clear("20h giờ Hà Nội Chủ nhật", at(weekly(SUN), "20:00")),
    clear("20h Chủ nhật, giờ Việt Nam", at(weekly(SUN), "20:00")),
    clear("Sundays 8pm, Vietnam time", at(weekly(SUN), "20:00")),
]

NO_ZONES = [
    clear("Mondays at 10am, Eastern Cape", MONDAYS),
    clear("Mondays 10am Central Library", MONDAYS),
    clear("Mondays 10am Pacific Avenue", MONDAYS),
    clear("Mondays 10am Mountain Rescue", MONDAYS),
    clear("Mondays 10am East Hall", MONDAYS),
    clear("Mondays 10am, West Wing", MONDAYS),
    clear("East Coast Radio: Mondays 10am", MONDAYS),
    clear("Central Library: Mondays 10am", MONDAYS),
    clear("Mt Pleasant hall, Mondays 10am", MONDAYS),
    clear("The PT session is Mondays at 10am", MONDAYS),
    clear("Thứ Hai 10h CT Nông thôn", MONDAYS),
    clear("10h thứ Hai, giờ Chào cờ", MONDAYS),
    clear("10 giờ Thứ Hai", MONDAYS),
]

CASES: list[Case] = [*OTHER_CLOCKS, *OWN_CLOCK, *NO_ZONES]
