"""Ways of saying it that articles of the press have taught: what a sentence tells, row by row."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

TOLD = {
    "years in pairs": (
        "PCI của Thái Bình năm 2013/2012 tăng 15 bậc, năm 2014/2013 giảm 4 bậc.",
        ["pci 2013 Thái Bình +15 bậc từ 2012", "pci 2014 Thái Bình -4 bậc từ 2013"],
    ),
    "years counted on": (
        "PAR INDEX 2015 của Lai Châu xếp thứ 60. Bốn năm sau, tỉnh lên hạng 33.",
        ["2015 Lai Châu hạng 60", "2019 Lai Châu hạng 33"],
    ),
    "a bare older place in a bracket": (
        "PGI 2023: An Giang đứng thứ 7 cả nước (năm 2022 là 18).",
        ["pgi 2023 An Giang hạng 7", "pgi 2022 An Giang hạng 18"],
    ),
    "a year behind the index and the field of a place": (
        "PCI 2022 của Hà Giang đạt 60,5 điểm. Tỉnh từng đội sổ bảng PCI năm 2019 và đứng thứ 9 cả nước năm 2016.",
        ["pci 2022 Hà Giang 60,5 điểm", "pci 2019 Hà Giang hạng 63", "pci 2016 Hà Giang hạng 9"],
    ),
    "'tỉnh này' points back": (
        "PCI 2023: Bến Tre xếp thứ 20. Dẫn đầu là Lào Cai với 70,1 điểm; năm 2022, tỉnh này xếp thứ 4.",
        [
            "pci 2023 Bến Tre hạng 20",
            "pci 2023 Lào Cai hạng 1",
            "pci 2023 Lào Cai 70,1 điểm",
            "pci 2022 Lào Cai hạng 4",
        ],
    ),
    "a quoted label in small letters": (
        "Ở PCI 2023, chỉ số “tính năng động”: Hà Nam xếp thứ 4 (7,1/10 điểm), sau Bắc Giang (7,8/10 điểm).",
        [
            "pci 2023 Hà Nam tính năng động hạng 4",
            "pci 2023 Hà Nam tính năng động 7,1 điểm",
            "pci 2023 Bắc Giang tính năng động 7,8 điểm",
        ],
    ),
    "an agency of the government": (
        "DTI 2021: đứng đầu là Thông tấn xã Việt Nam với 0,45.",
        ["dti 2021 Thông tấn xã Việt Nam hạng 1", "dti 2021 Thông tấn xã Việt Nam 0,45 điểm"],
    ),
    "the highest of the changes": (
        "PAPI 2022: 28 tỉnh thăng hạng, cao nhất là Trà Vinh, thăng 34 bậc.",
        ["papi 2022 Trà Vinh +34 bậc từ 2021"],
    ),
    "the largest change of a group": (
        "PAPI 2022: 30 tỉnh tăng điểm, 31 tỉnh giảm điểm; giảm sâu nhất gần 3 điểm.",
        [],
    ),
    "an aside between a place and its holder": (
        "Đứng đầu PCI năm 2022, lần thứ ba, là Vĩnh Long: 72,95 điểm.",
        ["pci 2022 Vĩnh Long hạng 1", "pci 2022 Vĩnh Long 72,95 điểm"],
    ),
    "a place in apposition behind a dash": (
        "Thành phố Cao Lãnh - đơn vị dẫn đầu DDCI tỉnh Đồng Tháp năm 2021",
        ["ddci 2021 Thành phố Cao Lãnh, Đồng Tháp hạng 1"],
    ),
    "a ministry and a province lead their own rankings": (
        "Bộ Y tế và Cà Mau lần thứ hai dẫn đầu DTI năm 2021.",
        ["dti 2021 Bộ Y tế hạng 1", "dti 2021 Cà Mau hạng 1"],
    ),
    "members of those surpassed": (
        "Bộ Y tế đứng đầu PAR INDEX 2018, trên 17 cơ quan khác gồm Thanh tra Chính phủ, và đạt 91%.",
        ["2018 Bộ Y tế hạng 1", "2018 Bộ Y tế 91%"],
    ),
    "counts of those surpassed, values at names of a group": (
        "PAR INDEX 2018: Hậu Giang vượt 62 địa phương còn lại với 89%; ở nhóm cuối có Sơn La 71%, Yên Bái 72%.",
        ["2018 Hậu Giang 89%", "2018 Sơn La 71%", "2018 Yên Bái 72%"],
    ),
    "a place behind a dateline": (
        "QUẢNG NGÃI - Đứng đầu bảng, Gia Lai được 81,2% ở PAR INDEX 2014.",
        ["2014 Gia Lai hạng 1", "2014 Gia Lai 81,2%"],
    ),
    "whom somebody comes behind": (
        "PCI 2024: Hải Phòng dẫn đầu. Theo sau Hải Phòng trên bảng là Long An.",
        ["pci 2024 Hải Phòng hạng 1"],
    ),
    "a value before its holder": (
        "Với giá trị 89,42 điểm, cao nhất trong số 19 bộ, Bộ Y tế ở vị trí thứ nhất PAR INDEX 2015.",
        ["2015 Bộ Y tế 89,42 điểm", "2015 Bộ Y tế hạng 1"],
    ),
    "a place by the survey alone": (
        "PAR INDEX 2018 của Bộ Y tế đạt 81%. Điểm điều tra xã hội học của Bộ đứng thứ 2 trong số 19 cơ quan.",
        ["2018 Bộ Y tế 81%"],
    ),
    "a place held before": (
        "PCI 2019: Nam Định sau 4 năm liên tiếp là “quán quân” đã tụt xuống vị trí thứ 5.",
        ["pci 2019 Nam Định hạng 5"],
    ),
    "a clause that ranks within its region": (
        "PAPI 2022 của Kon Tum: cả nước thăng 7 bậc, trong vùng Tây Nguyên thăng 1 bậc (từ vị trí 4 lên 3).",
        [
            "papi 2022 Kon Tum +7 bậc từ 2021",
            "papi 2022 Kon Tum +1 bậc từ 2021 (Tây Nguyên)",
            "papi 2021 Kon Tum hạng 4 (Tây Nguyên)",
            "papi 2022 Kon Tum hạng 3 (Tây Nguyên)",
        ],
    ),
    "two that lead a ranking each": (
        "Hai đơn vị dẫn đầu PAR INDEX 2017 là Bộ Y tế và tỉnh Cà Mau; Lào Cai xếp thứ 7.",
        ["2017 Bộ Y tế hạng 1", "2017 Cà Mau hạng 1", "2017 Lào Cai hạng 7"],
    ),
    "satisfaction where its index was named": (
        "Hải Phòng công bố PAR INDEX và chỉ số SIPAS năm 2022.\n"
        "Bình quân mức độ hài lòng các cơ quan của Hải Phòng là 92,7%: khối sở, ban, ngành 93,9%; khối phường 92,3%.\n"
        "Kết quả đo lường sự hài lòng của các sở, ban, ngành: Sở Y tế xếp thứ nhất.",
        [
            "sipas 2022 Hải Phòng 92,7%",
            "sipas 2022 all_departments, Hải Phòng 93,9%",
            "sipas 2022 all_communes, Hải Phòng 92,3%",
            "sipas 2022 Sở Y tế, Hải Phòng hạng 1",
        ],
    ),
    "a value with which somebody belongs to a group": (
        "Ở bảng PAPI 2023, Lào Cai thuộc nhóm cao nhất với 46,02 điểm; Cà Mau trong nhóm trung bình, được 41 điểm.",
        ["papi 2023 Lào Cai 46,02 điểm", "papi 2023 Cà Mau 41 điểm"],
    ),
    "years enumerated anew": (
        "PAR INDEX 2019 của Lào Cai xếp hạng 45, lùi 5 bậc so năm 2018; các năm 2016, 2017 lần lượt xếp thứ 50 và 48.",
        ["2019 Lào Cai hạng 45", "2019 Lào Cai -5 bậc từ 2018", "2016 Lào Cai hạng 50", "2017 Lào Cai hạng 48"],
    ),
    "a place that somebody came from opens": (
        "Từ vị trí 43 năm 2016, Cà Mau đã leo lên hạng 10 PCI năm 2017.",
        ["pci 2016 Cà Mau hạng 43", "pci 2017 Cà Mau hạng 10"],
    ),
    "both places of a way up within a region": (
        "PCI 2022: Cà Mau từ hạng 45 lên hạng 32 toàn quốc, từ hạng 10 lên hạng 7 khu vực Đồng bằng sông Cửu Long.",
        [
            "pci 2021 Cà Mau hạng 45",
            "pci 2022 Cà Mau hạng 32",
            "pci 2021 Cà Mau hạng 10 (Đồng bằng sông Cửu Long)",
            "pci 2022 Cà Mau hạng 7 (Đồng bằng sông Cửu Long)",
        ],
    ),
    "years set against each other": (
        "Nếu như năm 2015, PCI Cà Mau ở hạng 34, thì năm 2016 tụt xuống hạng 36.",
        ["pci 2015 Cà Mau hạng 34", "pci 2016 Cà Mau hạng 36"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), TOLD.values(), ids=TOLD)
def test_a_sentence_of_the_press_tells(text: str, rows: list[str]) -> None:
    assert told(text) == rows
