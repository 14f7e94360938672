"""The slots of a value: whose, of which index, component and year; looked for ahead, then in what is in force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import own_years

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader

_LIGHT = frozenset(
    {
        Kind.INDEX,
        Kind.YEAR,
        Kind.RELATIVE_YEAR,
        Kind.COMPONENT,
        Kind.TOTAL,
        Kind.GROUP,
        Kind.REFERENCE,
        Kind.FRACTION,
        Kind.RESPECTIVE,
        Kind.FROM,
        Kind.COMPARED,
        Kind.MOVE,
        Kind.COUNT,
        Kind.COMPONENT_REFERENCE,
        Kind.LAST,
    }
)
_LINK = lexicon.pattern("slots", "link")
_ASIDE = lexicon.pattern("slots", "aside")
_COLON = lexicon.pattern("slots", "colon")


def forward_subject(reader: Reader, at: int) -> Subject | None:
    """The subject that a place leads to: "dẫn đầu là Bộ Tư pháp", "vị trí thứ 2: Hải Phòng", "á quân Đồng Tháp"."""
    sentence, place = reader.sentence, at + 1
    while place < len(sentence.tokens) and (
        sentence.kind(place) in _LIGHT
        or (sentence.kind(place) is Kind.OTHER_MEASURE and sentence.words(place) == "nhóm")
        or place in sentence.closing
        or sentence.is_mark(place, ':"')
    ):
        place = sentence.past_bracket(place) if place in sentence.closing else place + 1
    if (
        sentence.is_mark(place, ",")
        and sentence.is_mark(place + 1, ",")
        and _ASIDE.fullmatch(sentence.gap(place, place + 1))
    ):
        place += 2
    near = place == at + 1 or (place == at + 2 and sentence.kind(at + 1) is Kind.YEAR)
    if sentence.is_mark(place, ",") and near and _opens_with_place(reader, at):
        place += 1
    if sentence.kind(place) is Kind.VALUE and not _topic_before(reader, at):
        place = _past_values(reader, place)
    place = _past_field(reader, place)
    if sentence.kind(place) is not Kind.SUBJECT:
        return None
    if sentence.tokens[place].unit == "region" and re.search(
        r"(?:của|cả) (?:vùng |khu vực )?$", sentence.before(place)
    ):
        return None
    return reader.subject_at(place) if _leads(reader, at, place) else None


def _past_field(reader: Reader, place: int) -> int:
    """The position of the unit that a place leads to past its province: "cao nhất Quảng Trị là huyện Hải Lăng"."""
    sentence = reader.sentence
    inside = sentence.kind(place + 1) is Kind.SUBJECT and sentence.tokens[place + 1].unit in {
        "district",
        "commune",
        "department",
    }
    field = inside and sentence.kind(place) is Kind.SUBJECT and sentence.tokens[place].unit == "province"
    return place + 1 if field and _LINK.search(sentence.gap(place, place + 1)) else place


_BESIDE = lexicon.pattern("slots", "beside")
_APPOSED = lexicon.pattern("slots", "apposed")


def apposed(reader: Reader, at: int) -> Subject | None:
    """The subject that a place stands in apposition to: "hơn Đông Nam Bộ, vùng đứng thứ hai, 0,54%"."""
    sentence = reader.sentence
    host = at - 2 if sentence.kind(at - 1) is Kind.REFERENCE else at - 1
    host -= sentence.is_mark(host, ",")
    if sentence.kind(host) is not Kind.SUBJECT:
        return None
    if host == at - 1 and not sentence.gap(host, at).strip() and _BESIDE.search(sentence.before(host)):
        return reader.subject_at(host)
    if re.search(r"(?:trong|tại|ở|thuộc|toàn|riêng|tính|xét|với|so) (?:vùng |khu vực )?$", sentence.before(host)):
        return None
    between = sentence.clean.lower[sentence.tokens[host].end : sentence.tokens[at].start]
    return reader.subject_at(host) if _APPOSED.fullmatch(between) else None


def _past_values(reader: Reader, place: int) -> int:
    """The position behind the values of a place whose holder follows: "đứng đầu khối bộ với 89,95% là Bộ Tư pháp"."""
    sentence = reader.sentence
    while sentence.kind(place) in {Kind.VALUE, Kind.FRACTION} or sentence.is_mark(place, ","):
        place += 1
    return (
        place if sentence.kind(place) is Kind.SUBJECT and _LINK.search(sentence.before(place)) else len(sentence.tokens)
    )


def _topic_before(reader: Reader, at: int) -> bool:
    """Whether the clause has named a subject before the place."""
    sentence = reader.sentence
    start, _ = sentence.clause(at, ";")
    comma = sentence.rfind(start, at, Kind.PUNCTUATION, lambda one: one.key in ",(")
    return sentence.rfind(start if comma is None else comma, at, Kind.SUBJECT) is not None


def _leads(reader: Reader, at: int, place: int) -> bool:
    """Whether the words between a place and a subject make the subject its holder."""
    sentence = reader.sentence
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    last = sentence.gap(place - 1, place) if place - 1 > at else between
    if (
        re.fullmatch(r"(?: (?:của |vào )?năm 20\d\d)? ?, (?:tỉnh |thành phố |tp\.? ?)?", between)
        and not _topic_before(reader, at)
        and _opens_with_place(reader, at)
    ):
        return True
    if "," in between and not re.fullmatch(r" ?, ?(?:vẫn |tiếp tục )?là .*", between) and not _LINK.search(last):
        return False
    if place == at + 1 and _OWNED.fullmatch(between) and sentence.words(at).startswith(_HEADS):
        return sentence.tokens[place].unit in {"province", "ministry", "district"} and not _topic_before(reader, at)
    if _LINK.search(between) and len(between) < 100:
        return not _OTHER.search(between)
    direct = place == at + 1 or (place == at + 2 and sentence.is_mark(at + 1, ":"))
    if not direct or not _COLON.fullmatch(between):
        return False
    if ":" in between or "-" in between:
        return not _topic_before(reader, at) or sentence.tokens[at].key != "word"
    return between.strip() in {"", "tỉnh", "thành phố", "tp", "tp."} and _names_follow(reader, at, place)


_OWNED = lexicon.pattern("slots", "owned")
_HEADS = ("vị trí", "hạng", "ngôi", "thứ hạng", "vị thứ")


def _opens_with_place(reader: Reader, at: int) -> bool:
    """Whether a place opens its sentence, a dateline apart: "HÀ NỘI - Ở ngôi đầu, Hải Phòng tăng 4,30%"."""
    sentence = reader.sentence
    written = sentence.clean.text[sentence.start : sentence.tokens[at].start]
    dateline = written.isupper() and written.endswith("- ")
    lead = "" if dateline else sentence.clean.lower[sentence.start : sentence.tokens[at].start].strip(" \n\"'-+*•(")
    lead = re.sub(r"^so với (?:kết quả |vị trí )?năm 20\d\d ?", "", lead)
    own = sentence.words(at).startswith(("ở ", "đứng ", "xếp ", "giữ ", "về "))
    if not lead and sentence.kind(at) is Kind.RANK and sentence.tokens[at].key == "word":
        return True
    return lead in {"ở", "tại", "đứng ở", "xếp ở", "với", "giữ", "về", "còn ở", "từ"} or (own and not lead)


_OTHER = lexicon.pattern("slots", "other")


def _names_follow(reader: Reader, at: int, place: int) -> bool:
    """Whether a name that stands right behind a place holds it: "thứ nhì Bình Dương 47,45 điểm"."""
    sentence = reader.sentence
    if re.search(r"(?:trong|ở|tại|khu vực|toàn|vùng) $", sentence.before(place)):
        return False
    if sentence.tokens[place].unit == "region":
        return False
    return not _topic_before(reader, at) or sentence.kind(at - 1) is Kind.PUNCTUATION


_OF_INDEX = lexicon.pattern("slots", "of_index")


_FAR = 16
"""How many mentions behind a place one still looks for its index; of a longer run of counts and groups it has none."""


def forward_index(reader: Reader, at: int) -> str | None:
    """The index that a place names behind itself: "xếp thứ 5 về SIPAS", "dẫn đầu PAR INDEX"."""
    place = at + 1
    sentence = reader.sentence
    while place - at < _FAR and (
        sentence.kind(place) in {Kind.GROUP, Kind.REFERENCE, Kind.FRACTION, Kind.COUNT}
        or (place in sentence.closing and place == at + 1)
    ):
        place = sentence.past_bracket(place) if place in sentence.closing else place + 1
    if sentence.kind(place) is not Kind.INDEX:
        return None
    between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start]
    between = re.sub(r"\([^)]*\)", "", between)
    for token in sentence.tokens[at + 1 : place]:
        between = between.replace(sentence.clean.lower[token.start : token.end], "")
    if "," in between or not _OF_INDEX.fullmatch(re.sub(" +", " ", between)):
        return None
    return sentence.tokens[place].key


def forward_indexes(reader: Reader, at: int) -> tuple[str, ...]:
    """All indexes that a place names behind itself: "quán quân của cả PAR INDEX, SIPAS và PCI"."""
    if forward_index(reader, at) is None:
        return ()
    sentence = reader.sentence
    place = sentence.find(at + 1, len(sentence.tokens), Kind.INDEX)
    keys: list[str] = []
    while place is not None and sentence.kind(place) is Kind.INDEX:
        keys.append(sentence.tokens[place].key)
        following = sentence.past_bracket(place + 1)
        while sentence.is_mark(following, ","):
            following += 1
        joined = sentence.kind(following) is Kind.INDEX and re.fullmatch(
            r" ?(?:,|và|, và)? ?", sentence.gap(following - 1, following)
        )
        place = following if joined and not sentence.is_value(following + 1) else None
    return tuple(key for key in keys if key != "other")


_OF_COMPONENT = lexicon.pattern("slots", "of_component")


def forward_components(reader: Reader, at: int) -> tuple[str, ...]:
    """The components that a place names behind itself: "dẫn đầu ở hai nội dung là A và B"; none where it has none."""
    sentence, place = reader.sentence, at + 1
    if sentence.is_mark(place, ":") and not re.search(
        r"(?:chỉ số|lĩnh vực|nội dung|thành phần|trụ cột)(?: \w+){0,3} ?$", sentence.before(at, 40)
    ):
        return ()
    place = sentence.past_bracket(place)
    while sentence.kind(place) in {Kind.GROUP, Kind.REFERENCE, Kind.COUNT} or sentence.is_mark(place, ':"'):
        place += 1
    if sentence.kind(place) is not Kind.COMPONENT:
        return ()
    between = re.sub(r" ?\([^)]*\)", "", sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[place].start])
    if not _OF_COMPONENT.fullmatch(between) or not re.search(
        r"về|ở|trong|tại|là|in|on|for|đối với|nội dung|lĩnh vực|chỉ số|trụ cột|thành phần|mảng|:", between
    ):
        return ()
    return _listed(reader, place)


def components_ahead(reader: Reader, at: int) -> tuple[str, ...]:
    """The components that a level names behind itself, or behind its bracket: "thứ 3 (88,2%) về cải cách thể chế"."""
    sentence = reader.sentence
    beside = sentence.is_mark(at - 1, "(") and sentence.kind(at - 2) in {Kind.RANK, Kind.LAST, Kind.FRACTION}
    return forward_components(reader, at - 2 if beside else at)


def _listed(reader: Reader, place: int) -> tuple[str, ...]:
    """The labels of the components enumerated from a position on."""
    sentence, labels = reader.sentence, []
    while sentence.kind(place) is Kind.COMPONENT:
        label = reader.label(sentence.tokens[place])
        labels += [label] if label else []
        following = sentence.past_bracket(place + 1)
        while sentence.is_mark(following, ",\"'"):
            following += 1
        tail = sentence.gap(following - 1, following)
        if not re.fullmatch(r"[ \"']*(?:,|và|;)?[ \"']*(?:và )?[ \"']*", tail):
            break
        place = following
    return tuple(labels)


def leads_list_of_components(reader: Reader, at: int) -> bool:
    """Whether a place leads to a component of the subject's own: "6 chỉ số thêm điểm, dẫn đầu là tính năng động"."""
    sentence = reader.sentence
    return sentence.kind(at + 1) is Kind.COMPONENT and bool(
        re.fullmatch(
            r" (?:là|thuộc về|:|gồm)(?: chỉ số(?: thành phần)?| nội dung| lĩnh vực)? ?\"?",
            sentence.gap(at, at + 1).replace('"', ""),
        )
    )


