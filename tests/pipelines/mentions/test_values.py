"""Which numbers are a level or an amount of change, with their units and bounds."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found

NUMBERS = (Kind.VALUE, Kind.FRACTION, Kind.AMOUNT)


@pytest.mark.parametrize(
    ("text", "number", "unit", "out_of"),
    [
        ("đạt 84,64%", 84.64, "percent", None),
        ("đạt 87.04 %", 87.04, "percent", None),
        ("84,64 phần trăm", 84.64, "percent", None),
        ("90,10% điểm", 90.1, "percent", None),
        ("90,10 điểm", 90.1, "points", None),
        ("3 điểm", 3, "points", None),
        ("8/8,5 điểm", 8, "points", 8.5),
        ("40,62/80 điểm", 40.62, "points", 80),
        ("85,9329/100 điểm", 85.9329, "points", 100),
        ("đạt 84,64", 84.64, "", None),
    ],
)
def test_a_level_has_its_unit_and_maximum(text: str, number: float, unit: str, out_of: float | None) -> None:
    assert [(one.number, one.unit, one.out_of) for one in found(text, *NUMBERS)] == [(number, unit, out_of)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("đạt 90%", "="),
        ("trên 90%", ">"),
        ("hơn 85 điểm", ">"),
        ("> 90%", ">"),
        ("dưới 80%", "<"),
        ("gần 90%", "~"),
        ("khoảng 85%", "~"),
        ("từ 90% trở lên", ">="),
        ("không dưới 90%", ">="),
        ("≥ 80%", ">="),
    ],
)
def test_a_level_has_its_bound(text: str, bound: str) -> None:
    assert [one.bound for one in found(text, Kind.VALUE)] == [bound]


@pytest.mark.parametrize(
    ("text", "numbers", "unit"),
    [
        ("tăng 24 bậc", [24], "places"),
        ("giảm 7 hạng", [7], "places"),
        ("tăng ba bậc", [3], "places"),
        ("tăng 24, 12 và 1 bậc", [24, 12, 1], "places"),
        ("tăng 0,33 điểm phần trăm", [0.33], "percent"),
        ("(-2,5%)", [-2.5], "percent"),
        ("+1,5", [1.5], ""),
    ],
)
def test_an_amount_of_change_is_found(text: str, numbers: list[float], unit: str) -> None:
    assert [one.number for one in found(text, Kind.AMOUNT)] == numbers
    assert {one.unit for one in found(text, Kind.AMOUNT)} == {unit}


@pytest.mark.parametrize(("text", "fraction"), [("04/17", (4, 17)), ("10/17 bộ", (10, 17))])
def test_two_whole_numbers_are_a_fraction_whose_meaning_is_open(text: str, fraction: tuple[float, float]) -> None:
    assert [(one.number, one.out_of) for one in found(text, Kind.FRACTION)] == [fraction]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1.717 quy trình", id="thousands"),
        pytest.param("1717 thủ tục", id="a count"),
        pytest.param("91 tỷ đồng", id="money"),
        pytest.param("876/QĐ-BNV", id="the number of a decision"),
        pytest.param("Nghị quyết 202/2025/QH15", id="the number of a resolution"),
        pytest.param("19/5/2020", id="a date"),
        pytest.param("tháng 4", id="a month"),
        pytest.param("14h30", id="a time"),
        pytest.param("8 giờ 30", id="a time in words"),
        pytest.param("63 điểm cầu", id="places that a conference is sent to"),
        pytest.param("5 điểm sáng", id="bright spots"),
        pytest.param("2 điểm nghẽn", id="bottlenecks"),
        pytest.param("95 điểm tiếp nhận", id="counters"),
        pytest.param("thang điểm 100", id="a scale"),
        pytest.param("Mức độ 4", id="a level of service"),
        pytest.param("96 phút", id="minutes"),
        pytest.param("năm 2019", id="a year"),
        pytest.param("2016-2020", id="a period"),
    ],
)
def test_what_is_no_result_is_not_found(text: str) -> None:
    assert found(text, *NUMBERS) == []


@pytest.mark.parametrize("text", [pytest.param("3,5 triệu người", id="people"), pytest.param("12,5 km", id="a length")])
@pytest.mark.xfail(reason="a decimal without a unit is taken for a score, whatever is counted behind it", strict=True)
def test_a_decimal_of_something_else_is_not_found(text: str) -> None:
    assert found(text, *NUMBERS) == []


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("84.64%", 84.64, "percent"),
        ("92.18 percent", 92.18, "percent"),
        ("83,98%", 83.98, "percent"),
        ("up 3 places", 3, "places"),
        ("0.33 percentage points", 0.33, "percent"),
    ],
)
def test_numbers_are_found_in_english(text: str, number: float, unit: str) -> None:
    assert [(one.number, one.unit) for one in found(text, *NUMBERS, english=True)] == [(number, unit)]


def test_thousands_are_not_found_in_english() -> None:
    assert found("1,717 procedures", *NUMBERS, english=True) == []
