"""`parindex sql`: ask the dataset."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from crawler.commands import options
from storage import formats, query
from storage.workspace import Workspace


@click.command()
@click.argument("statement", metavar="SQL")
@options.form
@options.data
def sql(statement: str, form: str, data: Path) -> None:
    """Ask the dataset in SQL.

    SQL is a query in DuckDB's dialect; `-` reads it from stdin. Before a query the word `sql` may be left out. The
    dataset is opened for reading alone, shut off from other files and the network.

    \b
    Examples:
      parindex "select entity, value from statements where metric = 'rank' order by value"
      parindex sql --csv "from scores where year = 2019" > scores.csv
      echo "summarize statements" | parindex sql -
    """
    asked = sys.stdin.read() if statement == "-" else statement
    formats.write(query.run(Workspace(data).published, asked), form, sys.stdout)
