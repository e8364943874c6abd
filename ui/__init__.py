"""What the pages share: the shell, the selection bar, the panel. Pages lay out; nothing here computes."""
