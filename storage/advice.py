"""What is wrong with a query, in one line: what DuckDB says, and the nearest names of the dataset."""

from __future__ import annotations

import re
from difflib import get_close_matches

import duckdb

from storage.errors import QueryError

_TABLE = re.compile(r"Table with name (?P<name>.+?) does not exist")
_COLUMN = re.compile(r'Referenced (?:column|table) "(?P<name>.+?)" (?:was )?not found')
_FIELD = re.compile(r'"(?P<table>[^"]+)" does not have a column named "(?P<name>.+?)"')
_FUNCTION = re.compile(r"Function with name (?P<name>\S+) does not exist!(?: Did you mean \"(?P<near>.+?)\")?")
_SYNTAX = re.compile(r'syntax error at (?:or near "(?P<near>.*?)"|end of input)', re.DOTALL)
_MISSING_VALUES = re.compile(r"Values were not provided for the following prepared statement parameters: (?P<names>.+)")
_FORBIDDEN = re.compile(r"Permission Error|configuration has been locked|read-only mode")


def explain_query(connection: duckdb.DuckDBPyConnection, error: duckdb.Error) -> QueryError:
    """The error of a query in one line that says what to change."""
    said = " ".join(str(error).split("\n\nLINE ")[0].split())
    if found := _TABLE.search(said):
        return QueryError(_no_table(connection, found["name"]))
    if found := _COLUMN.search(said) or _FIELD.search(said):
        return QueryError(_no_column(connection, found["name"], str(error)))
    if found := _FUNCTION.search(said):
        near = f", did you mean {found['near']}()?" if found["near"] else "; see https://duckdb.org/docs/sql/functions"
        return QueryError(f"there is no function {found['name']}(){near}")
    if found := _SYNTAX.search(said):
        where = f"at {found['near']!r}" if found["near"] else "at its end"
        return QueryError(f"the SQL cannot be read {where}: check the words before it, commas, quotes and brackets")
    if found := _MISSING_VALUES.search(said):
        return QueryError(f"the query asks for values that were not given: {found['names']}")
    if _FORBIDDEN.search(said):
        return QueryError(
            "the query reaches for a file, the network or a setting; only the tables and views can be read"
        )
    return QueryError(said.split(" Candidate functions:")[0])


def _no_table(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """What to say of a table that is not there."""
    tables = _names(
        connection,
        "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal",
    )
    near = get_close_matches(name.lower(), tables, 1)
    return (
        f"there is no table {name!r}"
        + (f", did you mean {near[0]}?" if near else "")
        + f" There are {', '.join(tables)}."
    )


def _no_column(connection: duckdb.DuckDBPyConnection, name: str, said: str) -> str:
    """What to say of a column that is not there: the nearest of the tables asked, else where one of that name is."""
    candidates = re.findall(r'"([^"]+)"', said.partition("Candidate bindings:")[2].partition("\n")[0])
    own = [candidate.rsplit(".")[-1] for candidate in candidates]
    every = _names(connection, "SELECT DISTINCT column_name FROM duckdb_columns() WHERE NOT internal")
    near = get_close_matches(name.lower(), own, 1, 0.5) or get_close_matches(name.lower(), every, 1)
    if not near:
        return f"there is no column {name!r}; text stands in single quotes ('{name}'), DESCRIBE lists a table's columns"
    homes = _names(
        connection, "SELECT table_name FROM duckdb_columns() WHERE NOT internal AND column_name = ?", near[0]
    )
    return f"there is no column {name!r} here, did you mean {near[0]} (of {', '.join(homes)})?"


def _names(connection: duckdb.DuckDBPyConnection, sql: str, *params: str) -> list[str]:
    """The names that a query over the catalogue gives, sorted."""
    return sorted(str(row[0]) for row in connection.execute(sql, params).fetchall())
