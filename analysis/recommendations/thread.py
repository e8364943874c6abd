"""One recommendation as one thread: what Ofsted said, what the council reported, what later inspections found."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from analysis import citations, english, naming
from analysis.findings.evidence import Facets, findings
from analysis.known import known_inspections
from analysis.look_up import each, look_up, rows
from analysis.recommendations.actions import actions_of, plan_name, plans_answering, progress_by_recommendation
from analysis.recommendations.sentences import (
    SAYS_WORDS,
    late_words,
    on_the_matter,
    plan_words,
    reading_words,
    step_words,
    still_true_words,
    thread_headline,
)
from analysis.recommendations.thread_rule import (
    evidence,
    primary_themes,
    recommendation_headlines,
    recommendation_paths,
    still_true,
)
from analysis.selection import Selection
from loaders import Dataset, kept


class Thread(NamedTuple):
    """All that is shown of one recommendation. Frames may be empty; ``progress`` is None where no plan answers."""

    recommendation: pd.Series
    themes: list[str]
    headline: str
    matter: str
    """What the paragraphs on the very matter say, where the reading says otherwise; or that there is none."""
    reading: str
    steps: list[str]
    progress: str | None
    actions: pd.DataFrame
    outcomes: pd.DataFrame
    later: list[tuple[str, str, pd.DataFrame]]


@kept
def threads(
    ds: Dataset,
    inspection: str,
    statuses: tuple[str, ...] = (),
    leads: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
) -> list[Thread]:
    """The threads of an inspection's recommendations, in its order.

    Those stay that have an action with one of the statuses and one of the leads, and one of the themes; empty means all.
    """
    plan = actions_of(ds, inspection.split("/")[0])
    return [
        thread
        for thread in _threads(ds, inspection)
        if _matches(ds, thread.recommendation, plan, statuses, leads, themes)
    ]


@kept
def _threads(ds: Dataset, inspection: str) -> tuple[Thread, ...]:
    """All threads of an inspection, kept for the next page run: a filter or a meeting's next screen reads them again."""
    authority = inspection.split("/")[0]
    paths = by_recommendation(recommendation_paths(ds, authority))
    headlines = by_recommendation(recommendation_headlines(ds, authority))
    plan = actions_of(ds, authority)
    asked = rows(ds, "recommendations", "inspection", inspection)
    found = []
    for _, row in asked.iterrows():
        key = row["inspection"], row["recommendation"]
        found.append(_thread(ds, row, paths.get(key, []), next(iter(headlines.get(key, [])), None), plan))
    return tuple(found)


def by_recommendation(frame: pd.DataFrame) -> dict[tuple[str, str], list]:
    """The rows of a frame as tuples, by inspection and recommendation."""
    found: dict[tuple[str, str], list] = {}
    for row in each(frame):
        found.setdefault((row.inspection, row.recommendation), []).append(row)
    return found


@kept
def with_recommendations(ds: Dataset, selection: Selection) -> list[str]:
    """Inspections of the subject that are known and whose recommendations are held, newest first."""
    known = known_inspections(ds, selection.subject)["inspection"]
    held = look_up(ds, "recommendations", "inspection", "authority")
    return [inspection for inspection in known[::-1] if inspection in held]


@kept
def followed_first(ds: Dataset, options: list[str]) -> str:
    """The inspection that a paper follows: the newest that a plan answers, else the newest coded one that a later one could look at."""
    plans, depths = look_up(ds, "plans", "inspection", "plan"), look_up(ds, "inspections", "inspection", "depth")
    planned = [inspection for inspection in options if inspection in plans]
    followed = [inspection for inspection in options if depths[inspection] == "coded"]
    return (planned or followed[1:] or followed or options)[0]


def _matches(
    ds: Dataset,
    row: pd.Series,
    plan: pd.DataFrame,
    statuses: tuple[str, ...],
    leads: tuple[str, ...],
    themes: tuple[str, ...],
) -> bool:
    mine = _of(plan, row)
    if statuses:
        mine = mine[mine["status_label"].isin(statuses)]
    if leads:
        mine = mine[mine["leads"].isin(leads)]
    has_theme = not themes or bool(_of(ds.recommendation_themes, row)["theme"].isin(themes).any())
    return has_theme and (len(mine) > 0 or not (statuses or leads))


def _of(frame: pd.DataFrame, row: pd.Series) -> pd.DataFrame:
    return frame[(frame["inspection"] == row["inspection"]) & (frame["recommendation"] == row["recommendation"])]


def _thread(ds: Dataset, row: pd.Series, path: list, headline: Any, plan: pd.DataFrame) -> Thread:
    """One thread. ``path`` and ``headline``: its rows of ``recommendation_paths`` and ``recommendation_headlines``."""
    mine = _of(plan, row) if len(plan) else plan
    labels = look_up(ds, "themes", "theme", "label")
    return Thread(
        recommendation=row,
        themes=[labels[theme] for theme in primary_themes(ds, row["inspection"], row["recommendation"])],
        headline=thread_headline(ds, headline)
        if headline
        else "This report is not coded, so its recommendations cannot be followed.",
        matter=on_the_matter(ds, headline) if headline and isinstance(headline.later, str) else "",
        reading=headline.reading if headline else "not_looked_at",
        steps=[step_words(ds, step) for step in path],
        progress=_progress(ds, row) if len(mine) else None,
        actions=_actions_table(ds, mine) if len(mine) else pd.DataFrame(),
        outcomes=_outcomes_table(ds, row) if len(mine) else pd.DataFrame(),
        later=[_later(ds, row, step) for step in path if step.reading != "not_looked_at"],
    )


