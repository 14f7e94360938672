"""Ministries, agencies of their rank, and the agency under the government that sibling indexes rank with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pipelines.gazetteer.periods import Dated, as_of, in_force
from pipelines.gazetteer.tables import day, items, read
from pipelines.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Ministry(Dated):
    """A ministry, or an agency of its rank, for as long as it existed under that name."""

    id: str
    """Its slug."""
    name: str
    """Canonical, in full."""
    kind: str
    """`bộ`, `cơ quan ngang bộ` or `cơ quan thuộc Chính phủ`."""
    predecessors: tuple[str, ...]
    """Ids of the bodies whose work it took over, in whole or in part."""
    successors: tuple[str, ...]
    """Ids of the bodies that took over its work when it ended."""
    assessed: bool
    """Whether PAR INDEX measures it in any year."""


@dataclass(frozen=True, slots=True)
class MinistryAlias:
    """A way of writing a ministry, and where it counts."""

    text: str
    name: str
    use: str
    """`always`; `list`: only in a list of ministries or after the word Bộ; `weak`: only in company, spelled so."""
    note: str


@cache
def all_ministries() -> tuple[Ministry, ...]:
    """Every row of ministries.csv, in the file's order."""
    return tuple(
        Ministry(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            valid_from=day(row["valid_from"]),
            valid_to=day(row["valid_to"]),
            predecessors=items(row["predecessors"]),
            successors=items(row["successors"]),
            assessed=row["assessed"] == "yes",
        )
        for row in read("ministries")
    )


@cache
def ministry_aliases() -> tuple[MinistryAlias, ...]:
    """Every way of writing a ministry, canonical names among them, in the file's order."""
    return tuple(
        MinistryAlias(row["alias"], row["ministry"], row["use"], row["note"]) for row in read("ministry_aliases")
    )


@cache
def ministries(year: int) -> tuple[Ministry, ...]:
    """The bodies that existed at the end of the year, whether or not PAR INDEX measures them."""
    return in_force(all_ministries(), year)


@cache
def resolve_ministry(name: str, year: int | None = None) -> Ministry | None:
    """The ministry that a name denotes as of an index year, also a bare "Tài chính"; no year means today's.

    A body that the year does not know is given all the same; None for an unknown name.
    """
    return as_of(_bearers().get(fold(name), ()), year)


@cache
def _bearers() -> dict[str, tuple[Ministry, ...]]:
    """The ministries behind each folded way of writing."""
    by_name = {ministry.name: ministry for ministry in all_ministries()}
    found: defaultdict[str, dict[str, Ministry]] = defaultdict(dict)
    for alias in ministry_aliases():
        found[fold(alias.text)][alias.name] = by_name[alias.name]
    return {key: tuple(rows.values()) for key, rows in found.items()}
