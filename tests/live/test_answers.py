"""Answers about every authority, whatever is held of it."""

from analysis import naming
from analysis.about.agreement import agreement, agreement_on_recommendations
from analysis.authority.overview import story
from analysis.authority.questions import committee_questions
from analysis.comparison.sentences import compare_sentence
from analysis.comparison.standings import compared, standings, states
from analysis.england.reconciliation import agrees, reconciliation
from analysis.grades.comparability import moves, strand_cells
from analysis.selection import Selection


def test_every_authority_is_told(ds, authorities):
    for authority in authorities:
        comparison = compared(ds, Selection(authorities=(authority,)), "neighbours", "overall")
        assert naming.authority_name(ds, authority) in compare_sentence(
            ds, comparison, standings(ds, comparison), states(ds)
        )


def test_every_authority_whose_grade_fell_is_told_so(ds, authorities):
    """In the card, in the headline and in a question, whether a report was read or not."""
    for authority in authorities:
        table = moves(strand_cells(ds, [authority]))
        if (table["move"] == "down").any():
            told = story(ds, authority)
            assert told.fell
            assert "The grade fell since" in told.worse[0], authority
            assert " fell " in told.headline, authority
            assert committee_questions(ds, authority)["rule"].iloc[0] == "grade_fell", authority


def test_every_count_of_ofsteds_file_comes_out_of_the_records(ds):
    table = reconciliation(ds)
    assert len(table)
    assert (table["Difference"] == 0).all()
    assert agrees(ds, table) == f"All {len(table)} counts agree."


def test_every_report_that_says_so_was_read_twice(ds):
    table = agreement(ds).set_index("inspection")
    twice = ds.inspections.loc[ds.inspections["readings"] == 2, "inspection"]
    assert set(twice) <= set(table.index)
    differing = table["first"] + table["second"] - 2 * table["both"]
    assert (table["settled"] >= differing)[twice].all()
    assert (table.loc["all reports", ["theme_kappa", "verdict_kappa"]] > 0.85).all()
    assert agreement_on_recommendations(ds).set_index("inspection")["primary_kappa"]["all reports"] > 0.85
