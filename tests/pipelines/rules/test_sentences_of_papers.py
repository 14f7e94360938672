"""Everyday ways of the papers to tell results: what a sentence tells, row by row."""

from __future__ import annotations

import pytest

from tests.pipelines.rules.told import told

TOLD = {
    "a name that ends like a word of comparison": (
        "Chỉ số CCHC năm 2023 của các huyện: thành phố Quy Nhơn hạng 4, tăng 2 bậc.",
        ["2023 Thành phố Quy Nhơn, Bình Định hạng 4", "2023 Thành phố Quy Nhơn, Bình Định +2 bậc từ 2022"],
    ),
    "a maximum in passing before a change": (
        "PAR INDEX 2022 của Lào Cai đạt 86,1 điểm trên thang điểm 100, cao hơn năm 2021 1,2 điểm.",
        ["2022 Lào Cai 86,1 điểm", "2022 Lào Cai +1,2 điểm từ 2021"],
    ),
    "a change from the year of an index": (
        "PAPI 2022 của Hậu Giang đạt 43,9 điểm, hơn PAPI năm 2021 1,25 điểm.",
        ["papi 2022 Hậu Giang 43,9 điểm", "papi 2022 Hậu Giang +1,25 điểm từ 2021"],
    ),
    "the satisfied of SIPAS": (
        "Với SIPAS 2022, Bến Tre đứng thứ 8, tỷ lệ hài lòng 84,1%, hơn năm 2021 2,3%.",
        ["sipas 2022 Bến Tre hạng 8", "sipas 2022 Bến Tre 84,1%", "sipas 2022 Bến Tre +2,3% từ 2021"],
    ),
    "years enumerated before their subject": (
        "PAR INDEX 2022: ở các năm 2018, 2019, 2020, Bộ Tư pháp cũng xếp thứ 3.",
        ["2018 Bộ Tư pháp hạng 3", "2019 Bộ Tư pháp hạng 3", "2020 Bộ Tư pháp hạng 3"],
    ),
    "years enumerated behind a place": (
        "PCI năm 2018 Lai Châu đứng thứ 60, hai năm 2019 và 2020 cùng xếp hạng 58.",
        ["pci 2018 Lai Châu hạng 60", "pci 2019 Lai Châu hạng 58", "pci 2020 Lai Châu hạng 58"],
    ),
    "'nếu như' sets two against each other": (
        "Năm 2022, nếu như PAPI của Trà Vinh tăng 1,8 điểm thì PCI giảm 0,7 điểm và 9 bậc.",
        [
            "papi 2022 Trà Vinh +1,8 điểm từ 2021",
            "pci 2022 Trà Vinh -0,7 điểm từ 2021",
            "pci 2022 Trà Vinh -9 bậc từ 2021",
        ],
    ),
    "'nếu như' hopes": (
        "PAR INDEX 2022 của Huế đạt 85%. Nếu như cố gắng hơn thì tỉnh sẽ đạt 90%.",
        ["2022 Thừa Thiên Huế 85%"],
    ),
    "a mean of years": (
        "PAR INDEX 2022 của Lào Cai đạt 84,1%. Tính trung bình cả 4 năm, tỉnh được 82,5%.",
        ["2022 Lào Cai 84,1%"],
    ),
    "a class of whoever reaches it": (
        "PAR INDEX 2022: Cà Mau đạt 84,1%. Từ 90% trở lên xếp nhóm A.",
        ["2022 Cà Mau 84,1%"],
    ),
    "a maximum of the index": (
        "PGI 2023: Gia Lai đạt 24,2 điểm. Tổng điểm tối đa của PGI là 40 điểm.",
        ["pgi 2023 Gia Lai 24,2 điểm"],
    ),
    "a year counted back": (
        "PAR INDEX 2023 của Lai Châu xếp thứ 50. Trước đó ba năm, tỉnh đứng thứ 61 với 78,2%.",
        ["2023 Lai Châu hạng 50", "2020 Lai Châu hạng 61", "2020 Lai Châu 78,2%"],
    ),
    "this figure": (
        "PAR INDEX 2021 của Bộ Y tế đạt 79,5%. Năm 2022, con số này là 82,4%.",
        ["2021 Bộ Y tế 79,5%", "2022 Bộ Y tế 82,4%"],
    ),
    "what a subject got away from": (
        "PAR INDEX 2022: An Giang tăng 5,4% và thoát khỏi vị trí thứ 63.",
        ["2022 An Giang +5,4% từ 2021", "2021 An Giang hạng 63"],
    ),
    "who acts on a date": (
        "Bộ Nội vụ ngày 13/5/2020 đã ra Quyết định về PAR INDEX 2019. Lào Cai đạt 82,8%. Thể chế đứng thứ 52/63.",
        ["2019 Lào Cai 82,8%", "2019 Lào Cai institutions hạng 52"],
    ),
    "the largest change in a bracket": (
        "PAR INDEX 2022: Tây Nguyên đạt 83,8%, là vùng có mức tăng lớn nhất (3,2%).",
        ["2022 Tây Nguyên 83,8%", "2022 Tây Nguyên +3,2% từ 2021"],
    ),
    "a bracket behind the place of another": (
        "PAR INDEX 2022: Hà Nam đạt 86,1%, bỏ xa Hòa Bình đứng thứ 40 (83,5%).",
        ["2022 Hà Nam 86,1%", "2022 Hòa Bình hạng 40", "2022 Hòa Bình 83,5%"],
    ),
    "a level between the last place and its holder": (
        "PAR INDEX 2022: nhì bảng là Bộ Tư pháp. Xếp cuối cùng, với 73,9%, là Bộ Y tế.",
        ["2022 Bộ Tư pháp hạng 2", "2022 Bộ Y tế hạng 17", "2022 Bộ Y tế 73,9%"],
    ),
    "the extremes and whose they are in brackets": (
        "PCI 2022: cao nhất là 72,9 (Long An). Thấp nhất là 59,5 (Hà Nam), so với năm 2021 tăng 3,1 điểm.",
        ["pci 2022 Long An 72,9 điểm", "pci 2022 Hà Nam 59,5 điểm", "pci 2022 Hà Nam +3,1 điểm từ 2021"],
    ),
    "the best": (
        "PAR INDEX 2022: ở khối bộ, tốt nhất là Bộ Tư pháp, 90,1%.",
        ["2022 Bộ Tư pháp hạng 1", "2022 Bộ Tư pháp 90,1%"],
    ),
    "two along with each other": (
        "PAR INDEX 2022: Bộ Công Thương cùng Bộ Y tế đồng hạng 13.",
        ["2022 Bộ Công Thương hạng 13", "2022 Bộ Y tế hạng 13"],
    ),
    "two share a place": (
        "PAR INDEX 2022: đồng hạng nhì là Long An và Hà Nam (cùng 87,1%).",
        ["2022 Hà Nam hạng 2", "2022 Long An hạng 2", "2022 Hà Nam 87,1%", "2022 Long An 87,1%"],
    ),
    "a place in a region told right before": (
        "PAR INDEX 2022: Trà Vinh tăng 9 bậc, song trong 13 tỉnh, thành vùng Đồng bằng sông Cửu Long mới đứng thứ 8.",
        ["2022 Trà Vinh +9 bậc từ 2021", "2022 Trà Vinh hạng 8 (Đồng bằng sông Cửu Long)"],
    ),
    "a region alone counted": (
        "PAR INDEX 2022: Long An xếp thứ 2. Nếu chỉ tính vùng Đồng bằng sông Cửu Long, tỉnh đứng đầu.",
        ["2022 Long An hạng 2", "2022 Long An hạng 1 (Đồng bằng sông Cửu Long)"],
    ),
    "places called steps": (
        "ICT Index 2016: Hòa Bình nhảy từ bậc 21 (năm 2015) lên bậc 4 cả nước (năm 2016).",
        ["ict 2015 Hòa Bình hạng 21", "ict 2016 Hòa Bình hạng 4"],
    ),
    "a contest of emulation": (
        "PAR INDEX 2022: Hòa Bình đạt 83,5%. Tỉnh được xếp hạng nhất thi đua khối miền núi.",
        ["2022 Hòa Bình 83,5%"],
    ),
    "another measure at the head of a clause": (
        "PAR INDEX 2022 của Bộ Y tế đạt 82,1%.\nVề điểm thẩm định, Bộ đứng thứ nhất với 58,3%.",
        ["2022 Bộ Y tế 82,1%"],
    ),
    "both of two components": (
        "PAR INDEX 2022: Bến Tre thứ 2 về tài chính công, thứ 9 về thể chế. Cả hai lĩnh vực này do Long An dẫn đầu.",
        [
            "2022 Bến Tre public_finance hạng 2",
            "2022 Bến Tre institutions hạng 9",
            "2022 Long An institutions hạng 1",
            "2022 Long An public_finance hạng 1",
        ],
    ),
    "successive numbers in brackets": (
        "PAR INDEX 2022: ba vị trí cuối là Lai Châu (61), Bến Tre (62), Cao Bằng (63).",
        ["2022 Lai Châu hạng 61", "2022 Bến Tre hạng 62", "2022 Cao Bằng hạng 63"],
    ),
    "numbers in brackets that do not follow each other": (
        "PCI 2022: xếp hạng cao có Lai Châu (61), Bến Tre (64), Cao Bằng (69).",
        [],
    ),
    "another group's mean": (
        "Chỉ số CCHC năm 2022: điểm bình quân của cấp xã là 84,3 điểm; của nhóm cấp huyện là 86,4 điểm.",
        ["2022 all_communes 84,3 điểm", "2022 all_districts 86,4 điểm"],
    ),
    "the bounds of amounts": (
        "PAR INDEX 2016 của Hà Nam tụt hơn 10 bậc, PCI tăng trên mười bậc, PAPI giảm khoảng 5 bậc.",
        ["2016 Hà Nam < -10 bậc từ 2015", "pci 2016 Hà Nam > +10 bậc từ 2015", "papi 2016 Hà Nam ~ -5 bậc từ 2015"],
    ),
    "'also' goes on about the component": (
        "PCI 2016: Về tính minh bạch, Hà Nam tăng 17 bậc. Long An cũng tăng từ bậc 20 lên bậc 5.",
        [
            "pci 2016 Hà Nam tính minh bạch +17 bậc từ 2015",
            "pci 2015 Long An tính minh bạch hạng 20",
            "pci 2016 Long An tính minh bạch hạng 5",
        ],
    ),
    "all that can be had": (
        "PAR INDEX 2016: Bộ Y tế đạt tối đa 100% ở hai nội dung là cải cách thủ tục hành chính và cải cách thể chế.",
        ["2016 Bộ Y tế institutions 100%", "2016 Bộ Y tế procedures 100%"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), TOLD.values(), ids=TOLD.keys())
def test_what_the_papers_tell(text: str, rows: list[str]) -> None:
    assert sorted(told(text)) == sorted(rows)
