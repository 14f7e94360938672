"""A dataset for each test, and what it says."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database, Workspace
from storage.records import Origin
from tests.storage import make

Ask = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new dataset file, made once: making the tables takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "blank.duckdb"
    Database.open(path, origin=Origin.DEMO).close()
    return path


@pytest.fixture
def workspace(tmp_path: Path, blank: Path) -> Workspace:
    """A data folder with an empty working file."""
    space = Workspace(tmp_path / "data")
    space.working.parent.mkdir(parents=True)
    shutil.copy(blank, space.working)
    return space


@pytest.fixture
def database(workspace: Workspace) -> Iterator[Database]:
    """The dataset open for writing, in its first run."""
    with Database.open(workspace.working) as opened:
        opened.begin_run(make.run())
        yield opened


@pytest.fixture
def ask(database: Database) -> Ask:
    """What the dataset answers, once all that waits is committed."""

    def answer(sql: str, *params: Any) -> list[tuple[Any, ...]]:
        database.commit()
        return database.connection.execute(sql, params).fetchall()

    return answer
