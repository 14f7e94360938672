"""Old value + change = new value."""

from __future__ import annotations

import pytest

from pipelines.arithmetic import Check
from tests.pipelines.arithmetic.rows import row, verdicts

AGREES, CONTRADICTS = [(Check.STEP, True)], [(Check.STEP, False)]


def step(old: float, change: float, new: float, metric: str, vs_year: int = 2022) -> list[tuple[Check, bool]]:
    """What is said of a value in 2022, one in 2023 and a change."""
    change_of = f"{metric}_change"
    return verdicts(
        row(old, metric=metric, year=2022), row(change, metric=change_of, vs_year=vs_year), row(new, metric=metric)
    )


@pytest.mark.parametrize(
    ("old", "change", "new", "metric", "found"),
    [
        pytest.param(80.08, 2.58, 82.66, "percent", AGREES, id="percentage points"),
        pytest.param(80.08, -2.58, 77.5, "percent", AGREES, id="downwards"),
        pytest.param(80.0, 10.0, 88.0, "percent", AGREES, id="percent of the old value"),
        pytest.param(80.0, 10.0, 99.0, "percent", CONTRADICTS, id="neither of both"),
        pytest.param(8.41, 0.5, 8.91, "score", AGREES, id="points"),
        pytest.param(8.41, 0.5, 9.41, "score", CONTRADICTS, id="other points"),
        pytest.param(9, 3, 6, "rank", AGREES, id="places won"),
        pytest.param(6, -3, 9, "rank", AGREES, id="places lost"),
        pytest.param(60, 1, 61, "rank", CONTRADICTS, id="lost, though said to be won"),
        pytest.param(9, 3, 5, "rank", CONTRADICTS, id="places are never rounded"),
    ],
)
def test_a_change_leads_from_the_old_value_to_the_new(
    old: float, change: float, new: float, metric: str, found: list[tuple[Check, bool]]
) -> None:
    assert step(old, change, new, metric) == found


def test_a_change_says_nothing_of_the_value_of_another_year() -> None:
    assert step(80.08, 9.99, 82.66, "percent", vs_year=2020) == []


def test_a_change_says_nothing_of_values_that_are_told_in_two_ways() -> None:
    told = [row(9, metric="rank", year=2022), row(3, metric="rank_change", vs_year=2022)]
    assert (Check.STEP, False) not in verdicts(*told, row(1, metric="rank"), row(2, metric="rank"))
