"""The thread rule: the worked examples of York 2022, and that a shared theme is not a shared matter."""

import pandas as pd
import pytest

from analysis.recommendations.addressed import asked_of_authority
from analysis.recommendations.thread_rule import (
    READINGS,
    evidence,
    recommendation_headlines,
    recommendation_paths,
    still_true,
)
from loaders import as_known

VISIT, FULL = "york/2023-focused-visit", "york/2025-ilacs"

# Recommendation of York 2022, reading of the visit of 2023, reading of the inspection of 2025, headline then.
WORKED = [
    ("R1", "asked_again_in_part", "mixed", "mixed"),
    ("R2", "not_looked_at", "asked_again_in_part", "asked_again_in_part"),
    ("R3", "asked_again_in_part", "positive", "positive"),
    ("R4", "not_looked_at", "positive", "positive"),
    ("R5", "not_looked_at", "positive", "positive"),
    ("R6", "not_looked_at", "positive", "positive"),
    ("R7", "good_signs", "positive", "positive"),
]


@pytest.fixture(scope="module")
def paths(ds):
    return recommendation_paths(ds, "york").set_index(["inspection", "recommendation", "later"])


@pytest.fixture(scope="module")
def headlines(ds):
    return recommendation_headlines(ds, "york").set_index(["inspection", "recommendation"])


@pytest.mark.parametrize(("name", "visit", "full", "headline"), WORKED, ids=[name for name, *_ in WORKED])
def test_the_threads_of_2022(paths, headlines, name, visit, full, headline):
    assert paths.loc[("york/2022-ilacs", name, VISIT), "reading"] == visit
    assert paths.loc[("york/2022-ilacs", name, FULL), "reading"] == full
    assert headlines.loc[("york/2022-ilacs", name), "reading"] == headline


def test_asked_again_in_part_says_for_whom(paths):
    assert paths.loc[("york/2022-ilacs", "R2", FULL), "for_whom"] == "disabled children"
    assert paths.loc[("york/2022-ilacs", "R1", VISIT), "for_whom"] == "care leavers"


def test_a_reading_that_rests_on_one_paragraph_is_a_close_call(headlines):
    assert headlines.loc[("york/2022-ilacs", "R4"), "close_call"]
    assert not headlines.loc[("york/2022-ilacs", "R7"), "close_call"]


def test_pathway_plans_are_asked_for_again_in_ofsteds_own_words(ds, paths):
    assert paths.loc[(VISIT, "R2", FULL), "reading"] == "asked_again"
    link = ds.links[(ds.links["inspection"] == FULL) & (ds.links["recommendation"] == "R2")].iloc[0]
    assert link["basis"] == "report says so"


def test_council_scrutiny_and_children_at_the_board_share_a_theme_and_no_matter(ds, paths):
    shared = ds.recommendation_themes[ds.recommendation_themes["theme"] == "corporate_parenting"]
    assert {("york/2012-slac", "R4"), ("york/2022-ilacs", "R7")} <= set(
        zip(shared["inspection"], shared["recommendation"], strict=True)
    )
    assert not paths.loc[("york/2012-slac", "R4", "york/2022-ilacs"), "reading"].startswith("asked_again")


def test_no_one_can_act_before_publication(ds, paths):
    started = ds.inspections.set_index("inspection")["start"]
    published = ds.inspections.set_index("inspection")["published"]
    for inspection, _, later in paths.index:
        assert started[later] > published[inspection]


def test_only_links_read_asked_again(ds, paths):
    asked = {index for index, row in paths.iterrows() if row["reading"].startswith("asked_again")}
    links = ds.links[ds.links["authority"] == "york"]
    assert asked == set(
        zip(links["earlier_inspection"], links["earlier_recommendation"], links["inspection"], strict=True)
    )


def test_as_known_in_2023_the_inspection_of_2025_is_not_there(ds):
    table = recommendation_headlines(as_known(ds, pd.Timestamp("2023-12-31")), "york").set_index(
        ["inspection", "recommendation"]
    )
    assert table.loc[("york/2022-ilacs", "R5"), "reading"] == "not_looked_at"
    assert table.loc[("york/2022-ilacs", "R5"), "since"] == 1
    assert table.loc[("york/2022-ilacs", "R3"), "reading"] == "asked_again_in_part"


def test_a_visit_reads_good_signs_and_never_positive(paths):
    visits = paths[[later == VISIT for *_, later in paths.index]]
    assert "positive" not in set(visits["reading"])
    assert set(paths["reading"]) <= set(READINGS)


def test_the_health_histories_were_asked_for_once_and_still_missing_six_years_later(ds):
    table = still_true(ds, "york").set_index(["inspection", "recommendation", "later"])
    row = table.loc[("york/2016-sif", "R8", "york/2022-ilacs")]
    assert row["paragraph"] == "31"
    assert (row["met_in"], row["met_paragraph"]) == ("york/2025-ilacs", "49")


def test_the_evidence_names_its_paragraphs(ds):
    table = evidence(ds, "york/2022-ilacs", "R5", FULL)
    assert list(table["paragraph"]) == ["17"]
    assert list(table["verdict"]) == ["strength"]


def test_what_a_board_was_asked_is_not_read_by_what_reports_say_of_the_authority(ds):
    """Safeguarding boards ended, so a later report praises the authority's joint work, not the board."""
    own = asked_of_authority(ds)
    others = [(inspection, name) for inspection, name in zip(*boards(ds), strict=True) if (inspection, name) not in own]
    assert len(others) > 2
    found = recommendation_headlines(ds, "north-yorkshire").set_index(["inspection", "recommendation"])["reading"]
    assert {found[key] for key in others} == {"not_looked_at"}


def boards(ds):
    asked = ds.recommendations[ds.recommendations["inspection"] == "north-yorkshire/2014-sif"]
    return asked["inspection"], asked["recommendation"]


def test_a_paragraph_that_carries_a_request_is_not_one_where_nothing_was_asked(ds):
    late = still_true(ds, "york")
    assert not ((late["later"] == "york/2025-ilacs") & (late["paragraph"] == "51")).any()
