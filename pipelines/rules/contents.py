"""What the numbers of a column look like, and how well a head fits them: "07/17" is a place, "+2" is a change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.rules.cells import Cell
from pipelines.rules.heads import Column

_MOST_RANKED = 700
_MOST_SHARE = 100


@dataclass(frozen=True, slots=True)
class Content:
    """How the cells of a column look; the shares are of its numbers."""

    role: str = "value"
    """`ordinal` of the numbers before the names, `name`, `words` of a column of classes and notes, else `value`."""
    whole: float = 0.0
    percent: float = 0.0
    signed: float = 0.0
    of_field: float = 0.0
    """Of how many a number is stated that it is out of: "07/17", "8,5/9"."""
    most: float = 0.0
    least: float = 0.0
    maximal: bool = False
    """Whether no number is below the next one of its row, and all are round: what a maximum looks like."""

    @property
    def decimal(self) -> bool:
        """Whether most numbers have decimals."""
        return self.whole < 0.5


def of_column(cells: Sequence[Cell | None], following: Sequence[Cell | None]) -> Content:
    """The look of a column of values, beside the one that follows it."""
    numbers = [one for one in cells if one is not None]
    if not numbers:
        return Content()
    share = 1 / len(numbers)
    return Content(
        whole=share * sum(not one.decimal for one in numbers),
        percent=share * sum(one.percent for one in numbers),
        signed=share * sum(one.signed for one in numbers),
        of_field=share * sum(one.out_of is not None for one in numbers),
        most=max(one.number for one in numbers),
        least=min(one.number for one in numbers),
        maximal=_is_maximal(cells, following),
    )


def _is_maximal(cells: Sequence[Cell | None], following: Sequence[Cell | None]) -> bool:
    """Whether a column bounds the one behind it with round numbers that differ from it."""
    pairs = [(one, other) for one, other in zip(cells, following, strict=False) if one and other]
    round_ = all(one.number * 4 == int(one.number * 4) and not one.percent for one, _ in pairs)
    bounds = all(one.number >= other.number for one, other in pairs)
    return len(pairs) > 1 and round_ and bounds and any(one.number > other.number for one, other in pairs)


def fit(column: Column, content: Content) -> float:
    """How well a head fits a column: from -4 where it cannot be to 4 where it can be nothing else."""
    if content.role == "value":
        return _fit_of_value(column, content)
    if content.role == "name" and column.kind == "name" and column.year:
        # A year stands over values; above names it can but head names of years.
        return 0.5
    return _FITS[content.role].get(column.kind, -1.0 if column.stated else 0.5)


_FITS = {
    "ordinal": {"ordinal": 3.0, "rank": 3.0, "name": -2.0, "level": -1.0},
    "name": {"name": 3.0, "ordinal": -3.0, "level": 0.5},
    "words": {"other": 2.0, "level": 0.7, "rank": 0.0, "name": -1.0, "change": 1.0},
}


def _fit_of_value(column: Column, content: Content) -> float:
    """How well a head fits a column of numbers."""
    if column.kind in {"change", "other", "foreign"}:
        return _fit_of_side_value(column.kind, content)
    if content.signed:
        return -3.0
    if content.of_field > 0.5:
        return _fit_of_field(column.kind, content)
    if column.kind == "rank":
        return 3.0 if _are_places(content) else -3.0
    if column.kind == "maximum":
        return -3.0 if content.percent else 3.0 if content.maximal else 1.0
    return _fit_of_level(column, content)


def _are_places(content: Content) -> bool:
    """Whether numbers may be places: whole ones, from 1 on, not too large."""
    return content.whole == 1 and not content.percent and content.least > 0 and content.most <= _MOST_RANKED


def _fit_of_side_value(kind: str, content: Content) -> float:
    """How well a head of changes or of what is no result fits."""
    if kind != "change":
        return 0.3 if content.signed else 1.0
    return -4.0 if content.of_field else 4.0 if content.signed else 1.0


def _fit_of_field(kind: str, content: Content) -> float:
    """How well a head fits numbers that say what they are out of."""
    if kind == "rank":
        return 4.0 if content.whole == 1 else -3.0
    if kind == "level" and content.whole == 1:
        return 1.0
    return 3.0 if kind in {"score", "level", "maximum"} and content.decimal else -1.0


def _fit_of_level(column: Column, content: Content) -> float:
    """How well a head of scores, percents or of an open unit fits."""
    if column.kind == "percent":
        least = 2.5 if content.decimal else 0.8
        return -3.0 if content.most > _MOST_SHARE else 4.0 if content.percent > 0.5 else least
    if column.kind == "score":
        return -1.0 if content.percent else 1.0 if not content.decimal else 1.5 if content.maximal else 2.5
    if column.kind == "level":
        named = column.stated or column.year or column.index or column.component or column.subject
        return (2.5 if content.percent else 2.0 if content.decimal else 1.2) if named else 0.2
    return -3.0


def without_head(content: Content) -> tuple[Column, float] | None:
    """The column that a look alone tells where no head stands over it, and its fit; None where it tells none."""
    blank = Column(stated=True)
    if content.role == "ordinal":
        return replace(blank, kind="ordinal"), -1.0
    if content.role == "name":
        return replace(blank, kind="name"), -2.5
    if content.role == "words":
        return replace(blank, kind="other"), -0.2
    if content.of_field == 1 and content.whole == 1 and not content.signed:
        return replace(blank, kind="rank"), -1.5
    return None
