"""A news page to an article: title, lead, dates, credits and the typed blocks of its text.

Each part is looked for where the site's layout says, then in what the page says of itself (JSON-LD, OpenGraph), then
where most pages have it; the text itself is taken from the page before JSON-LD, whose copy has lost tables and lists.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from pipelines import body, metadata, published
from pipelines.body import TooLargeError
from pipelines.charset import Decoded, decode
from pipelines.metadata import Metadata
from pipelines.page import GENERIC, Layout, Page, PageReading
from pipelines.parts import Parts
from pipelines.problems import problem
from pipelines.published import Published
from pipelines.tree import Tree
from pipelines.urls import absolute, canonical, same_site
from storage.records import Article, Issue

__all__ = ["GENERIC", "MOST_BYTES", "Layout", "Page", "PageReading", "read_page"]

MOST_BYTES = 8 * 1024 * 1024
"""A larger page is not read: news pages with pictures written into them stay below; a system's dump does not."""

# How much of a page is looked at to tell what it is.
_BEGINNING = 65_536
_TAG = re.compile(r"<(?:!doctype html|html|head|body|div|p|table|article|section|h1|span|br|title)\b", re.IGNORECASE)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|urlset|sitemapindex)\b", re.DOTALL)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "an Office file or archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
# A shorter text states nothing and is what a page shows while its script is still to fill it.
_SHORTEST_BODY = 20


def read_page(page: Page, layout: Layout = GENERIC) -> PageReading:
    """The article of a page and what is wrong with it; never fails, whatever the bytes. Same page, same reading.

    Without a text there is no article and an error says why; a missing title or date is a warning.
    """
    refusal = _refusal(page)
    if refusal:
        return PageReading(None, (refusal,))
    decoded = decode(page.body, page.encoding)
    if kind := _other_kind(decoded.text[:_BEGINNING]):
        return PageReading(None, (problem("not-html", page.final_url, kind=kind),))
    try:
        reading = _read(page, layout, decoded)
    except TooLargeError as error:
        reading = PageReading(None, (problem("too-large", page.final_url, part="article's part", **error.facts),))
    return replace(reading, issues=(*_broken(page, decoded), *reading.issues))


def _read(page: Page, layout: Layout, decoded: Decoded) -> PageReading:
    """The reading of a page that is HTML."""
    tree = Tree(decoded.text)
    about = metadata.read(tree.selector)
    base = absolute(page.final_url, tree.selector.xpath("//base/@href").get("")) or page.final_url
    tree.strip()
    container = body.find(tree, layout, about.body)
    parts = Parts(tree, layout, about, container, page.site)
    title, lead, author, credited = parts.title(), parts.lead(), parts.author(), parts.credited()
    dated = published.choose(parts.dates(), page.fetched_at)
    text = body.read(tree, layout, container, about.body)
    links = tuple(dict.fromkeys(full for link in text.links if (full := absolute(base, link))))
    blocks = body.assemble(text, title, lead)
    if sum(len(block.text) for block in text.blocks) < _SHORTEST_BODY:
        return PageReading(None, (problem("no-body", page.final_url),), links)
    article = Article(
        url=_address(page, about, base),
        site=page.site,
        title=title,
        lead=lead or about.description,
        blocks=blocks,
        author=author,
        credited_source=credited or text.credited,
        published_at=dated.at,
        published_raw=dated.raw,
        fetched_at=page.fetched_at,
        origin=page.origin,
        fetch_id=page.fetch_id,
    )
    return PageReading(article, tuple(_missing(article, dated)), links)


def _refusal(page: Page) -> Issue | None:
    """Why a page is not even decoded, or None."""
    if not page.body.strip():
        return problem("empty", page.final_url)
    if len(page.body) > MOST_BYTES:
        return problem("too-large", page.final_url, part="page", size=len(page.body), unit="bytes", limit=MOST_BYTES)
    kind = next((kind for signature, kind in _SIGNATURES.items() if page.body.startswith(signature)), None)
    return problem("not-html", page.final_url, kind=kind) if kind else None


def _other_kind(beginning: str) -> str | None:
    """What a text is that is no HTML page, or None where it is one."""
    if _FEED.match(beginning):
        return "a feed or sitemap"
    return None if _TAG.search(beginning) else "no tag of HTML in it"


def _address(page: Page, about: Metadata, base: str) -> str:
    """The canonical address: the one that the page names where it is an article's on the same site, else its own."""
    named = absolute(base, about.canonical) if about.canonical else None
    own = canonical(page.final_url)
    if not named or not (page.final_url.startswith("file:") or same_site(named, page.final_url)):
        return own
    named = canonical(named)
    # Some sites name their front page on every page.
    return own if urlsplit(named).path == "/" else named


def _broken(page: Page, decoded: Decoded) -> list[Issue]:
    """The issue of bytes that can't be read, if there are any."""
    if not decoded.broken:
        return []
    return [problem("broken-bytes", page.final_url, count=decoded.broken, encoding=decoded.encoding)]


def _missing(article: Article, dated: Published) -> list[Issue]:
    """What an article lacks, as issues."""
    issues = [] if article.title else [problem("no-title", article.url)]
    if dated.future:
        issues.append(problem("future-date", article.url, written=dated.future))
    elif not dated.at:
        wording = f" (the page says {dated.raw!r})" if dated.raw else ""
        issues.append(problem("no-date", article.url, wording=wording))
    return issues
