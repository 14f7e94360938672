"""What stands around a table and is said of the whole of it: its caption, its unit, what its ordinals mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.cells import Span
from pipelines.text import Clean
from pipelines.trie import alternation


@dataclass(frozen=True, slots=True)
class Caption:
    """What the caption of a table says of all its cells."""

    index: str | None = None
    """The index; `other` for a measure that gives no rows."""
    year: int | None = None
    component: Mention | None = None
    subject: Mention | None = None
    region: str | None = None
    foreign: bool = False
    """Whether it names a count or share that is no index, and no index."""
    ranking: bool = False
    """Whether it says that the rows stand in the order of their rank, from the first on."""
    ranked: bool = False
    """Whether it says that whole numbers are ranks."""
    target: bool = False
    """Whether it says that the numbers are aimed at."""


_LONGEST = 220
_REACHED = re.compile(
    r"kết quả|thực hiện|đạt được|so với|đã đạt"
    r"|(?:một số|các|những|hệ thống) chỉ tiêu(?! (?:giao|phấn đấu|kế hoạch|đề ra|cần))"
)
_RANKED = re.compile(r"thứ hạng|xếp hạng|vị thứ|vị trí|hạng của|rankings?(?!\w)")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of the words of a list of the lexicon."""
    return re.compile(r"(?<!\w)" + alternation(lexicon.words(lexicon.entries("tables")["rows"][name])) + r"(?!\w)")


def announces_ranking(text: str) -> bool:
    """Whether words over a list, in lower case, say that it is a ranking from the first place on."""
    return bool(_pattern("ranking").search(text)) and not _pattern("bottom").search(text)


def inside(found: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions of a stretch of the text."""
    first = bisect_left(found, start, key=attrgetter("start"))
    behind = bisect_left(found, end, first, key=attrgetter("start"))
    return [one for one in found[first:behind] if one.end <= end]


def of_spans(clean: Clean, spans: Sequence[Span], found: Sequence[Mention]) -> Caption:
    """The caption that stands at these places, the nearest to the table last."""
    caption = Caption()
    for start, end in spans:
        caption = _over(caption, _read(clean, start, end, inside(found, start, end)))
    return caption


def above(clean: Clean, lines: Sequence[Span], found: Sequence[Mention]) -> Caption:
    """The caption in the two lines over a table; of a sentence only what it says of the order of the rows."""
    caption = Caption()
    for start, end in lines[-2:]:
        read = _read(clean, start, end, inside(found, start, end))
        text = clean.text[start:end].rstrip()
        if len(text) > _LONGEST or text.endswith((".", ";", "!", "?")):
            indexes = [one.key for one in inside(found, start, end) if one.kind is Kind.INDEX]
            read = Caption(
                foreign=indexes[-1:] == ["other"], ranking=read.ranking and len(text) < 2 * _LONGEST, ranked=read.ranked
            )
        elif (clause := _last_clause(clean, start, end, found)) is not None:
            read = replace(read, index=clause.index, foreign=clause.foreign)
        caption = _over(caption, read)
    return caption


def _last_clause(clean: Clean, start: int, end: int, found: Sequence[Mention]) -> Caption | None:
    """What the last clause of a line that leads to a table says, where it names a measure of its own."""
    cut = max(clean.text.rfind(mark, start, end - 1) for mark in (". ", "; "))
    if cut < start or not clean.text[start:end].rstrip().endswith(":"):
        return None
    own = _read(clean, cut, end, [one for one in found if cut <= one.start and one.end <= end])
    return own if own.index is not None or own.foreign else None


def _read(clean: Clean, start: int, end: int, inside: Sequence[Mention]) -> Caption:
    """What one line over a table says."""
    text = clean.lower[start:end]
    indexes = list(dict.fromkeys(one.key for one in inside if one.kind is Kind.INDEX and not one.weak))
    years = list(dict.fromkeys(int(one.number or 0) for one in inside if one.kind is Kind.YEAR))
    components = [one for one in inside if one.kind is Kind.COMPONENT and not one.weak]
    subjects = [
        one for one in inside if one.kind is Kind.SUBJECT and one.unit in {"province", "ministry"} and not one.weak
    ]
    regions = [one.key for one in inside if one.kind is Kind.SUBJECT and one.unit == "region"]
    strange = any(one.kind is Kind.OTHER_MEASURE and one.key != "weak" for one in inside)
    return Caption(
        indexes[0] if len(indexes) == 1 else None,
        years[0] if len(years) == 1 else None,
        components[0] if len({one.key for one in components}) == 1 else None,
        subjects[0] if len({one.key for one in subjects}) == 1 else None,
        regions[0] if len(regions) == 1 else None,
        strange and not indexes and not components,
        announces_ranking(text),
        bool(_RANKED.search(text)),
        any(one.kind is Kind.TARGET and one.key != "weak" for one in inside) and not _REACHED.search(text),
    )


def _over(upper: Caption, lower: Caption) -> Caption:
    """The caption of two lines: what the lower one leaves open comes from the upper one."""
    named = lower.index is not None or upper.index is not None
    return Caption(
        lower.index or upper.index, lower.year or upper.year, lower.component or upper.component,
        lower.subject or upper.subject, lower.region or upper.region, lower.foreign or (upper.foreign and not named),
        lower.ranking or upper.ranking, lower.ranked or upper.ranked, lower.target or upper.target,
    )  # fmt: skip


def joined(outer: Caption, inner: Caption) -> Caption:
    """The caption above a table with the one inside it."""
    caption = _over(outer, inner)
    return replace(caption, foreign=inner.foreign or (outer.foreign and inner.index is None))
