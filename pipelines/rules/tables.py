"""Rows of tables to facts: what the head of a row and the head of a column say together of the number where they meet.

An ordinal column ("TT", "STT") is no rank, unless a note beside the table says that it is, or the list is called a ranking
and its values fall from row to row. A number whose heads leave its unit open is read only where notes or numbers decide.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import captions
from pipelines.rules.cells import Cell, Span
from pipelines.rules.facts import Fact
from pipelines.rules.heads import Column
from pipelines.rules.rows import RowHead
from pipelines.rules.scene import Scene


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its head, its ordinal, its numbers by column."""

    head: RowHead
    ordinal: Cell | None
    cells: Mapping[int, tuple[Cell, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Sheet:
    """A table with its columns known and its rows named."""

    span: Span
    columns: dict[int, Column]
    rows: list[Row]
    lead_rank: bool = False
    """Whether the number before the names has a head that says it is the rank."""
    subjects: dict[int, Subject] = field(default_factory=dict)
    """The subject of each column whose head names one."""
    labels: dict[int, str] = field(default_factory=dict)
    """The component of each column whose head names one."""
    stated: bool = False
    """Whether the heads name the index themselves."""


_MOST = 100
"""No level of an index is above this, but for those whose maximum is stated."""
_SHARES = ("sipas",)
"""Indexes that are always told in percent."""


def facts(scene: Scene, sheet: Sheet) -> list[Fact]:
    """The facts of a table; none where its heads count something else."""
    strange = any(column.kind == "foreign" for column in sheet.columns.values()) or scene.caption.foreign
    if strange and not (sheet.stated or scene.caption.index):
        return []
    columns = _decided(scene, sheet)
    maxima = _maxima(sheet)
    found: list[Fact | None] = []
    ordinal_confidence = _ordinal_confidence(scene, sheet, columns)
    for row in sheet.rows:
        if row.head.skipped or _is_maximum(row):
            continue
        if (
            ordinal_confidence
            and row.ordinal is not None
            and row.head.subject is not None
            and row.head.subject.unit != "group"
        ):
            ordinal = (
                replace(row.ordinal, end=max(row.head.end, row.ordinal.end))
                if row.ordinal.start < row.head.start
                else row.ordinal
            )
            found.append(_fact(scene, row, ordinal, Column("rank"), "rank", "total", ordinal_confidence, None))
        found += _row_facts(scene, sheet, columns, row, maxima)
    return [one for one in found if one is not None]


def _row_facts(
    scene: Scene, sheet: Sheet, columns: Mapping[int, Column], row: Row, maxima: Mapping[int, float]
) -> list[Fact | None]:
    """The facts of one row."""
    found: list[Fact | None] = []
    own_maximum = next(
        (row.cells[at][0].number for at, one in columns.items() if one.kind == "maximum" and row.cells.get(at)), None
    )
    for at, written in sorted(row.cells.items()):
        column = _met(columns.get(at), row.head)
        if column is None or column.kind in {"ordinal", "maximum", "other", "foreign"}:
            continue
        subject = sheet.subjects.get(at)
        own = replace(row, head=replace(row.head, subject=subject)) if subject is not None else row
        component = sheet.labels.get(at) or row.head.component or _caption_component(scene, sheet, row) or "total"
        for cell in written:
            metric, signed = _metric(column, cell, row, columns)
            if metric is not None:
                limit = (
                    (own_maximum or maxima.get(at))
                    if metric == "score"
                    else column.out_of
                    if metric == "rank"
                    else None
                )
                shown = replace(signed, end=cell.end) if metric != "rank" else _beside(row, at, signed)
                found.append(_fact(scene, own, shown, column, metric, component, 0.95, limit))
    return found


def _beside(row: Row, at: int, cell: Cell) -> Cell:
    """The place with the level right before it, so that its quote shows both."""
    before = row.cells.get(at - 1)
    if before and before[0].end < cell.start and cell.start - before[0].end < 4:
        return replace(cell, start=before[0].start)
    return cell


def _met(column: Column | None, head: RowHead) -> Column | None:
    """What a column holds in a row: the row decides where it names a measure and the column leaves it open."""
    measure = head.measure
    if column is None or measure is None or measure.kind == "level":
        return column
    if column.kind in {"level", "name", "score"} or measure.kind == "other":
        return replace(
            column, kind=measure.kind, places=measure.places, percent=measure.percent, points=measure.points,
            direction=measure.direction, out_of=measure.out_of, vs_year=measure.vs_year,
        )  # fmt: skip
    return column


def _metric(column: Column, cell: Cell, row: Row, columns: Mapping[int, Column]) -> tuple[str | None, Cell]:
    """What a cell measures, and the cell with its sign; no metric where the number cannot be it."""
    whole = not cell.decimal and not cell.percent
    if cell.said == "rank" or column.kind == "rank":
        return ("rank" if whole and cell.number > 0 and not cell.signed else None), cell
    if column.kind == "change" or cell.said == "places":
        return _change(column, cell, row, columns)
    if cell.signed or cell.number > (cell.out_of or _MOST):
        return None, cell
    if cell.percent or column.kind == "percent":
        return "percent", cell
    return "score", cell


def _change(column: Column, cell: Cell, row: Row, columns: Mapping[int, Column]) -> tuple[str | None, Cell]:
    """What a change is of, and the cell with its sign: written, said by the head, or told by the two places of the row."""
    if cell.number == 0:
        return None, cell
    places = cell.said == "places" or (column.places and not cell.decimal and not cell.percent)
    if not places and not (column.percent or column.points or cell.percent or cell.decimal):
        places = not any(one.kind == "change" and one is not column and one.places for one in columns.values())
    if places:
        return "rank_change", replace(cell, number=_direction(column, cell, row, columns) * abs(cell.number))
    sign = 1 if cell.signed or not column.direction else column.direction
    metric = "percent_change" if cell.percent or column.percent else "score_change"
    if metric == "score_change" and not column.points and any(one.kind == "percent" for one in columns.values()):
        metric = "percent_change"
    return metric, replace(cell, number=sign * cell.number)


def _direction(column: Column, cell: Cell, row: Row, columns: Mapping[int, Column]) -> int:
    """The sign of a change of places: what the two places of the row tell goes before what is written."""
    ranks = {
        one.year: row.cells[at][0].number for at, one in columns.items() if one.kind == "rank" and row.cells.get(at)
    }
    if len(ranks) == 2 and None not in ranks:
        newer, older = (ranks[year] for year in sorted(ranks, key=lambda year: -(year or 0)))
        if abs(older - newer) == abs(cell.number):
            return 1 if older > newer else -1
    if cell.signed:
        return 1 if cell.number > 0 else -1
    return column.direction or 1


def _fact(
    scene: Scene, row: Row, cell: Cell, column: Column, metric: str, component: str, confidence: float, limit: float | None
) -> Fact | None:  # fmt: skip
    """The fact of one cell, None where no subject or no index is in force, or the mean of a group is given a place."""
    subject = row.head.subject or _own_subject(scene)
    index = row.head.index or column.index or scene.caption.index or scene.context.index
    if subject is None or index in (None, "other") or (subject.unit == "group" and metric in {"rank", "rank_change"}):
        return None
    year = row.head.year or column.year or scene.caption.year or scene.context.year
    compared = column.vs_year or (year - 1 if year else None)
    out_of = cell.out_of or (limit if limit is not None and limit >= cell.number else None)
    scope = (scene.caption.region or "vùng") if column.local else None
    return Fact(
        str(index), year, subject, component, metric, cell.number, cell.start, cell.end, "table.cell", confidence,
        out_of if metric in {"score", "rank"} else None, "=", compared if metric.endswith("_change") else None, scope,
    )  # fmt: skip


def _own_subject(scene: Scene) -> Subject | None:
    """Whom a table without names of subjects is about: its caption's subject, else the one in force."""
    context = scene.context
    if scene.caption.subject is not None and (subject := scene.subject_of(scene.caption.subject)):
        return subject
    if context.subjects:
        return context.subjects[0]
    return context.focus or (Subject(context.home, "province") if context.home else None)


def _caption_component(scene: Scene, sheet: Sheet, row: Row) -> str | None:
    """The component that the caption names, where no head names any."""
    mention = scene.caption.component
    if mention is None or sheet.labels or row.head.total or any(one.head.component for one in sheet.rows):
        return None
    return scene.label(mention, row.head.index)


def _is_maximum(row: Row) -> bool:
    """Whether a row gives the maxima of its columns."""
    return row.head.measure is not None and row.head.measure.kind == "maximum"


def _maxima(sheet: Sheet) -> dict[int, float]:
    """The maximum of each column, where a row of maxima gives them."""
    return {at: cells[0].number for row in sheet.rows if _is_maximum(row) for at, cells in row.cells.items()}


def _decided(scene: Scene, sheet: Sheet) -> dict[int, Column]:
    """The columns whose heads leave the unit open, decided by notes of units, by the caption, and by their numbers."""
    shares = captions.percents(scene.clean, *sheet.span)
    decided = {}
    for at, column in sheet.columns.items():
        written = [row.cells[at][0] for row in sheet.rows if row.cells.get(at) and not row.head.skipped]
        index = column.index or scene.caption.index or scene.context.index
        decided[at] = _with_unit(scene, column, written, index, shares)
    return decided


def _with_unit(
    scene: Scene, column: Column, written: Sequence[Cell], index: str | None, shares: frozenset[str] | bool | None
) -> Column:
    """The column with its unit."""
    whole = bool(written) and all(
        not one.decimal and not one.percent and not one.signed and 0 < one.number < 200 for one in written
    )
    if column.kind == "rank" and written and all(one.decimal for one in written):
        return replace(column, kind="level")
    if column.kind != "level":
        return column
    open_head = column.component is None and not column.stated
    if (
        whole
        and open_head
        and (scene.caption.ranked or index in {"par_index", "sipas"})
        and max(one.number for one in written) <= 63
    ):
        return replace(column, kind="rank")
    percents = (
        shares is True or (isinstance(shares, frozenset) and index in shares) or (shares is None and index in _SHARES)
    )
    return replace(column, kind="percent") if percents else column


def _ordinal_confidence(scene: Scene, sheet: Sheet, columns: Mapping[int, Column]) -> float:
    """How sure the ordinals are ranks: by head or note, by the name of the list and its order; 0 where they are none."""
    if sheet.lead_rank or captions.ordinal_is_rank(scene.clean, *sheet.span):
        return 0.95
    if not scene.caption.ranking or any(column.kind == "rank" for column in columns.values()):
        return 0.0
    named = [row for row in sheet.rows if row.head.subject is not None and row.ordinal is not None]
    ordinals = [row.ordinal.number for row in named if row.ordinal is not None]
    levels = [
        at for at, column in columns.items() if column.kind in {"score", "percent", "level"} and at not in sheet.labels
    ]
    if len(named) < 3 or ordinals != [float(number) for number in range(1, len(named) + 1)] or not levels:
        return 0.0
    values = [row.cells[levels[-1]][0].number if row.cells.get(levels[-1]) else None for row in named]
    known = [value for value in values if value is not None]
    return 0.7 if len(known) == len(values) and known == sorted(known, reverse=True) and len(set(known)) > 1 else 0.0


def column_subjects(scene: Scene, columns: Mapping[int, Column]) -> dict[int, Subject]:
    """The subject of each column whose head names one."""
    subjects: dict[int, Subject] = {}
    for at, column in columns.items():
        for start, end in column.spans:
            inside = scene.inside(start, end)
            mean = any(one.kind is Kind.AVERAGE for one in inside)
            for one in inside:
                named = one.kind is Kind.SUBJECT and (
                    one.unit in {"province", "ministry"} and not one.weak or one.unit == "district"
                )
                if (named or (mean and one.kind is Kind.GROUP)) and (subject := scene.subject_of(one)):
                    subjects[at] = subject
    return subjects


def column_labels(scene: Scene, columns: Mapping[int, Column]) -> dict[int, str]:
    """The component of each column whose head names one."""
    named = {at: scene.label(one.component, one.index) for at, one in columns.items() if one.component is not None}
    return {at: text for at, text in named.items() if text}
