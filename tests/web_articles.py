"""Two short articles that contradict each other."""

from __future__ import annotations

QUAY = """Ferry runs aground off Hallin

The Quay, 19 March 2024

HALLIN - The coast guard said on Tuesday that 14 passengers were injured when the ferry Aurora ran aground on Monday.
"""
HERALD = """Ferry accident leaves many hurt

The Hallin Herald, 19 March 2024

HALLIN - The coast guard said on Tuesday that 31 passengers were injured when the ferry Aurora ran aground on Monday.
"""
