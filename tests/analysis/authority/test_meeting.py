"""The screens of a meeting: each says a finding and whose, fits a projector, says who speaks and from what."""

import pytest

from analysis.authority.meeting import LARGE, LINE, MOST_LINES, screens
from analysis.selection import Selection
from tests.cuts import only

AUTHORITIES = ("york", "bradford", "kent", "north-yorkshire")


def test_a_meeting_begins_with_the_headline_and_ends_with_questions(ds):
    shown = screens(ds, Selection(("york",)))
    assert shown[0].title.startswith("York rose: it was judged Outstanding in all five judgements")
    assert shown[1].title.startswith("York overall: Good in 2016")
    assert [screen.picture.kind for screen in shown if screen.picture and screen.picture.kind != "path"] == [
        "grades", "history", "changes", "themes", "themes", "neighbours", "neighbours",
    ]  # fmt: skip
    assert "questions to ask" in shown[-1].title
    assert all(screen.source and screen.voice for screen in shown)


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_title_names_the_authority_and_is_of_its_own(ds, authority):
    titles = [screen.title for screen in screens(ds, Selection((authority,)))]
    name = ds.authorities.set_index("authority")["name"][authority]
    assert all(title.startswith(name) for title in titles), titles
    assert len(titles) == len(set(titles))


def test_most_screens_show_a_picture(ds):
    for authority in ("york", "bradford"):
        shown = screens(ds, Selection((authority,)))
        assert sum(screen.picture is not None for screen in shown) > len(shown) / 2


def test_the_source_names_every_document_that_the_facts_come_from(ds):
    shown = {screen.title: screen for screen in screens(ds, Selection(("york",)))}
    back = next(screen for title, screen in shown.items() if "keep coming back" in title)
    assert "March 2022" in back.source
    assert "February 2025" in back.source
    questions = next(screen for title, screen in shown.items() if "questions to ask" in title)
    for month in ("March 2022", "August 2023", "February 2025"):
        assert month in questions.source


def test_no_screen_holds_more_lines_than_fit(ds):
    for authority in AUTHORITIES:
        for screen in screens(ds, Selection((authority,))):
            if len(screen.lines) > 1 and screen.picture is None:
                assert sum(-(-len(line) // LINE) for line in screen.lines) <= MOST_LINES, screen.title


def test_a_picture_of_few_rows_stands_above_what_ofsted_said_of_each(ds):
    shown = screens(ds, Selection(("kent",)))
    praised = next(screen for screen in shown if "once raised are praised now" in screen.title)
    *said, last = praised.lines
    assert last == "16 themes were praised in each report read in full that looked at them."
    assert said == [
        "Homeless 16- and 17-year-olds: “children benefit from prompt assessments and clear communication about their rights and options” (Inspection of November 2025, paragraph 7, page 4)",
        "Direct work and relationships: “The focus on understanding children's lived experiences is a strong feature of practice across the service” (Inspection of November 2025, paragraph 3, page 3)",
    ]
    many = next(screen for screen in screens(ds, Selection(("york",))) if "are praised now" in screen.title)
    assert not any("paragraph" in line for line in many.lines)


def test_what_fills_less_than_a_screen_stands_in_larger_letters(ds):
    for authority in AUTHORITIES:
        for screen in screens(ds, Selection((authority,))):
            if screen.picture is None or screen.picture.kind == "path":
                assert screen.large == (sum(-(-len(line) // LINE) for line in screen.lines) <= LARGE)
            else:
                assert not screen.large


def test_where_nothing_is_held_the_screens_say_so(ds):
    shown = screens(only(ds, []), Selection(("york",)))
    assert shown[0].source == "no report is held here"
    assert shown[-1].lines == ["No rule gives rise to a question now."]
