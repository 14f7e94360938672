"""Scrapy's item pipelines, thin: the rows of an article, and the answer with all that came of it into the dataset."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pipelines.document import of_article
from pipelines.statements import extract
from storage.records import Article, Fetch, Issue, ScoreStatement, Severity

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from pipelines.writing import RunWriter


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
    """Keeps answers in the dataset of the run, counts them, and stops the spider when the dataset takes no more."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        """The pipeline of a crawler whose spider has the writer of its run as `writer`."""
        return cls(crawler)

    def process_item(self, item: Answer) -> Answer:
        """The answer, once it is kept and counted."""
        spider: Any = self.crawler.spider
        writer: RunWriter = spider.writer
        writer.keep(item)
        for name, count in counts(item).items():
            self.crawler.stats.inc_value(f"parindex/{name}", count)
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
