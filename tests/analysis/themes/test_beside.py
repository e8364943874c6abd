"""One authority’s themes beside others, and who is praised for them."""

import pytest

from analysis.comparison.side_by_side import praised_where_criticised
from analysis.comparison.standings import compared, england
from analysis.findings.paragraphs import spoken
from analysis.selection import Selection
from analysis.themes.beside import own_look, praised_for, theme_beside, themes_beside
from analysis.themes.sentences import beside_sentence, beside_title, praised_sentence
from loaders import Dataset
from tests.reports import NEAREST, SECOND, york_beside


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return york_beside(tmp_path_factory.mktemp("england") / "data")


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def test_the_latest_look_stands_beside_neighbours_region_and_england_with_the_base(ds):
    table = theme_beside(ds, "york", "supervision").set_index("who")
    assert list(table.index) == ["Its statistical neighbours", "Yorkshire and the Humber", "England"]
    columns = ["strong", "mixed", "weak", "not_covered", "base"]
    assert table[columns].to_numpy().tolist() == [[1, 1, 0, 0, 2], [1, 0, 1, 0, 2], [3, 1, 1, 0, 5]]
    own = own_look(ds, "york", "supervision")
    assert beside_title("York", "Supervision", own) == "Supervision: weak in the latest report on York"
    assert beside_sentence(ds, own, table.reset_index()) == (
        "The inspection of May 2024 is weak: 1 strength, 2 concerns. "
        "Its statistical neighbours: 1 of 2 are strong, 1 mixed, none weak. "
        "Yorkshire and the Humber: 1 of 2 are strong, none mixed, 1 weak. England: 3 of 5 are strong, 1 mixed, 1 weak."
    )


def test_a_theme_that_is_not_covered_is_said_to_be_that(ds):
    own = own_look(ds, "york", "private_fostering")
    assert (
        beside_title("York", "Private fostering", own) == "Private fostering: not covered in the latest report on York"
    )
    table = themes_beside(ds, "york").set_index("Theme")
    assert table.loc["Private fostering", "York"] == "Not covered"
    assert table.loc["Supervision", "England"] == "3 strong, 1 mixed, 1 weak of 5"
    assert own_look(ds, "kent", "supervision") is None
    assert set(themes_beside(ds, "kent")["Kent"]) == {"Not read here"}


def test_those_praised_stand_by_nearness_and_only_where_the_latest_report_is_strong(ds):
    found = praised_for(ds, "york", "supervision")
    assert [(one.authority, one.near) for one in found] == [
        (SECOND, "statistical neighbour 2 of 10"),
        ("leeds", "same region"),
        ("camden", ""),
    ]
    assert praised_sentence(ds, "York", "Supervision", 3, 2).startswith(
        "Three other authorities are strong on supervision in the latest report. Statistical neighbours of York stand first"
    )
    assert praised_for(ds, "york", "private_fostering") == ()


def test_a_quote_is_shown_only_where_the_paragraph_speaks_of_the_theme_for_certain(ds):
    assert (
        spoken(ds, "york/2024-ilacs", "supervision", ["concern"]).words == "“york 2024 supervision is concern number 1”"
    )
    alone = spoken(ds, "camden/2024-ilacs", "plans", ["concern"])
    assert not alone.quoted
    assert alone.words == "What camden does about recording, seen 2 times. (In our words.)"


def test_on_compare_a_theme_has_one_card_with_the_nearest_that_is_praised(ds):
    comparison = compared(ds, Selection(("york", SECOND, "leeds", NEAREST)), "chosen", "overall")
    (found,) = [one for one in praised_where_criticised(ds, comparison) if one.theme == "supervision"]
    assert found.others == (SECOND, "leeds")
    assert found.theirs.inspection == f"{SECOND}/2023-ilacs"
