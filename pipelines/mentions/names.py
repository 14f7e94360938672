"""Finding provinces, ministries and regions of the gazetteer by all their names, where capitals and company allow."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipelines import lexicon
from pipelines.gazetteer import ministry_aliases, province_aliases
from pipelines.gazetteer.regions import all_regions
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean, fold
from pipelines.writings import Writings

_PROVINCE_HEAD = re.compile(r"(?:(?:tỉnh|thành phố) ?|(?:t\.p|tp)\.? ?)\Z")
_CITY_HEAD = re.compile(r"(?:thành phố ?|(?:t\.p|tp)\.? ?)\Z")
_LOWER_UNIT = re.compile(
    r"(?:huyện|quận|thị xã|phường|xã|thị trấn|đặc khu|đường|(?<!thành )phố|sông|cầu|núi|ga|sân bay|chợ|"
    r"trường|đại học|bệnh viện|báo|quốc lộ|cảng|vịnh|biển|làng|thôn|tp\. tx|tx\.?|công ty|tập đoàn|clb|"
    r"đội) $"
)
_CENTRAL = {"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế", "Thừa Thiên Huế"}
_SYLLABLE_BEFORE = re.compile(r"(\w+)[ ]$")
_SYLLABLE_AFTER = re.compile(r"[ ](\w+)")


class _Name(NamedTuple):
    """What a folded writing may denote, and what it asks for around it."""

    unit: str
    names: tuple[str, ...]
    use: str
    unless_after: tuple[str, ...]
    unless_before: tuple[str, ...]
    writings: frozenset[str]


@cache
def _names() -> tuple[Writings, dict[str, _Name]]:
    """All names, and what each denotes."""
    meaning: dict[str, _Name] = {}
    grouped: defaultdict[str, list[tuple[str, str, str, tuple[str, ...], tuple[str, ...], str]]] = defaultdict(list)
    for alias in province_aliases():
        use = "weak" if alias.weak else "always"
        grouped[fold(alias.text)].append(
            ("province", alias.name, use, alias.unless_after, alias.unless_before, alias.text)
        )
    for ministry in ministry_aliases():
        grouped[fold(ministry.text)].append(("ministry", ministry.name, ministry.use, (), (), ministry.text))
    for region in all_regions():
        for text in (region.name, *region.aliases):
            grouped[fold(text)].append(("region", region.name, "always", (), (), text))
    for key, rows in grouped.items():
        unit, _, use, after, before, _ = min(rows, key=lambda row: row[2] != "always")
        same = tuple(dict.fromkeys(row[1] for row in rows if row[0] == unit))
        meaning[key] = _Name(unit, same, use, after, before, frozenset(row[5] for row in rows))
    return Writings(meaning), meaning


def find(clean: Clean, *, home: str | None) -> Iterator[Mention]:
    """Every province, ministry and region; `home` decides between two provinces with one epithet."""
    writings, names = _names()
    for match in writings.finditer(clean.lower):
        name = names[folded(match.group())]
        if not _written_as_name(clean, match.start(), match.end(), name):
            continue
        mention = _subject(clean, match.start(), match.end(), name, home)
        if mention is not None:
            yield mention


_BRANCH = re.compile(r" (?:chi nhánh|tỉnh(?! ủy)|thành phố)(?!\w)")
_INSTITUTE = lexicon.pattern("names", "institute")


def _subject(clean: Clean, start: int, end: int, name: _Name, home: str | None) -> Mention | None:
    """The subject of a name at its place; None where what stands around makes it something else."""
    if name.unit == "ministry" and _BRANCH.match(clean.lower, end):
        return Mention(Kind.SUBJECT, start, end, name.names[0], unit="unknown")
    if _INSTITUTE.search(clean.lower, max(0, start - 40), start):
        # "Trường Đại học Khánh Hòa với 65,32%": somebody else is told of, whom no list has.
        return Mention(Kind.SUBJECT, start, end, name.names[0], unit="unknown")
    if name.unit == "province":
        return _province(clean, start, end, name, home)
    weak = name.use != "always"
    return Mention(Kind.SUBJECT, start, end, name.names[0], unit=name.unit, weak=weak, tags=frozenset({name.use}))


def _province(clean: Clean, start: int, end: int, name: _Name, home: str | None) -> Mention | None:
    """The province of a name, or the city of that name inside its province."""
    canonical = name.names[0] if len(name.names) == 1 else home if home in name.names else None
    before = clean.lower[max(0, start - 22) : start]
    if canonical is None or _excluded(clean, start, end, name) or _LOWER_UNIT.search(before):
        return None
    own = re.match(r"(?:tỉnh|thành phố|tp|t\.p)\.? ?", clean.lower[start:end])
    head = _PROVINCE_HEAD.search(before)
    if not own and not head and _part_of_longer_name(clean, start, end):
        return None
    if (_CITY_HEAD.search(before) or (own and not own.group().startswith("tỉnh"))) and canonical not in _CENTRAL:
        city_start = start - len(head.group()) if head and not own else start
        full = f"Thành phố {canonical}"
        return Mention(Kind.SUBJECT, city_start, end, full, unit="district", parent=canonical)
    first = start - len(head.group()) if head and not own else start
    weak = name.use == "weak" and not head and not own
    return Mention(Kind.SUBJECT, first, end, canonical, unit="province", weak=weak, tags=frozenset({name.use}))


def _excluded(clean: Clean, start: int, end: int, name: _Name) -> bool:
    """Whether a word of the alias's own exclusions stands right before or behind it."""
    before, after = clean.text[max(0, start - 24) : start].rstrip(), clean.text[end : end + 16].lstrip()
    return any(re.search(rf"(?<!\w){re.escape(word)}$", before) for word in name.unless_after) or any(
        re.match(rf"{re.escape(word)}(?!\w)", after) for word in name.unless_before
    )


