"""The tables of a document, found by their cells or their look, and read under the registers in force."""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.context import Context
from pipelines.document import Document
from pipelines.mentions.types import Mention
from pipelines.rules import captions, cells, flat, grids, layouts, rankings
from pipelines.rules.cells import Span
from pipelines.rules.facts import Fact
from pipelines.rules.flat import FlatTable
from pipelines.rules.grids import Grid
from pipelines.rules.scene import Scene
from pipelines.text import Clean

_LEVELS = frozenset({"district", "commune", "department"})


class TableReader:
    """The tables of one text: found once, each read when the text comes to it."""

    def __init__(self, document: Document, text: Clean, found: Sequence[Mention], context: Context) -> None:
        self._text = text
        self._found = found
        self._lines = flat.line_spans(text.text)
        self._tables = self._find(document, context)
        self._read: set[int] = set()
        self._lists: set[int] = set()

    def _find(self, document: Document, context: Context) -> list[Grid | FlatTable]:
        """The tables of a page, lines with marks, cells on lines of their own, rows on lines; none overlaps another."""
        scene = Scene(self._text, self._found, context)
        result: list[Grid | FlatTable] = [layouts.of_table(table, self._text.offset) for table in document.tables]
        lines = [span for span in self._lines if not _covered(span, result)]
        for one in (
            *layouts.delimited(self._text, lines),
            *layouts.below_years(scene, lines),
            *layouts.vertical(scene, lines),
            *flat.find(scene, lines),
        ):
            if not _covered((one.start, one.end), result):
                result.append(one)
        return result

    def at(self, start: int) -> bool:
        """Whether the line that starts here is part of a table that has been read, or a note of its sources."""
        return any(one.start <= start < one.end for one in self._tables if id(one) in self._read)

    def read(self, start: int, context: Context) -> list[Fact]:
        """The facts of the table that begins at a line, once; a table that states nothing is left to be read as prose."""
        table = next((one for one in self._tables if one.start <= start < one.end and id(one) not in self._read), None)
        if table is None:
            return [] if self.at(start) else self._ranks(start, context)
        scene = self._scene(table, context)
        told = grids.read(scene, table) if isinstance(table, Grid) else flat.read(scene, table)
        if not told.settled:
            self._tables.remove(table)
            return self._ranks(start, context)
        self._read.add(id(table))
        if told.facts and told.unit in _LEVELS:
            context.level = told.unit
        return told.facts

    def _scene(self, table: Grid | FlatTable, context: Context) -> Scene:
        """What the table is read with: a paragraph of prose before it does not change the year of the article."""
        own = context.copy()
        if own.base_year is not None and not own.keeps_year:
            own.year = own.base_year
        above = [span for span in self._lines if span[1] <= table.start][-2:]
        caption = captions.above(self._text, above, self._found)
        points = cells.has_point_decimals(self._text, table.start, table.end)
        return Scene(self._text, self._found, own, caption, points)

    def _ranks(self, start: int, context: Context) -> list[Fact]:
        """The ranks of the numbered list that begins at a line, once."""
        place = next(
            (at for at, span in enumerate(self._lines) if span[0] <= start < span[1] or span[0] == start), None
        )
        if place is None or place in self._lists:
            return []
        scene = Scene(
            self._text, self._found, context, captions.above(self._text, self._lines[:place][-2:], self._found)
        )
        if not rankings.starts(scene, self._lines[place], self._lines[:place]):
            return []
        self._lists.add(place)
        return rankings.ranks(scene, self._lines[place:])


def _covered(span: Span, tables: Sequence[Grid | FlatTable]) -> bool:
    """Whether a stretch of the text overlaps a table."""
    return any(span[0] < one.end and one.start < span[1] for one in tables)
