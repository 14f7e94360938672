"""The lexicon says what it means: every writing expands, names one thing, and is found in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from pipelines import lexicon
from pipelines.mentions import Kind
from pipelines.text import fold
from tests.pipelines.mentions.finding import found

FILES = ["indexes", "components", "ranks", "values", "context", "cues"]
INDEXES = lexicon.entries("indexes")
COMPONENTS = lexicon.entries("components")


def lists(node: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of writings of a file, with its place."""
    if isinstance(node, list):
        yield path, node
    elif isinstance(node, dict):
        for key, child in node.items():
            yield from lists(child, f"{path}.{key}".strip("."))


LISTS = [(f"{name}:{path}", writings) for name in FILES for path, writings in lists(lexicon.entries(name))]


@pytest.mark.parametrize(
    ("writing", "forms"),
    [
        pytest.param("a", ["a"], id="plain"),
        pytest.param("(a|b) c", ["a c", "b c"], id="a choice"),
        pytest.param("[a ]b", ["a b", "b"], id="what may be missing"),
        pytest.param("[a|b]c", ["ac", "bc", "c"], id="one of two, or none"),
        pytest.param("(a|b[ c])", ["a", "b c", "b"], id="nested"),
    ],
)
def test_a_writing_stands_for_its_forms(writing: str, forms: list[str]) -> None:
    assert lexicon.expand(writing) == forms


@pytest.mark.parametrize("writing", ["(a", "[a", "a)", "a]", "(a]"])
def test_a_writing_whose_brackets_do_not_pair_is_refused(writing: str) -> None:
    with pytest.raises(ValueError, match="the writing"):
        lexicon.expand(writing)


@pytest.mark.parametrize(("place", "writings"), LISTS, ids=[place for place, _ in LISTS])
def test_every_writing_expands_to_forms_that_are_not_empty_and_not_too_many(place: str, writings: list[str]) -> None:
    for writing in writings:
        forms = lexicon.expand(writing)
        assert 0 < len(forms) <= 2500, f"{writing} stands for {len(forms)} forms"
        assert all(form.strip() == form != "" for form in forms), writing


def test_no_form_names_two_indexes() -> None:
    owners: dict[str, set[str]] = {}
    for index, entry in INDEXES.items():
        for form in lexicon.words(entry["forms"] + entry["weak"]):
            owners.setdefault(form, set()).add(index)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize("index", COMPONENTS)
def test_no_form_names_two_components_of_an_index(index: str) -> None:
    owners: dict[str, set[str]] = {}
    for label, entry in COMPONENTS[index].items():
        for form in lexicon.words(entry["forms"] + entry["weak"]):
            owners.setdefault(form, set()).add(label)
    assert {form: labels for form, labels in owners.items() if len(labels) > 1} == {}


def test_every_index_with_components_is_an_index() -> None:
    assert set(COMPONENTS) <= set(INDEXES)


@pytest.mark.parametrize("index", INDEXES)
def test_every_writing_of_an_index_is_found_in_text(index: str) -> None:
    lost = [form for form in lexicon.words(INDEXES[index]["forms"]) if not _names_index(form, index)]
    assert lost == []


def _names_index(form: str, index: str) -> bool:
    """Whether a form is found as an outright mention of its index, whole."""
    text = f"Về {form}, kết quả là"
    return any(one.key == index and one.end - one.start >= len(form) - 1 for one in found(text, Kind.INDEX))


@pytest.mark.parametrize("index", COMPONENTS)
def test_every_label_of_a_component_is_found_in_text(index: str) -> None:
    lost = [
        (label, form)
        for label, entry in COMPONENTS[index].items()
        for form in lexicon.words(entry["forms"])
        if not _names_component(form, f"{index}:{label}")
    ]
    assert lost == []


def _names_component(form: str, owner: str) -> bool:
    """Whether a form is found as a component that belongs to its owner."""
    return any(owner in one.owners for one in found(f'Về "{form}", kết quả là', Kind.COMPONENT, weak=True))


@pytest.mark.parametrize(("place", "writings"), LISTS, ids=[place for place, _ in LISTS])
def test_no_writing_is_given_twice(place: str, writings: list[str]) -> None:
    assert sorted({fold(one) for one in writings}) == sorted(fold(one) for one in writings)
