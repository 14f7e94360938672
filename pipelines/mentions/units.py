"""Finding units inside a province: districts, towns, communes, departments, by type and the capitals of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipelines.gazetteer import resolve_department, resolve_district, resolve_province
from pipelines.gazetteer.departments import all_departments
from pipelines.gazetteer.districts import all_districts
from pipelines.gazetteer.provinces import all_provinces
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean, fold
from pipelines.writings import Led, Writings

_UPPER = "".join(
    char
    for char in map(chr, range(0x41, 0x1EFA))
    if char.isupper() and char.isalpha() and (char < "\u0250" or char > "\u1e00")
)
_WORD = rf"[{_UPPER}][\w'’]*"
_TYPES = {
    "huyện": "Huyện", "quận": "Quận", "thị xã": "Thị xã", "tx": "Thị xã", "tx.": "Thị xã",
    "thành phố": "Thành phố", "tp": "Thành phố", "tp.": "Thành phố", "t.p": "Thành phố",
    "phường": "Phường", "xã": "Xã", "thị trấn": "Thị trấn", "tt.": "Thị trấn", "đặc khu": "Đặc khu",
    "h.": "Huyện", "q.": "Quận",
}  # fmt: skip
_COMMUNES = frozenset({"Phường", "Xã", "Thị trấn", "Đặc khu"})
_HEAD = "|".join(sorted(map(re.escape, _TYPES), key=len, reverse=True))
_UNIT = Led(
    rf"(?<![\w&])(?i:(?P<type>{_HEAD}))(?: |(?<=\.))"
    rf"(?P<name>(?:{_WORD}|\d{{1,2}}(?![\d%/]|[.,]\d))(?:[ -]{{1,3}}{_WORD}(?:'\w+)?)*"
    r"(?: \d{1,2}(?![\d,.%/]| ?(?:điểm|bậc|năm)))?)",
    _TYPES,
)
_DEPARTMENT = Led(
    rf"(?<!\w)(?:Sở|SỞ|sở) (?P<name>{_WORD}"
    rf"(?:(?:,| và| -| &|-|&)? ?(?!Sở ){_WORD}|(?: và| vàng| ){{1}}(?=[{_UPPER}])|"
    rf" [a-zà-ỹđ]+(?= và [{_UPPER}])){{0,6}})",
    ("sở",),
)


@cache
def _departments() -> Writings:
    """All ways of writing the departments that the gazetteer knows."""
    return Writings(fold(name) for row in all_departments() for name in (row.name, *row.aliases))


@cache
def _district_names() -> tuple[Writings, frozenset[str]]:
    """All bare names of districts, and the names that are provinces too."""
    provinces = frozenset(fold(row.name) for row in all_provinces())
    names = {fold(row.name) for row in all_districts()} - {str(number) for number in range(30)}
    return Writings(names), provinces


def find(clean: Clean) -> Iterator[Mention]:
    """Every unit with its type written before it, every department, and the bare names of known districts (weak)."""
    for match in _departments().finditer(clean.lower):
        row = resolve_department(folded(match.group()))
        if row is not None and clean.text[match.start()].isupper() | (match.group().startswith("sở")):
            yield Mention(Kind.SUBJECT, match.start(), match.end(), row.name, unit="department")
    for match in _DEPARTMENT.finditer(clean.lower, clean.text):
        yield Mention(Kind.SUBJECT, match.start(), match.end(), f"Sở {match['name'].strip()}", unit="department")
    for match in _UNIT.finditer(clean.lower, clean.text):
        yield from _unit(match)
    yield from _bare_districts(clean)
    yield from _bare_communes(clean)


def _unit(match: re.Match[str]) -> Iterator[Mention]:
    """The unit of a type and a name; a city that is a province itself is left to the names of provinces."""
    kind = _TYPES[match["type"].lower()]
    name = match["name"].strip(" -")
    if kind == "Thành phố" and _is_central(name):
        return
    if match["type"].isupper() and len(match["type"].rstrip(".")) > 2 and not name.isupper():
        return
    end = match.start("name") + len(name)
    district = resolve_district(f"{kind} {name}") if kind not in _COMMUNES else None
    if kind == "Thành phố" and district is None and resolve_province(name):
        # A heading "Khối tỉnh, thành phố" above a line that begins with a province.
        return
    parent = _province_name(district.province) if district else None
    unit = "commune" if kind in _COMMUNES else "district"
    yield Mention(Kind.SUBJECT, match.start(), end, f"{kind} {name}", unit=unit, parent=parent)


def _is_central(name: str) -> bool:
    """Whether a city of that name is a province-level one."""
    folded_name = fold(name)
    return any(
        folded_name.startswith(city)
        for city in ("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế", "hcm")
    )


@cache
def _province_name(province_id: str) -> str:
    """The canonical name of the province of an id."""
    return next(row.name for row in all_provinces() if row.id == province_id)


# "… phường Hồng Bàng xếp thứ nhất, Hồng An xếp thứ 3": no list has the names of all communes.
_BARE_COMMUNE = re.compile(rf"(?<=[,;] )(?P<name>{_WORD}(?: {_WORD}){{1,2}})(?= (?:xếp|đứng|hạng|thứ|đạt|được) )")


def _bare_communes(clean: Clean) -> Iterator[Mention]:
    """Names with a value right behind, in an enumeration: subjects only behind a commune with its type."""
    for match in _BARE_COMMUNE.finditer(clean.text):
        tags = frozenset({"bare", "unknown"})
        yield Mention(Kind.SUBJECT, match.start(), match.end(), match["name"], unit="district", weak=True, tags=tags)


def _bare_districts(clean: Clean) -> Iterator[Mention]:
    """The names of districts without a type: subjects only in a text that ranks districts."""
    writings, provinces = _district_names()
    for match in writings.finditer(clean.lower):
        written = clean.text[match.start() : match.end()]
        if not all(word[0].isupper() for word in written.split()) or folded(match.group()) in provinces:
            continue
        yield Mention(
            Kind.SUBJECT, match.start(), match.end(), written, unit="district", weak=True, tags=frozenset({"bare"})
        )
