"""Published standards and word lists, as data files with their sources."""
