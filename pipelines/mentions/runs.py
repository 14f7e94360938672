"""Finding successive places that are told at once: "từ thứ 2 đến thứ 5", "các vị trí từ 6 - 13"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of a run that goes down the ranking and leads to its holders or follows on them, and its numbers."""
    ranks = lexicon.entries("ranks")
    heads, ordinals = alternation(lexicon.words(ranks["heads"])), ranks["ordinals"]
    number = rf"(?:\d{{1,2}}(?![\d%/]|[.,]\d)|(?:{alternation(ordinals)})(?!\w))"
    return (
        re.compile(
            rf"(?<!\w)(?P<head>{heads}) (?:từ )?(?:thứ |hạng |số )?(?P<first>{number})"
            rf"(?: đến| tới| cho đến| ?[-–]) ?(?:{heads} )?(?P<last>{number})(?! ?(?:bậc|điểm|năm \d)(?!\w))"
        ),
        ordinals,
    )


def find(clean: Clean) -> Iterator[Mention]:
    """Every run of places whose last one is lower than its first: "từ thứ 9 đến thứ 4" is a way up."""
    pattern, ordinals = _pattern()
    for match in pattern.finditer(clean.lower):
        first, last = (
            int(words) if words.isdigit() else ordinals[folded(words)] for words in (match["first"], match["last"])
        )
        if first < last:
            yield Mention(Kind.RUN, match.start(), match.end(), number=float(first), out_of=float(last))
