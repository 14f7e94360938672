"""Tables flattened into lines of text, as pages show them to a reader: found by the look of their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.mentions.types import Kind, Mention
from pipelines.rules import captions, cells, heads, rows, tables
from pipelines.rules.cells import Cell, Span
from pipelines.rules.heads import Column
from pipelines.rules.rows import RowHead
from pipelines.rules.scene import Scene
from pipelines.rules.tables import Row, Told

_ORDINAL = re.compile(r"[ \t|]*(\d{1,3})[.)]?[ \t|:-]+(?!\d)")
_PROSE = re.compile(
    r"(?<!\w)(?:điểm|hạng|bậc|thứ|đạt|xếp|đứng|tăng|giảm|với|là|và|của|năm \d{4} (?:đạt|là))(?!\w)|[:;]"
)
_LAST_WORDS = re.compile(
    r"(?:đạt|xếp|hạng|thứ|tăng|giảm|là|còn|lên|trên|dưới|khoảng|hơn|với|số|top|nhóm|từ|đến|và|năm|tháng|ngày|of|to|from|by|in)$"
)
_HEAD_LINES = 5
_LONGEST = 220


@dataclass(slots=True)
class FlatTable:
    """A table found in the text: its lines, and the lines above it."""

    start: int
    end: int
    rows: list[Span]
    above: list[Span]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that looks like a row: its ordinal, the span of its name, its numbers, None for missing ones."""

    ordinal: Cell | None
    name: Span
    slots: list[Cell | None]
    known: bool


def line_spans(text: str) -> list[Span]:
    """The half-open spans of the lines that hold anything, without the spaces around them."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(cells.trimmed(text, start, start + len(line)))
        start += len(line) + 1
    return spans


def find(scene: Scene, lines: Sequence[Span]) -> list[FlatTable]:
    """The tables of a text: two or more neighbouring lines that look like rows, those of unknown names among them."""
    looks = [_line(scene, span) for span in lines]
    result: list[FlatTable] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and looks[end] is not None:
            end += 1
        kept = _kept(looks[at:end])
        if kept is not None:
            first, last = at + kept[0], at + kept[1]
            above = list(lines[max(0, first - _HEAD_LINES) : first])
            result.append(FlatTable(lines[first][0], lines[last][1], list(lines[first : last + 1]), above))
        at = max(end, at + 1)
    return result


def _kept(looks: Sequence[Line | None]) -> tuple[int, int] | None:
    """The first and last row of a run of lines: unknown names only with as many numbers as known ones."""
    known = [at for at, one in enumerate(looks) if one is not None and one.known]
    if len(known) < 2:
        return None
    widths = {len(one.slots) for at in known if (one := looks[at]) is not None}
    fits = [one is not None and (one.known or (len(one.slots) in widths and bool(one.slots))) for one in looks]
    first, last = known[0], known[-1]
    while first > 0 and fits[first - 1]:
        first -= 1
    while last + 1 < len(looks) and fits[last + 1]:
        last += 1
    return first, last


def _line(scene: Scene, span: Span) -> Line | None:
    """The row that a line looks like: a name between numbers, hardly any other word; None where it looks like prose."""
    start, end = span
    if end - start > _LONGEST:
        return None
    match = _ORDINAL.match(scene.clean.text, start, end)
    ordinal = Cell(match.start(1), match.end(1), float(match.group(1))) if match else None
    begin = _after_marks(scene, match.end() if match else start, end)
    named = _name_at(scene, begin, end)
    slots = cells.slots(scene.clean, named.end if named else begin, end, scene.points)
    numbers = [one for one in slots if one is not None]
    if not numbers and (ordinal is None or named is None or slots):
        return None
    first = min((one.start for one in numbers), default=end)
    rest = scene.clean.lower[named.end if named else first : end]
    if (
        _PROSE.search(rest)
        or len(re.sub(r"[\d.,%+\-/|\s()*▲▼↑↓]+", " ", rest).strip()) > 24
        or rest.rstrip().endswith(".")
    ):
        return None
    if named is not None:
        longer = named.kind is Kind.SUBJECT and named.unit in {"department", "commune"} and first < end
        name = cells.trimmed(scene.clean.text, named.start, first) if longer else (named.start, named.end)
        return Line(ordinal, name, slots, known=True)
    name = cells.trimmed(scene.clean.text, begin, first)
    return _unnamed(scene, ordinal, name, slots)


def _unnamed(scene: Scene, ordinal: Cell | None, name: Span, slots: list[Cell | None]) -> Line | None:
    """The row whose name no list has: a measure, a mean, or an unknown name; None where the words are prose."""
    text = scene.text(name)
    if not 2 < len(text) < 90 or ":" in text or not re.search(r"[^\W\d_]{2}", text):
        return None
    head = rows.read(scene, name)
    if head.known and not head.skipped and not (head.measure and head.measure.kind in {"foreign", "other"}):
        return Line(ordinal, name, slots, known=True)
    return None if _LAST_WORDS.search(text) else Line(ordinal, name, slots, known=False)


def _after_marks(scene: Scene, start: int, end: int) -> int:
    """Where a line goes on behind bullets and quotation marks."""
    lead = re.compile(r"[ \t|\"'\-+*•]*").match(scene.clean.text, start, end)
    return lead.end() if lead else start


def _name_at(scene: Scene, begin: int, end: int) -> Mention | None:
    """The mention that names a row: at the beginning of the line, or behind a short head word."""
    for one in scene.inside(max(0, begin - 2), end):
        if one.start > begin + 2:
            return None
        if one.kind in {Kind.SUBJECT, Kind.COMPONENT, Kind.TOTAL}:
            return one
        if one.kind is Kind.GROUP and one.key in {"all_provinces", "all_ministries"}:
            return one
        if one.kind is Kind.YEAR and one.quote_start <= begin:
            return one
    return next((one for one in scene.inside(begin, end) if one.kind is Kind.YEAR and one.quote_start == begin), None)


def read(scene: Scene, table: FlatTable) -> Told:
    """What a table tells; nothing where its head does not fit its rows."""
    lines = [line for span in table.rows if (line := _line(scene, span)) is not None]
    named = [_head(scene, line) for line in lines]
    widths = [len(line.slots) for line, head in zip(lines, named, strict=True) if head.known]
    if not widths:
        return Told([])
    width = max(dict.fromkeys(widths), key=widths.count)
    numbered = any(line.ordinal for line in lines)
    columns, lead_rank, used = _columns(scene, table, width, numbered)
    if columns is None:
        return Told([], settled=width > 1)
    scene = replace(scene, caption=captions.above(scene.clean, table.above[:-used][-2:], scene.found))
    unit = next((one.unit for one in columns if one.unit), "")
    whole = rows.completed(scene, named, unit)
    values = heads.carried(dict(enumerate(one for one in columns if one.kind not in {"name", "ordinal"})))
    sheet_rows = [
        Row(head, line.ordinal, {at: (cell,) for at, cell in zip(places, line.slots, strict=True) if cell is not None})
        for line, head in zip(lines, whole, strict=True)
        if head.known and (places := _places(head, line, values)) is not None
    ]
    sheet = tables.sheet_of(scene, (table.start, table.end), values, sheet_rows, lead_rank=lead_rank)
    found = tables.facts(scene, sheet)
    return Told(found, rows.majority(whole), bool(found) or width > 1 or tables.is_of_other_measure(scene, sheet))


def _places(head: RowHead, line: Line, columns: dict[int, Column]) -> list[int] | None:
    """The columns of the numbers of a line; the mean of a group has no places. None where their number does not fit."""
    levels = [at for at, one in columns.items() if one.kind in {"score", "percent", "level"}]
    group = head.mean or (head.subject is not None and head.subject.unit == "group")
    for places in (list(columns), levels if group else []):
        if len(places) == len(line.slots):
            return places
    return None


def _head(scene: Scene, line: Line) -> RowHead:
    """The head of a line's name."""
    head = rows.read(scene, line.name)
    if head.known or not line.known:
        return head
    mention = _name_at(scene, *line.name)
    if mention is None or mention.kind not in {Kind.SUBJECT, Kind.GROUP} or line.name[1] - mention.end > 6:
        return head
    return replace(head, subject=scene.subject_of(mention))


