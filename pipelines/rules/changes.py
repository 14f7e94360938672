"""Changes: "tăng 7 bậc", "giảm 0,26%", "hơn năm 2018 3,04 điểm", "(+5,83%)"; and the older values they start from."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import emit, own_years, refusals, roles, scopes, slots
from pipelines.trie import alternation

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


@cache
def _fillers() -> re.Pattern[str]:
    """The pattern of words that may stand between a verb of change and its amount."""
    words = alternation(lexicon.words(lexicon.entries("values")["moves"]["fillers"]))
    return re.compile(rf"(?:[ \n,:]|(?<!\w){words}(?!\w))*")


_DIRECTED = lexicon.pattern("changes", "directed")
_LARGEST_CHANGE = 30
"""No total is as low, and hardly a change as large."""
_SKIPPED = frozenset({Kind.COMPARED, Kind.YEAR, Kind.RELATIVE_YEAR})


def move_of_level(reader: Reader, at: int) -> int | None:
    """The position of the verb that makes a level an amount of change; None where the number is a level."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if own_years.from_before(reader, at) and sentence.kind(at - 1) is Kind.COMPARED:
        return None
    place = _verb_before(reader, at)
    if place is None:
        return verb_behind(reader, at) or _superlative(reader, at)
    verb = sentence.tokens[place]
    if verb.start >= token.quote_start and (verb.key != "compare" or token.bound in {">=", "<="}):
        return None
    if _DIRECTED.search(sentence.words(place)) and not _too_small(reader, at):
        return None
    if (
        verb.key == "compare"
        and token.bound_start >= 0
        and token.quote_start <= verb.start
        and sentence.words(place) in {"hơn", "vượt"}
    ):
        return None
    return place


_MOST = lexicon.pattern("changes", "most")


def _superlative(reader: Reader, at: int) -> int | None:
    """The verb whose amount a level behind a name is: "tăng mạnh nhất là Bình Thuận, 6,39%"."""
    sentence = reader.sentence
    host = at - 2 if sentence.is_mark(at - 1, ",(") else at - 1
    if sentence.kind(host) is not Kind.SUBJECT or not re.fullmatch(
        r" ?(?:với |tới |đến |thêm )?", sentence.gap(at - 1, at)
    ):
        return None
    start, _ = sentence.clause(at)
    place = sentence.rfind(start, host, Kind.MOVE, lambda one: one.key != "compare")
    if place is None or any(sentence.is_value(one) and one not in reader.changed for one in range(place + 1, host)):
        return None
    led = re.search(r"nhất(?: là| phải kể đến| thuộc về)? ?(?:tỉnh |thành phố |bộ )?$", sentence.before(host))
    return place if led and _MOST.match(sentence.after(place)) else None


def verb_behind(reader: Reader, at: int) -> int | None:
    """The position of a comparative right behind an amount, as in "2.7 percent higher than a year earlier"."""
    sentence = reader.sentence
    if (
        sentence.kind(at + 1) is Kind.MOVE
        and sentence.gap(at, at + 1) == " "
        and re.match(r"(?:higher|lower|more|less)", sentence.words(at + 1))
    ):
        return at + 1
    return None


def _too_small(reader: Reader, at: int) -> bool:
    """Whether a number behind "lên" can only be an amount: no total is that low."""
    return (
        not reader.context.components
        and (reader.sentence.tokens[at].number or 0) < 15
        and reader.context.index != "dti"
    )


def _verb_before(reader: Reader, at: int) -> int | None:
    """The position of a verb of change that governs the number: only years, brackets and fillers between."""
    sentence = reader.sentence
    place = at - 1
    while place >= 0:
        kind = sentence.kind(place)
        if kind is Kind.MOVE and sentence.kind(place - 1) is Kind.MOVE and _only_adds(reader, place, at):
            place -= 1
            continue
        if kind is Kind.MOVE:
            between = _plain_between(reader, place, at)
            return place if _fillers().fullmatch(between) else None
        if sentence.is_mark(place, ")"):
            opening = sentence.opening.get(place)
            if opening is None:
                return None
            place = opening - 1
        elif kind in _SKIPPED or (kind is Kind.INDEX and sentence.kind(place + 1) is Kind.YEAR):
            # "Hơn PAPI năm 2022 1,50 điểm".
            place -= 1
        elif sentence.is_mark(place, ",;(") and (_goes_on_amounts(reader, place, at) or _is_most(reader, place, at)):
            place -= 1
        elif kind is Kind.AMOUNT or (kind is Kind.VALUE and place in reader.changed):
            if not re.fullmatch(r" ?,? ?(?:và|and|tương ứng|tương đương) ?", sentence.gap(place, at)):
                return None
            place -= 1
        else:
            return None
    return None


