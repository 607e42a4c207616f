"""The OpenAPI document and a page that lists its operations, both served by this service alone."""

from __future__ import annotations

import json
from typing import Any

from fastapi import APIRouter, FastAPI, Request
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse, JSONResponse

from api.errors import KINDS
from api.rendering import page_language, render
from api.rest.change_examples import ANSWERS, BODIES
from api.rest.examples import EXAMPLES
from api.rest.shapes import FiltersBody, Problem

router = APIRouter(include_in_schema=False)

DESCRIPTION = """
Plans, their items, the occurrences that their phrases give, and who is reminded of them.

Lists are `{"items": […], "next": cursor or null}`. Days (`from`, `to`) are inclusive. A wall time is written
`2024-01-17T17:45`, a day without a time `2024-01-17`; instants are UTC. What is wrong is answered as
`application/problem+json` (RFC 9457) in the language of Accept-Language (English or Vietnamese), and a
parameter that is not known is refused.

Changes take a token or a session, and the role that docs/rest.md names. An ETag that was read goes into
If-Match: where somebody changed it meanwhile the answer is 412 and nothing is written.
""".strip()
SECURITY_SCHEMES = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of `airslot token create` or POST /tokens; its scope “read” changes nothing.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "airslot",
        "description": "A browser's session; behind TLS the cookie is called __Host-airslot.",
    },
    "csrf": {
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRF-Token",
        "description": "`csrf` of GET /me: needed for changes with a session.",
    },
}
# Whoever asks.
OPEN = frozenset({"/expand", "/health"})
BY_LINK = "/subscriptions/{token}"
# What FastAPI adds for validation errors; ours are problem documents.
FOREIGN_SCHEMAS = ("HTTPValidationError", "ValidationError")


@router.get("/openapi.json")
def openapi_document(request: Request) -> JSONResponse:
    """The OpenAPI document."""
    return JSONResponse(describe(request.app))


@router.get("/docs")
def operations_page(request: Request) -> HTMLResponse:
    """The operations, their parameters and examples, readable without any script."""
    document = describe(request.app)
    operations = [
        _operation(path, method, entry)
        for path, methods in document["paths"].items()
        for method, entry in methods.items()
    ]
    language = page_language(request)
    return render(request, "docs.html", language, operations=operations, kinds_of_problem=KINDS)


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of the REST operations, made once per process."""
    if app.openapi_schema is None:
        app.openapi_schema = _document(app)
    return app.openapi_schema


def _document(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(title="Airslot", version=app.version, description=DESCRIPTION, routes=app.routes)
    schemas = document["components"]["schemas"]
    for name in FOREIGN_SCHEMAS:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs", {})
    schemas["Problem"] = problem
    schemas["FiltersBody"] = FiltersBody.model_json_schema()
    document["components"]["securitySchemes"] = SECURITY_SCHEMES
    for path, methods in document["paths"].items():
        place = path.removeprefix("/api/v1")
        for method, entry in methods.items():
            operation = f"{method.upper()} {place}"
            _add_example(entry, ANSWERS.get(operation, EXAMPLES.get(place)))
            _add_body(entry, BODIES.get(operation))
            entry["security"] = _security(method, place)
    return document


def _security(method: str, place: str) -> list[dict[str, list[str]]]:
    """What an operation takes: nothing, or a token, or a browser's session with its proof for changes."""
    if place in OPEN or place.startswith(BY_LINK):
        return [{}]
    if method != "get":
        return [{"token": []}, {"session": [], "csrf": []}]
    public = place.startswith(("/plans", "/occurrences", "/reports")) and not place.endswith(
        ("/history", "/evidence", "/pieces")
    )
    return [*([{}] if public else []), {"token": []}, {"session": []}]


def _add_body(entry: dict[str, Any], example: object) -> None:
    if example is not None:
        entry["requestBody"]["content"]["application/json"]["example"] = example


def _add_example(entry: dict[str, Any], example: object) -> None:
    # Given to the route, FastAPI would leave out every member that is null.
    for status, answer in entry["responses"].items():
        content = answer.get("content", {}).get("application/json", {})
        if example is not None and status.startswith("2") and content:
            content["example"] = example


def _answered(entry: dict[str, Any]) -> dict[str, Any]:
    """What a good answer holds; empty where it is no JSON or nothing at all."""
    good = next(each for status, each in entry["responses"].items() if status.startswith("2"))
    found: dict[str, Any] = good.get("content", {}).get("application/json", {})
    return found


def _operation(path: str, method: str, entry: dict[str, Any]) -> dict[str, Any]:
    sent = entry.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example")
    given = _answered(entry).get("example")
    return {
        "method": method.upper(),
        "path": path,
        "id": entry["operationId"],
        "summary": entry["summary"],
        "description": entry.get("description", ""),
        "parameters": [_parameter(each) for each in entry.get("parameters", [])],
        "sent": _pretty(sent),
        "given": _pretty(given),
        "statuses": {status: response["description"] for status, response in entry["responses"].items()},
    }


def _parameter(entry: dict[str, Any]) -> dict[str, Any]:
    schema = entry["schema"]
    kinds = [schema, *schema.get("anyOf", [])]
    values: list[str] = next((kind["enum"] for kind in kinds if "enum" in kind), [])
    shape = next((kind.get("format") or kind.get("type") for kind in kinds if "type" in kind), "")
    return {
        "name": entry["name"],
        "where": entry["in"],
        "shape": shape,
        "values": values,
        "description": entry.get("description") or schema.get("description", ""),
    }


def _pretty(example: object) -> str | None:
    return None if example is None else json.dumps(example, ensure_ascii=False, indent=2)
