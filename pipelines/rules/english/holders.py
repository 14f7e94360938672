"""Whose a value is in English: the subjects in force, those it leads to, and those that its index can measure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.context import Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.english import parts, slots
from pipelines.rules.english.groups import NO_MINISTRIES
from pipelines.rules.english.parts import OPENING

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader


def subjects_of(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects of a value that its index can measure; a group has values, but no place."""
    found = _named_subjects(reader, at)
    if found and found[0].unit in {"group", "country"} and _is_place(reader.sentence.tokens[at]):
        found = tuple(one for one in reader.before if one.unit not in {"group", "country"})
    return tuple(one for one in found if _is_measured(reader.context.index, one))


def _is_place(token: Mention) -> bool:
    """Whether a mention tells a place in a ranking, or by how many places one changed."""
    return token.kind in {Kind.RANK, Kind.LAST, Kind.FRACTION} or token.unit == "places"


def _is_measured(index: str | None, subject: Subject) -> bool:
    """Whether an index has results of a subject: DDCI of what is inside a province, PCI and the like of no ministry."""
    if index == "ddci":
        return subject.parent is not None
    return not (index in NO_MINISTRIES and subject.unit == "ministry")


def _named_subjects(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects of a value: all of an enumeration where the text says each or gives a bound, else the last."""
    keyed = reader.pairs.keys.get(at)
    if (holder := holder_behind(reader, at) or reader.group_behind(at)) is not None:
        return (holder,)
    if bounded := whom_it_bounds(reader, at):
        return bounded
    if (opened := opens_with(reader, at)) is not None:
        return (opened,)
    if keyed and any(reader.sentence.kind(key) is Kind.SUBJECT for key in keyed):
        return tuple(one for key in keyed if (one := reader.subject_at(key)))[:1]
    if reader.context.group is not None and not reader.topics and parts.components_of(reader, at):
        return (reader.context.group,)
    subjects = reader.context.subjects
    if not subjects:
        return _assumed(reader)
    if len(subjects) < 2:
        return subjects
    token = reader.sentence.tokens[at]
    each = (
        slots.bound_of(reader, at) != "="
        or token.kind is Kind.RANK
        or re.search(
            r"(?<!\w)(?:both|each|all|tied|equal|joint\w*|shared)(?: \w+){0,3} ?$", reader.sentence.before(at, 40)
        )
    )
    if (
        token.kind in {Kind.RANK, Kind.LAST}
        and len({one.unit for one in subjects}) < len(subjects)
        and not re.search(
            r"(?<!\w)(?:tied|joint\w*|share[ds]?|both|equal)(?!\w)",
            reader.sentence.before(at, 60) + reader.sentence.words(at),
        )
    ):
        return ()
    return subjects if each else subjects[-1:]


def _assumed(reader: EnglishReader) -> tuple[Subject, ...]:
    """Whom a value without any subject is of: whom the text is about, or the only province that it names."""
    context = reader.context
    home = Subject(context.home, "province") if context.home else None
    only = context.by_unit.get("first") if "another" not in context.by_unit else None
    return tuple(one for one in (context.focus or home or only,) if one is not None)


def holder_behind(reader: EnglishReader, at: int) -> Subject | None:
    """The subject in a bracket or phrase right behind a value: "89.7% (the Ministry of Justice)", "6.9 in Hue"."""
    sentence = reader.sentence
    place = at + 2 if sentence.is_mark(at + 1, "(") else at + 1
    if sentence.kind(place) is not Kind.SUBJECT or sentence.tokens[at].kind is not Kind.VALUE:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    bracketed = between.strip() == "(" and sentence.is_mark(place + 1, "),;")
    ranged = between == " in " and bool(re.search(r"(?:from|to|between|and|by|against) $", sentence.before(at, 10)))
    alone = between == " in " and not reader.topics and reader.context.group is None
    return reader.subject_at(place) if bracketed or ranged or alone else None


def opens_with(reader: EnglishReader, at: int) -> Subject | None:
    """The subject behind a value that opens the sentence: "With 90.1 points, Quang Ninh also ranked first"."""
    place = opens_clause(reader, at)
    return reader.subject_at(place) if place is not None and not reader.topics else None


def opens_clause(reader: EnglishReader, at: int) -> int | None:
    """The position of a subject, or a word for one, behind the comma after a value that opens the sentence."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if not OPENING.fullmatch(sentence.clean.lower[sentence.start : token.quote_start]):
        return None
    comma = at + 1
    while comma < len(sentence.tokens) and sentence.kind(comma) in _BETWEEN:
        comma += 1
    if not sentence.is_mark(comma, ",") or sentence.kind(comma + 1) not in {Kind.SUBJECT, Kind.REFERENCE}:
        return None
    return comma + 1 if len(sentence.gap(comma, comma + 1)) <= 40 else None


_BETWEEN = frozenset({Kind.INDEX, Kind.YEAR, Kind.GROUP, Kind.COUNT, Kind.VALUE})


_NAMES_WHOM = re.compile(
    r"(?: (?:last year|this year|in 20\d\d|mark|each|in the (?:par index|index|ranking)))*"
    r"(?:(?: -+|:|,? \(|,? (?:including|among (?:them|these)|of which):?|"
    r",? namely:?|,? comprising|,? such as)|,? (?:was|were) (?:recorded|posted|achieved|reached|obtained|scored|held|"
    r"seen|registered) (?:by|in|at|for)) ?(?:the )?(?:(?:\w+ern|central|coastal|port|capital|delta) |"
    r"(?:provinces?|city|cities) of )*"
)


def whom_it_bounds(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """Those named behind a threshold that several share: "five were above 90 percent: A, B, ..."."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    place = sentence.find(at + 1, len(sentence.tokens), Kind.SUBJECT)
    if token.kind is not Kind.VALUE or place is None or slots.bound_of(reader, at) == "=" or reader.told:
        return ()
    between = sentence.clean.lower[token.end : sentence.tokens[place].start]
    return enumerated_from(reader, place) if _NAMES_WHOM.fullmatch(between) else ()


def enumerated_from(reader: EnglishReader, place: int | None) -> tuple[Subject, ...]:
    """The subjects enumerated from a position on, what stands in brackets behind them apart."""
    sentence, names = reader.sentence, list[Subject]()
    while place is not None and (subject := reader.subject_at(place)) is not None:
        names.append(subject)
        following = sentence.past_bracket(place + 1)
        while sentence.is_mark(following, ",;"):
            following += 1
        joined = sentence.kind(following) is Kind.SUBJECT and reader.joined(following) is not None
        place = following if joined else None
    return tuple(names)
