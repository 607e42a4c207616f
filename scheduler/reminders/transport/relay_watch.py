"""What the ends of mails say about the relay itself: that it is away, or leaves everything in doubt."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, RelayDown, Retry, Unknown

# Of so many in a row nobody knows whether they arrived: the next would be one more to decide about.
MOST_UNKNOWN = 3


class RelayWatch:
    """One worker's view of the relay, round by round."""

    def __init__(self) -> None:
        self._unknown = 0

    def fault(self, outcomes: Sequence[Outcome], stopped: bool) -> RelayDown | None:
        """Why the relay is to be stopped after this round, or None. `stopped`: it was so already."""
        last: Unknown | None = None
        for one in outcomes:
            if isinstance(one, RelayDown):
                return one
            if isinstance(one, Accepted | Failed):
                self._unknown, last = 0, None
            elif isinstance(one, Unknown):
                self._unknown, last = self._unknown + 1, one
        if last is None or not (stopped or self._unknown >= MOST_UNKNOWN):
            return None
        return RelayDown(f"it leaves open whether it takes mails: {last.reason}")


def of_a_round(outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
    """One line alone that does not reach the relay is put off: a relay may take only so many at a time."""
    if all(isinstance(one, RelayDown) and one.away for one in outcomes):
        return outcomes
    return [Retry(one.reason) if isinstance(one, RelayDown) and one.away else one for one in outcomes]
