"""Sentences about several authorities side by side. Every one says as at which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.comparison.standings import Comparison, last_given
from analysis.comparison.transitions import NextRange
from analysis.english import counted, day, joined, lower_first, number, sentence, some, years
from analysis.frameworks import compared_kind, strand_phrases
from analysis.grades.sentences import result_words
from analysis.look_up import each, look_up
from analysis.naming import authorities_named, authority_name, inspection_in_sentence, source_name
from loaders import Dataset, kept

BASIS_WORDS = {
    "begun": "inspections begun by that day, as Ofsted’s statistics count",
    "published": "inspections whose report was published by that day",
}
REPORTS_NAMED = 4
STATE_WORDS = {"none_yet": "without a full inspection yet"}
"""Words of a state after a number, where its label does not read well there."""


ITSELF = "itself and "
SHORT = "†"
"""Behind the name of an authority whose list of inspections ends before the day shown."""


def states_phrase(ds: Dataset, counts: pd.Series, words: dict[str, str]) -> str:
    """``36 Outstanding, 67 Good and 19 Inadequate``: counts by state."""
    grades = set(ds.grade_scale["grade"])
    told = {
        state: words[state] if state in grades else STATE_WORDS.get(state, words[state].lower())
        for state in counts.index
    }
    return joined([f"{count} {told[state]}" for state, count in counts.items()])


@kept
def compare_sentence(ds: Dataset, comparison: Comparison, standings: pd.DataFrame, words: dict[str, str]) -> str:
    """Where the subject stands among those it is compared with, as at which day."""
    subject, name = standings.iloc[0], authority_name(ds, comparison.authorities[0])
    gone = look_up(ds, "authorities", "authority", "status")[comparison.authorities[0]] != "current"
    if gone and pd.notna(subject["grade"]):
        grade = f"{subject['grade_as_published']} {strand_phrases(ds)[comparison.strand]}"
        return f"{name} no longer exists. When it was last inspected, in {day(subject['start'], 'month')}, it was judged {grade}. Choose others above, or its region below, to compare."
    return f"As at {day(comparison.day)} {standing_words(ds, comparison, standings, words)}"


@kept
def standing_words(ds: Dataset, comparison: Comparison, standings: pd.DataFrame, words: dict[str, str]) -> str:
    """The same without the day, to go on after it."""
    subject = standings.iloc[0]
    name, strand = authority_name(ds, comparison.authorities[0]), strand_phrases(ds)[comparison.strand]
    if subject["state"] == "none_yet":
        return f"no full inspection of {name} under today’s kind of inspection ({compared_kind(ds).name}) is known."
    if pd.isna(subject["grade"]):
        reason, given = lower_first(words[subject["state"]]), last_given(ds, comparison)
        last = (
            "" if given is None else f" Its last was {given['grade_as_published']}, in {day(given['start'], 'month')}."
        )
        return f"{name} has no grade of its own {strand}: {reason}.{last}"
    same, grade = int((standings["grade"] == subject["grade"]).sum()), subject["grade_as_published"]
    if len(standings) == 1:
        listed = (ds.neighbours["authority"] == comparison.subject).any()
        others = "above, or its neighbours" if listed else "above, or its region"
        none = "" if listed else " It has no statistical neighbours listed."
        return f"{name} is judged {grade} {strand}.{none} Choose others {others} below, to compare."
    if same == len(standings) == 2:
        return f"both {name} and {authority_name(ds, standings.iloc[1]['authority'])} are judged {grade} {strand}."
    if same == 1 and comparison.group.startswith(ITSELF):
        ended = int((standings["state"] == "not_in_framework").sum())
        later = f" {sentence(number(ended))[:-1]} of them had a later inspection, which gives no such grade."
        return f"{name} is judged {grade} {strand}. None of {comparison.group.removeprefix(ITSELF)} is.{later if ended else ''}"
    if same == 1:
        return f"{name} alone is judged {grade} {strand} among {comparison.group}."
    return f"{name} is one of {same} judged {grade} {strand} among {comparison.group}."


@kept
def basis_sentence(ds: Dataset, comparison: Comparison, short: pd.Series) -> str:
    """What is counted, and how far the lists of these authorities are complete. ``short``: as ``known.short_lists``."""
    text = f"Counted are {BASIS_WORDS[comparison.basis]}."
    if short.empty:
        return f"{text} The list of every authority here is complete to {day(comparison.day)}."
    named = some([authority_name(ds, name) for name in short.index], most=11)
    who = f"{len(short)} of these authorities, marked {SHORT}," if len(short) > 11 else f"{named}, marked {SHORT},"
    return f"{text} For {who} full inspections are listed only to {day(short.min())}: a later report may exist."


def no_longer_judged_sentence(ds: Dataset, strand: str, since: pd.Timestamp) -> str:
    """Said wherever the strand is one that full inspections no longer judge."""
    phrase = strand_phrases(ds)[strand]
    judgement = f"judgement {phrase}" if phrase.startswith("for ") else f"{phrase} judgement"
    return f"Inspections begun since {day(since)} have no {judgement}. None is worked out here in its place."


def standing_title(ds: Dataset, comparison: Comparison, counts: pd.Series, words: dict[str, str]) -> str:
    """Heading of the dot plot."""
    graded = [state for state in counts.index if state in set(ds.grade_scale["grade"])]
    parts = [f"{states_phrase(ds, counts[graded], words)} {strand_phrases(ds)[comparison.strand]}"] if graded else []
    return joined([*parts, *([states_phrase(ds, counts.drop(graded), words)] if len(counts) > len(graded) else [])])


def standing_rows(ds: Dataset, standings: pd.DataFrame, words: dict[str, str]) -> str:
    """Authorities by state, the first of each by name: ``Outstanding (3): York, Hampshire and Hertfordshire``."""
    parts = []
    for state, label in words.items():
        names = [authority_name(ds, name) for name in standings.loc[standings["state"] == state, "authority"]]
        if names:
            parts.append(f"{label} ({len(names)}): {some(names)}")
    return ". ".join(parts) + "."


def full_inspections_sentence(ds: Dataset, every: int, graded: int, strand: str) -> str:
    """How many full inspections there are, and how many of them have a grade on the strand."""
    compared = compared_kind(ds)
    kind = f"under {compared.name}, the kind of full inspection since {day(compared.since, 'month')}"
    if not every:
        return f"No full inspection {kind}, is known by this day."
    if every == 1:
        return f"One full inspection {kind}, {'graded' if graded else 'without a grade of its own'} {strand_phrases(ds)[strand]}."
    how_many = "all" if graded == every else number(graded) if graded else "none"
    return f"{sentence(counted(every, 'full inspection'))[:-1]} {kind}, {how_many} of them graded {strand_phrases(ds)[strand]}."


@kept
def later_sentence(ds: Dataset, comparison: Comparison, later: pd.DataFrame) -> str:
    """Which newer full inspections are known and left out, and what the subject's own newer one decided."""
    names = [authority_name(ds, name) for name in dict.fromkeys(later["authority"])]
    text = f"Newer reports of {some(names, most=4)} are held. They do not count here, because not every list reaches beyond {day(comparison.day)}."
    own = later[later["authority"] == comparison.subject]
    if len(own):
        last = own["inspection"].iloc[-1]
        text += f" The newest of {authority_name(ds, comparison.authorities[0])}, {inspection_in_sentence(ds, last)}: {result_words(ds, last)}."
    return f"{text} To count them, set “Stand at” to the day chosen above."