def _is_most(reader: Reader, mark: int, at: int) -> bool:
    """Whether a comma stands between a superlative of change and its amount: "tăng mạnh nhất, 5,83%"."""
    sentence = reader.sentence
    small = (sentence.tokens[at].number or 0.0) < _LARGEST_CHANGE
    return small and sentence.kind(mark - 1) is Kind.MOVE and sentence.gap(mark - 1, mark).rstrip().endswith("nhất")


def _only_adds(reader: Reader, place: int, at: int) -> bool:
    """Whether the verb before tells the direction, as in "tụt thêm 8 bậc"."""
    sentence = reader.sentence
    inside = sentence.tokens[place].start >= sentence.tokens[at].quote_start
    return inside or (sentence.words(place) == "thêm" and sentence.gap(place - 1, place) == " ")


def _goes_on_amounts(reader: Reader, mark: int, at: int) -> bool:
    """Whether a comma stands between amounts that one verb governs: "lần lượt hơn 0,11; 0,04 và 0,01 điểm"."""
    before = mark - 1
    return {before, mark + 1} <= reader.pairs.units.keys() and before in reader.changed and mark + 1 <= at


def _plain_between(reader: Reader, left: int, right: int) -> str:
    """The words between two positions without brackets and without years and what leads to them."""
    sentence = reader.sentence
    text = sentence.clean.lower[sentence.tokens[left].end : sentence.tokens[right].quote_start]
    text = re.sub(r"\([^)]*\)|\($", " ", text)
    for token in sentence.tokens[left + 1 : right]:
        if token.kind in _SKIPPED or token.kind in {Kind.AMOUNT, Kind.VALUE, Kind.INDEX}:
            text = text.replace(sentence.clean.lower[token.start : token.end], " ", 1)
    return re.sub(r"(?<!\w)(?:năm|so với|của|kết quả|mức|và|cùng kỳ|trước đó|in|the)(?!\w)", " ", text)


def read_level(reader: Reader, at: int, move: int) -> None:
    """Make the change that a number with a level's unit states."""
    token = reader.sentence.tokens[at]
    metric = "percent_change" if token.unit == "percent" else "score_change"
    _assert(reader, at, move, metric, token.number or 0.0, token.bound)


def read_amount(reader: Reader, at: int) -> None:
    """Make the change of an amount: places, percentage points, or a number with its sign."""
    token = reader.sentence.tokens[at]
    reason = refusals.refusal(reader, at)
    if reason:
        reader.refuse(at, reason)
        return
    if token.unit == "places" and _beside_refused_place(reader, at):
        reader.refuse(at, "the place that it goes with is none of ours")
        return
    metric = {"places": "rank_change", "percent": "percent_change"}.get(token.unit, "score_change")
    if (
        not token.unit
        and (token.number or 0.0).is_integer()
        and re.search(r"hạng|bậc|rank", reader.sentence.clean.lower[reader.sentence.start : reader.sentence.end])
    ):
        metric = "rank_change"
    if "signed" in token.tags:
        emit.facts(reader, at, metric, token.number or 0.0, rule="change.signed", vs_year=vs_year(reader, at))
        return
    move = _verb_before(reader, at)
    if move is None:
        move = verb_behind(reader, at)
    sure = 1.0
    if move is None:
        move, sure = _verb_of_clause(reader, at), 0.88
    if move is None:
        reader.refuse(at, "an amount of change without a verb")
        return
    _assert(reader, at, move, metric, token.number or 0.0, token.bound, sure)


