"""The computed sentences of every authority that no other live test keeps are whole and read well, whatever they say.

Those that others keep are read there, where they are at hand: ``test_they_read_well``.
"""

from collections.abc import Iterator

from analysis.authority.in_words import latest_words
from analysis.authority.meeting import screens
from analysis.authority.sentences import (
    freshness_sentence,
    in_words_sentence,
    in_words_title,
    paper_purpose,
    timeline_gaps,
)
from analysis.known import known_inspections
from analysis.selection import Selection
from analysis.themes.recurrence import theme_recurrence
from analysis.themes.sentences import quiet_sentence, quiet_title, status_words
from exhibits.themes import QUIET
from tests.live.careful import faults, marked


def titles(ds, authority: str, name: str) -> Iterator[str]:
    """Headings about one authority."""
    statuses = theme_recurrence(ds, authority)
    quiet = statuses[statuses["status"].isin(QUIET)]
    if len(quiet):
        yield quiet_title(name, quiet)
    if told := latest_words(ds, authority):
        yield in_words_title(ds, told.inspection)


def texts(ds, authority: str) -> Iterator[str]:
    """Texts about one authority."""
    known, statuses = known_inspections(ds, authority), theme_recurrence(ds, authority)
    yield timeline_gaps(known)
    yield freshness_sentence(ds, (authority,))
    yield quiet_sentence(statuses[statuses["status"].isin(QUIET)])
    yield from (status_words(ds, authority, theme) for theme in statuses["theme"])
    yield paper_purpose(ds, authority, [], known, ds.as_at)
    if words := latest_words(ds, authority):
        yield in_words_sentence(ds, words.inspection)


def test_the_marks_are_set():
    """A reader who marks nothing would find nothing."""
    for wrong in ("The the grade.", "1 inspections.", "It was ilacs_2018.", "Themes: .", "Good..", "good.", "a " * 50):
        assert faults(wrong), wrong


def test_every_text_reads_well(ds, world, authorities):
    found = []
    for authority in authorities[::20]:  # they hold little that is not held elsewhere, and cost much
        found += [fault for screen in screens(ds, Selection((authority,))) for fault in faults(screen.title)]
    said: dict[str, None] = {}
    for authority in authorities:
        found += marked(titles(ds, authority, world.names[authority]), [])
        said |= dict.fromkeys(texts(ds, authority))
    assert found + marked([], said) == []
