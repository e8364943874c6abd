"""Give readers inputs made to break them, guided by which lines of code each input reaches: ``python -m tests.fuzz``.

Runs atheris (Google's fuzzer for Python, Apache licence), which is not among the requirements: it exists for Linux and macOS
alone, and nothing but this command needs it. Install it with ``pip install atheris``. Each target runs in a process of its own
for its share of the time. What goes wrong is kept once for each kind of fault in ``tests/fuzz/found/<target>/``, where
``test_fuzz.py`` tries it again from then on. Exit code 0 where nothing was found, else 1.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import time
import traceback
from pathlib import Path

FOUND = Path(__file__).parent / "found"


def fuzz(name: str, seconds: int, corpus: Path) -> None:
    """Fuzz one target in this process, which ends with it."""
    import atheris

    with atheris.instrument_imports(include=["loaders", "yaml", "csv"]):
        from tests.fuzz.targets import TARGETS, tried
    known: set[str] = set()
    count, began = 0, time.monotonic()

    def one(data: bytes) -> None:
        nonlocal count
        count += 1
        wrong = tried(name, data)
        if wrong and (kind := f"{wrong.split(':')[0][:40]} {_where(TARGETS[name], data, wrong)}") not in known:
            known.add(kind)
            _keep(name, data)
            print(f"FOUND {name}: {wrong} {kind}", flush=True)
        if time.monotonic() - began > seconds:
            print(f"{name}: {count:,} inputs, {len(known)} kinds of fault", flush=True)
            sys.stdout.flush()
            raise KeyboardInterrupt

    corpus.mkdir(parents=True, exist_ok=True)
    atheris.Setup([name, str(corpus), f"-max_total_time={seconds}", "-max_len=600", "-timeout=60", "-rss_limit_mb=0", "-print_final_stats=1"], one)  # fmt: skip
    atheris.Fuzz()


def _where(target: object, data: bytes, wrong: str) -> str:
    """The last line of our own code that an exception came from, to tell kinds of fault apart."""
    if wrong.startswith("took"):
        return ""
    try:
        target(data)  # type: ignore[operator]
    except Exception as error:
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/loaders/" in frame.filename]
        return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return "(not again)"


def _keep(name: str, data: bytes) -> None:
    folder = FOUND / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)


def main() -> int:
    """Fuzz each target named, or all, one after another."""
    from tests.fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", nargs="*", choices=[*TARGETS, []], help="which; all of them where none is named")
    parser.add_argument("--minutes", type=float, default=8, help="for all together (default: 8)")
    parser.add_argument(
        "--corpus", type=Path, default=Path("/tmp/inspections-fuzz"), help="where inputs that reach new code are kept"
    )
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = options.target or list(TARGETS)
    seconds = max(1, round(options.minutes * 60 / len(names)))
    if options.here:
        fuzz(names[0], seconds, options.corpus / names[0])
        return 0
    wrong = False
    for name in names:
        command = [
            sys.executable,
            "-m",
            "tests.fuzz",
            name,
            "--here",
            "--minutes",
            str(seconds / 60),
            "--corpus",
            str(options.corpus),
        ]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        said = [
            line
            for line in (done.stdout + done.stderr).splitlines()
            if line.startswith(("FOUND", name, "stat::number", "Traceback", "ModuleNotFound")) or "cov:" in line
        ]
        print(
            "\n".join(
                [*(line for line in said if "cov:" not in line), *[line for line in said if "cov:" in line][-1:]]
            ),
            flush=True,
        )
        wrong |= any(line.startswith("FOUND") for line in said) or "cov:" not in done.stderr
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
