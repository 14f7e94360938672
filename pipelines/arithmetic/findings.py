"""What a check finds: numbers of a document that bear each other out, or that can't all be so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from storage.records import ScoreStatement


class Check(StrEnum):
    """The checks, by what they hold against each other."""

    SINGLE = "single"
    SUM = "sum"
    SHARE = "share"
    STEP = "step"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Finding:
    """One computation over rows of a document, and whether what it gives is what is stated."""

    check: Check
    agrees: bool
    rows: tuple[ScoreStatement, ...]
    """The rows that it speaks for or against."""
    shown: str
    """The computation with its numbers, in a few words."""


def verdict(off: float, terms: Iterable[tuple[float, float]]) -> bool | None:
    """Whether a result agrees with what is stated, given how far it is off; None where nothing can be said.

    Each term has its weight and the half unit of its last digit. It agrees within what rounding explains if all were
    written as finely as the finest: "8 of 8,5 points" are 94,12%. It contradicts beyond twice what rounding explains as
    each is written, since papers cut digits off as well as round them.
    """
    weights, halves = zip(*terms, strict=True)
    if abs(off) <= sum(weights) * min(halves) + _FLOAT:
        return True
    slack = sum(weight * half for weight, half in zip(weights, halves, strict=True))
    return None if abs(off) <= 2 * slack + _FLOAT else False


_FLOAT = 1e-9
"""What binary fractions may be off by."""
