"""What stands between a spider and the network: the site's own hosts, and the limits of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.spiders.base import SiteSpider


class LeavesSite(IgnoreRequest):
    """A request to a host that is not the site's own, mostly by a redirect."""


class NotWanted(IgnoreRequest):
    """A request that the limits of the run leave no room for."""


class _Guard:
    """A downloader middleware that asks the spider."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> _Guard:
        """The guard of that crawler's spider."""
        return cls(crawler)

    @property
    def spider(self) -> SiteSpider:
        """The spider that asks."""
        spider: SiteSpider = self._crawler.spider  # type: ignore[assignment]  # the loader makes no others
        return spider


class OwnHosts(_Guard):
    """Refuses every request to a host that is not the site's own, before its robots.txt would be asked."""

    def process_request(self, request: Request) -> None:
        """Let the request pass, or raise `LeavesSite`."""
        if not self.spider.site.owns(request.url):
            raise LeavesSite(f"{request.url} is not on {self.spider.site.key}")


class Enough(_Guard):
    """Refuses requests once the run has enough of the site; stands last, so that it counts what really goes out."""

    def process_request(self, request: Request) -> None:
        """Let the request pass and count it, or raise `NotWanted`; robots.txt is free."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        if not self.spider.take(request):
            raise NotWanted(request.url)
