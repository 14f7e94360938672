"""Rows that are borne out are surer, rows that are contradicted less sure, each once; nothing else of them changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipelines.arithmetic import examine, weighed
from pipelines.document import Document
from pipelines.statements import extract
from storage.records import ScoreStatement, Severity
from tests.pipelines.arithmetic.rows import rank, row

OLD, CHANGE, NEW = (
    row(80.08, year=2022),
    row(2.58, metric="percent_change", vs_year=2022),
    row(82.66),
)


def confidences(*rows: ScoreStatement) -> list[float]:
    """How sure the rows are once they are weighed."""
    return [one.confidence for one in weighed(rows, examine(rows))]


def test_an_agreement_takes_most_of_the_doubt() -> None:
    assert confidences(OLD, CHANGE, NEW) == [0.978, 0.978, 0.978]


def test_a_row_is_weighed_once_however_often_it_is_borne_out() -> None:
    score = row(82.66, metric="score")
    assert confidences(OLD, CHANGE, NEW, score) == [0.978] * 4


def test_order_takes_half_of_the_doubt() -> None:
    values = {"Hải Phòng": 96.17, "Hà Nội": 92.57, "Huế": 88.1}
    rows = [rank(place, name) for place, name in enumerate(values, 1)]
    assert confidences(*rows, *(row(value, entity=name) for name, value in values.items())) == [0.947] * 6


def test_of_two_values_of_one_fact_one_may_be_right() -> None:
    assert confidences(rank(3), rank(5)) == [0.45, 0.45]
    assert confidences(rank(3), rank(5), rank(7)) == [0.3, 0.3, 0.3]


def test_of_the_terms_of_a_computation_one_is_wrong() -> None:
    assert confidences(OLD, replace(CHANGE, value=5.0, quote="5"), NEW) == [0.6, 0.6, 0.6]


def test_a_row_that_is_borne_out_and_contradicted_keeps_its_own() -> None:
    assert confidences(OLD, CHANGE, NEW, row(81.5, metric="score"))[2] == 0.9


def test_a_contradiction_doubles_the_doubt_about_the_rows_beside_it() -> None:
    assert confidences(rank(3), rank(5), rank(40, "Huế")) == [0.45, 0.45, 0.818]


def test_a_row_alone_is_as_sure_as_its_rule() -> None:
    assert confidences(rank(3), row(90, entity="Huế")) == [0.9, 0.9]


def test_confidences_stay_within_their_bounds() -> None:
    assert confidences(*(rank(place) for place in range(1, 50))) == [0.09] * 49


def test_nothing_but_the_confidence_of_a_row_changes() -> None:
    rows = [rank(3), rank(5), OLD, CHANGE, NEW]
    assert [replace(one, confidence=0.9) for one in weighed(rows, examine(rows))] == rows


WRONG = "Năm 2023, Hà Nội đạt 82,66% PAR INDEX, tăng 4,58% so với năm 2022; năm 2022 Hà Nội đạt 80,08%."


def test_a_contradiction_in_a_text_leaves_an_issue_with_its_numbers() -> None:
    (issue,) = extract(Document("1", WRONG)).issues
    assert (issue.stage, issue.severity, issue.kind) == ("extract", Severity.WARNING, "step-off")
    assert issue.reason == (
        "old value and change don't make the new value: par_index, Hà Nội, total: 80.08 in 2022 and 82.66 in 2023,"
        " a change of +4.58 («đạt 80,08%», «tăng 4,58%», «đạt 82,66%»)"
    )
    assert issue.quote == "đạt 80,08%"
    assert "compare" in issue.next_step


@pytest.mark.parametrize("text", ["", WRONG.replace("4,58", "2,58")])
def test_a_text_whose_numbers_fit_leaves_none(text: str) -> None:
    assert extract(Document("1", text)).issues == ()
