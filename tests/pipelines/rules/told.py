"""Sentences for tests, and what their rows say in short words that a table of examples can hold."""

from __future__ import annotations

from pipelines.document import Document, PartialDate
from pipelines.statements import extract
from storage.records import ScoreStatement

_UNITS = {"percent": "%", "score": " điểm", "rank": " bậc"}


def told(text: str, *, host: str = "", title: str = "") -> list[str]:
    """The rows of a text of May 2024 in order, "2023 Huế thể chế < 80%": only what is not the usual is said."""
    url = f"https://{host}/tin.html" if host else None
    document = Document(id="told", text=text, title=title, url=url, published=PartialDate(2024, 5, 20))
    return [_said(row) for row in extract(document).statements]


def _said(row: ScoreStatement) -> str:
    """A row in short words; PAR INDEX and totals go without saying."""
    index = "" if row.index == "par_index" else f"{row.index} "
    component = "" if row.component == "total" else f" {row.component}"
    bound = "" if row.bound == "=" else f" {row.bound}"
    scope = f" ({row.scope})" if row.scope else ""
    parent = f", {row.parent}" if row.parent else ""
    return f"{index}{row.year} {row.entity}{parent}{component}{bound} {_value(row)}{scope}"


def _value(row: ScoreStatement) -> str:
    """A value with its unit; a change has a sign and the year that it is counted from."""
    number = f"{row.value:g}".replace(".", ",")
    if row.metric == "rank":
        return f"hạng {number}"
    unit = _UNITS[row.metric.removesuffix("_change")]
    return f"{row.value:+g}".replace(".", ",") + f"{unit} từ {row.vs_year}" if row.vs_year else f"{number}{unit}"
