"""Records and lists for people to read in a terminal."""

from communique.views.cli.pretty.lists import commitment_list, hit_list, summary
from communique.views.cli.pretty.page import Page
from communique.views.cli.pretty.records import fact_page, print_records

__all__ = ["Page", "commitment_list", "fact_page", "hit_list", "print_records", "summary"]
