"""Measures the extractor on articles: how many a second on one core, what each step costs, and against parsing a page.

All take turns in one run, since a machine's speed drifts more from run to run than they differ. The articles are as
long as papers write them: sentences with results among many that state none. Run it with
`python -m benchmarks.extraction [ARTICLES]`; it prints medians of the turns, and what the first article costs.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from time import process_time

from bs4 import BeautifulSoup

from benchmarks.article import TURNS, page, seconds
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


def turn(articles: Sequence[Document]) -> list[float]:
    """The seconds per article of normalising, of finding mentions and furniture, and of the whole."""
    marks = [process_time()]
    texts = [clean(one.text) for one in articles]
    marks.append(process_time())
    for one in texts:
        mentions.find(one, english=False, home=None)
    marks.append(process_time())
    for document in articles:
        furniture.spans(document.text)
    marks.append(process_time())
    for document in articles:
        statements.extract(document)
    marks.append(process_time())
    return [(later - earlier) / len(articles) for earlier, later in pairwise(marks)]


def parse(one: Page) -> None:
    """Parse a whole page as a soup."""
    BeautifulSoup(one.body.decode(), "lxml")


def timed(act: Callable[[], object]) -> float:
    """How long something takes."""
    start = process_time()
    act()
    return process_time() - start


def main(count: int) -> None:
    """Print the medians and what they add up to."""
    articles, pages = [article(seed) for seed in range(count)], [page(seed) for seed in range(20)]
    first = timed(lambda: statements.extract(articles[0]))
    turn(articles[:2])
    seconds(parse, pages[:2])
    turns = [(*turn(articles), seconds(parse, pages)) for _ in range(TURNS)]
    reading, finding, around, whole, soup = (statistics.median(one[step] for one in turns) for step in range(5))
    size = statistics.mean(len(one.text.encode()) for one in articles) / 1024
    rows = sum(len(statements.extract(one).statements) for one in articles) / count
    shares = {
        "normalising": reading,
        "furniture": around,
        "mentions": finding,
        "rules, context, tables": whole - reading - around - finding,
    }
    sys.stdout.write(
        f"{count} articles of {size:.1f} KB with {rows:.0f} rows each, median of {TURNS} turns, one core\n"
    )
    sys.stdout.write(f"extraction               {whole * 1000:7.2f} ms/article  {1 / whole:.0f} articles/s\n")
    for name, spent in shares.items():
        sys.stdout.write(f"  {name:22} {spent * 1000:7.2f} ms/article  {spent / whole:.0%}\n")
    sys.stdout.write(f"per 10 KB of text        {whole * 10 / size * 1000:7.2f} ms\n")
    sys.stdout.write(
        f"soup of a page of 56 KB  {soup * 1000:7.2f} ms/page, {whole / soup:.2f} of it is an extraction\n"
    )
    sys.stdout.write(f"first article of all     {first * 1000:7.0f} ms: patterns and lexicon are made then\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
