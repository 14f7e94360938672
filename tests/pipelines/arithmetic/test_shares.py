"""Score ÷ maximum = percent."""

from __future__ import annotations

import pytest

from pipelines.arithmetic import Check
from tests.pipelines.arithmetic.rows import row, verdicts

AGREES, CONTRADICTS = [(Check.SHARE, True)], [(Check.SHARE, False)]


@pytest.mark.parametrize(
    ("points", "percent", "found"), [(8, 94.12, AGREES), (8, 94.1, AGREES), (8, 93.12, CONTRADICTS), (8, 94.23, [])]
)
def test_points_and_percent_of_one_result_are_the_same_share(
    points: float, percent: float, found: list[tuple[Check, bool]]
) -> None:
    score = row(points, "8,00/8,50 điểm", metric="score", out_of=8.5, component="leadership")
    assert verdicts(score, row(percent, component="leadership")) == found


def test_points_of_an_unknown_maximum_say_nothing_of_a_percent() -> None:
    assert verdicts(row(8, metric="score", component="leadership"), row(60, component="leadership")) == []
    assert verdicts(row(68.32, metric="score", index="sipas"), row(81.33, index="sipas")) == []


def test_the_total_of_par_index_is_in_points_of_a_hundred() -> None:
    assert verdicts(row(88.7, metric="score"), row(88.70)) == AGREES
    assert verdicts(row(88.7, metric="score"), row(82.88)) == CONTRADICTS


def test_a_maximum_that_is_stated_goes_before_the_known_one() -> None:
    assert verdicts(row(52, metric="score", out_of=65), row(80)) == AGREES
