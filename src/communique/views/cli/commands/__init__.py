"""The commands, one file a kind; their docstrings are the help."""
