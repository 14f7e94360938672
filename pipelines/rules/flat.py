"""Tables flattened into lines of text, as pages show them to a reader: found by the look of their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.mentions.types import Kind
from pipelines.rules import alignment, captions, contents, heads, lines, rows, tables
from pipelines.rules import columns as units
from pipelines.rules.alignment import Alignment
from pipelines.rules.cells import Span
from pipelines.rules.contents import Content
from pipelines.rules.heads import Column
from pipelines.rules.lines import Line
from pipelines.rules.rows import RowHead
from pipelines.rules.scene import Scene
from pipelines.rules.tables import Row, Sheet, Told

_HEAD_LINES = 8
_MOST_SECTIONS = 2


@dataclass(slots=True)
class FlatTable:
    """A table found in the text: its lines, those without rows being headings of the rows below, and what is above."""

    start: int
    end: int
    lines: list[tuple[Span, list[Line]]]
    above: list[Span]


def find(scene: Scene, spans: Sequence[Span]) -> list[FlatTable]:
    """The tables of a text: two or more neighbouring lines that look like rows, those of unknown names among them."""
    found = lines.rows_of(scene, spans)
    result: list[FlatTable] = []
    at = 0
    while at < len(found):
        end = _end_of_run(scene, found, at)
        kept = _kept([one for _, one in found[at:end]])
        if kept is not None:
            first, last = at + kept[0], at + kept[1]
            first -= int(first > 0 and lines.is_heading(scene, found[first - 1][0]))
            above = [span for span in spans if span[1] <= found[first][0][0]][-_HEAD_LINES:]
            result.append(FlatTable(found[first][0][0], found[last][0][1], found[first : last + 1], above))
        at = max(end, at + 1)
    return result


def _end_of_run(scene: Scene, found: Sequence[tuple[Span, list[Line]]], at: int) -> int:
    """Where a run of rows ends that may have headings of groups, or notes, before rows of a width that it has."""
    end, widths = at, set[int]()
    for place in range(at, len(found)):
        span, some = found[place]
        if some and (place == end or {len(one.slots) for one in some} & widths):
            widths |= {len(one.slots) for one in some}
            end = place + 1
        elif some or not widths or place - end >= _MOST_SECTIONS or not lines.is_section(scene, span):
            break
    return end


def _kept(looks: Sequence[list[Line]]) -> tuple[int, int] | None:
    """The first and last row of a run of lines: unknown names only with as many numbers as known ones."""
    known = [at for at, found in enumerate(looks) if any(one.known for one in found)]
    if len(known) < 2:
        return None
    widths = {len(one.slots) for at in known for one in looks[at] if one.known}
    fits = [
        not found or any(one.known or (len(one.slots) in widths and bool(one.slots)) for one in found)
        for found in looks
    ]
    first, last = known[0], known[-1]
    while first > 0 and fits[first - 1]:
        first -= 1
    while last + 1 < len(looks) and fits[last + 1]:
        last += 1
    return first, last


def read(scene: Scene, table: FlatTable) -> Told:
    """What a table tells; nothing where its head does not fit its rows."""
    found = _with_parts(table.lines)
    named = [_head(scene, line) for line in _flat(found)]
    widths = [len(line.slots) for line, head in zip(_flat(found), named, strict=True) if head.known and not line.sub]
    if not widths:
        return Told([])
    width = max(dict.fromkeys(widths), key=widths.count)
    looks = _contents(_flat(found), width)
    head = alignment.over(scene, table.above, looks, twice=any(len(some) > 1 for _, some in found))
    if head.alignment is None:
        return Told([], settled=width > 1, reason=head.reason)
    scene = replace(scene, caption=captions.above(scene.clean, table.above[: -head.lines][-2:], scene.found))
    unit = next((one.unit for one in head.alignment.columns if one.unit and one.kind == "name"), "")
    whole = rows.completed(scene, named, unit)
    sheet = _sheet(scene, (table.above[-head.lines][0], table.end), found, whole, head.alignment, looks)
    facts = tables.facts(scene, sheet)
    other = not facts and tables.is_of_other_measure(scene, sheet)
    told = Told(facts, rows.majority(whole), bool(facts) or other or width > 1)
    return told._replace(reason=tables.OF_OTHER_MEASURE) if other else told


def _flat(found: Sequence[tuple[Span, list[Line]]]) -> list[Line]:
    """The rows of all lines."""
    return [line for _, some in found for line in some]


def _sheet(
    scene: Scene,
    span: Span,
    found: Sequence[tuple[Span, list[Line]]],
    whole: Sequence[RowHead],
    aligned: Alignment,
    looks: Sequence[Content],
) -> Sheet:
    """The table with its columns known and its rows named."""
    columns = _of_values(scene, aligned, looks)
    lead = aligned.columns[0] if looks[0].role == "ordinal" and aligned.columns[0].kind == "rank" else None
    return tables.sheet_of(scene, span, columns, list(_rows(scene, found, whole, columns)), lead=lead)


def _with_parts(found: Sequence[tuple[Span, list[Line]]]) -> list[tuple[Span, list[Line]]]:
    """The lines, those with arabic numbers made parts where rows with roman ones have numbers too: "1" below "I"."""
    if not any(line.roman and line.slots for _, some in found for line in some):
        return list(found)
    return [
        (span, [replace(one, sub=one.sub or bool(one.ordinal and not one.roman)) for one in some])
        for span, some in found
    ]


def _rows(
    scene: Scene, found: Sequence[tuple[Span, list[Line]]], whole: Sequence[RowHead], columns: dict[int, Column]
) -> Iterator[Row]:
    """The rows of a table with their numbers by column; those that no name or too few columns have are left out."""
    above, at = RowHead(*found[0][0]), 0
    for span, some in found:
        if not some:
            above = rows.section_head(scene, span, above)
        for line in some:
            head = rows.below(whole[at], above) if whole[at].known else whole[at]
            at += 1
            places = _places(head, line, columns)
            if head.known and not line.sub and places is not None:
                pairs = zip(places, line.slots, strict=True)
                yield Row(head, line.ordinal, {place: (cell,) for place, cell in pairs if cell is not None})


def _places(head: RowHead, line: Line, columns: dict[int, Column]) -> list[int] | None:
    """The columns of the numbers of a line; the mean of a group has no places. None where their number does not fit."""
    if len(columns) == len(line.slots):
        return list(columns)
    return units.of_group(columns, len(line.slots)) if head.of_group else None


def _head(scene: Scene, line: Line) -> RowHead:
    """The head of a line's name."""
    head = rows.read(scene, line.name)
    if head.known or not line.known:
        return head
    mention = line.named
    if mention is None or mention.kind not in {Kind.SUBJECT, Kind.GROUP} or line.name[1] - mention.end > 6:
        return head
    return replace(head, subject=scene.subject_of(mention))


def _contents(found: Sequence[Line], width: int) -> list[Content]:
    """How the columns of a table look, from left to right: those of ordinals, of names, of numbers and of words."""
    whole = [line for line in found if len(line.slots) == width and not line.sub]
    patterns = [line.words for line in whole]
    words = max(dict.fromkeys(patterns), key=patterns.count)
    numbered = 2 * sum(line.ordinal is not None for line in whole) > len(whole)
    looks = [Content("ordinal")] if numbered else []
    looks.append(Content("name"))
    for at in range(width):
        looks += [Content("words")] if at in words else []
        following = [line.slots[at + 1] for line in whole] if at + 1 < width else []
        looks.append(contents.of_column([line.slots[at] for line in whole], following))
    return [*looks, Content("words")] if width in words else looks


def _of_values(scene: Scene, aligned: Alignment, looks: Sequence[Content]) -> dict[int, Column]:
    """The columns of numbers, numbered as the numbers of a line are."""
    pairs = zip(aligned.columns, looks, strict=True)
    values = dict(enumerate(column for column, look in pairs if look.role == "value"))
    return heads.carried(heads.without_unknown(scene.clean, values))
