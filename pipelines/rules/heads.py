"""Heads of tables: what each column of values holds, of which year, index and component."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipelines import lexicon
from pipelines.mentions.measures import folded
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.trie import alternation


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells of a column are."""

    kind: str
    """`ordinal`, `name`, `rank`, `percent`, `score`, `maximum`, `change`, `other`, or `level` where the unit is still open."""
    year: int | None = None
    index: str | None = None
    component: Mention | None = None
    percent: bool = False
    """Of a change: whether it is in percent."""
    spans: tuple[tuple[int, int], ...] = ()
    """Where its heads stand."""
    places: bool = False
    """Of a change: whether it counts places."""
    start: int = 0


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all column heads, and what each means."""
    meaning: dict[str, str] = {}
    for kind, writings in lexicon.entries("tables")["columns"].items():
        for word in lexicon.words([re.sub(r"\?", "", writing) for writing in writings]):
            meaning.setdefault(word, kind)
    return re.compile(r"(?<!\w)" + alternation(meaning) + r"(?!\w)"), meaning


def classify(clean: Clean, start: int, end: int, found: Sequence[Mention]) -> Column:
    """What one head says of its column: the whole text of a head cell, spans of other rows included."""
    inside = [one for one in found if start <= one.start and one.end <= end]
    kinds = [kind for _, kind in _events(clean.lower[start:end])]
    column = Column(_strongest(kinds, clean.lower[start:end]), start=start, spans=((start, end),))
    for one in inside:
        if one.kind is Kind.YEAR:
            column = replace(column, year=int(one.number or 0))
        elif one.kind is Kind.INDEX and one.key != "other":
            column = replace(column, index=one.key)
        elif one.kind is Kind.COMPONENT:
            column = replace(column, component=one)
    text = clean.lower[start:end]
    if column.kind == "change":
        column = replace(column, places=bool(re.search(r"bậc|hạng|vị trí|place|rank", text)), percent="%" in text)
    if column.kind == "name" and (column.component or column.index or column.year):
        column = replace(column, kind="level")
    return column


def join(upper: Column, lower: Column) -> Column:
    """The column of two heads, one above the other: the lower one decides the kind, what it leaves open comes from the upper one."""
    kind = upper.kind if lower.kind in {"level", "name"} and upper.kind != "name" else lower.kind
    if upper.kind in {"rank", "change", "other"} and lower.kind in {"level", "percent", "score"} and lower.kind != "percent":
        kind = upper.kind
    return Column(
        kind, lower.year or upper.year, lower.index or upper.index, lower.component or upper.component,
        upper.percent or lower.percent, upper.spans + lower.spans, upper.places or lower.places, upper.start,
    )  # fmt: skip


def carry_years(columns: dict[int, Column]) -> dict[int, Column]:
    """The columns with the year of the level before them, where a table holds several years: "2019 | Hạng | 2020 | Hạng"."""
    if len({column.year for column in columns.values() if column.year}) < 2:
        return columns
    year, carried = None, {}
    for at, column in sorted(columns.items()):
        year = column.year or year
        carried[at] = replace(column, year=year) if column.kind == "rank" else column
    return carried


def _strongest(kinds: list[str], text: str) -> str:
    """The kind that decides where a head holds words of several."""
    for kind in ("change", "maximum", "rank", "other", "percent", "score", "ordinal", "name"):
        if kind in kinds:
            return "percent" if kind == "score" and "%" in text else kind
    return "percent" if "%" in text else "level"


def _events(text: str) -> list[tuple[re.Match[str], str]]:
    """The column heads in a text with their kinds, in order."""
    pattern, meaning = _words()
    return [(match, meaning[folded(match.group())]) for match in pattern.finditer(text)]


def split(clean: Clean, start: int, end: int, found: Sequence[Mention]) -> list[Column]:
    """The columns that a flattened head names, from left to right."""
    marks: list[tuple[int, int, Column]] = []
    for match, kind in _events(clean.lower[start:end]):
        begin, stop = start + match.start(), start + match.end()
        marks.append((begin, stop, Column(kind, start=begin, places="bậc" in match.group() or "hạng" in match.group())))
    for one in found:
        if not (start <= one.start and one.end <= end):
            continue
        if one.kind is Kind.COMPONENT:
            marks.append((one.start, one.end, Column("level", component=one, start=one.start)))
        elif one.kind is Kind.YEAR:
            marks.append((one.quote_start, one.end, Column("year", year=int(one.number or 0), start=one.start)))
        elif one.kind is Kind.INDEX and one.key != "other":
            marks.append((one.start, one.end, Column("index", index=one.key, start=one.start)))
    return _merge(clean, _without_overlaps(marks))


def _without_overlaps(marks: list[tuple[int, int, Column]]) -> list[tuple[int, int, Column]]:
    """The marks in order; of two that overlap the longer one, a component or year before a word."""
    kept: list[tuple[int, int, Column]] = []
    for mark in sorted(marks, key=lambda one: (one[2].component is None, one[0] - one[1])):
        if all(mark[1] <= other[0] or mark[0] >= other[1] for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda one: one[0])


def _merge(clean: Clean, marks: list[tuple[int, int, Column]]) -> list[Column]:
    """The columns of the marks: a year or an index joins the head beside it, and is a column of its own where there is none."""
    columns: list[Column] = []
    last_end = -1
    for begin, end, column in marks:
        previous = columns[-1] if columns else None
        touching = previous is not None and clean.lower[last_end:begin].strip(" (/-:") == "" and begin - last_end <= 3 and "\n" not in clean.lower[last_end:begin]
        if column.kind == "year" and touching and previous and previous.year is None and previous.kind in {"rank", "percent", "score", "level", "change", "index", "other", "maximum"}:
            columns[-1] = replace(previous, year=column.year)
        elif column.kind == "index" and touching and previous and previous.kind in {"rank", "score", "percent"} and previous.index is None:
            columns[-1] = replace(previous, index=column.index)
        elif column.kind in {"percent", "score"} and touching and previous and previous.kind in {"year", "index"} and (column.kind == "percent" or "(" in clean.lower[last_end:begin]):
            columns[-1] = replace(column, year=column.year or previous.year, index=column.index or previous.index)
        elif column.kind == "percent" and touching and previous and previous.kind in {"score", "level"} and "(" in clean.lower[last_end:begin]:
            columns[-1] = replace(previous, kind="percent")
        else:
            columns.append(column)
        last_end = end
    return [replace(column, kind="level") if column.kind in {"year", "index"} else column for column in columns]
