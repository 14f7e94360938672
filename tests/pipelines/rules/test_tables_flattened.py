"""What only lines have: heads and names over several lines, notes between rows, rows side by side, refused heads."""

import pytest

from pipelines.explain import NoteKind, explain
from pipelines.statements import extract
from tests.pipelines.rules.tabled import INDEX_2023, lines, stated

OF_UNITS = f"{INDEX_2023} của các sở, ban, ngành tỉnh Hậu Giang\n\n"
FOUR = ["Sở Nội vụ", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Y tế", "Thanh tra tỉnh"]

READ = {
    "a head over several lines": (
        "TT Tên cơ quan, đơn vị Điểm\nđạt được\nXếp\nhạng\n1 Sở Nội vụ 95,02 1\n2 Sở Y tế 92,40 2",
        ["Sở Nội vụ", "Sở Y tế"],
    ),
    "a name over two lines": (
        "TT Đơn vị Điểm Hạng\n1 Sở Nội vụ 95,02 1\n2 Sở Nông nghiệp và\nPhát triển nông thôn 93,88 2\n"
        "3 Sở Y tế 92,40 3\n4 Thanh tra tỉnh 90,10 4",
        FOUR,
    ),
    "a name over two lines, a cell on each line": (
        "TT\nĐơn vị\nĐiểm\nHạng\n1\nSở Nội vụ\n95,02\n1\n2\nSở Nông nghiệp và\nPhát triển nông thôn\n93,88\n2\n3\n"
        "Sở Y tế\n92,40\n3\n4\nThanh tra tỉnh\n90,10\n4",
        FOUR,
    ),
    "a heading of a group and a note between rows": (
        "TT Đơn vị Điểm Hạng\nI. Nhóm tốt\n1 Sở Nội vụ 95,02 1\n(Ảnh: trụ sở của Sở)\n2 Sở Y tế 92,40 2\nII. Nhóm khá\n"
        "3 Thanh tra tỉnh 80,10 3",
        ["Sở Nội vụ", "Sở Y tế", "Thanh tra tỉnh"],
    ),
    "a class in words behind the numbers": (
        "TT Cơ quan Điểm Hạng Xếp loại\n1 Sở Nội vụ 95,02 1 Xuất sắc\n2 Sở Y tế 82,40 2 Tốt", ["Sở Nội vụ", "Sở Y tế"]
    ),
    "criteria below what they are parts of": (
        "TT Đơn vị Điểm Hạng\n1 Sở Nội vụ 95,02 1\n1.1 Kế hoạch năm 1,5 1\n2 Sở Y tế 92,40 2", ["Sở Nội vụ", "Sở Y tế"]
    ),
    "rows side by side": (
        "Hạng Đơn vị Điểm Hạng Đơn vị Điểm\n1 Sở Nội vụ 95,02 3 Sở Tư pháp 90,17\n2 Sở Y tế 92,40 4 Sở Xây dựng 88,10",
        ["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế", "Sở Xây dựng"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "units"), READ.values(), ids=READ)
def test_each_row_has_its_score_and_its_place(table: str, units: list[str]) -> None:
    found = extract(lines(OF_UNITS + table)).statements
    assert [row.entity for row in found if row.metric == "score"] == units
    assert [row.entity for row in found if row.metric == "rank"] == units


def test_rows_below_roman_ones_are_criteria() -> None:
    table = (
        "STT Lĩnh vực Điểm tối đa Điểm đạt\nI CHỈ ĐẠO ĐIỀU HÀNH 9,5 9,12\n1 Kế hoạch CCHC 1,5 1,5\n"
        "II CẢI CÁCH THỂ CHẾ 14 12,88\n1 Cải cách thủ tục nội bộ 5 4,5"
    )
    found = extract(lines(f"{INDEX_2023} của Bộ Tài chính\n\n{table}")).statements
    assert [(row.component, row.value, row.out_of) for row in found] == [
        ("leadership", 9.12, 9.5), ("institutions", 12.88, 14),
    ]  # fmt: skip


def test_places_in_a_region_before_the_names_are_no_national_ones() -> None:
    table = "Hạng trong vùng Tỉnh PAR INDEX (%) Hạng toàn quốc\n1 Long An 89,27 6\n2 Trà Vinh 87,60 25"
    found = extract(lines(f"{INDEX_2023} vùng Đồng bằng sông Cửu Long\n\n{table}")).statements
    assert [(row.value, bool(row.scope)) for row in found if row.metric == "rank"] == [
        (1, True), (6, False), (2, True), (25, False),
    ]  # fmt: skip


NOTED = {
    "each index its unit": ("PAR INDEX, SIPAS tính bằng %; PCI tính bằng điểm", ["percent", "percent", "score"]),
    "the unit behind its indexes": ("Đơn vị tính: PAR INDEX: %; SIPAS, PCI: điểm", ["percent", "score", "score"]),
    "one unit for all": ("Đơn vị tính: %", ["percent", "percent", "percent"]),
}


@pytest.mark.parametrize(("note", "metrics"), NOTED.values(), ids=NOTED)
def test_a_note_tells_the_units(note: str, metrics: list[str]) -> None:
    table = "Tỉnh PAR INDEX SIPAS PCI\nPhú Thọ 88,95 83,12 69,10\nBắc Giang 88,80 86,71 69,75"
    found = stated(lines(f"Kết quả năm 2023 ({note})\n\n{table}"))
    assert [metric for *_, metric, _ in found] == metrics * 2


REFUSED = {
    "a head that fits nothing": (
        "Hạng Hạng Hạng\n1 Hà Nội 95,02 94,11\n2 Long An 92,40 93,22",
        "no head above its table fits the numbers below it",
    ),
    "counts": (
        "TT Tỉnh Số hồ sơ Số phiếu\n1 Hà Nội 95,02 94,11\n2 Long An 92,40 93,22",
        "its table is of another measure, or of targets",
    ),
}


@pytest.mark.parametrize(("table", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_table_that_states_nothing_tells_why(table: str, reason: str) -> None:
    told = explain(lines(f"{INDEX_2023} được công bố.\n\nBảng\n{table}"))
    notes = [note for line in told for note in line.notes]
    assert {note.said for note in notes if note.kind is NoteKind.REFUSED} == {reason}
