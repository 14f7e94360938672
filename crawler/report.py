"""What the person who asked for a crawl is told when it is over: the summary of the run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from crawler.figures import SiteFigures
    from crawler.runner import CrawlSummary


def tell(summary: CrawlSummary) -> None:
    """Tell how the crawl went: the figures on stdout, what is wrong on stderr."""
    for site in summary.sites:
        click.echo(site_line(site))
    click.echo(f"dataset: {summary.published}")
    for finding in summary.findings:
        click.echo(f"parindex: {finding.site}: {finding.message}", err=True)
    if summary.total("broken"):
        click.echo(f"parindex: the log is {summary.log}", err=True)
    if summary.is_interrupted:
        click.echo("parindex: interrupted; what came until then is kept and published", err=True)


def site_line(site: SiteFigures) -> str:
    """What a crawl of a site came to, in one line; what stayed at zero for a good reason is left out."""
    said = [
        f"{site.found} found",
        f"{site.fetched} fetched",
        counted(site.articles, "article"),
        f"{site.dated} dated",
        counted(site.statements, "row"),
        counted(site.issues, "issue"),
    ]
    seldom = (("outside", "outside the days"), ("forbidden", "forbidden by robots.txt"), ("off_site", "off the site"))
    said += [f"{site.counts()[name]} {words}" for name, words in seldom if site.counts()[name]]
    return f"{site.site}: {', '.join(said)}"


def totals(count: Callable[[str], int]) -> str:
    """What came of it all: the articles, rows and issues that `count` has for these names."""
    nouns = {"articles": "article", "statements": "row", "issues": "issue"}
    return ", ".join(counted(count(name), noun) for name, noun in nouns.items())


def counted(count: int, noun: str) -> str:
    """The count with its noun, in the plural where it is not one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
