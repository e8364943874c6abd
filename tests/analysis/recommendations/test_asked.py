"""All that was asked: found, counted and taken away, on the sample."""

import pandas as pd
import pytest

from analysis.recommendations.asked import (
    AGAIN,
    Wanted,
    as_table,
    asked_for,
    by_theme,
    found,
    held,
    sheet,
)
from analysis.recommendations.asked_sentences import again_words, coded_would_add
from loaders import Dataset, load
from tests.builders import SAMPLE


@pytest.fixture(scope="module")
def ds() -> Dataset:
    return load(SAMPLE)


def test_every_recommendation_stands_once_the_newest_inspection_first(ds):
    every = asked_for(ds)
    assert len(every) == len(ds.recommendations)
    assert every["start"].is_monotonic_decreasing
    york = found(ds, Wanted(authorities=("york",)))
    assert set(york["inspection"]) <= set(held(ds, "york"))
    assert york.iloc[0]["inspection"] == "york/2025-ilacs"


def test_a_theme_must_be_a_main_one(ds):
    rows = found(ds, Wanted(themes=("supervision",)))
    main = ds.recommendation_themes[
        ds.recommendation_themes["primary"] & (ds.recommendation_themes["theme"] == "supervision")
    ]
    assert len(rows) == len(main)
    assert len(rows) < (ds.recommendation_themes["theme"] == "supervision").sum() + 1


def test_asked_again_rests_on_links_alone(ds):
    rows = found(ds, Wanted(shown=AGAIN))
    linked = set(zip(ds.links["inspection"], ds.links["recommendation"], strict=True))
    assert set(zip(rows["inspection"], rows["recommendation"], strict=True)) == linked
    link = ds.links[(ds.links["inspection"] == "york/2025-ilacs") & (ds.links["extent"] == "same")].iloc[0]
    assert again_words(ds, link) == "Asked again: R2 of the focused visit of August 2023"


def test_words_are_found_by_stem_and_synonym_within_what_the_boxes_leave(ds):
    rows = found(ds, Wanted(authorities=("york",), words="homeless teenagers"))
    assert "york/2022-ilacs" in set(rows["inspection"])
    assert set(rows["authority"]) == {"york"}
    assert "\ue000" in rows.iloc[0]["summary_marked"] + rows.iloc[0]["quote_marked"]
    assert found(ds, Wanted(words="zzyzx")).empty


def test_themes_are_counted_by_inspection_first(ds):
    table = by_theme(ds, found(ds, Wanted(authorities=("york",)))).set_index("Theme")
    assert table.loc["Supervision", "Inspections"] == 4
    assert table.loc["Supervision", "Asked in"] == "2012; 2016; 2022; 2023 (focused visit)"


def test_a_sheet_is_a_part_and_the_table_says_where_each_stands(ds):
    wanted = Wanted(authorities=("york",))
    assert len(sheet(ds, wanted, 1, 3)) == 3
    table = as_table(ds, found(ds, wanted))
    assert len(table) == len(found(ds, wanted))
    assert set(table["Priority action"]) <= {"Yes", "No"}
    assert table["Report"].str.contains("#page=").any()


def test_what_a_read_report_would_add_is_said_only_where_findings_were_not_read(ds):
    assert coded_would_add(ds, held(ds, "york")) == ""
    depths = ds.inspections.set_index("inspection")["depth"]
    unread = tuple(depths.index[depths == "recommendations"])
    assert not unread or "only the recommendations were read" in coded_would_add(ds, unread)
    assert isinstance(asked_for(ds), pd.DataFrame)
