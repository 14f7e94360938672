"""Looking only where first words begin finds what looking everywhere finds."""

from __future__ import annotations

import re
from inspect import signature

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import mentions
from pipelines.mentions import ranks, units, values, words, years
from pipelines.text import clean
from pipelines.trie import alternation
from pipelines.writings import Led, Writings
from tests.pipelines.mutations import damaged

WORDS = ["hà nội", "hà", "nội vụ", "par index", "q1", "63", "đội-sổ", "hà nội mới", "a.b"]
PIECES = st.sampled_from([*WORDS, " ", "  ", "\n", "-", ".", "_", "1", "2024", "x", "hànội", "đội - sổ"])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS, st.sets(st.sampled_from(WORDS), min_size=1))
def test_writings_are_found_as_one_pattern_finds_them(text: str, some: set[str]) -> None:
    whole = re.compile(rf"(?<!\w){alternation(some)}(?!\w)")
    assert [one.span() for one in Writings(some).finditer(text)] == [one.span() for one in whole.finditer(text)]


def patterns() -> list[Led]:
    """Every pattern of the finders that says what it begins with."""
    mentions.find(clean("Hà Nội xếp thứ 2."), english=False, home=None)
    made = [value for module in (ranks, units, values, words, years) for value in vars(module).values()]
    called = [value() for value in made if hasattr(value, "cache_info") and not signature(value).parameters]
    parts = [part for one in (*made, *called) for part in (one if isinstance(one, tuple) else (one,))]
    return [one for one in parts if isinstance(one, Led)]


def test_a_pattern_names_all_the_words_that_it_begins_with() -> None:
    found = patterns()
    assert len(found) > 8
    for text in (clean(damaged(seed).text) for seed in range(120)):
        for one in found:
            for shown in (text.lower, text.text):
                near = [match.span() for match in one.finditer(text.lower, shown)]
                assert near == [match.span() for match in one.pattern.finditer(shown)]


def test_a_writing_that_begins_with_no_word_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with no letter"):
        Writings(["% của"])
