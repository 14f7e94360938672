"""What the extractor reads: a document, of an article or of a file, with its tables and what is known around it."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records import Article, Block, BlockKind, Cell


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of publication as far as it is known: a year, a month of it, or a day."""

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the document: where its text starts, and its cells with offsets relative to that."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its title, address and date; offsets of rows point into `text` exactly as given here."""

    id: str
    text: str
    title: str = ""
    url: str | None = None
    published: PartialDate | None = None
    tables: tuple[Table, ...] = ()
    """Tables of a real page; empty for plain text, whose tables are found by their look."""


def of_article(article: Article) -> Document:
    """The document of an article: its text as stored, its tables at their places in it."""
    day = article.published_at
    return Document(
        id=article.id,
        text=article.text,
        title=article.title,
        url=article.url,
        published=PartialDate(day.year, day.month, day.day) if day else None,
        tables=tuple(_tables(article.blocks)),
    )


def _tables(blocks: tuple[Block, ...]) -> list[Table]:
    """The tables among the blocks, each with its offset in the joined text."""
    tables, offset = [], 0
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            tables.append(Table(offset, offset + len(block.text), block.cells))
        offset += len(block.text) + 1
    return tables
