"""Sentences about one authority: what got better, worse, keeps coming back; what happened when; its paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.citations import paragraph_words
from analysis.english import counted, day, joined, listed, lower_first, number, sentence
from analysis.frameworks import graded_frameworks
from analysis.grades.sentences import (
    LONGEST_ALT,
    grade_moves,
    latest_that_fit,
    leading_grades,
    nothing_moved,
    result_words,
)
from analysis.known import known_lists, listed_to
from analysis.look_up import each, tuples
from analysis.naming import (
    authorities_named,
    authority_in_sentence,
    authority_name,
    column_heading,
    inspection_in_sentence,
    inspection_row,
    source_name,
)
from analysis.recommendations.thread_rule import primary_themes
from analysis.themes.sentences import always_praised, asked_before, gaps_sentence, one_look, theme_names
from loaders import Dataset, kept


def better_sentences(
    ds: Dataset, moves: pd.DataFrame, statuses: pd.DataFrame, earlier_rise: str | None = None
) -> list[str]:
    """What got better: grades that rose, themes now praised; else since when nothing did, and the last rise before."""
    lines = grade_moves(ds, moves, "up")
    praised = theme_names(ds, statuses[statuses["status"] == "now_praised"])
    if praised:
        lines.append(
            sentence(
                f"{counted(len(praised), 'theme')} raised before {'is' if len(praised) == 1 else 'are'} praised now: {listed(praised)}"
            )
        )
    often = one_look(statuses) | (statuses["inspections_counted"] > 1)  # one look is not "each report"
    praised_always = statuses[(statuses["status"] == "steady_strength") & often]
    steady = sum(always_praised(ds, row) for row in each(praised_always))
    if steady and one_look(statuses):
        lines = lines or [nothing_moved(ds, moves, "got better")]
        lines.append(
            f"{sentence(counted(steady, 'theme was', 'themes were'))[:-1]} praised in the one report read paragraph by paragraph."
        )
    elif steady:
        lines.append(
            sentence(
                f"{counted(steady, 'theme was', 'themes were')} praised in each report read in full that looked at {'it' if steady == 1 else 'them'}"
            )
        )
    return lines or [nothing_moved(ds, moves, "got better"), *([earlier_rise] if earlier_rise else [])]


def worse_sentences(ds: Dataset, moves: pd.DataFrame, statuses: pd.DataFrame) -> list[str]:
    """What got worse: grades that fell, whether a report was coded or not, and themes that slipped back."""
    lines = grade_moves(ds, moves, "down")
    slipped = statuses[statuses["status"] == "slipped_back"]
    if len(slipped):
        close = int(slipped["close_call"].notna().sum())
        doubt = (
            ""
            if not close
            else "; one paragraph decides it"
            if len(slipped) == 1
            else f"; one paragraph decides {number(close)} of them"
        )
        lines.append(sentence(f"praised before, now weak: {listed(theme_names(ds, slipped))}{doubt}"))
    return lines or [nothing_moved(ds, moves, "got worse")]


def back_sentences(ds: Dataset, statuses: pd.DataFrame, asked: pd.DataFrame) -> list[str]:
    """What keeps coming back: themes that recur, matters asked for again; then what was raised for the first time.

    ``asked``: rows of ``ds.links`` of the last full inspection that was read, one for each earlier recommendation.
    """
    raised_first = statuses[statuses["status"] == "newly_raised"]
    before = raised_first["theme"].isin(_themes_of(ds, asked))
    others = pd.Series([bool(asked_before(ds, row)) for row in each(raised_first)], raised_first.index, dtype=bool)
    new, known, other = (
        theme_names(ds, raised_first[which]) for which in (~before & ~others, before, ~before & others)
    )
    if one_look(statuses):
        raised = (
            sentence(f"raised in it: {listed(theme_names(ds, raised_first))}")
            if len(raised_first)
            else "No theme was raised in it."
        )
        return [
            "Only one report has been read paragraph by paragraph, so nothing can be said of what comes back.",
            raised,
        ]
    lines = []
    for status, words in (("recurring", "raised in a row"), ("raised_again", "raised again")):
        names = theme_names(ds, statuses[statuses["status"] == status])
        if names:
            lines.append(sentence(f"{words}: {listed(names)}"))
    if len(asked):
        lines.append(
            sentence(
                f"{counted(len(asked), 'earlier recommendation')} asked for again, whole or in part, in {inspection_in_sentence(ds, asked['inspection'].iloc[0])}"
            )
        )
    lines = lines or ["No theme keeps coming back."]
    if known:
        lines.append(sentence(f"new as a theme, but asked for before, whole or in part: {listed(known)}"))
    if other:
        lines.append(sentence(f"new in the reports read in full, but asked for before in others: {listed(other)}"))
    if new:
        lines.append(sentence(f"not a return but raised for the first time: {listed(new)}"))
    gaps = gaps_sentence(ds, statuses)
    return [*lines, *([gaps] if gaps else [])]


def _themes_of(ds: Dataset, asked: pd.DataFrame) -> set[str]:
    """Main themes of the recommendations that return to an earlier one."""
    pairs = set(tuples(asked, "inspection", "recommendation"))
    return {theme for inspection, name in pairs for theme in primary_themes(ds, inspection, name)}


NOTHING_OF_THE_KIND = "The report says nothing of this kind in a paragraph."


def in_words_title(ds: Dataset, inspection: str) -> str:
    """Heading over what a report praised and criticised: ``In Ofsted’s words: the inspection of March 2022``."""
    return f"In Ofsted’s words: {inspection_in_sentence(ds, inspection)}"


def in_words_sentence(ds: Dataset, inspection: str) -> str:
    """What was chosen from the report, and how often it was read."""
    readings = "twice" if inspection_row(ds, inspection).readings == 2 else "once"
    return f"The themes that it praised and criticised most, by our reading. The report was read {readings}."


def timeline_title(ds: Dataset, names: list[str], known: pd.DataFrame) -> str:
    """Heading of the timeline: how many inspections and visits, since when."""
    if known.empty:
        return f"No inspection of {joined(names)} is known here"
    visits = int((~known["framework"].isin(graded_frameworks(ds))).sum())
    full = len(known) - visits
    parts = [counted(full, "inspection")] * bool(full) + [counted(visits, "visit")] * bool(visits)
    return f"{joined(names)}: {joined(parts)} since {known['start'].min():%Y}"


def timeline_sentence(ds: Dataset, names: list[str], known: pd.DataFrame) -> str:
    """Under the timeline: how many inspections and visits there were."""
    if known.empty:
        return f"No inspection of {joined(names)} is known here. Choose another authority, or add a record."
    full = known["framework"].isin(ds.judgements["framework"])
    visits = counted(int((~full).sum()), "visit") if (~full).any() else no_visits_words(ds)
    if not full.any():
        return sentence(f"{visits}, and no graded inspection held here")
    # The versions of a framework share its kind, and visits have none of their own.
    frameworks = counted(known.loc[full, "kind"].nunique(), "framework")
    return sentence(f"{counted(int(full.sum()), 'graded inspection')} under {frameworks}, and {visits}")


def timeline_gaps(known: pd.DataFrame) -> str:
    """Beside the signs of the timeline: what is only known to have happened; empty if nothing is."""
    listed = int((known["depth"] == "listed").sum())
    held = counted(listed, "inspection or visit", "inspections and visits")
    return f"For {held} no report is held here." if listed else ""


def timeline_alt(ds: Dataset, known: pd.DataFrame) -> str:
    """The timeline in words: what each inspection of one authority decided; of several authorities, what the latest did, or
    where that is too long when it was."""
    groups = [
        (authority_name(ds, str(name)), list(rows["inspection"]))
        for name, rows in known.groupby("authority", sort=False)
    ]
    if len(groups) == 1:
        name, inspections = groups[0]
        return latest_that_fit(f"Timeline, a row for each strand, below them visits. {name}: ", ds, inspections)
    texts = [" ".join([_latest_words(ds, name, held, grades) for name, held in groups]) for grades in (True, False)]
    start = "Timeline, a block of rows for each authority. "
    return start + (texts[0] if len(start + texts[0]) <= LONGEST_ALT else texts[1])


def _latest_words(ds: Dataset, name: str, inspections: list[str], grades: bool) -> str:
    graded = [inspection for inspection in inspections if len(leading_grades(ds, inspection))]
    held = f"{name}: {counted(len(inspections), 'inspection or visit', 'inspections and visits')}"
    if not graded:
        return f"{held}."
    when = column_heading(ds, graded[-1])
    return f"{held}, the latest grades from {when}{f': {result_words(ds, graded[-1])}' if grades else ''}."


def short_list_sentence(ds: Dataset, short: pd.Series) -> str:
    """Said beside a headline where a list of inspections ends before the day shown. ``short``: as ``known.short_lists``."""
    parts = [
        f"Full inspections of {authorities_named(ds, part.index)} are listed here only to {day(reached)}: a later report may exist."
        for reached, part in short.groupby(short)
    ]
    return " ".join(parts)


@kept
def freshness_sentence(ds: Dataset, authorities: tuple[str, ...]) -> str:
    """To which day each kind of inspection or visit is known: full inspections of these authorities, then visits of any."""
    current = ds.authorities.loc[ds.authorities["status"] == "current", "authority"]
    reached = listed_to(ds, [name for name in authorities if name in set(current)]).dropna()
    reached = reached.mask(reached > ds.as_at, ds.as_at)
    parts = [
        f"full inspections{f' of {authorities_named(ds, part.index)}' if reached.nunique() > 1 else ''} to {day(until)}"
        for until, part in reached.groupby(reached)
    ]
    lists = known_lists(ds)
    parts += [
        f"{row.phrase} {f'from {day(row.since)} ' * pd.notna(row.since)}to {day(row.until)}" for row in each(lists)
    ]
    if not parts:
        return ""
    lost = "" if lists["complete"].all() else " Some letters could not be had."
    return f"Known here: {'; '.join(parts)}.{lost}"


def no_visits_words(ds: Dataset) -> str:
    """Where no visit is held: which visits could be. Each of Ofsted's yearly lists covers the twelve months to its day."""
    last = ds.statistics_as_at
    if pd.isna(last):
        return "no visit held here"
    listed = ds.inspections[ds.inspections["inspection"].isin(ds.sources.loc[ds.sources["statistics"], "record"])]
    first = listed.loc[~listed["framework"].isin(graded_frameworks(ds)), "start"].min()
    if pd.isna(first) or first > last - pd.DateOffset(years=1):
        return f"no visit held here (Ofsted’s list of visits is held for the year to {day(last)} only)"
    return f"no visit held here (Ofsted’s lists of visits are held from {day(first, 'month')} to {day(last, 'month')}, and letters as far as they could be had)"


