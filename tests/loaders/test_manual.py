"""The manual, the schemas and the template say what the loaders do, because they are written from them or read by them."""

import json
import shutil

import jsonschema
import pytest

from loaders import DATA, load
from loaders.dataset.manual import readme
from loaders.records import manual
from loaders.records.yaml_lines import read_yaml
from tests.builders import small_data

FILES = sorted(DATA.rglob("*.yaml"))


def schema_of(path):
    """The schema that the first line of a file names."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith("# yaml-language-server: $schema=")
    return path.parent / first.partition("$schema=")[2]


def references(node) -> set[str]:
    if isinstance(node, dict):
        return {node["$ref"]} if isinstance(node.get("$ref"), str) else set().union(*map(references, node.values()))
    return set().union(*map(references, node)) if isinstance(node, list) else set()


def test_the_manual_is_as_the_models_say():
    assert (DATA / "README.md").read_text(encoding="utf-8") == readme()


@pytest.mark.parametrize("name", manual.SCHEMAS)
def test_the_schema_is_as_the_models_say(name):
    assert (DATA / f"schema/{name}.schema.json").read_text(encoding="utf-8") == manual.json_schema(name)


def test_no_schema_is_left_over():
    assert {path.name for path in (DATA / "schema").iterdir()} == {f"{name}.schema.json" for name in manual.SCHEMAS}


@pytest.mark.parametrize("name", manual.SCHEMAS)
def test_every_reference_inside_a_schema_leads_somewhere(name):
    schema = json.loads(manual.json_schema(name))
    assert references(schema) <= {f"#/$defs/{definition}" for definition in schema.get("$defs", {})}


def test_each_file_names_its_schema_in_the_first_line():
    for path in FILES:
        assert schema_of(path).resolve().parent == DATA / "schema", path
        assert schema_of(path).is_file(), path


def test_an_editor_marks_nothing_wrong_in_the_data():
    validators = {
        name: jsonschema.Draft202012Validator(json.loads(manual.json_schema(name))) for name in manual.SCHEMAS
    }
    for path in FILES:
        content, _ = read_yaml(path, path.name)
        marked = [
            error.message
            for error in validators[schema_of(path).name.removesuffix(".schema.json")].iter_errors(content)
        ]
        assert marked == [], path


def test_the_template_is_a_record_as_it_stands(tmp_path):
    data = small_data(tmp_path)
    shutil.copy(DATA / "template.yaml", data / "inspections/york/2023-ilacs.yaml")
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert "york/2023-ilacs" in set(ds.inspections["inspection"])


def test_the_manual_names_every_field_of_a_record():
    text = readme()
    for name in ("inspection", "action-plan", "framework", "scale"):
        schema = json.loads(manual.json_schema(name))
        for model in (schema, *schema.get("$defs", {}).values()):
            for field in model.get("properties", {}):
                assert f"| `{field}` |" in text
