"""Crawls sites in one process: a spider each, one writer for all, watched while it runs and judged when it ends."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.contact import require_contact
from crawler.figures import SiteFigures
from crawler.limits import Limits
from crawler.monitors import Finding, findings
from crawler.progress import watched
from crawler.spiders.base import SiteSpider
from crawler.spiders.loader import spider_of
from pipelines.writing import RunWriter, open_run
from storage.records import Origin
from storage.workspace import Workspace

if TYPE_CHECKING:
    from asyncio import Task

    from scrapy.crawler import Crawler

    from crawler.site import Site


@dataclass(frozen=True, slots=True)
class CrawlSummary:
    """What a crawl came to."""

    run_id: str
    sites: tuple[SiteFigures, ...]
    findings: tuple[Finding, ...]
    """What is wrong with sites that should have given something."""
    is_interrupted: bool
    """Whether somebody stopped it; all that came until then is kept."""
    seconds: float
    """How long the crawling took."""
    published: Path
    """The dataset that readers open."""
    log: Path

    @property
    def exit_status(self) -> int:
        """130 after an interruption, 1 where something is wrong with a site, else 0."""
        return 130 if self.is_interrupted else int(bool(self.findings))

    def figures(self) -> dict[str, int]:
        """The figures of the run: sums, and per site as `site.<name>.<count>`."""
        per_site = {f"site.{site.site}.{name}": n for site in self.sites for name, n in site.counts().items()}
        totals = {name: self.total(name) for name in ("pages", "articles", "statements", "issues")}
        return {**totals, **per_site}

    def total(self, name: str) -> int:
        """The sum of one figure over the sites."""
        return sum(site.counts()[name] for site in self.sites)


def crawl(
    sites: Sequence[Site],
    data: Path,
    limits: Limits,
    *,
    origin: Origin = Origin.LIVE,
    command: str = "crawl",
    overrides: Mapping[str, Any] | None = None,
) -> CrawlSummary:
    """Crawl the sites into a data folder and publish what came; settings of Scrapy may be overridden.

    Once in a process, for Scrapy's event loop cannot be started twice. Raises `ContactError`, or the storage's error
    where the data folder does not take this crawl or fails on the way.
    """
    workspace = Workspace(data)
    log = workspace.working.with_name("crawl.log")
    settings = _settings({"LOG_FILE": str(log), "PARINDEX_ORIGIN": origin.value, **(overrides or {})})
    require_contact(origin, settings["PARINDEX_CONTACT"])
    with open_run(data, command, origin) as writer:
        started = time.monotonic()
        figures = _crawled(sites, settings, limits, writer)
        summary = CrawlSummary(
            run_id=writer.run.id,
            sites=figures,
            findings=tuple(finding for site in figures for finding in findings(site)),
            is_interrupted=any(site.is_interrupted for site in figures),
            seconds=time.monotonic() - started,
            published=workspace.published,
            log=log,
        )
        writer.finish(summary.exit_status, summary.figures())
    return summary


def _settings(overrides: Mapping[str, Any]) -> Settings:
    """The project's settings with the overrides of this run."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.setdict(overrides, priority="cmdline")
    return settings


def _crawled(sites: Sequence[Site], settings: Settings, limits: Limits, writer: RunWriter) -> tuple[SiteFigures, ...]:
    """The figures of the sites after all their spiders are done."""
    process = AsyncCrawlerProcess(settings)
    crawlers = [process.create_crawler(spider_of(site)) for site in sites]
    tasks = [process.crawl(crawler, writer=writer, **asdict(limits)) for crawler in crawlers]
    with watched(crawlers):
        process.start()
    return tuple(map(_figures, crawlers, tasks))


def _figures(crawler: Crawler, task: Task[None]) -> SiteFigures:
    """The figures of a crawler that is done; one that never began has an error of the program to show."""
    spider = crawler.spider
    if not isinstance(spider, SiteSpider) or (task.done() and task.exception()):
        return SiteFigures(str(crawler.spidercls.name), ended="failed", broken=1)
    return spider.figures()
