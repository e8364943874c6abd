"""What reports say, over all England, on a small England that the test makes: counts by inspection, with their base."""

import pandas as pd
import pytest

from analysis.comparison.standings import england
from analysis.england.reports_read import EVERY, parts, read_once
from analysis.england.theme_sentences import dividing_sentence, theme_by_part_sentence, themes_sentence, themes_title
from analysis.england.themes_of_england import dividing, first_pair, pairs_of_grades, theme_by_part, themes_of_part
from analysis.findings.evidence import Facets, findings
from analysis.findings.reports import Wanted, authorities_read, offered, reports
from analysis.themes.shares import theme_shares
from loaders import Dataset
from tests.builders import write
from tests.reports import loaded, report

GOOD = ["bath-and-north-east-somerset", "bournemouth-christchurch-and-poole", "bristol", "cornwall", "devon", "dorset", "gloucestershire", "north-somerset", "plymouth", "somerset", "south-gloucestershire"]  # fmt: skip
RI = ["barnsley", "bradford", "calderdale", "doncaster", "east-riding-of-yorkshire", "kingston-upon-hull", "kirklees", "leeds", "north-east-lincolnshire", "north-lincolnshire"]  # fmt: skip


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    """Eleven authorities of the South West that are Good, ten of Yorkshire that require improvement, and one of London."""
    data = tmp_path_factory.mktemp("england") / "data"
    for number, authority in enumerate(GOOD):
        supervision = "--+" if number < 2 else "+++"
        report(data, authority, "2024-03-04", "G", {"supervision": supervision, "plans": "+" if number else "±"})
    for number, authority in enumerate(RI):
        report(data, authority, "2023-05-01", "RI", {"supervision": "-" * (number + 1)}, asked=("supervision",))
    report(data, "leeds", "2019-05-06", "I", {"plans": "----"})
    report(data, "camden", "2024-06-03", "I", {"recording": "-", "plans": "-"}, readings=2)
    readings = "paragraph,theme,first,second,settled,reason\n1,recording,concern,concern,concern,\n2,plans,concern,concern,concern,\n"
    write(data / "codings" / "camden" / "2024-ilacs.csv", readings)
    return loaded(data)


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def row(table, theme):
    return table[table["theme"] == theme].iloc[0].to_dict()


def test_an_inspection_counts_once_however_many_paragraphs_it_has(ds, comparison):
    shares = themes_of_part(ds, comparison, EVERY)
    found = row(shares, "supervision")
    assert (found["weak"], found["mixed"], found["strong"], found["not_covered"]) == (12, 0, 9, 1)
    assert (found["asked"], found["base"]) == (10, 22)


def test_only_the_report_on_which_an_authority_stands_counts(ds, comparison):
    """The four concerns of Leeds in 2019 are of an earlier report."""
    assert row(themes_of_part(ds, comparison, EVERY), "plans")["weak"] == 1


def test_what_is_not_covered_is_no_strength_and_is_counted_apart(ds, comparison):
    assert row(themes_of_part(ds, comparison, EVERY), "early_help")["not_covered"] == 22
    sentence = themes_sentence(ds, themes_of_part(ds, comparison, EVERY), parts(ds, comparison)[EVERY])
    assert "A theme that is not covered is no strength." in sentence
    assert sentence.startswith("22 latest full inspections, one for each authority, 21 of them read once.")


def test_a_part_needs_ten_reports(ds, comparison):
    found = parts(ds, comparison)
    assert {words: len(ids) for words, ids in found.items()} == {
        EVERY: 22,
        "Good": 11,
        "Requires improvement to be good": 10,
        "ILACS 2023": 22,
        "South West": 11,
        "Yorkshire and the Humber": 10,
    }
    assert read_once(ds, found[EVERY]) == 21


def test_the_heading_names_the_theme_that_is_weak_most_often_with_its_base(ds, comparison):
    title = themes_title(ds, themes_of_part(ds, comparison, EVERY), EVERY)
    assert title == "Supervision: weak in 12 of 22 latest reports, more than any other theme"
    good = themes_title(ds, themes_of_part(ds, comparison, "Good"), "Good")
    assert good == "Supervision: weak in 2 of 11 latest reports (Good), more than any other theme"


def test_the_theme_that_divides_two_grades_most_comes_first(ds, comparison):
    assert list(pairs_of_grades(ds, comparison).values()) == ["Good and Requires improvement to be good"]
    pair = first_pair(ds, comparison)
    divided = dividing(ds, comparison, *pair)
    first = divided.iloc[0]
    assert (first["theme"], first["weak_worse"], first["base_worse"]) == ("supervision", 10, 10)
    assert (first["weak_better"], first["base_better"]) == (2, 11)
    sentence = dividing_sentence(ds, divided, "Good", "Requires improvement")
    assert "weak in 10 of 10 reports that gave Requires improvement, and in 2 of 11 that gave Good" in sentence
    assert sentence.endswith("In at least half of those that gave Requires improvement, these are weak: supervision.")


def test_one_theme_is_told_with_its_base(ds, comparison):
    sentence = theme_by_part_sentence(ds, theme_by_part(ds, comparison, "supervision"), "Supervision")
    assert sentence == (
        "Supervision: of 22 latest full inspections, 12 are weak, none mixed and 9 strong. "
        "One does not cover it. Ofsted asked for it in 10 of them."
    )


def test_findings_of_all_england_narrow_by_what_the_reports_are(ds):
    assert len(reports(ds, Wanted())) == 23
    assert len(reports(ds, Wanted(latest=True))) == 22
    assert reports(ds, Wanted(grades=("Inadequate",), latest=True)) == ("camden/2024-ilacs",)
    assert reports(ds, Wanted(frameworks=("ILACS 2018",))) == ("leeds/2019-ilacs",)
    assert len(reports(ds, Wanted(regions=("South West",)))) == 11
    weak = reports(ds, Wanted(latest=True, theme="supervision", balances=("weak",)))
    assert len(weak) == row(theme_shares(ds, reports(ds, Wanted(latest=True))), "supervision")["weak"] == 12
    assert reports(ds, Wanted(regions=("London",), frameworks=("ILACS 2018",))) == ()
    assert list(offered(ds, "grade")) == ["Good", "Requires improvement to be good", "Inadequate"]


def test_findings_of_all_england_say_whose_they_are(ds):
    chosen = reports(ds, Wanted(grades=("Good",), theme="supervision", balances=("weak",)))
    found = findings(ds, Facets(authorities_read(ds), chosen, ("supervision",), ("concern",)))
    assert len(found) == 4
    assert all(
        place.startswith(("Bath and North East Somerset", "Bournemouth, Christchurch")) for place in found["place"]
    )


def test_before_any_report_nothing_is_said_to_be_weak(ds):
    earlier = england(ds, "overall", pd.Timestamp("2018-06-01"))
    assert parts(ds, earlier) == {EVERY: ()}
    assert themes_title(ds, themes_of_part(ds, earlier, EVERY), EVERY) == "No report has been read that counts here"
    assert themes_sentence(ds, themes_of_part(ds, earlier, EVERY), ()).startswith("No full inspection that counts")
