"""The boxes that narrow findings, bound to the address: of the chosen authorities, or of all England."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from analysis.findings.evidence import Facets, coded_to_choose, sections
from analysis.findings.reports import CHOSEN, ENGLAND, EVERY, LATEST, Wanted, authorities_read, offered, reports
from analysis.look_up import look_up
from analysis.themes.shares import BALANCES, NOT_COVERED
from loaders import Dataset
from ui import controls
from ui.view import View

NARROW = "Narrow the list"


def whose_box() -> bool:
    """Whose findings or recommendations are searched: whether those of all England."""
    return controls.choose("Search in", controls.as_shown((CHOSEN, ENGLAND)), key="of") == ENGLAND


def report_boxes(places: Sequence[Any], offered: Callable[[str], dict[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Boxes for the grade, framework and region of reports, each in its place. ``offered``: words to choose from, by column."""
    labels = {"grade": "Grade given overall", "framework": "Framework", "region": "Region"}
    chosen = []
    for place, (column, label) in zip(places, labels.items(), strict=True):
        with place:
            chosen.append(tuple(controls.choose_several(label, offered(column), key=column)))
    return tuple(chosen)


def narrows(facets: Facets) -> bool:
    """Whether any of the boxes for the chosen authorities, or the words, leave findings out."""
    return any((facets.words.strip(), facets.inspections, facets.themes, facets.verdicts, facets.sections))


def of_those_chosen(view: View, words: str) -> Facets:
    """Boxes for the findings of the chosen authorities, and what they choose together with the words."""
    ds, chosen = view.ds, view.selection
    coded = coded_to_choose(ds, chosen)
    left, middle, right, last = controls.narrowing(NARROW, key="narrowed").columns(4)
    with left:
        inspection = controls.choose_inspection(ds, "Inspection", coded)
    with middle:
        themes = _theme_box(ds)
    with right:
        verdicts = _verdict_box(ds)
    picked = (inspection,) if inspection else ()
    with last:
        headings = controls.as_shown(sections(ds, picked or coded))
        chosen_sections = controls.choose_several("Section of the report", headings, key="section")
    return Facets(chosen.authorities, picked, themes, verdicts, tuple(chosen_sections), words)


def of_england(view: View, words: str) -> Facets | None:
    """Boxes for the findings of all England, and what they choose together with the words; None where no report fits."""
    ds = view.ds
    place = controls.narrowing(NARROW, key="narrowed")
    theme, verdict, stands = place.columns(3)
    with theme:
        themes = _theme_box(ds)
    with verdict:
        verdicts = _verdict_box(ds)
    with stands:
        balances = _stands_box() if themes else []
    which, *others = place.columns(4)
    with which:
        latest = controls.choose("Reports", controls.as_shown((EVERY, LATEST)), key="reports") == LATEST
    grades, frameworks, regions = report_boxes(others, lambda column: offered(ds, column))
    of_theme = (themes[0], tuple(balances)) if themes else (None, ())
    found = reports(ds, Wanted(regions, frameworks, grades, latest, *of_theme))
    return Facets(authorities_read(ds), found, themes, verdicts, words=words) if found else None


def _stands_box() -> list[str]:
    """How the reports stand on the theme that is chosen."""
    ways = {name: label for name, label in BALANCES.items() if name != NOT_COVERED}
    return controls.choose_several("Reports that are, on this theme", ways, key="stands")


def _theme_box(ds: Dataset) -> tuple[str, ...]:
    theme = controls.choose_theme(ds, "Theme", look_up(ds, "themes", "theme", "label"), "All of them")
    return (theme,) if theme else ()


def _verdict_box(ds: Dataset) -> tuple[str, ...]:
    words = look_up(ds, "verdicts", "verdict", "verdict")
    return tuple(controls.choose_several("Verdict", words, key="verdict"))
