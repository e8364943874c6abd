"""England and comparisons on the real data: published figures, both bases, states of their own, plain sentences."""

import dataclasses

import pandas as pd
import pytest

from analysis.authority.overview import story
from analysis.comparison.sentences import (
    basis_sentence,
    compare_sentence,
    full_inspections_sentence,
    later_sentence,
    next_words,
    not_neighbours_sentence,
)
from analysis.comparison.side_by_side import praised_where_criticised, themes_side_by_side
from analysis.comparison.standings import (
    BEGUN,
    COMPLETE,
    PUBLISHED,
    Comparison,
    compared,
    complete_to,
    counts,
    counts_over_time,
    england,
    later_held,
    not_neighbours,
    standings,
    states,
    successors,
)
from analysis.comparison.transitions import (
    gaps_by_length,
    next_inspection,
    next_range,
    publication_lag,
    since_last,
    transitions,
    waits_by_length,
)
from analysis.england.every_authority import matching, moved_between
from analysis.england.reconciliation import agrees, code_differences, reconciliation
from analysis.england.sentences import england_sentence
from analysis.england.visits import focused_visits, visits_by_theme
from analysis.frameworks import no_longer_judged_since
from analysis.known import short_lists
from analysis.selection import Selection
from loaders import Dataset, as_known
from tests.cuts import only

LAST = pd.Timestamp("2025-03-31")


@pytest.fixture(scope="module")
def file(ds) -> Dataset:
    """What Ofsted's file of 31 March 2025 could hold: it was made before Wakefield's report of July came out."""
    return as_known(ds, pd.Timestamp("2025-05-30"))


def said(ds: Dataset, selection: Selection, group: str, strand: str = "overall", basis: str = BEGUN) -> str:
    comparison = compared(ds, selection, group, strand, basis, COMPLETE, selection.as_at or LAST)
    return compare_sentence(ds, comparison, standings(ds, comparison), states(ds))


# England


def test_england_stands_as_ofsted_published_on_its_basis(ds):
    found = counts(ds, england(ds, "overall", LAST, BEGUN))
    assert found.to_dict() == {"outstanding": 36, "good": 67, "requires_improvement": 31, "inadequate": 19}
    sentence = england_sentence(ds, england(ds, "overall", LAST), found, states(ds))
    assert (
        sentence
        == "As at 31 March 2025, of 153 authorities 36 are judged Outstanding overall, 67 Good, 31 Requires improvement to be good and 19 Inadequate."
    )


def test_counted_by_publication_the_same_day_looks_different(ds):
    found = counts(ds, england(ds, "overall", LAST, PUBLISHED))
    assert found.to_dict() == {"outstanding": 33, "good": 67, "requires_improvement": 34, "inadequate": 19}


def test_without_a_chosen_day_england_stands_at_the_day_of_the_box_and_says_which_lists_end_before(ds):
    ended = ds.authorities["reports_checked"].where(ds.authorities["region"] != "London")
    ds = dataclasses.replace(ds, authorities=ds.authorities.assign(reports_checked=ended))
    comparison = england(ds, "overall", None)
    assert comparison.day == ds.as_at
    assert comparison.basis == PUBLISHED
    short = short_lists(ds, comparison.authorities, comparison.day)
    assert 0 < len(short) < 153
    assert (
        f"For {len(short)} of these authorities, marked †, full inspections are listed only to 31 March 2025"
        in basis_sentence(ds, comparison, short)
    )
    complete = england(ds, "overall", None, BEGUN, COMPLETE)
    assert complete.day == complete_to(ds, complete.authorities) == ds.statistics_as_at == LAST
    assert short_lists(ds, complete.authorities, complete.day).empty


def test_none_yet_is_a_state_of_its_own_and_authorities_that_are_gone_do_not_count(ds):
    for day in ("2018-01-01", "2019-03-31", "2022-12-31", "2025-03-31"):
        found = counts(ds, england(ds, "overall", pd.Timestamp(day)))
        assert found.sum() == 153
    assert counts(ds, england(ds, "overall", pd.Timestamp("2018-01-01"))).to_dict() == {"none_yet": 153}
    assert not {"bournemouth", "cumbria", "northamptonshire"} & set(england(ds, "overall", None).authorities)


