"""The accessibility statement, with the parts that the UK's accessibility regulations ask for."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis import english
from loaders import Dataset, kept

RUN_BY, CONTACT = "INSPECTIONS_RUN_BY", "INSPECTIONS_CONTACT"
"""Settings of whoever runs the dashboard: the name of the body, and how to reach it."""

NOT_ACCESSIBLE = "Content that is not accessible"

HOW_ACCESSIBLE = """We want as many people as possible to be able to use this dashboard. You should be able to:

- zoom in up to 400% without text running off the screen
- reach every page and every control with a keyboard alone
- read each chart as text and as a table
- tell grades apart without colour, by their letters
- listen to each page with a screen reader
- print each page.

We have also made the text as simple as we can. We know that some parts are not fully accessible. They are listed below."""

REPORTING = """We always want to make the dashboard better. If you find a problem that is not listed here, or think that we do not meet
the law, tell us in the same way. Say which page you were on and what went wrong."""

ENFORCEMENT = """The Equality and Human Rights Commission enforces the accessibility regulations. The full name of this law is the Public
Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.

If you are not happy with the answer to your complaint, contact the
[Equality Advisory and Support Service](https://www.equalityadvisoryservice.com/)."""

STATUS = """This dashboard is partially compliant with the
[Web Content Accessibility Guidelines](https://www.w3.org/TR/WCAG22/) (WCAG) version 2.2, level AA. The reasons are listed in the
next part."""

CONTENT = """**Not in line with the accessibility regulations.** The table names what does not work, the success criterion that it
fails, and why.

**Disproportionate burden.** We do not claim that anything would be too much work to mend.

**Outside the regulations.** Reports that we link to belong to Ofsted or to a council. We do not control them, and some may not
be accessible. Our summaries and quotes give you another way to what they say."""

IMPROVING = """Automated tests open every page whenever the dashboard changes. A new problem stops the change. When the makers of the parts
we use mend a problem in the table, we take it off the list."""


def sections(ds: Dataset, settings: Mapping[str, str]) -> list[tuple[str, str]]:
    """Heading and text of each part, in the order of the model statement. ``settings``: the environment, with ``RUN_BY`` and
    ``CONTACT`` where they are set."""
    run_by, contact = (settings.get(name, "").strip() for name in (RUN_BY, CONTACT))
    return [
        ("What this statement covers", _covers(run_by)),
        ("How accessible this dashboard is", HOW_ACCESSIBLE),
        ("Feedback and contact information", _feedback(contact)),
        ("Reporting accessibility problems", REPORTING),
        ("Enforcement procedure", ENFORCEMENT),
        ("Compliance status", STATUS),
        (NOT_ACCESSIBLE, CONTENT),
        ("What we are doing to improve accessibility", IMPROVING),
        ("Preparation of this accessibility statement", _preparation(ds)),
    ]


@kept
def barriers(ds: Dataset) -> pd.DataFrame:
    """One row per barrier. Columns: What does not work, Success criterion, Why."""
    return ds.barriers[["what", "criterion", "why"]].set_axis(
        ["What does not work", "Success criterion", "Why"], axis=1
    )


def _covers(run_by: str) -> str:
    text = "This statement covers every page of this dashboard, Inspections over time. It also covers the files that you can take away from it."
    if run_by:
        return f"{text} It is run by {run_by}."
    return f"{text} Whoever runs this copy has not given a name yet. They can do so with the setting `{RUN_BY}`."


def _feedback(contact: str) -> str:
    text = "If you need something from this dashboard in another format, such as large print, easy read or audio, ask for it."
    if contact:
        return f"{text} Contact: {contact}"
    return f"{text} Whoever runs this copy has not said yet how to reach them. They can do so with the setting `{CONTACT}`. Until then, open an issue where this project is kept."


@kept
def _preparation(ds: Dataset) -> str:
    if ds.barriers.empty:
        return "This data folder holds no list of what does not work, so no statement can be made for it."
    prepared, tested = (english.day(ds.barriers[name].iloc[0]) for name in ("prepared", "tested"))
    return f"""This statement was prepared on {prepared}. The dashboard was last tested on {tested}.

We tested it ourselves, with automated tests in the browser Chromium. The tool axe looked at every page, 1,280 and 320 pixels wide.
Other tests went through the pages by keyboard alone, and looked at them as they print. People who use a screen reader or
other aids have not tested it yet, and no one outside the project has checked it."""
