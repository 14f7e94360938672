"""Ranks: ordinals, words such as "quán quân", fractions of a field, the leaders of an ordered list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines.context import Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import changes, denials, emit, own_years, runs, slots
from pipelines.rules.scopes import scope

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


_SHARED = re.compile(r"(?<!\w)(?:đồng|cùng) (?:xếp |đứng |giữ |chia )?$")


def read(reader: Reader, at: int) -> None:
    """Make the fact of a place, or say why there is none."""
    token = reader.sentence.tokens[at]
    reason = denials.of_another_ranking(reader, at)
    if reason is None and runs.read_leaders(reader, at):
        return
    reason = reason or denials.not_a_place(reader, at, token)
    if reason:
        reader.refuse(at, reason)
        return
    subject = None if at in reader.pairs.keys else slots.forward_subject(reader, at) or slots.apposed(reader, at)
    if subject is not None and _SHARED.search(reader.sentence.before(at)):
        _share(reader, at, subject)
    _assert(reader, at, token, subject)


def _share(reader: Reader, at: int, first: Subject) -> None:
    """Make the facts of those with whom the first of a list shares a place: "đồng hạng nhì là A và B"."""
    place = reader.sentence.find(at, len(reader.sentence.tokens), Kind.SUBJECT)
    holders = [one for _, one in runs.enumerated(reader, place or 0)]
    for other in holders[1:] if holders[:1] == [first] else []:
        emit.facts(
            reader, at, "rank", reader.sentence.tokens[at].number or 0.0, rule="rank.shared", subject=other, sure=0.95
        )


def _assert(reader: Reader, at: int, token: Mention, subject: Subject | None) -> None:
    """Make the facts of a place."""
    index = slots.forward_index(reader, at)
    if index:
        reader.context.index, reader.context.index_age = index, 0
        reader.context.components = ()
    components = slots.forward_components(reader, at)
    year = own_years.year_behind(reader, at) or own_years.year_before(reader, at)
    rule = f"rank.{token.key}"
    if year is None and _is_older(reader, at):
        if (older := changes.older_year(reader, at)) is None:
            reader.refuse(at, "an earlier place whose year is not said")
            return
        year, rule = older, "rank.older"
    if subject is not None and subject.unit == "region":
        components = ()
    for other in slots.forward_indexes(reader, at)[1:]:
        emit.facts(
            reader,
            at,
            "rank",
            token.number or 0.0,
            rule=rule,
            index=other,
            year=year,
            subject=subject,
            components=("total",),
            sure=0.95,
        )
    emit.facts(
        reader,
        at,
        "rank",
        token.number or 0.0,
        rule=f"{rule}.forward" if subject else rule,
        index=index,
        year=year,
        subject=subject,
        components=components,
        out_of=token.out_of or _field_behind(reader, at),
        scope=scope(reader, at),
    )
    if reader.facts and not reader.stack:
        reader.context.last_rank = None if reader.facts[-1].scope else token.number
        reader.context.last_ranked = reader.facts[-1].subject.unit


def _is_older(reader: Reader, at: int) -> bool:
    """Whether a place is where a subject came from: "từ vị trí thứ 9 … lên vị trí thứ 6", "lên 4 bậc từ thứ 9"."""
    if not own_years.from_before(reader, at):
        return False
    change = reader.sentence.rfind(max(0, at - 2), at, Kind.AMOUNT, lambda one: one.unit == "places")
    if change is not None:
        return True
    later = reader.sentence.find(at + 1, at + 12, {Kind.RANK, Kind.LAST, Kind.MOVE, Kind.FRACTION})
    return later is not None or bool(
        re.search(r"(?<!\w)(?:so với|hơn|(?:thoát|rời)(?: khỏi)?) ", reader.sentence.before(at, 20))
    )


def _field_behind(reader: Reader, at: int) -> float | None:
    """The size of the field that a place in words has behind it: "xếp cuối cùng (30/30)", "dẫn đầu 19 đơn vị"."""
    match = re.match(
        r" (\d{1,3}) (?:đơn vị|tỉnh|huyện|sở|bộ|địa phương|xã|phường|quận|cơ quan|thành phố)",
        reader.sentence.after(at, 20),
    )
    return float(match.group(1)) if match and reader.sentence.tokens[at].key == "word" else None


def read_fraction(reader: Reader, at: int) -> None:
    """Make the place, or the score of a maximum, that two whole numbers with a slash state; most are counts."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    reason = denials.of_another_ranking(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    if token.number is None or token.out_of is None or token.number > token.out_of:
        reader.refuse(at, "no place of a field")
    elif reader.context.components and token.out_of < 20 and re.search(r"(?:đạt|được|:|,|\() ?$", sentence.before(at)):
        emit.facts(reader, at, "score", token.number, rule="level.fraction", out_of=token.out_of, sure=0.93)
    elif at in reader.pairs.keys or _fraction_is_place(reader, at):
        year = own_years.year_behind(reader, at) or own_years.year_before(reader, at)
        if year is None and _is_older(reader, at):
            year = changes.older_year(reader, at)
        ranked = at - 2 if sentence.is_mark(at - 1, "(") and sentence.kind(at - 2) in {Kind.LAST, Kind.RANK} else None
        subject = slots.forward_subject(reader, ranked) if ranked is not None else None
        components = slots.forward_components(reader, at if ranked is None else ranked)
        emit.facts(
            reader,
            at,
            "rank",
            token.number,
            rule="rank.fraction",
            year=year,
            subject=subject,
            components=components,
            out_of=token.out_of,
            scope=scope(reader, at),
            sure=0.95,
        )
        reader.context.last_rank = token.number
        reader.context.last_ranked = reader.facts[-1].subject.unit if reader.facts else ""
    else:
        reader.refuse(at, "a count, not a place")
        if re.match(
            r" (?:bộ|tỉnh|địa phương|đơn vị|huyện|sở|xã|chỉ số|lĩnh vực|nội dung|tiêu chí|thành phần|"
            r"provinces|ministries)",
            sentence.after(at),
        ):
            reader.blocked = True


