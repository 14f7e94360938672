"""Which words are a place in a ranking, and which only look like one."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found


def places(text: str, *, english: bool = False) -> list[tuple[float | None, float | None]]:
    """The places that a text names, each with the size of its field."""
    return [(one.number, one.out_of) for one in found(text, Kind.RANK, english=english)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("xếp thứ 2/63", (2, 63)),
        ("đứng thứ hai", (2, None)),
        ("vị trí thứ 04/17 bộ", (4, 17)),
        ("xếp hạng 11/63 tỉnh", (11, 63)),
        ("hạng 3/13", (3, 13)),
        ("xếp thứ 14 trên 63", (14, 63)),
        ("đứng ở vị trí số 1", (1, None)),
        ("xếp thứ nhất", (1, None)),
        ("thứ bốn mươi hai", (42, None)),
        ("đứng thứ 58/61/63", (58, 61)),
        ("xếp thứ 2 về cải cách", (2, None)),
        ("dẫn đầu cả nước", (1, None)),
        ("giành ngôi quán quân", (1, None)),
        ("là á quân", (2, None)),
    ],
)
def test_a_place_is_found(text: str, place: tuple[float, float | None]) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hội nghị diễn ra sáng thứ Hai", id="a weekday by its capital"),
        pytest.param("họp vào thứ hai, ngày 20/5", id="a weekday by its date"),
        pytest.param("thứ Tư, ngày 24/6", id="another weekday"),
        pytest.param("Thứ trưởng Nguyễn A", id="a vice minister"),
        pytest.param("bệnh viện hạng III", id="a class of hospitals"),
        pytest.param("Huân chương Lao động hạng Nhất", id="a medal"),
        pytest.param("hạng mục 3", id="an item"),
        pytest.param("năm thứ 3 liên tiếp", id="a repetition of years"),
        pytest.param("lần thứ 6", id="a repetition"),
        pytest.param("lớp thứ 3", id="a layer"),
        pytest.param("giai đoạn 2016-2020", id="a period"),
        pytest.param("Quyết định 876/QĐ-BNV", id="the number of a decision"),
        pytest.param("tăng 3 bậc", id="a change"),
    ],
)
def test_what_looks_like_a_place_is_none(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("thứ 1, 2 và 3", [1, 2, 3], id="behind one ordinal"),
        pytest.param("thứ hạng lần lượt là 5, 7 và 9", [5, 7, 9], id="in their order"),
        pytest.param("từ hạng 9 lên hạng 6", [9, 6], id="from and to"),
    ],
)
def test_places_are_enumerated(text: str, numbers: list[int]) -> None:
    assert [number for number, _ in places(text)] == numbers


@pytest.mark.parametrize(
    ("text", "distance"),
    [("đội sổ", 0), ("đứng cuối bảng", 0), ("xếp chót bảng", 0), ("áp chót", 1), ("đứng kế cuối", 1)],
)
def test_the_last_places_are_found_from_the_end(text: str, distance: int) -> None:
    assert [one.number for one in found(text, Kind.LAST)] == [distance]


@pytest.mark.parametrize("text", ["Tiếp theo là Hải Phòng", "kế đến là Huế", "xếp sau đó lần lượt là Huế"])
def test_words_that_go_on_with_an_order_are_found(text: str) -> None:
    assert found(text, Kind.NEXT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ranked second out of 63", (2, 63)),
        ("ranked 5th", (5, None)),
        ("in third place", (3, None)),
        ("No. 1", (1, None)),
        ("63rd of 63", (63, 63)),
        ("topped the ranking", (1, None)),
    ],
)
def test_a_place_is_found_in_english(text: str, place: tuple[float, float | None]) -> None:
    assert places(text, english=True) == [place]


@pytest.mark.parametrize("text", ["for the first time", "the second half of 2020", "its third conference"])
def test_an_english_ordinal_alone_is_no_place(text: str) -> None:
    assert places(text, english=True) == []
