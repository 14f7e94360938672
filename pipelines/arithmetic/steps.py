"""Old value + change = new value; for places, old place − places won = new place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipelines.arithmetic.findings import Check, Finding, verdict
from pipelines.arithmetic.known import Known, half_unit, terms
from storage.records import ScoreStatement


def check(known: Known) -> Iterator[Finding]:
    """A finding for each change whose old and new value are both told."""
    for place, change in known.values():
        if place.metric.endswith("_change") and change.vs_year is not None and change.vs_year != place.year:
            now = replace(place, metric=place.metric.removesuffix("_change"), vs_year=None)
            old, new = known.get(replace(now, year=change.vs_year)), known.get(now)
            if old is not None and new is not None and (finding := _finding(old, change, new)):
                yield finding


def _finding(old: ScoreStatement, change: ScoreStatement, new: ScoreStatement) -> Finding | None:
    """What a change says of the values on both its sides; None where rounding leaves it open."""
    agrees = verdict(_moved(old, new) - change.value, terms(old, change, new))
    if not agrees and change.metric == "percent_change" and old.value and _is_growth(old, change, new):
        agrees = True
    if agrees is None:
        return None
    shown = f"{old.value:g} in {old.year} and {new.value:g} in {new.year}, a change of {change.value:+g}"
    return Finding(Check.STEP, agrees, (old, change, new), shown)


def _moved(old: ScoreStatement, new: ScoreStatement) -> float:
    """How far a value has moved; fewer is better among places."""
    return old.value - new.value if new.metric == "rank" else new.value - old.value


def _is_growth(old: ScoreStatement, change: ScoreStatement, new: ScoreStatement) -> bool:
    """Whether a change in percent is one of the old value: from 80% to 88% are ten percent."""
    growth = new.value / old.value
    weights = (100 * abs(growth / old.value), 1.0, 100 / abs(old.value))
    halves = (half_unit(row) for row in (old, change, new))
    return verdict((growth - 1) * 100 - change.value, zip(weights, halves, strict=True)) is not False
