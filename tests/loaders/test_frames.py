"""The frames have the columns and types they promise, and hold what the sources hold, counted by hand."""

import pandas as pd
import pytest

from loaders import Dataset, load
from tests.builders import INSPECTION, PLAN, replace, small_data, write

CONTRACT = {
    "authorities": "authority name ons_code dfe_code urn region status",
    "neighbours": "authority neighbour rank",
    "inspections": "inspection authority framework kind start end date_precision published lead_inspector url depth readings visit_theme focus",
    "grades": "inspection authority framework start judgement judgement_label strand fit covers grade_as_published grade rank",
    "findings": "inspection authority paragraph section summary quote is_summary",
    "codes": "inspection authority paragraph theme verdict",
    "recommendations": "inspection authority recommendation summary quote timescale priority_action addressee",
    "recommendation_themes": "inspection authority recommendation theme primary",
    "actions": "plan authority inspection recommendation action summary leads deadline deadline_as_published status status_as_published",
    "expected_outcomes": "plan authority inspection recommendation outcome summary",
    "frameworks": "id label",
    "judgements": "id label",
    "grade_scale": "id label",
    "themes": "id label",
    "sources": "record file checked",
    "notes": "record kind text",
    "plans": "plan authority inspection",
    "problems": "file line field message severity",
}
DATES = {
    "inspections": ["start", "end", "published"],
    "grades": ["start"],
    "actions": ["deadline"],
    "sources": ["checked"],
}
KEYS = {
    "authorities": ["authority"],
    "inspections": ["inspection"],
    "grades": ["inspection", "judgement"],
    "findings": ["inspection", "paragraph"],
    "codes": ["inspection", "paragraph", "theme"],
    "recommendations": ["inspection", "recommendation"],
    "recommendation_themes": ["inspection", "recommendation", "theme"],
    "actions": ["plan", "action"],
    "expected_outcomes": ["plan", "recommendation", "outcome"],
}


def of(frame: pd.DataFrame, inspection: str) -> pd.DataFrame:
    return frame[frame["inspection"] == inspection]


def the(ds: Dataset, inspection: str) -> pd.Series:
    return ds.inspections.set_index("inspection").loc[inspection]


@pytest.mark.parametrize("name", CONTRACT)
def test_frame_has_the_columns_of_the_contract(ds, name):
    assert set(CONTRACT[name].split()) <= set(getattr(ds, name).columns)


@pytest.mark.parametrize("name", DATES)
def test_dates_are_dates(ds, name):
    frame = getattr(ds, name)
    assert all(pd.api.types.is_datetime64_any_dtype(frame[column]) for column in DATES[name])


@pytest.mark.parametrize("name", KEYS)
def test_each_thing_stands_in_one_row_under_an_id_that_is_text(ds, name):
    keys = getattr(ds, name)[KEYS[name]]
    assert not keys.isna().any(axis=None)
    assert not keys.duplicated().any()
    assert all(isinstance(value, str) for value in keys.to_numpy().ravel())


@pytest.mark.parametrize(
    "name", [name for name, columns in CONTRACT.items() if "inspection" in columns.split() and name != "inspections"]
)
def test_every_row_belongs_to_an_inspection_of_its_authority(ds, name):
    rows = getattr(ds, name)
    assert set(rows["inspection"]) <= set(ds.inspections["inspection"])
    assert (rows["inspection"].str.partition("/")[0] == rows["authority"]).all()


def test_unknown_is_missing(ds):
    york_2012 = the(ds, "york/2012-slac")
    assert york_2012[["end", "lead_inspector", "url", "visit_theme", "focus"]].isna().all()
    assert york_2012["published"] == pd.Timestamp("2012-05-14")


@pytest.mark.parametrize(
    ("inspection", "start", "precision"),
    [
        ("york/2012-slac", "2012-03-01", "month"),
        ("york/2014-thematic", "2014-01-21", "day"),
        ("york/2018-jtai", "2018-11-01", "month"),
        ("york/2019-focused-visit", "2019-01-01", "year"),
        ("york/2022-ilacs", "2022-03-07", "day"),
        ("york/2023-focused-visit", "2023-08-01", "day"),
        ("north-yorkshire/2023-ilacs", "2023-07-03", "day"),
    ],
)
def test_start_is_as_precise_as_its_source(ds, inspection, start, precision):
    assert the(ds, inspection)["start"] == pd.Timestamp(start)
    assert the(ds, inspection)["date_precision"] == precision


