"""Small ODS files, written by hand, to read in a test."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
)

GRADES = [
    "Overall effectiveness",
    "The impact of leaders on social work practice with children and families",
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
]
WHO = ["Web link", "Local authority area code", "Local authority name"]
LINK = "Ofsted Local Authority Webpage"
LEEDS = [LINK, "E08000035", "Leeds"]
LEICESTERSHIRE = [LINK, "E10000018", "Leicestershire"]
LEEDS_2022 = [date(2022, 2, 21), date(2022, 4, 19)]
LEICESTERSHIRE_2024 = [date(2024, 4, 22), date(2024, 7, 12)]
OLD = ["Outstanding", "Outstanding", "Good", "Good", None]
NEW = ["Outstanding", "Outstanding", "Good", "Outstanding", "Requires improvement to be good"]
REGION = "North East, Yorkshire and the Humber"


def small_edition() -> dict[str, list[list]]:
    """Sheets as Ofsted's edition of 2025 lays them out: three inspections of two authorities and two visits in one year."""
    return {
        "Cover": [["Local authority inspection outcomes as at 31 March 2025"], ["Section", "Detail"]],
        "Inspections_as_at_31_March": [
            ["Local authority inspection judgements as at 31 March 2025"],
            ["This worksheet contains one table with no blank rows or columns. This table begins in cell A3."],
            [*WHO, "Ofsted region", "Inspection date", "Publication date", *GRADES],
            [*LEEDS, REGION, *LEEDS_2022, *OLD],
            [*LEICESTERSHIRE, "East Midlands", *LEICESTERSHIRE_2024, *NEW],
        ],
        "In-year_inspections": [
            ["Local authority in-year inspection activity 2024-25"],
            [
                *WHO,
                "Region",
                "Inspection/Visit date",
                "Publication date",
                "Inspection/Visit type",
                *GRADES,
                "Visit Theme",
            ],
            [*LEICESTERSHIRE, "East Midlands", *LEICESTERSHIRE_2024, "ILACS Standard Inspection", *NEW, None],
            [*LEEDS, REGION, date(2024, 12, 10), date(2025, 1, 28), "LA Monitoring visit", *[None] * 5, "Care leavers"],
            [*LEEDS, REGION, date(2024, 7, 8), date(2024, 8, 7), "LA Monitoring visit", *[None] * 5, "Front door"],
            [
                *LEEDS,
                REGION,
                date(2025, 2, 4),
                date(2025, 3, 4),
                "ILACS Focused Visit",
                *[None] * 5,
                "Children in care",
            ],
        ],
        "ILACS_inspection_history": [
            ["ILACS inspection history from 2018-2025"],
            [
                *WHO,
                "Local authority status",
                "Ofsted region",
                "Inspection date",
                "Publication date",
                "Inspection type",
                *GRADES,
            ],
            [*LEEDS, "Current", REGION, *LEEDS_2022, "ILACS Short Inspection", *OLD],
            [
                *LEICESTERSHIRE,
                "Current",
                "East Midlands",
                date(2019, 9, 23),
                date(2019, 11, 4),
                "ILACS Standard Inspection",
                *["Good"] * 4,
                None,
            ],
            [*LEICESTERSHIRE, "Current", "East Midlands", *LEICESTERSHIRE_2024, "ILACS Standard Inspection", *NEW],
        ],
    }


def write_ods(path: Path, sheets: dict[str, list[list]]) -> Path:
    """Write sheets of rows of cells (text, numbers, days, None) as an ODS file."""
    tables = "".join(
        f'<table:table table:name="{escape(name)}">{"".join(map(_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES} office:version="1.2">'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", MANIFEST)
    return path


MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def _row(cells: list) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{value:%d/%m/%Y}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'
