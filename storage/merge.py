"""Batches into the tables: for each kind of record how new rows meet those that are there.

What is known of a batch is looked up by key first, so that rows that are there just so are not written again, and the
others go in plainly: `ON CONFLICT DO UPDATE` takes five times as long on tables as wide as these.
"""

# ruff: noqa: S608 - names come from the schema, ids are hashes made by `digest`; nothing else is part of the SQL

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

from storage.batch import Rejected, staged
from storage.rows import Row

UNFIT = (duckdb.ConstraintException, duckdb.ConversionException)
"""What a merger that is not careful raises where a row does not fit."""

Rows = Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class Merger:
    """Merges batches within one transaction.

    A careful one looks at every row first and leaves out what does not fit. Another saves a fifth of the time and fails
    on the first such row, with one of `UNFIT`.
    """

    connection: duckdb.DuckDBPyConnection
    careful: bool
    rejected: list[Rejected] = field(default_factory=list)
    """The rows left out so far."""
    _new_versions: set[str] = field(default_factory=set)

    def replace(self, table: str, rows: Rows) -> None:
        """Put the rows into the table, each in the place of an earlier one of its key."""
        self._insert(f"INSERT OR REPLACE INTO {table}", table, rows)

    def keep(self, table: str, rows: Rows) -> None:
        """Put the rows into the table whose key is new."""
        self._insert(f"INSERT OR IGNORE INTO {table}", table, rows)

    def versions(self, rows: Sequence[Row]) -> None:
        """Put versions, sightings and current articles in; a known version keeps its first fetch.

        The rest of it is as it was read now: the same page changes nothing, a better reader improves what it says.
        """
        fresh = self._fresh_versions(rows)
        self._put("article_versions", fresh)
        refused = {one.row["id"] for one in self.rejected if one.table == "article_versions"}
        self._new_versions -= refused
        kept = [row for row in rows if row["id"] not in refused]
        self.keep("sightings", [_sighting(row) for row in kept])
        self._put_current(kept, {row["id"] for row in fresh})

    def statements(self, by_version: Mapping[str, Rows]) -> None:
        """Make the rows all that the named versions state."""
        earlier = by_version.keys() - self._new_versions
        known = {version for (version,) in self._look_up("article_versions", earlier, "id")} | self._new_versions
        orphans = [row for version, own in by_version.items() if version not in known for row in own]
        if orphans and not self.careful:
            raise duckdb.ConstraintException("statements of a version that is not there")
        self.rejected.extend(Rejected("statements", row, "its version is not kept") for row in orphans)
        if earlier:
            self.connection.execute(f"DELETE FROM statements WHERE version_id IN ({_listed(earlier)})")
        rows = [row for version, own in by_version.items() if version in known for row in own]
        self._insert("INSERT INTO statements", "statements", _surest(rows))

    def _fresh_versions(self, rows: Sequence[Row]) -> list[Row]:
        """The versions that are new or were read otherwise, each once, with the fetch that first showed it."""
        first = {row["id"]: row for row in sorted(rows, key=_fetched_at, reverse=True)}
        old = self._look_up("article_versions", first, "id, fetched_at, fetch_id, reading_hash")
        known = {version: {"fetched_at": at, "fetch_id": fetch, "reading_hash": how} for version, at, fetch, how in old}
        self._new_versions |= first.keys() - known.keys()
        fresh = []
        for version, row in first.items():
            kept = known.get(version, row)
            seen_first = min(kept, row, key=_fetched_at)
            now = row | {name: seen_first[name] for name in ("fetched_at", "fetch_id")}
            if version not in known or any(now[name] != value for name, value in kept.items()):
                fresh.append(now)
        return fresh

    def _put_current(self, rows: Sequence[Row], fresh: Iterable[str]) -> None:
        """Make the articles of the rows what the version says that was seen last."""
        about = {row["article_id"]: row for row in rows}
        known = {row[0]: row[1:] for row in self._look_up("articles", about, "id, version_id, url, site, origin")}
        latest = dict(self.connection.execute(_LATEST.format(ids=_listed(about))).fetchall()) if about else {}
        now = {one: (latest[one], *(about[one][name] for name in ("url", "site", "origin"))) for one in about}
        changed = [one for one in about if known.get(one) != now[one] or latest[one] in set(fresh)]
        if not changed:
            return
        self._delete("articles", known.keys() & set(changed))
        names = ("id", "version_id", "url", "site", "origin")
        with staged(self.connection, "articles", [dict(zip(names, (one, *now[one]), strict=True)) for one in changed]):
            self.connection.execute(_CURRENT.format(ids=_listed(latest[one] for one in changed)))

    def _put(self, table: str, rows: Sequence[Row]) -> None:
        """Put the rows into the table, each in the place of one of its id; plain and fast where there is none."""
        self._delete(table, {row["id"] for row in rows} - self._new_versions)
        self._insert(f"INSERT INTO {table}", table, rows)

    def _insert(self, how: str, table: str, rows: Rows) -> None:
        """Insert the rows that fit."""
        if not rows:
            return
        with staged(self.connection, table, rows, self.rejected if self.careful else None):
            self.connection.execute(f"{how} BY NAME SELECT * EXCLUDE (place) FROM staged ORDER BY place")

    def _delete(self, table: str, ids: Iterable[str]) -> None:
        """Take the rows of those ids out of the table."""
        if some := _listed(ids):
            self.connection.execute(f"DELETE FROM {table} WHERE id IN ({some})")

    def _look_up(self, table: str, ids: Iterable[str], columns: str) -> list[tuple[Any, ...]]:
        """Those columns of the rows of those ids; literal ids let DuckDB use the index."""
        some = _listed(ids)
        return self.connection.execute(f"SELECT {columns} FROM {table} WHERE id IN ({some})").fetchall() if some else []


def _fetched_at(row: Mapping[str, Any]) -> Any:
    """When the version of a row was fetched."""
    return row["fetched_at"]


def _sighting(row: Row) -> Row:
    """That a run saw a version."""
    names = {"version_id": "id", "run_id": "run_id", "seen_at": "fetched_at", "fetch_id": "fetch_id"}
    return {column: row[name] for column, name in names.items()}


def _surest(rows: Rows) -> Rows:
    """The rows with one of each id, the surest: a claim that came twice under one key is kept once."""
    return list({row["id"]: row for row in sorted(rows, key=lambda row: float(row["confidence"]))}.values())


def _listed(ids: Iterable[str]) -> str:
    """The ids as the inside of an IN list, in order."""
    return ", ".join(f"'{one}'" for one in sorted(ids))


_LATEST = """
    SELECT article_id, arg_max(article_versions.id, (seen_at, content_hash))
    FROM article_versions JOIN sightings ON sightings.version_id = article_versions.id
    WHERE article_id IN ({ids})
    GROUP BY article_id
"""

_CURRENT = """
    INSERT INTO articles BY NAME
    SELECT
        staged.id, staged.url, staged.site, staged.origin, version_id, title, lead, text, author, credited_source,
        published_at, published_raw, fetched_at
    FROM (SELECT id, url, site, origin, version_id, place FROM staged) AS staged
    JOIN (SELECT * EXCLUDE (article_id), id AS version_id FROM article_versions WHERE id IN ({ids})) USING (version_id)
    ORDER BY place
"""
