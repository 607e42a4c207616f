"""Forms that pages send."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import parse_qs, urlsplit

from fastapi import Depends, Request
from starlette.concurrency import run_in_threadpool

from api.dependencies import get_house
from api.multipart import MEDIA_TYPE, MOST_FIELDS, read_multipart, too_many_fields
from scheduler.desk.texts import FIRST_YEAR, LAST_YEAR
from scheduler.errors import Forbidden

MOST_NUMBER = 10**15
LONGEST_NUMBER = 20  # digits; Python itself refuses to read some thousand of them


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, each with its values in order, and the files that were chosen, by name."""

    fields: dict[str, list[str]]
    files: dict[str, bytes] = field(default_factory=dict)
    file_names: dict[str, str] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The first value that is more than blanks, without them around it; "" where there is none.

        Browsers make every line end two signs; here it is one, as it was when the page was made.
        """
        found = (value.strip().replace("\r\n", "\n") for value in self.fields.get(name, []))
        return next((value for value in found if value), "")

    def all(self, name: str) -> list[str]:
        """Every value."""
        return self.fields.get(name, [])

    def raw(self, name: str) -> str:
        """The first value just as it was sent: a password's blanks are its own."""
        return next(iter(self.fields.get(name, [])), "")

    def has(self, name: str) -> bool:
        """Whether a box is ticked."""
        return name in self.fields


def whole_number(text: str, most: int = MOST_NUMBER) -> int | None:
    """The number that a text is: digits from 0 to 9 alone, and none above `most`; None for any other text."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER) or int(text) > most:
        return None
    return int(text)


def year(text: str) -> int | None:
    """The year that a text is; None for any other text, and for a year that no plan has."""
    found = whole_number(text, LAST_YEAR)
    return found if found is not None and found >= FIRST_YEAR else None


async def posted(request: Request) -> Form:
    """The form of a request, with files or without (dependency). Raises Invalid for one that is broken."""
    body, content_type = await request.body(), request.headers.get("content-type", "")
    # However long it takes to read, others are answered meanwhile.
    return await run_in_threadpool(read_form, content_type, body)


def read_form(content_type: str, body: bytes) -> Form:
    """The form that a body holds; raises Invalid for one that is broken."""
    if content_type.lower().startswith(MEDIA_TYPE):
        return Form(*read_multipart(content_type, body))
    text = body.decode("utf-8", "replace")
    try:
        return Form(parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise too_many_fields() from None


TheForm = Annotated[Form, Depends(posted)]


def same_site(request: Request) -> None:
    """Refuse a form that another site has made a browser send (dependency of forms without a session).

    Browsers name the origin of each POST; a program that names none cannot be made to send one by a page.
    """
    origin = request.headers.get("origin")
    if origin is None:
        if request.headers.get("sec-fetch-site", "none") in ("none", "same-origin"):
            return
    elif urlsplit(origin).netloc.lower() in (
        request.headers.get("host", "").lower(),
        urlsplit(get_house(request).public_url).netloc.lower(),
    ):
        return
    raise Forbidden(
        "other-site",
        "This form was sent from another site. Open the page here and fill it in again.",
        "Biểu mẫu này được gửi từ trang khác. Hãy mở trang tại đây và điền lại.",
    )
