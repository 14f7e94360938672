"""The years of values that a sentence compares, and changes over them."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

COMPARED = {
    "an earlier value without a year": (
        "PAR INDEX 2023: Tây Ninh 88,1%, trước đó là 85%; Cà Mau hạng 5 (trước đó hạng 9).",
        ["2023 Tây Ninh 88,1%", "2022 Tây Ninh 85%", "2023 Cà Mau hạng 5", "2022 Cà Mau hạng 9"],
    ),
    "a bracket that tells of before": (
        "PAR INDEX 2022 của Long An là 86,1% (trước đó 84,9%, hạng 20).",
        ["2022 Long An 86,1%", "2021 Long An 84,9%", "2021 Long An hạng 20"],
    ),
    "an earlier value with its year": (
        "PAR INDEX 2023 của Tây Ninh đạt 88,1%. Trước đó, năm 2020, tỉnh chỉ đạt 85%.",
        ["2023 Tây Ninh 88,1%", "2020 Tây Ninh 85%"],
    ),
    "a change from a value of a year": (
        "PAR INDEX 2023 của 63 tỉnh, thành phố bình quân đạt 86,98%, cao hơn 2,19% so với mức 84,79% của năm 2021.",
        ["2023 all_provinces 86,98%", "2023 all_provinces +2,19% từ 2021", "2021 all_provinces 84,79%"],
    ),
    "a value for each year of a period": (
        "Từ năm 2020 đến năm 2022, PCI của Cà Mau lần lượt xếp thứ 5, 4 và 4; điểm số tương ứng là 61,5; 62,5; 63,5.",
        [
            *("pci 2020 Cà Mau hạng 5", "pci 2021 Cà Mau hạng 4", "pci 2022 Cà Mau hạng 4"),
            *("pci 2020 Cà Mau 61,5 điểm", "pci 2021 Cà Mau 62,5 điểm", "pci 2022 Cà Mau 63,5 điểm"),
        ],
    ),
    "a period as it is written": (
        "Giai đoạn 2020-2021, PAR INDEX của Cà Mau lần lượt đạt 80% và 81%.",
        ["2020 Cà Mau 80%", "2021 Cà Mau 81%"],
    ),
    "the largest change": (
        "PAR INDEX 2023: Bộ Y tế tăng mạnh nhất, 5,83%, nhưng vẫn chỉ ở vị trí 16/17.",
        ["2023 Bộ Y tế +5,83% từ 2022", "2023 Bộ Y tế hạng 16"],
    ),
    "places gained from a place": (
        "PAR INDEX 2023: Cà Mau xếp thứ 51, tuy đã nhích 4 bậc từ thứ 55.",
        ["2023 Cà Mau hạng 51", "2023 Cà Mau +4 bậc từ 2022", "2022 Cà Mau hạng 55"],
    ),
    "a gap to another's value": (
        "PAR INDEX 2023 của Tây Ninh đạt 89%, cao hơn 1,5% so với 87,5% của Cà Mau.",
        ["2023 Tây Ninh 89%", "2023 Cà Mau 87,5%"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), COMPARED.values(), ids=COMPARED)
def test_compared_values_have_their_own_years(text: str, rows: list[str]) -> None:
    assert told(text) == rows
