from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.article import GENERIC, MOST_BYTES, Layout, Page, read_page
from pipelines.document import of_article
from pipelines.published import ZONE
from storage.records import Article, Block, BlockKind, Severity
from tests.pipelines.reading import FETCHED, HANOIMOI, HEAD, TCNN, TEXT, article, page, reading, saved
from tests.soak import times

P, H, LI, CAPTION, TABLE = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.CAPTION,
    BlockKind.TABLE,
)
TCNN_URL = "http://www.tcnn.vn/news/detail/47012/Ha-Noi.html"
HANOIMOI_URL = "https://hanoimoi.vn/thu-do-dung-thu-ba-663870.html"


def outline(found: Article) -> list[tuple[BlockKind, str]]:
    """The blocks without their cells."""
    return [(block.kind, block.text) for block in found.blocks]


def kinds(issues: tuple[object, ...]) -> list[str]:
    """The names of the issues."""
    return [getattr(issue, "kind", "") for issue in issues]


@pytest.mark.parametrize("layout", [pytest.param(TCNN, id="its layout"), pytest.param(GENERIC, id="no layout")])
def test_a_page_of_tcnn_becomes_its_article_alone(layout: Layout) -> None:
    found = read_page(saved("tcnn.html", TCNN_URL), layout)
    assert found.issues == ()
    assert found.article is not None
    assert found.article.url == "https://tcnn.vn/news/detail/47012/Ha-Noi.html"
    assert found.article.title == "Hà Nội nâng dần các chỉ số thành phần"
    assert found.article.lead == "Bảng PAR INDEX năm 2019 công bố hôm 19/5/2020 xếp Hà Nội thứ 2, với kết quả 84,64%."
    assert found.article.published_at == datetime(2020, 5, 20, 14, 8, tzinfo=ZONE)
    assert found.article.published_raw == "Ngày đăng: 20/05/2020 14:08"
    assert (found.article.credited_source, found.article.author) == ("hanoimoi.com.vn", None)
    assert outline(found.article) == [
        (P, found.article.lead),
        (P, "So với năm 2018 (83,97%), Thủ đô đã tiến thêm một bước."),
        (P, "Hai chỉ số thành phần vượt mốc 90%: chỉ đạo điều hành (94,12%) và thủ tục hành chính (92,86%)."),
        (CAPTION, "Người dân làm thủ tục tại bộ phận một cửa."),
        (P, "Điểm của một số chỉ số thành phần:"),
        (LI, "Tổ chức bộ máy: 10,17 điểm;"),
        (LI, "Tài chính công: 9,24 điểm."),
        (P, "Thành phố coi đây là căn cứ để sửa những chỗ còn yếu trong năm 2020./."),
    ]
    assert found.related_links == (
        "http://www.tcnn.vn/news/detail/62710/Bo-Noi-vu.html",
        "http://tcnn.vn/news/detail/62705/Hoi-nghi.html",
    )


@pytest.mark.parametrize("layout", [pytest.param(HANOIMOI, id="its layout"), pytest.param(GENERIC, id="no layout")])
def test_a_page_of_hanoimoi_becomes_its_article_alone(layout: Layout) -> None:
    found = read_page(saved("hanoimoi.html", f"{HANOIMOI_URL}?zarsrc=31"), layout)
    assert found.issues == ()
    assert found.article is not None
    assert found.article.url == HANOIMOI_URL
    assert found.article.title == "Thủ đô đứng thứ ba về PAR INDEX"
    assert found.article.published_at == datetime(2024, 4, 17, 19, 5, tzinfo=ZONE)
    assert found.article.author == ("Võ Lâm" if layout is HANOIMOI else None)
    assert outline(found.article) == [
        (P, "Hà Nội đạt 91,43% ở Chỉ số cải cách hành chính năm 2023, xếp thứ 3/63 tỉnh, thành phố."),
        (H, "Bảng xếp hạng"),
        (CAPTION, "Công bố kết quả sáng 17/4. Ảnh: V.L"),
        (CAPTION, "Ba địa phương dẫn đầu"),
        (
            TABLE,
            "Địa phương\tNăm 2023\t\n\tKết quả (%)\tHạng\nQuảng Ninh\t92,18\t1\nHải Phòng\t91,87\t2\nHà Nội\t91,43\t3",
        ),
        (P, "Năm trước, Thủ đô đạt 89,58% và cũng xếp thứ 3."),
        (P, "Thành phố đặt mục tiêu vào nhóm 2 địa phương dẫn đầu."),
    ]
    assert {"https://hanoimoi.vn/hai-phong-664000.html", "https://hanoimoi.vn/sipas-664001.html"} <= set(
        found.related_links
    )


