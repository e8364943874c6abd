"""Sentences about what Ofsted asked for, what the council reported and what later inspections found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.english import counted, counted_digits, day, joined, listed, lower_first, number, sentence
from analysis.frameworks import graded_frameworks
from analysis.look_up import each, look_up
from analysis.naming import authority_name, inspection_in_sentence, inspection_kind, inspection_row
from analysis.themes.shares import LEAST
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
    return f"{text}.{_on_the_matter(ds, headline)}"


def _on_the_matter(ds: Dataset, headline: Any) -> str:
    """What the paragraphs on the very matter say, where all differ from the reading; or that good news rests on none of them."""
    matter = (headline.later, headline.inspection, headline.recommendation)
    said = said_of(ds).get(matter, {})
    for says, otherwise in (("met", ("still_a_concern", "mixed")), ("still_true", ("mixed", "positive", "good_signs"))):
        if said and set(said.values()) == {says} and headline.reading in otherwise:
            where = f"paragraph{'s' if len(said) > 1 else ''} {joined(list(said))}"
            return f" On this very matter {where} say{'s' if len(said) == 1 else ''}: {SAYS_WORDS[says]}."
    if headline.reading in ("positive", "good_signs") and not said:
        return " It rests on the theme alone; no paragraph is linked to this very matter."
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
    text += f". {sentence(number(len(passed)))[:-1]} had passed by {day(version)}"
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
    if len(told) == 1:
        more = f" For {counted(unknown, 'other inspection')} the number is not held." if unknown else ""
        return f"The report of one inspection of {name} made {made}.{more} The words are not held here, because it has not been read in full."
    reports = sentence(f"the reports of {counted(len(told), 'inspection')} of {name} made {made}")
    more = f" For {counted(unknown, 'other inspection')} the number is not held." if unknown else ""
    return f"{reports}{more} Their words are not held here, because these reports have not been read in full."


def became_sentence(ds: Dataset, inspection: str, readings: Sequence[str]) -> str:
    """What became of the recommendations of an inspection, in one sentence. ``readings``: the latest of each, keys of ``READING_WORDS``."""
    name = authority_name(ds, inspection_row(ds, inspection).authority)
    text = f"{name}: {counted(len(readings), 'recommendation')} of {inspection_in_sentence(ds, inspection)}."
    one = len(readings) == 1
    if inspection_row(ds, inspection).depth != "coded":
        return f"{text} The findings of the report were not read, so {'it' if one else 'they'} cannot be followed."
    if set(readings) == {"not_looked_at"}:
        return f"{text} No later inspection has looked at {'it' if one else 'them'} yet."
    found = [f"{number(many)} {words}" for reading, words in READING_WORDS.items() if (many := readings.count(reading))]
    return f"{text} Later inspections found: {joined(found)}."


def threads_intro(ds: Dataset, inspection: str, count: int, planned: bool) -> str:
    """What the table of recommendations shows."""
    text = f"{counted(count, 'recommendation')} of {inspection_in_sentence(ds, inspection)}: what Ofsted asked"
    return sentence(f"{text}{', what the council reported' if planned else ''}, and what later inspections found")


def asked_place(row: Any) -> str:
    """Where a recommendation stands: ``R3, paragraph 12, page 4``. ``row``: of ``ds.recommendations``."""
    paragraph = f", paragraph {row.paragraph}" if isinstance(row.paragraph, str) else ""
    page = "" if pd.isna(row.page) else f", page {int(row.page)}"
    return f"{row.recommendation}{paragraph}{page}"


def again_words(ds: Dataset, link: Any) -> str:
    """``Asked again in part: R2 of the inspection of March 2022``. ``link``: a row of ``ds.links``."""
    part = "" if link.extent == "same" else " in part"
    return f"Asked again{part}: {link.earlier_recommendation} of {inspection_in_sentence(ds, link.earlier_inspection)}"


@kept
def all_asked_sentence(ds: Dataset, authority: str, rows: pd.DataFrame, held: int) -> str:
    """How much was asked of an authority, in how many inspections. ``rows``: as ``asked.found``; ``held``: inspections read."""
    name = authority_name(ds, authority)
    if not held:
        return f"No report on {name} whose recommendations were read is known by that day."
    urgent, again = int(rows["priority_action"].sum()), int((rows["again"] != "").sum())
    extra = []
    if urgent:
        extra.append(f"{number(urgent)} {'is a priority action' if urgent == 1 else 'are priority actions'}")
    if again:
        extra.append(f"{number(again)} {'was' if again == 1 else 'were'} asked before, by a link that says why")
    text = f"{counted(len(rows), 'recommendation')} to {name} in {counted(held, 'inspection and visit', 'inspections and visits')}"
    more = f" {sentence(joined(extra))}" if extra else ""
    return f"{sentence(text)}{more} That a theme comes twice does not mean that the same matter was asked twice."


def coded_would_add(ds: Dataset, inspections: tuple[str, ...]) -> str:
    """What cannot be said where findings were not read; empty where all of these were read whole."""
    unread = [name for name in inspections if inspection_row(ds, name).depth != "coded"]
    if not unread:
        return ""
    many = f"these {number(len(unread))} reports" if len(unread) > 1 else "this report"
    which = joined([inspection_in_sentence(ds, name) for name in unread])
    return (
        f"Of {many} only the recommendations were read, not the findings: {which}. Were the findings read too, this page could say "
        "whether they looked again at what had been asked before, and found it better or not. Until then it says nothing of it."
    )


def found_sentence(count: int, first: int, last: int) -> str:
    """How many recommendations were found, and which are shown."""
    if not count:
        return "No recommendation matches. Take a word or a filter away."
    shown = "" if last - first + 1 == count else f" {first} to {last} shown; the files below hold all."
    return f"{sentence(counted(count, 'recommendation'))[:-1]} found.{shown}"


def card_note(row: Any) -> str:
    """Beside a recommendation: priority action, asked again, who is asked, for whom, by when, framework tag. ``row``: as ``asked.found``."""
    facts = (
        ("", "Priority action" if row.priority_action else None),
        ("", row.again or None),
        ("Main theme: ", row.themes or None),
        ("Asked of: ", row.addressee),
        ("For: ", row.for_whom),
        ("By when: ", row.timescale),
        ("National Framework: ", row.tag),
    )
    return ". ".join(f"{head}{text}" for head, text in facts if isinstance(text, str)) + "."


@kept
def england_asked_sentence(ds: Dataset) -> str:
    """How much of England's recommendations is held: reports, authorities and words."""
    rows = ds.recommendations
    reports, authorities = rows["inspection"].nunique(), rows["authority"].nunique()
    return f"All of England: {len(rows):,} recommendations from {reports} reports and letters on {counted(authorities, 'authority', 'authorities')}."


