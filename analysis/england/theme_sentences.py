"""Sentences about what reports of all England say of themes, about themes over time, and who turned one round."""

from __future__ import annotations

import pandas as pd

from analysis.citations import page_link, place
from analysis.england.reports_read import EVERY, read_once
from analysis.england.themes_over_time import Time
from analysis.england.turned_round import BETTER, Lesson, Turned
from analysis.english import counted, joined, listed, lower_first, number, sentence, some
from analysis.look_up import each, look_up
from analysis.naming import authority_name
from analysis.themes.sentences import pair_title
from analysis.themes.shares import LEAST
from loaders import Dataset, kept


@kept
def themes_title(ds: Dataset, shares: pd.DataFrame, part: str) -> str:
    """Heading of the chart of themes: what is weak most often. ``shares``: as ``themes.shares.theme_shares``."""
    if shares.empty or not shares["base"].iloc[0]:
        return "No report has been read that counts here"
    first, second = (row for row in each(shares.nlargest(2, "weak")))
    of = f"{first.base} latest reports" + ("" if part == EVERY else f" ({part})")
    more = ", more than any other theme" if first.weak > second.weak else ""
    return f"{first.label}: weak in {_none(first.weak)} of {of}{more}"


@kept
def themes_sentence(ds: Dataset, shares: pd.DataFrame, inspections: tuple[str, ...]) -> str:
    """Under the chart of themes: what is weak, strong and not covered most often, always with the base."""
    if not inspections:
        return "No full inspection that counts on this day was read paragraph by paragraph."
    told = []
    for column, words in (("weak", "weak"), ("strong", "strong"), ("not_covered", "not covered")):
        most = shares.sort_values(column, ascending=False, kind="stable").head(3)
        named = [f"{lower_first(row.label)} ({getattr(row, column)})" for row in each(most)]
        told.append(f"Most often {words}: {listed(named)}.")
    counted_here = sentence(counted_reports(ds, inspections))
    return f"{counted_here} {' '.join(told)} A theme that is not covered is no strength."


def counted_reports(ds: Dataset, inspections: tuple[str, ...]) -> str:
    """``153 latest full inspections, one for each authority, 151 of them read once``."""
    once = read_once(ds, inspections)
    how = "each read once" if once == len(inspections) else f"{_none(once)} of them read once"
    return f"{counted(len(inspections), 'latest full inspection')}, one for each authority, {how}"


def _none(count: int) -> str:
    return f"{count:,}" if count else "none"


def _do(count: int) -> str:
    return "does" if count == 1 else "do"


def share_words(weak: int, base: int) -> str:
    """``54 of 153 (35%)``: a share with its base."""
    return f"{weak} of {base} ({weak / base:.0%})"


@kept
def dividing_title(ds: Dataset, divided: pd.DataFrame, better: str, worse: str) -> str:
    """Heading of the chart by grade: which themes divide two grades. ``divided``: as ``themes_of_england.dividing``."""
    if divided.empty:
        return f"Too few reports gave {better} or {worse}"
    names = listed([lower_first(label) for label in divided["label"].head(3)])
    return f"What most divides {better} from {worse}: {names}"


@kept
def dividing_sentence(ds: Dataset, divided: pd.DataFrame, better: str, worse: str) -> str:
    """Under the chart by grade: the first themes with their numbers, and what half of the worse reports share."""
    if divided.empty:
        return f"A share needs {number(LEAST)} reports or more that gave the same grade."
    first = [
        f"{lower_first(row.label)} is weak in {row.weak_worse} of {row.base_worse} reports that gave {worse}, and in {_none(row.weak_better)} of {row.base_better} that gave {better}"
        for row in each(divided.head(3))
    ]
    half = divided[divided["weak_worse"] * 2 >= divided["base_worse"]]
    shared = (
        f"In at least half of those that gave {worse}, these are weak: {listed([lower_first(name) for name in half['label']], most=10)}."
        if len(half)
        else f"No theme is weak in half of those that gave {worse}."
    )
    return f"{' '.join(map(sentence, first))} {shared}"


@kept
def theme_by_part_sentence(ds: Dataset, table: pd.DataFrame, label: str) -> str:
    """One theme in all the latest reports. ``table``: as ``themes_of_england.theme_by_part``."""
    row = table.iloc[0]
    stand = f"{_none(row['weak'])} are weak, {_none(row['mixed'])} mixed and {_none(row['strong'])} strong"
    left = int(row["not_covered"])
    missing = f" {sentence(f'{number(left)} {_do(left)} not cover it')}" if left else ""
    return f"{label}: of {row['base']} latest full inspections, {stand}.{missing} Ofsted asked for it in {_none(row['asked'])} of them."


def named(ds: Dataset, authority: str, near: str) -> str:
    """An authority with how near it is: ``Oxfordshire (statistical neighbour 6 of 10)``."""
    return f"{authority_name(ds, authority)} ({near})" if near else authority_name(ds, authority)


def turned_title(ds: Dataset, one: Turned) -> str:
    """Heading of a card: ``Oxfordshire (statistical neighbour 6 of 10): criticised then, praised now``."""
    return pair_title(named(ds, one.authority, one.near), one.turn.direction)


def turned_note(one: Turned) -> str:
    """Said under a card: where Ofsted praised and asked at once, and where one paragraph alone speaks."""
    asked = "Ofsted still asked for it at the later inspection." if one.asked and one.turn.direction == BETTER else ""
    thin = "One of the two looks rests on one paragraph." if one.thin else ""
    return f"{asked} {thin}".strip()


