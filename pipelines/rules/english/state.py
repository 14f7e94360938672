"""The state of reading an English sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise

from pipelines.context import Context, Subject
from pipelines.mentions.types import Mention
from pipelines.rules.lists import Pairs, enumerations
from pipelines.rules.reader import Reader
from pipelines.sentence import Sentence


class EnglishState(Reader):
    """The registers of a sentence, and what English adds to them."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        super().__init__(_unwrapped(sentence), context)
        self.pairs = _with_second_lists(self.sentence, self.pairs)
        self.local: tuple[int, ...] = ()
        """The years of the value before, which hold until the next comma or subject."""
        self.group_here: Subject | None = None
        """The group whose mean the very next value is."""
        self.field: str | None = None
        """The region that the sentence opened with, whose places it tells."""
        self.since: int | None = None
        """The first year of the span that the sentence opened with."""
        self.means = False
        """Whether the sentence has told a mean."""
        self.last_move: int | None = None
        """The verb of the last change of this sentence."""
        self.kinds: list[str] = []
        """The groups that the sentence has named."""
        if context.starts_line:
            context.group = None
        self.year_of_clause: int | None = None
        """The year to come back to at the next semicolon."""
        self.noted: tuple[Subject, ...] = ()
        """The subjects that the sentence has named, each once."""
        self.passing: set[int] = set()
        """Positions of indexes that one change names for itself alone."""

    @cached_property
    def unread(self) -> str:
        """The text of the sentence with dashes for what was found in it."""
        sentence = self.sentence
        chars = list(sentence.clean.text[sentence.start : sentence.end])
        for one in sentence.tokens:
            chars[one.start - sentence.start : one.end - sentence.start] = "-" * (one.end - one.start)
        return "".join(chars)

    def label(self, token: Mention) -> str | None:
        """The label of a component under the index in force."""
        owners = dict(owner.split(":", 1) for owner in token.owners)
        for index in (self.context.index, self.context.main_index):
            if index in owners:
                self.context.index = index
                return owners[index or ""]
        return owners.get("pci") if self.context.index == "ddci" else None


def _with_second_lists(sentence: Sentence, pairs: Pairs) -> Pairs:
    """The pairs with those of a list right behind a paired one: "A and B were second and third with 92 and 91"."""
    keys = dict(pairs.keys)
    lists = [one for one in enumerations(sentence) if one.kind in {"rank", "level"}]
    for first, second in pairwise(lists):
        between = sentence.gap(first.end, second.start)
        led = re.search(r" (?:with|at|on|scoring|of) $", between) and len(between) < 40
        if led and len(first.members) == len(second.members) and second.start not in keys:
            found = [keys.get(member) for member in first.members]
            keys |= {at: key for at, key in zip(second.members, found, strict=True) if key}
    return replace(pairs, keys=keys)


def _unwrapped(sentence: Sentence) -> Sentence:
    """The sentence with its line breaks read as spaces."""
    clean = sentence.clean
    if "\n" not in clean.text[sentence.start : sentence.end]:
        return sentence
    unwrapped = replace(clean, text=_without_breaks(clean.text), lower=_without_breaks(clean.lower))
    return Sentence(unwrapped, sentence.start, sentence.end, sentence.tokens)


@lru_cache(maxsize=4)  # the two readings of a text serve all its sentences
def _without_breaks(text: str) -> str:
    """A text with spaces for its line breaks."""
    return text.replace("\n", " ")
