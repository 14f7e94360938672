"""What a careful person reads out of a text is never contradicted: a false alarm would cost a right row."""

from __future__ import annotations

from pipelines.arithmetic import examine
from tests.corpus.parts import PARTS, cases
from tests.pipelines.arithmetic.rows import of_gold

CONTRADICTORY = {"t029", "t074", "w114", "w128", "w130", "w218", "w243", "w321"}
"""Texts that contradict themselves, by a misprint or a slip of the paper: the gold rows are what they say."""


def test_only_texts_that_contradict_themselves_are_contradicted() -> None:
    found = [
        (case.name, finding)
        for part in PARTS
        for case in cases(part)
        for finding in examine(list(map(of_gold, case.gold)))
    ]
    assert {name for name, finding in found if not finding.agrees} == CONTRADICTORY
    assert len(found) > 500
