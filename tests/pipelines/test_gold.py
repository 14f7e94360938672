"""A corpus is read whole or not at all, and any change of it is seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipelines.document import PartialDate
from pipelines.gold import CorpusError, fingerprint, read_corpus

DOCUMENT = {"id": "1", "url": None, "published": "2024-04", "title": "Hà Nội", "text": "Hà Nội đạt 84,64%."}
ROW = {"index": "par_index", "year": 2019, "entity": "Hà Nội", "metric": "percent", "value": 84.64}


def corpus(folder: Path, **changes: object) -> Path:
    """A corpus of two cases in a folder, the second one's document changed."""
    for name, extra in (("1", {}), ("2", changes)):
        (folder / f"{name}.json").write_text(json.dumps({**DOCUMENT, "id": name, **extra}), encoding="utf-8")
        (folder / f"{name}.gold.jsonl").write_text(json.dumps(ROW) + "\n\n", encoding="utf-8")
    return folder


def test_a_case_is_a_document_with_its_rows_and_kinds(tmp_path: Path) -> None:
    first, second = read_corpus(corpus(tmp_path, kinds=["change", "list"]))
    assert (first.name, first.document.text, first.gold, first.kinds) == ("1", DOCUMENT["text"], (ROW,), ())
    assert first.document.published == PartialDate(2024, 4)
    assert second.kinds == ("change", "list")


def test_the_fingerprint_stays_while_the_corpus_does(tmp_path: Path) -> None:
    assert fingerprint(read_corpus(corpus(tmp_path))) == fingerprint(read_corpus(tmp_path))


@pytest.mark.parametrize("name", ["2.json", "2.gold.jsonl"])
def test_the_fingerprint_changes_with_any_byte(tmp_path: Path, name: str) -> None:
    before = fingerprint(read_corpus(corpus(tmp_path)))
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert fingerprint(read_corpus(tmp_path)) != before


def test_the_fingerprint_changes_with_a_name(tmp_path: Path) -> None:
    before = fingerprint(read_corpus(corpus(tmp_path)))
    for suffix in (".json", ".gold.jsonl"):
        (tmp_path / f"2{suffix}").rename(tmp_path / f"3{suffix}")
    assert fingerprint(read_corpus(tmp_path)) != before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("2.json", None, "2 has only one of", id="rows without a document"),
        pytest.param("2.gold.jsonl", None, "2 has only one of", id="a document without rows"),
        pytest.param("2.json", "{}", "is no document", id="no document"),
        pytest.param("2.gold.jsonl", "{", "2.gold.jsonl:1: is no row", id="no row"),
    ],
)
def test_half_a_corpus_is_refused(tmp_path: Path, name: str, content: str | None, said: str) -> None:
    path = corpus(tmp_path) / name
    path.unlink() if content is None else path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusError, match=said):
        read_corpus(tmp_path)


def test_a_folder_without_cases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no corpus"):
        read_corpus(tmp_path)
