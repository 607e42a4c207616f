"""English: spellings -> kind and value; the table that a maintainer extends."""

from __future__ import annotations

from rules.schedule import Period
from rules.vocabulary import doubts, zones
from rules.vocabulary.kinds import (
    ABOUT,
    BEFORE,
    CLOSES,
    DOORS,
    EVEN,
    NAMED_BY_A_MONTH,
    NAMES_DEADLINE,
    NO_REPLAY,
    ONWARDS,
    READERS_DAY,
    Kind,
    Line,
)
from rules.vocabulary.numbers import english, english_ordinals
from rules.vocabulary.outlets import STATION

_DAYS = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "weekend",
]
# Letters that a timetable writes for a weekday; which one "S" and "T" are is not sure.
SHORT_WEEKDAYS = frozenset(
    {"M", "T", "W", "F", "S", "R", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "SA", "SU", "TU", "TH", "MO"}
)
_OF_THE_READER = "|".join(
    f"{word} {day}"
    for word in ("this", "next", "this coming", "coming", "the coming", "upcoming", "this next", "this past")
    for day in _DAYS
)

# Slips that are seen often, by the true spelling; no word of another meaning is among them but "forth".
SLIPS: dict[str, tuple[str, ...]] = {
    "fourth": ("forth",),
    "monday": ("monady", "mondy"),
    "tuesday": ("tuseday", "teusday", "tusday", "tuesady"),
    "wednesday": ("wensday", "wednsday", "wendesday", "wedensday", "wednesady", "wedneday", "wendsday"),
    "thursday": ("thrusday", "thursady", "thurday", "thusday"),
    "friday": ("firday", "friady"),
    "saturday": ("saterday", "saturady", "satuday"),
    "tuesdays": ("tusedays", "tusdays"),
    "wednesdays": ("wensdays", "wednsdays", "wendesdays"),
    "thursdays": ("thrusdays", "thurdays"),
    "saturdays": ("saterdays",),
    "january": ("janurary", "januray", "janaury"),
    "february": ("febuary", "feburary", "febrary", "februrary"),
    "august": ("agust", "augest"),
    "september": ("septemeber", "septmber", "setpember", "septembre"),
    "october": ("ocotber", "octber"),
    "november": ("novemeber", "novmeber"),
    "december": ("decemeber", "decmeber", "decembre"),
}

