"""What part a mention plays: topic or other side, year of the index or of a comparison, company of the weak."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache

from pipelines import lexicon
from pipelines.context import Context
from pipelines.mentions.types import Kind
from pipelines.rules import addresses
from pipelines.sentence import Sentence, ends_with
from pipelines.trie import alternation


class Role(Enum):
    """What part a subject plays."""

    TOPIC = auto()
    OTHER_SIDE = auto()
    """The other side of a comparison: "vượt Quảng Ninh"."""
    ASIDE = auto()
    """A place, an office, an announcer: it is not what is measured."""


@cache
def before_pattern(*path: str) -> re.Pattern[str]:
    """The pattern of the words of a lexicon entry at the end of a stretch of text; the path starts with the file."""
    entry = lexicon.entries(path[0])
    for key in path[1:]:
        entry = entry[key]
    words: list[str] = entry  # type: ignore[assignment]
    return re.compile(rf"(?<!\w){alternation(lexicon.words(words))} $")


@cache
def after_pattern(*path: str) -> re.Pattern[str]:
    """The pattern of the words of a lexicon entry at the beginning of a stretch of text."""
    entry = lexicon.entries(path[0])
    for key in path[1:]:
        entry = entry[key]
    words: list[str] = entry  # type: ignore[assignment]
    return re.compile(rf" ?,? ?{alternation(lexicon.words(words))}(?!\w)")


_WHEN_SAID = lexicon.pattern("roles", "when_said")
_OFFICE = lexicon.pattern("roles", "office")
_SPEAKER = lexicon.pattern("roles", "speaker")
_APPOSITION = lexicon.pattern("roles", "apposition")
_PLACE = lexicon.pattern("roles", "place")
_MEMBERS = lexicon.pattern("roles", "members")
_COMPARED_WITH = lexicon.pattern("roles", "compared_with")


def role(sentence: Sentence, at: int, context: Context) -> Role:
    """The part that the subject at a position plays."""
    token, before = sentence.tokens[at], sentence.before(at)
    if at == 0 and not before.strip() and re.match(r" ?[:-] ", sentence.after(at, 4)):
        return Role.TOPIC
    if re.search(r"(?:nhường|trao|trả|để mất)[\w ]{0,40} cho (?:tỉnh |thành phố )?$", before):
        return Role.OTHER_SIDE
    if ends_with(before, before_pattern("context", "teaser", "other_side")) or _COMPARED_WITH.search(before):
        return Role.OTHER_SIDE
    announces = token.unit != "region" and _announces(sentence, at) and not _holds_place(sentence, at)
    if announces or is_member(sentence, at):
        return Role.ASIDE
    if (
        token.unit in {"department", "commune", "district"}
        and context.level != token.unit
        and not _measured(sentence, at)
    ):
        return Role.ASIDE
    if _SPEAKER.search(before) or _in_apposition(sentence, at):
        return Role.ASIDE
    if _OFFICE.search(before) and token.unit in {"district", "commune"} and _measured(sentence, at):
        return Role.TOPIC
    if _OFFICE.search(before) and token.unit != "department":
        return Role.ASIDE if context.subjects else Role.TOPIC
    if _is_where(sentence, at):
        return Role.TOPIC if sentence.is_mark(at + 1, "(") and sentence.is_value(at + 2) else Role.ASIDE
    return Role.TOPIC


def _is_where(sentence: Sentence, at: int) -> bool:
    """Whether a subject only tells where something is; "cao nhất thuộc Đồng bằng sông Hồng" tells whose a place is."""
    before = sentence.before(at)
    held = sentence.kind(at - 1) is Kind.RANK and before.endswith(" thuộc ") and sentence.tokens[at].unit == "region"
    scene = before.strip() in {"tại", "ở", "in", "at"} and _measured(sentence, at)
    return bool(_PLACE.search(before)) and not held and not scene


def _in_apposition(sentence: Sentence, at: int) -> bool:
    """Whether a subject stands in words that describe another: "Bộ Nội vụ, cơ quan tiếp nhận Bộ LĐ-TB&XH, giữ"."""
    comma = sentence.rfind(0, at, Kind.PUNCTUATION)
    if comma is None or not sentence.is_mark(comma, ",") or sentence.kind(comma - 1) is not Kind.SUBJECT:
        return False
    if not sentence.is_mark(at + 1, ",") or any(
        sentence.is_value(place) or sentence.kind(place) is Kind.NEXT for place in range(comma, at)
    ):
        return False
    between = sentence.clean.lower[sentence.tokens[comma].end : sentence.tokens[at].start]
    return sentence.gap(comma - 1, comma) == "" and bool(_APPOSITION.fullmatch(between))


def of_office(sentence: Sentence, at: int) -> bool:
    """Whether a subject only says whose office speaks or acts: "Sở Nội vụ tỉnh Hà Tĩnh", "lãnh đạo Bắc Giang"."""
    return bool(_OFFICE.search(sentence.before(at)))


def is_member(sentence: Sentence, at: int) -> bool:
    """Whether a name only tells who belongs to those surpassed: "trên 17 cơ quan khác gồm Thanh tra Chính phủ"."""
    return bool(_MEMBERS.search(sentence.before(at)))


def _announces(sentence: Sentence, at: int) -> bool:
    """Whether a ministry speaks or acts here instead of being measured."""
    after = _WHEN_SAID.sub("", re.sub(r"^ ?\([^)]{0,40}\)", "", sentence.after(at, 60)))
    return bool(after_pattern("context", "announcer", "after").match(after)) or ends_with(
        sentence.before(at), before_pattern("context", "announcer", "before")
    )


def _holds_place(sentence: Sentence, at: int) -> bool:
    """Whether a place is told of it right behind: "ngôi đầu do thành phố Hải Dương nắm giữ", "do Huế dẫn đầu"."""
    return sentence.kind(at + 1) is Kind.RANK and not sentence.gap(at, at + 1).strip()


def _measured(sentence: Sentence, at: int) -> bool:
    """Whether the next thing that the sentence says of a subject is a value, in few words."""
    last = addresses.end(sentence, at)
    place = sentence.past_bracket(last + 1) if not sentence.is_value(last + 2) else last + 1
    for position in range(place, min(place + 5, len(sentence.tokens))):
        token = sentence.tokens[position]
        if sentence.is_value(position) or token.kind in {Kind.RESPECTIVE, Kind.MOVE}:
            return token.start - sentence.tokens[last].end < 80
        if (
            token.kind in {Kind.OTHER_MEASURE, Kind.TARGET}
            or (token.kind is Kind.REFERENCE and token.key != "any")
            or (token.kind is Kind.SUBJECT and token.unit != sentence.tokens[at].unit)
        ):
            return False
    return bool(re.search(r"(?:là|thuộc về|:|gồm|gồm có) (?:\w+ ){0,2}$", sentence.before(at)))


def year_is_stated(sentence: Sentence, at: int) -> bool:
    """Whether a year tells of results, and not of a plan, a period, or a beginning."""
    token = sentence.tokens[at]
    before = sentence.clean.lower[max(sentence.start, token.quote_start - 40) : token.quote_start]
    if re.match(r",? khi(?!\w)", sentence.after(at, 6)):
        return True
    return not ends_with(before, before_pattern("context", "years", "not_stated"))


def year_is_compared(sentence: Sentence, at: int) -> bool:
    """Whether a year, or a word that counts from one, is the other side of a comparison."""
    token = sentence.tokens[at]
    before = sentence.clean.lower[max(sentence.start, token.quote_start - 40) : token.quote_start]
    if (
        sentence.kind(at - 1) is Kind.INDEX
        and (
            sentence.kind(at - 2) is Kind.COMPARED
            or (sentence.kind(at - 2) is Kind.MOVE and sentence.tokens[at - 2].key == "compare")
        )
        and len(sentence.gap(at - 2, at - 1)) < 12
    ):
        return True
    if sentence.kind(at - 1) is Kind.COMPARED and len(sentence.gap(at - 1, at)) < 24:
        return True
    if (
        sentence.kind(at - 1) is Kind.MOVE
        and sentence.tokens[at - 1].key == "compare"
        and len(sentence.gap(at - 1, at)) < 24
    ):
        return True
    return ends_with(before, before_pattern("context", "years", "compared"))


def keep(sentence: Sentence, at: int, context: Context) -> bool:
    """Whether a mention is one: strong ones always, weak ones in company."""
    token = sentence.tokens[at]
    if is_dateline(sentence, at):
        return False
    if not token.weak:
        return True
    if token.kind is Kind.RANK:
        return (sentence.kind(at - 1) is Kind.SUBJECT and sentence.gap(at - 1, at) == " ") or _continues_places(
            sentence, at
        )
    if token.kind is Kind.INDEX:
        return _index_in_company(sentence, at, context)
    if token.kind is Kind.COMPONENT:
        return _component_in_company(sentence, at, context)
    return _subject_in_company(sentence, at, context)


def is_dateline(sentence: Sentence, at: int) -> bool:
    """Whether a name only says where the news was written: "HÀ NỘI - Đứng đầu bảng, Đà Nẵng vượt trung bình"."""
    token = sentence.tokens[at]
    if at or token.kind is not Kind.SUBJECT or token.unit != "province" or token.start - sentence.start > 2:
        return False
    written = sentence.clean.text[token.start : token.end]
    marked = re.match(r"(?: ?\((?:ttxvn|vov|tto)\))? ?[-–—] ", sentence.after(at, 16))
    return bool(written.isupper() and marked) and sentence.find(1, len(sentence.tokens), Kind.SUBJECT) is not None


def _continues_places(sentence: Sentence, at: int) -> bool:
    """Whether a bare ordinal goes on an enumeration of places: "đứng nhất, nhì, ba", "A nhất, nhì là B"."""
    if sentence.after(at, 4) == " là ":
        number = sentence.tokens[at].number or 0
        first = sentence.rfind(0, at, Kind.RANK, lambda one: one.number == number - 1)
        return first is not None and sentence.kind(at + 1) is Kind.SUBJECT
    before = at - 2 if sentence.is_mark(at - 1, ",") else at - 1
    joint = sentence.gap(before, at).strip() if before == at - 1 else sentence.gap(at - 1, at).strip()
    return sentence.kind(before) is Kind.RANK and joint in {"", "và", "rồi"} and (before != at - 1 or bool(joint))


_RANKED_BY = lexicon.pattern("roles", "ranked_by")
_MEASURED_BY = lexicon.pattern("roles", "measured_by")
_OWN_YEAR = lexicon.pattern("roles", "own_year")


def _index_in_company(sentence: Sentence, at: int, context: Context) -> bool:
    """Whether "cải cách hành chính" is the index: ranked by it, or with a year and a place right behind."""
    if sentence.tokens[at].key == "sipas":
        ranked = sentence.kind(at - 1) is Kind.RANK and sentence.gap(at - 1, at) == " về "
        return ranked or ("sipas" in context.named and bool(_MEASURED_BY.search(sentence.before(at))))
    if _RANKED_BY.search(sentence.before(at)):
        return (
            sentence.find(
                0,
                len(sentence.tokens),
                {Kind.RANK, Kind.LAST, Kind.VALUE, Kind.AMOUNT, Kind.FRACTION},
            )
            is not None
        )
    return bool(_OWN_YEAR.match(sentence.after(at))) and any(
        sentence.is_value(place) for place in range(at + 1, min(at + 5, len(sentence.tokens)))
    )


_LABEL_START = lexicon.pattern("roles", "label_start")


def _component_in_company(sentence: Sentence, at: int, context: Context) -> bool:
    """Whether an ordinary word names a component: at the head of its phrase, its value right behind or right before."""
    if re.search(
        r"(?:lĩnh vực|nội dung|chỉ số thành phần|thành phần|trụ cột|mảng)(?: là| gồm)?:? $", sentence.before(at)
    ) or (sentence.kind(at - 1) is Kind.COMPONENT and re.fullmatch(r" ?(?:,|và) ?", sentence.gap(at - 1, at))):
        return True
    if sentence.tokens[at].owners and sentence.tokens[at].owners[0].startswith("sibling:"):
        return context.index not in {"par_index", None, "other"}
    if any(
        sentence.kind(place) is Kind.COMPONENT
        and re.fullmatch(
            r" ?(?:,|và|, và|;) ?",
            sentence.clean.lower[
                min(sentence.tokens[at].end, sentence.tokens[place].end) : max(
                    sentence.tokens[at].start, sentence.tokens[place].start
                )
            ],
        )
        for place in (at - 2, at - 1, at + 1, at + 2)
        if 0 <= place < len(sentence.tokens) and place != at
    ):
        return True
    owners = {owner.split(":")[0] for owner in sentence.tokens[at].owners}
    if context.index not in owners or not _LABEL_START.search(
        sentence.before(at).strip(" ") if sentence.before(at).strip() else ""
    ):
        return False
    if sentence.is_value(at - 1) and re.search(r"(?:về|ở|trong|tại) ?(?:\w+ ){0,3}$", sentence.before(at)):
        return True
    heads = sentence.is_mark(at + 1, ":") and not sentence.before(at).strip(" -*•+\n")
    for place in range(at + 1, min(at + 8, len(sentence.tokens))):
        if sentence.is_value(place):
            return (
                len(sentence.gap(place - 1, place)) < 30 and sentence.tokens[place].start - sentence.tokens[at].end < 90
            )
        if not (heads and sentence.kind(place) is Kind.SUBJECT) and sentence.kind(place) not in {
            Kind.PUNCTUATION,
            Kind.MOVE,
            Kind.COMPONENT,
            Kind.RESPECTIVE,
            Kind.COMPARED,
            Kind.FROM,
            Kind.NEXT,
            Kind.REFERENCE,
        }:
            return False
    return False


def _subject_in_company(sentence: Sentence, at: int, context: Context) -> bool:
    """Whether a weak name is a subject: a bare district in a ranking of such, a bare ministry in a list of them."""
    token = sentence.tokens[at]
    if "unknown" in token.tags:
        return context.level in {"district", "commune"} and _behind_typed(sentence, at)
    if "bare" in token.tags:
        return context.level in {"district", "commune"} and _listed(sentence, at)
    if "list" in token.tags:
        acronym = sentence.clean.text[token.start : token.end].isupper()
        return _in_ministry_list(sentence, at) or (acronym and _listed_or_measured(sentence, at))
    return True


def _behind_typed(sentence: Sentence, at: int) -> bool:
    """Whether the name before it in the enumeration is a commune's with its type, or goes on from such a one."""
    before = sentence.rfind(max(0, at - 5), at, Kind.SUBJECT)
    if before is None or sentence.find(before, at, Kind.PUNCTUATION, lambda one: one.key == ";") is not None:
        return False
    token = sentence.tokens[before]
    return token.unit == "commune" or ("bare" in token.tags and _behind_typed(sentence, before))


