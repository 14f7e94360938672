"""Editions in English: what their sentences state, what only looks like a result, and which names they use."""

from __future__ import annotations

import pytest

from pipelines.document import Document, PartialDate
from pipelines.mentions import Kind, find
from pipelines.statements import extract
from pipelines.text import clean

PAR = "The 2023 PAR Index was made public at a meeting on Thursday. "
PCI = "The 2023 PCI was made public at a meeting on Thursday. "
OWN = "The 2022 PAR Index of the districts and departments of Bac Giang province is out. "


def rows(text: str, *, published: int = 2024) -> set[tuple[object, ...]]:
    """What a text states, implied rows apart: entity, metric, value, and the component where it is one."""
    found = extract(Document(id="x", text=text, title="", url=None, published=PartialDate(published, 5, 1)))
    return {
        (row.entity, row.metric, row.value, *(() if row.component == "total" else (row.component,)))
        for row in found.statements
        if row.confidence > 0.7
    }


STATED = {
    "took first place": (PAR + "Bac Giang took first place.", {("Bắc Giang", "rank", 1)}),
    "was fourth nationwide": (PAR + "Bac Giang was fourth nationwide.", {("Bắc Giang", "rank", 4)}),
    "ranked the first": (PAR + "Quang Ninh ranked the first.", {("Quảng Ninh", "rank", 1)}),
    "No with a field": (PAR + "Lao Cai was No17/63.", {("Lào Cai", "rank", 17)}),
    "No with a space": (PAR + "Hai Phong was No 5.", {("Hải Phòng", "rank", 5)}),
    "came out on top": (PAR + "Hanoi came out on top.", {("Hà Nội", "rank", 1)}),
    "had the highest index": (
        PAR + "The State Bank of Vietnam had the highest index, 92.36%.",
        {("Ngân hàng Nhà nước", "rank", 1), ("Ngân hàng Nhà nước", "percent", 92.36)},
    ),
    "the place leads to its holder": (
        PCI + "The second position went to Long An with 72.8 points.",
        {("Long An", "rank", 2), ("Long An", "score", 72.8)},
    ),
    "an ordinal leads to its holder": (
        PCI + "Best was Quang Ninh, second was Tay Ninh.",
        {("Quảng Ninh", "rank", 1), ("Tây Ninh", "rank", 2)},
    ),
    "two places with one verb": (
        PAR + "Hanoi and Hue came second and third.",
        {("Hà Nội", "rank", 2), ("Thừa Thiên Huế", "rank", 3)},
    ),
    "positions in a list": (
        PAR + "Hai Phong, Bac Giang and Dong Thap take positions 3, 4 and 5.",
        {("Hải Phòng", "rank", 3), ("Bắc Giang", "rank", 4), ("Đồng Tháp", "rank", 5)},
    ),
    "a verb over two clauses": (
        PAR + "Hue came second and Hanoi third with 92.57%.",
        {("Thừa Thiên Huế", "rank", 2), ("Hà Nội", "rank", 3), ("Hà Nội", "percent", 92.57)},
    ),
    "climbed to": (
        PCI + "Long An climbed eight places to second.",
        {("Long An", "rank_change", 8), ("Long An", "rank", 2)},
    ),
    "levels up on a year": (
        PAR + "Lao Cai stands 21st, 6 levels up on 2022.",
        {("Lào Cai", "rank", 21), ("Lào Cai", "rank_change", 6)},
    ),
    "places down": (
        PCI + "Hanoi was 25th, 19 places lower than in 2022.",
        {("Hà Nội", "rank", 25), ("Hà Nội", "rank_change", -19)},
    ),
    "from and to": (
        PCI + "Hanoi dropped 10 places from 10th to 20th.",
        {("Hà Nội", "rank_change", -10), ("Hà Nội", "rank", 10), ("Hà Nội", "rank", 20)},
    ),
    "rose from to": (
        PAR + "The national average rose from 76.92 per cent in 2022 to 81.15 per cent.",
        {("all_provinces", "percent", 76.92), ("all_provinces", "percent", 81.15)},
    ),
    "gained to reach": (
        PAR + "The average of the ministries gained 6 percent on 2022 to reach 83 percent.",
        {("all_ministries", "percent_change", 6), ("all_ministries", "percent", 83)},
    ),
    "edged up": (
        PAR + "The national average edged up 0.33 percent to 84.38 percent.",
        {("all_provinces", "percent_change", 0.33), ("all_provinces", "percent", 84.38)},
    ),
    "lost most": (
        PAR + "The Ministry of Science and Technology lost most, 6.43 percent.",
        {("Bộ Khoa học và Công nghệ", "percent_change", -6.43)},
    ),
    "a rise in a list": (
        PAR + "Many improved, with Binh Thuan gaining 6.39% and Lai Chau 0.19%.",
        {("Bình Thuận", "percent_change", 6.39), ("Lai Châu", "percent_change", 0.19)},
    ),
    "respectively": (
        PAR + "Dong Nai and Ha Nam went down, by 0.49 percent and 1.94 percent, respectively.",
        {("Đồng Nai", "percent_change", -0.49), ("Hà Nam", "percent_change", -1.94)},
    ),
    "a threshold of each": (
        PAR + "The MoJ and the Ministry of Finance each passed 90 percent.",
        {("Bộ Tư pháp", "percent", 90), ("Bộ Tài chính", "percent", 90)},
    ),
    "both": (
        PCI + "Da Nang and Hue both scored 66.6 points.",
        {("Đà Nẵng", "score", 66.6), ("Thừa Thiên Huế", "score", 66.6)},
    ),
    "the latter": (
        PCI + "Hanoi was sixth and Ben Tre seventh, the latter with 69.20 points.",
        {("Hà Nội", "rank", 6), ("Bến Tre", "rank", 7), ("Bến Tre", "score", 69.2)},
    ),
    "the other side has its value": (
        PCI + "Hanoi got 71 points, ahead of Hue (70.5 points).",
        {("Hà Nội", "score", 71), ("Thừa Thiên Huế", "score", 70.5)},
    ),
    "regions": (
        PAR + "The Red River Delta led with 90.17%, followed by the Southeast with 89.44%.",
        {
            ("Đồng bằng sông Hồng", "rank", 1),
            ("Đồng bằng sông Hồng", "percent", 90.17),
            ("Đông Nam Bộ", "percent", 89.44),
        },
    ),
    "a value opens": (
        PAR + "With 90.1 points, Quang Ninh led.",
        {("Quảng Ninh", "score", 90.1), ("Quảng Ninh", "rank", 1)},
    ),
    "a possessive": (
        PAR + "Hanoi's 2023 score of 92.57% placed it third.",
        {("Hà Nội", "percent", 92.57), ("Hà Nội", "rank", 3)},
    ),
    "out of a maximum": (PAR + "Hanoi got 90.09 out of 100 points.", {("Hà Nội", "score", 90.09)}),
    "a decimal comma": ("Papi 2023: Hue had 47,126 points in PAPI.", {("Thừa Thiên Huế", "score", 47.126)}),
    "a component": (
        PCI + "Hanoi came second in business support.",
        {("Hà Nội", "rank", 2, "chính sách hỗ trợ doanh nghiệp")},
    ),
    "an index behind": (
        PAR + "Hanoi rose 2 percentage points in the Satisfaction Index (SIPAS).",
        {("Hà Nội", "percent_change", 2)},
    ),
    "bare ministries": (
        PAR + "Two ministries - Health and Foreign Affairs - stayed below 80 percent.",
        {("Bộ Y tế", "percent", 80), ("Bộ Ngoại giao", "percent", 80)},
    ),
    "a city and its province": (
        OWN + "Bac Giang City came first with 93.41 points.",
        {("Thành phố Bắc Giang", "rank", 1), ("Thành phố Bắc Giang", "score", 93.41)},
    ),
    "two districts, one type": (
        OWN + "Viet Yen and Hiep Hoa districts came second and third.",
        {("Huyện Việt Yên", "rank", 2), ("Huyện Hiệp Hòa", "rank", 3)},
    ),
    "a bare district": (OWN + "Luc Nam dropped three places.", {("Huyện Lục Nam", "rank_change", -3)}),
    "a department": (
        OWN + "The Department of Planning and Investment led with 95.02 points.",
        {("Sở Kế hoạch và Đầu tư", "rank", 1), ("Sở Kế hoạch và Đầu tư", "score", 95.02)},
    ),
    "a bare department": (OWN + "Among departments, Home Affairs scored 94 points.", {("Sở Nội vụ", "score", 94)}),
    "the police": (
        OWN + "The provincial Public Security Department got 77.87 points.",
        {("Công an tỉnh", "score", 77.87)},
    ),
    "a mean of departments": (OWN + "Departments averaged 88.4 percent.", {("all_departments", "percent", 88.4)}),
}


