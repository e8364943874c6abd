"""What all tests share."""

import os
import tempfile
from pathlib import Path

from hypothesis import settings

# A busy machine is no fault of the code: what a test may cost is bounded where that is its subject.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Compiled copies of data that tests make up do not push those of the user's own data out.
os.environ.setdefault("INSPECTIONS_CACHE", str(Path(tempfile.gettempdir()) / "inspections-over-time-tests"))
