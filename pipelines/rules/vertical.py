"""Tables of pages that show a cell on each line: a name, as many cells as before, the next name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, takewhile

from pipelines.rules import alignment, cells, contents, heads, rows
from pipelines.rules import columns as units
from pipelines.rules.cells import Span
from pipelines.rules.contents import Content
from pipelines.rules.grids import Grid
from pipelines.rules.heads import Column
from pipelines.rules.scene import Scene

_UNFINISHED = re.compile(r"(?:[,\-]|(?<!\w)(?:và|của|thuộc|các|the|of|and))$")
_LONGEST = 90
_LONGEST_WORD = 22
_MOST_NAME_LINES = 3
_NEAR = 6
_WIDTHS = range(2, 15)
_LEAST_NUMBERED = 3
_LEAST_ROWS = 2
_JUDGED = 80
"""How many rows tell whether a head fits them; the others are only counted below one that does."""
_MOST_TRIES = 150
"""How often a head is set over rows: a page of such tables takes some fifty tries, what goes on and on is no table."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A row: the places of the first and last line of its name, and how many cells stand behind it."""

    first: int
    last: int
    values: int

    @property
    def after(self) -> int:
        """The place of the line behind the row."""
        return self.last + 1 + self.values


class _Lines:
    """The lines of a text as cells; what is asked of a line again and again is found out once."""

    def __init__(self, scene: Scene, spans: Sequence[Span]) -> None:
        self.scene = scene
        self.spans = spans
        self.tries = 0
        """How often a head was set over rows."""
        self.is_number = cache(self._is_number)
        self.is_worded = cache(self._is_worded)
        self.is_name = cache(self._is_name)
        self.stands_alone = cache(self._stands_alone)
        self.is_cell = cache(self._is_cell)
        self.is_of_subject = cache(self._is_of_subject)
        self.ordinal = cache(self._ordinal)

    def _is_number(self, at: int) -> bool:
        """Whether a line holds a number and nothing else."""
        return bool(cells.of_span(self.scene.clean, self.spans[at], self.scene.points))

    def _is_worded(self, at: int) -> bool:
        """Whether a line holds words, or a year, that may name a row."""
        text = self.scene.text(self.spans[at])
        short = self.spans[at][1] - self.spans[at][0] <= _LONGEST
        worded = re.search(r"[^\W\d_]{2}", text) is not None and not self.is_number(at)
        return short and (worded or self.is_year(at))

    def is_year(self, at: int) -> bool:
        """Whether a line holds a year and nothing else."""
        return cells.is_year(self.scene.clean, self.spans[at])

    def _is_name(self, at: int) -> bool:
        """Whether a line holds the known name of a row and nothing else."""
        if not self.is_worded(at):
            return False
        head = rows.read(self.scene, self.spans[at])
        return head.measure is None and bool(
            head.subject or head.component or head.year or (head.index and not self._is_head(at))
        )

    def is_measure(self, at: int) -> bool:
        """Whether a line may name a row by what it measures: a head word with a number below it."""
        following = at + 1 < len(self.spans) and self.is_number(at + 1)
        return following and self.is_worded(at) and rows.read(self.scene, self.spans[at]).measure is not None

    def _stands_alone(self, at: int) -> bool:
        """Whether a line is a year, a known name or a head of a column."""
        span = self.spans[at]
        if _UNFINISHED.search(self.scene.text(span)):
            return False
        head = heads.classify(self.scene.clean, *span, self.scene.inside(*span))
        return self.is_year(at) or self.is_name(at) or head.kind in heads.VALUES - {"level"} or bool(head.unit)

    def _is_head(self, at: int) -> bool:
        """Whether a line is the head of a column of names: "Lĩnh vực CCHC"."""
        span = self.spans[at]
        return bool(heads.classify(self.scene.clean, *span, self.scene.inside(*span)).unit)

    def _is_of_subject(self, at: int) -> bool:
        """Whether a line names a subject."""
        return rows.read(self.scene, self.spans[at]).subject is not None

    def _is_cell(self, at: int, *, named: bool = False) -> bool:
        """Whether a line can be a cell: a number, a mark for a missing one, a short word of a class, maybe a name."""
        span = self.spans[at]
        if self.is_number(at) or cells.is_missing(self.scene.clean, span):
            return True
        if named and self.is_of_subject(at):
            return True
        text = self.scene.text(span)
        return len(text) <= _LONGEST_WORD and not re.search(r"[.:;!?]|\d", text) and not self.is_name(at)

    def _ordinal(self, at: int) -> int | None:
        """The ordinal that a line holds, None where it holds anything else."""
        text = self.scene.text(self.spans[at]).strip(" .") if 0 <= at < len(self.spans) else ""
        return int(text) if text.isdecimal() and len(text) < 4 else None


