import pytest

from pipelines.blocks import read
from storage.records import BlockKind


def texts(fragment: str) -> list[str]:
    """The texts of the blocks of a piece of markup."""
    return [piece.block.text for piece in read(fragment)]


def kinds(fragment: str) -> list[tuple[str, str]]:
    """The kinds and texts of the blocks."""
    return [(piece.block.kind.value, piece.block.text) for piece in read(fragment)]


def test_blocks_keep_the_order_of_reading_and_their_kind() -> None:
    fragment = """<h2>Kết quả</h2><p>Đoạn một.</p>lời không thẻ<ul><li>Mục một<p>và hai</p></li></ul>
      <figure><img><figcaption>Ảnh: V.L</figcaption></figure><blockquote>Trích.</blockquote>"""
    assert kinds(fragment) == [
        ("heading", "Kết quả"),
        ("paragraph", "Đoạn một."),
        ("paragraph", "lời không thẻ"),
        ("list_item", "Mục một"),
        ("list_item", "và hai"),
        ("caption", "Ảnh: V.L"),
        ("paragraph", "Trích."),
    ]


@pytest.mark.parametrize("name", ["PhotoCMS_Caption", "chuthich", "wp-caption-text"])
def test_a_class_may_make_a_caption(name: str) -> None:
    assert kinds(f'<div class="{name}"><p>Một cửa</p></div><p>Sau</p>') == [
        ("caption", "Một cửa"),
        ("paragraph", "Sau"),
    ]


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param("<p>Hà&nbsp;Nội \n\t đạt\u200b 84</p>", ["Hà Nội đạt 84"], id="spaces of every kind"),
        pytest.param("<p>đạt <b>84</b>,<i>64</i>%</p>", ["đạt 84,64%"], id="a number in pieces"),
        pytest.param("<p>Một.<br>Hai.<br/><br>Ba.</p>", ["Một.", "Hai.", "Ba."], id="breaks between paragraphs"),
        pytest.param(
            "<p>Hà Nội 84,64%<br>Hải Phòng 84,35%</p>", ["Hà Nội 84,64%", "Hải Phòng 84,35%"], id="break in a list"
        ),
        pytest.param("<p>1. Hà Nội<br>2. Huế</p>", ["1. Hà Nội", "2. Huế"], id="break before a number of a list"),
        pytest.param(
            "<p>Hà Nội đạt<br>84,64% và<br>đứng thứ 2</p>", ["Hà Nội đạt 84,64% và đứng thứ 2"], id="lines too long"
        ),
        pytest.param("<p>Hà Nội đạt<br><br>hạng 2</p>", ["Hà Nội đạt", "hạng 2"], id="two breaks always part"),
        pytest.param("<h2>Kết quả<br>Năm 2019</h2>", ["Kết quả Năm 2019"], id="break in a heading"),
        pytest.param("<pre>Một.\nHai.</pre><p>Ba\nbốn</p>", ["Một.", "Hai.", "Ba bốn"], id="line ends"),
        pytest.param("<p>Một</p><!-- ẩn --><script>x</script><style>y</style>", ["Một"], id="what is no text"),
        pytest.param(
            "<p>84,64%<sup>(1)</sup> và 13<sup>2</sup> của <sup>[a]</sup>Sở</p>",
            ["84,64% và 13 của Sở"],
            id="footnotes",
        ),
        pytest.param("<p>30 m<sup>2</sup></p>", ["30 m2"], id="a raised figure that is none"),
        pytest.param("<div>a<div>b</div>c</div>", ["a", "b", "c"], id="text around a block"),
        pytest.param("<p> &nbsp; </p><p></p>", [], id="nothing"),
        pytest.param("", [], id="nothing at all"),
        pytest.param("<div>" * 3000 + "sâu", ["sâu"], id="deep"),
    ],
)
def test_text_is_parted_and_tidied(fragment: str, expected: list[str]) -> None:
    assert texts(fragment) == expected


@pytest.mark.parametrize(
    ("fragment", "linked", "links"),
    [
        ("<p><a href='/x'><b>Tựa</b> bài</a></p>", True, ("/x",)),
        ("<p><a href='/x'>Tựa</a> <a href='/y'>bài</a></p>", True, ("/x", "/y")),
        ("<p>Theo <a href='/x'>bảng</a></p>", False, ("/x",)),
        ("<p><a name='x'>Neo</a></p>", False, ()),
        ("<p>Không</p>", False, ()),
    ],
)
def test_a_block_tells_whether_it_is_a_link_as_a_whole(fragment: str, linked: bool, links: tuple[str, ...]) -> None:
    (piece,) = read(fragment)
    assert (piece.linked, piece.links) == (linked, links)


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        pytest.param(
            "<table><tr><td><h2>Tựa</h2><p>Một.</p><p>Hai.</p></td></tr></table>",
            [("heading", "Tựa"), ("paragraph", "Một."), ("paragraph", "Hai.")],
            id="around the whole text",
        ),
        pytest.param(
            "<table><tr><td><table><tr><td>Hà Nội<td>84,64</table><p>Sau.</p></td><td></td></tr></table>",
            [("table", "Hà Nội\t84,64"), ("paragraph", "Sau.")],
            id="around a table",
        ),
        pytest.param(
            "<table><tr><td><img></td></tr><tr><td>Một cửa</td></tr></table><p>Sau</p>",
            [("caption", "Một cửa"), ("paragraph", "Sau")],
            id="around a picture",
        ),
        pytest.param(
            f"<table><tr><td>{'<p>Một đoạn văn của bài viết nằm trong bảng.</p>' * 40}</td><td>Bên</td></tr></table>",
            [("paragraph", "Một đoạn văn của bài viết nằm trong bảng.")] * 40 + [("paragraph", "Bên")],
            id="beside a column",
        ),
    ],
)
def test_a_table_that_lays_the_page_out_is_taken_apart(fragment: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(fragment) == expected


def test_tables_in_tables_without_end_are_read_once() -> None:
    assert texts("<table><tr><td>" * 500 + "<p>Hà Nội</p>") == ["Hà Nội"]


def test_a_data_table_is_one_block_with_its_caption_before() -> None:
    fragment = "<table><caption>Bảng 1</caption><tr><th>Tỉnh<th>Điểm<tr><td>Hà Nội<td>84,64</table>"
    found = read(fragment)
    assert [piece.block.kind for piece in found] == [BlockKind.CAPTION, BlockKind.TABLE]
    assert found[1].block.text == "Tỉnh\tĐiểm\nHà Nội\t84,64"
