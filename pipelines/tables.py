"""Tables of a page: data tables become a block with its grid, tables that only lay a page out are taken apart."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, groupby

from bs4 import Tag

from pipelines.markup import text_of
from storage.records import Block, BlockKind, Cell

# More columns than any table of results has; a page's claim beyond is a slip that would cost memory.
_MOST_COLUMNS = 100
# A cell longer than this is text that a table was laid around, not a figure or a label.
_LONGEST_CELL = 1200
_LONGEST_CAPTION = 400


@dataclass(slots=True)
class _Placed:
    """A cell with its place in the grid."""

    row: int
    column: int
    rowspan: int
    colspan: int
    header: bool
    text: str


class Grid:
    """A table as it is written: its rows of cells, each with its text."""

    def __init__(self, table: Tag) -> None:
        self.table = table
        rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
        self.rows = [[(cell, text_of(cell)) for cell in row.find_all(["td", "th"], recursive=False)] for row in rows]
        self._texts = [text for row in self.rows for _, text in row if text]

    def is_layout(self) -> bool:
        """Whether it only lays text out: one column, one cell with text, long texts, or little beside nested tables."""
        if len(self._texts) < 2 or max(map(len, self._texts)) > _LONGEST_CELL:
            return True
        widest = max(sum(1 for _, text in row if text) for row in self.rows)
        nested = [text_of(inner) for inner in self.table.find_all("table") if inner.find_parent("table") is self.table]
        return widest < 2 or 2 * sum(map(len, nested)) > sum(map(len, self._texts))

    def is_picture(self) -> bool:
        """Whether it is a picture with the words below it, as old sites set captions."""
        return self.table.find("img") is not None and sum(map(len, self._texts)) <= _LONGEST_CAPTION

    def block(self) -> Block:
        """The table block: a line per row that has text, a tab between the grid's columns, each cell with its offsets.

        A place that a span covers is empty in the text, so that columns stay below each other. A row without any text
        is left out and not counted.
        """
        placed = _without_empty_rows(_placed(self.rows))
        width = max((cell.column + cell.colspan for cell in placed), default=0)
        lines: list[str] = []
        cells: list[Cell] = []
        start = 0
        for _, row in groupby(placed, key=lambda cell: cell.row):
            line, found = _line(list(row), width, start)
            lines.append(line)
            cells.extend(found)
            start += len(line) + 1
        return Block(BlockKind.TABLE, "\n".join(lines), tuple(cells))


def _line(row: list[_Placed], width: int, start: int) -> tuple[str, list[Cell]]:
    """The text of a row whose line begins at `start`, and its cells."""
    texts = [""] * width
    for cell in row:
        texts[cell.column] = cell.text
    begins = list(accumulate((len(text) + 1 for text in texts), initial=start))
    cells = [
        Cell(one.row, one.column, one.rowspan, one.colspan, one.header, at, at + len(one.text))
        for one in row
        for at in begins[one.column : one.column + 1]
    ]
    return "\t".join(texts), cells


def _placed(rows: list[list[tuple[Tag, str]]]) -> list[_Placed]:
    """The cells at their places in the grid, as HTML lays spans out, row by row."""
    placed: list[_Placed] = []
    covered: dict[int, int] = {}  # column -> how many rows, from this one on, a span from above covers
    for number, row in enumerate(rows):
        column, begun = 0, {}
        for cell, text in row:
            while covered.get(column, 0) > 0:
                column += 1
            wide = _span(cell, "colspan", _MOST_COLUMNS)
            tall = _span(cell, "rowspan", len(rows) - number)
            placed.append(_Placed(number, column, tall, wide, _is_header(cell), text))
            begun.update(dict.fromkeys(range(column, column + wide), tall))
            column += wide
        covered = {at: left for at, left in {**covered, **begun}.items() if left > 0}
        covered = {at: left - 1 for at, left in covered.items()}
    return placed


def _without_empty_rows(placed: list[_Placed]) -> list[_Placed]:
    """The cells without those of rows that hold no text of their own, rows and spans counted anew."""
    full = sorted({cell.row for cell in placed if cell.text})
    number = {row: new for new, row in enumerate(full)}
    return [
        _Placed(
            number[cell.row],
            cell.column,
            bisect_left(full, cell.row + cell.rowspan) - number[cell.row],
            cell.colspan,
            cell.header,
            cell.text,
        )
        for cell in placed
        if cell.row in number
    ]


def _is_header(cell: Tag) -> bool:
    """Whether the page marks a cell as a head: a `th`, or any cell of a `thead`."""
    part = cell.find_parent(["thead", "tbody", "tfoot", "table"])
    return cell.name == "th" or (part is not None and part.name == "thead")


def _span(cell: Tag, name: str, most: int) -> int:
    """How many rows or columns a cell says that it covers, at least one and at most those there are."""
    try:
        stated = int(str(cell.get(name) or 1))
    except ValueError:
        return 1
    # HTML: a rowspan of 0 reaches down to the last row.
    return most if name == "rowspan" and stated == 0 else max(1, min(stated, most))
