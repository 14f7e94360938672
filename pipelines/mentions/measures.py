"""Finding what is measured: indexes, their components, and the words that lead back to the total."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pipelines import lexicon
from pipelines.mentions.types import Kind, Mention
from pipelines.text import Clean
from pipelines.writings import Writings


@cache
def _indexes() -> tuple[Writings, dict[str, tuple[str, bool]]]:
    """All writings of indexes, and for each the index and whether it is weak."""
    meaning: dict[str, tuple[str, bool]] = {}
    for key, entry in lexicon.entries("indexes").items():
        for weak in (False, True):
            for form in lexicon.words(entry["weak" if weak else "forms"]):
                meaning.setdefault(form, (key, weak))
    return Writings(meaning), meaning


@cache
def _components() -> tuple[Writings, dict[str, tuple[dict[str, str], bool]]]:
    """All labels of components; for each the label of every index that has it, and if it is weak."""
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    strong: set[str] = set()
    for index, entries in lexicon.entries("components").items():
        for label, entry in entries.items():
            for form in lexicon.words(entry["forms"] + entry["weak"]):
                labels[form].setdefault(index, label)
            strong.update(lexicon.words(entry["forms"]))
    meaning = {form: (owners, form not in strong) for form, owners in labels.items()}
    return Writings(meaning), meaning


@cache
def _tail() -> re.Pattern[str]:
    """The pattern of what may follow the label of the impact component and still belongs to it."""
    return re.compile(lexicon.entries("context")["component_tail"]["pattern"])


@cache
def _plain() -> tuple[Writings, dict[str, Kind]]:
    """The writings of totals and of references to a component."""
    context = lexicon.entries("context")
    meaning = dict.fromkeys(lexicon.words(context["totals"]["forms"]), Kind.TOTAL)
    meaning |= dict.fromkeys(lexicon.words(context["component_reference"]["forms"]), Kind.COMPONENT_REFERENCE)
    return Writings(meaning), meaning


def folded(text: str) -> str:
    """A match in the form that the tables of meanings have as keys."""
    if "-" not in text and "\n" not in text and "  " not in text:
        return text
    return re.sub(r" ?- ?", "-", " ".join(text.split()))


def find(clean: Clean) -> Iterator[Mention]:
    """Every index, component, total and reference to a component in the text."""
    writings, indexes = _indexes()
    for match in writings.finditer(clean.lower):
        key, weak = indexes[folded(match.group())]
        # In "95,2 điểm CCHC" the unit belongs to the number.
        before = clean.lower[max(0, match.start() - 2) : match.start()].strip()
        counted = match.group().startswith("điểm ") and before[-1:].isdigit()
        yield Mention(Kind.INDEX, match.start() + 5 * counted, match.end(), key, weak=weak)
    writings, kinds = _plain()
    for match in writings.finditer(clean.lower):
        yield Mention(kinds[folded(match.group())], match.start(), match.end())
    yield from _find_components(clean)
    yield from _find_quoted(clean)
    yield from _find_headed(clean)


def _find_components(clean: Clean) -> Iterator[Mention]:
    """Every component; a quoted label reaches to its closing quotation mark."""
    writings, labels = _components()
    for match in writings.finditer(clean.lower):
        owners, weak = labels[folded(match.group())]
        end = _label_end(clean, match.start(), match.end(), owners)
        label = owners.get("par_index") or next(iter(owners.values()))
        yield Mention(
            Kind.COMPONENT,
            match.start(),
            end,
            label,
            owners=tuple(f"{index}:{name}" for index, name in owners.items()),
            weak=weak and not _quoted(clean, match.start()),
        )


_QUOTED = re.compile(
    r"(?:(?P<head>chỉ số thành phần|chỉ số|nội dung|trụ cột|thành phần|lĩnh vực)|[;,.:] ?|và|^|"
    r"\n)[ \n]?[\"'](?P<label>[^\"'\n]{4,90})[\"'](?= ?(?:\(|:|-|của|đạt|được|với|xếp|đứng|chỉ|có|tăng|"
    r"giảm|\d|là|vẫn|thứ))",
    re.MULTILINE,
)


_HEADED = re.compile(
    r"(?:[Cc]hỉ số thành phần|[Cc]hỉ số nội dung|[Tt]rụ cột|[Tt]iêu chí thành phần)(?: về)? "
    r"(?P<label>[A-ZĐÀ-Ỵ][^\W\d_]*(?: [a-zà-ỹđ]+(?:,(?= [a-zà-ỹđ]+ ))?){1,9}?)"
    r"(?= ?(?:\(|:)| (?:đạt|được|với|xếp|đứng|tăng|giảm) )"
)


def _find_headed(clean: Clean) -> Iterator[Mention]:
    """Labels behind "chỉ số thành phần": components of a sibling index, whose labels no list holds in full."""
    for match in _HEADED.finditer(clean.text):
        start, end = match.span("label")
        yield Mention(Kind.COMPONENT, start, end, match["label"], owners=(f"sibling:{match['label']}",), weak=True)


def _find_quoted(clean: Clean) -> Iterator[Mention]:
    """Quoted labels with a value behind: components of a sibling index, whose labels no list holds in full."""
    for match in _QUOTED.finditer(clean.lower):
        start, end = match.span("label")
        if clean.text[start].isupper() or match["head"]:
            yield Mention(
                Kind.COMPONENT,
                start,
                end,
                clean.text[start:end],
                owners=(f"sibling:{clean.text[start:end]}",),
                weak=True,
            )


def _quoted(clean: Clean, start: int) -> bool:
    """Whether a quotation mark stands right before."""
    return start > 0 and clean.text[start - 1] in "\"'"


def _label_end(clean: Clean, start: int, end: int, owners: dict[str, str]) -> int:
    """Where a label ends: at its closing quotation mark, behind its tail, or where the match ends."""
    if _quoted(clean, start):
        mark = clean.text[start - 1]
        closing = clean.text.find(mark, end, end + 160)
        if closing >= 0 and "\n" not in clean.text[end:closing]:
            return closing
    if owners.get("par_index") == "impact":
        tail = _tail().match(clean.lower, end)
        return tail.end() if tail else end
    return end
