"""Reference tables are replaced as a whole, and what does not fit is told of."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.storage.conftest import Ask

HANOI = {"id": "VN-HN", "name": "Hà Nội", "entity_type": "province"}


def test_rows_of_a_csv_file_become_typed_rows(database: Database, ask: Ask) -> None:
    row = {
        "year": "2019",
        "entity_id": "VN-HN",
        "entity": "Hà Nội",
        "percent": "84.64",
        "rank": "",
        "status": "published",
        "source_url": "u",
        "note": "",
    }
    database.load_reference("official_results", [row])
    assert ask("SELECT year, percent, rank, note FROM official_results") == [(2019, 84.64, None, None)]


def test_loading_again_replaces_what_was_there(database: Database, ask: Ask) -> None:
    database.load_reference("entities", [HANOI, HANOI | {"id": "VN-SG"}])
    database.load_reference("entities", [HANOI])
    assert ask("SELECT id FROM entities") == [("VN-HN",)]
    database.load_reference("entities", [])
    assert ask("SELECT id FROM entities") == []


def test_a_missing_value_takes_the_default_of_its_column(database: Database, ask: Ask) -> None:
    database.load_reference("entities", [HANOI, HANOI | {"valid_from": "2025-07-01"}])
    assert ask("SELECT valid_from::VARCHAR FROM entities ORDER BY 1") == [("1900-01-01",), ("2025-07-01",)]


WRONG = {
    "an unknown table": ("statements", HANOI, "no reference table; those are indexes"),
    "an unknown column": ("entities", HANOI | {"colour": "red"}, "no column colour; it has id, name"),
    "a broken check": ("entities", HANOI | {"entity_type": "planet"}, "does not take .*planet.*breaks the check"),
    "a missing name": ("entities", HANOI | {"name": ""}, "name is missing"),
}


@pytest.mark.parametrize(("table", "row", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_does_not_fit_is_refused_and_the_old_rows_stay(
    database: Database, ask: Ask, table: str, row: dict[str, str], told: str
) -> None:
    database.load_reference("entities", [HANOI])
    with pytest.raises(ValueError, match=told):
        database.load_reference(table, [row])
    assert ask("SELECT id FROM entities") == [("VN-HN",)]