def _columns(scene: Scene, table: FlatTable, width: int, ordinals: bool) -> tuple[list[Column] | None, bool, int]:
    """The columns of the head that fits, whether the ordinal before the names is the rank, and how many lines it has.

    A head that says the same of two columns is only the lower part of one, if more lines make a head that fits too.
    """
    best: tuple[list[Column] | None, bool, int] = (None, False, 0)
    for depth in range(1, len(table.above) + 1):
        head = table.above[-depth:]
        if scene.clean.text[slice(*head[0])].rstrip().endswith((".", ";")):
            break
        inside = scene.inside(head[0][0], head[-1][1])
        for apart in (False, True):
            columns = heads.split(scene.clean, head[0][0], head[-1][1], inside, apart=apart)
            fitted = _fit(columns, width, ordinals)
            if fitted is None:
                continue
            if not _says_twice(fitted[0]):
                return *fitted, depth
            best = best if best[0] is not None else (*fitted, depth)
    return best


def _says_twice(columns: Sequence[Column]) -> bool:
    """Whether two columns of values have heads that say the same."""
    said = [
        (one.kind, one.year, one.index, one.component and one.component.key)
        for one in heads.carried(dict(enumerate(columns))).values()
        if one.kind in {"rank", "score", "percent", "level"}
    ]
    return len(set(said)) < len(said)


def _fit(columns: list[Column], width: int, ordinals: bool) -> tuple[list[Column], bool] | None:
    """The columns of values in order where their number is that of the cells, None where it is not."""
    names = [at for at, column in enumerate(columns) if column.kind == "name" and not column.component]
    before = columns[: names[0]] if names else []
    unit = [replace(columns[names[0]], kind="name")] if names else []
    ordinal = any(column.kind == "ordinal" for column in before)
    lead_rank = ordinals and any(column.kind == "rank" for column in before) and not ordinal
    if lead_rank:
        columns = [column for column in columns if column not in before]
    elif names:
        columns = columns[names[0] :]
    values = [column for column in columns if column.kind not in {"ordinal", "name"}]
    for chosen in (values, [column for column in values if column.kind != "other"]):
        if len(chosen) == width and (width or lead_rank):
            return chosen + unit, lead_rank
        spread = _spread_years(chosen, width)
        if spread:
            return spread + unit, lead_rank
    return None


def _spread_years(columns: list[Column], width: int) -> list[Column] | None:
    """The columns below a row of years: each year stands over as many of them as the others."""
    bare = [
        column.kind == "level" and bool(column.year) and not column.component and not column.index for column in columns
    ]
    years = [column.year for column, alone in zip(columns, bare, strict=True) if alone]
    rest = [column for column, alone in zip(columns, bare, strict=True) if not alone]
    if len(years) < 2 or len(rest) != width or width % len(years):
        return None
    each = width // len(years)
    return [replace(column, year=column.year or years[at // each]) for at, column in enumerate(rest)]
