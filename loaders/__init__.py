"""The only code that reads data files: records on disk become frames.

``load("data")`` reads a folder and returns a ``Dataset``; ``current()`` hands out the dataset that is shown, read again
when a file has changed.
"""

from .data_folder import DATA, DataFolderError, current_folder
from .dataset.as_known import as_known
from .dataset.dataset import Dataset
from .dataset.kept import kept
from .loading import load
from .records.problems import Problem
from .watching import current

__all__ = ["DATA", "DataFolderError", "Dataset", "Problem", "as_known", "current", "current_folder", "kept", "load"]
