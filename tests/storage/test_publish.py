"""The published file is always whole, whatever the writer does and however it ends."""

from __future__ import annotations

import random
import signal
import subprocess
from pathlib import Path

import pytest

import storage
from storage.database import Database, Workspace
from tests.soak import times
from tests.storage import make, process

READER = """
import sys
from pathlib import Path
import storage
path, times = Path(sys.argv[1]), 0
seen = set()
print("reading", flush=True)
while True:
    with storage.open(path) as connection:
        counts = {connection.execute("SELECT count(*) FROM articles").fetchone()[0] for _ in range(3)}
        rows = connection.execute("SELECT count(*) FROM statements").fetchone()[0]
        connection.execute("FROM scores").fetchall()
    assert len(counts) == 1, f"the file changed under the reader: {counts}"
    assert counts == {rows}, f"half of a publication: {counts}, {rows}"
    seen |= counts
    if 50 in counts:
        break
print(len(seen))
"""


def add(database: Database, number: int, run: str = "first") -> None:
    """One article with one row."""
    article = make.article(f"https://tcnn.test/{number}")
    database.add_article(article, run)
    database.set_statements(article.version_id, [make.statement(article)])


def test_a_reader_never_fails_and_never_sees_half_while_fifty_publications_replace_its_file(
    workspace: Workspace,
) -> None:
    with Database.open(workspace.working) as database:
        database.begin_run(make.run())
        add(database, 1)
        database.publish(workspace.published)
        reader = process.start(READER, workspace.published)
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
        for number in range(2, 51):
            add(database, number)
            database.publish(workspace.published)
    said, errors = process.end(reader)
    assert errors == ""
    assert int(said) > 1


def test_a_reader_that_has_the_file_open_keeps_what_it_opened(workspace: Workspace) -> None:
    with Database.open(workspace.working) as database:
        database.begin_run(make.run())
        add(database, 1)
        database.publish(workspace.published)
        with storage.open(workspace.published) as old:
            add(database, 2)
            database.publish(workspace.published)
            assert old.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
        with storage.open(workspace.published) as new:
            assert new.execute("SELECT count(*) FROM articles").fetchall() == [(2,)]


def test_the_published_file_has_all_tables_views_and_comments(workspace: Workspace) -> None:
    described = (
        "SELECT table_name, column_name, data_type, comment FROM duckdb_columns() WHERE NOT internal "
        "UNION ALL SELECT table_name, '', '', comment FROM duckdb_tables() WHERE NOT internal "
        "UNION ALL SELECT view_name, '', '', comment FROM duckdb_views() WHERE NOT internal ORDER BY ALL"
    )
    with Database.open(workspace.working) as database:
        database.publish(workspace.published)
        working = database.connection.execute(described).fetchall()
    with storage.open(workspace.published) as published:
        assert published.execute(described).fetchall() == working
    assert all(comment for *_, comment in working)


def test_publishing_leaves_one_file_and_no_log(workspace: Workspace) -> None:
    with Database.open(workspace.working) as database:
        database.publish(workspace.published)
    assert sorted(file.name for file in workspace.data.iterdir()) == ["parindex.duckdb", "work"]


def test_leavings_of_a_killed_publication_and_of_a_foreign_writer_are_cleared_away(workspace: Workspace) -> None:
    with Database.open(workspace.working) as database:
        database.publish(workspace.published)
        for name in (".parindex.duckdb.4711.part", ".parindex.duckdb.4711.part.wal", "parindex.duckdb.wal"):
            (workspace.data / name).write_bytes(b"half")
        database.publish(workspace.published)
    assert sorted(file.name for file in workspace.data.iterdir()) == ["parindex.duckdb", "work"]
    with storage.open(workspace.published) as published:
        assert published.execute("SELECT count(*) FROM articles").fetchall() == [(0,)]


