"""The sections of the committee's paper, each made from the same analysis and exhibits as the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from analysis import citations, english, naming
from analysis.authority.overview import story
from analysis.authority.questions import committee_questions
from analysis.authority.sentences import VOICES, short_list_sentence, status_counts_sentence
from analysis.comparison.neighbours import near_ones
from analysis.comparison.sentences import basis_sentence, beside_sentence, compare_sentence, no_beside_sentence
from analysis.comparison.standings import PUBLISHED, compared, standings, states
from analysis.england.theme_sentences import lesson_words
from analysis.england.turned_round import lessons
from analysis.findings.paragraphs import Spoken
from analysis.frameworks import strands
from analysis.grades.comparability import strand_cells
from analysis.known import known_inspections, short_lists
from analysis.look_up import each, look_up
from analysis.recommendations.actions import plans_answering
from analysis.recommendations.sentences import no_recommendations_sentence, threads_intro
from analysis.recommendations.thread import Thread, followed_first, key_evidence, threads, with_recommendations
from analysis.selection import Selection
from analysis.themes.recurrence import STATUSES, theme_recurrence
from analysis.themes.sentences import pair_title
from analysis.themes.then_and_now import then_and_now
from exhibits import Voice
from exhibits.strip import look_of
from exhibits.style import GRADES, NO_GRADE
from loaders import Dataset, kept

from .asked import asked
from .history import history
from .paper import GLOSSARY as TERMS
from .paper import Bars, Block, Bullets, Cell, Rows, Text, rows

MOST_BESIDE = 11
"""Authorities in the table of neighbours, the subject among them."""

Maker = Callable[[Dataset, Selection], list[Block]]


def standing(ds: Dataset, selection: Selection) -> list[Block]:
    """Where we stand: the sentence, the grades as lettered tiles, the numbers."""
    told = story(ds, selection.subject)
    blocks: list[Block] = [Text(told.headline, Voice.OFSTED)]
    if len(short := short_lists(ds, selection.authorities, ds.as_at)):
        blocks.append(Text(short_list_sentence(ds, short)))
    if drawn := history(ds, selection):
        blocks.append(drawn)
    facts = pd.DataFrame(told.facts, columns=["What is counted", "Number", "What it rests on"])
    if len(facts):
        blocks.append(
            rows("In numbers", facts, (5, 2, 6), "Numbers that sum up what is known, with what each rests on.")
        )
    return blocks


def _key(table: Rows) -> Text:
    """The letters of a table's tiles in words: each once, best first."""
    order = [look.letter for look in (*GRADES.values(), *NO_GRADE.values())]
    words = {cell.look.letter: cell.text for row in table.rows for cell in row if cell.look}
    letters = sorted(words, key=lambda letter: (order.index(letter.strip("()")), letter.startswith("(")))
    return Text("Key: " + "; ".join(f"{letter} {words[letter]}" for letter in letters) + ".", small=True)


def changes(ds: Dataset, selection: Selection) -> list[Block]:
    """What changed: strand by strand, what got worse, what got better, and two quotes on one theme, then and now."""
    told = story(ds, selection.subject)
    if not len(told.changes) and not theme_recurrence(ds, selection.subject)["inspections_counted"].gt(1).any():
        return [Text("No grade and no theme has one before it to compare with.", nothing=True)]
    blocks: list[Block] = []
    if len(told.changes):
        blocks.append(
            rows(
                "Grades as Ofsted published them",
                told.changes,
                (3, 4, 4, 5),
                "Each strand: the grade before, now, the change.",
            )
        )
    blocks += [Text("What got worse:", Voice.READING), Bullets(tuple(told.worse))]
    blocks += [Text("What got better:", Voice.READING), Bullets(tuple(told.better))]
    for turn in then_and_now(ds, selection.subject, most=2):
        then, now = (f"{said.words} ({_place(ds, said)})" for said in (turn.earlier, turn.later))
        blocks.append(Text(f"{pair_title(turn.label, turn.direction)}. Then: {then}. Now: {now}.", Voice.OFSTED))
    return blocks


def _place(ds: Dataset, said: Spoken) -> str:
    return english.lower_first(citations.place(ds, said.inspection, said.paragraph))


