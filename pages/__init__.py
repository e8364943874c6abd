"""The pages: a function each that lays out a view, and computes nothing.

``ui/navigation.py`` lists their titles and questions, in the order of the menu.
"""

from collections.abc import Callable

from pages import (
    about,
    actions,
    add_report,
    briefing,
    compare,
    england,
    findings,
    grades,
    overview,
    themes,
    timeline,
)
from ui.view import View

SHOW: dict[str, Callable[[View], None]] = {
    "": overview.show,
    "timeline": timeline.show,
    "grades": grades.show,
    "themes": themes.show,
    "actions": actions.show,
    "findings": findings.show,
    "compare": compare.show,
    "england": england.show,
    "briefing": briefing.show,
    "add-report": add_report.show,
    "about": about.show,
}
"""Which function draws the page at an address."""
