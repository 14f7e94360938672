"""The rows that wait for the next commit, and how they are written."""

from __future__ import annotations

from dataclasses import dataclass, field

import duckdb

from storage import rows
from storage.batch import Rejected
from storage.merge import Merger
from storage.records import Issue, Severity
from storage.rows import Row


@dataclass(slots=True)
class Waiting:
    """The rows of one transaction to come."""

    runs: dict[str, Row] = field(default_factory=dict)
    fetches: dict[str, Row] = field(default_factory=dict)
    versions: list[Row] = field(default_factory=list)
    statements: dict[str, list[Row]] = field(default_factory=dict)
    """By version, also where it states nothing."""
    issues: dict[str, Row] = field(default_factory=dict)
    issue_sightings: dict[tuple[str, str], Row] = field(default_factory=dict)
    size: int = 0
    """How many rows were added."""

    def add_issue(self, issue: Issue, run_id: str) -> None:
        """Keep the problem as it was first told, and that the run met it."""
        row = rows.of_issue(issue, run_id)
        self.issues.setdefault(row["id"], row)
        self.issue_sightings[row["id"], run_id] = {"issue_id": row["id"], "run_id": run_id}
        self.size += 1

    def write(self, connection: duckdb.DuckDBPyConnection, run_id: str, *, careful: bool) -> None:
        """Merge everything into the tables; what a careful merger leaves out becomes an issue of the run."""
        merger = Merger(connection, careful)
        for table, waiting in (("runs", self.runs), ("fetches", self.fetches)):
            if waiting:
                merger.replace(table, list(waiting.values()))
        if self.versions:
            merger.versions(self.versions)
        if self.statements:
            merger.statements(self.statements)
        self._write_issues(merger, run_id)

    def _write_issues(self, merger: Merger, run_id: str) -> None:
        """Merge the problems and those of rows left out; a badly told problem is itself such a row."""
        told, pending = 0, Waiting(issues=dict(self.issues), issue_sightings=dict(self.issue_sightings))
        while pending.issues or told < len(merger.rejected):
            for rejected in merger.rejected[told:]:
                pending.add_issue(_issue_of(rejected), run_id)
            told = len(merger.rejected)
            merger.keep("issues", list(pending.issues.values()))
            merger.keep("issue_sightings", list(pending.issue_sightings.values()))
            pending = Waiting()


def _issue_of(rejected: Rejected) -> Issue:
    """The problem of a row that its table did not take."""
    row = rejected.row
    version = row["id"] if rejected.table == "article_versions" else row.get("version_id")
    return Issue(
        stage="store",
        severity=Severity.ERROR,
        kind=f"rejected-{rejected.table}",
        reason=f"the table {rejected.table} does not take the row {row.get('id')}: {rejected.reason}",
        next_step="report it with the address of the page; the rest of the page is kept",
        url=row.get("url"),
        version_id=version,
        quote=row.get("quote"),
    )
