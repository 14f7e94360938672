"""`parindex crawl`: fetch sites and add what they state to the dataset."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from crawler import report, runner
from crawler.commands import options
from crawler.limits import Limits
from crawler.site import load_site, load_sites

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_COUNT = click.IntRange(min=1)


def _day(_context: click.Context, _option: click.Parameter, given: datetime | None) -> date | None:
    """The day that an option names."""
    return given.date() if given else None


@click.command()
@click.argument("sites", nargs=-1, metavar="[SITE]...")
@click.option("--since", type=_DAY, callback=_day, metavar="DAY", help="Only articles published on this day or after.")
@click.option("--until", type=_DAY, callback=_day, metavar="DAY", help="Only articles published on this day or before.")
@click.option("--sample", type=_COUNT, metavar="N", help="Stop after N articles of each site.")
@click.option("--max-pages", type=_COUNT, metavar="N", help="Ask each site for no more than N pages.")
@options.data
def crawl(
    sites: tuple[str, ...],
    since: date | None,
    until: date | None,
    sample: int | None,
    max_pages: int | None,
    data: Path,
) -> int:
    """Crawl sites and add what they state to the dataset; all sites where none is named.

    A site is named by its domain, as `parindex sites` lists them. The sites learn from the user agent whom to write to:
    PARINDEX_CONTACT has to hold a mail address or a web page. Interrupted with Ctrl-C, the crawl keeps and publishes
    what came until then.

    \b
    Example:
      PARINDEX_CONTACT=name@example.org parindex crawl tcnn.vn --since 2024-01-01 --sample 20
    """
    wanted = [load_site(key) for key in dict.fromkeys(sites)] if sites else load_sites()
    summary = runner.crawl(wanted, data, Limits(since, until, sample, max_pages))
    report.tell(summary)
    return summary.exit_status
