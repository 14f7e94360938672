"""What of a page is furniture: buttons, invitations, comments and the teasers of other articles.

Lines are judged with their neighbours, since "Bình luận" is the end of an article here and a button above it there. In
doubt a line belongs to the article: a teaser that is kept can be seen, a sentence that is lost can't.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipelines import published
from pipelines.credit import is_credit
from pipelines.lexicon import entries, words
from pipelines.text import fold

END_MARK = "./."
"""What Vietnamese papers write behind an article's last sentence."""

# A line of prose ends like a sentence or is longer than any headline.
_SENTENCE_END = re.compile(r"[.!?…;:][”\"')\]]*(?: ?\(\S[^()]{0,40}\))?$")
_SHORTEST_PROSE, _LONGEST_HEADLINE, _SHORTEST_HEADLINE = 40, 160, 25
# Only a teaser is longer furniture than this, and teasers are told by where they stand.
_LONGEST_FURNITURE, _LONGEST_OPENER, _LONGEST_CONTROL = 220, 60, 100
# Buttons on one line are set apart by more than a space.
_GAP = re.compile(r"\s{2,}|\s\|\s|\t")
_COUNT_BEHIND = re.compile(r"(?: ?\(?\d+\)?)?[ :>\"]*$")
# A box in the middle of an article holds few links; a longer run of short lines is a list or a table of the article.
_MOST_TEASERS = 6
# How far above an opening line the article's last line may stand: an author, a credit and buttons come between.
_END_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line or block to be judged."""

    text: str
    linked: bool | None = None
    """Whether it is a link as a whole; None where the text does not tell."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line with what it looks like by itself."""

    line: Line
    folded: str
    opens: str | None
    """`closing`, `ambiguous` or `box` where it opens a part of the page."""
    alone: str | None
    """The reason where the line is furniture by itself, wherever it stands."""
    prose: bool


def spans(text: str) -> list[tuple[int, int, str]]:
    """The stretches of a page's visible text that are furniture: half-open offsets and the reason, in order.

    Neighbouring lines of one reason are one stretch; line ends between them belong to it.
    """
    raw = text.splitlines(keepends=True)
    found: list[tuple[int, int, str]] = []
    offset, joinable = 0, False
    for line, reason in zip(raw, mark([Line(line) for line in raw]), strict=True):
        end = offset + len(line.rstrip())
        if reason:
            start = found.pop()[0] if joinable and found[-1][2] == reason else offset
            found.append((start, end, reason))
        joinable = bool(reason) or (joinable and not line.strip())
        offset += len(line)
    return found


def mark(lines: Sequence[Line]) -> list[str | None]:
    """The reason why each line is furniture, None for the article's own lines and empty ones.

    Reasons: `section` (all behind the line that closes the article), `box` (a heading and its links), `link` (a
    headline that is a link as a whole), `control` (a button), `invitation`, `stamp` (the page's own date), `today` (the
    day on which the page is looked at).
    """
    seen = [_look(line) for line in lines]
    reasons = [one.alone for one in seen]
    for at in _above_prose(seen):
        reasons[at] = reasons[at] or _stamp(seen[at].line.text)
    at = 0
    while at < len(seen):
        last = _opened(seen, at) if seen[at].opens else None
        if last:
            end, reason = last
            reasons[at:end] = [reason if one.folded else None for one in seen[at:end]]
            at = end
        else:
            at += 1
    return reasons


def opens_section(line: str) -> bool:
    """Whether a line, by itself, is the heading of comments or of links to other articles."""
    return _opening(fold(line)) is not None


def is_prose(text: str) -> bool:
    """Whether a line is a sentence of a text rather than a headline, a button or a cell."""
    text = text.strip()
    return len(text) > _LONGEST_HEADLINE or (len(text) >= _SHORTEST_PROSE and _SENTENCE_END.search(text) is not None)


def _look(line: Line) -> _Seen:
    """What a line looks like by itself."""
    if len(line.text) > _LONGEST_FURNITURE:
        return _Seen(line, line.text.strip(), None, None, is_prose(line.text))
    folded = fold(line.text)
    opens = _opening(folded)
    return _Seen(line, folded, opens, None if opens == "closing" else _alone(line, folded), is_prose(line.text))


def _opening(folded: str) -> str | None:
    """Which kind of part the line opens, without regard to a colon or a count behind it."""
    if _closing_beginning().match(folded):
        return "closing"
    return _openers().get(_COUNT_BEHIND.sub("", folded).strip('-•▪►>" ')) if len(folded) <= _LONGEST_OPENER else None


