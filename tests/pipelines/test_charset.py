import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.charset import decode

TEXT = "Hà Nội đứng thứ 2, đạt 84,64% về Chỉ số cải cách hành chính – “kết quả” của thành phố"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The text as Windows writes it: circumflex, breve and horn with their letter, the tone as its own character."""
    out = bytearray()
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in apart if mark in TONES)
        base = unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in TONES))
        out += (base + tones).encode("cp1258")
    return bytes(out)


def page(declared: str) -> str:
    return f'<html><head><meta charset="{declared}"></head><body><p>{TEXT}</p></body></html>'


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        pytest.param(TEXT.encode(), None, id="utf-8, nothing declared"),
        pytest.param(TEXT.encode(), "iso-8859-1", id="utf-8, declared iso-8859-1 by HTTP"),
        pytest.param(page("iso-8859-1").encode(), None, id="utf-8, declared iso-8859-1 by the page"),
        pytest.param(page("x-viet-tcvn5712").encode(), "tcvn", id="utf-8, declared TCVN"),
        pytest.param("\ufeff".encode() + TEXT.encode(), "windows-1258", id="utf-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), "utf-8", id="utf-16 with a mark"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", id="utf-16 declared, no mark"),
        pytest.param(windows_1258(TEXT), "windows-1258", id="windows-1258"),
        pytest.param(windows_1258(TEXT), None, id="windows-1258, nothing declared"),
        pytest.param(windows_1258(TEXT), "utf-8", id="windows-1258, declared utf-8"),
        pytest.param(windows_1258(page("iso-8859-1")), "tcvn", id="windows-1258, declared otherwise twice"),
    ],
)
def test_vietnamese_comes_out_right_whatever_is_declared(body: bytes, declared: str | None) -> None:
    decoded = decode(body, declared)
    assert TEXT in decoded.text
    assert decoded.broken == 0


def test_a_few_broken_bytes_are_marked_and_counted_and_the_rest_is_kept() -> None:
    body = TEXT.encode()
    decoded = decode(body[:4] + b"\xff" + body[4:], "iso-8859-1")
    assert decoded.text.replace("\N{REPLACEMENT CHARACTER}", "") == TEXT
    assert (decoded.encoding, decoded.broken) == ("utf-8", 1)


@pytest.mark.parametrize("declared", ["hex", "rot13", "idna", "punycode", "unicode_escape", "utf-7", "", "ký tự"])
def test_a_charset_that_is_none_breaks_nothing(declared: str) -> None:
    assert TEXT in decode(windows_1258(TEXT), declared).text


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1258", "iso-8859-1", "utf-16", "tcvn"]))
def test_no_bytes_whatever_break_it(body: bytes, declared: str | None) -> None:
    assert decode(body, declared) == decode(body, declared)


@given(st.text(max_size=80))
def test_utf8_always_comes_back_as_it_was_written(text: str) -> None:
    assert decode(text.encode(), "windows-1258").text == text.removeprefix("\ufeff")
