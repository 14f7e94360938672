"""Which words name an index or one of its components."""

from __future__ import annotations

import pytest

from pipelines.mentions import Kind
from tests.pipelines.mentions.finding import found, words


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("Chỉ số cải cách hành chính", "par_index"),
        ("Chỉ số CCHC", "par_index"),
        ("PAR INDEX", "par_index"),
        ("Par Index", "par_index"),
        ("PARINDEX", "par_index"),
        ("SIPAS", "sipas"),
        ("Chỉ số hài lòng về sự phục vụ hành chính", "sipas"),
        ("PAPI", "papi"),
        ("năng lực cạnh tranh cấp tỉnh", "pci"),
        ("Chỉ số xanh cấp tỉnh", "pgi"),
        ("Chỉ số chuyển đổi số", "dti"),
        ("chỉ số đổi mới sáng tạo cấp địa phương", "pii"),
        ("DDCI", "ddci"),
        ("Vietnam ICT Index", "ict"),
        ("Chỉ số giá tiêu dùng", "other"),
        ("Public Administration Reform Index", "par_index"),
    ],
)
def test_an_index_is_found(text: str, index: str) -> None:
    assert [one.key for one in found(text, Kind.INDEX)] == [index]


@pytest.mark.parametrize("text", ["công tác cải cách hành chính", "chuyển đổi số", "đổi mới sáng tạo"])
def test_a_subject_of_policy_is_an_index_only_in_company(text: str) -> None:
    assert found(text, Kind.INDEX) == []
    assert found(text, Kind.INDEX, weak=True)


@pytest.mark.parametrize("text", ["PAPIS", "chuẩn PCIe", "dictate"])
def test_a_part_of_a_word_is_no_index(text: str) -> None:
    assert found(text, Kind.INDEX, weak=True) == []


@pytest.mark.parametrize(
    ("label", "component"),
    [
        ("Công tác chỉ đạo điều hành cải cách hành chính", "leadership"),
        ("Xây dựng và tổ chức thực hiện văn bản quy phạm pháp luật tại tỉnh", "institutions"),
        ("Cải cách thể chế", "institutions"),
        ("Cải cách thủ tục hành chính", "procedures"),
        ("Cải cách tổ chức bộ máy hành chính nhà nước", "organization"),
        ("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức", "civil_service"),
        ("Cải cách chế độ công vụ", "civil_service"),
        ("Cải cách tài chính công", "public_finance"),
        ("Hiện đại hóa hành chính", "modernization"),
        ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", "modernization"),
        ("Tác động của cải cách hành chính đến người dân, tổ chức và phát triển kinh tế - xã hội", "impact"),
    ],
)
@pytest.mark.parametrize("quoted", [False, True], ids=["plain", "quoted"])
def test_a_component_is_found_under_its_labels(label: str, component: str, quoted: bool) -> None:
    text = f"“{label}” đạt 90%" if quoted else f"{label} đạt 90%"
    assert [one.key for one in found(text, Kind.COMPONENT)] == [component]


def test_a_quoted_label_reaches_to_its_closing_mark() -> None:
    assert words("“Cải cách thủ tục hành chính tại tỉnh” 13 điểm", Kind.COMPONENT) == [
        "Cải cách thủ tục hành chính tại tỉnh"
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("chỉ số tổng hợp", Kind.TOTAL),
        ("tổng điểm", Kind.TOTAL),
        ("lĩnh vực này", Kind.COMPONENT_REFERENCE),
        ("nội dung trên", Kind.COMPONENT_REFERENCE),
    ],
)
def test_words_lead_back_to_the_total_or_to_the_component_before(text: str, kind: Kind) -> None:
    assert [one.kind for one in found(text, Kind.TOTAL, Kind.COMPONENT_REFERENCE)] == [kind]
