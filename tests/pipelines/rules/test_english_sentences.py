"""Sentences of editions in English and what they state: levels, changes, means, components, and whose they are."""

from __future__ import annotations

import pytest

from pipelines.document import Document, PartialDate
from pipelines.statements import extract

PAR = "The 2022 PAR Index was announced on Monday. "
DDCI = "Phu Yen province has announced its 2022 DDCI. "
UNITS = {
    "rank": "place",
    "percent": "%",
    "score": "points",
    "rank_change": "places",
    "percent_change": "pp",
    "score_change": "points more",
}


def said(text: str) -> set[str]:
    """What a text states, implied places apart: year, subject, component, value and unit."""
    found = extract(Document(id="x", text=text, title="", url=None, published=PartialDate(2023, 4, 20))).statements
    return {
        f"{row.year} {row.entity}{'' if row.component == 'total' else ' ' + row.component}: "
        f"{row.value:g} {UNITS[row.metric]}"
        for row in found
        if row.rule not in {"english.implied", "english.last"}
    }


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Hai Phong's index is 90.5 percent, up 1.2 percentage points from 2021.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 1.2 pp"},
        ),
        (
            "Hai Phong's index is 90.5 percent, 1.2 percentage points up on 2021.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 1.2 pp"},
        ),
        (
            "Hai Phong's index is 90.5%, or 1.2% higher than in 2021.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 1.2 pp"},
        ),
        (
            "Hai Phong's index is 90.5%, an improvement of 1.2 percentage points.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 1.2 pp"},
        ),
        (
            "Hai Phong's index rose by 1.2 percentage points to 90.5%.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 1.2 pp"},
        ),
        ("Hai Phong's index rose to 90.5% from 89.3%.", {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"}),
        ("Hai Phong's index rose from 89.3% to 90.5%.", {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"}),
        (
            "Hai Phong's index rose from 89.3% in 2021 to 90.5% in 2022.",
            {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"},
        ),
        (
            "Hai Phong's index was 90.5%, compared with 89.3% in 2021.",
            {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"},
        ),
        ("Hai Phong's index was 90.5% (2021: 89.3%).", {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"}),
        ("Hai Phong's index was 90.5% (89.3% in 2021).", {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"}),
        (
            "Hai Phong's index was 90.5%, better than the 89.3% of 2021.",
            {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"},
        ),
        (
            "Hai Phong's index was 90.5%, up from 89.3% a year earlier.",
            {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"},
        ),
        (
            "Hai Phong's index was 90.5%, up from 89.3% the previous year.",
            {"2022 Hải Phòng: 90.5 %", "2021 Hải Phòng: 89.3 %"},
        ),
        (
            "Hai Phong saw its index fall by 1.2 percentage points to 90.5%.",
            {"2022 Hải Phòng: -1.2 pp", "2022 Hải Phòng: 90.5 %"},
        ),
        (
            "Hai Phong saw a 1.2 percentage point increase to 90.5%.",
            {"2022 Hải Phòng: 1.2 pp", "2022 Hải Phòng: 90.5 %"},
        ),
        ("Hai Phong recorded an increase of 1.2 percentage points over 2021.", {"2022 Hải Phòng: 1.2 pp"}),
        ("Hai Phong's index dropped 1.2 percentage points year on year.", {"2022 Hải Phòng: -1.2 pp"}),
        ("Hai Phong dropped by 1.2% and five places.", {"2022 Hải Phòng: -1.2 pp", "2022 Hải Phòng: -5 places"}),
        (
            "Hai Phong gained 1.2 percentage points and five places.",
            {"2022 Hải Phòng: 1.2 pp", "2022 Hải Phòng: 5 places"},
        ),
        (
            "Hai Phong is up five places and 1.2 percentage points.",
            {"2022 Hải Phòng: 1.2 pp", "2022 Hải Phòng: 5 places"},
        ),
        ("Hai Phong is five places better than in 2021.", {"2022 Hải Phòng: 5 places"}),
        ("Hai Phong climbed five places to third.", {"2022 Hải Phòng: 5 places", "2022 Hải Phòng: 3 place"}),
        (
            "Hai Phong ranked third, five places higher than in 2021.",
            {"2022 Hải Phòng: 5 places", "2022 Hải Phòng: 3 place"},
        ),
        ("Hai Phong ranked third, up five places.", {"2022 Hải Phòng: 5 places", "2022 Hải Phòng: 3 place"}),
        ("Hai Phong ranked third (up five places).", {"2022 Hải Phòng: 5 places", "2022 Hải Phòng: 3 place"}),
        (
            "Hai Phong ranked third, an increase of five places.",
            {"2022 Hải Phòng: 5 places", "2022 Hải Phòng: 3 place"},
        ),
        (
            "Hai Phong ranked third, a jump of five places over 2021.",
            {"2022 Hải Phòng: 5 places", "2022 Hải Phòng: 3 place"},
        ),
        (
            "Hai Phong ranked third, compared with eighth in 2021.",
            {"2021 Hải Phòng: 8 place", "2022 Hải Phòng: 3 place"},
        ),
        (
            "Hai Phong ranked third, against eighth the year before.",
            {"2021 Hải Phòng: 8 place", "2022 Hải Phòng: 3 place"},
        ),
        ("Hai Phong, eighth in 2021, ranked third.", {"2021 Hải Phòng: 8 place", "2022 Hải Phòng: 3 place"}),
        ("Hai Phong, which was eighth in 2021, ranked third.", {"2021 Hải Phòng: 8 place", "2022 Hải Phòng: 3 place"}),
        ("Hai Phong ranked third; in 2021 it was eighth.", {"2021 Hải Phòng: 8 place", "2022 Hải Phòng: 3 place"}),
        ("Hai Phong ranked third. In 2021, it ranked eighth.", {"2021 Hải Phòng: 8 place", "2022 Hải Phòng: 3 place"}),
        (
            "Hai Phong ranked third with 90.5%, 0.3 percentage points behind Hanoi.",
            {"2022 Hải Phòng: 3 place", "2022 Hải Phòng: 90.5 %"},
        ),
        ("Hai Phong had 90.5%, 0.3 percentage points more than Hanoi.", {"2022 Hải Phòng: 90.5 %"}),
        ("Hai Phong had 90.5%, 5.2 percentage points higher than the national average.", {"2022 Hải Phòng: 90.5 %"}),
        (
            "Hai Phong had 90.5%, well above the national average of 84.79%.",
            {"2022 Hải Phòng: 90.5 %", "2022 all_provinces: 84.79 %"},
        ),
        (
            "The national average was 84.79%, down 1.58 percentage points.",
            {"2022 all_provinces: 84.79 %", "2022 all_provinces: -1.58 pp"},
        ),
        ("The average of the 63 provinces and cities was 84.79%.", {"2022 all_provinces: 84.79 %"}),
        ("The provinces and cities scored an average of 84.79%.", {"2022 all_provinces: 84.79 %"}),
        ("On average, provinces and cities scored 84.79%.", {"2022 all_provinces: 84.79 %"}),
        ("The average index of localities reached 84.79%.", {"2022 all_provinces: 84.79 %"}),
        (
            "The mean PAR Index for provinces was 84.79 percent and for ministries 84.05 percent.",
            {"2022 all_provinces: 84.79 %", "2022 all_ministries: 84.05 %"},
        ),
        (
            "The average PAR Index of ministries was 84.05%, that of provinces 84.79%.",
            {"2022 all_ministries: 84.05 %", "2022 all_provinces: 84.79 %"},
        ),
        (
            "Ministries averaged 84.05% while provinces averaged 84.79%.",
            {"2022 all_ministries: 84.05 %", "2022 all_provinces: 84.79 %"},
        ),
        ("The ministries' average index was 84.05%.", {"2022 all_ministries: 84.05 %"}),
        (
            "Hai Phong scored 90.5%, Hanoi 89.6% and Da Nang 88.2%.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hà Nội: 89.6 %", "2022 Đà Nẵng: 88.2 %"},
        ),
        (
            "Hai Phong, Hanoi and Da Nang scored 90.5%, 89.6% and 88.2%, respectively.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hà Nội: 89.6 %", "2022 Đà Nẵng: 88.2 %"},
        ),
        (
            "Hai Phong, Hanoi and Da Nang respectively scored 90.5%, 89.6% and 88.2%.",
            {"2022 Hải Phòng: 90.5 %", "2022 Hà Nội: 89.6 %", "2022 Đà Nẵng: 88.2 %"},
        ),
        ("Hai Phong and Hanoi both scored 90.5%.", {"2022 Hải Phòng: 90.5 %", "2022 Hà Nội: 90.5 %"}),
        ("Next come Hanoi with 89.6% and Da Nang with 88.2%.", {"2022 Hà Nội: 89.6 %", "2022 Đà Nẵng: 88.2 %"}),
        (
            "Hai Phong leads with 90.5%, followed by Hanoi with 89.6% and Da Nang with 88.2%.",
            {"2022 Hải Phòng: 1 place", "2022 Hải Phòng: 90.5 %", "2022 Hà Nội: 89.6 %", "2022 Đà Nẵng: 88.2 %"},
        ),
        (
            "Hai Phong leads with 90.5%, followed by Hanoi at 89.6%, Da Nang at 88.2%.",
            {"2022 Hải Phòng: 1 place", "2022 Hải Phòng: 90.5 %", "2022 Hà Nội: 89.6 %", "2022 Đà Nẵng: 88.2 %"},
        ),
        ("With 90.5%, Hai Phong ranked third.", {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 3 place"}),
        ("At 90.5%, Hai Phong is third.", {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 3 place"}),
        ("Scoring 90.5%, Hai Phong ranked third.", {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 3 place"}),
        ("Achieving 90.5%, the city of Hai Phong ranked third.", {"2022 Hải Phòng: 90.5 %", "2022 Hải Phòng: 3 place"}),
        ("Ranked third is Hai Phong with 90.5%.", {"2022 Hải Phòng: 3 place", "2022 Hải Phòng: 90.5 %"}),
        (
            "The Ministry of Justice got 88.84%, the Ministry of Finance 88.76%.",
            {"2022 Bộ Tư pháp: 88.84 %", "2022 Bộ Tài chính: 88.76 %"},
        ),
        ("The Ministry of Finance's index was 88.76%.", {"2022 Bộ Tài chính: 88.76 %"}),
        (
            "The Ministries of Justice and Finance scored 88.84% and 88.76%, respectively.",
            {"2022 Bộ Tư pháp: 88.84 %", "2022 Bộ Tài chính: 88.76 %"},
        ),
        (
            "The Ministry of Health, which was 15th in 2021, rose to 11th.",
            {"2021 Bộ Y tế: 15 place", "2022 Bộ Y tế: 11 place"},
        ),
        (
            "The Red River Delta topped the regions with 86.2%.",
            {"2022 Đồng bằng sông Hồng: 1 place", "2022 Đồng bằng sông Hồng: 86.2 %"},
        ),
        ("Hai Phong got 13.2 points in administrative procedure reform.", {"2022 Hải Phòng procedures: 13.2 points"}),
        (
            "Hai Phong scored 13.2/14 points for administrative procedure reform and ranked 3rd.",
            {"2022 Hải Phòng procedures: 13.2 points", "2022 Hải Phòng procedures: 3 place"},
        ),
        (
            "In administrative procedure reform, Hai Phong ranked 3rd with 95.2%.",
            {"2022 Hải Phòng procedures: 3 place", "2022 Hải Phòng procedures: 95.2 %"},
        ),
        (
            "Hai Phong leads in institutional reform (93.1%) and public finance reform (85.2%).",
            {
                "2022 Hải Phòng institutions: 1 place",
                "2022 Hải Phòng institutions: 93.1 %",
                "2022 Hải Phòng public_finance: 1 place",
                "2022 Hải Phòng public_finance: 85.2 %",
            },
        ),
        ("The index on institutional reform reached 93.1% in Hai Phong.", {"2022 Hải Phòng institutions: 93.1 %"}),
        (
            "Two provinces saw their index exceed 90 percent: Hung Yen and Long An.",
            {"2022 Hưng Yên: 90 %", "2022 Long An: 90 %"},
        ),
        (
            "An index of under 80 percent was recorded by Hung Yen, Long An and Ca Mau.",
            {"2022 Hưng Yên: 80 %", "2022 Long An: 80 %", "2022 Cà Mau: 80 %"},
        ),
        (
            "Hung Yen had 88 percent. A year before, it had been at 86 percent.",
            {"2022 Hưng Yên: 88 %", "2021 Hưng Yên: 86 %"},
        ),
        (
            "Hung Yen gained 1.5 percentage points and Long An 0.4 percentage points.",
            {"2022 Hưng Yên: 1.5 pp", "2022 Long An: 0.4 pp"},
        ),
        (
            "The average of ministries fell from 85.2% to 84.1%, while that of provinces rose from 86.2% to 87.1%.",
            {
                "2021 all_ministries: 85.2 %",
                "2022 all_ministries: 84.1 %",
                "2021 all_provinces: 86.2 %",
                "2022 all_provinces: 87.1 %",
            },
        ),
        ("Hung Yen got 79.5 percent, the only province below the 80 percent mark.", {"2022 Hưng Yên: 79.5 %"}),
        ("The 63 provinces scored 86.4 percent on average.", {"2022 all_provinces: 86.4 %"}),
        (
            "Hung Yen stood ahead of Long An. The former had 88 percent, the latter 87.5 percent.",
            {
                "2022 Hưng Yên: 88 %",
                "2022 Long An: 87.5 %",
            },
        ),
    ],
)
def test_a_sentence_of_the_par_index_is_read(sentence: str, rows: set[str]) -> None:
    assert said(PAR + sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "The Department of Finance led with 78.2 points, followed by the Department of Justice with 77.1 points.",
            {"2022 Sở Tài chính: 1 place", "2022 Sở Tài chính: 78.2 points", "2022 Sở Tư pháp: 77.1 points"},
        ),
        (
            "The departments averaged 70.1 points and the districts 68.2 points.",
            {"2022 all_departments: 70.1 points", "2022 all_districts: 68.2 points"},
        ),
        (
            "The average was 70.1 points for departments and 68.2 points for districts.",
            {"2022 all_departments: 70.1 points", "2022 all_districts: 68.2 points"},
        ),
        (
            "The average score of departments rose 1.2 points to 70.1 points.",
            {"2022 all_departments: 1.2 points more", "2022 all_departments: 70.1 points"},
        ),
        ("Department of Finance topped the list of departments.", {"2022 Sở Tài chính: 1 place"}),
        ("The provincial Department of Health came last with 55.2 points.", {"2022 Sở Y tế: 55.2 points"}),
        ("The Department of Health's score fell 3.1 points.", {"2022 Sở Y tế: -3.1 points more"}),
        (
            "The Departments of Finance, Justice and Health scored 78.2, 77.1 and 76.2 points, respectively.",
            {"2022 Sở Tài chính: 78.2 points", "2022 Sở Tư pháp: 77.1 points", "2022 Sở Y tế: 76.2 points"},
        ),
    ],
)
def test_a_sentence_of_departments_and_districts_is_read(sentence: str, rows: set[str]) -> None:
    assert said(DDCI + sentence) == rows


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai Phong processed 98.5% of dossiers on time.",
        "Hai Phong's population grew 1.2%.",
        "Hai Phong cut costs by 12%.",
        "Some 85% of people are satisfied with Hai Phong's officials.",
        "Hai Phong plans to reach 92% in 2025.",
        "The index accounts for 65% of the total.",
        "Hai Phong collected taxes of VND 90.5 trillion, up 12.5%.",
        "The survey's margin of error is 2.5%.",
        "Twelve provinces scored above 88%.",
        "In Hai Phong, no district got more than 92%.",
        "Some 4,000 firms were set up in Hai Phong, an increase of 6%.",
        "Women in Hai Phong were 7 percent more likely to complain.",
        "Hai Phong published 12 documents, 3 more than in 2021.",
        "The Prime Minister asked Hai Phong to raise its score by 2 points.",
        "Hai Phong's unemployment rate fell to 2.1%, ranking third in the country.",
        "Hai Phong port ranked third in throughput.",
        "A hospital in Hai Phong came first in a contest with 90.5 points.",
    ],
)
def test_what_is_no_result_is_not_read(sentence: str) -> None:
    assert said(PAR + sentence) == set()
