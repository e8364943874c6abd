"""The committee's paper as Word, slides and one-file HTML, for one authority or for a few beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from analysis import english
from analysis.authority.sentences import NOTHING_CHOSEN, paper_purpose, paper_title
from analysis.known import known_inspections
from analysis.selection import MOST, Selection
from loaders import Dataset, kept

from ..names import file_stem
from .docx import document
from .findings import section_finding
from .html import body, page
from .paper import Block, Paper, Section, Text
from .sections import GLOSSARY, SECTIONS, glossary
from .slides import slides

CHOICES: dict[str, str] = {name: title for name, (title, _) in SECTIONS.items()} | dict([GLOSSARY])
"""Name and title of each section that can be chosen, in order."""

FORMATS: dict[str, tuple[str, str, Callable[[Paper], bytes]]] = {
    "docx": ("Word (DOCX)", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", document),
    "pptx": ("Slides (PPTX)", "application/vnd.openxmlformats-officedocument.presentationml.presentation", slides),
    "html": ("One web page (HTML)", "text/html", page),
}
"""For each format its name, its type and its maker."""


@kept(most=64)
def briefing(ds: Dataset, selection: Selection, chosen: Iterable[str] = tuple(CHOICES), address: str = "") -> Paper:
    """The paper about the subject of a selection, with the sections chosen.

    Raises ``ValueError`` with a sentence on no authority, on too many, and on a section that does not exist.
    """
    wanted = list(chosen)
    if not selection.authorities:
        raise ValueError("A paper is about an authority. Choose one.")
    if len(selection.authorities) > MOST:
        raise ValueError(
            f"A paper holds at most {MOST} authorities, and {len(selection.authorities)} were asked for. Take some away."
        )
    if unknown := [name for name in wanted if name not in CHOICES]:
        raise ValueError(f"There is no section {', '.join(unknown)}. The sections are: {', '.join(CHOICES)}.")
    day, subject = ds.as_at, selection.subject
    title = paper_title(ds, selection.authorities)
    purpose = paper_purpose(ds, subject, selection.authorities[1:], known_inspections(ds, subject), day)
    parts = _parts(ds, selection, wanted)
    footer = f"Inspections over time. Data as at {english.day(day)}.{f' {address}' if address else ''}"
    paper = Paper(
        title, purpose, tuple(parts), day, footer, file_stem("-".join([*selection.authorities, "briefing"]), day)
    )
    terms = glossary(ds, paper.words()) if GLOSSARY[0] in wanted else []
    return Paper(**vars(paper) | {"sections": (*paper.sections, Section(*GLOSSARY, tuple(terms)))}) if terms else paper


def _parts(ds: Dataset, selection: Selection, wanted: list[str]) -> list[Section]:
    """The sections that have something to say; in one line at the end, those that have not, and why."""
    parts, empty = [], []
    for name, (title, _) in SECTIONS.items():
        blocks = _blocks(ds, selection, name) if name in wanted else ()
        if all(isinstance(block, Text) and block.nothing for block in blocks):
            empty += [f"{title}: {block.text}" for block in blocks if isinstance(block, Text)]
        else:
            parts.append(Section(name, title, blocks, section_finding(ds, selection, name)))
    if empty:
        line = Text(f"Left out, because there is nothing to say. {' '.join(empty)}", small=True)
        *before, last = parts or [Section("empty", "Nothing to report", ())]
        parts = [*before, replace(last, blocks=(*last.blocks, line))]
    return parts or [Section("empty", "Nothing chosen", (Text(NOTHING_CHOSEN),))]


@kept
def _blocks(ds: Dataset, selection: Selection, name: str) -> tuple[Block, ...]:
    """What a section holds. Kept, because choosing sections asks for the same ones again and again."""
    return tuple(SECTIONS[name][1](ds, selection))


@kept(most=64)
def as_html(ds: Dataset, paper: Paper) -> str:
    """Return the sections of a paper as HTML, for the page of the dashboard."""
    return body(paper)
