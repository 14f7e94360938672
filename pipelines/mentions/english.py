"""Finding what an edition in English says: scores, and the words that say how they hang together.

Indexes and components stand in `english_measures`, names in `english_names` and `english_communes`, places in
`english_ranks`; dates, percents and acronyms are written as in Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from pipelines import lexicon
from pipelines.mentions import (
    english_communes,
    english_measures,
    english_names,
    english_ranks,
    english_spans,
    measures,
    names,
    values,
    words,
    years,
)
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Writings


def find(clean: Clean, *, home: str | None) -> Iterator[Mention]:
    """Every mention of a text in English, overlaps included."""
    provinces = list(names.find(clean, home=home))
    yield from years.skipped(clean)
    yield from measures.find(clean)
    yield from provinces
    yield from english_names.find(clean, provinces=provinces, home=home)
    yield from english_communes.find(clean)
    yield from values.find(clean, english=True)
    yield from english_ranks.find(clean)
    yield from years.find(clean)
    yield from words.marks(clean)
    yield from english_measures.find(clean)
    yield from _scores(clean)
    yield from _words(clean)
    yield from _counts(clean)


@cache
def table() -> dict[str, Any]:
    """The lexicon of English."""
    return lexicon.entries("english")


_OUT_OF = re.compile(
    r"(?<![\w.,/])(?P<number>\d{1,3}(?:[.,]\d{1,4})?)(?P<points>[ \n]points?)?[ \n](?:out[ \n])?of(?: the| a "
    r"possible| a maximum(?: of)?)? (?P<field>\d{1,3}(?:\.\d{1,2})?)(?![\d%]|[.,]\d)(?P<tail>[ \n]points?)?"
)
_DECIMAL_COMMA = re.compile(r"(?<![\w.,/])(?P<number>\d{1,2},\d{3})(?P<points> points?)(?!\w)")
_BARE = re.compile(r"(?<=[a-z], )(?P<number>\d{2})(?=, (?:the |and |while |also |which |were |was |[A-Z]))")


def _scores(clean: Clean) -> Iterator[Mention]:
    """Scores as only English has: "90.09 out of 100 points", "47,126 points", "the Ministry of Health, 78, the"."""
    for match in _OUT_OF.finditer(clean.lower):
        number = float(match["number"].replace(",", "."))
        said = "out" in match.group() or (match["tail"] and not match["points"])
        if said and (match["points"] or match["tail"] or not number.is_integer()):
            unit = "points" if match["points"] or match["tail"] else ""
            yield Mention(Kind.VALUE, match.start(), match.end(), match["number"], number, float(match["field"]), unit)
    for match in _DECIMAL_COMMA.finditer(clean.lower):
        number = float(match["number"].replace(",", "."))
        yield Mention(Kind.VALUE, match.start(), match.end(), match["number"], number, unit="points")
    for match in _BARE.finditer(clean.text):
        yield Mention(
            Kind.VALUE, match.start(), match.end(), match["number"], float(match["number"]), tags=frozenset({"bare"})
        )


_Meanings: TypeAlias = dict[str, tuple[Kind, str, float | None]]
"""Of each word the kind, the key and the number of its mention."""


@cache
def _tables() -> tuple[tuple[Writings, _Meanings], ...]:
    """The writings of all words with their kind, key and number; one table per family, so that they may overlap."""
    all_words = table()["words"]
    plain: _Meanings = {}
    for name, kind in (
        ("average", Kind.AVERAGE),
        ("respective", Kind.RESPECTIVE),
        ("target", Kind.TARGET),
        ("other", Kind.OTHER_MEASURE),
    ):
        plain |= dict.fromkeys(lexicon.words(all_words[name]), (kind, "", None))
    for name in ("previous", "past"):
        plain |= dict.fromkeys(lexicon.words(all_words[name]), (Kind.RELATIVE_YEAR, name, None))
    moves: _Meanings = {}
    behind = set(table()["moves"]["behind"])
    for name, sign in (("up", 1.0), ("down", -1.0)):
        moves |= {
            word: (Kind.MOVE, "behind" if word in behind else "", sign)
            for word in lexicon.words(table()["moves"][name])
        }
    groups: _Meanings = {
        word: (Kind.GROUP, key, None) for key, writings in table()["groups"].items() for word in lexicon.words(writings)
    }
    return tuple((Writings(one, before=r"(?<![\w/])"), one) for one in (plain, moves, groups))


def _words(clean: Clean) -> Iterator[Mention]:
    """Every word that says how values hang together, and every pronoun and word that stands for a subject."""
    for writings, meanings in _tables():
        for match in writings.finditer(clean.lower):
            kind, key, number = meanings[folded(match.group())]
            yield Mention(kind, match.start(), match.end(), key, number)
    for match in _COMPARED_LEVEL.finditer(clean.lower):
        yield Mention(Kind.MOVE, *match.span("word"), "behind", 1.0 if match["word"] == "above" else -1.0)
    for match in _THIS_COMPONENT.finditer(clean.lower):
        yield Mention(Kind.COMPONENT_REFERENCE, match.start(), match.end())
    for match in _REFERENCE.finditer(clean.lower):
        key = next((key for key, word in match.groupdict().items() if word), "")
        yield Mention(Kind.REFERENCE, match.start(), match.end(), key)


_COMPARED_LEVEL = re.compile(
    r"(?<!\w)(?P<word>above|below) (?:its |the |that of |their |last year's )?(?:(?:figure|result|level|score) "
    r"(?:of|for|in) )?"
    r"(?:20\d\d|last year|previous year|year before)(?!\w)"
)
_THIS_COMPONENT = re.compile(
    r"(?<!\w)this (?:dimension|indicator|component|sub-index|sub-indicator|criterion|area|field|pillar|category|"
    r"aspect)(?!\w)"
)
_REFERENCE = re.compile(
    r"(?<!\w)(?:(?P<it>it|its|they|their|which|that)|(?P<we>we|our)|"
    r"(?P<latter>the latter|the last of (?:them|these|the (?:two|three|four)))|"
    r"(?P<former>the former)|"
    r"(?P<ministry>the (?:ministry|bank))"
    r"|(?P<province>(?:the|this) (?!median|average|last|lowest|highest)(?:[\w-]+ ){0,2}?(?:province|locality))|"
    r"(?P<city>(?:the|this) (?:[\w-]+ "
    r"){0,2}?(?:city|capital|municipality)))(?!\w|[ \n]of[ \n]\w|'s (?:department|people))"
)
_UNITS = (
    r"(?:provinces|localities|ministries|cities|districts|departments|agencies|criteria|areas|bodies|"
    r"regions|sectors|towns|communes|wards|places|municipalities|sub-ind\w+|component \w+|indicators|dimensions|"
    r"groups|units)"
)


@cache
def _count_pattern() -> re.Pattern[str]:
    """The pattern of a count of units, with its noun or without."""
    numbers = rf"(?:\d{{1,3}}|{alternation(english_spans.cardinals())}|several|many|some|most|all|other|none|no)"
    who = (
        rf"{numbers}(?: of(?: the)?(?: \d{{1,3}})?)?(?: the| other| more| remaining| \d{{1,3}}|-?[a-z-]+)? {_UNITS}|"
        rf"(?:another|the other|the remaining|(?<!the )only|just) {numbers}(?= [a-z])"
    )
    did = rf"{numbers}(?= (?:had|lay|scored|got|reached|were|saw|recorded|achieved|stood|passed|others)(?!\w))"
    return re.compile(
        rf"(?<![\w.,/-])(?:{who}|{did}|the (?:lowest|highest|best|worst) (?:of|among) (?:them|these|all))(?!\w)"
    )


def _counts(clean: Clean) -> Iterator[Mention]:
    """Every count of units: "three localities", "another 59", "12 had"."""
    for match in _count_pattern().finditer(clean.lower):
        yield Mention(Kind.COUNT, match.start(), match.end())
