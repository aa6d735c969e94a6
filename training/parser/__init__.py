"""Trains the rule engine's dependency parser on open treebanks: `python -m training.parser`."""
