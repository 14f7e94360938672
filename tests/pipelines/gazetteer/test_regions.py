"""Regions are known with their members, as of a year."""

from __future__ import annotations

from collections import Counter

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.regions import all_regions

YEARS = range(2012, 2027)


@pytest.mark.parametrize(
    ("name", "year", "expected", "members"),
    [
        ("Đồng bằng sông Hồng", 2023, "dong-bang-song-hong", 11),
        ("vùng đồng bằng sông Hồng", 2025, "dong-bang-song-hong", 6),
        ("Trung du miền núi phía Bắc", 2023, "trung-du-va-mien-nui-phia-bac", 14),
        ("Bắc Trung Bộ và duyên hải miền Trung", 2023, "bac-trung-bo-va-duyen-hai-mien-trung", 14),
        ("khu vực Bắc Trung bộ", 2021, "bac-trung-bo", 6),
        ("Bắc Trung Bộ", 2025, "bac-trung-bo", 5),
        ("các tỉnh khu vực Tây Nguyên", 2022, "tay-nguyen", 5),
        ("vùng Đông Bắc", 2021, "dong-bac", 9),
        ("Nam Trung Bộ", 2021, "duyen-hai-nam-trung-bo", 8),
        ("ĐBSCL", 2021, "dong-bang-song-cuu-long", 13),
        ("vùng kinh tế trọng điểm Bắc Bộ", 2021, "vung-kinh-te-trong-diem-bac-bo", 7),
        ("vùng trời", 2021, None, 0),
    ],
)
def test_a_region_is_resolved_with_its_members(name: str, year: int, expected: str | None, members: int) -> None:
    found = gazetteer.resolve_region(name, year)
    assert (found and found.id) == expected
    assert len(gazetteer.region_members(found, year) if found else ()) == members


@pytest.mark.parametrize("year", YEARS)
def test_six_economic_regions_share_out_the_provinces(year: int) -> None:
    economic = [region for region in gazetteer.regions(year) if region.kind == "economic"]
    assert len(economic) == gazetteer.field_size("par_index", "region", 2024) == 6
    assert {region.id: set(region.members) for region in economic} == {
        region.id: {unit.id for unit in gazetteer.provinces(year) if unit.region == region.id} for region in economic
    }
    assert Counter(member for region in economic for member in region.members) == Counter(
        unit.id for unit in gazetteer.provinces(year)
    )


def test_members_of_a_region_exist_throughout_its_time() -> None:
    for region in all_regions():
        at_its_end = {unit.id for unit in gazetteer.provinces(2024 if region.valid_to else 2026)}
        assert set(region.members) <= at_its_end, region.name
