"""Brackets, which speak of what stands right before them, and the end of the sentence."""

from __future__ import annotations

import re

from pipelines import lexicon
from pipelines.context import Context, Subject
from pipelines.mentions.types import Kind
from pipelines.rules import roles
from pipelines.rules.years import Years

_EACH = re.compile(r" ?(?:cùng|đều|đồng)(?!\w)")


class Brackets(Years):
    """What a bracket saves and restores."""

    def _mark(self, at: int) -> None:
        """A bracket saves and restores the registers; a semicolon ends what a clause blocked."""
        token = self.sentence.tokens[at]
        if at in self.sentence.closing:
            self.stack.append((self.sentence.closing[at], self.context.copy(), self.blocked))
            self._enter_bracket(at)
        elif self.stack and self.stack[-1][0] == at:
            opening, (_, inner, self.blocked) = self.sentence.opening[at], self.stack.pop()
            told = any(self.sentence.is_value(place) for place in range(opening, at))
            index, age = self.context.index, self.context.index_age
            self._restore(inner)
            if not told:
                self.context.index, self.context.index_age = index, age
        elif token.key == ";":
            self.blocked = False
        elif token.key == "," and self.until_comma is not None:
            self.context.year, self.until_comma = self.until_comma, None

    def _enter_bracket(self, at: int) -> None:
        """What stands right before a bracket is what it speaks of."""
        host = at - 1
        kind = self.sentence.kind(host)
        self.context.subjects = self._holders(host) or self.context.subjects
        if kind is Kind.SUBJECT and self.sentence.tokens[host].unit == "region" and not self._region_is_measured(host):
            return
        if kind is Kind.SUBJECT and len(self.sentence.gap(host, at)) < 3:
            subject = self.subject_at(host)
            if subject is not None:
                listed = self._listed_subjects(host) if _EACH.match(self.sentence.after(at)) else ()
                self.context.subjects = listed or (subject,)
                self.each = bool(listed)
                self.context.topic = subject
                self.blocked = False
        elif kind is Kind.COMPONENT or (
            self.sentence.is_mark(host, "\"'") and self.sentence.kind(host - 1) is Kind.COMPONENT
        ):
            label = self.label(self.sentence.tokens[host if kind is Kind.COMPONENT else host - 1])
            self.context.components = (label,) if label else self.context.components
        elif self.sentence.find(at, self.sentence.closing[at], {Kind.MOVE, Kind.AMOUNT, Kind.FROM}) is not None:
            return
        elif host in self.pairs.keys:
            self._enter_pair(host)
        elif kind is Kind.GROUP and self.sentence.find(max(0, host - 2), host, Kind.AVERAGE) is not None:
            self.context.subjects = (Subject(self.sentence.tokens[host].key, "group"),)
            self.blocked = False
        elif kind is Kind.YEAR and len(self.sentence.gap(host, at)) < 3:
            self.context.year = int(self.sentence.tokens[host].number or 0)
        elif kind in {Kind.YEAR, Kind.RELATIVE_YEAR} and roles.year_is_compared(self.sentence, host):
            self.context.year = self.compared_year

    def _holders(self, host: int) -> tuple[Subject, ...]:
        """Those who were just said to hold the place before a bracket, where they are not who is in force."""
        end = self.sentence.tokens[host].end if host >= 0 else -1
        told = tuple(dict.fromkeys(one.subject for one in self.facts if one.end == end and one.metric == "rank"))
        return () if set(told) <= set(self.context.subjects) else told

    def _enter_pair(self, host: int) -> None:
        """A bracket behind a value of a list speaks of that value's own year, subject, index and component."""
        for key in self.pairs.keys[host]:
            token = self.sentence.tokens[key]
            if token.kind is Kind.YEAR:
                self.context.year = int(token.number or 0)
            elif token.kind is Kind.INDEX:
                self.context.index = token.key
            elif token.kind is Kind.COMPONENT and (label := self.label(token)):
                self.context.components = (label,)
            elif token.kind is Kind.SUBJECT and (subject := self.subject_at(key)):
                self.context.subjects = (subject,)

    def _restore(self, saved: Context) -> None:
        """Put back the registers as they were before a bracket."""
        for name in ("index", "year", "subjects", "topic", "components", "parent"):
            setattr(self.context, name, getattr(saved, name))
        self.context.by_unit = saved.by_unit

    def _end(self) -> None:
        """Close what was left open; a component ends with its sentence."""
        while self.stack:
            self._restore(self.stack.pop()[1])
        self.context.components = self.context.line_components
        told = set(self.told)
        if len(told) == 1:
            self.context.subjects = (self.told[0],)
        elif told and self.context.focus is not None:
            self.context.subjects = (self.context.focus,)
        elif told:
            self.context.subjects = (self.told[-1],)
        elif self.context.subjects and self.context.subjects[0].unit == "group":
            self.context.subjects = self.before
        if not self.facts and not self._is_heading() and not self._opens_topic():
            self.context.subjects = self.before
        if self.facts and all(one.rule == "rank.implied" for one in self.facts):
            # "Kế đó: A, B, C" names who follows, and the text goes on about whom it was about.
            self.context.subjects, self.context.by_unit = self.before, self.units_before
        parts = {one.component for one in self.facts}
        self.context.told_part = parts.pop() if len(parts) == 1 and parts != {"total"} else None
        if self.facts:
            self.context.year = self.lasting_year
            self._remember()

    def _remember(self) -> None:
        """Keep the years and components told, in order: the next sentence may list values of theirs."""
        self.context.told_years = tuple(dict.fromkeys(one.year for one in self.facts if one.year is not None))
        labels = tuple(dict.fromkeys(one.component for one in self.facts))
        self.context.told_components = tuple(one for one in labels if one != "total")

    def _is_heading(self) -> bool:
        """Whether the sentence is a heading that names whom the next lines are about."""
        tokens = self.sentence.tokens
        text = self.sentence.clean.text[self.sentence.start : self.sentence.end].strip()
        return bool(
            self.told and tokens and tokens[0].kind is Kind.SUBJECT and tokens[0].start - self.sentence.start < 8
        ) or (bool(self.told) and len(text) < 100 and text.endswith(":"))

    def _opens_topic(self) -> bool:
        """Whether a sentence without values says whose results are to follow: "Điểm từng lĩnh vực của Bộ Y tế"."""
        sentence = self.sentence
        return len(set(self.told)) == 1 and bool(
            lexicon.pattern("brackets", "opens_topic").search(sentence.clean.lower, sentence.start, sentence.end)
        )
