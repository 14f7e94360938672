"""The picture of the README: what an article of the demo says, and the rows that were read from it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from tests.docs.examples import Answer
from tests.house.tree import ROOT

PICTURE = ROOT / "docs" / "rows.svg"
ARTICLE = "select title, text, site, published_at::date as published from articles where contains(url, '/47012/')"
ROWS = """select entity, year, component, metric, value, quote, quote_start, quote_end from current_statements
where contains(url, '/47012/') and part = 'text' order by quote_start limit 10"""
COLUMNS = {"entity": 0, "year": 90, "component": 150, "metric": 280, "value": 390, "quote": 460}
WIDTH, MARGIN, LINE, LETTERS = 880, 28, 24, 94
STYLE = """
text { font: 15px "Noto Sans", "Segoe UI", "Helvetica Neue", Arial, sans-serif; fill: #1f2328; white-space: pre }
.title { font-size: 19px; font-weight: 700 }
.soft { font-size: 13px; fill: #59636e }
.mark { font-weight: 700; fill: #b35900 }
.number { font-weight: 700; text-anchor: end }
.paper { fill: #fff; stroke: #d1d9e0 }
.rows { fill: #f6f8fa }
.rule { stroke: #d1d9e0 }
"""


@dataclass
class Canvas:
    """Lines of SVG from the top down."""

    parts: list[str]
    y: int = MARGIN

    def write(self, content: str, kind: str = "", x: int = MARGIN) -> None:
        self.parts.append(f'<text x="{x}" y="{self.y}" class="{kind}">{content}</text>')

    def down(self, by: int = LINE) -> None:
        self.y += by


def picture(answer: Answer) -> str:
    """The picture as SVG, made of what the program answers."""
    (article,), rows = _ask(answer, ARTICLE), _ask(answer, ROWS)
    canvas = Canvas([])
    canvas.down(10)
    canvas.write(escape(article["title"]), "title")
    canvas.down()
    canvas.write(escape(f"{article['site']}, {article['published']}"), "soft")
    canvas.down(32)
    for line in _marked(article["text"], rows):
        canvas.write(line)
        canvas.down()
    top = canvas.y
    canvas.down(16)
    _table(canvas, rows)
    height = canvas.y + 8
    shaded = f'<rect x="1" y="{top}" width="{WIDTH - 2}" height="{height - top - 1}" class="rows"/>'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}">',
            f"<style>{STYLE}</style>",
            f'<rect x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="8" class="paper"/>',
            shaded,
            *canvas.parts,
            "</svg>\n",
        ]
    )


def _ask(answer: Answer, query: str) -> list[dict[str, Any]]:
    """The rows that the program answers."""
    found: list[dict[str, Any]] = json.loads(answer(f'parindex sql --json "{query}"'))
    return found


def _table(canvas: Canvas, rows: list[dict[str, Any]]) -> None:
    """The rows under the names of their columns."""
    for name, x in COLUMNS.items():
        canvas.write(name, "soft number" if name == "value" else "soft", MARGIN + x + (40 if name == "value" else 0))
    for row in rows:
        canvas.parts.append(f'<path d="M{MARGIN} {canvas.y + 7}H{WIDTH - MARGIN}" class="rule"/>')
        canvas.down()
        for name, x in COLUMNS.items():
            shown = f"{row[name]:g}" if name == "value" else str(row[name])
            kind = {"value": "number", "quote": "mark"}.get(name, "")
            canvas.write(escape(shown), kind, MARGIN + x + (40 if name == "value" else 0))
    canvas.down(12)


def _marked(text: str, rows: list[dict[str, Any]]) -> list[str]:
    """The paragraphs that the rows were read from, in lines, with what states a value set off."""
    lines = []
    for paragraph in re.finditer(r"[^\n]+", text):
        spans = [
            (row["quote_start"], row["quote_end"])
            for row in rows
            if paragraph.start() <= row["quote_start"] < paragraph.end()
        ]
        if not spans:
            continue
        for line in re.finditer(rf"\S.{{0,{LETTERS}}}(?=\s|$)", paragraph[0]):
            start, end = paragraph.start() + line.start(), paragraph.start() + line.end()
            lines.append(_set_off(text, start, end, spans))
    return lines


def _set_off(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """A slice of the text as SVG, what lies in the spans set off."""
    edges = sorted({start, end, *(edge for span in spans for edge in span if start < edge < end)})
    pieces = []
    for left, right in pairwise(edges):
        piece = escape(text[left:right])
        inside = any(first <= left < last for first, last in spans)
        pieces.append(f'<tspan class="mark">{piece}</tspan>' if inside else piece)
    return "".join(pieces)