def test_the_tables_of_an_article_are_where_its_document_says() -> None:
    found = read_page(saved("hanoimoi.html", HANOIMOI_URL), HANOIMOI).article
    assert found is not None
    document = of_article(found)
    (table,) = document.tables
    read = [document.text[table.start + cell.start : table.start + cell.end] for cell in table.cells]
    assert read[:6] == ["Địa phương", "Năm 2023", "Kết quả (%)", "Hạng", "Quảng Ninh", "92,18"]
    assert [cell.header for cell in table.cells[:5]] == [True] * 4 + [False]


def test_without_selectors_that_fit_the_metadata_of_the_page_tells_the_parts() -> None:
    head = """<meta property="og:site_name" content="Báo Mẫu"><meta property="og:title" content="Tựa khác | Báo Mẫu">
      <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Báo Mẫu"}, {"@type": ["NewsArticle"],
      "headline": "Hà Nội &quot;á quân&quot;", "datePublished": "2020-05-20T07:08:00Z", "dateModified": "2024-04-19",
      "author": [{"@type": "Organization", "name": "Báo Mẫu"}, {"@type": "Person", "name": "Thu Trang"}]}]}</script>"""
    found = read_page(page(f"<html><head>{head}</head><body><div>{TEXT}</div></body></html>"), TCNN)
    assert found.issues == ()
    assert found.article is not None
    assert (found.article.title, found.article.author) == ('Hà Nội "á quân"', "Thu Trang")
    assert found.article.published_at == datetime(2020, 5, 20, 14, 8, tzinfo=ZONE)
    assert found.article.published_raw == "2020-05-20T07:08:00Z"


def test_the_text_of_jsonld_is_taken_where_the_page_shows_none_of_it() -> None:
    copy = "Hà Nội đứng thứ 2 cả nước về PAR INDEX năm 2019, đạt 84,64%.\\nNăm 2018, thành phố đạt 83,97%."
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{copy}"}}</script>'
    cookies = "<p>Trang này dùng cookie để nhớ bạn; bấm vào đây nếu bạn không muốn chúng tôi làm như vậy nữa.</p>"
    assert outline(article(f"{HEAD}{script}<div>{cookies}</div>")) == [(P, line) for line in copy.split("\\n")]


def test_jsonld_tells_which_of_several_places_holds_the_text() -> None:
    other = f'<div class="article-content">{"<p>Một bài rất dài về chuyện khác hẳn, không phải bài này.</p>" * 9}</div>'
    copy = "Năm 2019 Hà Nội đứng thứ 2 cả nước về PAR INDEX, đạt 84,64%; năm 2018 đạt 83,97%"
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{copy}"}}</script>'
    assert "thứ 2 cả nước" in article(f"{script}{HEAD}{other}<div>{TEXT}</div>").text


@pytest.mark.parametrize("broken", ["{", "[1, [2", '{"@type": 7}', '"x"', "null", "[" * 100_000])
def test_broken_jsonld_counts_as_missing(broken: str) -> None:
    found = reading(f'<script type="application/ld+json">{broken}</script>{HEAD}<article>{TEXT}</article>')
    assert found.article is not None
    assert found.issues == ()


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        pytest.param(f'<meta charset="iso-8859-1">{HEAD}{TEXT}'.encode(), None, id="declared by the page"),
        pytest.param(f"<html>{HEAD}{TEXT}".encode(), "iso-8859-1", id="declared by HTTP"),
    ],
)
def test_a_utf8_page_that_is_declared_otherwise_comes_out_right(raw: bytes, encoding: str | None) -> None:
    found = read_page(page(raw, encoding=encoding))
    assert found.article is not None
    assert (found.article.title, found.issues) == ("Hà Nội đứng thứ hai", ())


def test_decomposed_letters_of_a_page_are_composed() -> None:
    assert (
        "Hà Nội"
        in article(f"{HEAD}<article><p>Ha\u0300 No\u0302\u0323i {'đứng thứ 2 về PAR INDEX. ' * 5}</p></article>").text
    )


