"""Which words name a unit inside a province: by their type and their capitals."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found


def units(text: str, *, weak: bool = False) -> list[tuple[str, str, str | None]]:
    """The type, name and province of the subjects of a text."""
    return [(one.unit, one.key, one.parent) for one in found(text, Kind.SUBJECT, weak=weak)]


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("huyện Yên Thế", "Huyện Yên Thế", "Bắc Giang"),
        ("UBND huyện Yên Thế", "Huyện Yên Thế", "Bắc Giang"),
        ("thành phố Quy Nhơn", "Thành phố Quy Nhơn", "Bình Định"),
        ("thị xã Sơn Tây", "Thị xã Sơn Tây", "Hà Nội"),
        ("TX Đông Triều", "Thị xã Đông Triều", "Quảng Ninh"),
        ("quận 1", "Quận 1", "Hồ Chí Minh"),
        ("Quận Ba Đình", "Quận Ba Đình", "Hà Nội"),
        ("huyện Ea H'leo", "Huyện Ea H'leo", "Đắk Lắk"),
    ],
)
def test_a_district_is_found_with_its_province(text: str, name: str, parent: str) -> None:
    assert units(text) == [("district", name, parent)]


@pytest.mark.parametrize("text", ["TP. Quy Nhơn", "TX. Đông Triều"])
def test_a_type_in_capitals_may_have_a_full_stop(text: str) -> None:
    assert [unit for unit, _, _ in units(text)] == ["district"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("phường Bến Nghé", "Phường Bến Nghé"),
        ("xã An Phú", "Xã An Phú"),
        ("thị trấn Sa Pa", "Thị trấn Sa Pa"),
        ("đặc khu Phú Quốc", "Đặc khu Phú Quốc"),
    ],
)
def test_a_commune_is_found(text: str, name: str) -> None:
    assert units(text) == [("commune", name, None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Tài chính", "Sở Tài chính"),
        ("sở Tài chính", "Sở Tài chính"),
        ("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("Thanh tra tỉnh", "Thanh tra tỉnh"),
        ("Ban Dân tộc", "Ban Dân tộc"),
        ("Ban Quản lý các khu công nghiệp", "Ban Quản lý các khu công nghiệp"),
    ],
)
def test_a_department_is_found(text: str, name: str) -> None:
    assert units(text) == [("department", name, None)]


@pytest.mark.parametrize("text", ["huyện nông thôn mới", "kinh tế - xã hội", "quận, huyện", "sở, ngành", "Thành phố"])
def test_a_type_without_a_name_is_no_unit(text: str) -> None:
    assert units(text) == []


def test_the_bare_name_of_a_district_is_a_subject_only_in_company() -> None:
    assert units("Yên Thế") == []
    assert units("Yên Thế", weak=True) == [("district", "Yên Thế", None)]
