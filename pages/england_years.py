"""England year by year since 2009, and how long inspections, reports and waits take: two parts of the page England."""

from analysis.comparison.standings import Comparison
from exhibits.by_year import england_by_year, time_between_by_year, visits_over_time
from exhibits.intervals import time_between, time_to_report, waiting_times
from exhibits.visits import visits_by_theme_chart
from ui import panel
from ui.view import View


def year_by_year(view: View, comparison: Comparison) -> None:
    """Lay out the grades of all full inspections, visits and the time between inspections, year by year."""
    for exhibit in (england_by_year, visits_over_time, time_between_by_year):
        panel.show(view, exhibit(view.whole, comparison))


def how_long(view: View, comparison: Comparison) -> None:
    """Lay out how long it is from one inspection to the next, to the report, and since the last."""
    for exhibit in (time_between, waiting_times, time_to_report, visits_by_theme_chart):
        panel.show(view, exhibit(view.whole, comparison))
