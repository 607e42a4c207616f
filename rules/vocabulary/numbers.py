"""Numbers in words, 1 to 59: enough for hours, minutes, days and weeks."""

from __future__ import annotations

from collections.abc import Iterator

from rules.vocabulary.kinds import Kind, Line

_VI_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_EN_SMALL = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty")
# How a unit is said behind "mươi", where it differs: hai mươi mốt, hai mươi tư, hai mươi lăm.
_VI_BEHIND_TENS = {1: ("mốt",), 4: ("bốn", "tư"), 5: ("lăm", "nhăm")}


def vietnamese() -> Iterator[Line]:
    """một … chín, mười … năm mươi chín; *năm* alone is in the table, being a year as well."""
    for n in (1, 2, 3, 4, 6, 7, 8, 9):
        yield (_VI_ONES[n], Kind.NUMBER_WORD, n)
    for n in range(10, 60):
        tens, ones = divmod(n, 10)
        head = "mười" if tens == 1 else f"{_VI_ONES[tens]} mươi"
        if ones == 0:
            yield (head, Kind.NUMBER_WORD, n)
            continue
        said: tuple[str, ...] = ("lăm",) if (tens, ones) == (1, 5) else (_VI_ONES[ones],)
        if tens > 1:
            said = _VI_BEHIND_TENS.get(ones, said)
        yield ("|".join(f"{head} {one}" for one in said), Kind.NUMBER_WORD, n)


# First to sixth stand in the table of English.
_EN_ORDINALS = (
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_EN_FIRST = ("first", "second", "third", "fourth", "fifth", "sixth", *_EN_ORDINALS[:3])


def english_ordinals() -> Iterator[Line]:
    """seventh … thirty-first, with the hyphen or without."""
    for n, word in enumerate(_EN_ORDINALS, 7):
        yield (word, Kind.ORDINAL, n)
    for n, ones in enumerate(_EN_FIRST, 21):
        yield (f"twenty-{ones}|twenty {ones}", Kind.ORDINAL, n)
    yield ("thirtieth", Kind.ORDINAL, 30)
    yield ("thirty-first|thirty first", Kind.ORDINAL, 31)


def english() -> Iterator[Line]:
    """one … nineteen, twenty … fifty-nine, with the hyphen or without."""
    for n in range(1, 60):
        if n < 20:
            yield (_EN_SMALL[n], Kind.NUMBER_WORD, n)
            continue
        tens, ones = _EN_TENS[n // 10], _EN_SMALL[n % 10]
        yield (f"{tens}-{ones}|{tens} {ones}" if ones else tens, Kind.NUMBER_WORD, n)
