"""What a value is of in English: the index and component named around it, else those in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.mentions.types import Kind

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader


OPENING = re.compile(
    r"(?:[^.;:,]{2,40} ?-+ ?)?[\s\"'(]*(?:(?:with|at|on|scoring|claiming|earning|gaining|achieving|getting|"
    r"recording|posting|having|in)(?: (?:a|an|the|its))?(?: (?:total|overall|score|index|average|rate|result|"
    r"value))*(?: of)? ?)?"
)


_FIELDS = re.compile(
    r"(?: the (?:country|nation|list|table|ranking))? in (?:\d|both|two|three|four|five|six|seven)(?: of the "
    r"\w+)?(?: \w+)? ?(?:fields|areas|components|indicators|pillars|"
    r"dimensions|sub-ind\w+|criteria)?(?::|,| -)"
)


def components_of(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The components of a value: those named behind it in its clause, else those in force."""
    sentence = reader.sentence
    if (opened := _component_opened(reader, at)) or _names_component(reader, at):
        return opened or reader.context.components
    place = sentence.find(
        at + 1,
        at + 8,
        {Kind.COMPONENT, Kind.COMPONENT_REFERENCE, Kind.VALUE, Kind.SUBJECT, Kind.PUNCTUATION},
        lambda one: one.kind is not Kind.PUNCTUATION or one.key in ",;:(",
    )
    if place is not None and sentence.kind(place) is Kind.COMPONENT_REFERENCE:
        return inherited(reader)
    if (
        place is not None
        and sentence.kind(place) is Kind.COMPONENT
        and re.search(r"(?<!\w)(?:in|on|for|in terms of|of|at)(?: the)? [\"']?$", sentence.before(place, 20))
    ):
        return _enumerated(reader, place) or reader.context.components
    return reader.context.components


def _names_component(reader: EnglishReader, at: int) -> bool:
    """Whether a value stands right behind its component: "for "institutional reform" 89.95 percent"."""
    place = at - 1
    while reader.sentence.is_mark(place, "\"'"):
        place -= 1
    return reader.sentence.kind(place) is Kind.COMPONENT and len(reader.sentence.gap(at - 1, at)) < 12


def _component_opened(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The component behind a value that opens the sentence: "With 80.93 percent, "public finance" was the lowest"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if not OPENING.fullmatch(sentence.clean.lower[sentence.start : token.quote_start]):
        return ()
    place = at + 1
    while sentence.is_mark(place, ",\"'"):
        place += 1
    if place == at + 1 or sentence.kind(place) is not Kind.COMPONENT or len(sentence.gap(place - 1, place)) > 6:
        return ()
    return _enumerated(reader, place)


def components_announced(reader: EnglishReader, at: int) -> tuple[str, ...]:
    """The components that a place holds in, counted and then named: "took the lead in two fields: A, ..., and B"."""
    sentence = reader.sentence
    if not _FIELDS.match(sentence.after(at, 60)):
        return ()
    named = (one for one in sentence.tokens[at + 1 :] if one.kind is Kind.COMPONENT)
    return tuple(label for one in named if (label := reader.label(one)))


def _enumerated(reader: EnglishReader, place: int) -> tuple[str, ...]:
    """The labels of the components enumerated from a position on."""
    sentence, labels = reader.sentence, list[str]()
    while sentence.kind(place) is Kind.COMPONENT:
        label = reader.label(sentence.tokens[place])
        labels += [label] if label else []
        following = place + 1
        while sentence.is_mark(following, "\"'"):
            following += 1
        following = sentence.past_bracket(following)
        while sentence.is_mark(following, ",\"'"):
            following += 1
        if not re.fullmatch(r"[ \"',]*(?:and )?[\"']?", sentence.gap(following - 1, following)):
            break
        place = following
    return tuple(labels)


def inherited(reader: EnglishReader) -> tuple[str, ...]:
    """The components last told of, for a number that is too low for a total."""
    return reader.context.last_components


def take_index_of_clause(reader: EnglishReader, at: int) -> None:
    """Bring the index of the clause behind an opening value into force: "With 90.1 points, X led the PAR Index"."""
    place = reader.sentence.find(at + 1, len(reader.sentence.tokens), Kind.INDEX, lambda one: not one.weak)
    if place is not None:
        reader.context.index = reader.sentence.tokens[place].key


_ASIDE = re.compile(
    r",? (?:for|in) (?:the|its|a) (?:\w+ )?(?:[\w-]+) (?:consecutive |straight |successive )?(?:time|year|row)"
    r"(?: running| in a row)?,(?= )|, (?:once |yet )?(?:again|too|as well|once more|respectively),(?= )"
)


def _past_aside(reader: EnglishReader, at: int) -> int:
    """The position behind a place and an aside between commas: "came second, for the first time, in the SIPAS"."""
    sentence = reader.sentence
    aside = _ASIDE.match(sentence.after(at, 60))
    if aside is None:
        return at + 1
    end = sentence.tokens[at].end + aside.end()
    return next((place for place in range(at + 1, len(sentence.tokens)) if sentence.tokens[place].start >= end), at + 1)


def index_behind(reader: EnglishReader, at: int) -> int | None:
    """The position of the index behind a place or change: "second in the SIPAS", "a rise of 1.45 in its SIPAS"."""
    sentence = reader.sentence
    place = sentence.find(
        _past_aside(reader, at),
        len(sentence.tokens),
        {Kind.INDEX, Kind.PUNCTUATION, Kind.VALUE, Kind.RANK, Kind.AMOUNT, Kind.LAST},
    )
    if place is None or sentence.kind(place) is not Kind.INDEX or sentence.tokens[place].weak:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    if len(between) > 80 or re.search(
        r"(?<!\w)(?:while|but|and|as|when)(?!\w)(?! (?:cities|municipalities|ministerial|agencies))", between
    ):
        return None
    return (
        place if not between.strip() or re.search(r"(?<!\w)(?:in|on|of|its|the|for|by|out of)(?!\w)", between) else None
    )


_JOINED = re.compile(r"(?: ?20\d\d)?(?P<joint>,? and |, | as well as )(?:also )?(?:the )?(?:20\d\d )?")


def joined_indexes(reader: EnglishReader, at: int | None) -> tuple[str, ...]:
    """The indexes that a place holds in as well: "first in both the PAR Index 2023 and the SIPAS", "in A, B and C"."""
    sentence, found, joint = reader.sentence, list[str](), ""
    while at is not None:
        following = sentence.find(at + 1, at + 4, Kind.INDEX)
        gap = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[following].start] if following else ""
        match = _JOINED.fullmatch(gap)
        if match is None or following is None or sentence.is_value(following + 1):
            break
        found.append(sentence.tokens[following].key)
        at, joint = following, match["joint"]
    return tuple(found) if joint.strip(" ,") else ()


def index_of_level(reader: EnglishReader, at: int) -> str | None:
    """The index named right behind a level: "With 88.03% in the SIPAS, it took 13th place"."""
    sentence = reader.sentence
    if sentence.kind(at + 1) is not Kind.INDEX or sentence.tokens[at + 1].weak:
        return None
    led = re.fullmatch(r" (?:in|on|for|under) (?:the |its )?(?:20\d\d )?", sentence.gap(at, at + 1))
    return sentence.tokens[at + 1].key if led else None
