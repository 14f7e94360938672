"""The command line: its table of commands, what counts as a query, and how errors are told."""

from __future__ import annotations

import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from crawler import __version__, cli
from pipelines import EXTRACTOR_VERSION
from storage.schema import SCHEMA_VERSION
from tests.command import parindex, within


@pytest.mark.parametrize(
    "text",
    [
        "select 1",
        "  SELECT\n1",
        "with a as (select 1) from a",
        "from scores",
        "(select 1)",
        "describe statements",
        "summarize scores",
        "show tables",
    ],
)
def test_a_query_is_taken_for_one(text: str) -> None:
    assert cli.is_sql(text)


@pytest.mark.parametrize("text", [*cli.COMMANDS, "tcnn.vn", "selection", "--help", "", "-", "fromage", "data.txt"])
def test_the_name_of_a_command_or_a_file_is_no_query(text: str) -> None:
    assert not cli.is_sql(text)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_table_says_of_each_command_what_its_own_help_says(name: str) -> None:
    command = cli.parindex.get_command(click.Context(cli.parindex), name)
    assert command
    assert command.name == name
    first_line = (command.help or "").partition("\n")[0]
    assert cli.COMMANDS[name] == first_line


@pytest.mark.parametrize("error", cli.STATUS)
def test_each_error_that_is_told_in_one_line_exists(error: str) -> None:
    module, _, name = error.rpartition(".")
    kind = getattr(import_module(module), name)
    assert issubclass(kind, Exception)
    assert cli.status_of(kind("what to do")) == cli.STATUS[error]


def test_a_fault_of_the_program_is_no_error_of_the_user() -> None:
    assert cli.status_of(KeyError("x")) is None


def test_the_version_tells_of_the_program_the_extractor_and_the_schema(tmp_path: Path) -> None:
    told = parindex("--version", cwd=tmp_path)
    assert told.out == f"parindex {__version__} (extractor {EXTRACTOR_VERSION}, schema {SCHEMA_VERSION})\n"
    assert (told.status, told.err) == (0, "")


def test_help_comes_at_once(tmp_path: Path) -> None:
    def seconds() -> float:
        """What it costs the processor: the time on the clock is that of a machine busy with other tests."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert parindex("--help", cwd=tmp_path, COVERAGE_PROCESS_CONFIG="").status == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.3


def test_help_of_the_table_loads_no_crawler_and_no_database() -> None:
    script = "import sys, crawler.cli as c; c.run(['--help']); sys.exit(bool({'scrapy', 'duckdb'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["nonsense"], id="an unknown command"),
        pytest.param(["--nonsense"], id="an unknown option"),
        pytest.param(["sql"], id="a missing argument"),
        pytest.param(["sql", "select 1", "--nonsense"], id="an unknown option of a command"),
        pytest.param(["sql", "select 1", "--data", __file__], id="a file for a data folder"),
        pytest.param(["crawl", "nowhere.example"], id="an unknown site"),
        pytest.param(["crawl", "tcnn.vn", "--since", "yesterday"], id="no date"),
        pytest.param(["crawl", "tcnn.vn"], id="a live crawl without a contact"),
        pytest.param(["extract"], id="no file"),
        pytest.param(["extract", "--published", "soon", "x.txt"], id="an odd date of publication"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: list[str], tmp_path: Path) -> None:
    told = within(*arguments, cwd=tmp_path)
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("parindex: ")
    assert told.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_no_arguments_bring_the_help(tmp_path: Path) -> None:
    told = within(cwd=tmp_path)
    assert told.status == 2
    assert "parindex demo" in told.err


def test_a_system_error_is_told_with_its_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_self: click.Group, _context: click.Context) -> None:
        raise PermissionError(13, "Permission denied", "rows.jsonl")

    monkeypatch.setattr(click.Group, "invoke", fails)
    assert cli.run(["sites"]) == 1
    assert capsys.readouterr().err == "parindex: rows.jsonl: Permission denied\n"


def test_an_interruption_ends_with_130_and_no_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_self: click.Group, _context: click.Context) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(click.Group, "invoke", interrupted)
    assert cli.run(["sites"]) == 130
    assert capsys.readouterr().err == "parindex: interrupted\n"
