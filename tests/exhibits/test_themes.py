"""The chart of themes over inspections."""

from analysis.selection import Selection
from analysis.themes.recurrence import theme_recurrence
from exhibits.themes import ORDERS, theme_recurrence_chart


def test_the_order_of_themes_never_changes_a_status(ds):
    tables = [theme_recurrence_chart(ds, Selection(authorities=("york",)), order).table for order in ORDERS]
    statuses = [dict(zip(table["Theme"], table["Status"], strict=True)) for table in tables]
    assert statuses[0] == statuses[1] == statuses[2]
    assert len(statuses[0]) == len(ds.themes)
    assert list(tables[0]["Theme"]) != list(tables[1]["Theme"])


def test_where_no_report_was_read_no_table_says_what_was_not_covered(ds):
    exhibit = theme_recurrence_chart(ds, Selection(("bournemouth",)))
    assert exhibit.draw is None
    assert exhibit.table.empty
    assert "No report on Bournemouth has been read" in exhibit.sentence
    assert set(theme_recurrence(ds, "bournemouth")["status_label"]) == {"Not read here"}
