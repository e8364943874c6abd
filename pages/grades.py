"""Each judgement over time, on the common strands and as published; several authorities on one time axis."""

import streamlit as st

from analysis.comparison.standings import GROUPS, compared
from analysis.frameworks import strands
from analysis.grades.published import crosswalk, grade_meanings, published_grades
from analysis.look_up import look_up
from analysis.selection import Selection
from exhibits.beside import grades_beside
from exhibits.grades import grades_over_time
from exhibits.history import history
from exhibits.rug import tartan_rug
from exhibits.style import GRADES, NO_GRADE
from ui import controls, heading, panel, tables, told
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Grades."""
    ds, chosen = view.ds, view.selection
    heading.show(view, "Grades")
    with controls.row(key="views"):
        common = controls.choose_view(["Common strands", "As published"], key="view") == "Common strands"
        beside, strand = _choices(view) if common else (chosen, None)
    if common:
        _common_strands(view, beside, strand)
    else:
        for caption, table, grades in published_grades(ds, chosen):
            looks = [GRADES.get(grade) or NO_GRADE[grade] for grade in grades]
            tables.show(ds, table, caption, looks, "Grade as published")
            panel.download(view, caption.rpartition(":")[0], caption, table, [caption])
    if reports := told.reports(ds, chosen.authorities):
        st.html(reports)

    with st.expander("What a grade meant under each framework, in Ofsted’s words"):
        tables.show(ds, grade_meanings(ds), "Definitions of the grades")
    with st.expander("Which judgement stands in which strand: the crosswalk"):
        tables.show(ds, crosswalk(ds), "Each judgement of each framework")


def _common_strands(view: View, beside: Selection, strand: str | None) -> None:
    """One authority by its inspections; several on one time axis, on all strands or one, and year by year."""
    ds, chosen = view.ds, view.selection
    if not beside.others:
        panel.show(view, grades_over_time(ds, chosen))
        panel.show(view, history(ds, chosen))
        return
    panel.show(view, grades_beside(ds, beside, strand))
    panel.show(view, tartan_rug(ds, beside, strand))


def _choices(view: View) -> tuple[Selection, str | None]:
    """Boxes for whom to show beside the subject and on which strand, and what they choose."""
    ds, chosen = view.ds, view.selection
    words = {"chosen": GROUPS["chosen"] if chosen.others else "Itself alone", "neighbours": GROUPS["neighbours"]}
    labels = look_up(ds, "strands", "strand", "label")
    options = {strand: labels[strand] for strand in strands(ds)}
    beside = chosen
    with controls.row("Whom to show"):
        group = controls.choose("Shown", words, key="with")
        if group == "neighbours":
            beside = chosen.with_authorities(*compared(ds, chosen, group, strands(ds)[0]).authorities)
        strand = controls.choose("Strand", options, key="strands", none="All strands") if beside.others else None
    return beside, strand
