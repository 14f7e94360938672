"""Units inside a province: which province they belong to, and whom the names around them mean."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

UNITS = {
    "an address": (
        "Chỉ số CCHC năm 2023 của xã Mỹ Lộc, huyện Can Lộc, tỉnh Hà Tĩnh đạt 90 điểm.",
        ["2023 Xã Mỹ Lộc, Hà Tĩnh 90 điểm"],
    ),
    "a district of a province": (
        "Năm 2023, huyện Can Lộc, tỉnh Hà Tĩnh đứng thứ 2 về chỉ số cải cách hành chính.",
        ["2023 Huyện Can Lộc, Hà Tĩnh hạng 2"],
    ),
    "a department of a province": (
        "Ở chỉ số CCHC năm 2023, Sở Y tế Nghệ An xếp thứ nhất, Sở Tư pháp xếp thứ hai.",
        ["2023 Sở Y tế, Nghệ An hạng 1", "2023 Sở Tư pháp, Nghệ An hạng 2"],
    ),
    "the province of an office": (
        "Theo Sở Nội vụ tỉnh Hà Tĩnh, chỉ số CCHC năm 2023 của tỉnh đạt 88%.",
        ["2023 Hà Tĩnh 88%"],
    ),
    "a commune of another province": (
        "Ở chỉ số CCHC năm 2023 của tỉnh Nghệ An, xã Nam Thanh đạt 91 điểm; còn tại Hà Tĩnh, xã Cẩm Bình đạt 89 điểm, "
        "thứ 12/124.",
        [
            "2023 Xã Nam Thanh, Nghệ An 91 điểm",
            "2023 Xã Cẩm Bình, Hà Tĩnh 89 điểm",
            "2023 Xã Cẩm Bình, Hà Tĩnh hạng 12",
        ],
    ),
    "a district that only another province has": (
        "Chỉ số CCHC năm 2023 ở Quảng Trị: huyện Hải Lăng đạt 87 điểm, trong khi huyện Quảng Ninh đạt 85 điểm.",
        ["2023 Huyện Hải Lăng, Quảng Trị 87 điểm", "2023 Huyện Quảng Ninh, Quảng Bình 85 điểm"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), UNITS.values(), ids=UNITS)
def test_a_unit_belongs_to_its_own_province(text: str, rows: list[str]) -> None:
    assert told(text) == rows
