"""The screens of a meeting: each says a finding and whose, fits a projector, says who speaks and from what."""

import pytest

from analysis.authority.meeting import LINE, MOST_LINES, screens
from analysis.selection import Selection
from exhibits.projected import Grid, Lanes, drawn
from tests.cuts import only

AUTHORITIES = ("york", "bradford", "kent", "north-yorkshire")


def test_a_meeting_begins_with_the_headline_and_ends_with_questions(ds):
    shown = screens(ds, Selection(("york",)))
    assert shown[0].title.startswith("York was judged Outstanding in all five judgements")
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


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_picture_can_be_drawn_and_explains_its_letters(ds, authority):
    selection = Selection((authority,))
    for screen in screens(ds, selection):
        figure = drawn(ds, selection, screen.picture) if screen.picture else None
        if isinstance(figure, Grid):
            assert len({len(parts) for _, parts in figure.rows} | {len(figure.heads)}) == 1
            letters = {part.look.letter for _, parts in figure.rows for part in parts if part.look}
            assert letters == {look.letter for look, _ in figure.key}
        if isinstance(figure, Lanes):
            assert all(
                span.left >= 0 and span.left + span.width <= 100.1 for _, spans, _ in figure.lanes for span in spans
            )


def test_the_source_names_every_document_that_the_facts_come_from(ds):
    shown = {screen.title: screen for screen in screens(ds, Selection(("york",)))}
    back = next(screen for title, screen in shown.items() if "keep coming back" in title)
    assert "March 2022" in back.source
    assert "February 2025" in back.source
    questions = next(screen for title, screen in shown.items() if "questions to ask" in title)
    for month in ("March 2022", "August 2023", "February 2025"):
        assert month in questions.source


def test_behind_each_question_stands_its_paragraph(ds):
    asked = [screen for screen in screens(ds, Selection(("york",))) if "questions to ask" in screen.title]
    for screen in asked:
        assert len(screen.notes) == len(screen.lines)
        for line, note in zip(screen.lines, screen.notes, strict=True):
            assert line.startswith(note.claim)
            assert "paragraph" in note.place
            assert note.words


def test_no_screen_holds_more_lines_than_fit(ds):
    for authority in AUTHORITIES:
        for screen in screens(ds, Selection((authority,))):
            if len(screen.lines) > 1 and screen.picture is None:
                assert sum(-(-len(line) // LINE) for line in screen.lines) <= MOST_LINES, screen.title


def test_where_nothing_is_held_the_screens_say_so(ds):
    shown = screens(only(ds, []), Selection(("york",)))
    assert shown[0].source == "no report is held here"
    assert shown[-1].lines == ["No rule gives rise to a question now."]
