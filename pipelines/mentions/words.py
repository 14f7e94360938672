"""Finding the words that say how values hang together: changes, comparisons, groups, means, references, targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Led, Writings


class _Word(NamedTuple):
    """What a word means to the reader."""

    kind: Kind
    key: str = ""
    number: float | None = None


@cache
def _tables() -> tuple[tuple[Writings, dict[str, _Word]], ...]:
    """The writings of all words, each with its meaning; one table per family, so that families may overlap."""
    values, context, cues = lexicon.entries("values"), lexicon.entries("context"), lexicon.entries("cues")
    compare = set(lexicon.words(values["moves"]["compare"]))
    moves = {
        word: _Word(Kind.MOVE, "compare" if word in compare else "", sign)
        for sign, name in ((1.0, "up"), (-1.0, "down"))
        for word in lexicon.words(values["moves"][name])
    }
    links = dict.fromkeys(lexicon.words(values["moves"]["from"]), _Word(Kind.FROM))
    compared = dict.fromkeys(lexicon.words(context["years"]["compared"]), _Word(Kind.COMPARED))
    references = {
        word: _Word(Kind.REFERENCE, key) for key, words in context["reference"].items() for word in lexicon.words(words)
    }
    groups = {word: _Word(Kind.GROUP, key) for key, words in context["groups"].items() for word in lexicon.words(words)}
    cue = dict.fromkeys(lexicon.words(cues["target"]["weak"]), _Word(Kind.TARGET, "weak"))
    cue |= dict.fromkeys(lexicon.words(cues["target"]["forms"]), _Word(Kind.TARGET))
    cue |= dict.fromkeys(lexicon.words(cues["other_measure"]["forms"]), _Word(Kind.OTHER_MEASURE))
    plain = dict.fromkeys(lexicon.words(context["respective"]["forms"]), _Word(Kind.RESPECTIVE))
    plain |= dict.fromkeys(lexicon.words(context["average"]["forms"]), _Word(Kind.AVERAGE))
    tables = ({**references, **groups}, {**compared, **links, **moves}, cue, plain)
    return tuple((Writings(table, before=r"(?<![\w/])"), table) for table in tables)


@cache
def _reached() -> re.Pattern[str]:
    """The pattern of words before a target that say it was reached."""
    return re.compile(rf"(?<!\w){alternation(lexicon.words(lexicon.entries('cues')['target']['reached']))} $")


# "Nếu như năm 2015 ở hạng 34 thì năm 2016 …" sets years against each other and hopes for nothing.
_CONTRAST = re.compile(
    r"(?: như)?(?: trong| vào| ở)? (?:năm )?20\d\d(?!\d)"
    r"| như(?! không)(?:(?!sẽ)[^.;\n]){4,90}(?<!\w)thì(?!(?:(?!, )[^.;\n]){0,40}sẽ)"
)


# "Nhóm này", "nhóm cấp huyện" are units that are ranked, and no class of them.
_OF_UNITS = re.compile(r" (?:này|cấp|các sở|sở|các huyện|huyện|xã|phường)(?!\w)")


def find(clean: Clean) -> Iterator[Mention]:
    """Every such word of the text."""
    for writings, meanings in _tables():
        for match in writings.finditer(clean.lower):
            word = meanings[folded(match.group())]
            if word.kind is Kind.TARGET and _reached().search(clean.lower, max(0, match.start() - 16), match.start()):
                continue
            if match.group() == "nếu" and _CONTRAST.match(clean.lower, match.end()):
                continue
            if match.group() == "tối đa" and clean.lower.endswith("đạt ", 0, match.start()):
                continue
            if match.group() == "nhóm" and _OF_UNITS.match(clean.lower, match.end()):
                continue
            if match.group() in {"tỷ lệ", "tỉ lệ"} and clean.lower.startswith(" điểm", match.end()):
                # "Tỷ lệ điểm số 86,29%" is the level itself, in percent of the maximum.
                continue
            yield Mention(word.kind, match.start(), match.end(), word.key, word.number)


@cache
def _counts() -> Led:
    """The pattern of a count of units or components."""
    numbers = lexicon.entries("values")["numbers"]
    nouns = alternation(lexicon.words(lexicon.entries("cues")["counted"]["nouns"]))
    return Led(
        rf"(?<![\w.,/])(?:\d{{1,3}}(?: ?/ ?\d{{1,3}})?|{alternation(numbers)}|"
        r"nhiều|các|những|một số|vài|phần lớn|đa số|hầu hết)"
        rf"(?: trong(?: tổng)? số)? {nouns}(?!\w)",
        (*numbers, "nhiều", "các", "những", "một", "vài", "phần", "đa", "hầu"),
        numbers=True,
    )


def counts(clean: Clean) -> Iterator[Mention]:
    """Every count of units or components."""
    for match in _counts().finditer(clean.lower):
        yield Mention(Kind.COUNT, match.start(), match.end())


_MARK = re.compile(r"[()\[\],;:\"]")


def marks(clean: Clean) -> Iterator[Mention]:
    """Every bracket, comma, semicolon, colon and quotation mark."""
    for match in _MARK.finditer(clean.text):
        yield Mention(Kind.PUNCTUATION, match.start(), match.end(), match.group())
