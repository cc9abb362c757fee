"""Find where news articles about one event disagree: who says what, in which words, and why both cannot be true."""

__version__ = "0.1.0"
