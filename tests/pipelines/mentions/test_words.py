"""Which words say how values hang together."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found, words


@pytest.mark.parametrize(
    ("text", "sign"),
    [("tăng", 1), ("vươn lên", 1), ("cải thiện", 1), ("giảm", -1), ("tụt", -1), ("rớt", -1), ("lùi", -1)],
)
def test_a_verb_of_change_has_its_direction(text: str, sign: int) -> None:
    assert [one.number for one in found(f"{text} 3 bậc", Kind.MOVE)] == [sign]


@pytest.mark.parametrize("text", ["cao hơn", "thấp hơn", "kém"])
def test_a_comparative_is_marked_as_such(text: str) -> None:
    assert [one.key for one in found(f"{text} 2%", Kind.MOVE)] == ["compare"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("so với năm 2018", Kind.COMPARED),
        ("đối chiếu với năm 2018", Kind.COMPARED),
        ("lần lượt đạt", Kind.RESPECTIVE),
        ("phấn đấu đạt", Kind.TARGET),
        ("mục tiêu", Kind.TARGET),
        ("tỷ lệ hồ sơ", Kind.OTHER_MEASURE),
        ("đúng hạn", Kind.OTHER_MEASURE),
        ("điểm trung bình", Kind.AVERAGE),
    ],
)
def test_a_word_has_its_kind(text: str, kind: Kind) -> None:
    assert found(text, kind)


def test_a_target_that_was_reached_is_none() -> None:
    assert found("vượt mục tiêu", Kind.TARGET) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [("tỉnh đạt", "province"), ("thành phố này", "city"), ("địa phương này", "any"), ("cả hai", "both")],
)
def test_a_reference_says_what_it_stands_for(text: str, key: str) -> None:
    assert [one.key for one in found(text, Kind.REFERENCE)] == [key]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("các tỉnh, thành phố", "all_provinces"),
        ("63 tỉnh, thành phố", "all_provinces"),
        ("các bộ, cơ quan ngang bộ", "all_ministries"),
        ("các huyện, thị xã, thành phố", "all_districts"),
        ("các xã, phường, thị trấn", "all_communes"),
        ("các sở, ban, ngành", "all_departments"),
    ],
)
def test_a_group_is_found(text: str, key: str) -> None:
    assert [one.key for one in found(text, Kind.GROUP)] == [key]


@pytest.mark.parametrize("text", ["2 chỉ số thành phần", "44 nơi", "hai lĩnh vực", "5 tiêu chí"])
def test_a_count_of_things_is_found(text: str) -> None:
    assert words(text, Kind.COUNT) == [text]


def test_three_of_something_are_a_count() -> None:
    assert words("ba lĩnh vực", Kind.COUNT) == ["ba lĩnh vực"]


def test_marks_are_found() -> None:
    assert words("(a, b); “c”: [d]", Kind.PUNCTUATION) == ["(", ",", ")", ";", '"', '"', ":", "[", "]"]
