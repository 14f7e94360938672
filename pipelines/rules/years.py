"""Registers of years: that of the index, of the clause, of the other side of a comparison."""

from __future__ import annotations

import re

from pipelines.mentions.types import Kind
from pipelines.rules import anchors, roles
from pipelines.rules.groups import Groups


class Years(Groups):
    """The years in force."""

    def _year(self, at: int) -> None:
        """A year: of the index, of the clause, or of the other side of a comparison."""
        year = int(self.sentence.tokens[at].number or 0)
        if self._belongs_to_old_value(at):
            return
        if self.sentence.tokens[at].out_of:
            self.compared_year = year - 1
        if roles.year_is_compared(self.sentence, at):
            self.compared_year = year
            if self.context.year is not None and year >= self.context.year and at < 4:
                self.context.year = year + 1
            return
        if not roles.year_is_stated(self.sentence, at):
            return
        published = self.context.published.year if self.context.published else None
        if published is not None and year >= published and (not self._of_index(at) or self._too_early(year)):
            return
        if not self._of_index(at) and anchors.is_target(self.sentence, at):
            return
        self.context.year = year
        self.theme_year = year
        if self._starts_clause_of_year(at) or self._of_index(at):
            self.lasting_year = year

    def _too_early(self, year: int) -> bool:
        """Whether a national index of the year cannot be out yet: it is published in the spring of the next one."""
        published = self.context.published
        national = self.context.index not in {"pii", "ddci", "ict"} and self.context.level is None
        return national and published is not None and (year > published.year or (published.month or 1) < 12)

    def _starts_clause_of_year(self, at: int) -> bool:
        """Whether a year opens its sentence, so that the next sentences may go on about it."""
        token = self.sentence.tokens[at]
        return token.quote_start - self.sentence.start < 24 and not self.stack

    def _of_index(self, at: int) -> bool:
        """Whether a year stands right behind an index: "PAR INDEX 2023"."""
        if self.sentence.kind(at + 1) is Kind.INDEX and self.sentence.gap(at, at + 1) == " ":
            return True
        return self.sentence.kind(at - 1) is Kind.INDEX and len(self.sentence.gap(at - 1, at)) < 12

    def _belongs_to_old_value(self, at: int) -> bool:
        """Whether a year stands behind an older value, which reads it itself: "từ vị trí thứ 9 năm 2022"."""
        if not self.sentence.is_value(at - 1):
            return False
        return bool(
            re.fullmatch(
                r" ?\(? ?(?:là )?(?:kết quả |con số |số liệu |mức )?(?:của |trong |vào |ở |in )?(?:năm )?",
                self.sentence.gap(at - 1, at),
            )
        )

    def _relative_year(self, at: int) -> None:
        """A word that counts from a year: the previous one is compared with, others come into force."""
        key = self.sentence.tokens[at].key
        year = self.relative(key)
        if key == "before":
            now = self.sentence.find(at, len(self.sentence.tokens), Kind.YEAR)
            self.until_comma = int(self.sentence.tokens[now].number or 0) if now is not None else self.context.year
            self.context.year = self.until_comma - 1 if self.until_comma else None
        elif key == "previous":
            if roles.year_is_compared(self.sentence, at) or not self._starts_clause(at):
                self.compared_year = year
            else:
                self.context.year = year
                self.moved_at = at
        elif key == "following" and self._starts_clause(at):
            self.context.year = year
        elif key == "later" and self._starts_clause(at) and self.context.year is not None:
            self.context.year += int(self.sentence.tokens[at].number or 0)
        elif key in {"past", "before_past"} and year is not None and not self._of_other_year(at):
            if roles.year_is_compared(self.sentence, at):
                self.compared_year = year
            else:
                self.context.year = year

    def _of_other_year(self, at: int) -> bool:
        """Whether the sentence names the index year itself, so that "năm qua" only tells when."""
        return self.sentence.find(0, len(self.sentence.tokens), Kind.YEAR) is not None

    def _starts_clause(self, at: int) -> bool:
        """Whether a word stands at the head of its sentence or bracket."""
        return bool(
            re.fullmatch(
                r"[ \n\"'(]*(?:trong |vào |còn |riêng |ở |chỉ |nhưng |song |và |rồi |thế nhưng |trước đó,? )*",
                self.sentence.before(at),
            )
        ) or self.sentence.is_mark(at - 1, "(;")

    def relative(self, key: str) -> int | None:
        """The year that a word counts to."""
        published = self.context.published.year if self.context.published else None
        if key == "past":
            return published - 1 if published else None
        if key == "before_past":
            return published - 2 if published else None
        if key == "current":
            return published
        if self.context.year is None:
            return None
        return self.context.year - 1 if key in {"previous", "before"} else self.context.year + 1
