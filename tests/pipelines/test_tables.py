import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from pipelines.tables import Grid
from storage.records import Block


def grid(rows: str) -> Grid:
    """The grid of a table with those rows."""
    table = BeautifulSoup(f"<table>{rows}</table>", "lxml").table
    assert table is not None
    return Grid(table)


def places(block: Block) -> list[tuple[str, int, int, int, int]]:
    """Each cell's text, row, column and spans."""
    cells = block.cells
    return [(block.text[one.start : one.end], one.row, one.column, one.rowspan, one.colspan) for one in cells]


def test_a_row_is_a_line_and_a_tab_parts_the_columns() -> None:
    block = grid("<tr><th>Tỉnh</th><th>Điểm</th></tr><tr><td>Hà Nội</td><td>84,64</td></tr>").block()
    assert block.text == "Tỉnh\tĐiểm\nHà Nội\t84,64"
    assert [cell.header for cell in block.cells] == [True, True, False, False]


def test_spans_are_counted_into_the_places_of_the_other_cells() -> None:
    head = "<tr><td rowspan=2>Tỉnh</td><td colspan=2>Năm</td></tr><tr><td>2018</td><td>2019</td></tr>"
    block = grid(f"{head}<tr><td>Hà Nội</td><td>83,97</td><td>84,64</td></tr>").block()
    assert block.text == "Tỉnh\tNăm\t\n\t2018\t2019\nHà Nội\t83,97\t84,64"
    assert places(block)[:5] == [
        ("Tỉnh", 0, 0, 2, 1),
        ("Năm", 0, 1, 1, 2),
        ("2018", 1, 1, 1, 1),
        ("2019", 1, 2, 1, 1),
        ("Hà Nội", 2, 0, 1, 1),
    ]


def test_a_row_without_text_is_neither_a_line_nor_counted() -> None:
    block = grid(
        "<tr><td rowspan=3>A</td><td>1</td></tr><tr><td> </td></tr><tr><td>2</td></tr><tr><td>B</td><td>3</td></tr>"
    ).block()
    assert block.text == "A\t1\n\t2\nB\t3"
    assert places(block) == [
        ("A", 0, 0, 2, 1),
        ("1", 0, 1, 1, 1),
        ("2", 1, 1, 1, 1),
        ("B", 2, 0, 1, 1),
        ("3", 2, 1, 1, 1),
    ]


def test_an_empty_cell_keeps_its_column() -> None:
    block = grid("<tr><td>A</td><td></td><td>3</td></tr>").block()
    assert block.text == "A\t\t3"
    assert places(block) == [("A", 0, 0, 1, 1), ("", 0, 1, 1, 1), ("3", 0, 2, 1, 1)]


def test_blocks_and_breaks_inside_a_cell_are_spaces() -> None:
    assert (
        grid("<tr><td><p>Hà</p><p>Nội</p></td><td>84<b>,64</b><br>điểm</td></tr>").block().text == "Hà Nội\t84,64 điểm"
    )


def test_cells_of_a_head_are_heads_whatever_they_are() -> None:
    block = grid("<thead><tr><td>A</td><td>B</td></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>").block()
    assert [cell.header for cell in block.cells] == [True, True, False, False]


@pytest.mark.parametrize(
    ("written", "spans"), [("0", 1), ("-2", 1), ("x", 1), ("", 1), ("2.5", 1), ("99999999", 100), (" 2 ", 2)]
)
def test_a_span_that_cannot_be_is_mended(written: str, spans: int) -> None:
    assert grid(f'<tr><td colspan="{written}">A</td><td>B</td></tr>').block().cells[0].colspan == spans


def test_a_rowspan_of_nought_reaches_down_to_the_last_row() -> None:
    block = grid('<tr><td rowspan="0">A</td><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr>').block()
    assert block.cells[0].rowspan == 3
    assert block.text == "A\t1\n\t2\n\t3"


@pytest.mark.parametrize(
    ("rows", "layout"),
    [
        pytest.param("<tr><td>A</td><td>B</td></tr>", False, id="two cells"),
        pytest.param("<tr><td>A</td></tr><tr><td>B</td></tr>", True, id="one column"),
        pytest.param("<tr><td>A</td><td></td></tr>", True, id="one cell with text"),
        pytest.param("", True, id="no cell"),
        pytest.param(f"<tr><td>{'x' * 1300}</td><td>B</td></tr>", True, id="a long text"),
        pytest.param("<tr><td><table><tr><td>1<td>2</table></td><td>B</td></tr>", True, id="mostly another table"),
    ],
)
def test_a_table_of_data_is_told_from_one_of_layout(rows: str, layout: bool) -> None:
    assert grid(rows).is_layout() is layout


CELLS = st.tuples(
    st.sampled_from(["td", "th"]), st.integers(0, 4), st.integers(0, 5), st.text("aĐ84,% \t\n", max_size=6)
).map(lambda cell: f'<{cell[0]} rowspan="{cell[1]}" colspan="{cell[2]}">{cell[3]}</{cell[0]}>')
ROWS = st.lists(st.lists(CELLS, max_size=4).map(lambda cells: f"<tr>{''.join(cells)}</tr>"), max_size=5).map("".join)


@given(ROWS)
def test_each_cell_is_where_the_lines_and_tabs_of_the_text_say(rows: str) -> None:
    block = grid(rows).block()
    lines = [line.split("\t") for line in block.text.split("\n")]
    taken: set[tuple[int, int]] = set()
    for cell in block.cells:
        text = block.text[cell.start : cell.end]
        assert lines[cell.row][cell.column] == text
        assert block.text.count("\n", 0, cell.start) == cell.row
        assert (cell.row, cell.column) not in taken
        taken.add((cell.row, cell.column))
        assert cell.row + cell.rowspan <= len(lines)
        assert cell.column + cell.colspan <= len(lines[0])
    assert {len(line) for line in lines} == {len(lines[0])}
