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
    "a plain word that heads its line": (
        "PAR INDEX 2023 của các bộ:\n• Tài chính công: Bộ Y tế 91,07%, xếp thứ ba\n• Công vụ: Bộ Tư pháp 90%",
        [
            *("2023 Bộ Y tế public_finance 91,07%", "2023 Bộ Y tế public_finance hạng 3"),
            "2023 Bộ Tư pháp civil_service 90%",
        ],
    ),
    "the first and second of a component": (
        "PAR INDEX 2023: Cải cách thể chế: Bộ Tư pháp nhất (96,02%), nhì là Bộ Y tế (94,4%).",
        [
            *("2023 Bộ Tư pháp institutions hạng 1", "2023 Bộ Tư pháp institutions 96,02%"),
            *("2023 Bộ Y tế institutions hạng 2", "2023 Bộ Y tế institutions 94,4%"),
        ],
    ),
    "the highest of a component": (
        "PAR INDEX 2023: Cải cách thể chế: Bộ Tư pháp cao nhất với 95,18%.",
        ["2023 Bộ Tư pháp institutions hạng 1", "2023 Bộ Tư pháp institutions 95,18%"],
    ),
    "'above all', which is no place": (
        "PAR INDEX 2023: Nhiều tỉnh có điểm cao, nhất là Cà Mau (90%).",
        ["2023 Cà Mau 90%"],
    ),
    "a level of government": (
        "DTI 2023: Với cấp tỉnh, giá trị trung bình là 0,6976; ở cấp bộ, trung bình đạt 0,7.",
        ["dti 2023 all_provinces 0,6976 điểm", "dti 2023 all_ministries 0,7 điểm"],
    ),
    "those ahead of the subject": (
        "PAR INDEX 2023: Sau Hải Phòng và Quảng Ninh, Hà Nội xếp thứ ba với 91,4%.",
        ["2023 Hà Nội hạng 3", "2023 Hà Nội 91,4%"],
    ),
    "those whom a ministry is made of": (
        "PAR INDEX 2025: Bộ Nông nghiệp và Môi trường - hợp nhất từ Bộ NN&PTNT và Bộ TN&MT - xếp thứ 5.",
        ["2025 Bộ Nông nghiệp và Môi trường hạng 5"],
    ),
    "several who reach the same": (
        "PAR INDEX 2023: Long An cùng với Cà Mau và Trà Vinh đều đạt trên 85%.",
        ["2023 Cà Mau > 85%", "2023 Long An > 85%", "2023 Trà Vinh > 85%"],
    ),
    "those past a threshold": (
        "PAR INDEX 2023: Dưới mốc 80% có Cao Bằng (79,9%), An Giang và Phú Yên.",
        ["2023 An Giang < 80%", "2023 Phú Yên < 80%", "2023 Cao Bằng 79,9%"],
    ),
    "a label before its place": (
        "Điểm PAR INDEX 2023 của Long An: 86,5%; hạng: 27, tụt 5 bậc.",
        ["2023 Long An 86,5%", "2023 Long An hạng 27", "2023 Long An -5 bậc từ 2022"],
    ),
    "points of the index": (
        "Sở Tài chính tỉnh Lào Cai đứng đầu với 95,2 điểm CCHC năm 2023.",
        ["2023 Sở Tài chính, Lào Cai hạng 1", "2023 Sở Tài chính, Lào Cai 95,2 điểm"],
    ),
    "the last place of a component": (
        "PAR INDEX 2023: Bộ Y tế đứng chót (17/17) về cải cách thể chế.",
        ["2023 Bộ Y tế institutions hạng 17"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), PARTS.values(), ids=PARTS)
def test_a_value_is_of_what_its_part_of_the_sentence_speaks_of(text: str, rows: list[str]) -> None:
    assert told(text) == rows
