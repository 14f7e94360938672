"""Numbers of sentences that are no results: what is aimed at, and what belongs to something else."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

REFUSED = {
    "a plan that sets targets": (
        "Kế hoạch cải cách hành chính của tỉnh Tây Ninh đặt ra: PAR INDEX 2025 đạt 90%; SIPAS không dưới 87%; "
        "PCI tăng ít nhất 5 bậc, lên hạng 30."
    ),
    "a list below a resolution": "Nghị quyết của Tỉnh ủy Tây Ninh đề ra:\n- PAR INDEX đạt 90%\n- SIPAS đạt 88%",
}
STATED = {
    "a result of a plan": (
        "Kết quả thực hiện kế hoạch của tỉnh Tây Ninh: PAR INDEX 2023 đạt 88%.",
        ["2023 Tây Ninh 88%"],
    ),
    "a result behind an aim": (
        "Tỉnh Long An phấn đấu PAR INDEX 2024 đạt 88%, trong khi năm 2023 chỉ đạt 85,1%.",
        ["2023 Long An 85,1%"],
    ),
    "a result above its aim": (
        "Năm 2023, PAR INDEX của Long An đạt 87,2%, vượt mục tiêu 85% mà tỉnh đặt ra.",
        ["2023 Long An 87,2%"],
    ),
    "a place of many years": (
        "Bộ Tài chính, đơn vị nhiều năm liền dẫn đầu khối bộ, lần này xếp thứ ba PAR INDEX 2023.",
        ["2023 Bộ Tài chính hạng 3"],
    ),
    "a past year below a list of targets": (
        "Nghị quyết của Tỉnh ủy Tây Ninh đề ra:\n- PAR INDEX đạt 90%\nNăm 2023, PAR INDEX của tỉnh đạt 87%.",
        ["2023 Tây Ninh 87%"],
    ),
    "a score in a bracket behind something else": (
        "ICT Index 2023: Bộ Tài chính giữ hạng 1 khối bộ có dịch vụ công (chỉ số 0,9266).",
        ["ict 2023 Bộ Tài chính hạng 1", "ict 2023 Bộ Tài chính 0,9266 điểm"],
    ),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_sentence_that_tells_no_results_gives_no_rows(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(("text", "rows"), STATED.values(), ids=STATED)
def test_a_result_beside_something_else_is_a_row(text: str, rows: list[str]) -> None:
    assert told(text) == rows