@kept
def shares_asked_sentence(ds: Dataset, base: int, counts: pd.Series) -> str:
    """What Ofsted asks for most often, with the base. ``counts``: of inspections by theme, the most often first."""
    if not base:
        return "No full inspection whose recommendations were read counts on this day."
    labels = look_up(ds, "themes", "theme", "label")
    most = [
        f"{lower_first(labels[theme])}, {count} of {base} ({count / base:.0%})"
        for theme, count in counts.head(3).items()
    ]
    return f"{counted_digits(base, 'full inspection')} whose recommendations were read. Asked for most often: {'; '.join(most)}."


@kept
def asked_twice_sentence(ds: Dataset, theme: str, rows: pd.DataFrame, twice: tuple[str, ...]) -> str:
    """Who was asked for a theme, and who in more than one inspection. ``rows``: as ``asked.found``; ``twice``: authorities."""
    label = look_up(ds, "themes", "theme", "label")[theme]
    if rows.empty:
        return f"{label}: nobody is known who was asked for it."
    authorities = rows["authority"].nunique()
    text = (
        f"{label}: asked for in {counted(rows['inspection'].nunique(), 'inspection or visit', 'inspections and visits')}"
        f" of {counted(authorities, 'authority', 'authorities')}."
    )
    if not twice:
        return f"{text} None was asked for it in more than one of them."
    names = listed([authority_name(ds, authority) for authority in twice])
    linked = int((rows["again"] != "").sum())
    same = (
        f" Of {counted(linked, 'recommendation')} a link says that it asks for an earlier matter again."
        if linked
        else ""
    )
    return (
        f"{text} {sentence(number(len(twice)))[:-1]} of them {'was' if len(twice) == 1 else 'were'} asked in more than one: {names}."
        f" The theme is the same; the matter need not be.{same}"
    )


def near_asked_sentence(ds: Dataset, name: str, base: int) -> str:
    """Before the table of what neighbours were asked."""
    if not base:
        return f"Of no statistical neighbour of {name} have the recommendations of a full inspection been read."
    whom = f"{counted(base, 'statistical neighbour')} of {name}"
    return f"What Ofsted asked of {whom}, in the latest full inspection of each: how many of {base} were asked for each main theme."


@kept
def how_much_is_asked(ds: Dataset, read: pd.DataFrame) -> str:
    """How many recommendations a report makes under each framework: shares fall where fewer are made. ``read``: as ``inspections_read``."""
    counts = ds.recommendations["inspection"].value_counts()
    parts = []
    for framework in ds.frameworks["framework"]:
        inspections = read.loc[read["framework"] == framework, "inspection"]
        if len(inspections) >= LEAST:
            mean = counts.reindex(inspections).fillna(0).mean()
            parts.append(f"{inspection_kind(ds, framework)}, {mean:.0f}")
    if len(parts) < 2:
        return ""
    return f" A report asks for more under some frameworks, and each theme then comes more often; recommendations a report: {'; '.join(parts)}."


def latest_asked_sentence(ds: Dataset, inspection: str, count: int) -> str:
    """Before the latest recommendations."""
    return sentence(
        f"{counted(count, 'recommendation')} in {inspection_in_sentence(ds, inspection)}: each in our words, then in Ofsted’s, between quotation marks"
    )
