"""The writing of a run: whole answers, committed in batches, published when the run is over."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines import EXTRACTOR_VERSION, reference
from storage.database import Database
from storage.errors import DatasetError
from storage.records import Origin, Run, digest
from storage.workspace import Workspace

if TYPE_CHECKING:
    from pipelines.items import Answer

_BATCH = 200
"""Answers per commit: few enough that a crash loses seconds of work, enough that commits cost nothing."""


class RunWriter:
    """Keeps what a run brings; after the first error of the dataset, remembered as `failure`, it takes nothing more."""

    def __init__(self, database: Database, run: Run) -> None:
        self.run = run
        self.failure: DatasetError | None = None
        self._database = database
        self._waiting = 0

    def keep(self, answer: Answer) -> None:
        """Keep an answer with all that came of it."""
        if self.failure:
            return
        try:
            self._add(answer)
        except DatasetError as error:
            self.failure = error

    def finish(self, exit_status: int, figures: Mapping[str, int]) -> None:
        """Say how the run ended."""
        self.run = replace(self.run, finished_at=datetime.now(UTC), exit_status=exit_status, figures=dict(figures))
        if not self.failure:
            self._database.finish_run(self.run)

    def _add(self, answer: Answer) -> None:
        """Add the rows of an answer, and commit when the batch is full."""
        if answer.fetch:
            self._database.add_fetch(answer.fetch)
        if answer.article:
            self._database.add_article(answer.article, self.run.id)
            self._database.set_statements(answer.article.version_id, list(answer.statements))
        for issue in answer.issues:
            self._database.add_issue(issue, self.run.id)
        self._waiting += 1
        if self._waiting >= _BATCH:
            self._database.commit()
            self._waiting = 0


@contextmanager
def open_run(data: Path, command: str, origin: Origin) -> Iterator[RunWriter]:
    """The writer of a new run into a data folder; however the block is left, what it kept is committed and published.

    The reference tables become what this version knows. A dataset that took no more raises its error in the end: what
    was committed before is safe in the working file.
    """
    workspace = Workspace(data)
    with Database.open(workspace.working, origin=origin) as database:
        started = datetime.now(UTC)
        run = Run(digest(command, started.isoformat(), str(os.getpid())), command, origin, started, EXTRACTOR_VERSION)
        database.begin_run(run)
        reference.load(database)
        writer = RunWriter(database, run)
        try:
            yield writer
        finally:
            if not writer.failure:
                database.commit()
                database.publish(workspace.published)
        if writer.failure:
            raise writer.failure
