import pytest

from pipelines.document import Document
from pipelines.statements import extract
from tests.pipelines.rules.tabled import page, stated

PAR = "par_index"


def total(year: int, subject: str, metric: str, value: float) -> tuple[str, int, str, str, str, float]:
    """A row of the total of PAR INDEX."""
    return (PAR, year, subject, "total", metric, value)


TWO_YEARS = [
    total(2022, "Quảng Ninh", "score", 90.1),
    total(2022, "Quảng Ninh", "rank", 1),
    total(2023, "Quảng Ninh", "score", 92.18),
    total(2023, "Quảng Ninh", "rank", 1),
    total(2022, "Long An", "score", 84.01),
    total(2022, "Long An", "rank", 41),
    total(2023, "Long An", "score", 89.27),
    total(2023, "Long An", "rank", 8),
]
TWO_YEARS_BODY = ("Quảng Ninh|90,10|1|92,18|1", "Long An|84,01|41|89,27|8")


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(
            (
                "<tr><th rowspan=2>Tỉnh</th><th colspan=2>Năm 2022</th><th colspan=2>Năm 2023</th></tr>",
                "<tr><th>Điểm</th><th>Hạng</th><th>Điểm</th><th>Hạng</th></tr>",
            ),
            id="a year spans its columns",
        ),
        pytest.param(("Tỉnh|2022||2023|", "|Điểm|Hạng|Điểm|Hạng"), id="a year stands over empty cells"),
        pytest.param(("Tỉnh|Điểm 2022|Hạng 2022|Điểm 2023|Hạng 2023",), id="each head has its year"),
        pytest.param(("Tỉnh|Năm 2022|Hạng|Năm 2023|Hạng",), id="a bare rank is of the year before it"),
        pytest.param(("Province|Score 2022|Rank|Score 2023|Rank",), id="English heads"),
    ],
)
def test_several_years_stand_side_by_side(head: tuple[str, ...]) -> None:
    assert sorted(stated(page(*head, *TWO_YEARS_BODY))) == sorted(TWO_YEARS)


