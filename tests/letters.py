"""Letters of visits laid out line by line as Ofsted prints them, for tests."""

from __future__ import annotations

from loaders.reports.lines import Line
from tests.paper import Paper

OFSTED = (
    "Piccadilly Gate",
    "Store Street",
    "Manchester",
    "M1 2WD",
    "Textphone 0161 618 8524",
    "enquiries@ofsted.gov.uk",
    "www.gov.uk/ofsted",
)
TOLD = (
    "Most children are seen by social workers who know them well, and who help them to speak about",
    "what matters to them. Managers know what is done and what is not, and act on what they know.",
)


def letter(
    visit: str = "This letter summarises the findings of the focused visit to York children’s services on 4 and 5 March 2025.",
    title: str = "Focused visit to York children’s services",
    dated: str = "10 April 2025",
    asked=None,
    findings=None,
    headline: str = "Headline findings",
) -> Paper:
    """A letter of a visit as printed from 2021, with Ofsted's address where its PDFs hold it: behind the first page's text.

    ``asked``: adds what needs to improve, with its heading; ``findings``: adds the findings, with theirs.
    """
    paper = Paper("")
    for text in (dated, "Ada Smith", "Director of Children’s Services", "West Offices", "YO1 6GA", "Dear Ada"):
        paper.line(text)
    paper.heading(title, size=12.0).line(
        f"{visit} His Majesty’s Inspectors for this visit were Bea Jones and Cy Brown."
    )
    paper.space().line("Inspectors looked at the local authority’s arrangements for care leavers.")
    paper.heading(headline, size=12.0)
    for text in TOLD:
        paper.line(text)
    (asked or asked_of_visit)(paper)
    if paper.number == 1:
        turn(paper)
    (findings or found_on_visit)(paper)
    return paper.space().line("Yours sincerely")


def turn(paper: Paper) -> None:
    """Turn the first page of a letter: Ofsted's address of its head comes last in the file."""
    for i, text in enumerate(("Ofsted", *OFSTED)):
        paper.lines.append(Line(paper.number, 70.9, 0.05 + i * 0.012, 12.0 if text == "Ofsted" else 9.0, False, text))
    paper.page()


def asked_of_visit(paper: Paper) -> None:
    """Two things to improve, on a page each."""
    paper.heading("What needs to improve in this area of social work practice?", size=12.0)
    paper.item("◼", "The recording of supervision and of decisions in young people’s", "lives.")
    turn(paper)
    paper.item("◼", "The timely updating of pathway plans.")


def found_on_visit(paper: Paper) -> None:
    """Three findings as bullets, as in letters of 2018 to 2021."""
    paper.heading("Main findings", size=12.0)
    for _ in range(3):
        paper.item("◼", *TOLD)
