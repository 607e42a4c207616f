#!/usr/bin/env python3
"""The one door for people who run or change Airslot: python3 dev.py [run|setup|test|check|bench].

Standard library only, so that it works before anything is installed.
"""

# The commands run here are this file's own; the version is asked because older Pythons start it too.
# ruff: noqa: S603, UP036

import hashlib
import io
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(
        "Airslot needs Python 3.11 or newer; this is {}.{}. "
        "Start dev.py with a newer one, for example: python3.11 dev.py".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "airslot-installed"
CONSTRAINTS = ROOT / "constraints.txt"
# Written by frontend/build_hook.py where npm could not be reached: why, and what to do about it.
NOT_FETCHED = ROOT / "api" / "static" / "vendor" / "missing.txt"
# What the tests take from npm, put there by frontend/fetching.py.
PARSERS = ROOT / "frontend" / "node_modules"
# The PyPI part of the OSV database, which somebody has put there.
ADVISORIES = ROOT / "var" / "advisories.zip"
PLAN = Path("plans", "kien-giang-2024.yaml")
DEMO_NOW = "2024-04-02T08:00+07:00"
# Tests that are run only when asked for, by the option that asks.
APART = {"--long": "long", "--clients": "clients"}
# All the tests, a file at a time in each process: what a file opens for its tests is opened once.
# The long ones measure, and run by themselves.
IN_PARALLEL = ["--numprocesses", "logical", "--maxprocesses", "4", "--dist", "loadfile"]

USAGE = """usage: python3 dev.py [command]

  run             set up, load the 2024 plan and serve it on this machine (the default)
  setup           set up only
  test [ARGS]     run the tests, all of them on every core; ARGS go to pytest and run in one process
  test --long     run the long ones instead, minutes of faults, and print the table of reminders
  test --clients  have calendar programs follow a running service, those of Debian that are installed
  check           style, types, the order of the layers; known holes, where their list is at hand
  bench [ARGS]    measure the speed beside its peers and floors
"""

# Byte code is made when a module is first used; making it for all of them is a third of the time.
PIP_OPTIONS = ("--quiet", "--no-input", "--no-compile")

CHECKS = (
    ("style", ("-m", "ruff", "check", "--quiet", "--output-format", "concise", ".")),
    ("layout", ("-m", "ruff", "format", "--check", "--output-format", "concise", ".")),
    ("types", ("-m", "mypy", "--no-error-summary")),
    ("layers", ("-c", "from importlinter.cli import lint_imports_command as lint; lint()")),
)


class SetupError(Exception):
    """Why a step could not be done and what to do about it, in words for a person."""


def main(arguments: list[str]) -> int:
    """Do one command; the exit code is that of the tool it ends in."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("run", [])
    if command in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0
    commands = {"run": run, "setup": setup, "test": test, "check": check, "bench": bench}
    if command not in commands:
        print(f"dev.py: there is no command {command!r}.\n\n{USAGE}", end="", file=sys.stderr)
        return 2
    return commands[command](rest)


# --- commands -----------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Migrate, load the plan that ships, and serve until Ctrl-C."""
    install(dev=False)
    environment = child_environment()
    now = environment.setdefault("AIRSLOT_NOW", DEMO_NOW)
    host = environment.get("AIRSLOT_HOST") or "127.0.0.1"
    port = environment.get("AIRSLOT_PORT") or "8000"
    require_free_port(host, port)
    for step in (("migrate",), ("plan", "load", str(PLAN), "--yes")):
        code = call(airslot(*step), environment)
        if code:
            return code
    print(f"\nAirslot: http://{host}:{port}/   (Ctrl-C ends it)")
    print(f"Plan time starts at {now}; set AIRSLOT_NOW to start it elsewhere.\n", flush=True)
    return become(airslot("serve", *arguments), environment)


def setup(arguments: list[str]) -> int:
    """Set up everything, the tools for tests and checks included; fetch anew what could not be fetched."""
    if NOT_FETCHED.exists() or not PARSERS.exists():
        STAMP.unlink(missing_ok=True)
    install(dev=True)
    print(f"Ready: {VENV / 'bin' / 'airslot'}")
    return 0


def test(arguments: list[str]) -> int:
    """Run the tests: those of every day, or those that `--long` and `--clients` ask for."""
    chosen = arguments or IN_PARALLEL
    if asked := [APART[argument] for argument in arguments if argument in APART]:
        others = (argument for argument in arguments if argument not in APART)
        chosen = ["-m", " or ".join(asked), "-rs", *others]
    install(dev=True)
    return become([str(python()), "-m", "pytest", *chosen], child_environment())


def check(arguments: list[str]) -> int:
    """Run every check, even after one has failed, so that one run shows all."""
    install(dev=True)
    failed = []
    for name, command in (*CHECKS, *advisories()):
        done = subprocess.run(
            [str(python()), *command],
            cwd=ROOT,
            env=child_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        print(f"{name:12}{'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
        if done.returncode:
            failed.append(name)
            print(done.stdout)
    return 1 if failed else 0


def advisories() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The look for known holes in what is pinned, where their database is at hand; else that it is not."""
    if not ADVISORIES.exists():
        print(
            f"{'advisories':12}not looked at: {ADVISORIES.relative_to(ROOT)} is not there (docs/threats.md)"
        )
        return ()
    return (("advisories", ("advisories.py", str(ADVISORIES))),)


def bench(arguments: list[str]) -> int:
    """Run the measurements."""
    install(dev=True)
    return become([str(python()), "-m", "bench", *arguments], child_environment())


# --- the virtual environment --------------------------------------------------------------


def python() -> Path:
    """The interpreter of the virtual environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def install(dev: bool) -> None:
    """Make the virtual environment and install what is pinned; at once when nothing has changed."""
    wanted = stamp(dev)
    if python().exists() and STAMP.exists() and STAMP.read_text() in (wanted, stamp(dev=True)):
        return
    if not (ROOT / "pyproject.toml").exists():
        raise SetupError(f"{ROOT} is not the project's folder: pyproject.toml is missing there.")
    pip = make_venv()
    print("Installing the packages; the first time this takes about a minute …", flush=True)
    STAMP.unlink(missing_ok=True)
    target = f"{ROOT}[dev]" if dev else str(ROOT)
    quietly(
        [*pip, "install", *PIP_OPTIONS, "--constraint", str(CONSTRAINTS), "--editable", target],
        "pip could not install the packages.",
        "Is the network there? Behind a proxy set HTTPS_PROXY, for a mirror PIP_INDEX_URL; then try again.",
    )
    if dev:
        call([str(python()), str(ROOT / "frontend" / "fetching.py")], child_environment())
    STAMP.write_text(wanted)
    if NOT_FETCHED.exists():
        print(NOT_FETCHED.read_text("utf-8"), flush=True)


def stamp(dev: bool) -> str:
    """What is installed, as a fingerprint: the pins of both kinds, the interpreter, the place, the extra."""
    fingerprint = hashlib.sha256()
    for path in (ROOT / "pyproject.toml", CONSTRAINTS, ROOT / "frontend" / "package-lock.json"):
        fingerprint.update(path.read_bytes() if path.exists() else b"")
    fingerprint.update(f"{sys.version}|{ROOT}".encode())
    return f"{fingerprint.hexdigest()} {'dev' if dev else 'run'}\n"


def make_venv() -> list[str]:
    """A virtual environment of this very interpreter, and the pip command that installs into it."""
    inside = [str(python()), "-m", "pip"]
    if works([*inside, "--version"]) and same_interpreter():
        return inside
    if VENV.exists():
        shutil.rmtree(VENV)
    if works([sys.executable, "-c", "import ensurepip, venv"]):
        quietly(
            [sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.", REMEDY
        )
        return inside
    if works([sys.executable, "-m", "virtualenv", "--version"]):
        quietly([sys.executable, "-m", "virtualenv", "--quiet", str(VENV)], "virtualenv failed.", REMEDY)
        return inside
    # Debian without python3-venv but with python3-pip: an empty environment, filled from outside.
    outside = [sys.executable, "-m", "pip", "--python", str(python())]
    if works([sys.executable, "-c", "import venv"]) and works([sys.executable, "-m", "pip", "--version"]):
        quietly(
            [sys.executable, "-m", "venv", "--without-pip", str(VENV)],
            "The virtual environment could not be made.",
            REMEDY,
        )
        if works([*outside, "--version"]):
            return outside
        shutil.rmtree(VENV)
    raise SetupError(f"This Python can make no virtual environment. {REMEDY}")


REMEDY = "On Debian and Ubuntu: apt install python3-venv   (then run dev.py again)"


def same_interpreter() -> bool:
    """Whether the environment has this interpreter's version (a system upgrade leaves it behind)."""
    return works([str(python()), "-c", f"import sys; sys.exit(sys.version != {sys.version!r})"])


# --- the machine --------------------------------------------------------------------------


def airslot(*arguments: str) -> list[str]:
    """The `airslot` command line, started without a console script so that a moved folder works."""
    return [str(python()), "-m", "api.cli", *arguments]


def child_environment() -> dict[str, str]:
    """The environment for children: UTF-8 whatever the locale says."""
    return {
        **os.environ,
        "PYTHONUTF8": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        # Two names because pip changed which of them reaches the build of the project itself.
        "PIP_CONSTRAINT": str(CONSTRAINTS),
        "PIP_BUILD_CONSTRAINT": str(CONSTRAINTS),
    }


def works(command: list[str]) -> bool:
    """Whether the command can be started and ends well; its output is nobody's concern."""
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def quietly(command: list[str], trouble: str, remedy: str) -> None:
    """Run a step without output; where it fails, raise SetupError with its own last words."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=child_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise SetupError(f"{trouble} {error}\n{remedy}") from error
    if done.returncode:
        lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
        said = [line for line in lines if line.lower().startswith("error")] or lines[-3:]
        raise SetupError("\n".join([trouble, *(f"  {line}" for line in said[-3:]), remedy]))


def call(command: list[str], environment: dict[str, str]) -> int:
    """Run a step that speaks for itself; its exit code."""
    return subprocess.run(command, cwd=ROOT, env=environment).returncode


def become(command: list[str], environment: dict[str, str]) -> int:
    """Hand this process over to the command, so that signals reach it and nothing stays behind."""
    if os.name != "nt":
        os.chdir(ROOT)
        sys.stdout.flush()
        os.execve(command[0], command, environment)  # noqa: S606
    return call(command, environment)


def require_free_port(host: str, port: str) -> None:
    """Raise SetupError where nothing can listen on the port, before any other work is done."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise SetupError(f"AIRSLOT_PORT is {port!r}; give a number from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        # As the server does: a port left in TIME_WAIT a moment ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            raise SetupError(
                f"Nothing can listen on {host} port {port}: {error.strerror}. "
                "End the program that uses it, or choose another: AIRSLOT_PORT=8001 python3 dev.py"
            ) from error


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as error:
        sys.exit(f"dev.py: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
