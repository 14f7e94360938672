"""Names of rows: whom or what a row is about, by the cell that names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipelines import lexicon
from pipelines.context import Subject
from pipelines.gazetteer import resolve_department, resolve_district, resolve_province
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import heads
from pipelines.rules.cells import Span
from pipelines.rules.heads import Column
from pipelines.rules.scene import Scene
from pipelines.trie import alternation


@dataclass(frozen=True, slots=True)
class RowHead:
    """What a row is about; nothing but its place where its name is not known."""

    start: int
    end: int
    subject: Subject | None = None
    component: str | None = None
    year: int | None = None
    index: str | None = None
    measure: Column | None = None
    """What the row measures, where a head word names it: "Điểm", "Xếp hạng"."""
    total: bool = False
    mean: bool = False
    """Whether it is the mean of all rows."""
    bare: bool = False
    """Whether the subject is named without its type."""
    skipped: bool = False
    """Whether it is a row of extremes or counts, which no subject has."""

    @property
    def known(self) -> bool:
        """Whether the name says anything."""
        named = self.subject or self.component or self.year or self.index or self.measure
        return bool(named or self.total or self.mean or self.skipped)

    @property
    def of_group(self) -> bool:
        """Whether it is a mean, of all rows or of the group that it names."""
        return self.mean or (self.subject is not None and self.subject.unit == "group")


_ORDINAL = re.compile(r"[ \t\"'*•+\-]*(?:(?:\d{1,3}|[ivx]{1,4}|[a-zđ])[.):] *|\d{1,3} +(?=\D))?")
_LAST_OF_DISTRICTS = 2024
_SUB_ORDINAL = re.compile(r"\s*\d+\.\d+")
_TYPED = re.compile(
    r"(?:Sở|Ban|Văn phòng|Thanh tra|Cục|Chi cục|Công an|Kho bạc|Bảo hiểm|Trung tâm|Viện|Xã|Phường|Thị trấn|Đặc khu"
    r"|Huyện|Quận|Thị xã|Thành phố)(?!\w)"
)
_BRACKET = re.compile(r"\([^()]*\)|\[[^\]]*\]")
_INNER = frozenset({"district", "commune", "department"})
_GROUP_OF_UNIT = {
    "province": "all_provinces", "ministry": "all_ministries", "district": "all_districts",
    "commune": "all_communes", "department": "all_departments",
}  # fmt: skip


@cache
def _words(name: str) -> re.Pattern[str]:
    """The pattern of the words of a list of the lexicon."""
    return re.compile(r"(?<!\w)" + alternation(lexicon.words(lexicon.entries("tables")["rows"][name])) + r"(?!\w)")


def read(scene: Scene, span: Span) -> RowHead:
    """What the cell that names a row says."""
    lead = _ORDINAL.match(scene.clean.lower, *span)
    start = lead.end() if lead and not re.match(r"(?:năm |year )?20\d\d", scene.text(span)) else span[0]
    head = RowHead(start, span[1])
    if start >= span[1]:
        return head
    text = scene.clean.lower[start : span[1]]
    inside = scene.inside(start, span[1])
    if re.fullmatch(r"\s*(?:năm |year )?(20[0-4]\d|19\d\d)\s*", text):
        return replace(head, year=int(text.split()[-1]))
    for reading in (_mean, _measure, _named_subject, _component, _index):
        read_as = reading(scene, head, text, inside)
        if read_as is not None:
            return read_as
    skipped = _words("skipped").match(text.strip()) is not None
    return replace(head, skipped=skipped)


def _left(text: str, start: int, inside: Sequence[Mention]) -> str:
    """The letters of a name outside the mentions, brackets, and words that change nothing."""
    chars = list(text)
    for one in inside:
        if one.kind in {
            Kind.SUBJECT,
            Kind.INDEX,
            Kind.YEAR,
            Kind.COMPONENT,
            Kind.TOTAL,
            Kind.GROUP,
            Kind.AVERAGE,
            Kind.REFERENCE,
        }:
            chars[one.start - start : one.end - start] = " " * (one.end - one.start)
    return "".join(char for char in without_fill(_BRACKET.sub(" ", "".join(chars))) if char.isalpha())


def without_fill(text: str) -> str:
    """A text in lower case without the words that change nothing in a table."""
    return _words("fill").sub(" ", text)


def _mean(scene: Scene, head: RowHead, text: str, inside: Sequence[Mention]) -> RowHead | None:
    """The row of a mean: of the group or region that it names, else of the rows of the table."""
    group = next((one for one in inside if one.kind is Kind.GROUP), None)
    opening = _words("mean").match(text.strip())
    if group is not None and (
        opening or not re.search(r"[a-zà-ỹđ]", text.replace(scene.clean.lower[group.start : group.end], "", 1))
    ):
        national = scene.clean.lower[group.start : group.end] in {"cả nước", "toàn quốc"}
        return replace(head, subject=scene.group(group.key)) if opening or national else None
    if opening is None:
        return None
    subject = next((one for one in inside if one.kind is Kind.SUBJECT), None)
    if subject is not None:
        return (
            replace(head, subject=scene.subject_of(subject))
            if subject.unit == "region"
            else replace(head, skipped=True)
        )
    rest = _left(_words("mean").sub(" ", text), head.start, ())
    return replace(head, mean=True) if len(rest) < 12 else replace(head, skipped=True)


def _measure(scene: Scene, head: RowHead, text: str, inside: Sequence[Mention]) -> RowHead | None:
    """The row of a measure: its name is a head word, maybe with the index or year that it is of."""
    if any(one.kind in {Kind.SUBJECT, Kind.COMPONENT, Kind.GROUP} for one in inside):
        return None
    column = heads.classify(scene.clean, head.start, head.end, inside)
    if not column.stated or column.kind in {"name", "ordinal"} or _TYPED.match(scene.written((head.start, head.end))):
        return None
    left = heads.words()[0].sub(" ", text)
    if column.kind != "foreign" and len(_left(left, 0, ())) > 12 and not any(one.kind is Kind.INDEX for one in inside):
        return None
    kind = "level" if column.kind == "score" and column.total else column.kind
    return replace(head, measure=replace(column, kind=kind), year=column.year, index=column.index, total=column.total)


def _named_subject(scene: Scene, head: RowHead, text: str, inside: Sequence[Mention]) -> RowHead | None:
    """The row of a subject: the name of one fills the cell."""
    names = [one for one in inside if one.kind is Kind.SUBJECT and not _in_bracket(text, one.start - head.start)]
    own = [one for one in names if one.unit in _INNER] or names
    if len(own) != 1 or any(one.kind in {Kind.COMPONENT, Kind.INDEX} and one.start < own[0].start for one in inside):
        return None
    if len(names) > len(own) and any(one.unit not in {"province"} for one in names if one is not own[0]):
        return None
    if _left(text, head.start, inside):
        return None
    subject = scene.subject_of(own[0])
    year = next((int(one.number or 0) for one in inside if one.kind is Kind.YEAR), None)
    return replace(head, subject=subject, year=year, bare="bare" in own[0].tags) if subject else None


def _in_bracket(text: str, at: int) -> bool:
    """Whether a place of the text stands in a bracket."""
    return text[:at].count("(") > text[:at].count(")")


def _component(scene: Scene, head: RowHead, text: str, inside: Sequence[Mention]) -> RowHead | None:
    """The row of a component: its label makes up most of the cell; a part of a component ("2.1 …") is none."""
    component = next((one for one in inside if one.kind is Kind.COMPONENT), None)
    if component is None or _SUB_ORDINAL.match(text):
        return None
    mentioned = sum(one.end - one.start for one in inside if one.kind in {Kind.COMPONENT, Kind.INDEX})
    fill = sum(len(match.group()) for match in _words("fill").finditer(text))
    if (mentioned + fill) * 2 < len(_BRACKET.sub("", text).strip()):
        return None
    label = scene.label(component, next((one.key for one in inside if one.kind is Kind.INDEX and not one.weak), None))
    return replace(head, component=label) if label else None


def _index(scene: Scene, head: RowHead, text: str, inside: Sequence[Mention]) -> RowHead | None:
    """The row of an index, or of the total; it may name its year and its subject."""
    index = next((one for one in inside if one.kind is Kind.INDEX and one.key != "other"), None)
    total = any(one.kind is Kind.TOTAL for one in inside)
    if (index is None and not total) or len(_left(text, head.start, inside)) > 6:
        return None
    subject = next((one for one in inside if one.kind is Kind.SUBJECT), None)
    owner = scene.subject_of(subject) if subject else None
    year = next((int(one.number or 0) for one in inside if one.kind is Kind.YEAR), None)
    return replace(head, index=index.key if index else None, total=True, year=year, subject=owner)


def section_head(scene: Scene, span: Span, above: RowHead) -> RowHead:
    """What a row of one cell says of the rows below it: a subject, year or index; the name of a group says nothing."""
    head = read(scene, span)
    if head.known and not head.mean and not head.skipped and not head.component:
        return head
    return above if not head.known else RowHead(span[0], span[1])


def below(head: RowHead, above: RowHead) -> RowHead:
    """The head of a row with what the row of one cell above it says."""
    return replace(
        head, subject=head.subject or above.subject, year=head.year or above.year, index=head.index or above.index
    )  # fmt: skip


def majority(rows: Sequence[RowHead]) -> str | None:
    """The type of subject that most of the named rows have."""
    units = [row.subject.unit for row in rows if row.subject and row.subject.unit not in {"group", "region"}]
    return max(dict.fromkeys(units), key=units.count) if units else None


def completed(scene: Scene, rows: Sequence[RowHead], unit: str) -> list[RowHead]:
    """The rows with what only the whole table tells: means of all rows, units that no list has, own labels."""
    most = majority(rows)
    kind = unit if unit == "commune" else most or (unit if unit in _INNER else None)
    own_labels = not most and (unit == "component" or any(row.total or row.component or row.index for row in rows))
    return [_completed(scene, rows, row, kind, unit, bool(own_labels)) for row in rows]


def _completed(
    scene: Scene, rows: Sequence[RowHead], row: RowHead, kind: str | None, unit: str, own_labels: bool
) -> RowHead:
    """One row with what only the whole table tells."""
    if row.mean:
        return replace(row, subject=_mean_of_rows(scene, rows, kind))
    if not row.known and own_labels:
        return replace(row, component=_own_label(scene, row))
    if kind in _INNER and scene.parent and (not row.known or _is_of_other_type(row, str(kind), unit)):
        return replace(row, subject=_unknown_unit(scene, row, str(kind), unit))
    return row


def _is_of_other_type(row: RowHead, kind: str, unit: str) -> bool:
    """Whether the bare name of a row was taken for a ministry among departments, or a district among communes."""
    taken = row.subject.unit if row.subject else None
    return (taken == "ministry" and kind == "department") or (
        taken == "district" and row.bare and "commune" in (kind, unit)
    )


def _mean_of_rows(scene: Scene, rows: Sequence[RowHead], kind: str | None) -> Subject | None:
    """The group whose mean a bare "Trung bình" is: units inside a province, or all provinces or ministries."""
    named = sum(row.subject is not None for row in rows)
    if kind is None or (kind == "province" and named < 30) or (kind == "ministry" and named < 12):
        return None
    return scene.group(_GROUP_OF_UNIT[kind]) if kind in _INNER or not scene.caption.region else None


def _unknown_unit(scene: Scene, row: RowHead, kind: str, unit: str) -> Subject | None:
    """The unit that a row names as it stands; a bare name of a known department gets its type."""
    name = scene.written((row.start, row.end)).strip(" .*:;-")
    name = _BRACKET.sub("", name).strip()
    name = re.sub(r"^(?:UBND|Ủy ban nhân dân) ", "", name)
    capital = name[:1].isupper() or name.startswith(("xã", "phường", "huyện", "sở"))
    if not 2 < len(name) < 90 or not capital:
        return None
    if kind == "department" and unit == "department" and not _TYPED.match(name):
        known = resolve_department(f"Sở {name}")
        name = known.name if known else name
    if kind == "district" and scene.parent and (province := resolve_province(scene.parent, _LAST_OF_DISTRICTS)):
        district = resolve_district(name, province=province.id)
        name = district.full_name if district else name
    return Subject(name[0].upper() + name[1:], kind, scene.parent)


def _own_label(scene: Scene, row: RowHead) -> str | None:
    """The label of a component of a sibling index as the row writes it; PAR INDEX has no others than the known ones."""
    index = scene.caption.index or scene.context.index
    name = scene.written((row.start, row.end)).strip(" .*:;-")
    if index in (None, "other", "par_index") or not 5 < len(name) < 120 or not re.search(r"[^\W\d]{3}", name):
        return None
    return name[0].lower() + name[1:]
