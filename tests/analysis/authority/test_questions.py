"""Questions for a committee: each by a rule, each with what it rests on."""

from analysis.authority.questions import COLUMNS, agenda, committee_questions
from tests.cuts import only


def test_questions_stand_in_the_order_of_their_rules_and_each_theme_once(ds):
    found = committee_questions(ds, "york")
    order = {rule: i for i, rule in enumerate(ds.question_rules["rule"])}
    assert found["rule"].map(order).is_monotonic_increasing
    assert found["theme"].is_unique
    assert found["question"].str.endswith("?").all()


def test_a_question_rests_on_a_paragraph_that_is_held(ds):
    held = set(zip(ds.findings["inspection"], ds.findings["paragraph"], strict=True))
    for row in committee_questions(ds, "bradford").dropna(subset="paragraph").itertuples():
        assert (row.inspection, row.paragraph) in held


def test_an_agenda_has_an_item_for_each_question(ds):
    assert len(agenda(ds, "york")) == len(committee_questions(ds, "york"))


def test_where_nothing_is_held_nothing_is_asked(ds):
    none = committee_questions(only(ds, []), "york")
    assert none.empty
    assert list(none.columns) == COLUMNS
