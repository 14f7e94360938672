"""What is kept and how it is asked: typed records in a DuckDB file that documents itself.

    records.py     what the other packages speak in: Fetch, Article, ScoreStatement, Issue, Run
    schema.sql     tables, keys, checks, and a comment on every table and column
    views.sql      what follows from the tables: scores, conflicts, articles_with_rows, open_issues
    migrations/    the steps from one version of the tables to the next
    schema.py      makes the tables and views, and brings older files forward
    workspace.py   the data folder: which file in it is which
    database.py    the one writer: Database
    waiting.py     the rows that wait for the next commit
    rows.py        records as rows, and back
    batch.py       many rows at once, held against the checks of their table
    merge.py       how new rows meet those that are there
    reference.py   the reference tables
    publish.py     the published file, replaced at once
    articles.py    the articles as they were kept, to be read again
    query.py       a read-only, closed connection, and a query's answer
    advice.py      what is wrong with a query, in one line
    formats.py     an answer as a table, CSV, JSON, JSON lines or Markdown
    errors.py      what can be wrong with a dataset

`storage.open()` gives a read-only connection to the published dataset.
"""

from __future__ import annotations

from storage.errors import DatasetError, QueryError
from storage.query import connect as open  # noqa: A004 - `storage.open()` is what people look for
from storage.schema import SCHEMA_VERSION

__all__ = ["SCHEMA_VERSION", "DatasetError", "QueryError", "open"]
