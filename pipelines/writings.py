"""Looking for fixed strings, and for patterns that begin with known words, only where one of these words begins.

Most words of a text begin no name and no cue, and to look each up in a table of first words costs a tenth of trying a
pattern at every character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache
from itertools import accumulate, islice

from pipelines.trie import alternation

_BETWEEN = re.compile(r"(\W+)")
# The letters or the digits that a word begins with: "2024", and the "q" of "q1".
_FIRST = re.compile(r"\d+|[^\W\d]+")
_NUMBER = ""
"""The beginning under which all numbers are kept too."""


@lru_cache(maxsize=4)
def beginnings(text: str) -> dict[str, list[int]]:
    """For the letters or digits that words of a text begin with, the places of these words, in order."""
    places: dict[str, list[int]] = {}
    parts = _BETWEEN.split(text)
    for word, at in zip(parts[::2], islice(accumulate(map(len, parts), initial=0), 0, None, 2), strict=False):
        if word.isalpha():
            places.setdefault(word, []).append(at)
        elif word:
            first = _first(word)
            places.setdefault(first, []).append(at)
            if first.isdecimal():
                places.setdefault(_NUMBER, []).append(at)
    return places


def at_words(text: str, firsts: Set[str]) -> list[tuple[int, str]]:
    """The places of a text where words begin with one of these letters or digits, and with which, in order."""
    places = beginnings(text)
    return sorted((at, first) for first in places.keys() & firsts for at in places[first])


class Led:
    """A pattern that begins with one of some words, or with a number; it looks behind itself for where words begin."""

    def __init__(self, pattern: str, words: Iterable[str], *, numbers: bool = False) -> None:
        self.pattern = re.compile(pattern)
        """What is looked for."""
        self._firsts = {_first(word) for word in words} | ({_NUMBER} if numbers else set())

    def finditer(self, lowered: str, text: str | None = None) -> Iterator[re.Match[str]]:
        """Every match, without overlap, in a text in lower case, or in another writing of it of the same length."""
        end = 0
        for at, _ in at_words(lowered, self._firsts):
            if at >= end and (match := self.pattern.match(lowered if text is None else text, at)):
                end = match.end()
                yield match


class Writings:
    """Words and phrases to be found in folded texts, the longest first, as `trie.alternation` writes them.

    The pattern of those with one first word is made when that is first met, since few texts have them all.
    """

    def __init__(self, words: Iterable[str], *, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> None:
        """`before` and `after` are the patterns of what may stand around; they leave no word in midst of another."""
        self._around = before, after
        self._words: dict[str, list[str]] = {}
        for word in words:
            self._words.setdefault(_first(word), []).append(word)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text, without overlap, as a pattern of all the words would find them."""
        end = 0
        for at, first in at_words(text, self._words.keys()):
            if at >= end and (match := (self._patterns.get(first) or self._pattern(first)).match(text, at)):
                end = match.end()
                yield match

    def _pattern(self, first: str) -> re.Pattern[str]:
        """The pattern of all words with one beginning, made anew."""
        before, after = self._around
        self._patterns[first] = re.compile(before + alternation(self._words[first]) + after)
        return self._patterns[first]


def _first(word: str) -> str:
    """The letters or digits that a word begins with."""
    match = _FIRST.match(word)
    if match is None:
        raise ValueError(f"the writing {word!r} begins with no letter and no digit, so it cannot be looked for")
    return match[0]
