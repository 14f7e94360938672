"""Cells of tables: the number that a cell or a stretch of a line holds, and the marks that stand for a missing one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipelines.numbers import parse
from pipelines.text import Clean

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with its place and with what is written around it."""

    start: int
    end: int
    number: float
    decimal: bool = False
    percent: bool = False
    signed: bool = False
    out_of: float | None = None
    said: str = ""
    """The word at the number that tells what it is: `rank`, `places`, `points`."""
    aside: Cell | None = None
    """The number in a bracket behind it, a place or a change: "90,25 (3)", "12 (+2)"."""


_DOWN = "-▼↓▽"
_NUMBER = (
    r"(?P<sign>[+\-](?=\d)|[▲▼↑↓△▽] ?|(?:tăng|giảm|lên|xuống) )?(?P<number>\d{1,3}(?:[.,]\d{1,6})?)"
    r"(?: ?/ ?(?P<out_of>\d{1,3}(?:[.,]\d{1,2})?))?(?P<percent> ?%)?(?: ?(?P<unit>điểm|bậc|hạng)(?!\w))?"
)
_ASIDE = re.compile(rf" ?\((?:{_NUMBER}|[=\-])\)")
_ENDING_ASIDE = re.compile(rf"{_ASIDE.pattern}[ *.]*$")
_EMPTY = r"(?:-{1,3}|\.{2,}|…|x|n/a|kxh|\*|không có|không xếp hạng|chưa có|giữ nguyên|không đổi|không thay đổi)"
_SLOT = re.compile(
    rf"(?<![\w.,]){_NUMBER}(?![\w,/]|\.\d)|(?<![\w.,-])(?P<empty>{_EMPTY})(?![\w.,-])|(?<![\w.,/])\d[\d.,]*"
)
_WHOLE = re.compile(
    r"[ (\[*]*(?P<before>(?:xếp )?(?:thứ|hạng|vị trí)(?: thứ)?:? ?|đạt:? ?|điểm:? ?)?"
    rf"{_NUMBER}[ )\]*.]*(?P<rest>[(;,-]? ?(?:xếp )?(?:hạng|thứ).*)?"
)
_EMPTY_CELL = re.compile(rf"\s*(?:{_EMPTY}\s*)?")
_YEARS = re.compile(r"\s*(?:năm |year )?(?:19|20)\d\d\s*")


def has_point_decimals(clean: Clean, start: int, end: int) -> bool:
    """Whether the numbers of a table have a decimal point, so that three digits behind a point are no thousands."""
    part = clean.text[start:end]
    points = re.findall(r"(?<![\d.,/])\d{1,3}\.(?:\d{1,2}|\d{4,})(?![\d.,/]|\.\d)", part)
    commas = re.findall(r"(?<![\d.,])\d{1,3},\d{1,6}(?![\d.,])", part)
    return len(points) > len(commas)


def _with_aside(clean: Clean, cell: Cell, end: int) -> Cell | None:
    """A number with what the bracket behind it says: the place of a level, or a change, none where it is "(=)".

    None where there is no such bracket, or what it says is unknown: "12 (3)".
    """
    match = _ASIDE.match(clean.lower, cell.end, end)
    aside = _cell(match, points=False) if match and match["number"] else None
    if match is None or (aside is None and match["number"]):
        return None
    if aside is None or not aside.number:
        return replace(cell, end=match.end())
    place = not aside.decimal and (cell.decimal or cell.percent)
    said = "rank" if place and aside.out_of is not None else aside.said
    return replace(cell, aside=replace(aside, said=said)) if aside.signed or place else None


def _cell(match: re.Match[str], points: bool) -> Cell | None:
    """The cell of a match; None where the number is a count in thousands."""
    number = parse(match["number"], english=points)
    if number is None:
        return None
    sign = (match["sign"] or "").strip()
    down = sign in {"giảm", "xuống"} or (bool(sign) and sign[0] in _DOWN)
    said = {"bậc": "places", "hạng": "places" if sign else "rank", "điểm": "points"}.get(match["unit"] or "", "")
    out_of = parse(match["out_of"], english=True) if match["out_of"] else None
    start = match.start("sign") if sign else match.start("number")
    end = max(match.end(name) for name in ("number", "out_of", "percent", "unit"))
    return Cell(
        start, end, -number if down else number, not match["number"].isdigit(), bool(match["percent"]), bool(sign),
        out_of, said,
    )  # fmt: skip


def slots(clean: Clean, start: int, end: int, points: bool) -> list[Cell | None]:
    """The cells of a stretch of a line from left to right; None for a missing or unreadable one."""
    return [cell for _, cell in slot_spans(clean, start, end, points)]


def slot_spans(clean: Clean, start: int, end: int, points: bool) -> list[tuple[Span, Cell | None]]:
    """The same, each with its span."""
    found: list[tuple[Span, Cell | None]] = []
    for match in _SLOT.finditer(clean.lower, start, end):
        if found and match.start() < found[-1][0][1]:
            continue
        cell = _cell(match, points) if match["number"] is not None else None
        if cell is not None:
            cell = _with_aside(clean, cell, end) or cell
            found.append(((match.start(), max(match.end(), cell.aside.end + 1 if cell.aside else cell.end)), cell))
        elif match["empty"] is not None or not re.fullmatch(r"(?:19|20)\d\d", match.group()):
            found.append((match.span(), None))
    return found


def of_span(clean: Clean, span: Span | None, points: bool) -> tuple[Cell, ...]:
    """The numbers of a cell of a grid: one, a second one where it adds a place; empty where it holds anything else."""
    if span is None:
        return ()
    aside = _ENDING_ASIDE.search(clean.lower, *span)
    own = _of_span(clean, (span[0], aside.start()), points) if aside else ()
    with_aside = _with_aside(clean, own[0], span[1]) if len(own) == 1 else None
    return (with_aside,) if with_aside else _of_span(clean, span, points)


def _of_span(clean: Clean, span: Span, points: bool) -> tuple[Cell, ...]:
    """The numbers of a cell without a bracket behind the number."""
    match = _WHOLE.fullmatch(clean.lower, *span)
    cell = _cell(match, points) if match else None
    if match is None or cell is None:
        return ()
    before = match["before"] or ""
    if re.search("thứ|hạng|vị trí", before):
        cell = replace(cell, said="rank")
    if not match["rest"]:
        return (cell,)
    second = re.search(_NUMBER, match["rest"])
    place = _cell(second, points) if second else None
    if second is None or place is None:
        return ()
    begin = match.start("rest")
    shifted = replace(place, start=begin + place.start, end=begin + place.end, said="rank", decimal=place.decimal)
    return (cell, shifted)


def is_missing(clean: Clean, span: Span | None) -> bool:
    """Whether a cell is empty or holds a mark for a missing value."""
    return span is None or bool(_EMPTY_CELL.fullmatch(clean.lower, *span))


def is_year(clean: Clean, span: Span | None) -> bool:
    """Whether a cell holds a year and nothing else."""
    return span is not None and bool(_YEARS.fullmatch(clean.lower, *span))


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the spaces at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
