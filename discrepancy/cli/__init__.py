"""The command line: parse, call the library, print, exit.

Exit codes: 0 nothing conflicts, 1 conflicts found, 2 could not do it (one line on standard error), 130 interrupted.
Data goes to standard output; summary and warnings go to standard error. What is slow to load is imported in the
commands that need it, so that help, version and errors come at once.
"""

from discrepancy.cli import again, corpus, investigation, review
from discrepancy.cli.commands import cli

__all__ = ["again", "cli", "corpus", "investigation", "review"]
