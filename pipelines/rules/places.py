"""Ranks: ordinals, words such as "quán quân", fractions of a field, the leaders of an ordered list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import anchors, changes, emit, refusals, roles, slots
from pipelines.rules.roles import after_pattern, before_pattern
from pipelines.rules.scopes import scope
from pipelines.sentence import ends_with

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


def read(reader: Reader, at: int) -> None:
    """Make the fact of a place, or say why there is none."""
    token = reader.sentence.tokens[at]
    reason = refusal(reader, at)
    if reason is None and _leaders(reader, at, token):
        return
    reason = reason or _not_a_place(reader, at, token)
    if reason:
        reader.refuse(at, reason)
        return
    subject = None if at in reader.pairs.keys else slots.forward_subject(reader, at) or slots.apposed(reader, at)
    _assert(reader, at, token, subject)


_FAR = 8
"""How many lines after its last naming an index may still be what a bare place is of."""
_LARGEST_FIELD = 100
"""Provinces and ministries are ranked among fewer."""
_NEVER = 99
"""The age of an index that only a later line names."""
_CONTEST = re.compile(
    r"(?<!\w)(?:hội thi|cuộc thi|vòng chung kết|giải nhất|tranh tài|thi đấu|hội thao|huy chương|khối thi đua)(?!\w)"
)


def refusal(reader: Reader, at: int) -> str | None:
    """Why a place is none of a ranking of ours, None where it may be."""
    sentence, context = reader.sentence, reader.context
    index = slots.forward_index(reader, at) or (context.index if reader.index_is_named() else None)
    if index is None:
        return "no index is in force"
    if _FAR < context.index_age < _NEVER and not reader.names_measure():
        return "the index was named too long ago"
    if _CONTEST.search(sentence.clean.lower, sentence.start, sentence.end):
        return "it is a place in a contest"
    if index == "other":
        return "it belongs to a measure that gives no rows"
    if context.target_list or anchors.is_target(sentence, at):
        return "it is a target or a hope"
    if (sentence.tokens[at].out_of or 0) > _LARGEST_FIELD and context.level is None:
        return refusals.OF_THE_WORLD
    if re.search(r"(?:hay|hoặc) $", sentence.before(at, 6)) or re.match(
        r" (?:hay|hoặc) (?:thứ|hạng|vị trí)", sentence.after(at, 14)
    ):
        return "it is one of two that might be"
    if _about_something_else(reader, at):
        return refusals.OF_SOMETHING_ELSE
    clause = re.split(r"[,;:]", sentence.clean.lower[sentence.start : sentence.tokens[at].start])
    own = re.fullmatch(r" ?(?:đứng |xếp |ở |hạng )*", clause[-1]) or _names_other(sentence, at, len(clause[-1]))
    if own and not reader.names_measure() and anchors.other_measure(sentence, at):
        return "it is a place by another measure"
    return None


def _names_other(sentence: Sentence, at: int, length: int) -> bool:
    """Whether another measure stands in the last characters before a place: "diện tích cây ăn quả đứng thứ 2"."""
    start = sentence.tokens[at].start - length
    other = sentence.rfind(0, at, lambda one: one.kind is Kind.OTHER_MEASURE and one.start >= start)
    if other is None or sentence.words(other) == "nhóm":
        return False
    return sentence.find(other + 1, at, roles.is_subject) is None


_ABOUT = lexicon.pattern("places", "about")


def _about_something_else(reader: Reader, at: int) -> bool:
    """Whether a place is followed by "về" and something that is no index and no component."""
    sentence = reader.sentence
    match = _ABOUT.match(sentence.after(at, 80))
    if not match:
        return bool(re.match(r" (?:thế giới|châu á|đông nam á|asean)", sentence.after(at, 20)))
    start = sentence.tokens[at].end + match.start(1)
    if any(
        one.start < start + 24
        and one.end > start
        and one.kind
        in {Kind.INDEX, Kind.COMPONENT, Kind.SUBJECT, Kind.TOTAL, Kind.COMPONENT_REFERENCE, Kind.REFERENCE, Kind.GROUP}
        for one in sentence.tokens[at + 1 :]
    ):
        return False
    return not after_pattern("cues", "about", "own").match(match.group(1))


def _not_a_place(reader: Reader, at: int, token: Mention) -> str | None:
    """Why words that look like a place are none: membership, a class, the head of an office, some superlative."""
    sentence, before = reader.sentence, reader.sentence.before(at)
    if (
        token.key == "word"
        and ends_with(before, before_pattern("cues", "membership", "before"))
        and not _leading_group(before)
    ):
        return "to be among the first is no place"
    if (
        token.key == "word"
        and re.match(
            r" (?:đoàn|cấp ủy|chính quyền|cơ quan|ubnd|đơn vị chủ|ngành|nhóm|phong trào|danh sách đề cử|"
            r"chính phủ)(?!\w)",
            sentence.after(at),
        )
        and sentence.kind(at + 1) is not Kind.GROUP
    ):
        return "it heads an office, not a ranking"
    if _is_not_held(reader, at):
        return "nobody is said to hold it"
    if re.search(r"(?:top|tốp|nhóm|trong nhóm|trong số|nào|nửa|phía) ?$", before) or (
        token.key == "highest" and re.search(r"nhóm (?:\w+ ){0,2}(?:địa phương|tỉnh|đơn vị|bộ|cơ quan) $", before)
    ):
        return "membership is no place"
    if token.key == "ordinal" and sentence.words(at).startswith("thứ ") and not _orders_subjects(reader, at):
        return "an ordinal of something else"
    if re.match(
        r" (?:toàn đoàn|đồng đội|hội thi|cuộc thi|giải|cuộc vận động|phong trào|chặng|nội dung thi|môn|hội diễn)(?!\w)",
        sentence.after(at),
    ):
        return "a place in a contest"
    if re.search(
        r"(?:kém|hơn|so với|sau|với|cách|bằng) (?:đơn vị|địa phương|tỉnh|bộ|cơ quan|nơi|thành phố) ?$", before
    ):
        return "it tells whom something is compared with"
    if token.key in {"word", "highest"} and slots.leads_list_of_components(reader, at):
        return "it leads the subject's own components"
    if re.search(r"nhiều lần (?:\w+ ){0,2}$", before) and token.key == "word":
        return "it tells of many times, and of none in particular"
    if token.key == "highest" and not _highest_of_all(reader, at):
        return "a superlative of something else"
    return None


_NUMBER_ONE = lexicon.pattern("places", "number_one")
_LEADING_GROUP = lexicon.pattern("places", "leading_group")
_SEVERAL = lexicon.pattern("places", "several")
_NOT_HELD = lexicon.pattern("places", "not_held")
_CHANGES_HANDS = lexicon.pattern("places", "changes_hands")


def _is_not_held(reader: Reader, at: int) -> bool:
    """Whether nobody is said to hold the place: it is lost, changes hands, is one of several, or counts from below."""
    sentence, before = reader.sentence, reader.sentence.before(at)
    named = sentence.rfind(max(0, at - 1), at, roles.is_subject) is not None
    if sentence.words(at).endswith("đầu bảng") and not _names_holder(reader, at):
        return True
    if sentence.words(at) in {"số 1", "số một"} and not named and not _NUMBER_ONE.search(before):
        return True
    return bool(_NOT_HELD.search(before) or _CHANGES_HANDS.match(sentence.after(at)))


def _names_holder(reader: Reader, at: int) -> bool:
    """Whether the sentence names somebody before the place, or the place leads to somebody."""
    before = reader.sentence.rfind(0, at, lambda one: one.kind in {Kind.SUBJECT, Kind.REFERENCE})
    return before is not None or slots.forward_subject(reader, at) is not None


_ORDERED = lexicon.pattern("places", "ordered")


def _orders_subjects(reader: Reader, at: int) -> bool:
    """Whether a bare "thứ 2" orders subjects, not chairs or meetings: behind a name, a value, a verb of ranking."""
    sentence = reader.sentence
    if at and sentence.gap(at - 1, at).strip() in {"", "cả"} and sentence.kind(at - 1) is not Kind.OTHER_MEASURE:
        return True
    return bool(_ORDERED.search(sentence.before(at, 24)))


def _leading_group(before: str) -> bool:
    """Whether the words before are a counted group that leads: "3 địa phương dẫn đầu lần lượt là"."""
    return bool(_LEADING_GROUP.search(before))


_HOLDS = re.compile(r"có (?:giá trị|số điểm|điểm số|điểm|kết quả|chỉ số|tỷ lệ)(?: \w+){0,2} $")


def _highest_of_all(reader: Reader, at: int) -> bool:
    """Whether "cao nhất" names the first: right behind a subject, or leading to one."""
    sentence = reader.sentence
    named = sentence.rfind(0, at, roles.is_subject)
    ends = bool(re.match(r" ?(?:[(,.;:]|$|với|cả nước|toàn quốc)", sentence.after(at, 10)))
    if (
        named is not None
        and ends
        and (
            _HOLDS.search(sentence.before(at))
            or (
                sentence.kind(at - 1) in {Kind.INDEX, Kind.YEAR}
                and re.search(
                    r"(?<!\w)có (?!\d)", sentence.clean.lower[sentence.tokens[named].end : sentence.tokens[at].start]
                )
            )
        )
    ):
        return True
    if re.match(
        r" (?:từ|trong lịch sử|kể|trong \d|trong \w+ năm|trong nhiều|là \d|là tiêu|là chỉ|là nội|của tỉnh)",
        sentence.after(at),
    ) or re.search(
        r"(?:tăng|giảm|mức|nhóm|số điểm|điểm số|điểm|thành tích|thứ hạng|kết quả|có|hạng|phần) $", sentence.before(at)
    ):
        return (
            bool(re.search(r"(?:chỉ số|số điểm|kết quả|điểm số|điểm) $", sentence.before(at)))
            and slots.forward_subject(reader, at) is not None
        )
    if reader.context.components and re.match(
        r" (?:cả nước|nước|toàn quốc|nationwide|in the country)", sentence.after(at)
    ):
        return True
    if reader.context.components and slots.forward_subject(reader, at) is None:
        return False
    if sentence.kind(at - 1) is Kind.SUBJECT and sentence.gap(at - 1, at).strip() in {"", "đạt", "là", "vẫn", "có"}:
        return bool(re.match(r" ?(?:[,;:(]|với|cả nước|toàn quốc|đạt)", sentence.after(at)))
    return slots.forward_subject(reader, at) is not None


def _assert(reader: Reader, at: int, token: Mention, subject: Subject | None) -> None:
    """Make the facts of a place."""
    index = slots.forward_index(reader, at)
    if index:
        reader.context.index, reader.context.index_age = index, 0
        reader.context.components = ()
    components = slots.forward_components(reader, at)
    year = slots.year_behind(reader, at) or slots.year_before(reader, at)
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
        reader.context.last_rank = token.number


def _is_older(reader: Reader, at: int) -> bool:
    """Whether a place is where a subject came from: "từ vị trí thứ 9 … lên vị trí thứ 6"."""
    if not slots.from_before(reader, at):
        return False
    later = reader.sentence.find(
        at + 1, at + 12, lambda one: one.kind in {Kind.RANK, Kind.LAST, Kind.MOVE, Kind.FRACTION}
    )
    return later is not None or bool(re.search(r"(?:so với|hơn) ", reader.sentence.before(at, 20)))


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
    reason = refusal(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    if token.number is None or token.out_of is None or token.number > token.out_of:
        reader.refuse(at, "no place of a field")
    elif reader.context.components and token.out_of < 20 and re.search(r"(?:đạt|được|:|,|\() ?$", sentence.before(at)):
        emit.facts(reader, at, "score", token.number, rule="level.fraction", out_of=token.out_of, sure=0.93)
    elif at in reader.pairs.keys or _fraction_is_place(reader, at):
        year = slots.year_behind(reader, at) or slots.year_before(reader, at)
        ranked = at - 2 if sentence.is_mark(at - 1, "(") and sentence.kind(at - 2) in {Kind.LAST, Kind.RANK} else None
        subject = slots.forward_subject(reader, ranked) if ranked is not None else None
        emit.facts(
            reader,
            at,
            "rank",
            token.number,
            rule="rank.fraction",
            year=year,
            subject=subject,
            out_of=token.out_of,
            scope=scope(reader, at),
            sure=0.95,
        )
        reader.context.last_rank = token.number
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
    after = sentence.after(at, 24)
    if re.search(r"(?:xếp|đứng|hạng|vị trí|thứ|ở mức|thứ hạng|ranked|rank|placed) ?:? ?$", sentence.before(at)):
        return True
    if re.match(
        r" (?:đơn vị|địa phương|tỉnh|tỉnh, thành|bộ|huyện|sở|xã)\S*(?: cấp \w+)? (?:được|đạt|có|tăng|giảm|thuộc|loại|"
        r"xếp loại|cải thiện|còn|vẫn|trên|dưới|đã|đều|sẽ|chưa)",
        sentence.after(at, 40),
    ):
        return False
    counted = re.match(r" (?:\w+)", after) and not re.match(
        r" (?:tỉnh|thành|cả nước|toàn quốc|địa phương|tăng|giảm|năm|trong|trên|và|về|huyện, |đơn vị|với|"
        r"provinces|localities)",
        after,
    )
    return (
        not counted
        and sentence.gap(at - 1, at).strip() in {"", ":"}
        and (sentence.is_mark(at - 1, "(,;:") or sentence.kind(at - 1) in {Kind.INDEX, Kind.YEAR, Kind.SUBJECT})
    )


def _leaders(reader: Reader, at: int, token: Mention) -> bool:
    """Make the places of "3 địa phương dẫn đầu lần lượt là A, B, C"; False where the place is no such one."""
    sentence = reader.sentence
    several = sentence.words(at).startswith(("vị trí", "ngôi")) and _SEVERAL.search(sentence.before(at))
    if token.number != 1 or token.key != "word" or not (several or _leading_group(sentence.before(at))):
        return False
    place = sentence.find(at + 1, len(sentence.tokens), roles.is_subject)
    if place is None:
        return True
    ordered = sentence.find(at, place, lambda one: one.kind is Kind.RESPECTIVE) is not None
    number = 0
    first_only = not ordered and sentence.is_mark(place - 1, ":")
    while (ordered or (first_only and not number)) and sentence.kind(place) is Kind.SUBJECT:
        subject, number = reader.subject_at(place), number + 1
        if subject:
            emit.facts(
                reader,
                place,
                "rank",
                float(number),
                rule="rank.leaders",
                subject=subject,
                sure=0.9 if number == 1 else 0.75,
            )
        place = sentence.past_bracket(place + 1)
        while sentence.is_mark(place, ",;"):
            place += 1
    return True
