"""Progress and summary: what a person sees while a crawl runs and when it is over."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from crawler import progress, report
from crawler.figures import SiteFigures
from crawler.monitors import Finding
from crawler.runner import CrawlSummary

COUNTS = {"found": 9, "fetched": 12, "pages": 11, "articles": 9, "dated": 8, "statements": 40, "issues": 2}
FIGURES = SiteFigures("a.test", "finished", **COUNTS)


def summary(*findings: Finding, interrupted: bool = False, **counts: int) -> CrawlSummary:
    sites = (SiteFigures("a.test", "finished", **{**COUNTS, **counts}),)
    return CrawlSummary("run", sites, findings, interrupted, 1.5, Path("data/parindex.duckdb"), Path("data/crawl.log"))


def test_on_a_terminal_each_site_has_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    Console(width=80).print(progress.table([FIGURES]))
    heads, row = capsys.readouterr().out.splitlines()
    assert heads.split() == ["site", *progress.COLUMNS]
    assert row.split() == ["a.test", "12", "9", "8", "40", "2"]


def test_elsewhere_a_line_comes_every_few_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock: Iterator[float] = iter([0.0, 1.0, 6.0, 6.0, 7.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(progress, "figures", lambda crawlers: [FIGURES])
    lines = progress.Lines(Console(stderr=True), [])
    for _ in range(3):
        lines.on_item()
    assert capsys.readouterr().err.splitlines() == ["a.test: 12 fetched, 9 articles"]


def test_the_summary_has_a_line_for_each_site_and_names_the_dataset(capsys: pytest.CaptureFixture[str]) -> None:
    report.tell(summary(forbidden=1))
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "a.test: 9 found, 12 fetched, 9 articles, 8 dated, 40 rows, 2 issues, 1 forbidden by robots.txt",
        "dataset: data/parindex.duckdb",
    ]
    assert told.err == ""


def test_what_is_wrong_goes_to_stderr_and_decides_the_status(capsys: pytest.CaptureFixture[str]) -> None:
    run = summary(Finding("a.test", "silent", "no page came"))
    report.tell(run)
    assert capsys.readouterr().err.splitlines() == ["parindex: a.test: no page came"]
    assert run.exit_status == 1


def test_an_interruption_outweighs_what_is_wrong() -> None:
    assert summary(Finding("a.test", "silent", "no page came"), interrupted=True).exit_status == 130


def test_figures_of_a_run_are_sums_and_counts_per_site() -> None:
    figures = summary().figures()
    assert (figures["articles"], figures["site.a.test.dated"]) == (9, 8)
