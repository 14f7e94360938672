"""What a paper offers to machines: sitemaps and RSS."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from crawler.demo.sheets import Category, Paper, Piece

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(paper: Paper) -> Mapping[str, str]:
    """The sitemap files by path: one, or an index and one per year."""
    if paper.sheet.sitemap == "whole":
        return {"/sitemap.xml": _urlset(paper, paper.pieces)}
    years: dict[str, list[Piece]] = {}
    for piece in paper.pieces:
        years.setdefault(f"/sitemap-article-{(piece.published or paper.sheet.today).year}.xml", []).append(piece)
    index = "\n".join(f"<sitemap><loc>{paper.url(path)}</loc></sitemap>" for path in sorted(years, reverse=True))
    files = {path: _urlset(paper, pieces) for path, pieces in years.items()}
    return {"/sitemap.xml": f"{_XML}<sitemapindex {_NAMESPACE}>\n{index}\n</sitemapindex>\n", **files}


def rss(paper: Paper) -> Mapping[str, str]:
    """The feeds by path: one of the whole paper, one per category; empty for a paper without feeds."""
    if not paper.sheet.rss:
        return {}
    feeds = {f"/rss/{category.slug}": _feed(paper, category) for category in paper.sheet.categories}
    return {"/rss/home.rss": _channel(paper, paper.sheet.title, paper.pieces), **feeds}


def _urlset(paper: Paper, pieces: Iterable[Piece]) -> str:
    """A sitemap file with the articles' addresses and days."""
    urls = (f"<url><loc>{paper.url(paper.path(piece))}</loc>{_lastmod(piece.published)}</url>" for piece in pieces)
    return f"{_XML}<urlset {_NAMESPACE}>\n" + "\n".join(urls) + "\n</urlset>\n"


def _lastmod(published: datetime | None) -> str:
    """The day of the last change, nothing where the article has no date."""
    return f"<lastmod>{published.isoformat()}</lastmod>" if published else ""


def _feed(paper: Paper, category: Category) -> str:
    """The feed of a category."""
    return _channel(paper, f"{category.name} - {paper.sheet.title}", paper.section(category.id))


def _channel(paper: Paper, title: str, pieces: Iterable[Piece]) -> str:
    """An RSS file of these articles."""
    items = "\n".join(_item(paper, piece) for piece in pieces)
    head = f"<title>{escape(title)}</title><link>{paper.url('/')}</link><description>{escape(title)}</description>"
    return f'{_XML}<rss version="2.0"><channel>{head}\n{items}\n</channel></rss>\n'


def _item(paper: Paper, piece: Piece) -> str:
    """An entry of a feed."""
    url = paper.url(paper.path(piece))
    date = f"<pubDate>{format_datetime(piece.published)}</pubDate>" if piece.published else ""
    texts = f"<title>{escape(piece.title)}</title><description>{escape(piece.lead)}</description>"
    return f"<item>{texts}<link>{url}</link><guid>{url}</guid>{date}</item>"
