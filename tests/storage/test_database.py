"""What the writer keeps, and that the same records again change nothing."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import articles
from storage.database import Database, Workspace
from storage.errors import OriginMismatch
from storage.records import Article, Block, BlockKind, Cell, Origin
from tests.storage import make
from tests.storage.conftest import Ask

LATER = make.DAY + timedelta(days=30)


def keep(database: Database, article: Article, *values: float, run: str = "first") -> None:
    database.add_article(article, run)
    database.set_statements(article.version_id, [make.statement(article, value) for value in values])


def test_an_article_is_kept_once_however_often_it_is_seen(database: Database, ask: Ask) -> None:
    keep(database, make.article(), 84.64)
    database.commit()
    keep(database, make.article(fetched_at=LATER), 84.64)
    assert ask("SELECT count(*) FROM articles") == [(1,)]
    assert ask("SELECT count(*) FROM article_versions") == [(1,)]
    assert ask("SELECT count(*) FROM statements") == [(1,)]


def test_the_same_page_twice_in_one_batch_is_one_version_seen_first_at_its_earliest(
    database: Database, ask: Ask
) -> None:
    keep(database, make.article(fetched_at=LATER, fetch_id="late"))
    keep(database, make.article(fetch_id="early"))
    assert ask("SELECT fetch_id FROM article_versions") == [("early",)]


def test_a_version_keeps_the_fetch_that_first_showed_it(database: Database, ask: Ask) -> None:
    keep(database, make.article(fetch_id="one"))
    database.commit()
    keep(database, make.article(fetch_id="two", fetched_at=LATER))
    assert ask("SELECT fetch_id, fetched_at FROM article_versions") == ask(
        "SELECT 'one', TIMESTAMP '2020-05-20 11:00:00'"
    )


def test_an_earlier_capture_that_comes_later_is_the_first_sight(database: Database, ask: Ask) -> None:
    keep(database, make.article(fetch_id="crawl", fetched_at=LATER))
    database.commit()
    keep(database, make.article(fetch_id="archive"))
    assert ask("SELECT fetch_id FROM article_versions") == [("archive",)]


def test_a_changed_article_becomes_a_new_version_and_the_old_one_stays(database: Database, ask: Ask) -> None:
    keep(database, make.article(text="Hà Nội đạt 84%."), 84)
    database.commit()
    keep(database, make.article(text="Hà Nội đạt 84,64%.", fetched_at=LATER), 84.64)
    assert ask("SELECT text FROM article_versions ORDER BY fetched_at") == [
        ("Hà Nội đạt 84%.",),
        ("Hà Nội đạt 84,64%.",),
    ]
    assert ask("SELECT text FROM articles") == [("Hà Nội đạt 84,64%.",)]
    assert ask("SELECT value FROM statements ORDER BY value") == [(84.0,), (84.64,)]
    assert ask("SELECT value FROM current_statements") == [(84.64,)]


def test_an_article_that_goes_back_to_an_earlier_text_has_that_version_again(database: Database, ask: Ask) -> None:
    first, second = make.article(text="một"), make.article(text="hai", fetched_at=LATER)
    for number, seen in enumerate([first, second, make.article(text="một", fetched_at=LATER + timedelta(days=1))]):
        database.begin_run(make.run(f"run{number}"))
        keep(database, seen, run=f"run{number}")
    assert ask("SELECT text FROM articles") == [("một",)]
    assert ask("SELECT count(*) FROM article_versions") == [(2,)]


def test_an_old_capture_added_later_does_not_become_the_current_version(database: Database, ask: Ask) -> None:
    keep(database, make.article(text="mới", fetched_at=LATER))
    database.commit()
    keep(database, make.article(text="cũ"))
    assert ask("SELECT text FROM articles") == [("mới",)]


def test_a_better_reading_of_the_same_text_is_taken_over(database: Database, ask: Ask) -> None:
    keep(database, make.article(author=None, published_at=None))
    database.commit()
    keep(database, make.article(author="Lan Anh", fetched_at=LATER))
    assert ask("SELECT author, published_at IS NULL FROM article_versions") == [("Lan Anh", False)]
    assert ask("SELECT author, published_at IS NULL FROM articles") == [("Lan Anh", False)]


def test_statements_of_a_version_are_replaced_as_a_whole(database: Database, ask: Ask) -> None:
    keep(database, make.article(), 84.64, 90.1)
    database.commit()
    keep(database, make.article(), 87.0)
    assert ask("SELECT value FROM statements") == [(87.0,)]
    keep(database, make.article())
    assert ask("SELECT value FROM statements") == []


def test_a_claim_given_twice_under_one_key_is_one_row_the_surest(database: Database, ask: Ask) -> None:
    seen = make.article()
    database.add_article(seen, "first")
    database.set_statements(seen.version_id, [make.statement(seen, confidence=sure) for sure in (0.6, 0.9, 0.7)])
    assert ask("SELECT confidence FROM statements") == [(0.9,)]


def test_a_statement_names_the_extractor_that_made_it(database: Database, ask: Ask) -> None:
    database.begin_run(make.run("second", extractor_version="2.1"))
    keep(database, make.article(), 84.64, run="second")
    assert ask("SELECT extractor_version FROM statements") == [("2.1",)]


def test_times_read_on_the_clock_of_vietnam_and_come_back_as_the_same_moments(database: Database, ask: Ask) -> None:
    seen = make.article()
    keep(database, seen)
    assert ask("SELECT published_at::VARCHAR FROM articles") == [("2020-05-20 10:00:00",)]
    assert [one.published_at for one in articles.stored(database.connection)] == [seen.published_at]


def test_articles_come_back_just_as_they_were_kept(database: Database) -> None:
    table = Block(BlockKind.TABLE, "Hà Nội\t84,64", (Cell(0, 0, 1, 2, True, 0, 6), Cell(0, 2, 1, 1, False, 7, 12)))
    kept = make.article(
        lead="Tóm tắt", blocks=(Block(BlockKind.HEADING, ""), table, Block(BlockKind.CAPTION, "𝔸nh\n2"))
    )
    keep(database, kept)
    database.commit()
    (back,) = articles.stored(database.connection)
    assert back == kept


def test_rows_can_be_made_again_while_the_articles_are_read(database: Database, ask: Ask) -> None:
    for number in range(5):
        keep(database, make.article(f"https://tcnn.test/{number}"), 50.0)
    database.commit()
    for one in articles.stored(database.connection):
        database.set_statements(one.version_id, [make.statement(one, 60.0)])
        database.commit()
    assert ask("SELECT DISTINCT value FROM statements") == [(60.0,)]


def test_a_run_is_kept_with_its_figures(database: Database, ask: Ask) -> None:
    database.finish_run(make.run(finished_at=LATER, exit_status=1, figures={"pages": 3, "site.tcnn.articles": 2}))
    assert ask("SELECT exit_status, figures['site.tcnn.articles'] FROM runs") == [(1, 2)]


def test_a_batch_larger_than_the_buffer_is_kept_whole(database: Database, ask: Ask) -> None:
    for number in range(7000):
        database.add_fetch(make.fetch(f"{number:05}", "first"))
    assert ask("SELECT count(*), count(DISTINCT id) FROM fetches") == [(7000, 7000)]


def test_an_answer_is_committed_whole_when_the_buffer_fills_up(database: Database) -> None:
    for number in range(6000):
        seen = make.article(f"https://tcnn.test/{number}", fetch_id=str(number))
        database.add_fetch(make.fetch(str(number), "first"))
        keep(database, seen, 84.64)
    kept = database.connection.execute(
        "SELECT (SELECT count(*) FROM fetches), (SELECT count(*) FROM articles), (SELECT count(*) FROM statements)"
    ).fetchone()
    assert kept is not None
    assert kept[0] == kept[1] == kept[2] > 0


def test_a_text_longer_than_a_json_line_usually_may_be_is_kept(database: Database, ask: Ask) -> None:
    keep(database, make.article(text="dài " * 5_000_000))
    assert ask("SELECT length(text) FROM articles") == [(20_000_000,)]


def test_half_a_surrogate_pair_is_replaced_and_offsets_stay(database: Database, ask: Ask) -> None:
    seen = make.article(text="a\ud835\udc00b đạt 84,64%")
    database.add_article(seen, "first")
    database.set_statements(seen.version_id, [make.statement(seen, quote="84,64%")])
    assert ask("SELECT text FROM articles") == [("a\ufffd\ufffdb đạt 84,64%",)]
    assert ask(
        "SELECT substr(text, quote_start + 1, quote_end - quote_start) FROM statements JOIN articles USING (version_id)"
    ) == [("84,64%",)]


REFUSED = {
    "a rank of 2.5": {"metric": "rank", "value": 2.5},
    "infinity": {"value": float("inf")},
    "no number": {"value": float("nan")},
    "an unknown index": {"index": "gdp"},
    "a year far off": {"year": 20190},
    "a year beyond any integer column": {"year": 10**12},
    "a place beyond any integer column": {"quote_start": 10**12, "quote_end": 10**12 + 17},
    "a quote that is longer than its place": {"quote_end": 5},
    "a comparison year without a change": {"vs_year": 2018},
    "no subject": {"entity": ""},
    "more than certain": {"confidence": 1.5},
}


@pytest.mark.parametrize("changes", REFUSED.values(), ids=REFUSED.keys())
def test_a_row_that_breaks_a_check_becomes_an_issue_and_the_others_stay(
    database: Database, ask: Ask, changes: dict[str, Any]
) -> None:
    seen = make.article()
    database.add_article(seen, "first")
    database.set_statements(
        seen.version_id, [make.statement(seen, 84.64), make.statement(seen, **({"value": 7.0} | changes))]
    )
    assert ask("SELECT value FROM statements") == [(84.64,)]
    assert ask("SELECT stage, kind, version_id FROM open_issues") == [("store", "rejected-statements", seen.version_id)]


def test_statements_of_a_version_that_was_never_added_become_issues(database: Database, ask: Ask) -> None:
    database.set_statements("nobody", [make.statement(make.article())])
    assert ask("SELECT count(*) FROM statements") == [(0,)]
    assert ask("SELECT kind, reason LIKE '%its version is not kept' FROM issues") == [("rejected-statements", True)]


def test_an_article_that_its_table_refuses_takes_its_rows_along_into_issues(database: Database, ask: Ask) -> None:
    keep(database, make.article(), 84.64)
    bad = make.article("https://tcnn.test/2", published_raw=None, title="x")
    object.__setattr__(bad, "lead", None)
    keep(database, bad, 90.0)
    assert ask("SELECT count(*) FROM articles") == [(1,)]
    assert ask("SELECT kind FROM issues ORDER BY kind") == [("rejected-article_versions",), ("rejected-statements",)]
    assert ask("SELECT count(*) FROM sightings") == [(1,)]


def test_a_badly_told_issue_is_told_of_by_another(database: Database, ask: Ask) -> None:
    database.add_issue(make.issue(stage="weather"), "first")
    assert ask("SELECT stage, kind FROM issues") == [("store", "rejected-issues")]


def test_rows_before_a_run_are_a_mistake_of_the_caller(workspace: Workspace) -> None:
    with Database.open(workspace.working) as database, pytest.raises(RuntimeError, match="begin_run"):
        database.set_statements("x", [])


def test_what_was_not_committed_before_an_error_is_forgotten(workspace: Workspace) -> None:
    def fail() -> None:
        with Database.open(workspace.working) as database:
            database.begin_run(make.run())
            keep(database, make.article())
            database.commit()
            keep(database, make.article("https://tcnn.test/2"))
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fail()
    with Database.open(workspace.working) as database:
        assert database.connection.execute("SELECT url FROM articles").fetchall() == [("https://tcnn.test/1",)]


def test_a_new_dataset_takes_the_origin_of_its_first_run_and_keeps_to_it(tmp_path: Path) -> None:
    with Database.open(tmp_path / "new" / "set.duckdb") as database:
        database.begin_run(make.run(origin=Origin.LIVE))
        with pytest.raises(OriginMismatch, match=r"holds live rows, and demo rows never mix.*--data"):
            database.begin_run(make.run("second"))
    with pytest.raises(OriginMismatch):
        Database.open(tmp_path / "new" / "set.duckdb", origin=Origin.DEMO)