@pytest.mark.parametrize(
    "inspection",
    ["york/2014-thematic", "york/2018-jtai", "york/2019-focused-visit"],
)
def test_an_event_without_a_source_is_listed_and_has_no_more_than_a_note(ds, inspection):
    assert the(ds, inspection)["depth"] == "listed"
    assert pd.isna(the(ds, inspection)["published"])
    assert "gap" in set(ds.notes.loc[ds.notes["record"] == inspection, "kind"])
    assert of(ds.grades, inspection).empty
    assert of(ds.recommendations, inspection).empty
    assert of(ds.findings, inspection).empty


@pytest.mark.parametrize(
    ("inspection", "grades", "recommendations", "findings"),
    [
        ("york/2012-slac", 22, 10, 142),
        ("york/2022-ilacs", 4, 7, 45),
        ("york/2023-focused-visit", 0, 2, 18),
        ("north-yorkshire/2023-ilacs", 5, 1, 55),
    ],
)
def test_coded_report_is_whole(ds, inspection, grades, recommendations, findings):
    assert the(ds, inspection)["depth"] == "coded"
    counted = [len(of(frame, inspection)) for frame in (ds.grades, ds.recommendations, ds.findings)]
    assert counted == [grades, recommendations, findings]


def test_york_2012_prints_a_number_beside_20_of_its_22_grades(ds):
    grades = of(ds.grades, "york/2012-slac")
    assert grades["number_as_published"].count() == 20
    assert grades["set"].value_counts().to_dict() == {"looked_after": 12, "safeguarding": 10}


def test_york_2012_gives_each_recommendation_a_timescale(ds):
    assert of(ds.recommendations, "york/2012-slac")["timescale"].notna().all()


def test_york_2012_findings_are_paragraphs_13_to_156_without_the_two_of_recommendations(ds):
    expected = [str(number) for number in range(13, 157) if number not in (23, 98)]
    assert of(ds.findings, "york/2012-slac")["paragraph"].tolist() == expected


def test_only_the_headline_paragraphs_of_the_visit_are_a_summary(ds):
    visit = of(ds.findings, "york/2023-focused-visit")
    assert visit.loc[visit["is_summary"], "paragraph"].tolist() == ["H1", "H2"]
    assert visit.loc[~visit["is_summary"], "paragraph"].tolist() == [str(number) for number in range(1, 17)]


def test_the_plan_answers_each_recommendation_with_actions_and_outcomes(ds):
    plan = "york/2022-action-plan"
    actions = ds.actions[ds.actions["plan"] == plan]
    outcomes = ds.expected_outcomes[ds.expected_outcomes["plan"] == plan]
    assert actions.groupby("recommendation").size().to_dict() == {
        "R1": 6,
        "R2": 6,
        "R3": 4,
        "R4": 4,
        "R5": 4,
        "R6": 3,
        "R7": 5,
    }
    assert outcomes.groupby("recommendation").size().to_dict() == {
        "R1": 3,
        "R2": 2,
        "R3": 4,
        "R4": 3,
        "R5": 3,
        "R6": 2,
        "R7": 3,
    }
    assert set(actions["inspection"]) == {"york/2022-ilacs"}


def test_the_plan_says_a_status_of_19_of_its_32_actions(ds):
    actions = ds.actions[ds.actions["plan"] == "york/2022-action-plan"]
    assert actions["status"].value_counts().to_dict() == {"complete": 9, "under_way": 5, "ongoing": 5}
    assert actions["status"].isna().sum() == 13
    assert (actions["status"].isna() == actions["status_as_published"].isna()).all()


def test_ten_deadlines_of_the_plan_are_no_dates_and_stand_as_printed(ds):
    actions = ds.actions[ds.actions["plan"] == "york/2022-action-plan"]
    undated = actions.loc[actions["deadline"].isna(), "deadline_as_published"]
    assert undated.value_counts().to_dict() == {
        "Ongoing": 5,
        "Quarterly reporting": 4,
        "Performance reviewed weekly": 1,
    }
    assert actions["deadline"].count() == 22
    printed = actions.loc[actions["deadline"].notna()]
    assert (printed["deadline"].dt.strftime("%d/%m/%Y") == printed["deadline_as_published"]).all()


