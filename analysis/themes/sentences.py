"""Sentences about themes and how often they come back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from analysis.english import counted, counted_digits, day, joined, listed, lower_first, number, sentence
from analysis.look_up import each
from analysis.naming import inspection_in_sentence, inspection_row, kind_in_sentence
from analysis.recommendations.addressed import Asked, asked_by_theme
from analysis.themes.beside import Own
from analysis.themes.recurrence import NOT_READ, ONE_LOOK, STATUSES, Seen, looks_of_all, theme_recurrence
from analysis.themes.shares import BALANCES, NOT_COVERED
from loaders import Dataset, kept


def look_words(look: Any) -> str:
    """What one inspection says of a theme: ``2 strengths, 1 mixed; recommendation``."""
    parts = [
        counted_digits(look.strengths, "strength"),
        counted_digits(look.mixed, "mixed", "mixed"),
        counted_digits(look.concerns, "concern"),
    ]
    text = ", ".join(part for part in parts if part)
    if look.asked:
        text = f"{text}; recommendation" if text else "recommendation"
    return text or "only in a summary"


def themes_title(name: str, statuses: pd.DataFrame) -> str:
    """Heading of the theme chart: how many themes keep coming back."""
    if statuses.empty:
        return f"No report on {name} is coded yet"
    if one_look(statuses):
        count = statuses["status"].value_counts()
        raised = counted(int(count.get("newly_raised", 0)), "theme")
        return (
            f"{name}: {raised} raised and {number(int(count.get('steady_strength', 0)))} praised in the one report read"
        )
    count = statuses["status"].value_counts()
    back = int(count.reindex(["recurring", "raised_again"]).sum())
    parts = [f"{counted(back, 'theme keeps', 'themes keep')} coming back" if back else "no theme keeps coming back"]
    for status, phrase in (("slipped_back", "slipped back"), ("now_praised", "once raised {} now praised")):
        if status in count:
            parts.append(f"{number(count[status])} {phrase.format('is' if count[status] == 1 else 'are')}")
    return f"{name}: {joined(parts[:2])}"


def themes_sentence(ds: Dataset, name: str, statuses: pd.DataFrame) -> str:
    """Under the theme chart: what recurs, what slipped back, what is praised now, and which gaps there are."""
    if statuses.empty:
        return f"No report on {name} has been read paragraph by paragraph yet, so no theme can be followed."
    if one_look(statuses):
        names = theme_names(ds, statuses[statuses["status"] == "newly_raised"])
        raised = sentence(f"raised: {listed(names)}") if names else "No theme was raised."
        return (
            f"Only one report has been read paragraph by paragraph, so nothing can be said of what comes back. {raised}"
        )
    parts = []
    for status, phrase in (
        ("recurring", "raised in a row: "),
        ("raised_again", "raised again: "),
        ("slipped_back", "slipped back: "),
        ("now_praised", "raised before and now praised: "),
    ):
        names = theme_names(ds, statuses[statuses["status"] == status])
        if names:
            parts.append(sentence(phrase + listed(names, most=3 if status == "now_praised" else 6)))
    text = " ".join(parts) or "No theme that was raised has come back."
    return f"{text} {gaps_sentence(ds, statuses)}".strip()


def quiet_title(name: str, statuses: pd.DataFrame) -> str:
    """Heading of the chart of what was never raised: ``York: 18 themes were raised in no report read in full``."""
    none = int((statuses["status"] == "not_covered").sum())
    raised = len(statuses) - none
    parts = [f"{counted(raised, 'theme was', 'themes were')} raised in no report read in full"] if raised else []
    if none:
        parts.append(f"{counted(none, 'theme has', 'themes have')} no look that counts")
    return f"{name}: {joined(parts)}"


def quiet_sentence(statuses: pd.DataFrame) -> str:
    """Under it: the first themes below each of its headings."""
    parts = statuses.groupby("status_label", sort=False)["label"]
    return " ".join(f"{label}: {listed([lower_first(name) for name in names])}." for label, names in parts)


def folded_words(themes: int) -> str:
    """Over the themes that are folded away."""
    return f"The other {counted(themes, 'theme', 'themes')}: raised in no report read in full, or not looked at there"


@kept
def status_words(ds: Dataset, authority: str, theme: str) -> str:
    """What the status of a theme means, and on which inspection it rests alone if it does. Empty where nothing was read."""
    row = _by_theme(ds, authority)[theme]
    if row.status_label == NOT_READ:
        return ""
    meaning = "" if row.status_label in ONE_LOOK.values() else f": {lower_first(STATUSES[row.status])}"
    close = close_call_words(ds, row.close_call).replace("yes: rests", " A close call: it rests")
    return f"{row.status_label}{meaning}.{close}{'.' * bool(close)}"


@kept
def _by_theme(ds: Dataset, authority: str) -> dict[str, Any]:
    """The rows of ``theme_recurrence``, by theme."""
    return {row.theme: row for row in each(theme_recurrence(ds, authority))}


def note_words(theme: Any, with_status: bool) -> str:
    """Beside a theme in a chart: its status where its heading does not say it, and how often in a row it was raised."""
    parts = [theme.status_label] if with_status else []
    if theme.status == "recurring" and theme.run > 2:
        parts.append(f"{theme.run} in a row")
    return ", ".join(parts)


def one_look(statuses: pd.DataFrame) -> bool:
    """Whether these statuses rest on one report alone. ``statuses``: as ``recurrence.theme_recurrence``."""
    return bool(statuses["status_label"].isin(ONE_LOOK.values()).any())


def themes_alt(name: str, statuses: pd.DataFrame, looks: pd.DataFrame) -> str:
    """The theme chart in words: status by status, the first themes of each by name."""
    parts = [
        f"{label} ({len(part)}): {listed(list(part['label']), most=3)}."
        for label, part in statuses.groupby("status_label", sort=False)
    ]
    inspections = counted(looks["inspection"].nunique(), "inspection or visit", "inspections and visits")
    return f"Chart of {len(statuses)} themes of {name}, one row each, over {inspections}. {' '.join(parts)} The table names them all."


def close_call_words(ds: Dataset, inspection: str | None) -> str:
    """Says that a status rests on one code, and where."""
    if not isinstance(inspection, str):
        return ""
    return f"yes: rests on one paragraph of {inspection_in_sentence(ds, inspection)}"


def theme_names(ds: Dataset, statuses: pd.DataFrame) -> list[str]:
    """Labels inside a sentence, each with who asked for it after the look on which its status rests, a report read for its
    recommendations alone; else who looked at a part of it since; else, where nobody did, when it was last looked at."""
    names = []
    for row in each(statuses):
        behind = ""
        if since := asked_since(ds, row):
            behind = f" (asked for since in {inspection_in_sentence(ds, since[-1].inspection)})"
        elif narrow := narrow_since(ds, row):
            behind = f" (looked at in part since, in {inspection_in_sentence(ds, narrow[-1].inspection)})"
        elif row.not_covered_since:
            behind = f" (last looked at in {inspection_in_sentence(ds, row.last_counted)})"
        names.append(lower_first(row.label) + behind)
    return names


def asked_since(ds: Dataset, row: Any) -> list[Asked]:
    """Who asked for a theme after the last look that counts. ``row``: of ``recurrence.theme_recurrence``."""
    return [asked for asked in _asked(ds, row) if asked.start > inspection_row(ds, row.last_counted).start]


def asked_before(ds: Dataset, row: Any) -> list[Asked]:
    """Who asked for a theme before the last look that counts, in a report read for its recommendations alone."""
    last = inspection_row(ds, row.last_counted).start
    return [asked for asked in _asked(ds, row) if asked.start < last and not asked.coded]


def narrow_since(ds: Dataset, row: Any) -> list[Seen]:
    """The looks at a theme after the last that counts: those of visits, which raise nothing and close nothing."""
    last = inspection_row(ds, row.last_counted).start
    return [seen for seen in _looks(ds, row) if seen.start > last and seen.look.balance != "none"]


def always_praised(ds: Dataset, row: Any) -> bool:
    """Whether each look at a theme is strong, those that do not count too."""
    return all(seen.look.balance in ("strong", "none") for seen in _looks(ds, row))


def _looks(ds: Dataset, row: Any) -> list[Seen]:
    return looks_of_all(ds).get(inspection_row(ds, row.last_counted).authority, {}).get(row.theme, [])


def _asked(ds: Dataset, row: Any) -> list[Asked]:
    return asked_by_theme(ds).get((inspection_row(ds, row.last_counted).authority, row.theme), [])


MOST_GAPS = 4
"""Inspections and visits that a sentence names one by one."""


def gaps_sentence(ds: Dataset, statuses: pd.DataFrame) -> str:
    """Which known inspections and visits were not read paragraph by paragraph, and so do not count; empty if none.

    In order of start; where there are many, those of a kind are counted: ``seven monitoring visits, from May 2021 to March 2024``.
    """
    names = {gap for names in statuses["gaps"] for gap in names.split("; ") if gap}
    gaps = sorted(names, key=lambda gap: (inspection_row(ds, gap).start, gap))
    if not gaps:
        return ""
    words = [inspection_in_sentence(ds, gap) for gap in gaps] if len(gaps) <= MOST_GAPS else _gaps_by_kind(ds, gaps)
    return f"Not coded, so not counted: {joined(words)}."


def _gaps_by_kind(ds: Dataset, gaps: list[str]) -> list[str]:
    kinds: dict[str, list[str]] = {}
    for gap in gaps:
        kinds.setdefault(kind_in_sentence(ds, inspection_row(ds, gap).framework), []).append(gap)
    parts = []
    for kind, of in kinds.items():
        first, last = (day(inspection_row(ds, gap).start, "month") for gap in (of[0], of[-1]))
        many = f"{counted(len(of), kind)} ({first} to {last})"
        parts.append(inspection_in_sentence(ds, of[0]) if len(of) == 1 else many)
    return parts


def side_by_side_title(names: Sequence[str], contrasts: Sequence[str]) -> str:
    """Heading of themes side by side. ``names``: of those read, the first of whom it is about; ``contrasts``: where others are strong and it is not."""
    if len(names) < 2:
        return "Themes side by side need two reports that were read"
    others = joined(list(names[1:])) if len(names) < 4 else f"{number(len(names) - 1)} others"
    if not contrasts:
        return f"{names[0]} beside {others}: none is strong where it is weak or mixed"
    return f"{names[0]} beside {others}: {counted(len(contrasts), 'theme', 'themes')} to learn from"


def side_by_side_sentence(names: Sequence[str], contrasts: Sequence[str]) -> str:
    """Under it: on which themes the first is weak or mixed where another is strong."""
    if len(names) < 2:
        read = f"Only the report on {names[0]}" if names else "No latest report of these"
        return f"{read} was read paragraph by paragraph. So nothing stands side by side."
    text = f"Each column is the latest full inspection of one authority: {joined(list(names))}."
    if not contrasts:
        return f"{text} On no theme is {names[0]} weak or mixed where another is strong."
    return f"{text} {names[0]} is weak or mixed, and another strong, on {listed([lower_first(label) for label in contrasts])}."


def beside_title(name: str, label: str, own: Own | None) -> str:
    """Heading of a theme beside others: ``Supervision: strong in the latest report on York``."""
    if own is None:
        return f"{label}: no report on {name} was read that counts"
    return (
        f"{label}: not covered in the latest report on {name}"
        if own.balance == NOT_COVERED
        else f"{label}: {own.balance} in the latest report on {name}"
    )


@kept
def beside_sentence(ds: Dataset, own: Own | None, table: pd.DataFrame) -> str:
    """How the authority stands on a theme, and how many of each group do. ``table``: as ``themes.beside.theme_beside``."""
    parts = []
    if own is not None:
        said = f": {look_words(own.look)}" if own.look is not None else ""
        stands = (
            "says nothing of it"
            if own.balance == NOT_COVERED and not said
            else f"is {BALANCES[own.balance].lower()}{said}"
        )
        parts.append(sentence(f"{inspection_in_sentence(ds, own.inspection)} {stands}"))
    for row in each(table):
        weak = f"{row.weak or 'none'} weak" + (
            f", {row.not_covered} do not cover it"
            if row.not_covered > 1
            else ", one does not cover it"
            if row.not_covered
            else ""
        )
        parts.append(
            f"{row.who}: {row.strong or 'none'} of {row.base} are strong, {row.mixed or 'none'} mixed, {weak}."
        )
    return " ".join(parts) or "No full inspection that counts on this day was read paragraph by paragraph."


@kept
def praised_sentence(ds: Dataset, name: str, label: str, found: int, shown: int) -> str:
    """Before the cards: how many others are praised for a theme, and in which order they stand."""
    if not found:
        return f"No other authority is known whose latest report is strong on {lower_first(label)}."
    rest = f" The first {number(shown)} are shown." if shown < found else ""
    who = sentence(counted(found, "other authority is", "other authorities are"))[:-1]
    return f"{who} strong on {lower_first(label)} in the latest report. Statistical neighbours of {name} stand first, the nearest before all, then its region, then the others by name.{rest}"


def pair_title(label: str, direction: str) -> str:
    """Heading of a pair of quotes: ``Supervision: criticised then, praised now``."""
    return f"{label}: {'criticised then, praised now' if direction == 'better' else 'praised then, criticised now'}"
