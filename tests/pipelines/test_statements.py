"""What holds of the rows of any text, and the rows of the article that the dataset began with."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.document import Document, PartialDate
from pipelines.gold import read_corpus
from pipelines.statements import extract
from storage.records import ScoreStatement
from tests.pipelines.reading import PAGES
from tests.soak import times

CORPUS = Path(__file__).parents[1] / "corpus" / "developed-on"
PIECES = [
    *("PAR INDEX", "Chỉ số cải cách hành chính", "SIPAS", "DTI", "năm 2019", "năm trước", "2018", "Hà Nội", "tỉnh Huế"),
    *("Bộ Tư pháp", "huyện Yên Thế", "đạt 84,64%", "8/8,5 điểm", "xếp thứ 2/63", "đứng đầu", "đội sổ", "tăng 3 bậc"),
    *(
        "giảm",
        "từ hạng 9 lên",
        "so với",
        "lần lượt là",
        "(",
        ")",
        ",",
        ";",
        ": ",
        "“",
        "”",
        ".",
        "\n",
        "\t",
        "|",
        " và ",
    ),
    *("tiếp theo là", "cả hai", "tỉnh", "phấn đấu", "tỷ lệ", "Cải cách tài chính công", "trung bình", "1", "63", "%"),
    *("\u0301", "\u200b", "\u00a0", "- ", "2016-2020", "19/5/2020", "876/QĐ-BNV", "ranked second", "92.18 percent"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map(" ".join)
DATES = st.none() | st.builds(PartialDate, st.integers(2010, 2030), st.none() | st.integers(1, 12))


def facts(text: str, title: str = "", published: PartialDate | None = None) -> list[ScoreStatement]:
    """The rows of a text."""
    return list(extract(Document("1", text, title, published=published)).statements)


def bare(rows: list[ScoreStatement]) -> list[ScoreStatement]:
    """The rows without the words that state them."""
    return sorted((replace(row, quote="", quote_start=0, quote_end=0) for row in rows), key=repr)


def check(text: str, title: str, published: PartialDate | None) -> None:
    """Whatever the text: each quote is its slice, each year can be one, and a second reading says the same."""
    rows = facts(text, title, published)
    for row in rows:
        assert (title if row.part == "title" else text)[row.quote_start : row.quote_end] == row.quote != ""
        assert row.year is None or 2005 <= row.year <= 2035
        assert 0 < row.confidence <= 1
        assert row.rule
    assert facts(text, title, published) == rows


@given(TEXTS, st.sampled_from(["", "PAR INDEX 2023: Hà Nội xếp thứ 3"]), DATES)
@settings(max_examples=times(150))
def test_every_row_of_any_text_leads_back_to_its_words(text: str, title: str, published: PartialDate | None) -> None:
    check(text, title, published)


@given(st.text(max_size=200))
@settings(max_examples=times(50))
def test_any_text_can_be_read(text: str) -> None:
    check(text, text[:40], None)


@cache
def corpus() -> tuple[Document, ...]:
    """Every tenth of the documents that the rules were developed on: of each hand some."""
    return tuple(case.document for case in read_corpus(CORPUS)[::10])


def mutated(text: str, chance: random.Random) -> str:
    """The text after a few slips: characters lost, doubled, set elsewhere, pieces from other places."""
    for _ in range(chance.randint(1, 6)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((1, 1, 2, 8, 40)))
        other = chance.choice((*PIECES, text[start:end] * 2, text[start:end][::-1], ""))
        text = text[:start] + other + text[end:]
    return text


@pytest.mark.parametrize("seed", range(120))
def test_a_damaged_text_gives_no_damaged_rows(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - slips, no secrets
    document = chance.choice(corpus())
    check(mutated(document.text, chance), mutated(document.title, chance), document.published)


def decomposed(text: str) -> str:
    """The text with its marks as characters of their own."""
    return unicodedata.normalize("NFD", text)


def with_hard_spaces(text: str) -> str:
    """The text with spaces that do not break."""
    return text.replace(" ", "\u00a0")


def with_plain_quotes(text: str) -> str:
    """The text with other quotation marks."""
    return text.replace("“", '"').replace("”", '"').replace("’", "'")


def with_other_tones(text: str) -> str:
    """The text with the tone mark of "hòa" on its second vowel."""
    return text.replace("òa", "oà").replace("óa", "oá").replace("Hòa", "Hoà").replace("ủy", "uỷ").replace("Ủy", "Uỷ")


@pytest.mark.parametrize("typed", [decomposed, with_hard_spaces, with_plain_quotes, with_other_tones])
def test_the_way_of_typing_makes_no_difference(typed: Callable[[str], str]) -> None:
    for document in corpus():
        other = replace(document, text=typed(document.text), title=typed(document.title))
        assert bare(list(extract(other).statements)) == bare(list(extract(document).statements)), document.id


@pytest.mark.parametrize("year", [2001, 2004, 2036, 2040])
def test_a_year_that_no_index_measures_is_never_a_row_s(year: int) -> None:
    assert {row.year for row in facts(f"PAR INDEX năm {year} của Hà Nội đạt 84,64%.")} <= {None}


def test_a_text_without_any_index_states_nothing() -> None:
    assert facts("Hà Nội đạt 84,64%, xếp thứ 2/63 tỉnh, thành phố trong giải bóng đá năm 2019.") == []


def test_a_number_said_twice_is_one_row_with_its_first_words() -> None:
    text = "Năm 2019, PAR INDEX của Hà Nội đạt 84,64%. Như vậy năm 2019 Hà Nội đạt 84,64% PAR INDEX."
    (row,) = facts(text)
    assert row.quote_start < text.index("Như vậy")


def test_what_title_and_text_state_is_told_of_the_text() -> None:
    title = "Hà Nội đạt 84,64% PAR INDEX năm 2019"
    assert [row.part for row in facts(f"{title}, xếp thứ 2.", title)] == ["text", "text"]
    assert [row.part for row in facts("Không có gì mới.", title)] == ["title"]


def test_rows_come_in_the_order_of_the_text() -> None:
    for document in corpus():
        starts = [(row.part != "text", row.quote_start) for row in extract(document).statements]
        assert starts == sorted(starts)


# The facts of the article that the dataset began with, in other words: announcement, components, comparison,
# and the furniture of its page.
FIRST_ARTICLE = (PAGES / "first.txt").read_text(encoding="utf-8")
POINTS = {
    "leadership": 8,
    "institutions": 8.78,
    "procedures": 13,
    "organization": 10.17,
    "civil_service": 11.87,
    "public_finance": 9.24,
    "modernization": 10.84,
    "impact": 12.74,
}
FIRST_ROWS = {
    (2019, "total", "rank", 2),
    (2019, "total", "percent", 84.64),
    (2018, "total", "percent", 83.97),
    (2019, "leadership", "percent", 94.12),
    (2019, "procedures", "percent", 92.86),
    *((2019, component, "score", points) for component, points in POINTS.items()),
}


@pytest.mark.parametrize("address", [None, "https://tcnn.vn/news/detail/47012/bai.html"])
@pytest.mark.parametrize("typed", [str, decomposed])
def test_the_first_article_gives_its_thirteen_rows(address: str | None, typed: Callable[[str], str]) -> None:
    text = typed(FIRST_ARTICLE)
    rows = extract(Document("first", text, url=address)).statements
    told = {(row.year, row.component, row.metric, row.value) for row in rows}
    assert told - {(2018, "total", "rank", 2)} == FIRST_ROWS
    assert len(rows) == len(told)
    assert {(row.index, row.entity, row.bound, row.part) for row in rows} == {("par_index", "Hà Nội", "=", "text")}
    assert all(text[row.quote_start : row.quote_end] == row.quote for row in rows)
