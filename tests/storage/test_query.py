"""A query reads the dataset and nothing else, and a wrong one is told of in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

import storage
from storage import query
from storage.database import Database, Workspace
from storage.errors import Damaged, Newer, QueryError
from tests.storage import make, process


@pytest.fixture
def published(workspace: Workspace) -> Path:
    """A published dataset with two rows of one article."""
    with Database.open(workspace.working) as database:
        database.begin_run(make.run())
        article = make.article()
        database.add_article(article, "first")
        rank = make.statement(article, 2.0, metric="rank")
        database.set_statements(article.version_id, [make.statement(article), rank])
        database.publish(workspace.published)
    return workspace.published


def test_an_answer_has_the_names_types_and_rows_of_its_columns(published: Path) -> None:
    answer = query.run(published, "SELECT entity, value, rule AS how FROM statements ORDER BY value")
    assert answer.columns == ("entity", "value", "how")
    assert answer.types == ("VARCHAR", "DOUBLE", "VARCHAR")
    assert answer.rows == (("Hà Nội", 2.0, "subject-value"), ("Hà Nội", 84.64, "subject-value"))


def test_parameters_fill_the_places_of_a_query_by_position_or_by_name(published: Path) -> None:
    by_place = query.run(published, "SELECT value FROM statements WHERE metric = ?", ["rank"])
    by_name = query.run(published, "SELECT value FROM statements WHERE metric = $metric", {"metric": "rank"})
    assert by_place.rows == by_name.rows == ((2.0,),)


READS = [
    "SELECT * FROM scores",
    "FROM conflicts",
    "WITH a AS (FROM statements) SELECT count(*) FROM a",
    "DESCRIBE statements",
    "SUMMARIZE statements",
    "SHOW TABLES",
    "EXPLAIN SELECT 1",
    "PIVOT statements ON metric USING max(value) GROUP BY entity",
    "VALUES (1), (2)",
    "SELECT 1;",
    "-- a comment\nSELECT 1 -- and another",
]


@pytest.mark.parametrize("sql", READS)
def test_whatever_reads_is_answered(published: Path, sql: str) -> None:
    assert query.run(published, sql).columns


FORBIDDEN = [
    "COPY statements TO '{folder}/stolen.csv'",
    "COPY (SELECT 1) TO '{folder}/stolen.csv'",
    "EXPORT DATABASE '{folder}/stolen'",
    "SELECT * FROM read_csv('{folder}/secret.csv')",
    "SELECT * FROM read_text('{folder}/secret.csv')",
    "SELECT * FROM read_json('https://example.org/x.json')",
    "SELECT * FROM '{folder}/secret.csv'",
    "SELECT * FROM glob('{folder}/*')",
    "ATTACH '{folder}/new.duckdb' AS other",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "RESET lock_configuration",
    "PRAGMA profiling_output = '{folder}/stolen.txt'",
    "CREATE TABLE mine (a INTEGER)",
    "CREATE TEMP TABLE mine (a INTEGER)",
    "CREATE SECRET s (TYPE s3)",
    "INSERT INTO dataset VALUES (false, 2, NULL)",
    "UPDATE statements SET value = 100",
    "DELETE FROM statements",
    "DROP VIEW scores",
    "CALL pragma_version()",
    "CHECKPOINT",
    "BEGIN; DELETE FROM statements; COMMIT",
    "SELECT 1; COPY statements TO '{folder}/stolen.csv'",
    "EXPLAIN ANALYZE COPY statements TO '{folder}/stolen.csv'",
    "SELECT * FROM published",
]


@pytest.mark.parametrize("sql", FORBIDDEN)
def test_whatever_else_is_refused_and_leaves_no_trace(published: Path, tmp_path: Path, sql: str) -> None:
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.csv").write_text("secret\n1\n", encoding="utf-8")
    before = published.read_bytes()
    with pytest.raises(QueryError) as told:
        query.run(published, sql.format(folder=folder))
    assert "\n" not in str(told.value)
    assert [file.name for file in folder.iterdir()] == ["secret.csv"]
    assert published.read_bytes() == before


ADVICE = {
    "select * from scors": "there is no table 'scors', did you mean scores?",
    "select * from nonsense_x": "there is no table 'nonsense_x' There are",
    "select entty from scores": "there is no column 'entty' here, did you mean entity",
    "select s.entty from scores s": "there is no column 'entty' here, did you mean entity",
    'select * from scores where entity = "Hà Nội"': "text stands in single quotes ('Hà Nội')",
    "select quote from scores": "did you mean quote (of",
    "select rnd(score) from scores": "there is no function rnd(), did you mean",
    "selct 1": "cannot be read at 'selct'",
    "select count(* from scores": "cannot be read at 'from'",
    "select count(": "cannot be read at its end",
    "select 'open": "unterminated quoted string",
    "select ?": "the query asks for values that were not given: 1",
    "select entity, max(score) from scores": "must appear in the GROUP BY clause",
    "select 'a'::integer": "Could not convert string 'a'",
    "select 1; select 2": "2 queries at once; give one at a time",
    "": 'the query is empty; try "SELECT',
    "-- nothing": 'the query is empty; try "SELECT',
    "drop table statements": "DROP does more than read, and this only reads",
}


@pytest.mark.parametrize(("sql", "advice"), ADVICE.items(), ids=[*ADVICE])
def test_a_wrong_query_is_told_of_in_one_line_with_what_to_change(published: Path, sql: str, advice: str) -> None:
    with pytest.raises(QueryError) as told:
        query.run(published, sql)
    assert advice in str(told.value)
    assert "\n" not in str(told.value)


ENDLESS = """
import os, signal, sys, threading
from storage import query
threading.Timer(0.5, os.kill, [os.getpid(), signal.SIGINT]).start()
try:
    query.run(sys.argv[1], "SELECT sum(sin(range)) FROM range(1000000000000)")
except KeyboardInterrupt:
    print("interrupted")
"""


def test_ctrl_c_ends_a_running_query_and_the_process_with_it(published: Path) -> None:
    said, errors = process.end(process.start(ENDLESS, published))
    assert said == "interrupted\n", errors


def test_a_connection_is_to_the_published_dataset_of_the_folder_that_the_environment_names(
    published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARINDEX_DATA", str(published.parent))
    with storage.open() as connection:
        assert connection.execute("SELECT count(*) FROM statements").fetchall() == [(2,)]
    assert query.run(None, "SELECT count(*) FROM statements").rows == ((2,),)


def test_several_readers_can_have_the_file_open(published: Path) -> None:
    with storage.open(published) as one, storage.open(str(published)) as other:
        assert one.execute("FROM scores").fetchall() == other.execute("FROM scores").fetchall()


def test_a_newer_or_foreign_file_is_refused_to_readers(workspace: Workspace) -> None:
    with Database.open(workspace.working) as database:
        database.connection.execute("UPDATE dataset SET schema_version = 99")
    with pytest.raises(Newer, match="tables are of version 99"):
        storage.open(workspace.working)
    for change in ("DELETE FROM dataset", "DROP TABLE dataset"):
        with Database.open(workspace.data / f"{change}.duckdb") as database:
            database.connection.execute(change)
        with pytest.raises(Damaged, match="no dataset of parindex"):
            storage.open(workspace.data / f"{change}.duckdb")
