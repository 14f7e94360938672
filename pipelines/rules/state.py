"""The state of reading one sentence: what its registers are made of, and what every rule may ask."""

from __future__ import annotations

from pipelines.context import Context, Subject
from pipelines.mentions.types import Kind
from pipelines.rules.facts import Fact, Refusal
from pipelines.rules.lists import Pairs, pair
from pipelines.rules.refusals import A_SCALE, OF_SOMETHING_ELSE
from pipelines.sentence import Sentence


class State:
    """The registers of a sentence, and what has been found in it."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.context = context
        self.facts: list[Fact] = []
        self.refusals: list[Refusal] = []
        self.pairs: Pairs = pair(sentence)
        self.present = frozenset(one.kind for one in sentence.tokens)
        self.compared_year: int | None = None
        """The year that the sentence compares with, once it has said so."""
        self.component_first = False
        """Whether the sentence named its component before any subject."""
        self.theme_year: int | None = None
        """The year of an adverbial of this sentence."""
        self.lasting_year = context.year
        """The year that the next sentence starts with: the last one, or one that opened this or stood at an index."""
        self.until_comma: int | None = None
        """The year to come back to at the next comma."""
        self.each = False
        """Whether what the clause says holds for each of the subjects in force."""
        self.elsewhere = False
        """Whether the sentence has gone on to a ranking of something else."""
        self.scaled = False
        """Whether the sentence tells how many points components may have, and goes on with it."""
        self.moved_at = -1
        """The position of "năm trước" where it has already moved the year in force."""
        self.refers = False
        """Whether the sentence has said "lĩnh vực này" or the like."""
        self.average = False
        self.mean_of = -1
        """The position of the word whose mean is told: "bình quân toàn tỉnh"."""
        self.stack: list[tuple[int, Context, bool]] = []
        self.before = context.subjects
        self.units_before = dict(context.by_unit)
        self.told: list[Subject] = []
        """The subjects that the sentence has been about, brackets and groups apart."""
        self.passed: set[int] = set()
        """Positions of subjects that others are ahead of or behind."""
        self.address_end = -1
        """Where the names end that only say where the last topic is."""
        self.topics = 0
        """How many subjects the sentence has been about so far."""
        self.changed: set[int] = set()
        """Positions of levels that were read as amounts of change."""
        self.blocked = False
        """Whether what is in force is a count of units, which has no values of its own."""

    def trace(self, at: int) -> None:
        """Keep what is in force behind the mention at a position, where the reading is to be explained."""
        if self.context.trace is not None:
            now = self.context.in_force(self.compared_year, mean=self.average)
            self.context.trace[id(self.sentence.tokens[at])] = now

    def index_is_named(self) -> bool:
        """Whether the index in force was named outright: before this sentence, or anywhere in it."""
        if self.context.index is None:
            return False
        if self.context.leads_with_index:
            return True
        return self.context.index_age < 99 or bool(self.sentence.of_kind(Kind.INDEX))

    def names_measure(self) -> bool:
        """Whether the sentence itself names an index, a component or a total."""
        return any(self.sentence.of_kind(kind) for kind in (Kind.INDEX, Kind.COMPONENT, Kind.TOTAL))

    def refuse(self, at: int, reason: str) -> None:
        """Note that a tempting number made no fact."""
        self.elsewhere = self.elsewhere or reason == OF_SOMETHING_ELSE
        self.scaled = self.scaled or reason == A_SCALE
        self.refusals.append(Refusal(self.sentence.tokens[at], reason))