def coming_back(ds: Dataset, selection: Selection) -> list[Block]:
    """What keeps coming back, and how many themes have which status."""
    statuses, back = theme_recurrence(ds, selection.subject), story(ds, selection.subject).back
    if not (statuses["status"] != "not_covered").any():
        return [Text(line, nothing=True) for line in back]
    blocks: list[Block] = [Text("What keeps coming back:", Voice.READING), Bullets(tuple(back))]
    counted = statuses["status"].value_counts()
    labels = statuses.drop_duplicates("status").set_index("status")["status_label"]
    bars = [
        (labels[status], int(counted[status])) for status in STATUSES if counted.get(status) and status != "not_covered"
    ]
    if bars:
        blocks.append(
            Bars("Themes by what became of them", tuple(bars), status_counts_sentence(ds, selection.subject, bars))
        )
    return [*blocks, *_lessons(ds, selection)]


def _lessons(ds: Dataset, selection: Selection) -> list[Block]:
    """The neighbours, and the authorities chosen beside, that turned round what keeps coming back; nothing where none did."""
    among = (*near_ones(ds, selection.subject), *selection.others)
    found = [lesson for lesson in lessons(ds, selection.subject, among) if lesson.turned]
    if not found:
        return []
    text = "Others were weak on the same themes and strong at the next look. Where to learn from:"
    return [Text(text, Voice.READING), Bullets(tuple(lesson_words(ds, lesson) for lesson in found))]


def followed(ds: Dataset, selection: Selection) -> list[Block]:
    """What became of the recommendations of one inspection, each with its evidence."""
    options = with_recommendations(ds, selection)
    if not options:
        known = known_inspections(ds, selection.subject)
        return [Text(no_recommendations_sentence(ds, selection.subject, known), nothing=True)]
    inspection = followed_first(ds, options)
    found = threads(ds, inspection)
    plans = plans_answering(ds, inspection)
    planned = any(thread.progress for thread in found)
    heads = [
        "Ofsted asked",
        *(["The council reported"] if planned else []),
        "Later inspections, in our reading",
        "Evidence, in our words",
    ]
    body = tuple(
        tuple(
            Cell(text)
            for text in (
                f"{thread.recommendation['recommendation']} {thread.recommendation['summary']}",
                *(
                    [thread.progress or ("Not in the plan." if len(plans) == 1 else "In none of the plans.")]
                    if planned
                    else []
                ),
                thread.headline,
                _evidence(ds, thread),
            )
        )
        for thread in found
    )
    intro = threads_intro(ds, inspection, len(found), planned)
    widths = (3, 2.8, 2.6, 5) if planned else (4, 3, 5)
    return [Text(intro), Rows(naming.inspection_label(ds, inspection), tuple(heads), body, widths, intro)]


def _evidence(ds: Dataset, thread: Thread) -> str:
    found = key_evidence(ds, thread.recommendation["inspection"], thread.recommendation["recommendation"])
    return f"{found[0]} ({found[1]})" if found else "None yet."


def beside(ds: Dataset, selection: Selection) -> list[Block]:
    """The latest grades beside those of the authorities chosen, else of the statistical neighbours held, or why there are none."""
    others = list(selection.authorities[1:] or near_ones(ds, selection.subject))
    latest = {
        authority: cells for authority in (selection.subject, *others) if (cells := _latest(ds, authority)) is not None
    }
    held = [authority for authority in latest if authority != selection.subject][: MOST_BESIDE - 1]
    if not held or selection.subject not in latest:
        return [Text(no_beside_sentence(ds, selection.subject, others, selection.subject in latest), nothing=True)]
    labels = look_up(ds, "strands", "strand", "label")
    body = tuple(_beside_row(ds, authority, latest[authority]) for authority in (selection.subject, *held))
    intro = beside_sentence(ds, selection.subject, held, neighbours=len(selection.authorities) == 1)
    heads = ("Authority", "Inspected", *(labels[strand] for strand in strands(ds)))
    table = Rows("Latest grades", heads, body, (2.6, 1.9, 2.2, *[1.6] * (len(strands(ds)) - 1)), intro)
    return [Text(_among(ds, selection), Voice.COUNTED), Text(intro, Voice.OFSTED), _key(table), table]


def _among(ds: Dataset, selection: Selection) -> str:
    """Where the subject stands overall among the others, what counts, and how far their lists are complete."""
    group = "chosen" if len(selection.authorities) > 1 else "neighbours"
    known = replace(selection, as_at=ds.as_at)
    comparison = compared(ds, known, group, strands(ds)[0], PUBLISHED)
    stands = compare_sentence(ds, comparison, standings(ds, comparison), states(ds))
    return f"{stands} {basis_sentence(ds, comparison, short_lists(ds, comparison.authorities, comparison.day))}"


