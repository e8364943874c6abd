"""Cohen's kappa, against a worked example from the literature and the committed readings."""

import pandas as pd
import pytest

from analysis.about.agreement import agreement, agreement_on_recommendations, cohens_kappa


def test_kappa_of_a_textbook_table():
    first = pd.Series(["yes"] * 25 + ["no"] * 25)
    second = pd.Series(["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15)
    assert cohens_kappa(first, second) == pytest.approx(0.4)


def test_kappa_is_one_for_equal_readings_and_missing_where_chance_decides():
    assert cohens_kappa(pd.Series(["a", "b"]), pd.Series(["a", "b"])) == 1
    assert pd.isna(cohens_kappa(pd.Series(["a", "a"]), pd.Series(["a", "a"])))


def test_every_report_that_says_so_was_read_twice(ds):
    table = agreement(ds).set_index("inspection")
    coded = ds.inspections.loc[ds.inspections["readings"] == 2, "inspection"]
    assert set(coded) == set(table.index) - {"all reports"}
    assert (table["theme_kappa"] > 0.8).all()
    assert (table["verdict_kappa"] > 0.8).all()
    differing = table["first"] + table["second"] - 2 * table["both"]
    assert (table["settled"] >= differing).all()


def test_what_was_asked_is_compared_by_its_main_themes(ds):
    table = agreement_on_recommendations(ds).set_index("inspection")
    assert table["recommendations"].drop("all reports").sum() == table["recommendations"]["all reports"]
    assert table["primary_kappa"]["all reports"] > 0.85, "of a report with two recommendations little can be said"
