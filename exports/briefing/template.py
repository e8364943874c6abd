"""The files that Word and slides begin from: open one, restyle it, save it, and papers look like it.

They keep what has a name in Word and PowerPoint: sheet, styles (Title, Heading 1, Small, Table text …), layouts (Title Slide,
Title Only), fonts and colours of the theme. Colours of grades come from ``exhibits/style.py`` and mean something.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .paper import LANGUAGE, Paper

FOLDER = Path(__file__).with_name("templates")
MAKER = "Inspections over time"


def template(name: str) -> str:
    """Return where a template lies: ``paper.docx`` or ``slides.pptx``."""
    return str(FOLDER / name)


def describe(properties: Any, paper: Paper) -> None:
    """Write what a file says of itself. ``properties``: the core properties of a document or of a deck."""
    properties.title, properties.subject = paper.title, "Inspections of children’s services"
    properties.author = properties.last_modified_by = MAKER
    properties.language, properties.comments = LANGUAGE, paper.footer
    properties.created = properties.modified = paper.as_at.to_pydatetime()
