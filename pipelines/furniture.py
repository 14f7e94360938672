"""What of a page is furniture: buttons, invitations, comments and the teasers of other articles.

Lines are judged with their neighbours, since "Bình luận" is the end of an article here and a button above it there. In
doubt a line belongs to the article: a teaser that is kept can be seen, a sentence that is lost can't.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipelines import published
from pipelines.credit import is_credit
from pipelines.looks import SHORTEST_HEADLINE, Line, Look, look

END_MARK = "./."
"""What Vietnamese papers write behind an article's last sentence."""

# A box in the middle of an article holds few links; a longer run of short lines is a list or a table of the article.
_MOST_TEASERS = 6
# How far above an opening line the article's last line may stand: an author, a credit and buttons come between.
_END_WITHIN = 4


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
    headline that is a link as a whole), `control` (a button), `comment` (a reader's), `invitation`, `stamp` (the page's
    own date), `today` (the day on which the page is looked at).
    """
    page = _Lines([look(line) for line in lines])
    reasons = [one.alone for one in page.looks]
    for at in page.head():
        reasons[at] = reasons[at] or _stamp(lines[at].text)
    at = 0
    while at < len(lines):
        end, reason = page.part(at)
        reasons[at:end] = [reason if one.folded else None for one in page.looks[at:end]]
        at = max(end, at + 1)
    return reasons


class _Lines:
    """The lines of a page, each judged with its neighbours; every answer costs the same, however long the page."""

    def __init__(self, looks: Sequence[Look]) -> None:
        self.looks = looks
        self._full = [at for at, one in enumerate(looks) if one.folded]
        self._place = {at: place for place, at in enumerate(self._full)}
        prose = [at for at in self._full if looks[at].prose]
        self._first_prose = prose[0] if prose else len(looks)
        # Prose that follows on prose, as no list of teasers has it: behind the last such pair no article goes on.
        pairs = [one for one, after in pairwise(self._full) if looks[one].prose and looks[after].prose]
        self._last_pair = pairs[-1] if pairs else -1

    def head(self) -> range:
        """The lines above the first line of prose."""
        return range(self._first_prose if self._first_prose < len(self.looks) else 0)

    def part(self, at: int) -> tuple[int, str | None]:
        """Where the part that line `at` opens ends, and its reason; `at` itself where the line opens nothing."""
        opens = self.looks[at].opens
        if not opens or at < self._first_prose:
            return at, None
        if self._is_over(at) or (self._may_close(at) and self._last_pair < at):
            return len(self.looks), "section"
        end = at if opens == "ambiguous" else self._behind_teasers(at + 1)
        return (end, "box") if end > at + 1 else (at, None)

    def _is_over(self, at: int) -> bool:
        """Whether the article's last line stands shortly above: an end mark or a credit."""
        place = self._place[at]
        above = (self.looks[before] for before in self._full[max(place - _END_WITHIN, 0) : place])
        return any(one.folded.rstrip("\"' ").endswith(END_MARK) or is_credit(one.line.text) for one in above)

    def _may_close(self, at: int) -> bool:
        """Whether a line closes the article by its words: a clear one, or a vague one before another or at the end."""
        if self.looks[at].opens != "ambiguous":
            return self.looks[at].opens == "closing"
        below = self._full[self._place[at] + 1 : self._place[at] + 2]
        return all(self.looks[next_one].opens for next_one in below)

    def _behind_teasers(self, start: int) -> int:
        """Where the links of a box end: at prose, at a line that is no link, at a gap after links without gaps."""
        end, count, dense = start, 0, start in self._place
        for at in range(start, len(self.looks)):
            if at not in self._place:
                if dense and count:
                    break
                continue
            if count == _MOST_TEASERS or not _is_teaser(self.looks[at], self.looks[at - 1]):
                break
            end, count = at + 1, count + 1
        return end


def _stamp(text: str) -> str | None:
    """Why a line at the head of a page is a date of the page, or of the day on which it is looked at."""
    if published.is_today_line(text):
        return "today"
    return "stamp" if published.is_stamp(text) else None


def _is_teaser(one: Look, before: Look) -> bool:
    """Whether a line in a box is the headline, the date or, below a date, the summary of another article."""
    if published.is_stamp(one.line.text) or published.is_stamp(before.line.text):
        return True
    if one.line.linked is not None:
        return one.line.linked
    return not one.prose and not one.opens and len(one.folded) >= SHORTEST_HEADLINE
