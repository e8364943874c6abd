"""Reports laid out line by line as Ofsted prints them, for tests: as the reader's lines, or as a real PDF."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from loaders.reports.lines import Line, Report

WIDTH, HEIGHT = A4
BULLET = "■"  # reportlab's own fonts hold this one; Ofsted's larger square is written in the lines only
LEADERS = ["The impact of leaders on social work", "practice with children and families"]
HELP = ["The experiences and progress of", "children who need help and protection"]
IN_CARE = ["The experiences and progress of", "children in care"]
BOTH_IN_CARE = ["The experiences and progress of children in", "care and care leavers"]
CARE_LEAVERS = ["The experiences and progress of care", "leavers"]
OVERALL = ["Overall effectiveness"]
ROWS_2018 = [
    (LEADERS, "Good"),
    (HELP, "Requires improvement to be good"),
    (BOTH_IN_CARE, "Outstanding"),
    (OVERALL, "Good"),
]
ROWS_2023 = [
    (LEADERS, "Good"),
    (HELP, "Requires improvement to be good"),
    (IN_CARE, "Outstanding"),
    (CARE_LEAVERS, "Good"),
    (OVERALL, "Good"),
]


class Paper:
    """A report being written, page by page."""

    def __init__(self, footer: str = "Inspection of York local authority children’s services"):
        self.footer, self.lines, self.number, self.down = footer, [], 1, 100.0

    def line(
        self, text: str, left: float = 70.9, size: float = 12.0, bold: bool = False, gap: float | None = None
    ) -> Paper:
        """Add a line below the last."""
        self.down += (size * 1.2) if gap is None else gap
        self.lines.append(Line(self.number, left, round(self.down / HEIGHT, 4), size, bold, text))
        return self

    def space(self, gap: float = 14.0) -> Paper:
        """Leave some room."""
        self.down += gap
        return self

    def page(self) -> Paper:
        """Close the page with its footer, and begin another."""
        self.lines.append(Line(self.number, 70.9, 0.95, 8.0, False, self.footer))
        self.lines.append(Line(self.number, 70.9, 0.96, 8.0, False, f"8 to 19 June 2026 {self.number}"))
        self.number, self.down = self.number + 1, 90.0
        return self

    def heading(self, *texts: str, size: float = 14.0) -> Paper:
        """Add a heading of one or more lines."""
        self.space()
        for text in texts:
            self.line(text, size=size, bold=True)
        return self

    def row(self, label: list[str], *grade: str) -> Paper:
        """Add a row of the box: its label, then its grade, each in as many lines as its cell has."""
        self.space(10)
        top = self.down
        for text in label:
            self.line(text, left=76.6)
        for i, text in enumerate(grade):
            self.lines.append(Line(self.number, 303.0, round((top + 14.4 * (i + 1)) / HEIGHT, 4), 12.0, False, text))
        return self

    def item(self, mark: str, *texts: str, left: float = 70.9) -> Paper:
        """Add a bullet or a numbered paragraph, wrapped lines hanging."""
        self.space(10)
        self.line(f"{mark} {texts[0]}", left=left)
        for text in texts[1:]:
            self.line(text, left=left + 28)
        return self

    def report(self, name: str = "report.pdf") -> Report:
        """The report as the reader's lines."""
        return Report(name, tuple(self.lines), self.number)

    def pdf(self, **options) -> bytes:
        """The report as a PDF."""
        file = BytesIO()
        paper = canvas.Canvas(file, pagesize=A4, **options)
        for number in range(1, self.number + 1):
            for line in self.lines:
                if line.page == number:
                    paper.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
                    paper.drawString(
                        line.left, HEIGHT * (1 - line.down), line.text.replace(BULLET, "•").replace("◼", "•")
                    )
            paper.showPage()
        paper.save()
        return file.getvalue()


def front(
    title=("Inspection of York local authority", "children’s services"),
    dates="Inspection dates: 11 to 22 May 2020",
    lead=("Lead inspector: Ada Smith, Her Majesty’s Inspector",),
) -> Paper:
    """The front of an ILACS report, to its dates and its lead inspector."""
    paper = Paper()
    for text in title:
        paper.line(text, size=26)
    paper.space().line(dates, bold=True)
    for text in lead:
        paper.space(4).line(text, bold=True)
    return paper


