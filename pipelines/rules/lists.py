"""Enumerations and pairs: "A, B và C lần lượt đạt 1, 2 và 3", in all its orders.

`pair` gives, before a sentence is read, the key that each value of an enumeration belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines import lexicon
from pipelines.mentions.types import Kind
from pipelines.rules import periods
from pipelines.sentence import Sentence

_JOINT = lexicon.pattern("lists", "joint")
_KEYS = (Kind.SUBJECT, Kind.COMPONENT, Kind.INDEX, Kind.YEAR)
_LEVELS = {Kind.VALUE: "level", Kind.RANK: "rank", Kind.LAST: "rank", Kind.AMOUNT: "amount", Kind.FRACTION: "fraction"}


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Two or more mentions of one kind, joined by commas and "và"; brackets between them do not count."""

    kind: str
    members: tuple[int, ...]

    @property
    def start(self) -> int:
        """The position of the first member."""
        return self.members[0]

    @property
    def end(self) -> int:
        """The position of the last member."""
        return self.members[-1]


@dataclass(frozen=True, slots=True)
class Pairs:
    """For the values of paired lists the position of the key that each belongs to."""

    keys: dict[int, tuple[int, ...]]
    units: dict[int, str]
    """The unit that an enumerated value takes from its list."""
    quotes: dict[int, tuple[int, int]]
    """Positions of the first and last value of the enumeration that a value is quoted with."""
    respective: frozenset[int]
    """Values that a word such as "lần lượt" pairs."""
    orphans: dict[int, tuple[int, int]]
    """Of values that such a word pairs with names of an earlier sentence: which of how many each is, from 0."""
    years: dict[int, int]
    """Of values that such a word gives to the years of a period: the year of each."""


def enumerations(sentence: Sentence) -> list[Enumeration]:
    """All enumerations of keys and of values, in order."""
    found: list[Enumeration] = []
    for kind in (*_KEYS, *_LEVELS):
        if kind in (Kind.LAST, Kind.FRACTION) or not sentence.of_kind(kind):
            continue
        found += _of_kind(sentence, kind)
    return sorted(found, key=lambda one: one.start)


def _same(kind: Kind, other: Kind | None) -> bool:
    """Whether a mention continues an enumeration of a kind."""
    return other is kind or (kind is Kind.RANK and other in {Kind.LAST, Kind.FRACTION})


def _of_kind(sentence: Sentence, kind: Kind) -> list[Enumeration]:
    """The enumerations of one kind."""
    found: list[Enumeration] = []
    behind = 0
    for at in sentence.of_kind(kind):
        if at < behind:
            continue
        members = [at]
        while (following := _next(sentence, members[-1], kind)) is not None:
            members.append(following)
        if len(members) > 1:
            name = _LEVELS.get(kind, kind.name.lower())
            found.append(Enumeration(name, tuple(members)))
        behind = members[-1] + 1
    return found


_ANEW = re.compile(r" ?; ?(?:các|những|cả|hai|ba|bốn) ")
"""What begins another enumeration behind one: "so với năm 2018; các năm 2016, 2017"."""


def _next(sentence: Sentence, at: int, kind: Kind) -> int | None:
    """The position of the member that follows in an enumeration, None at its end."""
    place = sentence.past_bracket(at + 1)
    if (
        kind is Kind.SUBJECT
        and sentence.kind(place) is Kind.VALUE
        and sentence.gap(place - 1, place).strip() in {"", "đạt", "được", "với"}
    ):
        place += 1
    while sentence.is_mark(place, ",;\"'") or (sentence.is_mark(place, '"')):
        place += 1
    if not _same(kind, sentence.kind(place)):
        return None
    text = sentence.clean.lower[_end(sentence, at) : sentence.tokens[place].quote_start].replace('"', "")
    return place if _JOINT.fullmatch(text) and not _ANEW.match(text) else None


def _end(sentence: Sentence, at: int) -> int:
    """Where a mention and the bracket behind it end."""
    closing = sentence.closing.get(at + 1)
    if closing is not None:
        return sentence.tokens[closing].end
    if (
        sentence.kind(at) is Kind.SUBJECT
        and sentence.kind(at + 1) is Kind.VALUE
        and sentence.gap(at, at + 1).strip() in {"", "đạt", "được", "với"}
    ):
        return sentence.tokens[at + 1].end
    return sentence.tokens[at].end