def often(count: int, base: int) -> str:
    """``12 of 20``: how often, with its base; ``none of 20``."""
    return f"{_none(count)} of {base}"


@kept
def turned_round_title(ds: Dataset, table: pd.DataFrame) -> str:
    """Heading of the chart of what followed a weak look. ``table``: as ``turned_round.turned_by_theme``, its first rows."""
    if table.empty:
        return "Too few themes were looked at twice"
    shares = table["strong"] / table["base"]
    most, least = (_same(table.loc[shares == share, "label"]) for share in (shares.max(), shares.min()))
    return f"{most}: turned round most often. {least}: least often"


def _same(labels: pd.Series) -> str:
    """Themes that share a place, as a heading begins."""
    first, *others = labels
    return listed([first, *map(lower_first, others)], most=3)


@kept
def turned_round_sentence(ds: Dataset, table: pd.DataFrame, left_out: int) -> str:
    """Under that chart: the first and last themes with their numbers, and which stayed weak most often."""
    if table.empty:
        return f"No theme was weak in {LEAST} reports that a later look followed."
    best = [f"{lower_first(row.label)} ({often(row.strong, row.base)})" for row in each(table.head(3))]
    stay = table.assign(share=table["weak"] / table["base"]).sort_values("share", ascending=False, kind="stable")
    weak = [f"{lower_first(row.label)} ({often(row.weak, row.base)})" for row in each(stay.head(3))]
    few = (
        f" {sentence(counted(left_out, 'theme'))[:-1]} with fewer than {number(LEAST)} weak looks {'stands' if left_out == 1 else 'stand'} in the table only."
        if left_out
        else ""
    )
    return (
        f"Strong at the next look that counts, most often: {listed(best)}. Weak again, most often: {listed(weak)}.{few}"
    )


@kept
def who_turned_sentence(ds: Dataset, label: str, name: str, found: int, shown: int, direction: str) -> str:
    """Before the cards: how many others turned a theme round, or slipped, and in which order they stand."""
    did = "turned it round" if direction == BETTER else "slipped"
    if not found:
        return f"{label}: no other authority is known that {did}."
    who = sentence(counted(found, "other authority", "other authorities"))[:-1]
    rest = f" The first {number(shown)} are shown." if shown < found else ""
    return f"{label}: {lower_first(who)} {did}. Statistical neighbours of {name} stand first, the nearest before all, then its region, then the others by name.{rest}"


@kept
def over_time_sentence(ds: Dataset, found: tuple[Time, ...], weak: pd.DataFrame) -> str:
    """Under the grid over time: what was weak most often at each time, and what was not read."""
    if not found:
        return f"At no time were {number(LEAST)} reports read that count on this day."
    labels, parts = look_up(ds, "themes", "theme", "label"), []
    for column, time in enumerate(found):
        most = weak.index[weak[column] == weak[column].max()]
        share = share_words(int(weak[column].max()), len(time.read))
        parts.append(f"{time.words}: {some([lower_first(labels[theme]) for theme in most], most=3)}, {share}")
    text = f"Most often weak: {'; '.join(parts)}."
    short = [time for time in found if len(time.read) < time.begun]
    if short:
        unread = [f"{len(time.read)} of {time.begun} of {time.words}" for time in short]
        text += f" Not every report was read: {joined(unread)}."
    return text


@kept
def one_theme_over_time_sentence(ds: Dataset, label: str, table: pd.DataFrame) -> str:
    """One theme at each time, with its base. ``table``: as ``themes_over_time.theme_over_time``."""
    if table.empty:
        return f"At no time were {number(LEAST)} reports read that count on this day."
    parts = [f"{row.time}: {share_words(int(row.weak), int(row.base))}" for row in each(table)]
    return f"{label}, weak in these reports. {'; '.join(parts)}."


@kept
def lesson_words(ds: Dataset, lesson: Lesson) -> str:
    """A theme that keeps coming back and the nearest that turned it round, with both quotes and where they stand."""
    nearest = lesson.turned[0]
    then, now = (
        f"{said.words} ({', '.join(filter(None, [lower_first(place(ds, said.inspection, said.paragraph)), page_link(ds, said.inspection, said.page)]))})"
        for said in (nearest.turn.earlier, nearest.turn.later)
    )
    more = (
        f" So did {listed([authority_name(ds, one.authority) for one in lesson.turned[1:]])}."
        if lesson.turned[1:]
        else ""
    )
    return f"{lesson.label}: {named(ds, nearest.authority, nearest.near)}. Then: {then}. Now: {now}.{more}"


@kept
def lessons_sentence(ds: Dataset, found: tuple[Lesson, ...], name: str) -> str:
    """How many themes keep coming back, and how many of them one of those shown turned round."""
    if not found:
        return f"No theme keeps coming back for {name} in the reports that were read, so nobody is named here."
    turned = sum(bool(lesson.turned) for lesson in found)
    them = "it" if len(found) == 1 else f"{number(turned) if turned else 'none'} of them"
    text = f"{sentence(counted(len(found), 'theme keeps', 'themes keep'))[:-1]} coming back for {name}."
    if not turned:
        return f"{text} None of those shown turned {'it' if len(found) == 1 else 'one of them'} round."
    return f"{text} One or more of those shown turned {them} round: weak, and then strong at the next look that counts."


def elsewhere_words(lesson: Lesson) -> str:
    """Said of a theme: how many others in England turned it round."""
    return (
        f"{lesson.label}: {counted(lesson.elsewhere, 'more authority', 'more authorities')} of England turned it round"
    )
