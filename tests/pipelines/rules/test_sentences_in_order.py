"""Places and values that a sentence gives to names in their order, and those that it gives to nobody."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

IN_ORDER = {
    "a run before brackets": (
        "PAR INDEX 2023: xếp từ thứ 3 đến thứ 5 lần lượt là Long An (89%), Cà Mau (88,5%) và Trà Vinh.",
        ["2023 Long An hạng 3", "2023 Cà Mau hạng 4", "2023 Trà Vinh hạng 5", "2023 Long An 89%", "2023 Cà Mau 88,5%"],
    ),
    "a run in words": (
        "PCI 2023: các vị trí từ thứ ba tới thứ sáu thuộc về Long An, Bắc Ninh, Cà Mau và An Giang.",
        ["pci 2023 An Giang hạng 6", "pci 2023 Bắc Ninh hạng 4", "pci 2023 Cà Mau hạng 5", "pci 2023 Long An hạng 3"],
    ),
    "a run behind its holders": (
        "Năm 2023, Cà Mau, Kiên Giang và Trà Vinh lần lượt xếp từ thứ 50 đến thứ 52 về PAR INDEX.",
        ["2023 Cà Mau hạng 50", "2023 Kiên Giang hạng 51", "2023 Trà Vinh hạng 52"],
    ),
    "a run in a bracket": (
        "Xếp ở các vị trí tiếp theo (từ thứ 4 đến thứ 6) PAR INDEX 2023 là Long An, Cà Mau, Thái Nguyên.",
        ["2023 Cà Mau hạng 5", "2023 Long An hạng 4", "2023 Thái Nguyên hạng 6"],
    ),
    "leaders by a superlative": (
        "Năm 2023, hai huyện có chỉ số CCHC cao nhất Lào Cai lần lượt là huyện Bảo Thắng 90 điểm, huyện Sa Pa 89 điểm.",
        [
            "2023 Huyện Bảo Thắng, Lào Cai hạng 1",
            "2023 Huyện Bảo Thắng, Lào Cai 90 điểm",
            "2023 Huyện Sa Pa, Lào Cai hạng 2",
            "2023 Huyện Sa Pa, Lào Cai 89 điểm",
        ],
    ),
    "the leader of a province": (
        "Năm 2023, đơn vị có chỉ số CCHC cao nhất Lào Cai là huyện Bảo Thắng.",
        ["2023 Huyện Bảo Thắng, Lào Cai hạng 1"],
    ),
}
TO_NOBODY = {
    "a run of too many places": "PAR INDEX 2023: xếp từ thứ 10 đến thứ 20 có Long An, Cà Mau và Trà Vinh.",
    "those at the bottom": "Năm tỉnh đứng cuối PAR INDEX 2023 là Cao Bằng, Phú Yên, Bình Thuận, An Giang, Long An.",
    "the largest changes": "PAR INDEX 2023: hai tỉnh tăng điểm cao nhất lần lượt là Long An và Cà Mau.",
}


@pytest.mark.parametrize(("text", "rows"), IN_ORDER.values(), ids=IN_ORDER)
def test_names_get_their_places_in_order(text: str, rows: list[str]) -> None:
    assert sorted(told(text)) == sorted(rows)


@pytest.mark.parametrize("text", TO_NOBODY.values(), ids=TO_NOBODY)
def test_nobody_gets_a_place(text: str) -> None:
    assert told(text) == []
