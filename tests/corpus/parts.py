"""The parts of the corpus by which accuracy is judged, and the floors that are pinned for them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipelines.evaluate import Tally, judge, tallies, tally
from pipelines.gold import Case, read_corpus

CORPUS = Path(__file__).parent
FLOORS = CORPUS / "floors.toml"
PARTS = ("dev", "others", "held-out")


def number(case: Case) -> int:
    """The number in the name of a case."""
    found = re.search(r"\d+", case.name)
    assert found, f"{case.name} has no number"
    return int(found[0])


@cache
def cases(part: str) -> tuple[Case, ...]:
    """The cases of a part; of the held-out ones those with odd numbers, which nobody looked into while making rules."""
    every = read_corpus(CORPUS / part)
    return tuple(case for case in every if part != "held-out" or number(case) % 2)


@cache
def reached(part: str) -> dict[str, Tally]:
    """What is reached now: over all rows and for each metric."""
    verdicts = judge(cases(part))
    return {"all": tally(verdicts), **tallies(verdicts, lambda one: [str(one.key.metric)])}


def floors() -> dict[str, Any]:
    """What is pinned for each part."""
    return tomllib.loads(FLOORS.read_text("utf-8"))
