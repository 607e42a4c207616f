"""Sentences for the values of a request that FastAPI and pydantic refuse."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.requests import Request

from api.errors import Problem, Wrong, invalid
from scheduler.locale import Words, both

Sentence: TypeAlias = Callable[[str, str, Mapping[str, Any]], Words]
SHOWN = 60  # characters of a bad value that are repeated to its sender


def problem_of_validation(request: Request, error: RequestValidationError) -> Problem:
    """The problem with every value that was refused, each with its place and a sentence."""
    faults = error.errors()
    if any(fault["type"] == "json_invalid" for fault in faults):
        return _not_json(faults[0])
    return invalid(*(_wrong(request, fault) for fault in faults))


def shown(value: object) -> str:
    """A value as a sentence may repeat it: cut short, control characters made visible."""
    text = str(value)
    text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    return "".join(letter if letter.isprintable() else f"\\x{ord(letter):02x}" for letter in text)


def _not_json(fault: Mapping[str, Any]) -> Problem:
    place = fault["loc"][-1]
    detail = both("The body is not JSON: it breaks off or goes wrong at character %(place)s.", place=place)
    return Problem("unreadable-body", detail)


def _wrong(request: Request, fault: Mapping[str, Any]) -> Wrong:
    where, *path = fault["loc"]
    name = str(path[-1]) if path else ""
    kind, context = fault["type"], fault.get("ctx") or {}
    if kind == "extra_forbidden" and where != "body":
        return Wrong(("parameter", name), "unknown-parameter", _unknown(request, name))
    sentence = SENTENCES.get(kind, _other)
    place = ("pointer", "#/" + "/".join(map(str, path))) if where == "body" else ("parameter", name)
    return Wrong(place, kind.replace("_", "-"), sentence(name, shown(fault.get("input")), context))


def _unknown(request: Request, name: str) -> Words:
    known = _known_parameters(request)
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return both(
            "There is no parameter “%(name)s” here; “%(near)s” may be meant.", name=shown(name), near=near[0]
        )
    return unknown_parameter(name, known)


def unknown_parameter(name: str, known: list[str]) -> Words:
    """The sentence about a parameter that the address does not know."""
    if not known:
        return both("There is no parameter “%(name)s” here; this address takes none.", name=shown(name))
    return both(
        "There is no parameter “%(name)s” here; known are: %(known)s.",
        name=shown(name),
        known=", ".join(known),
    )


def _known_parameters(request: Request) -> list[str]:
    route = request.scope.get("route")
    if not isinstance(route, APIRoute):
        return []
    names: list[str] = []
    for parameter in route.dependant.query_params:
        fields = getattr(parameter.field_info.annotation, "model_fields", None)
        names += [f.alias or key for key, f in fields.items()] if fields else [parameter.alias]
    return names


def _number(name: str, value: str, _: Mapping[str, Any]) -> Words:
    return both("“%(name)s” must be a whole number; it was “%(value)s”.", name=name, value=value)


def _at_least(name: str, value: str, context: Mapping[str, Any]) -> Words:
    bound = context["ge"]
    return both(
        "“%(name)s” must be at least %(bound)s; it was %(value)s.", name=name, bound=bound, value=value
    )


def _at_most(name: str, value: str, context: Mapping[str, Any]) -> Words:
    bound = context["le"]
    return both(
        "“%(name)s” must be at most %(bound)s; it was %(value)s.", name=name, bound=bound, value=value
    )


def _choice(name: str, value: str, context: Mapping[str, Any]) -> Words:
    choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
    return both(
        "“%(value)s” is no %(name)s; choose one of: %(choices)s.", name=name, value=value, choices=choices
    )


def _yes_or_no(name: str, value: str, _: Mapping[str, Any]) -> Words:
    return both("“%(name)s” must be true or false; it was “%(value)s”.", name=name, value=value)


def _too_long(name: str, _: str, context: Mapping[str, Any]) -> Words:
    bound = context["max_length"]
    return both("“%(name)s” is too long; write at most %(bound)s characters.", name=name, bound=bound)


def _too_short(name: str, _: str, __: Mapping[str, Any]) -> Words:
    return both("“%(name)s” is empty; leave it out or give it a value.", name=name)


def _day(name: str, value: str, _: Mapping[str, Any]) -> Words:
    return both(
        "“%(name)s” is no day of the calendar: “%(value)s”; "
        "write it as 2024-04-02, with a year from 1900 to 2199.",
        name=name,
        value=value,
    )


def _control(name: str, value: str, _: Mapping[str, Any]) -> Words:
    return both("“%(name)s” holds a control character: “%(value)s”; take it out.", name=name, value=value)


def _missing(name: str, _: str, __: Mapping[str, Any]) -> Words:
    return both("“%(name)s” is missing; give it a value.", name=name or "body")


def _object(_name: str, _: str, __: Mapping[str, Any]) -> Words:
    return both("The body must be one JSON object, such as {“phrase”: “…”}.")


def _unknown_member(name: str, _: str, __: Mapping[str, Any]) -> Words:
    return both("There is no member “%(name)s” here; the documentation lists them.", name=shown(name))


def _other(name: str, value: str, _: Mapping[str, Any]) -> Words:
    return both("“%(name)s” cannot be “%(value)s”.", name=name, value=value)


SENTENCES: Mapping[str, Sentence] = {
    "int_parsing": _number,
    "int_parsing_size": _number,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "literal_error": _choice,
    "bool_parsing": _yes_or_no,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
    "day": _day,
    "control_character": _control,
    "missing": _missing,
    "dict_type": _object,
    "model_attributes_type": _object,
    "extra_forbidden": _unknown_member,
}
