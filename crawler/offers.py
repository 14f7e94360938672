"""Where a page leads: from a source to its articles and its further pages, from an article to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scrapy.http import Response, TextResponse

from crawler.discovery import Entry, SourceError, feed, links, sitemap
from crawler.frontier import Frontier, Step, Visit
from crawler.site import Site
from crawler.sources import Feed, Ids, Listing, Related, Sitemap
from pipelines.page import PageReading

_ALL_LINKS = ("a",)
_SITEMAP_FILES = 20
"""How many files of a sitemap's index are read in a run: sites keep one per year or month."""
_SITEMAP_DEPTH = 3
"""How deep indexes of indexes are followed."""


def offers(response: Response, visit: Visit, frontier: Frontier, max_size: int) -> Iterator[Step]:
    """What a source's page leads to: articles first, then its further pages; a `SourceError` where it can't be read."""
    match visit.source:
        case Feed() as source:
            yield from frontier.articles(feed(response.body), source)
        case Sitemap() as source:
            yield from _of_sitemap(response, visit, source, frontier, max_size)
        case Listing() as source:
            yield from _of_listing(response, visit, source, frontier)


def onward(url: str, reading: PageReading, visit: Visit, site: Site, frontier: Frontier) -> Iterator[Step]:
    """What an article's page leads to: the articles that it links, and those whose number stands next to its own."""
    for related in site.sources_of(Related):
        yield from frontier.related(reading.related_links, related, visit)
    if not visit.is_guess:
        for ids in site.sources_of(Ids):
            yield from frontier.neighbours(url, ids)


def _of_sitemap(response: Response, visit: Visit, source: Sitemap, frontier: Frontier, max_size: int) -> Iterator[Step]:
    """The articles of a sitemap, or the files of its index."""
    page = sitemap(response.body, max_size)
    if not page.is_index:
        yield from frontier.articles(page.entries, source)
        return
    wanted = (entry.url for entry in page.entries if frontier.limits.may_admit(entry.changed))
    yield from frontier.further_pages(islice(wanted, _SITEMAP_FILES), visit, _SITEMAP_DEPTH)


def _of_listing(response: Response, visit: Visit, source: Listing, frontier: Frontier) -> Iterator[Step]:
    """The articles of a listing's page, and the next page."""
    if not isinstance(response, TextResponse):
        raise SourceError("the listing is no text")
    urls = links(response, source.links or _ALL_LINKS)
    if source.links and not urls and visit.page == 1:
        raise SourceError(f"nothing on the page is selected by {' or '.join(source.links)}")
    yield from frontier.articles(map(Entry, urls), source, trusted=bool(source.links))
    yield from frontier.further_pages(links(response, source.next), visit, source.pages)