def ended_sentence(ds: Dataset, authority: str) -> str:
    """Said before the names of its successors, wherever an authority is chosen that no longer exists."""
    return f"{authority_name(ds, authority)} no longer exists. In its place now:"


@kept
def subject_move_sentence(ds: Dataset, comparison: Comparison, pairs: pd.DataFrame) -> str:
    """How the subject moved between its last two inspections, and how the others did, without ranking anyone."""
    latest = pairs.groupby("authority").tail(1)
    own = latest[latest["authority"] == comparison.subject]
    others = latest[(latest["authority"] != comparison.subject) & latest["move"].isin(["up", "down", "same"])]
    name = authority_name(ds, comparison.authorities[0])
    if own.empty:
        text = f"{name} has no two full inspections under {compared_kind(ds).name} to compare."
    else:
        row = own.iloc[0]
        first, last = day(row["earlier_start"], "month"), day(row["later_start"], "month")
        if row["move"] == "no grade":
            text = f"The last two full inspections of {name}, {first} and {last}, did not both give a grade {strand_phrases(ds)[comparison.strand]}."
        else:
            text = f"Between its last two full inspections, {first} and {last}, {name} {_moved(row)} {strand_phrases(ds)[comparison.strand]}."
    if len(others) == 1:
        text += f" {authority_name(ds, others.iloc[0]['authority'])} {_moved(others.iloc[0])}."
    elif len(others):
        moved = others["move"].value_counts()
        text += f" Of the {number(len(others))} others that can be compared, {_none(moved.get('up', 0))} went up, {_none(moved.get('down', 0))} went down and {_none(moved.get('same', 0))} stayed the same."
    return text


