"""Regions: the six economic ones that PAR INDEX gives means of, and the parts of the country that ranks hold in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pipelines.gazetteer.periods import Dated, as_of, in_force
from pipelines.gazetteer.provinces import Province, provinces
from pipelines.gazetteer.tables import day, items, read, split_type
from pipelines.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Dated):
    """A region for the time in which its members stayed the same."""

    id: str
    """Its slug."""
    name: str
    """Canonical, without "vùng" or "khu vực"."""
    kind: str
    """`economic` for one of the six of its time, `part` for any other group of provinces."""
    members: tuple[str, ...]
    """Ids of its provinces; empty where its borders are not settled."""
    aliases: tuple[str, ...]
    """Other ways of writing it."""


@cache
def all_regions() -> tuple[Region, ...]:
    """Every row of regions.csv, in the file's order."""
    return tuple(
        Region(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            valid_from=day(row["valid_from"]),
            valid_to=day(row["valid_to"]),
            members=items(row["members"]),
            aliases=items(row["aliases"]),
        )
        for row in read("regions")
    )


@cache
def regions(year: int) -> tuple[Region, ...]:
    """The regions of a year, the six economic ones and the others."""
    return in_force(all_regions(), year)


@cache
def resolve_region(name: str, year: int | None = None) -> Region | None:
    """The region that a name denotes as of an index year; "vùng", "khu vực", "các tỉnh" before it may stand or not."""
    folded = fold(name)
    while folded not in _bearers():
        head, rest = split_type(folded, "region")
        if head is None:
            return None
        folded = rest
    return as_of(_bearers()[folded], year)


@cache
def region_members(region: Region, year: int) -> tuple[Province, ...]:
    """The provinces of a region as of a year; none where its borders are not settled."""
    row = as_of((other for other in all_regions() if other.id == region.id), year)
    return tuple(province for province in provinces(year) if row is not None and province.id in row.members)


@cache
def _bearers() -> dict[str, tuple[Region, ...]]:
    """The regions behind each folded way of writing."""
    found: defaultdict[str, list[Region]] = defaultdict(list)
    for region in all_regions():
        for name in {fold(name) for name in (region.name, *region.aliases)}:
            found[name].append(region)
    return {key: tuple(rows) for key, rows in found.items()}
