"""The extractor reads the corpus at least as well as it did: floors per metric, over a corpus that is pinned itself."""

from __future__ import annotations

import pytest

from pipelines.gold import fingerprint
from tests.corpus.parts import PARTS, cases, floors, number, reached
from tests.corpus.pin import below

PINNED = floors()
METRICS = [(part, name) for part in PARTS for name in PINNED[part]["floors"]]


@pytest.mark.parametrize("part", PARTS)
def test_the_floors_are_those_of_this_corpus(part: str) -> None:
    assert len(cases(part)) == PINNED[part]["documents"] > 0
    assert fingerprint(cases(part)) == PINNED[part]["fingerprint"], "`python -m tests.corpus.pin` pins a changed corpus"


@pytest.mark.parametrize("part", PARTS)
def test_every_metric_of_the_corpus_has_a_floor(part: str) -> None:
    stated = {str(row["metric"]) for case in cases(part) for row in case.gold}
    assert stated | {"all"} <= set(PINNED[part]["floors"])


@pytest.mark.parametrize("figure", ["precision", "recall"])
@pytest.mark.parametrize(("part", "name"), METRICS, ids=[f"{part}-{name}" for part, name in METRICS])
def test_no_figure_sinks_below_its_floor(part: str, name: str, figure: str) -> None:
    assert getattr(reached(part)[name], figure) >= PINNED[part]["floors"][name][figure]


def test_no_document_of_the_kept_part_is_one_that_may_be_looked_into() -> None:
    assert {number(case) % 2 for case in cases("held-out")} == {1}


@pytest.mark.parametrize(
    ("figure", "of", "floor"),
    [
        pytest.param(1.0, 1000, 0.98, id="of many rows"),
        pytest.param(1.0, 20, 0.9, id="of few rows, two of them"),
        pytest.param(0.5, 2, 0.0, id="of hardly any row"),
    ],
)
def test_a_floor_is_pinned_a_little_below_what_is_reached(figure: float, of: int, floor: float) -> None:
    assert below(figure, of) == pytest.approx(floor, abs=0.0011)
