"""The years that values name themselves: behind them, before them, or several that one value holds for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.mentions.types import Kind
from pipelines.rules import roles
from pipelines.sentence import Sentence

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


def _index_and_year(sentence: Sentence, opening: int) -> int | None:
    """The year of a bracket that holds an index with its year alone: "chỉ xếp thứ 36 (PAR INDEX 2012)"."""
    year = opening + 2
    alone = sentence.kind(opening + 1) is Kind.INDEX and not sentence.gap(opening, opening + 1).strip()
    held = alone and sentence.kind(year) is Kind.YEAR
    return int(sentence.tokens[year].number or 0) if held and sentence.closing.get(opening) == year + 1 else None


def year_behind(reader: Reader, at: int) -> int | None:
    """The year that stands right behind a value: "vị trí thứ 9 năm 2022", "89,58% (2022)", "87,72% của năm 2023"."""
    sentence, place = reader.sentence, at + 1
    if sentence.kind(place) is Kind.FRACTION:
        place += 1
    if place in sentence.closing and sentence.kind(place + 1) is Kind.YEAR and sentence.closing[place] == place + 2:
        place += 1
    if named := _index_and_year(sentence, at + 1):
        return named
    if sentence.kind(place) is Kind.RELATIVE_YEAR and re.fullmatch(
        r" ?\(?(?:của |vào |ở |in )?", sentence.gap(at, place)
    ):
        return reader.relative(sentence.tokens[place].key) if sentence.tokens[place].key == "previous" else None
    if sentence.kind(at) in {Kind.RANK, Kind.LAST}:
        place = _past_measure(reader, at, place)
    if sentence.kind(place) is not Kind.YEAR:
        return None
    start = sentence.tokens[at if place == at + 1 else place - 1].end
    between = sentence.clean.lower[start : sentence.tokens[place].start]
    if re.fullmatch(
        r" ?\(? ?(?:là )?(?:kết quả |con số |số liệu |mức )?(?:của |trong |vào |ở |in |for )?(?:chỉ số )?(?:năm )?",
        between,
    ):
        return int(sentence.tokens[place].number or 0)
    return None


_OF_MEASURE = lexicon.pattern("own_years", "of_measure")


def _past_measure(reader: Reader, at: int, place: int) -> int:
    """The position behind the field and the index of a place: "đội sổ bảng PCI năm 2013", "thứ 2 cả nước năm 2012"."""
    sentence, following = reader.sentence, place
    if not _OF_MEASURE.fullmatch(sentence.gap(at, place)):
        return place
    while sentence.kind(following) in {Kind.GROUP, Kind.INDEX} or following in sentence.closing:
        following = sentence.past_bracket(following) if following in sentence.closing else following + 1
    return following if sentence.kind(following) is Kind.YEAR else place


def is_compared_place(reader: Reader, at: int) -> bool:
    """Whether a place is what a year compared with had: "So với năm 2014 đứng thứ 3, Ngân hàng Nhà nước nay"."""
    sentence = reader.sentence
    if sentence.kind(at - 1) is not Kind.YEAR or sentence.kind(at) not in {Kind.RANK, Kind.FRACTION}:
        return False
    between = sentence.clean.lower[sentence.tokens[at - 1].end : sentence.tokens[at].start]
    return roles.year_is_compared(sentence, at - 1) and between in {" ", " ở ", " còn ", " là "}


_THEN = lexicon.pattern("slots", "then")
_WHEN = lexicon.pattern("slots", "when")
_NOW = lexicon.pattern("slots", "now")
_EARLIER = lexicon.pattern("slots", "earlier")


def _in_earlier_bracket(reader: Reader, at: int) -> bool:
    """Whether a value stands in a bracket that tells of before: "hạng 20 (trước đó 84,9%, hạng 25)"."""
    sentence = reader.sentence
    if not reader.stack:
        return False
    opening = sentence.opening[reader.stack[-1][0]]
    dated = sentence.find(opening, at, {Kind.YEAR, Kind.RELATIVE_YEAR})
    return dated is None and sentence.clean.lower.startswith("trước đó ", sentence.tokens[opening].end)


def year_before(reader: Reader, at: int) -> int | None:
    """The year that stands right before a value: "năm trước còn ở hạng mười sáu", "khi ấy mới", "nay lùi về"."""
    sentence = reader.sentence
    if (
        sentence.kind(at - 1) is Kind.YEAR
        and sentence.is_value(at - 2)
        and re.fullmatch(r" (?:với|đạt)(?: vỏn vẹn| chỉ)? ?", sentence.gap(at - 1, at))
    ):
        return int(sentence.tokens[at - 1].number or 0)
    if _EARLIER.search(sentence.before(at)) or _in_earlier_bracket(reader, at):
        return reader.relative("previous")
    if sentence.is_mark(at - 2, "("):
        return None
    if _THEN.search(sentence.before(at)):
        return reader.compared_year
    if is_compared_place(reader, at):
        return int(sentence.tokens[at - 1].number or 0)
    if when := _WHEN.search(sentence.before(at)):
        return int(when.group(1))
    if _NOW.search(sentence.before(at)) and reader.context.year != reader.lasting_year:
        return reader.lasting_year
    if (
        sentence.kind(at - 1) is not Kind.RELATIVE_YEAR
        or sentence.tokens[at - 1].key != "previous"
        or roles.year_is_compared(sentence, at - 1)
    ):
        return None
    if not re.fullmatch(r" ?(?:còn |chỉ |mới |vẫn |ở |là |đạt |đứng |xếp |được |giữ |:|\()*", sentence.gap(at - 1, at)):
        return None
    return reader.context.year if reader.moved_at == at - 1 else reader.relative("previous")


def years_listed(reader: Reader, at: int) -> tuple[int, ...]:
    """The years that a value holds for: "hai năm 2018 và 2019 đều đứng thứ 2", "đứng đầu hai năm 2013 và 2014"."""
    sentence = reader.sentence
    place = at + 1
    if sentence.kind(place) is Kind.YEAR and re.fullmatch(
        r" (?:trong |vào |ở |cả )?(?:liền |liên tiếp |suốt )?(?:hai |ba |bốn |các |những )?(?:năm )?",
        sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start],
    ):
        return _year_run(reader, place)
    last = sentence.rfind(max(0, at - 5), at, Kind.YEAR)
    first = last
    while (
        first is not None and first > 0 and (sentence.kind(first - 1) is Kind.YEAR or sentence.is_mark(first - 1, ","))
    ):
        first -= 1
    if first is not None and sentence.is_mark(first, ","):
        first += 1
    if first is None or last is None or first == last or sentence.kind(first) is not Kind.YEAR:
        return ()
    counted = (
        re.search(r"(?:hai|ba|bốn|các|những|cả) (?:năm )?(?:liền |liên tiếp )?$", sentence.before(first))
        or sentence.kind(first - 1) is Kind.INDEX
    )
    each = re.search(
        r"(?:đều|cùng|cũng|vẫn|liên tục)", sentence.clean.lower[sentence.tokens[last].end : sentence.tokens[at].start]
    )
    return _year_run(reader, first) if counted and each else ()


def _year_run(reader: Reader, place: int) -> tuple[int, ...]:
    """The years enumerated from a position on; a single one is no run."""
    sentence, years = reader.sentence, []
    while sentence.kind(place) is Kind.YEAR:
        years.append(int(sentence.tokens[place].number or 0))
        following = place + 1
        while sentence.is_mark(following, ","):
            following += 1
        if sentence.kind(following) is not Kind.YEAR or not re.fullmatch(
            r" ?(?:,|và|, và|-)? ?(?:năm )?", sentence.gap(following - 1, following)
        ):
            break
        place = following
    return tuple(years) if len(years) > 1 else ()


def from_before(reader: Reader, at: int) -> bool:
    """Whether a value is the one that something came from: "từ vị trí thứ 9", "so với 87,72%"."""
    sentence = reader.sentence
    token = sentence.tokens[at]
    before = sentence.clean.lower[max(sentence.start, token.quote_start - 26) : token.quote_start]
    return bool(
        re.search(
            r"(?<!\w)(?:từ|so với|from|hơn|so|thoát|thoát khỏi|rời|rời khỏi) (?:mức |con số |chỗ |vị trí |"
            r"hạng |ở |thứ |xếp |đứng |đạt |"
            r"kết quả |ngôi |năm ngoái )*$",
            before,
        )
    )
