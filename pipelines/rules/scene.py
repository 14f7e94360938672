"""What a table is read with: the text, its mentions, the registers in force, and the caption above."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.context import Context, Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.captions import Caption
from pipelines.rules.cells import Span
from pipelines.rules.heads import Column
from pipelines.rules.reader import Reader
from pipelines.sentence import Sentence
from pipelines.text import Clean

_NAMED_BY_TYPE = frozenset({"district", "commune", "department"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A table's surroundings."""

    clean: Clean
    found: Sequence[Mention]
    context: Context
    caption: Caption = field(default_factory=Caption)
    points: bool = False
    """Whether its numbers have a decimal point."""
    heads: dict[tuple[int, int, tuple[Mention, ...]], Column] = field(default_factory=dict, compare=False, repr=False)
    """What stretches of the text say as heads, with these mentions: the same lines are tried over many tables."""

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions of a stretch of the text; a unit ends before a number that was taken for a part of its name."""
        at = bisect_left(self.found, start, key=lambda one: one.start)
        inside = []
        while at < len(self.found) and self.found[at].start < end:
            one = self.found[at]
            cut = one.end > end and one.unit in _NAMED_BY_TYPE and self.clean.text[end : one.end].strip().isdigit()
            if one.end <= end or cut:
                inside.append(self._ending(one, end) if cut else one)
            at += 1
        return inside

    def _ending(self, mention: Mention, end: int) -> Mention:
        """The mention of a unit that ends where its cell does."""
        name = self.clean.text[mention.start : end].rstrip()
        return mention._replace(end=mention.start + len(name), key=name[:1].upper() + name[1:])

    def text(self, span: Span) -> str:
        """The words of a cell, in lower case, with single spaces."""
        return " ".join(self.clean.lower[slice(*span)].split())

    def written(self, span: Span) -> str:
        """The words of a cell as they are written, with single spaces."""
        return " ".join(self.clean.text[slice(*span)].split())

    def subject_of(self, mention: Mention) -> Subject | None:
        """The subject of a mention; of a group its mean."""
        if mention.kind is Kind.GROUP:
            return self.group(mention.key)
        return Reader(Sentence(self.clean, mention.start, mention.end, [mention]), self.context).subject_at(0)

    def group(self, key: str) -> Subject:
        """The mean of a group; of units inside a province with that province."""
        inside = key in {"all_districts", "all_communes", "all_departments"}
        return Subject(key, "group", self.parent if inside else None)

    @property
    def parent(self) -> str | None:
        """The province whose units are ranked."""
        return self.context.parent or self.context.home

    def label(self, mention: Mention, index: str | None) -> str | None:
        """The label of a component under an index, that of the table where none is given."""
        inner = self.context.copy()
        inner.index = index or self.caption.index or self.context.index
        return Reader(Sentence(self.clean, mention.start, mention.end, [mention]), inner).label(mention)
