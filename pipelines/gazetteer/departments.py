"""Departments of a province, their names written out, and the acronyms that papers use for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pipelines.gazetteer.periods import Dated, as_of, in_force
from pipelines.gazetteer.tables import day, items, read
from pipelines.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Department(Dated):
    """The name of a department as provinces have it; not every province has every one."""

    name: str
    """Canonical, written out."""
    aliases: tuple[str, ...]
    """Other ways of writing it."""


@cache
def all_departments() -> tuple[Department, ...]:
    """Every row of departments.csv, in the file's order."""
    return tuple(
        Department(
            name=row["name"],
            valid_from=day(row["valid_from"]),
            valid_to=day(row["valid_to"]),
            aliases=items(row["aliases"]),
        )
        for row in read("departments")
    )


@cache
def departments(year: int) -> tuple[Department, ...]:
    """The departments that provinces could have at the end of a year."""
    return in_force(all_departments(), year)


@cache
def resolve_department(name: str, year: int | None = None) -> Department | None:
    """The department that a name or acronym denotes as of an index year; None for an unknown one."""
    return as_of(_bearers().get(fold(name), ()), year)


@cache
def _bearers() -> dict[str, tuple[Department, ...]]:
    """The departments behind each folded way of writing."""
    found: defaultdict[str, list[Department]] = defaultdict(list)
    for department in all_departments():
        for name in {fold(name) for name in (department.name, *department.aliases)}:
            found[name].append(department)
    return {key: tuple(rows) for key, rows in found.items()}
