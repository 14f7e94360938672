"""What is wrong with a dataset is told in one line that says what to do."""

from __future__ import annotations

import errno
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

import storage
from storage import query
from storage.database import Database, Workspace
from storage.errors import Damaged, DatasetError, DiskFull, Locked, Missing, Newer, ReadOnly, explain
from tests.storage import make, process


def test_a_missing_dataset_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"no dataset here; make one with `parindex demo`.*--data"):
        storage.open(tmp_path / "nothing.duckdb")


DAMAGED = {
    "no database": lambda whole: b"PK\x03\x04" * 5000,
    "empty": lambda whole: b"",
    "cut off in its head": lambda whole: whole[:5000],
    "overwritten": lambda whole: whole[:12288] + b"\0" * 100 + whole[12388:],
}


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_told_of_and_left_alone(tmp_path: Path, blank: Path, damage: object) -> None:
    assert callable(damage)
    path = tmp_path / "set.duckdb"
    path.write_bytes(damage(blank.read_bytes()))
    before = path.read_bytes()
    for use in (storage.open, Database.open):
        with pytest.raises(Damaged, match="damaged, or no DuckDB file; move it away and crawl again"):
            use(path)
    assert path.read_bytes() == before


def test_damage_inside_a_file_is_told_of_when_it_is_read(tmp_path: Path, blank: Path) -> None:
    path = tmp_path / "set.duckdb"
    path.write_bytes(blank.read_bytes())
    with duckdb.connect(path) as connection:
        connection.execute(
            "INSERT INTO sightings SELECT md5(i::VARCHAR), md5(i::VARCHAR), now()::TIMESTAMP, NULL "
            "FROM range(50000) AS numbers (i)"
        )
        connection.execute("CHECKPOINT")
        (inside,) = connection.execute("SELECT max(block_id) FROM pragma_storage_info('sightings')").fetchall()[0]
    with path.open("r+b") as file:
        file.seek(12288 + inside * 262144)
        file.write(b"\0" * 262144)
    with pytest.raises(Damaged, match="damaged, or no DuckDB file"):
        query.run(path, "SELECT max(version_id), max(run_id) FROM sightings")


def test_a_second_writer_is_refused_with_the_process_that_writes(workspace: Workspace) -> None:
    holder = process.start(process.HOLDER, workspace.working, stdin=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    for use in (Database.open, storage.open):
        with pytest.raises(Locked, match=rf"process {holder.pid} is using it; wait until it has finished"):
            use(workspace.working)
    assert process.end(holder) == ("", "")
    Database.open(workspace.working).close()


def test_a_file_of_a_newer_duckdb_is_told_of(tmp_path: Path, blank: Path) -> None:
    path = tmp_path / "set.duckdb"
    head = bytearray(blank.read_bytes())
    head[12:20] = (999).to_bytes(8, "little")
    path.write_bytes(head)
    # The head carries a checksum; DuckDB itself says which would be right.
    with pytest.raises(duckdb.Error) as refused:
        duckdb.connect(path)
    right = re.search(r"computed checksum (\d+)", str(refused.value))
    assert right is not None
    head[:8] = int(right[1]).to_bytes(8, "little")
    path.write_bytes(head)
    for use in (storage.open, Database.open):
        with pytest.raises(Newer, match=r"written by a newer DuckDB.*`pip install -U duckdb`"):
            use(path)


@contextmanager
def no_superuser() -> Iterator[None]:
    """Within it, rights of files hold also where the tests run as root."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_read_only_folder_is_told_of(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with no_superuser(), pytest.raises(ReadOnly, match=r"no permission to use it; change its rights, or .*--data"):
        Database.open(folder / "work" / "set.duckdb")


def test_a_file_where_the_folder_should_be_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", encoding="utf-8")
    with pytest.raises(ReadOnly, match="a file where a folder should"):
        Database.open(Workspace(tmp_path / "data").working)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no /proc here, a place where no folder can be made")
def test_a_folder_that_cannot_be_made_is_told_as_such() -> None:
    with pytest.raises(ReadOnly, match="no folder can be made here; name another one with --data"):
        Database.open(Path("/proc/nowhere/parindex.duckdb"))


FILL = """
import resource, signal, sys
from pathlib import Path
from storage.database import Database
from storage.errors import DiskFull
from tests.storage import make
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
working, target = Path(sys.argv[1]), Path(sys.argv[2])
with Database.open(working) as database:
    database.begin_run(make.run())
    database.add_article(make.article(text="kept"), "first")
    database.publish(target)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
    kept = 1
    try:
        for number in range(2, 1000):
            text = "".join(chr(0x4e00 + (number * 7919 + place * place) % 20000) for place in range(50_000))
            database.add_article(make.article(f"https://tcnn.test/{number}", text=text), "first")
            database.commit()
            kept += 1
    except DiskFull as full:
        print(full)
        print(kept)
    try:
        database.publish(target)
    except Exception as error:
        print(f"{type(error).__name__} on publishing")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
"""


def test_a_full_disk_is_told_of_and_loses_nothing_that_was_committed(workspace: Workspace) -> None:
    said, errors = process.end(process.start(FILL, workspace.working, workspace.published))
    assert "there is no room left to write; free some, what was committed before is kept" in said, errors
    assert "DiskFull on publishing" in said
    with storage.open(workspace.published) as published:
        assert published.execute("SELECT text FROM articles").fetchall() == [("kept",)]
    assert [file.name for file in workspace.data.iterdir() if "part" in file.name] == []
    with Database.open(workspace.working) as database:
        assert database.connection.execute("SELECT count(*) FROM articles").fetchall() == [(int(said.splitlines()[1]),)]


TOLD = {
    "no space": (DiskFull, duckdb.IOException("IO Error: Could not write file: No space left on device")),
    "quota": (DiskFull, OSError(122, "Disk quota exceeded")),
    "rights": (ReadOnly, duckdb.IOException('IO Error: Cannot open file "x": Permission denied')),
    "newer": (
        Newer,
        duckdb.IOException("Trying to read a database file with version number 999, but we can only read 64 to 68"),
    ),
    "lock without a process": (
        Locked,
        duckdb.IOException('Could not set lock on file "x": Resource temporarily unavailable'),
    ),
    "vanished": (Missing, FileNotFoundError(2, "No such file or directory")),
    "else": (DatasetError, duckdb.IOException("IO Error: something\nelse")),
}


@pytest.mark.parametrize(("kind", "error"), TOLD.values(), ids=TOLD.keys())
def test_whatever_goes_wrong_is_one_line_that_begins_with_the_file(kind: type[DatasetError], error: Exception) -> None:
    told = explain(Path("set.duckdb"), error)
    assert type(told) is kind
    assert str(told).startswith("set.duckdb: ")
    assert "\n" not in str(told)


def test_making_a_dataset_leaves_nothing_beside_it(tmp_path: Path) -> None:
    Database.open(tmp_path / "set.duckdb").close()
    assert [file.name for file in tmp_path.iterdir()] == ["set.duckdb"]


def test_a_dataset_is_made_also_where_the_file_system_knows_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(path: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    Database.open(tmp_path / "set.duckdb").close()
    assert [file.name for file in tmp_path.iterdir()] == ["set.duckdb"]


def test_a_run_can_be_kept_in_a_folder_with_a_quote_in_its_name(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "người dùng's data")
    with Database.open(space.working) as database:
        database.begin_run(make.run())
        database.publish(space.published)
    with storage.open(space.published) as published:
        assert published.execute("SELECT id FROM runs").fetchall() == [("first",)]