@kept
def moved_title(ds: Dataset, comparison: Comparison, pairs: pd.DataFrame) -> str:
    """Heading of grades over time: how many rose, fell and stayed at the last full inspection; the subject by name where it alone rose.

    ``pairs``: the last of each authority, as ``transitions.last_transitions``.
    """
    fair = pairs[pairs["move"].isin(["up", "down", "same"])]
    where = strand_phrases(ds)[comparison.strand]
    if fair.empty:
        return f"Nobody’s last two full inspections can be compared {where}"
    count = fair["move"].value_counts()
    if len(fair) == 1:
        only = fair.iloc[0]
        return f"{authority_name(ds, only['authority'])} {_moved(only)} {where}"
    rose = fair.loc[fair["move"] == "up", "authority"]
    up, down, same = (_none(int(count.get(move, 0))) for move in ("up", "down", "same"))
    if list(rose) == [comparison.subject]:
        up = f"only {authority_name(ds, str(comparison.subject))}"
    return sentence(
        f"{up} rose, {down} fell and {same} kept {'its' if count.get('same', 0) == 1 else 'their'} grade {where}"
    )[:-1]


def since_title(ds: Dataset, comparison: Comparison, since: pd.DataFrame) -> str:
    """Heading of the time since the last full inspection: of the subject beside the middle case."""
    known = since.dropna(subset="days")
    own = known[known["authority"] == comparison.subject]
    if own.empty:
        return f"Time since the last full inspection began, as at {day(comparison.day)}"
    text = f"The last full inspection of {authority_name(ds, str(comparison.subject))} began {years(own['days'].iloc[0])} ago"
    return f"{text}; in the middle case it was {years(known['days'].median())}" if len(known) > 2 else text


def _none(count: int) -> str:
    return number(count) if count else "none"


def _moved(row: Any) -> str:
    moved = row["earlier_rank"] - row["later_rank"]
    steps = abs(int(moved)) if pd.notna(moved) else 0
    return {
        "up": f"went up by {counted(steps, 'grade')}",
        "down": f"went down by {counted(steps, 'grade')}",
        "same": "kept its grade",
        "not comparable": "has two grades that cannot be compared, because the two judgements covered different things,",
        "no grade": "did not have a grade both times",
    }[row["move"]]


def next_words(ds: Dataset, name: str, found: NextRange | None, last: pd.Timestamp) -> str:
    """A range for the next full inspection: an estimate, and said so. ``last``: start of the last one known, if any."""
    if found is None and pd.isna(last):
        return f"We cannot say when the next full inspection of {name} may be, because none under {compared_kind(ds).name} is known yet."
    if found is None:
        return f"We cannot say when the next full inspection of {name} may be. It has waited since {day(last, 'month')}, and too few gaps in England were longer."
    return f"Seen from {day(found.seen)}, the next full inspection of {name} after that of {day(found.last, 'month')} may begin between {day(found.earliest, 'month')} and {day(found.latest, 'month')}. This is an estimate. It looks at the {found.longer} past gaps in England that were longer than its wait so far: eight in ten of them would end in that time{not_counted(found)}. Ofsted announces no dates and may come sooner."


