"""Starting to serve: where it may listen, and which address it gives to others."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
import uvicorn

from api import serve as serving
from scheduler.errors import SettingsError
from scheduler.settings import Settings


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What uvicorn was asked to run."""
    runs: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: runs.append({"app": app} | options))
    return runs


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "lich.example.org"])
def test_others_are_not_let_in_without_a_setting_that_says_so(
    started: list[dict[str, Any]], host: str
) -> None:
    with pytest.raises(SettingsError, match="AIRSLOT_ALLOW_PUBLIC_LISTEN=true"):
        serving.serve(Settings(host=host))
    assert started == []


@pytest.mark.parametrize("settings", [{}, {"host": "::1"}, {"host": "0.0.0.0", "allow_public_listen": True}])
def test_it_listens_where_it_may(started: list[dict[str, Any]], settings: dict[str, Any]) -> None:
    serving.serve(Settings(**settings))
    [run] = started
    assert run["host"] == settings.get("host", "127.0.0.1") and run["port"] == 8000
    assert run["server_header"] is False


def test_the_public_address_follows_the_port_unless_it_is_set() -> None:
    assert serving.addressed(Settings(port=8123)).public_url == "http://127.0.0.1:8123"
    own = Settings(port=8123, public_url="https://lich.example.org")
    assert serving.addressed(own).public_url == "https://lich.example.org"


@pytest.mark.parametrize(
    ("proxies", "peer", "seen"),
    [
        (None, "127.0.0.1", ("127.0.0.1", "http")),
        ("10.1.0.0/24", "127.0.0.1", ("127.0.0.1", "http")),
        ("10.1.0.0/24", "10.1.1.7", ("10.1.1.7", "http")),
        ("192.0.2.9, 10.1.0.0/24", "10.1.0.7", ("203.0.113.5", "https")),
    ],
)
def test_only_named_proxies_say_for_whom_they_ask(
    proxies: str | None, peer: str, seen: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # uvicorn would else take this in place of what we say.
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", "*")
    found: list[tuple[str, str]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        found.append((scope["client"][0], scope["scheme"]))

    options = serving.trusted_proxies(Settings(proxies=proxies))
    config = uvicorn.Config(app, interface="asgi3", lifespan="off", log_config=None, **options)
    config.load()
    headers = [(b"x-forwarded-for", b"203.0.113.5"), (b"x-forwarded-proto", b"https")]
    asked = {"type": "http", "scheme": "http", "client": (peer, 1), "headers": headers}
    asyncio.run(config.loaded_app(asked, None, None))
    assert found == [seen]
