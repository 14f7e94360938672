"""Tables whose cells are known: of a real page, of lines with bars or tabs, of pages shown with a cell on each line.

A grid is read by its heads: the rows above the first row of data say what each column holds; a subject may stand at the head of
a row or of a column.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipelines.context import Context, Subject
from pipelines.document import Table
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import heads, tables
from pipelines.rules.facts import Fact
from pipelines.rules.heads import Column
from pipelines.rules.tables import Cell, Row
from pipelines.text import Clean

Span = tuple[int, int]
SubjectOf = Callable[[Mention], Subject | None]
LabelOf = Callable[[Mention, str | None], str | None]


@dataclass(slots=True)
class Grid:
    """The spans of the cells of a table, row by row; a spanning cell stands in each of its places."""

    start: int
    end: int
    rows: list[list[Span | None]]


def of_table(table: Table, at: Callable[[int], int]) -> Grid:
    """The grid of a page's table; `at` leads from a raw offset to one of the normalised text."""
    height = max((cell.row + cell.rowspan for cell in table.cells), default=0)
    width = max((cell.column + cell.colspan for cell in table.cells), default=0)
    rows: list[list[Span | None]] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        span = (at(table.start + cell.start), at(table.start + cell.end))
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                rows[row][column] = span
    return Grid(at(table.start), at(table.end), rows)


def delimited(clean: Clean, lines: Sequence[Span]) -> list[Grid]:
    """The grids of neighbouring lines with the same number of bars, tabs or semicolons."""
    return [grid for mark in "|\t;" for grid in _delimited_by(clean, lines, mark)]


def _delimited_by(clean: Clean, lines: Sequence[Span], mark: str) -> list[Grid]:
    """The grids whose cells are parted by one mark."""
    grids: list[Grid] = []
    current: list[list[Span | None]] = []
    first = last = 0
    for start, end in [*lines, (len(clean.text), len(clean.text))]:
        cells = _cells_of_line(clean, start, end, mark)
        if len(cells) > 1 and (not current or len(cells) == len(current[0])):
            first = first if current else start
            last = end
            current.append(list(cells))
            continue
        if len(current) > 1:
            grids.append(Grid(first, last, current))
        current, first, last = ([list(cells)], start, end) if len(cells) > 1 else ([], 0, 0)
    return grids


def _cells_of_line(clean: Clean, start: int, end: int, mark: str) -> list[Span]:
    """The spans of the cells of a line between marks; tabs are looked for in the raw text, where they still stand."""
    raw_start, raw_end = clean.span(start, end)
    line = clean.raw[raw_start:raw_end]
    if mark not in line:
        return []
    cells: list[Span] = []
    at = raw_start
    for part in line.split(mark):
        cells.append(_trim(clean.text, clean.offset(at), clean.offset(at + len(part))))
        at += len(part) + 1
    if line.lstrip(" ").startswith(mark):
        cells = cells[1:] if mark != "\t" else cells
    return cells[:-1] if line.rstrip(" ").endswith(mark) and mark != "\t" else cells


def _trim(text: str, start: int, end: int) -> Span:
    """The span without the spaces at its ends."""
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def vertical(clean: Clean, lines: Sequence[Span], found: Sequence[Mention]) -> list[Grid]:
    """The grids of pages that show a cell on each line: names come back at an even distance, numbers between them."""
    names = [at for at, span in enumerate(lines) if _is_name_line(clean, span, found)]
    grids: list[Grid] = []
    at = 0
    while at < len(names) - 1:
        step = names[at + 1] - names[at]
        run = at + 1
        while run + 1 < len(names) and names[run + 1] - names[run] == step:
            run += 1
        if 2 <= step <= 12 and run - at >= 1:
            grid = _vertical_grid(clean, lines, names[at : run + 1], step)
            if grid is not None:
                grids.append(grid)
                at = run + 1
                continue
        at += 1
    return grids


def _is_name_line(clean: Clean, span: Span, found: Sequence[Mention]) -> bool:
    """Whether a line holds a name and nothing else."""
    if span[1] - span[0] > 90:
        return False
    return any(tables.is_row_name(one) and one.start - span[0] <= 2 and span[1] - one.end <= 2 for one in found if span[0] - 2 <= one.start < span[1])


def _vertical_grid(clean: Clean, lines: Sequence[Span], names: Sequence[int], step: int) -> Grid | None:
    """The grid of the names at these lines, None where what stands between them are no cells."""
    lead = 1 if names[0] > 0 and all(_is_number(clean, lines[name - 1]) for name in names) and _is_ordinal(clean, lines, names) else 0
    first, last = names[0] - lead, min(names[-1] + step - lead, len(lines))
    body = [[lines[at] for at in range(start, min(start + step, last))] for start in range(first, last, step)]
    numbers = sum(_is_number(clean, span) for row in body for span in row)
    if numbers < len(body) or first < step or any(lines[at][1] - lines[at][0] > 90 for at in range(first, last)):
        return None
    head = [lines[at] for at in range(first - step, first)]
    rows: list[list[Span | None]] = [list(head), *[list(row) + [None] * (step - len(row)) for row in body]]
    return Grid(head[0][0], lines[last - 1][1], rows)


