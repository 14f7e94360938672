"""A sentence as the rules see it: its mentions in order, and the words between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean

_VALUES = frozenset({Kind.VALUE, Kind.RANK, Kind.LAST, Kind.AMOUNT, Kind.FRACTION})
_MANY = 100
_FEWEST_LETTERS = 3
"""How many letters each value of a sentence has on average, where there are many of them."""


class Sentence:
    """The mentions of one sentence with the text around them; positions are indexes into `tokens`."""

    def __init__(self, clean: Clean, start: int, end: int, tokens: list[Mention]) -> None:
        self.clean = clean
        self.start = start
        self.end = end
        self.tokens = tokens
        self._places: dict[Kind, list[int]] = {}
        for at, token in enumerate(tokens):
            self._places.setdefault(token.kind, []).append(at)
        self.closing = _closings(tokens, self.of_kind(Kind.PUNCTUATION))
        self.opening = {closing: opening for opening, closing in self.closing.items()}
        self._stops: dict[str, list[int]] = {}
        self._brackets: list[int | None] | None = None
        self._first: dict[re.Pattern[str], re.Match[str] | None] = {}

    def gap(self, left: int, right: int) -> str:
        """The words between two mentions, in lower case."""
        start = self.tokens[left].end if left >= 0 else self.start
        end = self.tokens[right].start if right < len(self.tokens) else self.end
        return self.clean.lower[start:end]

    def before(self, at: int, length: int = 48) -> str:
        """The text of the sentence that stands right before a mention, in lower case."""
        start = self.tokens[at].start
        return self.clean.lower[max(self.start, start - length) : start]

    def after(self, at: int, length: int = 48) -> str:
        """The text of the sentence that stands right behind a mention, in lower case."""
        end = self.tokens[at].end
        return self.clean.lower[end : min(self.end, end + length)]

    def words(self, at: int) -> str:
        """The words of a mention, in lower case."""
        return self.clean.lower[self.tokens[at].start : self.tokens[at].end]

    def is_mark(self, at: int, marks: str) -> bool:
        """Whether the mention at this position is one of these punctuation marks; False outside the sentence."""
        return 0 <= at < len(self.tokens) and self.tokens[at].kind is Kind.PUNCTUATION and self.tokens[at].key in marks

    def kind(self, at: int) -> Kind | None:
        """The kind of the mention at a position, None outside the sentence."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else None

    def is_value(self, at: int) -> bool:
        """Whether a level, place, fraction or amount stands at this position."""
        return self.kind(at) in _VALUES

    def past_bracket(self, at: int) -> int:
        """The position behind the bracket that opens here; the same position where none opens."""
        return self.closing[at] + 1 if at in self.closing else at

    def clause(self, at: int, marks: str = ";") -> tuple[int, int]:
        """The half-open positions of the clause around a position: up to these marks outside brackets."""
        stops = self._stops.get(marks)
        if stops is None:
            stops = self._stops[marks] = [at for at in self.of_kind(Kind.PUNCTUATION) if self.tokens[at].key in marks]
        behind = bisect_left(stops, at)
        return stops[behind - 1] + 1 if behind else 0, stops[behind] if behind < len(stops) else len(self.tokens)

    def of_kind(self, kind: Kind) -> Sequence[int]:
        """The positions of all mentions of a kind, in order."""
        return self._places.get(kind, ())

    def between(self, start: int, end: int, kind: Kind) -> Sequence[int]:
        """The positions of the mentions of a kind in a half-open range, in order."""
        places = self.of_kind(kind)
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Where a pattern is first found in the sentence, in lower case; each is looked for once."""
        if pattern not in self._first:
            self._first[pattern] = pattern.search(self.clean.lower, self.start, self.end)
        return self._first[pattern]

    def find(
        self, start: int, end: int, kinds: Kind | Set[Kind], wanted: Callable[[Mention], bool] | None = None
    ) -> int | None:
        """The first position in a half-open range whose mention is of a kind, or one of several, and is wanted."""
        found = None
        for kind in (kinds,) if isinstance(kinds, Kind) else kinds:
            places = self.of_kind(kind)
            for at in range(bisect_left(places, start), bisect_left(places, end if found is None else found)):
                if wanted is None or wanted(self.tokens[places[at]]):
                    found = places[at]
                    break
        return found

    def rfind(
        self, start: int, end: int, kinds: Kind | Set[Kind], wanted: Callable[[Mention], bool] | None = None
    ) -> int | None:
        """The last position in a half-open range whose mention is of a kind, or one of several, and is wanted."""
        found = None
        for kind in (kinds,) if isinstance(kinds, Kind) else kinds:
            places = self.of_kind(kind)
            first = bisect_left(places, start if found is None else found + 1)
            for at in range(bisect_left(places, end) - 1, first - 1, -1):
                if wanted is None or wanted(self.tokens[places[at]]):
                    found = places[at]
                    break
        return found

    def bracket(self, at: int) -> int | None:
        """The position of the innermost bracket that a position stands in, None outside of all."""
        if self._brackets is None:
            self._brackets = []
            within: list[int] = []
            for place in range(len(self.tokens)):
                if within and self.closing[within[-1]] == place:
                    within.pop()
                self._brackets.append(within[-1] if within else None)
                if place in self.closing:
                    within.append(place)
        return self._brackets[at]

    def crowd(self) -> Sequence[int]:
        """The positions of all values where they are many and hardly a word goes with them; none in what is a sentence.

        A list of provinces names one for each of its values. What has no words states nothing, and is not read.
        """
        values = sorted(at for kind in _VALUES for at in self.of_kind(kind))
        if len(values) <= _MANY:
            return ()
        letters = sum(map(str.isalpha, self.clean.text[self.start : self.end]))
        return values if letters < _FEWEST_LETTERS * len(values) else ()

    def outside_brackets(self, start: int, end: int) -> Iterator[int]:
        """The positions of a half-open range without those inside brackets that open in it."""
        at = start
        while at < end:
            if at in self.closing:
                at = self.closing[at] + 1
                continue
            yield at
            at += 1


def _closings(tokens: list[Mention], marks: Iterable[int]) -> dict[int, int]:
    """For each opening bracket the position of its closing one; an unclosed one closes nothing."""
    pairs: dict[int, int] = {}
    open_at: list[int] = []
    for at in marks:
        if tokens[at].key in "([":
            open_at.append(at)
        elif tokens[at].key in ")]" and open_at:
            pairs[open_at.pop()] = at
    return pairs


def ends_with(text: str, pattern: re.Pattern[str]) -> bool:
    """Whether the words end with one of a pattern's, spaces apart."""
    return bool(pattern.search(text.rstrip() + " "))
