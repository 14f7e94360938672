"""Finding places in a ranking: ordinals, words such as "quán quân", the last place, and "tiếp theo là"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation
from pipelines.writings import Led, Writings

_FIELD = (
    r"(?: ?/ ?(?P<field>\d{1,3})(?:/\d{1,3})?(?!\d|[,.]\d)| (?:trên|trong|của|out of|among|"
    r"of)(?: tổng(?: số)?| số| all| the| cả)? (?P<field2>\d{1,3})(?!\d|[,.]\d|%|/| ?bậc| ?điểm| năm))?"
)
_LIST = r"(?P<more>(?:(?: ?,| và| ?;)(?: thứ| hạng)? \d{1,3})+)?"
_LIST_END = (
    r"(?= ?(?:[.,;:)\n]|$|/\d| (?:cả nước|toàn quốc|trong|trên|với|về|của|theo|bảng|tổng|toàn|khu vực|"
    r"lần lượt|tỉnh|cấp|nhưng|thuộc|ở)(?!\w)))"
)


class _Patterns(NamedTuple):
    """The patterns of places, made once from the lexicon."""

    ordinal: re.Pattern[str]
    words: Writings
    ordinals: dict[str, int]
    meanings: dict[str, tuple[Kind, str, int]]
    repetition: re.Pattern[str]
    award: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """All patterns of places."""
    ranks, cues = lexicon.entries("ranks"), lexicon.entries("cues")
    heads = alternation(lexicon.words(ranks["heads"]))
    ordinals = {**ranks["ordinals"], **tens(ranks["ordinals"])}
    meanings = _meanings(ranks)
    return _Patterns(
        re.compile(
            rf"(?<!\w)(?<!đơn (?=vị ))(?P<head>{heads})(?: ?:)? ?"
            rf"(?:(?P<number>\d{{1,3}})(?![\d%]|[.,]\d){_FIELD}(?:{_LIST}{_LIST_END})?"
            rf"|(?P<word>{alternation(ordinals)})(?!\w){_FIELD.replace('field', 'word_field')})"
        ),
        Writings(meanings),
        ordinals,
        meanings,
        re.compile(rf"(?<!\w)(?<!nhà )(?:{alternation(lexicon.words(cues['repetition']['before']))}) $"),
        re.compile(rf"(?<!\w)(?:{alternation(lexicon.words(cues['not_a_place']['before']))})(?: \w+){{0,2}} $"),
    )


def tens(units: dict[str, int]) -> dict[str, int]:
    """The ordinals from 20 to 63 in words: "hai mươi mốt", "ba mươi chín", "sáu mươi ba"."""
    digits = {
        "mốt": 1,
        "một": 1,
        "hai": 2,
        "ba": 3,
        "tư": 4,
        "bốn": 4,
        "lăm": 5,
        "nhăm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "tám": 8,
        "chín": 9,
    }
    firsts = {"hai": 20, "ba": 30, "bốn": 40, "năm": 50, "sáu": 60}
    words = {f"{first} mươi {digit}": ten + one for first, ten in firsts.items() for digit, one in digits.items()}
    return {**{f"{first} mươi": ten for first, ten in firsts.items()}, **words, **{word: units[word] for word in units}}


def _meanings(ranks: dict[str, dict[str, list[str]]]) -> dict[str, tuple[Kind, str, int]]:
    """What each whole expression means: its kind, its key and its number."""
    meaning: dict[str, tuple[Kind, str, int]] = {}
    for name, number in (("first", 1), ("second", 2), ("third", 3)):
        meaning |= dict.fromkeys(lexicon.words(ranks["words"][name]), (Kind.RANK, "word", number))
    for name, distance in (("last", 0), ("last_but_one", 1)):
        meaning |= dict.fromkeys(lexicon.words(ranks["words"][name]), (Kind.LAST, "word", distance))
    meaning |= dict.fromkeys(lexicon.words(ranks["words"]["highest"]), (Kind.RANK, "highest", 1))
    meaning |= {word: (Kind.RANK, "bare", number) for number, word in enumerate(ranks["words"]["bare"], 1)}
    meaning |= dict.fromkeys(lexicon.words(ranks["next"]["forms"]), (Kind.NEXT, "", 0))
    return meaning


def find(clean: Clean) -> Iterator[Mention]:
    """Every place, last place and "tiếp theo" in the text."""
    patterns = _patterns()
    for match in patterns.words.finditer(clean.lower):
        kind, key, number = patterns.meanings[folded(match.group())]
        if key == "bare" and not _ENDS.match(clean.lower, match.end()):
            continue
        yield Mention(kind, match.start(), match.end(), key, float(number), weak=key == "bare")
    for match in patterns.ordinal.finditer(clean.lower):
        yield from _ordinal(clean, match)
    yield from _bare_numbers(clean)
    yield from _places_in_items(clean)


def _ordinal(clean: Clean, match: re.Match[str]) -> Iterator[Mention]:
    """The places of a Vietnamese ordinal; none where it counts repetitions, names a weekday or an award."""
    patterns = _patterns()
    left = clean.lower[max(0, match.start() - 30) : match.start()]
    head = match["head"]
    if head.startswith("thứ") and (patterns.repetition.search(left) or _AGAIN.search(left)):
        return
    if "hạng" in head and (patterns.award.search(left) or _AWARDED.match(clean.lower, match.end())):
        return
    if head == "bậc" and not _AT.search(left):
        return
    if match["word"]:
        if _weekday(clean, match) or (match["word"] == "năm" and _YEAR_BEHIND.match(clean.lower, match.end())):
            return
        number = float(patterns.ordinals[folded(match["word"])])
        field = match["word_field"] or match["word_field2"]
        yield Mention(Kind.RANK, match.start(), match.end(), "ordinal", number, float(field) if field else None)
        return
    field = match["field"] or match["field2"]
    if (
        head.split()[-1] in {"xếp", "đứng", "ở"}
        and not field
        and not re.match(r"[,.;)]|$|\n", clean.lower[match.end() : match.end() + 1] or "\n")
    ):
        return
    if not field and not head.endswith("thứ") and _COUNTED.match(clean.lower, match.end()):
        return
    yield from _numbers(match, float(field) if field else None)


_BARE_LIST = Led(
    r"(?<!\w)(?:thứ hạng|vị trí|hạng|xếp hạng|thứ bậc|xếp thứ|đứng thứ|xếp)(?: \w+){0,2}? (?:lần lượt|"
    r"tương ứng|theo thứ tự)(?: ở)?(?: hạng| vị trí| thứ)?(?: là|:)? ?(?P<list>\d{1,3}(?:(?:,|;| và|"
    r", và) (?:thứ )?\d{1,3})+)(?![\d%]|[.,]\d| bậc| điểm| hạng)",
    ("thứ", "vị", "hạng", "xếp", "đứng"),
)
_BARE_MOVE = Led(
    r"(?<!\w)từ (?P<from>(?:hạng |thứ |vị trí |vị trí thứ |số )?(?P<old>\d{1,2})) (?:vươn |nhảy |tụt |"
    r"rớt |rơi |lùi |leo |tăng |giảm |bật )?(?:lên|xuống|còn) (?P<to>(?:hạng |thứ |vị trí |vị trí thứ |"
    r"số )?(?P<new>\d{1,2}))(?![\d%]|[.,]\d| bậc| điểm| phần| ngày| giờ| thủ tục| đơn vị| người|"
    r" \w+ [a-z])",
    ("từ",),
)


_BARE_OLDER = re.compile(
    r"(?<!\w)(?:thứ|hạng|vị trí|vị thứ)(?: thứ| số| hạng)? \d{1,3}(?:/\d{2,3})?(?: (?:[^\W\d]|[-,/])+){0,8} ?\("
    r"(?:kết quả |hạng )?(?:năm (?:20\d\d|trước|ngoái|liền kề|liền trước)|20\d\d)"
    r"(?: là|:| ở| xếp| đứng| còn| mới| chỉ)* (?P<number>\d{1,2})(?:/\d\d)?\)"
)
"""The older place in a bracket behind a place: "vị trí thứ 7 cả nước (năm 2023 là 18)"."""


# "Hạng 42 (năm 2020), 47 (năm 2021), lên 40 (năm 2022)": places of the years behind them.
_BARE_OF_YEAR = re.compile(r"(?:,|;| và| rồi| lên| xuống| còn| tới| đến) (?P<new>\d{1,2})(?= \((?:năm )?20[0-3]\d\))")
_PLACE_OF_YEAR = re.compile(r"(?:hạng|thứ|vị trí) \d{1,2} \((?:năm )?20[0-3]\d\)")
# "Các vị trí kế tiếp: Bộ NV 4, Bộ TT&TT 5": weak, since only a name right before makes it a place.
_PLACES_LED = re.compile(
    r"(?<!\w)(?:các vị trí|các thứ hạng|thứ hạng|xếp hạng)[^:.\n\d]{0,40}:(?P<items>[^.\n]{8,400})"
)
# "Ba vị trí cuối là Trà Vinh (61), Kon Tum (62), Phú Yên (63)": successive numbers behind names are places.
_BRACKETED = Led(
    r"(?<!\w)(?:vị trí|thứ hạng|xếp hạng|xếp thứ|dẫn đầu|đứng đầu|cuối bảng|đứng cuối|top|tốp)"
    r"(?: [^.\n\d()]{0,60})?(?: \d{1,2} [^.\n\d()]{0,40})?"
    r"[^.\n\d()]{3,40} \(\d{1,2}\)(?:[,;]? ?(?:và )?[^.\n\d(),;]{3,40} \(\d{1,2}\)){2,}",
    ("vị", "thứ", "xếp", "dẫn", "đứng", "cuối", "top", "tốp"),
)
_BARE_ITEM = re.compile(r"(?<=\w )(?P<new>\d{1,2})(?=[,;.]|$)")


def _places_in_items(clean: Clean) -> Iterator[Mention]:
    """Places in bare numbers whose company tells what they are: years in brackets behind, names right before."""
    for line in re.finditer(r"[^\n]+", clean.lower):
        if _PLACE_OF_YEAR.search(line.group()):
            for match in _BARE_OF_YEAR.finditer(clean.lower, line.start(), line.end()):
                yield Mention(Kind.RANK, match.start("new"), match.end("new"), "ordinal", float(match["new"]))
    for run in _BRACKETED.finditer(clean.lower):
        numbers = list(re.finditer(r"\((\d{1,2})\)", run.group()))
        if all(int(other[1]) == int(one[1]) + 1 for one, other in pairwise(numbers)):
            for one in numbers:
                start, end = run.start() + one.start(1), run.start() + one.end(1)
                yield Mention(Kind.RANK, start, end, "ordinal", float(one[1]))
    for led in _PLACES_LED.finditer(clean.lower):
        for match in _BARE_ITEM.finditer(clean.lower, led.start("items"), led.end("items")):
            start, end = match.span("new")
            yield Mention(Kind.RANK, start, end, "ordinal", float(match["new"]), weak=True)


def _bare_numbers(clean: Clean) -> Iterator[Mention]:
    """Places in bare numbers: enumerated behind "thứ hạng lần lượt là", between "từ" and "lên", in brackets."""
    for match in _BARE_OLDER.finditer(clean.lower):
        yield Mention(Kind.RANK, *match.span("number"), "ordinal", float(match["number"]))
    for match in _BARE_LIST.finditer(clean.lower):
        for number in re.finditer(r"\d{1,3}", match["list"]):
            start = match.start("list") + number.start()
            yield Mention(
                Kind.RANK,
                start,
                start + len(number.group()),
                "ordinal",
                float(number.group()),
                group=match.start("list"),
            )
    for match in _BARE_MOVE.finditer(clean.lower):
        yield Mention(Kind.RANK, match.start("from"), match.end("from"), "ordinal", float(match["old"]))
        yield Mention(Kind.RANK, match.start("to"), match.end("to"), "ordinal", float(match["new"]))


# "Quảng Ninh nhất, Hải Phòng nhì": a bare ordinal ends its phrase; before a noun it is a number.
_ENDS = re.compile(r" ?(?:[,.;:()\n]|$|với(?!\w)|và(?!\w)|là(?!\w))")
_COUNTED = re.compile(
    r" (?:lĩnh vực|nội dung|chỉ số|tiêu chí|thành phần|trụ cột|đơn vị|địa phương|bộ|sở|huyện|"
    r"xã|phường|quận|cơ quan|tỉnh,)(?!\w)"
)
# "Bảng xếp hạng năm 2023" tells of a year, not of the fifth place.
_YEAR_BEHIND = re.compile(r" (?:20\d\d|ngoái|trước|liền kề)(?!\w)")
# "Từ bậc 21 lên bậc 4"; "lương bậc 3" and "dịch vụ công bậc 4" are none.
_AT = re.compile(r"(?<!\w)(?:từ|lên|xuống|ở|đứng|xếp|về) $")
_AWARDED = re.compile(r" (?:phong trào )?thi đua(?!\w)")
_AGAIN = re.compile(r"(?:lần|năm|kỳ|đợt) thứ (?:\w+|\d+)(?:,| và|, và) $")


def _numbers(match: re.Match[str], out_of: float | None) -> Iterator[Mention]:
    """The place of an ordinal in digits, and those enumerated behind it."""
    first_end = match.start("more") if match["more"] else match.end()
    more = match["more"] or ""
    group = match.start() if more else -1
    quote = (match.start(), match.end()) if more else (match.start(), first_end)
    yield Mention(Kind.RANK, quote[0], first_end, "ordinal", float(match["number"]), out_of, group=group)
    for other in re.finditer(r"\d{1,3}", more):
        start = match.start("more") + other.start()
        yield Mention(Kind.RANK, start, start + len(other.group()), "ordinal", float(other.group()), group=group)


def _weekday(clean: Clean, match: re.Match[str]) -> bool:
    """Whether "thứ Hai", "thứ Tư" is a day of the week: a capital behind a small "thứ", or a date around it."""
    word = match["word"]
    if not match["head"].endswith("thứ") or word not in {"hai", "ba", "tư", "năm", "sáu", "bảy"}:
        return False
    start = match.start("word")
    written = clean.text[start]
    if written.isupper() and not clean.text[match.start() : start].isupper():
        return True
    return bool(
        re.search(r"(?:sáng|chiều|tối|ngày|vào|trưa) $", clean.lower[max(0, match.start() - 8) : match.start()])
        or re.match(
            r"(?:,| -)? ?(?:ngày|\(\d{1,2}[/-]\d|\d{1,2}/\d|hằng tuần|hàng tuần|tuần)",
            clean.lower[match.end() : match.end() + 16],
        )
    )
