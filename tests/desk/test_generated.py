"""Generated requests at every address of REST, with rights and without: answers keep to the document."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from scheduler.desk.one_offs import add_one_off
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OWN, Offices

METHODS = ("get", "post", "patch", "delete")
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
WHO = ("admin", "manager", "station", "viewer", "reads", "other")


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


@pytest.mark.parametrize("database_kind", ["sqlite"])
@pytest.mark.parametrize("known", [True, False], ids=["with rights", "without"])
@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_generated_requests_get_documented_answers(doors: Doors, known: bool, data: st.DataObject) -> None:
    """No 5xx, no status, type or shape that the document lacks; half of the requests name real things."""
    document = doors.service.client.get("/api/v1/openapi.json").json()
    schema = schemathesis.openapi.from_dict(document)
    operations = [
        (path, method.upper())
        for path, methods in sorted(document["paths"].items())
        for method in METHODS
        if method in methods and path.startswith("/api/v1") and "{token}" not in path
    ]
    path, method = data.draw(st.sampled_from(operations))
    modes = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    case = data.draw(schema[path][method].as_strategy(generation_mode=data.draw(st.sampled_from(modes))))
    if data.draw(st.booleans()) and case.path_parameters:
        real = real_things(doors)
        case.path_parameters = {name: real.get(name, value) for name, value in case.path_parameters.items()}
    headers = {}
    if known:
        headers["Authorization"] = f"Bearer {doors.tokens[data.draw(st.sampled_from(WHO))]}"
    answer = case.call_and_validate(base_url=doors.service.url, checks=CHECKS, headers=headers)
    if not known and method != "GET" and path != "/api/v1/expand":
        assert answer.status_code >= 400


def real_things(doors: Doors) -> dict[str, str]:
    rows = doors.offices.rows()
    if not any(row.slot == "+1" for row in rows):
        doors.offices.do(add_one_off, OWN, rows[0].item, rows[0].start)
    return {
        "slug": OWN,
        "number": "2.2",
        "occurrence_id": rows[len(rows) // 2].id,
        "person_id": doors.people["viewer"],
    }
