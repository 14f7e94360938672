"""Measures the reading of articles from page to rows: how many a second, the share of each step, against a soup.

All take turns in one run, since a machine's speed drifts more from run to run than they differ. The articles are as
long as papers write them: sentences with results among many that state none, on pages of the usual size. Run it with
`python -m benchmarks.extraction [ARTICLES]`; it prints medians of the turns, and what the first article costs.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable, Iterable, Sequence
from time import process_time
from typing import Any

from bs4 import BeautifulSoup

from benchmarks.article import TURNS, fragment, page
from pipelines import furniture, mentions, statements
from pipelines.document import Document, PartialDate
from pipelines.page import Page
from pipelines.text import clean

_STATING = (
    "Theo kết quả Chỉ số cải cách hành chính (PAR INDEX) năm {year}, tỉnh {name} đạt {score}%, xếp thứ {rank}/63 tỉnh, "
    "thành phố trực thuộc Trung ương.",
    "So với năm trước, tỉnh tăng {rank} bậc; Chỉ số hài lòng của người dân (SIPAS) đạt {score}%, xếp thứ {rank}.",
    "Trong đó “Cải cách thủ tục hành chính” đạt {score}%; “Cải cách tài chính công” đạt {score}%.",
)
_PROSE = (
    "Vừa qua, các cấp, các ngành của tỉnh đã triển khai nhiều giải pháp để nâng cao chất lượng phục vụ nhân dân.",
    "Lãnh đạo UBND tỉnh yêu cầu thủ trưởng các sở, ban, ngành rà soát quy trình, rút ngắn thời gian giải quyết hồ sơ.",
    "Đến nay {rank} trong 63 quy trình đã được số hóa; tỷ lệ hồ sơ giải quyết đúng hạn đạt {score}%.",
    "Tỉnh phấn đấu đến năm 2030 đứng trong nhóm dẫn đầu, với trên 90% người dân hài lòng về sự phục vụ của cơ quan.",
)
_NAMES = ("Hà Giang", "Quảng Ninh", "Bắc Giang", "Nghệ An", "Lâm Đồng", "Long An", "Cà Mau")


def article(seed: int) -> Document:
    """An article of about 5 KB, a quarter of whose sentences state results."""
    chance = random.Random(seed)  # noqa: S311 - the same articles in every run, nothing secret

    def sentence() -> str:
        form = chance.choice(_STATING if chance.random() < 0.25 else _PROSE)
        score = f"{chance.randint(7000, 9500) / 100:.2f}".replace(".", ",")
        name, year = chance.choice(_NAMES), chance.randint(2015, 2023)
        return form.format(name=name, year=year, score=score, rank=chance.randint(1, 63))

    paragraphs = [" ".join(sentence() for _ in range(3)) for _ in range(11)]
    title = f"{_NAMES[seed % 7]} nâng hạng Chỉ số cải cách hành chính năm {2015 + seed % 9}"
    return Document(str(seed), "\n".join(paragraphs), title, published=PartialDate(2016 + seed % 9, 5))


STEPS = ("page to article", "normalising", "furniture", "mentions", "rules, context, tables", "rows")


def turn(documents: Sequence[Document], pages: Sequence[Page]) -> list[float]:
    """The seconds per article of parsing its whole page as a soup, and of each step of reading it."""
    texts = [clean(one.text) for one in documents]
    soup, page_read, normalised, around, found, read, extracted = (
        timed(act, over) / len(documents)
        for act, over in (
            (parse, pages),
            (fragment, pages),
            (lambda one: clean(one.text), documents),
            (lambda one: furniture.spans(one.text), documents),
            (lambda one: mentions.find(one, english=False, home=None), texts),
            (statements.read, documents),
            (statements.extract, documents),
        )
    )
    rules = read - normalised - around - found
    return [soup, page_read, normalised, around, found, rules, extracted - read]


def parse(one: Page) -> None:
    """Parse a whole page as a soup."""
    BeautifulSoup(one.body.decode(), "lxml")


def timed(act: Callable[[Any], object], over: Iterable[object]) -> float:
    """How long something takes over all of these."""
    start = process_time()
    for one in over:
        act(one)
    return process_time() - start


def main(count: int) -> None:
    """Print the medians and what they add up to."""
    articles = [article(seed) for seed in range(count)]
    pages = [page(seed, one.text.split("\n")) for seed, one in enumerate(articles)]
    first = timed(statements.extract, articles[:1])
    turn(articles[:2], pages[:2])
    turns = [turn(articles, pages) for _ in range(TURNS)]
    soup, *steps = (statistics.median(one[step] for one in turns) for step in range(len(STEPS) + 1))
    ratio = statistics.median(sum(one[1:]) / one[0] for one in turns)
    whole, size = sum(steps), statistics.mean(len(one.text.encode()) for one in articles) / 1024
    rows = sum(len(statements.extract(one).statements) for one in articles) / count
    page_size = statistics.mean(len(one.body) for one in pages) / 1024
    tell = sys.stdout.write
    tell(f"{count} articles of {size:.1f} KB with {rows:.0f} rows each, median of {TURNS} turns, one core\n")
    tell(f"read from page to rows     {whole * 1000:7.2f} ms/article  {1 / whole:.0f} articles/s\n")
    for name, spent in zip(STEPS, steps, strict=True):
        tell(f"  {name:24} {spent * 1000:7.2f} ms/article  {spent / whole:.0%}\n")
    tell(f"extraction of 10 KB        {sum(steps[1:]) * 10 / size * 1000:7.2f} ms\n")
    tell(f"soup of a page of {page_size:2.0f} KB    {soup * 1000:7.2f} ms/page\n")
    tell(f"article over soup          {ratio:7.2f}\n")
    tell(f"first article of all       {first * 1000:7.0f} ms: patterns and lexicon are made then\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
