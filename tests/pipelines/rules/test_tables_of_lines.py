import pytest

from pipelines.statements import extract
from tests.pipelines.rules.tabled import INDEX_2023, lines, stated

ABOVE = f"Bộ Nội vụ công bố {INDEX_2023}.\n\n"


def rows(*values: tuple[str, str, float], year: int = 2023) -> list[tuple[str, int, str, str, str, float]]:
    """Rows of the total of PAR INDEX."""
    return [("par_index", year, subject, "total", metric, value) for subject, metric, value in values]


TWO = rows(
    ("Quảng Ninh", "percent", 92.18),
    ("Quảng Ninh", "rank", 1),
    ("Hải Phòng", "percent", 91.87),
    ("Hải Phòng", "rank", 2),
)

LAYOUTS = {
    "bars": "TT | Tỉnh | Chỉ số (%) | Hạng\n1 | Quảng Ninh | 92,18 | 1\n2 | Hải Phòng | 91,87 | 2",
    "bars with a rule below the head": (
        "| Tỉnh | Chỉ số (%) | Hạng |\n|---|---|---|\n| Quảng Ninh | 92,18 | 1 |\n| Hải Phòng | 91,87 | 2 |"
    ),
    "tabs": "TT\tTỉnh\tChỉ số (%)\tHạng\n1\tQuảng Ninh\t92,18\t1\n2\tHải Phòng\t91,87\t2",
    "tabs with a row of a group": (
        "TT\tTỉnh\tChỉ số (%)\tHạng\nI\tNhóm đầu\t\t\n1\tQuảng Ninh\t92,18\t1\n2\tHải Phòng\t91,87\t2"
    ),
    "semicolons": "Tỉnh; Chỉ số (%); Hạng\nQuảng Ninh; 92,18; 1\nHải Phòng; 91,87; 2",
    "spaces": "TT Tỉnh, thành phố Chỉ số (%) Xếp hạng\n1 Quảng Ninh 92,18 1\n2 Hải Phòng 91,87 2",
    "rank first": "Hạng Tỉnh Chỉ số (%)\n1 Quảng Ninh 92,18\n2 Hải Phòng 91,87",
    "a cell on each line": "TT\nTỉnh\nChỉ số (%)\nHạng\n1\nQuảng Ninh\n92,18\n1\n2\nHải Phòng\n91,87\n2",
    "a cell on each line, empty lines between": (
        "TT\n\nTỉnh\n\nChỉ số (%)\n\nHạng\n\n1\n\nQuảng Ninh\n\n92,18\n\n1\n\n2\n\nHải Phòng\n\n91,87\n\n2"
    ),
    "a cell on each line, no ordinals": "Tỉnh\nChỉ số (%)\nHạng\nQuảng Ninh\n92,18\n1\nHải Phòng\n91,87\n2",
}


@pytest.mark.parametrize("table", LAYOUTS.values(), ids=LAYOUTS)
def test_a_table_is_found_however_its_cells_are_set(table: str) -> None:
    assert sorted(stated(lines(ABOVE + table))) == sorted(TWO)


