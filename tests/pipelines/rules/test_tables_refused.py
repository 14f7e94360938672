import pytest

from pipelines.document import Document
from tests.pipelines.rules.tabled import INDEX_2023, lines, page, stated

PROVINCES = "Năm 2023, nhiều địa phương quan tâm đến Chỉ số cải cách hành chính."

REFUSED = {
    "files handled": page(
        "TT|Đơn vị|Số hồ sơ tiếp nhận|Đã giải quyết|Tỷ lệ đúng hạn (%)",
        "1|Hà Nội|120|118|98,3",
        "2|Hải Phòng|99|99|100",
        above=PROVINCES,
    ),
    "staff": page(
        "TT|Đơn vị|Biên chế được giao|Có mặt|Tỷ lệ (%)",
        "1|Hà Nội|120|118|98,3",
        "2|Hải Phòng|99|99|100",
        above=PROVINCES,
    ),
    "growth": page(
        "Tỉnh|Năm 2022|Năm 2023", "Hà Nội|8,1|6,3", "Hải Phòng|12,3|10,3", above="Tăng trưởng GRDP của một số tỉnh:"
    ),
    "another ranking": page(
        "Hạng|Tỉnh|Điểm",
        "1|Hà Nội|85,7",
        "2|Bình Dương|51,3",
        above="Bảng xếp hạng chỉ số thương mại điện tử năm 2023:",
    ),
    "counts by class": page(
        "Khối|Xuất sắc|Tốt|Khá|Trung bình",
        "Huyện Gia Lâm|2|3|4|1",
        "Huyện Đông Anh|1|3|4|1",
        above=f"{INDEX_2023} của Hà Nội",
    ),
    "numbers of documents": page(
        "TT|Tỉnh|Số, ký hiệu văn bản|Ngày", "1|Hà Nội|12|3", "2|Long An|13|5", above=PROVINCES
    ),
    "shares of ballots": page(
        "TT|Địa phương|Số phiếu phát ra|Số phiếu thu về|Tỷ lệ (%)",
        "1|Hà Nội|1.500|1.480|98,67",
        "2|Nghệ An|1.200|1.188|99,00",
        above="Số phiếu điều tra phục vụ PAR INDEX 2023",
    ),
    "places by what is digitised": page(
        "Tỉnh|Tỷ lệ số hóa (%)|Xếp thứ", "Hà Nội|96,1|1", "Nghệ An|95,4|2", above=f"Nhằm nâng {INDEX_2023}, theo dõi:"
    ),
    "another set of indicators named last": page(
        "TT|Đơn vị|Mức độ hài lòng|Tổng điểm",
        "1|Hà Nội|18|91,2",
        "2|Hải Phòng|17,5|88,5",
        above="Cùng với PAR INDEX, các tỉnh theo dõi Bộ chỉ số phục vụ người dân, doanh nghiệp hằng tháng.",
    ),
    "files handled, in lines": lines(
        f"{PROVINCES}\n\nSố hồ sơ tiếp nhận của một số tỉnh\n"
        "TT Tỉnh Tiếp nhận Giải quyết\n1 Quảng Ninh 921 900\n2 Hải Phòng 918 901"
    ),
    "staff, in lines": lines(f"{PROVINCES}\n\nTT Đơn vị Biên chế giao Có mặt\n1 Hà Nội 45 43\n2 Hải Phòng 50 48"),
    "population, in lines": lines(
        f"{PROVINCES}\n\nTT Tỉnh Dân số Diện tích\n1 Hà Nội 8,4 3.359\n2 Hải Phòng 2,1 1.526"
    ),
    "another ranking, in lines": lines(
        f"{PROVINCES}\n\nBảng xếp hạng chỉ số thương mại điện tử năm 2023\n"
        "Hạng Tỉnh Điểm\n1 Hà Nội 85,7\n2 Bình Dương 51,3"
    ),
    "a table without any index": lines("TT Tỉnh Điểm Hạng\n1 Hà Nội 85,7 1\n2 Bình Dương 51,3 2"),
}


@pytest.mark.parametrize("document", REFUSED.values(), ids=REFUSED)
def test_a_table_of_something_else_gives_no_rows(document: Document) -> None:
    assert stated(document) == []