def find(scene: Scene, spans: Sequence[Span]) -> list[Grid]:
    """The grids of a text whose cells stand on lines of their own."""
    lines = _Lines(scene, spans)
    names = [at for at in range(len(spans)) if lines.is_name(at)]
    grids = _named_by(lines, names)
    measures = [at for at in range(len(spans)) if lines.is_measure(at)]
    of_measures = _named_by(lines, sorted({*names, *measures})) if measures else []
    return grids + [one for one in of_measures if not any(_meet(one, other) for other in grids)]


def _meet(one: Grid, other: Grid) -> bool:
    """Whether two grids overlap."""
    return one.start < other.end and other.start < one.end


def _named_by(lines: _Lines, names: Sequence[int]) -> list[Grid]:
    """The grids whose rows are named by some of these lines."""
    lines.tries = 0
    grids: list[Grid] = []
    at = 0
    while at < len(names) - 1:
        # A head of indexes may look like the name of a row: of those that begin nearby the longest is the table.
        found = [grid for first in range(at, min(at + _NEAR, len(names) - 1)) if (grid := _from(lines, names, first))]
        if not found:
            at += _NEAR
            continue
        grid = max(found, key=lambda one: len(one.rows) * len(one.columns))
        grids.append(grid)
        at += sum(lines.spans[place][0] < grid.end for place in names[at:]) or 1
    return grids


