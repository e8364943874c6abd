"""The Data Package has the structure that its standard asks for, and describes the very files that are served."""

import csv
import io
import json
from datetime import date

import jsonschema
import pytest

from exports.open_data import answer
from loaders import Dataset

NAME = {"type": "string", "pattern": r"^[a-z0-9._/-]+$"}
TEXT = {"type": "string", "minLength": 1}
NAMES = {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True}
FIELD = {
    "type": "object",
    "required": ["name", "type", "description"],
    "properties": {
        "name": NAME,
        "type": {"enum": ["string", "integer", "date", "boolean"]},
        "description": TEXT,
        "constraints": {
            "type": "object",
            "properties": {"required": {"type": "boolean"}},
            "additionalProperties": False,
        },
        "trueValues": NAMES,
        "falseValues": NAMES,
    },
    "additionalProperties": False,
}
KEY = {
    "type": "object",
    "required": ["fields", "reference"],
    "properties": {
        "fields": NAMES,
        "reference": {
            "type": "object",
            "required": ["resource", "fields"],
            "properties": {"resource": NAME, "fields": NAMES},
        },
    },
}
SCHEMA = {
    "type": "object",
    "required": ["fields"],
    "properties": {
        "fields": {"type": "array", "items": FIELD, "minItems": 1},
        "primaryKey": NAMES,
        "foreignKeys": {"type": "array", "items": KEY, "minItems": 1},
        "missingValues": {"type": "array", "items": {"type": "string"}},
    },
}
RESOURCE = {
    "type": "object",
    "required": ["name", "path", "type", "schema"],
    "properties": {
        "name": NAME,
        "path": {"type": "string", "pattern": r"^(?!/|.*\.\.)[^:]+$"},
        "type": {"const": "table"},
        "mediatype": {"type": "string", "pattern": r"^.+/.+$"},
        "schema": SCHEMA,
    },
}
LICENCE = {
    "type": "object",
    "anyOf": [{"required": ["name"]}, {"required": ["path"]}],
    "properties": {"name": TEXT, "path": TEXT},
}
PACKAGE = {
    "type": "object",
    "required": ["resources", "name", "licenses", "version", "created"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "name": NAME,
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "licenses": {"type": "array", "items": LICENCE, "minItems": 1},
        "resources": {"type": "array", "items": RESOURCE, "minItems": 1},
    },
}
"""What the standard (Data Package 2.0) asks of the parts that are used here."""

READ = {
    "string": str,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"True": True, "False": False}.__getitem__,
}


@pytest.fixture(scope="module")
def package(ds) -> dict:
    found = answer(ds, "datapackage.json")
    assert (found.status, found.media) == (200, "application/json")
    return json.loads(found.body)


@pytest.fixture(scope="module")
def tables(ds, package) -> dict[str, list[dict[str, str]]]:
    """The rows of each resource's own file."""
    files = {resource["name"]: answer(ds, resource["path"]) for resource in package["resources"]}
    assert {found.status for found in files.values()} == {200}
    return {name: list(csv.DictReader(io.StringIO(found.body.decode("utf-8-sig")))) for name, found in files.items()}


def test_it_has_the_structure_of_a_data_package(package):
    assert [error.message for error in jsonschema.Draft202012Validator(PACKAGE).iter_errors(package)] == []
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))


def test_it_describes_every_table(package):
    assert {resource["name"] for resource in package["resources"]} == set(Dataset.frame_names())


def test_each_value_of_each_file_is_of_the_type_that_is_said(package, tables):
    for resource in package["resources"]:
        fields, rows = resource["schema"]["fields"], tables[resource["name"]]
        if rows:
            assert list(rows[0]) == [field["name"] for field in fields]
        for field in fields:
            for value in {row[field["name"]] for row in rows} - {""}:
                READ[field["type"]](value)


def test_each_reference_leads_to_the_key_of_a_table(package, tables):
    keys = {resource["name"]: resource["schema"].get("primaryKey") for resource in package["resources"]}
    for resource in package["resources"]:
        for reference in resource["schema"].get("foreignKeys", []):
            other = reference["reference"]
            assert other["fields"] == keys[other["resource"]]
            known = {tuple(row[name] for name in other["fields"]) for row in tables[other["resource"]]}
            held = {tuple(row[name] for name in reference["fields"]) for row in tables[resource["name"]]}
            assert {key for key in held if all(key)} <= known, (resource["name"], reference["fields"])
