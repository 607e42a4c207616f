"""Keys and mail addresses, kept out of the log: who reads it must not be able to use the ones, nor the others
once their people have asked to be forgotten."""

from __future__ import annotations

import logging
import re

KEPT = 4  # characters, by which a person tells one from another
_KEYED = re.compile(r"(/(?:feeds|give|sign-in|confirm|preferences|unsubscribe|subscriptions)/)([^/?#\s\"']+)")
# As they stand in a query too, where @ is written %40. Behind "<" stands the id of a mail.
_MAILBOX = re.compile(
    r"(?<![<\w.!#$&'+^`{|}~%-])[\w.!#$&'+^`{|}~%-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+", re.ASCII | re.IGNORECASE
)
HIDDEN = "…@…"


def masked(text: str) -> str:
    """The text with every key in an address cut down to its first characters, and no mail address."""
    return _MAILBOX.sub(HIDDEN, _KEYED.sub(_cut, text))


def _cut(found: re.Match[str]) -> str:
    key, dot, ending = found[2].partition(".ics")
    return f"{found[1]}{key[:KEPT]}…{dot}{ending}"


class MaskKeys(logging.Filter):
    """Masks the keys in what a record says; lets every record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the message and its arguments in place."""
        if isinstance(record.msg, str):
            record.msg = masked(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(masked(each) if isinstance(each, str) else each for each in record.args)
        return True


def mask_logs(*names: str) -> None:
    """Mask what is said under these loggers, once each however often it is asked for."""
    for name in names:
        logger = logging.getLogger(name)
        if not any(isinstance(each, MaskKeys) for each in logger.filters):
            logger.addFilter(MaskKeys())
