"""Heads of tables: what each column of values holds, of which year, index, component or subject."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.rules.cells import Span
from pipelines.text import Clean
from pipelines.trie import alternation


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column are."""

    kind: str = "level"
    """One of KINDS; `level` where its unit is open, `foreign` where it is of another measure."""
    year: int | None = None
    index: str | None = None
    component: Mention | None = None
    percent: bool = False
    """Of a change: whether it is in percent."""
    spans: tuple[Span, ...] = ()
    """Where its heads stand."""
    places: bool = False
    """Of a change: whether it counts places."""
    points: bool = False
    """Of a change: whether it counts points."""
    start: int = 0
    vs_year: int | None = None
    """Of a change: the year compared with, where the head names it."""
    direction: int = 0
    """Of a change: 1 or -1 where the head says the sign of all its cells."""
    out_of: int | None = None
    """Of a rank: how many are ranked."""
    total: bool = False
    """Whether the head names the total outright."""
    local: bool = False
    """Of a rank: whether it holds inside a region."""
    unit: str = ""
    """Of a name: `department`, `district`, `commune` or `component`, where the head tells what the rows are."""
    stated: bool = False
    """Whether a head says outright what the column is."""
    subject: str = ""
    """The province, ministry or district that heads it, or the group whose mean it holds."""
    weak: bool = False
    """Whether its index is one only in company of others: "Mức độ hài lòng"."""


KINDS = ("foreign", "change", "maximum", "rank", "other", "percent", "score", "level", "ordinal", "name")
_HEADING = frozenset({"province", "ministry", "district"})
_UNITS = ("component", "department", "district", "commune")
VALUES = frozenset({"rank", "percent", "score", "level", "change", "maximum"})
"""The kinds of columns that hold numbers to be read, or to read others by."""


