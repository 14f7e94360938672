"""What is right, missed and wrong, and how it is counted."""

from __future__ import annotations

from typing import Any

import pytest

from pipelines.document import Document
from pipelines.evaluate import Outcome, Tally, changes, compare, judge, key_of, show, tallies, tally
from pipelines.gold import Case

ROW: dict[str, Any] = {
    "index": "par_index",
    "year": 2019,
    "entity": "Hà Nội",
    "component": "total",
    "metric": "percent",
    "value": 84.64,
    "bound": "=",
}


def case(*gold: dict[str, Any], text: str = "") -> Case:
    return Case("1", Document("1", text), tuple({**ROW, **row} for row in gold), ("list", "change"), "")


def outcomes(gold: list[dict[str, Any]], said: list[dict[str, Any]]) -> list[str]:
    """What became of the facts, in the order right, missed, wrong."""
    return [str(one.outcome) for one in compare(case(*gold), [{**ROW, **row} for row in said])]


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        pytest.param({}, {"entity": "Thành phố HÀ NỘI"}, id="a province with its type, in capitals"),
        pytest.param({}, {"entity": "Ha Noi"}, id="a name without marks"),
        pytest.param({"entity": "Huế"}, {"entity": "Thừa Thiên Huế"}, id="Huế before and after 2025"),
        pytest.param(
            {"entity": "Thành phố Quy Nhơn", "parent": "Bình Định"},
            {"entity": "TP Quy Nhơn", "parent": "Tỉnh Bình Định"},
            id="a city inside a province",
        ),
        pytest.param({"bound": None}, {}, id="no bound is an equal sign"),
        pytest.param({"value": 13}, {"value": 13.0000000001}, id="a value but for noise"),
        pytest.param({"component": None}, {}, id="no component is the total"),
        pytest.param(
            {"index": "papi", "component": "minh bạch"},
            {"index": "papi", "component": "transparency"},
            id="a sibling's component under another label",
        ),
        pytest.param({"scope": "Bắc Trung Bộ"}, {"scope": "khu vực"}, id="a scope under another name"),
        pytest.param({"out_of": 63}, {"out_of": None}, id="another field size"),
        pytest.param({"metric_alt": "score"}, {"metric": "score"}, id="another metric that is right too"),
        pytest.param({"entity_alt": ["Việt Nam", "x"]}, {"entity": "Việt Nam"}, id="another entity that is right too"),
    ],
)
def test_a_row_is_right(gold: dict[str, Any], said: dict[str, Any]) -> None:
    assert outcomes([gold], [said]) == ["right"]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"year": 2018}, id="another year"),
        pytest.param({"year": None}, id="no year"),
        pytest.param({"entity": "Hải Phòng"}, id="another entity"),
        pytest.param({"parent": "Hà Nội"}, id="a parent where there is none"),
        pytest.param({"component": "impact"}, id="a component"),
        pytest.param({"metric": "score"}, id="another metric"),
        pytest.param({"value": 84.65}, id="another value"),
        pytest.param({"bound": ">"}, id="a bound"),
        pytest.param({"scope": "Đồng bằng sông Hồng"}, id="a scope"),
        pytest.param({"index": "sipas"}, id="another index"),
    ],
)
def test_a_row_that_differs_is_wrong_and_the_one_that_was_meant_is_missed(said: dict[str, Any]) -> None:
    assert outcomes([{}], [said]) == ["missed", "wrong"]


@pytest.mark.parametrize(
    ("said", "found"),
    [([], []), ([{"value": 2}], []), ([{"value": 3}], ["wrong"])],
    ids=["left out", "said", "something else said"],
)
def test_an_optional_row_costs_nothing(said: list[dict[str, Any]], found: list[str]) -> None:
    assert outcomes([{"value": 2, "optional": True}], said) == found


def test_a_fact_that_one_gold_row_needs_is_needed() -> None:
    assert outcomes([{"optional": True}, {}], []) == ["missed"]


def test_a_fact_said_twice_counts_once() -> None:
    assert outcomes([{}], [{}, {"quote": "again"}]) == ["right"]


def test_a_fact_said_in_two_of_its_readings_is_right_once_and_wrong_once() -> None:
    assert outcomes([{"metric_alt": "score"}], [{}, {"metric": "score"}]) == ["right", "wrong"]


def test_the_row_of_a_verdict_is_the_one_that_was_said_first() -> None:
    (verdict,) = compare(case({}), [{**ROW, "rule": "first"}, {**ROW, "rule": "second"}])
    assert verdict.row["rule"] == "first"


def test_the_extractor_is_judged_on_what_it_says_of_the_document() -> None:
    text = "Năm 2019, Hà Nội đạt 84,64% Chỉ số cải cách hành chính (PAR INDEX)."
    assert [one.outcome for one in judge([case({}, text=text)])] == [Outcome.RIGHT]


def test_figures_are_shares_of_what_was_said_and_of_what_is_there() -> None:
    counts = Tally(right=6, missed=2, wrong=4)
    assert (counts.precision, counts.recall) == (0.6, 0.75)
    assert counts.f1 == pytest.approx(2 / 3)


def test_figures_of_nothing_are_perfect_and_of_all_wrong_are_none() -> None:
    assert (Tally(0, 0, 0).precision, Tally(0, 0, 0).recall, Tally(0, 0, 0).f1) == (1.0, 1.0, 1.0)
    assert Tally(0, 1, 1).f1 == 0.0


def test_a_verdict_counts_under_each_of_its_names() -> None:
    verdicts = compare(case({}, {"value": 2}), [ROW, {**ROW, "value": 3}])
    assert tally(verdicts) == Tally(right=1, missed=1, wrong=1)
    assert tallies(verdicts, lambda one: one.case.kinds) == {"change": Tally(1, 1, 1), "list": Tally(1, 1, 1)}


def test_what_came_and_went_is_told_with_what_gold_thinks_of_it() -> None:
    before, now = [{**ROW, "value": 1}, ROW], [{**ROW, "value": 2}, {**ROW, "value": 3}]
    assert changes(case({}, {"value": 3}), before, now) == [
        "gained wrong par_index 2019, ha noi, total: percent = 2",
        "gained right par_index 2019, ha noi, total: percent = 3",
        "lost wrong par_index 2019, ha noi, total: percent = 1",
        "lost right par_index 2019, ha noi, total: percent = 84.64",
    ]


def test_a_fact_is_shown_in_one_line_with_all_that_makes_it_differ() -> None:
    row = {**ROW, "year": None, "entity": "Huyện A", "parent": "Hà Nội", "bound": ">", "value": 2, "scope": "nhóm"}
    assert show(key_of(row)) == "par_index no year, huyen a (ha noi), total: percent > 2 in a scope"
