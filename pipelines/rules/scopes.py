"""The field that a place holds within: the whole, the regions and groups that rank their own, and its size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipelines import lexicon
from pipelines.gazetteer import regions, resolve_province
from pipelines.mentions.types import Kind
from pipelines.rules import own_years

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


_WHOLE = 30
"""No region or group has as many provinces: the 34 and the 63 are the whole."""
_ADVERBIAL = re.compile(r"(?:trong )?năm 20\d\d,?")
_WITHIN = lexicon.pattern("places", "within")
_INSIDE = lexicon.pattern("places", "inside")
_REGIONAL = lexicon.pattern("places", "regional")


def scope(reader: Reader, at: int) -> str | None:
    """The region or group that a place holds within, None for a place in the whole field."""
    return _own_scope(reader, at) or _scope_of_later(reader, at)


def _scope_of_later(reader: Reader, at: int) -> str | None:
    """The scope of the place that a subject came to from this one: "từ hạng 10 lên hạng 7 khu vực"."""
    sentence, place = reader.sentence, at + 1
    while sentence.kind(place) in {Kind.MOVE, Kind.YEAR, Kind.FROM}:
        place += 1
    came = sentence.kind(place) is Kind.RANK and place > at + 1 and own_years.from_before(reader, at)
    return _own_scope(reader, place) if came else None


def _own_scope(reader: Reader, at: int) -> str | None:
    """The region or group that is said at a place itself."""
    sentence = reader.sentence
    if reader.context.subjects and reader.context.subjects[0].unit == "region":
        return None
    following = at + 1
    while (
        sentence.kind(following) in {Kind.GROUP, Kind.FRACTION, Kind.COUNT, Kind.REFERENCE}
        and sentence.tokens[following].start - sentence.tokens[at].end < 30
    ):
        following += 1
    if sentence.kind(following) is Kind.SUBJECT and sentence.tokens[following].unit == "region":
        between = sentence.clean.lower[sentence.tokens[at].end : sentence.tokens[following].start]
        for token in sentence.tokens[at + 1 : following]:
            between = between.replace(sentence.clean.lower[token.start : token.end], "")
        held = re.search(r"(?:là|thuộc|thuộc về) (?:vùng )?$", sentence.before(following))
        if not held and _REGIONAL.fullmatch(between):
            return sentence.tokens[following].key
    match = re.match(
        r"(?:[ ,]|trong|của|số|các|khối|nhóm|\d|/|cả)*(thành phố trực thuộc trung ương|"
        r"thành phố trực thuộc tw|khối thành phố)",
        sentence.after(at, 70),
    )
    if match:
        return "thành phố trực thuộc Trung ương"
    token = sentence.tokens[at]
    if token.out_of and 4 < token.out_of < 16 and _of_province(reader):
        return _own_region(reader) or "khu vực"
    if re.match(
        r" ?,? ?(?:của |trong |toàn |trong toàn )?(?:khu vực|vùng)(?! kinh tế trọng điểm)(?:[,.;)\s]|$)",
        sentence.after(at, 30),
    ):
        return _own_region(reader) or "khu vực"
    return _region_before(reader, at)


def _of_province(reader: Reader) -> bool:
    """Whether the subject in force is a province, of which no year ranks as few."""
    subject = reader.context.subjects[0] if reader.context.subjects else reader.referred("province")
    return subject is not None and subject.unit == "province" and reader.context.level is None


def _own_region(reader: Reader) -> str | None:
    """The economic region of the subject in force, where it is a province."""
    subject = reader.context.subjects[0] if reader.context.subjects else reader.referred("province")
    year = reader.context.year or 2024
    province = resolve_province(subject.name, year) if subject and subject.unit == "province" else None
    return next((one.name for one in regions(year) if province and one.id == province.region), None)


def _region_before(reader: Reader, at: int) -> str | None:
    """The region that a sentence begins with and ranks within: "trong vùng Tây Nguyên, Gia Lai đứng thứ 2"."""
    sentence = reader.sentence
    if (sentence.tokens[at].out_of or 0) >= _WHOLE:
        return None
    if re.match(r" ?(?:cả nước|toàn quốc|trên cả nước|trên toàn quốc|/ ?6[0-3]|/ ?34)", sentence.after(at, 30)):
        return None
    if re.match(
        r"\W*(?:riêng |xét )?trong (?:số |nhóm |khối )?(?:các |\d |năm |sáu )?thành phố trực thuộc (?:trung ương|tw)",
        sentence.clean.lower[sentence.start : sentence.start + 90],
    ):
        return "thành phố trực thuộc Trung ương"
    if clause := _region_of_clause(reader, at) or _region_beside(reader, at):
        return clause
    start, _ = sentence.clause(at, ";")
    for place in sentence.between(start, at, Kind.SUBJECT):
        token = sentence.tokens[place]
        if token.unit == "region" and _WITHIN.search(sentence.before(place)):
            opens = (
                not _ADVERBIAL.sub("", sentence.clean.lower[sentence.start : token.start].rsplit("trong", 1)[0]).strip(
                    ' "-'
                )
                or place < 2
            )
            return token.key if opens and sentence.find(start, place, Kind.SUBJECT) is None else None
    return None


def _region_beside(reader: Reader, at: int) -> str | None:
    """The region said right before a place: "song trong 13 tỉnh vùng Đông Nam Bộ mới đứng thứ 8"."""
    sentence, token = reader.sentence, reader.sentence.tokens[at - 1]
    region = at > 0 and token.kind is Kind.SUBJECT and token.unit == "region"
    led = region and _INSIDE.search(sentence.before(at - 1))
    return token.key if led and re.fullmatch(r" (?:\w+ ){0,2}", sentence.gap(at - 1, at)) else None


def _region_of_clause(reader: Reader, at: int) -> str | None:
    """The region that the clause of a place begins with: "đứng thứ 40, trong vùng Tây Nguyên tăng lên hạng 2"."""
    sentence = reader.sentence
    comma = sentence.rfind(0, at, Kind.PUNCTUATION, lambda one: one.key == ",")
    while comma is not None and any(opening < comma < closing for opening, closing in sentence.closing.items()):
        comma = sentence.rfind(0, comma, Kind.PUNCTUATION, lambda one: one.key == ",")
    place = comma + 1 if comma is not None else len(sentence.tokens)
    if sentence.kind(place) is not Kind.SUBJECT or sentence.tokens[place].unit != "region":
        return None
    led = _WITHIN.match(sentence.gap(place - 1, place).lstrip())
    return sentence.tokens[place].key if led and sentence.find(place + 1, at, Kind.SUBJECT) is None else None


def of_change(reader: Reader, at: int) -> str | None:
    """The region within which places were won or lost: that of the clause, or of the place before the bracket."""
    before = reader.facts[-1] if reader.stack and reader.facts else None
    opening = reader.sentence.opening.get(reader.stack[-1][0]) if reader.stack else None
    if before is not None and opening is not None and before.metric == "rank" and before.scope:
        return before.scope if reader.sentence.is_mark(at - 2, "(") else None
    return _region_of_clause(reader, at)
