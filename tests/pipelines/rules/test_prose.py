"""Sentences of prose and what they state: one or two of each way of saying it that articles have taught."""

from __future__ import annotations

import pytest

from pipelines.statements import extract
from tests.pipelines.rules.tabled import lines, stated


def told(text: str) -> set[tuple[int | None, str, str, str, float]]:
    """What a text states, apart from its index: year, subject, component, metric, value."""
    return {row[1:] for row in stated(lines(text))}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "PCI của Thái Bình năm 2013/2012 tăng 15 bậc, năm 2014/2013 giảm 4 bậc.",
            {(2013, "Thái Bình", "total", "rank_change", 15), (2014, "Thái Bình", "total", "rank_change", -4)},
            id="years in pairs",
        ),
        pytest.param(
            "PAR INDEX 2015 của Lai Châu xếp thứ 60. Bốn năm sau, tỉnh lên hạng 33.",
            {(2015, "Lai Châu", "total", "rank", 60), (2019, "Lai Châu", "total", "rank", 33)},
            id="years counted on",
        ),
        pytest.param(
            "PGI 2023: An Giang đứng thứ 7 cả nước (năm 2022 là 18).",
            {(2023, "An Giang", "total", "rank", 7), (2022, "An Giang", "total", "rank", 18)},
            id="a bare older place in a bracket",
        ),
        pytest.param(
            "PCI 2022 của Hà Giang đạt 60,5 điểm. Tỉnh từng đội sổ bảng PCI năm 2019 và đứng thứ 9 cả nước năm 2016.",
            {
                (2022, "Hà Giang", "total", "score", 60.5),
                (2019, "Hà Giang", "total", "rank", 63),
                (2016, "Hà Giang", "total", "rank", 9),
            },
            id="a year behind the index and the field of a place",
        ),
        pytest.param(
            "PCI 2023: Bến Tre xếp thứ 20. Dẫn đầu là Lào Cai với 70,1 điểm; năm 2022, tỉnh này xếp thứ 4.",
            {
                (2023, "Bến Tre", "total", "rank", 20),
                (2023, "Lào Cai", "total", "rank", 1),
                (2023, "Lào Cai", "total", "score", 70.1),
                (2022, "Lào Cai", "total", "rank", 4),
            },
            id="'tỉnh này' points back",
        ),
        pytest.param(
            "Ở PCI 2023, chỉ số “tính năng động”: Hà Nam xếp thứ 4 (7,1/10 điểm), sau Bắc Giang (7,8/10 điểm).",
            {
                (2023, "Hà Nam", "tính năng động", "rank", 4),
                (2023, "Hà Nam", "tính năng động", "score", 7.1),
                (2023, "Bắc Giang", "tính năng động", "score", 7.8),
            },
            id="a quoted label in small letters",
        ),
        pytest.param(
            "DTI 2021: đứng đầu là Thông tấn xã Việt Nam với 0,45.",
            {
                (2021, "Thông tấn xã Việt Nam", "total", "rank", 1),
                (2021, "Thông tấn xã Việt Nam", "total", "score", 0.45),
            },
            id="an agency of the government",
        ),
        pytest.param(
            "PAPI 2022: 28 tỉnh thăng hạng, cao nhất là Trà Vinh, thăng 34 bậc.",
            {(2022, "Trà Vinh", "total", "rank_change", 34)},
            id="the highest of the changes",
        ),
        pytest.param(
            "PAPI 2022: 30 tỉnh tăng điểm, 31 tỉnh giảm điểm; giảm sâu nhất gần 3 điểm.",
            set(),
            id="the largest change of a group",
        ),
        pytest.param(
            "Đứng đầu PCI năm 2022, lần thứ ba, là Vĩnh Long: 72,95 điểm.",
            {(2022, "Vĩnh Long", "total", "rank", 1), (2022, "Vĩnh Long", "total", "score", 72.95)},
            id="an aside between a place and its holder",
        ),
        pytest.param(
            "Thành phố Cao Lãnh - đơn vị dẫn đầu DDCI tỉnh Đồng Tháp năm 2021",
            {(2021, "Thành phố Cao Lãnh", "total", "rank", 1)},
            id="a place in apposition behind a dash",
        ),
        pytest.param(
            "Bộ Y tế và Cà Mau lần thứ hai dẫn đầu DTI năm 2021.",
            {(2021, "Bộ Y tế", "total", "rank", 1), (2021, "Cà Mau", "total", "rank", 1)},
            id="a ministry and a province lead their own rankings",
        ),
        pytest.param(
            "Bộ Y tế đứng đầu PAR INDEX 2018, trên 17 cơ quan khác gồm Thanh tra Chính phủ, và đạt 91%.",
            {(2018, "Bộ Y tế", "total", "rank", 1), (2018, "Bộ Y tế", "total", "percent", 91)},
            id="members of those surpassed",
        ),
        pytest.param(
            "PAR INDEX 2018: Hậu Giang vượt 62 địa phương còn lại với 89%; ở nhóm cuối có Sơn La 71%, Yên Bái 72%.",
            {
                (2018, "Hậu Giang", "total", "percent", 89),
                (2018, "Sơn La", "total", "percent", 71),
                (2018, "Yên Bái", "total", "percent", 72),
            },
            id="counts of those surpassed, values at names of a group",
        ),
        pytest.param(
            "QUẢNG NGÃI - Đứng đầu bảng, Gia Lai được 81,2% ở PAR INDEX 2014.",
            {(2014, "Gia Lai", "total", "rank", 1), (2014, "Gia Lai", "total", "percent", 81.2)},
            id="a place behind a dateline",
        ),
        pytest.param(
            "PCI 2024: Hải Phòng dẫn đầu. Theo sau Hải Phòng trên bảng là Long An.",
            {(2024, "Hải Phòng", "total", "rank", 1)},
            id="whom somebody comes behind",
        ),
        pytest.param(
            "Với giá trị 89,42 điểm, cao nhất trong số 19 bộ, Bộ Y tế ở vị trí thứ nhất PAR INDEX 2015.",
            {(2015, "Bộ Y tế", "total", "score", 89.42), (2015, "Bộ Y tế", "total", "rank", 1)},
            id="a value before its holder",
        ),
        pytest.param(
            "PAR INDEX 2018 của Bộ Y tế đạt 81%. Điểm điều tra xã hội học của Bộ đứng thứ 2 trong số 19 cơ quan.",
            {(2018, "Bộ Y tế", "total", "percent", 81)},
            id="a place by the survey alone",
        ),
        pytest.param(
            "PCI 2019: Nam Định sau 4 năm liên tiếp là “quán quân” đã tụt xuống vị trí thứ 5.",
            {(2019, "Nam Định", "total", "rank", 5)},
            id="a place held before",
        ),
    ],
)
def test_prose_states(text: str, rows: set[tuple[int | None, str, str, str, float]]) -> None:
    assert told(text) == rows


def test_a_clause_ranks_within_its_region() -> None:
    text = "PAPI 2022 của Kon Tum: cả nước thăng 7 bậc, trong vùng Tây Nguyên thăng 1 bậc (từ vị trí 4 lên 3)."
    rows = extract(lines(text)).statements
    assert [(row.metric, row.value, row.scope is not None) for row in rows] == [
        ("rank_change", 7, False),
        ("rank_change", 1, True),
        ("rank", 4, True),
        ("rank", 3, True),
    ]
