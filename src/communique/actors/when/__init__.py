"""When: the times a text names, resolved against the day it was published.

`lexer` makes a text a string of one character a word, `grammar` matches rules on it, one file of rules a kind of time
(`explicit`, `years`, `weekdays`, `relative`, `lengths`, `vague`); `finder` runs them, `tense` and `context` say which
Monday is meant, `dating` picks the time of an event.
"""

from communique.actors.when.dating import date_for, deadline_of
from communique.actors.when.finder import find_times

__all__ = ["date_for", "deadline_of", "find_times"]
