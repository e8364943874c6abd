"""The screens of a meeting: each fits a projector, each says who speaks and from what."""

from analysis.authority.meeting import LINE, MOST_LINES, screens
from analysis.selection import Selection
from tests.cuts import only


def test_a_meeting_begins_with_the_headline_and_ends_with_questions(ds):
    shown = screens(ds, Selection(("york",)))
    assert shown[0].title == "York"
    assert [screen.title for screen in shown if screen.figure] == ["Grades over time"]
    assert shown[-1].title.startswith("Questions to ask")
    assert all(screen.source and screen.voice for screen in shown)


def test_no_screen_holds_more_lines_than_fit(ds):
    for authority in ("york", "bradford", "kent"):
        for screen in screens(ds, Selection((authority,))):
            if not screen.title.startswith("Open: ") and len(screen.lines) > 1:
                assert sum(-(-len(line) // LINE) for line in screen.lines) <= MOST_LINES, screen.title


def test_where_nothing_is_held_the_screens_say_so(ds):
    shown = screens(only(ds, []), Selection(("york",)))
    assert shown[0].source == "no report is held here"
    assert shown[-1].lines == ["No rule gives rise to a question now."]