def held_words(ds: Dataset, known: pd.DataFrame) -> str:
    """``five read in full, three with grades only, one with dates only``: how much of the known inspections is held."""
    outcome, with_grades = known["depth"] == "outcome", known["framework"].isin(graded_frameworks(ds))
    held = {
        "read in full": known["depth"] == "coded",
        "read for their recommendations": known["depth"] == "recommendations",
        "with grades only": outcome & with_grades,
        "with dates only": outcome & ~with_grades,
        "known without a report": known["depth"] == "listed",
    }
    return joined([f"{number(int(which.sum()))} {text}" for text, which in held.items() if which.any()])


VOICES = "Three voices are kept apart: what Ofsted said, or can be counted from it, what the council reported, and our reading, by a rule that is published with the data. Nothing here is a score of our own."
NOTHING_CHOSEN = "No section was chosen, so this paper is empty. Choose at least one section."


def paper_title(ds: Dataset, authorities: Sequence[str]) -> str:
    """``York: inspections of children’s services``."""
    return f"{authorities_named(ds, authorities)}: inspections of children’s services"


def paper_purpose(ds: Dataset, authority: str, others: Sequence[str], known: pd.DataFrame, as_at: pd.Timestamp) -> str:
    """What the paper is for, in one sentence or two."""
    name = authority_name(ds, authority)
    if known.empty:
        return f"No inspection of {name} is known here as at {day(as_at)}, so this paper can say nothing of it yet."
    held = f"{counted(len(known), 'inspection or visit', 'inspections and visits')}, {held_words(ds, known)}"
    beside = f", beside {authorities_named(ds, others)}" if others else ""
    return f"This paper sets out how Ofsted has judged the children’s services of {authority_in_sentence(ds, authority)} since {known['start'].min():%Y}{beside}. Known on {day(as_at)}: {held}."


def status_counts_sentence(ds: Dataset, authority: str, counts: Sequence[tuple[str, int]]) -> str:
    """The bars of theme statuses in words."""
    parts = [f"{lower_first(label)} {count}" for label, count in counts]
    return f"Themes of {authority_name(ds, authority)} by what became of them: {joined(parts)}."


def agenda_item(ds: Dataset, row: Any) -> str:
    """A question as an item for an agenda: whom to ask, what, and what it rests on. ``row``: a committee question."""
    return f"Question to the {lower_first(row.ask)}: {row.question} It rests on {paragraph_words(row.paragraph)} of: {source_name(ds, row.inspection)}."
