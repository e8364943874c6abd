"""Presenter's notes: the paragraph behind each claim."""

from analysis.authority.meeting import screens
from analysis.selection import Selection


def test_behind_each_question_stands_its_paragraph(ds):
    asked = [screen for screen in screens(ds, Selection(("york",))) if "questions to ask" in screen.title]
    for screen in asked:
        assert len(screen.notes) == len(screen.lines)
        for line, note in zip(screen.lines, screen.notes, strict=True):
            assert line.startswith(note.claim)
            assert "paragraph" in note.place
            assert note.words
