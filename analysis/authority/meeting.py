"""What meeting mode shows, screen by screen, in a fixed order: each says the finding in its title and names the authority."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from analysis import english, naming
from analysis.authority.notes import Note, grade_notes, question_notes, theme_lines, theme_notes, thread_note
from analysis.authority.overview import Story, story
from analysis.authority.questions import committee_questions
from analysis.authority.sentences import short_list_sentence
from analysis.comparison.sentences import basis_sentence, standing_words
from analysis.comparison.standings import Comparison, compared, standings, states
from analysis.frameworks import strands
from analysis.grades.comparability import moves, strand_cells
from analysis.grades.spell_sentences import history_title
from analysis.grades.spells import spells
from analysis.known import known_inspections, short_lists
from analysis.look_up import each
from analysis.recommendations.sentences import reading_words
from analysis.recommendations.thread import threads
from analysis.recommendations.thread_rule import recommendation_headlines
from analysis.selection import Selection
from analysis.themes.recurrence import theme_looks, theme_recurrence
from analysis.themes.sentences import themes_title
from loaders import Dataset, kept

OPEN = ("asked_again", "asked_again_in_part", "still_a_concern", "mixed")
"""Readings that leave a thread open."""

OFSTED, COUNTED, READING = (
    "Ofsted said",
    "Counted from what Ofsted published",
    "Our reading, by the published rule",
)
BACK, SLIPPED, PRAISED = ("recurring", "raised_again", "newly_raised"), ("slipped_back",), ("now_praised",)
"""Statuses of themes that a screen shows together."""

LINE, MOST_LINES, MOST_BELOW, LARGE = 72, 8, 3, 6
"""Letters in a line at 30 pixels, and lines that a screen holds beside its title and source: alone, below a picture, in large letters."""
FEW = 2
"""Rows of a picture that leave room for what Ofsted said of each."""
BESIDE = 6
"""Authorities beside the subject on one screen."""


class Picture(NamedTuple):
    """What is drawn on a screen: ``grades``, ``history``, ``changes``, ``themes``, ``neighbours`` or ``path``, and of which."""

    kind: str
    of: tuple[str, ...] = ()


class Screen(NamedTuple):
    """One screen: what it finds, who says it, its lines, its source; the picture above the lines, what the presenter may say;
    which part it is, where the finding needs several screens; whether it holds the questions to ask."""

    finding: str
    voice: str
    lines: list[str]
    source: str
    picture: Picture | None = None
    notes: tuple[Note, ...] = ()
    part: str = ""
    asks: bool = False

    @property
    def title(self) -> str:
        """What stands at the top."""
        return f"{self.finding}{self.part}"

    @property
    def large(self) -> bool:
        """Whether there is so little to read that it has room in larger letters."""
        in_words = self.picture is None or self.picture.kind == "path"
        return in_words and _height(self.lines) <= LARGE


def _part(n: int, of: int) -> str:
    return f" ({n} of {of})" if of > 1 else ""


def _paged(screen: Screen) -> list[Screen]:
    """As many screens as the lines need. Where each line has a note of its own, it goes with it."""
    pages: list[list[str]] = [[]]
    height = 0
    own = dict(zip(screen.lines, screen.notes, strict=False)) if len(screen.lines) == len(screen.notes) else {}
    for line in screen.lines:
        needed = -(-len(line) // LINE)
        if pages[-1] and height + needed > MOST_LINES:
            pages.append([])
            height = 0
        pages[-1].append(line)
        height += needed
    return [
        screen._replace(
            part=_part(n, len(pages)),
            lines=part,
            picture=screen.picture if n == 1 else None,
            notes=tuple(own[line] for line in part) if own else screen.notes if n == 1 else (),
        )
        for n, part in enumerate(pages, start=1)
    ]


@kept
def screens(ds: Dataset, selection: Selection) -> tuple[Screen, ...]:
    """Where it stands, its history, what changed, got worse and better, what comes back, its neighbours, open threads, questions.

    Kept while a meeting turns its pages.
    """
    told = story(ds, selection.subject)
    return (
        *_standing(ds, selection.subject, told),
        *_themes(ds, selection.subject, told),
        *_neighbours(ds, selection),
        *_open_threads(ds, selection),
        *_questions(ds, selection.subject),
    )


def _standing(ds: Dataset, subject: str, told: Story) -> list[Screen]:
    """Where the authority stands, the way there, and what changed."""
    name, table = naming.authority_name(ds, subject), moves(strand_cells(ds, [subject]))
    known = spells(ds, (subject,))
    graded = known.loc[known["grade"].notna(), "inspection"]
    ends = sources(ds, [*table["earlier"].dropna(), *table["later"].dropna()])
    lists = short_lists(ds, [subject], ds.as_at)
    short = [short_list_sentence(ds, lists)] if len(lists) else []
    notes = (Note("In full", "", told.headline), *grade_notes(ds, table))
    shown = [
        Screen(told.standing.removesuffix("."), OFSTED, short, sources(ds, graded), Picture("grades"), notes),
        Screen(history_title(ds, name, known), COUNTED, [], sources(ds, graded), Picture("history"), notes),
    ]
    if not len(told.changes):
        return shown if len(graded) else shown[:1]
    counts = table["move"].value_counts()
    parts = [
        f"{english.number(counts[move])} {words}"
        for move, words in (("up", "better"), ("down", "worse"), ("same", "the same"), ("not comparable", "judged differently"))
        if move in counts
    ]  # fmt: skip
    changed = f"{name} against the grades before: {english.joined(parts)}" if parts else f"{name}: first grades"
    return [*shown, Screen(changed, COUNTED, [], ends, Picture("changes"), notes[1:])]


def _themes(ds: Dataset, subject: str, told: Story) -> list[Screen]:
    """What got worse and better, the worse first where anything fell, then what keeps coming back."""
    name, statuses = naming.authority_name(ds, subject), theme_recurrence(ds, subject)
    table = moves(strand_cells(ds, [subject]))
    fell, rose = (int((table["move"] == move).sum()) for move in ("down", "up"))
    count = statuses["status"].value_counts()
    slipped, praised = int(count.get("slipped_back", 0)), int(count.get("now_praised", 0))
    worse = _counts((fell, "{} fell", "grade"), (slipped, "{} slipped back", "theme"))
    better = _counts(
        (rose, "{} rose", "grade"),
        (praised, "{} once raised " + ("is" if praised == 1 else "are") + " praised now", "theme"),
    )
    looked = theme_looks(ds, subject)
    rests = [*table["earlier"].dropna(), *table["later"].dropna(), *looked["inspection"].unique()]
    shown = []
    if worse:
        shown.append(_of_themes(ds, statuses, f"{name}: {worse}", told.worse, SLIPPED, rests))
    lines = told.better if worse else [*told.better, *told.worse]
    title = f"{name}: {better or 'nothing that can be compared got better'}"
    shown.append(_of_themes(ds, statuses, title, lines, PRAISED, rests))
    back = themes_title(name, statuses) if len(statuses) else f"{name}: what keeps coming back"
    shown.append(_of_themes(ds, statuses, back, told.back, BACK, looked["inspection"].unique()))
    return [page for screen in shown for page in _paged(screen)]


def _counts(*parts: tuple[int, str, str]) -> str:
    return english.joined([words.format(english.counted(count, noun)) for count, words, noun in parts if count])


def _of_themes(
    ds: Dataset, statuses: pd.DataFrame, title: str, lines: list[str], wanted: tuple[str, ...], rests: Iterable[str]
) -> Screen:
    """A screen on the themes of some statuses: as a picture where two reports or more were read, in words in any case."""
    found = [row for status in wanted for row in each(statuses[statuses["status"] == status])]
    several = found and statuses["inspections_counted"].max() > 1
    picture = Picture("themes", wanted) if several else None
    # The names of the themes stand in the picture: the words beside it are those about anything else.
    words = [line for line in lines if not _names_themes(line, found)] if several else lines
    few = several and len(found) <= FEW
    offered, room = ([*theme_lines(ds, found), *words], MOST_LINES) if few else (words, MOST_BELOW)
    shown = [line for n, line in enumerate(offered) if not several or _height(offered[: n + 1]) <= room]
    more = tuple(Note("Also", "", line) for line in words if line not in shown)
    return Screen(title, READING, shown, sources(ds, rests), picture, (*more, *theme_notes(ds, found)))


def _height(lines: Iterable[str]) -> int:
    return sum(-(-len(line) // LINE) for line in lines)


def _names_themes(line: str, found: list) -> bool:
    return any(english.lower_first(row.label) in line for row in found)


@kept
def near(ds: Dataset, selection: Selection) -> Comparison:
    """The comparison of the neighbours' screens: with those chosen beside the subject, else with its statistical neighbours."""
    group = "chosen" if selection.others else "neighbours"
    return compared(ds, selection, group, strands(ds)[0], day=ds.as_at)


