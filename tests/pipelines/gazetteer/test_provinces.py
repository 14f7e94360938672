"""Provinces are known as of a year: 63, then 34."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import date

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.ministries import all_ministries
from pipelines.gazetteer.provinces import all_provinces
from pipelines.text import fold

YEARS = range(2012, 2027)


@pytest.mark.parametrize("rows", [all_provinces(), all_ministries()], ids=["provinces", "ministries"])
def test_successors_and_predecessors_mirror_each_other(rows: tuple[gazetteer.Province, ...]) -> None:
    ids = {row.id for row in rows}
    forward = {(row.id, other) for row in rows for other in row.successors}
    backward = {(other, row.id) for row in rows for other in row.predecessors}
    assert forward == backward
    assert {one for pair in forward for one in pair} <= ids
    assert all(row.valid_to for row in rows if row.successors)


def test_a_merger_leaves_no_gap() -> None:
    start = {row.id: row.valid_from for row in all_provinces() if row.predecessors}
    ended = {(row.valid_to, start[other]) for row in all_provinces() for other in row.successors}
    assert ended == {(date(2025, 6, 30), date(2025, 7, 1))}


@pytest.mark.parametrize("year", YEARS)
def test_63_units_are_ranked_to_2024_and_34_from_2025(year: int) -> None:
    units = gazetteer.provinces(year)
    assert len(units) == (63 if year < 2025 else 34)
    assert len({unit.id for unit in units}) == len({unit.name for unit in units}) == len(units)
    merged = [unit for unit in units if unit.id.endswith("@2025")]
    assert len(merged) == (0 if year < 2025 else 23)


@pytest.mark.parametrize(("year", "cities"), [(2024, 5), (2025, 6), (2026, 9)])
def test_the_number_of_centrally_run_cities_grows(year: int, cities: int) -> None:
    assert sum(unit.type == "thành phố" for unit in gazetteer.provinces(year)) == cities


def test_every_unit_of_the_63_lives_on_in_one_of_the_34() -> None:
    heirs = {gazetteer.successor(unit, 2025).id for unit in gazetteer.provinces(2024)}
    assert heirs == {unit.id for unit in gazetteer.provinces(2025)}
    assert all(gazetteer.successor(unit, 2024) == unit for unit in gazetteer.provinces(2024))


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        ("Hà Nội", 2019, ("VN-HN", "Hà Nội")),
        ("TP. Hà Nội", 2025, ("VN-HN", "Hà Nội")),
        ("Huế", 2024, ("VN-26", "Thừa Thiên Huế")),
        ("TP.Huế", 2023, ("VN-26", "Thừa Thiên Huế")),
        ("Thừa Thiên - Huế", 2021, ("VN-26", "Thừa Thiên Huế")),
        ("Thừa Thiên Huế", 2025, ("VN-26", "Huế")),
        ("tỉnh Đồng Nai", 2024, ("VN-39", "Đồng Nai")),
        ("Đồng Nai", 2025, ("VN-39@2025", "Đồng Nai")),
        ("Đồng Nai", None, ("VN-39@2025", "Đồng Nai")),
        ("Long An", 2025, ("VN-41", "Long An")),
        ("Bà Rịa–Vũng Tàu", 2022, ("VN-43", "Bà Rịa - Vũng Tàu")),
        ("BR-VT", 2022, ("VN-43", "Bà Rịa - Vũng Tàu")),
        ("HOÀ BÌNH", 2022, ("VN-14", "Hòa Bình")),
        (unicodedata.normalize("NFD", "Khánh Hoà"), 2022, ("VN-34", "Khánh Hòa")),
        ("TP.HCM", 2023, ("VN-SG", "Hồ Chí Minh")),
        ("TPHCM", 2025, ("VN-SG@2025", "Hồ Chí Minh")),
        ("Thành phố Hồ Chí Minh", 2023, ("VN-SG", "Hồ Chí Minh")),
        ("Đắc Lắc", 2012, ("VN-33", "Đắk Lắk")),
        ("Ho Chi Minh City", 2018, ("VN-SG", "Hồ Chí Minh")),
        ("Quang Ninh", 2018, ("VN-13", "Quảng Ninh")),
        ("tỉnh vùng mỏ", 2023, ("VN-13", "Quảng Ninh")),
        ("thành phố Cảng", 2023, ("VN-HP", "Hải Phòng")),
        ("Thủ đô", 2023, ("VN-HN", "Hà Nội")),
        ("Cố đô", 2023, None),
        ("thành phố ngàn hoa", 2023, None),
        ("", 2023, None),
    ],
)
def test_a_province_is_resolved_as_of_the_index_year(
    name: str, year: int | None, expected: tuple[str, str] | None
) -> None:
    found = gazetteer.resolve_province(name, year)
    assert (found and (found.id, found.name)) == expected


@pytest.mark.parametrize("year", YEARS)
def test_every_name_in_force_resolves_to_itself(year: int) -> None:
    assert [unit for unit in gazetteer.provinces(year) if gazetteer.resolve_province(unit.name, year) != unit] == []
    assert [
        unit for unit in gazetteer.provinces(year) if gazetteer.resolve_province(unit.full_name, year) != unit
    ] == []
    assert [body for body in gazetteer.ministries(year) if gazetteer.resolve_ministry(body.name, year) != body] == []
    assert [region for region in gazetteer.regions(year) if gazetteer.resolve_region(region.name, year) != region] == []


def test_every_alias_names_somebody() -> None:
    assert {alias.name for alias in gazetteer.province_aliases()} == {unit.name for unit in all_provinces()}
    assert {alias.name for alias in gazetteer.ministry_aliases()} == {body.name for body in all_ministries()}
    assert {alias.use for alias in gazetteer.ministry_aliases()} == {"always", "list", "weak"}


def test_a_province_alias_of_two_subjects_is_weak_and_says_that_it_is_ambiguous() -> None:
    unit_ids = {unit.name: unit.id.removesuffix("@2025") for unit in all_provinces()}
    by_text: defaultdict[str, list[gazetteer.ProvinceAlias]] = defaultdict(list)
    for alias in gazetteer.province_aliases():
        by_text[fold(alias.text)].append(alias)
    twofold = [same for same in by_text.values() if len({unit_ids[alias.name] for alias in same}) > 1]
    assert twofold
    assert all(alias.weak and alias.note.startswith("ambiguous: ") for same in twofold for alias in same)
    assert all(gazetteer.resolve_province(same[0].text, 2023) is None for same in twofold)
    assert [
        alias.text for same in by_text.values() if len(same) == 1 for alias in same if "ambiguous" in alias.note
    ] == []
