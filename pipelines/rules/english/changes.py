"""Changes in English: "6 levels up on 2016", "gained 6 percent", "2.7 percent higher than a year earlier"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.mentions.types import Kind
from pipelines.rules import emit
from pipelines.rules.english import holders, parts, refusals, slots

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader

_FILLER = re.compile(
    r"[ \n,]*(?:(?:by|of|all|most|the most|some|about|nearly|another|a|an|further|sharply|steeply|"
    r"slightly|only|just|as much as|as many as|more than|over|total of|a total of|to|only|its score|in "
    r"score|in points|in the rankings?|score)[ \n,]*)*"
)


_JOINED = re.compile(r" ?,? ?(?:and )?(?:by )?")


def read_amount(reader: EnglishReader, at: int) -> None:
    """Make the change of an amount of places or of percentage points."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = refusals.refusal(reader, at)
    if not reason and refusals.is_gap(reader, at):
        reason = "a gap between two subjects, no change over time"
    move = move_of(reader, at)
    if move is None and token.unit == "percent":
        move = sentence.rfind(0, at, Kind.MOVE)
    if "signed" in token.tags and not reason:
        emit.facts(
            reader,
            at,
            _metric_of_signed(reader, at),
            token.number or 0.0,
            rule="english.signed",
            vs_year=versus(reader, at),
        )
    elif reason or move is None:
        reader.refuse(at, reason or "an amount of change without a verb")
    else:
        assert_change(reader, at, move)


def _metric_of_signed(reader: EnglishReader, at: int) -> str:
    """What a number with a sign is the change of: by its unit, else what the value before it tells."""
    unit, before = reader.sentence.tokens[at].unit, reader.sentence.rfind(0, at, _TOLD)
    told = reader.sentence.tokens[before] if before is not None else None
    if unit == "places" or (not unit and told is not None and told.kind in {Kind.RANK, Kind.FRACTION}):
        return "rank_change"
    return "percent_change" if unit == "percent" or (told is not None and told.unit == "percent") else "score_change"


_TOLD = frozenset({Kind.RANK, Kind.FRACTION, Kind.VALUE})


def move_of(reader: EnglishReader, at: int) -> int | None:
    """The position of the word that makes a number a change: right behind it, or before it with little between."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if _is_followed(reader, at):
        return at + 1
    if sentence.is_value(at + 1) and sentence.gap(at, at + 1) == " and " and _is_followed(reader, at + 1):
        return at + 2
    if (
        sentence.kind(at + 1) is Kind.RELATIVE_YEAR
        and sentence.kind(at + 2) is Kind.MOVE
        and not (sentence.gap(at, at + 1) + sentence.gap(at + 1, at + 2)).strip()
    ):
        return at + 2
    if sentence.before(at, 8).endswith((" and by ", " and of ")) and reader.changed:
        return sentence.rfind(0, at, Kind.MOVE)
    place = at - 1
    while place >= 0 and (sentence.kind(place) in {Kind.RELATIVE_YEAR} or sentence.is_mark(place, ",")):
        place -= 1
    if _goes_on(reader, at) or (
        place >= 0
        and _was_change(reader, place)
        and _JOINED.fullmatch(sentence.clean.lower[sentence.tokens[place].end : token.quote_start])
    ):
        return reader.last_move
    if sentence.kind(place) is Kind.COMPONENT and sentence.before(at, 4).endswith(" by "):
        return sentence.rfind(0, place, Kind.MOVE)
    if sentence.kind(place) is not Kind.MOVE or (sentence.tokens[place].start >= token.quote_start and place != at - 1):
        return None
    between = sentence.clean.lower[sentence.tokens[place].end : token.start]
    if re.search(r"(?<!\w)to[ \n]*$", between) or (
        sentence.words(place) in {"more", "less", "higher", "lower"} and " than" in between
    ):
        return None
    return place if _FILLER.fullmatch(between) else None


def _is_followed(reader: EnglishReader, at: int) -> bool:
    """Whether a comparative or "up" stands right behind a number, and does not begin the next amount."""
    sentence = reader.sentence
    if (
        sentence.kind(at + 1) is not Kind.MOVE
        or sentence.tokens[at + 1].key != "behind"
        or sentence.gap(at, at + 1).strip()
    ):
        return False
    leads_on = sentence.is_value(at + 2) and not sentence.gap(at + 1, at + 2).strip()
    return not (sentence.words(at + 1) in {"up", "down"} and leads_on)


def _goes_on(reader: EnglishReader, at: int) -> bool:
    """Whether a number goes on with the change before, its verb left out: "market entry lost 0.5 points, taxes 0.4"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if sentence.kind(at - 1) not in {Kind.COMPONENT, Kind.SUBJECT} or sentence.gap(at - 1, at) != " ":
        return False
    last = at - 3 if sentence.is_mark(at - 2, ",") else at - 2
    if (
        last not in reader.changed
        or sentence.tokens[last].unit != token.unit
        or sentence.tokens[last].kind != token.kind
    ):
        return False
    return bool(
        re.fullmatch(
            r",?(?: and| while)?(?: the)? ",
            sentence.clean.lower[sentence.tokens[last].end : sentence.tokens[at - 1].start],
        )
    )


