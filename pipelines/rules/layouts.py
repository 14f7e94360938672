"""Where grids come from: the tables of a page, lines with marks between cells, cells on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipelines.document import Table
from pipelines.rules import cells, heads, rows
from pipelines.rules.cells import Span
from pipelines.rules.grids import Grid
from pipelines.rules.scene import Scene
from pipelines.text import Clean

_MARKS = "|\t;"
_RULE = re.compile(r"[\s|:+=\-_]*")
_LONGEST = 90


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
    """The grids of neighbouring lines with the same number of bars, tabs or semicolons."""
    return [grid for mark in _MARKS for grid in _delimited_by(clean, lines, mark)]


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
        if mark == ";" and any(span and span[1] - span[0] > 60 for span in row):
            row = []
        if len(row) > 1 and (len(row) == width or (mark != ";" and current and width > 2 and len(row) == width - 1)):
            first, last = first if current else start, end
            current.append(row + [None] * (width - len(row)))
            continue
        if len(current) > 1:
            grids.append(Grid(first, last, current))
        current, first, last = ([row], start, end) if len(row) > 1 else ([], 0, 0)
    return grids


def _cells_of_line(clean: Clean, start: int, end: int, mark: str) -> list[Span]:
    """The spans of the cells of a line between marks; tabs are looked for in the raw text, where they still stand."""
    raw_start, raw_end = clean.span(start, end)
    line = clean.raw[raw_start:raw_end]
    if mark not in line:
        return []
    found: list[Span] = []
    at = raw_start
    for part in line.split(mark):
        found.append(cells.trimmed(clean.text, clean.offset(at), clean.offset(at + len(part))))
        at += len(part) + 1
    if mark == "\t":
        return found
    found = found[1:] if line.lstrip().startswith(mark) else found
    return found[:-1] if line.rstrip().endswith(mark) else found


def vertical(scene: Scene, lines: Sequence[Span]) -> list[Grid]:
    """The grids of pages that show a cell on each line: a name, as many cells as before, the next name."""
    grids: list[Grid] = []
    at = 0
    names = [place for place, span in enumerate(lines) if _is_name(scene, span)]
    while at < len(names) - 1:
        grid = _vertical_from(scene, lines, names, at)
        if grid is None:
            at += 1
            continue
        grids.append(grid)
        at += sum(grid.start <= lines[place][0] < grid.end for place in names[at:]) or 1
    return grids


def _is_name(scene: Scene, span: Span) -> bool:
    """Whether a line holds the name of a row and nothing else."""
    if span[1] - span[0] > _LONGEST or not re.search(r"[^\W\d_]{2}", scene.text(span)):
        return False
    head = rows.read(scene, span)
    return head.measure is None and bool(head.subject or head.component or (head.index and not _is_head(scene, span)))


def _is_head(scene: Scene, span: Span) -> bool:
    """Whether a line is the head of a column of names: "Lĩnh vực CCHC"."""
    return bool(heads.classify(scene.clean, *span, scene.inside(*span)).unit)


def _is_cell(scene: Scene, span: Span) -> bool:
    """Whether a line can be a cell: a number, a mark for a missing one, or a short word of a class."""
    text = scene.text(span)
    if cells.of_span(scene.clean, span, scene.points) or cells.is_missing(scene.clean, span):
        return True
    return len(text) <= 22 and not re.search(r"[.:;!?]|\d", text) and not _is_name(scene, span)


def _is_number(scene: Scene, span: Span) -> bool:
    """Whether a line holds a number and nothing else."""
    return bool(cells.of_span(scene.clean, span, scene.points))


def _vertical_from(scene: Scene, lines: Sequence[Span], names: Sequence[int], at: int) -> Grid | None:
    """The grid whose first name is one of the names, None where what stands between them are no cells."""
    steps = [later - earlier for earlier, later in zip(names[at:], names[at + 1 : at + 8], strict=False)]
    likely = sorted(steps, key=lambda one: -steps.count(one))
    # Between two known names there may be rows whose names no list has.
    parts = [step // rows_between for step in likely for rows_between in (2, 3) if step % rows_between == 0]
    for step in dict.fromkeys([*likely, *parts]):
        if not 2 <= step <= 14:
            continue
        lead = 1 if step > 2 and _numbered(scene, lines, names[at], step) else 0
        # The head is looked at first: it costs the same however many lines follow.
        head = _vertical_head(scene, lines, names[at], step - 1 - lead, lead)
        records = _records(scene, lines, names[at], step - 1 - lead, lead) if head else []
        if len(records) > 1:
            return _vertical_grid(scene, lines, records, head, step - 1 - lead, lead)
    return None


def _vertical_head(scene: Scene, lines: Sequence[Span], name: int, values: int, lead: int) -> list[Span | None]:
    """The lines above the first row that are the heads of its columns, none where they are no heads."""
    width, first = lead + 1 + values, name - (lead == 1 and name > 0 and _is_number(scene, lines[name - 1]))
    head: list[Span | None] = list(lines[first - width : first]) if first >= width else []
    stated = sum(heads.classify(scene.clean, *span, scene.inside(*span)).stated for span in head if span)
    return head if stated and all(span and span[1] - span[0] <= _LONGEST for span in head) else []


def _numbered(scene: Scene, lines: Sequence[Span], name: int, step: int) -> bool:
    """Whether a whole number of its own stands before the next name, and does before the one that follows."""
    ordinals = [lines[place - 1] for place in (name + step, name + 2 * step, name) if 0 < place < len(lines)]
    texts = [scene.text(span).strip(" .") for span in ordinals[:2]]
    if not all(text.isdigit() and len(text) < 4 for text in texts):
        return False
    first = scene.text(lines[name - 1]).strip(" .") if name else ""
    if first.isdigit() and texts:
        return int(texts[0]) > int(first)
    return len(texts) < 2 or int(texts[1]) > int(texts[0])


def _records(scene: Scene, lines: Sequence[Span], name: int, values: int, lead: int) -> list[int]:
    """The places of the names from the first on, each with its cells behind it; some rows may lack their ordinal."""
    found: list[int] = []
    place: int | None = name
    while place is not None and _is_record(scene, lines, place, values):
        found.append(place)
        after = place + values + 1
        choices = [after + lead, after] if lead else [after]
        place = next((one for one in choices if one < len(lines) and _is_record(scene, lines, one, values)), None)
    return found


def _is_record(scene: Scene, lines: Sequence[Span], name: int, values: int) -> bool:
    """Whether a line with words is followed by as many cells, at least one of them a number."""
    if name + values >= len(lines) or _is_number(scene, lines[name]) or lines[name][1] - lines[name][0] > _LONGEST:
        return False
    if not re.search(r"[^\W\d_]{2}", scene.text(lines[name])):
        return False
    following = lines[name + 1 : name + 1 + values]
    return all(_is_cell(scene, span) for span in following) and any(_is_number(scene, span) for span in following)


def _vertical_grid(
    scene: Scene, lines: Sequence[Span], records: Sequence[int], head: list[Span | None], values: int, lead: int
) -> Grid:
    """The grid of the records below their head; among numbered rows one without its number has an empty cell."""
    body: list[list[Span | None]] = []
    for place in records:
        numbered = place > 0 and _is_number(scene, lines[place - 1])
        before: list[Span | None] = [lines[place - 1] if numbered else None] if lead else []
        body.append([*before, *lines[place : place + values + 1]])
    start = head[0] or lines[records[0]]
    return Grid(start[0], lines[records[-1] + values][1], [head, *body])


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
        if count > 2 and len(values) == count and all(_is_number(scene, span) for span in values):
            grids.append(Grid(lines[at][0], values[-1][1], [list(lines[at:end]), list(values)]))
        at = max(end, at + 1)
    return grids
