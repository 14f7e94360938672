"""Text as bytes, in the encodings of old pages."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.demo.encodings import encoded

_VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"


@given(st.text(_VIETNAMESE + _VIETNAMESE.upper() + " 0123456789.,;:()%/-–“”<>"))
def test_windows_1258_holds_all_of_vietnamese(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    assert unicodedata.normalize("NFC", encoded(text, "windows-1258").decode("windows-1258")) == text


def test_windows_1258_puts_a_tone_behind_its_letter() -> None:
    assert encoded("ệ", "windows-1258").decode("windows-1258") == "ê\N{COMBINING DOT BELOW}"


def test_other_encodings_leave_the_text_as_it_is() -> None:
    assert encoded("Hệ số", "utf-8") == "Hệ số".encode()


def test_what_an_encoding_cannot_hold_is_an_error() -> None:
    with pytest.raises(UnicodeEncodeError):
        encoded("北", "windows-1258")