def _was_change(reader: EnglishReader, place: int) -> bool:
    """Whether the value at a position was read as a change."""
    return place in reader.changed


def assert_change(reader: EnglishReader, at: int, move: int) -> None:
    """Make the facts of a change."""
    sentence, token, verb = reader.sentence, reader.sentence.tokens[at], reader.sentence.tokens[move]
    metric = {"places": "rank_change", "percent": "percent_change"}.get(token.unit, "score_change")
    sign = verb.number or 1.0
    reader.changed.add(at)
    reader.last_move = move
    bound = (
        {">": "<", "<": ">"}.get(slots.bound_of(reader, at), slots.bound_of(reader, at))
        if sign < 0
        else slots.bound_of(reader, at)
    )
    behind = parts.index_behind(reader, at)
    index = sentence.tokens[behind].key if behind is not None else None
    if behind is not None and not any(sentence.is_value(place) for place in range(behind, len(sentence.tokens))):
        reader.passing.add(behind)
    components = parts.components_of(reader, at)
    start = verb.start if 0 <= token.start - verb.end < 30 else token.quote_start
    for subject in holders.subjects_of(reader, at):
        emit.facts(
            reader,
            at,
            metric,
            sign * (token.number or 0.0),
            rule="english.change",
            subject=subject,
            index=index,
            components=components,
            bound=bound,
            vs_year=versus(reader, at),
            quote_start=start,
        )


def is_result(reader: EnglishReader, at: int, move: int) -> bool:
    """Whether "gained" only means that a result was had: with a maximum, or with more than any change can be."""
    token = reader.sentence.tokens[at]
    got = reader.sentence.words(move) in {"gained", "gaining", "gains", "gain"}
    small = reader.context.index == "dti" and token.key.count(".") == 1 and len(token.key) > 5
    return token.out_of is not None or (token.number or 0) > 40 or (got and small)


def year_behind(reader: EnglishReader, at: int) -> int | None:
    """The year that the words behind a value compare with."""
    sentence = reader.sentence
    for place in range(at + 1, len(sentence.tokens)):
        token, kind = sentence.tokens[place], sentence.kind(place)
        if (
            kind is Kind.SUBJECT
            or sentence.is_mark(place, ";")
            or (sentence.is_value(place) and move_of(reader, place) is None)
        ):
            return None
        before = sentence.clean.lower[max(sentence.start, token.start - 24) : token.start]
        if kind is Kind.YEAR and re.search(
            r"(?:than(?: in| that in| the)?|from|on|against|compared (?:to|with)(?: that (?:of|in)| in)?|over|"
            r"versus) (?:the )?$",
            before,
        ):
            return int(token.number or 0)
        if kind is Kind.RELATIVE_YEAR and token.key in {"previous", "past"}:
            return reader.relative(token.key)
    return None


def older_year(reader: EnglishReader, at: int) -> int | None:
    """The year of a value that a change starts from: named behind it, else the first of a span, else the one before."""
    before = reader.context.year - 1 if reader.context.year else None
    return year_behind(reader, at) or reader.since or before


def versus(reader: EnglishReader, at: int) -> int | None:
    """The year that a change is compared with: named behind it or before, else the year before the one in force."""
    year = reader.context.year
    for found in (year_behind(reader, at), reader.compared_year):
        if found is not None and (year is None or found < year):
            return found
    return year - 1 if year else None
