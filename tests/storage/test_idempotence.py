"""The same pages again give the same dataset: whatever is asked but the books of runs, the answer is the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storage
from storage.database import Database
from storage.records import Article, Block, BlockKind, ScoreStatement
from tests.soak import times
from tests.storage import make

BOOKS = {"runs", "fetches", "sightings", "issue_sightings"}
"""The tables that grow with each run."""

texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=30)
blocks = st.lists(st.builds(Block, st.sampled_from(BlockKind), texts), min_size=1, max_size=3).map(tuple)
articles = st.builds(
    make.article,
    url=st.sampled_from([f"https://tcnn.test/{number}" for number in range(4)]),
    blocks=blocks,
    author=st.none() | texts,
    published_at=st.none() | st.datetimes(make.DAY.replace(tzinfo=None), timezones=st.just(UTC)),
)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Article, tuple[ScoreStatement, ...]]:
    """An article with what it states, some of it in conflict with others."""
    article = draw(articles)
    values = draw(st.lists(st.sampled_from([84.64, 84.6, 90.1]), max_size=3, unique=True))
    return article, tuple(make.statement(article, value) for value in values)


def everything(path: Path) -> dict[str, str]:
    """What every table and view but the books says, as text, rows in the order in which they come."""
    with storage.open(path) as connection:
        names = connection.execute(
            "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal"
        ).fetchall()
        return {name: repr(connection.execute(f"FROM {name}").fetchall()) for (name,) in names if name not in BOOKS}


def crawl(database: Database, name: str, found: Sequence[tuple[Article, Any]], batch: int = 1000) -> None:
    """One run over the pages, each fetched anew."""
    run = make.run(name)
    database.begin_run(run)
    for number, (article, statements) in enumerate(found):
        at = run.started_at + timedelta(minutes=number)
        fetch = make.fetch(f"{name}-{number}", name, article.url, fetched_at=at)
        seen = replace(article, fetched_at=at, fetch_id=fetch.id)
        database.add_fetch(fetch)
        database.add_article(seen, name)
        database.set_statements(seen.version_id, statements)
        database.add_issue(make.issue(url=article.url, reason=f"told by {name}"), name)
        if number % batch == batch - 1:
            database.commit()
    database.finish_run(replace(run, finished_at=run.started_at, exit_status=0))


@settings(max_examples=times(8), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pages(), min_size=1, max_size=6, unique_by=lambda page: page[0].url), st.integers(1, 4))
def test_a_second_crawl_changes_no_answer_and_neither_does_where_batches_end(
    blank: Path, found: list[tuple[Article, Any]], batch: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        answers = []
        for crawls, size in ((["a"], 1000), (["a", "b"], batch)):
            working, published = Path(folder) / f"working{size}", Path(folder) / f"published{size}"
            shutil.copy(blank, working)
            with Database.open(working) as database:
                for name in crawls:
                    crawl(database, name, found, size)
                database.publish(published)
            answers.append(everything(published))
        assert answers[0] == answers[1]


def test_rows_come_in_the_order_of_their_keys_whatever_order_they_were_added_in(blank: Path, tmp_path: Path) -> None:
    found = [
        (article, (make.statement(article),))
        for article in (make.article(f"https://tcnn.test/{number}") for number in range(20))
    ]
    answers = []
    for name, order in (("forward", found), ("backward", found[::-1])):
        shutil.copy(blank, tmp_path / name)
        with Database.open(tmp_path / name) as database:
            database.begin_run(make.run())
            for article, statements in order:
                database.add_article(article, "first")
                database.set_statements(article.version_id, statements)
            database.publish(tmp_path / f"{name}.published")
        answers.append(everything(tmp_path / f"{name}.published"))
    assert answers[0] == answers[1]
