"""Sentences about what became of recommendations: what the council reported and what later inspections found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.english import counted, day, joined, number, sentence
from analysis.frameworks import graded_frameworks
from analysis.look_up import each
from analysis.naming import authority_name, inspection_in_sentence, inspection_row
from loaders import Dataset, kept

READING_WORDS = {
    "asked_again": "asked again",
    "asked_again_in_part": "asked again in part",
    "still_a_concern": "still a concern",
    "mixed": "mixed",
    "good_signs": "good signs, from a visit",
    "positive": "positive",
    "not_looked_at": "not looked at",
}

ON_THE_THEME = ("still_a_concern", "mixed", "good_signs", "positive")
"""Readings that follow from paragraphs, and not from a link between two recommendations."""

SAYS_WORDS = {"met": "now met", "partly": "partly met", "still_true": "still true"}


def reading_words(reading: str, for_whom: str | None = None) -> str:
    """``asked again in part (disabled children)``."""
    words = READING_WORDS[reading]
    return f"{words} ({for_whom})" if isinstance(for_whom, str) else words


def step_words(ds: Dataset, step: Any) -> str:
    """One step of a path: ``August 2023: asked again in part (care leavers)``."""
    row = inspection_row(ds, step.later)
    return f"{day(row.start, 'month')}: {reading_words(step.reading, step.for_whom)}"


def thread_headline(ds: Dataset, headline: Any) -> str:
    """The reading now: the latest that looked, what came before, and how many since did not look."""
    if headline.later is None or pd.isna(headline.later):
        since = int(headline.since)
        if not since:
            return "No later report has been read in full yet."
        looked = "it did not look" if since == 1 else "none of them looked"
        return f"No later evidence: {counted(since, 'report')} read in full since, and {looked} at this."
    reading = "good signs" if headline.reading == "good_signs" else reading_words(headline.reading, headline.for_whom)
    text = f"{sentence(reading)[:-1]} in {inspection_in_sentence(ds, headline.later)}"
    if headline.since:
        text += f"; {counted(int(headline.since), 'report')} read in full since did not look at it"
    if headline.close_call:
        text += ". A close call: one paragraph decides it"
    return f"{text}. {on_the_matter(ds, headline)}".strip()


def on_the_matter(ds: Dataset, headline: Any) -> str:
    """What the paragraphs on the very matter say, where all differ from the reading; or that the reading rests on none of them."""
    matter = (headline.later, headline.inspection, headline.recommendation)
    said = said_of(ds).get(matter, {})
    for says, otherwise in (("met", ("still_a_concern", "mixed")), ("still_true", ("mixed", "positive", "good_signs"))):
        if said and set(said.values()) == {says} and headline.reading in otherwise:
            where = f"paragraph{'s' if len(said) > 1 else ''} {joined(list(said))}"
            return f"On this very matter {where} say{'s' if len(said) == 1 else ''}: {SAYS_WORDS[says]}."
    if headline.reading in ON_THE_THEME and not said:
        return "It rests on the theme alone; no paragraph is linked to this very matter."
    return ""


@kept
def said_of(ds: Dataset) -> dict[tuple[str, str, str], dict[str, str]]:
    """What later paragraphs say of a recommendation: by later inspection, inspection and recommendation; by paragraph."""
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in each(ds.speaks_to):
        matter = (row.inspection, row.earlier_inspection, row.earlier_recommendation)
        found.setdefault(matter, {})[row.paragraph] = row.says
    return found


def plan_words(progress: Any, plan: str = "the plan") -> str:
    """The council's own report: ``3 of 4 actions reported complete on 13 July 2022 (version 3.0); one has no status word``. ``plan``: its name."""
    text = f"{progress.complete} of {progress.actions} {'action' if progress.actions == 1 else 'actions'} reported complete on {day(progress.version_date)} (version {progress.version} of {plan})"
    if progress.without_status:
        text += (
            f"; {number(progress.without_status)} {'has' if progress.without_status == 1 else 'have'} no status word"
        )
    return text + "."


def late_words(action: Any) -> str:
    """``Past its date and not reported complete on 13 July 2022``; nothing where it is not so."""
    return f"past its date and not reported complete on {day(action.version_date)}" if action.past_its_date else ""


