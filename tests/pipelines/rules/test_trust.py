"""How sure a reading is: the farther what a value is of was fetched, the less."""

from __future__ import annotations

import pytest

from pipelines import lexicon
from pipelines.document import Document
from pipelines.evaluate import Outcome, judge, tally
from pipelines.statements import extract
from tests.corpus.parts import PARTS, cases

PLAIN = "Năm 2023, chỉ số PAR INDEX của tỉnh Hải Dương đạt 85,01%."


def sure(text: str) -> float:
    """How sure the last row of a text is."""
    return extract(Document("1", text)).statements[-1].confidence


@pytest.mark.parametrize(
    "doubtful",
    [
        pytest.param("Chỉ số PAR INDEX của tỉnh Hải Dương đạt 85,01%.", id="no year"),
        pytest.param("Năm 2023, chỉ số PAR INDEX của tỉnh Hải Dương đạt trên 85%.", id="a bound"),
        pytest.param("Năm 2023, chỉ số SIPAS của tỉnh Hải Dương đạt 85,01%.", id="a sibling"),
        pytest.param("PAR INDEX năm 2023 đã có. Tỉnh Hải Dương đạt 85,01%.", id="index named earlier"),
        pytest.param(
            "Năm 2023, Hải Dương đứng thứ 21 về PAR INDEX. Năm 2023, chỉ số PAR INDEX của tỉnh đạt 85,01%.",
            id="subject referred to",
        ),
    ],
)
def test_what_was_fetched_from_afar_is_less_sure(doubtful: str) -> None:
    assert sure(doubtful) < sure(PLAIN)


def test_a_plain_statement_is_hardly_doubted() -> None:
    assert 0.98 <= sure(PLAIN) < 1


def test_a_value_in_the_bracket_behind_its_subject_is_surer_than_one_in_the_open() -> None:
    text = "Năm 2023, PAR INDEX: dẫn đầu là Quảng Ninh ({}), Hải Phòng {}."
    rows = extract(Document("1", text.format("92,18%", "91,87%"))).statements
    by_rule = {row.rule: row.confidence for row in rows}
    assert by_rule["level.bracket"] > by_rule["level"]


def test_every_factor_is_a_positive_number() -> None:
    known = lexicon.entries("confidence")
    assert all(factor > 0 for table in ("doubts", "rules", "manners") for factor in known[table].values())


def test_of_the_rows_from_nine_tenths_up_at_least_98_of_100_are_right() -> None:
    """Over the whole corpus; of the texts that nobody looked into, tables and English for the most part, 92 of 100."""
    verdicts = {part: [one for one in judge(cases(part)) if one.outcome is not Outcome.MISSED] for part in PARTS}
    sure_ones = {part: [one for one in told if one.row["confidence"] >= 0.9] for part, told in verdicts.items()}
    assert tally(one for told in sure_ones.values() for one in told).precision >= 0.98
    assert tally(sure_ones["held-out"]).precision >= 0.92
    assert sum(map(len, sure_ones.values())) > 0.9 * sum(map(len, verdicts.values()))
