"""The components of a framework sum to the total, where a text gives all of them in points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.arithmetic.findings import Check, Finding, verdict
from pipelines.arithmetic.known import Known, Place, framework_of, terms
from storage.records import ScoreStatement


def check(known: Known) -> Iterator[Finding]:
    """A finding for each total whose components are all told in points."""
    for place, total in known.values():
        if place.component == "total" and place.metric in {"score", "percent"}:
            parts = _parts(known, place, total)
            if parts and (finding := _finding(total, parts)):
                yield finding


def _parts(known: Known, place: Place, total: ScoreStatement) -> Sequence[ScoreStatement]:
    """The components of a total, none where one is missing or they are not in points of the total.

    A total in percent is one in points where there are a hundred.
    """
    framework = framework_of(total)
    if framework is None or (place.metric == "percent" and framework.maximum != 100):
        return ()
    parts = [known.get(replace(place, component=label, metric="score")) for label in sorted(framework.components)]
    told = [one for one in parts if one is not None and one.value <= framework.maximum * _LARGEST]
    return told if len(told) == len(parts) else ()


_LARGEST = 1 / 3
"""No component has a third of the points: where one seems to, they are written on scales of their own."""


def _finding(total: ScoreStatement, parts: Sequence[ScoreStatement]) -> Finding | None:
    """What the sum says of total and components; None where rounding leaves it open."""
    added = sum(one.value for one in parts)
    agrees = verdict(added - total.value, terms(total, *parts))
    if agrees is None:
        return None
    shown = f"{' + '.join(f'{one.value:g}' for one in parts)} = {added:g} and a total of {total.value:g}"
    return Finding(Check.SUM, agrees, (total, *parts), shown)
