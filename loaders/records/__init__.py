"""Records as they stand on disk: their format, YAML with the line of every value, checks, and the manual made from them."""
