"""Runs of places in English, each with its holder: "second to fifth are A, B, C and D", "the top three places"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipelines.context import Subject
from pipelines.mentions.types import Kind
from pipelines.rules import emit
from pipelines.rules.english import parts

if TYPE_CHECKING:
    from pipelines.rules.english.reader import EnglishReader


def read(reader: EnglishReader, at: int) -> None:
    """Make the facts of as many places as there are holders; a run whose holders are not all named states none."""
    token = reader.sentence.tokens[at]
    first, last = int(token.number or 1), int(token.out_of or 1)
    holders = _named_behind(reader, at)
    if len(holders) != last - first + 1:
        holders = reader.context.subjects
    if len(holders) != last - first + 1:
        reader.refuse(at, "a run of places without as many holders")
        return
    for number, subject in enumerate(holders, first):
        components = parts.components_of(reader, at)
        emit.facts(reader, at, "rank", float(number), rule="english.run", subject=subject, components=components)


def _named_behind(reader: EnglishReader, at: int) -> tuple[Subject, ...]:
    """The subjects enumerated behind a position, up to the first value."""
    sentence = reader.sentence
    end = next((one for one in range(at + 1, len(sentence.tokens)) if sentence.is_value(one)), len(sentence.tokens))
    places = (one for one in range(at + 1, end) if sentence.kind(one) is Kind.SUBJECT)
    return tuple(subject for one in places if (subject := reader.subject_at(one)) is not None)
