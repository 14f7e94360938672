"""Whether the grammar of a sentence ties a number to an index: "a bare percentage may be of anything"."""

from __future__ import annotations

import re

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.sentence import Sentence

# What may follow a percentage that is a level; any other word makes it a share of what the word names.
_AFTER_PERCENT = lexicon.pattern("anchors", "after_percent")
_GRADED = lexicon.pattern("anchors", "graded")
_SCALE = lexicon.pattern("anchors", "scale")
_VERB = 20
"""How far behind a year the verb stands that tells that something was so: "nhưng năm 2023 mới xếp"."""
_OWN_TARGET = lexicon.pattern("anchors", "own_target")
_BUT_IN_FACT = lexicon.pattern("anchors", "but_in_fact")
_OWN_NOUN = re.compile(r"(?:chỉ số|điểm số|số điểm|tổng điểm|giá trị)(?: là|:| đạt)? ?")
_SATISFIED = lexicon.pattern("anchors", "satisfied")
_PLAN = lexicon.pattern("anchors", "plan")
_SCALE_BEFORE = lexicon.pattern("anchors", "scale_before")
_GRADE = lexicon.pattern("anchors", "grade")


def is_share(sentence: Sentence, at: int) -> bool:
    """Whether a percentage is the share of what the next word names: "98,3% hồ sơ"."""
    token = sentence.tokens[at]
    if token.unit != "percent":
        return False
    tail = sentence.clean.text[token.end : min(sentence.end, token.end + 24)]
    return not _AFTER_PERCENT.match(tail)


def is_scale(sentence: Sentence, at: int) -> bool:
    """Whether a number is a scale or a weight: "thang điểm 100", "chiếm 65/100 điểm"."""
    token = sentence.tokens[at]
    if (
        token.number == 100
        and token.key == "100"
        and not re.search(r"(?:đạt|được|cùng|đều|đạt tối đa) $", sentence.before(at))
    ):
        return True
    scale = sentence.first(_SCALE_BEFORE) if token.unit == "points" and token.key.isdigit() else None
    if scale and scale.end() <= token.quote_start:
        return True
    before = sentence.clean.lower[max(sentence.start, token.quote_start - 44) : token.quote_start]
    if _GRADE.search(before) or _GRADED.match(sentence.after(at)):
        return True
    if re.match(
        r" (?:là |dành cho |từ |lấy từ |thuộc |do |cho |qua |theo )?(?:phần )?(?:tự )?(?:điều tra|"
        r"đánh giá|khảo sát|thẩm định|chấm)",
        sentence.after(at),
    ):
        return True
    return bool(_SCALE.search(before[-32:]))


def is_range(sentence: Sentence, at: int) -> bool:
    """Whether a level is one end of a range of levels: "từ 80% đến dưới 90%"."""
    return _range_with(sentence, at, at + 1) or _range_with(sentence, at - 1, at)


_TO = lexicon.pattern("anchors", "to")


def _range_with(sentence: Sentence, left: int, right: int) -> bool:
    """Whether two neighbouring levels are the ends of a range."""
    if not (sentence.kind(left) is Kind.VALUE and sentence.kind(right) is Kind.VALUE):
        return False
    between = sentence.clean.lower[sentence.tokens[left].end : sentence.tokens[right].start]
    if not _TO.fullmatch(between):
        return False
    moving = sentence.rfind(max(0, left - 3), left, Kind.MOVE)
    return moving is None or sentence.kind(left - 1) is not Kind.FROM


def is_target(sentence: Sentence, at: int) -> bool:
    """Whether a word of aim or hope governs the place: a strong one anywhere before, a weak one in the same clause."""
    lower, end = sentence.clean.lower, sentence.tokens[at].quote_start
    if _OWN_TARGET.search(sentence.before(at)):
        return True
    aims = [sentence.tokens[place] for place in sentence.between(0, at, Kind.TARGET)]
    strong = [one for one in aims if one.key != "weak" or opens_plan(lower, one, end)]
    until = min(sentence.end, end + _VERB) if sentence.kind(at) is Kind.YEAR else end
    if strong and not _BUT_IN_FACT.search(lower, strong[-1].end, until):
        return True
    start, _ = sentence.clause(at, ",;:")
    return sentence.rfind(start, at, Kind.TARGET) is not None


