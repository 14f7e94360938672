"""`parindex demo`: crawl the bundled press, offline, and make a dataset of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from crawler import report, runner
from crawler.commands import options
from crawler.demo import press
from crawler.limits import Limits
from crawler.runner import CrawlSummary
from crawler.site import load_site
from storage import query
from storage.records import Origin

PAPERS = {"tcnn.test": "tcnn.vn", "hanoimoi.test": "hanoimoi.vn"}
"""The hosts of the press, and the sites whose pages they are built like."""
_STOP = re.compile(r"\n|\. ")
_FIRST_ROWS = """
SELECT statements.entity, statements.year, statements.component, statements.metric, statements.value,
    articles.text, statements.quote_start, statements.quote_end, articles.url
FROM current_statements AS statements JOIN articles ON articles.url = statements.url
WHERE statements.part = 'text' AND statements."index" = 'par_index'
QUALIFY row_number() OVER (PARTITION BY statements.url ORDER BY statements.quote_start, statements.id) = 1
ORDER BY statements.published_at DESC, statements.url LIMIT 5
"""
_NEXT = (
    "parindex \"select entity, value from statements where metric = 'rank' order by value\"",
    "parindex issues",
    "parindex sites",
)


@click.command()
@options.data
def demo(data: Path) -> int:
    """Crawl the bundled press, offline, and make a dataset of it.

    The press is two small papers in the structures of tcnn.vn and hanoimoi.vn, served on this machine; the real spiders
    crawl it over HTTP. Its rows never mix with those of the live sites: it wants a data folder of its own.

    \b
    Example:
      parindex demo
    """
    sites = [load_site(key).on_host(host) for host, key in PAPERS.items()]
    with press.serve() as served:
        summary = runner.crawl(
            sites, data, Limits(), origin=Origin.DEMO, command="demo", overrides=_settings(served.host, served.port)
        )
        _tell(summary)
    return summary.exit_status


def _settings(host: str, port: int) -> dict[str, Any]:
    """The settings for a server of our own: it is led to, and nobody has to be spared."""
    return {
        "PARINDEX_HOSTS": dict.fromkeys(PAPERS, f"{host}:{port}"),
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
        "CONCURRENT_REQUESTS": 8,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    }


def _tell(summary: CrawlSummary) -> None:
    """What was found, the first rows with their sentences, where the file is, and what to try next."""
    pages = summary.total("pages")
    speed = f"{summary.seconds:.1f} s ({pages / summary.seconds:.0f} a second)"
    click.echo(f"{pages} pages seen in {speed}, {report.totals(summary.total)}")
    report.tell(summary)
    click.echo("\nThe first rows, each with the sentence that states it:")
    for entity, year, component, metric, value, text, start, end, url in query.run(summary.published, _FIRST_ROWS).rows:
        click.echo(f"  {entity}, {year}, {component}, {metric}: {value:g}")
        click.echo(f"    {_sentence(text, start, end)}\n    {url}")
    click.echo("\nTo try next:")
    for command in _NEXT:
        click.echo(f"  {command}")


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a quote, as far as stops and line ends tell."""
    begin = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, end)
    return text[begin : stop.start() + 1 if stop else len(text)].strip()
