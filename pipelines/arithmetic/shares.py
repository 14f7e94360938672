"""Score ÷ maximum = percent: what a text gives in points and in percent is the same result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipelines.arithmetic.findings import Check, Finding, verdict
from pipelines.arithmetic.known import Known, framework_of, half_unit
from storage.records import ScoreStatement


def check(known: Known) -> Iterator[Finding]:
    """A finding for each result that is told in points of a known maximum and in percent."""
    for place, percent in known.values():
        score = known.get(replace(place, metric="score")) if place.metric == "percent" else None
        maximum = _maximum(score) if score else None
        if score is None or not maximum:
            continue
        share = score.value / maximum * 100
        agrees = verdict(share - percent.value, ((100 / maximum, half_unit(score)), (1.0, half_unit(percent))))
        if agrees is not None:
            shown = f"{score.value:g} of {maximum:g} points and {percent.value:g}%"
            yield Finding(Check.SHARE, agrees, (score, percent), shown)


def _maximum(score: ScoreStatement) -> float | None:
    """The most points that there are: what the text says, else for a total what its framework says."""
    framework = framework_of(score) if score.component == "total" and score.out_of is None else None
    return framework.maximum if framework else score.out_of
