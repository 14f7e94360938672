"""Which numbers are years, which words count from one, and what hides its numbers."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found, words


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("năm 2019", [2019]),
        ("PAR INDEX 2019", [2019]),
        ("năm 2019, 2020 và 2021", [2019, 2020, 2021]),
        ("năm trước 2020", [2020]),
        ("(2018)", [2018]),
    ],
)
def test_a_year_is_found(text: str, years: list[int]) -> None:
    assert [one.number for one in found(text, Kind.YEAR)] == years


@pytest.mark.parametrize("text", ["1990", "2099", "2019%", "2.019", "Đề án 06", "2019/QĐ", "2019,5"])
def test_what_looks_like_a_year_is_none(text: str) -> None:
    assert found(text, Kind.YEAR) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("năm trước", "previous"),
        ("năm liền kề", "previous"),
        ("cùng kỳ năm trước", "previous"),
        ("năm ngoái", "past"),
        ("năm qua", "past"),
        ("năm nay", "current"),
        ("một năm sau", "following"),
    ],
)
def test_words_count_from_a_year(text: str, key: str) -> None:
    assert [one.key for one in found(text, Kind.RELATIVE_YEAR)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "19/5/2020",
        "20-05-2020",
        "2020-05-19",
        "ngày 19 tháng 5 năm 2020",
        "tháng 4/2024",
        "2016-2020",
        "giai đoạn 2021 - 2025",
        "nhiệm kỳ 2020-2025",
        "năm học 2019-2020",
        "876/QĐ-BNV",
        "15/2019/QĐ-TTg",
        "quý I/2020",
        "http://a.vn/2019/x",
        "14:08",
        "sáng 19/5",
        "6 tháng đầu năm 2020",
    ],
)
def test_dates_periods_and_numbers_of_documents_hold_no_year_and_no_value(text: str) -> None:
    assert words(text, Kind.SKIPPED) == [text]
    assert found(text, Kind.YEAR, Kind.VALUE, Kind.FRACTION, Kind.AMOUNT, Kind.RANK) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in 2019", Kind.YEAR),
        ("the previous year", Kind.RELATIVE_YEAR),
        ("last year", Kind.RELATIVE_YEAR),
        ("May 19, 2020", Kind.SKIPPED),
        ("April 2024", Kind.SKIPPED),
    ],
)
def test_years_are_found_in_english(text: str, kind: Kind) -> None:
    assert [one.kind for one in found(text, Kind.YEAR, Kind.RELATIVE_YEAR, Kind.SKIPPED, english=True)] == [kind]
