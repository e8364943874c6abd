"""Reports: what a machine can read out of their words, always as a suggestion that a person checks."""
