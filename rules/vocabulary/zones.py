"""Names of clock zones, in both languages: how far their clocks are from universal time."""

from __future__ import annotations

from typing import NamedTuple

from rules.vocabulary.kinds import Kind, Line


class Zone(NamedTuple):
    """Minutes from universal time in January and in July.

    `sure` is False for words that are more often something else: "Central", "PT". `home` is a zone that the
    readers of a plan without a zone are in.
    """

    january: int
    july: int
    sure: bool = True
    home: bool = False


_ENGLISH: tuple[tuple[str, Zone], ...] = (
    ("utc|gmt|coordinated universal time|greenwich mean time", Zone(0, 0)),
    ("bst|british summer time", Zone(60, 60)),
    ("uk time", Zone(0, 60)),
    ("cet|central european time", Zone(60, 60)),
    ("cest|central european summer time", Zone(120, 120)),
    ("eet|eastern european time", Zone(120, 120)),
    ("est|eastern standard time", Zone(-300, -300)),
    ("edt|eastern daylight time", Zone(-240, -240)),
    ("eastern time", Zone(-300, -240)),
    ("cst|central standard time", Zone(-360, -360)),
    ("cdt|central daylight time", Zone(-300, -300)),
    ("central time", Zone(-360, -300)),
    ("mst|mountain standard time", Zone(-420, -420)),
    ("mdt|mountain daylight time", Zone(-360, -360)),
    ("mountain time", Zone(-420, -360)),
    ("pst|pacific standard time", Zone(-480, -480)),
    ("pdt|pacific daylight time", Zone(-420, -420)),
    ("pacific time", Zone(-480, -420)),
    ("ist", Zone(330, 330)),
    ("ict|indochina time", Zone(420, 420)),
    ("sgt|hkt|singapore time|hong kong time|beijing time", Zone(480, 480)),
    ("jst|kst|japan standard time|korea standard time", Zone(540, 540)),
    ("aest|australian eastern standard time", Zone(600, 600)),
    ("aedt|australian eastern daylight time", Zone(660, 660)),
    ("nzst", Zone(720, 720)),
    ("nzdt", Zone(780, 780)),
    ("hanoi time|ha noi time|vietnam time", Zone(420, 420, home=True)),
)
_ENGLISH_ALONE: tuple[tuple[str, Zone], ...] = (
    ("eastern|et|east|east coast|us/eastern|us eastern|us eastern time", Zone(-300, -240, sure=False)),
    ("central|ct|us/central|us central|us central time", Zone(-360, -300, sure=False)),
    ("mountain|mt|us/mountain|us mountain|us mountain time", Zone(-420, -360, sure=False)),
    (
        "pacific|pt|west|west coast|us/pacific|us pacific|us pacific time",
        Zone(-480, -420, sure=False),
    ),
)
_VIETNAMESE: tuple[tuple[str, Zone], ...] = (
    ("giờ gmt|giờ utc|giờ quốc tế", Zone(0, 0)),
    ("giờ hà nội|giờ việt nam|giờ vn|giờ đông dương", Zone(420, 420, home=True)),
)


def _lines(table: tuple[tuple[str, Zone], ...]) -> tuple[Line, ...]:
    return tuple((names, Kind.ZONE, zone) for names, zone in table)


EN: tuple[Line, ...] = _lines(_ENGLISH + _ENGLISH_ALONE)
VI: tuple[Line, ...] = _lines(_ENGLISH + _VIETNAMESE)
# What an English name begins with tells nothing of the language of a phrase.
BORROWED = frozenset(name.split()[0] for names, _ in _ENGLISH for name in names.split("|"))
# Short names that may stand against the digits of a time: 16:00UTC, 8EST.
GLUED_ZONES = frozenset(
    name for names, _ in _ENGLISH for name in names.split("|") if " " not in name and name != "ist"
)