def _is_ordinal(clean: Clean, lines: Sequence[Span], names: Sequence[int]) -> bool:
    """Whether the numbers before the names are whole and differ from row to row."""
    texts = [clean.text[slice(*lines[name - 1])].strip(" .") for name in names]
    return all(text.isdigit() for text in texts) and len(set(texts)) == len(texts) and (len(texts) < 3 or texts == sorted(texts, key=int))


def _is_number(clean: Clean, span: Span) -> bool:
    """Whether a cell holds a number and nothing else."""
    return bool(re.fullmatch(r"\s*[+-]?\s?\d{1,3}(?:[.,]\d{1,4})?(?: ?/ ?\d{1,3}(?:[.,]\d+)?)?\s?%?[.]?\s*", clean.text[slice(*span)]))


def read(clean: Clean, grid: Grid, found: Sequence[Mention], context: Context, subject_of: SubjectOf, label: LabelOf) -> list[Fact]:
    """The facts of a grid; empty where no column has a head that says what it holds."""
    inside = [one for one in found if grid.start <= one.start and one.end <= grid.end]
    data = [at for at, row in enumerate(grid.rows) if _is_data(clean, row)]
    if not data or data[0] == 0:
        return []
    columns = _columns(clean, grid, data[0], inside)
    columns = tables.with_defaults(clean, columns, grid.start, grid.end, [[_cell(clean, span) for span in grid.rows[at]] for at in data], context)
    name_column = _name_column(grid, data, inside)
    if name_column is None:
        return []
    rows = [row for at in data if (row := _row(clean, grid.rows[at], name_column, inside, columns, subject_of, label)) is not None]
    values = {at: column for at, column in columns.items() if at != name_column and column.kind not in {"ordinal", "name"}}
    ordinal_is_rank = tables.ordinal_is_rank(clean, grid.start, grid.end)
    return tables.facts(values, rows, context, tables.column_labels(values, label), ordinal_is_rank, tables.column_subjects(values, inside, subject_of))


def _is_data(clean: Clean, row: Sequence[Span | None]) -> bool:
    """Whether a row holds numbers that are results, and not only years or the numbers of columns."""
    texts = [clean.text[slice(*span)] for span in dict.fromkeys(span for span in row if span)]
    numbers = [text for text in texts if re.fullmatch(r"\s*[+-]?\s?\d{1,3}(?:[.,]\d{1,4})?(?: ?/ ?[\d.,]+)?\s?%?\s*(?:điểm|bậc)?", text)]
    return bool(numbers) and len(numbers) < len(texts)


def _columns(clean: Clean, grid: Grid, first: int, found: Sequence[Mention]) -> dict[int, Column]:
    """What the rows above the first row of data say of each column."""
    columns: dict[int, Column] = {}
    for at in range(len(grid.rows[0])):
        spans = list(dict.fromkeys(span for row in grid.rows[:first] if at < len(row) and (span := row[at])))
        spans = [span for span in spans if not _spans_all(grid, span, first)]
        merged = Column("level", start=spans[0][0] if spans else grid.start)
        for span in spans:
            merged = heads.join(merged, heads.classify(clean, *span, found))
        columns[at] = merged
    return heads.carry_years(columns)


def _spans_all(grid: Grid, span: Span, first: int) -> bool:
    """Whether a head cell is the caption of the whole table."""
    return any(all(other == span for other in row) and len(row) > 1 for row in grid.rows[:first])


def _name_column(grid: Grid, data: Sequence[int], found: Sequence[Mention]) -> int | None:
    """The column whose cells name the rows: the first in which most cells hold a name."""
    for column in range(len(grid.rows[0])):
        spans = [span for at in data if (span := grid.rows[at][column])]
        named = sum(_name_in(span, found) is not None for span in spans)
        if spans and named * 2 > len(spans):
            return column
    return None


def _name_in(span: Span, found: Sequence[Mention]) -> Mention | None:
    """The mention that names a row in a cell: at its beginning, or the only one of it."""
    inside = [one for one in found if span[0] <= one.start and one.end <= span[1]]
    named = [one for one in inside if tables.is_row_name(one) or (one.kind is Kind.YEAR and span[1] - span[0] < 12) or one.kind is Kind.INDEX]
    covering = [one for one in named if one.end - one.start >= (span[1] - span[0]) * 0.5]
    return covering[0] if covering else None


def _cell(clean: Clean, span: Span | None) -> Cell | None:
    """The number of a cell, None where it holds none."""
    if span is None:
        return None
    cells = tables.number_cells(clean, *span)
    return cells[0] if len(cells) == 1 else None


def _row(clean: Clean, spans: Sequence[Span | None], name_column: int, found: Sequence[Mention], columns: dict[int, Column], subject_of: SubjectOf, label: LabelOf) -> Row | None:
    """The row of data, None where its name is unknown."""
    span = spans[name_column] if name_column < len(spans) else None
    name = _name_in(span, found) if span else None
    if name is None:
        return None
    cells = {at: cell for at, one in enumerate(spans) if at != name_column and (cell := _cell(clean, one)) is not None}
    ordinal = next((cells.get(at) for at, column in columns.items() if column.kind == "ordinal"), None)
    row = tables.named_row(name, ordinal, cells, subject_of, label)
    return replace(row, cells={at: cell for at, cell in cells.items() if columns.get(at) and columns[at].kind != "ordinal"}) if row else None
