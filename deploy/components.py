"""What the dashboard is made of: every package of requirements.lock, with its licence, and as a bill of materials.

``python -m deploy.components`` lists the licences and exits 1 where one is not known to go with the MIT licence of the code.
``--bom FILE`` writes them as CycloneDX 1.6 JSON as well. Licences are read from the installed packages themselves.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
LINE = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+?)(?: ; (.+?))?(?: \\)?$", re.MULTILINE | re.IGNORECASE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
SPELT = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd 3-clause license": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    # pypdfium2: what it names as dependencies are the parts of pdfium, whose texts its wheel holds, all of this kind.
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "historical permission notice and disclaimer (hpnd)": "HPND",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "the unlicense (unlicense)": "Unlicense",
}
"""How packages spell licences that have a name of their own in the list of SPDX."""
COMPATIBLE = frozenset(
    [
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC0-1.0",
        "CNRI-Python",
        "HPND",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",
        "NCSA",
        "PSF-2.0",
        "Python-2.0",
        "Unlicense",
        "Zlib",
        "LLVM-exception",
        "libtiff",
        "FTL",
        "Unicode-3.0",
    ]
)
"""Licences under which a package may be used unchanged beside code under MIT. The MPL asks for changed files of its own alone."""
ELSEWHERE = {"colorama": "BSD-3-Clause", "tzdata": "Apache-2.0", "pywin32": "PSF-2.0", "pexpect": "ISC"}
"""Packages that only other systems need, so that they are not installed here, and the licences they name on PyPI."""


class Component(NamedTuple):
    """A package of the lock: its name, version, licence (SPDX; '' where unknown), and the sums of its files."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...]

    @property
    def compatible(self) -> bool:
        """Whether every part of the licence is one that goes with ours; of several offered, one is enough."""
        offers = re.split(r"\s+OR\s+", self.licence.strip("()"))
        return any(self._parts(offer) and self._parts(offer) <= COMPATIBLE for offer in offers)

    @staticmethod
    def _parts(offer: str) -> set[str]:
        return {part for part in re.split(r"\s+(?:AND|WITH)\s+|[()]", offer) if part.strip()}


def components() -> list[Component]:
    """Every package of the lock, in its order."""
    text = LOCK.read_text(encoding="utf-8")
    found = list(LINE.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Component(match[1].lower(), match[2], _licence(match[1]), tuple(HASH.findall(text, match.end(), end)))
        for match, end in zip(found, ends, strict=True)
    ]


def _licence(name: str) -> str:
    try:
        about = distribution(name)
    except PackageNotFoundError:
        return ELSEWHERE.get(name.lower(), "")
    return _expression(about)


def _expression(about: Distribution) -> str:
    """The licence as SPDX writes it: as the package says in that way, or as its classifiers or its short words mean."""
    if said := about.metadata.get("License-Expression"):
        return str(said)
    classes = [
        one.rpartition(" :: ")[2] for one in about.metadata.get_all("Classifier") or () if one.startswith("License ::")
    ]
    words = about.metadata.get("License") or ""
    meant = [
        SPELT.get(one.lower(), one) for one in (words, *classes) if one and len(one) < 60 and one != "OSI Approved"
    ]
    return next((one for one in meant if one in COMPATIBLE or " " in one), meant[0] if meant else "")


def bill(parts: list[Component]) -> dict[str, object]:
    """The bill of materials, as CycloneDX 1.6. It says nothing of the day, so that it changes only with the lock."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "inspections-over-time", "bom-ref": "inspections-over-time", "licenses": [{"license": {"id": "MIT"}}]}},
        "components": [
            {
                "type": "library",
                "bom-ref": f"pkg:pypi/{part.name}@{part.version}",
                "name": part.name,
                "version": part.version,
                "purl": f"pkg:pypi/{part.name}@{part.version}",
                "licenses": [{"expression": part.licence}] if part.licence else [],
                "properties": [{"name": "inspections:file:sha256", "value": one} for one in part.hashes],
            }
            for part in parts
        ],
    }  # fmt: skip


def main() -> int:
    """List the licences; write the bill where it is asked for. 1 where a licence is unknown or does not go with ours."""
    parser = argparse.ArgumentParser(
        prog="python -m deploy.components", description="List what the dashboard is made of."
    )
    parser.add_argument("--bom", type=Path, metavar="FILE", help="write the bill of materials there (CycloneDX JSON)")
    options = parser.parse_args()
    parts = components()
    for part in parts:
        print(
            f"{part.name} {part.version}: {part.licence or 'unknown'}{'' if part.compatible else '  <- look at this one'}"
        )
    wrong = [part.name for part in parts if not part.compatible]
    print(f"{len(parts)} packages, {len(wrong)} to look at.")
    if options.bom:
        options.bom.write_text(json.dumps(bill(parts), indent=1) + "\n", encoding="utf-8", newline="\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
