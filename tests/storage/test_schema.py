"""The tables describe themselves, and files of earlier versions are brought forward."""

# ruff: noqa: S608 - the tests put no foreign words into their SQL

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pytest

from storage import SCHEMA_VERSION, schema
from storage.database import Database, Workspace
from storage.errors import Damaged, Newer
from tests.storage.conftest import Ask

OURS = "NOT internal AND database_name = current_database() AND schema_name = 'main'"

ARCHITECTURE = {"runs", "fetches", "articles", "article_versions", "statements", "issues"}


def test_the_tables_and_views_of_the_dataset_are_there(ask: Ask) -> None:
    tables = {name for (name,) in ask(f"SELECT table_name FROM duckdb_tables() WHERE {OURS}")}
    views = {name for (name,) in ask(f"SELECT view_name FROM duckdb_views() WHERE {OURS}")}
    assert tables >= ARCHITECTURE
    assert views >= {"scores", "articles_with_rows", "conflicts", "open_issues"}


def comments(ask: Ask) -> list[tuple[str, str | None]]:
    """Every table, view and column with its comment."""
    return ask(
        f"SELECT table_name, comment FROM duckdb_tables() WHERE {OURS} "
        f"UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE {OURS} "
        f"UNION ALL SELECT table_name || '.' || column_name, comment FROM duckdb_columns() WHERE {OURS}"
    )


def test_every_table_view_and_column_has_a_comment_in_vietnamese_and_english(ask: Ask) -> None:
    found = comments(ask)
    assert len(found) > 200
    assert [name for name, comment in found if not comment or comment.count(" / ") != 1] == []
    assert [name for name, comment in found if comment and comment.endswith(".")] == []


def test_every_table_has_a_primary_key(ask: Ask) -> None:
    keyed = ask("SELECT DISTINCT table_name FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'")
    assert set(keyed) == set(ask(f"SELECT table_name FROM duckdb_tables() WHERE {OURS}"))


def test_a_column_of_a_view_that_only_passes_a_value_on_has_the_words_of_the_table(ask: Ask) -> None:
    assert ask("SELECT comment FROM duckdb_columns() WHERE table_name = 'scores' AND column_name = 'year'") == ask(
        "SELECT comment FROM duckdb_columns() WHERE table_name = 'statements' AND column_name = 'year'"
    )


def structure(connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Tables with their columns, keys and checks."""
    return connection.execute(
        "SELECT table_name, column_name, data_type, is_nullable::VARCHAR, column_default "
        f"FROM duckdb_columns() WHERE {OURS} AND table_name IN (SELECT table_name FROM duckdb_tables()) "
        "UNION ALL SELECT table_name, constraint_type, constraint_text, expression, NULL FROM duckdb_constraints() "
        "ORDER BY ALL"
    ).fetchall()


def test_the_migrations_lead_to_the_tables_of_the_schema() -> None:
    with duckdb.connect() as new, duckdb.connect() as migrated:
        schema.create(new)
        for step in schema.migrations().values():
            migrated.execute(step)
        assert structure(migrated) == structure(new)


def test_the_version_of_the_schema_is_the_number_of_the_last_migration() -> None:
    assert max(schema.migrations()) == SCHEMA_VERSION


def test_migrations_are_numbered_without_a_gap(tmp_path: Path) -> None:
    (tmp_path / "0001_first.sql").write_text("SELECT 1;", encoding="utf-8")
    (tmp_path / "0003_third.sql").write_text("SELECT 3;", encoding="utf-8")
    with pytest.raises(ValueError, match="without a gap"):
        schema.migrations(tmp_path)


def old(path: Path, version: int = 1) -> duckdb.DuckDBPyConnection:
    """A database of an earlier version with one run in it and no comments or views."""
    connection = duckdb.connect(path)
    for number in range(1, version + 1):
        connection.execute(schema.migrations()[number])
    connection.execute("INSERT INTO dataset (schema_version, origin) VALUES (?, 'demo')", [version])
    connection.execute("INSERT INTO runs VALUES ('a', 'crawl', 'demo', now()::TIMESTAMP, '1', NULL, NULL, MAP {})")
    return connection


STEPS = {
    2: "ALTER TABLE fetches ADD COLUMN etag VARCHAR; UPDATE runs SET command = 'crawl ' || id;",
    3: "CREATE TABLE corrections (id VARCHAR PRIMARY KEY);",
}


def test_an_older_file_is_brought_forward_step_by_step_with_its_rows(tmp_path: Path) -> None:
    with old(tmp_path / "old") as connection:
        schema.bring_forward(connection, tmp_path, schema.migrations() | STEPS)
        assert connection.execute("SELECT schema_version, origin FROM dataset").fetchall() == [(3, "demo")]
        assert connection.execute("SELECT command FROM runs").fetchall() == [("crawl a",)]
        assert connection.execute("SELECT etag FROM fetches").fetchall() == []
        assert connection.execute("SELECT count(*) FROM corrections").fetchall() == [(0,)]


def test_a_file_brought_forward_has_the_comments_and_views_of_today(tmp_path: Path) -> None:
    with old(tmp_path / "old") as connection:
        schema.bring_forward(connection, tmp_path, schema.migrations() | {2: "SELECT 2;"})
        assert connection.execute("SELECT count(*) FROM scores").fetchall() == [(0,)]
        assert connection.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'runs'").fetchall() != [
            (None,)
        ]


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with old(tmp_path / "old") as connection:
        before = structure(connection)
        with pytest.raises(duckdb.Error):
            schema.bring_forward(connection, tmp_path, schema.migrations() | STEPS | {4: "SELECT nonsense;"})
        assert structure(connection) == before
        assert connection.execute("SELECT schema_version FROM dataset").fetchall() == [(1,)]
        schema.bring_forward(connection, tmp_path, schema.migrations() | STEPS)


def test_a_file_of_a_newer_version_is_refused(workspace: Workspace) -> None:
    with Database.open(workspace.working) as database:
        database.connection.execute("UPDATE dataset SET schema_version = 99")
    with pytest.raises(
        Newer, match=rf"tables are of version 99, this parindex knows {SCHEMA_VERSION}; install a newer"
    ):
        Database.open(workspace.working)


def test_a_duckdb_file_of_something_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("CREATE TABLE cats (name VARCHAR)")
    with pytest.raises(Damaged, match="a DuckDB file, but no dataset of parindex"):
        Database.open(path)
    with duckdb.connect(path) as connection:
        assert connection.execute("SHOW TABLES").fetchall() == [("cats",)]


def test_schema_views_and_migrations_travel_in_the_package() -> None:
    package = files("storage")
    assert (package / "schema.sql").is_file()
    assert (package / "views.sql").is_file()
    assert (package / "migrations" / "0001_first.sql").is_file()
