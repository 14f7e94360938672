"""The size of a field is told where it is known."""

from __future__ import annotations

import pytest

from pipelines import gazetteer
from pipelines.gazetteer.tables import read


@pytest.mark.parametrize(
    ("index", "group", "year", "size"),
    [
        ("par_index", "province", 2012, 63),
        ("par_index", "province", 2025, 34),
        ("par_index", "ministry", 2014, 19),
        ("par_index", "ministry", 2018, 18),
        ("par_index", "ministry", 2023, 17),
        ("par_index", "ministry", 2024, None),
        ("papi", "province", 2019, 63),
        ("papi", "province", 2021, 60),
        ("papi", "province", 2022, 61),
        ("papi", "province", 2023, 61),
        ("pci", "province", 2020, 63),
        ("dti", "province", 2022, 63),
        ("ddci", "province", 2022, None),
    ],
)
def test_the_size_of_a_field_is_told_where_it_is_known(index: str, group: str, year: int, size: int | None) -> None:
    assert gazetteer.field_size(index, group, year) == size


def test_a_field_of_provinces_is_no_larger_than_their_number() -> None:
    for row in read("fields"):
        if row["group"] == "province":
            assert int(row["size"]) <= len(gazetteer.provinces(int(row["year"])))
