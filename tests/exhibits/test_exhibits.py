"""Every exhibit on an empty frame, one inspection, two authorities: it never fails and always says what it shows."""

import gc
import re
import weakref

import pandas as pd
import pytest

from analysis.authority.overview import story
from analysis.comparison.standings import PUBLISHED, Comparison, compared, england
from analysis.selection import Selection
from exhibits import Exhibit, Voice
from exhibits.beside import grades_beside
from exhibits.by_year import england_by_year, time_between_by_year, visits_over_time
from exhibits.deadlines import plan_deadlines
from exhibits.grades import grades_over_time
from exhibits.history import history
from exhibits.intervals import time_between, time_since_last, time_to_report, waiting_times
from exhibits.movement import grade_flow, grade_matrix
from exhibits.rug import tartan_rug
from exhibits.stacks import distribution_by_region, distribution_over_time
from exhibits.standing import grades_by_date
from exhibits.standing_matrix import where_each_stands
from exhibits.theme_grid import themes_by_grade
from exhibits.themes import theme_recurrence_chart
from exhibits.themes_of_england import theme_by_parts, themes_of_england
from exhibits.themes_over_time import one_theme_over_time, themes_over_time, turned_round
from exhibits.tile_map import tile_map
from exhibits.timeline import timeline
from exhibits.visits import visits_by_theme_chart
from loaders import Dataset, as_known, load
from tests.builders import SAMPLE
from tests.cuts import only
from tests.exhibits.whole import whole

EXHIBITS = [grades_over_time, timeline, theme_recurrence_chart, history, grades_beside, tartan_rug]


@pytest.mark.parametrize("make", EXHIBITS)
@pytest.mark.parametrize(
    ("inspections", "authorities"),
    [
        ([], ("york",)),
        (["york/2022-ilacs"], ("york",)),
        (["york/2023-focused-visit"], ("york",)),
        (["york/2018-jtai"], ("york",)),
        (None, ("york",)),
        (None, ("york", "north-yorkshire")),
    ],
)
def test_an_exhibit_is_whole(ds, make, inspections, authorities):
    data = ds if inspections is None else only(ds, inspections)
    exhibit = make(data, Selection(authorities=authorities))
    assert exhibit.as_at == ds.as_at
    whole(data, exhibit)


def test_before_the_first_publication_nothing_is_drawn(ds):
    for make in EXHIBITS:
        exhibit = make(as_known(ds, pd.Timestamp("2000-01-01")), Selection(authorities=("york",)))
        assert exhibit.draw is None


def test_what_is_counted_says_so_and_holds_no_reasons_of_ours(ds):
    for make, reason in (
        (tile_map, "large counties"),
        (distribution_by_region, "in order of their names"),
        (time_between, "Routine inspections stopped"),
        (visits_by_theme_chart, "not every letter could be had"),
    ):
        exhibit = make(ds, england(ds, "overall", None))
        assert exhibit.voice is Voice.COUNTED
        assert reason in exhibit.key
        assert reason not in exhibit.sentence
    assert "hollow" not in timeline(ds, Selection(("york",))).sentence


COMPARISONS = [
    where_each_stands,
    grades_by_date,
    time_since_last,
    time_between,
    waiting_times,
    time_to_report,
    distribution_over_time,
    distribution_by_region,
    grade_matrix,
    grade_flow,
    tile_map,
    visits_by_theme_chart,
    england_by_year,
    visits_over_time,
    time_between_by_year,
]


def supervision_by_parts(ds: Dataset, comparison: Comparison) -> Exhibit:
    return theme_by_parts(ds, comparison, "supervision")


def middle_grades(ds: Dataset, comparison: Comparison) -> Exhibit:
    return themes_by_grade(ds, comparison, "good", "requires_improvement")


def supervision_over_time(ds: Dataset, comparison: Comparison) -> Exhibit:
    return one_theme_over_time(ds, comparison, "supervision")


OF_READ_REPORTS = [
    themes_of_england,
    supervision_by_parts,
    middle_grades,
    themes_over_time,
    supervision_over_time,
    turned_round,
]
"""What rests on the reports that were read, and never on the statistics."""


