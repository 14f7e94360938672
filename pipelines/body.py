"""The text of an article: its blocks in reading order, without furniture, lead first and credit apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from pipelines import blocks, credit
from pipelines.blocks import Piece
from pipelines.container import guess, links_of_boxes, markup, prune
from pipelines.furniture import mark
from pipelines.looks import Line
from pipelines.markup import tidy
from pipelines.page import Layout
from pipelines.tree import Tree
from storage.records import Block, BlockKind

# A credit stands on one of the last lines; an author's name may follow it.
_CREDIT_WITHIN = 3
# The lead and the title are repeated, if at all, at the very beginning.
_REPEATED_WITHIN = 3
_PROBES, _PROBE = 5, 40
MOST_ELEMENTS, MOST_MARKUP = 30_000, 1_000_000
"""More elements, or more characters of markup, are no article; the slow parser would take seconds over them."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of an article, whom its last lines credit, and the links that stood in its furniture, as written."""

    blocks: tuple[Block, ...]
    credited: str | None
    links: tuple[str, ...]


class TooLargeError(Exception):
    """A text that would take too long to be read, with what it has too much of."""

    def __init__(self, size: int, unit: str, limit: int) -> None:
        super().__init__(f"{size} {unit}, more than {limit}")
        self.facts = {"size": size, "unit": unit, "limit": limit}


def find(tree: Tree, layout: Layout, copy: str) -> list[HtmlElement]:
    """The containers of the text: where the layout says, else the likely one; `copy` is the text in JSON-LD, if any.

    Empty where only the copy has the text. Raises `TooLargeError`.
    """
    found = tree.elements(layout.body) or guess(tree, _probes(copy))
    count = sum(1 for part in found for _ in part.iter())
    if count > MOST_ELEMENTS:
        raise TooLargeError(count, "elements", MOST_ELEMENTS)
    return found


def read(tree: Tree, layout: Layout, body: list[HtmlElement], copy: str) -> Text:
    """The text of the containers, or of the copy without them; takes the page apart. Raises `TooLargeError`."""
    links = links_of_boxes(tree, layout.related, body)
    elsewhere = (*layout.drop, *layout.title, *layout.date, *layout.author, *layout.source)
    for part in body:
        links += prune(part, [selector for selector in elsewhere if "::" not in selector])
    fragment = markup(body)
    if len(fragment) > MOST_MARKUP:
        raise TooLargeError(len(fragment), "characters", MOST_MARKUP)
    pieces = _trusted(blocks.read(fragment)) if body else _pieces(copy)
    reasons = mark([Line(piece.block.text, piece.linked) for piece in pieces])
    links += [link for piece, reason in zip(pieces, reasons, strict=True) if reason for link in piece.links]
    kept = [piece.block for piece, reason in zip(pieces, reasons, strict=True) if not reason]
    kept, credited = _without_credit(kept)
    return Text(tuple(kept), credited, tuple(links))


def assemble(text: Text, title: str, lead: str) -> tuple[Block, ...]:
    """The blocks with the lead as the first paragraph where it stands apart, and without the title said again."""
    own = [block for at, block in enumerate(text.blocks) if at >= _REPEATED_WITHIN or block.text != title]
    if lead and not any(lead in block.text for block in own[:_REPEATED_WITHIN]):
        own.insert(0, Block(BlockKind.PARAGRAPH, lead))
    return tuple(own)


def _probes(copy: str) -> tuple[str, ...]:
    """Some parts of the text that is known already, from all over it."""
    plain = tidy(copy)
    step = max(len(plain) // _PROBES, _PROBE)
    return tuple(probe.strip() for at in range(0, len(plain), step) if len(probe := plain[at : at + _PROBE]) == _PROBE)


def _pieces(copy: str) -> list[Piece]:
    """The paragraphs of a plain text."""
    return [
        Piece(Block(BlockKind.PARAGRAPH, text), linked=False, links=())
        for line in copy.splitlines()
        if (text := tidy(line))
    ]


def _trusted(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, none a link where most of the text is: an `a` that is never closed tells nothing."""
    pieces = list(pieces)
    linked = sum(len(piece.block.text) for piece in pieces if piece.linked)
    if linked * 2 <= sum(len(piece.block.text) for piece in pieces):
        return pieces
    return [replace(piece, linked=False) for piece in pieces]


def _without_credit(kept: list[Block]) -> tuple[list[Block], str | None]:
    """The blocks without the line that credits a paper, and whom it credits."""
    for at in range(len(kept) - 1, max(len(kept) - 1 - _CREDIT_WITHIN, -1), -1):
        if whom := credit.credited(kept[at].text, last=at == len(kept) - 1):
            return [*kept[:at], *kept[at + 1 :]], whom
    return kept, credit.at_end(kept[-1].text) if kept else None