def opens_plan(lower: str, aim: Mention, end: int) -> bool:
    """Whether a weak word of aim opens a list of targets before a place: "Kế hoạch của tỉnh đặt ra: …"."""
    return bool(_PLAN.match(lower, aim.end, end))


def _passing(sentence: Sentence, at: int, other: int) -> bool:
    """Whether the other measure is told in passing: "thuộc nhóm B (từ 80% - 90%), tăng 7 bậc"."""
    apart = sentence.find(other + 1, at, Kind.PUNCTUATION, lambda one: one.key in ",:()") is not None
    return apart and (sentence.words(other) in {"nhóm", "thang điểm"} or sentence.tokens[at].unit == "places")


def _in_group(sentence: Sentence, at: int, other: int) -> bool:
    """Whether a subject has the value with which it belongs to a group: "thuộc nhóm dẫn đầu với 46,02 điểm"."""
    if sentence.words(other) != "nhóm" or not re.search(r"(?:thuộc|trong|vào|ở) $", sentence.before(other, 8)):
        return False
    named = sentence.rfind(0, other, Kind.SUBJECT)
    led = re.search(r"(?:với|đạt|được) (?:tổng điểm |số điểm |kết quả )?$", sentence.before(at, 24))
    return named is not None and led is not None and sentence.tokens[at].bound == "="


def is_negated(sentence: Sentence, at: int) -> bool:
    """Whether the clause says that nobody is there: "chẳng có bộ nào dưới 70 điểm"."""
    text = re.split(r"[,;:(]", sentence.before(at, 60))[-1]
    return bool(
        re.search(r"(?:không|chẳng|chưa)(?: còn| có)?(?: \w+){0,3} nào(?!\w)|\bno (?:province|ministry|locality)", text)
    )


def _is_own_share(sentence: Sentence, other: int) -> bool:
    """Whether "tỷ lệ" is that of the index: "tỷ lệ điểm 98,11%", "SIPAS: tỷ lệ hài lòng 83,2%", "tỷ lệ cao hơn"."""
    if sentence.words(other) not in {"tỷ lệ", "tỉ lệ"}:
        return False
    named = sentence.rfind(0, other, Kind.INDEX)
    if named is not None and sentence.tokens[named].key == "sipas" and _SATISFIED.match(sentence.after(other)):
        return True
    compared = sentence.kind(other + 1) is Kind.MOVE and sentence.tokens[other + 1].key == "compare"
    return sentence.after(other, 6).startswith(" điểm") or (compared and sentence.gap(other, other + 1) == " ")


def _restates(sentence: Sentence, other: int, at: int) -> bool:
    """Whether a share restates the level right before it: "đạt 9,12 điểm, tỷ lệ 91,17%"."""
    before = other - 2 if sentence.is_mark(other - 1, ",(") else other - 1
    return (
        other == at - 1
        and sentence.words(other) in {"tỷ lệ", "tỉ lệ"}
        and sentence.kind(before) is Kind.VALUE
        and sentence.gap(other, at).strip() in {"", "đạt", "là"}
    )


_ANCHORS = frozenset({Kind.INDEX, Kind.COMPONENT, Kind.TOTAL, Kind.COMPONENT_REFERENCE})


def other_measure(sentence: Sentence, at: int) -> bool:
    """Whether the nearest measure before the place is none of ours: a rate of files, a sum, a share."""
    other = sentence.rfind(0, at, Kind.OTHER_MEASURE)
    if other is None or sentence.find(other + 1, at, _ANCHORS) is not None:
        return False
    if _restates(sentence, other, at) or _is_own_share(sentence, other):
        return False
    bracket = sentence.bracket(other)
    if bracket is not None and sentence.closing[bracket] < at:
        return False
    if sentence.is_mark(at - 1, "(") and _OWN_NOUN.fullmatch(sentence.gap(at - 1, at)):
        return False
    start, _ = sentence.clause(at)
    if other < start:
        return False
    if _passing(sentence, at, other) or _in_group(sentence, at, other):
        return False
    topic = sentence.rfind(other + 1, at, Kind.SUBJECT)
    if topic is None:
        return True
    if (
        sentence.words(other) == "nhóm"
        and topic == at - 1
        and sentence.gap(topic, at).strip() in {"", "với", "đạt", "được"}
    ):
        return False
    return not re.search(
        r"(?:[,;:]|nhưng|song|còn|trong khi|khi|vì|do|mà)[ \n]*(?:tỉnh |thành phố )?$", sentence.before(topic, 12)
    )
