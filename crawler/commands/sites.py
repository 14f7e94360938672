"""`parindex sites`: what can be crawled."""

from __future__ import annotations

import sys

import click

from crawler.commands import options
from crawler.site import Site, load_sites
from storage import formats
from storage.query import Result

_COLUMNS = ("site", "name", "frequency", "home_province", "discovery", "confidence", "robots")


@click.command()
@options.form
def sites(form: str) -> None:
    """List the sites that can be crawled.

    Each is a file of its domain's name in crawler/sites/; `confidence` says how sure it is that it fits the live pages.

    \b
    Example:
      parindex sites --markdown
    """
    rows = tuple(_row(site) for site in load_sites())
    formats.write(Result(_COLUMNS, ("VARCHAR",) * len(_COLUMNS), rows), form, sys.stdout)


def _row(site: Site) -> tuple[str | None, ...]:
    """What is told of a site."""
    kinds = dict.fromkeys(type(source).__name__.lower() for source in site.discovery)
    found_by = ", ".join(kinds)
    return (site.key, site.name, site.frequency, site.home_province, found_by, site.confidence, site.robots)
