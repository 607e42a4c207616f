"""The secret: where it comes from, that it stays the same, and that nothing short is taken."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scheduler.errors import SettingsError
from scheduler.secret import hashed, load_secret, mac
from scheduler.settings import Settings, load_settings

LONG = "0123456789abcdef0123456789abcdef"


def test_one_is_made_beside_a_sqlite_database_and_kept(tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path}/var/airslot.db")
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: load_secret(settings), range(8)))
    assert len(found) == 1
    kept = tmp_path / "var" / "secret"
    assert load_secret(settings) in found
    assert kept.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in kept.parent.iterdir()] == ["secret"]


def test_a_secret_is_taken_from_the_setting_or_its_file(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text(LONG + "\n")
    assert load_secret(Settings(secret=LONG)) == load_secret(Settings(secret_file=str(file))) == LONG.encode()  # type: ignore[arg-type]


def test_postgresql_needs_one_that_is_given() -> None:
    with pytest.raises(SettingsError, match="AIRSLOT_SECRET_FILE"):
        load_secret(Settings(database_url="postgresql://db/airslot"))


def test_a_short_or_missing_secret_is_refused_without_being_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "key"
    file.write_text("too short")
    with pytest.raises(SettingsError, match="at least 32"):
        load_secret(Settings(secret_file=str(file)))
    with pytest.raises(SettingsError, match="cannot be read"):
        load_secret(Settings(secret_file=str(tmp_path / "none")))
    monkeypatch.setenv("AIRSLOT_SECRET", "hunter2")
    with pytest.raises(SettingsError) as refused:
        load_settings()
    assert "hunter2" not in refused.value.en + refused.value.vi
    assert "AIRSLOT_SECRET" in refused.value.en


def test_a_mac_depends_on_every_part() -> None:
    made = {
        mac(key, purpose, *parts)
        for key in (b"a", b"b")
        for purpose in ("confirm", "preferences")
        for parts in (("1", "2"), ("12",), ("2", "1"), ("1", "2", ""))
    }
    assert len(made) == 16


def test_what_is_stored_of_a_token_is_its_sha_256() -> None:
    assert hashed("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