_AGREES = {
    "positive": ["strength"],
    "good_signs": ["strength"],
    "mixed": ["mixed", "concern"],
    "still_a_concern": ["concern", "mixed"],
}
"""For each reading that rests on paragraphs, the verdicts that speak for it, the plainest first."""


@kept
def key_evidence(ds: Dataset, inspection: str, recommendation: str) -> tuple[str, str] | None:
    """What the latest reading rests on, in our words, and where it stands: the recommendation that asks again, or the
    paragraph that speaks for the reading, one on the very matter first. None while no later inspection has looked.
    """
    paths = recommendation_paths(ds, inspection.split("/")[0])
    mine = paths[(paths["inspection"] == inspection) & (paths["recommendation"] == recommendation)]
    looked = mine[mine["reading"] != "not_looked_at"]
    if looked.empty:
        return None
    last = looked.iloc[-1]
    if isinstance(last["by"], str):
        asks = rows(ds, "recommendations", "inspection", last["later"]).set_index("recommendation")
        return asks["summary"][last["by"]], citations.recommendation_place(ds, last["later"], last["by"])
    rank = {verdict: place for place, verdict in enumerate(_AGREES[last["reading"]])}
    found = list(each(evidence(ds, inspection, recommendation, last["later"])))
    agrees = [row for row in found if row.verdict in rank]
    best = sorted(agrees, key=lambda row: (not row.linked, rank[row.verdict], row.is_summary))
    paragraph = (best or found)[0].paragraph
    said = rows(ds, "findings", "inspection", last["later"]).set_index("paragraph")
    return said["summary"][paragraph], citations.place(ds, last["later"], paragraph)


def _progress(ds: Dataset, row: pd.Series) -> str:
    """What each plan that answers the recommendation reports."""
    reported = _of(progress_by_recommendation(ds, row["inspection"].split("/")[0]), row)
    return " ".join(plan_words(progress, plan_name(ds, progress.plan)) for progress in each(reported))


def _which(ds: Dataset, answers: pd.DataFrame) -> dict[str, list[str]]:
    """A column that says of which plan each row is, where more than one answers the inspection; else none."""
    several = any(len(plans_answering(ds, inspection)) > 1 for inspection in answers["inspection"].unique())
    return {"Plan": [plan_name(ds, plan).strip("“”") for plan in answers["plan"]]} if several else {}


def _actions_table(ds: Dataset, actions: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        _which(ds, actions)
        | {
            "Action": actions["action"],
            "What is to be done": actions["summary"],
            "Lead, as printed": actions["leads"],
            "Deadline, as printed": actions["deadline_as_published"],
            "Status in the plan’s words": [
                a.status_as_published if isinstance(a.status_as_published, str) else a.status_label
                for a in each(actions)
            ],
            "What the council reported": actions["progress"],
            "To note": [english.sentence(late) if (late := late_words(a)) else "" for a in each(actions)],
        }
    )


def _outcomes_table(ds: Dataset, row: pd.Series) -> pd.DataFrame:
    outcomes = _of(ds.expected_outcomes, row)
    links = ds.outcome_links
    later = []
    for outcome in each(outcomes):
        mine = links[(links["plan"] == outcome.plan) & (links["outcome"] == outcome.outcome)]
        lines = [
            f"{citations.place(ds, link.inspection, link.paragraph)}: {SAYS_WORDS[link.says]}. {link.why}"
            for link in each(mine)
        ]
        later.append(" ".join(lines) or "nothing yet")
    return pd.DataFrame(
        _which(ds, outcomes)
        | {
            "Outcome": outcomes["outcome"],
            "What the plan expects": outcomes["summary"],
            "What a later inspection said of it": later,
        }
    )


def _later(ds: Dataset, row: pd.Series, step: Any) -> tuple[str, str, pd.DataFrame]:
    """Heading, reason of a link (or nothing), and the findings of one later inspection."""
    table = evidence(ds, row["inspection"], row["recommendation"], step.later)
    shown = table if step.only_summaries else table[~table["is_summary"]]
    paragraphs = table.loc[table["linked"], "paragraph"] if table["linked"].any() else shown["paragraph"]
    found = findings(ds, Facets(inspections=(step.later,), paragraphs=tuple(paragraphs)))
    heading = f"{english.sentence(naming.inspection_in_sentence(ds, step.later).removeprefix('the '))[:-1]}: {reading_words(step.reading, step.for_whom)}"
    notes = [
        step.why if isinstance(step.why, str) else "",
        "Only summary paragraphs speak to it." if step.only_summaries else "",
    ]
    return heading, " ".join(note for note in notes if note), found


@kept
def asked_once(ds: Dataset, authority: str) -> list[tuple[str, list[str]]]:
    """Return what Ofsted asked the authority for once and a later inspection still found: its summary, and what is said of it."""
    matter = ["inspection", "recommendation"]
    summaries = ds.recommendations.set_index(matter)["summary"]
    return [
        (summaries[key], [line for row in each(found) for line in (still_true_words(ds, row), row.why)])
        for key, found in still_true(ds, authority).groupby(matter, sort=False)
    ]