def test_care_leavers_judged_together_before_2023_are_no_grade_of_their_own(file):
    found = counts(file, england(file, "care_leavers", LAST, BEGUN))
    assert found["judged_together"] == 50
    assert found.drop("judged_together").sum() == 103


def test_the_era_without_an_overall_judgement_is_told_apart(ds):
    """An inspection of May 2026 has no overall grade: it is neither kept back nor made up."""
    assert no_longer_judged_since(ds, "overall") == pd.Timestamp("2026-04-01")
    row = ds.inspections[ds.inspections["inspection"] == "york/2025-ilacs"]
    new = row.assign(
        inspection="york/2026-ilacs",
        framework="ilacs_2026",
        start=pd.Timestamp("2026-05-11"),
        published=pd.Timestamp("2026-06-20"),
    )
    grades = ds.grades[(ds.grades["inspection"] == "york/2025-ilacs") & (ds.grades["strand"] != "overall")]
    later = dataclasses.replace(
        ds,
        inspections=pd.concat([ds.inspections, new]),
        grades=pd.concat(
            [
                ds.grades,
                grades.assign(inspection="york/2026-ilacs", framework="ilacs_2026", start=pd.Timestamp("2026-05-11")),
            ]
        ),
    )
    day = pd.Timestamp("2026-07-01")
    overall = standings(later, Comparison(("york",), "york", "itself", "overall", day)).iloc[0]
    assert overall["state"] == "not_in_framework"
    assert standings(later, Comparison(("york",), "york", "itself", "leaders", day)).iloc[0]["state"] == "outstanding"
    assert "no grade of its own overall" in said(later, Selection(("york",), day), "chosen")
    moves = transitions(later, Comparison(("york",), "york", "itself", "overall", day))
    assert list(moves["move"]) == ["up", "no grade"]


def test_the_years_add_up(ds):
    table = counts_over_time(ds, england(ds, "overall", LAST, BEGUN))
    assert set(table.groupby("day")["authorities"].sum()) == {153}
    assert table["day"].iloc[-1] == LAST


# Movement and time


def test_moves_and_gaps_are_as_published(file):
    comparison = england(file, "overall", LAST, BEGUN)
    pairs = transitions(file, comparison)
    assert pairs["move"].value_counts().to_dict() == {"same": 50, "up": 46, "down": 19}
    assert pairs["days"].median() == 1631
    assert gaps_by_length(pairs).sum() == 115
    rose = moved_between(file, comparison, "requires_improvement", "outstanding")
    assert rose["authority"].tolist() == ["leicestershire", "york"]
    assert rose["days"].tolist() == [1673, 1085]


def test_a_joint_grade_is_compared_only_with_another_of_the_same_framework(file):
    pairs = transitions(file, england(file, "children_in_care", LAST, BEGUN))
    assert pairs["move"].value_counts()["not comparable"] == 101
    frameworks = file.inspections.set_index("inspection")["framework"]
    fair = pairs[pairs["move"].isin(["up", "down", "same"])]
    assert (fair["earlier"].map(frameworks) == fair["later"].map(frameworks)).all()


def test_a_range_for_the_next_inspection_comes_from_gaps_that_lasted_longer_than_the_wait(ds):
    pairs = transitions(ds, england(ds, "overall", LAST, BEGUN))
    start = pd.Timestamp("2022-03-07")
    found = next_range(pairs, start, LAST)
    assert start + pd.Timedelta(days=(LAST - start).days) < found.earliest < found.latest
    assert found.longer == (pairs["days"] > (LAST - start).days).sum()
    assert next_range(pairs, start, pd.Timestamp("2030-01-01")) is None
    assert next_range(pairs, pd.NaT, LAST) is None
    assert "an estimate" in next_words(ds, "York", found, start)


def test_waits_and_lags_are_counted_from_the_first_day_on_site(ds):
    comparison = england(ds, "overall", LAST, BEGUN)
    since = since_last(ds, comparison).set_index("authority")["days"]
    assert since["york"] == 35
    assert waits_by_length(since_last(ds, comparison)).sum() == 153
    lag = publication_lag(ds, comparison).set_index("inspection")["days"]
    assert lag["york/2022-ilacs"] == 58
    assert (lag > 0).all()