_EXTREME = lexicon.pattern("slots", "extreme")
_EXTREME_LEADS = lexicon.pattern("slots", "extreme_leads")


def extreme_in_bracket(reader: Reader, at: int) -> Subject | None:
    """The subject in a bracket that a level is the extreme of: "81,32% là kết quả thấp nhất (An Giang)"."""
    sentence = reader.sentence
    opening = sentence.find(at + 1, at + 4, Kind.PUNCTUATION, lambda one: one.key == "(")
    led = opening == at + 1 and _EXTREME_LEADS.search(sentence.before(at))
    if opening is None or not (led or _EXTREME.match(sentence.after(at))):
        return None
    return reader.subject_at(opening + 1) if sentence.closing.get(opening) == opening + 2 else None


def _is_of_place_behind(reader: Reader, at: int, place: int) -> bool:
    """Whether a level stands between a place and its holder: "xếp cuối cùng, với 66,71%, là Ủy ban Dân tộc"."""
    sentence, before = reader.sentence, at - 1 - reader.sentence.is_mark(at - 1, ",")
    placed = sentence.kind(before) in {Kind.RANK, Kind.LAST} and not _topic_before(reader, before)
    return placed and place - at in {1, 2} and bool(_LINK.search(sentence.gap(place - 1, place)))


