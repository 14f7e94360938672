"""The reading of documents for the eye: coloured on a terminal, or as one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

from rich.text import Text

from pipelines.explain import Line, Mark, Note, NoteKind
from pipelines.mentions import Kind

_FAMILIES = {
    "measure": (Kind.INDEX, Kind.COMPONENT, Kind.COMPONENT_REFERENCE, Kind.TOTAL),
    "subject": (Kind.SUBJECT, Kind.REFERENCE, Kind.GROUP, Kind.AVERAGE),
    "year": (Kind.YEAR, Kind.RELATIVE_YEAR, Kind.COMPARED),
    "value": (Kind.VALUE, Kind.FRACTION, Kind.AMOUNT),
    "rank": (Kind.RANK, Kind.LAST, Kind.NEXT, Kind.RUN),
    "link": (Kind.MOVE, Kind.TO, Kind.FROM, Kind.RESPECTIVE),
    "taken": (Kind.TARGET, Kind.OTHER_MEASURE, Kind.COUNT, Kind.SKIPPED),
}
_FAMILY = {kind: family for family, kinds in _FAMILIES.items() for kind in kinds}
_COLOURS = {
    "measure": "bold magenta",
    "subject": "bold blue",
    "year": "cyan",
    "value": "bold green",
    "rank": "green",
    "link": "yellow",
    "taken": "red",
}
_SIGNS = {
    NoteKind.CONTEXT: "@",
    NoteKind.ROW: "→",
    NoteKind.AGAIN: "=",
    NoteKind.REFUSED: "✗",
    NoteKind.CLASH: "≠",
    NoteKind.FURNITURE: "·",
}
_STYLES = {
    NoteKind.CONTEXT: "cyan dim",
    NoteKind.ROW: "green",
    NoteKind.AGAIN: "dim",
    NoteKind.REFUSED: "red",
    NoteKind.CLASH: "yellow",
    NoteKind.FURNITURE: "dim",
}


def terminal(name: str, lines: Iterable[Line]) -> Iterator[Text]:
    """The lines of a document with coloured mentions, under each what came of it."""
    yield Text(name, style="bold underline")
    for line in lines:
        shown = Text(line.text)
        for mark in line.marks:
            shown.stylize(_COLOURS[_family(mark)], mark.start, mark.end)
        yield shown
        for note in line.notes:
            yield Text(f"    {_SIGNS[note.kind]} {_quoted(note)} {note.said}", style=_STYLES[note.kind])


def page(documents: Iterable[tuple[str, Iterable[Line]]]) -> str:
    """One HTML page of the documents; a mention tells under the pointer what it means and what is in force."""
    legend = "".join(f'<mark class="{family}">{family}</mark> ' for family in _COLOURS)
    body = "".join(
        f"<section><h2>{escape(name)}</h2>{''.join(map(_html_line, lines))}</section>" for name, lines in documents
    )
    frame = resources.files(__package__).joinpath("show.html").read_text("utf-8")
    return frame.replace("{legend}", legend).replace("{body}", body)


def _family(mark: Mark) -> str:
    """The family that the colour of a mention stands for."""
    return _FAMILY[mark.kind]


def _quoted(note: Note) -> str:
    """The words of a note in one line."""
    return f"«{' '.join(note.words.split())}»"


def _html_line(line: Line) -> str:
    """A line with its mentions marked and its notes listed."""
    tag = "h3" if line.part == "title" else "p"
    notes = "".join(
        f'<li class="{note.kind}"><q>{escape(note.words)}</q> {escape(note.said)}</li>' for note in line.notes
    )
    return f"<{tag}>{''.join(_pieces(line))}</{tag}>" + (f"<ul>{notes}</ul>" if notes else "")


def _pieces(line: Line) -> Iterator[str]:
    """The text of a line in pieces: plain words and marked mentions."""
    at = 0
    for mark in line.marks:
        yield escape(line.text[at : mark.start])
        words = escape(line.text[mark.start : mark.end])
        told = f"{mark.detail}\n@ {mark.in_force}" if mark.in_force else mark.detail
        yield f'<mark class="{_family(mark)}" title="{escape(told)}">{words}</mark>'
        at = mark.end
    yield escape(line.text[at:])
