"""The field, bound and unit of a value in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.mentions.types import Kind

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader


_REGIONAL = re.compile(
    r"(?:[ \n](?:in|of|among|out of|within|across|for|the|all|\d+|eleven|provinces?|and|cities|localities|"
    r"country's))*[ \n]"
)


_CITIES = re.compile(
    r",? (?:among|of|in|out of)(?: all)?(?: the)?(?: country's| nation's)?(?: (?:five|six|\d))? "
    r"(?:centrally[ -]\w+ |central )?(?:cities|municipalities)(?!\w)"
)


_CITIES_BEFORE = re.compile(
    r"(?:among|of|in) (?:the )?(?:country's )?(?:(?:five|six|\d) )?(?:centrally[ -]\w+|central) (?:cities|"
    r"municipalities),? "
    r"(?:[^,;.]{1,30} )?(?:\w+ )?$"
)


def scope(reader: EnglishReader, at: int) -> str | None:
    """The region or group that a place holds within, None for the whole field."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    after = sentence.clean.lower[token.end : min(sentence.end, token.end + 60)]
    if (
        _CITIES_BEFORE.search(sentence.before(at, 90))
        or _CITIES.match(after)
        or re.match(r" (?:centrally[ -]\w+ )?(?:cities|municipalities)", after)
    ):
        return "thành phố trực thuộc Trung ương"
    place = sentence.find(at + 1, at + 4, Kind.SUBJECT)
    if place is None or sentence.tokens[place].unit != "region":
        return reader.field if not re.match(r" (?:nationwide|countrywide|in the country|nationally)", after) else None
    between = sentence.clean.lower[token.end : sentence.tokens[place].start].rstrip()
    return sentence.tokens[place].key if _REGIONAL.fullmatch(between + " ") else None


def bound_of(reader: EnglishReader, at: int) -> str:
    """The bound of a level, its verb included: "passed 90 percent", "fell short of 80 percent"."""
    token, before = reader.sentence.tokens[at], reader.sentence.before(at, 20)
    if token.bound != "=":
        return token.bound
    if _MORE.search(before):
        return ">"
    return "<" if re.search(r"(?:short of(?: the)?|(?:below|under) the) $", before) else "="


_MORE = re.compile(
    r"(?:(?:passed|surpass(?:ed)?|exceed(?:ed|s)?|topping|exceeding|surpassing|passing|crossed|crossing)(?: the)?|"
    r"(?:above|over|past|beyond) the) $"
)


def unit_of(reader: EnglishReader, at: int) -> str:
    """The unit of a level: its own, else that of its pair or of the nearest level of the sentence."""
    token = reader.sentence.tokens[at]
    unit = token.unit or reader.pairs.units.get(at, "")
    if not token.unit and (token.number or 0) <= 1:
        return ""
    if unit or token.number is None or token.number < 30 or re.search(r"scores? of $", reader.sentence.before(at, 10)):
        return unit
    near = [
        one for one in reader.sentence.tokens[:at] if one.kind is Kind.VALUE and one.unit and (one.number or 0) >= 30
    ][-1:]
    near += [
        one
        for one in reader.sentence.tokens[at + 1 :]
        if one.kind is Kind.VALUE and one.unit and (one.number or 0) >= 30
    ][:1]
    return near[0].unit if near and not is_of_points(reader) else ""


def is_of_points(reader: EnglishReader) -> bool:
    """Whether the index in force has no percentages."""
    return reader.context.index in lexicon.entries("english")["points_only"]["indexes"]
