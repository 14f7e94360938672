"""Why a place is none of ours: of another ranking, aimed at, lost, one of several, or no place at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import anchors, refusals, slots
from pipelines.rules.roles import after_pattern, before_pattern
from pipelines.sentence import Sentence, ends_with

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


_FAR = 8
"""How many lines after its last naming an index may still be what a bare place is of."""
_LARGEST_FIELD = 100
"""Provinces and ministries are ranked among fewer."""
_NEVER = 99
"""The age of an index that only a later line names."""


def of_another_ranking(reader: Reader, at: int) -> str | None:
    """Why a place is none of a ranking of ours, None where it may be."""
    sentence, context = reader.sentence, reader.context
    index = slots.forward_index(reader, at) or (context.index if reader.index_is_named() else None)
    if index is None:
        return "no index is in force"
    if _FAR < context.index_age < _NEVER and not reader.names_measure():
        return "the index was named too long ago"
    if sentence.first(refusals.CONTEST):
        return "it is a place in a contest"
    if index == "other":
        return "it belongs to a measure that gives no rows"
    if context.target_list or anchors.is_target(sentence, at):
        return "it is a target or a hope"
    commune = sentence.kind(at) is Kind.RANK and any(one.unit == "commune" for one in context.subjects)
    if (sentence.tokens[at].out_of or 0) > _LARGEST_FIELD and context.level is None and not commune:
        return refusals.OF_THE_WORLD
    if re.search(r"(?:hay|hoặc) $", sentence.before(at, 6)) or re.match(
        r" (?:hay|hoặc) (?:thứ|hạng|vị trí)|, thứ (?:nhì|hai)(?!\w)", sentence.after(at, 14)
    ):
        return "it is one of two that might be"
    elsewhere = reader.elsewhere and slots.forward_index(reader, at) is None
    if elsewhere or _about_something_else(reader, at) or refusals.is_of_shorter_period(sentence, at):
        return refusals.OF_SOMETHING_ELSE
    clause = re.split(r"[,;:]", sentence.clean.lower[sentence.start : sentence.tokens[at].start])
    own = re.fullmatch(r" ?(?:đứng |xếp |ở |hạng )*", clause[-1]) or _names_other(sentence, at, len(clause[-1]))
    other = _by_other(sentence, at) or (own and anchors.other_measure(sentence, at))
    if other and not reader.names_measure():
        return "it is a place by another measure"
    return None


def _by_other(sentence: Sentence, at: int) -> bool:
    """Whether another measure leads the clause of a place: "Về điểm thẩm định, Bộ đứng thứ nhất"."""
    start, _ = sentence.clause(at)
    led = sentence.kind(start) is Kind.OTHER_MEASURE and sentence.is_mark(start + 1, ",") and start + 1 < at
    return led and bool(re.search(r"(?:^|[;\n]) ?(?:xét |còn |riêng )?(?:về|theo) $", sentence.before(start)))


def _names_other(sentence: Sentence, at: int, length: int) -> bool:
    """Whether another measure stands in the last characters before a place: "diện tích cây ăn quả đứng thứ 2"."""
    start = sentence.tokens[at].start - length
    other = sentence.rfind(0, at, Kind.OTHER_MEASURE, lambda one: one.start >= start)
    if other is None or sentence.words(other) == "nhóm":
        return False
    return sentence.find(other + 1, at, Kind.SUBJECT) is None


_ABOUT = lexicon.pattern("places", "about")


def _about_something_else(reader: Reader, at: int) -> bool:
    """Whether a place is followed by "về" and something that is no index and no component."""
    sentence = reader.sentence
    region = sentence.kind(at + 1) is Kind.SUBJECT and sentence.tokens[at + 1].unit == "region"
    match = _ABOUT.match(sentence.after(at + 1, 80) if region else sentence.after(at, 80))
    if not match:
        return bool(re.match(r" (?:thế giới|châu á|đông nam á|asean)", sentence.after(at, 20)))
    start = sentence.tokens[at + 1 if region else at].end + match.start(1)
    if any(
        one.start < start + 24
        and one.end > start
        and one.kind
        in {Kind.INDEX, Kind.COMPONENT, Kind.SUBJECT, Kind.TOTAL, Kind.COMPONENT_REFERENCE, Kind.REFERENCE, Kind.GROUP}
        for one in sentence.tokens[at + 1 :]
    ):
        return False
    return not after_pattern("cues", "about", "own").match(match.group(1))


def not_a_place(reader: Reader, at: int, token: Mention) -> str | None:
    """Why words that look like a place are none: membership, a class, the head of an office, some superlative."""
    sentence, before = reader.sentence, reader.sentence.before(at)
    if (
        token.key == "word"
        and ends_with(before, before_pattern("cues", "membership", "before"))
        and not leading_group(before)
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
    if _is_membership(token, before):
        return "membership is no place"
    if token.key == "ordinal" and sentence.words(at).startswith("thứ ") and not _orders_subjects(reader, at):
        return "an ordinal of something else"
    if re.match(
        r" (?:toàn đoàn|đồng đội|hội thi|cuộc thi|giải|cuộc vận động|phong trào|chặng|nội dung thi|môn|hội diễn)(?!\w)",
        sentence.after(at),
    ):
        return "a place in a contest"
    compared = re.search(
        r"(?:kém|hơn|so với|sau|với|cách|bằng) (?:đơn vị|địa phương|tỉnh|bộ|cơ quan|nơi|thành phố) ?(?:ở )?$", before
    )
    if compared and slots.forward_subject(reader, at) is None:
        return "it tells whom something is compared with"
    return _not_first(reader, at, token)


def _not_first(reader: Reader, at: int, token: Mention) -> str | None:
    """Why words for the first place are none: they lead the subject's own components, tell of many times, or praise."""
    before = reader.sentence.before(at)
    if token.key in {"word", "highest"} and slots.leads_list_of_components(reader, at):
        return "it leads the subject's own components"
    if _AT_TIMES.search(before) or (_ONCE.search(before) and not _names_year(reader, at)):
        return "it tells of many times, and of none in particular"
    if token.key == "highest" and (_moved_most(reader, at) or not _highest_of_all(reader, at)):
        return "a superlative of something else"
    return None


