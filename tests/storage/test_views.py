"""What the views make of the statements."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from storage.database import Database
from storage.records import Article
from tests.storage import make
from tests.storage.conftest import Ask

Claim = dict[str, Any]


def state(database: Database, *claims: Claim, of: Article | None = None) -> None:
    """Add an article that makes the claims."""
    article = of or make.article()
    database.add_article(article, "first")
    database.set_statements(article.version_id, [make.statement(article, **claim) for claim in claims])


def from_paper(number: int, **changes: Any) -> Article:
    """An article of a paper of its own."""
    return make.article(f"https://bao{number}.test/1", text=f"Hà Nội, theo báo {number}.", **changes)


def test_score_percent_rank_and_changes_of_a_subject_stand_in_one_row(database: Database, ask: Ask) -> None:
    state(
        database,
        {"value": 8.0, "metric": "score", "component": "leadership", "out_of": 8.5},
        {"value": 94.12, "component": "leadership"},
        {"value": 2.0, "metric": "rank", "component": "leadership", "out_of": 63.0},
        {"value": 3.0, "metric": "rank_change", "component": "leadership", "vs_year": 2018},
        {"value": -0.5, "metric": "score_change", "component": "leadership", "vs_year": 2018},
        {"value": 1.5, "metric": "percent_change", "component": "leadership", "vs_year": 2018},
    )
    assert ask(
        "SELECT score, maximum, percent, rank, out_of, rank_change, score_change, percent_change, sources FROM scores"
    ) == [(8.0, 8.5, 94.12, 2, 63, 3, -0.5, 1.5, 1)]


UNITED = {
    "points alone": ({"value": 84.64, "metric": "score"}, (84.64, 84.64, True)),
    "percent alone": ({"value": 84.64, "metric": "percent"}, (84.64, 84.64, True)),
    "points of 100": ({"value": 84.64, "metric": "score", "out_of": 100.0}, (84.64, 84.64, True)),
    "points of another maximum": ({"value": 73.5, "metric": "score", "out_of": 80.0}, (73.5, None, True)),
    "a component": ({"value": 8.0, "metric": "score", "component": "impact"}, (8.0, None, True)),
    "a sibling index": ({"value": 40.6, "metric": "score", "index": "papi"}, (40.6, None, True)),
}


@pytest.mark.parametrize(("claim", "row"), UNITED.values(), ids=UNITED.keys())
def test_a_total_of_par_index_is_one_quantity_in_points_and_in_percent(
    database: Database, ask: Ask, claim: Claim, row: tuple[Any, ...]
) -> None:
    state(database, claim)
    assert ask("SELECT score, percent, agreement FROM scores") == [row]


def test_points_and_percent_that_differ_are_a_conflict(database: Database, ask: Ask) -> None:
    state(database, {"value": 84.64, "metric": "percent"}, of=from_paper(1))
    state(database, {"value": 85.5, "metric": "score"}, of=from_paper(2))
    assert ask("SELECT agreement, sources FROM scores") == [(False, 2)]
    assert ask("SELECT value, other_value FROM conflicts") == [(84.64, 85.5)]


ROUNDED = [
    (84.64, 84.6, True),
    (84.65, 84.7, True),
    (87.04, 87.0, True),
    (84.64, 84.7, False),
    (8.0, 8.5, False),
    (91.87, 91.81, False),
    (-1.48, -1.5, True),
]


@pytest.mark.parametrize(("one", "other", "agree"), ROUNDED)
def test_values_agree_when_one_is_the_other_rounded(
    database: Database, ask: Ask, one: float, other: float, agree: bool
) -> None:
    assert ask("SELECT agrees(?, ?), agrees(?, ?)", one, other, other, one) == [(agree, agree)]


def test_the_value_with_more_witnesses_is_taken_and_conflicts_shows_both_sides(database: Database, ask: Ask) -> None:
    state(database, {"value": 91.81, "confidence": 1.0}, of=from_paper(1))
    state(database, {"value": 91.87}, of=from_paper(2))
    state(database, {"value": 91.87}, of=from_paper(3))
    assert ask("SELECT percent, sources, agreement FROM scores") == [(91.87, 3, False)]
    assert ask(
        "SELECT value, sources, quote, url, other_value, other_sources, other_quote, other_url FROM conflicts"
    ) == [
        (91.87, 2, "Hà Nội, theo báo 2.", "https://bao2.test/1", 91.81, 1, "Hà Nội, theo báo 1.", "https://bao1.test/1")
    ]


def test_of_equally_witnessed_values_the_surer_then_the_earlier_is_taken(database: Database, ask: Ask) -> None:
    early, late = from_paper(2), from_paper(1, published_at=make.DAY + timedelta(days=1))
    state(database, {"value": 70.0, "confidence": 0.8}, of=late)
    state(database, {"value": 60.0, "confidence": 0.8}, of=early)
    assert ask("SELECT percent, first_url FROM scores") == [(60.0, early.url)]
    state(database, {"value": 80.0, "confidence": 0.9}, of=from_paper(3, published_at=None))
    assert ask("SELECT percent, first_url FROM scores") == [(80.0, early.url)]


COPIES = {
    "credits the paper that has it": {"credited_source": "bao1.vn"},
    "credits its address": {"credited_source": "https://www.bao1.com.vn/tin-tuc"},
    "has the same title and text": {"text": "Hà Nội, theo báo 1."},
}


@pytest.mark.parametrize("changes", COPIES.values(), ids=COPIES.keys())
def test_a_reprint_is_no_second_witness(database: Database, ask: Ask, changes: dict[str, Any]) -> None:
    state(database, {}, of=from_paper(1))
    state(database, {}, of=make.article("https://tcnn.test/copy", **{"text": "Đăng lại."} | changes))
    assert ask("SELECT sources, agreement FROM scores") == [(1, True)]


def test_two_papers_are_two_witnesses(database: Database, ask: Ask) -> None:
    state(database, {}, of=from_paper(1))
    state(database, {}, of=from_paper(2))
    assert ask("SELECT sources, agreement FROM scores") == [(2, True)]


def test_a_rank_inside_a_region_stays_out_of_the_national_row(database: Database, ask: Ask) -> None:
    state(
        database,
        {"value": 9.0, "metric": "rank"},
        {"value": 2.0, "metric": "rank", "scope": "Đồng bằng sông Hồng"},
    )
    assert ask("SELECT scope, rank FROM scores") == [(None, 9), ("Đồng bằng sông Hồng", 2)]


LEFT_OUT = {
    "doubtful rows": {"confidence": 0.49},
    "rows without a year": {"year": None},
    "bounds": {"bound": ">"},
    "changes over several years": {"metric": "rank_change", "vs_year": 2012},
}


@pytest.mark.parametrize("claim", LEFT_OUT.values(), ids=LEFT_OUT.keys())
def test_left_out_of_the_scores_but_kept_as_statements_are(database: Database, ask: Ask, claim: Claim) -> None:
    state(database, claim)
    assert ask("FROM scores") == []
    assert ask("SELECT count(*) FROM current_statements") == [(1,)]


def test_an_exact_value_is_taken_before_an_approximate_one(database: Database, ask: Ask) -> None:
    state(database, {"value": 85.0, "bound": "~", "confidence": 1.0}, of=from_paper(1))
    state(database, {"value": 84.64, "confidence": 0.6}, of=from_paper(2))
    assert ask("SELECT percent FROM scores") == [(84.64,)]


def test_only_the_current_version_of_an_article_counts(database: Database, ask: Ask) -> None:
    state(database, {"value": 48.64}, of=make.article(text="Hà Nội 48,64%."))
    database.commit()
    state(database, {"value": 84.64}, of=make.article(text="Hà Nội 84,64%.", fetched_at=make.DAY + timedelta(days=9)))
    assert ask("SELECT percent, sources, agreement FROM scores") == [(84.64, 1, True)]


def test_districts_of_two_provinces_do_not_mix(database: Database, ask: Ask) -> None:
    district = {"entity": "Huyện Châu Thành", "entity_type": "district", "metric": "rank"}
    state(
        database,
        district | {"value": 1.0, "entity_id": "VN-37/huyen-chau-thanh", "parent": "Tây Ninh"},
        district | {"value": 7.0, "entity_id": "VN-41/huyen-chau-thanh", "parent": "Long An"},
    )
    assert ask("SELECT parent, rank FROM scores ORDER BY rank") == [("Tây Ninh", 1), ("Long An", 7)]


def test_articles_with_rows_are_listed_newest_first_with_their_counts(database: Database, ask: Ask) -> None:
    state(database, {"value": 84.64}, {"value": 80.1, "index": "sipas", "year": 2018}, of=from_paper(1))
    state(database, {"value": 1.0, "metric": "rank"}, of=from_paper(2, published_at=make.DAY + timedelta(days=1)))
    state(database, of=from_paper(3))
    assert ask("SELECT site, row_count, par_index_rows, entities, first_year, last_year FROM articles_with_rows") == [
        ("bao2.test", 1, 1, 1, 2019, 2019),
        ("bao1.test", 2, 1, 1, 2018, 2019),
    ]
