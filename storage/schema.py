"""The tables and views of a database file: made new, brought forward from an earlier version, and described."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from storage.errors import newer_schema, not_ours

SCHEMA_VERSION = 1
"""The version of the tables in schema.sql: the number of the last file in migrations/."""

_PACKAGE = files("storage")

WRITING: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "storage_compatibility_version": "v1.2.0",
    "checkpoint_threshold": "128MB",
}
"""How a file is opened for writing: it loads nothing from the network and takes no Python variable for a table.

The file format of DuckDB 1.2 packs long texts by zstd, where earlier formats leave them as they are and later ones
choose something looser. A log of 128 MB is folded into the file eight times less often than the usual 16 MB.
"""


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Make all tables and views in an empty database, in one transaction."""
    with transaction(connection):
        connection.execute(_read("schema.sql"))
        connection.execute("INSERT INTO dataset (schema_version) VALUES (?)", [SCHEMA_VERSION])
        _make_views(connection)


@cache
def blank() -> bytes:
    """A database file with all tables and views and no rows; made once, since that takes a quarter of a second."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.duckdb"
        with duckdb.connect(path, config=WRITING) as connection:
            create(connection)
        return path.read_bytes()


def bring_forward(connection: duckdb.DuckDBPyConnection, path: Path, steps: Mapping[int, str] | None = None) -> None:
    """Take the database to the newest version in one transaction; a newer one is refused."""
    known = migrations() if steps is None else steps
    newest = max(known)
    found = version_of(connection, path, newest=newest)
    if found == newest:
        return
    with transaction(connection):
        for number in range(found + 1, newest + 1):
            connection.execute(known[number])
            connection.execute("UPDATE dataset SET schema_version = ?", [number])
        _comment_tables(connection)
        _make_views(connection)


def version_of(connection: duckdb.DuckDBPyConnection, path: Path, *, newest: int) -> int:
    """The version of the tables in the database; refused are a file without it, and one later than `newest`."""
    try:
        row = connection.execute("SELECT schema_version FROM dataset").fetchone()
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise not_ours(path) from error
    if row is None:
        raise not_ours(path)
    if row[0] > newest:
        raise newer_schema(path, row[0], newest)
    return int(row[0])


def migrations(folder: Traversable = _PACKAGE / "migrations") -> dict[int, str]:
    """The steps by their number; 1 makes the first version in an empty database, n leads there from n - 1."""
    found = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    steps = {int(name.split("_")[0]): (folder / name).read_text(encoding="utf-8") for name in found}
    if sorted(steps) != list(range(1, len(found) + 1)):
        raise ValueError(f"the files of {folder} must be numbered 1, 2, 3 and so on without a gap: {found}")
    return steps


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table of schema.sql takes."""

    columns: Mapping[str, str]
    """Its columns with their types, in order."""
    rules: Mapping[str, str]
    """What it asks of a row, as SQL over the columns, each with the words for a row that breaks it."""


@cache
def shapes() -> Mapping[str, Shape]:
    """The shape of every table, as DuckDB itself understands schema.sql."""
    with duckdb.connect() as connection:
        for statement in connection.extract_statements(_read("schema.sql")):
            if not _is_comment(statement):
                connection.execute(statement)
        tables = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
        return {table: _shape(connection, table) for (table,) in tables}


def _shape(connection: duckdb.DuckDBPyConnection, table: str) -> Shape:
    """The shape of one table, missing values told of before broken checks."""
    columns = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
    ).fetchall()
    constraints = connection.execute(
        "SELECT constraint_type, constraint_column_names[1], expression FROM duckdb_constraints() WHERE table_name = ? "
        "AND constraint_type IN ('NOT NULL', 'CHECK') ORDER BY constraint_type DESC, constraint_index",
        [table],
    ).fetchall()
    rules = {
        expression or f"{quoted(column)} IS NOT NULL": f"breaks the check {expression}"
        if expression
        else f"{column} is missing"
        for _, column, expression in constraints
    }
    whole = {quoted(name): name for name, kind in columns if kind == "INTEGER"}
    sizes = {f"{name} BETWEEN -2147483648 AND 2147483647": f"{plain} is too large" for name, plain in whole.items()}
    return Shape(dict(columns), {**rules, **sizes})


def quoted(name: str) -> str:
    """The name as SQL writes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """A transaction that is committed when the block ends well, and undone when it does not."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # After a failed write DuckDB refuses even this; the first error is the one to tell.
        with suppress(duckdb.Error):
            connection.execute("ROLLBACK")
        raise


def _comment_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Give every table and column the comment that schema.sql has for it today."""
    for statement in connection.extract_statements(_read("schema.sql")):
        if _is_comment(statement):
            connection.execute(statement)


def _is_comment(statement: duckdb.Statement) -> bool:
    """Whether the statement gives a table or column its comment."""
    return statement.query.lstrip().startswith("COMMENT")


def _make_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the views anew; their columns without a comment take that of the table column of the same name."""
    connection.execute(_read("views.sql"))
    for view, column, comment in connection.execute(_INHERITED).fetchall():
        quoted = comment.replace("'", "''")
        connection.execute(f"""COMMENT ON COLUMN "{view}"."{column}" IS '{quoted}'""")


_INHERITED = """
    SELECT
        bare.table_name, bare.column_name,
        first(described.comment ORDER BY described.table_name <> 'statements', described.table_name)
    FROM duckdb_columns() AS bare
    JOIN duckdb_views() AS views ON views.view_name = bare.table_name AND NOT views.internal
    JOIN duckdb_columns() AS described ON described.column_name = bare.column_name
    JOIN duckdb_tables() AS tables ON tables.table_name = described.table_name AND NOT tables.internal
    WHERE bare.comment IS NULL AND described.comment IS NOT NULL
    GROUP BY ALL ORDER BY ALL
"""


def _read(name: str) -> str:
    """The text of a file of the package."""
    return (_PACKAGE / name).read_text(encoding="utf-8")