def _listed_or_measured(sentence: Sentence, at: int) -> bool:
    """Whether an acronym has a value of its own, or stands in an enumeration with one that has."""
    for place in range(at + 1, min(at + 4, len(sentence.tokens))):
        if sentence.is_value(place):
            return sentence.tokens[place].start - sentence.tokens[at].end < 24
    return False


def _listed(sentence: Sentence, at: int) -> bool:
    """Whether a value, a bracket or another name of a list stands beside a mention."""
    behind = at + 1
    while sentence.is_mark(behind, ",:"):
        behind += 1
    if not sentence.before(at).strip(' "') and any(sentence.is_value(place) for place in range(at + 1, at + 4)):
        return True
    if sentence.kind(behind) is Kind.MOVE and behind == at + 1 and sentence.is_value(behind + 1):
        return True
    if sentence.is_value(behind) or sentence.is_mark(behind, "("):
        return len(sentence.gap(behind - 1, behind)) < 20
    neighbours = [
        sentence.tokens[place] for place in (at - 2, at - 1, at + 1, at + 2) if 0 <= place < len(sentence.tokens)
    ]
    return any(one.kind is Kind.SUBJECT and one.unit in {"district", "commune"} for one in neighbours)


_MINISTRY_LIST = lexicon.pattern("roles", "ministry_list")


def _in_ministry_list(sentence: Sentence, at: int) -> bool:
    """Whether a bare "Tài chính" is a ministry: behind "các bộ", or behind another ministry in an enumeration."""
    if _MINISTRY_LIST.search(sentence.before(at)):
        return True
    place = at - 1
    while place >= 0 and (sentence.is_mark(place, ",;()") or sentence.is_value(place)):
        place -= 1
    one = sentence.tokens[place] if place >= 0 else None
    joined = sentence.gap(at - 1, at).strip() if at else "?"
    return (
        one is not None
        and one.kind is Kind.SUBJECT
        and one.unit == "ministry"
        and joined in {"", "và", "&", "rồi", "với"}
    )
