"""Rows of tables to facts: rows of subjects or components, columns of levels, ranks and changes.

An ordinal column ("TT", "STT") is no rank, unless a note beside the table says that it is. A column without a head is read only
where its numbers leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    index: str | None = None
    """The index of a row that is named by one."""


_NUMBER = re.compile(
    r"(?<![\w.,])(?P<sign>[+-] ?|▲ ?|▼ ?)?(?P<number>\d{1,3}(?:[.,]\d{1,4})?)(?: ?/ ?(?P<out_of>\d{1,3}(?:[.,]\d{1,2})?))?(?P<percent> ?%)?(?: (?:điểm|bậc))?(?![\w,]|\.\d)"
)
_EMPTY = re.compile(r"(?<![\w.,-])(?:-{1,3}|\.{2,}|…|x|n/a|kxh|\*)(?![\w.,-])")


def number_cells(clean: Clean, start: int, end: int) -> list[Cell]:
    """The numbers of a stretch of a row, in order."""
    cells = []
    for match in _NUMBER.finditer(clean.lower, start, end):
        number = parse(match["number"], english="." in match["number"])
        if number is None:
            continue
        sign = match["sign"] or ""
        down = sign.startswith(("-", "▼"))
        out_of = parse(match["out_of"], english=True) if match["out_of"] else None
        cells.append(Cell(match.start(), match.end(), -number if down else number, not match["number"].isdigit(), bool(match["percent"]), bool(sign), out_of))
    return cells


def cells_by_place(clean: Clean, start: int, end: int) -> dict[int, Cell]:
    """The numbers of a row by their place among its cells, marks of missing values counted in."""
    numbers = number_cells(clean, start, end)
    empty = [match.start() for match in _EMPTY.finditer(clean.lower, start, end) if not any(one.start <= match.start() < one.end for one in numbers)]
    places = sorted([one.start for one in numbers] + empty)
    return {places.index(one.start): one for one in numbers}


def width(clean: Clean, start: int, end: int) -> int:
    """How many cells a row has, missing values counted in."""
    numbers = number_cells(clean, start, end)
    empty = [match for match in _EMPTY.finditer(clean.lower, start, end) if not any(one.start <= match.start() < one.end for one in numbers)]
    return len(numbers) + len(empty)


def named_row(name: Mention, ordinal: Cell | None, cells: dict[int, Cell], subject_of: Callable[[Mention], Subject | None], label: Callable[[Mention, str | None], str | None]) -> Row | None:
    """The row of a name, None where the name can be no row's."""
    subject = subject_of(name) if name.kind in {Kind.SUBJECT, Kind.GROUP} else None
    component = label(name, None) if name.kind is Kind.COMPONENT else None
    if (name.kind in {Kind.SUBJECT, Kind.GROUP} and subject is None) or (name.kind is Kind.COMPONENT and component is None):
        return None
    if name.kind is Kind.INDEX and name.key == "other":
        return None
    year = int(name.number or 0) if name.kind is Kind.YEAR else None
    return Row(name, subject, component, ordinal, cells, year, name.key if name.kind is Kind.INDEX else None)


def facts(
    columns: Mapping[int, Column],
    rows: Sequence[Row],
    context: Context,
    labels: Mapping[int, str],
    ordinal_is_rank: bool,
    subjects: Mapping[int, Subject] | None = None,
) -> list[Fact]:
    """The facts of the rows; `labels` and `subjects` give the component and the subject of a column that names one."""
    found: list[Fact | None] = []
    for row in rows:
        if ordinal_is_rank and row.ordinal is not None and row.subject is not None:
            found.append(_fact(row, row.ordinal, "rank", context, None, "total", (row.ordinal.start, row.name.end)))
        maximum = next((row.cells[at].number for at, column in columns.items() if column.kind == "maximum" and at in row.cells), None)
        for at, cell in sorted(row.cells.items()):
            column = columns.get(at)
            if column is None or column.kind in {"ordinal", "name", "maximum", "other"}:
                continue
            metric = _metric(column, cell)
            if metric is None or (metric.endswith("_change") and cell.number == 0):
                continue
            component = labels.get(at) or row.component or "total"
            own = replace(row, subject=subjects[at]) if subjects and at in subjects else row
            found.append(_fact(own, cell, metric, context, column, component, _quote(row, at, cell, metric), maximum if metric == "score" else None))
    return [one for one in found if one is not None]


