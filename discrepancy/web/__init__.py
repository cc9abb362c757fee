"""The local page: paste or drop articles, see the report in place, decide about its conflicts.

It listens on this machine only. Every request passes ``guard``; comparisons run in processes of their own (``worker``),
a few at a time (``jobs``), and nothing is written to disk.
"""
