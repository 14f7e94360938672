"""One reading of a text, however it is typed, and the way back from each of its characters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.text import clean, fold, lower

SYLLABLES = [
    "hoà",
    "HOÀ",
    "oÀ",
    "quý",
    "thuỷ",
    "Ð",
    "đ",
    "ệ",
    "e\u0323\u0302",
    "\u00a0",
    "“",
    "–",
    "\r\n",
    " ",
    ":",
    "(",
    "%",
]
LATIN = st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x1EA0, max_codepoint=0x1EF9)
TYPED = st.lists(st.sampled_from(SYLLABLES) | LATIN, max_size=30).map("".join)
"""What people type, in any mixture."""
ODD = st.sampled_from(["\u0301", "\u200b", "İ", "ß", "\u0301" * 20])
TEXTS = st.lists(st.sampled_from(SYLLABLES) | ODD | st.characters(), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        pytest.param("Hòa Bình", "Hòa Bình", id="as it should be"),
        pytest.param(unicodedata.normalize("NFD", "Hòa Bình đạt ỷ"), "Hòa Bình đạt ỷ", id="decomposed"),
        pytest.param("Hoà Bình", "Hòa Bình", id="the tone on the second vowel"),
        pytest.param("HOÀ BÌNH, KHOẺ, THUỲ", "HÒA BÌNH, KHỎE, THÙY", id="the same in capitals"),
        pytest.param("Oà, Uỷ", "Òa, Ủy", id="the same with one capital"),
        pytest.param("quý, Quỳnh, quà", "quý, Quỳnh, quà", id="the u of qu is no vowel"),
        pytest.param("hoàn, thuỷên", "hoàn, thuỷên", id="a closed syllable has one place"),
        pytest.param("đạt\u00a080\u00a0%", "đạt 80%", id="a space that does not break"),
        pytest.param("( 84 ,64 % ) ; A : B", "(84,64%); A: B", id="spaces that only a slip sets"),
        pytest.param("a  b   c", "a b c", id="spaces set twice"),
        pytest.param("  a\n  b  \n", "  a\n  b  \n", id="spaces around a line"),
        pytest.param("vui :)", "vui :)", id="a face"),
        pytest.param("a\u2009b\u3000c\td", "a b c d", id="narrow, wide and tab"),
        pytest.param("a\r\nb\u2028c", "a\n\nb\nc", id="ends of lines"),
        pytest.param("2016–2020 — a‑b −5", "2016-2020 - a-b -5", id="dashes"),
        pytest.param("“a” «b» ‘c’ d’e", '"a" "b" \'c\' d\'e', id="quotation marks"),
        pytest.param("８４％：（a），b；", "８４%:(a),b;", id="wide punctuation"),
        pytest.param("Ðồng Tháp", "Đồng Tháp", id="the Icelandic letter of old keyboards"),
        pytest.param("Hà\u200b Nội\ufeff", "Hà Nội", id="what nobody sees"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_same_words_always_look_the_same(raw: str, read: str) -> None:
    assert clean(raw).text == read


@given(TYPED)
def test_composed_and_decomposed_texts_have_one_reading(raw: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", raw), unicodedata.normalize("NFD", raw)
    assert clean(composed).text == clean(decomposed).text


@given(TEXTS)
def test_every_character_of_the_reading_has_its_place_in_the_raw_text(raw: str) -> None:
    read = clean(raw)
    assert len(read.starts) == len(read.text) + 1
    assert len(read.ends) == len(read.text) == len(read.lower)
    assert read.starts[-1] == len(raw)
    assert list(read.starts) == sorted(read.starts)
    assert list(read.ends) == sorted(read.ends)


@given(TEXTS, st.data())
def test_every_stretch_of_the_reading_leads_back_to_raw_characters(raw: str, data: st.DataObject) -> None:
    read = clean(raw)
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, len(read.text)))
    left, right = read.span(start, end)
    assert 0 <= left <= right <= len(raw)
    if end > start:
        assert right > left
        assert (left, right) == (read.starts[start], read.ends[end - 1])


@given(st.lists(st.sampled_from(["hoà", "Hà Nội", "84,64%", "Uỷ ban", "e\u0323\u0302", "x"]), min_size=1), st.data())
def test_a_word_of_the_reading_is_the_reading_of_its_raw_characters(pieces: list[str], data: st.DataObject) -> None:
    read = clean("\u200b | ".join(pieces))
    at = data.draw(st.integers(0, len(pieces) - 1))
    word = clean(pieces[at]).text
    start = sum(len(clean(piece).text) + 3 for piece in pieces[:at])
    left, right = read.span(start, start + len(word))
    assert read.text[start : start + len(word)] == word
    assert clean(read.raw[left:right]).text == word


@pytest.mark.parametrize("composed", [True, False])
@pytest.mark.parametrize("words", ["Hà Nội", "đạt 84,64%", "Ủy ban", "(PAR INDEX)"])
def test_words_are_found_back_in_the_raw_text(composed: bool, words: str) -> None:
    raw = unicodedata.normalize(
        "NFC" if composed else "NFD", "“Thành phố”\u200b Hà\u00a0Nội – Uỷ ban – đạt 84,64% (PAR INDEX)."
    )
    read = clean(raw)
    start = read.text.index(words)
    left, right = read.span(start, start + len(words))
    assert clean(raw[left:right]).text == words


def test_an_empty_stretch_leads_to_one_place() -> None:
    assert clean("a\u200bb").span(1, 1) == (2, 2)


def test_a_raw_offset_leads_to_the_first_character_at_or_behind_it() -> None:
    read = clean("e\u0301\u200bx")
    assert [read.offset(raw) for raw in range(5)] == [0, 1, 1, 1, 2]


@given(TYPED)
def test_reading_a_reading_changes_nothing(raw: str) -> None:
    read = clean(raw).text
    assert clean(read).text == read


@given(TEXTS)
def test_lower_case_keeps_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)


@given(TYPED)
@example("hoà\r\n:")
def test_folding_a_folded_name_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Bà Rịa – Vũng Tàu", "bà rịa-vũng tàu"),
        ("BÀ RỊA - VŨNG TÀU", "bà rịa-vũng tàu"),
        ("  Thừa  Thiên\nHuế ", "thừa thiên huế"),
        ("Khánh Hoà", "khánh hòa"),
        (unicodedata.normalize("NFD", "Đắk Lắk"), "đắk lắk"),
    ],
)
def test_a_name_is_looked_up_in_one_form(name: str, folded: str) -> None:
    assert fold(name) == folded