def _beside_refused_place(reader: Reader, at: int) -> bool:
    """Whether the place right before, with at most a verb between, was refused: "thứ 71/193 thế giới, tăng 15 bậc"."""
    sentence, place = reader.sentence, at - 1
    while sentence.kind(place) is Kind.MOVE or sentence.is_mark(place, ","):
        place -= 1
    if place < 0 or sentence.kind(place) not in {Kind.RANK, Kind.FRACTION}:
        return False
    elsewhere = {refusals.OF_THE_WORLD, refusals.OF_SOMETHING_ELSE}
    return any(one.mention is sentence.tokens[place] and one.reason in elsewhere for one in reader.refusals)


def _verb_of_clause(reader: Reader, at: int) -> int | None:
    """The verb of change that the sentence began with: "tăng nhiều nhất phải kể đến huyện Phúc Thọ, 12 bậc"."""
    sentence = reader.sentence
    start, _ = sentence.clause(at)
    place = sentence.rfind(start, at, Kind.MOVE, lambda one: one.key != "compare")
    if place is None or any(
        sentence.is_value(one)
        for one in range(place + 1, at)
        if one not in reader.pairs.units and sentence.kind(one) is not Kind.AMOUNT
    ):
        return None
    return place


def _assert(reader: Reader, at: int, move: int, metric: str, amount: float, bound: str, sure: float = 1.0) -> None:
    """Make the facts of a change, unless it is a gap between two subjects."""
    sentence, verb = reader.sentence, reader.sentence.tokens[move]
    reader.changed.add(at)
    if verb.key == "compare" and not _over_time(reader, at, move) and not _passes_places(reader, at, move):
        reader.refuse(at, "a gap between two subjects, no change over time")
        return
    if sentence.find(move + 1, at, {Kind.SUBJECT, Kind.GROUP, Kind.AVERAGE}) is not None and verb.key == "compare":
        reader.refuse(at, "a gap between two subjects, no change over time")
        return
    if metric != "rank_change" and not _of_our_measure(reader, move):
        reader.refuse(at, "a change of something else")
        return
    if _largest_of_group(reader, at, move):
        reader.refuse(at, "the largest change of a group, whose is not said")
        return
    sign = verb.number or 1.0
    token = sentence.tokens[at]
    if (
        verb.key == "compare"
        and sentence.words(move).endswith("hơn")
        and bound == ">"
        and token.quote_start >= verb.start
    ):
        bound = "="
    flipped = {">": "<", ">=": "<=", "<": ">", "<=": ">="}.get(bound, bound) if sign < 0 else bound
    start = verb.start if 0 <= token.start - verb.end < 30 else token.quote_start
    components = slots.forward_components(reader, at)
    emit.facts(
        reader,
        at,
        metric,
        sign * amount,
        scope=scopes.of_change(reader, at) if metric == "rank_change" else None,
        rule="change.amount",
        index=None if reader.context.index else slots.only_index_behind(reader, at),
        subject=_subject_told(reader, at),
        components=components,
        bound=flipped,
        vs_year=vs_year(reader, at),
        quote_start=start,
        sure=sure,
    )


_NAMED = frozenset({Kind.SUBJECT, Kind.REFERENCE, Kind.COMPONENT, Kind.INDEX, Kind.TOTAL})


def _largest_of_group(reader: Reader, at: int, move: int) -> bool:
    """Whether an amount is the largest of a group and nobody's: "29 tỉnh tăng điểm; tăng cao nhất trên 2 điểm"."""
    sentence = reader.sentence
    between = sentence.clean.lower[sentence.tokens[move].end : sentence.tokens[at].start]
    start, _ = sentence.clause(at, ",;:")
    if "nhất" not in between.split() or sentence.find(start, at, _NAMED) is not None:
        return False
    return sentence.rfind(0, move, {Kind.COUNT, Kind.GROUP}) is not None


def _subject_told(reader: Reader, at: int) -> Subject | None:
    """The subject of a change in a sentence that has named nobody yet: whose level stands before, or who follows."""
    if reader.told:
        return None
    return slots.holder_behind(reader, at) or (reader.facts[-1].subject if reader.facts else None)


_OURS = frozenset(
    {
        Kind.INDEX,
        Kind.COMPONENT,
        Kind.TOTAL,
        Kind.SUBJECT,
        Kind.REFERENCE,
        Kind.AVERAGE,
        Kind.VALUE,
        Kind.RANK,
        Kind.COMPONENT_REFERENCE,
        Kind.AMOUNT,
        Kind.LAST,
    }
)
_LIGHT = frozenset({Kind.COMPARED, Kind.YEAR, Kind.RELATIVE_YEAR, Kind.GROUP, Kind.COUNT, Kind.REFERENCE})
_FEW = re.compile(r"[\s,;:()\"'+-]*(?:[\w/%]+[\s,;:()\"'-]*){0,5}")


