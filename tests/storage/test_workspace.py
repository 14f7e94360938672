"""The data folder and the map of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import storage
from storage.workspace import Workspace


def test_the_files_of_a_data_folder_have_fixed_names(tmp_path: Path) -> None:
    space = Workspace(tmp_path)
    assert space.published == tmp_path / "parindex.duckdb"
    assert space.working == tmp_path / "work" / "parindex.duckdb"
    assert space.archive == tmp_path / "warc"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("named", "folder"), [("/somewhere", "/somewhere"), ("", "data"), (None, "data")])
def test_the_folder_is_the_one_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch, named: str | None, folder: str
) -> None:
    monkeypatch.delenv("PARINDEX_DATA", raising=False)
    if named is not None:
        monkeypatch.setenv("PARINDEX_DATA", named)
    assert Workspace.default().data == Path(folder)


def test_the_map_of_the_package_names_every_file() -> None:
    package = Path(storage.__file__).parent
    names = [file.name for file in package.iterdir() if file.suffix in {".py", ".sql"} and file.name != "__init__.py"]
    assert storage.__doc__ is not None
    assert [name for name in names if f"    {name} " not in storage.__doc__] == []