def test_the_plan_stands_as_at_the_last_of_its_three_versions(ds):
    versions = ds.plan_versions[ds.plan_versions["plan"] == "york/2022-action-plan"]
    assert versions["version"].tolist() == ["1.0", "2.0", "3.0"]
    plan = ds.plans.set_index("plan").loc["york/2022-action-plan"]
    assert (plan["version"], plan["version_date"]) == ("3.0", pd.Timestamp("2022-07-13"))


def test_grades_stand_as_published_and_on_the_common_scale(ds):
    ranks = ds.grade_scale.set_index("grade")["rank"].to_dict()
    assert ranks == {"outstanding": 1, "good": 2, "requires_improvement": 3, "adequate": 3, "inadequate": 4}
    graded = ds.grades.dropna(subset="grade")
    assert (graded["grade"].map(ranks) == graded["rank"]).all()
    york_2022 = of(ds.grades, "york/2022-ilacs")
    assert set(york_2022["grade_as_published"]) == {"Requires improvement to be good"}
    assert set(york_2022["grade"]) == {"requires_improvement"}


def test_only_the_primary_themes_of_a_recommendation_are_primary(tmp_path):
    themes = load(small_data(tmp_path)).recommendation_themes
    assert themes[["recommendation", "theme", "primary"]].to_numpy().tolist() == [
        ["R1", "recording", True],
        ["R2", "supervision", True],
        ["R2", "workforce", False],
    ]


def test_codes_stand_in_the_order_of_the_record(tmp_path):
    codes = load(small_data(tmp_path)).codes
    assert codes[["paragraph", "theme", "verdict"]].to_numpy().tolist() == [
        ["1", "leadership", "strength"],
        ["2", "direct_work", "concern"],
        ["2", "recording", "mixed"],
    ]


def test_a_report_read_for_its_recommendations_has_these_and_its_grades_and_no_finding(tmp_path):
    data = small_data(tmp_path)
    text = (data / INSPECTION).read_text(encoding="utf-8").replace("depth: coded", "depth: recommendations")
    write(data / INSPECTION, text[: text.index("findings:")] + "readings: 1\n")
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert ds.inspections[["depth", "readings", "recommendations"]].to_numpy().tolist() == [["recommendations", 1, 2]]
    assert [len(frame) for frame in (ds.grades, ds.recommendations, ds.recommendation_themes)] == [4, 2, 3]
    assert ds.findings.empty


def test_a_report_that_asks_for_nothing_can_be_read_for_its_recommendations(tmp_path):
    data = small_data(tmp_path)
    text = (data / INSPECTION).read_text(encoding="utf-8").replace("depth: coded", "depth: recommendations")
    text = text[: text.index("recommendations:\n")].replace("{recommendations: 2}", "{recommendations: 0}")
    (data / PLAN).unlink()
    write(data / INSPECTION, text + "readings: 1\n")
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert ds.inspections["recommendations"].tolist() == [0]


def test_a_paragraph_without_a_judgement_is_a_finding_without_codes(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "codes: {leadership: strength}", "codes: {}")
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert ds.findings["paragraph"].tolist() == ["1", "2"]
    assert set(ds.codes["paragraph"]) == {"2"}


def test_readings_are_said_of_what_was_coded_and_of_nothing_else(ds):
    readings = ds.inspections.set_index("inspection")["readings"]
    coded = ds.inspections.set_index("inspection")["depth"].isin(["coded", "recommendations"])
    assert readings[coded].isin([1, 2]).all()
    assert readings[~coded].isna().all()
    assert readings["york/2022-ilacs"] == 2


def test_at_most_one_judgement_leads_a_strand_of_a_framework(ds):
    leading = ds.judgements[ds.judgements["leads"]]
    assert not leading.duplicated(["framework", "strand"]).any()


def test_neither_overall_judgement_of_2012_stands_in_the_strand_overall(ds):
    overall = ds.judgements[
        (ds.judgements["framework"] == "slac") & ds.judgements["judgement"].str.endswith("overall_effectiveness")
    ]
    assert dict(zip(overall["judgement"], overall["strand"], strict=True)) == {
        "safeguarding_overall_effectiveness": "help_and_protection",
        "looked_after_overall_effectiveness": "children_in_care",
    }
    assert overall["indicative"].all()
