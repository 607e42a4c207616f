"""What robots should leave alone."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

router = APIRouter()
# Feeds are not among them, of which X-Robots-Tag says that no index should list them: Google Calendar fetches
# none that is forbidden here.
_LEFT = ("/api/", "/sign-in", "/give/", "/confirm/", "/preferences/", "/unsubscribe/")
ROBOTS = "".join(("User-agent: *\n", *(f"Disallow: {path}\n" for path in _LEFT)))


@router.get("/robots.txt")
async def robots() -> PlainTextResponse:
    """The same for all."""
    return PlainTextResponse(ROBOTS, headers={"Cache-Control": "public, max-age=86400"})
