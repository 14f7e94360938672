"""From a text to its typed mentions, in order and without overlap.

types.py      what a mention is
measures.py   indexes, components, totals
names.py      provinces, ministries, regions, from the gazetteer
units.py      districts, communes and departments, by type and capitals
values.py     scores, percents, fractions, amounts of change
ranks.py      places in a ranking; runs.py successive ones
years.py      index years, relative years; dates and periods, which hide their numbers
english.py    all of it in editions in English, with english_measures.py, english_names.py, english_communes.py,
              english_ranks.py and english_spans.py
words.py      verbs of change, comparisons, groups, means, references, targets, punctuation
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from pipelines.mentions import english as editions
from pipelines.mentions import measures, names, ranks, runs, units, values, words, years
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean

__all__ = ["Kind", "Mention", "find"]

# What is found first keeps its characters. Within a family the longest wins: "chỉ số cải cách hành chính" before
# "cải cách hành chính".
_NAMES, _NUMBERS, _WORDS = 1, 2, 3
_ORDER = {
    Kind.SKIPPED: 0,
    Kind.INDEX: _NAMES,
    Kind.COMPONENT: _NAMES,
    Kind.COMPONENT_REFERENCE: _NAMES,
    Kind.TOTAL: _WORDS,
    Kind.SUBJECT: _NAMES,
    Kind.REFERENCE: _WORDS,
    Kind.RANK: _NUMBERS,
    Kind.LAST: _NUMBERS,
    Kind.NEXT: _NUMBERS,
    Kind.RUN: _NUMBERS,
    Kind.VALUE: _NUMBERS,
    Kind.FRACTION: _NUMBERS,
    Kind.AMOUNT: _NUMBERS,
    Kind.YEAR: _NUMBERS,
    Kind.RELATIVE_YEAR: _NUMBERS,
    Kind.AVERAGE: _WORDS,
    Kind.COUNT: _WORDS,
}


def find(clean: Clean, *, english: bool, home: str | None) -> list[Mention]:
    """The mentions of a text, sorted; `home` is the home province of its paper, where it has one."""
    if english:
        return without_overlaps(editions.find(clean, home=home))
    found = [
        *years.skipped(clean),
        *measures.find(clean),
        *names.find(clean, home=home),
        *units.find(clean),
        *values.find(clean, english=False),
        *ranks.find(clean),
        *runs.find(clean),
        *years.find(clean),
        *words.find(clean),
        *words.marks(clean),
        *words.counts(clean),
    ]
    return without_overlaps(found)


def without_overlaps(found: Iterable[Mention]) -> list[Mention]:
    """The mentions that win against those which they overlap: by family, then length, then place."""
    kept: list[Mention] = []
    starts: list[int] = []
    for mention in sorted(
        found, key=lambda one: (_ORDER.get(one.kind, _WORDS), one.start - one.end, one.weak, one.start)
    ):
        place = bisect_right(starts, mention.start)
        free_before = place == 0 or kept[place - 1].end <= mention.start
        free_after = place == len(kept) or kept[place].start >= mention.end
        if free_before and free_after:
            kept.insert(place, mention)
            starts.insert(place, mention.start)
    return kept