def ilacs(rows=ROWS_2018, before=None, asked=None, headings=None, told=None) -> Paper:
    """An ILACS report. ``asked``: adds what needs to improve; ``headings``: lines of each section; ``told``: adds the paragraphs."""
    paper = (before or front()).space().line("Judgement Grade", left=76.6, bold=True)
    for label, *grade in rows:
        paper.row(label, *grade)
    paper.space(20).line("Since the last inspection, when overall effectiveness was judged inadequate, leaders")
    paper.line("have improved services. Children now receive a better service than they did before.").page()
    paper.heading("What needs to improve?")
    (asked or default_asked)(paper)
    number = 1
    for lines in headings or headings_of(rows):
        paper.heading(*lines)
        number = told(paper, number) if told else default_told(paper, number)
    return paper.page()


def default_asked(paper: Paper) -> None:
    """Two things to improve."""
    paper.item("◼", "The quality of plans for children,", "including those for disabled children.")
    paper.item("◼", "The timeliness of visits.")


def default_told(paper: Paper, number: int) -> int:
    """Three numbered paragraphs. Returns the next number."""
    for i in range(number, number + 3):
        paper.item(
            f"{i}.",
            "Most children are seen by social workers who know them well, and",
            "who help them to speak about what matters to them.",
        )
    return number + 3


def headings_of(rows) -> list[list[str]]:
    """The section headings that repeat the grades of the rows, without the overall one; leaders last, as printed."""
    bare = [[*label[:-1], f"{label[-1]}: {' '.join(grade).lower()}"] for label, *grade in rows if label != OVERALL]
    return [*bare[1:], bare[0]]


SIF_TITLE = (
    "Inspection of services for children in need of help and",
    "protection, children looked after and care leavers",
)
SIF_ROWS = [
    (["1. Children who need help and protection"], "Requires improvement"),
    (["2. Children looked after and achieving", "permanence"], "Good"),
    (["2.1 Adoption performance"], "Good"),
    (["2.2 Experiences and progress of care leavers"], "Requires improvement"),
    (["3. Leadership, management and governance"], "Good"),
]


def sif(
    rows=SIF_ROWS,
    headline=("Children’s services in York are good",),
    title=SIF_TITLE,
    asked=None,
    board=True,
    previous=None,
) -> Paper:
    """A single inspection as printed from 2015. ``previous``: adds what the local area section says of earlier inspections."""
    paper = Paper("Inspection of York").line("York City Council", size=26)
    for text in (
        *title,
        *(("and", "Review of the effectiveness of the Local Safeguarding Children", "Board") if board else ()),
    ):
        paper.line(text, size=14, bold=True)
    paper.space().line("Inspection date: 14 November 2016 – 8 December 2016", size=14).line(
        "Report published: 7 February 2017", size=14
    ).space()
    for text in headline:
        paper.line(text, size=14, bold=True)
    for label, *grade in rows:
        paper.row(label, *grade)
    paper.page().line("Contents", size=26)
    for text in (
        "The local authority 3",
        "Recommendations 4",
        "The experiences and progress of children who need help and",
        "protection 5",
    ):
        paper.line(text, size=14)
    paper.page().heading("The local authority", size=16).heading("Information about this local authority area")
    if previous:
        previous(paper)
    paper.page().heading("Recommendations")
    number = (asked or _sif_asked)(paper)
    sections = [
        *zip(
            [
                "The experiences and progress of",
                "The experiences and progress of",
                "The graded judgement for",
                "The graded judgement about the",
                "",
            ],
            rows,
            strict=True,
        )
    ]
    for before, (label, *grade) in sections:
        bare = [text.partition(" ")[2] if text[0].isdigit() else text for text in label]
        says = " is that it is " if before.startswith("The graded") else " "
        paper.page() if not before.startswith("The graded") else None
        paper.heading(*filter(None, (before, *bare[:-1], bare[-1] + says + " ".join(grade))))
        number = default_told(paper, number)
    if board:
        paper.page().heading("The Local Safeguarding Children Board (LSCB)", size=16).heading(
            "The Local Safeguarding Children Board is outstanding"
        ).heading("Recommendations")
        paper.item(f"{number}.", "Ensure that partners attend.")
        number += 1
    paper.page().heading("Information about this inspection", size=16).line("Lead inspector: Tracey Metcalfe HMI").line(
        "Deputy lead inspector: Ada Smith HMI"
    )
    return paper


def _sif_asked(paper: Paper) -> int:
    for number in (1, 2, 3):
        paper.item(
            f"{number}.",
            "Ensure that plans are updated when children’s needs change",
            "or when something important happens.",
        )
    return 4
