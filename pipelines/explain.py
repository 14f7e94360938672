"""How a document was read, line by line: what was found, what was in force, which rows came of it, what was refused.

Offsets lead to the raw text, so that a line shows as its page does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pipelines import arithmetic
from pipelines.context import InForce
from pipelines.document import Document
from pipelines.furniture import spans
from pipelines.mentions import Kind, Mention
from pipelines.statements import Reading, canonical, extract, read
from pipelines.text import Clean
from storage.records import ScoreStatement


class NoteKind(StrEnum):
    """What a note says of its words."""

    CONTEXT = "context"
    ROW = "row"
    AGAIN = "again"
    REFUSED = "refused"
    CLASH = "clash"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention in a line; offsets count characters of the line."""

    start: int
    end: int
    kind: Kind
    detail: str
    in_force: str = ""
    """What the context is behind it; empty where nothing read it."""


@dataclass(frozen=True, slots=True)
class Note:
    """What came of some words of a line, or why nothing did."""

    kind: NoteKind
    words: str
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a title or text, with its mentions and what came of them, both in the order of the line."""

    part: str
    text: str
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A note at its raw offset."""

    part: str
    start: int
    note: Note


def explain(document: Document) -> list[Line]:
    """The lines of the document that hold anything, those of its title first."""
    reading = read(document, traced=True)
    rows = extract(document).statements
    placed = [*_rows(rows), *_again(reading, rows), *_refused(reading), *_clashes(rows), *_furniture(document)]
    return [line for part, text, found in _parts(reading) for line in _lines(part, text, found, placed, reading)]


def _parts(reading: Reading) -> tuple[tuple[str, Clean, Sequence[Mention]], ...]:
    """Title and text with what was found in them."""
    return (("title", reading.title, reading.title_mentions), ("text", reading.text, reading.text_mentions))


def _lines(
    part: str, text: Clean, found: Sequence[Mention], placed: Sequence[_Placed], reading: Reading
) -> Iterator[Line]:
    """The lines of a part that are not empty."""
    start = 0
    for raw in text.raw.splitlines(keepends=True):
        end = start + len(raw)
        if raw.strip():
            marks = tuple(_marks(text, found, start, start + len(raw.rstrip()), reading.in_force))
            notes = [*_contexts(part, raw, start, marks), *(one for one in placed if one.part == part)]
            notes = sorted((one for one in notes if start <= one.start < end), key=lambda one: one.start)
            yield Line(part, raw.rstrip(), marks, tuple(one.note for one in notes))
        start = end


def _contexts(part: str, raw: str, start: int, marks: Sequence[Mark]) -> Iterator[_Placed]:
    """A note of what is in force at the first mention of a line, and at each that changes it."""
    last = ""
    for mark in marks:
        if mark.in_force and mark.in_force != last:
            last = mark.in_force
            yield _Placed(part, start + mark.start, Note(NoteKind.CONTEXT, raw[mark.start : mark.end], last))


def _marks(
    text: Clean, found: Sequence[Mention], start: int, end: int, in_force: Mapping[int, InForce]
) -> Iterator[Mark]:
    """The mentions of a line, but for plain punctuation."""
    for one in found:
        left, right = text.span(one.start, one.end)
        if one.kind is not Kind.PUNCTUATION and start <= left < end:
            context = _context(in_force[id(one)]) if id(one) in in_force else ""
            yield Mark(left - start, min(right, end) - start, one.kind, _detail(one), context)


def _context(context: InForce) -> str:
    """What is in force, in a few words."""
    subjects = [canonical(one, context.year) for one in context.subjects]
    owners = " and ".join(f"{one.name} ({one.parent})" if one.parent else one.name for one in subjects)
    words = [context.index or "no index", str(context.year or "no year"), owners or "no subject"]
    words += [" and ".join(context.components) or "total"]
    words += ["mean"] if context.mean else []
    words += [f"compared with {context.compared}"] if context.compared else []
    words += [f"inside {context.parent}"] if context.parent and context.parent not in owners else []
    return " · ".join(words)


