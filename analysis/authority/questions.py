"""Questions a committee may wish to ask: curated rules (``data/questions.yaml``) filled in from the evidence.

Each rests on one paragraph, or on a grade, and its date. The most pressing come first: a grade fell, asked again, in part
too, slipped back, turned round by a neighbour, recurring, newly asked, past its date; no theme is asked about twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analysis import english, naming
from analysis.authority.sentences import agenda_item
from analysis.comparison.neighbours import near_ones
from analysis.england.turned_round import lessons
from analysis.findings.paragraphs import first_with
from analysis.frameworks import strand_phrases
from analysis.grades.comparability import moves, strand_cells
from analysis.known import known_inspections
from analysis.look_up import each, look_up
from analysis.recommendations.actions import past_their_date, plan_name, plans_answering
from analysis.recommendations.addressed import asked_of_authority
from analysis.recommendations.thread_rule import evidence, recommendation_paths
from analysis.themes.recurrence import theme_looks, theme_recurrence
from analysis.themes.sentences import asked_since, narrow_since
from loaders import Dataset, kept

GRADES = "grades"
"""What a question is about that rests on a grade, in place of a theme."""

COLUMNS = ["rule", "theme", "ask", "question", "inspection", "paragraph", "date", "earlier"]


@kept
def committee_questions(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per question, the most pressing first.

    Columns: rule, theme (``grades`` where it is about a grade), ask (whom), question, inspection (on which it rests), paragraph
    (None for a grade), date (of publication), earlier (the inspection that it is set against; None where there is none).
    """
    if ds.question_rules.empty:
        return pd.DataFrame(columns=COLUMNS)
    makers = {
        "grade_fell": _grade_fell,
        "asked_again": _asked_again,
        "asked_again_in_part": _asked_again_in_part,
        "slipped_back": _slipped_back,
        "turned_nearby": _turned_nearby,
        "recurring": _recurring,
        "newly_asked": _newly_asked,
        "past_its_date": _past_its_date,
    }
    rows, themes = [], set()
    for rule in each(ds.question_rules):
        for theme, inspection, paragraph, words in makers[rule.rule](ds, authority):
            if theme in themes or (paragraph is None and theme != GRADES):
                continue
            themes.add(theme)
            question = english.sentence(rule.words.format(**words))
            rows.append(
                (
                    rule.rule,
                    theme,
                    rule.ask,
                    question,
                    inspection,
                    paragraph,
                    naming.inspection_row(ds, inspection).published,
                    words.get("against"),
                )
            )
    return pd.DataFrame(rows[: int(ds.question_rules["most"].iloc[0])], columns=COLUMNS)


@kept
def agenda(ds: Dataset, authority: str) -> list[str]:
    """Return each of these questions as an item for an agenda."""
    return [agenda_item(ds, row) for row in each(committee_questions(ds, authority))]


Filled = Iterator[tuple[str, str, str | None, dict[str, str]]]


def _grade_fell(ds: Dataset, authority: str) -> Filled:
    """The first strand that fell, in the order of strands: overall where that fell."""
    table = moves(strand_cells(ds, [authority]))
    fell = table[table["move"] == "down"]
    if fell.empty:
        return
    scale = (
        ds.grade_words.dropna(subset="grade")
        .drop_duplicates("grade_as_published")
        .set_index("grade_as_published")["grade"]
    )
    short = look_up(ds, "grade_scale", "grade", "label")
    first = fell.iloc[0]
    others = len(fell) - 1
    more = f" ({english.counted(others, 'other')} fell too)" if others else ""
    words = {
        "strand": strand_phrases(ds)[first["strand"]] + more,
        "before": short[scale[first["earlier_grade"]]],
        "after": short[scale[first["later_grade"]]],
        "earlier": _month(ds, first["earlier"]),
        "later": _month(ds, first["later"]),
        "against": first["earlier"],
    }
    yield GRADES, first["later"], None, words


def _asked_again(ds: Dataset, authority: str) -> Filled:
    yield from _returned(ds, authority, "asked_again")


def _asked_again_in_part(ds: Dataset, authority: str) -> Filled:
    yield from _returned(ds, authority, "asked_again_in_part")


def _returned(ds: Dataset, authority: str, reading: str) -> Filled:
    """What the latest inspection asked the authority for again. The theme is the earlier one's own: that is the matter."""
    paths = recommendation_paths(ds, authority)
    if paths.empty:
        return
    asked = asked_of_authority(ds)
    latest = paths[(paths["start"] == paths["start"].max()) & (paths["reading"] == reading)]
    for row in each(latest.sort_values("inspection", ascending=False)):
        if (row.inspection, row.recommendation) not in asked:
            continue
        theme = _shared(ds, row)
        table = evidence(ds, row.inspection, row.recommendation, row.later)
        said = table[table["said"].isin(["still_true", "partly"])].sort_values("said", ascending=False)
        paragraph = _first(said) or _worst(ds, row.later, theme) or _first(table)
        yield (
            theme,
            row.later,
            paragraph,
            _words(ds, theme, row.later, paragraph) | _against(ds, row.inspection),
        )


def _shared(ds: Dataset, row: Any) -> str:
    """The primary theme of the earlier recommendation, preferring one that the later has among its own."""
    themes = ds.recommendation_themes
    earlier = themes[
        (themes["inspection"] == row.inspection) & (themes["recommendation"] == row.recommendation) & themes["primary"]
    ]["theme"]
    later = themes[(themes["inspection"] == row.later) & (themes["recommendation"] == row.by)]["theme"]
    both = [theme for theme in earlier if theme in set(later)]
    return (both or list(earlier))[0]


