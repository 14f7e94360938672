"""Reference tables: what is known beside the articles, replaced as a whole by whoever keeps that data."""

# ruff: noqa: S608 - names of tables and columns come from the schema; values are never part of the SQL

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from storage.batch import Rejected, staged
from storage.schema import quoted, shapes

TABLES = ("indexes", "components", "entities", "entity_successors", "official_results")
"""The tables that `load` fills."""


def load(connection: duckdb.DuckDBPyConnection, table: str, records: Sequence[Mapping[str, Any]]) -> None:
    """Make these all rows of a reference table; an empty string is no value, a missing one takes the default.

    Raises ValueError for a table or column that is not there, and for the first row that the table does not take.
    """
    if table not in TABLES:
        raise ValueError(f"{table!r} is no reference table; those are {', '.join(TABLES)}")
    columns = shapes()[table].columns
    strange = sorted({name for record in records for name in record} - set(columns))
    if strange:
        raise ValueError(f"the table {table} has no column {', '.join(strange)}; it has {', '.join(columns)}")
    defaults = _defaults(connection, table)
    filled = [{name: _value(record.get(name)) for name in columns} for record in records]
    rows = [{name: defaults.get(name) if row[name] is None else row[name] for name in columns} for row in filled]
    if _kept(connection, table, list(columns)) == Counter(tuple(row.values()) for row in rows):
        return
    connection.execute(f"DELETE FROM {table}")
    if rows:
        _insert(connection, table, rows)


def _kept(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> Counter[tuple[Any, ...]]:
    """The rows that the table holds: most runs bring the same again, which need not be written."""
    names = ", ".join(quoted(name) for name in columns)
    return Counter(connection.execute(f"SELECT {names} FROM {table}").fetchall())


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that must all fit."""
    rejected: list[Rejected] = []
    with staged(connection, table, rows, rejected):
        if rejected:
            raise ValueError(f"the table {table} does not take {dict(rejected[0].row)}: {rejected[0].reason}")
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * EXCLUDE (place) FROM staged ORDER BY place")


def _value(given: Any) -> Any:
    """The value as given, None for the empty string of a CSV file."""
    return None if given == "" else given


def _defaults(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, Any]:
    """The default values of the columns that have one."""
    written = connection.execute(
        "SELECT column_name, column_default FROM duckdb_columns() "
        f"WHERE table_name = '{table}' AND database_name = current_database() AND column_default IS NOT NULL"
    ).fetchall()
    values = {}
    for name, default in written:
        row = connection.execute(f"SELECT {default} AS {quoted(name)}").fetchone()
        values[name] = row[0] if row else None
    return values
