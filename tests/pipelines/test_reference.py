"""The dataset's reference tables answer what an id is: its names, what it belongs to, what was published of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines import gazetteer, lexicon, reference
from pipelines.writing import open_run
from storage.database import Database
from storage.records import Origin


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after a run that brought nothing."""
    folder = tmp_path_factory.mktemp("data")
    with open_run(folder, "test", Origin.DEMO):
        pass
    return folder


@pytest.fixture(scope="module")
def connection(data: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(data / "parindex.duckdb"), read_only=True) as opened:
        yield opened


def ask(connection: duckdb.DuckDBPyConnection, sql: str, *values: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql, values).fetchall()


def test_a_run_leaves_no_reference_table_empty(connection: duckdb.DuckDBPyConnection) -> None:
    for table, rows in reference.tables().items():
        assert ask(connection, "SELECT count(*) FROM query_table(?)", table) == [(len(rows),)]
        assert rows


DANGLING = {
    "official_results": "SELECT entity_id FROM official_results WHERE entity_id NOT IN (SELECT id FROM entities)",
    "parents": "SELECT id FROM entities WHERE parent_id NOT IN (SELECT id FROM entities)",
    "regions": "SELECT id FROM entities WHERE region_id NOT IN (SELECT id FROM entities)",
    "predecessors": "SELECT * FROM entity_successors WHERE predecessor_id NOT IN (SELECT id FROM entities)",
    "successors": "SELECT * FROM entity_successors WHERE successor_id NOT IN (SELECT id FROM entities)",
    "components": 'SELECT id FROM components WHERE "index" NOT IN (SELECT id FROM indexes)',
}


@pytest.mark.parametrize("sql", DANGLING.values(), ids=DANGLING.keys())
def test_what_a_reference_table_names_is_there(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    assert ask(connection, sql) == []


def test_the_titles_are_of_the_indexes_and_components_that_the_extractor_knows() -> None:
    titles = lexicon.entries("titles")
    known = lexicon.entries("components")
    assert set(titles["indexes"]) == set(lexicon.entries("indexes")) - {"other"}
    assert {index: set(labels) for index, labels in titles["components"].items()} == {
        index: set(labels) for index, labels in known.items()
    }


def test_a_province_has_its_region_of_the_time_and_what_followed_it(connection: duckdb.DuckDBPyConnection) -> None:
    assert ask(
        connection,
        """
        SELECT province.name, region.name, later.name, later.valid_from::VARCHAR
        FROM entities AS province
        JOIN entities AS region ON region.id = province.region_id AND region.valid_from <= DATE '2024-12-31'
            AND coalesce(region.valid_to, DATE '9999-12-31') >= DATE '2024-12-31'
        JOIN entity_successors ON predecessor_id = province.id
        JOIN entities AS later ON later.id = successor_id
        WHERE province.id = 'VN-06'
        """,
    ) == [("Yên Bái", "Trung du và miền núi phía Bắc", "Lào Cai", "2025-07-01")]


def test_a_district_lies_in_its_province_under_the_id_of_statements(connection: duckdb.DuckDBPyConnection) -> None:
    district = gazetteer.entity_id("district", "Huyện Đăk Tô", 2023, "Kon Tum")
    assert ask(connection, "SELECT name, parent_id FROM entities WHERE id = ?", district) == [
        ("Huyện Đăk Tô", gazetteer.entity_id("province", "Kon Tum", 2023))
    ]


def test_a_published_result_stands_beside_what_was_stated(connection: duckdb.DuckDBPyConnection) -> None:
    assert ask(connection, "SELECT percent FROM official_results WHERE entity = 'Hà Nội' AND year = 2019") == [(84.64,)]


def test_loading_again_writes_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.reference._insert", lambda *_: pytest.fail("the rows were there"))
    with Database.open(data / "work" / "parindex.duckdb") as database:
        reference.load(database)


def test_a_run_mends_a_reference_table_that_somebody_changed(tmp_path: Path) -> None:
    for _ in range(2):
        with open_run(tmp_path, "test", Origin.DEMO):
            pass
        with Database.open(tmp_path / "work" / "parindex.duckdb") as database:
            assert ask(database.connection, "SELECT count(*) FROM indexes") == [(9,)]
            database.load_reference("indexes", [])
