"""The parts of a flattened head: each word of a head, name, year or other stretch, and what joining two of them costs.

Where one head of a column ends and the next begins is open: "Chỉ số (%) Tăng, giảm bậc so với năm 2022" has four parts
over two columns. The parts are in the order of the columns: years or indexes that stand over several heads each are
taken out, and the heads below know what stands over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.mentions import measures, without_overlaps
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import heads
from pipelines.rules.cells import Span
from pipelines.rules.heads import Column
from pipelines.rules.scene import Scene
from pipelines.text import clean


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a head."""

    start: int
    end: int
    kind: str
    """A kind of column, `year`, `index`, `component`, `subject`, or `words` that say nothing known."""
    over: Column | None = None
    """What stands over it: the head of several columns."""
    follows: bool = True
    """Whether it stands right behind the part before it, so that both may be one head."""


@dataclass(frozen=True, slots=True)
class Head:
    """A flattened head: its parts in the order of the text, and the mentions in it."""

    parts: tuple[Part, ...]
    found: tuple[Mention, ...]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions of a stretch of the head."""
        return [one for one in self.found if start <= one.start and one.end <= end]


_NAMED = {Kind.COMPONENT: "component", Kind.INDEX: "index", Kind.YEAR: "year", Kind.SUBJECT: "subject"}
_UNITS = frozenset({"component", "department", "district", "commune"})
_INNER = frozenset({"department", "district", "commune"})
_YEAR = re.compile(r"(?:(?<!\w)năm )?(?<![\d/.,-])20[0-4]\d(?![\d/.,-])")
_WORDS = re.compile(r"[^\W\d_]{2}[^()|]*?(?=[ ,;:/]*(?:[()|\n]|$))")


def of_head(scene: Scene, start: int, end: int) -> Head:
    """The head that stands there."""
    found = mentions_of(scene, start, end)
    marks = [Part(one.quote_start, one.end, _NAMED[one.kind]) for one in found if one.kind in _NAMED]
    marks += _words_of_heads(scene, start, end, found)
    # A year at the end of a line may have been taken for a number of points, "điểm" beginning the next one.
    marks += [Part(start + one.start(), start + one.end(), "year") for one in _YEAR.finditer(_lower(scene, start, end))]
    known = _without_overlaps(marks)
    parts = sorted([*known, *_unknown(scene, start, end, known)], key=lambda one: one.start)
    return Head(tuple(parts), tuple(found))


def _lower(scene: Scene, start: int, end: int) -> str:
    """The text of a head in lower case, its lines joined."""
    return scene.clean.lower[start:end].replace("\n", " ")


def mentions_of(scene: Scene, start: int, end: int) -> list[Mention]:
    """The mentions of a head: no unit is named by the next head ("thành phố Điểm"), which is looked at anew."""
    found = measures.find(clean(scene.clean.text[start:end]))
    alone = [one._replace(start=one.start + start, end=one.end + start) for one in found if one.kind in _MEASURES]
    kept = [one for one in scene.inside(start, end) if not _is_of_next_head(scene, one, alone)]
    return without_overlaps([*kept, *(one for one in alone if not _meets(one, kept))])


_MEASURES = frozenset({Kind.COMPONENT, Kind.INDEX})


def _is_of_next_head(scene: Scene, mention: Mention, alone: Sequence[Mention]) -> bool:
    """Whether a unit is named by what is the next head: a word of heads, an index or a component."""
    if mention.kind is not Kind.SUBJECT or mention.unit not in _INNER:
        return False
    text = scene.clean.lower[mention.start : mention.end]
    own = re.sub(r"^(?:thành phố|tp\.?|thị xã|tx\.?|huyện|quận|xã|phường|thị trấn|sở|ban)\s+", "", text)
    measured = any(mention.start < one.start < mention.end for one in alone)
    return own != text and (measured or bool(heads.words()[0].match(own)) or "\n" in text or " " not in own)


def _meets(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a mention overlaps one of others."""
    return any(one.start < mention.end and mention.start < one.end for one in others)


def _words_of_heads(scene: Scene, start: int, end: int, found: Sequence[Mention]) -> Iterator[Part]:
    """The words that head columns, those inside of a name or before a year left out."""
    names = [one for one in found if one.kind in _NAMED and one.kind is not Kind.YEAR]
    text = heads.without(scene.clean, start, end, names)
    text = _YEAR.sub(lambda year: " " * len(year.group()), text)
    on_lines = [(match.span(), kind) for match, kind in heads.events(text.replace("\n", "|"))]
    across = [(match.span(), kind) for match, kind in heads.events(text.replace("\n", " "))]
    # A word that runs on into the next line cuts no word there in two: "Xếp hạng", below it "Nhóm xếp hạng".
    kept = [(span, kind) for span, kind in across if not any(_cuts(span, other) for other, _ in on_lines)]
    for (first, last), kind in {**dict(on_lines), **dict(kept)}.items():
        yield Part(start + first, start + last, "name" if kind in _UNITS else kind)


def _cuts(span: Span, other: Span) -> bool:
    """Whether a stretch holds a part of another one, but not the whole."""
    return span[0] < other[1] and other[0] < span[1] and not (span[0] <= other[0] and other[1] <= span[1])


