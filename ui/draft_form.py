"""A report drafted on a page: the upload, each value beside the words it came from, what is wrong, the file to take away."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from loaders import Dataset, current_folder
from loaders.records.one_record import problems_of
from loaders.records.problems import Refused
from loaders.records.reading import read_vocabulary
from loaders.reports import Draft, Found, as_draft_yaml, corrected, draft, read_bytes, record_id
from ui import markup
from ui.plain import plain

LABELS = {
    "framework": "Framework",
    "authority": "Local authority",
    "start": "First day on site",
    "end": "Last day on site",
    "published": "Day of publication",
    "lead_inspector": "Lead inspector",
    "visit_theme": "What the visit looked at",
    "inspectors": "Inspectors",
    "agencies": "Inspectorates",
    "strengths": "Strengths listed",
    "recommendations": "Recommendations to the authority",
    "board_recommendations": "Recommendations to the safeguarding board",
    "paragraphs": "Numbered paragraphs",
}
NONE = "–"
"""What a select box shows for a value that stays empty."""


@st.cache_resource(max_entries=2, show_spinner=False)
def _vocabulary(fingerprint: str) -> dict[str, Any]:
    return read_vocabulary(current_folder())


def upload(ds: Dataset) -> Draft | None:
    """The report that the visitor gives, drafted once and kept for this visit only; None until there is one that can be read."""
    file = st.file_uploader(
        "Report of an inspection, or letter of a focused visit or joint inspection (PDF or text)",
        type=["pdf", "txt", "md"],
    )
    if file is None:
        st.session_state.pop("draft", None)
        return None
    if st.session_state.get("draft", ("", None))[0] != file.file_id:
        with st.spinner("Reading the report…"):
            try:
                read: Draft | Refused = draft(read_bytes(file.name, file.getvalue()), _vocabulary(ds.fingerprint))
            except Refused as refused:
                read = refused
        st.session_state["draft"] = (file.file_id, read)
    read = st.session_state["draft"][1]
    if isinstance(read, Refused):
        st.error(plain(f"{file.name} {read.problem.message}"))
        return None
    return read


def look_at(read: Draft) -> None:
    """What a person must look at, and why."""
    labels = {name: _label(read, name) for name in read.facts}
    if read.unsure:
        st.warning(
            "Look at these values before you use the record:\n\n"
            + "\n".join(f"- **{plain(labels[name])}**: {plain(why)}" for name, why in read.unsure.items())
        )
    else:
        st.success("The reader is sure of every value. Please still compare each one with the report.")


def fields(ds: Dataset, read: Draft) -> Draft | None:
    """Every value in a field of its own, beside the words it came from. Returns the draft as corrected, None while a date is none."""
    vocabulary = _vocabulary(ds.fingerprint)
    frameworks = {
        framework.id: framework
        for framework in vocabulary["frameworks"].frameworks
        if framework.judgements or framework is read.framework
    }
    names = {entry.id: entry.name for entry in vocabulary["authorities"].authorities}
    written: dict[str, Any] = {}
    written["authority"] = _choose(read, "authority", names, read.authority.value and read.authority.value.id)
    written["framework"] = (
        _choose(read, "framework", {name: entry.label for name, entry in frameworks.items()}, read.framework.id)
        or read.framework.id
    )
    for name in ("start", "end", "published"):
        written[name] = _write(
            read, name, help="Such as 2025-03-07; a month as 2025-03. Leave it empty where it is unknown."
        )
    written["lead_inspector"] = _write(read, "lead_inspector", help="As printed, without rank.")
    if read.is_letter:
        written["visit_theme"] = _write(read, "visit_theme", help="In the words of the letter.")
        who = "agencies" if "agencies" in read.facts else "inspectors"
        st.caption(plain(f"{LABELS[who]}: {', '.join(read.facts[who].value or []) or NONE}"))
    framework = frameworks[written["framework"]]
    for judgement in framework.judgements:
        field = f"grades.{judgement.id}"
        if judgement.id in read.grades or framework is not read.framework:
            found = read.grades.get(judgement.id, Found())
            written[field] = _choose(
                read, field, {word: word for word in framework.grades}, found.value, judgement.label
            )
    try:
        return corrected(read, written, vocabulary)
    except ValueError as error:
        st.error(plain(f"One of the dates is {error}."))
        return None


def _label(read: Draft, name: str) -> str:
    labels = {f"grades.{judgement.id}": judgement.label for judgement in read.framework.judgements}
    return LABELS.get(name) or labels.get(name, name)


def _beside(read: Draft, name: str) -> DeltaGenerator:
    """A place for the field, with the words it came from beside it."""
    place, words = st.columns([5, 6], vertical_alignment="center")
    words.html(markup.read_from(read.facts.get(name, Found(doubt="The report was read under another framework."))))
    return place


def _choose(read: Draft, name: str, options: dict[str, str], value: str | None, label: str = "") -> str | None:
    choices = [None, *options]
    shown = choices.index(value) if value in options else 0
    return _beside(read, name).selectbox(
        plain(label or _label(read, name)),
        choices,
        index=shown,
        format_func=lambda choice: options.get(choice, NONE),
        key=f"{_visit()}-{name}",
    )


def _write(read: Draft, name: str, help: str) -> str:
    value = read.facts[name].value
    return _beside(read, name).text_input(
        plain(_label(read, name)), value="" if value is None else str(value), help=plain(help), key=f"{_visit()}-{name}"
    )


def _visit() -> str:
    """Fields of one report do not carry over to the next."""
    return st.session_state["draft"][0]


def asked(ds: Dataset, read: Draft) -> None:
    """What the report asks for, whole and in order, and which paragraphs stand in which section."""
    st.subheader(plain(f"What it asks for: {len(read.asked.authority)}"), anchor=False)
    st.html(markup.read_from(read.recommendation_count))
    items = [
        (
            f"{'Priority action. ' if item.priority else ''}{item.text}",
            f"asked of {item.addressee or 'the local authority'}, page {item.page}",
            "",
        )
        for item in read.asked.authority
    ]
    st.html(markup.numbered(items))
    if read.is_letter:
        return
    st.subheader(plain(f"Numbered paragraphs: {len(read.paragraphs)}"), anchor=False)
    st.html(markup.read_from(read.paragraph_count))
    sections = [
        (section or NONE, list(group))
        for section, group in groupby(read.paragraphs, key=lambda paragraph: paragraph.section)
    ]
    if sections:
        rows = [(section, f"{its[0].number} to {its[-1].number}", its[0].page) for section, its in sections]
        st.html(
            markup.table(pd.DataFrame(rows, columns=["Section", "Paragraphs", "From page"]), "Paragraphs by section")
        )


def pages(read: Draft) -> None:
    """The report's own words, page by page."""
    with st.expander("Read the report page by page"):
        number = st.number_input("Page", 1, max(read.report.pages, 1), key=f"{_visit()}-page")
        st.html(
            markup.page_of_text(
                [line.text for line in read.report.lines if line.page == number], f"Text of page {number}"
            )
        )


