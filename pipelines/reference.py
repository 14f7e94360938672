"""The rows of the dataset's reference tables: what the gazetteer and the lexicon know beside the articles.

Names, parents, regions and published results lie in the file that people query, so that a join answers what an id is.
Departments and communes are no rows of their own: no register tells which province has which, and `statements.parent`
names the province of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pipelines import lexicon
from pipelines.gazetteer import entity_id, official_results
from pipelines.gazetteer.districts import all_districts
from pipelines.gazetteer.ministries import Ministry, all_ministries
from pipelines.gazetteer.periods import Dated
from pipelines.gazetteer.provinces import Province, all_provinces
from pipelines.gazetteer.regions import all_regions
from storage.database import Database

Row = dict[str, Any]

_COUNTRY = "VN"
_GROUPS = ("all_provinces", "all_ministries")


def load(database: Database) -> None:
    """Make the reference tables of a dataset what this version knows."""
    for table, rows in tables().items():
        database.load_reference(table, rows)


@cache
def tables() -> dict[str, list[Row]]:
    """The rows of each reference table, by its name."""
    return {
        "indexes": [{"id": key, **about} for key, about in _titles()["indexes"].items()],
        "components": list(_components()),
        "entities": list(_entities()),
        "entity_successors": list(_successors()),
        "official_results": [
            {
                "year": result.year,
                "entity_id": result.entity_id,
                "entity": result.entity,
                "percent": result.percent,
                "rank": result.rank,
                "status": result.status,
                "source_url": result.source_url,
                "note": result.note,
            }
            for result in official_results()
        ],
    }


def _titles() -> dict[str, Any]:
    """What indexes and components are called."""
    return lexicon.entries("titles")


def _components() -> Iterator[Row]:
    """The components of each index."""
    for index, components in _titles()["components"].items():
        for key, (position, name, name_en) in components.items():
            yield {"index": index, "id": key, "name": name, "name_en": name_en, "position": position}


def _entities() -> Iterator[Row]:
    """The country, its groups, regions, provinces, ministries and districts, one row per name and period."""
    yield {"id": _COUNTRY, "name": "Việt Nam", "entity_type": "country"}
    for name in _GROUPS:
        yield {"id": entity_id("group", name), "name": name, "entity_type": "group", "parent_id": _COUNTRY}
    for region in all_regions():
        about = {"id": region.id, "name": region.name, "entity_type": "region", "status": region.kind}
        yield about | {"parent_id": _COUNTRY} | _period(region)
    for province in all_provinces():
        about = {"id": province.id, "name": province.name, "entity_type": "province", "status": province.type}
        yield about | {"parent_id": _COUNTRY, "region_id": province.region} | _period(province)
    for ministry in all_ministries():
        about = {"id": ministry.id, "name": ministry.name, "entity_type": "ministry", "status": ministry.kind}
        yield about | {"parent_id": _COUNTRY} | _period(ministry)
    yield from _districts()


def _districts() -> Iterator[Row]:
    """The districts, each under the id that statements of its time have."""
    names = {province.id: province.name for province in all_provinces()}
    for district in all_districts():
        last = district.valid_to.year - 1 if district.valid_to else None
        yield {
            "id": entity_id("district", district.full_name, last, names[district.province]),
            "name": district.full_name,
            "entity_type": "district",
            "status": district.type,
            "parent_id": district.province,
        } | _period(district)


def _period(dated: Dated) -> Row:
    """The first and the last day of a period, none where it is open."""
    return {"valid_from": dated.valid_from, "valid_to": dated.valid_to}


def _successors() -> Iterator[Row]:
    """Which province and ministry follows which; ministries that only took over parts are named from their side."""
    units: list[Province | Ministry] = [*all_provinces(), *all_ministries()]
    pairs = {(unit.id, other) for unit in units for other in unit.successors}
    pairs |= {(other, unit.id) for unit in units for other in unit.predecessors}
    for predecessor, successor in sorted(pairs):
        yield {"predecessor_id": predecessor, "successor_id": successor}
