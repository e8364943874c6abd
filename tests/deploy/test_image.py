"""The image of ``deploy/`` without an engine: what it copies is enough, and each way to run it takes away what it does not need."""

import json
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from benchmarks.session import ROOT

LINES = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", "").splitlines()
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))
KUBERNETES = list(yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text(encoding="utf-8")))
WORKLOADS = [part for part in KUBERNETES if part["kind"] in ("StatefulSet", "Deployment")]


def words(instruction: str) -> list[list[str]]:
    """What stands behind each instruction of this name."""
    return [line.split()[1:] for line in LINES if line.startswith(f"{instruction} ")]


def test_what_the_image_copies_is_enough_to_load_the_data_and_make_the_application(tmp_path):
    for source, target in words("COPY"):
        if source.endswith("/"):
            shutil.copytree(ROOT / source, tmp_path / target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / source, tmp_path / target)
    code = "import app, loaders; from pages import SHOW; print(len(loaders.current().authorities), len(SHOW))"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=300
    )
    assert re.fullmatch(r"1\d\d 11", answer.stdout.strip().splitlines()[-1] if answer.stdout else ""), answer.stderr


def test_the_context_of_the_image_holds_what_it_copies():
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for source, _ in words("COPY"):
        assert f"!{source}" in kept


def test_the_image_runs_without_rights_and_says_how_it_is():
    assert words("USER") == [["10001"]]
    assert "/healthz" in " ".join(next(line for line in LINES if "urlopen" in line).split())
    command = json.loads(next(line for line in LINES if line.startswith("CMD ")).removeprefix("CMD "))
    assert command[:5] == ["python", "-m", "streamlit", "run", "app.py"]


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_each_service_of_the_compose_file_may_write_only_to_tmp(name):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]
    assert service["cap_drop"] == ["ALL"]


@pytest.mark.parametrize("workload", WORKLOADS, ids=lambda part: part["metadata"]["name"])
def test_each_workload_may_write_only_to_tmp_and_runs_as_no_one(workload):
    pod = workload["spec"]["template"]["spec"]
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert workload["spec"]["replicas"] > 1
    for container in pod["containers"]:
        assert container["securityContext"]["readOnlyRootFilesystem"] is True
        assert [mount["mountPath"] for mount in container["volumeMounts"] if not mount.get("subPath")] == ["/tmp"]


def test_nginx_asks_the_same_instances_everywhere():
    named = re.findall(r"server (dashboard-\d):8501", (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8"))
    assert [name for name in COMPOSE["services"] if name != "nginx"] == named
    services = [part["metadata"]["name"] for part in KUBERNETES if part["kind"] == "Service"]
    assert [name for name in services if name.startswith("dashboard")] == named
    assert WORKLOADS[0]["spec"]["replicas"] == len(named)
