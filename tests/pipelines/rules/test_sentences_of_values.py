"""Sentences that tell of levels, means, changes and components: what they say, row by row."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "PAR INDEX 2015: Tỉnh Điện Biên thấp nhất trong 63 tỉnh, thành phố, với kết quả 74,99%.",
            ["2015 Điện Biên 74,99%"],
            id="field is no count",
        ),
        pytest.param(
            "PAR INDEX 2015: Bộ Y tế đứng đầu liền hai năm 2013 - 2014, nhưng năm 2015 tụt xuống vị trí thứ 3.",
            ["2013 Bộ Y tế hạng 1", "2014 Bộ Y tế hạng 1", "2015 Bộ Y tế hạng 3"],
            id="range of years",
        ),
        pytest.param(
            "HÀ NỘI - Đứng đầu bảng PAR INDEX 2014 là Đà Nẵng với 92,54%.",
            ["2014 Đà Nẵng hạng 1", "2014 Đà Nẵng 92,54%"],
            id="dateline",
        ),
        pytest.param(
            "DTI 2021: hai vị trí dẫn đầu lần lượt là Đà Nẵng (0,6419) và Thừa Thiên Huế (0,5872).",
            [
                "dti 2021 Đà Nẵng hạng 1",
                "dti 2021 Đà Nẵng 0,6419 điểm",
                "dti 2021 Thừa Thiên Huế hạng 2",
                "dti 2021 Thừa Thiên Huế 0,5872 điểm",
            ],
            id="leaders as a group",
        ),
        pytest.param(
            "Chỉ số CCHC 2018 của Sơn La đạt 80%. Diện tích cây ăn quả của tỉnh đứng thứ 2 cả nước.",
            ["2018 Sơn La 80%"],
            id="place of something else",
        ),
        pytest.param(
            "Chỉ số CCHC 2018: đứng đầu là Bệnh viện tỉnh Khánh Hòa với 91,49%, thấp nhất là Trường Đại học "
            "Khánh Hòa với 65,32%.",
            [],
            id="office that no list has",
        ),
        pytest.param(
            "PAR INDEX 2022: Bộ Tài chính đạt 98,11% ở chỉ đạo, điều hành; 95,46% ở cải cách thủ tục hành "
            "chính; 93,02% ở cải cách thể chế.",
            [
                "2022 Bộ Tài chính leadership 98,11%",
                "2022 Bộ Tài chính procedures 95,46%",
                "2022 Bộ Tài chính institutions 93,02%",
            ],
            id="values before their components",
        ),
        pytest.param(
            "DDCI 2022 Sóc Trăng: Thị xã Ngã Năm được 8,41 điểm ở chỉ số thành phần Tính năng động; chỉ số "
            "thành phần Hỗ trợ doanh nghiệp đạt 7 điểm.",
            [
                "ddci 2022 Thị xã Ngã Năm, Sóc Trăng tính năng động 8,41 điểm",
                "ddci 2022 Thị xã Ngã Năm, Sóc Trăng chính sách hỗ trợ doanh nghiệp 7 điểm",
            ],
            id="label behind its head",
        ),
        pytest.param(
            "PCI 2020 của Long An: Năm 2016, tỉnh đứng thứ 33; sang năm 2017 tụt thêm 8 bậc.",
            ["pci 2016 Long An hạng 33", "pci 2017 Long An -8 bậc từ 2016"],
            id="falls further",
        ),
        pytest.param(
            "Chỉ số CCHC 2022 của các bộ: bộ nào đạt dưới 50% thì trừ 1 điểm.",
            [],
            id="condition",
        ),
        pytest.param(
            "PAR INDEX 2022 của Bộ Tài chính đạt 89%, giảm 3.600 đầu mối, tương đương 37,7%.",
            ["2022 Bộ Tài chính 89%"],
            id="count restated",
        ),
        pytest.param(
            "Năm 2023, huyện Thái Thụy là đơn vị dẫn đầu tỉnh về chỉ số CCHC, 92,06 điểm.",
            ["2023 Huyện Thái Thụy, Thái Bình hạng 1", "2023 Huyện Thái Thụy, Thái Bình 92,06 điểm"],
            id="field of a province's units",
        ),
        pytest.param(
            "Bộ Nội vụ công bố Chỉ số CCHC năm 2022 cùng kết quả SIPAS của các bộ.\nTheo đó, Bộ Tư pháp đứng "
            "thứ nhất với 93,86%.",
            ["2022 Bộ Tư pháp hạng 1", "2022 Bộ Tư pháp 93,86%"],
            id="ours is told of again",
        ),
        pytest.param(
            "PAR INDEX 2022 qua vài con số. Chỉ hai địa phương trên 90%: Quảng Ninh và Hải Phòng. Bộ Y tế "
            "không thấp hơn 80%.",
            ["2022 Hải Phòng > 90%", "2022 Quảng Ninh > 90%", "2022 Bộ Y tế >= 80%"],
            id="threshold of named ones",
        ),
        pytest.param(
            "PAR INDEX 2022: Bộ Nội vụ đạt 91,77%, cao nhất khối bộ. Hà Nội đạt 88%, cao nhất từ trước đến nay.",
            ["2022 Bộ Nội vụ 91,77%", "2022 Bộ Nội vụ hạng 1", "2022 Hà Nội 88%"],
            id="highest behind a level",
        ),
        pytest.param(
            "Với 84,06%, tăng 4,66% so với năm 2022, Gia Lai dẫn đầu cả nước về SIPAS năm 2023.",
            ["sipas 2023 Gia Lai 84,06%", "sipas 2023 Gia Lai +4,66% từ 2022", "sipas 2023 Gia Lai hạng 1"],
            id="index behind all",
        ),
        pytest.param(
            "PAR INDEX Tiền Giang: hạng 51 (năm 2017) lên hạng 35 (năm 2018), 47 (năm 2021), lên 40 (năm 2022).",
            [
                "2017 Tiền Giang hạng 51",
                "2018 Tiền Giang hạng 35",
                "2021 Tiền Giang hạng 47",
                "2022 Tiền Giang hạng 40",
            ],
            id="places of years in brackets",
        ),
        pytest.param(
            "PAR INDEX 2020. Các vị trí kế tiếp: Bộ Nội vụ 4, Bộ Xây dựng 6, Bộ Y tế 7.",
            ["2020 Bộ Nội vụ hạng 4", "2020 Bộ Xây dựng hạng 6", "2020 Bộ Y tế hạng 7"],
            id="bare places behind names",
        ),
        pytest.param(
            "PAR INDEX 2023: 81,32% là kết quả thấp nhất (An Giang).",
            ["2023 An Giang 81,32%"],
            id="extreme before its holder",
        ),
        pytest.param(
            "PAR INDEX 2023 của Thái Nguyên: tài chính công xếp thứ 20, tác động của cải cách hành chính xếp "
            "thứ 26. Năm 2022, hai chỉ số thành phần này đứng thứ 30 và thứ 21.",
            [
                "2023 Thái Nguyên public_finance hạng 20",
                "2023 Thái Nguyên impact hạng 26",
                "2022 Thái Nguyên public_finance hạng 30",
                "2022 Thái Nguyên impact hạng 21",
            ],
            id="components told before",
        ),
        pytest.param(
            "Chỉ số CCHC 2023 của Lâm Đồng: Điểm bình quân của cấp xã đạt 84,37 điểm; của sở, ngành đạt 90,26 điểm.",
            ["2023 all_communes, Lâm Đồng 84,37 điểm", "2023 all_departments, Lâm Đồng 90,26 điểm"],
            id="one more mean",
        ),
        pytest.param(
            "Chỉ số CCHC 2023: Trung bình các bộ về cải cách tổ chức bộ máy đạt 94,60%, và Bộ Tài chính có "
            "giá trị cao nhất: 98,24%.",
            [
                "2023 all_ministries organization 94,6%",
                "2023 Bộ Tài chính organization hạng 1",
                "2023 Bộ Tài chính organization 98,24%",
            ],
            id="component stays behind a mean",
        ),
        pytest.param(
            "SIPAS 2023 của tỉnh Bắc Giang đạt 90%. Huyện Việt Yên đứng đầu về chứng thực bản sao với 55,8%, "
            "huyện Sơn Động xếp cuối với 44,1%.",
            ["sipas 2023 Bắc Giang 90%"],
            id="another ranking goes on",
        ),
        pytest.param(
            "Chỉ số CCHC 2020: “Công tác chỉ đạo, điều hành CCHC”: cao nhất là Quảng Ninh và Thái Nguyên (cùng 100%).",
            [
                "2020 Quảng Ninh leadership hạng 1",
                "2020 Quảng Ninh leadership 100%",
                "2020 Thái Nguyên leadership 100%",
            ],
            id="bracket for each",
        ),
        pytest.param(
            "Đà Nẵng dẫn đầu cải cách hành chính\n\nTrong các địa phương, Đà Nẵng đứng đầu với 93,31 điểm. Chỉ "
            "số CCHC năm 2015 được công bố hôm qua.",
            ["2015 Đà Nẵng hạng 1", "2015 Đà Nẵng 93,31 điểm"],
            id="headline names the measure",
        ),
    ],
)
def test_a_sentence_tells_these_rows_and_no_other(text: str, rows: list[str]) -> None:
    """In short words; the order is that of the quotes."""
    assert told(text) == rows
