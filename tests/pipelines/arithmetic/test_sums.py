"""The components of a framework sum to the total."""

from __future__ import annotations

import pytest

from pipelines import gazetteer
from pipelines.arithmetic import Check
from storage.records import ScoreStatement
from tests.pipelines.arithmetic.rows import row, verdicts

POINTS = {
    "leadership": 8.0,
    "institutions": 8.78,
    "procedures": 13.0,
    "organization": 10.17,
    "civil_service": 11.87,
    "public_finance": 9.24,
    "modernization": 10.84,
    "impact": 12.74,
}
AGREES, CONTRADICTS = [(Check.SUM, True)], [(Check.SUM, False)]


def components(**other: float) -> list[ScoreStatement]:
    """The points of the components of Hà Nội in 2019, but for these."""
    told = (POINTS | other).items()
    return [row(value, f"{value:.2f}", metric="score", component=name, year=2019) for name, value in told]


def total(value: float, metric: str = "percent", year: int = 2019) -> ScoreStatement:
    return row(value, metric=metric, year=year)


@pytest.mark.parametrize("metric", ["percent", "score"])
def test_components_that_sum_to_the_total_bear_it_out(metric: str) -> None:
    assert verdicts(total(84.64, metric), *components()) == AGREES


def test_a_total_that_its_components_do_not_sum_to_is_contradicted() -> None:
    assert verdicts(total(86.44), *components()) == CONTRADICTS
    assert verdicts(total(84.64), *components(impact=17.24)) == CONTRADICTS


@pytest.mark.parametrize(("stated", "found"), [(84.68, AGREES), (84.7, []), (84.72, []), (84.78, CONTRADICTS)])
def test_each_of_nine_numbers_may_be_off_by_half_a_unit_and_a_whole_one_where_digits_are_cut(
    stated: float, found: list[tuple[Check, bool]]
) -> None:
    assert verdicts(row(stated, f"{stated:.2f}%", year=2019), *components()) == found


@pytest.mark.parametrize("missing", sorted(POINTS))
def test_nothing_is_said_where_a_component_is_missing(missing: str) -> None:
    assert verdicts(total(80), *(one for one in components() if one.component != missing)) == []


def test_components_in_percent_sum_to_nothing() -> None:
    shares = [row(90, component=name, year=2019) for name in POINTS]
    assert verdicts(total(84.64), *shares) == []


def test_components_on_scales_of_their_own_sum_to_nothing() -> None:
    assert verdicts(total(84.64), *components(**dict.fromkeys(POINTS, 90.0))) == []


@pytest.mark.parametrize(
    ("index", "kind", "year", "count"),
    [
        ("par_index", "province", 2013, 8),
        ("par_index", "all_provinces", 2023, 8),
        ("par_index", "ministry", 2023, 7),
        ("papi", "province", 2016, 6),
        ("papi", "province", 2020, 8),
    ],
)
def test_a_framework_says_what_its_total_is_the_sum_of(index: str, kind: str, year: int, count: int) -> None:
    framework = gazetteer.framework(index, kind, year)
    assert framework is not None
    assert len(framework.components) == count


@pytest.mark.parametrize("asked", [("pci", "province", 2020), ("par_index", "district", 2020), ("papi", "province", 9)])
def test_an_index_without_such_a_sum_has_no_framework(asked: tuple[str, str, int]) -> None:
    assert gazetteer.framework(*asked) is None
