"""What a careful person reads out of a text is never contradicted: a false alarm would cost a right row."""

from __future__ import annotations

from pipelines.arithmetic import examine
from pipelines.gold import read_corpus
from tests.corpus.parts import CORPUS, PARTS
from tests.pipelines.arithmetic.rows import of_gold

CASES = [case for part in PARTS for case in read_corpus(CORPUS / part)]


def test_no_row_of_the_corpus_is_contradicted() -> None:
    found = [finding for case in CASES for finding in examine(list(map(of_gold, case.gold)))]
    assert [finding for finding in found if not finding.agrees] == []
    assert len(found) > 500
