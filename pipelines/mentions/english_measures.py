"""Finding what English measures: full names of indexes, components, and the measures of other things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Writings


def find(clean: Clean) -> Iterator[Mention]:
    """Every index, component and foreign measure of a text, and the numbers that count things by the million."""
    yield from _indexes(clean)
    yield from _components(clean)
    yield from _foreign(clean)
    for match in _NO_RESULT.finditer(clean.lower):
        yield Mention(Kind.SKIPPED, match.start(), match.end())


@cache
def _table() -> dict[str, Any]:
    """The lexicon of English."""
    return lexicon.entries("english")


@cache
def _index_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each index the pattern of its full names, an acronym in brackets and the word index included."""
    return tuple(
        (
            key,
            re.compile(
                rf"(?<!\w){alternation(lexicon.words(entry['names']))}"
                rf"(?P<bracket>[ \n]\((?:the )?{alternation(entry['acronyms'])}\))?(?P<word>[ \n](?:index(?:es)?|"
                rf"indices|indext))?(?!\w)"
            ),
        )
        for key, entry in _table()["indexes"].items()
    )


def _indexes(clean: Clean) -> Iterator[Mention]:
    """Every index by its full name; the words alone, without "index" or an acronym behind, name none."""
    for key, pattern in _index_patterns():
        for match in pattern.finditer(clean.lower):
            if match["bracket"] or match["word"] or "index" in match.group() or "satisfaction survey" in match.group():
                yield Mention(Kind.INDEX, match.start(), match.end(), key)


@cache
def _labels(section: str) -> tuple[Writings, dict[str, tuple[str, ...]]]:
    """The components of a section, and the owners of each writing."""
    owners: dict[str, tuple[str, ...]] = {}
    for index, labels in _table()[section].items():
        for label, writings in labels.items():
            for word in lexicon.words(writings):
                owners[word] = (*owners.get(word, ()), f"{index}:{label}")
    return Writings(owners), owners


def _components(clean: Clean) -> Iterator[Mention]:
    """Every component; an ordinary word is one where its result stands right behind: "Public finance (rank 30/63)"."""
    writings, owners = _labels("components")
    yield from _labelled(writings.finditer(clean.lower), owners)
    writings, owners = _labels("weak_components")
    weak = writings.finditer(clean.lower)
    yield from _labelled((one for one in weak if _HAS_RESULT.match(clean.lower, one.end())), owners)


_HAS_RESULT = re.compile(r"[\"']?(?:[ \n]\([^()]{0,30}\d|: ?\d|,? (?:with|at) \d)")


def _labelled(matches: Iterable[re.Match[str]], owners: dict[str, tuple[str, ...]]) -> Iterator[Mention]:
    """The components of matched labels."""
    for match in matches:
        own = owners[folded(match.group())]
        yield Mention(Kind.COMPONENT, match.start(), match.end(), own[0].split(":", 1)[1], owners=own)


@cache
def _foreign_writings() -> Writings:
    """What else a sentence may rank or count."""
    return Writings(lexicon.words(_table()["words"]["foreign"]), before=r"(?<![\w-])", after=r"(?![\w-])")


def _foreign(clean: Clean) -> Iterator[Mention]:
    """Every measure and field of life that gives no rows: growth, investment, sport."""
    for match in _foreign_writings().finditer(clean.lower):
        yield Mention(Kind.OTHER_MEASURE, match.start(), match.end(), "foreign")


_NO_RESULT = re.compile(
    r"(?<![\w.,])(?:(?:us|vn|a|s)?[$€£] ?|(?:usd|vnd|eur) )\d[\d.,]*(?: (?:million|billion|trillion))?(?!\w)"
    r"|(?<![\w.,])\d[\d.,]*[ -](?:million|billion|trillion|thousand|days?|hours?|minutes?|months?|weeks?|years?|"
    r"times|hectares?|kilomet\w+|km|tonnes|tons|people)(?!\w)"
    r"|(?<!\w)(?:ever )?(?:since|until|till) (?:19|20)\d\d(?!\w)"
    r"|(?<![\w.,])\d+ (?:points? possible|possible points)(?!\w)"
)
"""Money, amounts, years that only bound a time, and scales."""
