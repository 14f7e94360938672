"""`parindex explain`: how a text is read, and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from rich.console import Console

from crawler.commands.extract import documents_of, published_on, tell
from pipelines.document import Document, PartialDate
from pipelines.explain import explain as explain_document
from pipelines.files import Given, Unreadable
from pipelines.show import page, terminal


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--url", help="The address of the article, for files that do not state one.")
@click.option(
    "--published",
    callback=published_on,
    metavar="DATE",
    help="When it was published (2024, 2024-04 or 2024-04-17), for files that do not say.",
)
@click.option("--html", is_flag=True, help="Write one HTML page instead, which needs no other file.")
def explain(files: tuple[Path, ...], url: str | None, published: PartialDate | None, html: bool) -> int:
    """Show how a text is read: what was found and in force, which rows came of it, what was refused and why.

    FILE is of any kind that `parindex extract` takes. Colours stand for what a mention is. Under each line stand what
    is in force from a mention on (@): index, year, subject, component; the rows that the line gives (→), what is stated
    elsewhere too (=), numbers that give no row (✗), what arithmetic contradicts (≠) and what is no part of the article
    (·).

    \b
    Examples:
      parindex explain page.html
      parindex explain --html documents.jsonl > reading.html
    """
    given = list(documents_of(files, Given(url, published)))
    readings = [(one.id, explain_document(one)) for one in given if isinstance(one, Document)]
    if html:
        click.echo(page(readings), nl=False)
    else:
        console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
        for name, lines in readings:
            for line in terminal(name, lines):
                console.print(line)
    unreadable = [one for one in given if isinstance(one, Unreadable)]
    for one in unreadable:
        tell(one.where, one.reason)
    return int(bool(unreadable))