@pytest.mark.parametrize(
    ("raw", "kind", "severity"),
    [
        pytest.param(b"", "empty", Severity.ERROR, id="nothing"),
        pytest.param(b" \r\n\t", "empty", Severity.ERROR, id="spaces"),
        pytest.param(b"%PDF-1.7 <p>", "not-html", Severity.ERROR, id="pdf"),
        pytest.param(b"PK\x03\x04<p>", "not-html", Severity.ERROR, id="docx"),
        pytest.param('{"a": "Hà Nội"}'.encode(), "not-html", Severity.ERROR, id="json"),
        pytest.param("Hà Nội đạt 84,64% < 90%".encode(), "not-html", Severity.ERROR, id="plain text"),
        pytest.param(b"<?xml version='1.0'?><rss><title>x</title></rss>", "not-html", Severity.ERROR, id="feed"),
        pytest.param(b"<html><body><h1>A</h1></body></html>", "no-body", Severity.ERROR, id="no text"),
        pytest.param(b"<html></html>", "no-body", Severity.ERROR, id="no content"),
        pytest.param(f"<html><article>{TEXT}".encode(), "no-title", Severity.WARNING, id="no title"),
        pytest.param(f"<h1>A</h1><article>{TEXT}".encode(), "no-date", Severity.WARNING, id="no date"),
        pytest.param(
            HEAD.encode() + b"\xff<article>" + TEXT.encode(), "broken-bytes", Severity.WARNING, id="a bad byte"
        ),
        pytest.param(b"<p>" + b"x" * MOST_BYTES, "too-large", Severity.ERROR, id="too large"),
        pytest.param(
            f"{HEAD}<article>{TEXT}{'<br>' * 31_000}".encode(), "too-large", Severity.ERROR, id="too many tags"
        ),
        pytest.param(f"{HEAD}<article>{TEXT}{'x' * 1_000_000}".encode(), "too-large", Severity.ERROR, id="too long"),
    ],
)
def test_what_is_wrong_with_a_page_is_told_with_the_next_step(raw: bytes, kind: str, severity: Severity) -> None:
    found = read_page(page(raw))
    issue = next(issue for issue in found.issues if issue.kind == kind)
    assert (issue.stage, issue.severity, issue.url) == ("article", severity, "https://tcnn.vn/news/detail/1/a.html")
    assert issue.reason
    assert issue.next_step
    assert (found.article is None) == (severity is Severity.ERROR)


def test_a_date_of_next_year_is_told_and_not_taken() -> None:
    found = reading(f'<h1>A</h1><div class="date">20/05/2025 14:08</div><article>{TEXT}</article>')
    assert found.article is not None
    assert (found.article.published_at, found.article.published_raw) == (None, "20/05/2025 14:08")
    assert kinds(found.issues) == ["future-date"]


def test_the_day_of_the_visit_and_the_dates_of_teasers_are_never_the_date() -> None:
    top = "<div>Hà Nội, Ngày 19/04/2024</div><div class='date'>Thứ Sáu, 19/04/2024</div>"
    teasers = (
        "<div><h3>Tin khác</h3><a href='/b'>Tin khác</a><span>Ngày đăng 17/04/2024</span><time>17/04/2024</time></div>"
    )
    found = reading(f"{top}<h1>A</h1><article>{TEXT}</article>{teasers}")
    assert found.article is not None
    assert found.article.published_at is None
    assert kinds(found.issues) == ["no-date"]


@pytest.mark.parametrize(
    "date",
    [
        pytest.param('<time datetime="2024-04-17T08:15:00+07:00">hôm qua</time>', id="for machines"),
        pytest.param('<div class="publish-date">Thứ tư, 17/04/2024 - 08:15</div>', id="at a usual place"),
        pytest.param("<div><b>Ngày đăng:</b> <i>17/04/2024 08:15</i></div>", id="introduced, in pieces"),
        pytest.param("<div>08:15 | 17/04/2024</div>", id="bare, between title and text"),
        pytest.param("<meta itemprop='datePublished' content='2024-04-17 08:15'>", id="in an item"),
    ],
)
def test_a_date_is_found_on_a_page_of_unknown_structure(date: str) -> None:
    found = article(f"<div>Thứ Sáu, 19/04/2024</div><h1>A</h1>{date}<div id=x>{TEXT}</div><p>18/04/2024</p>")
    assert found.published_at == datetime(2024, 4, 17, 8, 15, tzinfo=ZONE)


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"<div class='x'>{TEXT}</div>", id="paragraphs"),
        pytest.param(f"<section><div>{TEXT[3:-4]}</div></section>", id="divisions"),
        pytest.param(f"<span>{TEXT[3:-4]}</span><br><br>", id="breaks"),
        pytest.param(f"<table><tr><td>Menu</td><td>{TEXT[3:-4]}<br></td></tr></table>", id="a layout of tables"),
        pytest.param(
            f"<form id='aspnetForm'><div class='related-wrap'>{TEXT}</div></form>", id="a form around everything"
        ),
    ],
)
def test_a_text_is_found_on_a_page_of_unknown_structure(inside: str) -> None:
    assert TEXT[3:-4] in [block.text for block in article(f"<ul><li><a href=/>Trang chủ</a></ul>{HEAD}{inside}").blocks]


@pytest.mark.parametrize(
    ("named", "address"),
    [
        pytest.param("/news/detail/1/ten-moi.html", "https://tcnn.vn/news/detail/1/ten-moi.html", id="another name"),
        pytest.param("https://www.tcnn.vn/x.html?utm_medium=a#b", "https://tcnn.vn/x.html", id="with tracking"),
        pytest.param("https://baokhac.vn/x.html", "https://tcnn.vn/news/detail/1/a.html", id="another site"),
        pytest.param("https://tcnn.vn/", "https://tcnn.vn/news/detail/1/a.html", id="the front page"),
        pytest.param("http://[", "https://tcnn.vn/news/detail/1/a.html", id="no address"),
    ],
)
def test_the_address_that_the_page_names_is_taken_on_the_same_site(named: str, address: str) -> None:
    assert article(f'<link rel="canonical" href="{named}">{HEAD}<article>{TEXT}</article>').url == address


