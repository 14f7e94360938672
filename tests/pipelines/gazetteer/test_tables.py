"""The files of the gazetteer are well kept."""

from __future__ import annotations

import csv
import subprocess
import sys
import unicodedata
from importlib.resources import files

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.tables import read, split_type

TABLES = sorted(item.name for item in files(gazetteer).iterdir() if item.name.endswith(".csv"))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_sorted_unique_nfc_and_written_as_csv_writes_it(table: str) -> None:
    text = files(gazetteer).joinpath(table).read_text("utf-8")
    rows = list(csv.reader(text.splitlines()))
    assert unicodedata.is_normalized("NFC", text)
    assert rows[1:] == sorted(rows[1:])
    assert len({tuple(row) for row in rows}) == len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell == cell.strip() for row in rows for cell in row)
    written = [
        ",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' if set(cell) & {",", '"'} else cell for cell in row)
        for row in rows
    ]
    assert text == "\n".join(written) + "\n"


@pytest.mark.parametrize("table", [table for table in TABLES if table not in {"official.csv", "unit_types.csv"}])
def test_every_row_says_what_it_rests_on(table: str) -> None:
    assert all(row["basis"] for row in read(table.removesuffix(".csv")))


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("TP. Quy Nhơn", "district", ("thành phố", "quy nhơn")),
        ("TP.Hà Nội", "province", ("thành phố", "hà nội")),
        ("thành phố", "province", (None, "thành phố")),
        ("Tỉnh", "province", (None, "tỉnh")),
        ("phường Hòa Bình", "commune", ("phường", "hòa bình")),
        ("tphcm", "province", (None, "tphcm")),
    ],
)
def test_a_type_is_split_off_only_where_a_name_follows(name: str, level: str, expected: tuple[str | None, str]) -> None:
    assert split_type(name, level) == expected


def test_the_writings_of_types_are_told_with_their_level() -> None:
    assert {unit.level for unit in gazetteer.unit_types()} == {"province", "district", "commune", "region"}


def test_importing_the_gazetteer_reads_no_table() -> None:
    code = "from pipelines.gazetteer.provinces import all_provinces as table; print(table.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
