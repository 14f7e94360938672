"""The published file: built anew beside the old one, whole and compact, then put in its place at once."""

# ruff: noqa: S608 - names of tables and columns come from the schema; values are never part of the SQL

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from storage import schema


def publish(connection: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Put a copy of the database at `target`; whoever has the old file open keeps reading it undisturbed.

    Rows stand in the order of their keys, so that two files of equal data answer every query equally.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with _beside(target) as part:
        part.write_bytes(schema.blank())
        _fill(connection, part)
        _sync(part)
        # A log that somebody's writing into the old file left behind would be replayed into the new one.
        _log_of(target).unlink(missing_ok=True)
        part.replace(target)
    _sync(target.parent)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """The path of the file to build; nothing of it, or of one that was killed before, is left when the block ends."""
    stem = f".{target.name}."
    for left in target.parent.glob(f"{stem}*.part*"):
        left.unlink(missing_ok=True)
    part = target.with_name(f"{stem}{os.getpid()}.part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)
        _log_of(part).unlink(missing_ok=True)


def _fill(connection: duckdb.DuckDBPyConnection, part: Path) -> None:
    """Copy every table, ordered by its key."""
    place = str(part).replace("'", "''")
    connection.execute(f"ATTACH '{place}' AS publication")
    try:
        with schema.transaction(connection):
            connection.execute("DELETE FROM publication.dataset")
            for table, key in connection.execute(_KEYS).fetchall():
                connection.execute(f"INSERT INTO publication.{table} BY NAME SELECT * FROM {table} ORDER BY {key}")
        connection.execute("CHECKPOINT publication")
    finally:
        connection.execute("DETACH publication")


_KEYS = """
    SELECT table_name, list_transform(constraint_column_names, lambda name: '"' || name || '"').array_to_string(', ')
    FROM duckdb_constraints()
    WHERE constraint_type = 'PRIMARY KEY' AND database_name = current_database()
    ORDER BY table_name
"""
"""Every table with its key as SQL: each table of schema.sql has one."""


def _log_of(database: Path) -> Path:
    """Where DuckDB keeps the write-ahead log of a file."""
    return database.with_name(database.name + ".wal")


def _sync(path: Path) -> None:
    """Wait until the file, or the folder's list of files, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
