"""Lines and sentences end where a reader would end them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import mentions, segments
from pipelines.text import clean

CHAIN = ", ".join(f"Hà Nội {number},5%" for number in range(600))


def split(text: str) -> list[str]:
    """The sentences of a text."""
    read = clean(text)
    found = mentions.find(read, english=False, home=None)
    return [
        read.text[span.start : span.end].strip()
        for line in segments.lines(read)
        for span in segments.sentences(read, line, found)
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("Hà Nội đạt. Huế thua.", ["Hà Nội đạt.", "Huế thua."], id="a full stop"),
        pytest.param("Ai đứng đầu? Hải Phòng!", ["Ai đứng đầu?", "Hải Phòng!"], id="question and call"),
        pytest.param("Đạt cao… Tuy vậy", ["Đạt cao…", "Tuy vậy"], id="an ellipsis"),
        pytest.param("Ông nói: “Đạt.” Rồi đi.", ['Ông nói: "Đạt."', "Rồi đi."], id="a stop inside quotes"),
        pytest.param("Đầu\nHai", ["Đầu", "Hai"], id="a line each"),
        pytest.param("Kết quả năm nay.Hà Nội đứng đầu", ["Kết quả năm nay.", "Hà Nội đứng đầu"], id="no space behind"),
        pytest.param("Đạt 84.64% và 1.717 quy trình.", ["Đạt 84.64% và 1.717 quy trình."], id="a point in a number"),
        pytest.param("TP. Hồ Chí Minh và TP.HCM.", ["TP. Hồ Chí Minh và TP.HCM."], id="TP."),
        pytest.param("Bộ TT&TT. Bộ KH&ĐT.", ["Bộ TT&TT.", "Bộ KH&ĐT."], id="an acronym that ends like an abbreviation"),
        pytest.param("PGS.TS. An và Ths. Bình.", ["PGS.TS. An và Ths. Bình."], id="titles"),
        pytest.param("Tụt (thật ư? đúng) 5 bậc.", ["Tụt (thật ư? đúng) 5 bậc."], id="a question in brackets"),
        pytest.param("1. Hà Nội\n2. Huế", ["1. Hà Nội", "2. Huế"], id="the number of a list item"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n \n", [], id="empty lines"),
    ],
)
def test_a_text_has_its_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


def test_a_line_that_wraps_goes_on() -> None:
    text = "Theo kết quả được công bố, thành phố Hà Nội xếp\nthứ hai cả nước về cải cách hành chính."
    assert len(split(text)) == 1


def test_a_long_list_comes_in_pieces_that_lose_nothing() -> None:
    pieces = split(CHAIN)
    assert len(pieces) > 1
    assert "".join("".join(pieces).split()) == "".join(CHAIN.split())


@given(st.text(st.sampled_from("aA1 .,!?()\n\"'…Đ"), max_size=80))
def test_sentences_follow_each_other_and_leave_out_no_word(text: str) -> None:
    read = clean(text)
    spans = [span for line in segments.lines(read) for span in segments.sentences(read, line, [])]
    assert all(earlier.end <= later.start for earlier, later in pairwise(spans))
    told = "".join(read.text[span.start : span.end] for span in spans)
    assert re.findall(r"\w", told) == re.findall(r"\w", read.text)