def test_visits_are_counted_by_what_they_looked_at(ds):
    table = visits_by_theme(ds, england(ds, "overall", LAST, BEGUN))
    assert {"Care leavers", "Front door", "Children in care"} <= set(table["visit_theme"])
    assert table["visits"].is_monotonic_decreasing
    assert table["visits"].sum() == len(focused_visits(ds, england(ds, "overall", LAST, BEGUN)))


# Comparisons


def test_york_among_its_neighbours_in_one_sentence(ds):
    assert (
        said(ds, Selection(("york",)), "neighbours")
        == "As at 31 March 2025 York is one of 3 judged Outstanding overall among itself and its 10 statistical neighbours."
    )


@pytest.mark.parametrize(
    ("selection", "group", "words"),
    [
        (
            Selection(("york", "north-yorkshire")),
            "chosen",
            "As at 31 March 2025 both York and North Yorkshire are judged Outstanding overall.",
        ),
        (
            Selection(("york", "leeds", "wirral")),
            "chosen",
            "York is one of 2 judged Outstanding overall among the 3 authorities chosen.",
        ),
        (
            Selection(("wirral", "leeds")),
            "chosen",
            "Wirral alone is judged Requires improvement to be good overall among the 2 authorities chosen.",
        ),
        (
            Selection(("york",), pd.Timestamp("2018-02-01")),
            "region",
            "no full inspection of York under today’s kind of inspection (ILACS) is known.",
        ),
        (Selection(("york",), LAST), "region", "among the 15 authorities of Yorkshire and the Humber."),
    ],
)
def test_the_sentence_of_a_comparison(ds, selection, group, words):
    assert words in said(ds, selection, group)


def test_a_pair_that_are_no_neighbours_is_said_so(ds):
    assert not_neighbours(ds, ("york", "north-yorkshire")) == [("york", "north-yorkshire")]
    assert "are not statistical neighbours of each other" in not_neighbours_sentence(ds, [("york", "north-yorkshire")])
    assert not_neighbours(ds, ("york", "hampshire")) == []
    assert not_neighbours(ds, ("york",)) == []


def test_others_stand_in_the_order_of_nearness_and_of_names_never_of_grades(ds):
    neighbours = compared(ds, Selection(("york",)), "neighbours", "overall").authorities
    assert neighbours[:3] == ("york", "gloucestershire", "bath-and-north-east-somerset")
    region = compared(ds, Selection(("york",)), "region", "overall").authorities
    names = ds.authorities.set_index("authority")["name"]
    assert [names[a] for a in region[1:]] == sorted(names[a] for a in region[1:])


def test_themes_stand_side_by_side_with_evidence(ds):
    comparison = compared(ds, Selection(("york", "north-yorkshire")), "chosen", "overall")
    table = themes_side_by_side(ds, comparison).set_index("Theme")
    assert list(table.columns) == ["York", "North Yorkshire"]
    assert table.loc["Private fostering", "York"].startswith("mixed")
    found = praised_where_criticised(ds, comparison)
    assert "private_fostering" in list(found["theme"])
    for row in found.itertuples():
        quotes = ds.findings[
            (ds.findings["inspection"] == row.theirs_inspection) & (ds.findings["paragraph"] == row.theirs)
        ]
        assert row.theirs_quote in list(quotes["quote"])


def test_the_table_of_every_authority_is_searched_by_name_other_name_and_region(ds):
    comparison = england(ds, "overall", None)
    assert len(matching(ds, comparison)[0]) == 153
    assert list(matching(ds, comparison, "city of york")[0]["Authority"]) == ["York"]
    assert len(matching(ds, comparison, "yorkshire and the humber")[0]) == 15
    assert matching(ds, comparison, "Atlantis (+")[0].empty


# Reconciliation


def test_every_count_of_ofsteds_file_comes_out_of_the_records(ds):
    table = reconciliation(ds)
    assert len(table) == 29
    assert (table["Difference"] == 0).all()
    assert agrees(ds, table) == "All 29 counts agree."


