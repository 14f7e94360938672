"""A document to its score statements: lines, sentences and tables are read in order, each fact becomes one row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from pipelines import arithmetic, gazetteer, mentions, segments
from pipelines.about import (
    default_measure,
    default_year,
    dominant,
    focus,
    home,
    is_english,
    only_province,
    only_year,
    ranking_year,
    typed_names,
    year_after_compared,
    year_before_publication,
)
from pipelines.context import Context, InForce, Subject
from pipelines.document import Document
from pipelines.furniture import spans as furniture_spans
from pipelines.mentions.types import Kind, Mention
from pipelines.rules import anchors, roles
from pipelines.rules.english import EnglishReader
from pipelines.rules.facts import Fact, Refusal
from pipelines.rules.reader import Reader
from pipelines.rules.table_reader import TableReader
from pipelines.sentence import Sentence
from pipelines.text import Clean, clean
from storage.records import Issue, ScoreStatement, Severity


@dataclass(frozen=True, slots=True)
class Extraction:
    """The rows of a document and what a person should look at."""

    statements: tuple[ScoreStatement, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: its normalised texts, what was found in them, what was asserted, what was refused."""

    title: Clean
    text: Clean
    title_mentions: tuple[Mention, ...]
    text_mentions: tuple[Mention, ...]
    facts: tuple[Fact, ...]
    refusals: tuple[Refusal, ...]
    in_force: Mapping[int, InForce]
    """The registers at each mention by its identity; none unless the reading was traced."""


def extract(document: Document) -> Extraction:
    """The rows that a document states, in the order of the text; the same document always gives the same rows.

    Their confidence is that of the rules, weighed by the arithmetic of the document, whose contradictions are issues.
    """
    reading = read(document)
    rows = [_row(document, reading, fact) for fact in _once(reading.facts)]
    rows.sort(
        key=lambda row: (row.part != "text", row.quote_start, row.quote_end, row.metric, row.entity, row.component)
    )
    found = arithmetic.examine(rows)
    return Extraction(tuple(arithmetic.weighed(rows, found)), tuple(arithmetic.issues(found)))


def read(document: Document, *, traced: bool = False) -> Reading:
    """The document read to the end: mentions, facts, refusals; where traced, also what was in force at each mention."""
    title, text = clean(document.title or ""), clean(document.text)
    english = is_english(text.lower or title.lower)
    context = Context(published=document.published, home=home(document), english=english, trace={} if traced else None)
    found_title = mentions.find(title, english=english, home=context.home)
    found = mentions.find(text, english=english, home=context.home)
    hidden = furniture_spans(document.text)
    found = [one for one in found if not _hidden(text, one, hidden)] if hidden else found
    context.index, context.year = (
        default_measure(found_title),
        default_year(found_title, document.published) or default_year(found, document.published),
    )
    context.year = (
        context.year
        or only_year(found_title, document.published)
        or year_before_publication([*found_title, *found], document.published)
    )
    context.year = context.year or ranking_year(text, found, document.published)
    context.year = context.year or only_year(found, document.published) or year_after_compared(found)
    context.index = context.index or default_measure(found)
    first = next((one.start for one in found if one.kind is Kind.INDEX and not one.weak and one.key != "other"), 9999)
    context.base_year = context.year
    context.leads_with_index = first < _LEAD or default_measure(found_title) is not None or _headed(found_title, found)
    context.typed = typed_names([*found_title, *found])
    context.main_index = context.index
    context.parent = context.home or only_province([*found_title, *found])
    context.base_parent = context.parent
    facts: list[Fact] = []
    refusals: list[Refusal] = []
    for clean_text, all_found, part in ((title, found_title, "title"), (text, found, "text")):
        tables = TableReader(document, clean_text, all_found, context) if part == "text" else None
        for line in segments.lines(clean_text, all_found):
            if tables is not None:
                facts += tables.read(line.start, context)
                if tables.at(line.start):
                    _trace_line(_between(all_found, line), context)
                    continue
            _begin_line(clean_text, line, context)
            _read_line(clean_text, line, all_found, context, part, facts, refusals)
        refusals += tables.refusals if tables is not None else []
        if part == "title":
            context.index, context.year = context.main_index, context.base_year
            context.focus = focus(found_title, context) or dominant(found)
    facts = [one for one in facts if one.subject.unit != "unknown"]
    return Reading(title, text, tuple(found_title), tuple(found), tuple(facts), tuple(refusals), context.trace or {})


def _trace_line(found: Iterable[Mention], context: Context) -> None:
    """Keep what the text around a table has in force; what its heads say holds in the table alone."""
    if context.trace is not None:
        context.trace.update(dict.fromkeys(map(id, found), context.in_force()))


