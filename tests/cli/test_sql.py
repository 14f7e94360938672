"""`parindex sql` and `parindex issues`, asked of the demo dataset."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import within
from tests.house.tree import ROOT

ONE_ROW = "select 'Hà Nội' as entity, 84.64 as value"


@pytest.fixture
def folder(demo_data: Path) -> Path:
    return demo_data.parent


@pytest.mark.parametrize(
    ("form", "answer"),
    {
        "--csv": "entity,value\nHà Nội,84.64\n",
        "--json": '[\n  {"entity": "Hà Nội", "value": 84.64}\n]\n',
        "--jsonl": '{"entity": "Hà Nội", "value": 84.64}\n',
        "--markdown": "| entity | value |\n| --- | ---: |\n| Hà Nội | 84.64 |\n",
        "--table": "entity  value\n------  -----\nHà Nội  84.64\n",
    }.items(),
)
def test_an_answer_has_the_form_that_was_asked_for(folder: Path, form: str, answer: str) -> None:
    told = within("sql", ONE_ROW, form, cwd=folder)
    assert (told.status, told.err, told.out) == (0, "", answer)


def test_a_query_alone_is_answered_in_a_table(folder: Path) -> None:
    assert within(ONE_ROW, cwd=folder).out == within("sql", "--table", ONE_ROW, cwd=folder).out


def test_a_query_is_read_from_stdin(folder: Path) -> None:
    assert within("sql", "-", "--csv", cwd=folder, stdin=ONE_ROW).out == "entity,value\nHà Nội,84.64\n"


def test_the_data_folder_is_named_by_option_before_environment(demo_data: Path, tmp_path: Path) -> None:
    query = ("select count(*) > 0 as any from statements", "--csv")
    named = within(*query, "--data", demo_data, cwd=tmp_path, PARINDEX_DATA=str(tmp_path))
    inherited = within(*query, cwd=tmp_path, PARINDEX_DATA=str(demo_data))
    assert named.out == inherited.out == "any\ntrue\n"


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("select entitty from statements", id="an unknown column"),
        pytest.param("select * from statement", id="an unknown table"),
        pytest.param("select * frm statements", id="a slip of the pen"),
        pytest.param("select 1; select 2", id="two queries"),
        pytest.param("with a as (select 1) delete from statements", id="a query that writes"),
        pytest.param("select * from read_csv('/etc/hostname')", id="a query that reads another file"),
    ],
)
def test_a_query_that_cannot_be_answered_is_told_in_one_line(folder: Path, query: str) -> None:
    told = within("sql", query, cwd=folder)
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("parindex: ")
    assert told.err.count("\n") == 1


def test_a_missing_dataset_says_how_to_make_one(tmp_path: Path) -> None:
    told = within("select 1", cwd=tmp_path)
    assert (told.status, told.out) == (3, "")
    assert "parindex demo" in told.err
    assert told.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_dataset_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "parindex.duckdb").write_text("no database", encoding="utf-8")
    told = within("select 1", cwd=tmp_path)
    assert told.status == 3
    assert told.err.count("\n") == 1


def test_a_dataset_of_a_newer_version_is_told_in_one_line(demo_data: Path, tmp_path: Path) -> None:
    shutil.copy(demo_data / "parindex.duckdb", tmp_path)
    newer = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute('UPDATE dataset SET schema_version = 99')"
    subprocess.run([sys.executable, "-c", newer, tmp_path / "parindex.duckdb"], check=True)
    told = within("select 1", "--data", tmp_path, cwd=tmp_path)
    assert told.status == 3
    assert "99" in told.err
    assert told.err.count("\n") == 1


def test_a_reader_that_leaves_early_is_no_error(folder: Path) -> None:
    asked = [sys.executable, "-m", "crawler", "sql", "--csv", "select range from range(1000000)"]
    with subprocess.Popen(
        asked, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"range\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_issues_come_with_their_reason_and_the_next_step(folder: Path) -> None:
    told = within("issues", "--json", cwd=folder)
    assert (told.status, told.err) == (0, "")
    rows = json.loads(told.out)
    assert rows
    assert all(row["reason"] and row["next_step"] for row in rows)
    assert [row["first_met"] for row in rows] == sorted((row["first_met"] for row in rows), reverse=True)


@pytest.mark.parametrize(
    ("column", "option"), [("severity", "--severity"), ("kind", "--kind")], ids=["severity", "kind"]
)
def test_issues_are_narrowed_by(folder: Path, column: str, option: str) -> None:
    rows = list(csv.DictReader(within("issues", "--csv", cwd=folder).out.splitlines()))
    for value in {row[column] for row in rows}:
        narrowed = within("issues", "--csv", option, value, cwd=folder).out.splitlines()
        assert list(csv.DictReader(narrowed)) == [row for row in rows if row[column] == value]


def test_issues_are_narrowed_by_site_stage_and_number(folder: Path) -> None:
    rows = list(csv.DictReader(within("issues", "--csv", cwd=folder).out.splitlines()))
    of_site = list(csv.DictReader(within("issues", "--site", "tcnn.test", "--csv", cwd=folder).out.splitlines()))
    assert of_site == [row for row in rows if "//tcnn.test/" in row["url"]]
    assert of_site
    assert within("issues", "--site", "nn.test", "--csv", cwd=folder).out.count("\n") == 1
    assert within("issues", "--stage", "check", "--csv", cwd=folder).out.count("\n") == 1
    assert list(csv.DictReader(within("issues", "--limit", "1", "--csv", cwd=folder).out.splitlines())) == rows[:1]


def test_the_catalogue_lists_each_site_file(tmp_path: Path) -> None:
    told = within("sites", "--jsonl", cwd=tmp_path)
    assert (told.status, told.err) == (0, "")
    listed = [json.loads(line)["site"] for line in told.out.splitlines()]
    assert listed == sorted(path.stem for path in (ROOT / "crawler" / "sites").glob("*.toml"))
