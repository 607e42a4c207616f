"""Settings: defaults, what is refused and how, and the page that lists them."""

from datetime import datetime, time
from pathlib import Path

import pytest

from scheduler.errors import SettingsError
from scheduler.settings import Settings, documented, is_loopback, load_settings

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    for name in list(os.environ):
        if name.startswith("AIRSLOT_"):
            monkeypatch.delenv(name)


def test_defaults_need_no_variable() -> None:
    settings = load_settings()
    assert settings.database_url == "sqlite:///var/airslot.db"
    assert settings.now is None
    assert settings.day_hour == time(8)


def test_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "DATABASE_URL": "postgresql://airslot@db/airslot",
        "NOW": "2024-04-02T08:00+07:00",
        "PORT": "9000",
        "PUBLIC_URL": "https://lich.example.org/",
        "DAY_HOUR": "07:30",
        "ALLOW_PUBLIC_LISTEN": "true",
        "LOG_FORMAT": "json",
    }.items():
        monkeypatch.setenv(f"AIRSLOT_{name}", value)
    settings = load_settings()
    assert settings.now == datetime.fromisoformat("2024-04-02T08:00+07:00")
    assert settings.port == 9000
    assert settings.public_url == "https://lich.example.org"
    assert settings.day_hour == time(7, 30)
    assert settings.allow_public_listen is True


def test_an_empty_variable_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_NOW", "")
    monkeypatch.setenv("AIRSLOT_PORT", "")
    assert load_settings() == Settings()


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("DATABASE_URL", "mysql://db/airslot", "sqlite:///path/to/file.db"),
        ("DATABASE_URL", "sqlite://", "sqlite:///path/to/file.db"),
        ("NOW", "2024-04-02T08:00", "with its zone"),
        ("NOW", "1712019600", "with its zone"),
        ("NOW", "tomorrow", "with its zone"),
        ("HOST", "not a host", "127.0.0.1"),
        ("PORT", "0", "from 1 to 65535"),
        ("PORT", "http", "from 1 to 65535"),
        ("ALLOW_PUBLIC_LISTEN", "perhaps", "true or false"),
        ("PUBLIC_URL", "lich.example.org", "http:// or https://"),
        ("PUBLIC_URL", "https://lich.example.org/?a=b", "without ?"),
        ("PUBLIC_URL", "https://[", "http:// or https://"),
        ("UID_DOMAIN", "no domain", "a domain name"),
        ("UID_DOMAIN", "localhost", "a domain name"),
        ("DAY_HOUR", "8", "08:00"),
        ("DAY_HOUR", "28:00", "08:00"),
        ("DEFAULT_MINUTES", "0", "from 1 to 1440"),
        ("FEED_PAST_DAYS", "-1", "from 0 to 3660"),
        ("FEED_FUTURE_DAYS", "1e9", "from 1 to 3660"),
        ("KEEP_OUTBOX_DAYS", "30", "from 90 to 36600, or 0 for ever"),
        ("KEEP_AUDIT_DAYS", "-1", "from 400 to 36600, or 0 for ever"),
        ("UPKEEP_AT", "7", "19:00"),
        ("LOG_FORMAT", "xml", "text or json"),
        ("LOG_LEVEL", "loud", "debug, info, warning or error"),
    ],
)
def test_a_bad_value_is_refused_with_its_name_and_what_would_be_right(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, remedy: str
) -> None:
    monkeypatch.setenv(f"AIRSLOT_{name}", value)
    with pytest.raises(SettingsError) as told:
        load_settings()
    [fault] = told.value.faults
    assert fault.where == f"AIRSLOT_{name}"
    assert fault.en.startswith(f"AIRSLOT_{name} ")
    assert remedy in fault.en
    assert fault.vi.startswith(f"AIRSLOT_{name} ")
    assert fault.vi != fault.en


def test_all_faults_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_PORT", "x")
    monkeypatch.setenv("AIRSLOT_HOST", "a b")
    monkeypatch.setenv("AIRSLOT_DATABASE_ULR", "sqlite:///x.db")
    with pytest.raises(SettingsError) as told:
        load_settings()
    assert {fault.where for fault in told.value.faults} == {
        "AIRSLOT_PORT",
        "AIRSLOT_HOST",
        "AIRSLOT_DATABASE_ULR",
    }
    assert "Did you mean AIRSLOT_DATABASE_URL?" in told.value.en


def test_a_bad_database_address_is_not_said_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", "mysql://airslot:secret@db/airslot")
    with pytest.raises(SettingsError) as told:
        load_settings()
    assert "secret" not in told.value.en + told.value.vi


def test_the_database_address_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "address"
    file.write_text("postgresql://airslot:pass@db/airslot\n", "utf-8")
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", "sqlite:///var/other.db")
    monkeypatch.setenv("AIRSLOT_DATABASE_URL_FILE", str(file))
    assert load_settings().database_url == "postgresql://airslot:pass@db/airslot"


@pytest.mark.parametrize("content", [None, b"", b"mysql://airslot:pass@db/airslot\n", b"\xff\xfe"])
def test_a_file_without_a_database_address_is_refused_and_not_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "address"
    if content is not None:
        file.write_bytes(content)
    monkeypatch.setenv("AIRSLOT_DATABASE_URL_FILE", str(file))
    with pytest.raises(SettingsError) as told:
        load_settings()
    [fault] = told.value.faults
    assert fault.where == "AIRSLOT_DATABASE_URL_FILE"
    assert str(file)[:50] in fault.en
    assert "pass@" not in fault.en + fault.vi


def test_what_a_platform_sets_with_our_prefix_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_SERVICE_HOST", "10.0.0.1")
    monkeypatch.setenv("AIRSLOT_PORT_8000_TCP", "tcp://10.0.0.1:8000")
    assert load_settings() == Settings()


# --- listening ------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "localhost"])
def test_loopback_is_always_allowed(host: str) -> None:
    assert is_loopback(host)
    Settings(host=host).check_listen()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "lich.example.org"])
def test_a_public_address_needs_a_word(host: str) -> None:
    with pytest.raises(SettingsError, match="AIRSLOT_ALLOW_PUBLIC_LISTEN=true"):
        Settings(host=host).check_listen()
    with pytest.raises(SettingsError, match="AIRSLOT_ALLOW_PUBLIC_LISTEN=true"):
        Settings().check_listen(host)
    Settings(host=host, allow_public_listen=True).check_listen()


@pytest.mark.parametrize(
    "value", ["*", "proxy.example.org", "10.0.0.0/33", "10.0.0.7/24", "10.0.0.1,,10.0.0.2"]
)
def test_proxies_are_addresses_or_networks(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("AIRSLOT_PROXIES", value)
    with pytest.raises(SettingsError, match=r"AIRSLOT_PROXIES .* addresses or networks"):
        load_settings()


# --- the page -------------------------------------------------------------------------------


def test_the_page_lists_what_the_class_holds() -> None:
    rows = [
        tuple(cell.strip() for cell in line.strip("| \n").split(" | "))
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| `AIRSLOT_")
    ]
    assert rows == [
        (f"`{variable}`", f"`{default}`" if default else "(empty)", meaning)
        for variable, default, meaning in documented()
    ]
