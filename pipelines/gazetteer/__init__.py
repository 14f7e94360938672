"""The gazetteer: who can have a score, under which names, and when; reviewed CSV files and the lookups over them.

Names are valid for a time: an index year means the state on its 31 December, so that PAR INDEX 2024 speaks of Thừa
Thiên Huế and 63 provinces, and PAR INDEX 2025 of Huế and 34. A name is looked up as `pipelines.text.fold` leaves it:
NFC, lower case, the tone mark of "hoà" and "hòa" on one vowel, one kind of dash without spaces around it, single
spaces. So a table of aliases needs no rows for these, only for what else differs: dots, joining words, acronyms, other
spellings.

    provinces.py    63 units and the 34 that followed, with successors       provinces.csv, province_aliases.csv
    ministries.py   ministries and agencies of their rank                    ministries.csv, ministry_aliases.csv
    regions.py      economic regions, parts of the country, their members    regions.csv
    districts.py    districts, towns and cities inside provinces             districts.csv
    departments.py  departments of a province, written out                   departments.csv
    papers.py       host of a page to the home province of its paper         papers.csv
    fields.py       how many units an index ranks                            fields.csv
    frameworks.py   what the points of an index are made up of               frameworks.csv
    official.py     published results, for checks                            official.csv
    entities.py     the stable id of any subject
    periods.py      validity, and the choice of what held in a year
    tables.py       reading of the CSV files; words of unit types            unit_types.csv

Every file is sorted and NFC. The column `basis` says what a row rests on; "general knowledge" means that no document
was at hand.
"""

from __future__ import annotations

from pipelines.gazetteer.departments import Department, departments, resolve_department
from pipelines.gazetteer.districts import District, districts, resolve_district
from pipelines.gazetteer.entities import entity_id
from pipelines.gazetteer.fields import field_size
from pipelines.gazetteer.frameworks import Framework, framework
from pipelines.gazetteer.ministries import (
    Ministry,
    MinistryAlias,
    ministries,
    ministry_aliases,
    resolve_ministry,
)
from pipelines.gazetteer.official import OfficialResult, official_results
from pipelines.gazetteer.papers import home_province
from pipelines.gazetteer.provinces import (
    Province,
    ProvinceAlias,
    province_aliases,
    province_types,
    provinces,
    resolve_province,
    successor,
)
from pipelines.gazetteer.regions import Region, region_members, regions, resolve_region
from pipelines.gazetteer.tables import UnitType, unit_types

__all__ = [
    "Department",
    "District",
    "Framework",
    "Ministry",
    "MinistryAlias",
    "OfficialResult",
    "Province",
    "ProvinceAlias",
    "Region",
    "UnitType",
    "departments",
    "districts",
    "entity_id",
    "field_size",
    "framework",
    "home_province",
    "ministries",
    "ministry_aliases",
    "official_results",
    "province_aliases",
    "province_types",
    "provinces",
    "region_members",
    "regions",
    "resolve_department",
    "resolve_district",
    "resolve_ministry",
    "resolve_province",
    "resolve_region",
    "successor",
    "unit_types",
]
