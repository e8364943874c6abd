"""Answers about every authority, whatever is held of it."""

from analysis import naming
from analysis.about.agreement import agreement, agreement_on_recommendations
from analysis.authority.overview import story
from analysis.authority.questions import GRADES, committee_questions
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


def test_a_question_for_a_committee_is_short_and_rests_on_a_paragraph(ds, authorities):
    """At most 35 words; its paragraph is held, and codes the theme where the theme alone is what it is about."""
    codes = set(zip(ds.codes["inspection"], ds.codes["paragraph"], ds.codes["theme"], strict=True))
    held = {place[:2] for place in codes}
    for authority in authorities:
        for row in committee_questions(ds, authority).itertuples():
            assert len(row.question.split()) <= 35, row.question
            if row.theme == GRADES:
                continue
            assert (row.inspection, row.paragraph) in held, row.question
            assert f"paragraph {row.paragraph}" in row.question
            if not row.rule.startswith("asked_again"):
                assert (row.inspection, row.paragraph, row.theme) in codes, (authority, row.question)
