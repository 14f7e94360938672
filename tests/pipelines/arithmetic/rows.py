"""Rows to hold against each other: made by hand, or those that a careful person read out of a text."""

from __future__ import annotations

from typing import Any

from pipelines.arithmetic import Check, examine
from pipelines.gazetteer import entity_id, resolve_province, resolve_region
from pipelines.gold import Row
from storage.records import ScoreStatement

_USUAL: dict[str, Any] = {
    "index": "par_index",
    "year": 2023,
    "entity": "Hà Nội",
    "entity_type": "province",
    "parent": None,
    "component": "total",
    "metric": "percent",
    "out_of": None,
    "bound": "=",
    "vs_year": None,
    "scope": None,
    "part": "text",
    "quote_start": 0,
    "quote_end": 1,
    "document": "1",
    "rule": "level",
    "confidence": 0.9,
}


def row(value: float, quote: str = "", **about: Any) -> ScoreStatement:
    """A row of Hà Nội's total of PAR INDEX 2023 in percent, but for what is said."""
    fields = {**_USUAL, **about}
    fields.setdefault("entity_id", entity_id(fields["entity_type"], fields["entity"], fields["year"], fields["parent"]))
    return ScoreStatement(value=value, quote=quote or f"{value:g}", **fields)


def rank(value: float, entity: str = "Hà Nội", **about: Any) -> ScoreStatement:
    """A rank of a province."""
    return row(value, entity=entity, metric="rank", **about)


def verdicts(*rows: ScoreStatement) -> list[tuple[Check, bool]]:
    """What the checks say of these rows."""
    return [(finding.check, finding.agrees) for finding in examine(rows)]


def of_gold(stated: Row) -> ScoreStatement:
    """The row that a gold row is, of a document in which nothing else has its name."""
    fields = {name: stated[name] for name in _USUAL if stated.get(name) is not None}
    fields |= {"entity_id": f"{stated['entity']}|{stated.get('parent')}", "entity_type": _unit(stated)}
    fields["year"] = stated.get("year")
    return row(stated["value"], stated.get("quote") or "", **fields)


def _unit(stated: Row) -> str:
    """What kind of subject a gold row is of, as far as a check asks."""
    name, year = stated["entity"], stated.get("year") or 2024
    if name.startswith("all_"):
        return "group"
    if stated.get("parent"):
        return "district"
    if resolve_province(name, year):
        return "province"
    return "region" if resolve_region(name, year) else "ministry"
