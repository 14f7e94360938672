"""Published results fit the rest of the gazetteer."""

from __future__ import annotations

from pipelines import gazetteer


def test_published_results_name_known_subjects_and_keep_their_figures_within_the_field() -> None:
    for result in gazetteer.official_results():
        if result.kind != "group":
            assert gazetteer.entity_id(result.kind, result.entity, result.year) == result.entity_id
        assert result.percent is not None or result.rank is not None
        assert result.percent is None or 50 < result.percent <= 100
        size = gazetteer.field_size("par_index", result.kind, result.year)
        assert result.rank is None or (size is not None and 1 <= result.rank <= size)
        assert result.status in {"published", "derived", "conflict"}
    assert {result.year for result in gazetteer.official_results()} == set(range(2012, 2025))
