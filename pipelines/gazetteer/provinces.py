"""Provinces and centrally-run cities: the 63 units, the 34 that followed on 1 July 2025, and every way of writing them.

Rows of one id that follow each other are one unit under a new name, type or region: VN-26 is Thừa Thiên Huế, then Huế.
A unit that a merger formed is another one, even under an old name: VN-39@2025 is not the Đồng Nai of VN-39.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from pipelines.gazetteer.periods import Dated, as_of, in_force
from pipelines.gazetteer.tables import day, items, read, split_type
from pipelines.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Province(Dated):
    """A province-level unit for the time in which its name, type and region stayed the same."""

    id: str
    """ISO 3166-2:VN, with `@2025` for a unit that the merger formed."""
    name: str
    """Canonical, without its type."""
    type: str
    """`tỉnh` or `thành phố`."""
    predecessors: tuple[str, ...]
    """Ids of the units that were merged into this one."""
    successors: tuple[str, ...]
    """Ids of the units that this one was merged into."""
    region: str
    """Id of its economic region in regions.csv."""
    gso_code: str
    """Code of the statistics office; a merged unit may carry the other member's."""
    capital: str
    """Seat of its government at the end of the period."""

    @property
    def full_name(self) -> str:
        """The name with its type, as a heading would write it."""
        return f"{self.type.capitalize()} {self.name}"


@dataclass(frozen=True, slots=True)
class ProvinceAlias:
    """A way of writing a province, and what has to be around it."""

    text: str
    name: str
    weak: bool
    """True where the words alone do not make it the province: they need company, such as a score or other provinces."""
    unless_after: tuple[str, ...]
    """Words that, standing right before, make it something else: "Chủ tịch" Hồ Chí Minh."""
    unless_before: tuple[str, ...]
    """Words that, standing right behind, make it something else: Thái Bình "Dương"."""
    note: str


@cache
def province_types(name: str) -> frozenset[str]:
    """What a unit of that name is or was, `province` or `city`: Huế is both, and so fits "tỉnh" as well as "thành phố".

    Empty for a name that is none.
    """
    return frozenset("city" if one.type == "thành phố" else "province" for one in all_provinces() if one.name == name)


@cache
def all_provinces() -> tuple[Province, ...]:
    """Every row of provinces.csv, in the file's order."""
    return tuple(
        Province(
            id=row["id"],
            name=row["name"],
            type=row["type"],
            valid_from=day(row["valid_from"]),
            valid_to=day(row["valid_to"]),
            predecessors=items(row["predecessors"]),
            successors=items(row["successors"]),
            region=row["region"],
            gso_code=row["gso_code"],
            capital=row["capital"],
        )
        for row in read("provinces")
    )


@cache
def province_aliases() -> tuple[ProvinceAlias, ...]:
    """Every way of writing a province, canonical names among them, in the file's order."""
    return tuple(
        ProvinceAlias(
            text=row["alias"],
            name=row["province"],
            weak=row["weak"] == "yes",
            unless_after=items(row["unless_after"]),
            unless_before=items(row["unless_before"]),
            note=row["note"],
        )
        for row in read("province_aliases")
    )


@cache
def provinces(year: int) -> tuple[Province, ...]:
    """The units that an index of the year ranks: 63 to 2024, 34 from 2025."""
    return in_force(all_provinces(), year)


@cache
def resolve_province(name: str, year: int | None = None) -> Province | None:
    """The province that a name denotes as of an index year; "tỉnh", "TP." before it may stand or not.

    A unit that the year no longer, or not yet, knows is given as it was nearest to the year; no year means the newest.
    None for an unknown name and for one that fits two provinces, such as "Cố đô".
    """
    names = _names().get(fold(name)) or _names().get(split_type(name, "province")[1], frozenset())
    return as_of(_bearers(*names), year) if len(names) == 1 else None


def successor(province: Province, year: int) -> Province:
    """The unit that the province's territory belongs to in a year: itself, or what it was merged into by then."""
    own = _by_id()[province.id]
    last = max(own, key=lambda row: row.valid_to or date.max)
    if last.valid_to is not None and last.valid_to < date(year, 12, 31):
        return successor(_by_id()[last.successors[0]][0], year)
    return as_of(own, year) or province


@cache
def _names() -> dict[str, frozenset[str]]:
    """The canonical names that each folded way of writing may mean."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for alias in province_aliases():
        names[fold(alias.text)].add(alias.name)
    return {key: frozenset(found) for key, found in names.items()}


@cache
def _bearers(name: str) -> tuple[Province, ...]:
    """The rows of every unit that has ever borne the name, the times under its other names among them."""
    ids = {province.id for province in all_provinces() if province.name == name}
    return tuple(province for province in all_provinces() if province.id in ids)


@cache
def _by_id() -> dict[str, tuple[Province, ...]]:
    """The rows of each id."""
    rows: defaultdict[str, list[Province]] = defaultdict(list)
    for province in all_provinces():
        rows[province.id].append(province)
    return {key: tuple(found) for key, found in rows.items()}
