"""Who turned a theme round and who slipped."""

import pandas as pd
import pytest

from analysis.authority.questions import committee_questions
from analysis.comparison.standings import BEGUN, england
from analysis.england.theme_sentences import turned_round_sentence, turned_title, who_turned_sentence
from analysis.england.turned_round import WORSE, lessons, turned_by_theme, who_turned
from analysis.selection import Selection
from exports.briefing import briefing
from exports.briefing.paper import Bullets
from loaders import Dataset, as_known
from tests.reports import NEIGHBOURS, england_twice


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_twice(tmp_path_factory.mktemp("england") / "data")


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def test_turned_round_is_weak_and_then_strong_at_the_very_next_look(ds):
    found = who_turned(ds, "york", "supervision")
    assert NEIGHBOURS[0] not in [one.authority for one in found], "it was mixed between"
    assert len(found) == 8


def test_statistical_neighbours_stand_first_then_the_region_then_the_others_by_name(ds):
    found = who_turned(ds, "york", "supervision")
    assert [one.authority for one in found[:4]] == [NEIGHBOURS[1], "leeds", "cornwall", "devon"]
    assert [one.near for one in found[:3]] == ["statistical neighbour 2 of 10", "same region", ""]
    assert turned_title(ds, found[0]) == (
        "Bath and North East Somerset (statistical neighbour 2 of 10): criticised then, praised now"
    )
    assert found[2].asked
    assert not found[3].asked


def test_both_sides_are_told_with_the_words_of_their_reports(ds):
    turn = who_turned(ds, "york", "supervision")[1].turn
    assert (turn.earlier.words, turn.later.words) == (
        "“leeds 2019 supervision is concern number 1”",
        "“leeds 2024 supervision is strength number 1”",
    )
    assert (turn.later.inspection, turn.later.paragraph, turn.later.page) == ("leeds/2024-ilacs", "1", 1)


def test_who_slipped_is_the_other_way(ds):
    assert [one.authority for one in who_turned(ds, "york", "plans", WORSE)] == [NEIGHBOURS[1], "leeds"]
    sentence = who_turned_sentence(ds, "Plans and planning", "York", 2, 2, WORSE)
    assert sentence.startswith(
        "Plans and planning: two other authorities slipped. Statistical neighbours of York stand first"
    )
    assert (
        who_turned_sentence(ds, "Recording", "York", 0, 0, WORSE)
        == "Recording: no other authority is known that slipped."
    )


def test_what_followed_is_counted_with_its_base(ds, comparison):
    table = turned_by_theme(ds, comparison).set_index("theme")
    row = table.loc["supervision"]
    assert (row["base"], row["strong"], row["mixed"], row["weak"]) == (14, 8, 5, 1)
    assert (table.loc["plans", "strong_base"], table.loc["plans", "slipped"]) == (2, 2)
    told = turned_round_sentence(ds, table.reset_index().query("base >= 10"), 0)
    assert "Strong at the next look that counts, most often: supervision (8 of 14)." in told


def test_a_step_counts_from_the_day_its_later_report_is_known(ds):
    begun = pd.Timestamp("2024-06-10")
    published = turned_by_theme(ds, england(ds, "overall", begun)).set_index("theme")
    on_site = turned_by_theme(ds, england(ds, "overall", begun, BEGUN)).set_index("theme")
    assert published.loc["supervision", "base"] == 2
    assert on_site.loc["supervision", "base"] == 4
    assert len(who_turned(as_known(ds, begun), "york", "supervision")) == 0


def test_what_keeps_coming_back_leads_to_the_neighbours_that_turned_it_round(ds):
    (lesson,) = lessons(ds, "york", tuple(NEIGHBOURS))
    assert (lesson.theme, lesson.status) == ("supervision", "Recurring")
    assert [turned.authority for turned in lesson.turned] == [NEIGHBOURS[1]]
    assert lesson.elsewhere == 7
    assert lessons(ds, "york", (NEIGHBOURS[0],))[0].turned == ()
    assert lessons(ds, "leeds", ("york", NEIGHBOURS[1])) == ()


def test_a_committee_is_led_to_a_neighbour_that_turned_the_theme_round(ds):
    question = committee_questions(ds, "york").iloc[0]
    assert (question["rule"], question["theme"]) == ("turned_nearby", "supervision")
    assert question["question"] == (
        "Ofsted raised supervision again in May 2024 (paragraph 1). Bath and North East Somerset, once weak on it, "
        "was praised in June 2024. What have we learned from them?"
    )
    before = as_known(ds, pd.Timestamp("2024-06-20"))
    assert committee_questions(before, "york")["rule"].iloc[0] == "recurring"


def test_the_paper_names_the_neighbour_with_both_quotes_their_paragraphs_and_addresses(ds):
    (section,) = briefing(ds, Selection(("york",)), ("coming-back",)).sections[:1]
    text = " ".join(item for block in section.blocks if isinstance(block, Bullets) for item in block.items)
    assert "Supervision: Bath and North East Somerset (statistical neighbour 2 of 10)." in text
    assert "Then: “bath-and-north-east-somerset 2019 supervision is concern number 1”" in text
    assert (
        "inspection of June 2024, paragraph 1, https://files.ofsted.gov.uk/bath-and-north-east-somerset-2024-06-03#page=1"
        in text
    )
