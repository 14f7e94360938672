"""Finding ministries, departments and districts by English names; a city is told from the province of its name."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from pipelines import lexicon
from pipelines.gazetteer import resolve_ministry
from pipelines.gazetteer.districts import District, all_districts
from pipelines.gazetteer.provinces import all_provinces
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation

_CENTRAL = frozenset({"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"})
_TYPES = {
    "district": ("quận", "huyện"),
    "city": ("thành phố",),
    "citie": ("thành phố",),
    "town": ("thị xã",),
    "township": ("thị xã",),
}


def plain(name: str) -> str:
    """A name in lower case without Vietnamese marks, as papers in English write it."""
    parts = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(char for char in parts if not unicodedata.combining(char))


def find(clean: Clean, *, provinces: Sequence[Mention], home: str | None) -> Iterator[Mention]:
    """Every ministry, department, district and region with an English name; `provinces` are those found in the text."""
    named = {one.key for one in provinces if one.unit == "province"} | {home or ""}
    named |= {"Thừa Thiên Huế"} if "Huế" in named else set()
    central = any(one in _CENTRAL for one in named) and len(named - {""}) == 1
    yield from _fields(clean)
    yield from _listed_fields(clean)
    yield from _agencies(clean)
    yield from _offices(clean, "thành phố" if central else "tỉnh")
    yield from _longer(clean, provinces)
    yield from _typed(clean, named)
    if re.search(r"(?<!\w)(?:districts?|townships?|ddci)(?!\w)", clean.lower):
        yield from _bare(clean, named)


def _longer(clean: Clean, provinces: Sequence[Mention]) -> Iterator[Mention]:
    """Names with their type behind: "Bac Giang Province" is the province, "Bac Giang City" its capital."""
    for one in provinces:
        tail = re.match(r"[ \n](?:(provinces?)|(city|cities|town)(?=\W|$))(?!\w)", clean.lower[one.end : one.end + 12])
        if one.unit != "province" or not tail:
            continue
        if tail.group(1) or one.key in _CENTRAL or " city" in clean.lower[one.start : one.end]:
            yield one._replace(end=one.end + tail.end(), weak=False)
        else:
            yield Mention(
                Kind.SUBJECT, one.start, one.end + tail.end(), f"Thành phố {one.key}", unit="district", parent=one.key
            )


@cache
def _field_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of fields of work, bare or with "ministry" or "department"; and their Vietnamese names."""
    fields: dict[str, str] = lexicon.entries("english")["fields"]
    names = alternation(fields)
    return (
        re.compile(
            rf"(?<!\w)(?:the )?(?P<kind>ministry|department)[ \n](?:of|for)[ \n](?:the )?(?P<field>{names})(?!\w)"
            rf"|(?<!\w)(?:the )?(?P<before>{names})[ \n](?P<behind>ministry|department|office)(?!\w)|"
            rf"(?<!\w)(?P<bare>{names})(?!\w)"
        ),
        fields,
    )


def _fields(clean: Clean) -> Iterator[Mention]:
    """Every ministry and department by its field; a bare field is the one or the other by what the text ranks."""
    pattern, fields = _field_pattern()
    for match in pattern.finditer(clean.lower):
        field = folded(match["field"] or match["before"] or match["bare"])
        kind = match["kind"] or match["behind"]
        if kind == "ministry":
            yield Mention(Kind.SUBJECT, match.start(), match.end(), _ministry(field, fields), unit="ministry")
        elif kind in {"department", "office"}:
            yield Mention(Kind.SUBJECT, match.start(), match.end(), f"Sở {fields[field]}", unit="department")
        elif _is_listed(clean, match, field):
            yield Mention(
                Kind.SUBJECT,
                match.start(),
                match.end(),
                _ministry(field, fields),
                unit="ministry",
                weak=True,
                tags=frozenset({"field", f"Sở {fields[field]}"}),
            )


