"""What a careful reader would take from the articles of the press, as `expected.jsonl` states it."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from importlib.resources import files
from typing import Any, Final

import pytest
from bs4 import BeautifulSoup

from crawler.demo.sheets import Paper, Piece, original, papers
from tests.crawler.demo.conftest import Ask

ROWS: Final[list[dict[str, Any]]] = [
    json.loads(line) for line in (files("crawler.demo") / "expected.jsonl").read_text("utf-8").splitlines()
]
ARTICLES = {paper.url(paper.path(piece)): (paper, piece) for paper in papers() for piece in paper.pieces}
WITH_ROWS = sorted({row["url"] for row in ROWS})
COMPONENTS = {
    *("total", "leadership", "institutions", "procedures", "organization", "civil_service", "public_finance"),
    *("modernization", "impact"),
}
KEYS = {
    *("url", "index", "year", "entity", "component", "metric", "value", "out_of", "bound", "vs_year"),
    *("quote", "optional"),
}


def rows_of(url: str) -> list[dict[str, Any]]:
    """The rows of an article."""
    return [row for row in ROWS if row["url"] == url]


def visible(piece: Piece) -> str:
    """What an article itself says, without its title and without furniture."""
    source = original(piece)
    told = source[1] if source else piece
    return f"{told.lead}\n{BeautifulSoup(told.body, 'lxml').get_text(chr(10))}"


def served(ask: Ask, paper: Paper, piece: Piece) -> str:
    """The text of the page as a browser would show it."""
    page = ask(paper.sheet.host, paper.path(piece)).body.decode(piece.encoding)
    return unicodedata.normalize("NFC", BeautifulSoup(page, "lxml").get_text("\n"))


def test_every_row_is_of_an_article_of_the_press() -> None:
    assert {row["url"] for row in ROWS} <= ARTICLES.keys()


def complaints(row: dict[str, Any]) -> list[str]:
    """What is wrong with a row, by the names of its fields."""
    metric = row["metric"]
    right = {
        "keys": KEYS <= row.keys() <= KEYS | {"parent", "scope"},
        "index": row["index"] in {"par_index", "sipas", "papi", "pci"},
        "component": row["component"] in COMPONENTS,
        "metric": metric.removesuffix("_change") in {"score", "percent", "rank"},
        "value": not metric.startswith("rank") or row["value"] == int(row["value"]),
        "bound": row["bound"] in {"=", ">"},
        "vs_year": (row["vs_year"] is not None) == metric.endswith("_change"),
        "quote": row["quote"] in visible(ARTICLES[row["url"]][1]),
    }
    return [field for field, holds in right.items() if not holds]


@pytest.mark.parametrize("url", WITH_ROWS, ids=lambda url: url.rpartition("/")[2])
def test_every_row_keeps_the_contract(url: str) -> None:
    assert [(row["quote"], wrong) for row in rows_of(url) if (wrong := complaints(row))] == []


@pytest.mark.parametrize("url", WITH_ROWS, ids=lambda url: url.rpartition("/")[2])
def test_what_is_quoted_stands_on_the_page_that_is_served(ask: Ask, url: str) -> None:
    text = served(ask, *ARTICLES[url])
    assert [row["quote"] for row in rows_of(url) if row["quote"] not in text] == []


def test_a_fact_is_expected_once_per_article() -> None:
    key = ("url", "index", "year", "entity", "parent", "component", "metric", "value", "scope")
    times = Counter(tuple(row.get(name) for name in key) for row in ROWS)
    assert [fact for fact, count in times.items() if count > 1] == []


def test_the_article_about_ha_noi_states_thirteen_facts_and_implies_one() -> None:
    url = next(url for url, (_, piece) in ARTICLES.items() if piece.id == "47012")
    assert Counter(row["optional"] for row in rows_of(url)) == {False: 13, True: 1}


def test_the_copy_is_expected_to_say_what_its_original_says() -> None:
    by_id = {piece.id: url for url, (_, piece) in ARTICLES.items()}
    copy, first = ([{**row, "url": ""} for row in rows_of(by_id[name])] for name in ("59140", "663870"))
    assert copy == first


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(lambda row: row["entity"] == "all_ministries", id="a mean of ministries"),
        pytest.param(lambda row: row.get("parent") and row["metric"] == "rank", id="a district's or department's rank"),
        pytest.param(lambda row: row.get("scope"), id="a rank inside a region"),
        pytest.param(lambda row: row["bound"] == ">", id="a threshold"),
        pytest.param(lambda row: row["metric"] == "rank_change" and row["value"] < 0, id="a fall"),
        pytest.param(lambda row: row["index"] == "pci", id="a sibling index"),
        pytest.param(lambda row: row["optional"], id="an implied fact"),
        pytest.param(lambda row: row["component"] != "total" and row["out_of"], id="a component with its maximum"),
    ],
)
def test_the_press_has_every_kind_of_statement(kind: Any) -> None:
    assert any(kind(row) for row in ROWS)


def test_some_articles_tempt_and_state_nothing() -> None:
    silent = {url for url in ARTICLES if not rows_of(url)}
    assert len(silent) >= 10
    assert all(any(character.isdigit() for character in visible(ARTICLES[url][1])) for url in silent)
