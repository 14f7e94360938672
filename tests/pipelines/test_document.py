"""The document of an article has its text as stored, and its tables at their places in it."""

from __future__ import annotations

from dataclasses import replace

from pipelines.document import PartialDate, of_article
from tests.pipelines.reading import article

INSIDE = """<h1>Kết quả năm 2019</h1><div class="date">20/05/2020 14:08</div>
<p>Năm 2019 Hà Nội đứng thứ 2 cả nước về PAR INDEX, đạt 84,64%; năm 2018 đạt 83,97%, cũng đứng thứ 2.</p>
<table><tr><th>Tỉnh</th><th>PAR INDEX 2019 (%)</th></tr><tr><td>Hà Nội</td><td>84,64</td></tr></table>
<p>Đó là kết quả mà Bộ Nội vụ công bố trong buổi họp báo sáng nay, trước sự có mặt của nhiều cơ quan.</p>"""


def test_the_document_has_the_text_of_the_article() -> None:
    made = article(INSIDE)
    document = of_article(made)
    assert (document.id, document.text, document.title, document.url) == (made.id, made.text, made.title, made.url)
    assert document.published == PartialDate(2020, 5, 20)


def test_the_cells_of_a_table_stand_where_the_table_says() -> None:
    document = of_article(article(INSIDE))
    (table,) = document.tables
    text = document.text[table.start : table.end]
    assert [text[cell.start : cell.end] for cell in table.cells] == ["Tỉnh", "PAR INDEX 2019 (%)", "Hà Nội", "84,64"]


def test_an_article_without_a_date_has_no_date() -> None:
    assert of_article(replace(article(INSIDE), published_at=None)).published is None
