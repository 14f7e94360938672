"""What a rule asserts, before names are resolved as of the year and offsets led back to the raw text."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.context import Subject
from pipelines.mentions.types import Mention


@dataclass(frozen=True, slots=True)
class Fact:
    """One value with everything that it is the value of; offsets count characters of the normalised reading."""

    index: str
    year: int | None
    subject: Subject
    component: str
    metric: str
    value: float
    start: int
    end: int
    rule: str
    confidence: float
    out_of: float | None = None
    bound: str = "="
    vs_year: int | None = None
    scope: str | None = None
    part: str = "text"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A tempting number that made no fact, and why."""

    mention: Mention
    reason: str
