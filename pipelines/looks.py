"""What a line of a page looks like by itself: prose, a button, an invitation, the heading of other articles' links."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines import published
from pipelines.lexicon import entries, words
from pipelines.text import fold

SHORTEST_HEADLINE = 25
# A line of prose ends like a sentence or is longer than any headline.
_SENTENCE_END = re.compile(r"[.!?…;:][”\"')\]]*(?: ?\(\S[^()]{0,40}\))?$")
_SHORTEST_PROSE, _LONGEST_HEADLINE = 40, 160
# Only a teaser is longer furniture than this, and teasers are told by where they stand.
_LONGEST_FURNITURE, _LONGEST_OPENER, _LONGEST_CONTROL = 220, 60, 100
# Buttons on one line are set apart by more than a space.
_GAP = re.compile(r"\s{2,}|\s\|\s|\t")
_MARKS, _WORD = re.compile(r"^[\W_]+"), re.compile(r"\w+")
_COUNT_BESIDE = re.compile(r"(?: ?\(?\d+\)?)?[ :>\"]*$|^\(\d+\) ?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line or block to be judged."""

    text: str
    linked: bool | None = None
    """Whether it is a link as a whole; None where the text does not tell."""


@dataclass(frozen=True, slots=True)
class Look:
    """A line with what it looks like by itself."""

    line: Line
    folded: str
    """The line as words are looked up; empty for an empty line."""
    opens: str | None
    """`closing`, `ambiguous` or `box` where it opens a part of the page."""
    alone: str | None
    """The reason where the line is furniture by itself, wherever it stands."""
    prose: bool


def look(line: Line) -> Look:
    """What a line looks like by itself."""
    if len(line.text) > _LONGEST_FURNITURE:
        return Look(line, line.text.strip(), None, None, is_prose(line.text))
    folded = fold(line.text)
    opens = _opening(folded)
    return Look(line, folded, opens, None if opens == "closing" else _alone(line, folded), is_prose(line.text))


def is_prose(text: str) -> bool:
    """Whether a line is a sentence of a text rather than a headline, a button or a cell."""
    text = text.strip()
    return len(text) > _LONGEST_HEADLINE or (len(text) >= _SHORTEST_PROSE and _SENTENCE_END.search(text) is not None)


@lru_cache(maxsize=4096)  # the menus of a site are the same on each of its pages
def opens_section(text: str) -> bool:
    """Whether a line is the heading of comments or of links to other articles."""
    if len(text) > 2 * _LONGEST_OPENER:
        return False
    # Nearly every line of a page is told by its first word, at a fraction of what folding it costs.
    plain = _MARKS.sub("", unicodedata.normalize("NFC", text).lower())
    first = _WORD.match(plain)
    likely = (first and first[0] in _first_words()) or _closing_beginning().match(plain)
    return bool(likely) and _opening(fold(text)) is not None


def _opening(folded: str) -> str | None:
    """Which kind of part the line opens, without regard to a colon or a count behind it."""
    if _closing_beginning().match(folded):
        return "closing"
    return _openers().get(_COUNT_BESIDE.sub("", folded).strip('-•▪►>" ')) if len(folded) <= _LONGEST_OPENER else None


def _alone(line: Line, folded: str) -> str | None:
    """Why a line is furniture by itself, wherever on the page it stands."""
    text = line.text
    if line.linked and len(folded) >= SHORTEST_HEADLINE and not is_prose(text):
        return "link"
    if 0 < len(folded) <= _LONGEST_CONTROL and all(map(_is_control, filter(None, _GAP.split(text.strip())))):
        return "control"
    if _invitation().match(folded) and not re.search(r"[.!?] \S", folded):
        return "invitation"
    if _comment_end().search(folded):
        return "comment"
    return "stamp" if published.is_introduced_stamp(text) else None


def _is_control(part: str) -> bool:
    """Whether a part of a line is a button, a label, a count of readers, or the page's date beside them."""
    folded = fold(part).strip("()[]")
    return folded in _controls() or _count().fullmatch(folded) is not None


@cache
def _openers() -> dict[str, str]:
    """Each opening line with the kind of part that it opens."""
    sections = entries("furniture")["sections"]
    return {form: kind for kind in ("closing", "ambiguous", "box") for form in words(sections[kind])}


@cache
def _first_words() -> frozenset[str]:
    """The first word of each opening line."""
    return frozenset(form.split()[0] for form in _openers())


@cache
def _closing_beginning() -> re.Pattern[str]:
    """The beginnings of lines that close the article: its keywords."""
    return re.compile(entries("furniture")["sections"]["closing_beginnings"])


@cache
def _count() -> re.Pattern[str]:
    """A label with the number of readers or comments."""
    return re.compile(entries("furniture")["lines"]["counts"])


@cache
def _comment_end() -> re.Pattern[str]:
    """What stands at the end of a reader's comment."""
    return re.compile(entries("furniture")["lines"]["comment_ends"])


@cache
def _controls() -> frozenset[str]:
    """The lines that are buttons and labels."""
    return frozenset(words(entries("furniture")["lines"]["whole"]))


@cache
def _invitation() -> re.Pattern[str]:
    """The beginnings of lines that invite to something else."""
    return re.compile("|".join(entries("furniture")["lines"]["invitations"]))
