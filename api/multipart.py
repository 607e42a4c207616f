"""Forms with files: multipart/form-data as browsers send it (RFC 7578), out of a body that is in memory.

python-multipart cuts the body, in one pass over it. Each head is bounded before anything looks into it, so
that no text makes reading it slow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from scheduler.errors import Invalid

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

MOST_FIELDS = 10_000
LONGEST_HEAD = 1024  # bytes of a line; the longest name that a file may have takes 765
MOST_HEADS = 8  # lines of a part
MEDIA_TYPE = "multipart/form-data"


class Parts(NamedTuple):
    """The texts of a form and its files, by name; a file field in which none was chosen is left out.

    file_names   what a file was called where it came from, by the field's name
    """

    fields: dict[str, list[str]]
    files: dict[str, bytes]
    file_names: dict[str, str]


def read_multipart(content_type: str, body: bytes) -> Parts:
    """The parts of a body. Raises Invalid where it ends too early, names no boundary or has endless heads."""
    if len(content_type) > LONGEST_HEAD:
        raise _broken()
    boundary = parse_options_header(content_type)[1].get(b"boundary")
    if not boundary:
        raise _broken()
    collector = _Collector()
    try:
        MultipartParser(
            boundary,
            collector.callbacks(),
            max_header_count=MOST_HEADS,
            max_header_size=LONGEST_HEAD,
        ).write(body)
    except FormParserError:
        raise _broken() from None
    if not collector.ended:
        raise _broken()
    return collector.found


def too_many_fields() -> Invalid:
    """The refusal of a form that no page of ours sends."""
    return Invalid(
        "form-too-long",
        f"The form has more than {MOST_FIELDS} fields.",
        f"Biểu mẫu có hơn {MOST_FIELDS} trường.",
    )


class _Collector:
    """Hears what the parser finds, and puts each part where it belongs when it ends."""

    def __init__(self) -> None:
        self.found = Parts({}, {}, {})
        self.ended = False
        self.parts = 0
        self._begin()

    def callbacks(self) -> MultipartCallbacks:
        """What the parser is to call."""
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._take_name,
            "on_header_value": self._take_value,
            "on_header_end": self._end_line,
            "on_part_data": self._take_content,
            "on_part_end": self._end,
            "on_end": self._end_all,
        }

    def _begin(self) -> None:
        self.name, self.value, self.said = b"", b"", b""
        self.content: list[bytes] = []

    def _take_name(self, data: bytes, start: int, end: int) -> None:
        self.name += data[start:end]

    def _take_value(self, data: bytes, start: int, end: int) -> None:
        self.value += data[start:end]

    def _end_line(self) -> None:
        if self.name.lower() == b"content-disposition":
            self.said = self.value
        self.name, self.value = b"", b""

    def _take_content(self, data: bytes, start: int, end: int) -> None:
        self.content.append(data[start:end])

    def _end(self) -> None:
        self.parts += 1
        options = parse_options_header(self.said)[1]
        name = options.get(b"name", b"").decode("utf-8", "replace")
        if not name or self.parts > MOST_FIELDS:
            raise _broken()
        content, filename = b"".join(self.content), options.get(b"filename")
        if filename is None:
            self.found.fields.setdefault(name, []).append(content.decode("utf-8", "replace"))
        elif filename or content:
            self.found.files[name] = content
            self.found.file_names[name] = filename.decode("utf-8", "replace")

    def _end_all(self) -> None:
        self.ended = True


def _broken() -> Invalid:
    return Invalid(
        "form-broken",
        "The form did not arrive whole. Go back and send it again.",
        "Biểu mẫu chưa được gửi đầy đủ. Hãy quay lại và gửi lại.",
    )
