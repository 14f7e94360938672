"""From a value with its slots to facts: one per subject and component, with the words that state it and how sure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import own_years, slots, trust
from pipelines.rules.facts import Fact

if TYPE_CHECKING:
    from pipelines.rules.reader import Reader


def facts(
    reader: Reader,
    at: int,
    metric: str,
    value: float,
    *,
    rule: str,
    index: str | None = None,
    year: int | None = None,
    subject: Subject | None = None,
    components: tuple[str, ...] = (),
    out_of: float | None = None,
    bound: str = "=",
    vs_year: int | None = None,
    scope: str | None = None,
    quote_start: int | None = None,
    sure: float = 1.0,
) -> None:
    """Add the facts of the value at a position; slots not given are taken from its pair, else from what is in force."""
    context = reader.context
    keyed = _keyed(reader, at)
    subjects = keyed.get("subjects") or ((subject,) if subject else slots.subjects_of(reader, at))
    index = keyed.get("index") or index or context.index
    labels = keyed.get("components") or components or context.components or ("total",)
    when = keyed.get("year") or year or context.year
    if not subjects or index is None or index == "other":
        reader.refuse(at, "no subject is in force" if not subjects else "no index is in force")
        return
    if any(one.unit == "unknown" for one in subjects):
        reader.refuse(at, "it is said of somebody whom no list has")
        return
    if metric.startswith("rank") and any(one.unit == "group" for one in subjects):
        reader.refuse(at, "the mean of a group has no place")
        return
    start, end = _quote(reader, at, quote_start)
    listed = () if keyed.get("year") else own_years.years_listed(reader, at)
    for one, label, year_of_it in product(subjects, labels, listed or (when,)):
        fact = Fact(
            index,
            year_of_it,
            one,
            label,
            metric,
            value,
            start,
            end,
            _rule(reader, at, rule, keyed),
            sure,
            out_of,
            bound,
            vs_year,
            scope,
        )
        reader.facts.append(replace(fact, confidence=round(sure * trust.confidence(reader, at, fact), 3)))
    if context.components:
        context.last_components = context.components


def _keyed(reader: Reader, at: int) -> dict[str, Any]:
    """The slots that an enumeration gives to a paired value."""
    keyed: dict[str, Any] = {}
    for key in reader.pairs.keys.get(at, ()):
        token = reader.sentence.tokens[key]
        if token.kind is Kind.SUBJECT and (subject := reader.subject_at(key)):
            keyed["subjects"] = (subject,)
        elif token.kind is Kind.COMPONENT and (label := reader.label(token)):
            keyed["components"] = (label,)
        elif token.kind is Kind.INDEX:
            keyed["index"] = token.key
        elif token.kind is Kind.YEAR:
            keyed["year"] = int(token.number or 0)
    if at in reader.pairs.years:
        keyed["year"] = reader.pairs.years[at]
    return keyed | _keyed_before(reader, at)


def _keyed_before(reader: Reader, at: int) -> dict[str, Any]:
    """The slot that the sentence before gives to a value of a list: the subjects, years or components told there."""
    place, size = reader.pairs.orphans.get(at, (0, 0))
    context = reader.context
    if not size:
        return {}
    if len(context.subjects) == size:
        return {"subjects": (context.subjects[place],)}
    if len(context.told_components) == size and (reader.refers or len(context.told_years) != size):
        return {"components": (context.told_components[place],)}
    return {"year": context.told_years[place]} if len(context.told_years) == size else {}


def _rule(reader: Reader, at: int, rule: str, keyed: dict[str, Any]) -> str:
    """The name of the rule with the way in which its slots were found."""
    if keyed:
        return f"{rule}.respective" if at in reader.pairs.respective else f"{rule}.paired"
    return f"{rule}.bracket" if reader.stack else rule


def _quote(reader: Reader, at: int, quote_start: int | None) -> tuple[int, int]:
    """The characters that state a value: its words, its bound, the verb right before, the whole list of a pair."""
    sentence, token = reader.sentence, reader.sentence.tokens[at]
    if at in reader.pairs.quotes:
        first, last = reader.pairs.quotes[at]
        return sentence.tokens[first].quote_start, sentence.tokens[last].end
    start = token.quote_start if quote_start is None else quote_start
    verb = re.search(r"(?:đạt|được|đứng|xếp|ở|giữ) $", sentence.before(at, 8))
    return start - len(
        verb.group()
    ) if verb and quote_start is None and start == token.quote_start == token.start else start, token.end
