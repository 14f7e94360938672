"""Periods whose every year has its value: "từ năm 2018 đến năm 2021 lần lượt xếp thứ 2, 2, 2, 3"."""

from __future__ import annotations

import re

from pipelines import lexicon
from pipelines.mentions.types import Kind
from pipelines.sentence import Sentence

_TO = lexicon.pattern("periods", "to")
_WRITTEN = re.compile(r"(20\d\d)\D+(20\d\d)$|(20\d\d) ?- ?(\d\d)$")


def years(sentence: Sentence, before: int) -> range:
    """The years of the last period that a sentence names before a position; none where it names none."""
    for place in range(before - 1, -1, -1):
        if sentence.kind(place) is Kind.SKIPPED and (match := _WRITTEN.search(sentence.words(place))):
            first = int(match[1] or match[3])
            return range(first, (int(match[2]) if match[2] else first // 100 * 100 + int(match[4])) + 1)
        if sentence.kind(place) is sentence.kind(place - 1) is Kind.YEAR and _TO.fullmatch(
            sentence.gap(place - 1, place)
        ):
            return range(int(sentence.tokens[place - 1].number or 0), int(sentence.tokens[place].number or 0) + 1)
    return range(0)
