"""SQL in, rows out: a connection that can only read this one file, and a query's answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from storage import schema
from storage.advice import explain_query
from storage.errors import QueryError, explained, missing
from storage.workspace import Workspace

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "lock_configuration": "true",
}
"""Read-only alone still lets a query read and write other files; with these none can, nor load code, nor undo them."""

_DAMAGE = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
"""Errors of the file, not of the query."""

_READING = frozenset({duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN})


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a query: the names and types of its columns, and its rows."""

    columns: tuple[str, ...]
    types: tuple[str, ...]
    """As DuckDB writes them: `VARCHAR`, `DOUBLE`, `INTEGER[]`."""
    rows: tuple[tuple[Any, ...], ...]


def connect(path: Path | str | None = None) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the dataset at `path`, else to the published one; it reaches no file but that.

    Raises a `DatasetError` where the dataset is missing, damaged, locked by a writer or of a newer version.
    """
    place = Path(path) if path is not None else Workspace.default().published
    if not place.exists():
        raise missing(place)
    with explained(place):
        connection = duckdb.connect(place, read_only=True, config=_CLOSED)
    try:
        with explained(place):
            schema.version_of(connection, place, newest=schema.SCHEMA_VERSION)
    except BaseException:
        connection.close()
        raise
    return connection


def run(path: Path | str | None, sql: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> Result:
    """The answer of the dataset at `path` to one query; `params` fill its `?` or `$name`.

    Raises a `QueryError` where the query is wrong, a `DatasetError` where the file is damaged inside, and
    KeyboardInterrupt where Ctrl-C ended it.
    """
    place = Path(path) if path is not None else Workspace.default().published
    with connect(place) as connection, explained(place):
        return ask(connection, sql, params)


def ask(
    connection: duckdb.DuckDBPyConnection, sql: str, params: Sequence[Any] | Mapping[str, Any] | None = None
) -> Result:
    """The answer of an open dataset to one query; errors of the file itself are left as DuckDB raises them."""
    try:
        _check_reads(connection, sql)
        answer = connection.execute(sql, params)
        rows = tuple(answer.fetchall())
        columns = answer.description or []
    except _DAMAGE:
        raise
    except duckdb.Error as error:
        raise explain_query(connection, error) from error
    except RuntimeError as error:
        if "interrupted" not in str(error):
            raise
        # Ctrl-C arrives as this, while DuckDB works on in other threads and would never let the process end.
        connection.interrupt()
        raise KeyboardInterrupt from error
    return Result(tuple(str(one[0]) for one in columns), tuple(str(one[1]) for one in columns), rows)


def _check_reads(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Refuse what is not one query that reads."""
    statements = connection.extract_statements(sql)
    if not statements:
        raise QueryError('the query is empty; try "SELECT * FROM scores LIMIT 5"')
    # A PIVOT becomes two statements without a text of their own: the first finds the columns of the second.
    written = [one for one in statements if one.query] or statements[-1:]
    if len(written) > 1:
        raise QueryError(f"{len(written)} queries at once; give one at a time")
    if written[0].type not in _READING:
        does = written[0].type.name
        raise QueryError(f"{does} does more than read, and this only reads; begin with SELECT, FROM, WITH or DESCRIBE")
