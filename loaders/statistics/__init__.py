"""Ofsted's own statistics files -> records and counts."""
