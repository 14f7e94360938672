"""Addresses: "xã Mỹ Lộc, huyện Can Lộc, tỉnh Hà Tĩnh" is one subject, and the names behind it say where it is."""

from __future__ import annotations

from pipelines import lexicon
from pipelines.mentions.types import Kind
from pipelines.sentence import Sentence

_INSIDE = frozenset({"district", "commune", "department"})
_WITHIN = lexicon.pattern("addresses", "within")
_TYPED = lexicon.pattern("addresses", "typed")


def end(sentence: Sentence, at: int) -> int:
    """The position of the province that the address of the unit at a position ends with; the unit's own without one."""
    if sentence.kind(at) is not Kind.SUBJECT or sentence.tokens[at].unit not in _INSIDE:
        return at
    place = _following(sentence, at)
    if place and sentence.tokens[at].unit == "commune" and sentence.tokens[place].unit == "district":
        place = _following(sentence, place)
    return place if place and sentence.tokens[place].unit == "province" else at


def ends(sentence: Sentence, at: int) -> bool:
    """Whether the province at a position ends the address of the unit before it."""
    host = at - 2 if sentence.is_mark(at - 1, ",") else at - 1
    return host >= 0 and end(sentence, host) == at


def _following(sentence: Sentence, at: int) -> int | None:
    """The position of the subject that stands behind a unit as what it belongs to."""
    place = at + 2 if sentence.is_mark(at + 1, ",") else at + 1
    if sentence.kind(place) is not Kind.SUBJECT:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    if not _WITHIN.fullmatch(between) or ("," in between and not _TYPED.match(sentence.words(place))):
        return None
    return place
