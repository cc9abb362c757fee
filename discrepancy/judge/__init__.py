"""Pairs -> verdicts -> conflicts."""