@cache
def _list_pattern() -> re.Pattern[str]:
    """The pattern of ministries or departments with one word for all: "the Ministries of Justice and Finance"."""
    name = alternation(lexicon.entries("english")["fields"])
    return re.compile(
        rf"(?<!\w)(?:the )?(?P<kind>ministries|departments) of (?P<list>{name}(?:, {name})*,? and {name})(?!\w)"
    )


def _listed_fields(clean: Clean) -> Iterator[Mention]:
    """Every ministry and department of such a list; the first has the words before it."""
    fields = lexicon.entries("english")["fields"]
    for match in _list_pattern().finditer(clean.lower):
        unit = "ministry" if match["kind"] == "ministries" else "department"
        for one in re.finditer(alternation(fields), match["list"]):
            field = folded(one.group())
            name = _ministry(field, fields) if unit == "ministry" else f"Sở {fields[field]}"
            start = match.start("list") + one.start() if one.start() else match.start()
            yield Mention(Kind.SUBJECT, start, match.start("list") + one.end(), name, unit=unit)


def _ministry(field: str, fields: dict[str, str]) -> str:
    """The ministry of a field."""
    special: dict[str, str] = lexicon.entries("english")["ministries"]
    ministry = resolve_ministry(special.get(field) or f"Bộ {fields[field]}", 2020)
    return ministry.name if ministry else f"Bộ {fields[field]}"


_VERB = r" (?:scored|led|holds|held|came|ranked|stood|was|took|got|topped|rose|fell|earned|finished|with)(?!\w)"


def _is_listed(clean: Clean, match: re.Match[str], field: str) -> bool:
    """Whether a field in capitals stands for its office: in a list, or with a verb of ranking behind."""
    written = clean.text[match.start() : match.end()]
    if not all(word[0].isupper() for word in re.split(r"[ \n,]+", written) if word not in {"and", "the"}):
        return False
    before, after = clean.lower[max(0, match.start() - 6) : match.start()], clean.lower[match.end() : match.end() + 12]
    if before.endswith((" of ", " for ")):
        return False
    if re.match(_VERB, after):
        return True
    listed = re.search(r"(?:- |, |: |and |\(|\n)$", before) and re.match(r"(?:,| and | - |\)|\.| \()", after)
    return bool(listed) and ("and" in field or not re.match(r" and [a-z]", clean.text[match.end() : match.end() + 6]))


@cache
def _agency_pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """The pattern of other names of ministries, agencies and regions, with unit and canonical name."""
    names: dict[str, tuple[str, str]] = {}
    for unit, section in (("ministry", "agencies"), ("region", "regions")):
        for name, writings in lexicon.entries("english")[section].items():
            names |= dict.fromkeys(lexicon.words(writings), (unit, name))
    return re.compile(rf"(?<!\w)(?:the )?(?P<name>{alternation(names)})(?!\w)"), names


def _agencies(clean: Clean) -> Iterator[Mention]:
    """Every agency, acronym of a ministry and region; acronyms and regions have capitals, a branch is none."""
    pattern, names = _agency_pattern()
    for match in pattern.finditer(clean.lower):
        unit, name = names[folded(match["name"])]
        written = clean.text[match.start("name") : match.end("name")]
        if " " not in written and not (written[-1].isupper() if unit == "ministry" else written[0].isupper()):
            continue
        before, after = (
            clean.lower[max(0, match.start() - 12) : match.start()],
            clean.lower[match.end() : match.end() + 8],
        )
        if not re.match(r"[ \n]branch", after) and not before.endswith("branch of "):
            yield Mention(Kind.SUBJECT, match.start(), match.end(), name, unit=unit)


@cache
def _office_pattern() -> re.Pattern[str]:
    """The pattern of the offices of a province that are no Sở."""
    return re.compile(
        rf"(?<!\w)(?:the )?(?:(?:provincial|municipal|city) "
        rf")?(?P<name>{alternation(lexicon.entries('english')['offices'])})(?!\w)"
    )


