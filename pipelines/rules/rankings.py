"""Numbered lists under a heading that announces a ranking: "1. Quảng Ninh: 92,18%" states a rank beside its level."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.mentions.types import Kind, Mention
from pipelines.rules import captions
from pipelines.rules.cells import Span
from pipelines.rules.facts import Fact
from pipelines.rules.scene import Scene
from pipelines.text import Clean

_ITEM = re.compile(r"(?P<ordinal>\d{1,2})[.)/]? +(?=\D)")
_VALUE = re.compile(r"(?<![\w.,])(\d{1,3}[.,]\d{1,4})(?![\w/]|[.,]\d)")
_STATED = re.compile(r"(?<!\w)(?:hạng|thứ|vị trí|rank|bậc)(?!\w)")


def ranks(scene: Scene, lines: Sequence[Span]) -> list[Fact]:
    """The ranks that the ordinals of a list state: from 1 on without a gap, each before one subject, values falling."""
    facts: list[Fact] = []
    last: float | None = None
    for number, line in enumerate(lines, 1):
        item = _ITEM.match(scene.clean.text, *line)
        subject = _subject(scene, item.end(), line[1]) if item else None
        values = _VALUE.findall(scene.clean.text[slice(*line)])
        if (
            item is None
            or subject is None
            or int(item["ordinal"]) != number
            or _STATED.search(scene.clean.lower, *line)
        ):
            break
        level = float(values[0].replace(",", ".")) if values else None
        if level is not None and last is not None and level > last:
            return []
        last = level if level is not None else last
        fact = _fact(scene, item.start("ordinal"), subject, number)
        if fact is not None:
            facts.append(fact)
    return facts if len(facts) > 2 and (last is not None or _only_names(scene, lines[: len(facts)])) else []


def _only_names(scene: Scene, lines: Sequence[Span]) -> bool:
    """Whether the items hold nothing but a name."""
    items = ((line, _ITEM.match(scene.clean.text, *line)) for line in lines)
    named = ((line, _subject(scene, item.end(), line[1])) for line, item in items if item is not None)
    return all(mention is not None and line[1] - mention.end < 3 for line, mention in named)


def _subject(scene: Scene, start: int, end: int) -> Mention | None:
    """The one subject of a list item, at its beginning."""
    named = [one for one in scene.inside(start, end) if one.kind is Kind.SUBJECT and one.unit != "region"]
    return named[0] if len(named) == 1 and named[0].start - start <= 2 else None


def _fact(scene: Scene, start: int, mention: Mention, number: int) -> Fact | None:
    """The rank of one item."""
    subject = scene.subject_of(mention)
    index = scene.caption.index or scene.context.index
    if subject is None or index in (None, "other"):
        return None
    year = scene.caption.year or scene.context.year
    return Fact(str(index), year, subject, "total", "rank", float(number), start, mention.end, "list.ordinal", 0.6)


def is_first(clean: Clean, line: Span) -> bool:
    """Whether a line begins with the number 1 as an item of a list does."""
    item = _ITEM.match(clean.text, *line)
    return item is not None and item["ordinal"] == "1"


def is_announced(scene: Scene, above: Sequence[Span]) -> bool:
    """Whether one of the two lines over a list is a heading that announces a ranking."""
    heading = [span for span in above[-2:] if span[1] - span[0] < 160]
    return any(captions.announces_ranking(scene.clean.lower[slice(*span)]) for span in heading)
