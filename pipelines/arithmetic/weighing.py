"""The confidence of rows that other numbers of their document bear out or contradict; each row is weighed once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.arithmetic.findings import Check, Finding
from storage.records import ScoreStatement

_FITS, _IN_ORDER = 0.2, 0.5
"""What an agreement makes of the odds that a row is wrong: numbers that were read wrong hardly ever fit by chance. The
numbers of a list may stand in order without being ranks, and a misread value may fall between its neighbours.
"""
_BESIDE = 2.0
"""What a contradiction makes of these odds for the other rows: a text that was misread once is hard to read."""
_LEAST = 0.1
"""What a contradiction leaves of a confidence at least."""


def weighed(rows: Sequence[ScoreStatement], findings: Iterable[Finding]) -> list[ScoreStatement]:
    """The rows with the confidence that the findings leave them.

    Odds are lowered for rows that are borne out, and doubled for all others beside a contradiction; the rows that
    contradict each other keep as much of their confidence as may be right. A row that is borne out and contradicted
    keeps its own.
    """
    fits: dict[ScoreStatement, float] = {}
    clashes: dict[ScoreStatement, float] = {}
    for finding in findings:
        known, least = (fits, _odds(finding)) if finding.agrees else (clashes, _share_right(finding))
        known |= {row: min(least, known.get(row, 1.0)) for row in finding.rows}
    beside = _BESIDE if clashes else 1.0
    return [_weighed(row, fits.get(row), clashes.get(row), beside) for row in rows]


def _odds(finding: Finding) -> float:
    """What an agreement makes of the odds that its rows are wrong."""
    return _IN_ORDER if finding.check is Check.ORDER else _FITS


def _share_right(finding: Finding) -> float:
    """The share of the rows of a contradiction that may well be right.

    Of the values of one fact that is one, of two places out of order one; of the terms of a computation all but one.
    """
    count = len(finding.rows)
    share = {Check.SINGLE: 1 / count, Check.ORDER: 1 / 2}.get(finding.check, 1 - 1 / count)
    return max(share, _LEAST)


def _weighed(row: ScoreStatement, fits: float | None, clashes: float | None, beside: float) -> ScoreStatement:
    """A row whose odds are multiplied where nothing contradicts it, whose confidence is where nothing bears it out."""
    if clashes is not None:
        sure = row.confidence * (clashes if fits is None else 1.0)
    else:
        sure = row.confidence / (row.confidence + (1 - row.confidence) * (beside if fits is None else fits))
    return replace(row, confidence=round(sure, 3))
