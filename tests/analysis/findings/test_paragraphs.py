"""What single paragraphs say of a theme."""

from analysis.findings.paragraphs import first_with, quotes, said


def test_summaries_say_nothing_of_their_own(ds):
    summaries = ds.codes[ds.codes["is_summary"]]
    assert len(summaries)
    for row in summaries.itertuples():
        assert row.paragraph not in [one.paragraph for one in said(ds).get((row.inspection, row.theme), [])]


def test_the_first_theme_of_a_paragraph_is_its_main_one(ds):
    codes = ds.codes[(ds.codes["inspection"] == "york/2022-ilacs") & ~ds.codes["is_summary"]]
    first = codes.groupby("paragraph", sort=False).head(1)
    for row in first.itertuples():
        assert any(one.paragraph == row.paragraph and one.place == 0 for one in said(ds)["york/2022-ilacs", row.theme])


def test_the_verdict_asked_first_wins(ds):
    concern = first_with(ds, "york/2012-slac", "recording", ("concern", "strength"))
    codes = ds.codes[
        (ds.codes["inspection"] == "york/2012-slac") & (ds.codes["theme"] == "recording") & ~ds.codes["is_summary"]
    ]
    assert concern == codes.loc[codes["verdict"] == "concern", "paragraph"].iloc[0]
    assert first_with(ds, "york/2012-slac", "recording", ()) is None


def test_every_finding_has_its_quote(ds):
    assert len(quotes(ds)) == len(ds.findings)


def test_no_quote_stands_for_a_theme_where_its_paragraph_speaks_of_three(ds):
    codes = ds.codes[~ds.codes["is_summary"]].groupby(["inspection", "paragraph"], sort=False)["theme"]
    many = {key: themes.iloc[0] for key, themes in codes if len(themes) > 2}
    assert len(many) > 10
    for (inspection, paragraph), theme in many.items():
        one = next(one for one in said(ds)[inspection, theme] if one.paragraph == paragraph)
        assert not one.quotable
