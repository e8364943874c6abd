"""Everything that a record says, looked up in its source."""