def _of_our_measure(reader: Reader, move: int) -> bool:
    """Whether what changes is a result of ours: one is named before the verb, and hardly a word stands between."""
    sentence = reader.sentence
    last = sentence.rfind(0, move, _OURS)
    if lexicon.pattern("changes", "own_noun").search(sentence.before(move, 40)):
        return True
    if last is None:
        return reader.context.index_age <= 3 and move <= 1
    between = sentence.clean.lower[sentence.tokens[last].end : sentence.tokens[move].start]
    between = re.sub(r"\([^)]*\)", "", between)
    for token in sentence.tokens[last + 1 : move]:
        if token.kind in _LIGHT:
            between = between.replace(sentence.clean.lower[token.start : token.end], "", 1)
    return bool(_FEW.fullmatch(between)) or sentence.kind(last) in {Kind.INDEX, Kind.COMPONENT, Kind.TOTAL}


def _over_time(reader: Reader, at: int, move: int) -> bool:
    """Whether a comparison is with an earlier year: one stands between verb and amount, or right behind."""
    sentence = reader.sentence
    if sentence.find(move + 1, at, {Kind.YEAR, Kind.RELATIVE_YEAR}) is not None:
        return True
    if re.match(r" so với (?:cùng kỳ|lần trước|kỳ trước)", sentence.after(at, 24)):
        return True
    return _compared_behind(reader, at) is not None


def _passes_places(reader: Reader, at: int, move: int) -> bool:
    """Whether places are passed and nobody is named whom the subject is ahead of: "đứng thứ 5, vượt 24 bậc"."""
    sentence = reader.sentence
    if sentence.words(move) not in {"vượt", "vượt lên"} or sentence.tokens[at].unit != "places":
        return False
    return not re.match(r" (?:so với|trên|trước)", sentence.after(at, 10)) and sentence.kind(at + 1) is not Kind.SUBJECT


_BEHIND = frozenset({Kind.SUBJECT, Kind.YEAR, Kind.RELATIVE_YEAR, Kind.VALUE, Kind.RANK, Kind.FRACTION})


def _compared_behind(reader: Reader, at: int) -> int | None:
    """The year that the clause behind an amount compares with."""
    sentence = reader.sentence
    start, (_, end) = at + 1, sentence.clause(at)
    while (place := sentence.find(start, end, _BEHIND)) is not None:
        start = place + 1
        kind = sentence.kind(place)
        if kind is Kind.SUBJECT:
            return None
        if kind in {Kind.YEAR, Kind.RELATIVE_YEAR} and roles.year_is_compared(sentence, place):
            token = sentence.tokens[place]
            if token.kind is Kind.YEAR:
                return int(token.number or 0)
            return reader.relative(token.key)
        if kind in {Kind.VALUE, Kind.RANK} and sentence.kind(place - 1) is Kind.COMPARED:
            return own_years.year_behind(reader, place)
        if (
            kind in {Kind.VALUE, Kind.RANK, Kind.FRACTION}
            and place not in reader.pairs.units
            and not _joined_change(reader, place)
        ):
            return None
    return None


def _joined_change(reader: Reader, at: int) -> bool:
    """Whether a value is itself an amount of change, so that the year behind it may serve both."""
    return _verb_before(reader, at) is not None


def vs_year(reader: Reader, at: int) -> int | None:
    """The year that a change is compared with: behind it, else named before, else the year before the one in force."""
    behind = _compared_behind(reader, at)
    year = own_years.year_behind(reader, at) or reader.context.year
    if behind is not None and (year is None or behind < year):
        return behind
    if reader.compared_year is not None and (year is None or reader.compared_year < year):
        return reader.compared_year
    return year - 1 if year else None


def older_year(reader: Reader, at: int) -> int | None:
    """The year of a value that something came from: the one compared with, else the year before."""
    behind = _compared_behind(reader, at)
    if behind is not None:
        return behind
    if reader.compared_year is not None:
        return reader.compared_year
    year = reader.context.year
    return year - 1 if year else None
