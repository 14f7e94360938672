"""Districts: the towns, cities and districts inside provinces until the level was abolished on 1 July 2025."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from pipelines.gazetteer.periods import Dated, as_of, in_force
from pipelines.gazetteer.tables import day, items, read, split_type
from pipelines.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Dated):
    """A district-level unit for the time in which its name and type stayed the same."""

    province: str
    """Id of the province that it belongs to."""
    type: str
    """`thành phố`, `thị xã`, `quận` or `huyện`."""
    name: str
    """Without its type; a number for a numbered district."""
    aliases: tuple[str, ...]
    """Other ways of writing the name."""

    @property
    def full_name(self) -> str:
        """The canonical name, its type written out: "Huyện Đăk Tô"."""
        return f"{self.type.capitalize()} {self.name}"


@cache
def all_districts() -> tuple[District, ...]:
    """Every row of districts.csv, in the file's order."""
    return tuple(
        District(
            province=row["province"],
            type=row["type"],
            name=row["name"],
            valid_from=day(row["valid_from"]),
            valid_to=day(row["valid_to"]),
            aliases=items(row["aliases"]),
        )
        for row in read("districts")
    )


@cache
def districts(province: str, year: int) -> tuple[District, ...]:
    """The districts of a province, by its id, at the end of a year; none from 2025."""
    return in_force((district for district in all_districts() if district.province == province), year)


@cache
def resolve_district(name: str, year: int | None = None, province: str | None = None) -> District | None:
    """The district that a name denotes as of an index year, inside the province of that id or in the whole country.

    The type may stand before the name ("TP. Kon Tum", "huyện Đăk Tô") or not ("Sa Thầy"). None for an unknown name
    and for one that fits two: a bare "Cao Lãnh" is a city and a district, "Châu Thành" without a province is many.
    """
    kind, plain = split_type(name, "district")
    if plain not in _bearers():
        kind, plain = None, fold(name)
    found = [row for row in _bearers().get(plain, ()) if row.province == (province or row.province)]
    return as_of([row for row in found if row.type == kind] or (found if kind is None else []), year)


@cache
def _bearers() -> dict[str, tuple[District, ...]]:
    """The districts behind each folded name."""
    found: defaultdict[str, list[District]] = defaultdict(list)
    for district in all_districts():
        for name in {fold(name) for name in (district.name, *district.aliases)}:
            found[name].append(district)
    return {key: tuple(rows) for key, rows in found.items()}
