"""The spider of every site: sources, then articles, then what the articles link; each answer with all that it gives."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.http import Response

from crawler import answers
from crawler.contact import require_contact
from crawler.discovery import SourceError
from crawler.figures import SiteFigures, figures_of
from crawler.frontier import Frontier, Step, Visit
from crawler.limits import limits_of
from crawler.middlewares import LeavesSite, NotWanted
from crawler.offers import offers, onward
from crawler.sources import Related, Sitemap
from pipelines.article import read_page
from pipelines.items import Answer
from pipelines.page import Page, PageReading
from pipelines.urls import canonical
from storage.records import Article, Fetch, Origin

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from crawler.site import Site
    from pipelines.writing import RunWriter

_LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")
_GONE = {404, 410}


class SiteSpider(Spider):
    """Crawls one site within the limits of the run; `since`, `until`, `sample` and `max_pages` may be given as text."""

    site: ClassVar[Site]
    """The site, set by the loader that makes the spider's class."""

    writer: RunWriter
    """The writer of the run, given by the runner or, under `scrapy crawl`, by the pipeline that stores."""

    def __init__(
        self,
        since: object = None,
        until: object = None,
        sample: object = None,
        max_pages: object = None,
        writer: RunWriter | None = None,
        **arguments: Any,
    ) -> None:
        super().__init__(**arguments)
        if writer is not None:
            self.writer = writer
        self.limits = limits_of(since, until, sample, max_pages)
        self.frontier = Frontier(self.site, self.limits)
        self._asked = 0
        self._kept: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> SiteSpider:
        """The spider with the arguments; a live crawl wants a contact."""
        require_contact(Origin(crawler.settings["PARINDEX_ORIGIN"]), crawler.settings["PARINDEX_CONTACT"])
        return super().from_crawler(crawler, *args, **kwargs)

    async def start(self) -> AsyncIterator[Request]:
        """The first page of every source."""
        for step in self.frontier.start():
            yield self._request(step)

    def figures(self) -> SiteFigures:
        """The site's figures so far."""
        return figures_of(self.site.key, self.crawler.stats.get_stats(), dict(self.frontier.counts))

    def take(self, request: Request) -> bool:
        """Whether the run has room for one more request, which this counts."""
        spent = self.limits.max_pages is not None and self._asked >= self.limits.max_pages
        if spent or self._has_enough() or self.writer.failure or not self.frontier.take(_step(request)):
            return False
        self._asked += 1
        return True

    def on_source(self, response: Response, visit: Visit) -> Iterator[Answer | Request]:
        """The answer of a listing, feed or sitemap, and what it leads to."""
        steps: list[Step] = []
        trouble = answers.bad_status(response)
        try:
            if not trouble:
                max_size = self.settings.getint("DOWNLOAD_MAXSIZE")
                steps = list(offers(response, visit, self.frontier, max_size))
        except SourceError as error:
            trouble = answers.trouble_with_source(response.url, error)
        yield Answer(self._fetch(response, visit), issues=(trouble,) if trouble else ())
        yield from map(self._request, steps)

    def on_article(self, response: Response, visit: Visit) -> Iterator[Answer | Request]:
        """The answer of an article's page with the article, and what the page leads to."""
        fetch = self._fetch(response, visit)
        trouble = answers.bad_status(response)
        if visit.is_guess:
            self.frontier.guessed(right=trouble is None)
        if trouble:
            is_miss = visit.is_guess and response.status in _GONE
            yield Answer(fetch, issues=() if is_miss else (trouble,))
            return
        reading = self._read(response, fetch)
        yield self._answer(fetch, reading, visit)
        yield from map(self._request, self._onward(response.url, reading, visit))

    def on_failure(self, failure: Failure) -> Iterator[Answer]:
        """The answer of a request that no page came of."""
        request: Request = failure.request  # type: ignore[attr-defined]  # Scrapy sets it
        error: BaseException = failure.value  # type: ignore[assignment]  # Twisted has none before it failed
        if isinstance(error, NotWanted):
            self._count("not_wanted")
            return
        self._count("forbidden", answers.is_forbidden(error))
        self._count("off_site", isinstance(error, LeavesSite))
        issue = answers.trouble_without_answer(request, error)
        visit = _step(request).visit
        if visit.is_guess:
            self.frontier.guessed(right=False)
        fetch = answers.fetch_without_answer(request, self.writer.run.id, self.site.key, visit.kind, issue.reason)
        yield Answer(fetch if answers.was_asked(request, error) else None, issues=(issue,))

    def _request(self, step: Step) -> Request:
        """The request of a step, in the order of its worth."""
        return Request(
            step.url,
            callback=self.on_article if step.visit.kind == "article" else self.on_source,
            errback=self.on_failure,
            cb_kwargs={"visit": step.visit},
            priority=_worth(step.visit),
        )

    def _fetch(self, response: Response, visit: Visit) -> Fetch:
        """The record of an answer."""
        self._count("fetched")
        return answers.fetch_of(response, self.writer.run.id, self.site.key, visit.kind, datetime.now(UTC))

    def _read(self, response: Response, fetch: Fetch) -> PageReading:
        """What the page holds; a reader that breaks on it leaves an issue."""
        page = Page(
            url=fetch.url,
            final_url=fetch.final_url,
            body=response.body,
            encoding=answers.declared_charset(response),
            fetched_at=fetch.fetched_at,
            site=self.site.key,
            origin=self.writer.run.origin,
            fetch_id=fetch.id,
        )
        try:
            reading = read_page(page, self.site.layout_on(fetch.fetched_at.date()))
        except Exception as error:  # noqa: BLE001 - whatever breaks on one page must not cost the others
            reading = PageReading(None, (answers.trouble_reading(fetch.url, error),))
        self._count("read")
        self._count("unreadable", reading.article is None)
        return reading

    def _answer(self, fetch: Fetch, reading: PageReading, visit: Visit) -> Answer:
        """The answer with the article where it is wanted, and what is wrong with it."""
        article = reading.article
        if article is None:
            return Answer(fetch, issues=reading.issues)
        if visit.is_guess and article.url == canonical(fetch.url):
            return Answer(fetch, issues=(answers.trouble_without_address(fetch.url),))
        if article.id in self._kept or self._has_enough():
            return Answer(fetch)
        if not self.limits.admits(_day(article)):
            self._count("outside")
            return Answer(fetch)
        self._kept.add(article.id)
        return Answer(fetch, article, issues=reading.issues)

    def _onward(self, url: str, reading: PageReading, visit: Visit) -> Iterator[Step]:
        """What the page leads to; one older than the run wants leads to still older ones, mostly."""
        day = _day(reading.article) if reading.article else None
        if self.limits.may_admit(day):
            yield from onward(url, reading, visit, self.site, self.frontier)

    def _has_enough(self) -> bool:
        """Whether the sample is complete."""
        return self.limits.sample is not None and len(self._kept) >= self.limits.sample

    def _count(self, name: str, count: int = 1) -> None:
        """Add to one of the site's figures."""
        self.crawler.stats.inc_value(f"parindex/{name}", count)


def _step(request: Request) -> Step:
    """The step that a request makes."""
    return Step(request.url, request.cb_kwargs["visit"])


def _worth(visit: Visit) -> int:
    """The priority of a request: what tells of the newest first, guesses last."""
    if visit.is_guess:
        return -10
    if isinstance(visit.source, Related | Sitemap):
        return 0 if visit.kind == "article" else 5
    return 10 if visit.kind == "article" or visit.page > 1 else 20


def _day(article: Article) -> date | None:
    """The day in Việt Nam on which the article was published."""
    return article.published_at.astimezone(_LOCAL).date() if article.published_at else None
