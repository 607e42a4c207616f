"""Lines 14 and 20: commands that are killed at a random statement, and begun again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from scheduler.clock import FixedClock
from scheduler.private_files import open_to_others
from scheduler.reminders.snapshot import sweep
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction
from tests.backup.conftest import backed_up, held, restored
from tests.backup.rows import fill
from tests.backup.test_doubting import Scene, lived_through
from tests.campaigns.conftest import Begin, Fresh
from tests.reminders.samples import NOW, CountingSink, add_airing, add_plan, add_subscriber
from tests.store.test_killed_migrate import ROOT

# Restores as the command does, and kills itself at the n-th statement, before or after it, or at a commit.
RESTORING = """
import os, signal, sys
from sqlalchemy import Engine, event
from scheduler.backup.reading import open_backup
from scheduler.backup.restoring import restore

last, count = int(sys.argv[3]), 0
def die(*_):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)
for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
    event.listen(Engine, moment, die)
with open(sys.argv[2], "rb") as file, open_backup(file, "the backup") as backup:
    restore(sys.argv[1], backup, lambda _: 0)
print(count)
"""
# The same of a simulation of April.
SIMULATING = """
import os, signal, sys
from datetime import date
from sqlalchemy import Engine, event
from scheduler.reminders.simulate import simulate
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine

last, count = int(sys.argv[2]), 0
def die(*_):
    global count
    count += 1
    if count == last:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(Engine, "before_cursor_execute", die)
engine = open_engine(sys.argv[1])
simulate(engine, Settings(), b"a secret of these tests alone: 32", date(2024, 4, 16), date(2024, 4, 18))
print(count)
"""


def run(program: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_restore_that_is_killed_changes_nothing_and_goes_on(
    campaign: Begin, fresh: Fresh, tmp_path: Path
) -> None:
    with campaign("14 a restore that is killed, and begun again", 1, 25) as counted:
        with fresh() as engine:
            with transaction(engine) as connection:
                fill(connection, counted.seed % 1000)
            content, made = backed_up(engine)
        file = tmp_path / "backup.zip"
        file.write_bytes(content)
        whole = run(RESTORING, f"sqlite:///{tmp_path / 'whole.db'}", str(file), "0")
        assert whole.returncode == 0, whole.stderr
        for number, dice in enumerate(counted.each()):
            url = f"sqlite:///{tmp_path / f'killed-{number}.db'}"
            killed = run(RESTORING, url, str(file), str(dice.randint(1, int(whole.stdout))))
            assert killed.returncode == -signal.SIGKILL, killed.stderr
            restored(url, content)
            wanted, found = made.tables, held(url).tables
            rows = {one.name: one.rows for one in found}
            lost = sum(max(0, one.rows - rows[one.name]) for one in wanted)
            doubled = sum(max(0, rows[one.name] - one.rows) for one in wanted)
            same = {one.name: one.sha256 for one in wanted} == {one.name: one.sha256 for one in found}
            counted.judge(lost=lost, doubled=doubled, wrong="" if same else "other rows")


def test_a_backup_and_a_restore_at_any_time_send_nothing_twice(campaign: Begin, fresh: Fresh) -> None:
    with campaign("14 a backup and a restore at any time, mails going out", 1, 15) as counted:
        mails = 0
        for dice in counted.each():
            with fresh() as engine:
                url = engine.url.render_as_string(hide_password=False)
                engine.dispose()
                scene = Scene(url, FixedClock(NOW), CountingSink(), Settings(database_url=url))
                lived_through(scene, url, dice)
                taken = scene.sink.taken
                mails += len(taken)
                counted.judge(doubled=len(taken) - len(set(taken)))
        counted.beside.append(f"mails {mails}")


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_a_simulation_that_is_killed_leaves_nothing_to_others(
    campaign: Begin, fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with campaign("20 a simulation that is killed", 1, 25) as counted, fresh() as engine:
        add_airing(engine, add_plan(engine))
        for number in range(3):
            add_subscriber(engine, f"n{number}")
        before = held(str(engine.url)).tables
        whole = run(SIMULATING, str(engine.url), "0", TMPDIR=str(folder))
        assert whole.returncode == 0, whole.stderr
        for dice in counted.each():
            last = dice.randint(1, int(whole.stdout))
            killed = run(SIMULATING, str(engine.url), str(last), TMPDIR=str(folder))
            assert killed.returncode == -signal.SIGKILL, killed.stderr
            let_in = sum(open_to_others(path) for path in folder.rglob("*"))
            sweep()
            left = list(folder.iterdir())
            same = held(str(engine.url)).tables == before
            counted.judge(let_in=let_in, wrong="" if same and not left else f"{left}")
