"""Numbers in words as English writes them, and what is made of them: runs of places and amounts of places."""

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
def ordinals() -> dict[str, int]:
    """The ordinals in words from first to sixty-ninth."""
    table = lexicon.entries("english")["ordinals"]
    units = {word: number for number, word in enumerate(table["words"], 1)}
    joined = {
        f"{ten}-{word}": value + number
        for ten, value in table["tens"].items()
        for word, number in units.items()
        if number < 10
    }
    return {**units, **table["round"], **joined}


@cache
def cardinals() -> dict[str, int]:
    """The numbers in words from one to sixty-nine."""
    table = lexicon.entries("english")
    units = {word: number for number, word in enumerate(table["cardinals"]["words"], 1)}
    tens = table["ordinals"]["tens"]
    joined = {
        f"{ten}-{word}": value + number for ten, value in tens.items() for word, number in units.items() if number < 10
    }
    return {**units, **tens, **joined}


def find(clean: Clean) -> Iterator[Mention]:
    """Every run of places and every amount of places of a text."""
    yield from _runs(clean)
    for match in _superlative().finditer(clean.lower):
        high, number = match["best"] in {"highest", "best"}, _ordinal(match["place"])
        yield Mention(Kind.RANK if high else Kind.LAST, *match.span(), "ordinal", number if high else number - 1)
    for match in _adjective().finditer(clean.lower):
        yield Mention(Kind.RANK, match.start(), match.end(), "adjective", _ordinal(match["place"]))
    yield from _amounts(clean)
    for match in _bare_amount().finditer(clean.lower):
        yield Mention(
            Kind.AMOUNT, *match.span("number"), number=_number(match), unit="places", tags=frozenset({"unnamed"})
        )


@cache
def _superlative() -> re.Pattern[str]:
    """The pattern of a place told by a superlative: "the third-best result", "the second lowest"."""
    one = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{alternation(ordinals())})"
    return re.compile(
        rf"(?<![\w-])(?:the )?(?P<place>{one})[ -](?P<best>highest|best|lowest|worst)"
        rf"(?: (?:index|score|result|mark|rate|ranking|position))?(?![\w-]| (?:quartile|group|tier|category|band|"
        rf"class))"
    )


@cache
def _adjective() -> re.Pattern[str]:
    """The pattern of a place before its holder: "fourth-placed Hai Phong", "the 12th-ranked province"."""
    one = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{alternation(ordinals())})"
    return re.compile(rf"(?<![\w-])(?:the )?(?P<place>{one})-(?:placed|ranked|ranking)(?![\w-])")


@cache
def _run_pattern() -> re.Pattern[str]:
    """The pattern of several places at once: "second to fifth", "the top three positions"."""
    one = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{alternation(ordinals())})"
    nouns = alternation(lexicon.entries("english")["ranks"]["nouns"])
    return re.compile(
        rf"(?<![\w-])(?:(?:the )?(?P<first>{one}) (?:to|through) (?P<last>{one})(?: {nouns})?"
        rf"(?= (?:are|were|is|went|go|belong|place))"
        rf"|(?:the )?(?:first|top) (?P<number>\d|{alternation(cardinals())}) {nouns}(?!\w))"
    )


def _runs(clean: Clean) -> Iterator[Mention]:
    """Every run of places; `number` is its first, `out_of` its last place."""
    for match in _run_pattern().finditer(clean.lower):
        first = _ordinal(match["first"]) if match["first"] else 1.0
        last = _ordinal(match["last"]) if match["last"] else _number(match)
        yield Mention(Kind.RANK, match.start(), match.end(), "run", first, last)


def _ordinal(written: str) -> float:
    """The number of an ordinal in figures or words."""
    return float(written[:-2]) if written[0].isdigit() else float(ordinals()[folded(written)])


@cache
def _amount_pattern() -> re.Pattern[str]:
    """The pattern of an amount of places."""
    units = alternation(lexicon.words(lexicon.entries("english")["places"]["units"]))
    return re.compile(
        rf"(?<![\w.,/])(?P<number>\d{{1,2}}|{alternation(cardinals())}|a)[ \n]{units}(?!\w|-|[ "
        rf"\n]of[ \n]the)"
    )


def _amounts(clean: Clean) -> Iterator[Mention]:
    """Every amount of places; "level four" and "in one place" are none."""
    for match in _amount_pattern().finditer(clean.lower):
        yield Mention(Kind.AMOUNT, match.start(), match.end(), number=_number(match), unit="places")


@cache
def _bare_amount() -> re.Pattern[str]:
    """The pattern of a number behind a verb of change whose unit is that of an amount before: "up 27", "lost seven"."""
    moves = lexicon.entries("english")["moves"]
    verbs = alternation(lexicon.words(moves["up"] + moves["down"]))
    return re.compile(
        rf"(?<!\w){verbs} (?P<number>\d{{1,2}}|{alternation(cardinals())})(?= ?[),;.](?!\d)| to (?:finish|rank|be|\d))"
    )


def _number(match: re.Match[str]) -> float:
    """The number that a match has in figures or words."""
    return numbered(match["number"])


def numbered(written: str) -> float:
    """The number that is written in figures or as a cardinal."""
    return float(written) if written.isdigit() else float({**cardinals(), "a": 1}[folded(written)])