def _is_membership(token: Mention, before: str) -> bool:
    """Whether a place is that of a group that somebody is in."""
    if re.search(r"(?:top|tốp|nhóm|trong nhóm|trong số|nào|nửa|phía) ?$", before):
        return True
    grouped = re.search(r"nhóm (?:\w+ ){0,2}(?:địa phương|tỉnh|đơn vị|bộ|cơ quan) $", before)
    return token.key == "highest" and grouped is not None


_NUMBER_ONE = lexicon.pattern("places", "number_one")
_LEADING_GROUP = lexicon.pattern("places", "leading_group")
SEVERAL = lexicon.pattern("places", "several")
_CHANGED_MOST = lexicon.pattern("places", "changed_most")
_AT_TIMES = lexicon.pattern("places", "at_times")
_ONCE = lexicon.pattern("places", "once")
_NOT_HELD = lexicon.pattern("places", "not_held")
_CHANGES_HANDS = lexicon.pattern("places", "changes_hands")


def _is_not_held(reader: Reader, at: int) -> bool:
    """Whether nobody is said to hold the place: it is lost, changes hands, is one of several, or counts from below."""
    sentence, before = reader.sentence, reader.sentence.before(at)
    named = sentence.rfind(max(0, at - 1), at, Kind.SUBJECT) is not None
    if sentence.words(at).endswith("đầu bảng") and not _names_holder(reader, at):
        return True
    if sentence.words(at) in {"số 1", "số một"} and not named and not _NUMBER_ONE.search(before):
        return True
    return bool(_NOT_HELD.search(before) or _CHANGES_HANDS.match(sentence.after(at)))


