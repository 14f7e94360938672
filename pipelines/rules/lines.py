"""Lines that look like rows of a table: a name between numbers, with hardly any other word.

A name may go on in the next line, and a line may hold two rows side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import cells, heads, rows
from pipelines.rules.cells import Cell, Span
from pipelines.rules.scene import Scene

_ORDINAL = re.compile(
    r"[ \t|(]*(?P<ordinal>(?P<number>\d{1,3})(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?![^\W\d]))(?:[.)][ \t|:-]*|[ \t|:-]+)(?!\d)"
)
_SUB_ORDINAL = re.compile(r"[ \t|]*\d{1,3}(?:\.\d{1,2})+")
_LONGEST = 220
_LONGEST_PART = 100
_MOST_LETTERS = 24
_MOST_JOINED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line that looks like a row: its ordinal, the span of its name, its numbers, None for missing ones."""

    span: Span
    ordinal: Cell | None
    name: Span
    slots: list[Cell | None]
    known: bool
    named: Mention | None = None
    """What names it, where a list has it."""
    words: tuple[int, ...] = ()
    """Before which of the numbers words stand, as those of a class do."""
    sub: bool = False
    """Whether it is a part of the row above: "1.2"."""

    @property
    def roman(self) -> bool:
        """Whether its ordinal is no number."""
        return self.ordinal is not None and not self.ordinal.number


