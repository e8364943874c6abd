"""Themes of several authorities beside each other, each with its evidence."""

from analysis.comparison.side_by_side import praised_where_criticised, themes_side_by_side
from analysis.comparison.standings import (
    compared,
)
from analysis.selection import Selection


def test_themes_stand_side_by_side_with_evidence(ds):
    comparison = compared(ds, Selection(("york", "north-yorkshire")), "chosen", "overall")
    table = themes_side_by_side(ds, comparison).set_index("Theme")
    assert list(table.columns) == ["York", "North Yorkshire"]
    assert table.loc["Private fostering", "York"].startswith("mixed")
    found = praised_where_criticised(ds, comparison)
    assert "private_fostering" in list(found["theme"])
    for row in found.itertuples():
        quotes = ds.findings[
            (ds.findings["inspection"] == row.theirs_inspection) & (ds.findings["paragraph"] == row.theirs)
        ]
        assert row.theirs_quote in list(quotes["quote"])
