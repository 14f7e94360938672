"""Heads set over columns: the parts of a flattened head are dealt out to the columns in order, by what fits best.

Every part belongs to a column, and every column of values has a head unless its numbers can be but one thing. A head
that fits in two ways that say different things is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

from pipelines.rules import contents, head_parts, heads
from pipelines.rules.cells import Span
from pipelines.rules.contents import Content
from pipelines.rules.head_parts import Head, Part
from pipelines.rules.heads import Column
from pipelines.rules.scene import Scene

_MOST_PARTS = 8
_KEPT = 6
_UNLIKE = 0.3
_CLEARLY = 0.25
_DROPPED = 1.5
_ENOUGH = 0.8


@dataclass(frozen=True, slots=True)
class Alignment:
    """Heads over columns, one for each, and how well they fit."""

    score: float
    columns: tuple[Column, ...]

    def said(self) -> tuple[object, ...]:
        """What the heads say of their columns: equal for two alignments that differ only in where a head begins."""
        return tuple(
            (
                one.kind,
                one.year,
                one.index,
                one.component and one.component.key,
                one.vs_year,
                one.places,
                one.local,
                one.subject,
            )
            for one in self.columns
        )


def best(scene: Scene, head: Head, columns: Sequence[Content]) -> tuple[Alignment | None, bool]:
    """The alignment of a head with columns that fits best, and whether no other one fits nearly as well."""
    found: list[Alignment] = []
    for order in head_parts.orders(scene, head, head.parts):
        found += [_by_likeness(one) for one in _Dealer(scene, head, order, columns).deal()]
    found = sorted((one for one in found if _is_enough(one, columns)), key=lambda one: -one.score)
    if not found:
        return None, True
    rivals = [one for one in found if one.said() != found[0].said()]
    return found[0], not rivals or found[0].score - rivals[0].score > _CLEARLY


def _by_likeness(alignment: Alignment) -> Alignment:
    """The alignment with what it costs that heads of a kind differ in whether they name a year, index or component."""
    shapes = {(one.kind, bool(one.year), bool(one.index), bool(one.component)) for one in alignment.columns}
    unlike = len(shapes) - len({one.kind for one in alignment.columns})
    return replace(alignment, score=alignment.score - _UNLIKE * unlike)


def _is_enough(alignment: Alignment, columns: Sequence[Content]) -> bool:
    """Whether the heads of the columns of values say what most of them are, at least one of all by a word of heads."""
    pairs = [(head, look) for head, look in zip(alignment.columns, columns, strict=True) if look.role == "value"]
    if not any(one.stated and one.spans for one in alignment.columns):
        return False
    return sum(contents.fit(head, look) for head, look in pairs) >= _ENOUGH * len(pairs)


@dataclass(frozen=True, slots=True)
class Found:
    """The alignment that was found above a table, how many lines its head has, and if there is none, why."""

    alignment: Alignment | None = None
    lines: int = 0
    reason: str = "no head above its table fits the numbers below it"


_TWO_WAYS = "the head of its table fits the columns in two ways"


def over(scene: Scene, above: Sequence[Span], columns: Sequence[Content], *, twice: bool = False) -> Found:
    """The head in the lines above a table that fits its columns best, of two that fit alike the one of fewer lines.

    With `twice`, a head that says all twice stands over two tables side by side, and is that of one.
    """
    found = Found()
    for lines in range(1, len(above) + 1):
        head = head_parts.of_head(scene, above[-lines][0], above[-1][1])
        head = head_parts.left_half(head) if twice else head
        if not _may_be_head(scene, above[-lines]) or len(head.parts) > _PARTS_A_COLUMN * (len(columns) + 1):
            break
        aligned, clear = best(scene, head, columns)
        if aligned is None or (found.alignment is not None and aligned.score <= found.alignment.score + _BETTER):
            continue
        found = Found(aligned, lines) if clear else found if found.alignment else Found(reason=_TWO_WAYS)
    return found


_LONGEST_HEAD = 220
_PARTS_A_COLUMN = 3
_BETTER = 0.5


def _may_be_head(scene: Scene, span: Span) -> bool:
    """Whether a line above a table is short, no sentence, and leads to nothing below it."""
    return span[1] - span[0] <= _LONGEST_HEAD and not scene.clean.text[slice(*span)].endswith((".", ";", ":"))


_Step: TypeAlias = tuple[tuple[int, int], float, Column | None]
"""How many columns and parts are dealt then, what it costs, and the head of the column, None for one of no column."""


class _Dealer:
    """The parts of one order being dealt out: the best few ways for each number of parts and columns."""

    def __init__(self, scene: Scene, head: Head, parts: Sequence[Part], columns: Sequence[Content]) -> None:
        self.scene = scene
        self.head = head
        self.parts = parts
        self.columns = columns
        self.heads: dict[tuple[int, int], Column] = {}
        self.costs = [head_parts.cost(scene, one, two) for one, two in pairwise(parts)]

    def deal(self) -> list[Alignment]:
        """The best ways to deal all parts to all columns."""
        ways: dict[tuple[int, int], list[Alignment]] = {(0, 0): [Alignment(0.0, ())]}
        for column in range(len(self.columns) + 1):
            for part in range(len(self.parts) + 1):
                kept = sorted(ways.get((column, part), []), key=lambda one: -one.score)[:_KEPT]
                steps = self._steps(column, part) if kept else ()
                for way in kept:
                    for key, lost, head in steps:
                        ways.setdefault(key, []).append(_gone_on(way, lost, head))
                ways[column, part] = kept
        return ways[len(self.columns), len(self.parts)]

    def _steps(self, column: int, part: int) -> list[_Step]:
        """What may follow on a way: the next column without a head or with the next parts, or a head of no column."""
        steps: list[_Step] = []
        content = self.columns[column] if column < len(self.columns) else None
        if content is not None and (bare := contents.without_head(content)):
            steps.append(((column + 1, part), -bare[1], bare[0]))
        joined = _INSIDE if part < len(self.parts) and self._is_inside_bracket(part) else 0.0
        for end in range(part + 1, min(part + _MOST_PARTS, len(self.parts)) + 1):
            joined += self.costs[end - 2] if end - part > 1 else 0.0
            if joined > _MOST_JOINED:
                break
            head = self._head(part, end)
            lost = joined + (_TWO_YEARS if self._has_two_years(part, end) and head.kind != "change" else 0.0)
            if content is not None and (fits := contents.fit(head, content)) > _LEAST:
                steps.append(((column + 1, end), lost - fits, head))
            if head.kind == "other":
                steps.append(((column, end), lost + _DROPPED, None))
        return steps

    def _head(self, first: int, last: int) -> Column:
        """The head that some neighbouring parts are together."""
        if (first, last) not in self.heads:
            start, end = self.parts[first].start, self._end(last - 1)
            head = self._classified(start, end)
            over = self.parts[first].over
            self.heads[first, last] = heads.join(over, head) if over is not None else head
        return self.heads[first, last]

    def _classified(self, start: int, end: int) -> Column:
        """What a stretch of the text says as a head."""
        key = start, end, tuple(self.head.inside(start, end))
        if key not in self.scene.heads:
            self.scene.heads[key] = heads.classify(self.scene.clean, *key)
        return self.scene.heads[key]

    def _is_inside_bracket(self, at: int) -> bool:
        """Whether a part stands in a bracket that opens behind the part before it."""
        return at > 0 and "(" in self.scene.clean.lower[self.parts[at - 1].end : self.parts[at].start]

    def _has_two_years(self, first: int, last: int) -> bool:
        """Whether some neighbouring parts are of several years."""
        return sum(one.kind == "year" for one in self.parts[first:last]) > 1

    def _end(self, at: int) -> int:
        """Where a part ends, with the bracket that closes behind it."""
        end = self.parts[at].end
        behind = self.scene.clean.lower[end : end + 2]
        return end + behind.index(")") + 1 if ")" in behind and not behind[: behind.index(")")].strip(" %") else end


_LEAST = -1.5
_MOST_JOINED = 4.0
_INSIDE = 1.5
_TWO_YEARS = 2.5


def _gone_on(way: Alignment, lost: float, head: Column | None) -> Alignment:
    """A way that goes on with a head, or past one of no column."""
    return Alignment(way.score - lost, way.columns if head is None else (*way.columns, head))