def line_spans(text: str) -> list[Span]:
    """The half-open spans of the lines that hold anything, without the spaces around them."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(cells.trimmed(text, start, start + len(line)))
        start += len(line) + 1
    return spans


def rows_of(scene: Scene, spans: Sequence[Span]) -> list[tuple[Span, list[Line]]]:
    """The lines of a text, those over which a name runs joined, each with the rows that it looks like, if any."""
    found: list[tuple[Span, list[Line]]] = []
    at = 0
    while at < len(spans):
        last = _last_of_row(scene, spans, at)
        span = (spans[at][0], spans[last][1])
        found.append((span, _pieces(scene, span)))
        at = last + 1
    return found


def _last_of_row(scene: Scene, spans: Sequence[Span], at: int) -> int:
    """The last of the lines that make up a row: a numbered name without numbers goes on below."""
    start, end = spans[at]
    if end - start > _LONGEST_PART or not _begins_row(scene, spans[at]) or read(scene, spans[at]) is not None:
        return at
    for last in range(at + 1, min(at + _MOST_JOINED, len(spans))):
        if _ORDINAL.match(scene.clean.text, *spans[last]) or spans[last][1] - spans[last][0] > _LONGEST_PART:
            return at
        if read(scene, (start, spans[last][1])) is not None:
            return last
    return at


def _begins_row(scene: Scene, span: Span) -> bool:
    """Whether a line is the ordinal and the beginning of the name of a row, without any number."""
    match = _ORDINAL.match(scene.clean.text, *span)
    if match is None or match["number"] is None or match.end() >= span[1]:
        return False
    return not re.search(r"[\d:;]|\.$", scene.clean.text[match.end() : span[1]])


def _pieces(scene: Scene, span: Span) -> list[Line]:
    """The rows of a line: one, or two side by side that have as many numbers; none where it looks like prose."""
    named = [one for one in scene.inside(*span) if one.kind is Kind.SUBJECT and one.unit != "region"]
    if len(named) == 2 and (halves := _halves(scene, span, named[1].start)):
        return halves
    line = read(scene, span)
    return [] if line is None else [line]


def _halves(scene: Scene, span: Span, second: int) -> list[Line]:
    """The two rows of a line whose second name begins there, with its ordinal before it; none where they differ."""
    before = re.search(r"(?:(?<=\s)\d{1,3}[.)]?\s+)?$", scene.clean.text[span[0] : second])
    cut = span[0] + before.start() if before else second
    halves = [read(scene, cells.trimmed(scene.clean.text, *part)) for part in ((span[0], cut), (cut, span[1]))]
    both = [one for one in halves if one is not None and one.known and one.slots]
    alike = len({(len(one.slots), one.ordinal is None) for one in both}) == 1
    return both if len(both) == 2 and alike else []


def read(scene: Scene, span: Span) -> Line | None:
    """The row that a line looks like; None where it looks like prose."""
    start, end = span
    if end - start > _LONGEST:
        return None
    match = _ORDINAL.match(scene.clean.text, start, end)
    ordinal = Cell(*match.span("ordinal"), float(match["number"] or 0)) if match else None
    begin = _after_marks(scene, match.end() if match else start, end)
    named = _name_at(scene, begin, end)
    found = cells.slot_spans(
        scene.clean, named.end if named else _after_number_of_name(scene, begin, end), end, scene.points
    )
    first = min((at[0] for at, one in found if one is not None), default=end)
    if first == end and (ordinal is None or named is None or found):
        return None
    words = _words(scene, (named.end if named else first, end), [at for at, _ in found])
    if words is None:
        return None
    slots = [one for _, one in found]
    sub = _SUB_ORDINAL.match(scene.clean.text, start, end) is not None
    name, known = _name(scene, named, begin, first, end)
    return None if known is None and not sub else Line(span, ordinal, name, slots, bool(known), named, words, sub)


def _name(scene: Scene, named: Mention | None, begin: int, first: int, end: int) -> tuple[Span, bool | None]:
    """The span of the name of a row, and whether it is a known one; None where its words are prose."""
    if named is not None:
        longer = named.kind is Kind.SUBJECT and named.unit in {"department", "commune"} and first < end
        return (cells.trimmed(scene.clean.text, named.start, first) if longer else (named.start, named.end)), True
    name = cells.trimmed(scene.clean.text, begin, first)
    return name, _is_known(scene, name)


def _is_known(scene: Scene, name: Span) -> bool | None:
    """Whether a name that no list has is that of a measure or a mean; None where its words are prose."""
    text = scene.text(name)
    if not 2 < len(text) < 90 or ":" in text or not re.search(r"[^\W\d_]{2}", text):
        return None
    head = rows.read(scene, name)
    if head.known and not head.skipped and not (head.measure and head.measure.kind in {"foreign", "other"}):
        return True
    return None if lexicon.pattern("tables", "last_words").search(text) else False


def _words(scene: Scene, span: Span, taken: Sequence[Span]) -> tuple[int, ...] | None:
    """Before which of the numbers words stand that are no part of them; None where they are prose."""
    ends, begins = [span[0], *(end for _, end in taken)], [*(start for start, _ in taken), span[1]]
    parts = [scene.clean.lower[left:right] for left, right in zip(ends, begins, strict=True)]
    prose = any(lexicon.pattern("tables", "prose").search(part) for part in parts)
    letters = len(re.sub(r"[\d.,%+\-/|\s()*▲▼↑↓]+", " ", " ".join(parts)).strip())
    if prose or letters > _MOST_LETTERS or scene.clean.text[: span[1]].rstrip().endswith("."):
        return None
    return tuple(at for at, part in enumerate(parts) if at and re.search(r"[^\W\d_]{2}", part))


def _after_number_of_name(scene: Scene, begin: int, end: int) -> int:
    """Where the numbers of a row may begin, behind the number of a name: "Phường 1 Bảo Lộc"."""
    own = lexicon.pattern("tables", "numbered_name").match(scene.clean.lower, begin, end)
    return own.end() if own else begin


def _after_marks(scene: Scene, start: int, end: int) -> int:
    """Where a line goes on behind bullets and quotation marks."""
    lead = re.compile(r"[ \t|\"'\-+*•]*").match(scene.clean.text, start, end)
    return lead.end() if lead else start


def _name_at(scene: Scene, begin: int, end: int) -> Mention | None:
    """The mention that names a row: at the beginning of the line, or behind a short head word."""
    for one in scene.inside(max(0, begin - 2), end):
        if one.start > begin + 2:
            return None
        if one.kind is Kind.SUBJECT:
            return _without_number(scene, one)
        if one.kind in {Kind.COMPONENT, Kind.TOTAL}:
            return one
        if one.kind is Kind.GROUP and one.key in {"all_provinces", "all_ministries"}:
            return one
        if one.kind is Kind.YEAR and one.quote_start <= begin:
            return one
    return next((one for one in scene.inside(begin, end) if one.kind is Kind.YEAR and one.quote_start == begin), None)


def _without_number(scene: Scene, named: Mention) -> Mention:
    """The name of a unit without the number behind it, which is the first of the row: "Huyện Lộc Bình 7"."""
    text = scene.clean.text[named.start : named.end]
    number = re.search(r"(?<=[^\W\d]{2}) +\d{1,3}$", text)
    if number is None or lexicon.pattern("tables", "numbered_name").fullmatch(text.lower()):
        return named
    cut = len(text) - number.start()
    return named._replace(end=named.end - cut, key=named.key.removesuffix(number.group()))


def is_section(scene: Scene, span: Span) -> bool:
    """Whether a line between rows may be a heading of those below it, or a note: short, without head words."""
    text = scene.clean.lower[slice(*span)]
    if span[1] - span[0] > _LONGEST_PART or cells.slots(scene.clean, *span, scene.points):
        return False
    if text.startswith("("):
        return True
    kinds = [kind for _, kind in heads.events(text)]
    return not text.endswith((".", ":", ";")) and (len(kinds) < 2 or not heads.VALUES.intersection(kinds))


def is_heading(scene: Scene, span: Span) -> bool:
    """Whether a line is a heading of the rows below it, and no head of columns: a subject, or a numbered group."""
    if not is_section(scene, span) or scene.clean.text.startswith("(", span[0]):
        return False
    if any(kind in heads.VALUES or kind == "ordinal" for _, kind in heads.events(scene.clean.lower[slice(*span)])):
        return False
    head = rows.read(scene, span)
    return head.subject is not None or lexicon.pattern("tables", "group").match(scene.clean.lower, *span) is not None
