"""Trains the rule engine's part-of-speech tagger on open treebanks: `python -m training.tagger`."""
