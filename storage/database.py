"""The one writer of a dataset: records in, committed in batches, published as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

from storage import reference, rows, schema
from storage.errors import explained, no_folder, origin_mismatch
from storage.merge import UNFIT
from storage.publish import publish
from storage.records import Article, Fetch, Issue, Origin, Run, ScoreStatement
from storage.waiting import Waiting
from storage.workspace import Workspace

__all__ = ["Database", "Workspace"]

_FLUSH_AT = 5000
"""Rows that wait at most: enough for the bulk insert to pay, few enough to stay small in memory."""


class Database:
    """A dataset open for writing, by this process alone; rows wait in memory until `commit` or until there are many.

    Adding the same records again changes nothing that a query sees, except in the tables that keep the books of runs.
    Rows that break a check of their table are left out, and an issue of the stage `store` tells which and why.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._run: Run | None = None
        self._waiting = Waiting()

    @classmethod
    def open(cls, path: Path, *, origin: Origin | None = None) -> Self:
        """The dataset at `path`, made or brought forward if need be; one of another origin is refused."""
        with explained(path):
            _make_folder(path.parent)
            if not path.exists():
                _make(path)
            connection = duckdb.connect(path, config=schema.WRITING)
        database = cls(connection, path)
        try:
            with explained(path):
                schema.bring_forward(connection, path)
                database._claim(origin)
        except BaseException:
            connection.close()
            raise
        return database

    def begin_run(self, run: Run) -> None:
        """Take the run as the one that all further rows come from."""
        with explained(self.path):
            self._claim(run.origin)
        self._run = run
        self._waiting.runs[run.id] = rows.of_run(run)
        self._waiting.size += 1

    def finish_run(self, run: Run) -> None:
        """Keep how the run ended."""
        self._waiting.runs[run.id] = rows.of_run(run)
        self._waiting.size += 1

    def add_fetch(self, fetch: Fetch) -> None:
        """Keep an answer of a server."""
        self._make_room()
        self._waiting.fetches[fetch.id] = rows.of_fetch(fetch)
        self._waiting.size += 1

    def add_article(self, article: Article, run_id: str) -> None:
        """Keep a version of an article, and that the run saw it."""
        if article.fetch_id not in self._waiting.fetches:
            self._make_room()
        self._waiting.versions.append(rows.of_version(article) | {"run_id": run_id})
        self._waiting.size += 1

    def set_statements(self, version_id: str, statements: Iterable[ScoreStatement]) -> None:
        """Make these all that the version states, whatever was kept of it before."""
        extractor = self._current_run().extractor_version
        own = [rows.of_statement(one, version_id, extractor) for one in statements]
        self._waiting.statements[version_id] = own
        self._waiting.size += 1 + len(own)

    def add_issue(self, issue: Issue, run_id: str) -> None:
        """Keep a problem, and that the run met it."""
        self._waiting.add_issue(issue, run_id)

    def load_reference(self, table: str, records: Iterable[Mapping[str, Any]]) -> None:
        """Make these all rows of a reference table; ValueError tells of a row that does not fit."""
        with explained(self.path), schema.transaction(self.connection):
            reference.load(self.connection, table, list(records))

    def commit(self) -> None:
        """Write what waits, in one transaction; afterwards it survives the end of the process and of the machine."""
        if not self._waiting.size:
            return
        with explained(self.path):
            try:
                self._write(careful=False)
            except UNFIT:
                self._write(careful=True)
        self._waiting = Waiting()

    def publish(self, target: Path) -> None:
        """Commit, and put a compact copy at `target` at once; a reader that has the old file open is not disturbed."""
        self.commit()
        with explained(target):
            publish(self.connection, target)

    def close(self) -> None:
        """Leave the file to the next writer; what was not committed is forgotten."""
        with explained(self.path):
            self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.close()

    def _write(self, *, careful: bool) -> None:
        """Write what waits, all of it or nothing."""
        with schema.transaction(self.connection):
            self._waiting.write(self.connection, self._current_run().id, careful=careful)

    def _current_run(self) -> Run:
        """The run that rows come from."""
        if self._run is None:
            raise RuntimeError("begin_run comes before the rows of a run")
        return self._run

    def _claim(self, origin: Origin | None) -> None:
        """Hold the dataset to one origin: the first that is named is its own."""
        if origin is None:
            return
        kept = self.connection.execute("SELECT origin FROM dataset").fetchone()
        if kept is None or kept[0] is None:
            self.connection.execute("UPDATE dataset SET origin = ?", [origin.value])
        elif kept[0] != origin:
            raise origin_mismatch(self.path, Origin(kept[0]), origin)

    def _make_room(self) -> None:
        """Commit when many rows wait: called before the first row of an answer, so that answers are kept whole."""
        if self._waiting.size >= _FLUSH_AT:
            self.commit()


def _make_folder(folder: Path) -> None:
    """Make the folder of a dataset, or tell that none can be made there: the advice on a missing file would mislead."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileNotFoundError as error:
        raise no_folder(folder) from error


def _make(path: Path) -> None:
    """Make a new dataset at `path` at once, so that a process killed meanwhile leaves no half of one."""
    part = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        part.write_bytes(schema.blank())
        # Unlike a rename, a link never replaces the dataset that another process has just made here.
        try:
            path.hardlink_to(part)
        except FileExistsError:
            return
        except OSError:
            # The file system knows no links.
            part.replace(path)
    finally:
        part.unlink(missing_ok=True)
