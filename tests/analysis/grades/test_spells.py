"""How long each grade stood, year by year, and how it is told."""

import pandas as pd

from analysis.grades.sentences import grades_phrase, leading_grades, result_words, standing_sentences
from analysis.grades.spell_sentences import beside_sentence, beside_title, history_alt, history_title, rug_sentence
from analysis.grades.spells import at_year_ends, rug_table, spells
from analysis.naming import region_in_sentence
from tests.cuts import only


def of(found: pd.DataFrame, strand: str) -> list[tuple]:
    part = found[found["strand"] == strand]
    return [
        (f"{row.start:%Y}", row.grade if isinstance(row.grade, str) else row.no_grade, row.move)
        for row in part.itertuples()
    ]


def test_a_grade_stands_until_the_next_inspection_that_speaks_of_its_strand(ds):
    found = spells(ds, ("york",))
    assert of(found, "overall") == [
        ("2012", "not_in_framework", "none"),
        ("2016", "good", "first"),
        ("2022", "requires_improvement", "down"),
        ("2025", "outstanding", "up"),
    ]
    overall = found[found["strand"] == "overall"]
    assert list(overall["until"]) == [*overall["start"].iloc[1:], ds.as_at]


def test_a_visit_ends_no_grade_and_grades_judged_differently_are_not_compared(ds):
    found = spells(ds, ("york",))
    assert of(found, "care_leavers") == [
        ("2012", "judged_together", "none"),
        ("2016", "good", "first"),
        ("2022", "judged_together", "none"),
        ("2025", "outstanding", "not comparable"),
    ]
    assert not found["inspection"].str.contains("visit").any()


def test_how_long_the_last_grade_of_an_authority_that_is_gone_stood_is_not_said(ds):
    found = spells(ds, ("bournemouth",))
    assert len(found)
    assert found.groupby("strand")["until"].last().isna().all()


def test_each_year_shows_the_grade_at_its_end(ds):
    cells = at_year_ends(ds, ("york",))
    overall = cells[(cells["strand"] == "overall") & cells["grade"].notna()].set_index("year")["grade"]
    assert overall[2021] == "good"
    assert overall[2022] == overall[2024] == "requires_improvement"
    assert overall[2025] == overall[2026] == "outstanding"
    assert overall.index.is_unique
    table = rug_table(ds, ("york",), ("overall",))
    assert table.loc[0, "2025"] == "Outstanding"
    assert table.loc[0, "2012"] == "Not judged under this framework"


def test_the_title_tells_the_way_and_never_over_a_break(ds):
    assert history_title(ds, "York", spells(ds, ("york",))) == (
        "York overall: Good in 2016, Requires improvement to be good in 2022, Outstanding in 2025"
    )
    one = only(ds, ["york/2016-sif", "york/2012-slac"])
    assert history_title(one, "York", spells(one, ("york",))) == "York overall: Good in 2016"
    none = only(ds, [])
    assert history_title(none, "York", spells(none, ("york",))) == "No graded inspection of York is held here"


def test_the_words_for_those_who_cannot_see_part_what_may_not_be_compared(ds):
    alt = history_alt(ds, spells(ds, ("york",)), 1)
    assert "Care leavers: Good 2016; Outstanding 2025." in alt
    assert "then Outstanding 2025" in alt
    assert alt.endswith("One visit without grades.")
    assert len(alt) <= 750


def test_several_are_told_by_who_stands_where(ds):
    both = ("york", "north-yorkshire")
    found = spells(ds, both)
    assert (
        beside_title(ds, "york", found, ("overall",)) == "York and North Yorkshire stand highest overall: Outstanding"
    )
    assert beside_sentence(ds, both, found, ("overall",)).startswith(
        "Overall effectiveness now: Outstanding (York and North Yorkshire)."
    )
    assert rug_sentence(ds, both, ("overall",)).endswith("; now, two of two.")


def test_one_grade_printed_in_two_wordings_is_told_as_one(ds):
    grades = leading_grades(ds, "york/2022-ilacs")
    words = grades["grade_as_published"].where(grades["strand"] == "overall", "Requires improvement")
    assert grades_phrase(ds, grades.assign(grade_as_published=words)) == (
        "Requires improvement to be good in all four judgements"
    )


def test_an_inspection_of_one_service_alone_says_so(ds):
    for inspection in ds.inspections.loc[ds.inspections["framework"] == "slac_2013", "inspection"]:
        assert result_words(ds, inspection).endswith("for services for looked after children alone")


def test_names_and_regions_stand_in_a_sentence_as_people_say_them(ds):
    assert standing_sentences(ds, "city-of-london")[0].startswith("The City of London was judged")
    assert standing_sentences(ds, "york")[0].startswith("York rose: it was judged")
    said = {region: region_in_sentence(region) for region in ds.authorities["region"].dropna().unique()}
    assert said["London"] == "London"
    assert said["South East"] == "the South East"
    assert said["East of England"] == "the East of England"


def test_an_authority_that_took_over_from_another_misses_no_earlier_inspection(ds):
    assert (
        standing_sentences(ds, "westmorland-and-furness")[1]
        == "It is the only graded inspection held here since it took over from Cumbria."
    )
