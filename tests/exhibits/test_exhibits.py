"""Every exhibit on an empty frame, one inspection, two authorities: it never fails and always says what it shows."""

import gc
import re
import weakref

import pandas as pd
import pytest

from analysis.authority.overview import story
from analysis.comparison.standings import BEGUN, PUBLISHED, Comparison, compared, england
from analysis.comparison.transitions import transitions
from analysis.selection import Selection
from analysis.themes.recurrence import theme_recurrence
from exhibits import Voice
from exhibits.deadlines import plan_deadlines
from exhibits.grades import grades_over_time
from exhibits.intervals import time_between, time_since_last, time_to_report, waiting_times
from exhibits.movement import grade_flow, grade_matrix
from exhibits.stacks import distribution_by_region, distribution_over_time
from exhibits.standing import grades_by_date, where_each_stands
from exhibits.themes import ORDERS, theme_recurrence_chart
from exhibits.tile_map import tile_map
from exhibits.timeline import timeline
from exhibits.visits import visits_by_theme_chart
from loaders import as_known, load
from tests.builders import SAMPLE
from tests.cuts import only
from tests.exhibits.whole import whole

EXHIBITS = [grades_over_time, timeline, theme_recurrence_chart]


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


def test_the_heatmap_shows_each_grade_and_each_kind_of_no_grade(ds):
    table = grades_over_time(ds, Selection(authorities=("york",))).table.set_index("Strand")
    assert table.loc["Care leavers", "March 2022, ILACS 2018"] == "Judged together with another strand"
    assert table.loc["Care leavers", "August 2023, Focused visit"] == "A visit gives no grades"
    assert (
        table.loc["Overall effectiveness", "March 2012, Safeguarding and looked after"]
        == "Not judged under this framework"
    )
    assert table.loc["Help and protection", "March 2012, Safeguarding and looked after"] == "Good (indicative)"
    assert list(table["February 2025, ILACS 2023"]) == ["Outstanding"] * 5
    north = grades_over_time(ds, Selection(authorities=("north-yorkshire",))).table.set_index("Strand")
    assert (
        north.loc["Help and protection", "Published November 2012, Protection of children"] == "Adequate (indicative)"
    )


def test_no_line_joins_grades_that_may_not_be_compared(ds):
    figure = grades_over_time(ds, Selection(authorities=("york",))).draw(ds, False)
    rows = dict(zip(figure.layout.yaxis.ticktext, figure.layout.yaxis.tickvals, strict=True))
    joined = sorted(shape.y0 for shape in figure.layout.shapes)
    assert joined == sorted([rows["Overall effectiveness"]] * 2 + [rows["Help and protection"]] * 2 + [rows["Leaders"]])


def test_the_order_of_themes_never_changes_a_status(ds):
    tables = [theme_recurrence_chart(ds, Selection(authorities=("york",)), order).table for order in ORDERS]
    statuses = [dict(zip(table["Theme"], table["Status"], strict=True)) for table in tables]
    assert statuses[0] == statuses[1] == statuses[2]
    assert len(statuses[0]) == len(ds.themes)
    assert list(tables[0]["Theme"]) != list(tables[1]["Theme"])


def test_the_timeline_lists_every_known_event(ds):
    chosen = ("york", "north-yorkshire")
    table = timeline(ds, Selection(authorities=chosen)).table
    assert len(table) == ds.inspections["authority"].isin(chosen).sum()
    first = table[table["Authority"] == "York"].iloc[0]
    assert first["On site"] == "March 2012", "a month is never shown as a day"
    assert first["Result"] == "Good for safeguarding services and Good for services for looked after children"


def test_where_no_report_was_read_no_table_says_what_was_not_covered(ds):
    exhibit = theme_recurrence_chart(ds, Selection(("bournemouth",)))
    assert exhibit.draw is None
    assert exhibit.table.empty
    assert "No report on Bournemouth has been read" in exhibit.sentence
    assert set(theme_recurrence(ds, "bournemouth")["status_label"]) == {"Not read here"}


