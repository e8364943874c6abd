"""Who and which day is chosen: the address decides, the boxes show it, and they write to it what is chosen in them."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.driver import html_of, open_page


def day_box(at):
    """The box for the day: its key changes with what it shows."""
    (box,) = [box for box in at.selectbox if box.label == "As known on"]
    return box


def chosen(at: AppTest) -> tuple[str, list[str], str]:
    """What the three boxes show."""
    return at.selectbox(key="subject").value, at.multiselect(key="others").value, day_box(at).value


def address(at: AppTest) -> list[tuple[str, str]]:
    """The parameters of the address that say who and which day."""
    values = {name: at.query_params[name] for name in ("authority", "as_at") if name in at.query_params}
    return [(name, value) for name, given in values.items() for value in ([given] if isinstance(given, str) else given)]


def type_day(at: AppTest, text: str) -> AppTest:
    """Type words that are no option: a browser offers them on top of the list, and this driver of pages does not."""
    box = day_box(at)
    box.options.insert(0, text)
    return box.set_value(text).run()


def remarks(at: AppTest) -> str:
    return " ".join(element.proto.body for element in at.get("html") if 'class="remark' in element.proto.body)


def test_an_address_without_an_authority_means_the_first_and_stays_as_it_is():
    at = open_page("timeline")
    assert chosen(at) == ("york", [], "22 August 2026")
    assert address(at) == []


def test_the_first_authority_of_an_address_is_the_subject_and_the_others_stand_beside_it():
    at = open_page("grades", authority=["Kent", "York", "Leeds"], as_at="31 December 2023")
    assert chosen(at) == ("kent", ["york", "leeds"], "31 December 2023")


def test_another_subject_keeps_those_beside_it_and_is_never_beside_itself():
    at = open_page("timeline", authority=["York", "Leeds", "Kent"])
    at.selectbox(key="subject").set_value("leeds").run()
    assert chosen(at)[:2] == ("leeds", ["kent"])
    assert address(at) == [("authority", "Leeds"), ("authority", "Kent")]
    assert "leeds" not in at.multiselect(key="others").options
    at.multiselect(key="others").set_value([]).run()
    assert address(at) == [("authority", "Leeds")]


@pytest.mark.parametrize("text", ["31 December 2023", "31/12/2023", "2023-12-31", "31 Dec 2023", "December 2023"])
def test_a_day_may_be_typed_in_the_usual_forms(text):
    at = type_day(open_page("overview", authority="York"), text)
    assert chosen(at)[2] == "31 December 2023"
    assert address(at) == [("authority", "York"), ("as_at", "31 December 2023")]
    assert "inspection of March 2022 it was judged" in html_of(at)


@pytest.mark.parametrize(
    ("text", "why"),
    [("banana", "is not a day"), ("1 January 2030", "Nothing is known here after"), ("1 January 2001", "first report")],
)
def test_a_day_that_cannot_be_chosen_is_refused_and_the_box_shows_the_day_of_the_page(text, why):
    at = type_day(open_page("overview", authority="York", as_at="31 December 2023"), text)
    assert why in remarks(at)
    assert chosen(at)[2] == "31 December 2023"
    assert address(at) == [("authority", "York"), ("as_at", "31 December 2023")]
    assert why not in remarks(at.run()), "said once"


def test_what_was_typed_is_shown_as_it_was_typed():
    assert "“&lt;b&gt;1&lt;/b&gt;” is not a day" in remarks(
        type_day(open_page("overview", authority="York"), "<b>1</b>")
    )


def test_a_page_of_the_past_says_so_and_leads_back():
    at = open_page("grades", authority="York", as_at="31 December 2023")
    assert "You see what was known on 31 December 2023. Later reports are left out." in remarks(at)
    next(button for button in at.button if button.label == "Back to what is known now").click().run()
    assert remarks(at) == ""
    assert chosen(at)[2] == "22 August 2026"
    assert address(at) == [("authority", "York")]


def test_the_overview_of_several_leads_to_where_they_stand_together():
    at = open_page("overview", authority=["York", "Leeds", "Kent"])
    assert "This page is about York alone. You also chose Leeds and Kent." in remarks(at)
    assert "compare?authority=York&amp;authority=Leeds&amp;authority=Kent" in remarks(at)
    assert "Compare York, Leeds and Kent</a>" in remarks(at)
    assert "alone" not in remarks(open_page("overview", authority="York"))


def test_whoever_is_put_beside_the_subject_is_compared_at_once():
    at = open_page("compare", authority="York")
    assert at.selectbox(key="group").value == "neighbours"
    at.multiselect(key="others").set_value(["leeds"]).run()
    assert at.selectbox(key="group").value == "chosen"
    assert "both York and Leeds are judged Outstanding" in html_of(at)
    at.multiselect(key="others").set_value([]).run()
    assert at.selectbox(key="group").value == "neighbours"


def test_what_is_no_longer_offered_is_no_longer_chosen():
    at = open_page("actions", authority="York", answers="York, ILACS 2018, March 2022")
    at.multiselect(key="status").set_value(["reported under way"]).run()
    at.selectbox(key="answers").set_value("york/2016-sif").run()
    assert "status" not in {box.key for box in at.multiselect}
    assert "status" not in at.query_params
    at.selectbox(key="subject").set_value("north-yorkshire").run()
    assert not at.exception
    assert at.selectbox(key="answers").value.startswith("north-yorkshire/")