def result(ds: Dataset, made: Draft) -> None:
    """What check says of the record, the record itself, and where to put it."""
    name = record_id(made)
    if name is None:
        st.error("Choose the authority and give the first day on site. Without them we cannot name the record.")
        return
    if name in set(ds.inspections["inspection"]):
        st.warning(plain(f"The data already holds {name}. Compare the two before you replace it."))
    text = as_draft_yaml(made)
    found = problems_of(text, name, _vocabulary(ds.fingerprint))
    if found:
        rows = [(problem.severity, problem.line, problem.field, problem.message) for problem in found]
        st.html(
            markup.table(
                pd.DataFrame(rows, columns=["Severity", "Line", "Field", "What is wrong, and what to do"]),
                f"What the check says of {name}",
            )
        )
    else:
        st.success("The check finds nothing wrong with this record.")
    folder, _, file = name.partition("/")
    st.download_button(
        "Download the record (YAML)",
        data=text,
        file_name=f"{file}.yaml",
        mime="application/yaml",
        on_click="ignore",
        type="primary",
    )
    st.markdown(
        f"Put the file at **{plain(f'data/inspections/{folder}/{file}.yaml')}**. Then run `python -m loaders check` and `python -m loaders verify --sources FOLDER`."
    )
    with st.expander("See the record"):
        st.code(text, language=None, wrap_lines=True)