READ = {
    "a column of percents and one of ranks": (
        page("TT|Tỉnh, thành phố|Chỉ số (%)|Xếp hạng", "1|Hải Phòng|91,87|2", "2|Hà Nội|91,43|3"),
        [
            total(2023, "Hải Phòng", "percent", 91.87),
            total(2023, "Hải Phòng", "rank", 2),
            total(2023, "Hà Nội", "percent", 91.43),
            total(2023, "Hà Nội", "rank", 3),
        ],
    ),
    "a caption in the table gives its year": (
        page("<tr><td colspan=2>PAR INDEX năm 2021</td></tr>", "Đơn vị|Xếp hạng", "Hà Nội|10", "Long An|11"),
        [total(2021, "Hà Nội", "rank", 10), total(2021, "Long An", "rank", 11)],
    ),
    "rows of groups say nothing, a row of the mean is the group's": (
        page(
            "TT|Đơn vị|Điểm", "<tr><td colspan=3>I. Miền núi</td></tr>", "1|Lào Cai|86,30", "|Trung bình cả nước|84,79"
        ),
        [total(2023, "Lào Cai", "score", 86.3), total(2023, "all_provinces", "score", 84.79)],
    ),
    "a province stands over several rows": (
        page("Tỉnh|Năm|Hạng", "<tr><td rowspan=2>Long An</td><td>2022</td><td>41</td></tr>", "2023|8"),
        [total(2022, "Long An", "rank", 41), total(2023, "Long An", "rank", 8)],
    ),
    "provinces are the columns, components the rows": (
        page("Chỉ số thành phần|Quảng Ninh|Hải Phòng", "Cải cách thể chế|9,1|9,2", "Tổng điểm|92,18|91,87"),
        [
            (PAR, 2023, "Quảng Ninh", "institutions", "score", 9.1),
            (PAR, 2023, "Hải Phòng", "institutions", "score", 9.2),
            total(2023, "Quảng Ninh", "score", 92.18),
            total(2023, "Hải Phòng", "score", 91.87),
        ],
    ),
    "components are the columns": (
        page("Địa phương|Thể chế|Tài chính công|Tổng điểm|Xếp hạng", "Hà Nội|9,1|10,2|91,43|3"),
        [
            (PAR, 2023, "Hà Nội", "institutions", "score", 9.1),
            (PAR, 2023, "Hà Nội", "public_finance", "score", 10.2),
            total(2023, "Hà Nội", "score", 91.43),
            total(2023, "Hà Nội", "rank", 3),
        ],
    ),
    "several indexes stand side by side": (
        page("Tỉnh|PAR INDEX|Hạng|SIPAS|Hạng|PAPI", "Long An|89,27|8|84,30|20|-"),
        [
            total(2023, "Long An", "score", 89.27),
            total(2023, "Long An", "rank", 8),
            ("sipas", 2023, "Long An", "total", "percent", 84.3),
            ("sipas", 2023, "Long An", "total", "rank", 20),
        ],
    ),
    "a cell holds a level and a place": (
        page("Tỉnh|Năm 2022|Năm 2023", "Hà Nội|89,58% (hạng 3)|91,43% (hạng 3)"),
        [
            total(2022, "Hà Nội", "percent", 89.58),
            total(2022, "Hà Nội", "rank", 3),
            total(2023, "Hà Nội", "percent", 91.43),
            total(2023, "Hà Nội", "rank", 3),
        ],
    ),
    "two halves stand side by side": (
        page("TT|Tỉnh|Điểm|TT|Tỉnh|Điểm", "1|Hà Nội|91,43|3|Long An|89,27", "2|Phú Thọ|88,79|4|Hà Nam|88,1"),
        [
            total(2023, "Hà Nội", "score", 91.43),
            total(2023, "Long An", "score", 89.27),
            total(2023, "Phú Thọ", "score", 88.79),
            total(2023, "Hà Nam", "score", 88.1),
        ],
    ),
    "a note of the unit makes open columns percents": (
        page("Tỉnh|Năm 2022|Năm 2023", "Hà Nội|89,58|91,43", above="Kết quả PAR INDEX. Đơn vị tính: %"),
        [total(2022, "Hà Nội", "percent", 89.58), total(2023, "Hà Nội", "percent", 91.43)],
    ),
    "targets are set aside": (
        page("Địa phương|Kết quả năm 2023|Mục tiêu năm 2024", "Hà Nội|91,43|92"),
        [total(2023, "Hà Nội", "score", 91.43)],
    ),
    "a head of unknown words is set aside": (
        page("Địa phương|Hệ số K|Tổng điểm", "Hà Nội|1,2|91,43", "Long An|1,3|89,27"),
        [total(2023, "Hà Nội", "score", 91.43), total(2023, "Long An", "score", 89.27)],
    ),
    "more than four decimals": (
        page("Tỉnh|Tổng điểm", "Hà Nội|91,43257", "Long An|89,27119"),
        [total(2023, "Hà Nội", "score", 91.43257), total(2023, "Long An", "score", 89.27119)],
    ),
    "no heads, but units and a caption": (
        page("1|Quảng Ninh|92,18%", "2|Hải Phòng|91,87%"),
        [total(2023, "Quảng Ninh", "percent", 92.18), total(2023, "Hải Phòng", "percent", 91.87)],
    ),
    "a new head in the midst": (
        page("Tỉnh|Điểm", "Hà Nội|91,43", "Bộ|Xếp hạng", "Bộ Tư pháp|1"),
        [total(2023, "Hà Nội", "score", 91.43), total(2023, "Bộ Tư pháp", "rank", 1)],
    ),
}


@pytest.mark.parametrize(("document", "expected"), READ.values(), ids=READ)
def test_a_real_table_is_read_by_its_heads(document: Document, expected: list[object]) -> None:
    assert sorted(stated(document), key=str) == sorted(expected, key=str)