_SHORT = 60
"""How many characters a line may have that is an item of a list, and does not lead away from its index."""
_GAP = 200
"""How many characters, mostly spaces, may stand between a line and the end of the one before."""
_LEAD = 450
"""Within how many characters an article about an index has named it: its headline and first paragraph."""


def _headed(title: Sequence[Mention], text: Sequence[Mention]) -> bool:
    """Whether the headline names what the text measures: "Đà Nẵng dẫn đầu cải cách hành chính"."""
    weak = {one.key for one in title if one.kind is Kind.INDEX and one.weak}
    return default_measure(text) in weak


def _between(found: Sequence[Mention], span: segments.Span) -> Sequence[Mention]:
    """The mentions that begin in a stretch; they are sorted, so that a long text costs no more than its length."""
    first = bisect_left(found, span.start, key=attrgetter("start"))
    return found[first : bisect_left(found, span.end, first, key=attrgetter("start"))]


def _read_line(
    text: Clean,
    line: segments.Span,
    found: Sequence[Mention],
    context: Context,
    part: str,
    facts: list[Fact],
    refusals: list[Refusal],
) -> None:
    """Read the sentences of a line; a year that a sentence without facts brought up does not outlive it."""
    context.index_age += 1 if line.end - line.start > _SHORT or context.index_age == 0 else 0
    inside = _between(found, line)
    first: Fact | None = None
    for span in segments.sentences(text, line, inside):
        tokens = [one for one in _between(inside, span) if one.end <= span.end]
        context.starts_line = span.start == line.start
        year = context.year
        sentence = _in_company(text, span, tokens, context)
        if crowded := sentence.crowd():
            refusals += [
                Refusal(sentence.tokens[at], "so many numbers with hardly a word are no sentence") for at in crowded
            ]
            continue
        reader = (EnglishReader if context.english else Reader)(sentence, context)
        reader.read()
        first = first or next(iter(reader.facts), None)
        facts += reader.facts if part == "text" else [replace(fact, part=part) for fact in reader.facts]
        if context.base_year is None and reader.facts:
            context.base_year = reader.facts[0].year
        refusals += reader.refusals
        if line.end == span.end and _announces_targets(text, span, tokens):
            context.target_list = True
            context.target_question = text.text[: span.end].rstrip().endswith("?")
        if not reader.facts and not _names_index_year(tokens) and not _tells_year(span, tokens):
            context.year = year
    if first is None and any(one.kind is Kind.INDEX and one.key == context.main_index for one in inside):
        # "… công bố Chỉ số CCHC cùng kết quả SIPAS": what was only announced does not outlive its line.
        context.index = context.main_index
    led = inside and inside[0].kind is Kind.COMPONENT
    context.item_subjects = (first.subject,) if first and led and first.component != "total" else ()


def _announces_targets(text: Clean, span: segments.Span, tokens: Sequence[Mention]) -> bool:
    """Whether a line is the head of a list of targets: "Mục tiêu đề ra:", "II. MỤC TIÊU", "Kế hoạch đặt ra:"."""
    aims = [one for one in tokens if one.kind is Kind.TARGET]
    strong = any(one.key != "weak" or anchors.opens_plan(text.lower, one, span.end) for one in aims)
    if not strong or any(one.kind is Kind.VALUE for one in tokens):
        return False
    sentence = text.text[span.start : span.end].strip()
    return sentence.endswith((":", "?")) or (len(sentence) < 60 and not sentence.endswith((".", ";", ",")))


def _goes_on_with_targets(line: str, context: Context) -> bool:
    """Whether a list of targets goes on: its head has been read, and the line is an item of it."""
    if not context.target_list or "?" in line:
        return False
    if year := re.match(r"\s*Năm (\d{4})", line):
        return context.published is None or int(year.group(1)) >= context.published.year
    return bool(re.match(r"\s*(?:[-+*•–]|\d{1,2}[.)]|[a-zđ]\))", line))


def _begin_line(text: Clean, line: segments.Span, context: Context) -> None:
    """Let a paragraph of prose behind another one be about the article's own subject again."""
    context.components = ()
    context.line_topic = None
    context.come_back()
    answers, context.target_question = context.target_question, False
    context.line_components = ()
    if context.index == "other":
        context.index = context.main_index
    context.target_list = answers or _goes_on_with_targets(text.text[line.start : line.end], context)
    before = text.text[max(0, line.start - _GAP) : line.start].rstrip()
    item = text.text[line.start : line.start + 2].strip(" -+*•") == ""
    prose = line.end - line.start > 80 and not item
    if context.base_year is not None and not context.keeps_year:
        context.year = context.base_year
    context.keeps_year = item or not (prose or text.text[line.start : line.end].rstrip().endswith("."))
    if prose and before[-1:] in {".", "!", "?", '"', "/", "…", ")"}:
        context.subjects = (context.focus,) if context.focus is not None else ()
        context.parent = context.base_parent or context.parent
        if context.index_age > 0:
            context.index = context.main_index or context.index


