"""Nouns of what comes again and again, and has a place in its row: "the second meeting", "kỳ họp thứ hai"."""

from __future__ import annotations

from rules.vocabulary.kinds import Lang

_EN = (
    "meeting|meetings|session|sessions|issue|issues|edition|editions|episode|episodes|workshop|workshops|"
    "class|classes|lesson|lessons|concert|concerts|lecture|lectures|talk|talks|sitting|sittings|service|"
    "services|event|events|hearing|hearings|show|shows|broadcast|broadcasts|programme|programmes|program|"
    "programs|bulletin|bulletins|round|rounds|instalment|performance|performances"
)
_VI = "kỳ|kì|kỳ họp|phiên|phiên họp|buổi|số|cuộc|lần|đợt|tập|chuyến|lượt|vòng"

# Beside these, what a rule is about, whatever its title is: "no surgery in August".
_MORE = (
    "mass|masses|practice|practices|rehearsal|rehearsals|training|surgery|surgeries|fair|fairs|market|markets|"
    "club|clubs|group|groups|collection|collections|delivery|deliveries|match|matches|game|games|screening|"
    "screenings|worship|gathering|gatherings|activity|activities|call|calls"
)

EVENTS: dict[Lang, frozenset[str]] = {"en": frozenset(_EN.split("|")), "vi": frozenset(_VI.split("|"))}
ABOUT_A_RULE = EVENTS["en"] | frozenset(_MORE.split("|"))
