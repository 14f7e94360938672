"""What held in a year is told from what came before and after."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import gazetteer
from pipelines.gazetteer.departments import all_departments
from pipelines.gazetteer.districts import all_districts
from pipelines.gazetteer.ministries import all_ministries
from pipelines.gazetteer.periods import Dated, as_of
from pipelines.gazetteer.provinces import all_provinces
from pipelines.gazetteer.regions import all_regions

dates = st.one_of(st.none(), st.dates(date(2008, 1, 1), date(2030, 1, 1)))


def overlap(one: Dated, other: Dated) -> bool:
    return max(one.valid_from or date.min, other.valid_from or date.min) <= min(
        one.valid_to or date.max, other.valid_to or date.max
    )


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([(row.id, row) for row in all_provinces()], id="provinces by id"),
        pytest.param([(row.name, row) for row in all_provinces()], id="provinces by name"),
        pytest.param([(row.id, row) for row in all_ministries()], id="ministries by id"),
        pytest.param([(row.name, row) for row in all_ministries()], id="ministries by name"),
        pytest.param([(row.id, row) for row in all_regions()], id="regions by id"),
        pytest.param([(row.name, row) for row in all_regions()], id="regions by name"),
        pytest.param([((row.province, row.full_name), row) for row in all_districts()], id="districts by name"),
        pytest.param([(row.name, row) for row in all_departments()], id="departments by name"),
    ],
)
def test_one_name_or_id_has_one_meaning_at_a_time(rows: list[tuple[object, Dated]]) -> None:
    by_key: defaultdict[object, list[Dated]] = defaultdict(list)
    for key, row in rows:
        by_key[key].append(row)
    assert [key for key, same in by_key.items() if any(overlap(*pair) for pair in combinations(same, 2))] == []


def test_every_period_ends_after_it_begins() -> None:
    rows: list[Dated] = [*all_provinces(), *all_ministries(), *all_regions(), *all_districts(), *all_departments()]
    assert [row for row in rows if row.valid_from and row.valid_to and row.valid_from > row.valid_to] == []


@given(st.lists(st.tuples(dates, dates), max_size=5), st.one_of(st.none(), st.integers(2000, 2040)))
def test_what_held_in_the_year_wins_and_ties_are_left_open(
    spans: list[tuple[date | None, date | None]], year: int | None
) -> None:
    rows = [Dated(valid_from=start, valid_to=end) for start, end in spans]
    found = as_of(rows, year)
    nearest = min((row.distance(year) for row in rows), default=None)
    if found is None:
        assert len([row for row in rows if row.distance(year) == nearest]) != 1
    else:
        assert found.distance(year) == nearest


@given(st.text(max_size=40), st.sampled_from([None, 2012, 2024, 2025]))
def test_any_text_can_be_asked_for(text: str, year: int | None) -> None:
    gazetteer.resolve_province(text, year)
    gazetteer.resolve_ministry(text, year)
    gazetteer.resolve_region(text, year)
    gazetteer.resolve_district(text, year)
    gazetteer.resolve_department(text, year)
    gazetteer.home_province(text, year)
