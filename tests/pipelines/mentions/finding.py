"""What is found in a text, as short words that a table of examples can hold."""

from __future__ import annotations

from pipelines import mentions
from pipelines.mentions import Kind, Mention
from pipelines.text import clean


def found(text: str, *kinds: Kind, english: bool = False, home: str | None = None, weak: bool = False) -> list[Mention]:
    """The mentions of these kinds in a text, in order; those that need company only where `weak` is asked for."""
    every = mentions.find(clean(text), english=english, home=home)
    return [one for one in every if one.kind in kinds and (weak or not one.weak)]


def words(text: str, *kinds: Kind, english: bool = False, weak: bool = False) -> list[str]:
    """The words of the mentions of these kinds."""
    return [clean(text).text[one.start : one.end] for one in found(text, *kinds, english=english, weak=weak)]
