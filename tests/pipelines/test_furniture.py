import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.furniture import mark, spans
from pipelines.looks import Line

BODY = "Năm 2019 thành phố Hà Nội đứng thứ 2 cả nước về Chỉ số cải cách hành chính, đạt 84,64%."
MORE = "Hai chỉ số thành phần của Thủ đô vượt mốc 90%, trong đó chỉ đạo điều hành đạt 94,12%."
LAST = "Kết quả này là cơ sở để Thành phố phục vụ người dân tốt hơn trong những năm tới./."
TEASER = "PAR INDEX năm 2023: Bộ Nội vụ giữ vị trí thứ 04/17 bộ, cơ quan ngang bộ"
SUMMARY = "Bộ Nội vụ tiếp tục ở vị trí thứ 04/17 với 87.04%; dẫn đầu là Bộ Tư pháp, đạt 89.95%."


def cut(text: str) -> list[tuple[str, str]]:
    """The furniture of a text: each stretch with its reason."""
    return [(text[start:end], reason) for start, end, reason in spans(text)]


def kept(*lines: str) -> list[str]:
    """The lines that belong to the article."""
    return [
        line for line, reason in zip(lines, mark([Line(line) for line in lines]), strict=True) if not reason and line
    ]


def test_the_whole_furniture_of_a_page_is_found_around_the_article() -> None:
    head = [
        "Hà Nội, Ngày 19/04/2024",
        "",
        "Hà Nội nâng các chỉ số thành phần",
        "",
        "Ngày đăng: 20/05/2020   14:08",
        "Mặc định Cỡ chữ",
    ]
    foot = [
        "Theo: hanoimoi.com.vn",
        "",
        "Bình luận",
        "",
        "Tin tức cùng chuyên mục",
        "",
        TEASER,
        "",
        "Ngày đăng 17/04/2024",
        SUMMARY,
    ]
    found = cut("\n".join([*head, BODY, "", MORE, "", LAST, "", *foot]))
    assert found == [
        ("Hà Nội, Ngày 19/04/2024", "today"),
        ("Ngày đăng: 20/05/2020   14:08", "stamp"),
        ("Mặc định Cỡ chữ", "control"),
        ("\n".join(foot[2:]), "section"),
    ]


@pytest.mark.parametrize(
    "opener",
    [
        "Tin tức cùng chuyên mục",
        "TIN CÙNG CHUYÊN MỤC",
        "Các tin khác",
        "Các tin khác:",
        "Tin khác (12)",
        "» Các bài viết khác",
        "Các tin đã đưa",
        "Tin cũ hơn",
        "Ý kiến bạn đọc",
        "Gửi bình luận của bạn",
        "Từ khóa: PAR INDEX, Hà Nội",
        "Tags: PAR INDEX, Hà Nội",
        "Related news",
        "Bi\u0300nh luận của bạn đọc",
    ],
)
def test_a_line_that_closes_the_article_takes_the_teasers_behind_it(opener: str) -> None:
    assert kept(BODY, MORE, opener, TEASER, "17/04/2024", SUMMARY, TEASER) == [BODY, MORE]


@pytest.mark.parametrize("opener", ["Bình luận", "Bình luận (3)", "(0) Bình luận", "Phản hồi", "Ý kiến", "Thảo luận"])
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param([BODY, LAST], [MORE, MORE], id="behind an end mark"),
        pytest.param([BODY, "Theo: hanoimoi.com.vn"], [MORE, MORE], id="behind a credit"),
        pytest.param([BODY, MORE], ["Các tin khác", TEASER], id="above another heading"),
        pytest.param([BODY, MORE], [], id="at the very end"),
    ],
)
def test_comments_close_the_article_where_it_is_over(opener: str, before: list[str], behind: list[str]) -> None:
    assert kept(*before, opener, *behind) == before


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Thời sự", "Bình luận", "Thế giới", "Tiêu đề của bài", BODY, MORE], id="a menu above the text"),
        pytest.param(["Các tin khác", BODY, MORE], id="nothing of an article above"),
        pytest.param([BODY, "Bình luận", MORE, BODY], id="a button between the lead and the text"),
        pytest.param([BODY, "Tin cùng chuyên mục", MORE, LAST], id="a box in the midst of the text"),
        pytest.param([BODY, "Tin liên quan", MORE, LAST], id="a box without links"),
    ],
)
def test_body_text_is_never_taken_for_furniture(lines: list[str]) -> None:
    prose = [line for line in lines if line in {BODY, MORE, LAST}]
    assert [line for line in kept(*lines) if line in prose] == prose


def test_a_box_in_the_midst_of_the_text_takes_its_links_alone() -> None:
    assert kept(BODY, "Tin liên quan", TEASER, "Quảng Ninh dẫn đầu cả nước về PAR INDEX năm 2022", MORE, LAST) == [
        BODY,
        MORE,
        LAST,
    ]
    assert cut(f"{BODY}\nXem thêm\n{TEASER}\n{MORE}") == [(f"Xem thêm\n{TEASER}", "box")]


def test_a_box_ends_at_the_gap_behind_its_links() -> None:
    heading = "Những kết quả nổi bật của công tác cải cách hành chính"
    assert kept(BODY, "", "Tin liên quan", TEASER, TEASER, "", heading, MORE) == [BODY, heading, MORE]


