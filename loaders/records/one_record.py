"""One record given as text, checked as ``check`` checks a folder; nothing is read from or written to a disk."""

from __future__ import annotations

from typing import Any

from . import schema
from .checks import inspection_problems
from .checks_identity import Words
from .contents import Origin, Records
from .problems import Problem, Refused, at_most
from .validation import validated
from .yaml_lines import parse_yaml


def problems_of(text: str, record_id: str, vocabulary: dict[str, Any]) -> list[Problem]:
    """What is wrong with the text of ``data/inspections/<record_id>.yaml``. ``vocabulary``: ``Records.vocabulary``."""
    held = Records(vocabulary=vocabulary, inspection_ids={record_id})
    name = f"data/inspections/{record_id}.yaml"
    try:
        data, lines = parse_yaml(text, name)
    except Refused as refused:
        return [refused.problem]
    held.origins[record_id] = Origin(name, lines)
    record = validated(held, held.origins[record_id], data, schema.Inspection)
    if record is not None:
        held.problems += at_most(inspection_problems(record_id, record, held, Words(held)))
    return sorted(held.problems)
