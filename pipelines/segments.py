"""Lines and sentences of a text: where a statement may begin and must end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean

# A stop ends a sentence unless it belongs to an abbreviation or stands inside a number.
_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|[.!?…]+(?=[\"'(]*[A-ZĐ][^.A-Z])")
_ABBREVIATION = re.compile(
    r"(?:(?<![\w&])(?:tp|t\.p|tx|tt|q|h|p|ts|ths|pgs|gs|no|nos|mr|ms|mrs|dr|st|vs|đ/c|ô|b|bs|ks|ls|kts|gs\.ts|pgs\.ts))$"
)


class Span(NamedTuple):
    """A half-open stretch of the normalised text."""

    start: int
    end: int


def lines(clean: Clean, found: Sequence[Mention] = ()) -> Iterator[Span]:
    """The lines of a text; a break in the midst of a sentence or of a name that was found does not end its line."""
    start = 0
    broken = (one for one in found if one.kind is Kind.SUBJECT and "\n" in clean.text[one.start : one.end])
    inside = {place for one in broken for place in range(one.start + 1, one.end)}
    for match in re.finditer(r"\n", clean.text):
        if match.start() in inside or _continues(clean.text, match.start()):
            continue
        if clean.text[start : match.start()].strip():
            yield Span(start, match.start())
        start = match.end()
    if clean.text[start:].strip():
        yield Span(start, len(clean.text))


# A line that ends so goes on behind its break: what wraps at a fixed width breaks anywhere.
_UNFINISHED = re.compile(r"[^\n]{12,},$|[ \w]{10,} (?:of|the|and|with|by|on|against|than|was|were|from|for)$")


def _continues(text: str, at: int) -> bool:
    """Whether the line break at this place is a wrap: the line has no end, and the next one goes on in lower case."""
    after = text[at + 1 : at + 3]
    before = text[max(0, at - 60) : at].rstrip()
    if _UNFINISHED.search(before) and not after.startswith("\n"):
        return True
    return bool(
        after[:1].islower() and before and before[-1] not in ".!?;:…" and len(before) > 25 and "\n" not in before[-25:]
    )


_MOST = 400
"""How many mentions a sentence may have: a list of all provinces with their results has fewer. What has more is no
prose, and is read in pieces, so that reading costs no more than a text's length."""


def sentences(clean: Clean, line: Span, found: Sequence[Mention]) -> Iterator[Span]:
    """The sentences of a line; no sentence ends inside a mention, and one of too many mentions comes in pieces."""
    at = 0
    for span in _sentences(clean, line, found):
        start, inside = span.start, at
        while at < len(found) and found[at].start < span.end:
            if at - inside == _MOST:
                yield Span(start, found[at].start)
                start, inside = found[at].start, at
            at += 1
        yield Span(start, span.end)


def _sentences(clean: Clean, line: Span, found: Sequence[Mention]) -> Iterator[Span]:
    """The sentences of a line, however long."""
    start = line.start
    inside = {place for one in found if one.kind is not Kind.PUNCTUATION for place in range(one.start, one.end - 1)}
    for match in _STOP.finditer(clean.text, line.start, line.end):
        before = clean.lower[max(line.start, match.start() - 8) : match.start()]
        if match.start() in inside or (match.group() == "." and _ABBREVIATION.search(before)):
            continue
        if _inside_bracket(clean.text, start, match.start()):
            continue
        if _ORDINAL_OF_LIST.fullmatch(clean.text, start, match.start()):
            continue
        if _ANYTHING.search(clean.text, start, match.start()):
            yield Span(start, match.end())
        start = match.end()
    if clean.text[start : line.end].strip():
        yield Span(start, line.end)


def _inside_bracket(text: str, start: int, at: int) -> bool:
    """Whether a stop stands in a bracket that closes soon: "tụt 58 bậc (?) xuống"."""
    closing = text.find(")", at, at + _SOON)
    if closing < 0 or text.find("(", at, closing) >= 0:
        return False
    opening = text.rfind("(", start, at)
    return opening >= 0 and text.find(")", opening, at) < 0


_SOON = 120
"""Within how many characters a bracket closes that a stop may stand in."""
# The number or letter of a list item, whose stop ends no sentence.
_ORDINAL_OF_LIST = re.compile(r"\s*+[-+*•]?\s*+(?:\d{1,2}|[a-zđ])\s*+")
# Stops alone are no sentence.
_ANYTHING = re.compile(r"\w")
