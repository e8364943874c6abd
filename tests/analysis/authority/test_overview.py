"""One authority's story."""

import dataclasses

import pandas as pd

from analysis.authority.meeting import screens
from analysis.authority.overview import story
from analysis.selection import Selection
from loaders import Dataset
from tests.cuts import only, uncoded


def test_york_is_told_with_numbers_that_can_be_counted(ds):
    told = story(ds, "york")
    facts = {fact.label: fact.value for fact in told.facts}
    assert facts["Inspections and visits known"] == str((ds.inspections["authority"] == "york").sum())
    assert "Outstanding" in told.headline
    assert not told.fell
    assert told.changes["Strand"].is_unique
    assert told.better


def test_where_no_report_was_read_nothing_is_said_to_come_back(ds):
    names = list(ds.inspections["inspection"])
    assert story(uncoded(ds, names), "york").back == [
        "No report has been read paragraph by paragraph yet, so nothing can be said of what comes back."
    ]


def test_without_any_inspection_there_is_still_a_story(ds):
    told = story(only(ds, []), "york")
    assert told.headline.endswith(".")
    assert told.changes.empty
    assert not told.fell


def test_a_full_stop_in_a_name_cuts_no_sentence(ds):
    names = ds.authorities["name"].replace("York", "St. York")
    named = dataclasses.replace(ds, authorities=ds.authorities.assign(name=names))
    told, shown = story(named, "york"), screens(named, Selection(("york",)))
    assert told.standing.startswith(
        "St. York rose: it was judged Outstanding in all five judgements after the inspection"
    )
    assert told.added.startswith("In March 2022 it was Requires improvement to be good in all four; care leavers")
    assert told.headline == f"{told.standing} {told.added}"
    assert f"{shown[0].title}." == told.standing
    neighbours = [screen.title for screen in shown if screen.picture and screen.picture.kind == "neighbours"]
    assert neighbours[0].startswith("St. York is one of ")


def asked_for(ds: Dataset, inspection: str, theme: str, start: str) -> Dataset:
    """The dataset with one recommendation more, of an inspection of which nothing but the recommendations was read."""
    authority = inspection.split("/")[0]
    asked = ds.recommendations.iloc[:1].assign(inspection=inspection, authority=authority)
    themes = ds.recommendation_themes.iloc[:1].assign(
        inspection=inspection,
        authority=authority,
        recommendation=asked["recommendation"].iloc[0],
        theme=theme,
        primary=True,
    )
    mine = ds.inspections["inspection"] == inspection
    return dataclasses.replace(
        ds,
        recommendations=pd.concat([ds.recommendations, asked]),
        recommendation_themes=pd.concat([ds.recommendation_themes, themes]),
        inspections=ds.inspections.assign(
            depth=ds.inspections["depth"].mask(mine, "recommendations"),
            start=ds.inspections["start"].mask(mine, pd.Timestamp(start)),
            end=ds.inspections["end"].mask(mine, pd.NaT),
        ),
    )


def test_what_an_earlier_report_asked_for_is_not_raised_for_the_first_time(ds):
    """Though its findings were not read, so that the theme is new among those that were."""
    told = story(asked_for(ds, "barnet/2017-sif", "missing_children", "2017-04-25"), "barnet").back
    assert (
        "New in the reports read in full, but asked for before in others: missing children and return interviews."
        in told
    )
    assert (
        "Not a return but raised for the first time: early help and edge of care; allegations and safe recruitment; care leavers' accommodation; management oversight."
        in told
    )


def test_what_was_asked_for_since_is_said_beside_what_is_praised(ds):
    told = story(asked_for(ds, "barnet/2017-sif", "domestic_abuse", "2025-04-25"), "barnet").better
    words = (
        "Five themes raised before are praised now: domestic abuse (asked for since in the inspection of April 2025); "
    )
    assert any(line.startswith(words) for line in told), told


def test_many_reports_that_were_not_read_are_counted_by_kind_in_order_of_time(ds):
    known = ds.inspections[ds.inspections["framework"] == "focused_visit"].iloc[:1]
    starts = pd.to_datetime(["2020-05-04", "2021-05-04", "2022-05-04", "2024-06-03", "2024-02-05"])
    visits = [
        known.assign(
            inspection=f"barnet/{start.year}-focused-visit-{n}",
            authority="barnet",
            start=start,
            end=start,
            date_precision="day",
            depth="outcome",
        )
        for n, start in enumerate(starts)
    ]
    few = dataclasses.replace(ds, inspections=pd.concat([ds.inspections, *visits[3:]]))
    many = dataclasses.replace(ds, inspections=pd.concat([ds.inspections, *visits]))
    assert (
        story(few, "barnet").back[-1]
        == "Not coded, so not counted: the focused visit of February 2024 and the focused visit of June 2024."
    )
    assert story(many, "barnet").back[-1] == "Not coded, so not counted: five focused visits (May 2020 to June 2024)."
