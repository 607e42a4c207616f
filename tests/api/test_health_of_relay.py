"""A relay that takes no mail is told by /health; the service itself is well."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Engine

from api.app import create_app
from api.rest.health import check_relay
from scheduler.reminders.transport import relay
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction

AT = datetime(2026, 1, 5, 3, 4, 5, tzinfo=UTC)


def test_a_stopped_relay_is_told_with_its_reason_on_this_computer_alone(engine: Engine) -> None:
    here = create_app(Settings(), engine=engine).state.house
    abroad = create_app(Settings(allow_public_listen=True), engine=engine).state.house
    assert check_relay(here)["ok"] is True

    with transaction(engine) as connection:
        relay.stop(connection, "535 wrong password", AT)

    assert check_relay(here) == {
        "ok": False,
        "text": "has taken no mail since 2026-01-05T03:04:05Z: 535 wrong password",
    }
    assert "535" not in check_relay(abroad)["text"]
