"""How sure a reading is: from its rule, and from how far what it is the value of was fetched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.mentions.types import Kind

if TYPE_CHECKING:
    from pipelines.rules.facts import Fact
    from pipelines.rules.reader import Reader

_REACH = 40
"""How many mentions around a value are looked at: more are another matter, and would take long."""


def confidence(reader: Reader, at: int, fact: Fact) -> float:
    """The chance that a fact is right that the value at a position states."""
    known = lexicon.entries("confidence")
    odds = known["plain"] * _factor(fact.rule) * prod(known["doubts"][doubt] for doubt in doubts(reader, at, fact))
    return float(1 / (1 + odds))


@cache
def _factor(rule: str) -> float:
    """What a rule does to the odds, with the manner in which it found its slots: "rank.word.bracket"."""
    known = lexicon.entries("confidence")
    family = next((name for name in known["rules"] if rule == name or rule.startswith(f"{name}.")), None)
    manner = known["manners"].get(rule.rpartition(".")[2], 1.0)
    return float(known["rules"].get(family, 1.0) * manner)


def of_table() -> float:
    """How sure a cell of a table is: its heads say what it holds."""
    return float(1 / (1 + lexicon.entries("confidence")["table"]))


def doubts(reader: Reader, at: int, fact: Fact) -> Iterator[str]:
    """The names of the doubts about a fact, as confidence.toml weighs them."""
    kinds = reader.present
    told = {
        "other_measure": Kind.OTHER_MEASURE in kinds,
        "mean": Kind.AVERAGE in kinds,
        "count": Kind.COUNT in kinds,
        "bound": fact.bound != "=",
        "commune": fact.subject.unit == "commune",
        "sibling": fact.index != "par_index",
        "index_inherited": not _names_index(reader, at, fact.index),
    }
    yield from (doubt for doubt, holds in told.items() if holds)
    yield from _about_year(reader, at, fact.year)
    yield from _about_subject(reader, at, fact.subject)


def _names_index(reader: Reader, at: int, index: str) -> bool:
    """Whether the index last named in the sentence is the one."""
    named = reader.sentence.rfind(max(0, at - _REACH), at, Kind.INDEX)
    return named is not None and reader.sentence.tokens[named].key == index


def _about_year(reader: Reader, at: int, year: int | None) -> Iterator[str]:
    """The doubt about a year, if there is one."""
    if year is None:
        yield "year_unknown"
        return
    sentence = reader.sentence
    last = sentence.rfind(max(0, at - _REACH), at, {Kind.YEAR, Kind.RELATIVE_YEAR})
    if last is not None and sentence.tokens[last].number == year:
        return
    behind = sentence.find(at + 1, at + _REACH, Kind.YEAR, lambda one: one.number == year)
    if behind is not None or sentence.kind(last if last is not None else -1) is Kind.RELATIVE_YEAR:
        yield "year_shifted"


def _about_subject(reader: Reader, at: int, subject: Subject) -> Iterator[str]:
    """The doubt about a subject that the sentence does not name, if there is one."""
    sentence, first = reader.sentence, max(0, at - _REACH)
    named = sentence.find(first, at + _REACH, Kind.SUBJECT, lambda one: subject.name.endswith(one.key))
    if subject.unit == "group" or named is not None:
        return
    before = {one.kind for one in sentence.tokens[first:at]}
    if Kind.REFERENCE in before:
        yield "subject_referred"
    else:
        yield "subject_past_other" if Kind.SUBJECT in before else "subject_inherited"