def _without_overlaps(marks: Sequence[Part]) -> list[Part]:
    """The parts of which none overlaps another: of two the longer one, a name before a word."""
    kept: list[Part] = []
    for mark in sorted(marks, key=lambda one: (one.kind != "component", one.start - one.end)):
        if all(mark.end <= other.start or mark.start >= other.end for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda one: one.start)


def _unknown(scene: Scene, start: int, end: int, known: Sequence[Part]) -> Iterator[Part]:
    """The stretches of other words between the known parts."""
    ends = [start, *(one.end for one in known)]
    begins = [*(one.start for one in known), end]
    for left, right in zip(ends, begins, strict=True):
        for match in _WORDS.finditer(scene.clean.lower, left, right):
            yield Part(match.start(), match.end(), "words")


def left_half(head: Head) -> Head:
    """The left half of a head that says all twice, else the whole."""
    half = len(head.parts) // 2
    twice = [one.kind for one in head.parts[:half]] == [one.kind for one in head.parts[half:]]
    return replace(head, parts=head.parts[:half]) if twice else head


def orders(scene: Scene, head: Head, parts: Sequence[Part]) -> list[list[Part]]:
    """The orders of columns that the parts may be in: as they stand, and below years or indexes over several each."""
    return [list(parts), *_spread(scene, head, parts)]


def _spread(scene: Scene, head: Head, parts: Sequence[Part]) -> Iterator[list[Part]]:
    """The orders in which a run of years or indexes stands over as many like groups of heads."""
    for first, last in _runs(parts):
        over = [_over(scene, head, one) for one in parts[first:last]]
        rest = parts[last:]
        for begin, each in _repeats(rest, len(over)):
            groups = [rest[begin + n * each : begin + (n + 1) * each] for n in range(len(over))]
            below = [_below(group, column) for group, column in zip(groups, over, strict=True)]
            after = [*rest[:begin], *rest[begin + len(over) * each :]]
            yield [*parts[:first], *(one for group in below for one in group), *_apart(after)]


def _runs(parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    """The runs of two or more years, or of two or more indexes, from part to part."""
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].kind == parts[at].kind:
            end += 1
        if end - at > 1 and parts[at].kind in {"year", "index"}:
            yield at, end
        at = end


def _over(scene: Scene, head: Head, part: Part) -> Column:
    """The head that a year or an index over several heads is."""
    return heads.classify(scene.clean, part.start, part.end, head.inside(part.start, part.end))


def _repeats(rest: Sequence[Part], times: int) -> Iterator[tuple[int, int]]:
    """Where a group of parts that repeats so many times begins, and how many parts it has; the longest first."""
    kinds = [one.kind for one in rest]
    for each in range(len(kinds) // times, 0, -1):
        for begin in range(len(kinds) - times * each + 1):
            if kinds[begin : begin + times * each] == kinds[begin : begin + each] * times:
                yield begin, each
                break


def _below(group: Sequence[Part], column: Column) -> list[Part]:
    """The parts of a group below what stands over it."""
    return [replace(one, over=column, follows=at > 0) for at, one in enumerate(group)]


def _apart(parts: Sequence[Part]) -> list[Part]:
    """The parts behind a group, the first of which begins anew."""
    return [replace(one, follows=at > 0) for at, one in enumerate(parts)]


_LEVELS = frozenset({"score", "percent", "level", "rank"})
_FREE = frozenset({("change", "change"), ("change", "year"), ("index", "year"), ("subject", "year")})
_CHEAP = frozenset({
    ("name", "index"), ("name", "name"), ("name", "year"), ("year", "percent"), ("year", "score"), ("index", "percent"),
    ("change", "rank"), ("change", "percent"), ("change", "score"), ("change", "other"), ("total", "index"),
    ("ordinal", "ordinal"),
})  # fmt: skip


def cost(scene: Scene, first: Part, second: Part) -> float:
    """What it costs to take two neighbouring parts for one head; a bracket belongs to what stands before it."""
    between = scene.clean.lower[first.end : second.start]
    if not second.follows or first.over is not second.over:
        return _NEVER
    if "(" in between and ")" not in between:
        return 0.0
    if between.strip() == "/":
        return _CLOSE
    line = 0.3 if "\n" in between else 0.0
    return line + _cost_of_kinds(first.kind, second.kind)


_NEVER, _CLOSE = 99.0, 0.2


def _cost_of_kinds(first: str, second: str) -> float:
    """What joining two kinds of parts on a line costs."""
    pair = (first, second)
    if pair in _FREE or (second == "year" and first in _LEVELS | {"other", "maximum"}):
        return 0.0
    if pair in _CHEAP or (second == "index" and first in _LEVELS):
        return _CLOSE
    if "words" in pair:
        # What tells a head apart stands behind it: "Điểm phỏng vấn".
        return 0.4 if second == "words" else 0.7
    if (first in {"index", "component", "subject", "year"} and second in _LEVELS) or (
        first in _LEVELS and second in {"component", "change", "name"}
    ):
        return 0.7
    return 2.0
