"""Notes around a table: in what unit its numbers are told, what its ordinals mean."""

from __future__ import annotations

import re

from pipelines import lexicon
from pipelines.text import Clean

_BEFORE, _BEHIND, _INSIDE = 260, 300, 300
_PERCENT_AT_END = re.compile(r"\((?:%|đơn vị[^()]{0,12}%)\)[.: ]*\n\s*$")


def ordinal_is_rank(clean: Clean, start: int, end: int) -> bool:
    """Whether a note around a table says that the ordinal is the rank."""
    around = clean.lower[max(0, start - _BEHIND) : start] + "\n" + clean.lower[end : end + _BEHIND]
    note = lexicon.pattern("notes", "order").search(around)
    denied = lexicon.pattern("notes", "denied")
    return bool(note and not denied.search(around[max(0, note.start() - 30) : note.end() + 10]))


def names_places(text: str) -> bool:
    """Whether a text in lower case names places."""
    return bool(lexicon.pattern("notes", "places").search(text))


def aside_is_rank(clean: Clean, start: int, end: int) -> bool:
    """Whether a note around a table says that the numbers in brackets are the ranks."""
    around = clean.lower[max(0, start - _BEFORE) : start] + "\n" + clean.lower[end : end + _BEHIND]
    return bool(lexicon.pattern("notes", "aside").search(around))


def percents(clean: Clean, start: int, end: int) -> frozenset[str] | bool | None:
    """The indexes that a note of units around a table gives in percent; True for all, None where there is no note."""
    before = clean.lower[max(0, start - _BEFORE) : start]
    if _PERCENT_AT_END.search(before):
        return True
    inside = clean.lower[start : min(end, start + _INSIDE)]
    note = lexicon.pattern("notes", "unit").search(f"{before}\n{inside}\n{clean.lower[end : end + _BEHIND]}")
    return _percents(note.group(1) or note.group(2) or "") if note else None


def _percents(note: str) -> frozenset[str] | bool | None:
    """The indexes that a note gives in percent: each is told in the unit that is named next."""
    found, waiting, units = set[str](), set[str](), 0
    for match in lexicon.pattern("notes", "parts").finditer(note):
        if match["percent"] and not waiting:
            return True
        if match["percent"] or match["points"]:
            found |= waiting if match["percent"] else set()
            waiting, units = set(), units + 1
        else:
            waiting.add(str(match.lastgroup))
    return frozenset(found) if units else None