OWN = {"title": "Chỉ số cải cách hành chính năm 2023 của tỉnh Thanh Hóa", "above": "Kết quả của tỉnh Thanh Hóa"}


def test_the_rows_may_be_the_years_of_one_subject() -> None:
    document = page("Năm|Điểm số|Thứ hạng|Tăng/giảm bậc", "2022|85,92|27|-13", "2023|88,64|13|+14", **OWN)
    assert stated(document) == [
        total(2022, "Thanh Hóa", "score", 85.92),
        total(2022, "Thanh Hóa", "rank", 27),
        total(2022, "Thanh Hóa", "rank_change", -13),
        total(2023, "Thanh Hóa", "score", 88.64),
        total(2023, "Thanh Hóa", "rank", 13),
        total(2023, "Thanh Hóa", "rank_change", 14),
    ]


def test_the_rows_may_be_measures_and_the_columns_years() -> None:
    document = page("Năm|2022|2023", "Điểm|85,92|88,64", "Xếp hạng|27|13", **OWN)
    assert stated(document) == [
        total(2022, "Thanh Hóa", "score", 85.92),
        total(2023, "Thanh Hóa", "score", 88.64),
        total(2022, "Thanh Hóa", "rank", 27),
        total(2023, "Thanh Hóa", "rank", 13),
    ]


def test_the_rows_may_be_indexes() -> None:
    document = page("Chỉ số|Kết quả|Xếp hạng|So với 2022", "PAR INDEX|88,64%|13/63|Tăng 14 bậc", "PCI|66,79|30|", **OWN)
    assert stated(document) == [
        total(2023, "Thanh Hóa", "percent", 88.64),
        total(2023, "Thanh Hóa", "rank", 13),
        total(2023, "Thanh Hóa", "rank_change", 14),
        ("pci", 2023, "Thanh Hóa", "total", "score", 66.79),
        ("pci", 2023, "Thanh Hóa", "total", "rank", 30),
    ]


def test_parts_of_a_component_are_no_components() -> None:
    rows = ("STT|Lĩnh vực|Điểm chuẩn|Điểm đạt", "1|Cải cách thể chế|10|8", "1.1|Cải cách thủ tục hành chính|2|2")
    assert stated(page(*rows, **OWN)) == [(PAR, 2023, "Thanh Hóa", "institutions", "score", 8)]


def test_a_column_or_row_of_maxima_limits_the_scores() -> None:
    column = page("Lĩnh vực|Thang điểm|Điểm|Hạng", "Cải cách thể chế|10|8,25|12/63", **OWN)
    row = page("Tỉnh|Thể chế|Tổng điểm", "Điểm tối đa|10|100", "Hà Nội|9,0|91,43")
    assert [one.out_of for one in extract(column).statements] == [10, 63]
    assert [(one.value, one.out_of) for one in extract(row).statements] == [(9, 10), (91.43, 100)]


@pytest.mark.parametrize(
    ("head", "cells", "expected"),
    [
        pytest.param("Tăng/giảm bậc", "+33", ("rank_change", 33, 2022), id="signed"),
        pytest.param("Tăng/giảm", "▲ 33", ("rank_change", 33, 2022), id="an arrow up"),
        pytest.param("Thay đổi hạng", "▼5", ("rank_change", -5, 2022), id="an arrow down"),
        pytest.param("Tăng/giảm", "giảm 5 bậc", ("rank_change", -5, 2022), id="in words"),
        pytest.param("Giảm (bậc)", "5", ("rank_change", -5, 2022), id="the head says the sign"),
        pytest.param("So với năm 2021 (%)", "-1,25", ("percent_change", -1.25, 2021), id="against another year"),
        pytest.param("Tăng/giảm (điểm)", "2,5", ("score_change", 2.5, 2022), id="points"),
    ],
)
def test_a_change_has_a_sign_a_unit_and_a_year_compared_with(head: str, cells: str, expected: object) -> None:
    rows = extract(page(f"Tỉnh|{head}", f"Long An|{cells}", "Hà Nội|0")).statements
    assert [(row.metric, row.value, row.vs_year) for row in rows] == [expected]


