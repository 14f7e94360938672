"""What the columns of a table hold, once its numbers and notes are looked at: their units, subjects and components."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import head_parts, heads, notes, rows
from pipelines.rules.cells import Cell, Span
from pipelines.rules.heads import Column
from pipelines.rules.scene import Scene

Shares = frozenset[str] | bool | None
"""The indexes that are told in percent; True for all, None where no note says."""

_ALWAYS_SHARES = ("sipas",)
_MOST_RANKED = 63
_FIELDS = {34, 63}
"""How many provinces are ranked: what is out of so many is a place."""
_RANKED = {"par_index", "sipas"}
_LETTERS = 2


def shares(scene: Scene, span: Span) -> Shares:
    """The indexes that a note of units around a table gives in percent."""
    return notes.percents(scene.clean, *span)


def is_share(index: str | None, noted: Shares) -> bool:
    """Whether numbers of an index whose unit the heads leave open are percents."""
    if isinstance(noted, frozenset):
        return index in noted
    return noted is True or (noted is None and index in _ALWAYS_SHARES)


def ordinal_is_rank(scene: Scene, span: Span) -> bool:
    """Whether a note around a table says that its ordinals are the ranks."""
    return notes.ordinal_is_rank(scene.clean, *span)


def aside_is_rank(scene: Scene, span: Span, column: Column) -> bool:
    """Whether the head of a column or a note says that numbers in brackets are the ranks."""
    said = any(notes.names_places(scene.text(one)) for one in column.spans)
    return said or notes.aside_is_rank(scene.clean, *span)


def decided(
    scene: Scene, columns: Mapping[int, Column], written: Mapping[int, Sequence[Cell]], named: Sequence[str | None]
) -> dict[int, Column]:
    """The columns, what their heads leave open told by their numbers; `named` are the indexes that rows name."""
    return {at: _decided(scene, column, written[at], named) for at, column in columns.items()}


def _decided(scene: Scene, column: Column, written: Sequence[Cell], named: Sequence[str | None]) -> Column:
    """One column; a head of ranks over decimals is one of levels, one of maxima over "7,5/8,5" one of scores."""
    if column.kind == "rank" and written and all(one.decimal for one in written):
        return replace(column, kind="level")
    if column.kind == "maximum" and written and all(one.out_of is not None for one in written):
        return replace(column, kind="score")
    if column.kind != "level" or column.component is not None or not written:
        return column
    if any(one.decimal or one.percent or one.signed or one.said for one in written):
        return column
    if all(one.out_of in _FIELDS for one in written):
        return replace(column, kind="rank")
    if column.stated:
        return column
    of_field = all(one.out_of is not None for one in written)
    indexes = {column.index, scene.caption.index, *named}
    places = all(0 < one.number <= _MOST_RANKED for one in written)
    if places and (of_field or scene.caption.ranked or indexes & _RANKED):
        return replace(column, kind="rank")
    # Levels of an index have decimals: what a head without any word of its own stands over are counts.
    return replace(column, kind="other") if len(written) > 1 else column


def told_apart(scene: Scene, columns: Mapping[int, Column]) -> dict[int, Column]:
    """The columns: of several levels of the same those whose heads say more are parts of it, and set aside."""
    alike: dict[object, list[int]] = {}
    for at, one in columns.items():
        if one.kind in {"score", "percent"}:
            alike.setdefault(_measured(scene, one), []).append(at)
    groups = (group for group in alike.values() if len(group) > 1)
    parts = [at for group in groups for at in group if not columns[at].total and _says_more(scene, columns[at])]
    return {at: replace(one, kind="other") if at in parts else one for at, one in columns.items()}


def _measured(scene: Scene, column: Column) -> object:
    """What a column of levels measures, and in what unit."""
    index = column.index or scene.caption.index or scene.context.index
    year = column.year or scene.caption.year or scene.context.year
    return column.kind, year, index, column.component and column.component.key, column.subject


def _says_more(scene: Scene, column: Column) -> bool:
    """Whether the head of a column has words beside its head word and names: "Điểm phỏng vấn"."""
    inside = [one for span in column.spans for one in scene.inside(*span)]
    text = " ".join(heads.without(scene.clean, *span, inside) for span in column.spans)
    rest = rows.without_fill(heads.words()[0].sub(" ", text))
    return sum(char.isalpha() for char in rest) > _LETTERS


def subjects(scene: Scene, columns: Mapping[int, Column]) -> dict[int, Subject]:
    """The subject of each column whose head names one: a province, ministry or district, or the mean of a group."""
    found = {at: _subject(scene, column) for at, column in columns.items()}
    return {at: subject for at, subject in found.items() if subject is not None}


def _subject(scene: Scene, column: Column) -> Subject | None:
    """The subject that the head of a column names."""
    inside = [one for span in column.spans for one in head_parts.mentions_of(scene, *span)]
    group = heads.group_of_mean(scene.clean, column.kind, inside)
    for one in inside:
        named = one.kind is Kind.SUBJECT and one.unit in {"province", "ministry", "district"} and not one.weak
        if named or one is group:
            return scene.subject_of(one)
    return None


def of_group(columns: Mapping[int, Column], count: int) -> list[int] | None:
    """The columns of the numbers of a group, which has no places; a lone one is its level where all are of the same."""
    levels = [at for at, one in columns.items() if one.kind in {"score", "percent", "level"}]
    if len(levels) == count or count != 1:
        return levels if len(levels) == count else None
    years = {columns[at].year for at in levels} - {None}
    parts = {one.key if (one := columns[at].component) else None for at in levels}
    return levels[-1:] if len(years) < 2 and len(parts) == 1 else None


def labels(scene: Scene, columns: Mapping[int, Column]) -> dict[int, str]:
    """The component of each column whose head names one; that of a sibling index may be one that no list has."""
    named = {at: _label(scene, one) for at, one in columns.items() if one.component is not None}
    return {at: text for at, text in named.items() if text}


def _label(scene: Scene, column: Column) -> str | None:
    """The label of the component that a head names."""
    mention, index = column.component, column.index or scene.caption.index or scene.context.index
    if mention is None or (known := scene.label(mention, column.index)):
        return known if mention is not None else None
    written = scene.written((mention.start, mention.end))
    return None if index in (None, "other", "par_index") else written[0].lower() + written[1:]


def of_counts(scene: Scene, columns: Mapping[int, Column]) -> dict[int, Column]:
    """The columns, shares of what is counted before them set aside, and places where nothing else is left to rank."""
    kept: dict[int, Column] = {}
    before = ""
    for at, one in sorted(columns.items()):
        share = one.kind == "percent" and not (one.index or one.component or one.year) and before == "foreign"
        kept[at] = replace(one, kind="foreign") if share and _is_bare_share(scene, one) else one
        before = kept[at].kind
    foreign = any(one.kind == "foreign" for one in kept.values())
    if not foreign or any(one.kind in {"score", "percent", "level", "change"} for one in kept.values()):
        return kept
    return {
        at: replace(one, kind="foreign") if one.kind == "rank" and not one.index else one for at, one in kept.items()
    }


def _is_bare_share(scene: Scene, column: Column) -> bool:
    """Whether a head says no more than that its numbers are shares: "Tỷ lệ (%)"."""
    text = " ".join(scene.text(span) for span in column.spans)
    return not any(char.isalpha() for char in _SHARE.sub(" ", text))


_SHARE = re.compile(r"(?<!\w)(?:đạt|tỷ lệ|tỉ lệ|phần trăm)(?!\w)")
