"""`parindex eval`: how well a corpus is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.command import within as parindex

TEXT = "Năm 2019, Hà Nội đạt 84,64% Chỉ số cải cách hành chính (PAR INDEX), xếp thứ 2/63 tỉnh, thành phố."
PERCENT = {"index": "par_index", "year": 2019, "entity": "Hà Nội", "metric": "percent", "value": 84.64}
RANK = {**PERCENT, "metric": "rank", "value": 2}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one document: of two facts its gold has one, and another that the text does not state."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "1.json").write_text(json.dumps({"id": "1", "text": TEXT, "kinds": ["short"]}), encoding="utf-8")
    rows = [PERCENT, {**RANK, "value": 3, "quote": "xếp thứ 3"}]
    (folder / "1.gold.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


def test_figures_are_told_over_all_and_by_each_property(corpus: Path) -> None:
    told = parindex("eval", "mine", "--jsonl", cwd=corpus)
    assert (told.status, told.err) == (0, "")
    figures = [json.loads(line) for line in told.out.splitlines()]
    assert list(dict.fromkeys(one["by"] for one in figures)) == [
        *("all", "corpus", "index", "metric", "kind", "rule", "confidence"),
    ]
    assert figures[0] == {
        "by": "all",
        "name": "",
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "right": 1,
        "missed": 1,
        "wrong": 1,
    }
    by_metric = {one["name"]: one["f1"] for one in figures if one["by"] == "metric"}
    assert by_metric == {"percent": 1, "rank": 0}
    assert {one["recall"] for one in figures if one["by"] in {"rule", "confidence"}} == {None}


def test_the_figures_are_a_table_to_read(corpus: Path) -> None:
    told = parindex("eval", "mine", cwd=corpus)
    assert told.out.splitlines()[0].split() == [
        *("by", "name", "precision", "recall", "f1", "right", "missed", "wrong"),
    ]


def test_what_is_missed_and_wrong_is_listed_with_its_words(corpus: Path) -> None:
    told = parindex("eval", "mine", "--errors", cwd=corpus)
    missed, wrong = told.out.splitlines()
    assert missed == "1: missed par_index 2019, ha noi, total: rank = 3 «xếp thứ 3»"
    assert wrong.startswith("1: wrong  par_index 2019, ha noi, total: rank = 2 [")
    assert wrong.endswith("] «xếp thứ 2/63»")


def test_the_corpus_of_the_repository_is_the_default(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.commands.evaluate.CORPUS", corpus)
    told = parindex("eval", "--csv", cwd=corpus)
    assert told.out.splitlines()[2].startswith("corpus,mine,")


def test_an_installed_program_asks_for_a_corpus(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.commands.evaluate.CORPUS", corpus / "none")
    told = parindex("eval", cwd=corpus)
    assert told.status == 2
    assert "name the folders" in told.err


def test_what_came_and_went_since_a_revision_is_listed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    earlier = [{**PERCENT, "component": "total"}, {**RANK, "value": 3}]
    monkeypatch.setattr("crawler.commands.evaluate.rows_at", lambda revision, repository, cases: [earlier])
    told = parindex("eval", "mine", "--against", "v1", cwd=corpus)
    assert told.out.splitlines() == [
        "1: gained wrong par_index 2019, ha noi, total: rank = 2",
        "1: lost right par_index 2019, ha noi, total: rank = 3",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        pytest.param(["."], 1, "holds no corpus", id="a folder without a corpus"),
        pytest.param(["missing"], 2, "missing", id="no folder"),
        pytest.param(["mine", "--errors", "--against", "HEAD"], 2, "one of them", id="two lists at once"),
        pytest.param(["mine", "--against", "nowhere"], 1, "failed", id="no revision"),
    ],
)
def test_what_cannot_be_measured_is_told_in_a_line(
    corpus: Path, arguments: list[str], status: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.commands.evaluate.REPOSITORY", corpus)
    told = parindex("eval", *arguments, cwd=corpus)
    assert (told.status, told.out) == (status, "")
    assert said in told.err
    assert told.err.count("\n") == 1
