"""A small England in a test: reports that were read, a paragraph for each code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from loaders import DATA, Dataset, load
from tests.builders import copy_vocabulary, write

WORDS = {"O": "Outstanding", "G": "Good", "RI": "Requires improvement to be good", "I": "Inadequate"}
VERDICTS = {"+": "strength", "±": "mixed", "-": "concern"}
FRAMEWORKS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (DATA / "frameworks").glob("ilacs_*.yaml")
}


def report(
    data: Path,
    authority: str,
    start: str,
    grade: str,
    codes: Mapping[str, str],
    asked: tuple[str, ...] = (),
    **more: object,
) -> str:
    """Write the record of one full inspection that was read, and return its id.

    ``codes``: theme and signs, a paragraph each (``{"supervision": "--+"}``); ``asked``: themes of its recommendations.
    """
    framework = "ilacs_2018" if start < "2023" else "ilacs_2023" if start < "2026-04" else "ilacs_2026"
    findings = [
        {
            "paragraph": str(number),
            "section": "Leaders",
            "summary": f"What {authority} does about {theme.replace('_', ' ')}, seen {number} times.",
            "quote": f"{authority} {start[:4]} {theme} is {VERDICTS[sign]} number {number}",
            "codes": {theme: VERDICTS[sign]},
            "page": number,
        }
        for number, (theme, sign) in enumerate(((t, s) for t, signs in codes.items() for s in signs), start=1)
    ]
    judgements = [judgement["id"] for judgement in FRAMEWORKS[framework]["judgements"]]
    record = {
        "framework": framework,
        "depth": "coded",
        "start": start,
        "published": f"{start[:8]}28",
        "source": {"file": "report.txt", "url": f"https://files.ofsted.gov.uk/{authority}-{start}"},
        "counts": {"recommendations": len(asked)},
        "grades": dict.fromkeys(judgements, WORDS[grade]),
        "recommendations": [
            {"id": f"R{n}", "summary": f"Better {t}.", "quote": f"The quality of {t}.", "themes": {"primary": [t]}}
            for n, t in enumerate(asked, start=1)
        ],
        "findings": findings,
        "readings": 1,
        **more,
    }
    path = f"inspections/{authority}/{start[:4]}-ilacs.yaml"
    write(data / path, yaml.safe_dump(record, allow_unicode=True, sort_keys=False))
    return f"{authority}/{start[:4]}-ilacs"


def loaded(data: Path) -> Dataset:
    """Load it; every record must be sound."""
    copy_vocabulary(data)
    ds = load(data)
    assert ds.problems.empty, ds.problems[["file", "message"]].to_string()
    return ds
