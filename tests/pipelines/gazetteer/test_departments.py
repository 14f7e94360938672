"""Departments are written out."""

from __future__ import annotations

import pytest

from pipelines import gazetteer


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư"),
        ("Sở Thông tin và Truyền thông", "Sở Thông tin và Truyền thông"),
        ("Sở TT và TT", "Sở Thông tin và Truyền thông"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở Quy hoạch – Kiến trúc", "Sở Quy hoạch - Kiến trúc"),
        ("Sở NN-MT", "Sở Nông nghiệp và Môi trường"),
        ("Văn phòng Uỷ ban nhân dân tỉnh", "Văn phòng UBND tỉnh"),
        ("VP UBND thành phố", "Văn phòng UBND thành phố"),
        ("Sở thú", None),
    ],
)
def test_a_department_is_written_out(name: str, expected: str | None) -> None:
    found = gazetteer.resolve_department(name, 2023)
    assert (found and found.name) == expected


def test_merged_departments_follow_the_old_ones() -> None:
    names = {year: {department.name for department in gazetteer.departments(year)} for year in (2023, 2025)}
    assert "Sở Tài nguyên và Môi trường" in names[2023] - names[2025]
    assert "Sở Nông nghiệp và Môi trường" in names[2025] - names[2023]
