"""What every REST request passes: how often one may ask, and the proof that a page of ours sent a change."""

from __future__ import annotations

from fastapi import Request

from api.identity import SAFE_METHODS, TheVisitor, check_form, count_asked

CSRF_HEADER = "X-CSRF-Token"


async def count_request(request: Request, visitor: TheVisitor) -> None:
    """Count a request, of a session or token as a change where its method is one (dependency)."""
    count_asked(request, visitor, writes=request.method not in SAFE_METHODS)


async def count_reading(request: Request, visitor: TheVisitor) -> None:
    """The same at an address that writes nothing whatever its method (dependency)."""
    count_asked(request, visitor, writes=False)


async def check_change(request: Request, visitor: TheVisitor) -> None:
    """Refuse a change that comes with a browser's cookie alone (dependency)."""
    if request.method not in SAFE_METHODS:
        check_form(request, visitor, request.headers.get(CSRF_HEADER, ""))
