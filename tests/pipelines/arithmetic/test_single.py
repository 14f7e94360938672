"""A fact has one value."""

from __future__ import annotations

import pytest

from pipelines.arithmetic import Check
from storage.records import ScoreStatement
from tests.pipelines.arithmetic.rows import rank, row, verdicts

CONTRADICTION = [(Check.SINGLE, False)]


def test_two_values_of_one_fact_contradict_each_other() -> None:
    assert verdicts(rank(3), rank(5)) == CONTRADICTION


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(rank(5, entity="Hải Phòng"), id="of another subject"),
        pytest.param(rank(5, year=2022), id="of another year"),
        pytest.param(rank(5, index="sipas"), id="of another index"),
        pytest.param(rank(5, component="impact"), id="of a component"),
        pytest.param(rank(5, scope="Đồng bằng sông Hồng"), id="within a region"),
        pytest.param(rank(5, bound="<="), id="that is a bound"),
        pytest.param(rank(3), id="that is the same"),
        pytest.param(rank(3, out_of=63), id="that is the same among so many"),
    ],
)
def test_a_value_contradicts_no_value(other: ScoreStatement) -> None:
    assert verdicts(rank(3), other) == []


def test_no_year_is_no_fact_of_its_own() -> None:
    assert verdicts(rank(3, year=None), rank(5, year=None)) == []


def test_changes_since_two_years_are_two_facts() -> None:
    change = {"metric": "percent_change"}
    assert verdicts(row(1.93, vs_year=2022, **change), row(12.18, vs_year=2012, **change)) == []
    assert verdicts(row(1.93, vs_year=2022, **change), row(12.18, vs_year=2022, **change)) == CONTRADICTION


@pytest.mark.parametrize(("one", "other", "found"), [("84,6%", "84,64%", []), ("84,60%", "84,64%", CONTRADICTION)])
def test_a_rounded_value_is_the_same_value(one: str, other: str, found: list[tuple[Check, bool]]) -> None:
    assert verdicts(row(84.6, one), row(84.64, other)) == found


def test_who_stands_in_two_rankings_may_have_two_places_and_two_values() -> None:
    levels = [row(0.8335, metric="score", index="dti"), row(0.7069, metric="score", index="dti")]
    assert verdicts(rank(2, index="dti", out_of=63), rank(17, index="dti", out_of=34), *levels) == []


def test_a_mean_may_be_that_of_some_members() -> None:
    mean = {"entity": "all_ministries", "entity_type": "group", "index": "dti"}
    assert verdicts(row(0.4595, **mean), row(0.2151, **mean)) == []
