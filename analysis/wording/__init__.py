"""The only maker of sentences: plain English for councillors, computed from the data.

Every sentence that a page, an export or a paper prints about the data comes from here. The committed table
``tests/analysis/sentences.yaml`` holds the exact words for the awkward cases.
"""

from .names import *  # noqa: F403
from .plain import *  # noqa: F403
from .standing import *  # noqa: F403
from .themes import *  # noqa: F403
from .timeline import *  # noqa: F403
