"""Why a number is no result at all: what a score, percent or change may be instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.mentions.types import Kind
from pipelines.rules import anchors, slots
from pipelines.sentence import Sentence

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


OF_THE_WORLD = "so many are ranked in the world, not in the country"
A_SCALE = "it is a scale or a weight"
OF_SOMETHING_ELSE = "it is a place in a ranking of something else"


def refusal(reader: Reader, at: int) -> str | None:
    """Why a number is no result at all, None where it may be one."""
    sentence, context = reader.sentence, reader.context
    if not reader.index_is_named() and slots.forward_index(reader, at) is None:
        return "no index is in force"
    if 8 < context.index_age < 99 and not reader.names_measure():
        return "the index was named too long ago"
    if context.index == "other" and slots.forward_index(reader, at) is None:
        return "it belongs to a measure that gives no rows"
    if re.search(r"nhóm(?: \w+){1,3} ?\((?:từ |trên |dưới |đạt )*$", sentence.before(at, 40)) and reader.stack:
        return "it is the threshold of a group"
    if reader.stack and lexicon.pattern("refusals", "counted").search(sentence.before(at, 40)):
        return "it is the share of what was counted before the bracket"
    if reason := _of_others(reader, at):
        return reason
    if context.target_list:
        return "it is a target or a hope"
    return next((reason for is_so, reason in _OTHERWISE if is_so(sentence, at)), None)


def _is_mean_of_years(sentence: Sentence, at: int) -> bool:
    """Whether a level is the mean of one subject over years: no year has it."""
    return bool(lexicon.pattern("levels", "mean_of_years").search(sentence.before(at)))


def _of_others(reader: Reader, at: int) -> str | None:
    """Why a number is somebody's or something's else, None where it is not."""
    sentence = reader.sentence
    if reader.blocked:
        return "it is said of a count of units"
    if reader.elsewhere:
        return "the sentence tells of another ranking"
    if sentence.first(CONTEST):
        return "it is told of a contest"
    return A_SCALE if _is_weight(reader, at) else None


def _is_weight(reader: Reader, at: int) -> bool:
    """Whether it is what a component may have: of a hundred points, or told on in a list of such weights."""
    token, beside = reader.sentence.tokens[at], reader.sentence.kind(at - 1) is Kind.COMPONENT
    of_all = bool(reader.context.components) and token.out_of == _ALL_POINTS and token.unit == "points"
    return of_all or (reader.scaled and beside and token.unit == "points" and token.out_of is None)


_ALL_POINTS = 100
CONTEST = re.compile(
    r"(?<!\w)(?:hội thi|cuộc thi|vòng chung kết|giải nhất|tranh tài|thi đấu|hội thao|huy chương|khối thi đua|sân khách|"
    r"sân nhà|trận đấu|bóng đá|v-league|v\.league|vòng \d+|đội nhì|đội đầu|đội bóng)(?!\w)"
)


def is_of_shorter_period(sentence: Sentence, at: int) -> bool:
    """Whether it is compared with a month, a quarter or a week before: no yearly index is."""
    return bool(re.match(r"[^.;]{0,40}so với (?:tháng|quý|tuần|6 tháng|phiên) (?:trước|đầu)", sentence.after(at, 70)))


def _is_gap(sentence: Sentence, at: int) -> bool:
    """Whether it is how far somebody is behind a place: "kém đơn vị đứng đầu tới 14,79 điểm"."""
    return bool(lexicon.pattern("refusals", "gap").search(sentence.before(at, 60)))


def _is_times(sentence: Sentence, at: int) -> bool:
    """Whether a number tells how many times as much: "gần 1,5 lần"."""
    return not sentence.tokens[at].unit and sentence.after(at, 5) in {" lần", " lần.", " lần,", " lần "}


def _is_restated_count(sentence: Sentence, at: int) -> bool:
    """Whether a percentage restates a count: "3.600 đầu mối, tương đương 37,7%"."""
    restates = re.search(r"(?:tương đương|tức|chiếm)(?: khoảng| gần| là)? ?$", sentence.before(at, 24))
    return bool(restates) and sentence.kind(at - 2 if sentence.is_mark(at - 1, ",(") else at - 1) not in _LEVELS


def _is_of_whomever(sentence: Sentence, at: int) -> bool:
    """Whether a value is a condition for whoever meets it: "bộ nào đạt dưới 50% thì trừ 1 điểm"."""
    return bool(lexicon.pattern("refusals", "whomever").search(re.split(r"[,;:(]", sentence.before(at, 60))[-1]))


_LEVELS = frozenset({Kind.VALUE, Kind.AMOUNT, Kind.RANK})
_OTHERWISE: tuple[tuple[Callable[[Sentence, int], object], str], ...] = (
    (is_of_shorter_period, "it is compared with a month or a quarter, no index is"),
    (_is_gap, "a gap between two subjects, no change over time"),
    (_is_times, "it tells how many times as much"),
    (_is_restated_count, "it restates a count"),
    (_is_of_whomever, "it is a condition, nobody is said to meet it"),
    (_is_mean_of_years, "it is the mean of several years"),
    (anchors.is_target, "it is a target or a hope"),
    (anchors.is_negated, "it is said that there is none"),
    (anchors.is_share, "it is a share of what the next word names"),
    (anchors.is_scale, A_SCALE),
    (anchors.is_range, "it is one end of a range"),
    (anchors.other_measure, "the nearest measure before it is another one"),
)
"""What else a number may be, in the order of asking."""