def _offices(clean: Clean, of: str) -> Iterator[Mention]:
    """Every other office of a province."""
    for match in _office_pattern().finditer(clean.lower):
        name = lexicon.entries("english")["offices"][folded(match["name"])].format(of)
        yield Mention(Kind.SUBJECT, match.start(), match.end(), name, unit="department")


@cache
def _districts() -> dict[str, tuple[District, ...]]:
    """The districts of each name without marks."""
    found: defaultdict[str, list[District]] = defaultdict(list)
    for row in all_districts():
        if not row.name.isdigit():
            found[plain(row.name)].append(row)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _province_names() -> dict[str, str]:
    """The names of provinces by id."""
    return {row.id: row.name for row in all_provinces()}


def _resolved(name: str, kinds: tuple[str, ...], named: set[str]) -> tuple[str, str] | None:
    """The full name and province of a district of one of the provinces that the text names; None for an unknown one."""
    rows = [row for row in _districts().get(plain(name), ()) if not kinds or row.type in kinds]
    rows = [row for row in rows if _province_names()[row.province] in named]
    if not rows or len({row.province for row in rows}) > 1:
        return None
    return rows[0].full_name, _province_names()[rows[0].province]


_CAPITAL = r"[A-ZĐ][\w']*"
_UNIT = re.compile(
    rf"(?<!\w)(?P<name>{_CAPITAL}(?:[ -]{_CAPITAL}){{0,3}})[ \n](?P<type>[Dd]istrict|[Tt]own(?:ship)?|"
    rf"[Cc]it(?:y|ie))s?(?!\w)"
)
_LEADING = frozenset({"The", "In", "At", "Among", "And", "While", "For", "As", "Meanwhile", "By", "On", "With", "Of"})


def _typed(clean: Clean, named: set[str]) -> Iterator[Mention]:
    """Every district, town and city with its type behind; an unknown district keeps its name."""
    provinces = {plain(name) for name in named}
    for match in _UNIT.finditer(clean.text):
        words, kind = match["name"].split(" "), match["type"].lower()
        kinds = _TYPES[kind if kind in _TYPES else kind[:-1]]
        while words and words[0] in _LEADING:
            words.pop(0)
        found = next(
            ((at, hit) for at in range(len(words)) if (hit := _resolved(" ".join(words[at:]), kinds, named))), None
        )
        if found is not None:
            at, (name, parent) = found
            start = match.start("name") + len(match["name"]) - len(" ".join(words[at:]))
            yield Mention(Kind.SUBJECT, start, match.end(), name, unit="district", parent=parent)
        elif kind in {"district", "township"} and words and plain(" ".join(words)) not in provinces:
            start = match.start("name") + len(match["name"]) - len(" ".join(words))
            yield Mention(
                Kind.SUBJECT,
                start,
                match.end(),
                f"{'Huyện' if kind == 'district' else 'Thị xã'} {' '.join(words)}",
                unit="district",
            )


@cache
def _bare_pattern() -> re.Pattern[str]:
    """The pattern of all bare names of districts that are no provinces."""
    provinces = {plain(row.name) for row in all_provinces()}
    return re.compile(rf"(?<!\w){alternation(sorted(set(_districts()) - provinces))}(?!\w)")


def _bare(clean: Clean, named: set[str]) -> Iterator[Mention]:
    """The bare names of districts of the provinces that the text names."""
    for match in _bare_pattern().finditer(clean.lower):
        written = clean.text[match.start() : match.end()]
        found = _resolved(written, (), named) if all(word[0].isupper() for word in written.split()) else None
        if found is not None and not re.match(r" [A-Z][a-z]", clean.text[match.end() : match.end() + 3]):
            yield Mention(
                Kind.SUBJECT,
                match.start(),
                match.end(),
                found[0],
                unit="district",
                parent=found[1],
                tags=frozenset({"plain"}),
            )
