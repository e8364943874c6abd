"""Themes that turned, with the words that say so before and after."""

from analysis.themes.then_and_now import then_and_now


def test_each_turn_has_a_quote_of_the_report_on_either_side(ds):
    found = then_and_now(ds, "york", 10)
    assert len(found)
    quotes = ds.findings.set_index(["inspection", "paragraph"])["quote"]
    for turn in found:
        assert turn.direction in ("better", "worse")
        for said in (turn.earlier, turn.later):
            assert said.quoted
            assert quotes[said.inspection, said.paragraph] == said.text


def test_better_is_from_a_concern_to_a_strength(ds):
    verdicts = ds.codes.set_index(["inspection", "paragraph", "theme"])["verdict"]
    for turn in then_and_now(ds, "york", 10):
        pair = tuple(verdicts[said.inspection, said.paragraph, turn.theme] for said in (turn.earlier, turn.later))
        assert pair == (("concern", "strength") if turn.direction == "better" else ("strength", "concern"))


def test_the_latest_turn_stands_first_and_no_more_than_asked(ds):
    found = then_and_now(ds, "york")
    assert len(found) <= 3
    starts = ds.inspections.set_index("inspection")["start"]
    order = [starts[turn.later.inspection] for turn in found]
    assert order == sorted(order, reverse=True)


def test_where_little_was_read_nothing_turned(ds):
    assert then_and_now(ds, "barnet") == ()
