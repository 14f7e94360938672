"""Places that are implied: the last one of a field whose size is known, and those behind "tiếp theo là"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from pipelines.context import Subject
from pipelines.gazetteer import field_size
from pipelines.mentions.types import Kind
from pipelines.rules import emit, own_years, slots
from pipelines.rules.denials import SEVERAL, leading_group, of_another_ranking
from pipelines.rules.scopes import scope
from pipelines.sentence import Sentence

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


def read_last(reader: Reader, at: int) -> None:
    """Make the last place where the size of the field is stated or known; it is implied, hence less sure."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = of_another_ranking(reader, at)
    named = re.search(
        r"(?:từ|khỏi|thoát|rời|nhóm|tốp|top|điểm|các tỉnh|những tỉnh|khoảng cách) $", sentence.before(at, 16)
    )
    several = sentence.words(at).startswith("vị trí") and SEVERAL.search(sentence.before(at))
    if named or several or leading_group(sentence.before(at)):
        reason = reason or "the bottom is named, nobody is said to be there"
    if reason or reader.context.components or slots.forward_components(reader, at):
        reader.refuse(at, reason or "the last place of a component")
        return
    if reader.context.index_age > 2 and not reader.names_measure():
        return
    behind = sentence.tokens[at + 1 : at + 5]
    if (
        any(one.kind is Kind.FRACTION or (one.out_of is not None and one.out_of == one.number) for one in behind)
        or scope(reader, at) is not None
        or re.match(r" (?:khu vực|vùng|nhóm|miền)", sentence.after(at))
    ):
        return
    subject = None if at in reader.pairs.keys else slots.forward_subject(reader, at)
    if subject is None and sentence.rfind(0, at, {Kind.SUBJECT, Kind.REFERENCE}) is None:
        reader.refuse(at, "the sentence has named nobody yet who could be last")
        return
    if subject is not None and _names_several(sentence, at):
        reader.refuse(at, "several are at the bottom, and none is said to be the last")
        return
    index = slots.forward_index(reader, at) or reader.context.index or ""
    for one in (subject,) if subject else slots.subjects_of(reader, at):
        size = _size(reader, index, one)
        if size is not None:
            emit.facts(
                reader,
                at,
                "rank",
                float(size - (token.number or 0)),
                rule="rank.last",
                subject=one,
                index=index,
                year=own_years.year_behind(reader, at),
                sure=0.62,
            )


def _names_several(sentence: Sentence, at: int) -> bool:
    """Whether the words for the last place lead to an enumeration: "cuối bảng là Kon Tum, Cao Bằng và Điện Biên"."""
    first = sentence.find(at + 1, len(sentence.tokens), Kind.SUBJECT)
    second = None if first is None else sentence.find(first + 1, first + 3, Kind.SUBJECT)
    if first is None or second is None:
        return False
    between = sentence.clean.lower[sentence.tokens[first].end : sentence.tokens[second].start]
    return bool(re.fullmatch(r" ?(?:,|và|, và|cùng) (?:tỉnh |thành phố |bộ |huyện |thấp nhất là )?", between))


def _size(reader: Reader, index: str, subject: Subject) -> int | None:
    """How many units of the subject's kind are ranked."""
    if subject.unit in {"district", "commune", "department"}:
        return reader.context.field_sizes.get(subject.unit)
    return field_size(index, subject.unit, reader.context.year) if reader.context.year else None


_NUMBER = re.compile(r"\((\d{1,2})\) ?$")
_IN_ORDER = re.compile(r"lần lượt|thứ tự|xếp hạng|thứ hạng|tiếp theo")


def numbered(sentence: Sentence) -> dict[int, int]:
    """The numbers that stand in brackets before the names of a list in order: "lần lượt là: (1) A đạt 90%, (2) B"."""
    found = {
        at: int(match.group(1))
        for at, token in enumerate(sentence.tokens)
        if token.kind is Kind.SUBJECT and (match := _NUMBER.search(sentence.before(at, 6)))
    }
    rising = all(one < other for one, other in pairwise(found.values()))
    ordered = len(found) > 2 and rising and _IN_ORDER.search(sentence.clean.lower, sentence.start, sentence.end)
    return found if ordered else {}


def read_numbered(reader: Reader, at: int, number: int) -> None:
    """Make the place of a name of a numbered list in order."""
    subject = reader.subject_at(at)
    if subject is not None and not of_another_ranking(reader, at):
        emit.facts(reader, at, "rank", float(number), rule="rank.numbered", subject=subject, sure=0.9)


def read_next(reader: Reader, at: int) -> None:
    """Make the places that "tiếp theo là X, Y" implies behind the last place that was stated."""
    sentence, last = reader.sentence, reader.context.last_rank
    if last is None or of_another_ranking(reader, at):
        return
    place, number = at + 1, last
    while sentence.is_mark(place, ':,"'):
        place += 1
    if place == at + 1 and sentence.words(at).endswith("sau") and sentence.gap(at, place) == " ":
        reader.refuse(at, "it is said behind whom somebody comes")
        return
    while sentence.kind(place) is Kind.SUBJECT and sentence.tokens[place].start - sentence.tokens[at].end < 400:
        subject, number = reader.subject_at(place), number + 1
        if subject is None or subject.unit != reader.context.last_ranked or _has_own_rank(reader, place):
            return
        emit.facts(
            reader,
            place,
            "rank",
            number,
            rule="rank.implied",
            subject=subject,
            components=("total",) if not reader.context.components else (),
            sure=0.6,
        )
        following = sentence.past_bracket(place + 1)
        while sentence.is_mark(following, ",;"):
            following += 1
        place = following
    reader.context.last_rank = number if number > last else last


def _has_own_rank(reader: Reader, at: int) -> bool:
    """Whether a subject of the enumeration states its place itself."""
    sentence = reader.sentence
    end = sentence.past_bracket(at + 1)
    if sentence.find(at + 1, end, {Kind.RANK, Kind.FRACTION}) is not None:
        return True
    following = sentence.find(end, len(sentence.tokens), {Kind.RANK, Kind.FRACTION, Kind.SUBJECT})
    return following is not None and sentence.kind(following) in {Kind.RANK, Kind.FRACTION}