def test_the_places_of_two_years_tell_the_sign_of_a_change_without_one() -> None:
    document = page("Tỉnh|Hạng 2022|Hạng 2023|Chênh lệch", "Long An|41|8|33", "Hà Giang|20|24|4")
    changes = [(row.entity, row.value) for row in extract(document).statements if row.metric == "rank_change"]
    assert changes == [("Long An", 33), ("Hà Giang", -4)]


DEPARTMENTS = "Chỉ số cải cách hành chính năm 2023 của các sở, ban, ngành tỉnh Quảng Trị"


def test_departments_that_no_list_has_are_named_as_they_stand() -> None:
    document = page(
        "TT|Sở, ban, ngành|Tổng điểm",
        "1|Sở Tài chính|88,3",
        "2|Ban Xúc tiến đầu tư|86,2",
        "|Trung bình|87,2",
        above=DEPARTMENTS,
    )
    rows = [(row.entity, row.parent, row.entity_type) for row in extract(document).statements]
    assert rows == [
        ("Sở Tài chính", "Quảng Trị", "department"),
        ("Ban Xúc tiến đầu tư", "Quảng Trị", "department"),
        ("all_departments", "Quảng Trị", "group"),
    ]


def test_communes_that_no_list_has_are_named_as_they_stand() -> None:
    above = "Chỉ số cải cách hành chính năm 2023 của các xã, phường tỉnh Nghệ An"
    document = page("STT|Xã, phường|Điểm", "1|Phường Trường Vinh|92,1", "2|Quỳ Hợp|90,1", above=above)
    rows = [(row.entity, row.parent, row.entity_type) for row in extract(document).statements]
    assert rows == [("Phường Trường Vinh", "Nghệ An", "commune"), ("Quỳ Hợp", "Nghệ An", "commune")]


def test_own_labels_of_a_sibling_index_are_kept_as_written() -> None:
    document = page(
        "Chỉ số thành phần|2022|2023", "Chi phí kiểu mới|6,1|6,3", "PCI|66,6|68,2", above="PCI tỉnh Quảng Nam"
    )
    rows = [(row.component, row.year, row.value) for row in extract(document).statements]
    assert rows == [
        ("chi phí kiểu mới", 2022, 6.1),
        ("chi phí kiểu mới", 2023, 6.3),
        ("total", 2022, 66.6),
        ("total", 2023, 68.2),
    ]


def test_a_regional_place_has_its_scope() -> None:
    document = page("Tỉnh|Hạng cả nước|Hạng vùng", "Lâm Đồng|14|1", above="PAR INDEX 2022 vùng Tây Nguyên")
    assert [(row.value, row.scope) for row in extract(document).statements] == [(14, None), (1, "Tây Nguyên")]


@pytest.mark.parametrize(
    ("above", "ranks"),
    [
        pytest.param("Bảng xếp hạng PAR INDEX 2023 của các tỉnh:", [1, 2, 3], id="called a ranking"),
        pytest.param("PAR INDEX 2023 của các tỉnh theo bảng chữ cái:", [], id="in another order"),
        pytest.param("PAR INDEX 2023 của một số tỉnh:", [], id="not called a ranking"),
    ],
)
def test_an_ordinal_is_a_rank_only_in_a_list_that_is_called_a_ranking(above: str, ranks: list[int]) -> None:
    document = page("TT|Tỉnh|Kết quả (%)", "1|Quảng Ninh|92,18", "2|Hải Phòng|91,87", "3|Hà Nội|91,43", above=above)
    rows = [row for row in extract(document).statements if row.metric == "rank"]
    assert [row.value for row in rows] == ranks
    assert all(row.confidence < 0.9 for row in rows)