@cache
def words() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all column heads, and what each means; heads of names of a known type mean that type."""
    meaning: dict[str, str] = {}
    rows = lexicon.entries("tables")["rows"]
    for kind, writings in (*lexicon.entries("tables")["columns"].items(), *((unit, rows[unit]) for unit in _UNITS)):
        for word in lexicon.words([writing.replace("?", "") for writing in writings]):
            meaning.setdefault(word, kind)
    return re.compile(r"(?<!\w)" + alternation(meaning) + r"(?!\w)"), meaning


def events(text: str) -> list[tuple[re.Match[str], str]]:
    """The column heads in a text with their kinds, in order."""
    pattern, meaning = words()
    return [(match, meaning[folded(match.group())]) for match in pattern.finditer(text)]


def classify(clean: Clean, start: int, end: int, found: Sequence[Mention]) -> Column:
    """What one head says of its column: the whole text of a head cell."""
    inside = [one for one in found if start <= one.start and one.end <= end]
    text = without(clean, start, end, [one for one in inside if one.kind in {Kind.COMPONENT, Kind.INDEX, Kind.SUBJECT}])
    kinds = [kind for _, kind in events(text)]
    kind, unit = _strongest(kinds, text, clean.lower[start:end])
    column = Column(kind, start=start, spans=((start, end),), unit=unit, stated=bool(kinds) or "%" in text)
    column = replace(column, total=any(one.kind is Kind.TOTAL for one in inside) or "tổng" in text)
    for one in inside:
        if one.kind is Kind.INDEX and one.key != "other":
            column = replace(column, index=one.key, weak=one.weak)
        elif one.kind is Kind.COMPONENT:
            column = replace(column, component=one)
        elif one.kind is Kind.SUBJECT and one.unit in _HEADING and not one.weak:
            column = replace(column, subject=one.key)
    if (group := group_of_mean(clean, kind, inside)) is not None:
        column = replace(column, subject=column.subject or group.key)
    if kind == "name" and text.lstrip().startswith("chỉ tiêu") and any(one.kind is Kind.YEAR for one in inside):
        # "Chỉ tiêu 2025" heads what is aimed at; without a year it heads the names of what is measured.
        return replace(column, kind="other")
    if kind == "name" and any(one.kind in {Kind.INDEX, Kind.YEAR} and not one.weak for one in inside):
        # The year or index is what it says: "Năm 2021" leaves open what was measured.
        column = replace(column, kind="level", stated=False)
    return _with_details(_with_years(column, inside, text), text)


def group_of_mean(clean: Clean, kind: str, inside: Sequence[Mention]) -> Mention | None:
    """The group whose mean a head of levels names: "Trung bình các tỉnh", "Cả nước"."""
    mean = any(one.kind is Kind.AVERAGE for one in inside)
    for one in inside:
        national = clean.lower[one.start : one.end] in {"cả nước", "toàn quốc"}
        if one.kind is Kind.GROUP and (mean or (national and kind in {"level", "score", "percent"})):
            return one
    return None


def without(clean: Clean, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """The text of a head with its mentions blanked out, so that no word of a name is taken for a head."""
    text = list(clean.lower[start:end])
    for one in mentions:
        if start <= one.start and one.end <= end:
            text[one.start - start : one.end - start] = " " * (one.end - one.start)
    return "".join(text)


def _with_years(column: Column, inside: Sequence[Mention], text: str) -> Column:
    """The column with its year; of a change the year behind "so với", or the earlier of two, is compared with."""
    years = [int(one.number or 0) for one in inside if one.kind is Kind.YEAR]
    years = years or [int(year) for year in re.findall(r"(?<!\d)20[0-4]\d(?!\d)", text)]
    if not years:
        return column
    if column.kind != "change":
        return replace(column, year=years[-1] if len(years) == 1 else None)
    if len(years) > 1:
        return replace(column, year=max(years), vs_year=min(years))
    compared = re.search(r"(?:so|với|vs|from)\D{0,12}20", text)
    return replace(column, vs_year=years[0]) if compared else replace(column, year=years[0])


def _with_details(column: Column, text: str) -> Column:
    """The column with what its kind may say besides: the unit of a change, the field of a rank."""
    if column.kind == "change":
        up, down = bool(re.search(r"tăng|\+|increase", text)), bool(re.search(r"giảm|-\)|/-", text))
        return replace(
            column,
            places=bool(re.search(r"bậc|hạng|vị trí|vị thứ|place|rank", text)),
            percent="%" in text,
            points="điểm" in text and "điểm %" not in text,
            direction=up - down,
        )
    if column.kind == "rank":
        size = re.search(r"(?:trong|/|trên|of|out of)(?: tổng)?(?: số)? ?(\d{1,3})(?!\d)", text)
        local = bool(re.search(r"(?:vùng|khu vực|cụm|region)", text))
        return replace(column, out_of=int(size.group(1)) if size else None, local=local)
    return column


_EITHER_UNIT = re.compile(r"điểm(?: số)? ?(?:/|hoặc) ?(?:t[ỷỉ] lệ|%)|(?:t[ỷỉ] lệ|%\)?) ?(?:/|hoặc) ?điểm")
_CHANGES = re.compile(r"tăng|giảm|chênh|thay đổi|biến động|\+|so (?:với|sánh)\D{0,15}(?:20\d\d|trước|cùng kỳ|$)")


def _strongest(kinds: list[str], text: str, whole: str) -> tuple[str, str]:
    """The kind that decides where a head holds words of several, and the type of the rows where it tells one."""
    unit = next((one for one in _UNITS if one in kinds), "")
    if "score" in kinds and _EITHER_UNIT.search(whole):
        return "level", unit
    share = "%" in whole or re.match(r" *t[ỷỉ] lệ", text)
    if "foreign" in kinds:
        return "foreign", unit
    if share and not _CHANGES.search(text):
        return ("rank" if "rank" in kinds and not text.strip().startswith(("t", "%")) else "percent"), unit
    for kind in KINDS[1:]:
        if kind in kinds:
            return kind, unit
    return ("name" if unit else "percent" if "%" in text else "level"), unit


def join(upper: Column, lower: Column) -> Column:
    """The column of two heads, one above the other: the lower goes before, the upper fills what it leaves open."""
    kind = upper.kind if lower.kind in {"level", "name"} and upper.kind != "name" else lower.kind
    if upper.kind in {"rank", "change", "other", "foreign"} and lower.kind in {"level", "score"}:
        kind = upper.kind
    if upper.kind == "change" and lower.kind in {"percent", "rank"}:
        kind = "change"
    return Column(
        kind, lower.year or upper.year, lower.index or upper.index, lower.component or upper.component,
        upper.percent or lower.percent or (kind == "change" and lower.kind == "percent"), upper.spans + lower.spans,
        upper.places or lower.places or (kind == "change" and lower.kind == "rank"),
        upper.points or lower.points or (kind == "change" and lower.kind == "score"), upper.start,
        lower.vs_year or upper.vs_year, lower.direction or upper.direction, lower.out_of or upper.out_of,
        upper.total or lower.total, upper.local or lower.local, lower.unit or upper.unit, upper.stated or lower.stated,
        lower.subject or upper.subject, lower.weak if lower.index else upper.weak,
    )  # fmt: skip


def without_unknown(clean: Clean, columns: dict[int, Column]) -> dict[int, Column]:
    """The columns, those set aside whose heads have words that say nothing known, while other heads do."""
    known = [at for at, one in columns.items() if one.stated or one.subject or _names_something(one)]
    return {
        at: replace(one, kind="other") if at not in known and known and _has_words(clean, one) else one
        for at, one in columns.items()
    }


def _has_words(clean: Clean, column: Column) -> bool:
    """Whether the head of a column holds words of its own."""
    return any(re.search(r"[^\W\d_]{2}", clean.lower[slice(*span)]) for span in column.spans)


def in_company(columns: dict[int, Column], indexes: Collection[str | None]) -> dict[int, Column]:
    """The columns, those set aside whose index is one only in company, where no other head or caption names one."""
    if any(one.index and not one.weak for one in columns.values()):
        return columns
    return {
        at: replace(one, kind="other", index=None) if one.index and one.index not in indexes else one
        for at, one in columns.items()
    }


def carried(columns: dict[int, Column]) -> dict[int, Column]:
    """The columns with the year, index and component of the one before them: "PAR INDEX | Hạng | SIPAS | Hạng".

    A head is carried only where all columns that name something are followed by the same number of bare ones. A lone
    bare column beside several years is of the latest.
    """
    places = [at for at in sorted(columns) if columns[at].kind in VALUES and columns[at].kind != "maximum"]
    firsts = [at for at in places if _names_something(columns[at])]
    if len(firsts) < 2:
        return columns
    groups = [
        [at for at in places if first <= at < (firsts[n + 1] if n + 1 < len(firsts) else 10**6)]
        for n, first in enumerate(firsts)
    ]
    size = len(groups[0])
    if size > 1 and all(len(group) == size for group in groups[:-1]) and len(groups[-1]) >= size:
        # What stands behind the last group is of the table as a whole: "2021 | Hạng | 2022 | Hạng | Tăng".
        under = {at: _under(columns[at], columns[group[0]]) for group in groups for at in group[1:size]}
        return columns | _of_latest_year(columns | under, places) | under
    between = {
        later: replace(columns[later], index=columns[at].index)
        for at, later in pairwise(places)
        if columns[at].index and columns[later].kind == "rank" and not _names_something(columns[later])
        if any(columns[last].index for last in places if last > later)
    }
    return columns | _of_latest_year(columns | between, places) | between


def _names_something(column: Column) -> bool:
    """Whether a head names a year, an index or a component."""
    return bool(column.year or column.index or column.component)


def _under(column: Column, named: Column) -> Column:
    """The bare column with what the one before it names."""
    year = column.year or named.year
    index, component = column.index or named.index, column.component or named.component
    return replace(column, year=year, index=index, component=component)


def _of_latest_year(columns: dict[int, Column], places: Sequence[int]) -> dict[int, Column]:
    """The bare columns of a table of several years: of the latest one; a change compares it with the only other one."""
    years = {year for column in columns.values() if (year := column.year)}
    if len(years) < 2:
        return {}
    bare = {at: columns[at] for at in places if not columns[at].year}
    earlier = min(years) if len(years) == 2 else None
    return {
        at: replace(one, year=max(years), vs_year=one.vs_year or (earlier if one.kind == "change" else None))
        for at, one in bare.items()
    }
