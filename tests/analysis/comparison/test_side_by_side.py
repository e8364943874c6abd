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
    assert "private_fostering" in {row.theme for row in found}
    assert len({row.theme for row in found}) == len(found)
    texts = {
        (row.inspection, row.paragraph, quoted): text
        for row in ds.findings.itertuples()
        for text, quoted in ((row.quote, True), (row.summary, False))
    }
    codes = ds.codes[~ds.codes["is_summary"]].groupby(["inspection", "paragraph"], sort=False)
    first, verdicts = codes["theme"].first(), codes["verdict"].nunique()
    for row in found:
        assert row.others == ("north-yorkshire",)
        for said in (row.ours, row.theirs):
            key = (said.inspection, said.paragraph)
            assert said.text == texts[(*key, said.quoted)]
            assert said.quoted == (first[key] == row.theme and verdicts[key] == 1)