@kept
def _latest(ds: Dataset, authority: str) -> pd.DataFrame | None:
    """The cells of the latest graded inspection, one per strand."""
    cells = strand_cells(ds, [authority])
    graded = cells[cells["inspection"].isin(cells.loc[cells["grade"].notna(), "inspection"])]
    return graded[graded["inspection"] == graded["inspection"].iloc[-1]] if len(graded) else None


def _beside_row(ds: Dataset, authority: str, cells: pd.DataFrame) -> tuple[Cell, ...]:
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    tiles = [
        Cell(cell.grade_as_published if isinstance(cell.grade, str) else reasons[cell.no_grade], look_of(cell))
        for cell in each(cells)
    ]
    return Cell(naming.authority_name(ds, authority)), Cell(f"{cells['start'].iloc[0]:%B %Y}"), *tiles


def questions(ds: Dataset, selection: Selection) -> list[Block]:
    """Questions the committee may wish to ask, the most pressing first."""
    found = committee_questions(ds, selection.subject)
    if found.empty:
        return [Text("No rule gives rise to a question now.", nothing=True)]
    items = tuple(
        f"{row.question} Ask: {row.ask}. Rests on: {english.lower_first(citations.place(ds, row.inspection, row.paragraph))}, published {english.day(row.date)}."
        for row in each(found)
    )
    return [
        Text("Each question follows from a published rule and rests on one paragraph.", Voice.READING),
        Bullets(items, numbered=True),
    ]


def sources(ds: Dataset, selection: Selection) -> list[Block]:
    """The documents it rests on, what is known without one, and the terms of use."""
    known = known_inspections(ds, selection.subject)
    lines = []
    held = pd.Series(
        [naming.held_here(ds, inspection) for inspection in known["inspection"]], known.index, dtype="object"
    )
    for words, part in known.groupby(held, sort=False):
        names = [_source(ds, row) for row in each(part)]
        lines.append(f"{english.sentence(words)[:-1]}: {'; '.join(names)}.")
    for cells in [_latest(ds, authority) for authority in selection.authorities[1:]]:
        lines += [f"Beside it: {naming.source_name(ds, cells['inspection'].iloc[0])}."] if cells is not None else []
    plans = ds.plans[(ds.plans["authority"] == selection.subject) & (ds.plans["version_date"] <= ds.as_at)]
    lines += [
        f"The council’s own report: {p.title}, version {p.version} of {english.day(p.version_date)}."
        for p in each(plans)
    ]
    return [Text(VOICES), Bullets(tuple(lines) or ("No document is held.",)), Text(citations.LICENCE, small=True)]


def _source(ds: Dataset, row: Any) -> str:
    name = naming.source_name(ds, row.inspection).removeprefix(f"Ofsted, {naming.authority_name(ds, row.authority)}, ")
    return f"{name} {link}" if (link := citations.page_link(ds, row.inspection)) else name


SECTIONS: dict[str, tuple[str, Maker]] = {
    "standing": ("Where we stand", standing),
    "changes": ("What changed", changes),
    "coming-back": ("What keeps coming back", coming_back),
    "asked": ("What Ofsted asked, here and of neighbours", asked),
    "recommendations": ("What became of the recommendations", followed),
    "neighbours": ("Beside other authorities", beside),
    "questions": ("Questions the committee may wish to ask", questions),
    "sources": ("Sources", sources),
}
"""Name, title and maker of each section that stands on its own, in order. The glossary comes last: it reads the others."""

GLOSSARY = (TERMS, "Terms used in this paper")


def glossary(ds: Dataset, words: str) -> list[Block]:
    """The terms of the glossary that a text uses."""
    used = [term for term in each(ds.glossary) if any(_uses(words, name) for name in _names(term))]
    if not used:
        return []
    frame = pd.DataFrame(
        [(f"{t.term} ({t.short})" if isinstance(t.short, str) else t.term, t.meaning) for t in used],
        columns=["Term", "What it means"],
    )
    return [rows("Terms and what they mean", frame, (2, 5), "Terms that this paper uses, with what each means.")]


def _names(term: Any) -> Sequence[str]:
    return [term.term, *([term.short] if isinstance(term.short, str) else [])]


def _uses(words: str, name: str) -> bool:
    """Whether a text uses a name, in the plural too; capitals count in abbreviations."""
    return re.search(rf"\b{re.escape(name)}s?\b", words, 0 if name.isupper() else re.IGNORECASE) is not None