def test_a_failed_publication_leaves_the_old_file(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with Database.open(workspace.working) as database:
        database.begin_run(make.run())
        add(database, 1)
        database.publish(workspace.published)
        add(database, 2)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", full)
            with pytest.raises(storage.DatasetError, match="no room left"):
                database.publish(workspace.published)
        assert sorted(file.name for file in workspace.data.iterdir()) == ["parindex.duckdb", "work"]
        with storage.open(workspace.published) as published:
            assert published.execute("SELECT count(*) FROM articles").fetchall() == [(1,)]
        database.publish(workspace.published)
    with storage.open(workspace.published) as published:
        assert published.execute("SELECT count(*) FROM articles").fetchall() == [(2,)]


WRITER = """
import sys
from pathlib import Path
from storage.database import Database
from tests.storage import make
from tests.storage.test_publish import add
working, target, start = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
with Database.open(working) as database:
    database.begin_run(make.run())
    for number in range(start, start + 100000):
        add(database, number)
        database.commit()
        print("committed", number, flush=True)
        if number % 2 == 0:
            database.publish(target)
            print("published", number, flush=True)
"""


def last(said: list[str], word: str) -> int:
    """The number that a writer said last with that word, 0 if it never did."""
    return max((int(line.split()[1]) for line in said if line.startswith(word)), default=0)


@pytest.mark.soak
def test_a_killed_writer_loses_nothing_that_it_committed_and_never_half_a_publication(workspace: Workspace) -> None:
    moments = random.Random(2019)  # noqa: S311 - the same moments in every run
    committed = 0
    for _ in range(times(10)):
        writer = process.start(WRITER, workspace.working, workspace.published, committed + 1)
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(moments.randint(1, 5))]
        # From here the writer runs on into a commit or a publication, and is ended somewhere in it.
        try:
            writer.wait(moments.random() * 0.05)
        except subprocess.TimeoutExpired:
            writer.send_signal(signal.SIGKILL)
        rest, errors = process.end(writer)
        assert errors == ""
        said += rest.splitlines()
        with Database.open(workspace.working) as database:
            (found,) = database.connection.execute("SELECT count(*) FROM articles").fetchall()[0]
            (rows,) = database.connection.execute("SELECT count(*) FROM statements").fetchall()[0]
        assert found == rows >= last(said, "committed")
        committed = found
        if workspace.published.exists():
            with storage.open(workspace.published) as published:
                kept = published.execute("SELECT count(*) FROM articles").fetchall()
                assert kept == published.execute("SELECT count(*) FROM statements").fetchall()
                assert kept >= [(last(said, "published"),)]
    assert committed > 10


BIRTH = """
import sys
from pathlib import Path
from storage.database import Database
print("making", flush=True)
Database.open(Path(sys.argv[1])).close()
print("made", flush=True)
"""


@pytest.mark.soak
def test_a_process_killed_while_it_makes_a_dataset_leaves_a_whole_one_or_none(tmp_path: Path) -> None:
    moments = random.Random(2019)  # noqa: S311 - the same moments in every run
    for number in range(times(5)):
        path = tmp_path / f"{number}.duckdb"
        maker = process.start(BIRTH, path)
        assert maker.stdout is not None
        assert maker.stdout.readline() == "making\n"
        try:
            maker.wait(moments.random() * 0.3)
        except subprocess.TimeoutExpired:
            maker.send_signal(signal.SIGKILL)
        process.end(maker)
        with Database.open(path) as database:
            assert database.connection.execute("SELECT count(*) FROM articles").fetchall() == [(0,)]


def test_two_processes_that_make_the_same_dataset_get_one(tmp_path: Path) -> None:
    path = tmp_path / "set.duckdb"
    makers = [process.start(BIRTH, path) for _ in range(3)]
    ends = [process.end(maker) for maker in makers]
    assert any("made" in said for said, _ in ends)
    assert all("made" in said or "is using it" in errors for said, errors in ends), ends
    assert [file.name for file in tmp_path.iterdir()] == ["set.duckdb"]