def test_a_saved_page_may_name_its_address_on_any_site() -> None:
    raw = f'<link rel="canonical" href="https://baokhac.vn/x.html">{HEAD}<article>{TEXT}</article>'
    found = read_page(page(raw, url="file:trang.html")).article
    assert found is not None
    assert found.url == "https://baokhac.vn/x.html"


@pytest.mark.parametrize(
    ("line", "credited", "kept"),
    [
        ("<p>Theo: hanoimoi.com.vn</p>", "hanoimoi.com.vn", False),
        ("<p><em>(TTXVN/Vietnam+)</em></p>", "TTXVN/Vietnam+", False),
        ("<p>Theo TTXVN</p>", "TTXVN", False),
        ("<p>Nguồn: Báo Nhân Dân</p><p>Thu Trang</p>", "Báo Nhân Dân", False),
        ("<p>Kết quả được công bố sáng 17/4. (TTXVN/Vietnam+)</p>", "TTXVN/Vietnam+", True),
        ("<p>Theo Bộ Nội vụ, năm 2019 là năm tốt nhất.</p>", None, True),
    ],
)
def test_the_line_that_credits_a_paper_is_read_and_left_out(line: str, credited: str | None, kept: bool) -> None:
    found = article(f"{HEAD}<article>{TEXT}{line}</article>")
    assert found.credited_source == credited
    assert ("TTXVN" in found.text or "Theo" in found.text or "Nguồn" in found.text) is kept


def test_a_lead_that_the_text_repeats_is_one_block_and_the_title_none() -> None:
    inside = '<h1>Tựa</h1><p class="sapo">Năm 2019 là năm tốt nhất.</p><article><h2>Tựa</h2>'
    found = article(f"{inside}<p>Năm 2019 là năm tốt nhất.</p>{TEXT}</article>")
    assert len(found.blocks) == 2
    assert found.blocks[0] == Block(P, "Năm 2019 là năm tốt nhất.")


def test_a_date_selector_may_name_an_attribute() -> None:
    layout = Layout(date=('meta[name="ngay"]::attr(content)',), body=("#b",))
    found = article(f'<meta name="ngay" content="17/04/2024 08:15"><h1>A</h1><div id="b">{TEXT}</div>', layout)
    assert found.published_at == datetime(2024, 4, 17, 8, 15, tzinfo=ZONE)


def test_a_body_may_be_given_by_its_parts() -> None:
    layout = Layout(body=("div.x p",))
    found = article(f"<h1>A</h1><div class=x>{TEXT}<span>Cỡ chữ</span><p>Năm 2018 đạt 83,97%.</p></div>", layout)
    assert found.blocks[-1] == Block(P, "Năm 2018 đạt 83,97%.")


BOXES = ["<p>", "</p>", "<div class='related'>", "</div>", "<h1>", "</h1>", "<article>", "<li>", "<ul>", "<br>"]
TABLES = ["<table>", "<tr>", "<td colspan=3>", "<th rowspan=0>", "</table>"]
INLINE = ["<a href='/x'>", "</a>", "<!--", "-->", "<b>", "<script>", "&nbsp;", "\u200b", "\x00"]
LINES = ["Hà Nội đạt 84,64%.", "Bình luận", "Tin liên quan", "17/04/2024", "Theo: abc.vn", "x" * 90]
MARKUP = st.lists(st.sampled_from([*BOXES, *TABLES, *INLINE, *LINES]), max_size=40).map("".join)


@settings(max_examples=times(200))
@given(MARKUP)
def test_every_page_has_one_reading_and_its_blocks_are_clean(inside: str) -> None:
    found = read_page(page(f"<html><body>{inside}</body></html>"))
    assert found == read_page(page(f"<html><body>{inside}</body></html>"))
    if found.article is None:
        assert any(issue.severity is Severity.ERROR for issue in found.issues)
        return
    at = 0
    for block in found.article.blocks:
        assert found.article.text[at : at + len(block.text)] == block.text
        at += len(block.text) + 1
        assert block.text.strip()
        assert block.kind is TABLE or " ".join(block.text.split()) == block.text


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "iso-8859-1", "tcvn"]))
def test_no_bytes_whatever_break_the_reading(raw: bytes, encoding: str | None) -> None:
    found = read_page(Page("u", "u", b"<p>" + raw, encoding, FETCHED, "s"))
    assert found.article is not None or found.issues