READ = {
    "a mean below the rows has levels, no place": (
        "TT Tỉnh Điểm Xếp hạng\n1 Quảng Ninh 92,18 1\n2 Hải Phòng 91,87 2\nTrung bình cả nước 86,98",
        rows(
            ("Quảng Ninh", "score", 92.18), ("Quảng Ninh", "rank", 1),
            ("Hải Phòng", "score", 91.87), ("Hải Phòng", "rank", 2), ("all_provinces", "score", 86.98),
        ),
    ),
    "marks for missing values keep the places of the others": (
        "Tỉnh PAR INDEX Hạng SIPAS\nQuảng Ninh 92,18 1 90,61\nHải Phòng - 2 N/A",
        [
            *rows(("Quảng Ninh", "score", 92.18), ("Quảng Ninh", "rank", 1), ("Hải Phòng", "rank", 2)),
            ("sipas", 2023, "Quảng Ninh", "total", "percent", 90.61),
        ],
    ),
    "years over the heads": (
        "Tỉnh 2022 2023\nĐiểm Hạng Điểm Hạng\nLong An 84,01 41 89,27 8\nHà Nội 89,58 3 91,43 3",
        [
            *rows(("Long An", "score", 84.01), ("Long An", "rank", 41), ("Hà Nội", "score", 89.58), year=2022),
            *rows(("Long An", "score", 89.27), ("Long An", "rank", 8), ("Hà Nội", "score", 91.43)),
            *rows(("Hà Nội", "rank", 3), year=2022), *rows(("Hà Nội", "rank", 3)),
        ],
    ),
    "arrows of change": (
        "Tỉnh Hạng 2022 Hạng 2023 Tăng/giảm\nLong An 41 8 ▲33\nHà Giang 20 24 ▼4",
        [
            *rows(("Long An", "rank", 41), ("Hà Giang", "rank", 20), year=2022),
            *rows(("Long An", "rank", 8), ("Long An", "rank_change", 33)),
            *rows(("Hà Giang", "rank", 24), ("Hà Giang", "rank_change", -4)),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), READ.values(), ids=READ)
def test_a_flattened_table_is_read_by_its_head(table: str, expected: list[object]) -> None:
    assert sorted(stated(lines(ABOVE + table)), key=str) == sorted(expected, key=str)


def test_a_total_row_may_be_named_by_its_index_and_subject_and_lack_an_ordinal() -> None:
    head = "TT\n\nLĩnh vực CCHC\n\nThang điểm\n\nĐiểm số\n\nTỷ lệ %\n\nThứ tự trong 17 bộ, ngành\n\n"
    whole = "Chỉ số CCHC năm 2023 của Bộ Tài chính\n\n100\n\n85,9329\n\n85,9329%\n\n11/17\n\n"
    first = "1\n\nCải cách thể chế\n\n16,5\n\n13,75474\n\n83%\n\n05/17\n\n"
    second = "2\n\nCải cách tài chính công\n\n12,5\n\n11,6\n\n93%\n\n06/17"
    found = extract(lines(f"Kết quả {INDEX_2023} của Bộ Tài chính:\n\n{head}{whole}{first}{second}")).statements
    assert {row.entity for row in found} == {"Bộ Tài chính"}
    assert [(row.component, row.metric, row.value, row.out_of) for row in found] == [
        ("total", "score", 85.9329, 100), ("total", "percent", 85.9329, None), ("total", "rank", 11, 17),
        ("institutions", "score", 13.75474, 16.5), ("institutions", "percent", 83, None),
        ("institutions", "rank", 5, 17), ("public_finance", "score", 11.6, 12.5),
        ("public_finance", "percent", 93, None), ("public_finance", "rank", 6, 17),
    ]  # fmt: skip


def test_a_block_of_years_may_stand_over_a_block_of_values() -> None:
    found = stated(lines("Chỉ số PAR INDEX của tỉnh Cà Mau qua các năm (%)\n2020\n2021\n2022\n80,45\n84,94\n82,38"))
    assert found == [
        ("par_index", year, "Cà Mau", "total", "percent", value)
        for year, value in ((2020, 80.45), (2021, 84.94), (2022, 82.38))
    ]


@pytest.mark.parametrize(
    "form", ["{n} {name} {score} {rank}", "{n}\n{name}\n{score}\n{rank}"], ids=["on a line", "a cell on each line"]
)
def test_a_department_that_no_list_has_stands_between_known_ones(form: str) -> None:
    names = ("Sở Tài chính", "Ban Quản lý dự án ODA", "Sở Nội vụ")
    table = "\n".join(form.format(n=n, name=name, score=f"9{4 - n},1", rank=n) for n, name in enumerate(names, 1))
    head = form.format(n="TT", name="Đơn vị", score="Điểm", rank="Xếp hạng")
    found = extract(lines(f"{INDEX_2023} của các sở, ban, ngành tỉnh Quảng Trị\n\n{head}\n{table}")).statements
    assert [row.entity for row in found if row.metric == "rank"] == list(names)


def test_a_note_may_say_that_the_ordinal_is_the_rank() -> None:
    table = "STT Địa phương Kết quả (%)\n1 Hải Phòng 91,80\n2 Quảng Ninh 91,14\n\n"
    noted, denied = (
        ABOVE + table + note for note in ("STT cũng là thứ tự xếp hạng.", "STT không phải là thứ tự xếp hạng.")
    )
    assert [row.value for row in extract(lines(noted)).statements if row.metric == "rank"] == [1, 2]
    assert [row.value for row in extract(lines(denied)).statements if row.metric == "rank"] == []


def test_a_note_of_the_sources_below_a_table_states_nothing() -> None:
    table = "Tỉnh PAR INDEX Hạng\nHải Phòng 91,80 1\nQuảng Ninh 91,14 2\n\nNguồn: Bộ Nội vụ; 12/63 địa phương."
    assert len(stated(lines(ABOVE + table))) == 4


@pytest.mark.parametrize(
    ("heading", "items", "ranks"),
    [
        pytest.param(
            "3 địa phương dẫn đầu PAR INDEX 2023:", ("{n}. {name}: {value}%",), [1, 2, 3], id="the leading ones"
        ),
        pytest.param("Top 3 PAR INDEX 2023:", ("{n}. {name}",), [1, 2, 3], id="names alone"),
        pytest.param("3 địa phương cuối bảng PAR INDEX 2023:", ("{n}. {name}: {value}%",), [], id="the last ones"),
        pytest.param("PAR INDEX 2023 của 3 địa phương:", ("{n}. {name}: {value}%",), [], id="no ranking"),
        pytest.param("3 địa phương dẫn đầu PAR INDEX 2023:", ("{n}. {name} ban hành 12 kế hoạch.",), [], id="prose"),
    ],
)
def test_a_numbered_list_under_a_ranking_states_ranks(heading: str, items: tuple[str], ranks: list[int]) -> None:
    named = (("Quảng Ninh", "92,18"), ("Hải Phòng", "91,87"), ("Hà Nội", "91,43"))
    listed = "\n".join(items[0].format(n=n, name=name, value=value) for n, (name, value) in enumerate(named, 1))
    found = [row for row in extract(lines(f"{heading}\n{listed}")).statements if row.metric == "rank"]
    assert [row.value for row in found] == ranks
    assert all(row.confidence < 0.9 for row in found)
