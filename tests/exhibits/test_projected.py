"""The pictures of a meeting: whole, and each letter explained."""

import pytest

from analysis.authority.meeting import screens
from analysis.selection import Selection
from exhibits.projected import Grid, Lanes, drawn

AUTHORITIES = ("york", "bradford", "kent", "north-yorkshire")


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_every_picture_can_be_drawn_and_explains_its_letters(ds, authority):
    selection = Selection((authority,))
    for screen in screens(ds, selection):
        figure = drawn(ds, selection, screen.picture) if screen.picture else None
        if isinstance(figure, Grid):
            assert len({len(parts) for _, parts in figure.rows} | {len(figure.heads)}) == 1
            letters = {part.look.letter.strip("()") for _, parts in figure.rows for part in parts if part.look}
            assert letters == {look.letter for look, _ in figure.key}
        if isinstance(figure, Lanes):
            letters = {span.look.letter.strip("()") for _, spans, _ in figure.lanes for span in spans if not span.faint}
            assert letters <= {look.letter for look, _ in figure.key}
            assert all(
                span.left >= 0 and span.left + span.width <= 100.1 for _, spans, _ in figure.lanes for span in spans
            )
