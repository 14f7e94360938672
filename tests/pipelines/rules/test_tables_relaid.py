"""The same table in every form in which pages and copies of pages set it: its rows are the same."""

from collections.abc import Callable, Sequence

import pytest

from pipelines.document import Document
from tests.pipelines.rules.tabled import INDEX_2023, Stated, lines, page, stated

Rows = Sequence[Sequence[str]]
PAR = "par_index"


def lined(mark: str) -> Callable[[str, Rows], Document]:
    """A form that sets a row on a line, with a mark between cells; empty cells are lost between spaces."""
    blank = not mark.strip(" ")

    def form(above: str, rows: Rows) -> Document:
        told = [[cell for cell in row if cell or not blank] for row in rows]
        return lines(f"{above}\n\n" + "\n".join(mark.join(row) for row in told))

    return form


def celled(break_: str) -> Callable[[str, Rows], Document]:
    """A form that sets each cell on a line of its own."""
    return lambda above, rows: lines(f"{above}\n\n" + break_.join(cell for row in rows for cell in row if cell))


FORMS: dict[str, Callable[[str, Rows], Document]] = {
    "a real table": lambda above, rows: page(*("|".join(row) for row in rows), above=above),
    "bars": lined(" | "),
    "tabs": lined("\t"),
    "semicolons": lined("; "),
    "single spaces": lined(" "),
    "wide spaces": lined("    "),
    "a cell on each line": celled("\n"),
    "a cell on each line, empty lines between": celled("\n\n"),
}


def of(subject: str, *told: tuple[str, str, float], year: int = 2023, index: str = PAR) -> list[Stated]:
    """Rows of one subject: component, metric, value."""
    return [(index, year, subject, component, metric, value) for component, metric, value in told]


def total(subject: str, *told: tuple[str, float], year: int = 2023, index: str = PAR) -> list[Stated]:
    """Rows of the total of one subject: metric, value."""
    return of(subject, *(("total", *one) for one in told), year=year, index=index)


