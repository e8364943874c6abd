"""Exhibits and frames become files that a user takes away."""