def _metric(column: Column, cell: Cell) -> str | None:
    """What a cell of a column measures; None where the number cannot be it."""
    if column.kind == "rank":
        return "rank" if not cell.decimal and cell.number > 0 and not cell.signed else None
    if column.kind == "change":
        if column.places or not cell.decimal:
            return "rank_change" if not cell.decimal else None
        return "percent_change" if cell.percent or column.percent else "score_change"
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
    subject = row.subject or (context.subjects[0] if context.subjects else context.focus or (Subject(context.home, "province") if context.home else None))
    index = row.index or (column.index if column else None) or context.index
    year = row.year or (column.year if column else None) or context.year
    if subject is None or index in (None, "other"):
        return None
    vs_year = year - 1 if year and metric.endswith("_change") else None
    out_of = cell.out_of or (maximum if maximum is not None and maximum >= cell.number else None)
    return Fact(index or "", year, subject, component, metric, cell.number, quote[0], quote[1], "table.cell", 0.95, out_of, "=", vs_year)


def column_labels(columns: Mapping[int, Column], label: Callable[[Mention, str | None], str | None]) -> dict[int, str]:
    """The component of each column that names one; `label` turns a mention into a label under the index in force."""
    named = {at: label(column.component, column.index) for at, column in columns.items() if column.component is not None}
    return {at: text for at, text in named.items() if text}


def column_subjects(columns: Mapping[int, Column], found: Sequence[Mention], subject_of: Callable[[Mention], Subject | None]) -> dict[int, Subject]:
    """The subject of each column whose head names one."""
    subjects: dict[int, Subject] = {}
    for at, column in columns.items():
        for start, end in column.spans:
            for one in found:
                if one.kind is Kind.SUBJECT and one.unit in {"province", "ministry"} and start <= one.start and one.end <= end and (subject := subject_of(one)):
                    subjects[at] = subject
    return subjects


_UNIT_NOTE = re.compile(r"(?:đơn vị(?: tính)?|đvt)\b[^:\n]{0,20}[:\-]?([^\n]*)")
_ORDER_NOTE = re.compile(
    r"(?:stt|số thứ tự|thứ tự|cột tt|cột stt|xếp)[^.\n]{0,20}(?:là|theo|đồng thời|phản ánh)[^.\n]{0,25}(?:xếp hạng|thứ hạng|thứ bậc|từ cao xuống thấp)"
    r"|(?:theo thứ tự|xếp theo thứ tự)[^.\n]{0,24}(?:hạng|từ cao)"
)


def ordinal_is_rank(clean: Clean, start: int, end: int) -> bool:
    """Whether a note around a table says that the ordinal is the rank."""
    around = clean.lower[max(0, start - 300) : start] + "\n" + clean.lower[end : end + 300]
    note = _ORDER_NOTE.search(around)
    return bool(note and not re.search(r"(?:không|chưa)[^.\n]{0,20}(?:là|phải|phản ánh|theo)", around[max(0, note.start() - 30) : note.end() + 10]))


def with_defaults(clean: Clean, columns: Mapping[int, Column], start: int, end: int, cells: Sequence[Sequence[Cell | None]], context: Context) -> dict[int, Column]:
    """The columns whose heads leave the kind open, decided by notes of units, by the caption, and by their numbers."""
    around = clean.lower[max(0, start - 260) : start] + "\n" + clean.lower[end : end + 200]
    note = _UNIT_NOTE.search(around)
    percents = _percent_indexes(note.group(1)) if note else None
    ranked = bool(re.search(r"thứ hạng|xếp hạng|vị thứ|vị trí|hạng của|rankings?", clean.lower[max(0, start - 200) : start]))
    decided = {}
    for at, column in columns.items():
        numbers = [row[at] for row in cells if at < len(row) and row[at] is not None]
        whole = bool(numbers) and all(one is not None and not one.decimal and not one.percent and not one.signed and 0 < one.number < 200 for one in numbers)
        index = column.index or context.index
        if column.kind == "level" and whole and (ranked or index in {"par_index", "sipas"}) and column.component is None:
            column = replace(column, kind="rank")
        elif column.kind == "level" and (percents is True or (percents and index in percents) or (percents is None and index == "sipas")):
            column = replace(column, kind="percent")
        decided[at] = column
    return decided


def _percent_indexes(note: str) -> frozenset[str] | bool:
    """The indexes that a note of units gives in percent; True where it says so of the whole table."""
    named: set[str] = set()
    for part in re.split(r"[,;]", note):
        keys = {key for key, word in (("par_index", "par"), ("sipas", "sipas"), ("papi", "papi"), ("pci", "pci"), ("dti", "dti")) if word in part}
        if "%" in part or "phần trăm" in part:
            if not keys:
                return True
            named |= keys
    return frozenset(named)


def is_row_name(mention: Mention) -> bool:
    """Whether a mention can be the name of a row."""
    return mention.kind in {Kind.SUBJECT, Kind.COMPONENT, Kind.TOTAL} or (mention.kind is Kind.GROUP and mention.key in {"all_provinces", "all_ministries"})