HOA_BINH = ((2021, 40), (2022, 52), (2023, 49))
SON_LA = ((2021, 21), (2022, 25), (2023, 29))
OF_BAC_KAN = f"Kết quả {INDEX_2023} của tỉnh Bắc Kạn"
TABLES: dict[str, tuple[str, Rows, list[Stated]]] = {
    "a change after the index": (
        f"{INDEX_2023} của các huyện tỉnh Quảng Ngãi",
        [
            ["TT", "Đơn vị", "Chỉ số (%)", "Hạng", "Tăng, giảm bậc so với năm 2022"],
            ["1", "Thị xã Đức Phổ", "92,18", "1", "+2"],
            ["2", "Huyện Tư Nghĩa", "91,75", "2", "-1"],
        ],
        [
            *total("Thị xã Đức Phổ", ("percent", 92.18), ("rank", 1), ("rank_change", 2)),
            *total("Huyện Tư Nghĩa", ("percent", 91.75), ("rank", 2), ("rank_change", -1)),
        ],
    ),
    "maxima, scores, percents and places in a field": (
        OF_BAC_KAN,
        [
            ["TT", "Lĩnh vực CCHC", "Thang điểm", "Điểm số", "Tỷ lệ %", "Xếp thứ tự"],
            ["1", "Chỉ đạo điều hành", "9,5", "8,7874", "92,5%", "07/63"],
            ["2", "Cải cách thể chế", "16,5", "13,75474", "83%", "05/63"],
            ["3", "Cải cách tài chính công", "12,5", "11,6", "93%", "06/63"],
        ],
        of(
            "Bắc Kạn",
            ("leadership", "score", 8.7874), ("leadership", "percent", 92.5), ("leadership", "rank", 7),
            ("institutions", "score", 13.75474), ("institutions", "percent", 83), ("institutions", "rank", 5),
            ("public_finance", "score", 11.6), ("public_finance", "percent", 93), ("public_finance", "rank", 6),
        ),
    ),
    "an index with its place beside another one": (
        "Kết quả năm 2023",
        [
            ["TT", "Tỉnh", "PAR INDEX (%)", "Hạng", "SIPAS (%)", "Hạng"],
            ["1", "Phú Thọ", "88,95", "10", "83,12", "27"],
            ["2", "Bắc Giang", "88,80", "12", "86,71", "6"],
        ],
        [
            *total("Phú Thọ", ("percent", 88.95), ("rank", 10)),
            *total("Phú Thọ", ("percent", 83.12), ("rank", 27), index="sipas"),
            *total("Bắc Giang", ("percent", 88.8), ("rank", 12)),
            *total("Bắc Giang", ("percent", 86.71), ("rank", 6), index="sipas"),
        ],
    ),
    "columns that are parts of the total": (
        f"{INDEX_2023} của các sở tỉnh Bắc Kạn",
        [
            ["STT", "Cơ quan", "Điểm thẩm định", "Điểm phỏng vấn", "Điểm", "Xếp hạng"],
            ["1", "Sở Nội vụ", "62,5", "28,25", "90,75", "1"],
            ["2", "Sở Tư pháp", "61,0", "27,50", "88,50", "2"],
        ],
        [
            *total("Sở Nội vụ", ("score", 90.75), ("rank", 1)),
            *total("Sở Tư pháp", ("score", 88.5), ("rank", 2)),
        ],
    ),
    "provinces over the columns": (
        f"{INDEX_2023} (đơn vị: %)",
        [
            ["Lĩnh vực", "Quảng Trị", "Hà Tĩnh"],
            ["Chỉ đạo, điều hành", "88,42", "93,16"],
            ["Cải cách thể chế", "84,00", "90,25"],
            ["Cải cách TTHC", "95,71", "96,43"],
        ],
        [
            *of("Quảng Trị", ("leadership", "percent", 88.42), ("institutions", "percent", 84)),
            *of("Quảng Trị", ("procedures", "percent", 95.71)),
            *of("Hà Tĩnh", ("leadership", "percent", 93.16), ("institutions", "percent", 90.25)),
            *of("Hà Tĩnh", ("procedures", "percent", 96.43)),
        ],
    ),
    "places in several years": (
        "Thứ hạng PAR INDEX của các tỉnh",
        [["Tỉnh", "2021", "2022", "2023"], ["Hòa Bình", "40", "52", "49"], ["Sơn La", "21", "25", "29"]],
        [
            *(row for year, place in HOA_BINH for row in total("Hòa Bình", ("rank", place), year=year)),
            *(row for year, place in SON_LA for row in total("Sơn La", ("rank", place), year=year)),
        ],
    ),
    "files handled": (
        f"Để nâng cao {INDEX_2023}, tỉnh Thái Bình theo dõi việc giải quyết hồ sơ.",
        [
            ["TT", "Đơn vị", "Tiếp nhận", "Đúng hạn", "Tỷ lệ (%)"],
            ["1", "Huyện Kiến Xương", "845", "790", "98,63"],
            ["2", "Huyện Tiền Hải", "910", "871", "96,78"],
        ],
        [],
    ),
    "what is aimed at": (
        "Mục tiêu phấn đấu của tỉnh Sóc Trăng",
        [["Chỉ số", "Năm 2024", "Năm 2025"], ["PAR INDEX", "86,5", "88,5"], ["SIPAS", "84,5", "85,5"]],
        [],
    ),
    "posts in several years": (
        f"{INDEX_2023} đánh giá cả việc tinh giản biên chế. Biên chế được giao:",
        [["Đơn vị", "2021", "2022", "2023"], ["Sở Nội vụ", "62", "60", "58"], ["Sở Y tế", "55", "54", "52"]],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize(("above", "rows", "expected"), TABLES.values(), ids=TABLES)
def test_a_table_states_the_same_in_every_form(
    form: Callable[[str, Rows], Document], above: str, rows: Rows, expected: list[Stated]
) -> None:
    assert sorted(stated(form(above, rows)), key=str) == sorted(expected, key=str)
