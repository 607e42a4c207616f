"""The channel that a person names for one occurrence, held against those that the outlet has."""

from __future__ import annotations

from scheduler.desk.desk import Desk
from scheduler.errors import Invalid
from scheduler.planning.plan_file.channel_names import asked, likely_meant
from scheduler.store.plans.read_model import list_outlets


def ask_about_channel(desk: Desk, office: str, outlet: str | None, code: str | None) -> None:
    """Raise Invalid `channel-twin` where the channel is like one of the outlet's but for case."""
    if code is None or outlet is None:
        return
    known = [one for one in list_outlets(desk.connection, office) if one.name == outlet]
    meant = likely_meant(code, [channel.code for one in known for channel in one.channels])
    if meant is not None:
        raise Invalid.of([asked(outlet, code, meant, "channel")])
