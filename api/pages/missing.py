"""The page of an address that leads nowhere, and of every other refusal, in both languages."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.errors import KINDS, Problem
from api.rendering import page_language, render
from scheduler.locale import both


def problem_page(request: Request, problem: Problem, form: str | None = None) -> Response:
    """Both languages on one page: whoever followed a broken link did not choose a language.

    `form` is the page whose form sends to the address, where it takes nothing else.
    """
    kind = KINDS[problem.kind]
    response = render(
        request,
        "problem.html",
        page_language(request),
        problem.status,
        scripted=False,
        code=problem.status,
        title=both(kind.title),
        detail=problem.detail,
        remedy=both(kind.remedy),
        form=form,
    )
    response.headers.update(problem.headers)
    return response
