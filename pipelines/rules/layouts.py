"""Where grids come from: the tables of a page, lines with marks between cells, years above their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipelines.document import Table
from pipelines.rules import cells
from pipelines.rules.cells import Span
from pipelines.rules.grids import Grid
from pipelines.rules.scene import Scene
from pipelines.text import Clean

_MARKS = "|\t;,"
_RULE = re.compile(r"[\s|:+=\-_]*")
_COMMA_OUTSIDE_QUOTES = re.compile(r',(?=(?:[^"]*"[^"]*")*[^"]*$)')
_DECIMAL_COMMA = re.compile(r"(?<![\d.])\d{1,3},\d|\d \d")
_ITEM = re.compile(r"^[^;\d]*(?:\d+[.)])?[^;\d]*: *\d")
"""A line of a list: what stands before its colon is no cell."""
_QUOTED = re.compile(r'"[^"]*"')
_LONGEST_BETWEEN = 60
_CARD = re.compile(r"[ \-*•+]*([^\W\d_][^:\n]{1,40}?) ?: *(?=[^ \n])")
_CARD_SIZES = range(2, 8)


def of_table(table: Table, at: Callable[[int], int]) -> Grid:
    """The grid of a page's table; `at` leads from a raw offset to one of the normalised text."""
    height = max((cell.row + cell.rowspan for cell in table.cells), default=0)
    width = max((cell.column + cell.colspan for cell in table.cells), default=0)
    grid: list[list[Span | None]] = [[None] * width for _ in range(height)]
    for cell in table.cells:
        span = (at(table.start + cell.start), at(table.start + cell.end))
        for row in range(cell.row, cell.row + cell.rowspan):
            for column in range(cell.column, cell.column + cell.colspan):
                grid[row][column] = span
    return Grid(at(table.start), at(table.end), grid)


def delimited(clean: Clean, lines: Sequence[Span]) -> list[Grid]:
    """The grids of neighbouring lines with the same number of bars, tabs, semicolons or commas."""
    return [grid for mark in _MARKS if mark in clean.raw for grid in _delimited_by(clean, lines, mark)]


def _delimited_by(clean: Clean, lines: Sequence[Span], mark: str) -> list[Grid]:
    """The grids whose cells are parted by one mark; a line with a cell less, and one of a rule, belong to the grid."""
    grids: list[Grid] = []
    current: list[list[Span | None]] = []
    first = last = 0
    for start, end in [*lines, (len(clean.text), len(clean.text))]:
        if current and end > start and _RULE.fullmatch(clean.text, start, end):
            last = end
            continue
        row: list[Span | None] = list(_cells_of_line(clean, start, end, mark))
        width = len(current[0]) if current else len(row)
        if len(row) > 1 and (len(row) == width or (mark in "|\t" and current and width > 2 and len(row) == width - 1)):
            first, last = first if current else start, end
            current.append(row + [None] * (width - len(row)))
            continue
        if len(current) > 1:
            grids.append(Grid(first, last, _without_borders(current)))
        current, first, last = ([row], start, end) if len(row) > 1 else ([], 0, 0)
    return grids


def _without_borders(rows: Sequence[list[Span | None]]) -> list[list[Span | None]]:
    """The rows without a first and a last column that hold nothing: the marks there are borders."""
    empty = [all(span is None or span[0] >= span[1] for span in column) for column in zip(*rows, strict=True)]
    return [row[int(empty[0]) : len(row) - int(empty[-1])] for row in rows]


_ODD_SPACE = re.compile(r"[^\S\t\n]")
"""A space of another kind: a plain one stands for it, so that the way of typing makes no difference."""


def _cells_of_line(clean: Clean, start: int, end: int, mark: str) -> list[Span]:
    """The spans of the cells of a line between marks; tabs are looked for in the raw text, where they still stand."""
    raw_start, raw_end = clean.span(start, end)
    found: list[Span] = []
    at = raw_start
    for part in _parts_of_line(_ODD_SPACE.sub(" ", clean.raw[raw_start:raw_end]), mark):
        begin, stop = cells.trimmed(clean.text, clean.offset(at), clean.offset(at + len(part)))
        quoted = mark == "," and part.startswith('"') and stop - begin > 1
        found.append((begin + 1, stop - 1) if quoted else (begin, stop))
        at += len(part) + 1
    return found


def _parts_of_line(line: str, mark: str) -> list[str]:
    """The parts of a line between marks, none where it holds no mark, or commas and semicolons as prose has them."""
    if line.count(mark) < (2 if mark == "," else 1):
        return []
    if mark == "," and (", " in line or _DECIMAL_COMMA.search(_QUOTED.sub("", line))):
        return []
    parts = _COMMA_OUTSIDE_QUOTES.split(line) if mark == "," else line.split(mark)
    if mark == ";" and _ITEM.search(line):
        return []
    if mark in ";," and any(len(part.strip()) > _LONGEST_BETWEEN for part in parts):
        return []
    return parts if len(parts) > (2 if mark == "," else 1) else []


def below_years(scene: Scene, lines: Sequence[Span]) -> list[Grid]:
    """The grids of a block of years, a line each, with a block of as many numbers below it."""
    grids: list[Grid] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and cells.is_year(scene.clean, lines[end]):
            end += 1
        count = end - at
        values = list(lines[end : end + count])
        if (
            count > 2
            and len(values) == count
            and all(cells.of_span(scene.clean, span, scene.points) for span in values)
        ):
            grids.append(Grid(lines[at][0], values[-1][1], [list(lines[at:end]), list(values)]))
        at = max(end, at + 1)
    return grids


def cards(clean: Clean, lines: Sequence[Span]) -> list[Grid]:
    """The grids of blocks of lines that say the same keys each: "Đơn vị: …", "Điểm: 93,11", "Hạng: 1"."""
    found = [_CARD.match(clean.text, *span) for span in lines]
    keys = [one.group(1).lower() if one else "" for one in found]
    grids: list[Grid] = []
    at = 0
    while at < len(keys):
        size = next((one for one in _CARD_SIZES if _repeats(keys, at, one)), 0)
        end = at + size
        while size and keys[end : end + size] == keys[at : at + size]:
            end += size
        if size:
            heads = [one.span(1) if one else None for one in found[at : at + size]]
            values = [(one.end(), lines[n][1]) if (one := found[n]) else None for n in range(at, end)]
            body = [values[n : n + size] for n in range(0, len(values), size)]
            grids.append(Grid(lines[at][0], lines[end - 1][1], [heads, *body]))
        at = max(end, at + 1)
    return grids


def _repeats(keys: Sequence[str], at: int, size: int) -> bool:
    """Whether so many different keys stand there, and once more behind."""
    block = keys[at : at + size]
    return all(block) and len(set(block)) == size and keys[at + size : at + 2 * size] == block
