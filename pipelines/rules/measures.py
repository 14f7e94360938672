"""Registers of what is measured: the index and component in force."""

from __future__ import annotations

import re

from pipelines.mentions.types import Kind, Mention
from pipelines.rules.state import State

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4}
_HEAD = re.compile(r"(?:chỉ số thành phần|chỉ số nội dung|lĩnh vực|trụ cột)(?: về)? ?\"?$")
_MOST_LISTED = 60
"""How many mentions an enumeration of components has at most, marks included: no index has more than ten."""


_IN_PERCENT = frozenset({"par_index", "sipas"})
_IN_POINTS = frozenset({"papi", "pci", "pgi", "pii"})
_LEAST_TOTAL = 60
"""Percents below may be shares of something; totals of PAR INDEX and SIPAS have not been lower since 2012."""


class Measures(State):
    """The index and component in force."""

    def _index(self, at: int) -> None:
        """An index comes into force; its components end."""
        key = self.sentence.tokens[at].key
        self.elsewhere = False
        self.context.index = key
        self.context.index_age = 0
        if not self.sentence.tokens[at].weak:
            self.context.named.add(key)
        self.blocked = self.blocked and bool(re.search(r"(?<!\w)(?:có|đạt) $", self.sentence.before(at)))
        if not (
            self.sentence.kind(at - 1) is Kind.COMPONENT
            and re.search(r"(?:của|trong|thuộc|-|\() ?$", self.sentence.before(at))
        ):
            self.context.components = ()

    def _back_to_main_index(self) -> None:
        """Let a sentence with percents be about the article's own index, where the one told of last has only points."""
        sentence, context = self.sentence, self.context
        own = context.main_index in _IN_PERCENT and context.index in _IN_POINTS
        if not own or any(one.kind is Kind.INDEX for one in sentence.tokens):
            return
        levels = (
            at
            for at, one in enumerate(sentence.tokens)
            if one.kind is Kind.VALUE and one.unit == "percent" and (one.number or 0) >= _LEAST_TOTAL
        )
        if any(sentence.kind(at - 1) is not Kind.MOVE for at in levels):
            context.index = context.main_index

    def _component(self, at: int) -> None:
        """A component comes into force, or the list of components that stands here."""
        token = self.sentence.tokens[at]
        label = self.label(token)
        if label is None:
            return
        if self.topics == 0:
            self.component_first = True
        listed = self._listed_components(at)
        self.elsewhere = False
        self.context.components = listed or (label,)
        self.context.last_components = self.context.components
        self.blocked = False
        leads = not self.sentence.before(at).strip(" -*•+\"'0123456789.)(")
        if self.context.starts_line and leads:
            self._lead_line(at)

    def _lead_line(self, at: int) -> None:
        """A component leads its line: the line is of it, and an item of a list is about whom the one before was."""
        if self.sentence.is_mark(at + 1, ":") or self.sentence.is_mark(at + 2, ":") or self.context.item_subjects:
            self.context.line_components = self.context.components
        if self.context.item_subjects:
            self.context.subjects = self.context.item_subjects

    def label(self, token: Mention) -> str | None:
        """The label of a component under the index in force; another index's own label brings that one into force."""
        headed = _HEAD.search(self.sentence.clean.lower, max(self.sentence.start, token.start - 32), token.start)
        owners = dict(owner.split(":", 1) for owner in token.owners)
        if self.context.index in owners:
            return owners[self.context.index or ""]
        if self.context.index in (None, "other"):
            return None
        if "sibling" in owners:
            return owners["sibling"] if self.context.index not in {"par_index", None, "other"} else None
        if headed and self.context.index != "par_index" and "par_index" not in owners:
            return next(iter(owners.values()))
        if self.context.main_index in owners and (headed or not token.weak):
            self.context.index = self.context.main_index
            return owners[self.context.main_index or ""]
        owner, label = next(iter(owners.items()))
        if owner == "par_index" and len(owners) == 1 and not token.weak:
            self.context.index = owner
            return label
        return None

    def _listed_components(self, at: int) -> tuple[str, ...]:
        """The labels of an enumeration of components that leads up to this one, without values between."""
        labels: list[str] = []
        place = at
        while place >= max(0, at - _MOST_LISTED):
            one = self.sentence.tokens[place]
            if one.kind is Kind.COMPONENT:
                label = self.label(one)
                if label:
                    labels.insert(0, label)
                if not re.fullmatch(
                    r"[\"' ]*(?:,|và|;|&|and)?[\"' ]*(?:và|"
                    r"and)?[\"' ]*",
                    self.sentence.gap(place - 1, place),
                ):
                    break
            elif not (one.kind is Kind.PUNCTUATION and one.key in ",\"'"):
                break
            place -= 1
        return tuple(labels) if len(labels) > 1 else ()

    def _component_reference(self, at: int) -> None:
        """ "Lĩnh vực này": the last component comes back into force; "cả hai lĩnh vực này": as many as that."""
        self.refers = True
        told = self.context.told_components
        # "Chỉ số này" may be the index itself, of which the sentence names the leader.
        part = not re.search(r"chỉ số (?!thành phần)", self.sentence.words(at))
        self.component_first = self.component_first or (part and self.topics == 0)
        if len(told) > 1 and any(_COUNTS.get(word) == len(told) for word in self.sentence.words(at).split()):
            self.context.components = told
        elif self.context.last_components:
            self.context.components = self.context.last_components

    def _total(self, _at: int) -> None:
        """The index as a whole comes back into force."""
        self.elsewhere = False
        self.context.components = ()
        self.blocked = False
