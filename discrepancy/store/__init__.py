"""An investigation that lasts for days: articles, what was found in them, what was decided, in one SQLite file."""

from discrepancy.store.database import is_store
from discrepancy.store.investigation import Investigation, made_with

__all__ = ["Investigation", "is_store", "made_with"]
