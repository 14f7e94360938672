"""Gold rows against the extractor's: what is right, missed and wrong, as precision, recall and F1 by any property.

A row is right when index, year, entity (with the province that it belongs to), component, metric, bound and value are
equal, and both or neither are ranks inside a scope. Names are compared without case, marks, punctuation and, for
provinces, their type; Huế is Thừa Thiên Huế. The label of a sibling's component is not judged, only that the value
is a component's. A gold row marked `optional` costs nothing when it is missing and nothing when it is there;
`metric_alt` and `entity_alt` name other readings that are right too. A fact said twice counts once; in two of its
readings, once right and once wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from pipelines.gold import Case, Row
from pipelines.statements import extract


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two rows the same fact."""

    index: str | None
    year: int | None
    entity: str
    parent: str
    component: str
    metric: str | None
    bound: str
    value: float | None
    scoped: bool


class Outcome(StrEnum):
    """What became of a fact."""

    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One fact of one document, what became of it, and the row that says it: where it is missed, the gold row."""

    case: Case
    outcome: Outcome
    key: Key
    row: Row


@dataclass(frozen=True, slots=True)
class Tally:
    """How many facts of a kind are right, missed and wrong."""

    right: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 1 where nothing was said."""
        said = self.right + self.wrong
        return self.right / said if said else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was said; 1 where nothing is there."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def judge(cases: Iterable[Case]) -> list[Verdict]:
    """The verdicts on what the extractor says of each case now."""
    return [one for case in cases for one in compare(case, said(case))]


def said(case: Case) -> list[Row]:
    """The rows that the extractor makes of a case's document."""
    return [asdict(statement) for statement in extract(case.document).statements]


def compare(case: Case, rows: Sequence[Row]) -> list[Verdict]:
    """The verdicts on these rows for a case, one for each fact that is right, missed or wrong."""
    gold = _firsts(case.gold)
    needed = {key_of(row) for row in case.gold if not row.get("optional")}
    same = {other: key_of(row) for row in case.gold for other in readings(row) if other not in gold}
    told = _firsts(rows)
    hit = {same.get(key, key): row for key, row in told.items() if same.get(key, key) in gold}
    surplus = {key for key in told if key in same and same[key] in told}
    wrong = {key: row for key, row in told.items() if (key not in gold and key not in same) or key in surplus}
    return [
        *(Verdict(case, Outcome.RIGHT, key, row) for key, row in hit.items() if key in needed),
        *(Verdict(case, Outcome.MISSED, key, gold[key]) for key in gold if key in needed and key not in hit),
        *(Verdict(case, Outcome.WRONG, key, row) for key, row in wrong.items()),
    ]


def changes(case: Case, before: Sequence[Row], now: Sequence[Row]) -> list[str]:
    """The rows of a case that came and went between two readings, one line each, with what gold thinks of them."""
    old, new = _firsts(before), _firsts(now)
    right = {key_of(row) for row in case.gold} | {other for row in case.gold for other in readings(row)}
    gained = [f"gained {'right' if key in right else 'wrong'} {show(key)}" for key in new if key not in old]
    return gained + [f"lost {'right' if key in right else 'wrong'} {show(key)}" for key in old if key not in new]


def _firsts(rows: Iterable[Row]) -> dict[Key, Row]:
    """The facts of rows in their order, each with the first row that says it."""
    firsts: dict[Key, Row] = {}
    for row in rows:
        firsts.setdefault(key_of(row), row)
    return firsts


def tally(verdicts: Iterable[Verdict]) -> Tally:
    """The count of each outcome."""
    outcomes = [one.outcome for one in verdicts]
    return Tally(*(outcomes.count(outcome) for outcome in Outcome))


def tallies(verdicts: Iterable[Verdict], names: Callable[[Verdict], Iterable[str]]) -> dict[str, Tally]:
    """The tally of each name that the verdicts have, sorted by name; a verdict counts under each of its names."""
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        for name in names(verdict):
            grouped.setdefault(name, []).append(verdict)
    return {name: tally(grouped[name]) for name in sorted(grouped)}


def key_of(row: Row) -> Key:
    """What a row says, in the form in which it is compared."""
    year, value = row.get("year"), row.get("value")
    return Key(
        row.get("index"),
        None if year is None else int(year),
        *_entity(row),
        _component(row),
        row.get("metric"),
        row.get("bound") or "=",
        None if value is None else round(float(value), 6),
        bool(row.get("scope")),
    )


def readings(row: Row) -> Iterator[Key]:
    """What a gold row says in its other readings, which are right too."""
    for field in ("metric", "entity"):
        others = row.get(f"{field}_alt") or []
        for other in [others] if isinstance(others, str) else others:
            yield key_of({**row, field: other})


def show(key: Key) -> str:
    """A fact in one line: what is measured, whose it is, its value."""
    value = "none" if key.value is None else f"{key.value:g}"
    owner = f"{key.entity} ({key.parent})" if key.parent else key.entity
    scope = " in a scope" if key.scoped else ""
    return f"{key.index} {key.year or 'no year'}, {owner}, {key.component}: {key.metric} {key.bound} {value}{scope}"


def _fold(name: object) -> str:
    """A name without case, marks and punctuation."""
    text = unicodedata.normalize("NFD", str(name or "").lower().replace("đ", "d"))
    bare = "".join(char for char in text if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", " ", bare).strip()


def _province(name: object) -> str:
    """The name of a province without its type."""
    short = re.sub(r"^(tinh|thanh pho|tp) ", "", _fold(name))
    return "thua thien hue" if short == "hue" else short


def _entity(row: Row) -> tuple[str, str]:
    """The name of a subject and of the province that it belongs to."""
    parent = row.get("parent")
    if parent:
        return re.sub(r"^tp ", "thanh pho ", _fold(row.get("entity"))), _province(parent)
    return _province(row.get("entity")), ""


def _component(row: Row) -> str:
    """The component; those of a sibling index are all alike."""
    label = _fold(row.get("component") or "total")
    return "component" if label != "total" and row.get("index") != "par_index" else label
