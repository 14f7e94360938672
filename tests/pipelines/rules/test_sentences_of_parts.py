"""What parts of a sentence speak of: descriptions of a subject, brackets, components behind their values."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

PARTS = {
    "a description with another's name": (
        "PAR INDEX 2023: Tỉnh Cà Mau, nơi giáp ranh Kiên Giang, đứng thứ 30, đạt 85%.",
        ["2023 Cà Mau hạng 30", "2023 Cà Mau 85%"],
    ),
    "a description of a ministry": (
        "Ở PAR INDEX 2023, Bộ Tư pháp, cơ quan từng xếp dưới Bộ Tài chính, giữ vị trí số 1 với 89,95%.",
        ["2023 Bộ Tư pháp hạng 1", "2023 Bộ Tư pháp 89,95%"],
    ),
    "another one who follows": (
        "PAR INDEX 2023: Long An dẫn đầu, địa phương bám sát là Cà Mau, đạt 88%.",
        ["2023 Long An hạng 1", "2023 Cà Mau 88%"],
    ),
    "a component behind a bracket": (
        "PAR INDEX 2023 của Bộ Y tế đạt 80%, xếp thứ 3 (88,2%) về cải cách thể chế và 15/17 về tài chính công.",
        [
            *("2023 Bộ Y tế 80%", "2023 Bộ Y tế institutions hạng 3", "2023 Bộ Y tế institutions 88,2%"),
            "2023 Bộ Y tế public_finance hạng 15",
        ],
    ),
    "the last place of a component": (
        "PAR INDEX 2023: Bộ Y tế đứng chót (17/17) về cải cách thể chế.",
        ["2023 Bộ Y tế institutions hạng 17"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), PARTS.values(), ids=PARTS)
def test_a_value_is_of_what_its_part_of_the_sentence_speaks_of(text: str, rows: list[str]) -> None:
    assert told(text) == rows