def holder_behind(reader: Reader, at: int) -> Subject | None:
    """The subject that a level names behind itself: "so với 91,87% của thành phố Cảng"."""
    sentence = reader.sentence
    if (
        sentence.kind(at + 1) is Kind.GROUP
        and sentence.kind(at - 1) is Kind.AVERAGE
        and re.fullmatch(r" (?:của|ở|toàn) ?", sentence.gap(at, at + 1))
    ):
        key = sentence.tokens[at + 1].key
        return Subject(
            key, "group", reader.context.parent if key in {"all_districts", "all_communes", "all_departments"} else None
        )
    place = next(
        (
            one
            for one in sentence.between(at + 1, len(sentence.tokens), Kind.SUBJECT)
            if (sentence.bracket(one) or 0) <= at
        ),
        at,
    )
    if (
        sentence.is_mark(place - 1, ",")
        and opens(reader, at)
        and sentence.gap(place - 1, place).strip() in {"", "tỉnh", "thành phố"}
    ):
        return reader.subject_at(place)
    if _is_of_place_behind(reader, at, place):
        return reader.subject_at(place)
    if place > at and _EXTREME.match(sentence.after(at)) and place - at < 4:
        return reader.subject_at(place)
    if bracketed := extreme_in_bracket(reader, at):
        return bracketed
    if sentence.kind(at + 1) is not Kind.SUBJECT or not re.fullmatch(
        r" (?:của|ở|thuộc về|for|of) (?:tỉnh |thành phố )?", sentence.gap(at, at + 1)
    ):
        return None
    return reader.subject_at(at + 1) if own_years.from_before(reader, at) or not _topic_before(reader, at) else None


