"""The demo: the real spiders over the bundled press, as one command in an empty folder."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from storage import query
from tests.command import Outcome, parindex


def rows(data: Path, sql: str) -> list[tuple[object, ...]]:
    return list(query.run(data / "parindex.duckdb", sql).rows)


def test_it_tells_what_it_found_where_it_is_and_what_to_try_next(demo: Outcome) -> None:
    assert demo.status == 0, demo.err
    assert re.match(r"\d+ pages seen in [\d.]+ s \(\d+ a second\), \d+ articles, \d+ rows, \d+ issues\n", demo.out)
    assert "dataset: data/parindex.duckdb" in demo.out
    assert 'parindex "select' in demo.out


def test_the_rows_that_it_shows_come_with_the_sentences_that_state_them(demo: Outcome) -> None:
    shown = re.findall(
        r"^  (.+), (.+), total, \w+: ([\d.]+)\n    (.+)\n    https?://(\w+)\.test/", demo.out, re.MULTILINE
    )
    assert len(shown) >= 3
    for entity, _, value, sentence, _ in shown:
        assert entity in sentence or "Hanoi" in sentence
        assert value.replace(".", ",") in sentence or value in sentence or "dẫn đầu" in sentence


def test_its_rows_are_the_demo_s_and_keep_the_addresses_of_the_press(demo_data: Path) -> None:
    assert rows(demo_data, "select distinct origin from articles") == [("demo",)]
    hosts = rows(demo_data, "select distinct regexp_extract(url, '://([^/]+)/', 1) as host from fetches order by host")
    assert hosts == [("hanoimoi.test",), ("tcnn.test",)]


def test_what_the_press_does_wrong_is_in_the_issues(demo_data: Path) -> None:
    kinds = {kind for (kind,) in rows(demo_data, "select kind from issues where stage in ('fetch', 'article')")}
    assert kinds >= {"robots", "http-404", "leaves-site", "no-date"}


def fact(row: Mapping[str, Any]) -> tuple[object, ...]:
    """What a row states, and in which article."""
    page = row["url"].rpartition("/")[2]
    named = (page, row["entity"].casefold(), row["index"], row["year"], row["component"], row["metric"])
    return (*named, float(row["value"]), row["bound"], bool(row.get("scope")))


def test_its_rows_are_those_of_a_careful_reader(demo_data: Path) -> None:
    names = ("url", "entity", "index", "year", "component", "metric", "value", "bound", "scope")
    columns = ", ".join(f'"{name}"' for name in names)
    answer = rows(demo_data, f"select {columns} from current_statements")  # noqa: S608 - names of our own
    stated = {fact(dict(zip(names, row, strict=True))) for row in answer}
    lines = (files("crawler.demo") / "expected.jsonl").read_text("utf-8").splitlines()
    expected = {fact(row): row["optional"] for row in map(json.loads, lines)}
    missed = [one for one, optional in expected.items() if not optional and one not in stated]
    assert sorted(map(str, stated - expected.keys())) == []
    assert len(missed) <= len(expected) // 100, missed


def test_older_articles_of_a_script_driven_pager_are_found_too(demo_data: Path) -> None:
    [(oldest, newest)] = rows(
        demo_data, "select min(year(published_at)), max(year(published_at)) from articles where site = 'tcnn.test'"
    )
    assert (oldest, newest) == (2014, 2025)


def test_the_demo_twice_gives_the_same_answers(tmp_path: Path) -> None:
    tables = ("articles", "article_versions", "statements", "issues", "scores", "articles_with_rows", "conflicts")
    answers = []
    for _ in range(2):
        assert parindex("demo", cwd=tmp_path).status == 0
        answers.append({table: rows(tmp_path / "data", f"from {table}") for table in tables})
    first, second = answers
    assert first["statements"]
    assert [table for table in tables if first[table] != second[table]] == []
