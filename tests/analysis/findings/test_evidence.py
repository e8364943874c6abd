"""Findings, narrowed by facets."""

from analysis.findings.evidence import (
    Facets,
    as_table,
    coded_to_choose,
    codes_of,
    findings,
    sections,
    sheet,
)
from analysis.selection import Selection


def test_a_theme_and_a_verdict_must_belong_to_the_same_code(ds):
    found = findings(ds, Facets(authorities=("york",), themes=("recording",), verdicts=("concern",)))
    assert len(found)
    labels = ds.themes.set_index("theme")["label"]
    for row in found.itertuples():
        verdicts = dict(codes_of(ds, row.inspection, row.paragraph))
        said = ds.codes[(ds.codes["inspection"] == row.inspection) & (ds.codes["paragraph"] == row.paragraph)]
        assert "concern" in set(said.loc[said["theme"] == "recording", "verdict"])
        assert labels["recording"] in verdicts


def test_without_words_the_newest_stands_first(ds):
    found = findings(ds, Facets(authorities=("york",)))
    starts = found["inspection"].map(ds.inspections.set_index("inspection")["start"])
    assert starts.is_monotonic_decreasing
    assert len(found) == (ds.findings["authority"] == "york").sum()


def test_with_words_the_best_match_stands_first_and_is_marked(ds):
    found = findings(ds, Facets(authorities=("york",), words="supervision"))
    assert found["rank"].is_monotonic_increasing
    assert (found["summary_marked"] != found["summary"]).any()


def test_sheets_together_hold_every_finding_once(ds):
    facets = Facets(inspections=("york/2022-ilacs",))
    parts = [sheet(ds, facets, number, 20) for number in (1, 2, 3)]
    assert [len(part.part) for part in parts] == [20, 20, 5]
    assert [key for part in parts for key in part.rows] == list(
        zip(findings(ds, facets)["inspection"], findings(ds, facets)["paragraph"], strict=True)
    )


def test_a_table_names_the_themes_of_each_paragraph(ds):
    table = as_table(ds, findings(ds, Facets(inspections=("york/2022-ilacs",))))
    assert len(table) == 45
    assert table["Themes"].dropna().str.contains(": ").all()


def test_only_what_was_read_can_be_chosen(ds):
    options = coded_to_choose(ds, Selection(("york",)))
    assert "york/2022-ilacs" in options
    assert "york/2018-jtai" not in options
    headings = sections(ds, ["york/2022-ilacs"])
    assert len(headings) == len(set(headings)) > 1
