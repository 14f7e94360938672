"""The head of a page's visible text: the line that is most likely its title, and the date that it states of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from pipelines import published
from pipelines.document import PartialDate
from pipelines.furniture import mark
from pipelines.lexicon import entries, words
from pipelines.looks import Line, is_prose
from pipelines.text import fold

# The head of a page is short; a text whose first lines hold no prose is a table or a list.
_HEAD = 15
_SHORTEST, _LONGEST, _FEWEST_WORDS, _LONGEST_QUESTION = 20, 200, 4, 120
_DATE = re.compile(r"\d{1,2}[:/.-]\d|\d{4}-")
# Marks of menus and paths, which no title has.
_MENU = ("|", ">", "»", "©")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text tells; empty and None where it tells nothing."""

    title: str = ""
    published: PartialDate | None = None


def head(text: str, now: datetime) -> Head:
    """The title and date of a page's visible text, as far as its first lines tell them.

    The title is the last line before the page's date that reads like a title, or without a date the first; it is looked
    for above the first line of prose alone, and taken as it stands. Neither the day of the visit nor a day to come is a
    date of publication.
    """
    lines = [line for line in text.splitlines()[: 4 * _HEAD] if line.strip()][:_HEAD]
    reasons = mark([Line(line) for line in lines])
    end = next((at for at, line in enumerate(lines) if not reasons[at] and _is_text(line)), len(lines))
    stamps = [at for at in range(end) if reasons[at] == "stamp"]
    titles = [at for at in range(end) if not reasons[at] and _is_title(lines[at])]
    above = [at for at in titles if stamps and at < stamps[-1]]
    title = above[-1] if above else titles[0] if titles else None
    return Head(
        title=lines[title].strip() if title is not None else "",
        published=_date(lines, [at for at in stamps if title is not None and at > title], now),
    )


def _is_text(line: str) -> bool:
    """Whether a line is prose and no title that asks something."""
    return is_prose(line) and not (line.rstrip().endswith("?") and len(line) <= _LONGEST_QUESTION)


def _is_title(line: str) -> bool:
    """Whether a line has the length of a title and is neither a date, a menu nor a site's name."""
    line, folded = line.strip(), fold(line)
    return (
        _SHORTEST <= len(folded) <= _LONGEST
        and len(line.split()) >= _FEWEST_WORDS
        and not _DATE.match(line)
        and not any(sign in line for sign in _MENU)
        and not folded.startswith(_not_titles())
    )


@cache
def _not_titles() -> tuple[str, ...]:
    """The beginnings of lines at the head of a page that are no title."""
    return tuple(words(entries("furniture")["head"]["not_titles"]))


def _date(lines: list[str], stamps: list[int], now: datetime) -> PartialDate | None:
    """The day that the first of those lines states, unless it is to come."""
    at = published.choose((lines[place] for place in stamps), now).at
    return PartialDate(at.year, at.month, at.day) if at else None