@pytest.mark.parametrize(("text", "wanted"), STATED.values(), ids=STATED)
def test_a_sentence_in_english_states_its_values(text: str, wanted: set[tuple[object, ...]]) -> None:
    assert rows(text) == wanted


REFUSED = {
    "a gap between two": PCI + "Long An was only 0.31 points behind Quang Ninh.",
    "a gap to a mean": PAR + "Hanoi beat the national average by 4.38 percentage points.",
    "a share of services": PAR + "Hanoi had services online, of which 15 per cent of services were complete.",
    "a share of what was said": PAR + "Of those asked in Hanoi 1,821 sheets came back, or 45.5 percent.",
    "a target": PAR + "Hanoi aims to score 95 percent.",
    "membership": PAR + "Hanoi was among the top 10.",
    "a count of places": PAR + "Thirteen localities scored over 90 percent.",
    "a range": PAR + "Another 59 lay between 80 percent and 90 percent.",
    "a repetition": PAR + "For the third time Hanoi was praised.",
    "a leader of people": PAR + "The leaders of Hanoi led by the chairman met 63 localities.",
    "a superlative of something else": PAR + "Hanoi has the highest growth.",
    "a percentage beside points": PCI + "Only 27% plan to expand in Hanoi.",
    "an announcer": "The Ministry of Home Affairs announced the PAR Index, 19.4 percent of it new.",
    "an unknown body": PAR + "The Vietnam Academy of Science and Technology rose two places.",
    "five at the bottom": PAR + "Binh Thuan, Cao Bang and Lang Son were at the bottom of the table.",
    "several at the top": PCI + "Hanoi, Hue and Da Nang topped the list.",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_only_looks_like_a_result_is_none(text: str) -> None:
    assert rows(text) == set()


YEARS = {
    "an index names it": ("The 2021 PAR Index of the provinces was announced; Hanoi ranked first.", {2021}),
    "a value has its own": ("In the PCI 2022, the capital Hanoi was second; it was 31st in 2021.", {2022, 2021}),
    "a span of years": (
        "The PAR Index of 2021 invites a look back: the port city of Hai Phong was 2nd in 2014 - 2016.",
        {2014, 2015, 2016},
    ),
    "the leader of a year": ("PAR Index 2023: Hue beat Hanoi, the 2022 leader, which slipped to second.", {2022, 2023}),
    "since tells none": ("The PAR Index 2023 is out; the capital Hanoi has been number one since 2015.", {2023}),
    "its results": ("The PAR Index was published with its 2018 results. Hanoi came first.", {2018}),
}


@pytest.mark.parametrize(("text", "wanted"), YEARS.values(), ids=YEARS)
def test_a_value_has_the_year_that_its_sentence_gives(text: str, wanted: set[int]) -> None:
    found = extract(Document(id="x", text=text, title="", url=None, published=PartialDate(2024, 5, 1)))
    assert {row.year for row in found.statements if row.confidence > 0.7} == wanted


def test_a_place_inside_a_region_keeps_its_scope() -> None:
    text = "In the 2023 PCI Hai Duong ranked 5th of 11 provinces and cities in the Red River Delta."
    (row,) = extract(Document(id="x", text=text, title="", url=None, published=PartialDate(2024, 5, 1))).statements
    assert (row.value, row.scope, row.out_of) == (5, "Đồng bằng sông Hồng", 11)


def test_a_change_is_compared_with_the_year_that_it_names() -> None:
    text = (
        "PAR Index 2024: Hanoi scored 92.57%, 1.32 percentage points better than in 2023 and 2.99 percentage "
        "points better than in 2022."
    )
    found = extract(Document(id="x", text=text, title="", url=None, published=PartialDate(2025, 5, 1))).statements
    assert {row.value: row.vs_year for row in found if row.vs_year} == {1.32: 2023, 2.99: 2022}


NAMES = {
    "ministry": ("the Ministry of Foreign Affairs", "Bộ Ngoại giao"),
    "ministry behind": ("the Justice ministry", "Bộ Tư pháp"),
    "acronym": ("MOHA", "Bộ Nội vụ"),
    "bank": ("the State Bank of Viet Nam", "Ngân hàng Nhà nước"),
    "department": ("the Department of Industry and Trade", "Sở Công Thương"),
    "department behind": ("the Tourism Department", "Sở Du lịch"),
    "inspectorate": ("the provincial Inspectorate", "Thanh tra tỉnh"),
    "region": ("the Mekong Delta", "Đồng bằng sông Cửu Long"),
    "province": ("Bac Giang Province", "Bắc Giang"),
    "central city": ("Hai Phong city", "Hải Phòng"),
}


@pytest.mark.parametrize(("written", "wanted"), NAMES.values(), ids=NAMES)
def test_an_english_name_denotes_its_bearer(written: str, wanted: str) -> None:
    found = find(clean(f"It was {written} that led."), english=True, home=None)
    assert [one.key for one in found if one.kind is Kind.SUBJECT] == [wanted]


NO_NAMES = {
    "a field in small letters": "work on health, education and transport goes on",
    "an acronym in small letters": "most of the moc was read",
    "a district nobody named the province of": "the Hoan Kiem lake lies in Hue",
}


@pytest.mark.parametrize("written", NO_NAMES.values(), ids=NO_NAMES)
def test_ordinary_words_are_no_offices(written: str) -> None:
    found = find(clean(written), english=True, home=None)
    assert [one.key for one in found if one.kind is Kind.SUBJECT and one.unit != "province"] == []
