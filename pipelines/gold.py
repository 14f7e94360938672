"""A corpus to judge the extractor by: documents beside the rows that a careful person reads out of them.

A folder holds `NAME.json`, a document, and `NAME.gold.jsonl`, its rows, one per line. The pairs are read whole and
checked: a corpus that is half there would make figures that mean nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from pipelines.document import Document
from pipelines.files import Given, Unreadable, documents
from storage.records import digest

Row = Mapping[str, Any]
"""A row as JSON: the fields of the contract; a gold row may add `optional`, `metric_alt` and `entity_alt`."""


class CorpusError(ValueError):
    """What is wrong with a corpus and what to do, in one line."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document with its gold rows."""

    name: str
    document: Document
    gold: tuple[Row, ...]
    kinds: tuple[str, ...]
    """The ways of stating that the document is there for; empty where it does not say."""
    digest: str
    """The hash of both its files, as they are."""


class _Kinds(msgspec.Struct):
    """What a document says it is there for."""

    kinds: tuple[str, ...] = ()


def read_corpus(folder: Path) -> list[Case]:
    """The cases of a folder by name; raises `CorpusError` where there are none, or where half of one is missing."""
    names = sorted(path.name.removesuffix(".json") for path in folder.glob("*.json"))
    golden = sorted(path.name.removesuffix(".gold.jsonl") for path in folder.glob("*.gold.jsonl"))
    if not names and not golden:
        raise CorpusError(f"{folder} holds no corpus: give a folder of NAME.json with NAME.gold.jsonl beside each")
    if alone := sorted(set(names) ^ set(golden)):
        raise CorpusError(f"{folder}: {alone[0]} has only one of NAME.json and NAME.gold.jsonl; add the other")
    return [_case(folder, name) for name in names]


def fingerprint(cases: Iterable[Case]) -> str:
    """The hash of a corpus: it changes with any byte of any of its files, and with their names."""
    return digest(*(part for case in cases for part in (case.name, case.digest)))


def _case(folder: Path, name: str) -> Case:
    """The case of that name."""
    stated, golden = folder / f"{name}.json", folder / f"{name}.gold.jsonl"
    (document,) = documents(stated, Given())
    if isinstance(document, Unreadable):
        raise CorpusError(f"{document.where}: {document.reason}")
    kinds = msgspec.json.decode(stated.read_bytes(), type=_Kinds).kinds
    both = digest(stated.read_text("utf-8"), golden.read_text("utf-8"))
    return Case(name, document, tuple(_gold(golden)), kinds, both)


def _gold(path: Path) -> list[Row]:
    """The rows of a gold file."""
    rows = []
    for number, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except ValueError as error:
                raise CorpusError(f"{path}:{number}: is no row in JSON: {error}") from error
    return rows