def test_a_flattened_table_behind_a_box_is_kept() -> None:
    cells = ["Hải Phòng", "91,87", "Quảng Ninh", "92,18"]
    assert kept(BODY, "Tin liên quan", TEASER, *cells) == [BODY, *cells]


def test_a_summary_below_the_date_of_a_teaser_belongs_to_the_box() -> None:
    assert kept(BODY, "Bài liên quan", TEASER, "Ngày đăng 17/04/2024", SUMMARY, MORE, BODY) == [BODY, MORE, BODY]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Xem thêm: Quảng Ninh dẫn đầu PAR INDEX 2022 với 90,10%", "invitation"),
        ("Đọc nhiều: Quảng Ninh dẫn đầu PAR INDEX 2022 | Hải Phòng nhì với 90,09%", "invitation"),
        ("Xem thêm Quảng Ninh dẫn đầu PAR INDEX 2022 với 90,10%", "invitation"),
        (">>> Hà Nội đứng thứ 2 về PAR INDEX 2019", "invitation"),
        ("Theo dõi Báo Gia Lai trên Google News", "invitation"),
        ("Mời bạn đọc theo dõi kênh Zalo của Tòa soạn", "invitation"),
        ("Đăng ký nhận bản tin", "invitation"),
        ("Minh Hải: Tỉnh mình 84% cơ mà. 18 lượt thích", "comment"),
        ("(đọc thêm)", "control"),
        ("Cỡ chữ", "control"),
        ("Chia sẻ  Lưu bài  2 bình luận", "control"),
        ("A- A A+", "control"),
        ("1.234 lượt xem", "control"),
        ("Ngày đăng 17/04/2024", "stamp"),
        ("Cập nhật lúc 08:15, 17/04/2024", "stamp"),
    ],
)
def test_a_line_is_furniture_by_itself(line: str, reason: str) -> None:
    assert mark([Line(BODY), Line(line), Line(MORE)]) == [None, reason, None]


@pytest.mark.parametrize(
    "line",
    [
        "PCI năm 2014: Đà Nẵng lại quán quân. Xem thêm Chỉ thị số 13/CT-TTg ngày 10/6/2015.",
        "Xem thêm bảng xếp hạng: Hà Nội đạt 84,64%. Hải Phòng đạt 91,87%, đứng thứ 1.",
        "Xem thêm Chỉ thị số 13/CT-TTg ngày 10/6/2015.",
        "Theo báo cáo, Hà Nội đứng thứ 2 với 84,64%.",
        "Chia sẻ kinh nghiệm, Quảng Ninh cho biết đã đạt 90,10%",
        "Bình luận của chuyên gia về kết quả PAR INDEX 2023 của Hà Nội, đạt 89,19%",
        "Ý kiến của người dân chiếm 10/100 điểm",
        "Tin khác biệt: Bắc Giang tăng 6 bậc",
        "Ngày 17/4/2024, Bộ Nội vụ công bố PAR INDEX 2023",
        "17/04/2024",
        "Hà Nội",
        "84,64",
        "In 8,5/10 điểm",
        "Có 12 người thích đọc báo",
        "",
    ],
)
def test_a_line_of_the_article_is_no_furniture(line: str) -> None:
    assert mark([Line(BODY), Line(line), Line(MORE), Line(LAST)]) == [None] * 4


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Hà Nội, Ngày 19/04/2024", "today"),
        ("Thứ Sáu, 19/04/2024 07:45 GMT+7", "stamp"),
        ("17/04/2024 | 15:20", "stamp"),
    ],
)
def test_a_bare_date_is_furniture_at_the_head_of_the_page_alone(line: str, reason: str) -> None:
    assert mark([Line(line), Line("Tiêu đề"), Line(BODY)]) == [reason, None, None]
    assert mark([Line(BODY), Line(line), Line(MORE)]) == [None, None, None]


def test_a_known_link_is_a_teaser_and_known_text_is_none() -> None:
    lines = [Line(BODY), Line("Tin liên quan"), Line("PAR INDEX", linked=True), Line(TEASER, linked=False), Line(MORE)]
    assert mark(lines) == [None, "box", "box", None, None]


PIECES = st.sampled_from(
    [BODY, MORE, LAST, TEASER, SUMMARY, "", " ", "Bình luận", "Tin liên quan", "Các tin khác", "17/04/2024", "Cỡ chữ"]
)
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"])


@given(st.lists(st.tuples(PIECES | st.text(max_size=20), ENDS), max_size=12))
def test_stretches_are_in_order_apart_and_without_space_around(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + end for piece, end in pieces)
    found = spans(text)
    assert found == spans(text)
    behind = 0
    for start, end, reason in found:
        assert behind <= start < end <= len(text)
        assert text[start:end].rstrip() == text[start:end]
        assert reason
        behind = end


@given(st.lists(PIECES, max_size=12))
def test_a_text_without_furniture_words_has_no_furniture(pieces: list[str]) -> None:
    prose = [piece for piece in pieces if piece in {BODY, MORE, LAST}]
    assert spans("\n".join(prose)) == []
