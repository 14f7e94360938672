"""Rows of tables to facts: what the head of a row and the head of a column say together of the number where they meet.

An ordinal column ("TT", "STT") is no rank, unless a note beside the table says that it is, or the list is called a
ranking and its values fall from row to row. A number whose heads leave its unit open is read only where notes or
numbers decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import columns as units
from pipelines.rules import heads, trust
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
    lead: Column | None = None
    """The head of the numbers before the names, where it says that they are ranks."""
    subjects: dict[int, Subject] = field(default_factory=dict)
    """The subject of each column whose head names one."""
    labels: dict[int, str] = field(default_factory=dict)
    """The component of each column whose head names one."""
    stated: bool = False
    """Whether the heads name the index themselves."""


class Told(NamedTuple):
    """What the reading of a table gives."""

    facts: list[Fact]
    unit: str | None = None
    """The type of the subjects of its rows."""
    settled: bool = False
    """Whether it was understood, so that its lines are no prose, whether it states anything or not."""
    reason: str = "its table states nothing of an index that is read"
    """Why it states nothing, where it does not."""


_NAMED = frozenset({"province", "ministry", "district", "commune", "department"})
_MOST = 100
"""No level of an index is above this, but for those whose maximum is stated."""


def sheet_of(
    scene: Scene, span: Span, columns: dict[int, Column], rows: list[Row], *, lead: Column | None = None
) -> Sheet:
    """The sheet of these columns and rows, with what the heads of its columns name."""
    columns = heads.in_company(columns, {scene.caption.index, scene.context.index, *(row.head.index for row in rows)})
    stated = any(column.index for column in columns.values()) or any(row.head.index for row in rows)
    subjects, labels = units.subjects(scene, columns), units.labels(scene, columns)
    return Sheet(span, columns, rows, lead, subjects, labels, stated)


def is_of_other_measure(scene: Scene, sheet: Sheet) -> bool:
    """Whether a table tells counts, shares or another ranking: its heads or caption say so, and none names an index.

    What is aimed at is no result, whatever its index.
    """
    if scene.caption.target:
        return True
    if sheet.stated:
        return False
    strange = any(column.kind == "foreign" for column in sheet.columns.values()) or scene.caption.foreign
    index = scene.caption.index
    return (index or scene.context.index) in (None, "other") or (strange and index is None)


OF_OTHER_MEASURE = "its table is of another measure, or of targets"


def facts(scene: Scene, sheet: Sheet) -> list[Fact]:
    """The facts of a table; none where it is of another measure."""
    return [] if is_of_other_measure(scene, sheet) else list(_SheetReader(scene, sheet).facts())


class _SheetReader:
    """A table being read: its columns with their units, its maxima, what its ordinals mean."""

    def __init__(self, scene: Scene, sheet: Sheet) -> None:
        self.scene = scene
        self.sheet = sheet
        written = {at: [row.cells[at][0] for row in sheet.rows if row.cells.get(at)] for at in sheet.columns}
        self.shares = units.shares(scene, sheet.span)
        named = [row.head.index for row in sheet.rows]
        told = units.told_apart(scene, units.of_counts(scene, sheet.columns))
        self.columns = units.decided(scene, told, written, named)
        self.maxima = {at: group[0].number for row in sheet.rows if _is_maximum(row) for at, group in row.cells.items()}
        self.named = any(row.head.subject is not None and row.head.subject.unit in _NAMED for row in sheet.rows)
        self.named = self.named and not any(row.head.component or row.head.year or row.head.total for row in sheet.rows)
        self.ordinal_confidence = self._ordinal_confidence()

    def facts(self) -> Iterator[Fact]:
        """The facts of all rows in order."""
        for row in self.sheet.rows:
            if row.head.skipped or _is_maximum(row) or (self.named and row.head.subject is None):
                continue
            if self.ordinal_confidence and row.ordinal is not None and row.head.subject is not None:
                cell = replace(row.ordinal, end=max(row.head.end, row.ordinal.end))
                shown = cell if row.ordinal.start < row.head.start else row.ordinal
                component = self._caption_component(row) or "total"
                lead = self.sheet.lead or Column("rank")
                yield from self._fact(row, shown, lead, "rank", component, lead.out_of, self.ordinal_confidence)
            for at in sorted(row.cells):
                yield from self._cell_facts(row, at)

    def _cell_facts(self, row: Row, at: int) -> Iterator[Fact]:
        """The facts of one cell, which may hold a level and a place."""
        column = _met(self.columns.get(at), row.head)
        if column is None or column.kind in {"ordinal", "maximum", "other", "foreign"}:
            return
        if column.component is not None and at not in self.sheet.labels:
            return
        subject = self.sheet.subjects.get(at)
        own = replace(row, head=replace(row.head, subject=subject)) if subject is not None else row
        component = self.sheet.labels.get(at) or row.head.component or self._caption_component(row) or "total"
        for cell in row.cells[at]:
            metric, signed = self._metric(column, cell, row)
            if metric is not None:
                shown = self._beside(row, at, signed) if metric == "rank" else signed
                limit = self._limit(row, at, column, metric)
                yield from self._fact(own, shown, column, metric, component, limit, trust.of_table())
            if cell.aside is not None and metric is not None:
                yield from self._aside_facts(own, cell.aside, column, metric, component)

    def _aside_facts(self, row: Row, aside: Cell, column: Column, metric: str, component: str) -> Iterator[Fact]:
        """The fact of a bracket behind a number: the place of a level, or its change."""
        if aside.signed:
            metric = "rank_change" if metric == "rank" or aside.said == "places" else f"{metric}_change"
        elif aside.said == "rank" or self._is_place(column):
            metric = "rank"
        else:
            return
        yield from self._fact(row, aside, column, metric, component, None, trust.of_table())

    def _is_place(self, column: Column) -> bool:
        """Whether the numbers in brackets behind the levels of a column are places."""
        return self.scene.caption.ranked or units.aside_is_rank(self.scene, self.sheet.span, column)

    def _limit(self, row: Row, at: int, column: Column, metric: str) -> float | None:
        """The maximum of a score or the field of a rank, where a head or another cell states it."""
        if metric == "rank":
            return column.out_of
        own = next(
            (
                row.cells[at][0].number
                for at, one in self.columns.items()
                if one.kind == "maximum" and row.cells.get(at)
            ),
            None,
        )
        return (own or self.maxima.get(at)) if metric == "score" else None

    def _beside(self, row: Row, at: int, cell: Cell) -> Cell:
        """The place with the level right before it, so that its quote shows both."""
        column = self.columns.get(at - 1, Column("other"))
        level = column.kind in {"level", "score", "percent"} and row.head.measure is None
        before = row.cells.get(at - 1) if level else None
        near = before is not None and before[0].end < cell.start and cell.start - before[0].end < 4
        return replace(cell, start=before[0].start) if before and near else cell

    def _metric(self, column: Column, cell: Cell, row: Row) -> tuple[str | None, Cell]:
        """What a cell measures, and the cell with its sign; no metric where the number cannot be it."""
        whole = not cell.decimal and not cell.percent
        if cell.said == "rank" or column.kind == "rank":
            return ("rank" if whole and cell.number > 0 and not cell.signed else None), cell
        if column.kind == "change" or cell.said == "places":
            return self._change(column, cell, row)
        if cell.signed or cell.number > (cell.out_of or _MOST):
            return None, cell
        if cell.percent or column.kind == "percent" or (column.kind == "level" and self._is_share(row, column)):
            return "percent", cell
        return "score", cell

    def _is_share(self, row: Row, column: Column) -> bool:
        """Whether the index of a cell is told in percent."""
        return units.is_share(self._index(row, column), self.shares)

    def _change(self, column: Column, cell: Cell, row: Row) -> tuple[str | None, Cell]:
        """What a change is of, and the cell with its sign: written, of the head, or told by the places of the row."""
        if cell.number == 0:
            return None, cell
        places = cell.said == "places" or (column.places and not cell.decimal and not cell.percent)
        if not places and not (column.percent or column.points or cell.percent or cell.decimal):
            places = not any(one.kind == "change" and one is not column and one.places for one in self.columns.values())
        if places:
            return "rank_change", replace(cell, number=self._direction(column, cell, row) * abs(cell.number))
        shares = cell.percent or column.percent or (not column.points and self._tells_shares(row, column))
        sign = 1 if cell.signed or not column.direction else column.direction
        return "percent_change" if shares else "score_change", replace(cell, number=sign * cell.number)

    def _tells_shares(self, row: Row, column: Column) -> bool:
        """Whether the levels of a row are percents, so that their change is in percentage points."""
        written = any(cell.percent for group in row.cells.values() for cell in group)
        headed = any(one.kind == "percent" for one in self.columns.values())
        open_ = any(one.kind == "level" for one in self.columns.values())
        return written or headed or (open_ and row.head.measure is None and self._is_share(row, column))

    def _direction(self, column: Column, cell: Cell, row: Row) -> int:
        """The sign of a change of places: what the two places of the row tell goes before what is written."""
        ranks = {
            one.year: row.cells[at][0].number
            for at, one in self.columns.items()
            if one.kind == "rank" and one.year and row.cells.get(at)
        }
        if len(ranks) == 2:
            older, newer = (ranks[year] for year in sorted(ranks))
            if abs(older - newer) == abs(cell.number):
                return 1 if older > newer else -1
        return (1 if cell.number > 0 else -1) if cell.signed else column.direction or 1

    def _index(self, row: Row, column: Column) -> str | None:
        """The index of a cell."""
        return row.head.index or column.index or self.scene.caption.index or self.scene.context.index

    def _fact(
        self, row: Row, cell: Cell, column: Column, metric: str, component: str, limit: float | None, confidence: float
    ) -> Iterator[Fact]:
        """The fact of one cell, none where no subject or index is in force, or the mean of a group is given a place."""
        subject, index = row.head.subject or self._own_subject(), self._index(row, column)
        place = metric in {"rank", "rank_change"}
        if subject is None or index in (None, "other") or (subject.unit == "group" and place):
            return
        year = row.head.year or column.year or self.scene.caption.year or self.scene.context.year
        compared = column.vs_year or (year - 1 if year else None)
        out_of = cell.out_of or (limit if limit is not None and limit >= cell.number else None)
        yield Fact(
            str(index), year, subject, component, metric, cell.number, cell.start, cell.end, "table.cell", confidence,
            out_of if metric in {"score", "rank"} else None, "=", compared if metric.endswith("_change") else None,
            self._scope(cell) if column.local else None,
        )  # fmt: skip

    def _scope(self, cell: Cell) -> str:
        """The region of a column of regional places: that of the caption, else the last one named above."""
        if self.scene.caption.region:
            return self.scene.caption.region
        above = (one for one in self.scene.inside(0, cell.start) if one.kind is Kind.SUBJECT and one.unit == "region")
        return next((one.key for one in reversed(list(above))), "vùng")

    def _own_subject(self) -> Subject | None:
        """Whom a table without names of subjects is about: its caption's subject, else the one in force."""
        context, mention = self.scene.context, self.scene.caption.subject
        if mention is not None and (subject := self.scene.subject_of(mention)):
            return subject
        if context.subjects:
            return context.subjects[0]
        return context.focus or (Subject(context.home, "province") if context.home else None)

    def _caption_component(self, row: Row) -> str | None:
        """The component that the caption names, where no head names any."""
        mention = self.scene.caption.component
        named = self.sheet.labels or row.head.total or any(one.head.component for one in self.sheet.rows)
        return None if mention is None or named else self.scene.label(mention, row.head.index)

    def _ordinal_confidence(self) -> float:
        """How sure the ordinals are ranks: by head, note, or name and order of the list; 0 where they are none."""
        if self.sheet.lead is not None or units.ordinal_is_rank(self.scene, self.sheet.span):
            return 0.95
        if not self.scene.caption.ranking or any(column.kind == "rank" for column in self.columns.values()):
            return 0.0
        named = [row for row in self.sheet.rows if row.head.subject is not None and row.ordinal is not None]
        ordinals = [int(row.ordinal.number) for row in named if row.ordinal is not None]
        levels = [at for at, one in self.columns.items() if one.kind in {"score", "percent", "level"}]
        levels = [at for at in levels if at not in self.sheet.labels]
        if len(named) < 3 or ordinals != list(range(1, len(named) + 1)) or not levels:
            return 0.0
        values = [row.cells[levels[-1]][0].number for row in named if row.cells.get(levels[-1])]
        falling = values == sorted(values, reverse=True) and len(set(values)) > 1
        return 0.7 if falling and len(values) == len(named) else 0.0


def _met(column: Column | None, head: RowHead) -> Column | None:
    """What a column holds in a row: the row decides where it names a measure and the column leaves it open."""
    measure = head.measure
    if column is None or measure is None or measure.kind == "level":
        return column
    if column.kind == "change":
        places, percent = column.places or measure.kind == "rank", column.percent or measure.kind == "percent"
        return replace(column, places=places, percent=percent)
    if column.kind in {"level", "name", "score"} or measure.kind == "other":
        return replace(
            column, kind=measure.kind, places=measure.places, percent=measure.percent, points=measure.points,
            direction=measure.direction, out_of=measure.out_of, vs_year=measure.vs_year,
        )  # fmt: skip
    return column


def _is_maximum(row: Row) -> bool:
    """Whether a row gives the maxima of its columns."""
    return row.head.measure is not None and row.head.measure.kind == "maximum"
