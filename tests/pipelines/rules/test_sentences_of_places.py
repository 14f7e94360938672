"""Sentences that tell of places, and of names that something stands for: what they say, row by row."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Chỉ số CCHC cấp huyện năm 2021 tỉnh Hải Dương do thành phố Hải Dương dẫn đầu với 90,88 điểm.",
            ["2021 Thành phố Hải Dương, Hải Dương hạng 1", "2021 Thành phố Hải Dương, Hải Dương 90,88 điểm"],
            id="held by whom 'do' names",
        ),
        pytest.param(
            "Năm 2023, huyện Kiến Xương có chỉ số CCHC 91 điểm; thành phố Thái Bình về thứ ba (90,17 điểm).",
            [
                "2023 Huyện Kiến Xương, Thái Bình 91 điểm",
                "2023 Thành phố Thái Bình, Thái Bình hạng 3",
                "2023 Thành phố Thái Bình, Thái Bình 90,17 điểm",
            ],
            id="weekday or place",
        ),
        pytest.param(
            "Ở khối bộ, bình quân PAR INDEX 2015 là 85,3%, tăng 8,31% so với năm 2014, khi ấy mới 76,99%.",
            ["2015 all_ministries 85,3%", "2015 all_ministries +8,31% từ 2014", "2014 all_ministries 76,99%"],
            id="'khi ấy' is the older year",
        ),
        pytest.param(
            "PAR INDEX 2015: Bộ Giao thông vận tải từng đứng đầu hai năm 2013 và 2014, nay lùi về vị trí thứ 3.",
            [
                "2013 Bộ Giao thông vận tải hạng 1",
                "2014 Bộ Giao thông vận tải hạng 1",
                "2015 Bộ Giao thông vận tải hạng 3",
            ],
            id="'nay' is the article's year",
        ),
        pytest.param(
            "Chỉ số CCHC năm 2022 của 17 bộ:\nCải cách thể chế: trung bình 82,10%. Bộ Tư pháp dẫn đầu với "
            "97%.\nCải cách tài chính công: trung bình 81,46%. Bộ Nội vụ chỉ về thứ tư.\nCải cách chế độ công "
            "vụ: 83,31%.",
            [
                "2022 all_ministries institutions 82,1%",
                "2022 Bộ Tư pháp institutions hạng 1",
                "2022 Bộ Tư pháp institutions 97%",
                "2022 all_ministries public_finance 81,46%",
                "2022 Bộ Nội vụ public_finance hạng 4",
                "2022 all_ministries civil_service 83,31%",
            ],
            id="component leads a line",
        ),
        pytest.param(
            "PAR INDEX 2024 của Long An, Bình Dương, Tây Ninh được công bố. SIPAS năm 2024 của ba tỉnh này "
            "lần lượt xếp hạng 29, 07 và 05.",
            ["sipas 2024 Long An hạng 29", "sipas 2024 Bình Dương hạng 7", "sipas 2024 Tây Ninh hạng 5"],
            id="names last enumerated",
        ),
        pytest.param(
            "Năm 2020, chỉ số chuyển đổi số (DTI) của Việt Nam là 0,48 điểm. Tỉnh Bắc Ninh đạt 0,55 điểm, xếp thứ 5.",
            ["dti 2020 Việt Nam 0,48 điểm", "dti 2020 Bắc Ninh 0,55 điểm", "dti 2020 Bắc Ninh hạng 5"],
            id="country and pillars",
        ),
        pytest.param(
            "SIPAS của cả nước năm 2023 đạt 82,66%, tăng 2,58% so với năm 2022.",
            ["sipas 2023 all_provinces 82,66%", "sipas 2023 all_provinces +2,58% từ 2022"],
            id="whole field measured",
        ),
        pytest.param(
            "PAR INDEX 2022: Bộ Tài chính đạt 92,50%, Bộ Nội vụ đạt 92,21%, Bộ Công Thương đạt 91,04%, lần "
            "lượt đứng nhất, nhì, ba.",
            [
                "2022 Bộ Tài chính 92,5%",
                "2022 Bộ Nội vụ 92,21%",
                "2022 Bộ Công Thương 91,04%",
                "2022 Bộ Công Thương hạng 3",
                "2022 Bộ Nội vụ hạng 2",
                "2022 Bộ Tài chính hạng 1",
            ],
            id="bare ordinals go on",
        ),
        pytest.param(
            "Chỉ số CCHC của Hà Nội năm 2023: điểm phục vụ hành chính công số 1, số 2 mở cửa cả ngày.",
            [],
            id="counters are no places",
        ),
        pytest.param(
            "Năm 2023, PAR INDEX của Quảng Ninh đạt 92,18%, hơn đơn vị thứ nhì 0,31%.",
            ["2023 Quảng Ninh 92,18%"],
            id="gap behind 'hơn đơn vị'",
        ),
        pytest.param(
            "PAR INDEX 2023: Đồng bằng sông Hồng đạt 88,33%, hơn Đông Nam Bộ, vùng đứng thứ hai, 0,54%.",
            ["2023 Đồng bằng sông Hồng 88,33%", "2023 Đông Nam Bộ hạng 2"],
            id="place in apposition",
        ),
        pytest.param(
            "PCI 2021: Hà Nội hạng 1 (65,68 điểm); riêng hạng 3 đổi chủ từ Hải Phòng sang Quảng Ninh.",
            ["pci 2021 Hà Nội hạng 1", "pci 2021 Hà Nội 65,68 điểm"],
            id="place that changes hands",
        ),
        pytest.param(
            "PCI 2019: Tỉnh Bến Tre để mất vị trí quán quân.",
            [],
            id="lost place",
        ),
        pytest.param(
            "PAR INDEX 2021 của Bộ Y tế là 88,05%, xếp thứ 5; còn 86,13% là kết quả năm 2017, khi Bộ về nhì.",
            ["2021 Bộ Y tế 88,05%", "2021 Bộ Y tế hạng 5", "2017 Bộ Y tế 86,13%", "2017 Bộ Y tế hạng 2"],
            id="year before 'khi'",
        ),
        pytest.param(
            "SIPAS năm 2022 và 2023 của tỉnh Hà Nam lần lượt 80,91% (hạng 34) và 83,88% (hạng 22).",
            [
                "sipas 2022 Hà Nam 80,91%",
                "sipas 2023 Hà Nam 83,88%",
                "sipas 2022 Hà Nam hạng 34",
                "sipas 2023 Hà Nam hạng 22",
            ],
            id="brackets of paired values",
        ),
        pytest.param(
            "Chỉ số CCHC cấp xã 2023 của Lâm Đồng: phường Một 94,72 điểm, phường Hai 94,05 điểm xếp thứ 2 và thứ 3.",
            [
                "2023 Phường Một, Lâm Đồng 94,72 điểm",
                "2023 Phường Hai, Lâm Đồng 94,05 điểm",
                "2023 Phường Hai, Lâm Đồng hạng 3",
                "2023 Phường Một, Lâm Đồng hạng 2",
            ],
            id="places behind names with levels",
        ),
        pytest.param(
            "PAR INDEX của Bình Dương năm 2020 đạt 88,1%; năm 2021: 89%. Thứ hạng tương ứng: 12, 4.",
            ["2020 Bình Dương 88,1%", "2021 Bình Dương 89%", "2020 Bình Dương hạng 12", "2021 Bình Dương hạng 4"],
            id="places of the years told before",
        ),
        pytest.param(
            "Chỉ số CCHC 2023 của Hải Phòng. Khối phường: phường Hồng Bàng xếp thứ nhất, Hải An xếp thứ 2, "
            "Hồng An xếp thứ 3.",
            [
                "2023 Phường Hồng Bàng, Hải Phòng hạng 1",
                "2023 Phường Hải An, Hải Phòng hạng 2",
                "2023 Phường Hồng An, Hải Phòng hạng 3",
            ],
            id="bare communes of a list",
        ),
        pytest.param(
            "PCI năm 2022, Gia Lai đứng thứ 45/63 (so với năm 2021 giảm 0,9 điểm), đứng thứ 4 khu vực Tây "
            "Nguyên (giảm 2 bậc so với năm 2021).",
            [
                "pci 2022 Gia Lai hạng 45",
                "pci 2022 Gia Lai -0,9 điểm từ 2021",
                "pci 2022 Gia Lai hạng 4 (Tây Nguyên)",
                "pci 2022 Gia Lai -2 bậc từ 2021 (Tây Nguyên)",
            ],
            id="bracket behind a regional place",
        ),
        pytest.param(
            "Chỉ số CCHC năm 2020: cao nhất là Sở Tài chính Hà Nội, tổng điểm 92,76 điểm; thấp nhất là Sở Y "
            "tế Hà Nội với 80 điểm.",
            [
                "2020 Sở Tài chính, Hà Nội hạng 1",
                "2020 Sở Tài chính, Hà Nội 92,76 điểm",
                "2020 Sở Y tế, Hà Nội 80 điểm",
            ],
            id="province behind its department",
        ),
        pytest.param(
            "PAR INDEX 2017 của Đắk Lắk: mất nhiều điểm nhất là hiện đại hóa hành chính (mất 7,14/16 điểm).",
            [],
            id="points lost",
        ),
        pytest.param(
            "SIPAS năm 2022, Đồng Nai ở thứ 29/63 tỉnh, thành; PAPI thuộc nhóm trung bình thấp, còn PAR "
            "Index ở vị trí 51/63.",
            ["sipas 2022 Đồng Nai hạng 29", "2022 Đồng Nai hạng 51"],
            id="classes of means",
        ),
        pytest.param(
            "PAR INDEX năm 2021 của Hà Tĩnh đạt 89,12 điểm, tỷ lệ 89,12%; đứng thứ 5/63.",
            ["2021 Hà Tĩnh 89,12 điểm", "2021 Hà Tĩnh 89,12%", "2021 Hà Tĩnh hạng 5"],
            id="points said again in percent",
        ),
        pytest.param(
            "PAR INDEX 2013 của tỉnh Hà Nam được 76,72 điểm. Bình quân 4 năm của tỉnh Hà Nam là 81,76 điểm.",
            ["2013 Hà Nam 76,72 điểm"],
            id="mean of years",
        ),
        pytest.param(
            "PAR INDEX 2022: tăng mạnh nhất là tỉnh Bình Thuận, 6,39%, ít nhất là Lai Châu, 0,19%.",
            ["2022 Bình Thuận +6,39% từ 2021", "2022 Lai Châu +0,19% từ 2021"],
            id="superlatives of change",
        ),
        pytest.param(
            "Năm 2023, PAR INDEX của Hải Phòng là 90,59%, và lần đầu tiên thành phố xếp thứ nhất về sự hài lòng.",
            ["2023 Hải Phòng 90,59%", "sipas 2023 Hải Phòng hạng 1"],
            id="ranked by satisfaction",
        ),
    ],
)
def test_a_sentence_tells_these_rows_and_no_other(text: str, rows: list[str]) -> None:
    """In short words; the order is that of the quotes."""
    assert told(text) == rows
