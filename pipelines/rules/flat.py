"""Tables flattened into lines of text, as pages show them to a reader: found by the look of their rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pipelines.context import Context, Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import heads, tables
from pipelines.rules.facts import Fact
from pipelines.rules.heads import Column
from pipelines.rules.tables import Cell, Row
from pipelines.text import Clean

_ORDINAL = re.compile(r"[ \t|]*(\d{1,3})[.)]?[ \t|:-]+")
_PROSE = re.compile(r"(?<!\w)(?:điểm|hạng|bậc|thứ|đạt|xếp|đứng|tăng|giảm|với|là|và|của|năm \d{4} (?:đạt|là))(?!\w)|[:;]")
_HEAD_LINES = 5


@dataclass(slots=True)
class FlatTable:
    """A table found in the text: its lines, and where its head begins."""

    start: int
    end: int
    rows: list[tuple[int, int]]
    head: int


def line_spans(text: str) -> list[tuple[int, int]]:
    """The half-open spans of the lines that hold anything."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


def find(clean: Clean, found: Sequence[Mention]) -> list[FlatTable]:
    """The tables of a text: two or more neighbouring lines that look like rows."""
    spans = line_spans(clean.text)
    looks = [_looks_like_row(clean, span, found) for span in spans]
    result: list[FlatTable] = []
    at = 0
    while at < len(spans):
        end = at
        while end < len(spans) and looks[end]:
            end += 1
        if end - at >= 2:
            result.append(FlatTable(spans[at][0], spans[end - 1][1], spans[at:end], max(0, at - _HEAD_LINES)))
        at = max(end, at + 1)
    return result


def _looks_like_row(clean: Clean, span: tuple[int, int], found: Sequence[Mention]) -> bool:
    """Whether a line is a name between numbers: an ordinal before or numbers behind, hardly any other word."""
    start, end = span
    if end - start > 220:
        return False
    ordinal = _ORDINAL.match(clean.text, start, end)
    name = _name_at(clean, ordinal.end() if ordinal else start, end, found)
    if name is None:
        return False
    rest = clean.lower[name.end : end]
    cells = tables.number_cells(clean, name.end, end)
    if not cells and ordinal is None:
        return False
    words = re.sub(r"[\d.,%+\-/|\s()*▲▼]+", " ", rest)
    return not _PROSE.search(rest) and len(words.strip()) <= 24 and not rest.rstrip().endswith(".")


def _name_at(clean: Clean, start: int, end: int, found: Sequence[Mention]) -> Mention | None:
    """The mention that names a row: at the beginning of the line, or behind a short head word."""
    lead = re.match(r"[ \t|\"'\-+*•]*", clean.text[start:end])
    begin = start + (lead.end() if lead else 0)
    for one in found:
        if one.start > begin + 2:
            return None
        if one.start >= begin - 2 and one.end <= end and (tables.is_row_name(one) or (one.kind is Kind.YEAR and one.quote_start <= begin)):
            return one
        if one.kind is Kind.YEAR and one.quote_start == begin and one.end <= end:
            return one
    return None


def read(clean: Clean, table: FlatTable, found: Sequence[Mention], context: Context, subject_of: Callable[[Mention], Subject | None], label: Callable[[Mention, str | None], str | None]) -> list[Fact]:
    """The facts of a table, empty where its head does not fit its rows."""
    rows = [_row(clean, span, found, subject_of, label) for span in table.rows]
    kept = [(row, wide) for row, wide in rows if row is not None]
    counts = [wide for _, wide in kept]
    if not counts:
        return []
    width = max(set(counts), key=counts.count)
    columns, ordinal_is_rank = _columns(clean, table, found, width, any(row.ordinal for row, _ in kept))
    if columns is None:
        return []
    whole = [row for row, wide in kept if wide == width]
    columns = tables.with_defaults(clean, heads.carry_years(columns), table.start, table.end, [[row.cells.get(at) for at in range(width)] for row in whole], context)
    ordinal_is_rank = ordinal_is_rank or tables.ordinal_is_rank(clean, table.start, table.end)
    return tables.facts(columns, whole, context, tables.column_labels(columns, label), ordinal_is_rank)


def _row(clean: Clean, span: tuple[int, int], found: Sequence[Mention], subject_of: Callable[[Mention], Subject | None], label: Callable[[Mention, str | None], str | None]) -> tuple[Row | None, int]:
    """The row of a line, and how many cells it has."""
    start, end = span
    match = _ORDINAL.match(clean.text, start, end)
    name = _name_at(clean, match.end() if match else start, end, found)
    if name is None:
        return None, 0
    ordinal = Cell(match.start(1), match.end(1), float(match.group(1)), False, False, False) if match else None
    cells = tables.cells_by_place(clean, name.end, end)
    return tables.named_row(name, ordinal, cells, subject_of, label), tables.width(clean, name.end, end)


def _columns(clean: Clean, table: FlatTable, found: Sequence[Mention], width: int, ordinals: bool) -> tuple[dict[int, Column] | None, bool]:
    """The columns of the head that fits, and whether the ordinal before the names is the rank."""
    spans = [span for span in line_spans(clean.text) if span[1] <= table.start]
    for depth in range(1, min(_HEAD_LINES, len(spans)) + 1):
        head = spans[-depth:]
        if clean.text[head[0][0] : head[0][1]].rstrip().endswith((".", ";")):
            break
        columns = heads.split(clean, head[0][0], head[-1][1], found)
        fitted = _fit(columns, width, ordinals)
        if fitted is not None:
            return fitted
    return None, False


def _fit(columns: list[Column], width: int, ordinals: bool) -> tuple[dict[int, Column], bool] | None:
    """The columns of values by position where their number is that of the cells, None where it is not."""
    names = [at for at, column in enumerate(columns) if column.kind == "name" and not column.component]
    before = columns[: names[0]] if names else []
    lead_rank = ordinals and any(column.kind == "rank" for column in before) and not any(column.kind == "ordinal" for column in before)
    if lead_rank:
        columns = [column for column in columns if column not in before]
    elif names:
        columns = columns[names[0] :]
    values = [column for column in columns if column.kind not in {"ordinal", "name"}]
    for chosen in (values, [column for column in values if column.kind != "other"]):
        if len(chosen) == width and (width or lead_rank):
            return dict(enumerate(chosen)), lead_rank
        spread = _spread_years(chosen, width)
        if spread:
            return dict(enumerate(spread)), lead_rank
    return None


def _spread_years(columns: list[Column], width: int) -> list[Column] | None:
    """The columns below a row of years: each year stands over as many of them as the others."""
    years = [column.year for column in columns if column.kind == "level" and column.year and not column.component and not column.index]
    rest = [column for column in columns if not (column.kind == "level" and column.year and not column.component and not column.index)]
    if len(years) < 2 or len(rest) != width or width % len(years):
        return None
    each = width // len(years)
    return [replace(column, year=column.year or years[at // each]) for at, column in enumerate(rest)]
