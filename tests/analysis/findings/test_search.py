"""Search by word, by stem and by synonym; odd input never breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.findings.evidence import Facets, findings
from analysis.findings.search import MARK, search
from loaders import load
from tests.builders import SAMPLE


def places(found) -> list[tuple[str, str]]:
    return list(zip(found["inspection"], found["paragraph"], strict=True))


def test_homeless_teenagers_finds_the_three_inspections_first(ds):
    held = ds.findings[ds.findings["authority"].isin(["york", "north-yorkshire"])]
    first = places(search(ds, "homeless teenagers", held))[:5]
    assert {("york/2012-slac", "68"), ("york/2022-ilacs", "11"), ("north-yorkshire/2023-ilacs", "18")} <= set(first)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("NEET", "not in education, employment or training"),
        ("UASC", "unaccompanied asylum-seeking children"),
        ("RHI", "return home interview"),
    ],
)
def test_an_abbreviation_finds_what_its_words_find(ds, short, long):
    assert set(places(search(ds, short))) == set(places(search(ds, long)))
    assert len(search(ds, short))


def test_a_stem_finds_its_forms_and_marks_them(ds):
    found = search(ds, "supervise")
    assert any(f"{MARK[0]}supervision{MARK[1]}" in text.lower() for text in found["summary_marked"])


def test_words_and_facets_narrow_together(ds):
    found = findings(
        ds, Facets(authorities=("york",), inspections=("york/2022-ilacs",), verdicts=("concern",), words="supervision")
    )
    assert ("york/2022-ilacs", "43") in places(found)
    assert set(found["inspection"]) == {"york/2022-ilacs"}


def test_nothing_is_found_by_nothing(ds):
    assert search(ds, "").empty
    assert search(ds, "the of and").empty
    assert search(ds, "zebra").empty


LOADED = load(SAMPLE)


@given(
    st.text(max_size=80)
    | st.sampled_from(
        ['"', "*", "NEAR(a b)", "a AND", "OR", "NOT x", "summary: x", "'; DROP TABLE findings", "-", "^a", "a" * 500]
    )
)
def test_any_input_is_a_search_and_never_an_error(words):
    assert list(search(LOADED, words).columns) == ["inspection", "paragraph", "rank", "summary_marked", "quote_marked"]


@pytest.mark.parametrize(
    "ways",
    [
        ("wellbeing", "well-being", "Well being", "“well-being”"),
        ("multi-agency", "multiagency", "Multi‑Agency"),
        ("children's homes", "children’s homes", "CHILDRENS HOMES", "children's home"),
        ("child", "children"),
        ("carer", "carers", "'Carers'"),
    ],
)
def test_hyphens_quotes_case_and_plurals_make_no_difference(ds, ways):
    found = [set(places(search(ds, words))) for words in ways]
    assert found[0]
    assert all(one == found[0] for one in found)
