"""`parindex add`: take saved pages into the dataset."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from crawler.commands import options
from crawler.report import counted, totals
from crawler.saved import answers_of, saved_files
from crawler.site import load_sites
from pipelines.items import Answer, counts, with_statements
from pipelines.writing import RunWriter, open_run
from storage.records import Origin, Severity
from storage.workspace import Workspace


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="FILE|DIR...")
@options.data
def add(paths: tuple[Path, ...], data: Path) -> int:
    """Take saved pages (.html) and texts (.txt, .json, .jsonl) into the dataset, whole folders too.

    A page that names its address is the article of that address, as if it had been crawled. What can't be read is told
    and kept as an issue, and the rest goes on.

    \b
    Example:
      parindex add saved-pages/ one-more.html
    """
    files = list(saved_files(paths))
    if not files:
        raise click.UsageError("There is no page or text in these folders.")
    total: Counter[str] = Counter()
    with open_run(data, "add", Origin.LIVE) as writer:
        sites = load_sites()
        for saved in files:
            for answer in answers_of(saved, writer.run, sites):
                total.update(_kept(with_statements(answer), writer))
        writer.finish(int(total["failed"] > 0), total)
    click.echo(f"{counted(len(files), 'file')}, {totals(total.__getitem__)}")
    click.echo(f"dataset: {Workspace(data).published}")
    return int(total["failed"] > 0)


def _kept(answer: Answer, writer: RunWriter) -> dict[str, int]:
    """The figures of an answer, once it is kept and what could not be read of it is told."""
    writer.keep(answer)
    for issue in answer.issues:
        if issue.severity is Severity.ERROR:
            click.echo(f"parindex: {issue.url}: {issue.reason}; {issue.next_step}", err=True)
    return {**counts(answer), "failed": int(answer.article is None)}
