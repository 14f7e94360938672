"""`parindex eval`: how well the extractor reads a corpus of documents with gold rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from crawler.commands import options
from pipelines.earlier import RevisionError, rows_at
from pipelines.evaluate import Outcome, Tally, Verdict, changes, judge, said, show, tallies, tally
from pipelines.gold import Case, CorpusError, read_corpus
from storage import formats
from storage.query import Result

REPOSITORY = Path(__file__).resolve().parents[2]
CORPUS = REPOSITORY / "tests" / "corpus"
"""The corpus of the repository; an installed program has none."""

_COLUMNS = {
    "by": "VARCHAR",
    "name": "VARCHAR",
    "precision": "DOUBLE",
    "recall": "DOUBLE",
    "f1": "DOUBLE",
    "right": "INTEGER",
    "missed": "INTEGER",
    "wrong": "INTEGER",
}
_BANDS = (0.9, 0.8, 0.6, 0.0)


@click.command("eval")
@click.argument(
    "folders", nargs=-1, type=click.Path(path_type=Path, file_okay=False, exists=True), metavar="[FOLDER]..."
)
@click.option("--errors", is_flag=True, help="List every missed and every wrong row instead, one per line.")
@click.option("--against", metavar="REV", help="List the rows gained and lost since a git revision instead.")
@options.form
def evaluate(folders: tuple[Path, ...], errors: bool, against: str | None, form: str) -> int:
    """Measure how well the extractor reads a corpus of documents with gold rows.

    A FOLDER holds documents NAME.json and their rows NAME.gold.jsonl; in a clone of the repository the default is all
    of tests/corpus. Precision, recall and F1 are told over all rows and by corpus, index, metric, kind of document,
    rule and confidence; rules and confidences have a precision alone, since a missed row has none.

    \b
    Examples:
      parindex eval
      parindex eval --against HEAD~1 tests/corpus/held-out
    """
    if errors and against:
        raise click.UsageError("--errors and --against are two lists: ask for one of them")
    try:
        cases = {folder.name: read_corpus(folder) for folder in folders or _own_corpus()}
        if against:
            _tell_changes(against, [case for corpus in cases.values() for case in corpus])
            return 0
    except (CorpusError, RevisionError) as error:
        raise click.ClickException(str(error)) from error
    verdicts = {name: judge(corpus) for name, corpus in cases.items()}
    if errors:
        _tell_errors([one for some in verdicts.values() for one in some])
    else:
        formats.write(Result(tuple(_COLUMNS), tuple(_COLUMNS.values()), tuple(_figures(verdicts))), form, sys.stdout)
    return 0


def _own_corpus() -> list[Path]:
    """The folders of the repository's corpus."""
    if not CORPUS.is_dir():
        raise click.UsageError("name the folders of a corpus: only a clone of the repository has its own")
    return sorted(path for path in CORPUS.iterdir() if any(path.glob("*.gold.jsonl")))


def _figures(verdicts: dict[str, list[Verdict]]) -> Iterable[tuple[object, ...]]:
    """The rows of the table: everything, then by each property."""
    every = [one for some in verdicts.values() for one in some]
    yield _line("all", "", tally(every))
    for name, some in verdicts.items():
        yield _line("corpus", name, tally(some))
    for by, names in _PROPERTIES.items():
        judged = [one for one in every if one.outcome is not Outcome.MISSED] if by in _OF_ROWS else every
        for name, counts in tallies(judged, names).items():
            yield _line(by, name, counts, whole=by not in _OF_ROWS)


_PROPERTIES: dict[str, Callable[[Verdict], Iterable[str]]] = {
    "index": lambda one: [str(one.key.index)],
    "metric": lambda one: [str(one.key.metric)],
    "kind": lambda one: one.case.kinds,
    "rule": lambda one: [str(one.row["rule"])],
    "confidence": lambda one: [next(f">= {band}" for band in _BANDS if one.row["confidence"] >= band)],
}
_OF_ROWS = {"rule", "confidence"}


def _line(by: str, name: str, counts: Tally, *, whole: bool = True) -> tuple[object, ...]:
    """One row of the table."""
    recall, f1, missed = (round(counts.recall, 4), round(counts.f1, 4), counts.missed) if whole else (None, None, None)
    return by, name, round(counts.precision, 4), recall, f1, counts.right, missed, counts.wrong


def _tell_errors(verdicts: Sequence[Verdict]) -> None:
    """Write what is missed and wrong, with the words that state it."""
    for one in verdicts:
        if one.outcome is not Outcome.RIGHT:
            quote = " ".join(str(one.row.get("quote") or "").split())
            rule = f" [{one.row['rule']}]" if one.outcome is Outcome.WRONG else ""
            click.echo(f"{one.case.name}: {one.outcome:6} {show(one.key)}{rule} «{quote}»")


def _tell_changes(revision: str, cases: list[Case]) -> None:
    """Write the rows that came and went since a revision, and whether gold has them."""
    for case, before in zip(cases, rows_at(revision, REPOSITORY, cases), strict=True):
        for change in changes(case, before, said(case)):
            click.echo(f"{case.name}: {change}")
