"""Problems are told once, stand as long as they are met, and are never lost."""

from __future__ import annotations

from storage.database import Database
from storage.records import Issue
from tests.storage import make
from tests.storage.conftest import Ask

OPEN = "SELECT kind FROM open_issues ORDER BY kind"


def crawl(database: Database, name: str, *issues: Issue, looked: bool = True) -> None:
    run = make.run(name)
    database.begin_run(run)
    if looked:
        database.add_fetch(make.fetch(name, name))
    for one in issues:
        database.add_issue(one, name)
    database.finish_run(make.run(name, finished_at=run.started_at, exit_status=0))


def test_the_same_problem_in_two_runs_is_one_row_that_names_the_first(database: Database, ask: Ask) -> None:
    crawl(database, "a", make.issue())
    crawl(database, "b", make.issue())
    assert ask("SELECT run_id FROM issues") == [("a",)]
    assert ask("SELECT run_id FROM issue_sightings ORDER BY run_id") == [("a",), ("b",)]


def test_words_that_differ_from_run_to_run_make_no_other_problem_of_a_page(database: Database, ask: Ask) -> None:
    crawl(database, "a", make.issue("time-out", reason="no answer within 5.1 s"))
    crawl(database, "b", make.issue("time-out", reason="no answer within 5.3 s"))
    assert ask("SELECT reason FROM issues") == [("no answer within 5.1 s",)]


def test_two_numbers_of_one_sentence_are_two_problems(database: Database, ask: Ask) -> None:
    told = [
        make.issue("no-index", stage="extract", quote="tăng 3 và 4", reason=f"{number} has no index")
        for number in (3, 4)
    ]
    crawl(database, "a", *told)
    assert ask("SELECT count(*) FROM issues") == [(2,)]


def test_a_problem_is_closed_when_the_page_was_looked_at_again_without_it(database: Database, ask: Ask) -> None:
    crawl(database, "a", make.issue())
    assert ask(OPEN) == [("no-date",)]
    crawl(database, "b")
    assert ask(OPEN) == []
    assert ask("SELECT count(*) FROM issues") == [(1,)]


def test_a_problem_stands_while_its_page_is_not_looked_at(database: Database, ask: Ask) -> None:
    crawl(database, "a", make.issue())
    crawl(database, "b", looked=False)
    assert ask(OPEN) == [("no-date",)]


def test_a_problem_of_a_text_is_closed_when_the_text_is_read_again_without_it(database: Database, ask: Ask) -> None:
    seen = make.article()
    told = make.issue("no-year", stage="extract", version_id=seen.version_id, quote="84,64%")
    crawl(database, "a", told)
    database.add_article(seen, "a")
    assert ask(OPEN) == [("no-year",)]
    crawl(database, "b", looked=False)
    database.add_article(seen, "b")
    assert ask(OPEN) == []


def test_a_problem_of_a_text_is_closed_when_the_article_has_another_text(database: Database, ask: Ask) -> None:
    old, new = make.article(text="cũ"), make.article(text="mới", fetched_at=make.DAY.replace(year=2021))
    crawl(database, "a", make.issue("no-year", stage="extract", version_id=old.version_id))
    database.add_article(old, "a")
    database.commit()
    crawl(database, "b")
    database.add_article(new, "b")
    assert ask(OPEN) == []


def test_a_problem_of_no_page_is_closed_by_the_next_run_of_its_command(database: Database, ask: Ask) -> None:
    crawl(database, "a", make.issue("silent-site", url=None, reason="tcnn.vn gave nothing"))
    assert ask(OPEN) == [("silent-site",)]
    crawl(database, "b")
    assert ask(OPEN) == []
