"""Scores and percents: "đạt 84,64%", "8,78 điểm", "85,31/100 điểm", and the older ones that a change starts from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import changes, emit, own_years, refusals, slots

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader

_BARE_AFTER = lexicon.pattern("levels", "bare_after")


def read(reader: Reader, at: int) -> None:
    """Make the fact of a level, or the change that it is, or say why it is neither."""
    if _is_threshold(reader, at):
        if not _threshold(reader, at):
            reader.refuse(at, "it is the threshold of a group that is not named")
        return
    reason = refusals.refusal(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    move = changes.move_of_level(reader, at)
    if move is not None and reader.sentence.tokens[at].out_of and _LOST.search(reader.sentence.words(move)):
        reader.refuse(at, "points lost of a maximum, no change over time")
        return
    if move is not None:
        changes.read_level(reader, at, move)
        return
    token = reader.sentence.tokens[at]
    led = at > 0 and reader.sentence.kind(at - 1) in _ANCHORING and not reader.sentence.gap(at - 1, at).strip(" \"'")
    if (
        not token.unit
        and not led
        and at not in reader.pairs.units
        and not _BARE_AFTER.search(reader.sentence.before(at))
    ):
        reader.refuse(at, "a number without unit that nothing leads to")
        return
    _assert(reader, at, token)


_LOST = lexicon.pattern("levels", "lost")
_GROUP_LINK = re.compile(r"[ ,]*(?:có|gồm|gồm có|là|vẫn là|vẫn có|chỉ có|còn có)(?: \w+)? ?")


def _is_threshold(reader: Reader, at: int) -> bool:
    """Whether a level is what the members of a counted group have passed or missed."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if token.bound not in {">", ">=", "<", "<="} or token.kind is not Kind.VALUE:
        return False
    place = at + 2 if sentence.is_mark(at + 1, ",:") else at + 1
    counted = sentence.kind(place) is Kind.COUNT and _GROUP_LINK.fullmatch(
        sentence.clean.lower[token.end : sentence.tokens[place].start]
    )
    opens = sentence.clean.lower[sentence.start : token.quote_start].rstrip()[-1:] in {"", ":", ";", "-", "•", "+"}
    if opens and _names_holders(reader, at + 1):
        return True
    return bool(counted) or (reader.blocked and (sentence.is_mark(at + 1, ":") or _names_holders(reader, at + 1)))


def _names_holders(reader: Reader, place: int) -> bool:
    """Whether a subject at a position is led to by "là", "gồm", "có" or a colon."""
    sentence = reader.sentence
    if sentence.kind(place) is not Kind.SUBJECT:
        return False
    return sentence.is_mark(place - 1, ":") or bool(
        re.fullmatch(
            r" (?:là|gồm|đó là|gồm có|có|chỉ có|mới có|còn có|namely) ?(?:tỉnh |thành phố )?",
            sentence.gap(place - 1, place),
        )
    )


