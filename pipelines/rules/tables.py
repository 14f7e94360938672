"""Tables: rows of subjects or components, columns of levels and ranks, in real tables and in tables flattened into lines.

An ordinal column ("TT", "STT") is no rank. A column without a head is read only where its numbers leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.context import Context, Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.numbers import parse
from pipelines.rules.facts import Fact
from pipelines.rules.heads import Column
from pipelines.text import Clean


@dataclass(slots=True)
class Cell:
    """A number of a row with its place."""

    start: int
    end: int
    number: float
    decimal: bool
    percent: bool
    signed: bool
    out_of: float | None = None


@dataclass(slots=True)
class Row:
    """A row of a table: its name, its ordinal, its numbers by column."""

    name: Mention
    subject: Subject | None
    component: str | None
    ordinal: Cell | None
    cells: dict[int, Cell] = field(default_factory=dict)
    year: int | None = None
    """The year of a row that is named by one."""


_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[+-] ?|▲ ?|▼ ?)?(?P<number>\d{1,3}(?:[.,]\d{1,4})?)(?: ?/ ?(?P<out_of>\d{1,3}(?:[.,]\d{1,2})?))?(?P<percent> ?%)?(?: (?:điểm|bậc))?(?![\w,]|\.\d)"
)


def number_cells(clean: Clean, start: int, end: int) -> list[Cell]:
    """The numbers of a stretch of a row, in order."""
    cells = []
    for match in _NUMBER.finditer(clean.lower, start, end):
        number = parse(match["number"], english="." in match["number"])
        if number is None:
            continue
        sign = match["sign"] or ""
        down = sign.startswith(("-", "▼"))
        cells.append(
            Cell(match.start(), match.end(), -number if down else number, not match["number"].isdigit(), bool(match["percent"]), bool(sign), parse(match["out_of"], english=True) if match["out_of"] else None)
        )
    return cells


def facts(columns: dict[int, Column], rows: Sequence[Row], context: Context, labels: dict[int, str], ordinal_is_rank: bool) -> list[Fact]:
    """The facts of the rows; `labels` gives the component of a column under the index in force."""
    found: list[Fact | None] = []
    for row in rows:
        if ordinal_is_rank and row.ordinal is not None and row.subject is not None:
            found.append(_fact(row, row.ordinal, "rank", context, None, "total", (row.ordinal.start, row.name.end)))
        maximum = next((row.cells[at].number for at, column in columns.items() if column.kind == "maximum" and at in row.cells), None)
        for at, cell in sorted(row.cells.items()):
            column = columns.get(at)
            if column is None or column.kind in {"ordinal", "name", "maximum", "other"}:
                continue
            component = labels.get(at) or row.component or "total"
            metric = _metric(column, cell)
            if metric is None or (metric.endswith("_change") and cell.number == 0):
                continue
            found.append(_fact(row, cell, metric, context, column, component, _quote(row, at, cell, metric), maximum if metric == "score" else None))
    return [one for one in found if one is not None]


def _metric(column: Column, cell: Cell) -> str | None:
    """What a cell of a column measures; None where the number cannot be it."""
    if column.kind == "rank":
        return "rank" if not cell.decimal and cell.number > 0 and not cell.signed else None
    if column.kind == "change":
        if column.places or not cell.decimal:
            return "rank_change" if not cell.decimal else None
        return "percent_change" if cell.percent else "score_change"
    if cell.percent or column.kind == "percent":
        return "percent"
    return "score"


def _quote(row: Row, at: int, cell: Cell, metric: str) -> tuple[int, int]:
    """The characters that state a cell: its own, and for a rank the level beside it."""
    beside = row.cells.get(at - 1)
    if metric == "rank" and beside is not None and beside.end < cell.start and cell.start - beside.end < 4:
        return beside.start, cell.end
    return cell.start, cell.end


def _fact(row: Row, cell: Cell, metric: str, context: Context, column: Column | None, component: str, quote: tuple[int, int], maximum: float | None = None) -> Fact | None:
    """The fact of one cell, None where no subject is in force."""
    subject = row.subject or (context.subjects[0] if context.subjects else Subject(context.home, "province") if context.home else None)
    index = (column.index if column else None) or context.index
    year = row.year or (column.year if column else None) or context.year
    if subject is None or index in (None, "other"):
        return None
    vs_year = year - 1 if year and metric.endswith("_change") else None
    return Fact(index or "", year, subject, component, metric, cell.number, quote[0], quote[1], "table.cell", 0.95, cell.out_of or maximum, "=", vs_year)


def column_labels(columns: dict[int, Column], label: object) -> dict[int, str]:
    """The component of each column that names one; `label` turns a mention into a label under the index in force."""
    named = {}
    for at, column in columns.items():
        if column.component is not None:
            text = label(column.component, column.index)  # type: ignore[operator]
            if text:
                named[at] = text
    return named


def is_row_name(mention: Mention) -> bool:
    """Whether a mention can be the name of a row."""
    return mention.kind in {Kind.SUBJECT, Kind.COMPONENT, Kind.TOTAL} or (mention.kind is Kind.GROUP and mention.key in {"all_provinces", "all_ministries"})
