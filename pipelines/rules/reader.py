"""Reading one sentence from left to right: registers change with its mentions, values become facts.

The reader decides what is in force at each value; how a value is read is the business of `levels`, `places`, `changes`.
"""

from __future__ import annotations

from collections.abc import Callable

from pipelines.mentions.types import Kind
from pipelines.rules import changes, implied, levels, places, runs
from pipelines.rules.brackets import Brackets


class Reader(Brackets):
    """The reader of one sentence."""

    def read(self) -> None:
        """Read every mention in order."""
        handlers: dict[Kind, Callable[[int], None]] = {
            Kind.INDEX: self._index,
            Kind.COMPONENT: self._component,
            Kind.COMPONENT_REFERENCE: self._component_reference,
            Kind.TOTAL: self._total,
            Kind.SUBJECT: self._subject,
            Kind.REFERENCE: self._reference,
            Kind.GROUP: self._group,
            Kind.AVERAGE: self._average,
            Kind.YEAR: self._year,
            Kind.RELATIVE_YEAR: self._relative_year,
            Kind.PUNCTUATION: self._mark,
            Kind.VALUE: lambda at: levels.read(self, at),
            Kind.FRACTION: lambda at: places.read_fraction(self, at),
            Kind.RANK: lambda at: places.read(self, at),
            Kind.LAST: lambda at: implied.read_last(self, at),
            Kind.NEXT: lambda at: implied.read_next(self, at),
            Kind.RUN: lambda at: runs.read(self, at),
            Kind.AMOUNT: lambda at: changes.read_amount(self, at),
            Kind.COUNT: self._count,
        }
        self._back_to_main_index()
        numbered = implied.numbered(self.sentence)
        for at, token in enumerate(self.sentence.tokens):
            handler = handlers.get(token.kind)
            if handler is not None:
                handler(at)
            if at in numbered:
                implied.read_numbered(self, at, numbered[at])
            self.trace(at)
        self._end()

    # Registers.
