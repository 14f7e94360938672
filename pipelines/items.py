"""Scrapy's item pipelines, thin: the rows of an article, and the answer with all that came of it into the dataset."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipelines.document import of_article
from pipelines.statements import extract
from pipelines.writing import open_run
from storage.records import Article, Fetch, Issue, Origin, ScoreStatement, Severity

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one request, kept whole or not at all."""

    fetch: Fetch | None
    """None where nothing was asked for, because robots.txt or the site's bounds forbid it."""
    article: Article | None = None
    statements: tuple[ScoreStatement, ...] = ()
    issues: tuple[Issue, ...] = ()


def with_statements(answer: Answer) -> Answer:
    """The answer with the rows of its article; an extractor that fails on it leaves an issue and the article."""
    if answer.article is None:
        return answer
    try:
        extraction = extract(of_article(answer.article))
    except Exception as error:  # noqa: BLE001 - whatever breaks on one article must not cost the others
        return replace(answer, issues=(*answer.issues, _failed(answer.article, error)))
    version = answer.article.version_id
    found = (replace(issue, version_id=version, url=answer.article.url) for issue in extraction.issues)
    return replace(answer, statements=tuple(extraction.statements), issues=(*answer.issues, *found))


class ExtractPipeline:
    """Adds the rows of an answer's article."""

    def process_item(self, item: Answer) -> Answer:
        """The answer with its rows."""
        return with_statements(item)


class StorePipeline:
    """Keeps answers in the dataset of the run and counts them.

    The spider has the writer of its run as `writer`; under `scrapy crawl` it has none, and the pipeline opens a run of
    its own for it, into the folder that the setting `PARINDEX_DATA` names.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._own = ExitStack()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """The pipeline of a crawler."""
        return cls(crawler)

    def open_spider(self) -> None:
        """See to it that there is a writer."""
        spider: Any = self._crawler.spider
        if not hasattr(spider, "writer"):
            settings = self._crawler.settings
            run = open_run(Path(settings["PARINDEX_DATA"]), "scrapy crawl", Origin(settings["PARINDEX_ORIGIN"]))
            spider.writer = self._own.enter_context(run)

    def close_spider(self) -> None:
        """End the run if it is the pipeline's own."""
        self._own.close()

    def process_item(self, item: Answer) -> Answer:
        """The answer, once it is kept and counted."""
        spider: Any = self._crawler.spider
        spider.writer.keep(item)
        for name, count in counts(item).items():
            self._crawler.stats.inc_value(f"parindex/{name}", count)
        return item


def counts(answer: Answer) -> dict[str, int]:
    """What an answer adds to the figures of its site."""
    article = answer.article
    return {
        "pages": int(answer.fetch is not None and 200 <= answer.fetch.status < 300),
        "articles": int(article is not None),
        "dated": int(article is not None and article.published_at is not None),
        "statements": len(answer.statements),
        "issues": len(answer.issues),
    }


def _failed(article: Article, error: Exception) -> Issue:
    """The issue of an article on which the extractor broke."""
    return Issue(
        stage="extract",
        severity=Severity.ERROR,
        kind="extractor-failed",
        reason=f"the extractor broke: {type(error).__name__}: {error}",
        next_step="report it with the address of the article; its rows come with the next version",
        url=article.url,
        version_id=article.version_id,
    )