def pair(sentence: Sentence) -> Pairs:
    """The pairs of all enumerated values of a sentence with the enumeration of keys of the same length."""
    keys: dict[int, tuple[int, ...]] = {}
    units: dict[int, str] = {}
    quotes: dict[int, tuple[int, int]] = {}
    respective: set[int] = set()
    orphans: dict[int, tuple[int, int]] = {}
    years: dict[int, int] = {}
    found = enumerations(sentence)
    subjects = [one for one in found if one.kind not in _LEVELS.values()]
    for values in (one for one in found if one.kind in _LEVELS.values()):
        unit = _unit(sentence, values)
        for member in values.members:
            units[member] = unit
        told = _told(sentence, values)
        if told and len(period := periods.years(sentence, values.start)) == len(values.members):
            years |= dict(zip(values.members, period, strict=True))
            respective.update(values.members)
            quotes |= dict.fromkeys(values.members, (values.start, values.end))
            continue
        partner = _partner(sentence, values, subjects, told) or (
            _scattered(sentence, values) if told or _ranks_of_several(sentence, values) else None
        )
        nearer = _levels_before(sentence, values) if told else None
        if nearer is not None and (partner is None or partner.end < nearer.end):
            partner = nearer
        if partner is None:
            refers = sentence.find(0, values.start, Kind.COMPONENT_REFERENCE) is not None
            size = len(values.members) if told or (refers and values.kind == "rank") else 0
            orphans |= {member: (place, size) for place, member in enumerate(values.members) if size}
            continue
        for member, key in zip(values.members, partner.members, strict=True):
            keys[member] = (*keys.get(member, ()), key)
            quotes[member] = (values.start, values.end)
            if told:
                respective.add(member)
    return Pairs(keys, units, quotes, frozenset(respective), orphans, years)


def _unit(sentence: Sentence, values: Enumeration) -> str:
    """The unit of an enumeration: that of its last member, else of any."""
    units = [sentence.tokens[member].unit for member in values.members]
    return units[-1] or next((unit for unit in units if unit), "")


def _told(sentence: Sentence, values: Enumeration) -> bool:
    """Whether "lần lượt" or the like stands in the clause of the values."""
    start, end = max(0, values.start - 14), min(len(sentence.tokens), values.end + 4)
    return sentence.find(start, end, Kind.RESPECTIVE) is not None


def _partner(sentence: Sentence, values: Enumeration, subjects: list[Enumeration], told: bool) -> Enumeration | None:
    """The nearest enumeration of as many keys: before the values, or behind them where "lần lượt" says so."""
    same = [one for one in subjects if len(one.members) == len(values.members)]
    before = [one for one in same if one.end < values.start]
    behind = [one for one in same if one.start > values.end]
    if told and behind and _leads_on(sentence, values, behind[0]):
        return behind[0]
    if before and (told or _close(sentence, before[-1], values)):
        return before[-1]
    return behind[0] if behind and (told or _leads_on(sentence, values, behind[0])) else None


def _levels_before(sentence: Sentence, values: Enumeration) -> Enumeration | None:
    """The components with levels before as many places: "thể chế 87% và tài chính công 84%, lần lượt thứ 26 và 30"."""
    start, _ = sentence.clause(values.start)
    components = [
        at
        for at in sentence.outside_brackets(start, values.start)
        if sentence.kind(at) is Kind.COMPONENT and sentence.kind(at + 1) is Kind.VALUE
    ]
    count = len(values.members)
    return Enumeration("component", tuple(components)) if len(components) == count and values.kind == "rank" else None


def _ranks_of_several(sentence: Sentence, values: Enumeration) -> bool:
    """Whether places follow on as many subjects with levels: "A 94,72 điểm, B 94,05 điểm xếp thứ 2 và thứ 3"."""
    levels = [
        at for at in range(values.start) if sentence.kind(at) is Kind.VALUE and sentence.kind(at - 1) is Kind.SUBJECT
    ]
    return values.kind == "rank" and len(levels) >= len(values.members)


def _scattered(sentence: Sentence, values: Enumeration) -> Enumeration | None:
    """The last subjects before as many values: "thứ hai là A, thứ ba là B với số điểm lần lượt là 87 và 86"."""
    subjects = [at for at in sentence.outside_brackets(0, values.start) if sentence.kind(at) is Kind.SUBJECT]
    count = len(values.members)
    return Enumeration("subject", tuple(subjects[-count:])) if len(subjects) >= count else None


_LEADS = lexicon.pattern("lists", "leads")


def _leads_on(sentence: Sentence, values: Enumeration, keys: Enumeration) -> bool:
    """Whether the words between values and keys lead from the ones to the others: "lần lượt thuộc về"."""
    between = sentence.clean.lower[sentence.tokens[values.end].end : sentence.tokens[keys.start].start]
    return len(between) < 60 and bool(_LEADS.search(between))


def _close(sentence: Sentence, keys: Enumeration, values: Enumeration) -> bool:
    """Whether nothing else of weight stands between keys and values."""
    between = range(keys.end + 1, values.start)
    return not any(sentence.is_value(place) for place in sentence.outside_brackets(between.start, between.stop)) and (
        sentence.tokens[values.start].start - _end(sentence, keys.end) < 70
    )
