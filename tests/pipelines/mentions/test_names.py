"""Which words name a province, a ministry or a region, and which are a person, a street or a plain word."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found


def subjects(text: str, *, weak: bool = False) -> list[tuple[str, str]]:
    """The types and names of the subjects of a text."""
    return [(one.unit, one.key) for one in found(text, Kind.SUBJECT, weak=weak)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tỉnh Hòa Bình", "Hòa Bình"),
        ("Hoà Bình", "Hòa Bình"),
        ("Bình Định", "Bình Định"),
        ("Thái Bình", "Thái Bình"),
        ("HÀ NỘI", "Hà Nội"),
        ("Hanoi", "Hà Nội"),
        ("Ha Noi", "Hà Nội"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("Tp. Hồ Chí Minh", "Hồ Chí Minh"),
        ("Thành phố Hồ Chí Minh", "Hồ Chí Minh"),
        ("thành phố Hải Phòng", "Hải Phòng"),
        ("Thành phố Cảng", "Hải Phòng"),
        ("Huế", "Huế"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Daklak", "Đắk Lắk"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Kontum", "Kon Tum"),
    ],
)
def test_a_province_is_found_by_all_its_names(text: str, name: str) -> None:
    assert subjects(text) == [("province", name)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("giữ gìn hòa bình", id="peace"),
        pytest.param("bình định bờ cõi", id="to pacify"),
        pytest.param("Nguyễn Thái Bình", id="a person"),
        pytest.param("Trần Thị Hà Giang", id="another person"),
        pytest.param("Chủ tịch Hồ Chí Minh", id="the president"),
        pytest.param("tư tưởng Hồ Chí Minh", id="his thoughts"),
        pytest.param("đường Hồ Chí Minh", id="a road"),
        pytest.param("đường Hà Nội", id="a street"),
        pytest.param("sông Đà Nẵng", id="a river"),
    ],
)
def test_a_name_of_something_else_is_no_province(text: str) -> None:
    assert subjects(text) == []


@pytest.mark.parametrize(("text", "name"), [("Đại học Hà Nội", "Hà Nội"), ("Công ty Hòa Bình", "Hòa Bình")])
def test_an_institute_with_the_name_of_a_province_is_somebody_unknown(text: str, name: str) -> None:
    assert subjects(text) == [("unknown", name)]


@pytest.mark.parametrize(("text", "name"), [("Thủ đô", "Hà Nội"), ("Đất Cảng", "Hải Phòng"), ("vùng mỏ", "Quảng Ninh")])
def test_an_epithet_is_a_subject_only_in_company(text: str, name: str) -> None:
    assert subjects(text) == []
    assert subjects(text, weak=True) == [("province", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [("thành phố Thái Bình", "Thành phố Thái Bình"), ("TP Thái Bình", "Thành phố Thái Bình")],
)
def test_the_capital_of_a_province_is_not_the_province(text: str, name: str) -> None:
    assert subjects(text) == [("district", name)]
    assert found(text, Kind.SUBJECT)[0].parent == "Thái Bình"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bộ Tư pháp", "Bộ Tư pháp"),
        ("Bộ GTVT", "Bộ Giao thông vận tải"),
        ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
        ("NHNN", "Ngân hàng Nhà nước"),
        ("Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước"),
        ("Bộ LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("Thanh tra Chính phủ", "Thanh tra Chính phủ"),
    ],
)
def test_a_ministry_is_found(text: str, name: str) -> None:
    assert subjects(text) == [("ministry", name)]


@pytest.mark.parametrize("text", ["Bộ trưởng", "Thứ trưởng", "cán bộ", "bộ máy"])
def test_a_word_with_bo_is_no_ministry(text: str) -> None:
    assert subjects(text) == []


@pytest.mark.parametrize("text", ["Đồng bằng sông Hồng", "Tây Nguyên"])
def test_a_region_is_found(text: str) -> None:
    assert subjects(text) == [("region", text)]
