"""Every subject has a stable id."""

from __future__ import annotations

import pytest

from pipelines import gazetteer


@pytest.mark.parametrize(
    ("kind", "name", "year", "parent", "expected"),
    [
        ("country", "Việt Nam", 2020, None, "VN"),
        ("province", "Hải Dương", 2024, None, "VN-61"),
        ("province", "Hải Phòng", 2025, None, "VN-HP@2025"),
        ("ministry", "Bộ Nội vụ", 2020, None, "bnv"),
        ("region", "Tây Nguyên", 2020, None, "tay-nguyen"),
        ("group", "all_provinces", 2020, None, "all_provinces"),
        ("group", "all_districts", 2022, "Hà Nội", "VN-HN/all_districts"),
        ("district", "Huyện Đăk Tô", 2023, "Kon Tum", "VN-28/huyen-dak-to"),
        ("commune", "Phường Việt Trì", 2025, "Phú Thọ", "VN-68@2025/phuong-viet-tri"),
        ("department", "Sở Tài chính", 2022, "Hà Nội", "VN-HN/so-tai-chinh"),
        ("department", "Sở Tài chính", 2022, None, "so-tai-chinh"),
        ("province", "Atlantis", 2020, None, "atlantis"),
    ],
)
def test_every_subject_has_a_stable_id(kind: str, name: str, year: int, parent: str | None, expected: str) -> None:
    assert gazetteer.entity_id(kind, name, year, parent) == expected
