"""Sentences and tokens: the parser behind one small interface."""