def _from(lines: _Lines, names: Sequence[int], at: int) -> Grid | None:
    """The grid whose first name is one of the names, None where what stands between them are no cells."""
    steps = [later - earlier for earlier, later in zip(names[at:], names[at + 1 : at + 8], strict=False)]
    likely = sorted(steps, key=lambda one: -steps.count(one))
    # Between two known names there may be rows whose names no list has.
    parts = [step // rows_between for step in likely for rows_between in (2, 3) if step % rows_between == 0]
    # Names among the cells part a row: "PAR INDEX", "41/63", "Bộ Nội vụ".
    sums = [one + other for one, other in pairwise(steps)]
    for step in dict.fromkeys([*likely, *parts, *sums]):
        if step not in _WIDTHS or lines.tries > _MOST_TRIES:
            continue
        found = [one for lead in _leads(lines, names[at], step) if (one := _grid(lines, names[at], step, lead))]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return None


def _leads(lines: _Lines, name: int, step: int) -> tuple[int, ...]:
    """How many cells may stand before the names: an ordinal or none; where the first row has none it is open."""
    if step < _LEAST_NUMBERED or not _is_numbered(lines, name, step):
        return (0,)
    return (1,) if lines.ordinal(name - 1) is not None else (1, 0)


def _is_numbered(lines: _Lines, name: int, step: int) -> bool:
    """Whether a whole number of its own stands before the next name, and does before the one that follows."""
    first, second = lines.ordinal(name + step - 1), lines.ordinal(name + 2 * step - 1)
    if first is None:
        return False
    before = lines.ordinal(name - 1)
    if before is not None:
        return first > before
    return second is None or second > first


def _records(lines: _Lines, name: int, values: int, lead: int) -> Iterator[_Record]:
    """The rows from the first name on, each with its cells behind it; some may lack their ordinal."""
    record = _record(lines, name, values, lead)
    while record is not None:
        yield record
        starts = [record.after + lead, record.after] if lead else [record.after]
        record = next((one for at in starts if (one := _record(lines, at, values, lead))), None)


def _record(lines: _Lines, name: int, values: int, lead: int) -> _Record | None:
    """The row whose name begins there; of several the one behind which the next ordinal stands."""
    found = list(_choices(lines, name, values))
    own = lines.ordinal(name - 1)
    if lead and own is not None:
        found.sort(key=lambda one: lines.ordinal(one.after) != own + 1)
    return found[0] if found else None


def _choices(lines: _Lines, name: int, values: int) -> Iterator[_Record]:
    """The rows that may begin there: a name of one or more lines, and the cells behind it, at least one a number."""
    # Rows of indexes may hold who publishes them; those of subjects hold no other.
    named = name < len(lines.spans) and not lines.is_year(name) and not lines.is_of_subject(name)
    for last in range(name, min(name + _MOST_NAME_LINES, len(lines.spans) - values)):
        # What is a name, a year or a head alone is no part of a name.
        if not lines.is_worded(last) or (last > name and any(lines.stands_alone(at) for at in (last - 1, last))):
            return
        following = range(last + 1, last + 1 + values)
        numbers = [lines.is_number(at) for at in following]
        if any(numbers) and all(lines.is_cell(at, named=named) for at in following) and (last == name or numbers[0]):
            yield _Record(name, last, values)


def _grid(lines: _Lines, name: int, step: int, lead: int) -> tuple[float, Grid] | None:
    """The grid of the rows below their head, and how well that fits; a row without its ordinal has an empty cell."""
    following = _records(lines, name, step - 1 - lead, lead)
    records = list(islice(following, _JUDGED))
    if len(records) < _LEAST_ROWS:
        return None
    body = [_row(lines, record, lead) for record in records]
    first = records[0].first - (lead == 1 and body[0][0] is not None)
    looks = _contents(lines, body, lead)
    above = lines.spans[max(0, first - 2 * len(looks) - 2) : first]
    lines.tries += 1
    found = alignment.over(lines.scene, above, looks)
    if found.alignment is None or not any(one.stated for one in found.alignment.columns):
        return None
    records += following
    body += [_row(lines, record, lead) for record in records[len(body) :]]
    body += _row_of_mean(lines, records[-1].after, found.alignment.columns, lead)
    start, end = above[len(above) - found.lines][0], max(span[1] for span in body[-1] if span)
    return found.alignment.score, Grid(start, end, body, found.alignment.columns)


def _row_of_mean(lines: _Lines, at: int, columns: Sequence[Column], lead: int) -> list[list[Span | None]]:
    """The last row where it is a mean, which has no cells for its places; none where there is no such row."""
    if at >= len(lines.spans) or not rows.read(lines.scene, lines.spans[at]).of_group:
        return []
    numbers = list(takewhile(lines.is_number, range(at + 1, len(lines.spans))))
    places = units.of_group({place: one for place, one in enumerate(columns) if place > lead}, len(numbers))
    cells_of_row: list[Span | None] = [None] * len(columns)
    cells_of_row[lead] = lines.spans[at]
    for place, number in zip(places or [], numbers, strict=False):
        cells_of_row[place] = lines.spans[number]
    return [cells_of_row] if places else []


def _row(lines: _Lines, record: _Record, lead: int) -> list[Span | None]:
    """The cells of a row."""
    numbered = record.first > 0 and lines.is_number(record.first - 1)
    before: list[Span | None] = [lines.spans[record.first - 1] if numbered else None] if lead else []
    name = (lines.spans[record.first][0], lines.spans[record.last][1])
    return [*before, name, *lines.spans[record.last + 1 : record.after]]


def _contents(lines: _Lines, body: Sequence[Sequence[Span | None]], lead: int) -> list[Content]:
    """How the columns look."""
    looks = [Content("ordinal"), Content("name")] if lead else [Content("name")]
    scene = lines.scene
    values = [[cells.of_span(scene.clean, span, scene.points) for span in row[len(looks) :]] for row in body]
    columns = [[found[0] if found else None for found in column] for column in zip(*values, strict=True)]
    for at, column in enumerate(columns):
        following = columns[at + 1] if at + 1 < len(columns) else []
        looks.append(contents.of_column(column, following) if any(column) else Content("words"))
    return looks
