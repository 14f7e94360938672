"""Districts are known inside their provinces, as of a year."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.districts import all_districts
from pipelines.gazetteer.provinces import all_provinces


@pytest.mark.parametrize(
    ("name", "year", "province", "expected"),
    [
        ("thành phố Kon Tum", 2023, "VN-28", "Thành phố Kon Tum"),
        ("Sa Thầy", 2023, "VN-28", "Huyện Sa Thầy"),
        ("Đắk Tô", 2023, "VN-28", "Huyện Đăk Tô"),
        ("Ia H’Drai", 2023, None, "Huyện Ia H'Drai"),
        ("TP. Quy Nhơn", 2020, None, "Thành phố Quy Nhơn"),
        ("Quận 1", 2020, None, "Quận 1"),
        ("TX Sơn Tây", 2022, None, "Thị xã Sơn Tây"),
        ("Cao Lãnh", 2022, "VN-45", None),
        ("huyện Cao Lãnh", 2022, "VN-45", "Huyện Cao Lãnh"),
        ("Châu Thành", 2022, None, None),
        ("Châu Thành", 2022, "VN-41", "Huyện Châu Thành"),
        ("Từ Liêm", 2013, "VN-HN", "Huyện Từ Liêm"),
        ("Thủ Đức", 2019, "VN-SG", "Quận Thủ Đức"),
        ("Thủ Đức", 2022, "VN-SG", "Thành phố Thủ Đức"),
        ("Việt Yên", 2023, "VN-54", "Huyện Việt Yên"),
        ("Việt Yên", 2024, "VN-54", "Thị xã Việt Yên"),
        ("Hoàn Kiếm", 2022, "VN-28", None),
        ("huyện Hoàn Kiếm", 2022, "VN-HN", None),
    ],
)
def test_a_district_is_resolved_inside_its_province_or_in_the_country(
    name: str, year: int, province: str | None, expected: str | None
) -> None:
    found = gazetteer.resolve_district(name, year, province)
    assert (found and found.full_name) == expected


@pytest.mark.parametrize(("year", "count"), [(2015, 713), (2020, 707), (2021, 705), (2023, 705), (2025, 0)])
def test_the_number_of_districts_is_the_published_one(year: int, count: int) -> None:
    # The day after the end of 2020 saw three districts of Hồ Chí Minh become one city: 707 at the end of the year.
    assert sum(len(gazetteer.districts(unit.id, year)) for unit in gazetteer.provinces(year)) == count


def test_696_districts_were_left_when_the_level_was_abolished() -> None:
    assert sum(district.valid_to == date(2025, 6, 30) for district in all_districts()) == 696


def test_every_district_belongs_to_one_of_the_63() -> None:
    assert {district.province for district in all_districts()} == {unit.id for unit in gazetteer.provinces(2024)}


def test_every_provincial_capital_is_among_the_districts() -> None:
    cities = {district.name for district in all_districts() if district.type == "thành phố"}
    run_centrally = {unit.name for unit in gazetteer.provinces(2024) if unit.type == "thành phố"}
    assert {unit.capital for unit in all_provinces()} - cities == run_centrally


def test_cities_that_bear_their_province_s_name_are_among_the_districts() -> None:
    names = {unit.id: unit.name for unit in gazetteer.provinces(2023)}
    cities = [d for unit in names for d in gazetteer.districts(unit, 2023) if d.type == "thành phố"]
    assert len([city for city in cities if city.name == names[city.province]]) == 29
