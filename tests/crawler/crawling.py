"""A crawl in a process of its own: Scrapy's event loop starts once in a process, and a test may interrupt it."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import warnings
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import duckdb

from crawler.limits import limits_of
from crawler.runner import crawl
from crawler.site import parse_site
from storage.records import Origin
from tests.crawler.web import Web

FAST = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
    "DOWNLOAD_TIMEOUT": 5,
    "RETRY_TIMES": 0,
}
LIMITS = ("since", "until", "sample", "max_pages")


@dataclass(frozen=True)
class Crawled:
    """What a crawl came to."""

    data: Path
    status: int | None
    sites: dict[str, dict[str, Any]]
    """The figures by site."""
    findings: list[tuple[str, str]]
    """Site and kind of what is wrong."""
    error: str

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """What the published dataset answers."""
        with duckdb.connect(str(self.data / "parindex.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def issues(self) -> set[tuple[str, str]]:
        """The issues as path and kind."""
        return {("/" + url.split("/", 3)[3], kind) for url, kind in self.rows("select url, kind from issues")}


def crawled(web: Web, data: Path, sites: Mapping[str, str], **wanted: Any) -> Crawled:
    """The outcome of a crawl of the sites, given as host and site file, with limits and settings as wanted."""
    process = begun(web, data, sites, **wanted)
    process.join(120)
    return outcome(data, process)


def begun(web: Web, data: Path, sites: Mapping[str, str], **wanted: Any) -> ForkServerProcess:
    """The process of such a crawl, begun."""
    limits = [wanted.pop(name, None) for name in LIMITS]
    settings = {**FAST, "PARINDEX_HOSTS": web.hosts(*sites, "elsewhere.test"), **wanted}
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.crawler.warm"])
    data.mkdir(parents=True, exist_ok=True)
    process = context.Process(target=_crawl, args=(dict(sites), data, limits, settings))
    process.start()
    return process


def outcome(data: Path, process: ForkServerProcess) -> Crawled:
    """The outcome that an ended process told."""
    told = json.loads(text) if (text := _text(data / "told.json")) else {"sites": {}, "findings": []}
    found = [(site, kind) for site, kind in told["findings"]]
    return Crawled(data, process.exitcode, told["sites"], found, _text(data / "stderr.txt"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _crawl(sites: Mapping[str, str], data: Path, limits: list[Any], settings: Mapping[str, Any]) -> None:
    """In the process: crawl as told, tell the outcome, and leave with the crawl's status."""
    warnings.simplefilter("error")
    with (data / "stderr.txt").open("w", encoding="utf-8") as stderr:
        os.dup2(stderr.fileno(), sys.stderr.fileno())
    read = [parse_site(text.encode(), f"{host}.toml") for host, text in sites.items()]
    summary = crawl(read, data, limits_of(*limits), origin=Origin.DEMO, overrides=settings)
    figures = {site.site: asdict(site) for site in summary.sites}
    told = {"sites": figures, "findings": [(found.site, found.kind) for found in summary.findings]}
    (data / "told.json").write_text(json.dumps(told), encoding="utf-8")
    sys.exit(summary.exit_status)
