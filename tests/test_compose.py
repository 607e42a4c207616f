"""The files that describe the containers: pinned, without rights, secrets by file, open to this machine only.

They are read as what they are, YAML and lines; docs/decisions/containers.md says how they were run.
"""

from __future__ import annotations

import fnmatch
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from api.cli.app import app
from scheduler.settings import documented

ROOT = Path(__file__).resolve().parents[1]
MAIN, TRIAL = (
    yaml.safe_load((ROOT / name).read_text("utf-8"))
    for name in ("docker-compose.yml", "docker-compose.trial.yml")
)
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OURS = ("migrate", "api", "worker")


def laid_over(base: Any, over: Any) -> Any:
    """The second file over the first, as Compose does it; lists of the kinds used here are replaced."""
    if isinstance(base, dict) and isinstance(over, dict):
        return {key: laid_over(base.get(key), over[key]) if key in over else base[key] for key in base | over}
    return over


SERVICES: dict[str, Any] = laid_over(MAIN, TRIAL)["services"]
STAGES = {
    name: body.strip()
    for _, name, body in re.findall(
        r"^FROM (\S+) AS (\S+)\n(.*?)(?=^FROM |\Z)", DOCKERFILE, re.DOTALL | re.MULTILINE
    )
}


def running(stage: str, instruction: str) -> list[str]:
    """What an instruction says in a stage, each time that it stands there."""
    return re.findall(rf"^{instruction} (.+)$", STAGES[stage], re.MULTILINE)


# --- which services -------------------------------------------------------------------------


def test_the_main_file_has_what_runs_for_good_and_the_trial_only_adds_the_catcher() -> None:
    assert set(MAIN["services"]) == {"db", "migrate", "api", "worker"}
    assert set(SERVICES) - set(MAIN["services"]) == {"mail"}
    for service in MAIN["services"].values():
        assert not {"AIRSLOT_NOW", "AIRSLOT_SMTP_HOST"} & set(service.get("environment", {}))


@pytest.mark.parametrize("service", OURS)
def test_each_of_our_services_runs_a_command_that_there_is(service: str) -> None:
    program, command = MAIN["services"][service]["command"][:2]
    assert program in PROJECT["project"]["scripts"]
    assert command in get_command(app).commands  # type: ignore[attr-defined]


def test_nothing_starts_before_what_it_needs() -> None:
    assert SERVICES["migrate"]["depends_on"] == {"db": {"condition": "service_healthy"}}
    for service in ("api", "worker"):
        needs = SERVICES[service]["depends_on"]
        assert needs["migrate"] == {"condition": "service_completed_successfully"}


def test_any_number_of_interfaces_and_workers_can_run() -> None:
    for service in ("api", "worker"):
        assert "container_name" not in SERVICES[service]
    (port,) = SERVICES["api"]["ports"]
    first, last = re.findall(r"\d+", re.findall(r":-([\d-]+)\}", port)[0])
    assert int(last) > int(first)


def test_interfaces_leave_the_mails_to_the_workers() -> None:
    assert SERVICES["api"]["environment"]["AIRSLOT_WORKER_INSIDE"] == "false"


def test_what_sends_mails_knows_the_same_of_it() -> None:
    """Interfaces send links to sign in; without a relay of their own they wrote them into a lost folder."""
    for services in (MAIN["services"], SERVICES):
        api, worker = (services[name] for name in ("api", "worker"))
        assert api["environment"]["AIRSLOT_MAIL_SINK"] == "smtp"
        assert worker["environment"].items() <= api["environment"].items()
        assert set(worker["secrets"]) <= set(api["secrets"])
        assert api["env_file"] == worker["env_file"]
    assert SERVICES["api"]["environment"]["AIRSLOT_SMTP_HOST"] == "mail"


@pytest.mark.parametrize("service", SERVICES)
def test_every_service_that_stays_is_looked_after(service: str) -> None:
    if service == "migrate":
        assert SERVICES[service]["restart"] == "no"
        return
    assert SERVICES[service]["restart"] == "unless-stopped"
    assert SERVICES[service]["healthcheck"]["test"][0] in ("CMD", "CMD-SHELL")


def test_the_workers_health_check_looks_at_the_file_that_it_touches() -> None:
    *_, option, file = SERVICES["worker"]["command"]
    assert option == "--pulse"
    assert f"find {file} " in SERVICES["worker"]["healthcheck"]["test"][1]


def test_the_catcher_keeps_its_mails_in_a_folder_of_the_volume_that_it_makes_itself() -> None:
    # Its Maildir is laid out only where the folder is missing; the volume itself never is.
    folder = json.loads(running("trial-mail", "CMD")[0])[-1]
    (volume,) = SERVICES["mail"]["volumes"]
    assert Path(volume.partition(":")[2]) in Path(folder).parents


# --- pinned ---------------------------------------------------------------------------------


def test_every_image_is_pinned() -> None:
    images = [by_default(service["image"]) for service in SERVICES.values()]
    images += re.findall(r"^ARG PYTHON_IMAGE=(\S+)", DOCKERFILE, re.MULTILINE)
    for image in images:
        _, _, tag = image.partition(":")
        assert re.match(r"\d", tag), image


