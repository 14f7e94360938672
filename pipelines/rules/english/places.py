"""Places in English: ordinals, the last place, fractions of a field, and the places that "followed by" implies."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from pipelines.context import Subject
from pipelines.gazetteer import field_size
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import emit
from pipelines.rules.english import changes, holders, parts, refusals, runs, slots, times

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader

_LEADS = re.compile(
    r"(?:went to|goes to|belongs to|belonged to|was|were|is|are|held by|taken by|claimed by|:)(?: again| "
    r"still)?(?: the)?(?: [\w-]+){0,3}?(?: (?:province|city) of)? ?$"
)


def read_rank(reader: EnglishReader, at: int) -> None:
    """Make the facts of a place, or say why there is none."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    behind = _take_index_behind(reader, at)
    index = sentence.tokens[behind].key if behind is not None else None
    reason = refusals.refusal(reader, at) or _no_place(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    if token.key == "run":
        runs.read(reader, at)
        return
    forward = None if at in reader.pairs.keys else _holders(reader, at)
    years, rule = _years_of_rank(reader, at), "english.implied" if token.key == "next" else "english.rank"
    if not years and re.search(r"(?<!\w)from (?:the )?$", sentence.before(at, 9)):
        year = changes.older_year(reader, at)
        years, rule = ((year,), "english.rank.older") if year else ((), rule)
    number = _number(reader, at)
    components = parts.inherited(reader) if token.key == "same" else parts.components_of(reader, at)
    components = parts.components_announced(reader, at) or components
    if not forward and at not in reader.pairs.keys and _is_of_several(reader, at):
        reader.refuse(at, "several are said to lead, so that none is known to be the first")
        reader.context.last_rank = None
        return
    indexes = (index, *parts.joined_indexes(reader, behind))
    for subject, named in product(forward or holders.subjects_of(reader, at), indexes):
        for when in years or (None,):
            emit.facts(
                reader,
                at,
                "rank",
                number or 0.0,
                rule=rule,
                subject=subject,
                year=when,
                index=named,
                components=components,
                out_of=token.out_of,
                scope=slots.scope(reader, at),
            )
    if forward:
        reader.context.make_topic(forward)
    reader.context.last_rank = number
    last = reader.facts[-1].subject.unit if reader.facts else ""
    reader.context.last_ranked = last


_FOR_YEARS = re.compile(r"[^,;.]{0,30} for (?:[\w-]+ ){0,3}(?:years|times)(?!\w)")
_PAST_YEARS = re.compile(r"(?:after|following) (?:[\w-]+ ){1,3}years (?:at |in |of |as )?(?:the )?$")
_IN_SOME = re.compile(r"[^,;.]{0,50} in [\w-]+ (?:of (?:them|these|those)|editions)(?!\w)")
_EDITION = re.compile(r"(?:th|st|nd|rd|first|second|third) (?:time|year|edition)(?!\w)[^;.]* and the $")


def _number(reader: EnglishReader, at: int) -> float | None:
    """The place that a mention tells: its own, the last one told, or the next to it."""
    token, last = reader.sentence.tokens[at], reader.context.last_rank
    if token.key == "next":
        return (last or 0) + 1
    return last if token.key == "same" else token.number


def _take_index_behind(reader: EnglishReader, at: int) -> int | None:
    """The position of the index named behind a place, which comes into force."""
    behind = parts.index_behind(reader, at)
    if behind is not None:
        reader.context.index = reader.sentence.tokens[behind].key
        reader.context.index_age, reader.context.components = 0, ()
    return behind


def _is_of_several(reader: EnglishReader, at: int) -> bool:
    """Whether a place in words is said of several with results of their own: "A (90%) and B (89%) led the list"."""
    sentence = reader.sentence
    last = sentence.rfind(0, at, Kind.SUBJECT)
    if last is None or last < 2 or sentence.tokens[at].key not in {"word", "next"} or sentence.is_mark(last - 1, ","):
        return False
    before = sentence.rfind(0, last, Kind.SUBJECT)
    between = (
        sentence.clean.lower[sentence.tokens[before].end : sentence.tokens[last].start] if before is not None else ""
    )
    return bool(re.fullmatch(r" \([^()]*\),? and (?:the )?", between))


def _no_place(reader: EnglishReader, at: int) -> str | None:
    """Why a place is none of ours."""
    sentence = reader.sentence
    if (
        re.search(r"(?:among the|in the|one of the|top|group of|for the|the world's) $", sentence.before(at, 14))
        and reader.sentence.tokens[at].key == "word"
        and not re.search(r"(?:lead|spot|position|place)$", sentence.words(at))
    ):
        return "to be among the first is no place"
    if sentence.words(at).startswith("with the") and sentence.kind(at - 1) in {Kind.GROUP, Kind.COUNT}:
        return "what a group has is no place"
    if re.search(r"(?:best|highest|lowest) was$", sentence.words(at)) and sentence.kind(at + 1) is Kind.COMPONENT:
        return "it is the best of the components"
    if re.search(r"(?<!\w)had (?:\w+ )?$", sentence.before(at, 16)) and _FOR_YEARS.match(sentence.after(at, 50)):
        return "how it was before, in no year that is said"
    if _PAST_YEARS.search(sentence.before(at, 40)) or _IN_SOME.match(sentence.after(at, 70)):
        return "it was held in several years that are not said"
    if _EDITION.search(sentence.before(at, 200)) and sentence.after(at, 5) == " for ":
        return "it counts editions"
    if reader.sentence.tokens[at].key in {"same", "next"} and reader.context.last_rank is None:
        return "the place that it means was not told"
    if re.match(r" at \w+ing(?!\w)", sentence.after(at, 30)) and sentence.kind(at + 1) is not Kind.COMPONENT:
        return "it is a place in something else"
    if re.match(
        r" (?:in|of) (?:the )?(?:world|asia|southeast asia|asean|growth|exports|tourism)(?!\w)", sentence.after(at, 30)
    ):
        return "it is a place in a ranking of something else"
    return None


def _years_of_rank(reader: EnglishReader, at: int) -> tuple[int, ...]:
    """The years of a place: that of "the 2022 leader", else those behind it."""
    match = re.match(r"the (20\d\d)", reader.sentence.words(at)) or re.search(
        r"(20\d\d)'s $", reader.sentence.before(at, 8)
    )
    if match:
        return (int(match.group(1)),)
    years = times.years_behind(reader, at)
    return years or (reader.local if reader.sentence.before(at, 12).endswith("the latter ") else ())


def _holders(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects that a place leads to: "first places went to A and B", "second was Tay Ninh"."""
    sentence = reader.sentence
    place = sentence.find(at + 1, len(sentence.tokens), Kind.SUBJECT)
    if place is None or any(sentence.is_value(one) or sentence.is_mark(one, ";(") for one in range(at + 1, place)):
        return ()
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    opened = bool(re.search(r"(?:was|were)$", sentence.words(at))) and between.strip() in {"", "the"}
    opened = opened or (sentence.words(at).startswith("the ") and between == ", ")
    opened = opened or (between == " " and _leads_on(reader, at))
    opened = opened or bool(re.fullmatch(r", (?:is|was)(?: the)? ", between) and sentence.before(at, 2) == ", ")
    headed = sentence.words(at).startswith("at the ") and not reader.told and len(between) < 60
    if not (
        opened
        or headed
        or (_LEADS.search(between) and len(between) < 70 and not re.search(r"(?:ahead|behind|,)", between))
    ):
        return ()
    return holders.enumerated_from(reader, place)


def _leads_on(reader: EnglishReader, at: int) -> bool:
    """Whether its holder stands right behind a place: "fourth-placed Hue", "second Hanoi", "at the bottom Hue"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if token.key == "adjective" or sentence.words(at).startswith("at the "):
        return True
    return token.key == "ordinal" and bool(re.search(r"(?:, |and )$", sentence.before(at, 4)))


_PLACED = re.compile(
    r"(?:rank(?:ed|s|ing)?|placed|stood|standing|position|place|no\.?|at|after|from|to|\(|,)(?: at| in)? ?$"
)
_COUNTS_THINGS = re.compile(
    r" (?!(?:provinces|localities|cities|ministries|in|and|after|at|with|up|down|on|nationwide|countrywide)(?!\w))[a-z]"
)


def _is_placed(reader: EnglishReader, at: int) -> bool:
    """Whether a fraction is a place: a field of some size, words of ranking before, and nothing counted behind."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    led = (token.out_of or 0) >= 9 and _PLACED.search(sentence.before(at))
    goes_on = parts.index_behind(reader, at) is not None and any(
        one.out_of == token.out_of for one in sentence.tokens[:at] if one.kind in {Kind.RANK, Kind.FRACTION}
    )
    return bool(led or goes_on) and not _COUNTS_THINGS.match(sentence.after(at, 16))


def read_fraction(reader: EnglishReader, at: int) -> None:
    """Make the place that a fraction of a field states: "ranked 55/63"."""
    token = reader.sentence.tokens[at]
    _take_index_behind(reader, at)
    reason = refusals.refusal(reader, at)
    if reason or not _is_placed(reader, at) or (token.number or 0) > (token.out_of or 0):
        reader.refuse(at, reason or "a count, not a place")
        return
    for subject in holders.subjects_of(reader, at):
        emit.facts(
            reader,
            at,
            "rank",
            token.number or 0.0,
            rule="english.fraction",
            subject=subject,
            year=next(iter(times.years_behind(reader, at)), None),
            components=parts.components_of(reader, at),
            out_of=token.out_of,
            scope=slots.scope(reader, at),
        )


def read_last(reader: EnglishReader, at: int) -> None:
    """Make the last place where the size of the field is known; it is implied, hence less sure."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = refusals.refusal(reader, at)
    forward = _holders(reader, at)
    years = _years_of_rank(reader, at)
    if reason or parts.components_of(reader, at) or reader.context.index is None:
        reader.refuse(at, reason or "the last place of a component")
        return
    named = forward or holders.subjects_of(reader, at)
    for subject in named if len(named) == 1 and not _is_shared(reader, at) else ():
        year = years[0] if years else reader.context.year
        size = (
            field_size(reader.context.index, subject.unit, year)
            if year and subject.unit in {"province", "ministry"}
            else None
        )
        if size is not None and sentence:
            emit.facts(
                reader,
                at,
                "rank",
                float(size - (token.number or 0)),
                rule="english.last",
                subject=subject,
                year=year,
                sure=0.62,
            )


def _is_shared(reader: EnglishReader, at: int) -> bool:
    """Whether several are said to be last together, so that none of them is known to be the very last."""
    sentence = reader.sentence
    if len(reader.context.subjects) > 1 or re.match(r"[^,.;]{0,40} (?:were|are)(?!\w)", sentence.after(at, 60)):
        return True
    last = sentence.rfind(0, at, Kind.SUBJECT)
    return bool(
        last is not None
        and any(one.kind is Kind.SUBJECT for one in sentence.tokens[:last])
        and re.search(r"(?:and|&) (?:the )?$", sentence.before(last, 9))
        and not any(sentence.kind(place) in {Kind.RANK, Kind.LAST} for place in range(at))
    )


def read_next(reader: EnglishReader, at: int) -> None:
    """Make the places that "followed by A, B" implies behind the last one that was stated."""
    sentence, number = reader.sentence, reader.context.last_rank
    place: int | None = at + 2 if sentence.kind(at + 1) is Kind.GROUP else at + 1
    if number is None or refusals.refusal(reader, at) or reader.context.components:
        return
    while place is not None and sentence.kind(place) is Kind.SUBJECT:
        subject, number = reader.subject_at(place), number + 1
        if subject is None or subject.unit == "region" or reader.context.last_ranked not in {"", subject.unit}:
            return
        emit.facts(reader, place, "rank", number, rule="english.implied", subject=subject, sure=0.6)
        place = _after_values(reader, place)
    reader.context.last_rank = number


def _after_values(reader: EnglishReader, place: int) -> int | None:
    """The position of the next subject of an enumeration whose members may have their values; None at its end."""
    tokens: list[Mention] = reader.sentence.tokens
    for following in range(place + 1, min(place + 6, len(tokens))):
        if tokens[following].kind is Kind.SUBJECT:
            return following
        if tokens[following].kind not in {Kind.VALUE, Kind.PUNCTUATION, Kind.GROUP}:
            return None
    return None
