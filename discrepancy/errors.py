"""What can go wrong in a way the user can act on.

DiscrepancyError          everything below; the command line prints it on one line and exits with 2
├── ReadError             an input could not be read: names the path and the cause
├── WriteError            an output could not be written: names the path and the cause
├── SettingsError         a setting, lexicon or configuration file is wrong
└── ParserMissing         the language model is not installed or not the expected one
"""

from __future__ import annotations


class DiscrepancyError(Exception):
    """Base of all expected failures."""


class ReadError(DiscrepancyError):
    """An input that could not be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)  # all arguments: keeps the error picklable
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class WriteError(DiscrepancyError):
    """An output that could not be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class SettingsError(DiscrepancyError):
    """A setting or configuration file that cannot be used."""


class ParserMissing(DiscrepancyError):
    """The language model cannot be loaded."""
