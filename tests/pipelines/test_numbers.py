"""Numbers as papers write them: one locale, nothing guessed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.numbers import NUMBER, decimals, parse, show


@given(st.decimals(0, 100, places=2, allow_nan=False).map(float))
def test_what_is_shown_is_read_back(value: float) -> None:
    assert parse(show(value)) == value


@given(st.integers(0, 999))
def test_a_whole_number_is_itself(value: int) -> None:
    assert parse(str(value)) == value
    assert show(float(value)) == str(value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("84,64", 84.64, id="comma"),
        pytest.param("87.04", 87.04, id="point"),
        pytest.param("04", 4.0, id="leading zero"),
        pytest.param("0.717", 0.717, id="three digits behind a zero and a point"),
        pytest.param("0,717", 0.717, id="three digits behind a zero and a comma"),
        pytest.param("85,9329", 85.9329, id="four decimals"),
        pytest.param("41,355", 41.355, id="three decimals behind a comma"),
        pytest.param("8,5", 8.5, id="one decimal"),
    ],
)
def test_a_number_has_its_value(written: str, value: float) -> None:
    assert parse(written) == value


@pytest.mark.parametrize("written", ["1.717", "12.345", "1.717.000", "1,717,000", "1.7,1"])
def test_thousands_are_no_result(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [("12,345", None), ("1,234,567", None), ("41.355", 41.355), ("83,98", 83.98), ("87.04", 87.04)],
)
def test_in_english_the_comma_parts_thousands(written: str, value: float | None) -> None:
    assert parse(written, english=True) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("đạt 84,64%", ["84,64"]),
        ("1.717 quy trình", ["1.717"]),
        ("8/8,5 điểm", ["8", "8,5"]),
        ("40,62/80", ["40,62", "80"]),
        ("năm 2019, 84", ["2019", "84"]),
        ("1.717.000 đồng", ["1.717.000"]),
    ],
)
def test_the_pattern_takes_a_number_whole(text: str, found: list[str]) -> None:
    assert re.findall(NUMBER, text) == found


@pytest.mark.parametrize(("written", "count"), [("84,64", 2), ("8,5", 1), ("13", 0), ("87.040", 3)])
def test_decimals_are_counted(written: str, count: int) -> None:
    assert decimals(written) == count


@pytest.mark.parametrize(("value", "shown"), [(84.64, "84,64"), (13.0, "13"), (0.5, "0,5"), (84.640001, "84,640001")])
def test_a_number_is_shown_without_needless_zeros(value: float, shown: str) -> None:
    assert show(value) == shown