def not_counted(found: NextRange) -> str:
    """``, not counting the time between March 2020 and June 2021``, or nothing without a pause."""
    return f", not counting {joined([str(pause) for pause in found.pauses])}" if found.pauses else ""


def next_span(found: NextRange) -> str:
    """``2028 to 2030``: the years within which the next full inspection is likely."""
    first, last = found.earliest.year, found.latest.year
    return str(first) if first == last else f"{first} to {last}"


def short_name(ds: Dataset, authority: str, short: pd.Series) -> str:
    """The authority's name, marked where its list of inspections ends before the day shown. ``short``: as ``known.short_lists``."""
    return f"{authority_name(ds, authority)} {SHORT}" if authority in short.index else authority_name(ds, authority)


def short_key(short: pd.Series) -> str:
    """What the mark behind a name means; empty where no name bears it."""
    return (
        f" {SHORT} Full inspections listed only to {day(short.min())}: a later report may exist." if len(short) else ""
    )


def since_sentence(ds: Dataset, since: pd.DataFrame) -> str:
    """How long ago the last full inspection of each began."""
    known = since.dropna(subset="days")
    if known.empty:
        return "No full inspection of these authorities is known yet."
    last = known[known["days"] == known["days"].max()]
    whose = some([authority_name(ds, name) for name in last["authority"]])
    text = f"In the middle case the last full inspection began {years(known['days'].median())} ago. The longest ago, {years(last['days'].max())}, {'is that' if len(last) == 1 else 'are those'} of {whose}."
    missing = len(since) - len(known)
    return text + (
        f" {sentence(counted(missing, 'authority has', 'authorities have'))[:-1]} had none yet." if missing else ""
    )


def not_neighbours_sentence(ds: Dataset, pairs: list[tuple[str, str]]) -> str:
    """Said wherever such a pair is compared."""
    if len(pairs) == 1:
        first, other = (authority_name(ds, name) for name in pairs[0])
        return f"{first} and {other} are not statistical neighbours of each other. They differ in ways that matter for children’s services, so compare them with care."
    first = authority_name(ds, pairs[0][0])
    return f"{authorities_named(ds, (other for _, other in pairs))} are not statistical neighbours of {first}, nor it of them. Compare them with care."


def comparison_sources(ds: Dataset, inspections: pd.Series) -> tuple[str, ...]:
    """The documents behind a comparison: the statistics once, the reports by name while they are few."""
    rows = ds.sources[ds.sources["record"].isin(inspections)]
    statistics = rows["statistics"]
    names = [f"{row.publisher}, {row.title}" for row in each(rows[statistics].drop_duplicates("title"))]
    reports = list(rows.loc[~statistics, "record"])
    if len(reports) <= REPORTS_NAMED:
        return tuple(names + [source_name(ds, record) for record in reports])
    return (*names, f"Ofsted, {len(reports)} inspection reports")


def no_beside_sentence(ds: Dataset, authority: str, others: list[str], graded: bool) -> str:
    """Why no table of others stands in the paper. ``graded``: whether an inspection of the authority itself gave grades."""
    name = authority_name(ds, authority)
    if not graded:
        return f"No graded inspection of {name} is known by that day, so it cannot be set beside others."
    if not others:
        return f"No statistical neighbours of {name} are known here and no other authority was chosen, so nothing is set beside it."
    return f"No graded inspection of {authorities_named(ds, others)} is known by that day, so nothing is set beside {name}."


def beside_sentence(ds: Dataset, authority: str, others: Sequence[str], neighbours: bool) -> str:
    """Who stands beside the authority in the table."""
    kind = "the statistical neighbours whose grades are held here" if neighbours else "the authorities chosen"
    return f"{authority_name(ds, authority)} beside {kind}: {authorities_named(ds, others)}. Each grade is as Ofsted published it, at the latest inspection that gave one; inspections lie years apart, and frameworks differ."
