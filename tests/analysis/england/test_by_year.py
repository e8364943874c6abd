"""England year by year: the judgement that stands for a framework, shares with their base, visits and gaps."""

import pandas as pd

from analysis.comparison.standings import england
from analysis.england.by_year import gaps_by_year, grades_by_year, judgement_of, visits_by_year, year_of, year_words
from analysis.england.by_year_sentences import by_year_key, by_year_sentence, by_year_title


def test_a_year_runs_from_april_to_march():
    assert [year_of(pd.Timestamp(day)) for day in ("2010-03-31", "2010-04-01", "2026-01-05")] == [2009, 2010, 2025]
    assert [year_words(year) for year in (2009, 2025)] == ["2009/10", "2025/26"]


def test_each_framework_is_stood_for_by_its_own_leading_judgement(ds):
    assert judgement_of(ds, "sif", "overall") == "overall_effectiveness"
    assert judgement_of(ds, "slac", "overall") == "safeguarding_overall_effectiveness"
    assert judgement_of(ds, "ilacs_2026", "overall") is None
    assert judgement_of(ds, "ilacs_2018", "care_leavers") is None


def test_the_numbers_of_a_year_add_up_to_its_inspections(ds):
    table = grades_by_year(ds, england(ds, "overall"))
    for (framework, year), part in table.groupby(["framework", "year"]):
        begun = ds.inspections[(ds.inspections["framework"] == framework)]["start"].map(year_of)
        assert part["inspections"].sum() == part["base"].iloc[0] == (begun == year).sum(), (framework, year)
    slac = table[table["framework"] == "slac"]
    assert "requires_improvement" not in set(slac["state"]), "Adequate is told in the word of its time"


def test_words_compare_no_year_across_frameworks(ds):
    comparison = england(ds, "overall")
    table = grades_by_year(ds, comparison)
    assert "Compare years within one framework, not across two." in by_year_sentence(ds, table)
    assert "Safeguarding and looked after: overall effectiveness, safeguarding services" in by_year_key(
        ds, comparison, table
    )
    assert by_year_title(ds, comparison, table)


def test_every_visit_whose_subject_is_known_is_counted_in_its_year(ds):
    table = visits_by_year(ds, england(ds, "overall")).set_index("subject")
    visits = ds.inspections[(ds.inspections["framework"] == "focused_visit") & ds.inspections["visit_theme"].notna()]
    assert table.to_numpy().sum() == len(visits)
    assert list(table.columns) == sorted(table.columns)


def test_gaps_reach_over_frameworks(ds):
    table = gaps_by_year(ds, england(ds, "overall"))
    whole = ds.frameworks.loc[ds.frameworks["full"], "framework"]
    full = ds.inspections[ds.inspections["framework"].isin(whole)].groupby("authority").size()
    assert table["pairs"].sum() == (full - 1).sum()
    york = (pd.Timestamp("2016-11-14") - pd.Timestamp("2012-03-01")).days
    assert table.set_index("year").loc[2016, "longest"] >= york