LINES: tuple[Line, ...] = (
    *english(),
    *english_ordinals(),
    *doubts.EN,
    *zones.EN,
    (
        "not before|after|at the earliest|near|or|either|at most|outside|no more than|not more than|some|"
        "into|most|selected|certain|any|almost|nearly|various|several|a few|"
        "gates open|registration|check-in|without|"
        "within a week of|within a month of|within a day of|within days of|"
        "not every|not all",
        Kind.HEDGE,
        None,
    ),
    ("before", Kind.HEDGE, BEFORE),
    ("doors|doors open|doors opening|door opens|doors open at|doors at", Kind.HEDGE, DOORS),
    ("about|around|approximately|approx.|circa|roughly", Kind.HEDGE, ABOUT),
    (
        "by|no later than|not later than|on or before|at or before|by no later than|at the latest by|due|"
        "due at|due by|due on|due in by|due no later than|latest by",
        Kind.DUE,
        None,
    ),
    (
        "deadline|deadlines|closing date|closing dates|closing day|cut-off|cutoff|cut-off date|due date|"
        "due dates|final date for|last date for|last day for|at the latest|at latest",
        Kind.DUE,
        NAMES_DEADLINE,
    ),
    ("close|closes|closing|and closes|and close", Kind.DUE, CLOSES),
    ("due to|i am", Kind.TEXT, None),
    ("e.g.|e.g|i.e.|i.e", Kind.TEXT, None),
    ("at least|no fewer than|not less than|no less than|a minimum of", Kind.HEDGE, "least"),
    ("per", Kind.HEDGE, None),
    (
        "unless|provided|if|only if|when|in which case|at which time|vary|varies|weather permitting",
        Kind.UNSURE,
        doubts.IF,
    ),
    (
        "often|sometimes|occasionally|occasional|perhaps|possibly|probably|maybe|"
        "tbc|tba|alternately|respectively|cancelled|"
        "canceled|postponed|suspended|never|moved|moves|rescheduled|instead|approx|"
        "ish|thereabouts|or so|will not|odd|even|feast|feasts|"
        "holy days|holy day|early closing|half-day closing|half day closing|"
        "another day",
        Kind.UNSURE,
        None,
    ),
    (
        "new year|the new year|spring|summer|autumn|winter|term|"
        "term time|school holidays|half term|half-term|"
        "school term|easter|easter monday|easter sunday|good friday|ash wednesday|christmas|"
        "whitsun|thanksgiving|patch tuesday|shrove tuesday|palm sunday|holy thursday|maundy thursday|"
        "holy saturday|holy week|black friday|cyber monday|giving tuesday|whit monday|whit sunday|"
        "trinity sunday|mothering sunday|remembrance sunday|"
        "memorial day|labor day|labour day|presidents' day|presidents day|veterans day|columbus day|"
        "mother's day|mothers day|father's day|fathers day|mlk day|victoria day|canada day|anzac day|"
        "halloween|ramadan|lent|advent|semester|the fall|this fall|in fall|fall term|fall semester|"
        "fall quarter|fall hours|school is in session|the school year|school days",
        Kind.NO_MONTHS,
        None,
    ),
    (
        "hours later|hour later|hours after|minutes later|minutes after|hours before|hours earlier|"
        "minutes earlier|this week|this month|this quarter|this year|next month|"
        "next quarter|next year|last month|last year|last quarter of last year",
        Kind.RELATIVE,
        None,
    ),
    ("today|tomorrow|yesterday|tonight", Kind.RELATIVE, READERS_DAY),
    (_OF_THE_READER, Kind.RELATIVE, None),
    ("fortnight", Kind.RELATIVE, None),
    ("monday|mondays|mon", Kind.WEEKDAY, 0),
    ("tuesday|tuesdays|tue|tues", Kind.WEEKDAY, 1),
    ("wednesday|wednesdays|wed|weds", Kind.WEEKDAY, 2),
    ("thursday|thursdays|thu|thur|thurs", Kind.WEEKDAY, 3),
    ("friday|fridays|fri", Kind.WEEKDAY, 4),
    ("saturday|saturdays|sat", Kind.WEEKDAY, 5),
    ("sunday|sundays|sun", Kind.WEEKDAY, 6),
    ("weekday|weekdays|weeknight|weeknights|m-f|m–f|mo-fr|mo–fr", Kind.WEEKDAYS, (0, 1, 2, 3, 4)),
    ("working day|working days|business day|business days|workday|workdays", Kind.WORKDAY, None),
    ("weekend|weekends|sa-su|sa–su", Kind.WEEKDAYS, (5, 6)),
    ("mwf|m/w/f|m-w-f", Kind.WEEKDAYS, (0, 2, 4)),
    ("tth|tuth", Kind.WEEKDAYS, (1, 3)),
    ("first", Kind.ORDINAL, 1),
    ("second", Kind.ORDINAL, 2),
    ("third", Kind.ORDINAL, 3),
    ("fourth", Kind.ORDINAL, 4),
    ("fifth", Kind.ORDINAL, 5),
    ("sixth", Kind.ORDINAL, 6),
    ("last|final", Kind.ORDINAL, -1),
    ("second last|second to last|second-to-last|penultimate|last but one|next to last", Kind.ORDINAL, -2),
    ("day|days", Kind.DAY, None),
    ("week|weeks|wk|wks", Kind.WEEK, None),
    ("w/c|wc|week commencing|week beginning", Kind.WEEK, "begins"),
    ("month|months|calendar month|calendar months", Kind.MONTH, None),
    ("quarter|quarters|calendar quarter|calendar quarters", Kind.QUARTER, None),
    ("half", Kind.HALF, None),
    ("year|years", Kind.YEAR, None),
    ("january|jan", Kind.MONTH_NAME, 1),
    ("february|feb", Kind.MONTH_NAME, 2),
    ("march|mar", Kind.MONTH_NAME, 3),
    ("april|apr", Kind.MONTH_NAME, 4),
    ("may", Kind.MONTH_NAME, 5),
    ("june|jun", Kind.MONTH_NAME, 6),
    ("july|jul", Kind.MONTH_NAME, 7),
    ("august|aug", Kind.MONTH_NAME, 8),
    ("september|sep|sept", Kind.MONTH_NAME, 9),
    ("october|oct", Kind.MONTH_NAME, 10),
    ("november|nov", Kind.MONTH_NAME, 11),
    ("december|dec", Kind.MONTH_NAME, 12),
    ("new year's day|new year’s day", Kind.DATE_NAME, (1, 1)),
    ("valentine's day|valentine’s day", Kind.DATE_NAME, (2, 14)),
    ("christmas eve", Kind.DATE_NAME, (12, 24)),
    ("christmas day", Kind.DATE_NAME, (12, 25)),
    ("boxing day", Kind.DATE_NAME, (12, 26)),
    ("new year's eve|new year’s eve", Kind.DATE_NAME, (12, 31)),
    ("lunar|lunar calendar", Kind.LUNAR, None),
    ("every|each|all", Kind.EVERY, None),
    ("daily|nightly|every day|each day", Kind.EACH, Period.DAY),
    ("weekly|every week|each week|a week|per week", Kind.EACH, Period.WEEK),
    (
        "monthly|every month|each month|a month|per month|of the month|of month|of each month|of every month|"
        "in the month|in month|in each month|in every month|of the calendar month|of each calendar month|"
        "of every calendar month|each calendar month|every calendar month|per calendar month",
        Kind.EACH,
        Period.MONTH,
    ),
    (
        "quarterly|every quarter|each quarter|a quarter|per quarter|of each quarter|of every quarter|"
        "each calendar quarter|every calendar quarter|of each calendar quarter|of every calendar quarter",
        Kind.EACH,
        Period.QUARTER,
    ),
    (
        "half-yearly|half yearly|every half year|each half year|per half year|every six months|"
        "each half-year|every half-year|biannually|semi-annually|semi annually|semiannually|semi-annual|"
        "semi annual|semiannual|semi-yearly|semi yearly|semiyearly|twice-yearly|twice-annually|six-monthly|"
        "6-monthly",
        Kind.EACH,
        Period.HALF,
    ),
    ("yearly|annually|every year|each year|a year|per year", Kind.EACH, Period.YEAR),
    ("a day|per day", Kind.EACH, Period.DAY),
    (
        "every other|every other week|fortnightly|every fortnight|once a fortnight|a fortnight|"
        "per fortnight|alternate weeks|alternate|every alternate|"
        "alternating",
        Kind.ALTERNATE,
        Period.WEEK,
    ),
    (
        "every other month|alternate months",
        Kind.ALTERNATE,
        Period.MONTH,
    ),
    ("every other day|alternate days", Kind.ALTERNATE, Period.DAY),
    (
        "weekly thereafter|and weekly thereafter|every week thereafter|and every week thereafter|"
        "then weekly|and then weekly|weekly after that|and every week after that",
        Kind.THEREAFTER,
        None,
    ),
    ("biweekly|bi-weekly|bi weekly", Kind.EITHER, (2, Period.WEEK)),
    ("bimonthly|bi-monthly|bi monthly", Kind.EITHER, (2, Period.MONTH)),
    ("biquarterly|bi-quarterly|bi quarterly", Kind.EITHER, (2, Period.QUARTER)),
    ("biyearly|bi-yearly|bi yearly|bi-annually|bi annually|bi-annual", Kind.EITHER, (2, Period.YEAR)),
    ("triweekly|tri-weekly|tri weekly", Kind.EITHER, (3, Period.WEEK)),
    ("trimonthly|tri-monthly|tri monthly", Kind.EITHER, (3, Period.MONTH)),
    ("triyearly|tri-yearly|tri yearly", Kind.EITHER, (3, Period.YEAR)),
    ("semidaily|semi-daily|semi daily", Kind.TIMES_IN, (2, Period.DAY)),
    ("semiweekly|semi-weekly|semi weekly", Kind.TIMES_IN, (2, Period.WEEK)),
    ("semimonthly|semi-monthly|semi monthly", Kind.TIMES_IN, (2, Period.MONTH)),
    ("times|time", Kind.TIMES_A, None),
    ("once", Kind.TIMES_WORD, 1),
    ("twice", Kind.TIMES_WORD, 2),
    ("thrice", Kind.TIMES_WORD, 3),
    ("target|quota", Kind.TARGET, None),
    ("total|in total|altogether|in all", Kind.TOTAL, None),
    ("once within", Kind.ONE_PIECE, None),
    ("weeks counted by", Kind.CONVENTION, None),
    (
        "counting from the week of|starting from the week of|starting the week of|counting from the month of",
        Kind.ANCHOR,
        None,
    ),
    ("skipped in a month without it|a month without that day has none", Kind.MISSING, "skip"),
    ("in a month without it the last day|or the last day of a shorter month", Kind.MISSING, "last"),
    ("in a month without it the next day", Kind.MISSING, "next"),
    ("regularly|continuously|ongoing|on a regular basis", Kind.REGULAR, None),
    (
        "all year|all year round|year-round|year round|the whole year|whole year|full year|entire year|"
        "the entire year|all through the year|through the year",
        Kind.WHOLE_YEAR,
        None,
    ),
    ("throughout|during|within", Kind.THROUGHOUT, None),
    (
        "beginning of the month|start of the month|early in the month|beginning of each month|"
        "beginning of every month|start of each month|beginning of the quarter|beginning of the year",
        Kind.VAGUE,
        "beginning",
    ),
    (
        "end of the month|month-end|month end|end of each month|end of every month|end of the quarter|"
        "end of the year|end of the week|late in the month",
        Kind.VAGUE,
        "end",
    ),
    (
        "mid-month|mid month|middle of the month|midmonth|midweek|mid-week|mid-year|middle of each month",
        Kind.VAGUE,
        "middle",
    ),
    ("early|early in|beginning of|start of|the beginning of|the start of", Kind.PART_OF, "beginning"),
    ("mid|middle of|the middle of", Kind.PART_OF, "middle"),
    ("late|late in|end of|the end of", Kind.PART_OF, "end"),
    ("o'clock|o’clock|hrs|hours|hour|h|hr", Kind.HOUR, None),
    ("minutes|minute|mins|min|m", Kind.MINUTE, None),
    ("am|a.m.|a.m|in the morning", Kind.DAYPART, "am"),
    ("pm|p.m.|p.m|in the afternoon|in the evening", Kind.DAYPART, "pm"),
    ("morning|mornings", Kind.DAYPART, "morning"),
    ("afternoon|afternoons", Kind.DAYPART, "afternoon"),
    ("evening|evenings", Kind.DAYPART, "evening"),
    ("night|nights", Kind.DAYPART, "night"),
    ("quarter to|a quarter to", Kind.PAST, -15),
    ("quarter past|a quarter past", Kind.PAST, 15),
    ("half past", Kind.PAST, 30),
    ("noon|midday", Kind.NAMED_TIME, 12),
    ("midnight", Kind.NAMED_TIME, 0),
    ("duration|lasting|running time|length|long|for|lasts", Kind.DURATION, None),
    ("by the clock", Kind.BY_CLOCK, None),
    ("at|@|starting at|start time|starting time", Kind.AT, None),
    ("time not given|no time given", Kind.NO_TIME, None),
    (
        "replay|replays|repeat|repeats|repeated|replayed|rerun|reruns|re-run|rebroadcast|rebroadcasts|"
        "rpt|rpts|rptd|catch-up|catch up|omnibus|omnibus edition|again|and again|also again|"
        "second chance to hear|"
        "second chance to hear it|second chance to see|second chance to see it|a second chance to hear it|"
        "a second chance to see it|with a second chance to hear it|with a second chance to see it|"
        "another chance to hear|another chance to see|another chance to hear it|another chance to see it|"
        "re-broadcast|re-aired|reaired|encore|encores|with encores|with an encore|repeating|re-airs|re-air|"
        "re-airing|reairs|re-runs|with replay|with a replay|with repeat|"
        "with a repeat|with replays|with repeats|and replay|repeat broadcast",
        Kind.REPLAY,
        None,
    ),
    (
        "same day|the same day|that day|that same day|on the same day|later that day|later the same day",
        Kind.SAME_DAY,
        0,
    ),
    (
        "same evening|that evening|the same evening|that same evening|that night|the same night|same night",
        Kind.SAME_DAY,
        (0, "evening"),
    ),
    ("that morning|the same morning", Kind.SAME_DAY, (0, "morning")),
    ("that afternoon|the same afternoon", Kind.SAME_DAY, (0, "afternoon")),
    (
        "next day|the next day|following day|the following day|day after|the day after|on the next day|"
        "on the following day|one day later",
        Kind.NEXT_DAY,
        1,
    ),
    (
        "same time|at the same time|the same time|as above|same as above|ditto|likewise|the same on|same on",
        Kind.SAME_TIME,
        None,
    ),
    (
        "next morning|the next morning|following morning|the following morning|the morning after",
        Kind.NEXT_DAY,
        (1, "morning"),
    ),
    (
        "next afternoon|the next afternoon|following afternoon|the following afternoon",
        Kind.NEXT_DAY,
        (1, "afternoon"),
    ),
    ("next evening|the next evening|following evening|the following evening", Kind.NEXT_DAY, (1, "evening")),
    ("days later|day later|days after|days afterwards", Kind.DAYS_LATER, None),
    (
        "same week|the same week|that week|of the same week|of that week|in the same week",
        Kind.SAME_WEEK,
        None,
    ),
    (
        "next week|the next week|the following week|following week|of the following week|of the next week|"
        "in the following week",
        Kind.NEXT_WEEK,
        None,
    ),
    (
        "from|starting|beginning|commencing|since|with effect from|as from|as of|effective from|begins|"
        "starts",
        Kind.FROM,
        None,
    ),
    ("onwards|onward", Kind.HEDGE, ONWARDS),
    ("between", Kind.BETWEEN, None),
    ("to|until|till|ends|ending|and ends|finish|finishing|finishes|through|up to|thru|->|→", Kind.TO, None),
    ("and|&|as well as|followed by", Kind.AND, None),
    (
        "except|excluding|but not|except for|other than|not|skip|excepting|bar|"
        "apart from|aside from|with the exception of|with the exceptions of|save for|barring|omitting|"
        "leaving out|skipping|minus|excl",
        Kind.EXCEPT,
        None,
    ),
    ("of|in|of the", Kind.OF, None),
    ("also|in addition|additionally|plus", Kind.ALSO, None),
    (
        "open|opens|opening|the|on|broadcast|aired|airs|published|publish|with|shown|posted|kept|is|"
        "are|then|its|a|an|"
        "on the",
        Kind.FILLER,
        None,
    ),
    ("no replay|no repeat|no repeats|without replay", Kind.FILLER, NO_REPLAY),
    ("channel|on channel|channels|on channels", Kind.CHANNEL, None),
    ("station", Kind.CHANNEL, STATION),
    (
        "issues|article|articles|photo|photos|picture|pictures|clip|clips|video|videos|report|"
        "reports|programme|programmes|program|programs|episode|episodes|story|stories|conference|"
        "conferences|contest|contests|piece|pieces|post|posts|play|plays|column|columns|editions|"
        "session|sessions|broadcasts|talk show|talk shows|training conference|item|items|"
        "bulletins|course|courses|stage contest|spot|spots|advert|adverts",
        Kind.UNIT,
        None,
    ),
    ("issue|edition|bulletin|newsletter|magazine", Kind.UNIT, NAMED_BY_A_MONTH),
    (
        "million|millions|thousand|billion|pages|%|people|seconds|words|places|seats|participants|persons|"
        "members|km|miles|metres|pounds|euros|"
        "dollars|pence|copies|tickets|pupils|students|year olds|year-olds|years old|percent|per cent|readers|"
        "locations|venues|sites|villages|schools|communities|districts|provinces|branches|libraries|households|"
        "families|"
        "volunteers|residents|children|adults|teams|trainees|learners|guests|visitors|countries|cities|towns|stations|"
        "parishes",
        Kind.MEASURE,
        "other",
    ),
    (
        "radio|room|rooms|rm|gallery|car park|stand|pitch|dock|"
        "bay|exit|desk|booth|stage|screen|plot|flat|apt|"
        "floor|studio|gate|platform|bus|counter|suite|unit|building|block|table|court|lot|"
        "meeting room|ward|wards|zone|zones|level|box|hwy|highway|route|rte",
        Kind.LABEL,
        "place",
    ),
    ("workshop|lesson|talk|lecture|concert|walk|tour|series|season", Kind.LABEL, "event"),
    ("ages|aged|age|groups of|group|groups|grade|class", Kind.LABEL, "age"),
    (
        "page|pp|no.|ref|reference|minute no|decision|decree|resolution|circular|notice|agenda item|"
        "article no|section|chapter|paragraph|volume|vol|under article|"
        "psalm|psalms|genesis|exodus|isaiah|romans|corinthians|ephesians|hebrews|hymn|hymns|score|form|iso|"
        "part|round|phase|heat|batch|cohort|tier",
        Kind.LABEL,
        "document",
    ),
    (
        # Names of hours for somebody, with no time of their own.
        "story time|rhyme time|toddler time|baby time|bounce time|play time|craft time|quiet time|lego time|"
        "reading time|song time|family time|free time|tea time|prime time|air time|fun time|art time|"
        "sunday school",
        Kind.TEXT,
        None,
    ),
    ("last admission|last admissions|last entry|last orders|kitchen closes", Kind.LABEL, "time"),
    ("tel|telephone|phone|call|ring|fax|mobile|hotline|whatsapp", Kind.LABEL, "phone"),
    (
        "street|st|road|rd|lane|avenue|ave|bridge|square|drive|terrace|gardens|crescent|hill|inn|hotel|"
        "wharf|quay|boulevard|alley|park",
        Kind.PLACE,
        None,
    ),
    ("storey|anniversary|birthday|century|degree|division", Kind.THING, None),
    (
        "stays online|stays on the website|kept online|keep online|on the website for|online for|stays up",
        Kind.STAY,
        None,
    ),
    ("day off|a day off|days off|non-working day|non-working days", Kind.DAY_OFF, False),
    (
        "holiday|holidays|public holiday|public holidays|bank holiday|bank holidays|bank hols|"
        "legal holiday|legal holidays|federal holiday|federal holidays|statutory holiday|"
        "statutory holidays|national holiday|national holidays|state holiday|state holidays",
        Kind.DAY_OFF,
        True,
    ),
    (
        "falls on|fall on|falls at|fall at|falling on|falls in|fall in|coincides with|coincide with|lands on|"
        "land on",
        Kind.SHIFT_IF,
        None,
    ),
    (
        "should it|should this|should that|should the date|should that date|should the day",
        Kind.UNSURE,
        doubts.IF,
    ),
    (
        "even if|even when|even where|including if|regardless of whether|whether or not",
        Kind.UNSURE,
        EVEN,
    ),
    (
        "next working day|the next working day|next business day|the next business day|"
        "the following working day|following working day",
        Kind.SHIFT_TO,
        "next",
    ),
    (
        "previous working day|the previous working day|the preceding working day|the working day before|"
        "previous business day",
        Kind.SHIFT_TO,
        "previous",
    ),
    (
        "the same weekday a week later|the same weekday of the following week|"
        "the same weekday one week later|the same day of the following week|"
        "the same day the following week|the same day a week later",
        Kind.SHIFT_TO,
        "week",
    ),
    ("it is skipped|skip it|it is cancelled|no broadcast", Kind.SHIFT_TO, "skip"),
)
