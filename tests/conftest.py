"""What all tests share."""

from hypothesis import settings

# A busy machine is no fault of the code: what a test may cost is bounded where that is its subject.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
