"""What holds of any table, however odd: it can be read, its quotes are slices, and it is told the same way twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipelines.rules.tabled import lines, page, stated
from tests.soak import times

CELLS = st.sampled_from([
    "", "-", "1", "2", "07/17", "92,18", "92,18%", "91.5", "1.250", "+3", "▼ 2", "2022", "Năm 2023", "TT", "Tỉnh",
    "Hạng",
    "Điểm", "Tăng/giảm", "Thang điểm", "PAR INDEX", "SIPAS", "Hà Nội", "Bộ Tư pháp", "Sở Nội vụ", "Cải cách thể chế",
    "Trung bình", "Cả nước", "I. Khối sở", "Tổng điểm", "Ghi chú", "Số hồ sơ", "89,5 (hạng 3)", "Ủy ban X", "1.1",
    "(1)", "90,25 (3)", "12 (+2)", "6 (0)", "Điểm: 92,18", "2-3",
])  # fmt: skip
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=7), min_size=1, max_size=7)


@settings(max_examples=times(60), deadline=None)
@given(ROWS)
def test_any_real_table_can_be_read(rows: list[list[str]]) -> None:
    document = page(*("|".join(row) for row in rows))
    assert stated(document) == stated(document)


@settings(max_examples=times(60), deadline=None)
@given(ROWS, st.sampled_from([" ", "\t", " | ", "; ", "\n", "\n\n"]))
def test_any_table_of_lines_can_be_read(rows: list[list[str]], mark: str) -> None:
    document = lines("Chỉ số cải cách hành chính năm 2023\n\n" + "\n".join(mark.join(row) for row in rows))
    assert stated(document) == stated(document)
