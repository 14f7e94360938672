"""The typed blocks of a piece of markup in reading order: headings, paragraphs, list items, captions, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

from pipelines.lexicon import entries
from pipelines.markup import BLOCKS, HEADINGS, Event, classes, text_of, tidy, walk
from pipelines.tables import Grid
from storage.records import Block, BlockKind

_KINDS = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
    "figure": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
# A line break inside these is a line that was too long, not a new paragraph.
_ONE_LINE = frozenset({BlockKind.HEADING, BlockKind.CAPTION})
_SENTENCE_END = re.compile(r"[.!?…:;][”\"')\]]*$")
# A table below so many others is no data; reading each of them would cost the square of their number.
_DEEPEST_TABLE = 8
_NUMBERED = re.compile(r"\d+[.)/]\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with what tells whether it belongs to the article."""

    block: Block
    linked: bool
    """Whether all of its text is links."""
    links: tuple[str, ...]
    """Where they lead, as written."""


@dataclass(slots=True)
class _Line:
    """A stretch of text without a line break, as it is being read."""

    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    plain: bool = False
    """Whether some of it is no link."""

    @property
    def text(self) -> str:
        """What was read so far, tidied."""
        return tidy("".join(self.parts))


def read(fragment: str) -> list[Piece]:
    """The blocks of a piece of HTML; empty ones are left out. Same markup, same blocks."""
    reader = _Reader()
    reader.read(BeautifulSoup(fragment, "lxml"))
    return reader.pieces


class _Reader:
    """Gathers the text between the edges of blocks."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._lines = [_Line()]
        self._kinds: list[tuple[Tag, BlockKind]] = []
        self._link: str | None = None
        self._preformatted = 0

    def read(self, root: Tag) -> None:
        """Read all that is inside an element; tables that lay it out are walked through, others read as a whole."""
        whole: list[Tag] = []
        for event, tag, text in walk(root):
            if whole:
                if event is Event.CLOSE and tag is whole[-1]:
                    whole.pop()
            elif event is Event.TEXT:
                self._text(text)
            elif event is Event.OPEN:
                if self._open(tag):
                    whole.append(tag)
            else:
                self._close(tag)
        self._flush()

    def _open(self, tag: Tag) -> bool:
        """Note that an element opens; whether it was read as a whole already."""
        if tag.name == "br":
            self._lines.append(_Line())
        elif tag.name == "a" and tag.get("href"):
            self._link = str(tag["href"])
        if tag.name not in BLOCKS:
            return False
        self._flush()
        self._preformatted += tag.name == "pre"
        if tag.name == "table":
            return self._table(tag)
        if kind := _kind(tag):
            self._kinds.append((tag, kind))
        return False

    def _close(self, tag: Tag) -> None:
        """Note that an element closes."""
        if tag.name == "a":
            self._link = None
        if tag.name in BLOCKS:
            self._flush()
            self._preformatted -= tag.name == "pre"
            if self._kinds and self._kinds[-1][0] is tag:
                self._kinds.pop()

    def _text(self, text: str) -> None:
        """Add text to the line, or to lines where line ends count."""
        for place, part in enumerate(text.split("\n") if self._preformatted else [text]):
            if place:
                self._lines.append(_Line())
            line = self._lines[-1]
            line.parts.append(part)
            if self._link is None:
                line.plain = line.plain or bool(part.strip())
            elif self._link not in line.links:
                line.links.append(self._link)

    def _table(self, table: Tag) -> bool:
        """Read a data table as one block; whether it was one."""
        nested = sum(1 for one, _ in self._kinds if one.name == "table")
        grid = Grid(table) if nested < _DEEPEST_TABLE else None
        if grid is None or grid.is_layout():
            picture = grid is not None and grid.is_picture()
            self._kinds.append((table, BlockKind.CAPTION if picture else BlockKind.PARAGRAPH))
            return False
        caption = table.find("caption", recursive=False)
        if isinstance(caption, Tag) and (text := text_of(caption)):
            self.pieces.append(Piece(Block(BlockKind.CAPTION, text), linked=False, links=()))
        self.pieces.append(Piece(grid.block(), linked=False, links=()))
        return True

    def _flush(self) -> None:
        """Make blocks of the lines that were read."""
        lines, self._lines = self._lines, [_Line()]
        kind = self._kinds[-1][1] if self._kinds else BlockKind.PARAGRAPH
        for group in _paragraphs(lines, kind):
            if text := tidy(" ".join(line.text for line in group)):
                links = tuple(link for line in group for link in line.links)
                linked = bool(links) and not any(line.plain for line in group)
                self.pieces.append(Piece(Block(kind, text), linked, links))


def _paragraphs(lines: list[_Line], kind: BlockKind) -> list[list[_Line]]:
    """The lines put together where a line break is only the end of a line that was too long."""
    groups: list[list[_Line]] = [[]]
    for line in lines:
        above = groups[-1][-1].text if groups[-1] else ""
        if above and kind not in _ONE_LINE and not _runs_on(above, line.text):
            groups.append([])
        groups[-1].append(line)
    return groups


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence goes on over a line break: the line above does not end it and the one below begins small."""
    if not below or _SENTENCE_END.search(above):
        return False
    return below[0].islower() or (below[0].isdigit() and not _NUMBERED.match(below))


def _kind(tag: Tag) -> BlockKind | None:
    """The kind of block that an element makes of its text, if it makes one."""
    if known := _KINDS.get(tag.name):
        return known
    words = entries("furniture")["captions"]["class_words"]
    return BlockKind.CAPTION if any(word in words for word in classes(tag)) else None
