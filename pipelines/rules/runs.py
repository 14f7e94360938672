"""Successive places given to subjects in their order: "từ thứ 2 đến thứ 5 là A, B, C, D", "ba nơi dẫn đầu"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import denials, emit, own_years, slots

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader

_LIGHT = frozenset({Kind.RESPECTIVE, Kind.GROUP, Kind.REFERENCE, Kind.INDEX, Kind.YEAR})
_LEADS = lexicon.pattern("runs", "leads")


def read(reader: Reader, at: int) -> None:
    """Make the places of a run, if there are as many subjects enumerated behind it, or before it, as places."""
    token, reason = reader.sentence.tokens[at], denials.of_another_ranking(reader, at)
    first, last = int(token.number or 0), int(token.out_of or 0)
    subjects = _behind(reader, at) or _before(reader, at)
    if reason or len(subjects) != last - first + 1:
        reader.refuse(at, reason or "as many subjects as the run has places are not named")
        return
    index, year = slots.forward_index(reader, at), own_years.year_behind(reader, at)
    for number, subject in enumerate(subjects, first):
        emit.facts(
            reader, at, "rank", float(number), rule="rank.run", index=index, year=year, subject=subject, sure=0.95
        )
    reader.context.last_rank = float(last)
    reader.context.last_ranked = reader.facts[-1].subject.unit if reader.facts else ""


def _behind(reader: Reader, at: int) -> list[Subject]:
    """The subjects that the run leads to, each with its own bracket or value; none where it leads to nobody."""
    sentence, place = reader.sentence, at + 1
    while sentence.kind(place) in _LIGHT or sentence.is_mark(place, ",:)"):
        place += 1
    if place >= len(sentence.tokens) or not _LEADS.fullmatch(_words(reader, at, place)):
        return []
    return [subject for _, subject in enumerated(reader, place)]


def enumerated(reader: Reader, place: int) -> list[tuple[int, Subject]]:
    """The subjects enumerated from a position on, each with its own bracket or value, and where they stand."""
    sentence, found = reader.sentence, []
    while place < len(sentence.tokens) and (subject := reader.subject_at(place)) is not None:
        found.append((place, subject))
        place = sentence.past_bracket(place + 1)
        while sentence.kind(place) is Kind.VALUE or sentence.is_mark(place, ",;"):
            place += 1
    return found


def _words(reader: Reader, at: int, place: int) -> str:
    """The words between a run and the first subject behind it, those of mentions apart."""
    return "".join(reader.sentence.gap(one, one + 1) for one in range(at, place))


def _before(reader: Reader, at: int) -> tuple[Subject, ...]:
    """The subjects in force, where "lần lượt" gives them the run: "A, B và C lần lượt xếp từ thứ 2 đến thứ 4"."""
    told = reader.sentence.find(max(0, at - 2), at, Kind.RESPECTIVE)
    return reader.context.subjects if told is not None else ()


def read_leaders(reader: Reader, at: int) -> bool:
    """Make the places of "3 địa phương dẫn đầu lần lượt là A, B, C"; False where the place is no such one."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    told = sentence.find(at + 1, at + 6, Kind.RESPECTIVE)
    if token.number != 1 or not _is_of_several(reader, at, told):
        return False
    place = sentence.find(told or at + 1, len(sentence.tokens), Kind.SUBJECT)
    if place is None:
        return True
    holders = enumerated(reader, place) if told or sentence.is_mark(place - 1, ":") else []
    for where, subject in _of_own_rankings(reader, place) if not holders else []:
        emit.facts(reader, where, "rank", 1.0, rule="rank.leaders", subject=subject, sure=0.9)
    for number, (where, subject) in enumerate(holders if told else holders[:1], 1):
        sure = 0.9 if number == 1 else 0.75
        emit.facts(reader, where, "rank", float(number), rule="rank.leaders", subject=subject, sure=sure)
    return True


def _of_own_rankings(reader: Reader, place: int) -> list[tuple[int, Subject]]:
    """The ministry and the province that lead a ranking each: "hai đơn vị dẫn đầu là Bộ Y tế và tỉnh Cà Mau"."""
    joined = reader.sentence.kind(place + 1) is Kind.SUBJECT and reader.sentence.gap(place, place + 1) == " và "
    both = [(one, subject) for one in (place, place + 1) if joined and (subject := reader.subject_at(one))]
    return both if {subject.unit for _, subject in both} == {"ministry", "province"} else []


def _is_of_several(reader: Reader, at: int, told: int | None) -> bool:
    """Whether the first place is the head of those that several hold: "ba huyện có chỉ số cao nhất lần lượt là"."""
    sentence, before = reader.sentence, reader.sentence.before(at)
    if sentence.tokens[at].key == "word":
        several = sentence.words(at).startswith(("vị trí", "ngôi")) and denials.SEVERAL.search(before)
        return bool(several) or denials.leading_group(before)
    count = sentence.rfind(0, at, Kind.COUNT)
    if sentence.tokens[at].key != "highest" or told is None or count is None:
        return False
    elsewhere = {Kind.SUBJECT, Kind.MOVE, Kind.OTHER_MEASURE, Kind.RANK, Kind.VALUE, Kind.PUNCTUATION}
    return sentence.find(count, at, elsewhere) is None
