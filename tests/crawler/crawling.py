"""A crawl in a process of its own: Scrapy's event loop starts once in a process, and a test may interrupt it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
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


@dataclass(frozen=True)
class Crawled:
    """What a crawl came to."""

    data: Path
    status: int
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


def arguments(web: Web, data: Path, sites: Mapping[str, str], **wanted: Any) -> str:
    """What the process is told, as JSON."""
    limits = {name: wanted.pop(name) for name in ("since", "until", "sample", "max_pages") if name in wanted}
    settings = {**FAST, "PARINDEX_HOSTS": web.hosts(*sites, "elsewhere.test"), **wanted}
    return json.dumps({"sites": dict(sites), "data": str(data), "limits": limits, "settings": settings})


def command(told: str) -> list[str]:
    """The command line of the process."""
    return [sys.executable, "-W", "error", "-m", "tests.crawler.crawling", told]


def crawled(web: Web, data: Path, sites: Mapping[str, str], **wanted: Any) -> Crawled:
    """The outcome of a crawl of the sites, given as host and site file, with limits and settings as wanted."""
    done = subprocess.run(
        command(arguments(web, data, sites, **wanted)), capture_output=True, encoding="utf-8", check=False, timeout=120
    )
    return outcome(data, done.returncode, done.stdout, done.stderr)


def outcome(data: Path, status: int, out: str, err: str) -> Crawled:
    """The outcome that the process told."""
    told = json.loads(out) if out else {"sites": {}, "findings": []}
    return Crawled(data, status, told["sites"], [(site, kind) for site, kind in told["findings"]], err)


def main(told: Sequence[str]) -> int:
    """Crawl as told and tell the outcome; the exit status is the crawl's."""
    wanted = json.loads(told[0])
    sites = [parse_site(text.encode(), f"{host}.toml") for host, text in wanted["sites"].items()]
    limits = limits_of(*(wanted["limits"].get(name) for name in ("since", "until", "sample", "max_pages")))
    summary = crawl(sites, Path(wanted["data"]), limits, origin=Origin.DEMO, overrides=wanted["settings"])
    figures = {site.site: asdict(site) for site in summary.sites}
    json.dump({"sites": figures, "findings": [(found.site, found.kind) for found in summary.findings]}, sys.stdout)
    return summary.exit_status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