def _names_year(reader: Reader, at: int) -> bool:
    """Whether the clause of a place says when it was held: "từng dẫn đầu năm 2012"."""
    start, end = reader.sentence.clause(at, ",;")
    return reader.sentence.find(start, end, {Kind.YEAR, Kind.RELATIVE_YEAR}) is not None


def _names_holder(reader: Reader, at: int) -> bool:
    """Whether the sentence names somebody before the place, or the place leads to somebody."""
    before = reader.sentence.rfind(0, at, {Kind.SUBJECT, Kind.REFERENCE})
    return before is not None or slots.forward_subject(reader, at) is not None


_ORDERED = lexicon.pattern("places", "ordered")


def _orders_subjects(reader: Reader, at: int) -> bool:
    """Whether a bare "thứ 2" orders subjects, not chairs or meetings: behind a name, a value, a verb of ranking."""
    sentence = reader.sentence
    if at and sentence.gap(at - 1, at).strip() in {"", "cả"} and sentence.kind(at - 1) is not Kind.OTHER_MEASURE:
        return True
    return bool(_ORDERED.search(sentence.before(at, 24)))


def leading_group(before: str) -> bool:
    """Whether the words before are a counted group that leads: "3 địa phương dẫn đầu lần lượt là"."""
    return bool(_LEADING_GROUP.search(before))


_HOLDS = re.compile(r"có (?:giá trị|số điểm|điểm số|điểm|kết quả|chỉ số|tỷ lệ)(?: \w+){0,2} $")


def _moved_most(reader: Reader, at: int) -> bool:
    """Whether "cao nhất" is of the changes told of: "28 tỉnh thăng hạng, cao nhất là Sóc Trăng, thăng 34 bậc"."""
    sentence = reader.sentence
    if not re.search(r"(?:hạng|bậc|điểm), (?:trong đó )?$", sentence.before(at)):
        return False
    place = sentence.find(at + 1, len(sentence.tokens), Kind.SUBJECT)
    following = len(sentence.tokens) if place is None else place + 1
    following += sentence.is_mark(following, ",(")
    changed = {sentence.kind(following), sentence.kind(following + 1)}
    return changed == {Kind.MOVE, Kind.AMOUNT} or sentence.kind(following) is Kind.AMOUNT


_WHOLE_FIELD = lexicon.pattern("places", "whole_field")


def _ends_clause(reader: Reader, at: int) -> bool:
    """Whether "cao nhất" follows on a level, and says among whom or nothing: "đạt 91,77%, cao nhất khối bộ"."""
    sentence = reader.sentence
    level = sentence.is_mark(at - 1, ",") and sentence.kind(at - 2) is Kind.VALUE
    opens = level and not sentence.gap(at - 1, at).strip() and at - 2 not in reader.changed
    return opens and bool(_WHOLE_FIELD.match(sentence.after(at)))


def _highest_of_all(reader: Reader, at: int) -> bool:
    """Whether "cao nhất" names the first: right behind a subject, or leading to one."""
    sentence = reader.sentence
    if _CHANGED_MOST.search(sentence.before(at)):
        return False
    named = sentence.rfind(0, at, Kind.SUBJECT)
    ends = bool(re.match(r" ?(?:[(,.;:]|$|với|cả nước|toàn quốc|nước)", sentence.after(at, 10)))
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
    its_own = not reader.component_first or sentence.kind(at - 1) is not Kind.SUBJECT
    if reader.context.components and its_own and slots.forward_subject(reader, at) is None:
        return False
    if _ends_clause(reader, at):
        return True
    if sentence.kind(at - 1) is Kind.SUBJECT and sentence.gap(at - 1, at).strip() in {"", "đạt", "là", "vẫn", "có"}:
        return bool(re.match(r" ?(?:[,;:(]|với|cả nước|toàn quốc|nước(?!\w)|đạt)", sentence.after(at)))
    return slots.forward_subject(reader, at) is not None
