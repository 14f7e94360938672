import pytest

from pipelines.credit import at_end, credited


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("Theo: hanoimoi.com.vn", "hanoimoi.com.vn"),
        ("Theo : hanoimoi.com.vn", "hanoimoi.com.vn"),
        ("THEO: HANOIMOI.COM.VN", "HANOIMOI.COM.VN"),
        ("Nguồn: Báo Nhân Dân", "Báo Nhân Dân"),
        ("Nguồn tin: baochinhphu.vn", "baochinhphu.vn"),
        ("(Nguồn: VietnamPlus)", "VietnamPlus"),
        ("(Theo TTXVN)", "TTXVN"),
        ("(TTXVN/Vietnam+)", "TTXVN/Vietnam+"),
        ("Nguồn - moha.gov.vn", "moha.gov.vn"),
        ("Nguô\u0300n: Báo Nhân Dân", "Báo Nhân Dân"),
    ],
)
def test_a_credit_line_names_the_paper(line: str, whom: str) -> None:
    assert credited(line) == whom


@pytest.mark.parametrize(
    ("line", "whom"),
    [
        ("Theo TTXVN", "TTXVN"),
        ("Theo hanoimoi.vn", "hanoimoi.vn"),
        ("Theo Báo Hà Nội mới", "Báo Hà Nội mới"),
        ("TTXVN/Vietnam+", "TTXVN/Vietnam+"),
    ],
)
def test_on_the_last_line_the_colon_may_be_missing(line: str, whom: str) -> None:
    assert credited(line, last=True) == whom
    assert credited(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Theo báo cáo Chỉ số cải cách hành chính năm 2019, Hà Nội đứng thứ 2.",
        "Theo đó, Hà Nội đạt 84,64%",
        "Theo Bộ Nội vụ, Hà Nội đứng thứ 2",
        "Nguồn lực: con người",
        "Nguồn: khảo sát 2023. Hà Nội đạt 84,64%",
        "Theo",
        "",
        "()",
    ],
)
def test_a_sentence_is_no_credit(line: str) -> None:
    assert credited(line, last=True) is None


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Kết quả được công bố sáng 17/4. (TTXVN/Vietnam+)", "TTXVN/Vietnam+"),
        ("Kết quả được công bố sáng 17/4./. (Theo TTXVN)", "TTXVN"),
        ("Kết quả được công bố sáng 17/4 (Theo TTXVN)./.", "TTXVN"),
        ("Hà Nội đạt 84,64% (năm 2018 đạt 83,97%).", None),
        ("Hà Nội đứng thứ 2 (sau Hải Phòng)", None),
    ],
)
def test_brackets_behind_the_last_sentence_may_credit(text: str, whom: str | None) -> None:
    assert at_end(text) == whom
