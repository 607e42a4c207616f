"""Forms with files, as browsers and programs write them, and broken ones."""

from __future__ import annotations

from time import process_time

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.bodies import MAX_UPLOAD
from api.multipart import MOST_FIELDS, Parts, read_multipart
from scheduler.errors import Invalid

BROWSER = "multipart/form-data; boundary=----WebKitFormBoundaryAaB03x"


def body(*parts: str, end: str = "--") -> bytes:
    lines = [f"------WebKitFormBoundaryAaB03x\r\n{part}\r\n" for part in parts]
    return ("".join(lines) + f"------WebKitFormBoundaryAaB03x{end}\r\n").encode()


def test_texts_and_files_are_told_apart() -> None:
    sent = body(
        'Content-Disposition: form-data; name="csrf"\r\n\r\nabc',
        'content-disposition: form-data; name="reading 2.1"\r\n\r\nmột',
        'Content-Disposition: form-data; name="reading 2.1"\r\n\r\nhai',
        'Content-Disposition: form-data; name="file"; filename="kế hoạch.yaml"\r\n'
        "Content-Type: application/x-yaml\r\n\r\nslug: a\r\n\r\ntitle: b\r\n",
    )
    assert read_multipart(BROWSER, sent) == Parts(
        {"csrf": ["abc"], "reading 2.1": ["một", "hai"]},
        {"file": b"slug: a\r\n\r\ntitle: b\r\n"},
        {"file": "kế hoạch.yaml"},
    )


def test_a_file_field_without_a_file_is_left_out() -> None:
    sent = body('Content-Disposition: form-data; name="file"; filename=""\r\nContent-Type: a/b\r\n\r\n')
    assert read_multipart(BROWSER, sent) == Parts({}, {}, {})


@given(st.dictionaries(st.text("ab_1", min_size=1), st.binary(), max_size=4))
def test_files_come_through_byte_by_byte(files: dict[str, bytes]) -> None:
    sent = httpx.Request(
        "POST", "http://localhost/", files={"x": ("x", b"x")} | {name: ("a", files[name]) for name in files}
    )
    assert read_multipart(sent.headers["content-type"], sent.read()).files == {"x": b"x"} | files


@pytest.mark.parametrize(
    ("content_type", "sent"),
    [
        ("multipart/form-data", body("Content-Disposition: form-data; name=a\r\n\r\n1")),
        (BROWSER, b""),
        (BROWSER, b"slug: a\n"),
        (BROWSER, body('Content-Disposition: form-data; name="a"\r\n\r\n1')[:-10]),
        (BROWSER, body('Content-Disposition: form-data; name="a"\r\n\r\n1', end="")),
        (BROWSER, body("no head at all")),
        (BROWSER, body("Content-Disposition: form-data\r\n\r\n1")),
        (BROWSER, body(*['Content-Disposition: form-data; name="a"\r\n\r\n1'] * (MOST_FIELDS + 1))),
        (
            BROWSER,
            body("\r\n".join(["X-A: b"] * 20) + '\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'),
        ),
    ],
    ids=["no boundary", "empty", "no parts", "cut", "no end", "no head", "no name", "too many", "many heads"],
)
def test_what_is_broken_is_refused(content_type: str, sent: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        read_multipart(content_type, sent)
    assert refused.value.code == "form-broken"


@pytest.mark.parametrize(
    ("content_type", "sent"),
    [
        (BROWSER, body('Content-Disposition: form-data; name="a"' + ";" * 60_000 + "\r\n\r\n1")),
        (BROWSER, body('Content-Disposition: form-data; name="' + ';"' * 30_000 + "\r\n\r\n1")),
        (BROWSER, body("X-A:" + " " * 60_000 + '\r\nContent-Disposition: form-data; name="a"\r\n\r\n1')),
        (BROWSER + ";" * 60_000, body('Content-Disposition: form-data; name="a"\r\n\r\n1')),
        (BROWSER + '; a="' + ';"' * 30_000, body('Content-Disposition: form-data; name="a"\r\n\r\n1')),
    ],
    ids=["semicolons", "quoted", "blanks", "type", "type, quoted"],
)
def test_a_long_head_takes_no_time_and_is_refused(content_type: str, sent: bytes) -> None:
    before = process_time()
    with pytest.raises(Invalid) as refused:
        read_multipart(content_type, sent)
    assert refused.value.code == "form-broken"
    assert process_time() - before < 1


@pytest.mark.parametrize("filler", [b"\r", b"\r\n", b"\r\n--", b"\r\n------WebKitFormBoundaryAaB03", b"; "])
def test_no_content_makes_a_file_slow_to_read(filler: bytes) -> None:
    content = filler * (MAX_UPLOAD // len(filler))
    sent = body('Content-Disposition: form-data; name="file"; filename="a"\r\n\r\n|').replace(b"|", content)
    before = process_time()
    assert read_multipart(BROWSER, sent).files == {"file": content}
    assert process_time() - before < 1
