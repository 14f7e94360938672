"""The pages of a paper as HTML: articles with their furniture, listings, the front page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from crawler.demo.sheets import Category, Extra, Paper, Piece, original
from crawler.demo.templates import fill

Entry = Piece | Extra
"""What a listing lists."""


def article(paper: Paper, piece: Piece) -> str:
    """The page of an article: what it says, and the comments and teasers around it."""
    source = original(piece)
    lead, body = (source[1].lead, source[1].body) if source else (piece.lead, piece.body)
    canonical = source[0].url(source[0].path(source[1])) if source else paper.url(paper.path(piece))
    head = fill(paper.name, "head", title=piece.title, url=paper.url(paper.path(piece)), canonical=canonical)
    main = fill(
        paper.name,
        piece.layout,
        title=piece.title,
        html_date=_date(paper, piece),
        html_lead=fill(paper.name, "lead", lead=lead) if lead else "",
        html_body=body.strip(),
        html_signature=_signature(paper, piece),
        html_comments=_lines(fill(paper.name, "comment", by=said.by, text=said.text) for said in piece.comments),
        html_related=_items(paper, paper.related(piece)),
    )
    return _frame(paper, piece.title, main, head, piece.charset)


def listings(paper: Paper, category: Category) -> list[str]:
    """The pages of a category's listing; one alone where the pager is a script without addresses."""
    extras = [extra for extra in paper.sheet.extras if extra.category == category.id]
    entries, size = _mixed(paper.section(category.id), extras), paper.sheet.page_size
    pages = [entries[start : start + size] for start in range(0, len(entries), size)]
    if not paper.sheet.next_page:
        return [_listing(paper, category, pages[0], fill(paper.name, "pager"))]
    pagers = [fill(paper.name, "pager", path=paper.listing(category, number)) for number in range(2, len(pages) + 1)]
    return [_listing(paper, category, page, pager) for page, pager in zip(pages, [*pagers, ""], strict=True)]


def front(paper: Paper) -> str:
    """The front page: the newest articles of every category."""
    sections = (
        fill(
            paper.name,
            "section",
            path=paper.listing(category),
            name=category.name,
            html_items=_items(paper, paper.section(category.id)[:3]),
        )
        for category in paper.sheet.categories
    )
    return _frame(paper, paper.sheet.title, fill(paper.name, "home", html_sections=_lines(sections)))


def printed(paper: Paper, piece: Piece) -> str:
    """The article in its print layout."""
    main = fill(paper.name, "print", title=piece.title, lead=piece.lead, html_body=piece.body.strip())
    return _frame(paper, piece.title, main)


def missing(paper: Paper) -> str:
    """The page that says that there is none."""
    return _frame(paper, "404", fill(paper.name, "missing"))


def _mixed(section: Sequence[Piece], extras: Sequence[Extra]) -> list[Entry]:
    """Articles and extras, newest first; what has no date comes last."""
    entries: list[Entry] = [*section, *extras]
    dated = [entry for entry in entries if entry.published]
    undated = [entry for entry in entries if not entry.published]
    return [*sorted(dated, key=lambda entry: str(entry.published), reverse=True), *undated]


def _listing(paper: Paper, category: Category, entries: Iterable[Entry], pager: str) -> str:
    """One page of a listing."""
    main = fill(paper.name, "listing", name=category.name, html_items=_items(paper, entries), html_pager=pager)
    return _frame(paper, category.name, main)


def _items(paper: Paper, entries: Iterable[Entry]) -> str:
    """Teasers: title, date and lead of other articles, with a link."""
    return _lines(
        fill(
            paper.name,
            "item",
            path=entry.path if isinstance(entry, Extra) else paper.path(entry),
            title=entry.title,
            date=_teaser_date(paper, entry.published),
            lead=_lead(entry),
        )
        for entry in entries
    )


def _lead(entry: Entry) -> str:
    """The lead of an entry; a copy has its original's."""
    source = original(entry) if isinstance(entry, Piece) else None
    return source[1].lead if source else entry.lead


def _date(paper: Paper, piece: Piece) -> str:
    """The line with the date of publication; nothing where the page shows none."""
    if piece.published is None:
        return ""
    return fill(paper.name, f"{piece.layout}-date", published=piece.published.strftime(paper.sheet.date_format))


def _teaser_date(paper: Paper, published: datetime | None) -> str:
    """The date below a teaser."""
    return fill(paper.name, "item-date", published=f"{published:%d/%m/%Y}") if published else ""


def _signature(paper: Paper, piece: Piece) -> str:
    """The author and the credited source, as far as the page names them."""
    author = fill(paper.name, f"{piece.layout}-author", author=piece.author) if piece.author else ""
    source = fill(paper.name, "source", source=piece.source) if piece.source else ""
    return _lines(filter(None, (author, source)))


def _frame(paper: Paper, title: str, main: str, head: str = "", charset: str = "utf-8") -> str:
    """The whole page: the furniture that every page has, around what is its own."""
    menu = (fill(paper.name, "menu", path=paper.listing(each), name=each.name) for each in paper.sheet.categories)
    return fill(
        paper.name,
        "frame",
        charset=charset,
        title=title,
        html_head=head,
        today=f"{paper.sheet.today:%d/%m/%Y}",
        paper=paper.sheet.title,
        html_menu=_lines(menu),
        html_main=main,
    )


def _lines(parts: Iterable[str]) -> str:
    """The parts, one below the other."""
    return "\n".join(parts)
