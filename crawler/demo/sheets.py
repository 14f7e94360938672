"""The papers of the bundled press as their files describe them, typed and checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from string import Template

import msgspec

_FIRST_DAY = datetime(1970, 1, 1, tzinfo=UTC)
"""Where an article without a date is sorted: after all the others."""


class Comment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a reader wrote below an article."""

    by: str
    text: str


class Piece(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One article as its file gives it."""

    id: str
    slug: str
    category: str
    """The id of the category that lists it."""
    purpose: str
    """What the article is there to try."""
    facts: tuple[str, ...] = ()
    """The addresses where its figures were published."""
    title: str
    lead: str = ""
    body: str = ""
    """An HTML fragment."""
    published: datetime | None = None
    """None leaves the date off the page."""
    author: str = ""
    source: str = ""
    """Whom the page credits, as it is printed after "Theo: "."""
    copy_of: str = ""
    """`paper/id` of the article whose lead and body this one repeats."""
    related: tuple[str, ...] = ()
    """The teasers below it; empty takes the two newest and the three next older ones of its category."""
    comments: tuple[Comment, ...] = ()
    layout: str = "article"
    """The name of its template."""
    charset: str = "utf-8"
    """The encoding that the page declares."""
    encoding: str = "utf-8"
    """The encoding that its bytes are in."""
    delay: float = 0.0
    """Seconds before the server answers."""


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section of a paper with a listing of its own."""

    id: str
    slug: str
    name: str


class Extra(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An entry of a listing that is no article: a dead link, a redirect or a page that robots.txt forbids."""

    category: str
    title: str
    lead: str = ""
    path: str
    published: datetime
    status: int
    to: str = ""
    """Where a redirect leads."""
    prints: str = ""
    """The id of the article that the page repeats in its print layout."""


class Sheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a paper is built."""

    host: str
    title: str
    today: date
    """The day that the pages print as today's; fixed, so that the same bytes come every time."""
    date_format: str
    article: str
    listing: str
    next_page: str = ""
    """What is added to a listing's address for a further page; empty where the pager is a script without addresses."""
    page_size: int
    sitemap: str
    """`whole`: one file; `by-year`: an index and a file per year."""
    rss: bool = False
    robots: str
    categories: tuple[Category, ...]
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A paper: its sheet and its articles, newest first."""

    name: str
    sheet: Sheet
    pieces: tuple[Piece, ...]

    def path(self, piece: Piece) -> str:
        """The path of an article."""
        return Template(self.sheet.article).substitute(id=piece.id, slug=piece.slug)

    def url(self, path: str) -> str:
        """The stable address of a path: the host without a port."""
        return f"http://{self.sheet.host}{path}"

    def listing(self, category: Category, page: int = 1) -> str:
        """The path of a page of a category's listing."""
        path = Template(self.sheet.listing).substitute(id=category.id, slug=category.slug)
        return path if page == 1 else path + Template(self.sheet.next_page).substitute(page=page)

    def category(self, identifier: str) -> Category:
        """The category of that id."""
        return next(category for category in self.sheet.categories if category.id == identifier)

    def piece(self, identifier: str) -> Piece:
        """The article of that id."""
        return next(piece for piece in self.pieces if piece.id == identifier)

    def section(self, category: str) -> list[Piece]:
        """The articles of a category, newest first."""
        return [piece for piece in self.pieces if piece.category == category]

    def related(self, piece: Piece) -> list[Piece]:
        """The teasers below an article: those it names, else two of the newest and three older ones."""
        if piece.related:
            return [self.piece(identifier) for identifier in piece.related]
        section = self.section(piece.category)
        place = section.index(piece)
        chosen = [*section[:2], *section[place + 1 : place + 4]]
        return [other for other in dict.fromkeys(chosen) if other != piece]


@cache
def papers() -> tuple[Paper, ...]:
    """All papers of the press, by name."""
    sheets = sorted((files(__package__) / "sites").iterdir(), key=lambda entry: entry.name)
    return tuple(_paper(entry.name.removesuffix(".toml"), entry.read_bytes()) for entry in sheets)


def original(piece: Piece) -> tuple[Paper, Piece] | None:
    """The paper and the article that this one repeats, None where it is its own."""
    if not piece.copy_of:
        return None
    name, identifier = piece.copy_of.split("/")
    paper = next(paper for paper in papers() if paper.name == name)
    return paper, paper.piece(identifier)


def _paper(name: str, sheet: bytes) -> Paper:
    """The paper of that name, with its articles."""
    entries = (files(__package__) / "articles" / name).iterdir()
    pieces = [msgspec.toml.decode(entry.read_bytes(), type=Piece) for entry in entries]
    pieces.sort(key=lambda piece: (piece.published or _FIRST_DAY, piece.id), reverse=True)
    return Paper(name, msgspec.toml.decode(sheet, type=Sheet), tuple(pieces))
