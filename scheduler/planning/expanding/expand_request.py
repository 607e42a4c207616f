"""What is asked of an expansion: read from whatever a door was given, and checked.

Options of the command, lines of a batch and request bodies all pass through `read_request`, so
that one mistake gets one sentence at every door.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rules.phrases import PhraseError, read_target
from rules.schedule import WeekConvention
from scheduler.errors import Fault, Invalid, Lang
from scheduler.planning.office_calendar.holidays import DEFAULT_COUNTRY, is_country
from scheduler.store.instants import zone

MAX_YEARS = 50
YEARS = range(1900, 2200)
MAX_TARGET = 500
KEYS = ("id", "phrase", "lang", "target", "weeks", "from", "to", "country", "timezone")


@dataclass(frozen=True, slots=True)
class ExpandRequest:
    """A phrase to be expanded from day `first` to day `last`, both inclusive.

    `lang` is the language of the phrase (None: found out) and of the messages (None: English);
    `target` is the item's target as text ("2/month"); `channels` names the channels that are
    known; `unknown` lists keys that were given and mean nothing, for a warning; `country` is
    whose public holidays count (VN, DE-BY); `timezone` is whose clocks the times are on, None where
    nobody said.
    """

    phrase: str
    first: date
    last: date
    id: str | int | None = None
    lang: Lang | None = None
    target: str | None = None
    weeks: WeekConvention = WeekConvention.BLOCKS
    channels: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    country: str = DEFAULT_COUNTRY
    timezone: str | None = None


def read_request(given: Mapping[str, object], today: date) -> ExpandRequest:
    """The request that `given` holds under the names in KEYS (None counts as not given).

    Without `from` and `to` the range is the calendar year of `today`; with one of them the other
    is taken from the same year. Raises Invalid with every fault.
    """
    faults: list[Fault] = []
    phrase = given.get("phrase")
    if not isinstance(phrase, str):
        phrase = ""
        faults.append(
            Fault(
                code="no-phrase",
                where="phrase",
                en='There is no phrase; give it as text: {"phrase": "Wednesday week 3 at 17:45"}.',
                vi='Thiếu cụm thời gian; hãy ghi dạng chữ: {"phrase": "17 giờ 45 thứ Tư tuần 3"}.',
            )
        )
    lang = _lang(given.get("lang"), faults)
    first, last = _range(_day(given, "from", faults), _day(given, "to", faults), today)
    request = ExpandRequest(
        phrase=phrase,
        first=first,
        last=last,
        id=_id(given.get("id"), faults),
        lang=lang,
        target=_text_target(given.get("target"), faults),
        weeks=_weeks(given.get("weeks"), faults),
        country=_country(given.get("country"), faults),
        timezone=_timezone(given.get("timezone"), faults),
        unknown=tuple(sorted(str(key) for key in set(given) - set(KEYS))),
    )
    no_day = any(fault.code == "bad-day" for fault in faults)
    # The range was then made up from what is left, and there is nothing true to say of it.
    faults.extend(fault for fault in find_faults(request) if not (no_day and fault.where in ("from", "to")))
    if faults:
        raise Invalid.of(faults)
    return request


def find_faults(request: ExpandRequest) -> list[Fault]:
    """What is wrong with the values of a request: a range backwards or too long, a bad target."""
    faults: list[Fault] = []
    for where, day in (("from", request.first), ("to", request.last)):
        if day.year not in YEARS:
            faults.append(
                Fault(
                    code="bad-day",
                    where=where,
                    en=f"{where}: {day} is out of reach; years go from {YEARS[0]} to {YEARS[-1]}.",
                    vi=f"{where}: {day} nằm ngoài giới hạn; chỉ dùng năm {YEARS[0]} đến {YEARS[-1]}.",
                )
            )
    if request.first > request.last:
        faults.append(
            Fault(
                code="backwards",
                where="from",
                en=f"The range runs backwards: {request.first} is after {request.last}. Swap the two days.",
                vi=f"Khoảng ngày bị ngược: {request.first} ở sau {request.last}. Hãy đổi chỗ hai ngày.",
            )
        )
    if request.last.year - request.first.year >= MAX_YEARS:
        faults.append(
            Fault(
                code="too-long-range",
                where="to",
                en=f"{request.first} to {request.last} is too long; ask for at most {MAX_YEARS} years.",
                vi=f"Khoảng {request.first} đến {request.last} quá dài; hãy chọn tối đa {MAX_YEARS} năm.",
            )
        )
    if request.target is not None:
        faults.extend(_target_faults(request.target, request.lang))
    return faults


def _target_faults(target: str, lang: Lang | None) -> list[Fault]:
    if len(target) > MAX_TARGET:
        return [
            Fault(
                code="bad-target",
                where="target",
                en=f'The target has {len(target)} characters; write it short, as in "2/month".',
                vi=f'Định mức dài {len(target)} ký tự; hãy ghi ngắn gọn, ví dụ "2/tháng".',
            )
        ]
    try:
        read_target(target, lang)
    except PhraseError as error:
        en, vi = _said(error)
        return [Fault(code="bad-target", where="target", en=f"The target: {en}", vi=f"Định mức: {vi}")]
    return []


def _said(error: PhraseError) -> tuple[str, str]:
    if error.problems:
        return error.problems[0].en, error.problems[0].vi
    return (
        'it can be read in several ways; write it as "2/month".',
        'có nhiều cách hiểu; hãy ghi như "2/tháng".',
    )


def _id(value: object, faults: list[Fault]) -> str | int | None:
    if value is None or (isinstance(value, (str, int)) and not isinstance(value, bool)):
        return value
    faults.append(
        Fault(
            code="bad-id",
            where="id",
            en="id must be text or a whole number.",
            vi="id phải là chữ hoặc số nguyên.",
        )
    )
    return None


def _text_target(value: object, faults: list[Fault]) -> str | None:
    if value is None or isinstance(value, str):
        return value
    faults.append(
        Fault(
            code="bad-target",
            where="target",
            en='target must be text, as in "2/month".',
            vi='target phải là chữ, ví dụ "2/tháng".',
        )
    )
    return None


def _lang(value: object, faults: list[Fault]) -> Lang | None:
    if value is None:
        return None
    if value in ("vi", "en"):
        return "vi" if value == "vi" else "en"
    faults.append(
        Fault(
            code="unknown-language",
            where="lang",
            en=f"{_shown(value)} is no language of this product; choose vi or en.",
            vi=f"Không có ngôn ngữ {_shown(value)}; hãy chọn vi hoặc en.",
        )
    )
    return None


def _weeks(value: object, faults: list[Fault]) -> WeekConvention:
    if value is None:
        return WeekConvention.BLOCKS
    try:
        return WeekConvention(str(value))
    except ValueError:
        names = ", ".join(WeekConvention)
        faults.append(
            Fault(
                code="unknown-weeks",
                where="weeks",
                en=f"{_shown(value)} is no week convention; choose one of {names}.",
                vi=f"Không có quy ước tuần {_shown(value)}; hãy chọn một trong: {names}.",
            )
        )
        return WeekConvention.BLOCKS


def _country(value: object, faults: list[Fault]) -> str:
    if value is None:
        return DEFAULT_COUNTRY
    if isinstance(value, str) and is_country(value):
        return value
    faults.append(
        Fault(
            code="unknown-country",
            where="country",
            en=f"The holidays of {_shown(value)} are not known; write VN, or DE-BY for a part of a country.",
            vi=f"Không có lịch nghỉ lễ của nước {_shown(value)}; hãy ghi VN, hoặc DE-BY cho một vùng.",
        )
    )
    return DEFAULT_COUNTRY


def _timezone(value: object, faults: list[Fault]) -> str | None:
    if value is None:
        return None
    try:
        return zone(str(value)).key
    except Invalid as error:
        faults.append(Fault(error.code, error.en, error.vi, "timezone"))
        return None


def _day(given: Mapping[str, object], key: str, faults: list[Fault]) -> date | None:
    value = given.get(key)
    if value is None or type(value) is date:
        return value
    if isinstance(value, str):
        # Only the long form: fromisoformat would also read 20240101 and 2024-W01-1.
        try:
            if len(value) == 10 and value[4] == value[7] == "-":
                return date.fromisoformat(value)
        except ValueError:
            pass
    faults.append(
        Fault(
            code="bad-day",
            where=key,
            en=f"{key}: {_shown(value)} is no day of the calendar; write it as 2024-04-02.",
            vi=f"{key}: {_shown(value)} không phải là ngày có thật; hãy ghi như 2024-04-02.",
        )
    )
    return None


def _range(first: date | None, last: date | None, today: date) -> tuple[date, date]:
    year = (first or last or today).year
    return first or date(year, 1, 1), last or date(year, 12, 31)


def _shown(value: object) -> str:
    text = str(value)
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'
