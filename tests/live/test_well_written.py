"""Every computed sentence of every authority, and of England, is whole and reads well, whatever it says."""

import re
from collections.abc import Iterator

from analysis.authority.in_words import latest_words
from analysis.authority.meeting import screens
from analysis.authority.overview import story
from analysis.authority.questions import agenda
from analysis.authority.sentences import (
    freshness_sentence,
    in_words_sentence,
    in_words_title,
    paper_purpose,
    timeline_gaps,
    timeline_sentence,
    timeline_title,
)
from analysis.comparison.sentences import compare_sentence, next_words, since_sentence, since_title
from analysis.comparison.standings import compared, standings, states
from analysis.comparison.transitions import next_inspection, since_last
from analysis.grades.comparability import strand_cells
from analysis.grades.sentences import grades_sentence, grades_title
from analysis.grades.spell_sentences import history_title
from analysis.grades.spells import spells
from analysis.known import known_inspections
from analysis.recommendations.asked import Wanted, found, held
from analysis.recommendations.sentences import all_asked_sentence, thread_headline
from analysis.recommendations.threads import recommendation_headlines
from analysis.selection import Selection
from analysis.themes.recurrence import theme_looks, theme_recurrence
from analysis.themes.sentences import quiet_sentence, quiet_title, status_words, themes_sentence, themes_title
from exhibits.themes import QUIET
from tests.live.reading import sentences_of

LONGEST = 45
"""Words of a sentence. What is parted by semicolons or stands behind a colon is a list, and counts part by part."""

MANY = "inspections|visits|themes|reports|recommendations|authorities|grades|actions|years|others"
"""What there cannot be one of."""


def titles(ds, authority: str, name: str) -> Iterator[str]:
    """Headings about one authority: they end without a full stop."""
    known, statuses = known_inspections(ds, authority), theme_recurrence(ds, authority)
    quiet = statuses[statuses["status"].isin(QUIET)]
    yield grades_title(ds, name, strand_cells(ds, [authority]))
    yield history_title(ds, name, spells(ds, (authority,)))
    yield timeline_title(ds, [name], known)
    yield themes_title(name, statuses)
    if len(quiet):
        yield quiet_title(name, quiet)
    comparison = compared(ds, Selection((authority,)), "neighbours", "overall")
    yield since_title(ds, comparison, since_last(ds, comparison))
    if told := latest_words(ds, authority):
        yield in_words_title(ds, told.inspection)


def texts(ds, authority: str, name: str) -> Iterator[str]:
    """Texts about one authority: whole sentences."""
    known, statuses, told = known_inspections(ds, authority), theme_recurrence(ds, authority), story(ds, authority)
    yield from (told.headline, *told.worse, *told.better, *told.back, *agenda(ds, authority))
    yield grades_sentence(ds, name, strand_cells(ds, [authority]))
    yield timeline_sentence(ds, [name], known)
    yield timeline_gaps(known)
    yield freshness_sentence(ds, (authority,))
    yield themes_sentence(ds, name, statuses, theme_looks(ds, authority))
    yield quiet_sentence(statuses[statuses["status"].isin(QUIET)])
    yield from (status_words(ds, authority, theme) for theme in statuses["theme"])
    yield paper_purpose(ds, authority, [], known, ds.as_at)
    comparison = compared(ds, Selection((authority,)), "neighbours", "overall")
    yield compare_sentence(ds, comparison, standings(ds, comparison), states(ds))
    yield since_sentence(ds, since_last(ds, comparison))
    yield next_words(ds, name, *next_inspection(ds, authority, ds.as_at))
    yield all_asked_sentence(ds, authority, found(ds, Wanted(authorities=(authority,))), len(held(ds, authority)))
    yield from (thread_headline(ds, row) for row in recommendation_headlines(ds, authority).itertuples())
    if words := latest_words(ds, authority):
        yield in_words_sentence(ds, words.inspection)


def faults(text: str) -> list[str]:
    """What a careful reader would mark in a text."""
    marked = {
        "a word twice": re.findall(r"\b([A-Za-z]+) \1\b", text, re.I),
        "one of many": re.findall(rf"(?<![\d.,-])\b(?:1|one) (?:(?!with|for|read)[a-z]+ )?(?:{MANY})\b", text, re.I),
        "an id": re.findall(r"\b[a-z]+_\w+|\b[a-z-]+/\d{4}-[a-z-]+", text),
        "no value": re.findall(r"\bnan\b|\bNaT\b|<NA>|\bNone(?= \w+ing\b|[,.)])", text),
        "points": re.findall(r"\.\.|[;,:] ?\.|\(\)| ,| \.|  |, ,|[“] ?[”]|: ?$|\{|\}", text),
        "no capital": [text] if text and text[0].islower() else re.findall(r"[a-z)][.?!] [a-z]\w*", text),
        "too long": [one for one in sentences_of(text) if longest(one) > LONGEST],
    }
    return [f"{what}: {found} in {text!r}" for what, found in marked.items() if found]


def longest(sentence: str) -> int:
    """Words of the longest part of a sentence between semicolons and after a colon."""
    return max(len(part.split()) for part in re.split(r"[;:] ", sentence))


def test_the_marks_are_set():
    """A reader who marks nothing would find nothing."""
    for wrong in ("The the grade.", "1 inspections.", "It was ilacs_2018.", "Themes: .", "Good..", "good.", "a " * 50):
        assert faults(wrong), wrong


def test_every_text_reads_well(ds, world, authorities):
    marked = []
    for authority in authorities[::20]:  # they hold little that is not held above, and cost much
        marked += [fault for screen in screens(ds, Selection((authority,))) for fault in faults(screen.title)]
    for authority in authorities:
        name = world.names[authority]
        for title in titles(ds, authority, name):
            marked += [*faults(title), *([f"a full stop: {title!r}"] if title.endswith(".") else [])]
        for text in filter(None, texts(ds, authority, name)):
            marked += [*faults(text), *([] if text.endswith((".", "?")) else [f"no full stop: {text!r}"])]
    assert marked == []
