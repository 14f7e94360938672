"""Forms of tables and cells seen in the press: brackets behind numbers, cards, rows that go on, blocks and means."""

import pytest

from tests.pipelines.rules.tabled import INDEX_2023, lines, stated

Read = tuple[str, str, float]
ABOVE = f"{INDEX_2023} của các tỉnh\n\n"

LEVELS_AND_PLACES = [
    ("Long An", "percent", 89.27),
    ("Long An", "rank", 6.0),
    ("Trà Vinh", "percent", 87.6),
    ("Trà Vinh", "rank", 25.0),
]
OF_PROVINCES: dict[str, tuple[str, list[Read]]] = {
    "places in brackets behind levels, as the caption says": (
        "Bảng 2 (trong ngoặc là thứ hạng)\nTỉnh | PAR INDEX 2023 (%)\nLong An | 89,27 (6)\nTrà Vinh | 87,60 (25)",
        LEVELS_AND_PLACES,
    ),
    "brackets that nothing explains are no places": (
        "Tỉnh | PAR INDEX 2023 (%)\nLong An | 89,27 (6)\nTrà Vinh | 87,60 (25)",
        [("Long An", "percent", 89.27), ("Trà Vinh", "percent", 87.6)],
    ),
    "places with their field in brackets": (
        "Tỉnh | Chỉ số\nLong An | 89,27% (6/63)\nTrà Vinh | 87,60% (25/63)",
        LEVELS_AND_PLACES,
    ),
    "changes in brackets behind places": (
        "Tỉnh | Hạng\nLong An | 6 (+35)\nĐồng Nai | 39 (-13)\nCần Thơ | 30 (0)",
        [
            ("Long An", "rank", 6), ("Long An", "rank_change", 35), ("Đồng Nai", "rank", 39),
            ("Đồng Nai", "rank_change", -13), ("Cần Thơ", "rank", 30),
        ],
    ),
    "two places that tie": (
        "Tỉnh | Điểm | Hạng\nLong An | 89,27 | 1\nTrà Vinh | 87,60 | 2-3\nBến Tre | 87,60 | 2-3",
        [("Long An", "score", 89.27), ("Long An", "rank", 1), ("Trà Vinh", "score", 87.6), ("Bến Tre", "score", 87.6)],
    ),
    "a class of its own word below the head of places": (
        "Tỉnh\nĐiểm số\nXếp hạng\nNhóm xếp hạng\nLong An\n89,27\n1\nRất tốt\nBến Tre\n87,43\n2\nTốt",
        [("Long An", "score", 89.27), ("Long An", "rank", 1), ("Bến Tre", "score", 87.43), ("Bến Tre", "rank", 2)],
    ),
    "a name that stands alone without all its capitals": (
        "Tỉnh | Điểm\nLong an | 89,27\nBến tre | 87,43", [("Long An", "score", 89.27), ("Bến Tre", "score", 87.43)],
    ),
    "cells with their keys": (
        "Tỉnh: Long An | Điểm: 89,27 | Hạng: 6\nTỉnh: Bến Tre | Điểm: 87,43 | Hạng: 27",
        [("Long An", "score", 89.27), ("Long An", "rank", 6), ("Bến Tre", "score", 87.43), ("Bến Tre", "rank", 27)],
    ),
    "cards": (
        "Địa phương: Long An\nĐiểm: 89,27\nHạng: 6\n\nĐịa phương: Bến Tre\nĐiểm: 87,43\nHạng: 27",
        [("Long An", "score", 89.27), ("Long An", "rank", 6), ("Bến Tre", "score", 87.43), ("Bến Tre", "rank", 27)],
    ),
    "a column of the mean of the country": (
        "Năm | Long An | Cả nước\n2022 | 84,01 | 84,79\n2023 | 89,27 | 86,98",
        [
            ("Long An", "score", 84.01), ("all_provinces", "score", 84.79), ("Long An", "score", 89.27),
            ("all_provinces", "score", 86.98),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "rows"), OF_PROVINCES.values(), ids=OF_PROVINCES)
def test_a_form_states_its_rows(table: str, rows: list[Read]) -> None:
    assert sorted((one[2], one[4], one[5]) for one in stated(lines(ABOVE + table))) == sorted(rows)


def test_an_empty_cell_before_a_measure_is_that_of_the_row_above() -> None:
    table = (
        "Chỉ số | Nội dung | 2023\nPAR INDEX | Kết quả (%) | 88,20\n | Xếp hạng | 18\n"
        "PCI | Điểm | 66,80\n | Xếp hạng | 24"
    )
    found = [(one[0], one[4], one[5]) for one in stated(lines(f"Các chỉ số của tỉnh Hà Nam\n\n{table}"))]
    assert found == [
        ("par_index", "percent", 88.2), ("par_index", "rank", 18), ("pci", "score", 66.8), ("pci", "rank", 24),
    ]  # fmt: skip


def test_lines_may_be_named_by_what_they_measure() -> None:
    table = "Nội dung\nNăm 2022\nNăm 2023\nSo sánh\nĐiểm đạt được\n84,68\n87,90\n+3,22\nThứ hạng\n37\n23\nTăng 14 bậc"
    found = [one[1:2] + one[4:] for one in stated(lines(f"PAR INDEX của Tây Ninh\n\n{table}"))]
    assert sorted(found) == sorted([
        (2022, "score", 84.68), (2023, "score", 87.9), (2023, "score_change", 3.22), (2022, "rank", 37),
        (2023, "rank", 23), (2023, "rank_change", 14),
    ])  # fmt: skip


def test_who_publishes_an_index_is_not_whose_it_is() -> None:
    table = (
        "Chỉ số | Kết quả 2022 | Kết quả 2023 | Cơ quan công bố\n"
        "PAR INDEX | 58/63 | 53/63 | Bộ Nội vụ\nSIPAS | 42/63 | 60/63 | Bộ Nội vụ"
    )
    found = stated(lines(f"Các chỉ số của tỉnh Đắk Nông\n\n{table}"))
    assert {one[2] for one in found} == {"Đắk Nông"}
    assert [one[4:] for one in found] == [("rank", 58), ("rank", 53), ("rank", 42), ("rank", 60)]


CHANGES = {
    "of an index told in percent": "Tỉnh | SIPAS 2022 | SIPAS 2023 | Tăng, giảm\nLong An | 79,15 | 82,33 | +3,18",
    "of cells in percent": "Tỉnh | Năm 2022 | Năm 2023 | Tăng, giảm\nLong An | 79,15% | 82,33% | +3,18",
    "of a row in percent": "Nội dung | 2022 | 2023 | So sánh\nChỉ số hài lòng (%) | 79,15 | 82,33 | +3,18",
}


@pytest.mark.parametrize("table", CHANGES.values(), ids=CHANGES)
def test_a_change_has_the_unit_of_what_changes(table: str) -> None:
    found = stated(lines(f"SIPAS của tỉnh Long An\n\n{table}\nTrà Vinh | 80,02 | 81,02 | +1,00"))
    assert [one[4] for one in found][:3] == ["percent", "percent", "percent_change"]


def test_tables_side_by_side_may_name_units_of_two_kinds() -> None:
    table = (
        "TT | Sở, ngành | Điểm | TT | Huyện, thành phố | Điểm\n"
        "1 | Sở Tư pháp | 82,45 | 1 | Huyện Sơn Hòa | 80,30\n2 | Sở Y tế | 81,12 | 2 | Huyện Tuy An | 79,66"
    )
    found = stated(lines(f"Kết quả DDCI Phú Yên năm 2023\n\n{table}"))
    assert sorted((one[2], one[5]) for one in found) == [
        ("Huyện Sơn Hòa", 80.3), ("Huyện Tuy An", 79.66), ("Sở Tư pháp", 82.45), ("Sở Y tế", 81.12),
    ]  # fmt: skip


def test_the_mean_of_the_block_is_that_of_the_units_above() -> None:
    table = "TT Đơn vị Điểm Hạng\n1 Sở Nội vụ 95,02 1\n2 Sở Y tế 92,40 2"
    text = f"{INDEX_2023} của các sở, ngành tỉnh Hậu Giang\n\n{table}\n\nĐiểm trung bình của khối là 90,15."
    assert stated(lines(text))[-1] == ("par_index", 2023, "all_departments", "total", "score", 90.15)


def test_a_last_row_of_a_mean_may_lack_its_other_cells() -> None:
    table = (
        "Hạng\nBộ\nĐiểm thẩm định\nTổng điểm\n1\nBộ Tư pháp\n61,86\n89,95\n2\nBộ Tài chính\n61,52\n89,18\n"
        "Trung bình các bộ\n84,38"
    )
    found = stated(lines(f"{INDEX_2023} của các bộ\n\n{table}"))
    assert found[-1] == ("par_index", 2023, "all_ministries", "total", "score", 84.38)


def test_a_component_of_another_index_keeps_its_words() -> None:
    table = "Sở, ngành | Tính minh bạch | DDCI 2023\nSở Công Thương | 8,21 | 82,11\nSở Xây dựng | 7,02 | 70,05"
    found = stated(lines(f"DDCI Vĩnh Phúc 2023\n\n{table}"))
    assert [one[3] for one in found] == ["tính minh bạch", "total", "tính minh bạch", "total"]


def test_years_over_heads_of_lines_are_those_of_the_values() -> None:
    table = (
        "Sở\nNăm 2022\nNăm 2023\nĐiểm\nHạng\nĐiểm\nHạng\nSở Y tế\n91,02\n2\n93,15\n1\nSở Tư pháp\n91,55\n1\n92,87\n2"
    )
    found = stated(lines(f"Chỉ số cải cách hành chính của các sở tỉnh Bến Tre\n\n{table}"))
    assert [one[1] for one in found] == [2022, 2022, 2023, 2023] * 2
