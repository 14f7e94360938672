"""The CSV files of the gazetteer as rows of text, and the words for types of units ("TP") that stand before names."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from pipelines.text import fold


def read(table: str) -> list[dict[str, str]]:
    """The rows of a table of this folder, each a dictionary from column to text; an empty cell is the empty text."""
    text = files(__package__).joinpath(f"{table}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def day(cell: str) -> date | None:
    """The date in a cell, None where it is empty: an open end."""
    return date.fromisoformat(cell) if cell else None


def items(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, separated by a bar; none where it is empty."""
    return tuple(cell.split("|")) if cell else ()


@dataclass(frozen=True, slots=True)
class UnitType:
    """A way of writing the type of a unit before its name: "TP" is "thành phố" of a province or of a district."""

    text: str
    type: str
    level: str
    """`province`, `district`, `commune` or `region`."""


@cache
def unit_types() -> tuple[UnitType, ...]:
    """Every writing of a unit's type, the longest first."""
    found = [UnitType(row["alias"], row["type"], row["level"]) for row in read("unit_types")]
    return tuple(sorted(found, key=lambda unit: -len(unit.text)))


def split_type(name: str, level: str) -> tuple[str | None, str]:
    """The type that stands before a name of that level, None without one, and the folded name behind it."""
    folded = fold(name)
    for unit in unit_types():
        head = fold(unit.text)
        rest = folded.removeprefix(head).lstrip(". ")
        if unit.level == level and rest and folded.startswith((f"{head} ", f"{head}.")):
            return unit.type, rest
    return None, folded
