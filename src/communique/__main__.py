"""`python -m communique` is the program `communique`."""

from communique.views.cli import main

main()