def only_index_behind(reader: Reader, at: int) -> str | None:
    """The one index that the rest of the sentence names: "Với 84,06%, …, Gia Lai dẫn đầu Tây Nguyên về SIPAS"."""
    keys = {one.key for one in reader.sentence.tokens[at:] if one.kind is Kind.INDEX}
    return keys.pop() if len(keys) == 1 else None


def mean_behind(reader: Reader, at: int) -> Subject | None:
    """The group whose mean a level is said to be: "86,98% là giá trị trung bình của 63 tỉnh"."""
    sentence = reader.sentence
    if sentence.kind(at + 1) is not Kind.AVERAGE or sentence.gap(at, at + 1).strip() != "là":
        return None
    group = sentence.find(at + 2, len(sentence.tokens), Kind.GROUP)
    return Subject(sentence.tokens[group].key, "group") if group is not None else reader.context.group


def opens(reader: Reader, at: int) -> bool:
    """Whether a level opens its sentence, before the subject that it is of: "Với 43,539 điểm, tỉnh Lâm Đồng"."""
    sentence = reader.sentence
    averaged = sentence.kind(at - 1) is Kind.AVERAGE
    return (
        not averaged
        and sentence.find(0, at, Kind.SUBJECT) is None
        and bool(re.search(r"(?:với|đạt|được|có|bằng|with|scoring|at|on) (?:\w+ ){0,4}$", sentence.before(at)))
    )


def _lead_their_own(reader: Reader, at: int, subjects: tuple[Subject, ...]) -> bool:
    """Whether a place is held by each of two in a ranking of its own: "Bộ Tài chính và Đà Nẵng dẫn đầu"."""
    sentence = reader.sentence
    if sentence.kind(at) is not Kind.RANK or {one.unit for one in subjects} != {"ministry", "province"}:
        return False
    last = sentence.rfind(0, at, Kind.SUBJECT) or 0
    first = sentence.rfind(0, last, Kind.SUBJECT)
    if len(subjects) != 2 or first is None:
        return False
    opens = not sentence.before(first).strip(" \n\"'-")
    return opens or " và " in sentence.clean.lower[sentence.tokens[first].end : sentence.tokens[last].start + 1]


def subjects_of(reader: Reader, at: int) -> tuple[Subject, ...]:
    """The subjects in force at a value; several only where the text says that it holds for each."""
    subjects = reader.context.subjects
    if not subjects:
        home = reader.context.focus or (Subject(reader.context.home, "province") if reader.context.home else None)
        return (home,) if home else ()
    if len(subjects) == 1:
        return subjects
    token = reader.sentence.tokens[at]
    for_each = (
        reader.each
        or _lead_their_own(reader, at, subjects)
        or token.bound != "="
        or re.search(
            r"(?:đều|cùng|đồng|bằng(?: điểm)? nhau|ngang nhau|both|each|chung|all)(?: \w+){0,4} ?$",
            reader.sentence.before(at, 40),
        )
    )
    reader.each = bool(for_each)
    return subjects if for_each else subjects[-1:] if reader.sentence.is_mark(at - 1, "(") else ()