def test_a_record_that_is_missing_shows_as_a_difference(ds):
    short = only(ds, [name for name in ds.inspections["inspection"] if name != "york/2025-ilacs"])
    table = reconciliation(short)
    assert table["Difference"].ne(0).any()
    assert "differ" in agrees(ds, table)


def test_codes_that_changed_are_listed(ds):
    assert {"Barnsley", "Sheffield"} <= set(code_differences(ds)["Authority"])


# The map


def test_every_current_authority_has_a_tile_and_a_short_name_of_its_own(ds):
    current = ds.authorities[ds.authorities["status"] == "current"]
    assert current[["tile_column", "tile_row", "short"]].notna().all().all()
    assert not current.duplicated(["tile_column", "tile_row"]).any()
    assert current["short"].is_unique
    tiles = current.set_index("authority")[["tile_column", "tile_row"]]
    assert tiles.loc["north-yorkshire", "tile_row"] < tiles.loc["york", "tile_row"]
    assert tiles.loc["leeds", "tile_column"] < tiles.loc["york", "tile_column"]
    assert tiles["tile_row"].idxmin() == "northumberland"
    assert tiles["tile_column"].idxmin() == "isles-of-scilly"


def test_newer_reports_that_do_not_count_are_named_and_can_be_counted(ds):
    bradford = Selection(("bradford",))
    then = compared(ds, bradford, "neighbours", "overall", BEGUN, day=LAST)
    later = later_held(ds, then, ds.as_at)
    words = later_sentence(ds, then, later)
    assert then.day == LAST
    assert "The newest of Bradford, the inspection of January 2026: Requires improvement to be good overall" in words
    now = compared(ds, bradford, "neighbours", "overall")
    assert now.day == ds.as_at
    assert later_held(ds, now, ds.as_at).empty
    assert standings(ds, now).iloc[0]["grade"] == "requires_improvement"
    assert standings(ds, then).iloc[0]["grade"] == "inadequate"


@pytest.mark.parametrize("day", ["2022-06-30", "2025-03-31", "2026-08-22"])
def test_no_inspection_is_foreseen_before_the_day_shown(ds, day):
    day = pd.Timestamp(day)
    foreseen = 0
    for authority in ds.authorities.loc[ds.authorities["status"] == "current", "authority"]:
        found, last = next_inspection(ds, authority, day)
        if found is not None:
            foreseen += 1
            assert found.last == last
            assert last <= day <= found.earliest <= found.latest, authority
    assert foreseen or day.year == 2022


def test_an_authority_that_is_gone_has_successors_and_no_next_inspection(ds):
    gone = compared(ds, Selection(("cumbria",)), "region", "overall")
    assert successors(ds, "cumbria") == ["cumberland", "westmorland-and-furness"]
    assert successors(ds, "york") is None
    assert "Next full inspection likely" not in [fact.label for fact in story(ds, "cumbria").facts]
    assert gone.group == "itself and the 24 authorities of North West"
    alone = compared(ds, Selection(("cumbria",)), "neighbours", "overall")
    assert "no statistical neighbours listed" in compare_sentence(ds, alone, standings(ds, alone), states(ds))


@pytest.mark.parametrize(
    ("every", "graded", "words"),
    [
        (0, 0, "No full inspection under ILACS, the kind of full inspection since January 2018, is known by this day."),
        (1, 1, "One full inspection under ILACS, the kind of full inspection since January 2018, graded overall."),
        (
            1,
            0,
            "One full inspection under ILACS, the kind of full inspection since January 2018, without a grade of its own overall.",
        ),
        (
            18,
            18,
            "18 full inspections under ILACS, the kind of full inspection since January 2018, all of them graded overall.",
        ),
        (
            18,
            6,
            "18 full inspections under ILACS, the kind of full inspection since January 2018, six of them graded overall.",
        ),
    ],
)
def test_full_inspections_are_counted_in_whole_sentences(ds, every, graded, words):
    assert full_inspections_sentence(ds, every, graded, "overall") == words