@pytest.mark.parametrize("make", [*COMPARISONS, *OF_READ_REPORTS])
def test_what_a_visitor_can_do_is_said_on_the_page_alone(ds, make):
    """A picture and a cover sheet last; a click does not."""
    exhibit = make(ds, england(ds, "overall", None))
    said = f"{exhibit.title} {exhibit.sentence} {exhibit.key}"
    assert not re.search(r"\b(click|narrow screen|phone)\b", said), said


@pytest.mark.parametrize("make", COMPARISONS)
@pytest.mark.parametrize("strand", ["overall", "children_in_care", "care_leavers"])
def test_an_exhibit_of_many_is_whole_for_all_england(ds, make, strand):
    exhibit = make(ds, england(ds, strand, None))
    whole(ds, exhibit)
    reports = r"Ofsted, (\d+ inspection reports|.+ of \w+ \d{4} \(published .+\))"
    assert any(re.fullmatch(reports, source) for source in exhibit.sources)
    lists = {f"Ofsted, {title}" for title in ds.sources.loc[ds.sources["statistics"], "title"]}
    others = [source for source in exhibit.sources if not re.fullmatch(reports, source)]
    assert len(others) == len(set(others))
    assert set(others) <= lists  # where older grades, and visits without a letter, count
    earlier = make(ds, england(ds, strand, pd.Timestamp("2025-03-31")))
    assert earlier.sources[0] == "Ofsted, Local authority inspection outcomes as at 31 March 2025"


@pytest.mark.parametrize("make", OF_READ_REPORTS)
@pytest.mark.parametrize("strand", ["overall", "leaders", "care_leavers"])
def test_an_exhibit_of_the_reports_that_were_read_rests_on_these_alone(ds, make, strand):
    exhibit = make(ds, england(ds, strand, None))
    whole(ds, exhibit)
    assert exhibit.voice is Voice.READING
    lists = {f"Ofsted, {title}" for title in ds.sources.loc[ds.sources["statistics"], "title"]}
    assert not lists & set(exhibit.sources)


@pytest.mark.parametrize("make", [*COMPARISONS, *OF_READ_REPORTS])
@pytest.mark.parametrize(
    "inspections", [[], ["york/2022-ilacs"], ["york/2023-focused-visit"], ["york/2022-ilacs", "york/2025-ilacs"]]
)
def test_an_exhibit_of_many_is_whole_with_little_data(ds, make, inspections):
    little = only(ds, inspections)
    pair = Comparison(("york", "leeds"), "york", "the 2 authorities chosen", "overall", ds.as_at, PUBLISHED)
    whole(little, make(little, pair))


@pytest.mark.parametrize("make", [*COMPARISONS, *OF_READ_REPORTS])
def test_an_exhibit_of_many_is_whole_on_a_day_before_any_inspection(ds, make):
    whole(ds, make(ds, england(ds, "leaders", pd.Timestamp("2000-01-01"))))


def test_authorities_from_all_over_are_told_drawn_and_compared(ds):
    """What the pages /, /timeline, /grades and /compare show: every thirtieth authority, and those that are gone."""
    for authority in [*ds.authorities["authority"][::30], "bournemouth", "cumbria", "northamptonshire"]:
        selection = Selection(authorities=(authority,))
        assert story(ds, authority).headline.endswith("."), authority
        for make in (timeline, grades_over_time, history, grades_beside, tartan_rug):
            assert make(ds, selection).draw is not None, authority
        for group in ("chosen", "neighbours", "region"):
            whole(ds, where_each_stands(ds, compared(ds, selection, group, "overall")))


def test_exhibits_and_their_figures_are_freed_with_their_dataset():
    """Without the help of the collector: a figure that is drawn later holds no dataset."""
    ds = load(SAMPLE)
    for make in EXHIBITS:
        whole(ds, make(ds, Selection(("york",))))
    for make in [*COMPARISONS, *OF_READ_REPORTS]:
        whole(ds, make(ds, england(ds, "overall", None)))
    whole(ds, plan_deadlines(ds, "york/2022-action-plan"))
    gone = weakref.ref(ds)
    gc.disable()
    try:
        del ds
        assert gone() is None
    finally:
        gc.enable()