def _threshold(reader: Reader, at: int) -> bool:
    """Make the facts of a threshold that names its holders, "chỉ hai địa phương trên 90%: A và B"; False without."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if not reader.index_is_named() or reader.context.target_list:
        return False
    place = at + 1
    while sentence.is_mark(place, ",:") or sentence.kind(place) is Kind.COUNT:
        place += 1
    if not _names_holders(reader, place):
        return False
    while sentence.kind(place) is Kind.SUBJECT:
        if not sentence.is_mark(place + 1, "(") and (subject := reader.subject_at(place)):
            emit.facts(
                reader,
                at,
                "percent" if token.unit == "percent" else "score",
                token.number or 0.0,
                rule="level.threshold",
                subject=subject,
                bound=token.bound,
                sure=0.95,
            )
        place = sentence.past_bracket(place + 1)
        while sentence.is_mark(place, ",;"):
            place += 1
    return True


def _assert(reader: Reader, at: int, token: Mention) -> None:
    """Make the facts of a level."""
    unit = token.unit or reader.pairs.units.get(at, "")
    metric = "percent" if unit == "percent" else "score"
    if not anchored(reader, at):
        reader.refuse(at, "nothing in the sentence ties it to the index")
        return
    index = slots.forward_index(reader, at) or reader.context.index or slots.only_index_behind(reader, at) or ""
    holder = slots.holder_behind(reader, at) or slots.mean_behind(reader, at)
    if not plausible(index, reader.context.components, metric, token.number or 0.0):
        reader.refuse(at, "it is outside what the index can be")
        return
    year = own_years.year_behind(reader, at) or own_years.year_before(reader, at)
    rule = "level"
    if year is None and holder is None and own_years.from_before(reader, at):
        if (older := changes.older_year(reader, at)) is None:
            reader.refuse(at, "it is the other side of a comparison whose year is not said")
            return
        year, rule = older, "level.older"
    components = slots.components_ahead(reader, at) if _leads_to_component(reader, at) else ()
    emit.facts(
        reader,
        at,
        metric,
        token.number or 0.0,
        rule=rule,
        index=index,
        year=year,
        subject=holder,
        components=components,
        out_of=token.out_of,
        bound=token.bound,
    )


def _leads_to_component(reader: Reader, at: int) -> bool:
    """Whether a component behind a level is its own: none is in force, or only a word like "ở" stands between."""
    if not reader.context.components:
        return True
    sentence = reader.sentence
    return sentence.kind(at + 1) is Kind.COMPONENT and bool(_AT.fullmatch(sentence.gap(at, at + 1)))


_AT = re.compile(r" (?:ở|về|trong|tại|cho)(?: lĩnh vực| nội dung| chỉ số| chỉ số thành phần)? ")
_RANGES = {
    ("par_index", "percent"): (30.0, 100.0),
    ("par_index", "score"): (30.0, 100.0),
    ("sipas", "percent"): (30.0, 100.0),
    ("sipas", "score"): (30.0, 100.0),
    ("papi", "score"): (20.0, 80.0),
    ("pci", "score"): (30.0, 100.0),
    ("dti", "score"): (0.0, 100.0),
}


def plausible(index: str, components: tuple[str, ...], metric: str, value: float) -> bool:
    """Whether a level can be one of the index; only totals have a lower limit."""
    low, high = _RANGES.get((index, metric), (0.0, 1000.0))
    return (0.0 if components else low) <= value <= max(high, 100.0)


_ANCHORING = frozenset(
    {
        Kind.INDEX,
        Kind.COMPONENT,
        Kind.TOTAL,
        Kind.SUBJECT,
        Kind.REFERENCE,
        Kind.AVERAGE,
        Kind.COMPONENT_REFERENCE,
        Kind.RESPECTIVE,
        Kind.RANK,
        Kind.LAST,
    }
)
_OPENING = lexicon.pattern("levels", "opening")
_LONGEST_OPENING = 200
"""How many characters may stand before the first value of a line that opens with it."""
_NEAR = 6
"""How many lines behind its index a level may open a line with hardly a word."""


def anchored(reader: Reader, at: int) -> bool:
    """Whether something before the number, or the bare opening of a line about the index, ties it to the index."""
    sentence = reader.sentence
    if reader.facts or sentence.find(0, at, _ANCHORING) is not None:
        return True
    if slots.forward_index(reader, at) or slots.forward_components(reader, at):
        return True
    if reader.context.index_age <= _NEAR and slots.extreme_in_bracket(reader, at):
        return True
    if slots.holder_behind(reader, at) and sentence.find(at, len(sentence.tokens), Kind.INDEX):
        return True
    if slots.opens(reader, at) and slots.only_index_behind(reader, at) and slots.holder_behind(reader, at):
        return True
    start, end = sentence.start, sentence.tokens[at].quote_start
    short = reader.context.index_age <= _NEAR and end - start < _LONGEST_OPENING
    return short and bool(_OPENING.fullmatch(sentence.clean.lower, start, end))