def _fraction_is_place(reader: Reader, at: int) -> bool:
    """Whether a fraction of a field is a place: behind a rank word, or bare in a bracket or behind a comma."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if sentence.kind(at - 1) in {Kind.RANK, Kind.LAST} and sentence.gap(at - 1, at).strip() in {"", ",", "("}:
        return sentence.kind(at - 1) is Kind.LAST
    if sentence.is_mark(at - 1, "(,") and sentence.kind(at - 2) is Kind.LAST:
        return True
    if (token.out_of or 0) < 9:
        return False
    if own_years.is_compared_place(reader, at):
        return True
    after = sentence.after(at, 24)
    if re.search(
        r"(?:xếp|đứng|giữ|hạng|vị trí|thứ|ở mức|thứ hạng|xuống|lên|(?:giảm|tăng|lùi|tụt|vươn|"
        r"nhảy) từ|ranked|rank|placed) ?:? ?$",
        sentence.before(at),
    ):
        return True
    if re.match(
        r" (?:đơn vị|địa phương|tỉnh, thành phố|tỉnh, thành|tỉnh|bộ|huyện|sở|"
        r"xã)\S*(?: cấp \w+)? (?:được|đạt|có|tăng|giảm|thuộc|"
        r"loại|cao hơn|thấp hơn|nằm|vượt|"
        r"xếp loại|cải thiện|còn|vẫn|trên|dưới|đã|đều|sẽ|chưa)",
        sentence.after(at, 40),
    ):
        return False
    counted = re.match(r" (?:\w+)", after) and not re.match(
        r" (?:tỉnh|thành|cả nước|toàn quốc|địa phương|tăng|giảm|năm|trong|trên|và|về|huyện, |đơn vị|với|"
        r"provinces|localities)",
        after,
    )
    joint = sentence.gap(at - 1, at).strip()
    if joint in {"và", "nhưng", "song", "còn"} and slots.forward_components(reader, at):
        return True
    return (
        not counted
        and joint in {"", ":"}
        and (sentence.is_mark(at - 1, "(,;:") or sentence.kind(at - 1) in {Kind.INDEX, Kind.YEAR, Kind.SUBJECT})
    )