def _slipped_back(ds: Dataset, authority: str) -> Filled:
    for row, looks in _with_status(ds, authority, "slipped_back"):
        paragraph = _worst(ds, row.last_counted, row.theme)
        yield (
            row.theme,
            row.last_counted,
            paragraph,
            _words(ds, row.theme, row.last_counted, paragraph) | _against(ds, looks["inspection"].iloc[-2]),
        )


def _turned_nearby(ds: Dataset, authority: str) -> Filled:
    """The first theme that keeps coming back and that a statistical neighbour turned round: one is enough to ask about."""
    for lesson in lessons(ds, authority, near_ones(ds, authority)):
        if lesson.turned:
            nearest = lesson.turned[0]
            last = theme_recurrence(ds, authority).set_index("theme")["last_counted"][lesson.theme]
            paragraph = _worst(ds, last, lesson.theme)
            neighbour = {
                "neighbour": naming.authority_name(ds, nearest.authority),
                "turned": _month(ds, nearest.turn.later.inspection),
                "against": nearest.turn.later.inspection,
            }
            yield lesson.theme, last, paragraph, _words(ds, lesson.theme, last, paragraph) | neighbour
            return


def _recurring(ds: Dataset, authority: str) -> Filled:
    for row, looks in _with_status(ds, authority, "recurring"):
        paragraph = _worst(ds, row.last_counted, row.theme)
        looked = asked_since(ds, row) or narrow_since(ds, row)
        since = " and not looked at since" if row.not_covered_since and not looked else ""
        yield (
            row.theme,
            row.last_counted,
            paragraph,
            _words(ds, row.theme, row.last_counted, paragraph)
            | {"since": since}
            | _against(ds, looks["inspection"].iloc[-2]),
        )


def _newly_asked(ds: Dataset, authority: str) -> Filled:
    """What the latest inspection asked for on a theme that was not raised before, the weakest first."""
    rows = [row for row, _ in _with_status(ds, authority, "newly_raised") if row.asked]
    latest = max((naming.inspection_row(ds, row.last_counted).start for row in rows), default=None)
    if latest is None or _read_since(ds, authority, latest):
        return
    for row in sorted(rows, key=lambda row: row.last_balance != "weak"):
        if naming.inspection_row(ds, row.last_counted).start == latest:
            paragraph = _worst(ds, row.last_counted, row.theme)
            yield row.theme, row.last_counted, paragraph, _words(ds, row.theme, row.last_counted, paragraph)


def _read_since(ds: Dataset, authority: str, start: Any) -> bool:
    """Whether a full inspection has begun since."""
    known = known_inspections(ds, authority)
    return bool((known["inspection"].isin(ds.grades["inspection"]) & (known["start"] > start)).any())


def _past_its_date(ds: Dataset, authority: str) -> Filled:
    """Only while no full inspection has begun after the plan: then the inspection answers, not the plan."""
    known = known_inspections(ds, authority)
    for action in each(past_their_date(ds, authority)):
        if _read_since(ds, authority, action.version_date) or action.inspection not in set(known["inspection"]):
            continue
        theme = _primary(ds, action.inspection, action.recommendation)
        paragraph = _worst(ds, action.inspection, theme)
        words = _words(ds, theme, action.inspection, paragraph)
        several = len(plans_answering(ds, action.inspection)) > 1
        yield (
            theme,
            action.inspection,
            paragraph,
            words
            | {
                "action": f"{action.action} of {plan_name(ds, action.plan)}" if several else action.action,
                "deadline": english.day(action.deadline),
                "date": english.day(action.version_date),
            },
        )


def _with_status(ds: Dataset, authority: str, status: str) -> Iterator[tuple]:
    looks, statuses = theme_looks(ds, authority), theme_recurrence(ds, authority)
    for row in each(statuses[statuses["status"] == status]):
        yield row, looks[(looks["theme"] == row.theme) & looks["counts"]]


def _words(ds: Dataset, theme: str, inspection: str, paragraph: str | None) -> dict[str, str]:
    label = look_up(ds, "themes", "theme", "label")[theme]
    return {
        "theme": english.lower_first(label),
        "later": _month(ds, inspection),
        "place": f"paragraph {paragraph}",
        "date": "",
    }


def _against(ds: Dataset, inspection: str) -> dict[str, str]:
    """The earlier inspection that a question sets the later one against."""
    return {"earlier": _month(ds, inspection), "against": inspection}


def _month(ds: Dataset, inspection: str) -> str:
    row = naming.inspection_row(ds, inspection)
    return english.day(row.start, "year" if row.date_precision == "year" else "month")


def _primary(ds: Dataset, inspection: str, recommendation: str) -> str:
    themes = ds.recommendation_themes
    return themes.loc[
        (themes["inspection"] == inspection) & (themes["recommendation"] == recommendation) & themes["primary"], "theme"
    ].iloc[0]


def _worst(ds: Dataset, inspection: str, theme: str) -> str | None:
    """The paragraph that is hardest on the theme: a concern, else mixed; not a summary."""
    return first_with(ds, inspection, theme, ("concern", "mixed", "strength"))


def _first(table: pd.DataFrame) -> str | None:
    return None if table.empty else table["paragraph"].iloc[0]