def _neighbours(ds: Dataset, selection: Selection) -> list[Screen]:
    """Where the subject stands beside others, some of them a screen."""
    comparison = near(ds, selection)
    table = standings(ds, comparison)
    others = table["authority"].iloc[1:].tolist()
    if not others or table["grade"].isna().all():
        return []
    title = english.sentence(standing_words(ds, comparison, table, states(ds)).removesuffix(".")).removesuffix(".")
    note = Note("What is counted", "", basis_sentence(ds, comparison, short_lists(ds, comparison.authorities, comparison.day)))  # fmt: skip
    held = int(table["inspection"].notna().sum())
    source = f"Ofsted, the latest full inspections of {english.counted(held, 'authority', 'authorities')}"
    screens = -(-len(others) // BESIDE)
    size = -(-len(others) // screens)
    pictures = [Picture("neighbours", (str(n * size), str((n + 1) * size))) for n in range(screens)]
    return [Screen(title, COUNTED, [], source, picture, (note,), _part(n, screens)) for n, picture in enumerate(pictures, 1)]  # fmt: skip


def sources(ds: Dataset, inspections: Iterable[str]) -> str:
    """The documents that a screen rests on, by name: one in full, several by their months, oldest first."""
    found = sorted(set(inspections), key=lambda one: naming.inspection_row(ds, one).start)
    if not found:
        return "no report is held here"
    if len(found) == 1:
        return naming.source_name(ds, found[0])
    whose = list(dict.fromkeys(naming.authority_name(ds, naming.inspection_row(ds, one).authority) for one in found))
    months = [english.day(naming.inspection_row(ds, one).start, "month") for one in found]
    return f"Ofsted, {english.joined(whose)}, inspections and visits of {english.joined(list(dict.fromkeys(months)))}"


def _open_threads(ds: Dataset, selection: Selection) -> list[Screen]:
    """One screen per recommendation of the last two inspections followed whose latest reading leaves it open."""
    headlines = recommendation_headlines(ds, selection.subject)
    still_open = headlines[headlines["reading"].isin(OPEN)]
    shown = []
    for inspection in list(dict.fromkeys(still_open["inspection"]))[::-1][:2]:
        part = still_open[still_open["inspection"] == inspection].set_index("recommendation")
        for thread in threads(ds, inspection):
            row = thread.recommendation
            if row["recommendation"] not in part.index:
                continue
            when = naming.inspection_in_sentence(ds, inspection).removeprefix("the ")
            name = naming.authority_name(ds, selection.subject)
            reading = reading_words(thread.reading, part["for_whom"][row["recommendation"]])
            title = f"{name}, recommendation {row['recommendation'][1:]} of the {when}: {reading}"
            note, evidence = thread_note(ds, thread)
            # A screen has room for one of the two.
            last = f"The council reported: {thread.progress}" if thread.progress else thread.matter
            shown.append(
                Screen(
                    title,
                    READING,
                    [f"Ofsted asked: {row['summary']}", *evidence, *filter(None, [last])],
                    sources(ds, (inspection, part["later"][row["recommendation"]])),
                    Picture("path", (inspection, row["recommendation"])),
                    note,
                )
            )
    return shown


def findings(ds: Dataset, selection: Selection) -> dict[str, str]:
    """Return the titles of screens that a paper shares: ``grades``, ``changes``, ``neighbours``, ``back`` and ``questions``."""
    shown = screens(ds, selection)
    found = {
        screen.picture.kind: screen.finding for screen in reversed(shown) if screen.picture and not screen.picture.of
    }
    for screen in reversed(shown):
        if screen.picture and screen.picture.kind == "neighbours":
            found["neighbours"] = screen.finding
        elif screen.picture and screen.picture.of == BACK:
            found["back"] = screen.finding
        elif screen.asks:
            found["questions"] = screen.finding
    return found


def _questions(ds: Dataset, subject: str) -> list[Screen]:
    name, questions = naming.authority_name(ds, subject), committee_questions(ds, subject)
    if questions.empty:
        known = known_inspections(ds, subject)["inspection"].tail(1)
        return [Screen(f"{name}: questions to ask", READING, ["No rule gives rise to a question now."], sources(ds, known), asks=True)]  # fmt: skip
    lines = [f"{row.question} (Ask: {row.ask}.)" for row in each(questions)]
    rests = [*questions["inspection"], *questions["earlier"].dropna()]
    title = f"{name}: {english.counted(len(lines), 'question')} to ask"
    return _paged(Screen(title, READING, lines, sources(ds, rests), None, question_notes(ds, questions), asks=True))
