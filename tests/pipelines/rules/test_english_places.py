"""Places as editions in English write them, and what only looks like a place."""

from __future__ import annotations

import pytest

from pipelines.document import Document, PartialDate
from pipelines.statements import extract


def places(sentence: str) -> list[float]:
    """The places that a sentence states of the PAR Index of 2022, in order of size."""
    text = f"The 2022 PAR Index was announced on Monday. {sentence}"
    document = Document(id="x", text=text, title="PAR Index 2022", url=None, published=PartialDate(2023, 4, 20))
    return sorted(row.value for row in extract(document).statements if row.metric == "rank")


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Hai Phong took first place with 90 points.", 1),
        ("Hai Phong secured the top spot.", 1),
        ("Hai Phong claimed the crown with 90 points.", 1),
        ("Hai Phong was crowned winner.", 1),
        ("Hai Phong finished runner-up.", 2),
        ("Hai Phong is in the runner-up spot.", 2),
        ("The runner-up was Hai Phong with 90 points.", 2),
        ("Hai Phong ranked No 1 nationwide.", 1),
        ("Hai Phong stood at number 12.", 12),
        ("Hai Phong is at 12th place.", 12),
        ("Hai Phong came in at 5th.", 5),
        ("Hai Phong was in 5th.", 5),
        ("Hai Phong has the fifth-highest score.", 5),
        ("Hai Phong got the third-best result, 90 points.", 3),
        ("Hai Phong posted the second-highest score of 90 points.", 2),
        ("Hai Phong had the second highest index.", 2),
        ("Hai Phong holds the 5th rank.", 5),
        ("Hai Phong ranked at 12/63.", 12),
        ("Hai Phong: ranked 12/63.", 12),
        ("Hai Phong is standing at the 12th position.", 12),
        ("Hai Phong jumped into third.", 3),
        ("Hai Phong moved up to 7th.", 7),
        ("Hai Phong is back in second.", 2),
        ("Hai Phong retained third place.", 3),
        ("Hai Phong (3rd/63) did well.", 3),
        ("Hai Phong lies fourth.", 4),
        ("Hai Phong, ranked fourth, has 90 points.", 4),
        ("Fourth-placed Hai Phong has 90 points.", 4),
        ("Hai Phong places fourth nationwide.", 4),
        ("Hai Phong earned a fourth place.", 4),
        ("Hai Phong finished a close second.", 2),
        ("Hai Phong again occupied the first position.", 1),
        ("Hai Phong won the top position.", 1),
        ("The leading locality is Hai Phong with 90 points.", 1),
        ("The top performer was Hai Phong with 90 points.", 1),
        ("Hai Phong was the top performer.", 1),
        ("Hai Phong is the country's number one.", 1),
        ("Hai Phong ranked the first among 63 provinces and cities.", 1),
        ("Hai Phong ranked the 5th in the country.", 5),
        ("Hai Phong has been ranked fifth.", 5),
        ("Hai Phong ranked 5 out of 63.", 5),
        ("Hai Phong ranked fifth in the whole country, up 3 ranks.", 5),
        ("Hai Phong entered the top 3 for the first time, at third.", 3),
        ("Hai Phong slid three spots to ninth.", 9),
        ("Hai Phong leapt 10 places to rank 9th.", 9),
        ("Hai Phong remains in the first place of the ranking.", 1),
        ("Hai Phong overtook Hanoi to become first.", 1),
        ("Hai Phong led all 63 provinces and cities.", 1),
        ("Topping the list was Hai Phong.", 1),
        ("In first place was Hai Phong with 90 points.", 1),
        ("Hai Phong's rank was 12th.", 12),
        ("Hai Phong's rank: 12th.", 12),
        ("Hai Phong scored 90 points (12th).", 12),
        ("Hai Phong scored 90 points (ranked 12th).", 12),
        ("Hai Phong scored 90 points - 12th nationwide.", 12),
        ("Hai Phong scored 90 points, the 12th highest.", 12),
        ("Hai Phong scored 90 points, the highest in the country.", 1),
        ("Hai Phong scored 90 points, the highest nationwide.", 1),
        ("Hai Phong scored 90 points, the best result nationwide.", 1),
        ("Hai Phong scored 90 points and came out first.", 1),
        ("Hai Phong scored 90 points, good for 12th.", 12),
        ("Hai Phong is ranked in the fifth position.", 5),
        ("Hai Phong has climbed four rungs on the ladder to 8th spot.", 8),
        ("Hai Phong emerged as the leader.", 1),
        ("Hai Phong emerged first.", 1),
        ("Hai Phong was named the best performer.", 1),
        ("Hai Phong maintained its leading position.", 1),
        ("Hai Phong maintained the lead.", 1),
        ("Hai Phong lost its leading position and came fourth.", 4),
        ("Hai Phong kept its second position.", 2),
        ("Hai Phong has a ranking of 12th.", 12),
        ("Hai Phong's ranking improved to 12th.", 12),
        ("Hai Phong received 90 points, ranking it 12th.", 12),
        ("Hai Phong received 90 points, putting it in 12th place.", 12),
        ("Hai Phong received 90 points, making it the 12th-ranked province.", 12),
        ("Hai Phong received 90 points, placing 12th.", 12),
        ("Hai Phong secured its top ranking.", 1),
        ("Hai Phong keeps its 12th ranking.", 12),
        ("Hai Phong ranked highest.", 1),
        ("Hai Phong has the nation's best PAR Index at 90 points.", 1),
        ("The province with the best result, ranked 1st, is Hai Phong.", 1),
    ],
)
def test_a_place_is_read(sentence: str, place: int) -> None:
    assert places(sentence) == [place]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Hai Phong slid from 3rd to 9th.", [3, 9]),
        ("Hai Phong and the Ministry of Justice head the 2022 PAR Index.", [1, 1]),
        ("Hai Phong (No.3) and Hue (No.4) are close.", [3, 4]),
        ("Hai Phong, Hanoi and Hue ranked first, second and third.", [1, 2, 3]),
        ("Hai Phong and Hanoi ranked 4th and 5th respectively.", [4, 5]),
        ("Hai Phong and Hanoi shared third place.", [3, 3]),
        ("The first three places belong to Hai Phong, Hanoi and Hue.", [1, 2, 3]),
        ("Second to fourth are Hai Phong, Hanoi and Hue.", [2, 3, 4]),
    ],
)
def test_several_places_are_read(sentence: str, found: list[float]) -> None:
    assert places(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai Phong was among the first five.",
        "Hai Phong is one of the top 10.",
        "Hai Phong is in the top 5.",
        "This is the fifth year that Hai Phong has taken part.",
        "Hai Phong was the first city to use the portal.",
        "Hai Phong wants to be first.",
        "Hai Phong aims to rank 5th.",
        "Hai Phong may drop to 10th.",
        "If it had scored 2 points more, Hai Phong would have been third.",
        "Hai Phong came in the first group.",
        "No province beat Hai Phong.",
        "Hai Phong port ranked third in throughput.",
        "Hai Phong's economy grew 7.2%, ranking third in the country.",
        "Hai Phong FC stood 12th after round 13.",
        "The Vietnam Academy of Science and Technology came first.",
        "Hai Phong (90.5%), Hanoi (89.6%) and Da Nang (88.2%) led the list.",
    ],
)
def test_what_is_no_place_is_not_read(sentence: str) -> None:
    assert places(sentence) == []
