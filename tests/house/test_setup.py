"""Setting up from a clone: the Makefile finds a Python or says what is missing, and the locks pin everything."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PINNED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)", re.MULTILINE)
LOCKS = ("runtime", "build", "dev")


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, str]]:
    return set(PINNED.findall(lock(name)))


def make(target: str, folder: Path, path: Path) -> subprocess.CompletedProcess[str]:
    """`make` in a folder that holds the Makefile alone, with no programs but those in `path`."""
    shutil.copy(ROOT / "Makefile", folder)
    program = shutil.which("make")
    assert program, "the tests of the setting up need make"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        [program, target],
        cwd=folder,
        env={**environment, "PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "lacking",
    [
        pytest.param(None, id="no Python at all"),
        pytest.param("ensurepip", id="a Python without the parts of venv"),
        pytest.param("venv", id="a Python without venv"),
    ],
)
def test_a_machine_without_a_fit_python_is_told_so_in_one_line(tmp_path: Path, lacking: str | None) -> None:
    programs, modules = tmp_path / "programs", tmp_path / "modules"
    programs.mkdir()
    modules.mkdir()
    if lacking:
        (modules / f"{lacking}.py").write_text("raise ImportError", encoding="utf-8")
        (programs / "python3").write_text(
            f'#!/bin/sh\nPYTHONPATH="{modules}" exec "{sys.executable}" "$@"\n', encoding="utf-8"
        )
        (programs / "python3").chmod(0o755)
    done = make(".venv/bin/python", tmp_path, programs)
    assert done.returncode != 0
    told = [line for line in done.stderr.splitlines() if not line.startswith("make")]
    assert len(told) == 1
    assert "Python 3.11 or newer" in told[0]
    assert "python3-venv" in told[0]


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_of_a_lock_is_pinned_by_hash(name: str) -> None:
    requirements = [line for line in lock(name).splitlines() if line and line[0] not in " #"]
    assert requirements
    assert len(requirements) == len(PINNED.findall(lock(name)))
    assert not [entry for entry in re.split(r"\n(?=\w)", lock(name)) if "--hash=sha256:" not in entry]


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_folder(name: str) -> None:
    assert not re.search(r"://|^-|@ |file:", lock(name), re.MULTILINE)


def test_the_lock_holds_the_duckdb_whose_extensions_can_be_had() -> None:
    assert ("duckdb", "1.5.5") in pins("runtime")


def test_what_is_tested_is_what_users_install() -> None:
    assert pins("runtime") <= pins("dev")
    assert pins("build") <= pins("dev")


def test_no_tool_of_the_developers_is_installed_with_the_program() -> None:
    named = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    of_users = {re.match(r"[\w-]+", line)[0] for line in named["project"]["dependencies"]}  # type: ignore[index]
    of_developers = {
        re.match(r"[\w-]+", line)[0]  # type: ignore[index]
        for line in named["dependency-groups"]["dev"]
        if isinstance(line, str)
    }
    assert of_users <= {name for name, _ in pins("runtime")}
    assert not of_users & of_developers
    assert {"pytest", "mypy", "ruff"} & {name for name, _ in pins("runtime")} == set()


def test_ci_calls_the_test_command_of_the_readme() -> None:
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in ci.splitlines()
    assert "make test" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
