"""Places stand in the order of values."""

from __future__ import annotations

import time
from typing import Any

import pytest

from pipelines.arithmetic import Check, examine
from storage.records import ScoreStatement
from tests.pipelines.arithmetic.rows import rank, row, verdicts

AGREES, CONTRADICTS = (Check.ORDER, True), (Check.ORDER, False)


def ranking(*standings: tuple[str, float, float], **about: Any) -> list[ScoreStatement]:
    """Place and value of each."""
    return [
        one
        for name, place, value in standings
        for one in (rank(place, name, **about), row(value, entity=name, **{**about, "scope": None}))
    ]


def test_three_in_order_bear_each_other_out() -> None:
    rows = ranking(("Hải Phòng", 1, 96.17), ("Hà Nội", 3, 92.57), ("Huế", 30, 88.1))
    assert verdicts(*rows) == [AGREES] * 3


def test_two_in_order_may_be_so_by_chance() -> None:
    assert verdicts(*ranking(("Hải Phòng", 1, 96.17), ("Hà Nội", 3, 92.57))) == []


def test_a_better_place_with_a_lower_value_is_a_contradiction() -> None:
    (finding,) = examine(ranking(("Hải Phòng", 1, 91.2), ("Hà Nội", 3, 92.57)))
    assert not finding.agrees
    assert finding.shown == "Hải Phòng in place 1 with 91.2, but Hà Nội in place 3 with 92.57"
    assert len(finding.rows) == 4


def test_the_one_that_clashes_with_more_others_is_to_blame() -> None:
    rows = ranking(("Hải Phòng", 1, 96.17), ("Quảng Ninh", 2, 94.1), ("Hà Nội", 3, 92.57), ("Huế", 4, 99.0))
    clash, *fits = examine(rows)
    assert {one.entity for one in clash.rows} == {"Huế"}
    assert clash.shown.endswith("; 2 more such")
    assert [fit.agrees for fit in fits] == []


def test_rounding_puts_nobody_out_of_order() -> None:
    assert verdicts(*ranking(("Hải Phòng", 1, 87.9), ("Hà Nội", 3, 87.95))) == []


def test_who_shares_a_place_has_the_same_value() -> None:
    assert verdicts(*ranking(("Hải Phòng", 1, 87.9), ("Hà Nội", 1, 87.9))) == []
    assert verdicts(*ranking(("Hải Phòng", 1, 97.9), ("Hà Nội", 1, 87.9))) == [CONTRADICTS]


@pytest.mark.parametrize("kind", ["district", "department", "ministry"])
def test_rankings_side_by_side_say_nothing_of_each_other(kind: str) -> None:
    rows = ranking(("A", 1, 95.2), ("B", 2, 94.1), ("C", 1, 91.3), ("D", 2, 96.0), entity_type=kind)
    assert verdicts(*rows) == []


def test_places_among_so_many_and_among_so_many_others_are_of_two_rankings() -> None:
    first = ranking(("Hải Phòng", 1, 91.2), out_of=63)
    assert verdicts(*first, *ranking(("Hà Nội", 3, 92.57), out_of=34)) == []


def test_places_within_a_region_are_in_the_order_of_values_too() -> None:
    rows = ranking(("Hải Phòng", 2, 96.17), ("Hà Nội", 1, 92.57), scope="Đồng bằng sông Hồng")
    assert verdicts(*rows) == [CONTRADICTS]


def test_a_long_ranking_is_compared_in_no_time() -> None:
    rows = ranking(*((f"Xã {at}", at, at) for at in range(1, 3000)), entity_type="commune", parent="Hà Nội")
    started = time.process_time()
    assert verdicts(*rows) == []
    assert time.process_time() - started < 5
