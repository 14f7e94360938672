"""Looking for many fixed strings as whole words: a text is read only where one of their first words begins.

Most words of a text begin no name and no cue, and to look each up in a table of first words costs a tenth of trying a
pattern at every character. A pattern is made when its first word is first met, since few texts have them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice

from pipelines.trie import alternation

_BETWEEN = re.compile(r"(\W+)")
# The letters or the digits that a word begins with: "2024", and the "q" of "q1".
_FIRST = re.compile(r"\d+|[^\W\d]+")


@lru_cache(maxsize=4)
def beginnings(text: str) -> dict[str, list[int]]:
    """For the letters or digits that words of a text begin with, the places of these words, in order."""
    places: dict[str, list[int]] = {}
    parts = _BETWEEN.split(text)
    for word, at in zip(parts[::2], islice(accumulate(map(len, parts), initial=0), 0, None, 2), strict=False):
        if word:
            places.setdefault(word if word.isalpha() else _first(word), []).append(at)
    return places


def at_words(text: str, firsts: Iterable[str]) -> list[tuple[int, str]]:
    """The places of a text where words begin with one of these letters or digits, and with which, in order."""
    places = beginnings(text)
    return sorted((at, first) for first in firsts if first in places for at in places[first])


class Writings:
    """Words and phrases to be found in folded texts, the longest first, as `trie.alternation` writes them."""

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
        for at, first in at_words(text, self._words):
            if at >= end and (match := self._pattern(first).match(text, at)):
                end = match.end()
                yield match

    def _pattern(self, first: str) -> re.Pattern[str]:
        """The pattern of all words with one beginning."""
        pattern = self._patterns.get(first)
        if pattern is None:
            before, after = self._around
            pattern = self._patterns[first] = re.compile(before + alternation(self._words[first]) + after)
        return pattern


def _first(word: str) -> str:
    """The letters or digits that a word begins with."""
    match = _FIRST.match(word)
    if match is None:
        raise ValueError(f"the writing {word!r} begins with no letter and no digit, so it cannot be looked for")
    return match[0]
