"""What can go wrong in a way the user can act on.

DiscrepancyError          everything below; the command line prints it on one line and exits with 2
├── FileError             a file could not be used: names the path and the cause
│   ├── ReadError         an input could not be read
│   ├── WriteError        an output could not be written
│   └── StoreError        a store could not be used
├── SettingsError         a setting, lexicon or configuration file is wrong
├── ParserMissing         the language model is not installed or not the expected one
└── ExtraMissing          something optional was asked for that is not installed: names what to install
"""

from __future__ import annotations


class DiscrepancyError(Exception):
    """Base of all expected failures."""


class FileError(DiscrepancyError):
    """A file that could not be used: ``path`` as the user knows it, and the cause."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)  # all arguments: keeps the error picklable
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class ReadError(FileError):
    """An input that could not be read."""


class WriteError(FileError):
    """An output that could not be written."""


class StoreError(FileError):
    """A store that cannot be used."""


class SettingsError(DiscrepancyError):
    """A setting or configuration file that cannot be used."""


class ParserMissing(DiscrepancyError):
    """The language model cannot be loaded."""


class ExtraMissing(DiscrepancyError):
    """``what`` needs the optional libraries ``extra``, which are not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)
        self.what = what
        self.extra = extra

    def __str__(self) -> str:
        return f'{self.what} needs an extra: pip install "discrepancy[{self.extra}]"'
