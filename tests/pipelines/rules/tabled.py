"""Documents with tables for tests: real tables of a page, and texts whose tables are lines."""

from __future__ import annotations

from pipelines import blocks
from pipelines.document import Document, PartialDate, Table
from pipelines.statements import extract
from storage.records import BlockKind

Stated = tuple[str, int | None, str, str, str, float]
"""Index, year, subject, component, metric, value."""

INDEX_2023 = "Chỉ số cải cách hành chính năm 2023"


def stated(document: Document) -> list[Stated]:
    """What the rows of a document say, in the order of the text; each quote is the slice that its offsets give."""
    rows = extract(document).statements
    assert all(document.text[row.quote_start : row.quote_end] == row.quote for row in rows if row.part == "text")
    return [(row.index, row.year, row.entity, row.component, row.metric, row.value) for row in rows]


def lines(text: str, title: str = "") -> Document:
    """A document of plain text, published in May 2024."""
    return Document(id="lines", text=text, title=title, published=PartialDate(2024, 5, 20))


def page(*rows: str, above: str = f"Kết quả {INDEX_2023}", below: str = "", title: str = "") -> Document:
    """A document with one real table; a row is its cells with bars between them, or the markup of a whole row."""
    marked = "".join(
        row if row.startswith("<tr") else f"<tr><td>{'</td><td>'.join(row.split('|'))}</td></tr>" for row in rows
    )
    read = [piece.block for piece in blocks.read(f"<p>{above}</p><table>{marked}</table><p>{below}</p>")]
    tables, offset = [], 0
    for block in read:
        if block.kind is BlockKind.TABLE:
            tables.append(Table(offset, offset + len(block.text), block.cells))
        offset += len(block.text) + 1
    text = "\n".join(block.text for block in read)
    return Document(id="page", text=text, title=title, published=PartialDate(2024, 5, 20), tables=tuple(tables))