def _written_as_name(clean: Clean, start: int, end: int, name: _Name) -> bool:
    """Whether the words are written with the capitals of a name, or as the alias has them."""
    written = clean.text[start:end]
    if name.unit == "region" and written.count(" ") >= 2:
        return True
    if written.islower():
        return any(alias.islower() for alias in name.writings) or (
            name.use != "list"
            and any(
                alias[0].islower() and alias[-1].islower() and not alias.istitle()
                for alias in name.writings
                if " " in alias and name.use == "weak"
            )
        )
    if name.use == "weak" and len(written) <= 5 and not written.isupper() and not written.istitle():
        return False
    if name.unit == "province" and name.use != "weak":
        return (written[0].isupper() and _fills_cell(clean, start, end)) or all(
            word[0].isupper() or not word[0].isalpha() or word in _JOINING
            for word in re.split(r"[ \n-]+", written)
            if word
        )
    return True


def _fills_cell(clean: Clean, start: int, end: int) -> bool:
    """Whether words stand alone on a line or between bars, numbers apart: there "Hà nội" can but be a name."""
    before, after = clean.text[max(0, start - 8) : start], clean.text[end : end + 4]
    return bool(_OPENS_CELL.search("\n" + before if start < 8 else before) and _CLOSES_CELL.match(after))


_OPENS_CELL = re.compile(r"[\n|] *(?:\d{1,2}[.)]? +)?$")
_CLOSES_CELL = re.compile(r" *(?:$|[\n|\d])")
_JOINING = frozenset({"tỉnh", "thành", "phố", "và", "province", "city", "thủ", "đô", "of"})


def _part_of_longer_name(clean: Clean, start: int, end: int) -> bool:
    """Whether a bare name is part of a person's or thing's: capitals of a surname before, of more syllables behind."""
    before, after = (
        _SYLLABLE_BEFORE.search(clean.text, max(0, start - 12), start),
        _SYLLABLE_AFTER.match(clean.text, end),
    )
    if clean.text[start:end].isupper():
        return False
    if before and before.group(1).lower() in _SURNAMES and before.group(1)[0].isupper():
        return True
    return bool(after and after.group(1).istitle() and after.group(1).lower() in _NAME_ENDS)


# Surnames and middle names that precede a given name which is also a province: "Nguyễn Thái Bình", "Trần Thị Hà Giang".
_SURNAMES = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "thị",
        "văn",
        "đinh",
        "đoàn",
        "trịnh",
        "lương",
    ]
)
_NAME_ENDS = frozenset({"dương", "minh"})
