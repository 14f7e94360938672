"""Tables whose cells are known: of a real page, of lines with marks between cells, of cells on lines of their own.

A grid is read by its heads: the rows above the first row of data say what each column holds, the cells without numbers
what each row is about. A row in the midst that holds a single cell names what the rows below it are about, or nothing;
a row of head words begins a new head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.rules import captions, cells, head_parts, heads, rows, tables
from pipelines.rules.cells import Span
from pipelines.rules.facts import Fact
from pipelines.rules.heads import Column
from pipelines.rules.rows import RowHead
from pipelines.rules.scene import Scene
from pipelines.rules.tables import Row, Sheet, Told

_KEY = re.compile(r"([^\W\d_][^:|\n]{1,30}):\s*")
_LEAST_KEYED = 2


@dataclass(slots=True)
class Grid:
    """The spans of the cells of a table, row by row; a spanning cell stands in each of its places."""

    start: int
    end: int
    rows: list[list[Span | None]]
    columns: tuple[Column, ...] = ()
    """What its columns hold, where that is known already and no row is a head."""


def read(scene: Scene, grid: Grid) -> Told:
    """What a grid tells; nothing where no head says what a column holds."""
    found: list[Fact] = []
    unit, settled, other = None, False, False
    for section in [grid] if grid.columns else _sections(scene, _stacked(scene, _keyed(scene, grid))):
        sheet, inner = _sheet(scene, section)
        if sheet is not None:
            found += tables.facts(inner, sheet)
            unit = rows.majority([row.head for row in sheet.rows]) or unit
            other = other or tables.is_of_other_measure(inner, sheet)
            settled = settled or len(sheet.rows) > 1 or other
    told = Told(found, unit, settled or bool(found))
    return told._replace(reason=tables.OF_OTHER_MEASURE) if other else told


def _stacked(scene: Scene, grid: Grid) -> Grid:
    """The grid with its right half below its left one where its head says the same of both, names apart."""
    width = max((len(row) for row in grid.rows), default=0)
    half = width // 2
    head = grid.rows[0] if grid.rows else []
    texts = [_said_by_head(scene, span) for span in head]
    if width < 4 or width % 2 or texts[:half] != texts[half:] or len(set(texts[:half])) < 2:
        return grid
    return Grid(grid.start, grid.end, [row[:half] for row in grid.rows] + [row[half:] for row in grid.rows])


def _said_by_head(scene: Scene, span: Span | None) -> str:
    """The words of a head, or that it heads names, whatever these are."""
    column = heads.classify(scene.clean, *span, scene.inside(*span)) if span else Column()
    return column.kind if column.kind == "name" and column.stated else scene.text(span) if span else ""


def _keyed(scene: Scene, grid: Grid) -> Grid:
    """The grid with a head made of what stands before a colon in all cells of a column: "Điểm: 91,04"."""
    keys = [[_KEY.match(scene.clean.text, *span) if span else None for span in row] for row in grid.rows]
    columns = list(zip(*keys, strict=True)) if len({len(row) for row in keys}) == 1 else []
    words = [{one.group(1).strip().lower() if one else "" for one in column} for column in columns]
    if len(grid.rows) < _LEAST_KEYED or sum(len(one) == 1 and "" not in one for one in words) < len(words) - 1:
        return grid
    head: list[Span | None] = [column[0].span(1) if column[0] else None for column in columns]
    body: list[list[Span | None]] = [
        [(key.end(), span[1]) if key and span else span for key, span in zip(found, row, strict=True)]
        for found, row in zip(keys, grid.rows, strict=True)
    ]
    return Grid(grid.start, grid.end, [head, *body])


def _sections(scene: Scene, grid: Grid) -> list[Grid]:
    """The grid cut before every row of heads that follows on data."""
    cuts = [0]
    seen = False
    for at, row in enumerate(grid.rows):
        data = _is_data(scene, row)
        if seen and not data and _is_head(scene, row):
            cuts.append(at)
            seen = False
        seen = seen or data
    ends = [*cuts[1:], len(grid.rows)]
    return [Grid(grid.start, grid.end, grid.rows[start:end]) for start, end in zip(cuts, ends, strict=True)]


def _distinct(row: Sequence[Span | None]) -> list[Span]:
    """The cells of a row that hold anything, each once."""
    return [span for span in dict.fromkeys(row) if span is not None and span[1] > span[0]]


def _is_head(scene: Scene, row: Sequence[Span | None]) -> bool:
    """Whether a row in the midst of a table is a new head: several cells of head words."""
    spans = _distinct(row)
    classified = {span: heads.classify(scene.clean, *span, scene.inside(*span)) for span in spans}
    stated = [span for span, column in classified.items() if column.stated or column.year]
    return len(stated) > 1 and len(stated) * 2 >= len(spans)


def _is_data(scene: Scene, row: Sequence[Span | None]) -> bool:
    """Whether a row holds numbers that are results beside a name; years and the numbers of columns are none."""
    spans = _distinct(row)
    numbers = [span for span in spans if cells.of_span(scene.clean, span, scene.points)]
    named = [span for span in spans if span not in numbers and not cells.is_missing(scene.clean, span)]
    if any(re.fullmatch(r"\(?[a-dA-D1]\)?", scene.clean.text[slice(*span)]) for span in named) and len(numbers) < 2:
        return False
    return bool(numbers) and (bool(named) or (len(numbers) == len(spans) and _holds_levels(scene, numbers)))


def _holds_levels(scene: Scene, spans: Sequence[Span]) -> bool:
    """Whether a row of numbers alone holds results: several, with decimals."""
    found = [cells.of_span(scene.clean, span, scene.points)[0] for span in spans]
    return len(found) > 1 and any(one.decimal for one in found)


def _sheet(scene: Scene, grid: Grid) -> tuple[Sheet | None, Scene]:
    """The table of a grid, its columns known and its rows named, and the scene with the captions inside the grid."""
    first = next((at for at, row in enumerate(grid.rows) if _is_data(scene, row)), None)
    if first is None:
        return None, scene
    body = 0 if grid.columns else _first_of_body(scene, grid, first)
    inside = [spans[0] for row in grid.rows[:body] if len(spans := _distinct(row)) == 1 and len(row) > 1]
    own = captions.of_spans(scene.clean, inside, [one for span in inside for one in scene.inside(*span)])
    scene = replace(scene, caption=captions.joined(scene.caption, own))
    columns = _columns(scene, grid, body, set(inside))
    names = _name_columns(scene, grid, first, columns)
    named = _named_rows(scene, grid, body, columns, names)
    values = {at: column for at, column in columns.items() if at not in names and column.kind != "ordinal"}
    values = {at: replace(one, kind="level") if one.kind == "name" else one for at, one in values.items()}
    values = heads.carried(heads.without_unknown(scene.clean, values))
    if not any(row.head.known for row in named) and not (len(named) == 1 and _all_named(values, named[0])):
        return None, scene
    sheet = tables.sheet_of(scene, (grid.start, grid.end), values, named)
    return (sheet if first or grid.columns or _says_units(sheet, scene) else None), scene


def _first_of_body(scene: Scene, grid: Grid, first: int) -> int:
    """Where the head ends: rows of a single name between a row of heads and the first row of data are no head."""
    body = first
    while body > 1 and len(_worded(scene, grid.rows[body - 1])) == 1 and _is_head(scene, grid.rows[body - 2]):
        body -= 1
    return body


def _worded(scene: Scene, row: Sequence[Span | None]) -> list[Span]:
    """The cells of a row that hold words, ordinals apart."""
    return [span for span in _distinct(row) if re.search(r"[^\W\d_]{2}", re.sub(r"^[ivx]+\.?$", "", scene.text(span)))]


def _all_named(values: dict[int, Column], row: Row) -> bool:
    """Whether every number of a single row without a name stands below a year, an index or a component."""
    return bool(row.cells) and all(
        (column := values.get(at)) is not None and (column.year or column.index or column.component) for at in row.cells
    )


def _says_units(sheet: Sheet, scene: Scene) -> bool:
    """Whether a table without heads can be read: its numbers carry their unit, and its caption names the index."""
    written = [cell for row in sheet.rows for group in row.cells.values() for cell in group]
    return scene.caption.index is not None and all(cell.percent or cell.said or cell.out_of for cell in written)


def _columns(scene: Scene, grid: Grid, first: int, inside: set[Span]) -> dict[int, Column]:
    """What the rows above the first row of data say of each column."""
    columns: dict[int, Column] = dict(enumerate(grid.columns))
    if columns:
        return columns
    for at in range(max(len(row) for row in grid.rows)):
        spans = list(dict.fromkeys(span for row in grid.rows[:first] if at < len(row) and (span := row[at])))
        merged = Column(start=spans[0][0] if spans else grid.start)
        for span in spans:
            if (
                span not in inside
                and span[1] > span[0]
                and not re.fullmatch(r"\(?\w{1,2}\)?(?: ?=.*)?", scene.text(span))
            ):
                found = head_parts.mentions_of(scene, *span)
                merged = heads.join(merged, heads.classify(scene.clean, *span, found))
        columns[at] = merged
    return _under_wide_heads(grid, first, columns)


def _under_wide_heads(grid: Grid, first: int, columns: dict[int, Column]) -> dict[int, Column]:
    """The columns with the year of a head that lacks its span: "2021 | | 2022 |" over "Điểm | Hạng | Điểm | Hạng"."""
    year, spread = None, dict(columns)
    top = grid.rows[0] if first > 1 else []
    empty = [at for at, span in enumerate(top) if span is None or span[1] == span[0]]
    for at, column in sorted(columns.items()):
        year = column.year or (year if at in empty else None)
        if at in empty and column.year is None and column.kind not in {"name", "ordinal"}:
            spread[at] = replace(column, year=year)
    return spread


def _name_columns(scene: Scene, grid: Grid, first: int, columns: dict[int, Column]) -> list[int]:
    """The columns whose cells name the rows: words or years, known ones among them or below a head of names."""
    names: list[int] = []
    for at, column in columns.items():
        spans = [span for row in grid.rows[first:] if at < len(row) and (span := row[at]) and span[1] > span[0]]
        worded = [
            span for span in spans if re.search(r"[^\W\d_]{2}", scene.text(span)) or cells.is_year(scene.clean, span)
        ]
        worded = [span for span in worded if not cells.of_span(scene.clean, span, scene.points)]
        worded = [span for span in worded if not cells.is_missing(scene.clean, span)]
        if not worded or len(worded) * 2 < len(spans) or column.kind in {"other", "foreign"}:
            continue
        known = sum(rows.read(scene, span).known for span in worded)
        if known * 3 >= len(worded) or (column.kind == "name" and (column.unit or not names)):
            names.append(at)
    return names


def _named_rows(scene: Scene, grid: Grid, first: int, columns: dict[int, Column], names: Sequence[int]) -> list[Row]:
    """The rows of data with their heads; a row of one cell between them may name what the rows below it are about."""
    ordinals = [at for at, column in columns.items() if column.kind == "ordinal"]
    ordinals = ordinals or ([0] if names and names[0] > 0 and not columns[0].stated else [])
    above, found = RowHead(grid.start, grid.start), []
    for row in _filled(grid.rows[first:], names):
        if _is_data(scene, row):
            head = _head(scene, row, names)
            numbers = {at: cells.of_span(scene.clean, span, scene.points) for at, span in enumerate(row)}
            ordinal = next((numbers[at][0] for at in ordinals if at < len(row) and numbers[at]), None)
            if any(_is_sub_ordinal(scene, row[at]) for at in ordinals if at < len(row)):
                head = replace(head, skipped=True)
            kept = {at: cell for at, cell in numbers.items() if cell and at not in names and at not in ordinals}
            found.append((head, above, ordinal, _once(row, kept)))
        elif len(worded := _worded(scene, row)) == 1:
            above = rows.section_head(scene, worded[0], above)
    unit = next((columns[at].unit for at in reversed(names) if columns[at].unit), "")
    whole = rows.completed(scene, [head for head, *_ in found], unit)
    return [
        Row(rows.below(head, above) if head.known or above.subject else head, ordinal, numbers)
        for head, (_, above, ordinal, numbers) in zip(whole, found, strict=True)
        if head.known or not names
    ]


def _filled(found: Sequence[list[Span | None]], names: Sequence[int]) -> Iterator[list[Span | None]]:
    """The rows, an empty cell before the last of several columns of names being that of the row above."""
    last: dict[int, Span] = {}
    for row in found:
        whole = list(row)
        for at in names[:-1]:
            own = row[at] if at < len(row) else None
            if own is not None and own[1] > own[0]:
                last[at] = own
            elif at < len(row) and at in last:
                whole[at] = last[at]
        yield whole


def _is_sub_ordinal(scene: Scene, span: Span | None) -> bool:
    """Whether an ordinal is that of a part of a row: "1.2"."""
    return span is not None and bool(re.fullmatch(r"\d+(?:\.\d+)+\.?", scene.text(span)))


def _once(row: Sequence[Span | None], numbers: dict[int, tuple[cells.Cell, ...]]) -> dict[int, tuple[cells.Cell, ...]]:
    """The numbers of a row without those of cells that reach over several columns."""
    return {at: cell for at, cell in numbers.items() if row.count(row[at]) == 1}


def _head(scene: Scene, row: Sequence[Span | None], names: Sequence[int]) -> RowHead:
    """The head of a row: what all its cells of names say together; unknown where its last one is."""
    read = [rows.read(scene, span) for at in names if at < len(row) and (span := row[at]) and span[1] > span[0]]
    if not read:
        return RowHead(0, 0)
    head = next((one for one in reversed(read) if not one.year or one.subject), read[-1])
    if not head.known:
        return head
    for other in read:
        head = replace(
            head, subject=head.subject or other.subject, component=head.component or other.component,
            year=head.year or other.year, index=head.index or other.index, measure=head.measure or other.measure,
        )  # fmt: skip
    return head
