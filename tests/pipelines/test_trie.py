"""A pattern of many words matches exactly these, the longest first."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.trie import alternation

WORDS = st.sets(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=12)
SENTENCES = ["".join(letters) for length in range(5) for letters in product("ab", repeat=length)]


@given(WORDS)
def test_it_matches_each_word_and_nothing_else(words: set[str]) -> None:
    pattern = re.compile(alternation(words))
    assert {one for one in SENTENCES if pattern.fullmatch(one)} == words


@given(WORDS, st.sampled_from(SENTENCES))
def test_it_takes_the_longest_word(words: set[str], text: str) -> None:
    found = re.match(alternation(words), text)
    assert (found[0] if found else None) == max((one for one in words if text.startswith(one)), key=len, default=None)


@given(st.sets(st.text(st.characters(exclude_characters=" -"), min_size=1, max_size=6), min_size=1, max_size=8))
def test_no_character_has_another_meaning(words: set[str]) -> None:
    pattern = re.compile(alternation(words))
    assert all(pattern.fullmatch(word) for word in words)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("hà nội", "hà nội"),
        ("hà nội", "hà  nội"),
        ("hà nội", "hà\nnội"),
        ("hà nội", "hà \n nội"),
        ("bà rịa-vũng tàu", "bà rịa - vũng tàu"),
        ("bà rịa-vũng tàu", "bà rịa-vũng tàu"),
    ],
)
def test_spaces_and_hyphens_may_be_set_otherwise(word: str, text: str) -> None:
    assert re.fullmatch(alternation([word]), text)


@pytest.mark.parametrize("text", ["hànội", "hà    nội", "hà, nội"])
def test_a_space_is_a_short_run_of_spaces(text: str) -> None:
    assert not re.fullmatch(alternation(["hà nội"]), text)


def test_no_words_are_refused() -> None:
    with pytest.raises(ValueError, match="no words"):
        alternation([])