def test_what_ofsted_said_holds_no_reasons_of_ours(ds):
    for make, reason in (
        (tile_map, "large counties"),
        (distribution_by_region, "in order of their names"),
        (time_between, "Routine inspections stopped"),
        (visits_by_theme_chart, "not every letter could be had"),
    ):
        exhibit = make(ds, england(ds, "overall", None))
        assert exhibit.voice is Voice.OFSTED
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
]


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


@pytest.mark.parametrize("make", COMPARISONS)
@pytest.mark.parametrize(
    "inspections", [[], ["york/2022-ilacs"], ["york/2023-focused-visit"], ["york/2022-ilacs", "york/2025-ilacs"]]
)
def test_an_exhibit_of_many_is_whole_with_little_data(ds, make, inspections):
    little = only(ds, inspections)
    pair = Comparison(("york", "leeds"), "york", "the 2 authorities chosen", "overall", ds.as_at, PUBLISHED)
    whole(little, make(little, pair))


@pytest.mark.parametrize("make", COMPARISONS)
def test_an_exhibit_of_many_is_whole_on_a_day_before_any_inspection(ds, make):
    whole(ds, make(ds, england(ds, "leaders", pd.Timestamp("2000-01-01"))))


def test_the_map_letters_every_authority_and_the_matrix_counts_every_pair(ds):
    complete = england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)
    text = tile_map(ds, complete).draw(ds, False).data[1].text
    assert len(text) == 153
    assert sum(label.endswith("<b>O</b>") for label in text) == 36
    numbers = [int(n) for n in grade_matrix(ds, complete).draw(ds, False).data[1].text]
    assert sum(numbers) == len(transitions(ds, complete))


def test_no_line_of_many_joins_grades_that_may_not_be_compared(ds):
    """York's care leavers were judged apart for the first time in 2025: its row has no line."""
    comparison = compared(ds, Selection(("york",)), "chosen", "care_leavers")
    line = grades_by_date(ds, comparison).draw(ds, False).data[0]
    assert len(line.x) == 0
    assert (
        len(grades_by_date(ds, compared(ds, Selection(("york",)), "chosen", "leaders")).draw(ds, False).data[0].x) == 3
    )


def test_authorities_from_all_over_are_told_drawn_and_compared(ds):
    """What the pages /, /timeline, /grades and /compare show: every thirtieth authority, and those that are gone."""
    for authority in [*ds.authorities["authority"][::30], "bournemouth", "cumbria", "northamptonshire"]:
        selection = Selection(authorities=(authority,))
        assert story(ds, authority).headline.endswith("."), authority
        for make in (timeline, grades_over_time):
            assert make(ds, selection).draw is not None, authority
        for group in ("chosen", "neighbours", "region"):
            whole(ds, where_each_stands(ds, compared(ds, selection, group, "overall")))


def test_on_a_phone_the_line_between_authorities_clears_the_name_of_the_next(ds):
    figure = timeline(ds, Selection(authorities=("bradford", "leeds"))).draw(ds, True)
    (line,) = figure.select_shapes({"type": "line", "xref": "x domain"})
    name = next(note for note in figure.layout.annotations if "Leeds" in note.text)
    rows = sum(figure.layout.yaxis.range[i] * (-1, 1)[i] for i in (0, 1))
    two_lines = 2 * 18 * rows / (figure.layout.height - 110)
    assert name.y + two_lines / 2 < line.y0 < name.y + 1


def test_exhibits_and_their_figures_are_freed_with_their_dataset():
    """Without the help of the collector: a figure that is drawn later holds no dataset."""
    ds = load(SAMPLE)
    for make in EXHIBITS:
        whole(ds, make(ds, Selection(("york",))))
    for make in COMPARISONS:
        whole(ds, make(ds, england(ds, "overall", None)))
    whole(ds, plan_deadlines(ds, Selection(("york",)), "york/2022-ilacs"))
    gone = weakref.ref(ds)
    gc.disable()
    try:
        del ds
        assert gone() is None
    finally:
        gc.enable()
