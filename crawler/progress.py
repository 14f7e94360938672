"""How far a crawl is: a table that keeps itself up to date on a terminal, elsewhere a line every few seconds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.live import Live
from rich.table import Table
from scrapy import signals

from crawler.figures import SiteFigures
from crawler.spiders.base import SiteSpider

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_EVERY = 5.0
"""Seconds between two lines: enough to see that it moves, few enough for a log."""
COLUMNS = ("fetched", "articles", "dated", "statements", "issues")


@contextmanager
def watched(crawlers: Sequence[Crawler]) -> Iterator[None]:
    """Shows how far the crawlers are on stderr until the block is left."""
    console = Console(stderr=True)
    if console.is_terminal:
        with Live(get_renderable=lambda: table(figures(crawlers)), console=console, transient=True):
            yield
        return
    lines = Lines(console, crawlers)
    for crawler in crawlers:
        crawler.signals.connect(lines.on_item, signal=signals.item_scraped)
    yield


def table(sites: Sequence[SiteFigures]) -> Table:
    """The figures, a row per site."""
    grid = Table("site", *COLUMNS, box=None, header_style="bold")
    for site in sites:
        grid.add_row(site.site, *(str(site.counts()[name]) for name in COLUMNS))
    return grid


def figures(crawlers: Sequence[Crawler]) -> list[SiteFigures]:
    """The figures of the crawlers that have begun, as they are now."""
    begun = (crawler.spider for crawler in crawlers if crawler.settings.frozen)
    return [spider.figures() for spider in begun if isinstance(spider, SiteSpider)]


class Lines:
    """Writes a line about all crawlers when the last one is a while ago."""

    def __init__(self, console: Console, crawlers: Sequence[Crawler]) -> None:
        self._console = console
        self._crawlers = crawlers
        self._last = time.monotonic()

    def on_item(self) -> None:
        """Write a line if it is time."""
        if time.monotonic() - self._last < _EVERY:
            return
        self._last = time.monotonic()
        sites = (f"{site.site}: {site.fetched} fetched, {site.articles} articles" for site in figures(self._crawlers))
        self._console.print("; ".join(sites), highlight=False, soft_wrap=True)
