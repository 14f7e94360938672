"""The tables of a document, found by their cells or their look, and read under the registers in force."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence

from pipelines.context import Context
from pipelines.document import Document
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import captions, cells, flat, grids, layouts, lines, rankings, vertical
from pipelines.rules.cells import Span
from pipelines.rules.facts import Fact, Refusal
from pipelines.rules.flat import FlatTable
from pipelines.rules.grids import Grid
from pipelines.rules.scene import Scene
from pipelines.text import Clean

_NEAR = 200
_NUMBERS = frozenset({Kind.VALUE, Kind.FRACTION, Kind.AMOUNT, Kind.RANK})
_LONGEST_LIST = 1000
"""How many lines a numbered list may have."""
_LEVELS = frozenset({"district", "commune", "department"})


class TableReader:
    """The tables of one text: found once, each read when the text comes to it."""

    def __init__(self, document: Document, text: Clean, found: Sequence[Mention], context: Context) -> None:
        self._text = text
        self._found = found
        self._lines = lines.line_spans(text.text)
        self._tables = self._find(document, context)
        self._read: set[int] = set()
        self._lists: set[int] = set()
        self._indexes: dict[int, str | None] = {}
        self.refusals: list[Refusal] = []
        """The numbers of tables that state nothing, each with the reason."""

    def _find(self, document: Document, context: Context) -> list[Grid | FlatTable]:
        """The tables of a page, lines with marks, cells on lines of their own, rows on lines; none overlaps another.

        They come in the order of the text.
        """
        scene = Scene(self._text, self._found, context)
        result: list[Grid | FlatTable] = [layouts.of_table(one, self._text.offset) for one in document.tables]
        result.sort(key=_start)
        free = [span for span in self._lines if not _covered(span, result)]
        looks: list[Grid | FlatTable] = [
            *layouts.delimited(self._text, [span for span in _whole_lines(self._text) if not _covered(span, result)]),
            *layouts.below_years(scene, free),
            *layouts.cards(self._text, free),
            *vertical.find(scene, free),
            *flat.find(scene, free),
        ]
        for look in looks:
            if not _covered((look.start, look.end), result):
                insort(result, look, key=_start)
        return result

    def at(self, start: int) -> bool:
        """Whether the line that starts here is part of a table that has been read, or a note of its sources."""
        place = bisect_right(self._tables, start, key=_start)
        while place > 0 and start - self._tables[place - 1].end < _NEAR:
            place -= 1
            one = self._tables[place]
            if id(one) in self._read and (start < one.end or self._is_source(one.end, start)):
                return True
        return False

    def _is_source(self, end: int, start: int) -> bool:
        """Whether a line tells the sources of a table that ends shortly before it."""
        source = self._text.lower.startswith(("nguồn:", "nguồn số liệu", "source:"), start)
        return source and 0 <= start - end < _NEAR

    def read(self, start: int, context: Context) -> list[Fact]:
        """The facts of the table that begins at a line, once; one that is not understood is left to be prose."""
        self._indexes[start] = context.index
        place = bisect_right(self._tables, start, key=_start) - 1
        table = self._tables[place] if place >= 0 else None
        if table is None or start >= table.end or id(table) in self._read:
            return [] if self.at(start) else self._ranks(start, context)
        scene = self._scene(table, context)
        told = grids.read(scene, table) if isinstance(table, Grid) else flat.read(scene, table)
        if not told.settled:
            del self._tables[place]
            return self._ranks(start, context)
        self._read.add(id(table))
        if not told.facts:
            self.refusals += [
                Refusal(one, told.reason) for one in scene.inside(table.start, table.end) if one.kind in _NUMBERS
            ]
        if told.facts and told.unit:
            context.level = told.unit if told.unit in _LEVELS else context.level
            context.last_ranked = told.unit
        return told.facts

    def _scene(self, table: Grid | FlatTable, context: Context) -> Scene:
        """What the table is read with: a paragraph of prose before it does not change the year of the article."""
        own = context.copy()
        if own.base_year is not None and not own.keeps_year:
            own.year = own.base_year
        behind = bisect_right(self._lines, table.start, key=lambda span: span[1])
        above = self._lines[max(0, behind - 2) : behind]
        if isinstance(table, FlatTable):
            # The head of such a table has been read as a heading, and may have named one index after the other.
            heads = (self._indexes[span[0]] for span in table.above[-2:] if span[0] in self._indexes)
            own.index = next(heads, own.index)
        caption = captions.above(self._text, above, self._found)
        points = cells.has_point_decimals(self._text, table.start, table.end)
        return Scene(self._text, self._found, own, caption, points)

    def _ranks(self, start: int, context: Context) -> list[Fact]:
        """The ranks of the numbered list that begins at a line, once."""
        place = bisect_right(self._lines, start, key=lambda span: span[1])
        if place == len(self._lines) or place in self._lists or not rankings.is_first(self._text, self._lines[place]):
            return []
        above = self._lines[max(0, place - 2) : place]
        scene = Scene(self._text, self._found, context, captions.above(self._text, above, self._found))
        if not rankings.is_announced(scene, above):
            return []
        self._lists.add(place)
        return rankings.ranks(scene, self._lines[place : place + _LONGEST_LIST])


def _whole_lines(text: Clean) -> list[Span]:
    """The lines that hold anything, with the tabs at their ends, which part cells too."""
    ends = [match.start() for match in re.finditer(r"\n", text.text)] + [len(text.text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if text.text[start:end].strip()]


def _start(table: Grid | FlatTable) -> int:
    """Where a table begins."""
    return table.start


def _covered(span: Span, tables: Sequence[Grid | FlatTable]) -> bool:
    """Whether a stretch of the text overlaps one of the tables, which are in order and do not overlap each other."""
    place = bisect_left(tables, span[1], key=_start)
    return place > 0 and span[0] < tables[place - 1].end