def test_a_digest_takes_the_place_of_every_image_that_is_not_ours() -> None:
    assert set(re.findall(r"^FROM (\S+) AS", DOCKERFILE, re.MULTILINE)) == {"${PYTHON_IMAGE}"}
    assert SERVICES["db"]["image"].startswith("${POSTGRES_IMAGE:-")
    (python,) = re.findall(r"^ARG PYTHON_IMAGE=(\S+)", DOCKERFILE, re.MULTILINE)
    for service in (*OURS, "mail"):
        assert SERVICES[service]["build"]["args"] == [f"PYTHON_IMAGE=${{PYTHON_IMAGE:-{python}}}"]
    guide = (ROOT / "docs" / "containers.md").read_text("utf-8")
    assert (
        guide.count("\n    PYTHON_IMAGE=python@sha256:")
        == guide.count("\n    POSTGRES_IMAGE=postgres@sha256:")
        == 2
    )


def by_default(value: str) -> str:
    """What Compose puts for `${NAME:-value}` where nobody has set the name."""
    found = re.fullmatch(r"\$\{\w+:-(.+)\}", value)
    return found[1] if found else value


def test_our_images_bear_the_version_of_the_project() -> None:
    version = PROJECT["project"]["version"]
    assert {SERVICES[service]["image"] for service in OURS} == {f"airslot:{version}"}
    assert SERVICES["mail"]["image"] == f"airslot-trial-mail:{version}"


@pytest.mark.parametrize("service", [*OURS, "mail"])
def test_each_image_is_built_from_a_stage_that_there_is(service: str) -> None:
    assert SERVICES[service]["build"]["target"] in STAGES


def test_what_is_installed_is_what_is_proved_together() -> None:
    for line in re.findall(r"^.*\bpip\b.* install .+", DOCKERFILE, re.MULTILINE):
        assert "--constraint " in line or ("PIP_CONSTRAINT=" in line and "--no-deps" in line)


# --- without rights -------------------------------------------------------------------------


@pytest.mark.parametrize("stage", ["airslot", "trial-mail"])
def test_what_runs_is_no_administrator(stage: str) -> None:
    uid, _, gid = running(stage, "USER")[-1].partition(":")
    assert int(uid) >= 1000
    assert int(gid) >= 1000
    assert STAGES[stage].rindex("\nUSER ") > STAGES[stage].rindex("RUN ")


@pytest.mark.parametrize("service", [*OURS, "mail"])
def test_our_containers_can_change_nothing_of_themselves(service: str) -> None:
    assert SERVICES[service]["read_only"] is True
    assert SERVICES[service]["cap_drop"] == ["ALL"]
    assert "user" not in SERVICES[service]


@pytest.mark.parametrize("service", SERVICES)
def test_no_container_can_gain_rights(service: str) -> None:
    assert "no-new-privileges:true" in SERVICES[service]["security_opt"]
    assert not {"privileged", "cap_add", "network_mode", "pid"} & set(SERVICES[service])


def test_the_stage_that_runs_is_the_last_and_installs_nothing() -> None:
    assert list(STAGES)[-1] == "airslot"
    for command in running("airslot", "RUN"):
        assert not re.search(r"\b(pip|apt-get|curl|gcc)\b", command)


# --- open to this machine only --------------------------------------------------------------


def test_ports_open_on_this_machine_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert ports
    for port in ports:
        assert port.startswith("127.0.0.1:")


# --- secrets --------------------------------------------------------------------------------


@pytest.mark.parametrize("service", SERVICES)
def test_a_secret_is_named_by_its_file_which_the_service_has(service: str) -> None:
    environment = MAIN["services"].get(service, SERVICES[service]).get("environment", {})
    held = set(SERVICES[service].get("secrets", []))
    # Not every relay wants a name and a password: .env says both, or neither.
    held.discard("smtp-password")
    named = {value for name, value in environment.items() if name.endswith("_FILE")}
    assert named == {f"/run/secrets/{name}" for name in held}
    for name in environment:
        assert name.endswith("_FILE") or not re.search(r"PASSWORD|SECRET|DATABASE_URL", name)


def test_secrets_are_files_that_neither_git_nor_the_builder_takes() -> None:
    ignored = (ROOT / ".gitignore").read_text("utf-8").split()
    for name, secret in MAIN["secrets"].items():
        assert secret == {"file": f"./var/secrets/{name}"}
        assert name in (ROOT / "docs" / "containers.md").read_text("utf-8")
    assert {"var/", ".env"} <= set(ignored)
    assert not sent_to_the_builder("var/secrets/secret")
    assert not sent_to_the_builder(".env")


def test_the_builder_gets_what_the_stages_take() -> None:
    taken = {
        word
        for stage in STAGES
        for line in running(stage, "COPY")
        for word in line.split()[:-1]
        if "--from" not in line
    }
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) <= taken
    for word in taken:
        assert (ROOT / word).exists()
        assert sent_to_the_builder(word)


def sent_to_the_builder(path: str) -> bool:
    """Whether .dockerignore lets a path through: the last line that fits it or a folder above decides."""
    places = [path, *(str(parent) for parent in Path(path).parents if parent.name)]
    sent = True
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        if line and not line.startswith("#") and fnmatch.filter(places, line.removeprefix("!")):
            sent = line.startswith("!")
    return sent


# --- settings -------------------------------------------------------------------------------


@pytest.mark.parametrize("service", [*OURS, "mail"])
def test_every_variable_of_ours_is_a_setting(service: str) -> None:
    known = {variable for variable, _, _ in documented()}
    set_here = SERVICES[service].get("environment", {})
    assert {name for name in set_here if name.startswith("AIRSLOT_")} <= known
