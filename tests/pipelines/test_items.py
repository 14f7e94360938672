"""An answer goes through the item pipelines whole: its rows are added, then all is kept, or the run says why not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines import items, writing
from pipelines.items import Answer, counts, with_statements
from pipelines.writing import RunWriter, open_run
from storage.errors import DatasetError, DiskFull, OriginMismatch
from storage.records import Article, Block, BlockKind, Fetch, Issue, Origin, Severity

NOW = datetime(2024, 5, 20, 8, tzinfo=UTC)
TEXT = "Chỉ số cải cách hành chính (PAR INDEX) năm 2023 của tỉnh Quảng Ninh xếp thứ 1."


def article(number: int = 1) -> Article:
    return Article(
        url=f"https://a.test/{number}",
        site="a.test",
        title="Tin",
        lead="",
        blocks=(Block(BlockKind.PARAGRAPH, TEXT),),
        author=None,
        credited_source=None,
        published_at=NOW,
        published_raw="20/05/2024",
        fetched_at=NOW,
        origin=Origin.DEMO,
    )


def fetch(writer: RunWriter, number: int = 1) -> Fetch:
    url = f"https://a.test/{number}"
    return Fetch(f"f{number}", writer.run.id, "a.test", url, url, 200, NOW, "00", 2, "article")


def rows(data: Path, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(data / "parindex.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_an_article_gets_its_rows_with_quotes_of_its_text() -> None:
    [statement] = with_statements(Answer(None, article())).statements
    assert (statement.entity, statement.year, statement.value) == ("Quảng Ninh", 2023, 1.0)
    assert TEXT[statement.quote_start : statement.quote_end] == statement.quote


def test_an_answer_without_an_article_stays_as_it_is() -> None:
    answer = Answer(None, issues=(Issue("fetch", Severity.ERROR, "http-404", "gone", "look"),))
    assert with_statements(answer) == answer


def test_an_extractor_that_breaks_leaves_the_article_and_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(document: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(items, "extract", broken)
    answer = with_statements(Answer(None, article()))
    assert (answer.article, answer.statements) == (article(), ())
    [issue] = answer.issues
    assert (issue.stage, issue.kind, issue.version_id) == ("extract", "extractor-failed", article().version_id)
    assert "by nothing" in issue.reason


def test_what_a_run_keeps_is_published_when_it_is_over(tmp_path: Path) -> None:
    with open_run(tmp_path, "test", Origin.DEMO) as writer:
        writer.keep(with_statements(Answer(fetch(writer), article())))
        writer.finish(0, {"pages": 1})
    assert rows(tmp_path, "select command, exit_status, figures['pages'] from runs") == [("test", 0, 1)]
    assert rows(tmp_path, "select entity, value from statements") == [("Quảng Ninh", 1.0)]
    assert rows(tmp_path, "select status from fetches") == [(200,)]


def test_what_a_run_kept_is_published_even_if_it_breaks(tmp_path: Path) -> None:
    def broken_run() -> None:
        with open_run(tmp_path, "test", Origin.DEMO) as writer:
            writer.keep(Answer(fetch(writer), article()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_run()
    assert rows(tmp_path, "select count(*) from articles") == [(1,)]
    assert rows(tmp_path, "select exit_status from runs") == [(None,)]


def test_a_run_of_another_origin_does_not_begin(tmp_path: Path) -> None:
    with open_run(tmp_path, "test", Origin.DEMO):
        pass
    with pytest.raises(OriginMismatch), open_run(tmp_path, "test", Origin.LIVE):
        pytest.fail("live rows would mix with those of the demo")


class FullDatabase:
    """A dataset whose disk is full after the first commit."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        def called(*args: object) -> None:
            self.calls.append(name)
            if self.calls.count("add_fetch") > 1:
                raise DiskFull("no room")

        return called


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> FullDatabase:
    database = FullDatabase()

    class Opened:
        @staticmethod
        @contextmanager
        def open(path: Path, *, origin: Origin) -> Iterator[FullDatabase]:
            yield database

    monkeypatch.setattr(writing, "Database", Opened)
    return database


def test_a_dataset_that_takes_no_more_ends_the_run_with_its_error(full: FullDatabase, tmp_path: Path) -> None:
    def overflowing_run() -> None:
        with open_run(tmp_path, "test", Origin.DEMO) as writer:
            for number in range(4):
                writer.keep(Answer(fetch(writer, number)))
            assert isinstance(writer.failure, DiskFull)
            writer.finish(0, {})

    with pytest.raises(DatasetError, match="no room"):
        overflowing_run()
    assert full.calls.count("add_fetch") == 2
    assert "publish" not in full.calls


def test_the_figures_of_an_answer_are_what_it_brought() -> None:
    answer = with_statements(Answer(None, article()))
    assert counts(answer) == {"pages": 0, "articles": 1, "dated": 1, "statements": 1, "issues": 0}
