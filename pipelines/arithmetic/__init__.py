"""Arithmetic as a second reader: numbers of one document that follow from each other are held against each other.

Numbers that fit bear each other out; numbers that can't all be so show that one was misread, or that the text is
wrong. No row is changed for it but in its confidence, and a contradiction leaves an issue.

    checks.py     all checks at once; findings.py what they find
    known.py      the exact values of a document by what they are of, and how exactly each is written
The checks, each from what is known to findings:
    single.py     a fact has one value
    sums.py       the components of a framework sum to the total
    shares.py     score ÷ maximum = percent
    steps.py      old value + change = new value; old place − places won = new place
    order.py      places stand in the order of values
What comes of them:
    weighing.py   the confidence of rows that were borne out or contradicted
    doubts.py     contradictions as issues
"""

from __future__ import annotations

from pipelines.arithmetic.checks import examine
from pipelines.arithmetic.doubts import issues
from pipelines.arithmetic.findings import Check, Finding
from pipelines.arithmetic.weighing import weighed

__all__ = ["Check", "Finding", "examine", "issues", "weighed"]