def _detail(mention: Mention) -> str:
    """What a mention means, in a few words."""
    unit = {"percent": "%", "points": " points", "places": " places"}.get(mention.unit, "")
    number = "" if mention.number is None else f"{mention.number:g}{unit}"
    out_of = "" if mention.out_of is None else f"of {mention.out_of:g}"
    bound = "" if mention.bound == "=" else mention.bound
    weak = "only in company" if mention.weak else ""
    words = (
        mention.kind.name.lower().replace("_", " "),
        mention.key,
        mention.parent or "",
        bound,
        number,
        out_of,
        weak,
    )
    return " ".join(word for word in words if word)


def _rows(rows: Sequence[ScoreStatement]) -> Iterator[_Placed]:
    """A note for each row."""
    for row in rows:
        measure = _measure(row.index, row.year, row.entity, row.parent, row.component)
        value = _value(row.metric, row.bound, row.value, row.out_of, row.vs_year, row.scope)
        said = f"{measure}: {value} [{row.rule} {row.confidence:g}]"
        yield _Placed(row.part, row.quote_start, Note(NoteKind.ROW, row.quote, said))


def _measure(index: str, year: int | None, entity: str, parent: str | None, component: str) -> str:
    """What is measured, and whose it is."""
    owner = f"{entity} ({parent})" if parent else entity
    return f"{index} {year or 'of no year'}, {owner}, {component}"


def _value(metric: str, bound: str, value: float, out_of: float | None, vs_year: int | None, scope: str | None) -> str:
    """What was measured."""
    words = [f"{metric} {bound} {value:g}"]
    words += [f"of {out_of:g}"] if out_of is not None else []
    words += [f"against {vs_year}"] if vs_year else []
    words += [f"within {scope}"] if scope else []
    return " ".join(words)


def _again(reading: Reading, rows: Sequence[ScoreStatement]) -> Iterator[_Placed]:
    """A note for each fact that made no row, since another place of the document states it too."""
    made = {(row.part, row.quote_start, row.quote_end, row.metric, row.value) for row in rows}
    for fact in reading.facts:
        text = reading.title if fact.part == "title" else reading.text
        start, end = text.span(fact.start, fact.end)
        if (fact.part, start, end, fact.metric, fact.value) not in made:
            subject = canonical(fact.subject, fact.year)
            measure = _measure(fact.index, fact.year, subject.name, subject.parent, fact.component)
            said = f"{measure}: {fact.metric} {fact.bound} {fact.value:g} is stated elsewhere too"
            yield _Placed(fact.part, start, Note(NoteKind.AGAIN, text.raw[start:end], said))


def _clashes(rows: Sequence[ScoreStatement]) -> Iterator[_Placed]:
    """A note at each row that the arithmetic of the document contradicts."""
    for finding in arithmetic.examine(rows):
        for row in finding.rows if not finding.agrees else ():
            said = f"contradicts ({finding.check}): {finding.shown}"
            yield _Placed(row.part, row.quote_start, Note(NoteKind.CLASH, row.quote, said))


def _refused(reading: Reading) -> Iterator[_Placed]:
    """A note for each number that made no fact, with the reason where a rule gave one."""
    reasons = {id(refusal.mention): refusal.reason for refusal in reading.refusals}
    for part, text, found in _parts(reading):
        used = [(fact.start, fact.end) for fact in reading.facts if fact.part == part]
        for one in found:
            taken = any(start < one.end and one.start < end for start, end in used)
            if id(one) in reasons or (one.kind in _NUMBERS and not one.weak and not taken):
                start, end = text.span(one.start, one.end)
                yield _Placed(part, start, Note(NoteKind.REFUSED, text.raw[start:end], reasons.get(id(one), _UNTOLD)))


_NUMBERS = frozenset({Kind.VALUE, Kind.FRACTION, Kind.AMOUNT, Kind.RANK, Kind.LAST})
_UNTOLD = "no rule took it"


def _furniture(document: Document) -> Iterator[_Placed]:
    """A note for each stretch of the page around the article, which nothing is read from."""
    for start, end, reason in spans(document.text):
        words = " ".join(document.text[start:end].split())
        shown = words if len(words) <= 60 else f"{words[:57]}…"
        yield _Placed("text", start, Note(NoteKind.FURNITURE, shown, f"is no part of the article: {reason}"))
