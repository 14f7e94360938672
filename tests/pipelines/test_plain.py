from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.document import PartialDate
from pipelines.plain import Head, head

NOW = datetime(2024, 4, 19, tzinfo=UTC)
TITLE = "Thủ đô đứng thứ hai về PAR INDEX"
BODY = "Năm 2019 Hà Nội đứng thứ 2 cả nước về PAR INDEX, đạt 84,64%; năm 2018 đạt 83,97%."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([TITLE, "", BODY], Head(TITLE), id="title above the text"),
        pytest.param(
            ["Hà Nội, Ngày 19/04/2024", "", TITLE, "", "Ngày đăng: 20/05/2020   14:08", "Mặc định Cỡ chữ", BODY],
            Head(TITLE, PartialDate(2020, 5, 20)),
            id="the day of the visit above, the date below",
        ),
        pytest.param(
            ["Trang chủ Chính trị Xã hội", "Thứ Sáu, 19/04/2024 07:45", TITLE, "A- A A+", "17/04/2024 | 15:20", BODY],
            Head(TITLE, PartialDate(2024, 4, 17)),
            id="a menu and a clock above",
        ),
        pytest.param(
            ["Trang chủ > Tin tức > Cải cách", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH YÊN BÁI", TITLE, BODY],
            Head(TITLE),
            id="a path",
        ),
        pytest.param(
            ["Vì sao Cà Mau tụt sâu trên bảng PAR INDEX?", BODY],
            Head("Vì sao Cà Mau tụt sâu trên bảng PAR INDEX?"),
            id="?",
        ),
        pytest.param(
            ["10 địa phương đứng đầu năm 2020", BODY], Head("10 địa phương đứng đầu năm 2020"), id="a number first"
        ),
        pytest.param([BODY, TITLE], Head(), id="text at once"),
        pytest.param(["Tin vắn", BODY], Head(), id="too short"),
        pytest.param([TITLE, "Ngày đăng: 20/05/2025", BODY], Head(TITLE), id="a date to come"),
        pytest.param([TITLE, BODY, "Ngày đăng 17/04/2024"], Head(TITLE), id="the date of a teaser below"),
        pytest.param([], Head(), id="nothing"),
    ],
)
def test_the_head_of_a_text_tells_its_title_and_date(lines: list[str], expected: Head) -> None:
    assert head("\n".join(lines), NOW) == expected


@given(st.lists(st.sampled_from([TITLE, BODY, "", "17/04/2024", "Bình luận", "Cỡ chữ", " x "]) | st.text(max_size=30)))
def test_a_title_is_always_a_line_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = head(text, NOW)
    assert found.title in text
    assert found.title == "" or found.title in {line.strip() for line in text.splitlines()}
