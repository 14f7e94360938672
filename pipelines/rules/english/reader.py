"""Reading one sentence in English from left to right: what, when, brackets and the end."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules.english import changes, levels, places
from pipelines.rules.english.groups import EnglishGroups

_COMPARED = re.compile(
    r"(?:than(?: in| that in| that of| the)?|from|on|against|compared (?:to|with)(?: that (?:of|in)| in)?|"
    r"over|versus|vs\.?|relative to|above|below) (?:(?:the|its|their|that of|those of) )?$"
)
_OF_COUNTRY = re.compile(
    r"(?:at (?:the )?national level|nationally|nationwide|countrywide|across the (?:country|nation)|for the (?:whole )?"
    r"(?:country|nation)|(?:viet ?nam|the country|the nation)'s (?:own |overall |national )?(?:index|score|dti|"
    r"value|result)|in the (?:whole )?country as a whole|the (?:[\w-]+ ){0,2}(?:index|score|rate|figure) (?:was|is|"
    r"stood at|reached|came to|hit|rose to|fell to) [\d.]+(?: ?%| per ?cent| points)? (?:nationwide|countrywide|"
    r"across the country|for the whole country))(?!\w)"
)
_IN_REGION = re.compile(
    r"(?:in|within|among|of|across)(?: the)?(?: provinces (?:of|in)| localities (?:of|in))?(?: the)? "
    r"(?P<named>(?:delta|region|highlands|central coast)(?: alone| itself)?,)?"
)
_NOT_STATED = re.compile(
    r"(?:since|by|until|till|before|end of|for the period|resolution|plan|decision|launched in|early|late|"
    r"mid|through|beyond|set up in|founded in|after) $"
)


class EnglishReader(EnglishGroups):
    """The state of reading one English sentence."""

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
            Kind.COUNT: self._count,
            Kind.VALUE: lambda at: levels.read(self, at),
            Kind.FRACTION: lambda at: places.read_fraction(self, at),
            Kind.RANK: lambda at: places.read_rank(self, at),
            Kind.LAST: lambda at: places.read_last(self, at),
            Kind.NEXT: lambda at: places.read_next(self, at),
            Kind.AMOUNT: lambda at: changes.read_amount(self, at),
        }
        self._open()
        for at, token in enumerate(self.sentence.tokens):
            if (handler := handlers.get(token.kind)) is not None:
                handler(at)
            self.trace(at)
        self._close()

    def _open(self) -> None:
        """Let a sentence that opens with the country be about it, until it names someone."""
        text = self.sentence.clean.lower[self.sentence.start : self.sentence.end]
        if _OF_COUNTRY.match(text.lstrip(" \n\"'-")) and self.context.index is not None:
            country = (
                Subject("Việt Nam", "country") if self.context.index == "dti" else Subject("all_provinces", "group")
            )
            self.context.make_topic((country,))
            self.context.group = country
        span = re.match(r"(?:between|from) (20\d\d) (?:and|to) 20\d\d", text.lstrip())
        self.since = int(span[1]) if span else None
        self._back_to_units()
        self._open_year()
        self.field = self._region_opened(text)

    def _back_to_units(self) -> None:
        """Let a line that begins to tell of districts be about the article's own index, not the last of a list."""
        context = self.context
        inside = any(one.unit in {"district", "department", "commune"} for one in self.sentence.tokens)
        named = any(one.kind is Kind.INDEX for one in self.sentence.tokens)
        if context.starts_line and inside and not named and context.level is None and context.index != "ddci":
            context.index = context.main_index or context.index

    def _open_year(self) -> None:
        """Let a later edition that the sentence names be what the text is about, before its results are read."""
        base = self.context.base_year
        for at, token in enumerate(self.sentence.tokens):
            year = int(token.number or 0) if token.kind is Kind.YEAR else 0
            if base is not None and year > base and self._of_index(at) and not self._too_early(year):
                self.context.base_year = self.context.year = self.lasting_year = year

    def _region_opened(self, text: str) -> str | None:
        """The region of a sentence that opens with it: "In the Mekong Delta", "In the region alone"."""
        match = _IN_REGION.match(text.lstrip())
        first = self.sentence.find(0, 2, Kind.SUBJECT, lambda one: one.unit == "region")
        if match and match["named"] and self.context.by_unit.get("region"):
            return self.context.by_unit["region"].name
        if match and first is not None and len(self.sentence.before(first).strip()) < 40:
            return self.sentence.tokens[first].key
        return None

    # What.

    def _index(self, at: int) -> None:
        """An index comes into force, but not one named in passing, nor the second of two announced together."""
        if at in self.passing:
            return
        before = self.sentence.rfind(max(0, at - 2), at, Kind.INDEX)
        joined = before is not None and re.fullmatch(
            r"(?: in| of)?(?: 20\d\d)?,? and (?:the )?(?:20\d\d )?",
            self.sentence.clean.lower[self.sentence.tokens[before].end : self.sentence.tokens[at].start],
        )
        if not (joined and self.context.index == self.context.main_index):
            super()._index(at)
        if self.context.index == "dti" and re.search(
            r"(?<!\w)(?:national|(?:viet ?nam|country|nation)'s)(?: [\w-]+)? $", self.sentence.before(at, 24)
        ):
            self.context.group = Subject("Việt Nam", "country")
            self.context.make_topic((self.context.group,))
            self.topics += 1

    # When.

    def _year(self, at: int) -> None:
        """A year: of the index, of the value before it, or of the other side of a comparison."""
        token = self.sentence.tokens[at]
        year = int(token.number or 0)
        before = self.sentence.clean.lower[max(self.sentence.start, token.start - 24) : token.start]
        of_index = self._of_index(at)
        if self._is_year_of_value(at) or self._goes_on_with_years(at):
            self.context.year = self.context.year or year
            return
        if of_index and self._in_passing(at, year):
            self._tell_in_passing(at, year)
            return
        if _COMPARED.search(before) and not of_index:
            self.compared_year = year
            return
        if _NOT_STATED.search(before) and not of_index:
            return
        published = self.context.published.year if self.context.published else None
        if published is not None and year >= published and (not of_index or self._too_early(year)):
            return
        if (
            self.sentence.kind(at + 1) is Kind.PUNCTUATION
            or of_index
            or self.context.year is None
            or re.search(r"(?:its|their|the|in) $", before)
        ):
            if re.search(r", (?:which|who|where) [^,;]*$", self.sentence.before(at, 80)) and not of_index:
                self.until_comma = self.context.year
            self.context.year = year
            self.local = ()
            if of_index and self.context.base_year is not None and year > self.context.base_year:
                self.context.base_year = year
        if of_index or token.start - self.sentence.start < 24:
            self.lasting_year = year

    def _tell_in_passing(self, at: int, year: int) -> None:
        """Let an earlier year hold for its clause, or for one value alone: "from 16th in PCI 2021 to 10th"."""
        if re.search(r"(?<!\w)from (?:the )?[\w-]+ (?:in|of|on) (?:the )?[^,;]{0,30}$", self.sentence.before(at, 60)):
            return
        own = self.context.index == self.context.main_index
        self.year_of_clause = self.context.year if own else None
        self.context.year = year

    def _in_passing(self, at: int, year: int) -> bool:
        """Whether the year of an index named behind a value is an earlier one, which tells of that value alone."""
        told = any(self.sentence.is_value(place) for place in range(at))
        return told and self.context.base_year is not None and year < self.context.base_year

    def _is_year_of_value(self, at: int) -> bool:
        """Whether a year stands right behind a value or mean, which reads it itself."""
        return (
            self.sentence.is_value(at - 1)
            and bool(re.fullmatch(r" ?\(?,?(?:in |of |for |in both )?", self.sentence.gap(at - 1, at)))
            and not re.match(r": ?\w", self.sentence.after(at, 4))
        )

    def _goes_on_with_years(self, at: int) -> bool:
        """Whether a year is a further one of the value before: "the winner of 2013 and 2014"."""
        joined = self.sentence.kind(at - 1) is Kind.YEAR and self.sentence.gap(at - 1, at).strip() in {"and", "to", "-"}
        return joined and self._is_year_of_value(at - 1)

    def _of_index(self, at: int) -> bool:
        """Whether a year is that of an index or of its edition: "PAR INDEX 2023", "the 2019 edition"."""
        return (
            super()._of_index(at)
            or bool(re.match(r" (?:edition|ranking|rankings|report|survey|table)(?!\w)", self.sentence.after(at, 12)))
            or bool(re.search(r"(?:ranking|rankings|edition|table|list) (?:of|for) $", self.sentence.before(at, 16)))
        )

    def _too_early(self, year: int) -> bool:
        """Whether the index of a year cannot be out yet; that of a province's own units may be."""
        inside = any(
            one.unit in {"district", "department", "commune"}
            or one.key in {"all_districts", "all_departments", "all_communes"}
            or (one.kind is Kind.COUNT and re.search(r"district|department|commune|ward", self.sentence.words(at)))
            for at, one in enumerate(self.sentence.tokens)
        )
        published = self.context.published
        return super()._too_early(year) and not (inside and published is not None and year <= published.year)

    def _relative_year(self, at: int) -> None:
        """ "A year earlier", "last year"."""
        key = self.sentence.tokens[at].key
        year = self.relative(key)
        if key == "past" and not _COMPARED.search(self.sentence.before(at, 24)):
            if year is not None and self._is_not_out(self.context.year):
                self.context.year = self.lasting_year = year
                self.context.base_year = year if self._is_not_out(self.context.base_year) else self.context.base_year
        elif key in {"previous", "past"}:
            self.compared_year = year

    def _is_not_out(self, year: int | None) -> bool:
        """Whether no index of a year can be out yet, or none is known: that of the year of publication is a plan's."""
        published = self.context.published
        return year is None or (published is not None and year >= published.year)

    # Marks and the end.

    def _mark(self, at: int) -> None:
        """A comma ends the year of a value, a bracket saves and restores the registers."""
        super()._mark(at)
        if self.sentence.is_mark(at, ";") and self.year_of_clause is not None:
            self.context.year, self.year_of_clause = self.year_of_clause, None
        latter = self.sentence.kind(at + 1) is Kind.REFERENCE and self.sentence.tokens[at + 1].key == "latter"
        if self.sentence.is_mark(at, ",;") and not self._goes_on_with_value(at) and not latter:
            self.local = ()

    def _goes_on_with_value(self, at: int) -> bool:
        """Whether a comma only leads to the result of the place before: "45th in the ranking of 2019, with 79%"."""
        leads = re.fullmatch(r" (?:with|at|on|scoring)(?: a score of)? ", self.sentence.gap(at, at + 1))
        return bool(leads) and self.sentence.kind(at + 1) is Kind.VALUE

    def _close(self) -> None:
        """Close what was left open; the first who was told of stays the topic."""
        while self.stack:
            self._restore(self.stack.pop()[1])
        self.context.components = ()
        if len(self.noted) > 1:
            self.context.listed = self.noted
        if self.told:
            self.context.subjects = (self.told[0],)
            self.context.topic = self.told[0]
            self.context.by_unit[self.told[0].unit] = self.told[0]
        elif self.context.subjects and self.context.subjects[0].unit == "group":
            self.context.subjects = self.before
        if self.facts and self.lasting_year is not None:
            self.context.year = self.lasting_year