def still_true_words(ds: Dataset, row: Any) -> str:
    """``Asked in the inspection of …; still true in …, paragraph 31, and not asked again; met in …, paragraph 49.``"""
    text = f"Asked for in {inspection_in_sentence(ds, row.inspection)}. Still true in {inspection_in_sentence(ds, row.later)} (paragraph {row.paragraph}), though not asked for again"
    if isinstance(row.met_in, str):
        text += f". Met in {inspection_in_sentence(ds, row.met_in)} (paragraph {row.met_paragraph})"
    return text + "."


def deadlines_title(plan: Any, name: str) -> str:
    """Heading of the strip of deadlines. ``name``: as ``actions.plan_name``."""
    return f"Deadlines of {name}, against its version of {day(plan.version_date)}"


def deadlines_sentence(actions: pd.DataFrame) -> str:
    """How many deadlines are days, how many had passed, and which were not reported complete. ``actions``: of one plan."""
    dated = actions["deadline"].notna()
    version = actions["version_date"].iloc[0]
    passed = actions[dated & (actions["deadline"] < version)]
    late = list(passed.loc[passed["past_its_date"], "action"])
    text = f"Of {counted(len(actions), 'deadline')}, {number(int(dated.sum()))} can be placed on a calendar"
    if (~dated).any():
        text += f"; the others are words such as “{actions.loc[~dated, 'deadline_as_published'].iloc[0]}”"
    many = number(len(passed)) if len(passed) else "none"
    text += f". {sentence(many)[:-1]} had passed by {day(version)}"
    if late:
        text += f", and {joined(late)} {'was' if len(late) == 1 else 'were'} not reported complete"
    return text + ". No action has a start date, so only points can be shown."


def no_recommendations_sentence(ds: Dataset, authority: str, known: pd.DataFrame) -> str:
    """Why no recommendation can be followed: how many were made, as far as the known inspections say, and why their words are not held."""
    name = authority_name(ds, authority)
    if known.empty:
        return f"No inspection of {name} is known by that day, so there is no recommendation to follow."
    told = known[known["recommendations"] > 0]
    if told.empty:
        return f"No recommendation to {name} is held here, because none of the reports known by that day has been read in full."
    made = counted(int(told["recommendations"].sum()), "recommendation")
    unknown = int((known["framework"].isin(graded_frameworks(ds)) & known["recommendations"].isna()).sum())
    more = f" For {counted(unknown, 'other inspection')} the number is not held." if unknown else ""
    one = len(told) == 1
    reports = "the report of one inspection" if one else f"the reports of {counted(len(told), 'inspection')}"
    why = "it has" if one else "these reports have"
    words = "The words are" if one else "Their words are"
    return f"{sentence(f'{reports} of {name} made {made}')}{more} {words} not held here, because {why} not been read in full."


def became_sentence(ds: Dataset, inspection: str, readings: Sequence[str]) -> str:
    """What became of the recommendations of an inspection, in one sentence. ``readings``: the latest of each, keys of ``READING_WORDS``."""
    name = authority_name(ds, inspection_row(ds, inspection).authority)
    text = f"{name}: {counted(len(readings), 'recommendation')} of {inspection_in_sentence(ds, inspection)}."
    one = len(readings) == 1
    if inspection_row(ds, inspection).depth != "coded":
        return f"{text} The findings of the report were not read, so {'it' if one else 'they'} cannot be followed."
    if set(readings) == {"not_looked_at"}:
        return f"{text} No later inspection read here looked at {'it' if one else 'them'}."
    found = [f"{number(many)} {words}" for reading, words in READING_WORDS.items() if (many := readings.count(reading))]
    return f"{text} Later inspections found: {joined(found)}."


def threads_intro(ds: Dataset, inspection: str, count: int, planned: bool) -> str:
    """What the table of recommendations shows."""
    text = f"{counted(count, 'recommendation')} of {inspection_in_sentence(ds, inspection)}: what Ofsted asked"
    return sentence(f"{text}{', what the council reported' if planned else ''}, and what later inspections found")
