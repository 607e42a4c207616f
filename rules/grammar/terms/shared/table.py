"""Both languages: which productions are tried where a phrase goes on with a token of some kind.

Beside them the signs without which one reads nothing: a kind somewhere in the text, or behind a number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared import calendar, channels, counts, days_off, hours, set_phrases
from rules.vocabulary import Kind

Production: TypeAlias = Callable[[Cursor], p.Meaning | None]
Table: TypeAlias = dict[Kind, tuple[Production, ...]]
Signs: TypeAlias = dict[Production, tuple[Kind, ...]]
"""Kinds of which one must be there for a production to read anything."""

PRODUCTIONS: Table = {
    Kind.BAD_NUMBER: (set_phrases.bad_number,),
    Kind.REGULAR: (set_phrases.regular,),
    Kind.WHOLE_YEAR: (calendar.year,),
    Kind.LUNAR: (set_phrases.lunar,),
    Kind.SAME_TIME: (set_phrases.same_time,),
    Kind.ALSO: (set_phrases.also,),
    Kind.ZONE: (hours.other_zone,),
    Kind.DOUBTFUL: (set_phrases.doubtful,),
    Kind.REPLAY: (set_phrases.replay,),
    Kind.SAME_WEEK: (set_phrases.replay_week,),
    Kind.NEXT_WEEK: (set_phrases.replay_week,),
    Kind.EXCEPT: (set_phrases.except_,),
    Kind.CHANNEL: (channels.channel,),
    Kind.CHANNEL_NAME: (channels.channel,),
    Kind.TEXT: (channels.channel, channels.numbered),
    Kind.STAY: (counts.stay,),
    Kind.DAY_OFF: (days_off.day_off,),
    Kind.SHIFT_IF: (days_off.shift,),
    Kind.SHIFT_TO: (days_off.no_airing, days_off.shift_first),
    Kind.MEASURE: (hours.measure,),
    Kind.TARGET: (set_phrases.target,),
    Kind.ONE_PIECE: (set_phrases.one_piece,),
    Kind.CONVENTION: (set_phrases.convention,),
    Kind.MISSING: (set_phrases.missing,),
}

IN_TEXT: Signs = {channels.numbered: (Kind.NUMBER_WORD,)}
BEHIND_A_NUMBER: Signs = {
    channels.frequency: (Kind.TEXT, Kind.COMMA, Kind.DOT),
    hours.measure: (Kind.SLASH, Kind.DASH, Kind.COMMA, Kind.DOT, Kind.HOUR, Kind.MEASURE),
}
