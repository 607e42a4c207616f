"""The OpenAPI document: examples that fit, and answers that keep to it under generated requests."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
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

from api.rest import examples
from tests.api.service import Service

METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture(scope="session")
def document(service: Service) -> dict[str, Any]:
    answer = service.client.get("/api/v1/openapi.json")
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (path, method, entry)
        for path, methods in document["paths"].items()
        for method, entry in methods.items()
        if path.startswith("/api/v1")
    ]


def test_the_document_names_every_operation(document: dict[str, Any]) -> None:
    assert {(path.removeprefix("/api/v1"), method) for path, method, _ in operations(document)} == {
        ("/plans", "get"),
        ("/plans", "post"),
        ("/plans/{slug}", "get"),
        ("/plans/{slug}", "patch"),
        ("/plans/{slug}/history", "get"),
        ("/plans/{slug}/items", "get"),
        ("/plans/{slug}/export", "get"),
        ("/plans/{slug}/items", "post"),
        ("/plans/{slug}/items/{number}", "get"),
        ("/plans/{slug}/items/{number}", "patch"),
        ("/plans/{slug}/items/{number}/occurrences", "post"),
        ("/plans/{slug}/items/{number}/pieces", "post"),
        ("/plans/{slug}/pieces", "get"),
        ("/pieces/{piece_id}", "get"),
        ("/pieces/{piece_id}/withdrawal", "post"),
        ("/reports/fulfilment", "get"),
        ("/reminders/ahead", "get"),
        ("/conflicts", "get"),
        ("/plans/{slug}/listings", "post"),
        ("/plans/{slug}/inbox", "get"),
        ("/plans/{slug}/inbox", "post"),
        ("/plans/{slug}/inbox/{link_id}", "delete"),
        ("/proposals/{proposal_id}/decision", "post"),
        ("/plans/{slug}/listings/book", "post"),
        ("/occurrences/{occurrence_id}/free-slots", "get"),
        ("/cut-offs", "get"),
        ("/cut-offs", "patch"),
        ("/occurrences", "get"),
        ("/occurrences/upcoming", "get"),
        ("/occurrences/{occurrence_id}", "get"),
        ("/occurrences/{occurrence_id}", "patch"),
        ("/occurrences/batch", "post"),
        ("/occurrences/{occurrence_id}", "delete"),
        ("/occurrences/{occurrence_id}/history", "get"),
        ("/occurrences/{occurrence_id}/evidence", "get"),
        ("/occurrences/{occurrence_id}/evidence", "post"),
        ("/me", "get"),
        ("/people", "get"),
        ("/people", "post"),
        ("/people/{person_id}", "patch"),
        ("/people/{person_id}", "delete"),
        ("/tokens", "get"),
        ("/tokens", "post"),
        ("/tokens/{token_id}", "delete"),
        ("/subscribers", "get"),
        ("/subscribers", "post"),
        ("/subscribers/{subscriber_id}", "get"),
        ("/subscribers/{subscriber_id}", "patch"),
        ("/subscribers/{subscriber_id}", "delete"),
        ("/expand", "post"),
        ("/days-off", "get"),
        ("/subscriptions", "post"),
        ("/subscriptions/{token}", "get"),
        ("/subscriptions/{token}", "patch"),
        ("/subscriptions/{token}", "delete"),
        ("/subscriptions/{token}/data", "get"),
        ("/reminders", "get"),
        ("/reminders/log", "get"),
        ("/reminders/{reminder_id}/decision", "post"),
        ("/health", "get"),
    }


def test_each_operation_has_an_example_that_fits_its_shape(document: dict[str, Any]) -> None:
    for path, method, entry in operations(document):
        good = [each for status, each in entry["responses"].items() if status.startswith("2")]
        contents = [
            each["content"]["application/json"]
            for each in good
            if "content" in each and "text/csv" not in each["content"]
        ]
        if "requestBody" in entry:
            contents.append(entry["requestBody"]["content"]["application/json"])
        for content in contents:
            schema = content["schema"] | {"components": document["components"]}
            assert "example" in content, f"{method} {path} has no example"
            jsonschema_rs.validate(schema, content["example"])


def test_the_example_of_expand_is_what_the_service_answers(
    service: Service, document: dict[str, Any]
) -> None:
    entry = document["paths"]["/api/v1/expand"]["post"]
    body = entry["requestBody"]["content"]["application/json"]["example"]
    answer = service.client.post("/api/v1/expand", json=body).json()
    assert answer == entry["responses"]["200"]["content"]["application/json"]["example"]


def test_the_examples_tell_of_the_plan_that_ships(service: Service) -> None:
    items = service.client.get("/api/v1/plans/kien-giang-2024/items").json()["items"]
    [item] = [each for each in items if each["number"] == examples.ITEM["number"]]
    own = {"next": item["next"] | {"id": examples.OCCURRENCE["id"]}}
    assert item | own == examples.ITEM
    plan = service.client.get("/api/v1/plans/kien-giang-2024").json()
    assert plan | {"url": examples.PLAN["url"], "feed": examples.PLAN["feed"]} == examples.PLAN


def test_each_refusal_is_documented_as_a_problem(document: dict[str, Any]) -> None:
    for path, method, entry in operations(document):
        for status, response in entry["responses"].items():
            if status.startswith(("4", "5")):
                assert list(response["content"]) == ["application/problem+json"], f"{method} {path} {status}"
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_the_operations_can_be_read_without_any_script(service: Service, document: dict[str, Any]) -> None:
    page = service.client.get("/api/v1/docs")
    assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
    for path, method, _ in operations(document):
        assert f"{method.upper()} {path}" in page.text
    scripts = page.text.count("<script")
    assert scripts == page.text.count('<script src="/static/') and "//cdn" not in page.text
    for kind in ("bad-cursor", "invalid-request", "unavailable"):
        assert f'id="problem-{kind}"' in page.text


@settings(
    max_examples=160,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.data())
def test_generated_requests_get_documented_answers(service: Service, data: st.DataObject) -> None:
    """Right and wrong requests by turns: no 5xx, no status, type or shape that the document lacks."""
    schema = schemathesis.openapi.from_dict(service.client.get("/api/v1/openapi.json").json())
    chosen = data.draw(st.sampled_from(CASES))
    operation = schema["/api/v1" + chosen[0]][chosen[1]]
    mode = data.draw(
        st.sampled_from([schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE])
    )
    case = data.draw(operation.as_strategy(generation_mode=mode))
    case.call_and_validate(
        base_url=service.url,
        checks=[
            not_a_server_error,
            status_code_conformance,
            content_type_conformance,
            response_schema_conformance,
        ],
    )


CASES = (
    ("/plans", "GET"),
    ("/plans/{slug}", "GET"),
    ("/plans/{slug}/items", "GET"),
    ("/occurrences", "GET"),
    ("/occurrences/upcoming", "GET"),
    ("/occurrences/{occurrence_id}", "GET"),
    ("/expand", "POST"),
    ("/subscriptions", "POST"),
    ("/subscriptions/{token}", "GET"),
    ("/subscriptions/{token}", "PATCH"),
    ("/subscriptions/{token}", "DELETE"),
    ("/subscriptions/{token}/data", "GET"),
)
