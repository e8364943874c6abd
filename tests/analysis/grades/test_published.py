"""Grades as printed, what they mean, and where each judgement stands."""

from analysis.grades.published import crosswalk, grade_meanings, published_grades
from analysis.selection import Selection


def test_the_newest_inspection_stands_first_and_each_judgement_has_its_words(ds):
    tables = published_grades(ds, Selection(("york",)))
    captions = [caption for caption, _, _ in tables]
    assert captions[0].startswith("York, ILACS 2023, February and March 2025")
    assert captions[-1].endswith("22 judgements")
    for _, table, grades in tables:
        assert len(table) == len(grades)
        assert table["Grade as published"].notna().all()


def test_a_report_with_two_sets_shows_them_and_its_numbers(ds):
    *_, (_, table, _) = published_grades(ds, Selection(("york",)))
    assert list(table.columns) == ["Set", "Judgement", "Grade as published", "Number printed", "Common strand"]
    assert (table["Number printed"] == "none").sum() == 2


def test_every_judgement_is_in_the_crosswalk_with_a_reason_where_it_fits_no_better(ds):
    table = crosswalk(ds)
    assert len(table) == len(ds.judgements)
    assert table.loc[(ds.judgements["fit"] != "same").to_numpy(), "Why"].notna().all()


def test_a_meaning_is_a_quote_or_said_not_to_be_held(ds):
    said = grade_meanings(ds)["Ofsted’s definition"]
    assert (said.str.startswith("“") | (said == "not printed in a report held here")).all()
