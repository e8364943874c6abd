"""Screens of a meeting as HTML: each letter and sign in a picture is explained below it."""

import re

import pytest

from analysis.authority.meeting import screens
from analysis.selection import Selection
from ui.projection import screen


def shown(ds, authority: str, kind: str) -> tuple[str, str]:
    """The picture of this kind that a meeting shows, and its key."""
    deck, selection = screens(ds, Selection((authority,))), Selection((authority,))
    number = next(n for n, one in enumerate(deck, 1) if one.picture and one.picture.kind == kind)
    drawn, _, after = screen(ds, selection, number).partition('<p class="key">')
    return drawn, after.partition("</p>")[0]


@pytest.mark.parametrize("kind", ["grades", "history"])
@pytest.mark.parametrize("authority", ["york", "bradford", "kent", "torbay"])
def test_a_letter_in_brackets_and_a_bar_without_one_are_explained_where_they_stand(ds, authority, kind):
    drawn, key = shown(ds, authority, kind)
    assert bool(re.search(r"\((?:O|G|RI|A|I)\)", drawn)) == ("( )</b> only hints at the strand" in key)
    assert ('class="faint"' in drawn) == ("no grade of its own, or none held" in key)
    assert "indicates" not in key
