"""The parts of the corpus by which accuracy is judged, and the floors that are pinned for them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.evaluate import Outcome, Tally, judge, tallies, tally
from pipelines.gold import Case, read_corpus

CORPUS = Path(__file__).parent
FLOORS = CORPUS / "floors.toml"
JUDGED = ("developed-on", "held-out")
"""The parts whose precision and recall have floors."""
PARTS = (*JUDGED, "negative", "known-gap")


@cache
def cases(part: str) -> tuple[Case, ...]:
    """The cases of a part."""
    return tuple(read_corpus(CORPUS / part))


@cache
def reached(part: str) -> dict[str, Tally]:
    """What is reached now: over all rows and for each metric."""
    verdicts = judge(cases(part))
    return {"all": tally(verdicts), **tallies(verdicts, lambda one: [str(one.key.metric)])}


def faults(case: Case) -> int:
    """How many rows of a case are missed or wrong."""
    return sum(one.outcome is not Outcome.RIGHT for one in judge([case]))


def wrong(part: str) -> int:
    """How many rows are told that the texts of a part do not state."""
    return tally(judge(cases(part))).wrong


def floors() -> dict[str, Any]:
    """What is pinned for each part."""
    return tomllib.loads(FLOORS.read_text("utf-8"))