def _alone(line: Line, folded: str) -> str | None:
    """Why a line is furniture by itself, wherever on the page it stands."""
    text = line.text
    if line.linked and len(folded) >= _SHORTEST_HEADLINE and not is_prose(text):
        return "link"
    if 0 < len(folded) <= _LONGEST_CONTROL and all(map(_is_control, filter(None, _GAP.split(text.strip())))):
        return "control"
    if _invitation().match(folded) and not re.search(r"[.!?] \S", folded):
        return "invitation"
    return "stamp" if published.is_introduced_stamp(text) else None


def _is_control(part: str) -> bool:
    """Whether a part of a line is a button, a label, a count of readers, or the page's date beside them."""
    folded = fold(part).strip("()[]")
    return folded in _controls() or _count().fullmatch(folded) is not None


def _above_prose(seen: Sequence[_Seen]) -> range:
    """The lines above the first line of prose: the head of the page."""
    return range(next((at for at, one in enumerate(seen) if one.prose and not one.alone), 0))


def _stamp(text: str) -> str | None:
    """Why a line at the head of a page is a date of the page, or of the day on which it is looked at."""
    if published.is_today_line(text):
        return "today"
    return "stamp" if published.is_stamp(text) else None


def _opened(seen: Sequence[_Seen], at: int) -> tuple[int, str] | None:
    """Where the part that line `at` opens ends, and its reason; None where the line opens nothing."""
    if not any(one.prose for one in seen[:at]):
        return None
    rest = [one for one in seen[at + 1 :] if one.folded]
    if _is_over(seen, at) or (_may_close(seen[at], rest) and not _goes_on(rest)):
        return len(seen), "section"
    if seen[at].opens == "ambiguous":
        return None
    end = _behind_teasers(seen, at + 1)
    return (end, "box") if end > at + 1 else None


def _is_over(seen: Sequence[_Seen], at: int) -> bool:
    """Whether the article's last line stands shortly above: an end mark or a credit."""
    above = [one for one in seen[:at] if one.folded][-_END_WITHIN:]
    return any(one.folded.rstrip("\"' ").endswith(END_MARK) or is_credit(one.line.text) for one in above)


def _may_close(opener: _Seen, rest: Sequence[_Seen]) -> bool:
    """Whether a line closes the article by its words: a clear one, or a vague one before another or at the end."""
    clear = opener.opens == "closing"
    return clear or (opener.opens == "ambiguous" and (not rest or rest[0].opens is not None))


def _goes_on(rest: Sequence[_Seen]) -> bool:
    """Whether the lines read like an article: prose follows on prose, as no list of teasers has it."""
    return any(one.prose and after.prose for one, after in pairwise(rest))


def _behind_teasers(seen: Sequence[_Seen], start: int) -> int:
    """Where the links of a box end: at prose, at a line that is no link, at a gap after links without gaps."""
    end, count, dense = start, 0, start < len(seen) and bool(seen[start].folded)
    for at in range(start, len(seen)):
        one = seen[at]
        if not one.folded:
            if dense and count:
                break
            continue
        if count == _MOST_TEASERS or not _is_teaser(one, seen[at - 1]):
            break
        end, count = at + 1, count + 1
    return end


def _is_teaser(one: _Seen, before: _Seen) -> bool:
    """Whether a line in a box is the headline, the date or, below a date, the summary of another article."""
    if one.line.linked is not None:
        return one.line.linked
    if published.is_stamp(one.line.text) or published.is_stamp(before.line.text):
        return True
    return not one.prose and not one.opens and len(one.folded) >= _SHORTEST_HEADLINE


@cache
def _openers() -> dict[str, str]:
    """Each opening line with the kind of part that it opens."""
    sections = entries("furniture")["sections"]
    return {form: kind for kind in ("closing", "ambiguous", "box") for form in words(sections[kind])}


@cache
def _closing_beginning() -> re.Pattern[str]:
    """The beginnings of lines that close the article: its keywords."""
    return re.compile(entries("furniture")["sections"]["closing_beginnings"])


@cache
def _count() -> re.Pattern[str]:
    """A label with the number of readers or comments."""
    return re.compile(entries("furniture")["lines"]["counts"])


@cache
def _controls() -> frozenset[str]:
    """The lines that are buttons and labels."""
    return frozenset(words(entries("furniture")["lines"]["whole"]))


@cache
def _invitation() -> re.Pattern[str]:
    """The beginnings of lines that invite to something else."""
    return re.compile("|".join(entries("furniture")["lines"]["invitations"]))