def _names_index_year(tokens: Sequence[Mention]) -> bool:
    """Whether a sentence gives the year of an index."""
    return default_year(tokens) is not None


def _tells_year(span: segments.Span, tokens: Sequence[Mention]) -> bool:
    """Whether a short sentence without any number opens with a year: "Song năm 2024 lại là câu chuyện khác hẳn."."""
    first = next((one for one in tokens if one.kind is Kind.YEAR), None)
    other = any(one.kind in {Kind.TARGET, Kind.OTHER_MEASURE, Kind.VALUE} for one in tokens)
    return first is not None and not other and first.start - span.start < 14 and span.end - span.start < 80


def _in_company(text: Clean, span: segments.Span, tokens: list[Mention], context: Context) -> Sentence:
    """The sentence without the weak mentions that nothing keeps company."""
    sentence = Sentence(text, span.start, span.end, tokens)
    if not any(token.weak for token in tokens) and not (tokens and roles.is_dateline(sentence, 0)):
        return sentence
    kept = []
    probe = context.copy()
    for at, token in enumerate(tokens):
        if token.kind is Kind.GROUP and token.key in _LEVELS:
            probe.level = _LEVELS[token.key]
        if token.kind is Kind.INDEX and not token.weak:
            probe.index = token.key
        if roles.keep(sentence, at, probe):
            kept.append(token)
    return Sentence(text, span.start, span.end, kept)


_LEVELS = {"all_districts": "district", "all_communes": "commune", "all_departments": "department"}


def _hidden(text: Clean, mention: Mention, hidden: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a mention stands in the furniture of the page."""
    start, end = text.span(mention.start, mention.end)
    return any(left < end and start < right for left, right, _ in hidden)


def _once(facts: Iterable[Fact]) -> list[Fact]:
    """Each fact once: what the text states before what only the title does, then the first."""
    kept: dict[tuple[object, ...], Fact] = {}
    for fact in sorted(facts, key=lambda one: one.part == "title"):
        key = (
            fact.index,
            fact.year,
            canonical(fact.subject, fact.year),
            fact.component,
            fact.metric,
            fact.value,
            fact.bound,
            fact.scope,
        )
        if key not in kept or (kept[key].part == fact.part and fact.confidence > kept[key].confidence + 0.2):
            kept[key] = fact
    return [fact for fact in kept.values() if not _is_threshold_of_exact(fact, kept.values())]


def _is_threshold_of_exact(fact: Fact, others: Iterable[Fact]) -> bool:
    """Whether a bound only repeats what the exact value beside it says: "91,87%, năm thứ 4 liên tiếp trên 90%"."""
    if fact.bound not in {">", ">=", "<", "<="} or fact.metric not in {"percent", "score"}:
        return False
    same = (fact.index, fact.year, fact.subject, fact.component, fact.metric, fact.part)
    return any(
        one.bound == "="
        and (one.index, one.year, one.subject, one.component, one.metric, one.part) == same
        and abs(one.start - fact.start) < 160
        for one in others
    )


@cache
def canonical(subject: Subject, year: int | None) -> Subject:
    """The subject under the name that it had in the year."""
    when = year or 2024
    parent = _province(subject.parent, when) if subject.parent else None
    if subject.unit == "province":
        return replace(subject, name=_province(subject.name, when))
    if subject.unit == "ministry":
        ministry = gazetteer.resolve_ministry(subject.name, when)
        return replace(subject, name=ministry.name if ministry else subject.name)
    return replace(subject, parent=parent)


def _province(name: str, year: int) -> str:
    """The name of a province as of a year."""
    province = gazetteer.resolve_province(name, year)
    return province.name if province else name


def _row(document: Document, reading: Reading, fact: Fact) -> ScoreStatement:
    """The row of a fact, its offsets led back to the raw text."""
    text = reading.title if fact.part == "title" else reading.text
    start, end = text.span(fact.start, fact.end)
    subject = canonical(fact.subject, fact.year)
    return ScoreStatement(
        index=fact.index,
        year=fact.year,
        entity=subject.name,
        entity_id=gazetteer.entity_id(subject.unit, subject.name, fact.year, subject.parent),
        entity_type=subject.unit,
        parent=subject.parent,
        component=fact.component,
        metric=fact.metric,
        value=fact.value,
        out_of=fact.out_of,
        bound=fact.bound,
        vs_year=fact.vs_year if fact.metric.endswith("_change") else None,
        scope=fact.scope,
        part=fact.part,
        quote=text.raw[start:end],
        quote_start=start,
        quote_end=end,
        document=document.id,
        rule=fact.rule,
        confidence=fact.confidence,
    )


__all__ = ["Extraction", "Issue", "Reading", "Severity", "extract", "read"]
