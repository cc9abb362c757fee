"""Defaults from a configuration file: ``discrepancy.toml`` or ``[tool.discrepancy]`` of a ``pyproject.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from discrepancy.errors import SettingsError

CONFIG = "discrepancy.config"
FILES = ("discrepancy.toml", "pyproject.toml")
# a file found in a folder may not say where to write
SETTINGS = (
    "color",
    "exit_zero",
    "fail_on",
    "format",
    "kind",
    "min_confidence",
    "min_severity",
    "quiet",
    "verbose",
)


def load_config(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    """Take defaults from the file ``value``, else from the nearest configuration file above the current folder."""
    for path in [Path(value)] if value else _nearest_first():
        table = _settings_in(path)
        if table is not None:
            unknown = sorted(set(table) - set(SETTINGS))
            if unknown:
                raise SettingsError(f"{path}: unknown setting {unknown[0]} (known: {', '.join(SETTINGS)})")
            ctx.default_map = table
            ctx.meta[CONFIG] = str(path)
            return


def _nearest_first() -> Iterator[Path]:
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in FILES:
            if (folder / name).is_file():
                yield folder / name


def _settings_in(path: Path) -> dict[str, Any] | None:
    """The settings in ``path``; None for a pyproject.toml without any."""
    try:
        table: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path}: {getattr(error, 'strerror', None) or error}") from None
    if path.name == "pyproject.toml":
        tool = table.get("tool")
        table = tool.get("discrepancy") if isinstance(tool, dict) else None
    return {key.replace("-", "_"): value for key, value in table.items()} if isinstance(table, dict) else None
