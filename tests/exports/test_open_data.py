"""The open data: each table, each filter, each refusal."""

import csv
import io
import json
import re
from urllib.parse import parse_qsl

import pytest

from analysis.about.method import sections
from analysis.recommendations.asked import Wanted
from analysis.recommendations.asked import found as recommendations_found
from exports.open_data import answer
from loaders import DATA, Dataset
from loaders.dataset.contract import TABLES


def rows(ds: Dataset, path: str, *query: tuple[str, str]) -> list[dict]:
    found = answer(ds, path, query)
    assert found.status == 200, found.body
    return json.loads(found.body)


@pytest.mark.parametrize("name", TABLES)
def test_each_table_is_there_as_csv_and_as_json(ds, name):
    table = list(csv.DictReader(io.StringIO(answer(ds, f"{name}.csv").body.decode("utf-8-sig"))))
    plain = rows(ds, f"{name}.json")
    assert len(table) == len(plain) == len(getattr(ds, name))
    if plain:
        assert list(table[0]) == list(plain[0]) == list(getattr(ds, name).columns)


def test_the_exact_bytes_of_a_table(ds):
    body = answer(
        ds, "grades.csv", (("authority", "york"), ("inspection", "york/2025-ilacs"), ("strand", "overall"))
    ).body
    assert (
        body
        == (
            "\ufeffinspection,authority,framework,start,judgement,judgement_label,strand,fit,covers,grade_as_published,grade,rank,set,"
            "number_as_published,leads,indicative,no_grade,note\r\n"
            "york/2025-ilacs,york,ilacs_2023,2025-02-24,overall_effectiveness,Overall effectiveness,overall,same,,Outstanding,outstanding,1,,"
            ",True,False,,\r\n"
        ).encode()
    )


def test_a_filter_takes_ids_and_the_words_shown(ds):
    for value in ("york", "York", "YORK", "E06000014"):
        assert {row["authority"] for row in rows(ds, "inspections.json", ("authority", value))} == {"york"}
    both = rows(ds, "inspections.json", ("authority", "York"), ("authority", "North Yorkshire"))
    assert {row["authority"] for row in both} == {"york", "north-yorkshire"}


def test_known_by_a_day(ds):
    found = rows(ds, "inspections.json", ("authority", "York"), ("as_at", "2022-05-03"))
    assert "york/2022-ilacs" not in {row["inspection"] for row in found}
    found = rows(ds, "inspections.json", ("authority", "York"), ("as_at", "4 May 2022"))
    assert "york/2022-ilacs" in {row["inspection"] for row in found}
    assert rows(ds, "actions.json", ("as_at", "2022-07-12")) == []
    assert len(rows(ds, "actions.json", ("as_at", "2022-07-13"))) == 32
    assert len(rows(ds, "plan_versions.json", ("as_at", "2022-07-13"))) == 3


def test_a_theme_and_a_verdict_belong_to_one_code(ds):
    found = rows(ds, "findings.json", ("authority", "York"), ("theme", "homelessness_16_17"), ("verdict", "concern"))
    assert [(row["inspection"], row["paragraph"]) for row in found] == [("york/2022-ilacs", "11")]
    asked = rows(
        ds, "recommendations.json", ("theme", "Homeless 16- and 17-year-olds"), ("inspection", "york/2022-ilacs")
    )
    assert [row["recommendation"] for row in asked] == ["R5"]


def test_actions_by_status_and_lead(ds):
    assert len(rows(ds, "actions.json", ("status", "reported complete"))) == 9
    assert len(rows(ds, "actions.json", ("status", "no status word"))) == 13
    lead = rows(ds, "actions.json")[0]["leads"]
    assert {row["leads"] for row in rows(ds, "actions.json", ("lead", lead))} == {lead}


def test_a_selection_without_rows_is_a_table_without_rows(ds):
    found = answer(ds, "actions.csv", (("authority", "North Yorkshire"),))
    assert found.status == 200
    assert len(found.body.decode("utf-8-sig").splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "query", "status", "sentence"),
    [
        ("grade.csv", (), 404, "There is no /data/grade.csv here. Did you mean /data/grades.csv?"),
        ("grades.xml", (), 404, "There is no /data/grades.xml here."),
        ("../app.py", (), 404, "/data/ lists every table."),
        (
            "grades.csv",
            (("theme", "recording"),),
            400,
            "grades cannot be narrowed by “theme”. It takes: authority, inspection, strand, as_at.",
        ),
        ("grades.csv", (("colour", "red"),), 400, "grades cannot be narrowed by “colour”."),
        ("grades.csv", (("authority", "Atlantis"),), 400, "authority=“Atlantis” is not in this data."),
        ("grades.csv", (("as_at", "2022-02-30"),), 400, "Write a day as 2023-12-31, up to 2026-08-22."),
        ("grades.csv", (("as_at", "2099-01-01"),), 400, "Write a day as"),
        ("grades.csv", (("as_at", "2022-01-01"), ("as_at", "2023-01-01")), 400, "as_at is given twice."),
        ("findings.csv", (("section", "Nowhere"),), 400, "section=“Nowhere” is not in this data."),
        ("dataset.xlsx", (("authority", "York"),), 400, "takes no parameters"),
        ("coding_rules.csv", (("as_at", "2022-01-01"),), 400, "It takes: no parameters."),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(ds, path, query, status, sentence):
    found = answer(ds, path, query)
    assert found.status == status
    assert sentence in found.body.decode()


def test_the_schema_explains_every_table_and_column(ds):
    schema = json.loads(answer(ds, "schema.json").body)
    assert schema["as_at"] == "2026-08-22"
    assert schema["tables"]["grades"]["filters"] == ["authority", "inspection", "strand", "as_at"]
    for name, table in schema["tables"].items():
        assert [column["column"] for column in table["columns"]] == list(getattr(ds, name).columns)


def test_the_addresses_in_the_readme_and_on_the_about_page_are_answered(ds):
    texts = (DATA.parent / "README.md").read_text(encoding="utf-8") + dict(sections(ds))["Open data"]
    addresses = set(re.findall(r"\bdata/((?:[a-z_]+\.(?:csv|json|xlsx))(?:\?[\w=&-]+)?)", texts)) - {
        "schema/inspection.schema.json"
    }
    assert {
        "grades.csv",
        "dataset.xlsx",
        "schema.json",
        "datapackage.json",
        "grades.csv?authority=York&as_at=2023-12-31",
    } <= addresses
    for address in addresses:
        path, _, query = address.partition("?")
        assert answer(ds, path, tuple(parse_qsl(query))).status == 200, address


def test_the_list_of_tables_links_to_each(ds):
    page = answer(ds, "").body.decode()
    assert all(f'href="{name}.csv"' in page and f'href="{name}.json"' in page for name in TABLES)
    assert 'lang="en-GB"' in page


def test_actions_without_a_status_can_be_asked_for_beside_others(ds):
    without, complete = ("status", "no status word"), ("status", "complete")
    alone = [len(rows(ds, "actions.json", one)) for one in (without, complete)]
    assert all(alone)
    assert len(rows(ds, "actions.json", without, complete)) == sum(alone)


def test_recommendations_on_a_theme_are_those_of_the_page(ds):
    """Its primary themes say what is to get better; the others are context."""
    found = {
        (row["inspection"], row["recommendation"]) for row in rows(ds, "recommendations.json", ("theme", "Supervision"))
    }
    page = recommendations_found(ds, Wanted(themes=("supervision",)))
    assert found == set(zip(page["inspection"], page["recommendation"], strict=True))
